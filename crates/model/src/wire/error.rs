//! Why bytes are not a stored form.

use crate::{
    id::{EvidenceNumberError, IdError},
    language::LanguageError,
    number::NumberError,
    position::PositionError,
    region::RegionError,
    term::TermError,
};

/// Why bytes are not a stored form. Offsets count bytes from the start of what was given.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WireError {
    /// Not UTF-8.
    #[error("not UTF-8 from byte {at} on")]
    NotUtf8 {
        /// First byte that is not.
        at: usize,
    },
    /// Longer than an entry may be.
    #[error("{bytes} bytes, and an entry has at most {limit}")]
    TooLong {
        /// Size found.
        bytes: usize,
        /// Size allowed.
        limit: usize,
    },
    /// A version that this program does not know.
    #[error("version {found} is not known here")]
    UnknownVersion {
        /// Version as written, the value of `v`.
        found: u64,
    },
    /// A field that this version does not have, or not in this place.
    #[error("byte {at}: unknown field `{field}`")]
    UnknownField {
        /// Name of the field.
        field: String,
        /// Where it stands.
        at: usize,
    },
    /// A field that must be there.
    #[error("byte {at}: field `{field}` is missing")]
    MissingField {
        /// Name of the field.
        field: &'static str,
        /// Where it should stand.
        at: usize,
    },
    /// A word that the field cannot hold.
    #[error("byte {at}: `{word}` is no value of `{field}`")]
    UnknownWord {
        /// Name of the field.
        field: &'static str,
        /// The word found.
        word: String,
        /// Where it stands.
        at: usize,
    },
    /// Something else stands where this was expected.
    #[error("byte {at}: expected {}", expected.as_str())]
    Syntax {
        /// What was expected.
        expected: Expected,
        /// Where.
        at: usize,
    },
    /// Readable JSON, but not the one way of writing it.
    #[error("byte {at}: not canonical: {}", rule.as_str())]
    NotCanonical {
        /// The rule broken.
        rule: Rule,
        /// Where.
        at: usize,
    },
    /// Not an identifier.
    #[error(transparent)]
    Id(#[from] IdError),
    /// Not an evidence number.
    #[error(transparent)]
    EvidenceNumber(#[from] EvidenceNumberError),
    /// Not a part of a page.
    #[error(transparent)]
    Region(#[from] RegionError),
    /// Not a term.
    #[error(transparent)]
    Term(#[from] TermError),
    /// Not a language tag.
    #[error(transparent)]
    Language(#[from] LanguageError),
    /// Two bounds that make no range.
    #[error(transparent)]
    Number(#[from] NumberError),
    /// Two numbers that are no point.
    #[error(transparent)]
    Position(#[from] PositionError),
}

/// What was expected where something else stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Expected {
    /// `{`
    Object,
    /// The next field or the end of the object.
    FieldOrEnd,
    /// `[`
    List,
    /// The next element or the end of the list.
    ElementOrEnd,
    /// A list with exactly as many elements as are meant.
    Elements(usize),
    /// A string.
    Text,
    /// A whole number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A time such as `2026-11-24T10:00:00Z`.
    Time,
    /// 64 hexadecimal digits in lower case.
    Digest,
    /// The end.
    End,
}

/// A rule of the canonical form (RFC 8785 and `docs/formats/payload.md`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Rule {
    /// Elements that have an order stand in it, each once.
    Order,
    /// Only what must be escaped is, and in one way.
    Escape,
    /// No leading zeros, no minus nothing.
    Digits,
    /// What is empty is left out.
    Empty,
    /// Identifiers and evidence numbers stand as they are printed.
    Identifier,
}

impl Expected {
    fn as_str(self) -> &'static str {
        match self {
            Self::Object => "an object",
            Self::FieldOrEnd => "a field or the end of the object",
            Self::List => "a list",
            Self::ElementOrEnd => "an element or the end of the list",
            Self::Elements(_) => "a list of another length",
            Self::Text => "a string",
            Self::Number => "a whole number up to 2^53 - 1",
            Self::Boolean => "`true` or `false`",
            Self::Time => "a time such as `2026-11-24T10:00:00Z`",
            Self::Digest => "64 hexadecimal digits in lower case",
            Self::End => "the end",
        }
    }
}

impl Rule {
    fn as_str(self) -> &'static str {
        match self {
            Self::Order => "elements out of order or repeated",
            Self::Escape => "a character escaped in another way",
            Self::Digits => "a number with leading zeros",
            Self::Empty => "something empty that is left out",
            Self::Identifier => "an identifier not as it is printed",
        }
    }
}
