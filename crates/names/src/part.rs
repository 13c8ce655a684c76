//! The parts of a name, and what each of them is.

pub use crate::normal::normal;

use crate::fold::fold;
pub use crate::lexicon::{Attested, attested, sex_of_given};

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
    /// Nothing tells.
    Unknown,
}

/// A part of a name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Part {
    /// The word in normal form: case and look-alikes gone, marks that carry sound kept. Never empty.
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
    let words = normal(text);
    let mut parts: Vec<Part> = words
        .split(' ')
        .filter(|word| !word.is_empty())
        .map(|word| Part {
            text: word.to_owned(),
            role: Role::Unknown,
            joint: true,
            light: false,
        })
        .collect();
    let cut = parts.len().saturating_sub(PARTS);
    parts.truncate(PARTS);
    Parsed {
        parts,
        cut,
        mixed: false,
    }
}

/// Reads a name whose given and family names stand in fields of their own. Either may be empty.
pub fn parse_fields(given: &str, family: &str) -> Parsed {
    let mut parsed = parse(&format!("{given} {family}"));
    let count = parse(given).parts.len();
    for (place, part) in parsed.parts.iter_mut().enumerate() {
        part.role = if place < count {
            Role::Given
        } else {
            Role::Family
        };
    }
    parsed
}

/// `true` for words that say that a name is not known, in any of the languages: "unknown", «مجهول», "n/a", "baby of …".
pub fn is_placeholder(text: &str) -> bool {
    matches!(
        fold(text).as_str(),
        "" | "unknown" | "n a" | "مجهول" | "نامشخص"
    )
}
