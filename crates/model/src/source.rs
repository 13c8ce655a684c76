//! Who produced an item or a list, and how reliable whom holds it to be.

use crate::{access::Access, date::StatedDate, id::SourceId, language::Language, term::Term};

/// A publication, a list, a witness, an office: whatever claims come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its identifier.
    pub id: SourceId,
    /// Its title as published.
    pub title: String,
    /// What it is: a term of the vocabulary `source-kind`.
    pub kind: Term,
    /// Author or publisher, as stated.
    pub producer: Option<String>,
    /// When it was published or made, as stated.
    pub date: Option<StatedDate>,
    /// Languages it is written in.
    pub languages: Vec<Language>,
    /// Where it can be found: a web address or a reference in words.
    pub reference: Option<String>,
    /// How reliable it is held to be, and by whom.
    pub reliability: Option<Reliability>,
    /// What else must be known about it.
    pub note: Option<String>,
    /// How far its name may be shown.
    pub access: Access,
}

/// A judgement on a source's reliability; always somebody's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reliability {
    /// A term of the vocabulary `reliability` (HURIDOCS micro-thesaurus 42).
    pub grade: Term,
    /// Who judged.
    pub by: String,
}
