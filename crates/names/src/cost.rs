//! How far two words are from being spellings of one: weighted edits between their sounds, by pair of scripts.

mod gap;
mod pair;
mod sieve;
mod table;
#[cfg(test)]
mod tests;
mod trace;

use crate::sound::{
    Readings, SOUNDS, Sounds, Writing,
    code::{self, FIRST_FOREIGN},
};

pub(crate) use pair::pair_of;
pub(crate) use sieve::Sieve;
pub use trace::differences;

/// How alike two words are, from 0 to 1: 1 when one is a common way of writing the other, 0 when they share nothing.
/// Symmetric. 0 when either is empty: an empty reading is no evidence.
///
/// 1 − `STEEPNESS` · cost ⁄ weight of the longer, the best over the readings, of which the less likely cost a little.
pub fn similarity(left: &Readings, right: &Readings) -> f32 {
    similarity_from(0.0, left, right)
}

/// As `similarity`, but 0 for what is less alike than `floor`, which is found out sooner.
pub fn similarity_from(floor: f32, left: &Readings, right: &Readings) -> f32 {
    match best(left, right, floor) {
        Some((cost, weight, _, _)) => {
            let alike = alike(cost, weight);
            if alike < floor { 0.0 } else { alike }
        }
        None => 0.0,
    }
}

/// One place at which two words differ, and how that is accounted for.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// Sounds of the left word there, as Latin letters for people to read; empty when it has none.
    pub left: String,
    /// Sounds of the right word there.
    pub right: String,
    /// Why they may differ.
    pub why: Why,
    /// What it costs: 1 is one consonant for another.
    pub cost: f32,
}

/// Why two spellings of one word may differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Why {
    /// A short vowel that one script does not write.
    VowelNotWritten,
    /// Vowels that spellings confuse.
    VowelConfused,
    /// A long vowel is written on one side only.
    LongVowel,
    /// Consonants that spellings confuse.
    ConsonantConfused,
    /// The article, or its l taken on by the next consonant.
    Article,
    /// A vowel sign, h or t at the end of a word.
    Ending,
    /// Letters that differ by dots alone.
    Dots,
    /// Two neighbours changed places.
    Swapped,
    /// Another sound, or one too many: speaks against one word.
    Other,
}

impl Why {
    /// The word for it in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::VowelNotWritten => "vowel-not-written",
            Self::VowelConfused => "vowel-confused",
            Self::LongVowel => "long-vowel",
            Self::ConsonantConfused => "consonant-confused",
            Self::Article => "article",
            Self::Ending => "ending",
            Self::Dots => "dots",
            Self::Swapped => "swapped",
            Self::Other => "other",
        }
    }
}

/// How fast similarity falls with cost: a word is another when this part of its consonants is.
const STEEPNESS: f32 = 1.6;
/// The least that a word weighs, in hundredths of a consonant: a single letter is not all of a name.
const LEAST_WEIGHT: u16 = 120;
/// What the second, third and fourth reading of a word cost, in hundredths of a consonant.
const RANKS: [u16; crate::sound::READINGS] = [0, 4, 7, 10];
/// What two consonants in the other order cost.
const SWAP: u16 = 55;

/// Which tables hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pair {
    Alphabets,
    AbjadAlphabet,
    Abjads,
}

/// What the comparison of two words looks up.
struct Costs {
    table: &'static table::Table,
    gaps: &'static gap::Gaps,
}

impl Costs {
    fn of(pair: Pair) -> Self {
        let (table, gaps) = match pair {
            Pair::Alphabets => (&table::ALPHABETS, &gap::ALPHABETS),
            Pair::AbjadAlphabet => (&table::ABJAD_ALPHABET, &gap::ABJAD_ALPHABET),
            Pair::Abjads => (&table::ABJADS, &gap::ABJADS),
        };
        Self { table, gaps }
    }

    #[inline]
    fn instead(&self, left: u8, right: u8) -> u16 {
        if left == right {
            0
        } else {
            u16::from(self.table[code::row(left)][code::row(right)])
        }
    }

    #[inline]
    fn missing(&self, class: u8, gap: u8) -> u16 {
        u16::from(self.gaps.by_class[usize::from(class)][usize::from(gap)])
    }
}

