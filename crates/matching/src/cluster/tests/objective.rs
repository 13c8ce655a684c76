//! How near the best partition is reached, where the best can be found by trying all.

use super::{Chance, Constraints, Edge, cluster, some_pairs};
use crate::cluster::{
    absent::Absent,
    component::Solver,
    decisions::Decisions,
    graph::{Graph, Union},
    piece::{NOWHERE, Piece, World},
};

/// The sum of weights within clusters, less prices, in tenths of a bit. `None` when a decision or a clean list is broken.
fn objective(label: &[u32], pairs: &[Edge], constraints: &Constraints) -> Option<i64> {
    let records = label.len();
    let mut sum = 0;
    for left in 0..records {
        for right in left + 1..records {
            if label[left] != label[right] {
                continue;
            }
            let pair = (left as u32, right as u32);
            let told = pairs.iter().find(|edge| (edge.left, edge.right) == pair);
            sum += told.map_or(-10, |edge| (edge.bits * 10.0).round() as i64);
            if constraints.different.contains(&pair) {
                return None;
            }
        }
    }
    for (list, price) in (0..).zip(&constraints.second) {
        for cluster in 0..records as u32 {
            let here =
                (0..records).filter(|at| label[*at] == cluster && constraints.list[*at] == list);
            let seconds = here.count().saturating_sub(1);
            if seconds > 0 && price.is_infinite() {
                return None;
            }
            if seconds > 0 {
                sum -= seconds as i64 * (price * 10.0) as i64;
            }
        }
    }
    Some(sum)
}

/// The highest objective of all partitions.
fn best(label: &mut Vec<u32>, records: usize, pairs: &[Edge], constraints: &Constraints) -> i64 {
    if label.len() == records {
        return objective(label, pairs, constraints).unwrap_or(i64::MIN);
    }
    let next = label.iter().max().map_or(0, |most| most + 1);
    let mut most = i64::MIN;
    for choice in 0..=next {
        label.push(choice);
        most = most.max(best(label, records, pairs, constraints));
        label.pop();
    }
    most
}

/// What joining and moving alone find, without trying all; by regions of so many records, when told.
fn greedy(
    records: u32,
    pairs: &[Edge],
    constraints: &Constraints,
    region: Option<usize>,
) -> Vec<u32> {
    let decisions = Decisions::new(records, constraints).unwrap();
    let world = World::new(Graph::new(records, pairs), decisions, constraints);
    let mut place = vec![NOWHERE; records as usize];
    let all: Vec<u32> = (0..records).collect();
    let piece = Piece::new(&world, &mut place, all.chunks(1));
    let mut unasked = |_: u32, _: u32| -1.0;
    let mut solver = Solver {
        world: &world,
        absent: Absent::new(&mut unasked),
        place,
    };
    match region {
        Some(most) => solver.by_regions(&piece, most),
        None => solver.greedy(&piece),
    }
}

fn constrained(chance: &mut Chance, records: u32) -> Constraints {
    Constraints {
        different: (0..chance.below(3))
            .map(|_| {
                (
                    chance.below(3) as u32,
                    3 + chance.below(u64::from(records) - 3) as u32,
                )
            })
            .collect(),
        list: (0..records).map(|_| chance.below(4) as u16).collect(),
        second: vec![0.0, 2.0, 5.0, f32::INFINITY],
        ..Constraints::default()
    }
}

#[test]
fn up_to_eight_records_get_the_best_partition_and_joining_alone_comes_near() {
    let mut chance = Chance(5);
    let (mut rounds, mut found_best, mut reached, mut most) = (0, 0, 0, 0);
    for round in 0..240 {
        let records = 4 + (round % 4) as u32;
        let pairs = some_pairs(&mut chance, records, 70);
        let constraints = match round % 2 {
            0 => Constraints::default(),
            _ => constrained(&mut chance, records),
        };
        let best = best(&mut Vec::new(), records as usize, &pairs, &constraints);
        let exact = cluster(records, &pairs, &constraints, &mut |_, _| -1.0).unwrap();
        assert_eq!(
            objective(&exact.cluster, &pairs, &constraints),
            Some(best),
            "{pairs:?}"
        );
        let greedy = greedy(records, &pairs, &constraints, None);
        let greedy = objective(&greedy, &pairs, &constraints).unwrap();
        assert!(greedy >= 0);
        if constraints.list.is_empty() {
            assert!(
                greedy >= components(records, &pairs, &constraints),
                "{pairs:?}"
            );
        }
        rounds += 1;
        found_best += u32::from(greedy == best);
        reached += greedy;
        most += best;
    }
    // Eight, once: 4,140 partitions.
    let pairs = some_pairs(&mut chance, 8, 80);
    let best = best(&mut Vec::new(), 8, &pairs, &Constraints::default());
    let exact = cluster(8, &pairs, &Constraints::default(), &mut |_, _| -1.0).unwrap();
    assert_eq!(
        objective(&exact.cluster, &pairs, &Constraints::default()),
        Some(best)
    );
    // Weights here are noise, which no real component is: the worst case for greed.
    println!(
        "joining alone found the best {found_best} times of {rounds}, and {reached} of {most} tenths of a bit"
    );
    assert!(found_best * 10 >= rounds * 8, "{found_best} of {rounds}");
    assert!(reached * 100 >= most * 97, "{reached} of {most}");
}

/// The objective of connected components, what peers take.
fn components(records: u32, pairs: &[Edge], constraints: &Constraints) -> i64 {
    let mut sets = Union::new(records);
    for pair in pairs.iter().filter(|pair| pair.bits > 0.0) {
        sets.join(pair.left, pair.right);
    }
    let label: Vec<u32> = (0..records).map(|record| sets.find(record)).collect();
    objective(&label, pairs, constraints).unwrap_or(i64::MIN)
}

#[test]
fn larger_components_are_never_worse_than_taken_whole() {
    let mut chance = Chance(17);
    for records in [9, 15, 30, 60] {
        for share in [5, 15, 40, 100] {
            let pairs = some_pairs(&mut chance, records, share);
            let none = Constraints::default();
            let found = cluster(records, &pairs, &none, &mut |_, _| -1.0).unwrap();
            let found = objective(&found.cluster, &pairs, &none).unwrap();
            assert!(found >= 0);
            assert!(
                found >= components(records, &pairs, &none),
                "{records} {share}"
            );
        }
    }
}

#[test]
fn what_is_cut_into_regions_keeps_to_decisions_and_comes_near_the_whole() {
    let mut chance = Chance(23);
    let (mut cut, mut whole) = (0, 0);
    for round in 0..60 {
        let records = 12 + chance.below(40) as u32;
        let share = 10 + chance.below(40);
        let pairs = some_pairs(&mut chance, records, share);
        let constraints = match round % 2 {
            0 => Constraints::default(),
            _ => constrained(&mut chance, records),
        };
        for most in [1, 3, 10] {
            let label = greedy(records, &pairs, &constraints, Some(most));
            let found = objective(&label, &pairs, &constraints);
            assert!(
                found.is_some_and(|found| found >= 0),
                "{records} {share} {most}"
            );
            cut += found.unwrap_or_default();
            let label = greedy(records, &pairs, &constraints, None);
            whole += objective(&label, &pairs, &constraints).unwrap();
        }
    }
    assert!(cut * 100 >= whole * 95, "{cut} of {whole}");
}
