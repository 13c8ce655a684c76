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
};

use self::{
    align::{Alignment, Step},
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
        let alignment = align::align(names, &mut self.memory, one, two);
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
        let names = self.names;
        let (one, two) = (&names.read(left).slots, &names.read(right).slots);
        let texts = |slots: &'n [Slot]| slots.iter().map(|slot| names.text(slot.part));
        one.len()
            .cmp(&two.len())
            .then_with(|| texts(one).cmp(texts(two)))
            .is_gt()
    }

    /// Bits by which the parts that met are rarer than an average match. Of two sides the more frequent one counts: a
    /// misspelling is rare, the name need not be.
    fn beyond_average(&self, step: Step, left: &[Slot], right: &[Slot]) -> f32 {
        let bits = |slot: &Slot| self.rarity.bits(slot.part);
        let found = match step {
            Step::Match(one, two) => bits(&left[one]).min(bits(&right[two])),
            Step::JoinLeft(one, two) => {
                (bits(&left[one]) + bits(&left[one + 1])).min(bits(&right[two]))
            }
            Step::JoinRight(one, two) => {
                bits(&left[one]).min(bits(&right[two]) + bits(&right[two + 1]))
            }
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
        let alignment = align::align(names, &mut self.memory, one, two);
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
        let names = self.names;
        let word = |slot: &Slot| names.word(slot.part);
        let text = |slot: &Slot| word(slot).text.to_string();
        let both = |slots: &[Slot]| format!("{} {}", text(&slots[0]), text(&slots[1]));
        let (left_text, right_text, role, found) = match step {
            Step::Match(one, two) => (
                text(&left[one]),
                text(&right[two]),
                left[one].role,
                differences(&word(&left[one]).readings, &word(&right[two]).readings),
            ),
            Step::JoinLeft(one, two) => (
                both(&left[one..]),
                text(&right[two]),
                right[two].role,
                differences(
                    &word(&left[one])
                        .readings
                        .join(&word(&left[one + 1]).readings),
                    &word(&right[two]).readings,
                ),
            ),
            Step::JoinRight(one, two) => (
                text(&left[one]),
                both(&right[two..]),
                left[one].role,
                differences(
                    &word(&left[one]).readings,
                    &word(&right[two])
                        .readings
                        .join(&word(&right[two + 1]).readings),
                ),
            ),
            Step::SpareLeft(one) => (text(&left[one]), String::new(), left[one].role, Vec::new()),
            Step::SpareRight(two) => (
                String::new(),
                text(&right[two]),
                right[two].role,
                Vec::new(),
            ),
        };
        Reason {
            left: left_text,
            right: right_text,
            role,
            similarity: 0.0,
            bits: 0.0,
            joined: matches!(step, Step::JoinLeft(..) | Step::JoinRight(..)),
            differences: found,
        }
    }
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
    own.unwrap_or_else(|| crate::part::PARTS + other.unwrap_or(0))
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
    };
    comparer.compare(left, right).score
}

impl Alignment {
    /// The steps with the similarity of what met.
    fn steps(&self) -> impl Iterator<Item = (Step, f32)> {
        self.taken().iter().copied()
    }
}
