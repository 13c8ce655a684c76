//! What a document says, as a reader gives it: the form behind `read --json` (`docs/formats/reading.md`).
//!
//! It can be handed from one process of this program to another; that form is not stored anywhere and promises nothing.
//! The bytes of parts are not in it, and travel beside it.
//!
//! All positions are Unicode scalar values of `Reading::text`, from 0, end exclusive.

use serde::{Deserialize, Serialize};

use crate::{
    kind::MediaType,
    problem::Problem,
    word::{self, Word},
};

/// What a document says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// Media type as found.
    pub media_type: MediaType,
    /// Encoding found, as the WHATWG Encoding Standard names it.
    #[serde(deserialize_with = "word::kept")]
    pub encoding: Word,
    /// Headline or title; `None` when there is none.
    pub title: Option<String>,
    /// Who reports, without "by"; `None` when it is not said.
    pub byline: Option<String>,
    /// Place and date at the head of the report; `None` when there is none.
    pub dateline: Option<Dateline>,
    /// BCP 47 tag, declared or told from the words; `None` when neither is possible.
    pub language: Option<String>,
    /// The text. Of a plain text all of it, unchanged; of a web page its main text, paragraphs apart by a blank line.
    pub text: String,
    /// What is named in it, in order of `start`.
    pub entities: Vec<Entity>,
    /// What is quoted in it, fragment by fragment, in order of `start`.
    pub quotes: Vec<Quote>,
    /// Parts that are not the report itself, and what else a reader should know.
    pub flags: Vec<Flag>,
    /// Pictures, sound and film that the document shows, in order.
    pub media: Vec<Medium>,
    /// What the file says of itself, in the order found: who wrote it, when and with what it was made, how long it lasts.
    pub facts: Vec<Fact>,
    /// Where the text stands on pages, for kinds that have pages; empty for the others.
    pub pages: Vec<Page>,
    /// Files inside this one, in the order in which they lie in it.
    pub parts: Vec<Part>,
    /// What was not as it should be.
    pub problems: Vec<Problem>,
}

/// Something that a file says of itself. It is as true as whoever wrote the file: a camera's clock can be wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// A stable word for it, of `docs/formats/reading.md`: `made`, `author`, `camera`, `duration`.
    #[serde(deserialize_with = "word::kept")]
    pub name: Word,
    /// As the file has it; a length of time in seconds, a size in pixels as `width × height`, a date in EDTF where it is whole.
    pub value: String,
}

/// A page and the text on it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// From 1.
    pub number: u32,
    /// First character of its text.
    pub start: usize,
    /// After the last one.
    pub end: usize,
    /// Width and height in points, upright.
    pub size: (f32, f32),
    /// Where its lines stand, in order of `start`.
    pub boxes: Vec<TextBox>,
}

/// A stretch of text and where it stands on its page, in points from the upper left corner of the upright page.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct TextBox {
    /// First character.
    pub start: usize,
    /// After the last one.
    pub end: usize,
    /// Left, top, right, bottom.
    pub at: [f32; 4],
}

/// A file inside another: an entry of a ZIP, an attachment of a letter, a record of a web capture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Its name or path, as the file around it has it.
    pub name: String,
    /// Media type as found in its bytes; as declared when they could not be read.
    pub media_type: String,
    /// Length in bytes as unpacked; `None` when that is not known.
    pub size: Option<u64>,
    /// Its bytes; `None` when they were not taken out, because of a limit or damage, or because it is a folder.
    #[serde(skip)]
    pub bytes: Option<Vec<u8>>,
}

/// Place and date at the head of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dateline {
    /// Place as written.
    pub place: Option<String>,
    /// Date in EDTF, Gregorian; `None` when it is not whole.
    pub date: Option<String>,
}

/// Something named in a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// What it is.
    pub kind: EntityKind,
    /// As written.
    pub text: String,
    /// First character.
    pub start: usize,
    /// After the last character.
    pub end: usize,
    /// Its meaning in one form for all spellings.
    pub norm: Option<Norm>,
    /// How a count was qualified.
    pub modifier: Option<Modifier>,
    /// Of a role: the person who has it, as named beside it.
    pub of: Option<String>,
}

/// What can be named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum EntityKind {
    /// A human.
    Person,
    /// A named body.
    Organization,
    /// A named place.
    Place,
    /// A day, month, season, year or decade.
    Date,
    /// A number of people or things.
    Count,
    /// What a person is called or does.
    Role,
}

