//! Weights learned from the candidates themselves, without a single known pair.
//!
//! Expectation and maximisation (Jaro 1989; Winkler 1988) over counts of level patterns, with three kinds of pairs: matches,
//! strangers and relatives. What strangers look like is learned too, among the candidates: with a distribution of random pairs
//! everything that keys select looks like a match (section 10 of the method notes). Rarity stays outside: with matches under one
//! in a hundred it lets their number run off; only the prior is estimated with it afterwards.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::{
    calibrate::rising,
    compare::{Field, Levels},
    weights::{Kind, Table, Weights, bits_of, probability_of},
};

/// Rounds, at most. The method notes found that a dozen come close to what the truth gives; a start without any pair that differs
/// in what made it strict takes longer.
pub const ROUNDS: u32 = 40;
/// Change of the share of matches, as part of itself, below which the rounds end.
const SETTLED: f64 = 1e-4;
/// Strict pairs from which learning can start (section 10).
pub const LEAST_STRICT: f64 = 200.0;
/// Records below which the shipped weights are kept. The method notes (section 10) say 2,000; on lists of 900 to 2,700 records with
/// known truth, and on febrl1, learning was as good or better (bench/RESULTS.md), and strict pairs guard against too little.
pub const LEAST_RECORDS: usize = 500;
/// Pairs that the shipped weights count for (section 10).
const SHIPPED_PAIRS: f64 = 50.0;
/// Pairs that the shipped weights of relatives count for: that kind is the least certain to be found where it was meant.
const SHIPPED_RELATIVES: f64 = 1_000.0;
/// What a pair that a person decided counts for, in pairs of the machine: by hand.
const JUDGED: f64 = 4.0;
/// What the shipped weights count for at the start, as part of the strict pairs: these agree by choice, and what they never show
/// would take many rounds to be believed.
const SHIPPED_START: f64 = 0.5;
/// Chance that a strict pair is one person, at the start; a fifth of them wrong does no harm (section 10).
const STRICT: f64 = 0.9;
/// Candidates of two lists below which their own share of matches is drawn to that of all lists (section 10: n / (n + 200)).
const OWN_SHARE: f64 = 200.0;

/// How many pairs show a pattern.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Count {
    /// Pairs of which nobody decided anything.
    pub pairs: f64,
    /// Those among them that are strict: alike in two parts of the name and in a date or place.
    pub strict: f64,
    /// Pairs decided to be one person.
    pub same: f64,
    /// Pairs decided to be two.
    pub different: f64,
}

/// Counts of patterns, in their order.
pub type Patterns = BTreeMap<Levels, Count>;

/// Why nothing was learned.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Unlearned {
    /// Too few records: so many.
    FewRecords(u64),
    /// Too few pairs from which learning could start: so many.
    FewStrict(u64),
    /// It held too many pairs for one person: so many, when at most so many can be.
    TooMany(u64, u64),
    /// Equal names came out as speaking against one person.
    Reversed,
}

/// Learns the weights. `most` is the largest number of matches there can be among the patterns; `round` is told each round.
pub fn learn(
    patterns: &Patterns,
    shipped: &Weights,
    most: f64,
    round: &mut dyn FnMut(u32),
) -> Result<Weights, Unlearned> {
    let strict: f64 = patterns.values().map(|count| count.strict).sum();
    if strict < LEAST_STRICT {
        return Err(Unlearned::FewStrict(strict as u64));
    }
    let mut learned = counted(
        patterns,
        shipped,
        strict * SHIPPED_START,
        &|levels, count| {
            let sure = count.strict * STRICT;
            let rest = count.pairs - sure;
            let kin = kin_share(shipped, levels);
            [sure, rest * (1.0 - kin), rest * kin]
        },
    );
    for number in 1..=ROUNDS {
        round(number);
        let now = learned;
        learned = counted(patterns, shipped, SHIPPED_PAIRS, &|levels, count| {
            shares(&now, levels).map(|share| share * count.pairs)
        });
        if (learned.share / now.share - 1.0).abs() < SETTLED {
            break;
        }
    }
    let matches: f64 = patterns
        .iter()
        .map(|(levels, count)| shares(&learned, levels)[0] * count.pairs)
        .sum();
    if matches > most {
        return Err(Unlearned::TooMany(matches as u64, most as u64));
    }
    if learned.bits(Field::Name, 1) <= 0.0 {
        return Err(Unlearned::Reversed);
    }
    Ok(learned)
}

