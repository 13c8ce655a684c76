//! What linking did and found, for the reader of its result.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::{
    block::Blocks,
    cluster::Clustering,
    compare::Field,
    em::Unlearned,
    link::Pair,
    record::{RecordIndex, Records},
    weights::{Weights, bits_of},
};

/// The largest clusters that are named.
const LARGEST: usize = 20;
/// Records of one name that nothing tells apart, from which they get a line of their own.
const GROUP: u64 = 50;
/// Expected matches below which reach is not estimated.
const LEAST_RECAPTURED: f64 = 20.0;

/// What was done and found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// Pairs proposed by the keys, each once.
    pub candidates: u64,
    /// Share of the true pairs that the keys are thought to propose, by capture–recapture between the families of keys that are
    /// made of the name alone and the others; absent when there are too few. Pairs that both kinds miss for one reason make it
    /// too high.
    pub reach: Option<f64>,
    /// Records that no name or field tells apart: matched to nobody because nothing can be said.
    pub not_linkable: u64,
    /// Blocks that were too large, and how many records stood in them, the largest first, at most 100. Such records are compared
    /// only where another key brings them together.
    pub capped: Vec<(String, u64)>,
    /// Whether weights were learned from these records, or are the shipped ones.
    pub learned: bool,
    /// Bits per field and level, the best level first.
    pub weights: Vec<(Field, Vec<f32>)>,
    /// Shares that the weights come from.
    pub shares: Vec<Shares>,
    /// Prior in bits: of all candidates. Pairs of two lists have their own.
    pub prior: f32,
    /// Priors in bits for the pairs of two lists, by their numbers.
    pub priors: Vec<((u16, u16), f32)>,
    /// Share of pairs of relatives among candidates that are no match.
    pub relatives: f64,
    /// What a bit of evidence is worth after calibration, and bits added: 1 and 0 when people decided too few pairs.
    pub calibration: (f32, f32),
    /// Expected number of wrong pairs within clusters, and of right pairs outside (those that no key proposed included, where
    /// reach is known).
    pub expected_errors: (f64, f64),
    /// The largest clusters: smallest record and number of records.
    pub largest: Vec<(RecordIndex, u32)>,
    /// Clusters with two records or more of one list: smallest record, list, records of it. The most records first, at most 20.
    pub several_of_one_list: Vec<(RecordIndex, u16, u32)>,
    /// How many such clusters there are.
    pub several_of_one_list_count: u64,
    /// Pairs with a positive weight that a decision or a clean list keeps apart.
    pub held_apart: u64,
    /// Things a reader of the result must know, as codes with facts.
    pub notes: Vec<(String, String)>,
}

/// How often a level is seen.
#[derive(Clone, Debug, PartialEq)]
pub struct Shares {
    /// The field.
    pub field: Field,
    /// The level, from 1.
    pub level: u8,
    /// Among pairs of one person (m).
    pub matches: f64,
    /// Among candidates that are strangers (u).
    pub strangers: f64,
    /// Among candidates that are relatives.
    pub relatives: f64,
}

impl Report {
    /// Adds a note.
    pub(crate) fn note(&mut self, code: &str, fact: String) {
        self.notes.push((code.to_owned(), fact));
    }

    /// Takes over the weights that were used.
    pub(crate) fn take_weights(&mut self, weights: &Weights) {
        self.prior = bits_of(weights.share);
        self.priors = weights
            .priors
            .iter()
            .map(|(&lists, &bits)| (lists, bits))
            .collect();
        self.relatives = weights.relative_share;
        for field in Field::ALL {
            self.weights.push((field, weights.of_field(field)));
            for level in 1..=field.levels().len() {
                let share = |table: &crate::weights::Table| table[field as usize][level];
                self.shares.push(Shares {
                    field,
                    level: level as u8,
                    matches: share(&weights.matches),
                    strangers: share(&weights.strangers),
                    relatives: share(&weights.relatives),
                });
            }
        }
    }

    /// Says why the shipped weights were used.
    pub(crate) fn unlearned(&mut self, why: Unlearned) {
        match why {
            Unlearned::FewRecords(records) => {
                self.note("shipped-weights-few-records", records.to_string());
            }
            Unlearned::FewStrict(pairs) => {
                self.note("shipped-weights-few-strict-pairs", pairs.to_string());
            }
            Unlearned::TooMany(pairs, most) => {
                self.note(
                    "shipped-weights-too-many-matches",
                    format!("{pairs} of at most {most}"),
                );
            }
            Unlearned::Reversed => self.note("shipped-weights-name-speaks-against", String::new()),
        }
    }

