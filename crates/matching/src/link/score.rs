//! Candidates are compared: a sample to learn from, then all of them for their weights.

use std::collections::BTreeMap;

use names::{part::Role, rarity::Rarity};

use super::{Pair, Progress, Settings};
use crate::{
    block::{Blocks, Candidate, Gather},
    calibrate::Line,
    compare::{Compared, Field, Levels, RecordComparer},
    em::{Count, Patterns, Spread},
    record::{Record, RecordIndex, Records},
    share::over_records,
    weights::{Weights, probability_of},
};

/// Pairs that weights are learned from, at most: more say nothing new (section 13 of the method notes).
const SAMPLE: u64 = 2_000_000;
/// Score from which names count as alike in a strict pair (section 10).
const STRICT_NAME: f32 = 0.8;
/// Bits in the shipped weights from which a level counts as agreement in a strict pair.
const STRICT_BITS: f32 = 2.0;

/// A pair that was compared.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    pub(super) left: u32,
    pub(super) right: u32,
    pub(super) rarity: f32,
    pub(super) levels: Levels,
    by_name: bool,
    by_field: bool,
    strict: bool,
}

/// What was found over all candidates.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally {
    pub(super) candidates: u64,
    /// Expected matches, and of them those found by keys of the name, by keys with another field, by both.
    pub(super) matches: f64,
    pub(super) by_name: f64,
    pub(super) by_field: f64,
    pub(super) by_both: f64,
}

/// Candidates of all records, and those who compare them.
#[derive(Debug)]
pub(super) struct Scorer<'r> {
    records: &'r Records,
    workers: Vec<Worker<'r>>,
    thresholds: Vec<u32>,
    /// At most so many candidates.
    most: u64,
}

#[derive(Debug)]
struct Worker<'r> {
    gather: Gather<'r>,
    comparer: RecordComparer<'r>,
    candidates: Vec<Candidate>,
}

impl<'r> Scorer<'r> {
    pub(super) fn new(
        records: &'r Records,
        rarity: &'r Rarity,
        blocks: &'r Blocks,
        clean: &'r [u16],
        settings: &Settings,
    ) -> Self {
        let mut workers: Vec<Worker<'r>> = (0..settings.threads.max(1))
            .map(|_| Worker {
                gather: Gather::new(blocks, clean, settings.thorough),
                comparer: RecordComparer::new(records, rarity),
                candidates: Vec::new(),
            })
            .collect();
        let made = over_records(
            &mut workers,
            records.rows.len() as u32,
            &|worker, range| {
                range
                    .map(|record| worker.gather.threshold(record))
                    .collect::<Vec<_>>()
            },
            &mut |_| {},
        );
        let (mut thresholds, mut most) = (Vec::with_capacity(records.rows.len()), 0);
        for (threshold, kept) in made.into_iter().flatten() {
            thresholds.push(threshold);
            most += u64::from(kept);
        }
        Self {
            records,
            workers,
            thresholds,
            most,
        }
    }

    /// Compares the candidates of every record or, when they are too many, of records chosen by a hash. Also the share of the
    /// records that were taken.
    pub(super) fn sample(&mut self, shipped: &Weights) -> (Vec<Seen>, f64) {
        let step = self.most.div_ceil(SAMPLE).max(1);
        let (records, thresholds) = (self.records, &self.thresholds);
        let made = over_records(
            &mut self.workers,
            records.rows.len() as u32,
            &|worker, range| {
                let mut seen = Vec::new();
                for record in range.filter(|&record| hash(record).is_multiple_of(step)) {
                    worker.each(record, thresholds, &mut |candidate, compared| {
                        seen.push(Seen {
                            left: record,
                            right: candidate.other,
                            rarity: compared.rarity,
                            levels: compared.levels,
                            by_name: candidate.by_name,
                            by_field: candidate.by_field,
                            strict: strict(records, shipped, record, candidate.other, &compared),
                        });
                    });
                }
                seen
            },
            &mut |_| {},
        );
        (made.concat(), 1.0 / step as f64)
    }

