//! What the consonants of two words alone can tell: that they are too far apart to be looked at.

use super::{LEAST_WEIGHT, cost_at};
use crate::sound::{Readings, Sounds, Writing};

/// The consonants of a word over all its readings.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sieve {
    /// Strong consonants that every reading has.
    certain: u64,
    /// By whether the other word is of an abjad: what lies within 100, and within 50, of a consonant of any reading.
    reach: [[u64; 2]; 2],
    /// Of the heaviest reading, in hundredths of a consonant.
    weight: u16,
    /// Consonants that cannot be left out, of the reading with the fewest.
    hard: u8,
    /// Consonants of the reading with most.
    consonants: u8,
    abjad: bool,
}

impl Sieve {
    /// Of all readings of a word.
    pub(crate) fn of(readings: &Readings) -> Self {
        let ways = readings.ways();
        let all = |of: &dyn Fn(&Sounds) -> u64| ways.iter().fold(0, |bits, way| bits | of(way));
        let most = |of: &dyn Fn(&Sounds) -> u8| ways.iter().map(of).max().unwrap_or(0);
        let reach = |abjad: bool| {
            [
                all(&|way| way.reach(abjad)[0]),
                all(&|way| way.reach(abjad)[1]),
            ]
        };
        Self {
            certain: ways.iter().fold(u64::MAX, |bits, way| bits & way.strong()),
            reach: [reach(false), reach(true)],
            weight: ways.iter().map(Sounds::weight).max().unwrap_or(0),
            hard: ways.iter().map(Sounds::hard).min().unwrap_or(0),
            consonants: most(&Sounds::consonants),
            abjad: readings.writing() == Writing::Abjad,
        }
    }

    /// Of a word that may be read as either.
    #[must_use]
    pub(crate) fn or(self, other: Self) -> Self {
        Self {
            certain: self.certain & other.certain,
            reach: union(self.reach, other.reach),
            weight: self.weight.max(other.weight),
            hard: self.hard.min(other.hard),
            consonants: self.consonants.max(other.consonants),
            abjad: self.abjad,
        }
    }

    /// Of two words put together. What is hard in one may be soft at the joint, so that no consonant counts as hard.
    #[must_use]
    pub(crate) fn and(self, next: Self) -> Self {
        Self {
            certain: self.certain | next.certain,
            reach: union(self.reach, next.reach),
            weight: self.weight.saturating_add(next.weight),
            hard: 0,
            consonants: self.consonants.saturating_add(next.consonants),
            abjad: self.abjad,
        }
    }

    /// Whether the words could be as alike as `floor`. `true` for words that are not; never `false` for words that are.
    pub(crate) fn passes(&self, other: &Self, floor: f32) -> bool {
        let weight = self.weight.max(other.weight).max(LEAST_WEIGHT);
        let lacking = self.lacks(other).max(other.lacks(self));
        lacking < u32::from(cost_at(floor, weight))
    }

    /// A bound from below on what the consonants of this word cost that the other has nothing near to.
    fn lacks(&self, other: &Self) -> u32 {
        let [near, nearer] = other.reach[usize::from(self.abjad)];
        let missing = (self.certain & !near).count_ones() + (self.certain & !nearer).count_ones();
        let spare = self.hard.saturating_sub(other.consonants);
        (missing * 50).max(u32::from(spare) * 100)
    }
}

fn union(one: [[u64; 2]; 2], two: [[u64; 2]; 2]) -> [[u64; 2]; 2] {
    [0, 1].map(|abjad| [0, 1].map(|near| one[abjad][near] | two[abjad][near]))
}
