//! How the exhibition is arranged: its titles, its rooms in order, and what the curator says in them.

use crate::{id::EvidenceNumber, language::Language, term::Term};

/// Text in several languages; at most one per language, sorted by language when written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Localized(pub Vec<(Language, String)>);

/// The curator's arrangement. The latest one in the ledger counts.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Arrangement {
    /// `true` for invented data: every page then says so.
    pub made_up: bool,
    /// Title of the exhibition.
    pub title: Localized,
    /// One sentence under the title, with its source in the words themselves.
    pub claim: Localized,
    /// Introduction, paragraphs separated by a blank line.
    pub introduction: Localized,
    /// Note shown before anything that may distress.
    pub content_note: Localized,
    /// When and where it was or is shown, in words.
    pub shown: Localized,
    /// Who is responsible for the exhibition and how to reach them.
    pub contact: Localized,
    /// Credits and licence of the data.
    pub credits: Localized,
    /// Rooms in the order of the tour.
    pub rooms: Vec<RoomText>,
    /// Items that hold map outlines as GeoJSON, drawn in this order (land first).
    pub outlines: Vec<EvidenceNumber>,
}

/// A room as the curator presents it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomText {
    /// Which room: a term of the vocabulary `room` (`people`, `graves`, `documents`, `remarks`, `commission`, `book`, `programme`, `demands`, `timeline`, `tolls`, `press`).
    pub room: Term,
    /// Title in the exhibitor's words.
    pub title: Localized,
    /// Introduction in the exhibitor's words, paragraphs separated by a blank line.
    pub introduction: Localized,
}
