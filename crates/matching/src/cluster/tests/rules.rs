//! Properties of any clustering.

use proptest::prelude::*;

use super::{Clustering, Constraints, Edge, cluster};

const RECORDS: u32 = 40;

/// Weights that depend on the pair alone.
fn told(left: u32, right: u32) -> f32 {
    ((left * 31 + right * 17) % 13) as f32 - 9.0
}

prop_compose! {
    fn graphs()(
        pairs in prop::collection::vec((0..RECORDS, 0..RECORDS, -12_f32..12.0), 0..160),
    ) -> Vec<Edge> {
        pairs.into_iter().map(|(left, right, bits)| Edge { left, right, bits }).collect()
    }
}

prop_compose! {
    fn constraints()(
        same in prop::collection::vec((0..RECORDS, 0..RECORDS), 0..8),
        different in prop::collection::vec((0..RECORDS, 0..RECORDS), 0..8),
        list in prop::collection::vec(0_u16..4, RECORDS as usize),
        second in prop::sample::select(vec![
            vec![],
            vec![0.0, 3.0, f32::INFINITY, f32::INFINITY],
            vec![f32::INFINITY; 4],
            vec![1.0; 4],
        ]),
    ) -> Constraints {
        Constraints { same, different, list, second }
    }
}

fn together(found: &Clustering, left: u32, right: u32) -> bool {
    found.cluster[left as usize] == found.cluster[right as usize]
}

proptest! {
    #[test]
    fn a_clustering_is_a_partition_that_keeps_to_what_was_decided(
        pairs in graphs(),
        constraints in constraints(),
    ) {
        let found = match cluster(RECORDS, &pairs, &constraints, &mut told) {
            Ok(found) => found,
            Err(contradiction) => {
                // Each is decided to be the same as the next, the ends to be different.
                let chain = contradiction.chain;
                let decided = |pairs: &[(u32, u32)], left, right| {
                    pairs.contains(&(left, right)) || pairs.contains(&(right, left))
                };
                prop_assert!(chain.windows(2).all(|step| decided(&constraints.same, step[0], step[1])));
                prop_assert!(decided(&constraints.different, chain[0], chain[chain.len() - 1]));
                return Ok(());
            }
        };
        prop_assert_eq!(found.cluster.len(), RECORDS as usize);
        for record in 0..RECORDS {
            let name = found.cluster[record as usize];
            prop_assert!(name <= record);
            prop_assert_eq!(found.cluster[name as usize], name);
            let probability = found.probability[record as usize];
            prop_assert!((0.0..=1.0).contains(&probability));
            let others = (0..RECORDS).filter(|other| *other != record);
            if !others.into_iter().any(|other| together(&found, record, other)) {
                prop_assert_eq!(probability, 1.0);
            }
        }
        for &(left, right) in &constraints.same {
            prop_assert!(together(&found, left, right));
        }
        for &(left, right) in &constraints.different {
            prop_assert!(!together(&found, left, right));
        }
        for &(left, right) in &found.held_apart {
            prop_assert!(left < right && !together(&found, left, right));
        }
        let bits: Vec<f32> = found.bridges.iter().map(|bridge| bridge.bits).collect();
        prop_assert!(bits.is_sorted() && bits.iter().all(|bits| *bits > 0.0));
        for bridge in &found.bridges {
            prop_assert!(together(&found, bridge.left, bridge.right));
        }
    }

    #[test]
    fn the_order_of_pairs_and_decisions_changes_nothing(
        (mut pairs, shuffled) in graphs().prop_flat_map(|pairs| (Just(pairs.clone()), Just(pairs).prop_shuffle())),
        mut constraints in constraints(),
    ) {
        let found = cluster(RECORDS, &pairs, &constraints, &mut told);
        prop_assert_eq!(&found, &cluster(RECORDS, &shuffled, &constraints, &mut told));
        for pair in &mut pairs {
            (pair.left, pair.right) = (pair.right, pair.left);
        }
        constraints.same.reverse();
        constraints.different.reverse();
        for pair in &mut constraints.different {
            *pair = (pair.1, pair.0);
        }
        prop_assert_eq!(&found, &cluster(RECORDS, &pairs, &constraints, &mut told));
    }

    #[test]
    fn a_clean_list_is_in_a_cluster_twice_by_decision_alone(
        pairs in graphs(),
        constraints in constraints(),
    ) {
        let Ok(found) = cluster(RECORDS, &pairs, &constraints, &mut told) else { return Ok(()) };
        let Ok(decided) = cluster(RECORDS, &[], &constraints, &mut told) else { return Ok(()) };
        for left in 0..RECORDS {
            for right in left + 1..RECORDS {
                let list = constraints.list[left as usize];
                let clean = constraints.second.get(usize::from(list)) == Some(&f32::INFINITY);
                if clean && list == constraints.list[right as usize] && together(&found, left, right) {
                    prop_assert!(together(&decided, left, right));
                }
            }
        }
    }

    #[test]
    fn bridges_are_what_their_loss_tears_apart(pairs in graphs()) {
        let found = cluster(RECORDS, &pairs, &Constraints::default(), &mut told).unwrap();
        let normal = crate::cluster::graph::normal(RECORDS, &pairs);
        let within: Vec<&Edge> = normal.iter()
            .filter(|pair| pair.bits > 0.0 && together(&found, pair.left, pair.right))
            .collect();
        for one in &within {
            let mut sets = crate::cluster::graph::Union::new(RECORDS);
            for other in within.iter().filter(|other| *other != one) {
                sets.join(other.left, other.right);
            }
            let torn = sets.find(one.left) != sets.find(one.right);
            prop_assert_eq!(torn, found.bridges.contains(one));
        }
    }
}
