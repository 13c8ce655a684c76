//! Lists: clean ones hold nobody twice, others at a price; two clean ones are assigned to each other.

use super::{Chance, Clustering, Constraints, cluster, edges, some_pairs, strangers};

const CLEAN: f32 = f32::INFINITY;

fn listed(list: &[u16], second: &[f32], pairs: &[(u32, u32, f32)]) -> Clustering {
    let constraints = Constraints {
        list: list.to_vec(),
        second: second.to_vec(),
        ..Constraints::default()
    };
    cluster(
        list.len() as u32,
        &edges(pairs),
        &constraints,
        &mut strangers,
    )
    .unwrap()
}

#[test]
fn a_second_record_of_a_list_has_its_price() {
    for (price, bits, expected) in [
        (0.0, 0.5, [0, 0]),
        (5.6, 5.0, [0, 1]),
        (5.6, 6.0, [0, 0]),
        (CLEAN, 12.0, [0, 1]),
        (f32::NAN, 1.0, [0, 0]),
        (-4.0, -1.0, [0, 1]),
    ] {
        let found = listed(&[3, 3], &[0.0, 0.0, 0.0, price], &[(0, 1, bits)]);
        assert_eq!(found.cluster, expected, "{price} {bits}");
        let held = bits > 0.0 && expected == [0, 1];
        assert_eq!(found.held_apart.len(), usize::from(held), "{price} {bits}");
    }
    // A list without a price, and records without a list.
    assert_eq!(listed(&[3, 3], &[], &[(0, 1, 1.0)]).cluster, [0, 0]);
}

#[test]
fn the_price_lowers_the_probability() {
    let found = listed(&[0, 0], &[2.0], &[(0, 1, 5.0)]);
    assert!((found.probability[0] - 8.0 / 9.0).abs() < 1e-6);
}

#[test]
fn twins_on_two_clean_lists_are_assigned_as_a_whole() {
    // Taking the best pair first (0 with 3) leaves 1 with nobody; as a whole the others are better.
    let pairs = [(0, 2, 8.0), (0, 3, 9.0), (1, 3, 8.0), (1, 2, -5.0)];
    let found = listed(&[0, 0, 1, 1], &[CLEAN, CLEAN], &pairs);
    assert_eq!(found.cluster, [0, 1, 0, 1]);
    assert_eq!(found.held_apart, [(0, 3)]);
}

#[test]
fn a_large_component_of_two_clean_lists_is_assigned_as_a_whole() {
    // Thirty of each, each a little more like the wrong one: greed takes 29 pairs of 6 and loses the ends, 30 pairs of 5.9 are more.
    let mut pairs = Vec::new();
    for one in 0..30_u32 {
        pairs.push((one, 30 + one, 5.9));
        if one > 0 {
            pairs.push((one, 30 + one - 1, 6.0));
        }
    }
    let list: Vec<u16> = (0..60).map(|record| record / 30).collect();
    let found = listed(&list, &[CLEAN, CLEAN], &pairs);
    for one in 0..30_usize {
        assert_eq!(found.cluster[one], found.cluster[30 + one], "{one}");
    }
}

/// The best total over all one-to-one assignments, by trying them all.
fn best(worth: &[Vec<i64>], taken: u32) -> i64 {
    let Some((row, rest)) = worth.split_first() else {
        return 0;
    };
    let alone = best(rest, taken);
    let with = (0..row.len()).filter(|column| taken >> column & 1 == 0);
    with.map(|column| row[column] + best(rest, taken | 1 << column))
        .fold(alone, i64::max)
}

#[test]
fn assignment_finds_the_best_of_all() {
    let mut chance = Chance(11);
    for round in 0..60 {
        let (rows, columns) = (3 + chance.below(4), 3 + chance.below(4));
        let mut pairs = Vec::new();
        let mut worth = vec![vec![0_i64; columns as usize]; rows as usize];
        for row in 0..rows {
            for column in 0..columns {
                // Whole bits, so that sums are exact; every pair is proposed.
                let bits = chance.below(14) as i64 - 4;
                worth[row as usize][column as usize] = bits;
                pairs.push((row as u32, (rows + column) as u32, bits as f32));
            }
        }
        let list: Vec<u16> = (0..rows + columns)
            .map(|record| u16::from(record >= rows))
            .collect();
        let found = listed(&list, &[CLEAN, CLEAN], &pairs);
        let total: f32 = pairs
            .iter()
            .filter(|pair| found.cluster[pair.0 as usize] == found.cluster[pair.1 as usize])
            .map(|pair| pair.2)
            .sum();
        assert_eq!(total as i64, best(&worth, 0), "{round}: {pairs:?}");
    }
}

#[test]
fn no_clean_list_is_twice_in_a_cluster_whatever_the_size() {
    let mut chance = Chance(3);
    for records in [6, 20, 60, 200] {
        let pairs = some_pairs(&mut chance, records, 30);
        for lists in [1, 2, 3, 5] {
            let constraints = Constraints {
                list: (0..records).map(|_| chance.below(lists) as u16).collect(),
                second: vec![CLEAN; lists as usize],
                ..Constraints::default()
            };
            let found = cluster(records, &pairs, &constraints, &mut strangers).unwrap();
            for left in 0..records as usize {
                for right in left + 1..records as usize {
                    let together = found.cluster[left] == found.cluster[right];
                    let alike = constraints.list[left] == constraints.list[right];
                    assert!(!(together && alike), "{records} {lists}: {left} {right}");
                }
            }
        }
    }
}

#[test]
fn a_pair_that_a_full_cluster_keeps_out_is_held_apart() {
    // 2 is like both, but its list is there already.
    let pairs = [(0, 1, 9.0), (0, 2, 7.0), (1, 2, 7.0)];
    let found = listed(&[0, 1, 1], &[CLEAN, CLEAN], &pairs);
    assert_eq!(found.cluster, [0, 0, 2]);
    assert_eq!(found.held_apart, [(0, 2), (1, 2)]);
    // Weakly like one of them, it would not have come in anyway.
    let found = listed(
        &[0, 1, 1],
        &[CLEAN, CLEAN],
        &[(0, 1, 9.0), (0, 2, 2.0), (1, 2, -9.0)],
    );
    assert_eq!(found.held_apart, []);
}
