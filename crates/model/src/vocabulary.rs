//! Which words exist, and what may be said of what: data in `vocabularies/*.toml`, not code.

mod check;
mod parse;
#[cfg(test)]
mod tests;

use std::sync::LazyLock;

pub use check::{ClaimProblem, check_claim};
pub use parse::{VocabularyError, VocabularyProblem};

use crate::{id::RecordKind, term::Term, value::Value};

/// Words and properties, from one file or several.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Vocabulary {
    /// What can be said of records, in display order.
    pub properties: Vec<Property>,
    /// What can narrow a claim.
    pub qualifiers: Vec<QualifierKind>,
    /// Lists of terms, each under its name.
    pub lists: Vec<TermList>,
}

/// What can be said of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Property {
    /// Its name in claims.
    pub id: Term,
    /// Kinds of record that it is said of.
    pub about: Vec<RecordKind>,
    /// What its value may be.
    pub value: ValueRule,
    /// Only one value can be true, so two different ones contradict each other.
    pub single: bool,
    /// Qualifiers that may narrow it, beside those that may narrow anything.
    pub qualifiers: Vec<Term>,
    /// What it says, in a sentence for whoever records.
    pub means: String,
}

/// What can narrow a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QualifierKind {
    /// Its name in claims.
    pub id: Term,
    /// What its value may be.
    pub value: ValueRule,
    /// It may narrow any property; otherwise only those that name it.
    pub anywhere: bool,
    /// What it says, in a sentence for whoever records.
    pub means: String,
}

/// What a value may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueRule {
    /// Types of value, the most usual first.
    pub types: Vec<ValueType>,
    /// For terms: the list they come from.
    pub terms: Option<Term>,
}

/// A list of terms, in display order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermList {
    /// Name of the list.
    pub id: Term,
    /// Its terms.
    pub terms: Vec<KnownTerm>,
}

/// A term of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownTerm {
    /// The term.
    pub id: Term,
    /// What it means, in a sentence for whoever records.
    pub means: String,
}

/// The type of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ValueType {
    /// Words.
    Text,
    /// A date as stated.
    Date,
    /// A count.
    Number,
    /// Another record.
    Record,
    /// A point on the earth.
    Position,
    /// A web address.
    Link,
    /// A word from a vocabulary.
    Term,
}

/// The files compiled in, properties first.
const STANDARD: [&str; 15] = [
    include_str!("../vocabularies/properties.toml"),
    include_str!("../vocabularies/access.toml"),
    include_str!("../vocabularies/certainty.toml"),
    include_str!("../vocabularies/custody.toml"),
    include_str!("../vocabularies/erasure-reason.toml"),
    include_str!("../vocabularies/event-kind.toml"),
    include_str!("../vocabularies/form.toml"),
    include_str!("../vocabularies/listed-as.toml"),
    include_str!("../vocabularies/place-kind.toml"),
    include_str!("../vocabularies/reliability.toml"),
    include_str!("../vocabularies/room.toml"),
    include_str!("../vocabularies/sex.toml"),
    include_str!("../vocabularies/source-kind.toml"),
    include_str!("../vocabularies/statement-kind.toml"),
    include_str!("../vocabularies/unit.toml"),
];

/// The vocabulary compiled in.
pub fn standard() -> &'static Vocabulary {
    static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
        let mut whole = Vocabulary::default();
        for text in STANDARD {
            // The files are part of the program, and a test reads them.
            let part = Vocabulary::parse(text).expect("the vocabularies compiled in are sound");
            whole.extend(part);
        }
        whole
    });
    &VOCABULARY
}

impl Vocabulary {
    /// Reads one file: `[[property]]` and `[[qualifier]]` tables, or `list = "…"` with `[[term]]` tables.
    ///
    /// The first thing wrong is reported with its line.
    pub fn parse(text: &str) -> Result<Self, VocabularyError> {
        parse::parse(text)
    }

    /// Adds what another file holds, after what is there.
    pub fn extend(&mut self, other: Self) {
        self.properties.extend(other.properties);
        self.qualifiers.extend(other.qualifiers);
        self.lists.extend(other.lists);
    }

    /// The property called `id`; `None` when it is not known.
    pub fn property(&self, id: &str) -> Option<&Property> {
        self.properties
            .iter()
            .find(|property| property.id.as_str() == id)
    }

    /// The place of the property called `id` in display order, from 0; what is not known comes last.
    pub fn rank(&self, id: &str) -> usize {
        self.properties
            .iter()
            .position(|property| property.id.as_str() == id)
            .unwrap_or(self.properties.len())
    }

    /// The qualifier called `id`; `None` when it is not known.
    pub fn qualifier(&self, id: &str) -> Option<&QualifierKind> {
        self.qualifiers
            .iter()
            .find(|qualifier| qualifier.id.as_str() == id)
    }

    /// The terms of the list called `list`, in display order; empty when there is no such list.
    pub fn terms(&self, list: &str) -> &[KnownTerm] {
        self.lists
            .iter()
            .find(|known| known.id.as_str() == list)
            .map_or(&[], |known| &known.terms)
    }

    /// Whether `term` stands in the list called `list`.
    pub fn knows(&self, list: &str, term: &Term) -> bool {
        self.terms(list).iter().any(|known| known.id == *term)
    }
}

impl ValueType {
    /// All types.
    pub const ALL: [Self; 7] = [
        Self::Text,
        Self::Date,
        Self::Number,
        Self::Record,
        Self::Position,
        Self::Link,
        Self::Term,
    ];

    /// The type of `value`.
    pub fn of(value: &Value) -> Self {
        match value {
            Value::Text { .. } => Self::Text,
            Value::Date(_) => Self::Date,
            Value::Number(_) => Self::Number,
            Value::Record(_) => Self::Record,
            Value::Position(_) => Self::Position,
            Value::Link(_) => Self::Link,
            Value::Term(_) => Self::Term,
        }
    }

    /// The word for it in files and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Date => "date",
            Self::Number => "number",
            Self::Record => "record",
            Self::Position => "position",
            Self::Link => "link",
            Self::Term => "term",
        }
    }

    /// The type called `word` in files and JSON.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}
