//! What is asked first, how often checks come, and how far answers are trusted.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::{Because, Question, kappa, questions, questions_by, wilson};
use crate::cluster::{Clustering, Constraints, Edge, cluster};

fn edges(pairs: &[(u32, u32, f32)]) -> Vec<Edge> {
    let edge = |&(left, right, bits): &(u32, u32, f32)| Edge { left, right, bits };
    pairs.iter().map(edge).collect()
}

fn clustered(records: u32, edges: &[Edge]) -> Clustering {
    cluster(records, edges, &Constraints::default(), &mut |_, _| -1.0).unwrap()
}

/// Pairs of strangers, each pair apart from all others.
fn couples(bits: impl Iterator<Item = f32>) -> Vec<Edge> {
    bits.enumerate()
        .map(|(number, bits)| Edge {
            left: 2 * number as u32,
            right: 2 * number as u32 + 1,
            bits,
        })
        .collect()
}

fn pairs(questions: &[Question]) -> Vec<(u32, u32)> {
    let pair = |question: &Question| (question.pair.0.0, question.pair.1.0);
    questions.iter().map(pair).collect()
}

#[test]
fn the_less_sure_pair_is_asked_first() {
    let edges = couples([3.0, -0.5, 1.5, -4.0].into_iter());
    let asked = questions(&edges, &clustered(8, &edges), &[], 10);
    assert_eq!(pairs(&asked), [(2, 3), (4, 5), (0, 1), (6, 7)]);
    assert!(
        asked
            .iter()
            .all(|question| question.because == Because::Unsure)
    );
    assert!((asked[2].probability - 8.0 / 9.0).abs() < 1e-6);
}

#[test]
fn of_equally_unsure_pairs_the_one_on_which_more_records_hang_is_first() {
    let mut graph = couples([-1.0; 2].into_iter());
    // Between 2 and 3 lies the same doubt, but each has its own group.
    graph.extend(edges(&[(2, 4, 9.0), (2, 5, 9.0), (4, 5, 9.0)]));
    graph.extend(edges(&[(3, 6, 9.0), (3, 7, 9.0), (6, 7, 9.0)]));
    let asked = questions(&graph, &clustered(8, &graph), &[], 1);
    assert_eq!(pairs(&asked), [(2, 3)]);
}

#[test]
fn a_bridge_between_groups_is_asked_before_a_doubt_between_two() {
    let mut graph = edges(&[(0, 1, 9.0), (0, 2, 9.0), (1, 2, 9.0)]);
    graph.extend(edges(&[(3, 4, 9.0), (3, 5, 9.0), (4, 5, 9.0)]));
    graph.extend(edges(&[(2, 3, 4.0), (6, 7, 0.0)]));
    let mut clustering = clustered(8, &graph);
    assert_eq!(clustering.cluster[..6], [0, 0, 0, 3, 3, 3]);
    // As it stands when the absent pairs between the groups were asked and speak for one.
    clustering = cluster(8, &graph, &Constraints::default(), &mut |_, _| 1.0).unwrap_or(clustering);
    assert_eq!(clustering.cluster[..6], [0; 6]);
    let asked = questions(&graph, &clustering, &[], 10);
    assert_eq!(pairs(&asked)[..2], [(2, 3), (6, 7)]);
    assert_eq!(asked[0].because, Because::Bridge);
    assert_eq!(asked[1].because, Because::Unsure);
}

#[test]
fn what_was_answered_is_not_asked_again_whichever_way_round_it_was_told() {
    let edges = couples([0.5; 6].into_iter());
    let clustering = clustered(12, &edges);
    let asked = questions(&edges, &clustering, &[(0, 1), (5, 4), (100, 200)], 10);
    assert_eq!(pairs(&asked), [(2, 3), (6, 7), (8, 9), (10, 11)]);
}

