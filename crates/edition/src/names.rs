//! Which of a record's names comes first.

use std::{cmp::Reverse, collections::BTreeMap};

use crate::edition::{Fact, Name, Shown};

/// Properties that hold names, the preferred one first.
const NAMING: [&str; 2] = ["name", "title"];

/// All names among `facts`, by preference: those cited most, then the longest, then by text.
///
/// A name said with different qualifiers counts once, with all its citations.
pub(crate) fn ordered(facts: &[Fact]) -> Vec<Name> {
    let mut found: BTreeMap<Name, (usize, usize)> = BTreeMap::new();
    for fact in facts {
        let property = NAMING
            .iter()
            .position(|naming| *naming == fact.property.as_str());
        if let (Some(property), Shown::Text { text, language }) = (property, &fact.value) {
            let name = Name {
                text: text.clone(),
                language: language.clone(),
            };
            let (first, citations) = found.entry(name).or_insert((property, 0));
            *first = property.min(*first);
            *citations += fact.citations.len();
        }
    }
    let mut names: Vec<(Name, (usize, usize))> = found.into_iter().collect();
    // The sort is stable and the names stand in the order of their texts.
    names.sort_by_cached_key(|(name, (property, citations))| {
        let length = name.text.chars().count();
        (*property, Reverse(*citations), Reverse(length))
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
