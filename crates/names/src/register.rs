//! Names read once: each distinct name and each distinct part has a number.

use std::collections::HashMap;

use crate::{
    cost::Sieve,
    key,
    lexicon::{self, Known},
    part::{self, Parsed, Role},
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
    by_text: HashMap<Box<str>, NameId>,
    names: Vec<Read>,
    by_part: HashMap<Box<str>, PartId>,
    parts: Vec<Word>,
    /// What is looked at first of each part, close together.
    glances: Vec<Glance>,
}

/// What is looked at first of a part.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Glance {
    pub(crate) sieve: Sieve,
    /// Sounds of its likeliest reading.
    pub(crate) length: u8,
    /// See `Slot::affix`.
    affix: bool,
    /// The father's name follows it.
    marks_father: bool,
    /// The sign of where it stands in the shipped tables, without its article too; 0 when it does not.
    pub(crate) sign: u64,
}

/// A name as it was read.
#[derive(Clone, Debug)]
pub(crate) struct Read {
    pub(crate) slots: Box<[Slot]>,
    /// How often it was added.
    added: u32,
    /// A hash of its parts: an order of names that does not depend on when they came.
    pub(crate) mark: u64,
    /// No part has a sound.
    silent: bool,
    cut: bool,
    mixed: bool,
}

/// A part in its place within a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Slot {
    pub(crate) part: PartId,
    pub(crate) role: Role,
    /// It may be written together with the next part.
    pub(crate) joint: bool,
    /// Leaving it out is a clerk's habit and says little.
    pub(crate) light: bool,
    /// It begins or ends a family name and is none: another family has another one.
    pub(crate) affix: bool,
    /// It is the father's name.
    pub(crate) father: bool,
}

/// A distinct part with what is known of it.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    pub(crate) text: Box<str>,
    pub(crate) readings: Readings,
    pub(crate) keys: Box<[u64]>,
    /// Where it stands in the shipped tables.
    pub(crate) known: Option<Known>,
    /// The same without the article it begins with.
    pub(crate) bare: Option<Bare>,
}

/// A part without its article.
#[derive(Clone, Debug)]
pub(crate) struct Bare {
    pub(crate) readings: Readings,
    pub(crate) known: Option<Known>,
}

/// Parts given and family name in the text under which a name is known; it is no letter, so that it never stands in either.
const FIELD_SIGN: char = '\u{1f}';

impl Names {
    /// An empty register.
    pub fn new() -> Self {
        Self::default()
    }

    /// The number of a whole name.
    pub fn add(&mut self, text: &str) -> NameId {
        if let Some(id) = self.again(text) {
            return id;
        }
        self.enter(text.into(), &part::parse(text))
    }

    /// The number of a name whose given and family names stand in fields of their own; either may be empty.
    pub fn add_fields(&mut self, given: &str, family: &str) -> NameId {
        let text = format!("{given}{FIELD_SIGN}{family}");
        if let Some(id) = self.again(&text) {
            return id;
        }
        self.enter(text.into(), &part::parse_fields(given, family))
    }

    fn again(&mut self, text: &str) -> Option<NameId> {
        let id = *self.by_text.get(text)?;
        self.names[id.0 as usize].added += 1;
        Some(id)
    }

    fn enter(&mut self, text: Box<str>, parsed: &Parsed) -> NameId {
        let mut slots: Vec<Slot> = Vec::with_capacity(parsed.parts.len());
        let mut marked = false;
        for part in &parsed.parts {
            let id = self.part(&part.text);
            let glance = self.glance(id);
            slots.push(Slot {
                part: id,
                role: part.role,
                joint: part.joint,
                light: part.light,
                affix: glance.affix,
                father: part.role == Role::Patronymic || marked,
            });
            marked = glance.marks_father;
        }
        let id = NameId(self.names.len() as u32);
        let texts: Vec<&str> = parsed.parts.iter().map(|part| part.text.as_str()).collect();
        self.names.push(Read {
            mark: key::code(&texts.join(" ")).unwrap_or(0),
            silent: slots
                .iter()
                .all(|slot| self.word(slot.part).readings.is_empty()),
            slots: slots.into_boxed_slice(),
            added: 1,
            cut: parsed.cut > 0,
            mixed: parsed.mixed,
        });
        self.by_text.insert(text, id);
        id
    }

