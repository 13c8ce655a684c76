//! Which part of one name meets which part of the other.
//!
//! Monotone alignment by dynamic programming (Needleman & Wunsch 1970) in which two neighbours may meet one part written
//! together, for each rotation of the right name, and for each order of its parts when no rotation fits. A joined part only meets
//! an unjoined one: joining on both sides would hide a wrong given name in a long string.

use crate::{
    part::{PARTS, Role},
    register::{Names, Slot},
};

use super::{
    memory::Memory,
    weigh::{LIKELY_JOINT, PERMUTED, ROTATED, fathers_told, join_price, part_bits, spare_bits},
};

/// One step of an alignment; parts by their place in the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// A part meets a part.
    Match(u8, u8),
    /// Two parts of the left name, this and the next, meet one.
    JoinLeft(u8, u8),
    /// A part meets two of the right name, this and the next.
    JoinRight(u8, u8),
    /// A part of the left name meets none.
    SpareLeft(u8),
    /// A part of the right name meets none.
    SpareRight(u8),
}

/// How the parts of the right name are ordered to meet those of the left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// As they stand.
    Same,
    /// The last ones first, as where the family name leads.
    Rotated,
    /// Any other way.
    Permuted,
}

/// Which part meets which, and how alike they are.
#[derive(Clone, Debug)]
pub(super) struct Alignment {
    taken: [(Step, f32); 2 * PARTS],
    count: usize,
    pub(super) order: Order,
    /// Bits of the steps, order included: what was made as large as it can be.
    total: f32,
}

/// Names of up to so many parts are tried in every order: 24 orders of 4.
const ANY_ORDER: usize = 4;

/// Bits below which names are strangers even if each part met the best there is.
pub(super) const HOPELESS: f32 = -9.0;

impl Alignment {
    /// The steps taken, each with a similarity; 0 for a spare part.
    pub(super) fn taken(&self) -> &[(Step, f32)] {
        &self.taken[..self.count]
    }

    fn take(&mut self, step: (Step, f32)) {
        self.taken[self.count] = step;
        self.count += 1;
    }
}

/// The best alignment of two names whose parts were looked up.
pub(super) fn align(table: &Table, left: &[Slot], right: &[Slot]) -> Alignment {
    let mut places: [u8; PARTS] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
    let places = &mut places[..right.len()];
    let mut best = table.run(left, right, places, Order::Same);
    if left.len() < 2
        || right.len() < 2
        || best.total >= table.bound - ROTATED
        || table.is_hopeless()
    {
        return best;
    }
    for _ in 1..right.len() {
        places.rotate_left(1);
        keep_better(&mut best, table.run(left, right, places, Order::Rotated));
    }
    places.rotate_left(1);
    if right.len() <= ANY_ORDER && best.total < table.bound - PERMUTED {
        each_order(places, 0, &mut |places| {
            keep_better(&mut best, table.run(left, right, places, Order::Permuted));
        });
    }
    best
}

fn keep_better(best: &mut Alignment, other: Alignment) {
    if other.total > best.total {
        *best = other;
    }
}

/// Calls `each` with every order of the places from `from` on.
fn each_order(places: &mut [u8], from: usize, each: &mut dyn FnMut(&[u8])) {
    if from + 1 >= places.len() {
        each(places);
        return;
    }
    for other in from..places.len() {
        places.swap(from, other);
        each_order(places, from + 1, each);
        places.swap(from, other);
    }
}

/// Similarities and bits of everything that may meet. Used again for each pair of names, of which only its own cells are filled.
#[derive(Debug)]
pub(super) struct Table {
    /// Similarity of part and part, and its bits.
    single: [[(f32, f32); PARTS]; PARTS],
    /// The same of two left parts and one right part; similarity `NEVER` where they may not meet.
    joins_left: [[(f32, f32); PARTS]; PARTS],
    /// The same of one left part and two right parts.
    joins_right: [[(f32, f32); PARTS]; PARTS],
    /// What no alignment can exceed: each left part meets the best of the right, whatever the others do.
    pub(super) bound: f32,
    /// Some parts may meet joined.
    joins: bool,
    /// Some ordinary parts speak for each other.
    hope: bool,
}