    /// Names the blocks that were too large.
    pub(crate) fn take_capped(&mut self, blocks: &Blocks, records: &Records) {
        for capped in &blocks.capped {
            let name = name_of(records, capped.first);
            let what = format!("{}: {name}", capped.family.as_str());
            self.capped.push((what, capped.records));
        }
        if blocks.capped_groups > 0 {
            self.note("capped-blocks", blocks.capped_groups.to_string());
        }
        let identifiers = blocks
            .capped
            .iter()
            .filter(|capped| capped.family == crate::block::Family::Identifier);
        for capped in identifiers {
            self.note("not-an-identifier", capped.records.to_string());
        }
    }

    /// Counts the records that nothing tells apart, and names those of which there are many.
    pub(crate) fn take_not_linkable(&mut self, records: &Records, not_linkable: &[u32]) {
        self.not_linkable = not_linkable.len() as u64;
        let mut groups: BTreeMap<_, (u64, u32)> = BTreeMap::new();
        for &record in not_linkable {
            let name = records.rows[record as usize].names;
            if let Some(name) = name[0].or(name[1]) {
                groups.entry(name).or_insert((0, record)).0 += 1;
            }
        }
        let mut groups: Vec<(u64, u32)> = groups
            .into_values()
            .filter(|(count, _)| *count >= GROUP)
            .collect();
        groups.sort_by_key(|&(count, first)| (std::cmp::Reverse(count), first));
        for (count, first) in groups.into_iter().take(LARGEST) {
            let name = name_of(records, first);
            self.note("cannot-be-told-apart", format!("{count} × {name}"));
        }
    }

    /// Share of true pairs that are proposed, from expected matches found by one kind of key, by the other, and by both
    /// (Chapman 1951: the estimator of Petersen without bias).
    pub(crate) fn take_reach(&mut self, one: f64, other: f64, both: f64) {
        if both >= LEAST_RECAPTURED {
            let all = (one + 1.0) * (other + 1.0) / (both + 1.0) - 1.0;
            self.reach = Some(((one + other - both) / all).clamp(0.0, 1.0));
        }
    }

    /// Looks through the clusters.
    pub(crate) fn take_clusters(
        &mut self,
        records: &Records,
        clustering: &Clustering,
        pairs: &[Pair],
    ) {
        let mut sizes = vec![0u32; records.rows.len()];
        let mut of_list: BTreeMap<(u32, u16), u32> = BTreeMap::new();
        for &first in &clustering.cluster {
            sizes[first as usize] += 1;
        }
        for (row, &first) in records.rows.iter().zip(&clustering.cluster) {
            if sizes[first as usize] > 1 {
                *of_list.entry((first, row.list)).or_default() += 1;
            }
        }
        self.largest = (0..)
            .map(RecordIndex)
            .zip(sizes)
            .filter(|(_, size)| *size > 1)
            .collect();
        self.largest
            .sort_by_key(|&(first, size)| (std::cmp::Reverse(size), first));
        self.largest.truncate(LARGEST);
        let mut several: Vec<(RecordIndex, u16, u32)> = of_list
            .into_iter()
            .filter(|(_, count)| *count > 1)
            .map(|((first, list), count)| (RecordIndex(first), list, count))
            .collect();
        self.several_of_one_list_count = several.len() as u64;
        several.sort_by_key(|&(first, list, count)| (std::cmp::Reverse(count), first, list));
        several.truncate(LARGEST);
        self.several_of_one_list = several;
        self.held_apart = clustering.held_apart.len() as u64;
        let (mut wrong, mut missed, mut found) = (0.0, 0.0, 0.0);
        for pair in pairs {
            let probability = f64::from(pair.probability);
            let cluster = |record: RecordIndex| clustering.cluster[record.0 as usize];
            if cluster(pair.left) == cluster(pair.right) {
                wrong += 1.0 - probability;
                found += probability;
            } else {
                missed += probability;
            }
        }
        let all = (found + missed) / self.reach.unwrap_or(1.0).max(0.01);
        self.expected_errors = (wrong, all - found);
    }
}

/// The name of a record in normal form.
fn name_of(records: &Records, record: u32) -> String {
    let row = &records.rows[record as usize];
    let parts: Vec<&str> = row.names[0]
        .or(row.names[1])
        .into_iter()
        .flat_map(|name| records.names.parts(name))
        .map(|(part, _)| records.names.text(part))
        .collect();
    parts.join(" ")
}