#[test]
fn one_question_in_ten_is_a_check_of_high_or_low_weight() {
    let unsure = (0..200).map(|number| number as f32 / 100.0 - 1.0);
    let sure = (0..400).map(|number| if number % 2 == 0 { 5.0 } else { -5.0 });
    let sure = sure
        .enumerate()
        .map(|(number, bits)| bits * (1.0 + (number % 3) as f32));
    let edges = couples(unsure.chain(sure));
    let asked = questions(&edges, &clustered(1_200, &edges), &[], 100);
    let (mut high, mut low) = (0, 0);
    for (at, question) in asked.iter().enumerate() {
        let check = question.because == Because::Check;
        assert_eq!(check, at % 10 == 9, "{at}");
        high += u32::from(check && question.probability >= 0.95);
        low += u32::from(check && question.probability <= 0.05);
    }
    assert_eq!((high, low), (5, 5));
}

#[test]
fn checks_are_drawn_without_regard_to_weight() {
    let edges = couples((0..3_000).map(|number| 10.0 + (number % 100) as f32 / 100.0));
    let asked = questions(&edges, &clustered(6_000, &edges), &[], 300);
    assert!(
        asked
            .iter()
            .all(|question| question.because == Because::Check)
    );
    // All in one stratum: the mean of what is drawn is near the mean of all.
    let bits = |question: &Question| edges[question.pair.0.0 as usize / 2].bits;
    let mean = asked.iter().map(bits).sum::<f32>() / 300.0;
    assert!((mean - 10.495).abs() < 0.06, "{mean}");
    assert_ne!(pairs(&asked)[..3], [(0, 1), (2, 3), (4, 5)]);
}

#[test]
fn no_family_is_asked_about_more_than_twice_in_ten() {
    // One family with many doubts, all worth more than those of a hundred couples.
    let family = (0..15_u32).flat_map(|left| (left + 1..15).map(move |right| (left, right, 0.1)));
    let mut graph = edges(&family.collect::<Vec<_>>());
    graph.extend(couples([-2.0; 100].into_iter()).iter().map(|edge| Edge {
        left: edge.left + 20,
        right: edge.right + 20,
        ..*edge
    }));
    let clustering = clustered(220, &graph);
    let asked = questions(&graph, &clustering, &[], 100);
    diverse(&asked, &clustering);
    assert!(asked[0].pair.1.0 < 15);
    // Alone, the family is asked about all the same.
    let alone = questions(&graph[..105], &clustering, &[], 1_000);
    assert_eq!(alone.len(), 105);
}

fn diverse(asked: &[Question], clustering: &Clustering) {
    for ten in asked.windows(10) {
        let mut often: BTreeMap<u32, u32> = BTreeMap::new();
        for question in ten {
            let clusters = [question.pair.0, question.pair.1];
            let clusters = clusters.map(|record| clustering.cluster[record.0 as usize]);
            for cluster in BTreeSet::from(clusters) {
                *often.entry(cluster).or_default() += 1;
            }
        }
        assert!(often.values().all(|often| *often <= 2), "{ten:?}");
    }
}

#[test]
fn what_matters_more_is_asked_first() {
    let edges = couples([0.1, 0.1, 0.0].into_iter());
    let asked = questions_by(&edges, &clustered(6, &edges), &[], &[1.0, 1.0, 1.0, 5.0], 3);
    assert_eq!(pairs(&asked), [(2, 3), (4, 5), (0, 1)]);
}

#[test]
fn odd_weights_and_records_that_are_not_there_ask_nothing() {
    let odd = edges(&[
        (0, 0, 1.0),
        (0, 9, 0.0),
        (0, 1, f32::NAN),
        (2, 3, f32::INFINITY),
    ]);
    let asked = questions(&odd, &clustered(4, &odd), &[], 10);
    assert_eq!(pairs(&asked), [(2, 3)]);
    assert_eq!(asked[0].probability, 1.0);
    assert_eq!(questions(&[], &Clustering::default(), &[], 10), []);
}