impl EntityKind {
    /// The word for it in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organization => "organization",
            Self::Place => "place",
            Self::Date => "date",
            Self::Count => "count",
            Self::Role => "role",
        }
    }
}

/// A meaning in one form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Norm {
    /// EDTF level 1, Gregorian; `XXXX` when it cannot be resolved.
    Date(String),
    /// A count between two bounds; `None` is open.
    Count {
        /// Lower bound.
        low: Option<u64>,
        /// Upper bound.
        high: Option<u64>,
    },
    /// A name without case, accents and marks; of a person, the fullest form in the report.
    Name(String),
}

/// How a count was qualified.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Modifier {
    /// Not at all.
    Exact,
    /// "about", "some".
    About,
    /// "over", "more than".
    Over,
    /// "nearly".
    Nearly,
    /// "at least".
    AtLeast,
    /// "up to".
    AtMost,
    /// "between 4,000 and 5,000".
    Between,
    /// "dozens".
    Dozens,
    /// "hundreds".
    Hundreds,
    /// "thousands".
    Thousands,
}

impl Modifier {
    /// The word for it in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::About => "about",
            Self::Over => "over",
            Self::Nearly => "nearly",
            Self::AtLeast => "at_least",
            Self::AtMost => "at_most",
            Self::Between => "between",
            Self::Dozens => "dozens",
            Self::Hundreds => "hundreds",
            Self::Thousands => "thousands",
        }
    }
}

/// One fragment of a quotation: from an opening mark to its closing mark or the end of the paragraph, marks left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// As written.
    pub text: String,
    /// First character.
    pub start: usize,
    /// After the last character.
    pub end: usize,
    /// Who says it, by the name in the report; `None` when that is not certain.
    pub speaker: Option<String>,
    /// Where that name stands.
    pub speaker_start: Option<usize>,
    /// Index of the quote that contains this one.
    pub inside: Option<usize>,
    /// Index of the fragment that this one goes on from: after "…," said X, or in the next paragraph.
    pub continues: Option<usize>,
}

/// A part that is not the report itself, or something that a reader should know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flag {
    /// What it is.
    pub code: FlagCode,
    /// As written.
    pub note: String,
    /// First character; `None` when it is not a place in the text.
    pub start: Option<usize>,
    /// After the last character.
    pub end: Option<usize>,
}

/// What a flag marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum FlagCode {
    /// The size of an advertising slot, such as `728 x 90`.
    AdvertisingSlot,
    /// The words under a picture.
    Caption,
    /// The same caption a second time.
    RepeatedCaption,
    /// Who made a picture.
    Credit,
    /// A line that asks to share, subscribe or print.
    ShareLine,
    /// A line that leads to another report.
    ReadAlso,
    /// Words in quotation marks that are a name or a distance, not a quotation.
    ScareQuote,
    /// A quotation mark that nothing closes before the text goes on without one.
    UnclosedQuotation,
    /// The dateline lacks its year.
    DatelineWithoutYear,
    /// Text of the file that cannot be seen: without a colour, in that of the paper, too small, outside of the page, marked as hidden.
    HiddenText,
    /// Text over which something opaque was drawn, as when a name is blackened and still there.
    CoveredText,
    /// What somebody wrote beside the text.
    Comment,
    /// Text that a tracked change puts in.
    Inserted,
    /// Text that a tracked change takes out.
    Deleted,
}

impl FlagCode {
    /// A stable word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::AdvertisingSlot => "advertising-slot",
            Self::Caption => "caption",
            Self::RepeatedCaption => "repeated-caption",
            Self::Credit => "credit",
            Self::ShareLine => "share-line",
            Self::ReadAlso => "read-also",
            Self::ScareQuote => "scare-quote",
            Self::UnclosedQuotation => "unclosed-quotation",
            Self::DatelineWithoutYear => "dateline-without-year",
            Self::HiddenText => "hidden-text",
            Self::CoveredText => "covered-text",
            Self::Comment => "comment",
            Self::Inserted => "inserted",
            Self::Deleted => "deleted",
        }
    }
}

/// A picture, sound or film that a document shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Medium {
    /// Element that shows it: `img`, `video`, `audio`, `source`, `iframe`.
    pub element: String,
    /// Its address as written.
    pub address: String,
    /// Its description: `alt`, else `title`; `None` when there is neither.
    pub description: Option<String>,
}