/// The words in the order of the tables; `true` when they were turned.
fn ordered<'r>(
    left: &'r Readings,
    right: &'r Readings,
) -> (&'r Readings, &'r Readings, Pair, bool) {
    let pair = match (left.writing(), right.writing()) {
        (Writing::Abjad, Writing::Alphabet) => return (left, right, Pair::AbjadAlphabet, false),
        (Writing::Alphabet, Writing::Abjad) => return (right, left, Pair::AbjadAlphabet, true),
        (Writing::Alphabet, Writing::Alphabet) => Pair::Alphabets,
        (Writing::Abjad, Writing::Abjad) => Pair::Abjads,
    };
    // The same order whichever comes first, so that the result is the same to the last bit.
    if left.comes_after(right) {
        (right, left, pair, true)
    } else {
        (left, right, pair, false)
    }
}

/// The least cost over all readings relative to the weight, that weight, and which readings. `None` when an empty reading is all there is.
fn best(left: &Readings, right: &Readings, floor: f32) -> Option<(u16, u16, usize, usize)> {
    if left.is_empty() || right.is_empty() {
        return None;
    }
    let (left, right, pair, turned) = ordered(left, right);
    let costs = Costs::of(pair);
    let mut found: Option<(u16, u16, usize, usize)> = None;
    'all: for (one, left) in left.ways().iter().enumerate() {
        for (other, right) in right.ways().iter().enumerate() {
            let weight = left.weight().max(right.weight()).max(LEAST_WEIGHT);
            let rank = RANKS[one] + RANKS[other];
            // What is to be beaten, as a cost at this weight.
            let limit = match found {
                Some((cost, of, _, _)) => {
                    (u32::from(cost) * u32::from(weight)).div_ceil(u32::from(of)) as u16
                }
                None => cost_at(floor, weight),
            };
            if rank >= limit && found.is_some() || hopeless(left, right, pair, limit) {
                continue;
            }
            let cost = distance(&costs, left, right, limit.saturating_sub(rank)) + rank;
            if cost < limit {
                found = Some((cost, weight, one, other));
                if cost == 0 {
                    break 'all;
                }
            }
        }
    }
    let (cost, weight, one, other) = found.unwrap_or((u16::MAX, LEAST_WEIGHT, 0, 0));
    Some(if turned {
        (cost, weight, other, one)
    } else {
        (cost, weight, one, other)
    })
}

fn alike(cost: u16, weight: u16) -> f32 {
    (1.0 - STEEPNESS * f32::from(cost) / f32::from(weight)).max(0.0)
}

/// The least cost at which words of this weight are less alike than `floor`.
fn cost_at(floor: f32, weight: u16) -> u16 {
    ((1.0 - floor) * f32::from(weight) / STEEPNESS) as u16 + 1
}

/// Whether so many consonants have nothing near them in the other word that the cost cannot stay under `limit`.
///
/// A bound from below: each strong consonant with nothing within 100 (50) of it in the other word costs as much, and so does each
/// that is one too many.
fn hopeless(left: &Sounds, right: &Sounds, pair: Pair, limit: u16) -> bool {
    let bound = |one: &Sounds, other: &Sounds, to_abjad: bool| {
        let [near, nearer] = other.reach(to_abjad);
        let missing = (one.strong() & !near).count_ones() + (one.strong() & !nearer).count_ones();
        let spare = one.hard().saturating_sub(other.consonants());
        (missing * 50).max(u32::from(spare) * 100)
    };
    let (left_abjad, right_abjad) = match pair {
        Pair::Alphabets => (false, false),
        Pair::AbjadAlphabet => (true, false),
        Pair::Abjads => (true, true),
    };
    bound(left, right, left_abjad).max(bound(right, left, right_abjad)) >= u32::from(limit)
}

