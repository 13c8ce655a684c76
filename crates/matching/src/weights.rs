//! What each level of each field is worth, in bits.
//!
//! Fellegi & Sunter 1969: a level's weight is log2 of how much more often it is seen among pairs of one person than among other
//! candidates. Other candidates are of two kinds, strangers and relatives: brothers share family, father and place at once, so
//! that these agreements must not add up as if each were found by itself. Among non-matches a pair of levels is therefore as
//! likely as under a mixture of both kinds (Larsen & Rubin 2001 use more classes for the same reason).

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::compare::{FIELDS, Field, Levels};

/// The shipped tables, with the origin of each number.
const SHIPPED: &str = include_str!("../data/weights.tsv");

/// The largest weight of one field, in bits either way: no table of a few thousand pairs knows more (12 in section 11 of the
/// method notes).
const FIELD_BITS: f64 = 12.0;
/// The largest weight of sex: it is nearly known from the given name already (section 9).
const SEX_BITS: f64 = 3.0;
/// Share of the smaller of two agreeing places that counts: most people die where they were born.
const SECOND_PLACE: f32 = 0.5;
/// Share of matches among candidates in the shipped weights: a candidate set of some thirty a record.
const SHIPPED_SHARE: f64 = 0.05;
/// Share of relatives among the candidates that are no match, in the shipped weights (counted on the lists that `data/weights.tsv`
/// names: 0.02 to 0.08).
const SHIPPED_RELATIVES: f64 = 0.03;

/// A kind of pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// One person.
    Match,
    /// Two people who share nothing but what the keys chose them for.
    Stranger,
    /// Two people of one family.
    Relative,
}

/// How often each level is seen in pairs of one kind: for each field, by level; place 0 (absent) is 1.
pub type Table = Vec<Vec<f64>>;

/// The weights.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    /// Levels of pairs of one person.
    pub matches: Table,
    /// Levels of candidates that are strangers.
    pub strangers: Table,
    /// Levels of candidates that are relatives.
    pub relatives: Table,
    /// Share of relatives among candidates that are no match.
    pub relative_share: f64,
    /// Share of matches among candidates.
    pub share: f64,
    /// The prior in bits of pairs of two lists, the smaller number first; others have that of `share`.
    pub priors: BTreeMap<(u16, u16), f32>,
    bits: Vec<Vec<f32>>,
    kin: Vec<Vec<f32>>,
}

impl Weights {
    /// The weights that come with the program.
    pub fn shipped() -> Self {
        let mut tables = [empty(), empty(), empty()];
        for row in rows() {
            for (table, share) in tables.iter_mut().zip(row.shares) {
                table[row.field as usize][row.level] = share;
            }
        }
        let [matches, strangers, relatives] = tables;
        Self::new(
            matches,
            strangers,
            relatives,
            SHIPPED_RELATIVES,
            SHIPPED_SHARE,
        )
    }

    /// Weights from tables. Every share of a level must be above 0.
    pub fn new(
        matches: Table,
        strangers: Table,
        relatives: Table,
        relative_share: f64,
        share: f64,
    ) -> Self {
        let ratio = |upper: &Table, field: Field| -> Vec<f32> {
            let most = if field == Field::Sex {
                SEX_BITS
            } else {
                FIELD_BITS
            };
            let field = field as usize;
            upper[field]
                .iter()
                .zip(&strangers[field])
                .map(|(one, other)| (one / other).log2().clamp(-most, most) as f32)
                .collect()
        };
        Self {
            bits: Field::ALL.map(|field| ratio(&matches, field)).to_vec(),
            kin: Field::ALL.map(|field| ratio(&relatives, field)).to_vec(),
            matches,
            strangers,
            relatives,
            relative_share,
            share,
            priors: BTreeMap::new(),
        }
    }

    /// Bits of a level of a field: above 0 speaks for one person. 0 for a level that is absent.
    pub fn bits(&self, field: Field, level: u8) -> f32 {
        self.bits[field as usize]
            .get(usize::from(level))
            .copied()
            .unwrap_or(0.0)
    }

    /// Bits of each level of a field from 1 on.
    pub fn of_field(&self, field: Field) -> Vec<f32> {
        self.bits[field as usize].iter().skip(1).copied().collect()
    }

    /// What all levels and the rarity of what agrees say together, in bits, without prior.
    pub fn evidence(&self, levels: &Levels, rarity: f32) -> f32 {
        let sum: f32 = Field::ALL
            .into_iter()
            .map(|field| self.bits(field, levels[field as usize]))
            .sum();
        sum + rarity + self.kinship(levels, rarity) + self.places(levels)
    }

    /// What is taken off because the same levels are usual among relatives, in bits: 0 or below, but for a trifle. Relatives share
    /// a rare name as one person does, so that its rarity says nothing against them.
    pub fn kinship(&self, levels: &Levels, rarity: f32) -> f32 {
        let kin: f32 = (0..FIELDS)
            .map(|field| {
                self.kin[field]
                    .get(usize::from(levels[field]))
                    .copied()
                    .unwrap_or(0.0)
            })
            .sum();
        let share = self.relative_share as f32;
        -((1.0 - share) + share * (kin + rarity.max(0.0)).min(100.0).exp2()).log2()
    }

    /// What is taken off because two agreeing places say less than twice as much, in bits: 0 or below.
    pub fn places(&self, levels: &Levels) -> f32 {
        let place = self.bits(Field::Place, levels[Field::Place as usize]);
        let birth = self.bits(Field::BirthPlace, levels[Field::BirthPlace as usize]);
        -SECOND_PLACE * place.min(birth).max(0.0)
    }

    /// The prior in bits of a pair from these lists.
    pub fn prior(&self, one: u16, other: u16) -> f32 {
        self.priors
            .get(&(one.min(other), one.max(other)))
            .copied()
            .unwrap_or_else(|| bits_of(self.share))
    }
}

/// Log-odds of a probability, in bits.
pub fn bits_of(probability: f64) -> f32 {
    let probability = probability.clamp(1e-9, 1.0 - 1e-9);
    (probability / (1.0 - probability)).log2() as f32
}

/// Probability of log-odds in bits.
pub fn probability_of(bits: f32) -> f64 {
    1.0 / (1.0 + (-f64::from(bits)).exp2())
}

/// A table in which no level was ever seen: a thousandth each, so that a level without a row says nothing.
fn empty() -> Table {
    Field::ALL
        .into_iter()
        .map(|field| {
            let mut shares = vec![0.001; field.levels().len() + 1];
            shares[0] = 1.0;
            shares
        })
        .collect()
}

struct Row {
    field: Field,
    level: usize,
    shares: [f64; 3],
}

/// The rows of the shipped file that name a field and level that there are; a test holds that all do.
fn rows() -> impl Iterator<Item = Row> {
    SHIPPED
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let mut cells = line.split('\t');
            let (field, level) = (cells.next()?, cells.next()?);
            let field = Field::ALL
                .into_iter()
                .find(|known| known.as_str() == field)?;
            let level = field.levels().iter().position(|known| *known == level)? + 1;
            let mut share = || cells.next()?.parse().ok();
            Some(Row {
                field,
                level,
                shares: [share()?, share()?, share()?],
            })
        })
}
