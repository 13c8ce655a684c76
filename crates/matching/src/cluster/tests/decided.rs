//! Decisions: they hold, and those that cannot all hold are told with their chain.

use super::{Constraints, cluster, edges, strangers};
use crate::cluster::Contradiction;

fn decided(same: &[(u32, u32)], different: &[(u32, u32)]) -> Constraints {
    Constraints {
        same: same.to_vec(),
        different: different.to_vec(),
        ..Constraints::default()
    }
}

#[test]
fn decisions_go_over_weights() {
    for (pairs, same, different, expected, held) in [
        // One person in spite of the weights, and without any.
        (
            vec![(0, 1, -12.0)],
            vec![(0, 1)],
            vec![],
            vec![0, 0, 2, 3],
            vec![],
        ),
        (
            vec![],
            vec![(3, 1), (1, 2)],
            vec![],
            vec![0, 1, 1, 1],
            vec![],
        ),
        // Two in spite of the weights.
        (
            vec![(0, 1, 12.0)],
            vec![],
            vec![(1, 0)],
            vec![0, 1, 2, 3],
            vec![(0, 1)],
        ),
        // Two, so the third goes with the one it is more like; the other pair is held apart with it.
        (
            vec![(0, 1, 12.0), (1, 2, 9.0), (0, 2, 8.0)],
            vec![],
            vec![(0, 1)],
            vec![0, 1, 1, 3],
            vec![(0, 1), (0, 2)],
        ),
        // A decision holds for those who were decided to be the same.
        (
            vec![(0, 2, 9.0), (1, 2, 9.0)],
            vec![(0, 1)],
            vec![(2, 1)],
            vec![0, 0, 2, 3],
            vec![(0, 2), (1, 2)],
        ),
        // Records that are not there decide nothing.
        (
            vec![(0, 1, 3.0)],
            vec![(0, 9)],
            vec![(9, 1)],
            vec![0, 0, 2, 3],
            vec![],
        ),
    ] {
        let constraints = decided(&same, &different);
        let found = cluster(4, &edges(&pairs), &constraints, &mut strangers).unwrap();
        assert_eq!(found.cluster, expected, "{pairs:?} {same:?} {different:?}");
        assert_eq!(found.held_apart, held, "{pairs:?} {same:?} {different:?}");
    }
}

#[test]
fn decisions_go_over_clean_lists() {
    let constraints = Constraints {
        same: vec![(0, 1)],
        list: vec![0; 3],
        second: vec![f32::INFINITY],
        ..Constraints::default()
    };
    let pairs = edges(&[(0, 1, 5.0), (1, 2, 5.0)]);
    let found = cluster(3, &pairs, &constraints, &mut strangers).unwrap();
    assert_eq!(found.cluster, [0, 0, 2]);
    assert_eq!(found.held_apart, [(1, 2)]);
    assert_eq!(found.probability, [1.0; 3]);
}

#[test]
fn a_contradiction_is_told_by_its_shortest_chain() {
    for (same, different, chain) in [
        (vec![], vec![(2, 2)], vec![2]),
        (vec![(0, 1)], vec![(1, 0)], vec![0, 1]),
        (vec![(0, 1), (1, 2)], vec![(2, 0)], vec![0, 1, 2]),
        // Over 5 is shorter than over 1, 2, 3.
        (
            vec![(0, 1), (1, 2), (2, 3), (3, 4), (5, 4), (0, 5)],
            vec![(0, 4)],
            vec![0, 5, 4],
        ),
        // Two ways of one length: over the smaller record.
        (
            vec![(0, 2), (2, 3), (3, 1), (1, 0)],
            vec![(3, 0)],
            vec![0, 1, 3],
        ),
        // Two contradictions: that of the smaller records.
        (vec![(4, 5), (1, 2)], vec![(5, 4), (2, 1)], vec![1, 2]),
    ] {
        let mut constraints = decided(&same, &different);
        for _ in 0..2 {
            let found = cluster(6, &[], &constraints, &mut strangers);
            assert_eq!(
                found,
                Err(Contradiction {
                    chain: chain.clone()
                })
            );
            constraints.same.reverse();
        }
    }
}

#[test]
fn a_long_chain_of_decisions_is_no_trouble() {
    let mut same: Vec<(u32, u32)> = (1..200_000).map(|right| (right - 1, right)).collect();
    let found = cluster(200_000, &[], &decided(&same, &[]), &mut strangers).unwrap();
    assert!(found.cluster.iter().all(|cluster| *cluster == 0));
    same.reverse();
    let Err(contradiction) = cluster(
        200_000,
        &[],
        &decided(&same, &[(199_999, 0)]),
        &mut strangers,
    ) else {
        panic!("it does contradict itself");
    };
    assert_eq!(contradiction.chain.len(), 200_000);
}
