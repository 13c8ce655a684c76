//! Which of a record's names comes first.

use std::{cmp::Reverse, collections::BTreeMap};

use crate::edition::{Fact, Name, Shown};

/// The property that holds names.
const NAME: &str = "name";

/// All names among `facts`, by preference: those cited most, then the longest, then by text. Every language keeps its own.
///
/// A name said with different qualifiers counts once, with all its citations.
pub(crate) fn ordered(facts: &[Fact]) -> Vec<Name> {
    let mut found: BTreeMap<Name, usize> = BTreeMap::new();
    for fact in facts.iter().filter(|fact| fact.property.as_str() == NAME) {
        if let Shown::Text { text, language } = &fact.value {
            let name = Name {
                text: text.clone(),
                language: language.clone(),
            };
            *found.entry(name).or_default() += fact.citations.len();
        }
    }
    let mut names: Vec<(Name, usize)> = found.into_iter().collect();
    // The sort is stable and the names stand in the order of their texts.
    names.sort_by_cached_key(|(name, citations)| {
        (Reverse(*citations), Reverse(name.text.chars().count()))
    });
    names.into_iter().map(|(name, _)| name).collect()
}

/// The first name in each language, in the order of `names`: what stands where another record refers to this one.
pub(crate) fn preferred(names: &[Name]) -> Vec<Name> {
    let mut chosen: Vec<Name> = Vec::new();
    for name in names {
        if chosen.iter().all(|other| other.language != name.language) {
            chosen.push(name.clone());
        }
    }
    chosen
}
