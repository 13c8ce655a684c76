//! Graphs of known shape: couples, chains, stars, bridges, very large ones.

use std::collections::BTreeMap;

use super::{Chance, Constraints, Edge, cluster, edges, plainly, strangers};

fn largest(clusters: &[u32]) -> usize {
    let mut size: BTreeMap<u32, usize> = BTreeMap::new();
    for cluster in clusters {
        *size.entry(*cluster).or_default() += 1;
    }
    size.into_values().max().unwrap_or(0)
}

#[test]
fn weights_decide_and_the_smallest_record_names_the_cluster() {
    for (records, pairs, expected) in [
        (0, vec![], vec![]),
        (2, vec![], vec![0, 1]),
        (2, vec![(0, 1, 0.1)], vec![0, 0]),
        (2, vec![(1, 0, 0.1)], vec![0, 0]),
        (2, vec![(0, 1, 0.0)], vec![0, 1]),
        (2, vec![(0, 1, -3.0)], vec![0, 1]),
        (2, vec![(0, 1, f32::NAN)], vec![0, 1]),
        (2, vec![(0, 1, f32::INFINITY)], vec![0, 0]),
        (2, vec![(1, 1, 5.0), (0, 7, 5.0)], vec![0, 1]),
        // Told twice, the higher weight counts.
        (2, vec![(0, 1, 2.0), (1, 0, -9.0)], vec![0, 0]),
        // Two for, one not much against: one person. Two for, one plainly against: the better pair.
        (
            3,
            vec![(0, 1, 5.0), (1, 2, 6.0), (0, 2, -2.0)],
            vec![0, 0, 0],
        ),
        (
            3,
            vec![(0, 1, 5.0), (1, 2, 6.0), (0, 2, -9.0)],
            vec![0, 1, 1],
        ),
        // A third that nobody proposed is asked about, and is a stranger.
        (3, vec![(0, 1, 5.0), (1, 2, 6.0)], vec![0, 1, 1]),
        (
            5,
            vec![(3, 4, 5.0), (1, 3, 5.0), (1, 4, 5.0)],
            vec![0, 1, 2, 1, 1],
        ),
        // No pair counts more than twelve bits: one of a hundred does not outvote two of −7.
        (
            3,
            vec![(0, 1, 100.0), (1, 2, -7.0), (0, 2, 6.0)],
            vec![0, 0, 2],
        ),
    ] {
        assert_eq!(plainly(records, &pairs).cluster, expected, "{pairs:?}");
    }
}

#[test]
fn absent_pairs_are_asked_smaller_first_and_believed() {
    let pairs = edges(&[(0, 1, 5.0), (1, 2, 5.0)]);
    let mut asked = Vec::new();
    let found = cluster(3, &pairs, &Constraints::default(), &mut |left, right| {
        asked.push((left, right));
        3.0
    });
    assert_eq!(found.unwrap().cluster, [0, 0, 0]);
    assert_eq!(asked, [(0, 2)]);
    // What cannot be told counts a little against.
    let untold = cluster(3, &pairs, &Constraints::default(), &mut |_, _| f32::NAN);
    assert_eq!(untold.unwrap().cluster, [0, 0, 0]);
}

#[test]
fn strangers_in_a_chain_do_not_become_one() {
    for (records, absent) in [
        (3, -8.0),
        (9, -8.0),
        (1_000, -8.0),
        (9, -1.0),
        (1_000, -1.0),
    ] {
        let chain: Vec<Edge> = (1..records)
            .map(|right| Edge {
                left: right - 1,
                right,
                bits: 4.0,
            })
            .collect();
        let found = cluster(records, &chain, &Constraints::default(), &mut |_, _| absent).unwrap();
        // At −8 a third never pays; at −1 the best run of neighbours is four long, and greed comes near it.
        let most = if absent < -4.0 { 2 } else { 6 };
        assert!(
            largest(&found.cluster) <= most,
            "{records} {absent}: {:?}",
            found.cluster
        );
    }
}

#[test]
fn two_families_that_share_one_pair_stay_two() {
    let mut pairs = Vec::new();
    for first in [0, 6] {
        for left in first..first + 6 {
            for right in left + 1..first + 6 {
                pairs.push((left, right, 6.0));
            }
        }
    }
    pairs.push((5, 6, 11.0));
    let found = plainly(12, &pairs);
    assert_eq!(found.cluster, [0, 0, 0, 0, 0, 0, 6, 6, 6, 6, 6, 6]);
    assert!(found.bridges.is_empty());
    assert!(found.held_apart.is_empty());
}

