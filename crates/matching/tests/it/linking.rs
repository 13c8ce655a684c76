//! Whole lists are linked, with the truth at hand.

use std::sync::LazyLock;

use matching::{
    link::{Explainer, Judged, Linkage, Progress, Settings, link, reasons},
    record::{RecordIndex, Records},
};

use crate::people::{LISTS, Rows, lists, precision_and_recall, records, true_pairs};

/// Lists of 1,800 people, and what linking makes of them: enough that weights are learned.
static LINKED: LazyLock<(Rows, Records, Linkage)> = LazyLock::new(|| {
    let rows = lists(1_800, &LISTS, 7);
    let records = records(&rows, &[]);
    let linkage = run(&records, &Judged::default(), 2);
    (rows, records, linkage)
});

fn run(records: &Records, judged: &Judged, threads: usize) -> Linkage {
    let settings = Settings {
        threads,
        ..Settings::default()
    };
    link(records, judged, &settings, &mut |_| {}).expect("decisions agree")
}

#[test]
fn most_people_are_found_again_and_few_strangers_are_taken_for_one() {
    let (rows, _, linkage) = &*LINKED;
    let (precision, recall) = precision_and_recall(&rows.truth, &linkage.clustering.cluster);
    assert!(precision > 0.93, "precision {precision}");
    assert!(recall > 0.85, "recall {recall}");
}

#[test]
fn weights_are_learned_and_told() {
    let (_, _, linkage) = &*LINKED;
    let report = &linkage.report;
    assert!(report.learned, "{:?}", report.notes);
    assert_eq!(report.weights.len(), 9);
    assert!(report.prior < 0.0);
    assert!(
        report
            .shares
            .iter()
            .all(|share| share.matches > 0.0 && share.strangers > 0.0)
    );
}

#[test]
fn reach_is_near_the_share_of_true_pairs_that_were_proposed() {
    let (rows, _, linkage) = &*LINKED;
    let kept = linkage
        .pairs
        .iter()
        .filter(|pair| same(rows, pair.left, pair.right))
        .count();
    let truth = kept as f64 / true_pairs(&rows.truth) as f64;
    let told = linkage.report.reach.expect("enough are found twice");
    assert!((told - truth).abs() < 0.1, "{told} told, {truth} true");
}

#[test]
fn pairs_stand_in_order_once_and_over_the_floor() {
    let (_, _, linkage) = &*LINKED;
    assert!(
        linkage
            .pairs
            .windows(2)
            .all(|two| (two[0].left, two[0].right) < (two[1].left, two[1].right))
    );
    assert!(
        linkage
            .pairs
            .iter()
            .all(|pair| pair.left < pair.right && pair.bits >= -6.0)
    );
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let (_, records, linkage) = &*LINKED;
    for threads in [1, 5] {
        let again = run(records, &Judged::default(), threads);
        assert_eq!(again.pairs, linkage.pairs);
        assert_eq!(again.clustering, linkage.clustering);
        assert_eq!(again.report, linkage.report);
    }
}

#[test]
fn reasons_and_prior_add_up_to_the_weight() {
    let (_, records, linkage) = &*LINKED;
    let mut explainer = Explainer::new(records, linkage);
    for pair in linkage.pairs.iter().step_by(17) {
        let reasons = explainer.reasons(pair);
        let sum: f32 = reasons.iter().map(|(_, bits)| bits).sum();
        assert!(
            (sum - pair.bits).abs() < 0.01,
            "{reasons:?} for {}",
            pair.bits
        );
        assert_eq!(reasons.last().expect("there are reasons").0, "prior");
    }
    let pair = &linkage.pairs[0];
    assert_eq!(reasons(records, linkage, pair), explainer.reasons(pair));
}

#[test]
fn a_sure_pair_is_more_often_true_than_a_doubtful_one() {
    let (rows, _, linkage) = &*LINKED;
    let observed = |low: f32, high: f32| {
        let chosen: Vec<bool> = linkage
            .pairs
            .iter()
            .filter(|pair| pair.probability >= low && pair.probability < high)
            .map(|pair| same(rows, pair.left, pair.right))
            .collect();
        chosen.iter().filter(|same| **same).count() as f64 / chosen.len().max(1) as f64
    };
    assert!(observed(0.95, 1.1) > 0.93);
    assert!(observed(0.0, 0.1) < 0.15);
}

#[test]
fn a_decision_is_kept_to_and_the_rest_stays() {
    let (_, records, linkage) = &*LINKED;
    let first = linkage
        .pairs
        .iter()
        .find(|pair| pair.probability > 0.99)
        .expect("a sure pair");
    let apart = linkage
        .pairs
        .iter()
        .find(|pair| pair.probability < 0.03 && pair.left != first.left)
        .expect("an unlikely pair");
    let judged = Judged {
        same: vec![(apart.right, apart.left)],
        different: vec![(first.left, first.right)],
        undecided: Vec::new(),
    };
    let decided = run(records, &judged, 2);
    let cluster = |record: RecordIndex| decided.clustering.cluster[record.0 as usize];
    assert_eq!(cluster(apart.left), cluster(apart.right));
    assert_ne!(cluster(first.left), cluster(first.right));
    let moved = decided
        .clustering
        .cluster
        .iter()
        .zip(&linkage.clustering.cluster)
        .filter(|(now, before)| now != before)
        .count();
    assert!(moved < 40, "{moved} records moved");
}

#[test]
fn progress_is_told_in_order() {
    let rows = lists(300, &LISTS, 3);
    let mut told = Vec::new();
    let records = records(&rows, &[]);
    link(
        &records,
        &Judged::default(),
        &Settings::default(),
        &mut |progress| told.push(progress),
    )
    .expect("decisions agree");
    assert_eq!(told.first(), Some(&Progress::Keys));
    assert_eq!(told.last(), Some(&Progress::Clusters));
}

#[test]
fn a_clean_list_names_nobody_twice() {
    let rows = lists(800, &LISTS, 5);
    let records = records(&rows, &["court", "press", "exile"]);
    let linkage = run(&records, &Judged::default(), 2);
    assert!(linkage.report.several_of_one_list.is_empty());
    assert!(linkage.pairs.iter().all(|pair| {
        let list = |record: RecordIndex| records.rows[record.0 as usize].list;
        list(pair.left) != list(pair.right)
    }));
}

fn same(rows: &Rows, left: RecordIndex, right: RecordIndex) -> bool {
    rows.truth[left.0 as usize] == rows.truth[right.0 as usize]
}
