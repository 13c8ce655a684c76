//! Could two names be one, and why?

mod align;
mod memory;
#[cfg(test)]
mod tests;
mod weigh;

use crate::{
    cost::{Difference, differences},
    part::Role,
    rarity::Rarity,
    register::{NameId, Names, PartId, Slot},
    sound::Readings,
};

use self::{
    align::{Alignment, Step, Table},
    memory::Memory,
    weigh::Weighed,
};

pub use weigh::BASE;

/// What came of comparing two names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Comparison {
    /// How likely it is, from 0 to 1, that these are spellings of one name: calibrated (bench/RESULTS.md). 1 when they are
    /// written alike; 0 when either says nothing.
    pub score: f32,
    /// Bits by which the matched parts are rarer (above 0) or more frequent (below 0) than an average match, within ±8. 0
    /// unless the score is high.
    pub rarity: f32,
    /// Parts of the left name that met one of the right (two that met one joined count once).
    pub matched: u8,
    /// Parts of the left name that met none.
    pub spare_left: u8,
    /// Parts of the right name that met none.
    pub spare_right: u8,
}

/// Compares names of one register. Each thread has its own; what it remembers changes nothing but the time.
#[derive(Debug)]
pub struct Comparer<'n> {
    names: &'n Names,
    rarity: &'n Rarity,
    memory: Memory,
    table: Box<Table>,
}

/// One part of an explanation: two parts that met, or one that met none.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// Part or joined parts of the left name, in normal form; empty when there is none.
    pub left: String,
    /// Part or joined parts of the right name.
    pub right: String,
    /// What the part is.
    pub role: Role,
    /// How alike they are, 0 to 1; 0 for a part that met none.
    pub similarity: f32,
    /// What this says for (above 0) or against one name, in bits.
    pub bits: f32,
    /// Two parts on one side met one on the other.
    pub joined: bool,
    /// Where the two differ.
    pub differences: Vec<Difference>,
}

/// Rarity counts from this similarity on: below it, agreement is too doubtful to be worth more for being rare.
const SURE: f32 = 0.85;

/// How much of a part's rarity counts: frequencies of parts and agreement in other fields are correlated (method notes: 0.5 to
/// 0.7).
const RARITY_COUNTS: f32 = 0.6;

/// Rarity is worth at most so many bits either way.
const RARITY_CAP: f32 = 8.0;

const NOTHING: Comparison = Comparison {
    score: 0.0,
    rarity: 0.0,
    matched: 0,
    spare_left: 0,
    spare_right: 0,
};

impl<'n> Comparer<'n> {
    /// A comparer that remembers nothing yet.
    pub fn new(names: &'n Names, rarity: &'n Rarity) -> Self {
        Self {
            names,
            rarity,
            memory: Memory::new(memory::MANY),
            table: Box::new(Table::new()),
        }
    }

    /// Compares two names. Symmetric; the same in any order of calls.
    pub fn compare(&mut self, left: NameId, right: NameId) -> Comparison {
        if self.names.says_nothing(left) || self.names.says_nothing(right) {
            return NOTHING;
        }
        if self.turned(left, right) {
            let mirrored = self.compare(right, left);
            return Comparison {
                spare_left: mirrored.spare_right,
                spare_right: mirrored.spare_left,
                ..mirrored
            };
        }
        let names = self.names;
        let (one, two) = (&names.read(left).slots, &names.read(right).slots);
        self.table.fill(names, &mut self.memory, one, two);
        if self.table.is_hopeless() {
            return Comparison {
                score: weigh::probability(self.table.bound.min(align::HOPELESS)),
                spare_left: one.len() as u8,
                spare_right: two.len() as u8,
                ..NOTHING
            };
        }
        let alignment = align::align(&self.table, one, two);
        let weighed = weigh::weigh(&alignment, one, two);
        let (mut matched, mut spare_left, mut spare_right) = (0, 0, 0);
        let mut rarity = 0.0;
        for (step, similarity) in alignment.steps() {
            match step {
                Step::SpareLeft(_) => spare_left += 1,
                Step::SpareRight(_) => spare_right += 1,
                Step::Match(..) | Step::JoinLeft(..) | Step::JoinRight(..) => {
                    matched += 1;
                    if similarity >= SURE {
                        rarity += self.beyond_average(step, one, two);
                    }
                }
            }
        }
        let score = if left == right { 1.0 } else { weighed.score() };
        Comparison {
            score,
            rarity: if score >= 0.5 {
                (RARITY_COUNTS * rarity).clamp(-RARITY_CAP, RARITY_CAP)
            } else {
                0.0
            },
            matched,
            spare_left,
            spare_right,
        }
    }