/// Weights as counted when each pattern's pairs are shared out among the three kinds, and the shipped weights count for `trust`
/// pairs of one person.
fn counted(
    patterns: &Patterns,
    shipped: &Weights,
    trust: f64,
    share_out: &dyn Fn(&Levels, &Count) -> [f64; 3],
) -> Weights {
    let mut tables = [
        seeded(&shipped.matches, trust),
        seeded(&shipped.strangers, SHIPPED_PAIRS),
        seeded(&shipped.relatives, SHIPPED_RELATIVES),
    ];
    let mut sums = [0.0f64; 3];
    for (levels, count) in patterns {
        let mut shared = share_out(levels, count);
        for (sum, share) in sums.iter_mut().zip(shared) {
            *sum += share;
        }
        let kin = kin_share(shipped, levels);
        shared[Kind::Match as usize] += JUDGED * count.same;
        shared[Kind::Stranger as usize] += JUDGED * count.different * (1.0 - kin);
        shared[Kind::Relative as usize] += JUDGED * count.different * kin;
        for (table, share) in tables.iter_mut().zip(shared) {
            for (field, &level) in levels.iter().enumerate() {
                if let Some(cell) = table[field]
                    .get_mut(usize::from(level))
                    .filter(|_| level > 0)
                {
                    *cell += share;
                }
            }
        }
    }
    let [mut matches, strangers, mut relatives] = tables;
    // What makes two people relatives is settled: another name, one family, one father. A kind whose names were learned too
    // would take whatever fits the other two least, matches with a wrong date before all.
    for field in [Field::Name, Field::Father] {
        relatives[field as usize].clone_from(&shipped.relatives[field as usize]);
    }
    for field in Field::ALL {
        orderly(&mut matches[field as usize], &strangers[field as usize]);
    }
    let [one, strangers_sum, kin] = sums;
    Weights::new(
        normal(&matches),
        normal(&strangers),
        normal(&relatives),
        ((kin + 1.0) / (strangers_sum + kin + 2.0)).clamp(1e-6, 0.5),
        ((one + 1.0) / (one + strangers_sum + kin + 2.0)).clamp(1e-6, 1.0 - 1e-6),
    )
}

/// Counts of levels that start as the shipped shares of `pairs` pairs.
fn seeded(shipped: &Table, pairs: f64) -> Table {
    shipped
        .iter()
        .map(|shares| shares.iter().map(|share| share * pairs).collect())
        .collect()
}

fn normal(counts: &Table) -> Table {
    counts
        .iter()
        .map(|counts| {
            let sum: f64 = counts.iter().skip(1).sum();
            counts
                .iter()
                .enumerate()
                .map(|(level, count)| if level == 0 { 1.0 } else { count / sum })
                .collect()
        })
        .collect()
}

/// Makes the ratio of matches to strangers fall from the best level to the worst, by pooling neighbours that do not (pool
/// adjacent violators; Ayer et al. 1955). The matches of pooled levels are shared out as their strangers are.
fn orderly(matches: &mut [f64], strangers: &[f64]) {
    let levels = 1..matches.len();
    let points: Vec<(f64, f64)> = levels
        .clone()
        .rev()
        .map(|level| (matches[level] / strangers[level], strangers[level]))
        .collect();
    for (level, ratio) in levels.rev().zip(rising(&points)) {
        matches[level] = ratio * strangers[level];
    }
}

/// Chances of the three kinds for a pattern: match, stranger, relative.
fn shares(weights: &Weights, levels: &Levels) -> [f64; 3] {
    let log = |table: &Table, share: f64| {
        let mut log = share.max(1e-12).ln();
        for (field, &level) in levels.iter().enumerate() {
            log += table[field]
                .get(usize::from(level))
                .map_or(0.0, |share| share.ln());
        }
        log
    };
    let other = 1.0 - weights.share;
    let logs = [
        log(&weights.matches, weights.share),
        log(&weights.strangers, other * (1.0 - weights.relative_share)),
        log(&weights.relatives, other * weights.relative_share),
    ];
    let most = logs.iter().copied().fold(f64::MIN, f64::max);
    let odds = logs.map(|log| (log - most).exp());
    let sum: f64 = odds.iter().sum();
    odds.map(|odd| odd / sum)
}

/// Chance that a pair that is no match is one of relatives.
fn kin_share(weights: &Weights, levels: &Levels) -> f64 {
    let [_, stranger, kin] = shares(weights, levels);
    kin / (stranger + kin)
}

/// Width of a bin of the weights from which the prior is estimated, in bits.
const BIN: f32 = 0.25;
/// Bins on either side of 0.
const BINS: i32 = 240;

/// Weights of pairs of two lists, counted in bins.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    counts: Vec<f64>,
    /// How many pairs.
    pub pairs: f64,
}

impl Default for Spread {
    fn default() -> Self {
        Self {
            counts: vec![0.0; 2 * BINS as usize + 1],
            pairs: 0.0,
        }
    }
}

impl Spread {
    /// Counts a pair whose evidence with rarity, without prior, is so many bits.
    pub fn add(&mut self, bits: f32) {
        let bin = ((bits / BIN).round() as i32).clamp(-BINS, BINS) + BINS;
        self.counts[bin as usize] += 1.0;
        self.pairs += 1.0;
    }

    fn merge(&mut self, other: &Self) {
        for (count, more) in self.counts.iter_mut().zip(&other.counts) {
            *count += more;
        }
        self.pairs += other.pairs;
    }

    /// The share of matches that explains the weights best, drawn towards `towards` as by so many pairs.
    fn share(&self, towards: f64, weight: f64) -> f64 {
        let mut share = towards;
        for _ in 0..100 {
            let prior = bits_of(share);
            let matches: f64 = (-BINS..=BINS)
                .zip(&self.counts)
                .map(|(bin, count)| count * probability_of(prior + bin as f32 * BIN))
                .sum();
            share = (matches + weight * towards) / (self.pairs + weight);
        }
        share
    }
}

/// Estimates the prior again, with rarity in the weights: of all pairs, and of the pairs of each two lists.
pub fn priors(weights: &mut Weights, spreads: &BTreeMap<(u16, u16), Spread>) {
    let mut all = Spread::default();
    for spread in spreads.values() {
        all.merge(spread);
    }
    weights.share = all.share(weights.share, SHIPPED_PAIRS);
    weights.priors = spreads
        .iter()
        .map(|(&lists, spread)| (lists, bits_of(spread.share(weights.share, OWN_SHARE))))
        .collect();
}
