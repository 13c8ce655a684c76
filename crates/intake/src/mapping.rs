//! From the rows of a table to claims: which column says what, of whom, by which source.
//!
//! A map is a file that people write (`docs/formats/mapping.md`). Applying it is a pure function: identifiers, sources and
//! passages are looked up by the caller through `Context`.

mod apply;
pub(crate) mod cell;
mod columns;
mod form;
mod standard;
mod template;
#[cfg(test)]
mod tests;

use std::{collections::BTreeMap, fmt};

use model::{
    claim::{Claim, Locator, VoiceRole},
    date::Calendar,
    id::{EvidenceNumber, RecordId, RecordKind, SourceId},
    language::Language,
    term::Term,
};

use crate::table::Table;
pub use cell::count;
pub(crate) use cell::{ascii_digit, is_thousands_separator};
pub use form::{MapError, MapFault};
use template::Template;

/// How the rows of one kind of table become claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Map {
    row: Option<Template>,
    required: Vec<String>,
    record: RecordForm,
    source: Option<Template>,
    place: Option<Template>,
    item: Option<Template>,
    certainty: CertaintyForm,
    attribution: Vec<VoiceForm>,
    claims: Vec<ClaimForm>,
}

/// The map for a table that came without one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standard {
    /// The map.
    pub map: Map,
    /// Columns that it does not use, in the order of the table.
    pub unused: Vec<String>,
}

/// What the caller knows and a table does not.
pub struct Context<'a> {
    /// The item that the table was read from.
    pub item: EvidenceNumber,
    /// The identifier of the record with this kind, namespace and key; the same three always give the same one.
    pub record: &'a dyn Fn(RecordKind, &str, &str) -> RecordId,
    /// The source with this key; `None` when there is none, and then the row is not taken.
    pub source: &'a dyn Fn(&str) -> Option<SourceId>,
    /// A passage of an item in which the row with this key can be read, when its source is held; `None` otherwise, and then
    /// the cell of the table is cited.
    pub passage: &'a dyn Fn(&str) -> Option<(EvidenceNumber, Locator)>,
    /// The item that this text names in another way than by its number, such as a file of the same case folder.
    pub named: &'a dyn Fn(&str) -> Option<EvidenceNumber>,
    /// Whether an item with this number is held; a citation to one that is not is kept, and flagged.
    pub held: &'a dyn Fn(EvidenceNumber) -> bool,
    /// Language of words whose language the map does not say; `None` when not known.
    pub language: Option<Language>,
}

impl fmt::Debug for Context<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Context")
            .field("item", &self.item)
            .field("language", &self.language)
            .finish_non_exhaustive()
    }
}

/// What a table says, and what in it could not be taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapped {
    /// Rows that were taken, in order. Two of them may be about one record.
    pub rows: Vec<MappedRow>,
    /// What could not be taken or looks wrong, in the order of reading.
    pub problems: Vec<RowProblem>,
}

/// What one row says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MappedRow {
    /// Row, as a spreadsheet shows it.
    pub row_number: u64,
    /// The record that the row is about.
    pub record: RecordId,
    /// What it says, in the order of the map; may be empty.
    pub claims: Vec<Claim>,
}

/// Something in a row that could not be taken, or that looks wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowProblem {
    /// Row, as a spreadsheet shows it; the header is 1.
    pub row: u64,
    /// Header of the column; `None` when it is not about one column.
    pub column: Option<String>,
    /// What is wrong.
    pub reason: RowReason,
    /// What was not taken for it.
    pub loss: Loss,
}

/// What was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Loss {
    /// Nothing: kept as stated, and flagged.
    Nothing,
    /// One claim of the row.
    Claim,
    /// The row.
    Row,
}

