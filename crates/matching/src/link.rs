//! Linkage from end to end: candidates, weights, clusters.

mod explain;
mod score;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use names::rarity::Rarity;

use crate::{
    block::{Blocks, clean_lists},
    calibrate::{self, Line},
    cluster::{Clustering, Constraints, Contradiction, Edge, cluster},
    compare::Levels,
    em::{self, Unlearned},
    record::{RecordIndex, Records},
    report::Report,
    weights::Weights,
};

pub use explain::Explainer;

use score::{Scorer, Seen, Weigher, patterns, spreads};

/// How to link.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Threads; changes nothing but the time. At least 1.
    pub threads: usize,
    /// Pairs below this weight are not kept, in bits.
    pub floor: f32,
    /// More keys: finds more pairs and takes longer.
    pub thorough: bool,
}

impl Default for Settings {
    /// One thread, pairs from −6 bits (section 8 of the method notes), not thorough.
    fn default() -> Self {
        Self {
            threads: 1,
            floor: -6.0,
            thorough: false,
        }
    }
}

/// What people decided about pairs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Judged {
    /// One person.
    pub same: Vec<(RecordIndex, RecordIndex)>,
    /// Two people.
    pub different: Vec<(RecordIndex, RecordIndex)>,
    /// Looked at without a decision.
    pub undecided: Vec<(RecordIndex, RecordIndex)>,
}

/// How far linking has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Keys are made and sorted.
    Keys,
    /// Candidates are scored: records done, of all. Not told when there are so few that learning has scored them all.
    Pairs(u64, u64),
    /// Weights are learned: round.
    Weights(u32),
    /// Clusters are made.
    Clusters,
}

/// A pair that was kept.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// The smaller index.
    pub left: RecordIndex,
    /// The larger index.
    pub right: RecordIndex,
    /// Weight in bits, prior included.
    pub bits: f32,
    /// Calibrated probability that it is one person.
    pub probability: f32,
    /// The levels it was weighed by.
    pub levels: Levels,
    /// Bits of rarity within the weight.
    pub rarity: f32,
}

/// What came of it.
#[derive(Clone, Debug)]
pub struct Linkage {
    /// Pairs over the floor, ordered by left, then right.
    pub pairs: Vec<Pair>,
    /// The clusters.
    pub clustering: Clustering,
    /// What was done and found, for the report.
    pub report: Report,
    rarity: Rarity,
    weights: Weights,
    line: Line,
}

/// Pairs that clustering may score on its own, beside those that the keys proposed: some seconds.
const ON_DEMAND: u64 = 5_000_000;
/// Weight of a pair that was neither proposed nor scored (section 11 of the method notes).
const ABSENT: f32 = -2.0;

/// Links the records.
pub fn link(
    records: &Records,
    judged: &Judged,
    settings: &Settings,
    progress: &mut dyn FnMut(Progress),
) -> Result<Linkage, Contradiction> {
    let count = records.rows.len() as u32;
    let constraints = constraints(records, judged);
    // Decisions that contradict each other are told before any work is done.
    cluster(count, &[], &constraints, &mut |_, _| ABSENT)?;
    progress(Progress::Keys);
    let mut report = Report::default();
    let rarity = Rarity::of(&records.names);
    let clean = clean_lists(records);
    let blocks = Blocks::build(records, settings.threads.max(1), settings.thorough);
    report.take_capped(&blocks, records);
    let mut scorer = Scorer::new(records, &rarity, &blocks, &clean, settings);

    let decided = decided(judged);
    let shipped = Weights::shipped();
    let (sample, taken) = scorer.sample(&shipped);
    let seen: Vec<_> = decided
        .iter()
        .map(|(&(left, right), &same)| (left, right, scorer.compare(left, right), same))
        .collect();
    let labelled: Vec<(Levels, bool)> = seen
        .iter()
        .map(|(_, _, compared, same)| (compared.levels, *same))
        .collect();
    let learned = if records.rows.len() < em::LEAST_RECORDS {
        Err(Unlearned::FewRecords(records.rows.len() as u64))
    } else {
        em::learn(
            &patterns(&sample, &decided, &labelled),
            &shipped,
            most_matches(records) * taken,
            &mut |round| progress(Progress::Weights(round)),
        )
    };
    report.learned = learned.is_ok();
    let mut weights = learned.unwrap_or_else(|why| {
        report.unlearned(why);
        shipped
    });
    let spread = spreads(&sample, &decided, records, &weights);
    em::priors(&mut weights, &spread);
    let line = line(&seen, records, &weights);
    report.calibration = (line.slope, line.shift);
    report.take_weights(&weights);

    let weigher = Weigher {
        records,
        weights: &weights,
        line,
    };
    let whole: Option<Vec<Seen>> = (taken >= 1.0).then_some(sample);
    let (pairs, tally) = scorer.all(whole, &weigher, settings.floor, progress);
    report.candidates = tally.candidates;
    report.take_reach(tally.by_name, tally.by_field, tally.by_both);
    report.take_not_linkable(records, &scorer.not_linkable(&weigher));

    progress(Progress::Clusters);
    let edges: Vec<Edge> = pairs
        .iter()
        .map(|pair| Edge {
            left: pair.left.0,
            right: pair.right.0,
            bits: pair.bits,
        })
        .collect();
    let mut asked = 0u64;
    let clustering = cluster(count, &edges, &constraints, &mut |left, right| {
        asked += 1;
        if asked > ON_DEMAND {
            return ABSENT;
        }
        let compared = scorer.compare(left, right);
        weigher
            .pair(left, right, compared.levels, compared.rarity)
            .bits
    })?;
    if asked > ON_DEMAND {
        report.note("not-scored-on-demand", (asked - ON_DEMAND).to_string());
    }
    report.take_clusters(records, &clustering, &pairs);
    Ok(Linkage {
        pairs,
        clustering,
        report,
        rarity,
        weights,
        line,
    })
}

