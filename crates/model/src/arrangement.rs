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
    /// How single items are shown, by number; an item that is not here is shown without a picture.
    pub items: Vec<Presented>,
}

/// How an item is shown: what only a person can say of a picture or a recording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presented {
    /// Which item.
    pub item: EvidenceNumber,
    /// What can be seen, for those who do not see it. A picture without it is not released.
    pub alt: Localized,
    /// What it is, under the picture.
    pub caption: Localized,
    /// Who made it and under which licence it is shown.
    pub credit: Localized,
    /// Where to look, in thousandths of width and height from the upper left corner; the middle when absent.
    pub focus: Option<[u16; 2]>,
    /// It may distress: shown only to those who choose to see it.
    pub sensitive: bool,
    /// The file may be taken away as it came in, with all that its bytes say. Never so unless said.
    pub offered: bool,
    /// For a recording: items that hold its captions as WebVTT, each with its language.
    pub captions: Vec<(Language, EvidenceNumber)>,
    /// For a recording: the picture that stands for it.
    pub poster: Option<EvidenceNumber>,
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
