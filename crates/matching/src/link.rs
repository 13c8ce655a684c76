//! Linkage from end to end: candidates, weights, clusters.

use crate::{
    cluster::{Clustering, Contradiction, Edge},
    compare::{Field, Levels},
    record::{RecordIndex, Records},
};

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
    /// Candidates are scored: done, of all.
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
}

/// What was done and found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// Pairs proposed by the keys, each once.
    pub candidates: u64,
    /// Share of the true pairs that the keys are thought to propose, by capture–recapture between two families; absent when
    /// there are too few.
    pub reach: Option<f64>,
    /// Records that no name or field tells apart: matched to nobody because nothing can be said.
    pub not_linkable: u64,
    /// Blocks that were too large, and how many records stood in them.
    pub capped: Vec<(String, u64)>,
    /// Whether weights were learned from these records, or are the shipped ones.
    pub learned: bool,
    /// Bits per field and level.
    pub weights: Vec<(Field, Vec<f32>)>,
    /// Prior in bits.
    pub prior: f32,
    /// Expected number of wrong pairs within clusters, and of right pairs outside.
    pub expected_errors: (f64, f64),
    /// Things a reader of the result must know, as codes with facts.
    pub notes: Vec<(String, String)>,
}

/// Links the records.
pub fn link(
    records: &Records,
    judged: &Judged,
    settings: &Settings,
    progress: &mut dyn FnMut(Progress),
) -> Result<Linkage, Contradiction> {
    let _ = (judged, settings);
    progress(Progress::Keys);
    let edges: Vec<Edge> = Vec::new();
    let clustering = crate::cluster::cluster(
        records.rows.len() as u32,
        &edges,
        &crate::cluster::Constraints::default(),
        &mut |_, _| -1.0,
    )?;
    Ok(Linkage {
        pairs: Vec::new(),
        clustering,
        report: Report::default(),
    })
}

/// Why a pair has its weight: field, level in words, bits; the names part by part first. The bits and the prior add up to the
/// weight.
pub fn reasons(records: &Records, linkage: &Linkage, pair: &Pair) -> Vec<(String, f32)> {
    let _ = (records, linkage, pair);
    Vec::new()
}
