//! Pairs that were never proposed: asked for while joining, within bounds.

use std::collections::HashMap;

use super::graph::{Graph, MOST, UNASKED, fixed};

/// Two groups are asked pair by pair up to this many pairs; above, a pair that was not proposed counts `UNASKED`. Groups of eight
/// records each: people with more are seen by their proposed pairs.
pub(super) const ASKED: u64 = 64;

/// Weights added up over pairs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sum {
    /// In 1/65536 bit.
    pub(super) bits: i64,
    /// Over how many pairs.
    pub(super) pairs: u64,
}

impl Sum {
    /// The sum over `pairs` pairs, those unknown counting a little against.
    pub(super) fn filled(self, pairs: u64) -> Self {
        Self {
            bits: self.bits + (pairs - self.pairs) as i64 * UNASKED,
            pairs,
        }
    }
}

impl std::ops::AddAssign for Sum {
    fn add_assign(&mut self, other: Self) {
        self.bits += other.bits;
        self.pairs += other.pairs;
    }
}

/// Asks for pairs that were not proposed, each at most once in a component, and remembers.
pub(super) struct Absent<'f> {
    ask: &'f mut (dyn FnMut(u32, u32) -> f32 + 'f),
    told: HashMap<(u32, u32), i32>,
    /// Told earlier in the same component and laid aside, so that what is at hand stays small.
    aside: Vec<((u32, u32), i32)>,
    left: usize,
}

impl<'f> Absent<'f> {
    pub(super) fn new(ask: &'f mut (dyn FnMut(u32, u32) -> f32 + 'f)) -> Self {
        Self {
            ask,
            told: HashMap::new(),
            aside: Vec::new(),
            left: 0,
        }
    }

    /// Forgets what was told and allows this many questions.
    pub(super) fn begin(&mut self, questions: usize) {
        // A new map: emptying one that was once large takes time in proportion to what it once held.
        self.told = HashMap::new();
        self.aside = Vec::new();
        self.left = questions;
    }

    /// Keeps some of the questions for a part. Gives the rest, for `lay_aside`.
    pub(super) fn share(&mut self, questions: usize) -> usize {
        let share = self.left.min(questions);
        let rest = self.left - share;
        self.left = share;
        rest
    }

    /// Lays aside what was told of a part, and takes back the questions that were not for it.
    pub(super) fn lay_aside(&mut self, rest: usize) {
        self.aside.extend(std::mem::take(&mut self.told));
        self.left += rest;
    }

    /// Remembers all that was laid aside.
    pub(super) fn recall(&mut self) {
        self.told.extend(std::mem::take(&mut self.aside));
    }

    /// The sum over all pairs between two groups, of which `known` was proposed.
    pub(super) fn total(&mut self, graph: &Graph, known: Sum, left: &[u32], right: &[u32]) -> Sum {
        let pairs = left.len() as u64 * right.len() as u64;
        self.total_above(i64::MIN, graph, known, left, right)
            .unwrap_or(known.filled(pairs))
    }

    /// The same, or nothing as soon as it is certain that the sum is not above `floor`: then the rest need not be asked.
    pub(super) fn total_above(
        &mut self,
        floor: i64,
        graph: &Graph,
        known: Sum,
        left: &[u32],
        right: &[u32],
    ) -> Option<Sum> {
        let pairs = left.len() as u64 * right.len() as u64;
        if pairs > ASKED {
            return Some(known.filled(pairs)).filter(|sum| sum.bits > floor);
        }
        let mut bits = known.bits;
        let mut missing = (pairs - known.pairs) as i64;
        for &left in left {
            for &right in right {
                if bits + missing * MOST <= floor {
                    return None;
                }
                if missing == 0 {
                    return Some(Sum { bits, pairs });
                }
                let (left, right) = (left.min(right), left.max(right));
                if graph.weight(left, right).is_none() {
                    bits += self.pair(left, right);
                    missing -= 1;
                }
            }
        }
        Some(Sum { bits, pairs }).filter(|sum| sum.bits > floor)
    }

    /// A pair that was not proposed.
    fn pair(&mut self, left: u32, right: u32) -> i64 {
        if let Some(&weight) = self.told.get(&(left, right)) {
            return i64::from(weight);
        }
        if self.left == 0 {
            return UNASKED;
        }
        self.left -= 1;
        let bits = (self.ask)(left, right);
        if bits.is_nan() {
            return UNASKED;
        }
        let weight = fixed(bits);
        self.told.insert((left, right), weight);
        i64::from(weight)
    }
}

impl std::fmt::Debug for Absent<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Absent")
            .field("told", &self.told.len())
            .field("left", &self.left)
            .finish_non_exhaustive()
    }
}
