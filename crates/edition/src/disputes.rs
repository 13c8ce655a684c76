//! Which facts another fact contradicts, as far as a machine can tell.

use std::collections::BTreeSet;

use model::position::{Position, Precision};

use crate::{
    edition::{Fact, Shown, ShownDate},
    vocabulary,
};

/// Marks facts of a property that has one true value when another fact gives it a value that cannot be the same.
/// `facts` stand together by property.
pub(crate) fn mark(facts: &mut [Fact]) {
    let mut rest = facts;
    while let Some(first) = rest.first() {
        let property = first.property.clone();
        let end = rest
            .iter()
            .position(|fact| fact.property != property)
            .unwrap_or(rest.len());
        let (same, others) = rest.split_at_mut(end);
        if vocabulary::is_single(property.as_str()) {
            for place in 0..same.len() {
                same[place].disputed = same
                    .iter()
                    .any(|other| contradict(&same[place].value, &other.value));
            }
        }
        rest = others;
    }
}

/// Whether two values of one property cannot both be true. What is withheld contradicts nothing, and neither do values of
/// two types: the town "Karaj" in words may well be the place that is recorded.
fn contradict(one: &Shown, two: &Shown) -> bool {
    match (one, two) {
        (Shown::Date(one), Shown::Date(two)) => dates(one, two),
        (Shown::Number(one), Shown::Number(two)) => {
            apart(one.high(), two.low()) || apart(two.high(), one.low())
        }
        (Shown::Position(one), Shown::Position(two)) => positions(*one, *two),
        (
            Shown::Text { text, language },
            Shown::Text {
                text: other,
                language: other_language,
            },
        ) => {
            // Words in two languages may well say the same.
            language == other_language && !agree(text, other)
        }
        (Shown::Record { id, .. }, Shown::Record { id: other, .. }) => id != other,
        (Shown::Link(one), Shown::Link(two)) => one != two,
        (Shown::Term(one), Shown::Term(two)) => one != two,
        _ => false,
    }
}

/// Whether two texts may say the same, one perhaps more fully: all words of one are words of the other. Case and punctuation do
/// not count. Spellings of one name are not known here; they stay disputed until somebody decides.
fn agree(one: &str, two: &str) -> bool {
    let words = |text: &str| -> BTreeSet<String> {
        text.split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect()
    };
    let (one, two) = (words(one), words(two));
    one.is_subset(&two) || two.is_subset(&one)
}

/// Whether a range that ends at `last` lies wholly before one that begins at `first`; open ends reach everything.
fn apart<T: PartialOrd>(last: Option<T>, first: Option<T>) -> bool {
    last.zip(first).is_some_and(|(last, first)| last < first)
}

/// Dates contradict when no day can be meant by both. One that cannot be read contradicts nothing: it is flagged already.
fn dates(one: &ShownDate, two: &ShownDate) -> bool {
    !one.problem
        && !two.problem
        && (apart(one.latest, two.earliest) || apart(two.latest, one.earliest))
}

/// Points contradict when they lie farther apart than both together are blunt.
fn positions(one: Position, two: Position) -> bool {
    let reach = reach_e6(one.precision) + reach_e6(two.precision);
    let far = |one: i32, two: i32| i64::from(one).abs_diff(i64::from(two)) > reach;
    far(one.latitude_e6(), two.latitude_e6()) || far(one.longitude_e6(), two.longitude_e6())
}

/// How far from its point a place may be, in millionths of a degree. Chosen by us: a prison or cemetery lies within some
/// 500 m of its point, a large town within some 25 km, a province within some 150 km; a country's point says nothing about
/// where in it.
fn reach_e6(precision: Precision) -> u64 {
    match precision {
        Precision::Exact => 5_000,
        Precision::City => 250_000,
        Precision::Region => 1_500_000,
        Precision::Country => 360_000_000,
    }
}
