//! Everybody on the wall, found out once for all languages: under which letters, in which order, with what in common.

pub(crate) mod facets;
mod order;
#[cfg(test)]
mod tests;

use std::{collections::HashMap, sync::OnceLock};

use edition::{
    RecordId,
    edition::{Edition, Name, Subject},
};
use names::{script, transliterate::transliterate};

use crate::{
    lang::Lang,
    letters::{Letter, Script, sort_form},
    scripts,
};

use facets::Facets;
pub(crate) use order::{Order, Sorter};

/// A name on the wall: the first that a person has in a script.
#[derive(Debug)]
pub(crate) struct Entry<'a> {
    /// Place of the person among [`Wall::people`].
    pub(crate) person: usize,
    /// The name.
    pub(crate) name: &'a Name,
    /// The letter under which it stands.
    pub(crate) letter: Letter,
    /// Place of its second letter in the alphabet; `None` for one that is not in it.
    pub(crate) second: Option<u8>,
    /// By what it is sorted (`letters::sort_form`).
    form: String,
}

/// The wall. Orders and names in other letters are found out when they are first asked for, by whichever thread that is.
#[derive(Debug)]
pub(crate) struct Wall<'a> {
    /// Everybody, by identifier.
    pub(crate) people: Vec<&'a Subject>,
    /// Every name on the wall, by person.
    pub(crate) entries: Vec<Entry<'a>>,
    /// What people on the wall have in common.
    pub(crate) facets: Facets<'a>,
    /// By place of the language in [`Lang::ALL`].
    orders: [OnceLock<Order>; 4],
    /// By place in [`scripts::TARGETS`].
    machine: [OnceLock<Vec<Option<Box<str>>>>; 3],
}

impl<'a> Wall<'a> {
    /// The people of the room.
    pub(crate) fn new(edition: &'a Edition) -> Self {
        let room = edition
            .rooms
            .iter()
            .find(|room| room.room.as_str() == "people");
        let mut members: Vec<RecordId> = room.map(|room| room.members.clone()).unwrap_or_default();
        members.sort_unstable();
        members.dedup();
        let people: Vec<&Subject> = members
            .iter()
            .filter_map(|id| {
                let place = edition
                    .subjects
                    .binary_search_by_key(id, |subject| subject.id)
                    .ok()?;
                edition.subjects.get(place)
            })
            .collect();
        Self {
            entries: entries(&people),
            facets: Facets::new(&people),
            people,
            orders: Default::default(),
            machine: Default::default(),
        }
    }

    /// The order of the names on pages of `lang`.
    pub(crate) fn order(&self, lang: Lang) -> &Order {
        let place = Lang::ALL.iter().position(|other| *other == lang);
        self.orders[place.unwrap_or(0)].get_or_init(|| Order::new(self, lang))
    }

    /// The place of a person on the wall.
    pub(crate) fn place(&self, id: RecordId) -> Option<usize> {
        self.people
            .binary_search_by_key(&id, |subject| subject.id)
            .ok()
    }

    /// The name of a person as a machine writes it in the letters of `lang`; `None` where a source has one in them.
    pub(crate) fn machine(&self, lang: Lang, person: usize) -> Option<&str> {
        let (place, target) = scripts::target(lang);
        let names = self.machine[place].get_or_init(|| {
            let mut known: HashMap<&str, Option<String>> = HashMap::new();
            self.people
                .iter()
                .map(|subject| {
                    let name = scripts::foreign(lang, &subject.names)?;
                    let mut written = String::new();
                    for word in name.split_whitespace() {
                        let found = known
                            .entry(word)
                            .or_insert_with(|| transliterate(word, target));
                        let word = match found {
                            Some(word) => word.as_str(),
                            // Signs without letters, or a word that stands in these letters already.
                            None if is_of(word, lang) => word,
                            None => return None,
                        };
                        if !written.is_empty() {
                            written.push(' ');
                        }
                        written.push_str(word);
                        if written.len() > scripts::LONGEST {
                            return None;
                        }
                    }
                    (!written.is_empty()).then(|| written.into_boxed_str())
                })
                .collect()
        });
        names.get(person)?.as_deref()
    }
}

/// The first name of everybody in each script.
fn entries<'a>(people: &[&'a Subject]) -> Vec<Entry<'a>> {
    let mut entries = Vec::with_capacity(people.len() * 2);
    for (person, subject) in people.iter().enumerate() {
        for script in Script::ALL {
            let mut names = subject.names.iter();
            let Some(name) = names.find(|name| Script::of(&name.text) == script) else {
                continue;
            };
            let (letter, second, form) = sort_form(&name.text);
            entries.push(Entry {
                person,
                name,
                letter,
                second,
                form,
            });
        }
    }
    entries
}

/// Whether a word needs no other letters on pages of `lang`.
fn is_of(word: &str, lang: Lang) -> bool {
    script::of(word).is_none() && word.chars().all(|sign| !sign.is_alphabetic())
        || script::of(word).is_some() && Script::of(word) == Script::of_lang(lang)
}
