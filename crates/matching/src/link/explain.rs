//! Why a pair has its weight, in words and bits that add up.

use names::{compare::Comparer, part::Role, register::NameId};

use super::{Linkage, Pair, score::Weigher};
use crate::{compare::Field, record::Records};

/// Bits below which the sum of name reasons is too small to be scaled.
const SCALABLE: f32 = 0.5;
/// The most that the bits of a name's parts are stretched.
const STRETCH: f32 = 4.0;

/// Explains pairs of one linkage, and remembers parts of names that it compared.
#[derive(Debug)]
pub struct Explainer<'l> {
    records: &'l Records,
    linkage: &'l Linkage,
    names: Comparer<'l>,
}

impl<'l> Explainer<'l> {
    /// An explainer that remembers nothing yet.
    pub fn new(records: &'l Records, linkage: &'l Linkage) -> Self {
        Self {
            records,
            linkage,
            names: Comparer::new(&records.names, &linkage.rarity),
        }
    }

    /// The reasons of a pair: parts of the name first, then fields, then what corrects their sum, the prior last.
    pub fn reasons(&mut self, pair: &Pair) -> Vec<(String, f32)> {
        let (weights, line) = (&self.linkage.weights, self.linkage.line);
        let mut reasons = Vec::new();
        let name = weights.bits(Field::Name, pair.levels[Field::Name as usize]);
        self.name_parts(pair, name, &mut reasons);
        for field in Field::ALL {
            let level = pair.levels[field as usize];
            if field != Field::Name && level > 0 {
                let word = field
                    .levels()
                    .get(usize::from(level) - 1)
                    .copied()
                    .unwrap_or("");
                reasons.push((
                    format!("{}: {word}", field.as_str()),
                    weights.bits(field, level),
                ));
            }
        }
        let corrections = [
            ("rarity", pair.rarity),
            ("relatives", weights.kinship(&pair.levels, pair.rarity)),
            ("two-places", weights.places(&pair.levels)),
        ];
        reasons.extend(
            corrections
                .into_iter()
                .filter(|(_, bits)| *bits != 0.0)
                .map(|(word, bits)| (word.to_owned(), bits)),
        );
        for (_, bits) in &mut reasons {
            *bits *= line.slope;
        }
        let weigher = Weigher {
            records: self.records,
            weights,
            line,
        };
        let prior = line.at(weigher.prior(pair.left.0, pair.right.0));
        reasons.push(("prior".to_owned(), prior));
        reasons
    }

    /// Adds the parts of the names so that their bits add up to `bits`.
    fn name_parts(&mut self, pair: &Pair, bits: f32, reasons: &mut Vec<(String, f32)>) {
        if pair.levels[Field::Name as usize] == 0 {
            return;
        }
        let Some((left, right)) = self.best_names(pair) else {
            reasons.push(("name".to_owned(), bits));
            return;
        };
        let parts = self.names.explain(left, right);
        if parts.is_empty() {
            reasons.push(("name".to_owned(), bits));
            return;
        }
        let sum: f32 = parts.iter().map(|part| part.bits).sum();
        let stretch = bits / sum;
        let scaled = sum.abs() > SCALABLE && (0.0..STRETCH).contains(&stretch);
        let shift = (bits - sum) / parts.len() as f32;
        for part in parts {
            let bits = if scaled {
                part.bits * stretch
            } else {
                part.bits + shift
            };
            reasons.push((word(part.role).to_owned(), bits));
        }
    }

    /// Of the names of both and their twins, the two that are most alike.
    fn best_names(&mut self, pair: &Pair) -> Option<(NameId, NameId)> {
        let row = |record: crate::record::RecordIndex| &self.records.rows[record.0 as usize];
        let (left, right) = (row(pair.left).names, row(pair.right).names);
        let mut best: Option<(f32, (NameId, NameId))> = None;
        for &one in left.iter().flatten() {
            for &other in right.iter().flatten() {
                let score = self.names.compare(one, other).score;
                if best.is_none_or(|(most, _)| score > most) {
                    best = Some((score, (one, other)));
                }
            }
        }
        best.map(|(_, names)| names)
    }
}

/// The word for a part in a reason; of one that nothing tells, that it is of the name.
fn word(role: Role) -> &'static str {
    match role {
        Role::Unknown => "name",
        role => role.as_str(),
    }
}