/// No such join, or one that cannot be.
const NEVER: (f32, f32) = (0.0, f32::MIN);

/// A joined part is looked at only when the single parts leave something to be gained.
const CLEAR: f32 = 0.93;

impl Table {
    /// An empty one.
    pub(super) fn new() -> Self {
        Self {
            single: [[(0.0, 0.0); PARTS]; PARTS],
            joins_left: [[NEVER; PARTS]; PARTS],
            joins_right: [[NEVER; PARTS]; PARTS],
            bound: 0.0,
            joins: false,
            hope: false,
        }
    }

    /// Looks up everything about two names.
    pub(super) fn fill(
        &mut self,
        names: &Names,
        memory: &mut Memory,
        left: &[Slot],
        right: &[Slot],
    ) {
        self.joins = false;
        self.hope = false;
        let fathers = fathers_told(left, right);
        for (i, one) in left.iter().enumerate() {
            for (j, two) in right.iter().enumerate() {
                let similarity = if one.role == Role::Initial || two.role == Role::Initial {
                    initials(names, one, two)
                } else {
                    memory.single(names, one.part, two.part)
                };
                let bits = part_bits(similarity, one, two, fathers);
                self.hope |= bits > 0.0 && similarity > 0.0;
                self.single[i][j] = (similarity, bits);
            }
        }
        for i in 0..left.len() {
            for j in 0..right.len() {
                self.join(names, memory, (left, i), (right, j));
            }
        }
        self.hope |= self.joins;
        self.bound = self.bound(left, right.len());
    }

    /// Whether the names are strangers, however their parts meet.
    pub(super) fn is_hopeless(&self) -> bool {
        !self.hope || self.bound < HOPELESS
    }

    /// Fills in what comes of joining the part at `i` or at `j` with the next.
    fn join(
        &mut self,
        names: &Names,
        memory: &mut Memory,
        (left, i): (&[Slot], usize),
        (right, j): (&[Slot], usize),
    ) {
        let here = self.single[i][j].0;
        self.joins_left[i][j] = NEVER;
        self.joins_right[i][j] = NEVER;
        if let Some(next) = left.get(i + 1) {
            let parts = (&left[i], next, &right[j]);
            if may_join(names, parts, here, self.single[i + 1][j].0) {
                let found = memory.joined(names, (left[i].part, next.part), right[j].part);
                if found >= LIKELY_JOINT {
                    self.joins_left[i][j] = (found, joined_bits(found, &left[i], &right[j]));
                    self.joins = true;
                }
            }
        }
        if let Some(next) = right.get(j + 1) {
            let parts = (&right[j], next, &left[i]);
            if may_join(names, parts, here, self.single[i][j + 1].0) {
                let found = memory.joined(names, (right[j].part, next.part), left[i].part);
                if found >= LIKELY_JOINT {
                    self.joins_right[i][j] = (found, joined_bits(found, &right[j], &left[i]));
                    self.joins = true;
                }
            }
        }
    }

    fn bound(&self, left: &[Slot], columns: usize) -> f32 {
        let best = |i: usize| {
            let met = |j: usize| {
                let joined = self.joins_left[i][j].1.max(self.joins_right[i][j].1);
                self.single[i][j].1.max(joined)
            };
            (0..columns).map(met).fold(-spare_bits(&left[i]), f32::max)
        };
        (0..left.len()).map(best).sum()
    }