    /// How alike two parts are, 0 to 1. Symmetric.
    pub fn alike(&mut self, left: PartId, right: PartId) -> f32 {
        self.memory.single(self.names, left, right)
    }

    /// Whether two names are looked at the other way round: one order for both directions, told from the names alone, so that
    /// ties between alignments fall the same way whoever asks.
    fn turned(&self, left: NameId, right: NameId) -> bool {
        let (one, two) = (self.names.read(left), self.names.read(right));
        (one.slots.len(), one.mark) > (two.slots.len(), two.mark)
    }

    /// Bits by which the parts that met are rarer than an average match. Of two sides the more frequent one counts: a
    /// misspelling is rare, the name need not be.
    fn beyond_average(&self, step: Step, left: &[Slot], right: &[Slot]) -> f32 {
        let bits = |slots: &[Slot], place: u8, next: usize| {
            self.rarity.bits(slots[usize::from(place) + next].part)
        };
        let both = |slots: &[Slot], place: u8| bits(slots, place, 0) + bits(slots, place, 1);
        let found = match step {
            Step::Match(one, two) => bits(left, one, 0).min(bits(right, two, 0)),
            Step::JoinLeft(one, two) => both(left, one).min(bits(right, two, 0)),
            Step::JoinRight(one, two) => bits(left, one, 0).min(both(right, two)),
            Step::SpareLeft(_) | Step::SpareRight(_) => return 0.0,
        };
        found - self.rarity.average()
    }

    /// Why two names got their score: a reason for each part, in the order of the left name. The bits and `BASE` add up to the
    /// log-odds of the score, to base 2, unless they are written alike or the odds reach their cap.
    pub fn explain(&mut self, left: NameId, right: NameId) -> Vec<Reason> {
        let names = self.names;
        let swapped = self.turned(left, right);
        let (first, second) = if swapped {
            (right, left)
        } else {
            (left, right)
        };
        let (one, two) = (&names.read(first).slots, &names.read(second).slots);
        self.table.fill(names, &mut self.memory, one, two);
        let alignment = align::align(&self.table, one, two);
        let weighed = weigh::weigh(&alignment, one, two);
        let mut reasons: Vec<(usize, Reason)> = Vec::new();
        for ((step, similarity), bits) in alignment.steps().zip(weighed.parts()) {
            let mut reason = self.reason(step, one, two);
            reason.similarity = similarity;
            reason.bits = *bits;
            if swapped {
                reason = mirrored(reason);
            }
            reasons.push((place(step, swapped), reason));
        }
        reasons.sort_by_key(|(place, _)| *place);
        let mut reasons: Vec<Reason> = reasons.into_iter().map(|(_, reason)| reason).collect();
        self.add_order(&mut reasons, &weighed);
        reasons
    }

    /// What order and contradiction of the whole cost stands at the end, with no part beside it.
    fn add_order(&self, reasons: &mut Vec<Reason>, weighed: &Weighed) {
        if weighed.whole != 0.0 {
            reasons.push(Reason {
                left: String::new(),
                right: String::new(),
                role: Role::Unknown,
                similarity: 0.0,
                bits: weighed.whole,
                joined: false,
                differences: Vec::new(),
            });
        }
    }

