//! What a claim says: a typed value.

use crate::{
    date::StatedDate, id::RecordId, language::Language, number::NumberRange, position::Position,
    term::Term,
};

/// The value of a claim or of a qualifier.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// Words, with the language they are written in; `None` when it is not known or does not apply.
    Text {
        /// The words, exactly as stated.
        text: String,
        /// Language of `text`.
        language: Option<Language>,
    },
    /// A date as stated, in the calendar in which it was stated.
    Date(StatedDate),
    /// A count.
    Number(NumberRange),
    /// Another record.
    Record(RecordId),
    /// A point on the earth.
    Position(Position),
    /// A web address.
    Link(String),
    /// A word from a vocabulary.
    Term(Term),
}