#[test]
fn wilsons_range_holds_the_known_cases() {
    // The second is the example of the notes on method; the third the rule of three, as Wilson has it: z²/(n + z²).
    for (wrong, checked, low, high) in [
        (0, 0, 0.0, 1.0),
        (3, 200, 0.0051, 0.0432),
        (0, 100, 0.0, 0.0370),
        (10, 20, 0.2993, 0.7007),
        (50, 50, 0.92865, 1.0),
    ] {
        let range = wilson(wrong, checked, 1.96);
        assert!(
            (range.0 - low).abs() < 5e-5,
            "{wrong} of {checked}: {range:?}"
        );
        assert!(
            (range.1 - high).abs() < 5e-5,
            "{wrong} of {checked}: {range:?}"
        );
    }
}

#[test]
fn kappa_has_the_values_of_the_textbooks() {
    // Tables and values as in the article "Cohen's kappa" of Wikipedia.
    for (table, expected) in [
        ([[20, 5], [10, 15]], Some(0.4)),
        ([[45, 15], [25, 15]], Some(0.130_4)),
        ([[25, 35], [5, 35]], Some(0.259_3)),
        ([[0, 0], [0, 0]], None),
        ([[7, 0], [0, 0]], None),
        ([[5, 0], [0, 5]], Some(1.0)),
        ([[0, 5], [5, 0]], Some(-1.0)),
    ] {
        let found = kappa(&table);
        let near = match (found, expected) {
            (Some(found), Some(expected)) => f64::abs(found - expected) < 5e-5,
            _ => found == expected,
        };
        assert!(near, "{table:?}: {found:?}");
    }
    let three = kappa(&[[8, 1, 1], [0, 9, 1], [2, 0, 8]]).unwrap();
    assert!((three - 0.75).abs() < 1e-9);
}

proptest! {
    #[test]
    fn questions_are_distinct_unanswered_pairs_in_the_same_order_whatever_the_order_of_edges(
        pairs in prop::collection::vec((0_u32..24, 0_u32..24, -12_f32..12.0), 0..80),
        answered in prop::collection::vec((0_u32..24, 0_u32..24), 0..10),
        limit in 0_usize..60,
    ) {
        let mut graph = edges(&pairs);
        let clustering = clustered(24, &graph);
        let asked = questions(&graph, &clustering, &answered, limit);
        graph.reverse();
        prop_assert_eq!(&asked, &questions(&graph, &clustering, &answered, limit));
        prop_assert!(asked.len() <= limit);
        let distinct: BTreeSet<_> = super::tests::pairs(&asked).into_iter().collect();
        prop_assert_eq!(distinct.len(), asked.len());
        for (left, right) in distinct {
            prop_assert!(left < right);
            prop_assert!(!answered.contains(&(left, right)) && !answered.contains(&(right, left)));
        }
        // Given time, every pair is asked.
        let all: BTreeSet<_> = pairs.iter()
            .map(|pair| (pair.0.min(pair.1), pair.0.max(pair.1)))
            .filter(|pair| pair.0 != pair.1)
            .filter(|pair| !answered.contains(pair) && !answered.contains(&(pair.1, pair.0)))
            .collect();
        prop_assert_eq!(questions(&graph, &clustering, &answered, 10_000).len(), all.len());
    }

    #[test]
    fn families_take_turns_while_there_are_others(
        pairs in prop::collection::vec((0_u32..200, 0_u32..200, -3_f32..6.0), 200..300),
    ) {
        let graph = edges(&pairs);
        let clustering = clustered(200, &graph);
        // Many families: the first thirty questions never run out of others.
        diverse(&questions(&graph, &clustering, &[], 30), &clustering);
    }

    #[test]
    fn wilsons_range_holds_the_share(wrong in 0_u64..500, more in 0_u64..500, z in 0.1_f64..4.0) {
        let checked = wrong + more;
        prop_assume!(checked > 0);
        let (low, high) = wilson(wrong, checked, z);
        let share = wrong as f64 / checked as f64;
        prop_assert!(0.0 <= low && low <= share + 1e-12 && share <= high + 1e-12 && high <= 1.0);
    }
}