    /// Weighs all candidates; those over the floor are kept, in order. `sample` is used again when it holds them all.
    pub(super) fn all(
        &mut self,
        sample: Option<Vec<Seen>>,
        weigher: &Weigher<'_>,
        floor: f32,
        progress: &mut dyn FnMut(Progress),
    ) -> (Vec<Pair>, Tally) {
        let (mut pairs, mut tally) = (Vec::new(), Tally::default());
        if let Some(sample) = sample {
            for seen in &sample {
                tally.take(weigher, seen, floor, &mut pairs);
            }
            return (pairs, tally);
        }
        let thresholds = &self.thresholds;
        let records = self.records.rows.len() as u32;
        let made = over_records(
            &mut self.workers,
            records,
            &|worker, range| {
                let (mut pairs, mut tally) = (Vec::new(), Tally::default());
                for record in range {
                    worker.each(record, thresholds, &mut |candidate, compared| {
                        let seen = Seen {
                            left: record,
                            right: candidate.other,
                            rarity: compared.rarity,
                            levels: compared.levels,
                            by_name: candidate.by_name,
                            by_field: candidate.by_field,
                            strict: false,
                        };
                        tally.take(weigher, &seen, floor, &mut pairs);
                    });
                }
                (pairs, tally)
            },
            &mut |done| progress(Progress::Pairs(u64::from(done), u64::from(records))),
        );
        for (more, part) in made {
            pairs.extend(more);
            tally.merge(&part);
        }
        (pairs, tally)
    }

    /// Compares one pair.
    pub(super) fn compare(&mut self, left: u32, right: u32) -> Compared {
        self.workers[0]
            .comparer
            .compare(RecordIndex(left), RecordIndex(right))
    }

    /// The records that could not even be matched to themselves: nothing they say is rare enough. Of records that say a name and
    /// nothing else, all that have the name are as likely to be the one.
    pub(super) fn not_linkable(&mut self, weigher: &Weigher<'_>) -> Vec<u32> {
        let mut namesakes = vec![0u32; self.records.names.len()];
        for name in self.records.rows.iter().filter_map(|row| row.names[0]) {
            namesakes[name.0 as usize] += 1;
        }
        let (rows, namesakes) = (&self.records.rows, &namesakes);
        over_records(
            &mut self.workers,
            rows.len() as u32,
            &|worker, range| {
                range
                    .filter(|&record| {
                        let itself = RecordIndex(record);
                        let compared = worker.comparer.compare(itself, itself);
                        let choice = rows[record as usize].names[0]
                            .filter(|_| says_only_a_name(&compared.levels))
                            .map_or(1, |name| namesakes[name.0 as usize].max(1));
                        weigher.alone(&compared) <= (choice as f32).log2()
                    })
                    .collect::<Vec<_>>()
            },
            &mut |_| {},
        )
        .concat()
    }
}

/// Nothing but the name, and perhaps the sex, which follows from it.
fn says_only_a_name(levels: &Levels) -> bool {
    Field::ALL
        .into_iter()
        .all(|field| matches!(field, Field::Name | Field::Sex) || levels[field as usize] == 0)
}

impl Worker<'_> {
    fn each(
        &mut self,
        record: u32,
        thresholds: &[u32],
        each: &mut dyn FnMut(&Candidate, Compared),
    ) {
        self.candidates.clear();
        self.gather
            .candidates(record, thresholds, &mut self.candidates);
        for candidate in &self.candidates {
            let compared = self
                .comparer
                .compare(RecordIndex(record), RecordIndex(candidate.other));
            each(candidate, compared);
        }
    }
}

impl Tally {
    fn take(&mut self, weigher: &Weigher<'_>, seen: &Seen, floor: f32, pairs: &mut Vec<Pair>) {
        let pair = weigher.pair(seen.left, seen.right, seen.levels, seen.rarity);
        let probability = f64::from(pair.probability);
        self.candidates += 1;
        self.matches += probability;
        // Doubtful pairs are left out of the recapture: among many of them nearly all are wrong.
        if pair.bits > 0.0 {
            self.by_name += f64::from(u8::from(seen.by_name)) * probability;
            self.by_field += f64::from(u8::from(seen.by_field)) * probability;
            self.by_both += f64::from(u8::from(seen.by_name && seen.by_field)) * probability;
        }
        if pair.bits >= floor {
            pairs.push(pair);
        }
    }

    fn merge(&mut self, other: &Self) {
        self.candidates += other.candidates;
        self.matches += other.matches;
        self.by_name += other.by_name;
        self.by_field += other.by_field;
        self.by_both += other.by_both;
    }
}

/// Weighs pairs with weights that are settled.
#[derive(Clone, Copy, Debug)]
pub(super) struct Weigher<'w> {
    pub(super) records: &'w Records,
    pub(super) weights: &'w Weights,
    pub(super) line: Line,
}

