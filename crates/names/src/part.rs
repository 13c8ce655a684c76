//! The parts of a name, and what each of them is. The rules in plain words: `docs/names.md`.
//!
//! Parts are labelled and never deleted; what may be left out is marked `light` and costs little in a comparison.

mod fathers;
mod fields;
mod join;
mod label;
mod read;
#[cfg(test)]
mod tests;
mod vocabulary;

pub use crate::{
    lexicon::{Attested, attested, sex_of_given},
    normal::normal,
};

use join::Field;
use label::Labelled;
use read::Word;
use vocabulary::{Kind, PHRASE_WORDS, VOCABULARY};

/// At most so many parts of a name are compared; names in use have fewer.
pub const PARTS: usize = 12;

/// What a part of a name is. A label, never a reason to delete it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Ayatollah, Dr, Haj, Seyyed, where it leads.
    Title,
    /// A given name.
    Given,
    /// An ezafe, an article that stands alone, de, van.
    Particle,
    /// The name of the father after ibn, ben, oghlu and the like.
    Patronymic,
    /// Abu or Umm and a name.
    Kunya,
    /// An honorific epithet.
    Laqab,
    /// A place or tribe of origin, which may be left out.
    Nisba,
    /// A name by which the person was known, in brackets or after "known as".
    Nickname,
    /// A family name.
    Family,
    /// A letter that stands for a name.
    Initial,
    /// Junior, III, a number.
    Suffix,
    /// Nothing tells.
    Unknown,
}

impl Role {
    /// The word for it in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Given => "given",
            Self::Particle => "particle",
            Self::Patronymic => "patronymic",
            Self::Kunya => "kunya",
            Self::Laqab => "laqab",
            Self::Nisba => "nisba",
            Self::Nickname => "nickname",
            Self::Family => "family",
            Self::Initial => "initial",
            Self::Suffix => "suffix",
            Self::Unknown => "unknown",
        }
    }
}

/// A part of a name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Part {
    /// The word in normal form: case and look-alikes gone, marks that carry sound kept. Never empty. Words that are one part, as
    /// article and noun or family name and suffix, have `normal::JOINT` between them where that is not one word in their script.
    pub text: String,
    /// What it is.
    pub role: Role,
    /// It may be written together with the next part.
    pub joint: bool,
    /// Leaving it out is a clerk's habit and says little: a title, the frequent half of a compound, a place of origin.
    pub light: bool,
}

/// A name in its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parsed {
    /// The parts in their order, at most `PARTS`.
    pub parts: Vec<Part>,
    /// Parts that were left out because there were more.
    pub cut: usize,
    /// A word mixes scripts: read letter by letter, and worth a look.
    pub mixed: bool,
    /// The family name was written first. The parts stand in the order given name, family name all the same.
    pub surname_first: bool,
    /// Words that say that the name, or a part of it, is not known, or whose child this is, stood there. They are no parts.
    pub placeholder: bool,
}

/// Whether a name is given to men or to women.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sex {
    /// Women.
    Woman,
    /// Men.
    Man,
}

/// Reads a whole name. A placeholder such as "unknown" has no parts.
pub fn parse(text: &str) -> Parsed {
    let mut parsed = Parsed::default();
    let labelled = parsed.field(text, Field::Whole, false);
    parsed.take(labelled);
    parsed
}

/// Reads a name whose given and family names stand in fields of their own. Either may be empty.
pub fn parse_fields(given: &str, family: &str) -> Parsed {
    let mut parsed = Parsed::default();
    let family = parsed.field(family, Field::Family, false);
    let given = parsed.field(given, Field::Given, !family.parts.is_empty());
    parsed.take(given);
    parsed.take(family);
    parsed
}

/// `true` for a word that begins or ends family names and is none alone: Pour, Zadeh.
pub(crate) fn is_family_affix(text: &str) -> bool {
    meanings(text).any(&[Kind::FamilySuffix, Kind::FamilyPrefix])
}

/// `true` for a word after which the father's name follows: ibn.
pub(crate) fn marks_father(text: &str) -> bool {
    meanings(text).any(&[Kind::FatherBefore, Kind::FatherOrFamily, Kind::SonOf])
}

/// The part without the Arabic article it begins with, if it does and enough is left: "al-Haddad" and "Haddad" are one family to
/// a clerk. Articles inside a compound stay.
pub(crate) fn without_article(text: &str) -> Option<&str> {
    let rest = match text.split_once(crate::normal::JOINT) {
        Some((article, rest)) if meanings(article).has(Kind::Article) => rest,
        Some(_) => return None,
        // In Arabic and Hebrew script nothing stands between.
        None => text
            .strip_prefix("ال")
            .or_else(|| text.strip_prefix("אל"))?,
    };
    (rest.chars().count() >= LEFT_BY_ARTICLE).then_some(rest)
}

/// Letters that must follow an article in Arabic script: fewer are another word (Elham, Elyas have more and are attested).
const LEFT_BY_ARTICLE: usize = 3;

fn meanings(text: &str) -> vocabulary::Kinds {
    VOCABULARY.kinds(&crate::fold::fold(text).replace(' ', ""))
}

/// `true` for words that say that a name is not known, in any of the languages: "unknown", «مجهول», "n/a", "baby of …"; also
/// when there is no letter at all.
pub fn is_placeholder(text: &str) -> bool {
    parse(text).parts.is_empty()
}

impl Parsed {
    /// Reads one field; notes what the reader noticed.
    fn field(&mut self, text: &str, field: Field, more: bool) -> Labelled {
        let reading = read::read(text);
        self.cut += reading.cut;
        self.mixed |= reading.mixed;
        let mut words = reading.words;
        if words.is_empty() {
            self.placeholder |= !text.trim().is_empty();
            return Labelled::default();
        }
        if says_nothing(&words) {
            self.placeholder = true;
            return Labelled::default();
        }
        join::join(&mut words, field);
        let count = words.len();
        words.retain(|word| !word.kinds.has(Kind::NotKnown));
        self.placeholder |= words.len() < count;
        label::label(words, field, more)
    }

    /// Adds the parts of a field, as many as there is room for.
    fn take(&mut self, labelled: Labelled) {
        self.surname_first |= labelled.surname_first;
        let room = PARTS - self.parts.len();
        self.cut += labelled.parts.len().saturating_sub(room);
        self.parts.extend(labelled.parts.into_iter().take(room));
        if let Some(last) = self.parts.last_mut() {
            last.joint = false;
        }
    }
}

/// Whether all the words together are a placeholder, or they begin as a relation does, or they are numbers alone.
fn says_nothing(words: &[Word]) -> bool {
    if words.iter().all(Word::is_number) {
        return true;
    }
    let mut key = String::new();
    for (place, word) in words.iter().take(PHRASE_WORDS).enumerate() {
        key.push_str(&word.key);
        let kinds = if place == 0 {
            word.kinds
        } else {
            VOCABULARY.kinds(&key)
        };
        let all = words[place + 1..].iter().all(Word::is_number);
        if all && kinds.any(&[Kind::NotKnown, Kind::NotKnownAlone])
            || !all && kinds.has(Kind::Relation)
        {
            return true;
        }
    }
    false
}
