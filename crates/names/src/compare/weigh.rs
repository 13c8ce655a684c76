//! What an alignment says for and against one name, in bits.
//!
//! Bits of parts are log2 likelihood ratios (Fellegi & Sunter 1969) of seeing parts so alike in two spellings of one name and in
//! two names that a search would propose. Agreement in several parts does not add up without end, since what agrees may be a whole
//! family: the mean counts, for two parts. Disagreement adds up.

use crate::{part::Role, register::Slot};

use super::align::{Alignment, Order, Step};

/// Bits before any part is looked at.
pub const BASE: f32 = -4.0;
/// Price of parts put together, where the name shows that they may be; double where it does not.
const JOIN: f32 = 0.3;
/// Price of the family name standing first.
pub(super) const ROTATED: f32 = 0.4;
/// Price of any other order.
pub(super) const PERMUTED: f32 = 1.6;
/// Price of one name having an ordinary part too many while the other has one too.
const CONFLICT: f32 = 4.0;
/// Price of only one part having met while there are more.
const LONELY: f32 = 2.0;
/// Price of an ordinary part too many where two others have met.
const SPARE_BESIDE_TWO: f32 = 1.5;
/// What agreement in light parts alone counts.
const LIGHT_ALONE: f32 = 0.3;
/// Log-odds end here.
const CAP: f32 = 14.0;

/// Similarity and bits; between them a straight line. From 1 down: what spellings of one name reach, and what neighbours among
/// other names reach.
const BITS: [(f32, f32); 9] = [
    (1.0, 6.0),
    (0.95, 5.5),
    (0.9, 4.5),
    (0.85, 3.3),
    (0.8, 2.0),
    (0.75, 0.3),
    (0.7, -1.5),
    (0.6, -4.5),
    (STRANGERS, -9.0),
];

/// What is less alike has nothing to do with each other, and is not told apart any more.
pub(super) const STRANGERS: f32 = 0.4;

/// Bits of strangers.
const STRANGE: f32 = -11.0;

/// Below this similarity, two parts put together do not explain the third better than one of them does.
pub(super) const LIKELY_JOINT: f32 = 0.6;

/// What a weighed alignment says.
#[derive(Clone, Debug)]
pub(super) struct Weighed {
    parts: [f32; 2 * crate::part::PARTS],
    count: usize,
    /// What is said by no part alone: order, contradiction.
    pub(super) whole: f32,
}

impl Weighed {
    /// Bits of each step of the alignment.
    pub(super) fn parts(&self) -> &[f32] {
        &self.parts[..self.count]
    }

    /// The probability that the log-odds stand for.
    pub(super) fn score(&self) -> f32 {
        probability(self.whole + self.parts().iter().sum::<f32>())
    }
}

/// The probability of one name when the parts say so many bits.
pub(super) fn probability(bits: f32) -> f32 {
    1.0 / (1.0 + (-(BASE + bits).clamp(-CAP, CAP)).exp2())
}

/// Bits of two parts that meet. `fathers`: both names tell a father, so that a father met with a son is another person.
pub(super) fn part_bits(similarity: f32, left: &Slot, right: &Slot, fathers: bool) -> f32 {
    let role = |role: Role| (left.role == role, right.role == role);
    match role(Role::Initial) {
        (true, true) => return if similarity > 0.0 { 0.5 } else { -5.0 },
        (true, false) | (false, true) => return if similarity > 0.0 { 1.0 } else { -6.0 },
        (false, false) => {}
    }
    // Titles say little, whether they agree or not.
    if role(Role::Title) == (true, true) || role(Role::Particle) == (true, true) {
        return if similarity > 0.8 { 0.4 } else { -0.2 };
    }
    let bits = curve(similarity);
    let crossed = fathers && left.father != right.father;
    if crossed { bits.min(0.0) - 3.0 } else { bits }
}

fn curve(similarity: f32) -> f32 {
    let Some(above) = BITS.windows(2).find(|pair| similarity >= pair[1].0) else {
        return STRANGE;
    };
    let ((high, most), (low, least)) = (above[0], above[1]);
    least + (most - least) * ((similarity - low) / (high - low)).min(1.0)
}