impl Weigher<'_> {
    pub(super) fn prior(&self, left: u32, right: u32) -> f32 {
        let list = |record: u32| self.records.rows[record as usize].list;
        self.weights.prior(list(left), list(right))
    }

    pub(super) fn pair(&self, left: u32, right: u32, levels: Levels, rarity: f32) -> Pair {
        let bits = self
            .line
            .at(self.weights.evidence(&levels, rarity) + self.prior(left, right));
        Pair {
            left: RecordIndex(left),
            right: RecordIndex(right),
            bits,
            probability: probability_of(bits) as f32,
            levels,
            rarity,
        }
    }

    /// Weight of a record against a copy of itself in another list.
    fn alone(&self, compared: &Compared) -> f32 {
        self.line
            .at(self.weights.evidence(&compared.levels, compared.rarity)
                + crate::weights::bits_of(self.weights.share))
    }
}

/// Counts of patterns in a sample, without the pairs that people decided; those are given by their levels.
pub(super) fn patterns(
    sample: &[Seen],
    decided: &BTreeMap<(u32, u32), bool>,
    judged: &[(Levels, bool)],
) -> Patterns {
    // Sorted and counted in runs: a tree asked for each of millions of pairs takes a fifth of all the time.
    let mut seen: Vec<(u128, bool)> = undecided(sample, decided)
        .map(|seen| (packed(&seen.levels), seen.strict))
        .collect();
    seen.sort_unstable();
    let mut patterns = Patterns::new();
    for run in seen.chunk_by(|one, other| one.0 == other.0) {
        let strict = run.iter().filter(|(_, strict)| *strict).count();
        let count = Count {
            pairs: run.len() as f64,
            strict: strict as f64,
            ..Count::default()
        };
        patterns.insert(unpacked(run[0].0), count);
    }
    for (levels, same) in judged {
        let Count {
            same: yes,
            different: no,
            ..
        } = patterns.entry(*levels).or_default();
        *(if *same { yes } else { no }) += 1.0;
    }
    patterns
}

/// Levels as one number, in their order.
fn packed(levels: &Levels) -> u128 {
    levels
        .iter()
        .fold(0, |number, &level| number << 8 | u128::from(level))
}

fn unpacked(number: u128) -> Levels {
    let mut levels = Levels::default();
    for (place, level) in levels.iter_mut().rev().enumerate() {
        *level = (number >> (8 * place)) as u8;
    }
    levels
}

/// Weights of the sample without prior, by the two lists that a pair comes from.
pub(super) fn spreads(
    sample: &[Seen],
    decided: &BTreeMap<(u32, u32), bool>,
    records: &Records,
    weights: &Weights,
) -> BTreeMap<(u16, u16), Spread> {
    let mut spreads: BTreeMap<(u16, u16), Spread> = BTreeMap::new();
    for seen in undecided(sample, decided) {
        let list = |record: u32| records.rows[record as usize].list;
        let (one, other) = (list(seen.left), list(seen.right));
        spreads
            .entry((one.min(other), one.max(other)))
            .or_default()
            .add(weights.evidence(&seen.levels, seen.rarity));
    }
    spreads
}

fn undecided<'s>(
    sample: &'s [Seen],
    decided: &'s BTreeMap<(u32, u32), bool>,
) -> impl Iterator<Item = &'s Seen> {
    sample
        .iter()
        .filter(|seen| decided.is_empty() || !decided.contains_key(&(seen.left, seen.right)))
}

/// Two parts of the name are alike, and a father, date, place or identifier agrees.
fn strict(
    records: &Records,
    shipped: &Weights,
    left: u32,
    right: u32,
    compared: &Compared,
) -> bool {
    compared.name >= STRICT_NAME
        && [
            Field::Father,
            Field::Birth,
            Field::Event,
            Field::Place,
            Field::Identifier,
        ]
        .into_iter()
        .any(|field| shipped.bits(field, compared.levels[field as usize]) >= STRICT_BITS)
        && [left, right]
            .into_iter()
            .all(|record| has_two_parts(records, &records.rows[record as usize]))
}

fn has_two_parts(records: &Records, row: &Record) -> bool {
    row.names.iter().flatten().any(|name| {
        let parts = records.names.parts(*name);
        parts
            .filter(|(_, role)| !matches!(role, Role::Title | Role::Particle | Role::Initial))
            .nth(1)
            .is_some()
    })
}

/// A number that has nothing to do with the order of records (Knuth's multiplicative hash, TAOCP 6.4).
fn hash(record: u32) -> u64 {
    (u64::from(record).wrapping_mul(0x9e37_79b9_7f4a_7c15)) >> 32
}