    fn part(&mut self, text: &str) -> PartId {
        if let Some(&id) = self.by_part.get(text) {
            return id;
        }
        let id = PartId(self.parts.len() as u32);
        let readings = Readings::of(text);
        let known = lexicon::known(text);
        let bare = part::without_article(text)
            // What is a name as it stands, such as Elham in Arabic script, begins with no article.
            .filter(|bare| known.is_none() || lexicon::known(bare).is_some())
            .map(|bare| Bare {
                readings: Readings::of(bare),
                known: lexicon::known(bare),
            });
        let mut keys = key::keys(&readings);
        let mut sieve = Sieve::of(&readings);
        if let Some(bare) = &bare {
            sieve = sieve.or(Sieve::of(&bare.readings));
            keys.extend(key::keys(&bare.readings));
        }
        self.glances.push(Glance {
            sieve,
            affix: part::is_family_affix(text),
            marks_father: part::marks_father(text),
            length: readings.ways().first().map_or(0, |way| way.codes().len()) as u8,
            sign: [known, bare.as_ref().and_then(|bare| bare.known)]
                .into_iter()
                .flatten()
                .fold(0, |bits, known| bits | known.sign()),
        });
        self.parts.push(Word {
            text: text.into(),
            keys: codes(&keys),
            bare,
            known,
            readings,
        });
        self.by_part.insert(text.into(), id);
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

    /// Distinct parts; their numbers run from 0.
    pub fn part_count(&self) -> usize {
        self.parts.len()
    }

    /// `true` when the name has no part with a sound: such a name matches none.
    pub fn says_nothing(&self, name: NameId) -> bool {
        self.read(name).silent
    }

    /// `true` when the name had more parts than are compared.
    pub fn was_cut(&self, name: NameId) -> bool {
        self.read(name).cut
    }

    /// `true` when a word of the name mixes scripts.
    pub fn is_mixed(&self, name: NameId) -> bool {
        self.read(name).mixed
    }

    /// The parts of a name with their roles, in order.
    pub fn parts(&self, name: NameId) -> impl Iterator<Item = (PartId, Role)> {
        self.read(name)
            .slots
            .iter()
            .map(|slot| (slot.part, slot.role))
    }

    /// The text of a part, in normal form.
    pub fn text(&self, part: PartId) -> &str {
        &self.word(part).text
    }

    /// The likeliest skeleton of a part as a code: equal for spellings of one name in any script. `None` when it has none,
    /// which is no evidence of anything.
    pub fn part_key(&self, part: PartId) -> Option<u64> {
        self.word(part).keys.first().copied()
    }

    /// All skeletons under which a part may be found, the likeliest first. Those of two neighbours put together: `joined_keys`.
    pub fn part_keys(&self, part: PartId) -> impl Iterator<Item = u64> {
        self.word(part).keys.iter().copied()
    }

    /// The skeletons of two neighbouring parts put together, the likeliest first.
    pub fn joined_keys(&self, first: PartId, second: PartId) -> Vec<u64> {
        let joined = self.word(first).readings.join(&self.word(second).readings);
        codes(&key::keys(&joined)).into_vec()
    }

    /// The skeletons of a part as letters, for keys that leave a sound out.
    pub fn skeletons(&self, part: PartId) -> Vec<String> {
        key::keys(&self.word(part).readings)
    }

    /// Each part, and in how many of the names added it stands.
    pub fn part_counts(&self) -> Vec<(PartId, u32)> {
        let mut counts = vec![0u32; self.parts.len()];
        for read in &self.names {
            for slot in &read.slots {
                let count = &mut counts[slot.part.0 as usize];
                *count = count.saturating_add(read.added);
            }
        }
        (0..).map(PartId).zip(counts).collect()
    }

    pub(crate) fn read(&self, name: NameId) -> &Read {
        &self.names[name.0 as usize]
    }

    pub(crate) fn glance(&self, part: PartId) -> &Glance {
        &self.glances[part.0 as usize]
    }

    pub(crate) fn word(&self, part: PartId) -> &Word {
        &self.parts[part.0 as usize]
    }
}

/// Keys as numbers; an empty key is none.
fn codes(keys: &[String]) -> Box<[u64]> {
    keys.iter().filter_map(|key| key::code(key)).collect()
}
