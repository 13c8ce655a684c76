//! Fathers and mothers, and what the names of two generations say together: brothers, father and child, fields that changed
//! places.

use names::compare::Comparison;

use super::{
    Best, CLOSE, LIKELY, NEAR_PART, RecordComparer, SAME, UNLIKELY,
    levels::{FATHER, at},
};
use crate::record::Record;

const SIBLINGS: u8 = at(&FATHER, "siblings");
const SWAPPED: u8 = at(&FATHER, "swapped-with-given");
const FATHER_AND_CHILD: u8 = at(&FATHER, "father-and-child");

impl RecordComparer<'_> {
    /// The level of the parents, and what came of comparing their names; 0 when neither parent is named in both.
    pub(super) fn parents(
        &mut self,
        left: &Record,
        right: &Record,
        name: Option<&Best>,
    ) -> (u8, Option<Comparison>) {
        // A father whom the name tells is compared with one who is told in a field of his own, and not with one whom the other
        // name tells: these met when the names were compared.
        let told = [left.father[0].is_some(), right.father[0].is_some()];
        let fathers = match told {
            [true, false] => self.best(left.father, [right.patronymic, None]),
            [false, true] => self.best([left.patronymic, None], right.father),
            [true, true] => self.best(left.father, right.father),
            [false, false] => None,
        };
        if let Some(fathers) = fathers {
            let level = match name {
                Some(name) => self.generations(name, &fathers),
                None => plain(&fathers.found),
            };
            return (level, Some(fathers.found));
        }
        match self.best(left.mother, right.mother) {
            Some(mothers) => {
                let level = match name {
                    Some(name) if self.are_siblings(name, &mothers) => SIBLINGS,
                    _ => plain(&mothers.found),
                };
                (level, Some(mothers.found))
            }
            None => (0, None),
        }
    }

    fn generations(&mut self, name: &Best, fathers: &Best) -> u8 {
        let level = plain(&fathers.found);
        // Who has the same name has no other generation to be looked for.
        if name.found.score >= LIKELY {
            return level;
        }
        if self.are_siblings(name, fathers) {
            return SIBLINGS;
        }
        if fathers.found.score >= LIKELY {
            return level;
        }
        let left = (self.ends(name.left), self.ends(fathers.left).given);
        let right = (self.ends(name.right), self.ends(fathers.right).given);
        if self.alike(left.0.given, right.0.given) >= NEAR_PART {
            return level;
        }
        let left_is_father = self.is_one(left.0.given, right.1);
        let right_is_father = self.is_one(right.0.given, left.1);
        match (left_is_father, right_is_father) {
            (true, true) => SWAPPED,
            (true, false) | (false, true) if self.is_one(left.0.family, right.0.family) => {
                FATHER_AND_CHILD
            }
            _ => level,
        }
    }

    /// One parent, one family, and given names that are surely two.
    fn are_siblings(&mut self, name: &Best, parents: &Best) -> bool {
        if name.found.score >= LIKELY || parents.found.score < CLOSE {
            return false;
        }
        let (left, right) = (self.ends(name.left), self.ends(name.right));
        left.given.is_some()
            && right.given.is_some()
            && self.is_one(left.family, right.family)
            && self.alike(left.given, right.given) < NEAR_PART
    }
}

fn plain(found: &Comparison) -> u8 {
    let is_part = (found.spare_left == 0) != (found.spare_right == 0);
    match (found.score, found.matched) {
        (SAME.., 2..) => const { at(&FATHER, "same-2-parts") },
        (SAME.., _) => const { at(&FATHER, "same") },
        (CLOSE.., _) => const { at(&FATHER, "close") },
        (LIKELY.., _) => const { at(&FATHER, "likely") },
        (UNLIKELY.., _) if is_part => const { at(&FATHER, "part-of") },
        (UNLIKELY.., _) => const { at(&FATHER, "doubtful") },
        _ => const { at(&FATHER, "other") },
    }
}