    /// The best alignment with the right parts in the order of `places`.
    fn run(&self, left: &[Slot], right: &[Slot], places: &[u8], order: Order) -> Alignment {
        const WIDE: usize = PARTS + 2;
        let (rows, columns) = (left.len(), places.len());
        let mut value = [[f32::MIN; WIDE]; WIDE];
        let mut from = [[Move::SpareLeft; WIDE]; WIDE];
        value[0][0] = match order {
            Order::Same => 0.0,
            Order::Rotated => -ROTATED,
            Order::Permuted => -PERMUTED,
        };
        for i in 0..=rows {
            for k in 0..=columns {
                let here = value[i][k];
                let mut reach = |i: usize, k: usize, bits: f32, step: Move| {
                    if here + bits > value[i][k] {
                        value[i][k] = here + bits;
                        from[i][k] = step;
                    }
                };
                if i < rows && k < columns {
                    let j = usize::from(places[k]);
                    reach(i + 1, k + 1, self.single[i][j].1, Move::Match);
                    if self.joins {
                        reach(i + 2, k + 1, self.joins_left[i][j].1, Move::JoinLeft);
                        // Neighbours in the name must be neighbours in this order too.
                        if places
                            .get(k + 1)
                            .is_some_and(|next| usize::from(*next) == j + 1)
                        {
                            reach(i + 1, k + 2, self.joins_right[i][j].1, Move::JoinRight);
                        }
                    }
                }
                if i < rows {
                    reach(i + 1, k, -spare_bits(&left[i]), Move::SpareLeft);
                }
                if k < columns {
                    let spare = -spare_bits(&right[usize::from(places[k])]);
                    reach(i, k + 1, spare, Move::SpareRight);
                }
            }
        }
        let mut alignment = Alignment {
            taken: [(Step::SpareLeft(0), 0.0); 2 * PARTS],
            count: 0,
            order,
            total: value[rows][columns],
        };
        let (mut i, mut k) = (rows, columns);
        while i > 0 || k > 0 {
            let step = from[i][k];
            let (down, along) = step.size();
            i -= down;
            k -= along;
            alignment.take(self.step(step, i, places.get(k).copied().unwrap_or(0)));
        }
        alignment.taken[..alignment.count].reverse();
        alignment
    }

    /// The step that a move from row `i` and the right part `j` takes, with its similarity.
    fn step(&self, step: Move, i: usize, j: u8) -> (Step, f32) {
        let (row, column) = (i as u8, usize::from(j));
        match step {
            Move::Match => (Step::Match(row, j), self.single[i][column].0),
            Move::JoinLeft => (Step::JoinLeft(row, j), self.joins_left[i][column].0),
            Move::JoinRight => (Step::JoinRight(row, j), self.joins_right[i][column].0),
            Move::SpareLeft => (Step::SpareLeft(row), 0.0),
            Move::SpareRight => (Step::SpareRight(j), 0.0),
        }
    }
}

/// A move through the table of the dynamic programme.
#[derive(Clone, Copy)]
enum Move {
    Match,
    JoinLeft,
    JoinRight,
    SpareLeft,
    SpareRight,
}

impl Move {
    /// Parts of the left and of the right name that it uses up.
    fn size(self) -> (usize, usize) {
        match self {
            Self::Match => (1, 1),
            Self::JoinLeft => (2, 1),
            Self::JoinRight => (1, 2),
            Self::SpareLeft => (1, 0),
            Self::SpareRight => (0, 1),
        }
    }
}

/// Bits of a part and the next put together, met with one.
fn joined_bits(similarity: f32, first: &Slot, other: &Slot) -> f32 {
    part_bits(similarity, first, other, false) - join_price(first)
}

/// Whether two neighbours could be the one other part written together: neither is it already, neither is a letter, and
/// they are about as long.
fn may_join(
    names: &Names,
    (first, second, other): (&Slot, &Slot, &Slot),
    one: f32,
    two: f32,
) -> bool {
    let letter = |slot: &Slot| slot.role == Role::Initial;
    if one >= CLEAR || two >= CLEAR || letter(first) || letter(second) || letter(other) {
        return false;
    }
    let length = |slot: &Slot| u32::from(names.glance(slot.part).length);
    let (joined, other) = (length(first) + length(second), length(other));
    // An abjad may leave out every second sound.
    joined <= 2 * other + 2 && other <= 2 * joined + 2
}

/// A letter that stands for a name meets any name that can begin with its sound.
fn initials(names: &Names, one: &Slot, two: &Slot) -> f32 {
    let first = |slot: &Slot| {
        let ways = names.word(slot.part).readings.ways();
        ways.iter().filter_map(|way| way.codes().first().copied())
    };
    let meets = first(one).any(|sound| first(two).any(|other| other == sound));
    f32::from(u8::from(meets))
}