/// Why a pair has its weight: field, level in words, bits; the names part by part first. The bits and the prior add up to the
/// weight. For many pairs, `Explainer` remembers what it compared.
pub fn reasons(records: &Records, linkage: &Linkage, pair: &Pair) -> Vec<(String, f32)> {
    Explainer::new(records, linkage).reasons(pair)
}

fn constraints(records: &Records, judged: &Judged) -> Constraints {
    let plain = |pairs: &[(RecordIndex, RecordIndex)]| -> Vec<(u32, u32)> {
        pairs.iter().map(|(one, other)| (one.0, other.0)).collect()
    };
    Constraints {
        same: plain(&judged.same),
        different: plain(&judged.different),
        list: records.rows.iter().map(|row| row.list).collect(),
        // Of other lists the prior of pairs within the list holds how rarely they name somebody twice.
        second: records
            .lists
            .iter()
            .map(|list| if list.clean { f32::INFINITY } else { 0.0 })
            .collect(),
    }
}

/// Decided pairs, the smaller record first; a pair of a record with itself decides nothing.
fn decided(judged: &Judged) -> BTreeMap<(u32, u32), bool> {
    let pairs = |pairs: &[(RecordIndex, RecordIndex)], same: bool| -> Vec<((u32, u32), bool)> {
        pairs
            .iter()
            .filter(|(one, other)| one != other)
            .map(|(one, other)| ((one.0.min(other.0), one.0.max(other.0)), same))
            .collect()
    };
    let mut all: BTreeMap<_, _> = pairs(&judged.same, true).into_iter().collect();
    all.extend(pairs(&judged.different, false));
    all
}

/// The largest number of true pairs that is believed: between clean lists each record has one partner at most, and otherwise three
/// pairs for each record (section 10 of the method notes).
fn most_matches(records: &Records) -> f64 {
    let mut sizes = vec![0u64; records.lists.len()];
    for row in &records.rows {
        if let Some(size) = sizes.get_mut(usize::from(row.list)) {
            *size += 1;
        }
    }
    if records.lists.iter().any(|list| !list.clean) {
        return 3.0 * records.rows.len() as f64;
    }
    let mut most = 0;
    for (place, size) in sizes.iter().enumerate() {
        most += sizes[place + 1..]
            .iter()
            .map(|other| size.min(other))
            .sum::<u64>();
    }
    most as f64
}

/// The line from bits to calibrated bits, by the decided pairs.
fn line(
    seen: &[(u32, u32, crate::compare::Compared, bool)],
    records: &Records,
    weights: &Weights,
) -> Line {
    let weigher = Weigher {
        records,
        weights,
        line: Line::STRAIGHT,
    };
    let decided: Vec<(f32, bool)> = seen
        .iter()
        .map(|&(left, right, compared, same)| {
            let pair = weigher.pair(left, right, compared.levels, compared.rarity);
            (pair.bits, same)
        })
        .collect();
    calibrate::fit(&decided)
}