    fn reason(&self, step: Step, left: &[Slot], right: &[Slot]) -> Reason {
        let (one, two) = match step {
            Step::Match(one, two) => (Some((one, false)), Some((two, false))),
            Step::JoinLeft(one, two) => (Some((one, true)), Some((two, false))),
            Step::JoinRight(one, two) => (Some((one, false)), Some((two, true))),
            Step::SpareLeft(one) => (Some((one, false)), None),
            Step::SpareRight(two) => (None, Some((two, false))),
        };
        let one = one.map(|(place, joined)| self.side(left, place, joined));
        let two = two.map(|(place, joined)| self.side(right, place, joined));
        let role = match (&one, &two) {
            // The side that was put together knows less of what its halves are.
            (Some(one), Some(two)) => {
                if one.joined {
                    two.role
                } else {
                    one.role
                }
            }
            (Some(side), None) | (None, Some(side)) => side.role,
            (None, None) => Role::Unknown,
        };
        Reason {
            role,
            similarity: 0.0,
            bits: 0.0,
            joined: matches!(step, Step::JoinLeft(..) | Step::JoinRight(..)),
            differences: match (&one, &two) {
                (Some(one), Some(two)) => differences(&one.readings, &two.readings),
                _ => Vec::new(),
            },
            left: one.map(|side| side.text).unwrap_or_default(),
            right: two.map(|side| side.text).unwrap_or_default(),
        }
    }

    /// A part of one name as it met the other.
    fn side(&self, slots: &[Slot], place: u8, joined: bool) -> Side {
        let place = usize::from(place);
        let word = self.names.word(slots[place].part);
        let role = slots[place].role;
        if !joined {
            return Side {
                text: word.text.to_string(),
                readings: word.readings.clone(),
                role,
                joined,
            };
        }
        let next = self.names.word(slots[place + 1].part);
        Side {
            text: format!("{} {}", word.text, next.text),
            readings: word.readings.join(&next.readings),
            role,
            joined,
        }
    }
}

/// What met the other name, for a reason.
struct Side {
    text: String,
    readings: Readings,
    role: Role,
    joined: bool,
}

/// Where a reason stands: by its part of the left name, those of the right name alone last.
fn place(step: Step, swapped: bool) -> usize {
    let (left, right) = match step {
        Step::Match(one, two) | Step::JoinLeft(one, two) | Step::JoinRight(one, two) => {
            (Some(one), Some(two))
        }
        Step::SpareLeft(one) => (Some(one), None),
        Step::SpareRight(two) => (None, Some(two)),
    };
    let (own, other) = if swapped {
        (right, left)
    } else {
        (left, right)
    };
    own.map_or_else(
        || crate::part::PARTS + usize::from(other.unwrap_or(0)),
        usize::from,
    )
}

fn mirrored(reason: Reason) -> Reason {
    let differences = reason
        .differences
        .into_iter()
        .map(|difference| Difference {
            left: difference.right,
            right: difference.left,
            ..difference
        })
        .collect();
    Reason {
        left: reason.right,
        right: reason.left,
        differences,
        ..reason
    }
}

/// The score of two names on their own, for one question at a time; many belong into a register.
pub fn score(left: &str, right: &str) -> f32 {
    let mut names = Names::new();
    let (left, right) = (names.add(left), names.add(right));
    let rarity = Rarity::of(&names);
    let mut comparer = Comparer {
        names: &names,
        rarity: &rarity,
        memory: Memory::new(memory::FEW),
        table: Box::new(Table::new()),
    };
    comparer.compare(left, right).score
}

impl Alignment {
    /// The steps with the similarity of what met.
    fn steps(&self) -> impl Iterator<Item = (Step, f32)> {
        self.taken().iter().copied()
    }
}
