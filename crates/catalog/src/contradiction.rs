//! Values of which only one can be true and that cannot be reconciled.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use model::{
    id::{ClaimId, RecordId},
    language::Language,
    position::{Position, Precision},
    term::Term,
    value::Value,
    vocabulary,
};
use names::{
    compare,
    key::{query_keys, search_keys},
};

use crate::{error::CatalogError, open::Catalog, record::ClaimView};

/// Claims about one identity that cannot all be true.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// A property of which only one value can be true.
    pub property: Term,
    /// The claims that have a part in it, in the order of the ledger. Each is irreconcilable with another one here.
    pub claims: Vec<ClaimId>,
}

/// Two exact points farther apart than this are two places: 0.01 degrees, about 1.1 km of latitude, in millionths. Chosen by
/// us: wider than a large prison or cemetery, narrower than the distance between two of them.
const APART_E6: u32 = 10_000;

impl Catalog {
    /// Where sources cannot all be right about `id` and the records judged the same, by property in display order. Empty for a
    /// record that is not known.
    pub fn contradictions(&self, id: RecordId) -> Result<Vec<Contradiction>, CatalogError> {
        let Some(record) = self.record(id)? else {
            return Ok(Vec::new());
        };
        let mut claims = record.claims;
        // Two records that are one are no contradiction.
        for claim in &mut claims {
            if let Value::Record(record) = &mut claim.claim.value {
                *record = crate::record::record_id(self.leader(record.packed())?)?;
            }
        }
        Ok(contradictions(&claims))
    }
}

/// Contradictions among claims about one identity.
pub(crate) fn contradictions(claims: &[ClaimView]) -> Vec<Contradiction> {
    let vocabulary = vocabulary::standard();
    let mut by_property: BTreeMap<(usize, &Term), Vec<&ClaimView>> = BTreeMap::new();
    for claim in claims {
        let property = &claim.claim.property;
        let single = vocabulary
            .property(property.as_str())
            .is_some_and(|known| known.single);
        if single {
            let rank = vocabulary.rank(property.as_str());
            by_property.entry((rank, property)).or_default().push(claim);
        }
    }
    by_property
        .into_iter()
        .filter_map(|((_, property), claims)| {
            let denied: Vec<ClaimId> = claims
                .iter()
                .filter(|one| {
                    claims
                        .iter()
                        .any(|other| !reconcilable(&one.claim.value, &other.claim.value))
                })
                .map(|claim| claim.id)
                .collect();
            (!denied.is_empty()).then(|| Contradiction {
                property: property.clone(),
                claims: denied,
            })
        })
        .collect()
}

/// Whether both values can be true at once. Values of different types, texts in different languages, and dates that name no day
/// cannot be compared, and what cannot be compared does not contradict.
pub(crate) fn reconcilable(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Date(one), Value::Date(other)) => match (one.span(), other.span()) {
            (Ok(one), Ok(other)) => {
                overlap((one.earliest, one.latest), (other.earliest, other.latest))
            }
            _ => true,
        },
        (Value::Number(one), Value::Number(other)) => {
            overlap((one.low(), one.high()), (other.low(), other.high()))
        }
        (
            Value::Text { text, language },
            Value::Text {
                text: other,
                language: other_language,
            },
        ) => !same_language(language, other_language) || texts_agree(text, other),
        (Value::Record(one), Value::Record(other)) => one == other,
        (Value::Term(one), Value::Term(other)) => one == other,
        (Value::Link(one), Value::Link(other)) => one == other,
        (Value::Position(one), Value::Position(other)) => near(one, other),
        _ => true,
    }
}

/// Whether two ranges have something in common; `None` is open.
fn overlap<T: Ord>(one: (Option<T>, Option<T>), other: (Option<T>, Option<T>)) -> bool {
    let before = |end: &Option<T>, start: &Option<T>| match (end, start) {
        (Some(end), Some(start)) => end < start,
        _ => false,
    };
    !before(&one.1, &other.0) && !before(&other.1, &one.0)
}

fn same_language(one: &Option<Language>, other: &Option<Language>) -> bool {
    one == other
}

/// From this score on, two texts are taken for spellings of one name. Chosen by us: more likely one than not.
const SPELLING: f32 = 0.5;

/// Whether two texts may be spellings of one, or one of them part of the other: every key of one is a key of the other, or they
/// are likely to be one name.
fn texts_agree(one: &str, other: &str) -> bool {
    let within = |part: &str, whole: &str| {
        let keys = search_keys(whole);
        let ways = query_keys(part);
        ways.is_empty()
            || ways
                .iter()
                .any(|way| way.iter().all(|key| keys.contains(key)))
    };
    within(one, other) || within(other, one) || compare::score(one, other) >= SPELLING
}

/// Only two exact points can be told apart; blunter ones may mean the same spot.
fn near(one: &Position, other: &Position) -> bool {
    let exact = one.precision == Precision::Exact && other.precision == Precision::Exact;
    let apart = one
        .latitude_e6()
        .abs_diff(other.latitude_e6())
        .max(one.longitude_e6().abs_diff(other.longitude_e6()));
    !exact || apart <= APART_E6
}