#[test]
fn bridges_are_what_a_cluster_hangs_on_weakest_first() {
    // A triangle with a tail of two, a couple, and two alone; absent pairs speak for one person.
    let pairs = [
        (0, 1, 8.0),
        (1, 2, 8.0),
        (0, 2, 8.0),
        (2, 3, 5.0),
        (3, 4, 2.0),
        (5, 6, 3.5),
        (7, 8, -1.0),
    ];
    let found = cluster(9, &edges(&pairs), &Constraints::default(), &mut |_, _| 2.0).unwrap();
    assert_eq!(found.cluster, [0, 0, 0, 0, 0, 5, 5, 7, 8]);
    assert_eq!(
        found.bridges,
        edges(&[(3, 4, 2.0), (5, 6, 3.5), (2, 3, 5.0)])
    );
}

#[test]
fn a_bridge_beside_a_decision_is_none() {
    let decided = Constraints {
        same: vec![(1, 0)],
        ..Constraints::default()
    };
    let found = cluster(2, &edges(&[(0, 1, 3.0)]), &decided, &mut strangers).unwrap();
    assert!(found.bridges.is_empty());
}

#[test]
fn who_is_sure_to_belong_has_a_high_probability() {
    // Three that agree, and a fourth that agrees with one of them and little with the rest.
    let pairs = [
        (0, 1, 8.0),
        (0, 2, 8.0),
        (1, 2, 8.0),
        (2, 3, 4.0),
        (1, 3, -1.0),
        (0, 3, -1.0),
    ];
    let found = plainly(5, &pairs);
    assert_eq!(found.cluster, [0, 0, 0, 0, 4]);
    let [first, _, _, fourth, alone] = found.probability[..] else {
        panic!("{found:?}")
    };
    assert!(first > 0.95, "{first}");
    assert!((0.5..0.75).contains(&fourth), "{fourth}");
    assert_eq!(alone, 1.0);
    // Of two records the probability is that of their pair.
    let couple = plainly(2, &[(0, 1, 3.0)]);
    assert!((couple.probability[0] - 8.0 / 9.0).abs() < 1e-6);
    assert_eq!(couple.probability[0], couple.probability[1]);
}

#[test]
fn a_hundred_thousand_identical_records_take_bounded_questions() {
    let records = 100_000_u32;
    let near = (0..records)
        .flat_map(|left| (left + 1..(left + 4).min(records)).map(move |right| (left, right)));
    let near: Vec<Edge> = near
        .map(|(left, right)| Edge {
            left,
            right,
            bits: 8.0,
        })
        .collect();
    let mut asked = 0_usize;
    let found = cluster(records, &near, &Constraints::default(), &mut |_, _| {
        asked += 1;
        8.0
    })
    .unwrap();
    assert!(asked <= records as usize + near.len(), "{asked}");
    assert!(largest(&found.cluster) > 3);
}

#[test]
fn one_record_that_is_like_all_others_does_not_gather_them() {
    let star: Vec<Edge> = (1..60_000)
        .map(|right| Edge {
            left: 0,
            right,
            bits: 7.0,
        })
        .collect();
    let found = cluster(60_000, &star, &Constraints::default(), &mut strangers).unwrap();
    assert_eq!(largest(&found.cluster), 2);
}

#[test]
fn a_component_too_large_to_be_whole_gives_its_families_all_the_same() {
    // Families of four, each tied to the next by a weak wrong pair: 30,000 records that hang together.
    let mut pairs = Vec::new();
    for first in (0..30_000_u32).step_by(4) {
        for left in first..first + 4 {
            for right in left + 1..first + 4 {
                pairs.push(Edge {
                    left,
                    right,
                    bits: 5.0,
                });
            }
        }
        if first > 0 {
            pairs.push(Edge {
                left: first - 1,
                right: first,
                bits: 5.5,
            });
        }
    }
    let found = cluster(30_000, &pairs, &Constraints::default(), &mut strangers).unwrap();
    for (record, cluster) in found.cluster.iter().enumerate() {
        assert_eq!(*cluster as usize, record - record % 4);
    }
}

#[test]
fn families_are_found_among_many_wrong_pairs() {
    // Two hundred people with five records each; as many pairs between strangers as within.
    let mut chance = Chance(7);
    let mut pairs = Vec::new();
    for record in 0..1_000_u32 {
        for other in record + 1..record - record % 5 + 5 {
            let bits = chance.bits(6) + 4.0;
            pairs.push(Edge {
                left: record,
                right: other,
                bits,
            });
        }
        for _ in 0..2 {
            let right = chance.below(1_000) as u32;
            let bits = chance.bits(5);
            pairs.push(Edge {
                left: record,
                right,
                bits,
            });
        }
    }
    let found = cluster(1_000, &pairs, &Constraints::default(), &mut strangers).unwrap();
    let wrong = (0..1_000)
        .filter(|record| found.cluster[*record] as usize / 5 != record / 5)
        .count();
    assert!(wrong < 10, "{wrong}");
    assert!(largest(&found.cluster) <= 6);
}
