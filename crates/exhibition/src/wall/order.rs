//! The order of names in a language, by CLDR's collation.

use std::collections::BTreeMap;

use icu_collator::{
    Collator, CollatorBorrowed,
    options::{CollatorOptions, Strength},
};
use icu_locale_core::Locale;

use super::Wall;
use crate::{
    lang::Lang,
    letters::{Letter, Script},
};

/// Names in order.
#[derive(Debug)]
pub(crate) struct Order {
    /// Places of entries (`Wall::entries`) under each letter, in order.
    pub(crate) letters: BTreeMap<Letter, Vec<usize>>,
    /// For each person, the place on the whole wall: names in the script of the page first, people without a name last.
    pub(crate) rank: Vec<usize>,
}

/// Compares texts as readers of a language would.
#[derive(Debug)]
pub(crate) struct Sorter(Option<CollatorBorrowed<'static>>);

impl Sorter {
    /// For texts in `script` on pages of `lang`: Latin letters in the order of the language of the page when that is written in
    /// them, otherwise of English; Arabic ones in the order of Arabic, on all other pages of Persian.
    pub(crate) fn new(script: Script, lang: Lang) -> Self {
        let tag = match (script, lang) {
            (Script::Arabic, Lang::Ar) => "ar",
            (Script::Arabic, _) => "fa",
            (_, Lang::Fr) => "fr",
            _ => "en",
        };
        let mut options = CollatorOptions::default();
        options.strength = Some(Strength::Primary);
        // The data are compiled in; without them texts would stand in the order of their letters in Unicode.
        let collator = Locale::try_from_str(tag)
            .ok()
            .and_then(|locale| Collator::try_new(locale.into(), options).ok());
        Self(collator)
    }

    /// Keys stand in the order in which their texts do.
    pub(crate) fn key(&self, text: &str) -> Vec<u8> {
        let mut key = Vec::with_capacity(text.len() * 2);
        match &self.0 {
            // Writing into memory cannot fail.
            Some(collator) => drop(collator.write_sort_key_to(text, &mut key)),
            None => key.extend_from_slice(text.as_bytes()),
        }
        key
    }
}

impl Order {
    /// The order on pages of `lang`.
    pub(super) fn new(wall: &Wall<'_>, lang: Lang) -> Self {
        let entries = &wall.entries;
        let mut letters: BTreeMap<Letter, Vec<(u8, Vec<u8>, usize)>> = BTreeMap::new();
        for script in Script::ALL {
            let sorter = Sorter::new(script, lang);
            for (place, entry) in entries.iter().enumerate() {
                if entry.letter.0 == script {
                    let second = entry.letter.place_of(entry.second, lang);
                    let row = (second, sorter.key(&entry.form), place);
                    letters.entry(entry.letter).or_default().push(row);
                }
            }
        }
        for rows in letters.values_mut() {
            rows.sort_unstable_by(|one, two| {
                let (first, second) = (&entries[one.2], &entries[two.2]);
                (one.0, &one.1, &first.name.text, first.person).cmp(&(
                    two.0,
                    &two.1,
                    &second.name.text,
                    second.person,
                ))
            });
        }
        let letters: BTreeMap<Letter, Vec<usize>> = letters
            .into_iter()
            .map(|(letter, rows)| (letter, rows.into_iter().map(|row| row.2).collect()))
            .collect();
        let mut rank = vec![usize::MAX; wall.people.len()];
        let mut next = 0;
        let mut scripts = Script::ALL.to_vec();
        scripts.sort_by_key(|script| *script != Script::of_lang(lang));
        for script in scripts {
            for letter in Letter::alphabet(script, lang) {
                for place in letters.get(&letter).into_iter().flatten() {
                    let rank = &mut rank[entries[*place].person];
                    if *rank == usize::MAX {
                        *rank = next;
                        next += 1;
                    }
                }
            }
        }
        for rank in rank.iter_mut().filter(|rank| **rank == usize::MAX) {
            *rank = next;
            next += 1;
        }
        Self { letters, rank }
    }
}