/// Price of a part that meets none, above 0.
pub(super) fn spare_bits(slot: &Slot) -> f32 {
    match slot.role {
        Role::Particle => 0.1,
        _ if slot.affix => 3.5,
        Role::Title | Role::Nickname => 0.3,
        Role::Kunya | Role::Laqab | Role::Initial | Role::Suffix => 0.7,
        _ if slot.light => 0.8,
        Role::Nisba => 1.0,
        Role::Patronymic => 1.2,
        Role::Unknown => 1.8,
        Role::Given | Role::Family => 3.0,
    }
}

/// A part whose absence or difference matters.
fn is_weighty(slot: &Slot) -> bool {
    spare_bits(slot) > 1.5
}

/// Weighs an alignment.
pub(super) fn weigh(alignment: &Alignment, left: &[Slot], right: &[Slot]) -> Weighed {
    let mut weighed = Weighed {
        parts: [0.0; 2 * crate::part::PARTS],
        count: alignment.taken().len(),
        whole: match alignment.order {
            Order::Same => 0.0,
            Order::Rotated => -ROTATED,
            Order::Permuted => -PERMUTED,
        },
    };
    let fathers = fathers_told(left, right);
    let (mut spare_left, mut spare_right) = (0u32, 0u32);
    let (mut met, mut weight, mut weighty) = (0u32, 0.0f32, 0u32);
    let at = |slots: &[Slot], place: u8| slots[usize::from(place)];
    for (bits, (step, similarity)) in weighed.parts.iter_mut().zip(alignment.taken()) {
        let (one, two, price) = match *step {
            Step::SpareLeft(one) => {
                let slot = at(left, one);
                *bits = -spare_bits(&slot);
                spare_left += u32::from(is_weighty(&slot) || fathers && slot.father);
                continue;
            }
            Step::SpareRight(two) => {
                let slot = at(right, two);
                *bits = -spare_bits(&slot);
                spare_right += u32::from(is_weighty(&slot) || fathers && slot.father);
                continue;
            }
            Step::Match(one, two) => (at(left, one), at(right, two), 0.0),
            Step::JoinLeft(one, two) => {
                let first = at(left, one);
                (first, at(right, two), join_price(&first))
            }
            Step::JoinRight(one, two) => {
                let first = at(right, two);
                (at(left, one), first, join_price(&first))
            }
        };
        *bits = part_bits(*similarity, &one, &two, fathers) - price;
        let share = share(&one, &two);
        weight += share;
        if *bits > 0.0 {
            met += 1;
            weighty += u32::from(share == 1.0);
            *bits *= share;
        }
    }
    let conflicts = spare_left.min(spare_right);
    // What was held against each other without meeting takes its share of the mean too.
    let weight = weight + conflicts as f32;
    let factor = if weighty > 0 { 2.0 } else { 2.0 * LIGHT_ALONE } / weight.max(1.0);
    for (bits, (step, _)) in weighed.parts.iter_mut().zip(alignment.taken()) {
        if *bits > 0.0 {
            *bits *= factor;
        } else if weighty >= 2 && conflicts == 0 {
            let spare = match *step {
                Step::SpareLeft(one) => at(left, one),
                Step::SpareRight(two) => at(right, two),
                Step::Match(..) | Step::JoinLeft(..) | Step::JoinRight(..) => continue,
            };
            // Given and family name have met: one more family name is often left out.
            if spare.role != Role::Given && !spare.affix {
                *bits = bits.max(-SPARE_BESIDE_TWO);
            }
        }
    }
    weighed.whole -= CONFLICT * conflicts as f32;
    if met == 1 && spare_left + spare_right > 0 {
        weighed.whole -= LONELY;
    }
    weighed
}

/// Whether both names tell a father.
pub(super) fn fathers_told(left: &[Slot], right: &[Slot]) -> bool {
    [left, right]
        .iter()
        .all(|slots| slots.iter().any(|slot| slot.father))
}

/// Price of putting a part and the next together.
pub(super) fn join_price(first: &Slot) -> f32 {
    if first.joint { JOIN } else { 2.0 * JOIN }
}

/// How much the agreement of two parts counts beside that of others: half for what clerks leave out anyway.
fn share(left: &Slot, right: &Slot) -> f32 {
    let light = left.light && right.light || left.role == Role::Title || right.role == Role::Title;
    if light { 0.5 } else { 1.0 }
}
