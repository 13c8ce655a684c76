//! Names read once: each distinct name and each distinct part has a number.

use std::collections::HashMap;

use crate::{
    key,
    part::{Parsed, Role, parse, parse_fields},
    sound::Readings,
};

/// A distinct name of a register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameId(pub u32);

/// A distinct part of a register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartId(pub u32);

/// The names of some lists, each distinct one read once. Numbers are given in the order of adding.
#[derive(Clone, Debug, Default)]
pub struct Names {
    by_text: HashMap<(String, String), NameId>,
    names: Vec<Read>,
    by_part: HashMap<String, PartId>,
    parts: Vec<Word>,
}

/// A name as it was read.
#[derive(Clone, Debug)]
pub(crate) struct Read {
    pub(crate) parts: Vec<(PartId, Role, bool)>,
    added: u32,
}

#[derive(Clone, Debug)]
pub(crate) struct Word {
    pub(crate) text: String,
    pub(crate) readings: Readings,
    key: Option<u64>,
}

impl Names {
    /// An empty register.
    pub fn new() -> Self {
        Self::default()
    }

    /// The number of a whole name.
    pub fn add(&mut self, text: &str) -> NameId {
        self.enter((text.to_owned(), String::new()), || parse(text))
    }

    /// The number of a name whose given and family names stand in fields of their own; either may be empty.
    pub fn add_fields(&mut self, given: &str, family: &str) -> NameId {
        self.enter((given.to_owned(), format!("\u{1f}{family}")), || {
            parse_fields(given, family)
        })
    }

    fn enter(&mut self, text: (String, String), read: impl Fn() -> Parsed) -> NameId {
        if let Some(&id) = self.by_text.get(&text) {
            self.names[id.0 as usize].added += 1;
            return id;
        }
        let parsed = read();
        let parts = parsed
            .parts
            .iter()
            .map(|part| (self.part(&part.text), part.role, part.joint))
            .collect();
        let id = NameId(self.names.len() as u32);
        self.names.push(Read { parts, added: 1 });
        self.by_text.insert(text, id);
        id
    }

    fn part(&mut self, text: &str) -> PartId {
        if let Some(&id) = self.by_part.get(text) {
            return id;
        }
        let id = PartId(self.parts.len() as u32);
        self.parts.push(Word {
            text: text.to_owned(),
            readings: Readings::of(text),
            key: key::code(&key::latin_key(text)),
        });
        self.by_part.insert(text.to_owned(), id);
        id
    }

    /// Distinct names.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// `true` when nothing was added.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// `true` when the name has no part that says anything: such a name matches none.
    pub fn says_nothing(&self, name: NameId) -> bool {
        self.read(name).parts.is_empty()
    }

    /// The parts of a name with their roles, in order.
    pub fn parts(&self, name: NameId) -> impl Iterator<Item = (PartId, Role)> {
        self.read(name)
            .parts
            .iter()
            .map(|(part, role, _)| (*part, *role))
    }

    /// The text of a part, in normal form.
    pub fn text(&self, part: PartId) -> &str {
        &self.parts[part.0 as usize].text
    }

    /// The likeliest skeleton of a part as a code: equal for spellings of one name in any script. `None` when it has none,
    /// which is no evidence of anything.
    pub fn part_key(&self, part: PartId) -> Option<u64> {
        self.parts[part.0 as usize].key
    }

    /// All skeletons under which a part may be found, the likeliest first; of two neighbours put together with `joined_keys`.
    pub fn part_keys(&self, part: PartId) -> impl Iterator<Item = u64> {
        self.part_key(part).into_iter()
    }

    /// The skeletons of two neighbouring parts put together.
    pub fn joined_keys(&self, first: PartId, second: PartId) -> Vec<u64> {
        key::code(&key::latin_key(&format!(
            "{}{}",
            self.text(first),
            self.text(second)
        )))
        .into_iter()
        .collect()
    }

    /// Each part, and in how many of the names added it stands.
    pub fn part_counts(&self) -> impl Iterator<Item = (PartId, u32)> {
        let mut counts = vec![0u32; self.parts.len()];
        for read in &self.names {
            for (part, _, _) in &read.parts {
                counts[part.0 as usize] += read.added;
            }
        }
        counts
            .into_iter()
            .enumerate()
            .map(|(number, count)| (PartId(number as u32), count))
    }

    pub(crate) fn read(&self, name: NameId) -> &Read {
        &self.names[name.0 as usize]
    }

    pub(crate) fn word(&self, part: PartId) -> &Word {
        &self.parts[part.0 as usize]
    }
}