/// What is wrong in a row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum RowReason {
    /// The map names a column that the table does not have.
    NoSuchColumn,
    /// A cell that must be filled is empty.
    Empty,
    /// The row has no key, so its record cannot be told from others.
    NoKey,
    /// No source has this key.
    UnknownSource {
        /// The key.
        key: String,
    },
    /// No item has this number, or it is no evidence number.
    UnknownItem {
        /// As stated.
        text: String,
    },
    /// Not a count.
    NotANumber {
        /// The cell.
        text: String,
    },
    /// The lower bound is above the upper one.
    Reversed {
        /// Lower bound.
        low: u64,
        /// Upper bound.
        high: u64,
    },
    /// Not a date in EDTF level 1; kept in its words.
    NotADate {
        /// The cell.
        text: String,
    },
    /// A date that does not exist in its calendar, or an interval that ends before it begins; kept as stated.
    NoSuchDate {
        /// The cell.
        text: String,
    },
    /// A calendar that is not known; the date was not taken.
    NotACalendar {
        /// The word.
        text: String,
    },
    /// Not a word of the map's vocabulary.
    NotATerm {
        /// The cell.
        text: String,
    },
    /// Not a point on the earth.
    NotAPosition {
        /// Latitude as stated.
        latitude: String,
        /// Longitude as stated.
        longitude: String,
    },
    /// Not a degree of precision; the point was taken as a rough area.
    NotAPrecision {
        /// The word.
        text: String,
    },
    /// Not a web address.
    NotALink {
        /// The cell.
        text: String,
    },
    /// Not a language tag; the words were taken without a language.
    NotALanguage {
        /// The tag.
        text: String,
    },
    /// Not a degree of access; the claim was taken as confidential.
    NotAnAccess {
        /// The word.
        text: String,
    },
    /// Not JSON, or not XML.
    NotReadable {
        /// What its reader says.
        text: String,
    },
    /// Nothing in the file is of the format that it was said to be of.
    NothingHere,
    /// A page that was to be captured and was not.
    CaptureFailed {
        /// Its status, as stated.
        text: String,
    },
    /// A kind of thing for which the archive has no record.
    UnknownKind {
        /// What it is called there.
        text: String,
    },
}

impl RowReason {
    /// A stable word for it, for JSON and for translation.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoSuchColumn => "no-such-column",
            Self::Empty => "empty",
            Self::NoKey => "no-key",
            Self::UnknownSource { .. } => "unknown-source",
            Self::UnknownItem { .. } => "unknown-item",
            Self::NotANumber { .. } => "not-a-number",
            Self::Reversed { .. } => "reversed",
            Self::NotADate { .. } => "not-a-date",
            Self::NoSuchDate { .. } => "no-such-date",
            Self::NotACalendar { .. } => "not-a-calendar",
            Self::NotATerm { .. } => "not-a-term",
            Self::NotAPosition { .. } => "not-a-position",
            Self::NotAPrecision { .. } => "not-a-precision",
            Self::NotALink { .. } => "not-a-link",
            Self::NotALanguage { .. } => "not-a-language",
            Self::NotAnAccess { .. } => "not-an-access",
            Self::NotReadable { .. } => "not-readable",
            Self::NothingHere => "nothing-here",
            Self::CaptureFailed { .. } => "capture-failed",
            Self::UnknownKind { .. } => "unknown-kind",
        }
    }
}

impl Map {
    /// Reads a map from its TOML form.
    pub fn parse(toml: &str) -> Result<Self, MapError> {
        form::parse(toml)
    }

    /// The map for a table without one: takes the columns that `match` knows. One record per row; its namespace is the
    /// column `list` or else the item, its key the column `rec_id` or else the row's number.
    pub fn standard(headers: &[String]) -> Standard {
        standard::map(headers)
    }

    /// What the rows of `table` say.
    pub fn apply(&self, table: &Table, context: &Context<'_>) -> Mapped {
        apply::apply(self, table, context)
    }
}

/// Which record something is about: kind, namespace and key together.
#[derive(Clone, Debug, PartialEq, Eq)]
struct RecordForm {
    kind: RecordKind,
    namespace: Template,
    key: Template,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct CertaintyForm {
    term: Option<Template>,
    terms: Option<BTreeMap<String, Term>>,
    note: Option<Template>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct VoiceForm {
    role: VoiceRole,
    who: WhoForm,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum WhoForm {
    Named(Template),
    Record(RecordForm),
    Source(Template),
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct ClaimForm {
    property: Term,
    value: ValueForm,
    split: Option<String>,
    access: Option<Template>,
    /// Its own certainty; `None`: the row's.
    certainty: Option<CertaintyForm>,
    qualifiers: Vec<QualifierForm>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct QualifierForm {
    property: Term,
    value: ValueForm,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum ValueForm {
    Text {
        value: Template,
        language: LanguageForm,
    },
    Date {
        value: Template,
        calendar: CalendarForm,
    },
    /// Exactly, or a range written in one cell.
    Number {
        value: Template,
    },
    Range {
        low: Option<Template>,
        high: Option<Template>,
    },
    Record(RecordForm),
    Position {
        latitude: Template,
        longitude: Template,
        precision: Option<Template>,
    },
    Link {
        value: Template,
    },
    Term {
        value: Template,
        terms: Option<BTreeMap<String, Term>>,
    },
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum LanguageForm {
    /// The context's.
    Default,
    /// None applies.
    None,
    Given(Template),
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum CalendarForm {
    Fixed(Calendar),
    /// Years from 1500 on are Gregorian, earlier ones Solar Hijri.
    FromYear,
    /// A word in a column; an empty one is told from the year.
    Given(Template),
}