/// The least cost of turning one into the other, in hundredths of a consonant; any number from `limit` up when it is not less.
fn distance(costs: &Costs, left: &Sounds, right: &Sounds, limit: u16) -> u16 {
    let (lefts, rights) = (left.codes(), right.codes());
    let short = rights.len();
    let (right_classes, right_gaps, right_pairs) =
        (right.classes(), &right.gaps()[1..], right.pairs());
    let right_start = right.gaps()[0];
    let mut earlier = [0u16; SOUNDS + 1];
    let mut before = [0u16; SOUNDS + 1];
    let mut now = [0u16; SOUNDS + 1];
    for (column, class) in right_classes.iter().enumerate() {
        before[column + 1] = before[column] + costs.missing(*class, left.gaps()[0]);
    }
    let mut last_least = 0;
    for (line, (&one, &class)) in lefts.iter().zip(left.classes()).enumerate() {
        let instead = &costs.table[code::row(one)];
        let missing = &costs.gaps.by_class[usize::from(class) & 63];
        let spare = &costs.gaps.by_gap[usize::from(left.gaps()[line + 1]) & 7];
        let pair = left.pairs()[line];
        let mut current = before[0] + u16::from(missing[usize::from(right_start) & 7]);
        now[0] = current;
        let mut least = current;
        let rest = rights
            .iter()
            .zip(right_classes)
            .zip(right_gaps.iter().zip(right_pairs));
        for (column, ((&other, &other_class), (&gap, &right_pair))) in rest.enumerate() {
            let same = one == other;
            let taken = if same {
                0
            } else {
                u16::from(instead[code::row(other)])
            };
            let mut cost = (before[column] + taken)
                .min(before[column + 1] + u16::from(missing[usize::from(gap) & 7]))
                .min(current + u16::from(spare[usize::from(other_class) & 63]));
            if pair != 0 {
                cost = cost.min(earlier[column] + pair::cost(pair, other));
            }
            if right_pair != 0 {
                cost = cost.min(before[column - 1] + pair::cost(right_pair, one));
            }
            if line > 0
                && column > 0
                && one == rights[column - 1]
                && swapped(lefts, rights, line + 1, column + 1)
            {
                cost = cost.min(earlier[column - 1] + SWAP);
            }
            now[column + 1] = cost;
            current = cost;
            least = least.min(cost);
        }
        // Steps of two lines may pass over one of them.
        if least.min(last_least) >= limit && line > 0 {
            return least.min(last_least);
        }
        last_least = least;
        (earlier, before, now) = (before, now, earlier);
    }
    before[short]
}

#[inline]
fn swapped(lefts: &[u8], rights: &[u8], line: usize, column: usize) -> bool {
    lefts[line - 2] == rights[column - 1]
        && lefts[line - 1] == rights[column - 2]
        && lefts[line - 1] != lefts[line - 2]
        && code::is_consonant(lefts[line - 1])
        && code::is_consonant(lefts[line - 2])
        && lefts[line - 1] < FIRST_FOREIGN
}

/// For `Sounds::reach`: the consonants of an alphabet, then of an abjad, that one of `codes` may stand for at a cost under 100,
/// and under 50, alone or in a pair. `abjad` is what `codes` are of.
pub(crate) fn reach(codes: &[u8], abjad: bool) -> [[u64; 2]; 2] {
    let of = |reach: &[[u64; 2]; code::CODES]| {
        codes.iter().fold([0, 0], |[near, nearer], code| {
            let [more, closer] = reach[code::row(*code)];
            [near | more, nearer | closer]
        })
    };
    if abjad {
        [of(&FROM_ABJAD), of(&ABJADS)]
    } else {
        [of(&ALPHABETS), of(&TO_ABJAD)]
    }
}

type Reach = [[u64; 2]; code::CODES];
static ALPHABETS: Reach = reaches(&table::ALPHABETS, false);
static ABJADS: Reach = reaches(&table::ABJADS, false);
static FROM_ABJAD: Reach = reaches(&table::ABJAD_ALPHABET, false);
static TO_ABJAD: Reach = reaches(&table::ABJAD_ALPHABET, true);

/// What each sound reaches: of rows, columns; `turned`, of columns, rows.
const fn reaches(table: &table::Table, turned: bool) -> Reach {
    let mut reach = [[0; 2]; code::CODES];
    let mut from = 0;
    while from < code::CODES {
        let mut to = 0;
        while to < code::CODES {
            let cost = if turned {
                table[to][from]
            } else {
                table[from][to]
            };
            if cost < 100 || from == to {
                reach[from][0] |= 1 << to;
            }
            if cost < 50 || from == to {
                reach[from][1] |= 1 << to;
            }
            to += 1;
        }
        let pairs = pair::near(from as u8);
        reach[from][0] |= pairs;
        reach[from][1] |= pairs;
        from += 1;
    }
    reach
}
