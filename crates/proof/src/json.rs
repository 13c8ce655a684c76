//! Canonical JSON (RFC 8785): one spelling for every value, so that hashes of it mean something.
//!
//! Reading borrows from the bytes and is bounded: the caller states how long and how deep a text may be.

mod number;
mod order;
mod parse;
mod write;
mod writer;

pub use self::{
    number::{MAX_INTEGER, Number},
    order::compare_keys,
    parse::{Limits, MAX_DEPTH, parse, parse_canonical},
    write::to_canonical,
    writer::Writer,
};

use std::{borrow::Cow, fmt};

/// A JSON value; text is borrowed from what was read where it could be.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number.
    Number(Number),
    /// A text.
    String(Cow<'a, str>),
    /// A list.
    Array(Vec<Self>),
    /// Named values.
    Object(Object<'a>),
}

impl<'a> Value<'a> {
    /// The text; `None` when the value is none.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// The number; `None` when the value is none.
    pub fn as_number(&self) -> Option<Number> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The truth value; `None` when the value is none.
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(truth) => Some(*truth),
            _ => None,
        }
    }

    /// The list; `None` when the value is none.
    pub fn as_array(&self) -> Option<&[Self]> {
        match self {
            Self::Array(items) => Some(items),
            _ => None,
        }
    }

    /// The object; `None` when the value is none.
    pub fn as_object(&self) -> Option<&Object<'a>> {
        match self {
            Self::Object(object) => Some(object),
            _ => None,
        }
    }
}

/// Named values, each name once, in the order of RFC 8785 (UTF-16 code units of the name).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Object<'a> {
    members: Vec<(Cow<'a, str>, Value<'a>)>,
}

impl<'a> Object<'a> {
    /// An object without members.
    pub fn new() -> Self {
        Self::default()
    }

    /// The value called `key`; `None` when there is none.
    pub fn get(&self, key: &str) -> Option<&Value<'a>> {
        let place = self.place(key).ok()?;
        Some(&self.members[place].1)
    }

    /// Sets the value called `key` and gives back the one it replaces.
    pub fn insert(&mut self, key: Cow<'a, str>, value: Value<'a>) -> Option<Value<'a>> {
        match self.place(&key) {
            Ok(place) => Some(std::mem::replace(&mut self.members[place].1, value)),
            Err(place) => {
                self.members.insert(place, (key, value));
                None
            }
        }
    }

    /// Names and values in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value<'a>)> {
        self.members
            .iter()
            .map(|(key, value)| (key.as_ref(), value))
    }

    /// Number of members.
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// Whether there are no members.
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    fn place(&self, key: &str) -> Result<usize, usize> {
        self.members
            .binary_search_by(|(name, _)| compare_keys(name, key))
    }
}

/// Why bytes are not the JSON asked for, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonError {
    /// Offset of the byte at which it was seen.
    pub at: usize,
    /// What is wrong.
    pub kind: JsonErrorKind,
}

/// What is wrong with a JSON text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum JsonErrorKind {
    /// The text is longer than the caller allows.
    TooLong {
        /// Bytes allowed.
        limit: usize,
    },
    /// Lists and objects lie within one another deeper than the caller allows.
    TooDeep {
        /// Levels allowed.
        limit: usize,
    },
    /// The bytes are not UTF-8.
    NotUtf8,
    /// The text ends within a value.
    Unfinished,
    /// This byte cannot stand here.
    Unexpected {
        /// The byte.
        byte: u8,
    },
    /// A control character stands in a string without escape.
    ControlCharacter,
    /// A backslash with something that is no escape.
    Escape,
    /// Half of a surrogate pair, which is no character.
    LoneSurrogate,
    /// The number is none of JSON.
    Number,
    /// The number is beyond what a double can hold.
    NumberTooLarge,
    /// An object has two members of this name.
    DuplicateKey {
        /// The name.
        key: String,
    },
    /// Something follows the value.
    Trailing,
    /// Valid, but there is white space, which the canonical form has not.
    WhiteSpace,
    /// Valid, but a member stands after one that its name precedes.
    KeyOrder,
    /// Valid, but the string has another canonical spelling.
    StringSpelling,
    /// Valid, but the number has another canonical spelling.
    NumberSpelling,
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            JsonErrorKind::TooLong { limit } => write!(f, "more than {limit} bytes"),
            JsonErrorKind::TooDeep { limit } => write!(f, "more than {limit} levels"),
            JsonErrorKind::NotUtf8 => f.write_str("not UTF-8"),
            JsonErrorKind::Unfinished => f.write_str("ends within a value"),
            JsonErrorKind::Unexpected { byte } => write!(f, "unexpected byte {byte:#04x}"),
            JsonErrorKind::ControlCharacter => f.write_str("bare control character in a string"),
            JsonErrorKind::Escape => f.write_str("unknown escape in a string"),
            JsonErrorKind::LoneSurrogate => f.write_str("half a surrogate pair in a string"),
            JsonErrorKind::Number => f.write_str("malformed number"),
            JsonErrorKind::NumberTooLarge => f.write_str("number beyond a double"),
            JsonErrorKind::DuplicateKey { key } => write!(f, "two members called `{key}`"),
            JsonErrorKind::Trailing => f.write_str("something after the value"),
            JsonErrorKind::WhiteSpace => f.write_str("not canonical: white space"),
            JsonErrorKind::KeyOrder => f.write_str("not canonical: members out of order"),
            JsonErrorKind::StringSpelling => f.write_str("not canonical: spelling of a string"),
            JsonErrorKind::NumberSpelling => f.write_str("not canonical: spelling of a number"),
        }?;
        write!(f, ", at byte {}", self.at)
    }
}

impl std::error::Error for JsonError {}

#[cfg(test)]
mod tests;
