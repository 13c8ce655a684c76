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
    weigh::{PERMUTED, ROTATED, join_price, part_bits, spare_bits},
};

/// One step of an alignment; parts by their place in the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// A part meets a part.
    Match(usize, usize),
    /// Two parts of the left name, this and the next, meet one.
    JoinLeft(usize, usize),
    /// A part meets two of the right name, this and the next.
    JoinRight(usize, usize),
    /// A part of the left name meets none.
    SpareLeft(usize),
    /// A part of the right name meets none.
    SpareRight(usize),
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

/// Names of up to so many parts are tried in every order: 120 orders of 5.
const ANY_ORDER: usize = 5;

impl Alignment {
    /// The steps taken, each with a similarity; 0 for a spare part.
    pub(super) fn taken(&self) -> &[(Step, f32)] {
        &self.taken[..self.count]
    }
}

/// The best alignment of two names.
pub(super) fn align(
    names: &Names,
    memory: &mut Memory,
    left: &[Slot],
    right: &[Slot],
) -> Alignment {
    let table = Table::of(names, memory, left, right);
    let mut places = [0; PARTS];
    for (place, value) in places.iter_mut().enumerate() {
        *value = place;
    }
    let places = &mut places[..right.len()];
    let mut best = table.run(left, right, places, Order::Same);
    if left.len() < 2 || right.len() < 2 || best.total >= table.bound - ROTATED {
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
fn each_order(places: &mut [usize], from: usize, each: &mut dyn FnMut(&[usize])) {
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

/// Similarities and bits of everything that may meet.
struct Table {
    /// Similarity of part and part, and its bits.
    single: [[(f32, f32); PARTS]; PARTS],
    /// What no alignment can exceed: each left part meets the best of the right, whatever the others do.
    bound: f32,
    joins_left: [[f32; PARTS]; PARTS],
    joins_right: [[f32; PARTS]; PARTS],
}

/// No such join, or one that cannot be.
const NEVER: f32 = -1.0;

/// A joined part is looked at only when the single parts leave something to be gained.
const CLEAR: f32 = 0.93;

impl Table {
    fn of(names: &Names, memory: &mut Memory, left: &[Slot], right: &[Slot]) -> Self {
        let mut table = Self {
            single: [[(0.0, 0.0); PARTS]; PARTS],
            bound: 0.0,
            joins_left: [[NEVER; PARTS]; PARTS],
            joins_right: [[NEVER; PARTS]; PARTS],
        };
        let fathers = [left, right]
            .iter()
            .all(|slots| slots.iter().any(|slot| slot.role == Role::Patronymic));
        for (i, one) in left.iter().enumerate() {
            for (j, two) in right.iter().enumerate() {
                let similarity = if one.role == Role::Initial || two.role == Role::Initial {
                    initials(names, one, two)
                } else {
                    memory.single(names, one.part, two.part)
                };
                table.single[i][j] = (similarity, part_bits(similarity, one, two, fathers));
            }
        }
        for i in 0..left.len() {
            for j in 0..right.len() {
                if i + 1 < left.len()
                    && table.may_join(
                        names,
                        &left[i],
                        &left[i + 1],
                        &right[j],
                        table.single[i][j].0,
                        table.single[i + 1][j].0,
                    )
                {
                    table.joins_left[i][j] =
                        memory.joined(names, (left[i].part, left[i + 1].part), right[j].part);
                }
                if j + 1 < right.len()
                    && table.may_join(
                        names,
                        &right[j],
                        &right[j + 1],
                        &left[i],
                        table.single[i][j].0,
                        table.single[i][j + 1].0,
                    )
                {
                    table.joins_right[i][j] =
                        memory.joined(names, (right[j].part, right[j + 1].part), left[i].part);
                }
            }
        }
        table.bound = table.bound(left, right);
        table
    }

    /// Whether two neighbours could be the one other part written together: neither is it already, neither is a letter, and
    /// they are about as long.
    fn may_join(
        &self,
        names: &Names,
        first: &Slot,
        second: &Slot,
        other: &Slot,
        one: f32,
        two: f32,
    ) -> bool {
        let letter = |slot: &Slot| slot.role == Role::Initial;
        if one >= CLEAR || two >= CLEAR || letter(first) || letter(second) || letter(other) {
            return false;
        }
        let length = |slot: &Slot| {
            names
                .word(slot.part)
                .readings
                .ways()
                .first()
                .map_or(0, |way| way.codes().len())
        };
        let (joined, other) = (length(first) + length(second), length(other));
        // An abjad may leave out every second sound.
        joined <= 2 * other + 2 && other <= 2 * joined + 2
    }

    fn bound(&self, left: &[Slot], right: &[Slot]) -> f32 {
        let best = |i: usize| {
            (0..right.len())
                .map(|j| {
                    let joined = self.joins_left[i][j].max(self.joins_right[i][j]);
                    let joined = if joined > 0.0 {
                        part_bits(joined, &left[i], &right[j], false)
                    } else {
                        f32::MIN
                    };
                    self.single[i][j].1.max(joined)
                })
                .fold(-spare_bits(&left[i]), f32::max)
        };
        (0..left.len()).map(best).sum()
    }

    /// The best alignment with the right parts in the order of `places`.
    fn run(&self, left: &[Slot], right: &[Slot], places: &[usize], order: Order) -> Alignment {
        const WIDE: usize = PARTS + 1;
        let (rows, columns) = (left.len(), places.len());
        let mut value = [[f32::MIN; WIDE]; WIDE];
        let mut from = [[Step::SpareLeft(0); WIDE]; WIDE];
        value[0][0] = match order {
            Order::Same => 0.0,
            Order::Rotated => -ROTATED,
            Order::Permuted => -PERMUTED,
        };
        for i in 0..=rows {
            for k in 0..=columns {
                let here = value[i][k];
                let mut reach = |i: usize, k: usize, bits: f32, step: Step| {
                    if here + bits > value[i][k] {
                        value[i][k] = here + bits;
                        from[i][k] = step;
                    }
                };
                if i < rows && k < columns {
                    let j = places[k];
                    reach(i + 1, k + 1, self.single[i][j].1, Step::Match(i, j));
                    let joined = self.joins_left[i][j];
                    if joined > 0.0 {
                        let price = join_price(&left[i]);
                        let bits = part_bits(joined, &left[i], &right[j], false) - price;
                        reach(i + 2, k + 1, bits, Step::JoinLeft(i, j));
                    }
                    // Neighbours in the name must be neighbours in this order too.
                    let joined = self.joins_right[i][j];
                    if joined > 0.0 && places.get(k + 1) == Some(&(j + 1)) {
                        let price = join_price(&right[j]);
                        let bits = part_bits(joined, &left[i], &right[j], false) - price;
                        reach(i + 1, k + 2, bits, Step::JoinRight(i, j));
                    }
                }
                if i < rows {
                    reach(i + 1, k, -spare_bits(&left[i]), Step::SpareLeft(i));
                }
                if k < columns {
                    let j = places[k];
                    reach(i, k + 1, -spare_bits(&right[j]), Step::SpareRight(j));
                }
            }
        }
        self.trace(&from, (rows, columns), order, value[rows][columns])
    }

    fn trace<const WIDE: usize>(
        &self,
        from: &[[Step; WIDE]; WIDE],
        (mut i, mut k): (usize, usize),
        order: Order,
        total: f32,
    ) -> Alignment {
        let mut alignment = Alignment {
            taken: [(Step::SpareLeft(0), 0.0); 2 * PARTS],
            count: 0,
            order,
            total,
        };
        while i > 0 || k > 0 {
            let step = from[i][k];
            let similarity = match step {
                Step::Match(one, two) => self.single[one][two].0,
                Step::JoinLeft(one, two) => self.joins_left[one][two],
                Step::JoinRight(one, two) => self.joins_right[one][two],
                Step::SpareLeft(_) | Step::SpareRight(_) => 0.0,
            };
            alignment.taken[alignment.count] = (step, similarity);
            alignment.count += 1;
            let (down, right) = match step {
                Step::Match(..) => (1, 1),
                Step::JoinLeft(..) => (2, 1),
                Step::JoinRight(..) => (1, 2),
                Step::SpareLeft(_) => (1, 0),
                Step::SpareRight(_) => (0, 1),
            };
            i -= down;
            k -= right;
        }
        alignment.taken[..alignment.count].reverse();
        alignment
    }
}

/// A letter that stands for a name meets any name that can begin with its sound.
fn initials(names: &Names, one: &Slot, two: &Slot) -> f32 {
    let first_sounds = |slot: &Slot| {
        let ways = names.word(slot.part).readings.ways();
        ways.iter()
            .filter_map(|way| way.codes().first().copied())
            .collect::<Vec<u8>>()
    };
    let left = first_sounds(one);
    let meets = first_sounds(two).iter().any(|sound| left.contains(sound));
    f32::from(u8::from(meets))
}
