//! What is known of each row: a record with its fields read, most of them perhaps absent.

use model::date::Calendar;
use names::{
    part::Sex,
    register::{NameId, Names},
};

/// A row, by its place in the input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordIndex(pub u32);

/// A list that rows come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// As the input calls it; empty when it names none.
    pub name: String,
    /// Declared to name nobody twice.
    pub clean: bool,
}

/// The days that a told date may mean, as rata die, with what is needed to see slips.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// First day, rata die (`model::date::Day`).
    pub earliest: i32,
    /// Last day.
    pub latest: i32,
    /// Calendar in which it was told.
    pub calendar: Calendar,
    /// Year, month and day as told; 0 for a month or day that was not told.
    pub told: (i16, u8, u8),
    /// "About", "perhaps" (EDTF `~`, `?`, `%`).
    pub about: bool,
}

/// An age in years at the time of the event or of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Age {
    /// Youngest, in completed years.
    pub low: u8,
    /// Oldest.
    pub high: u8,
    /// "About".
    pub about: bool,
}

/// A place of the register of places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaceId(pub u32);

/// A row with its fields read. What is absent is no evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Index of its list in `Records::lists`.
    pub list: u16,
    /// Its name, and its twin in another script (`name_fa`): each is a way of finding it, the better one counts.
    pub names: [Option<NameId>; 2],
    /// Name of the father, and its twin.
    pub father: [Option<NameId>; 2],
    /// Sex as stated.
    pub sex: Option<Sex>,
    /// Date of birth.
    pub birth: Option<When>,
    /// Age.
    pub age: Option<Age>,
    /// Date of death or other event.
    pub event: Option<When>,
    /// Place of the event.
    pub place: Option<PlaceId>,
    /// Place of birth.
    pub birth_place: Option<PlaceId>,
    /// Hash of the folded affiliation, 0 when absent.
    pub affiliation: u64,
    /// Identifiers (`id:*` columns): number of the column and hash of the folded value.
    pub identifiers: Box<[(u16, u64)]>,
}

/// Rows of some lists, ready to be compared.
#[derive(Clone, Debug, Default)]
pub struct Records {
    /// The `rec_id` of each row, or its number from 1.
    pub keys: Vec<String>,
    /// The rows.
    pub rows: Vec<Record>,
    /// The lists, in order of first appearance.
    pub lists: Vec<List>,
    /// Names of people and their fathers.
    pub names: Names,
    /// Places, as they were written.
    pub places: crate::record::Places,
    /// What could not be taken as it stood.
    pub problems: Vec<Problem>,
}

/// Places that rows name, each distinct one once.
#[derive(Clone, Debug, Default)]
pub struct Places {
    /// Texts by number, folded.
    pub texts: Vec<String>,
}

/// Something in a row that could not be taken; the rest of the row was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Number of the row from 1, without the header; 0 for the whole input.
    pub row: u64,
    /// The column.
    pub column: String,
    /// What stood there, at most 80 letters of it.
    pub value: String,
    /// What is wrong with it.
    pub what: ProblemKind,
}

/// What is wrong with a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ProblemKind {
    /// No date.
    NotADate,
    /// A day that its calendar does not have.
    NoSuchDay,
    /// A date after the latest that can be.
    Future,
    /// No age, or none that people reach (above 110).
    NotAnAge,
    /// No known calendar.
    NotACalendar,
    /// Neither man nor woman.
    NotASex,
    /// The row's key was seen before; the row gets a key of its own.
    KeyTwice,
    /// The column is there twice; the first counts.
    ColumnTwice,
    /// More parts than are compared.
    NameTooLong,
    /// Scripts mixed within one word.
    MixedScripts,
    /// More or fewer cells than the header.
    CellCount,
    /// Nothing in the row can tell a person.
    SaysNothing,
}

impl ProblemKind {
    /// The word for it in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotADate => "not-a-date",
            Self::NoSuchDay => "no-such-day",
            Self::Future => "future",
            Self::NotAnAge => "not-an-age",
            Self::NotACalendar => "not-a-calendar",
            Self::NotASex => "not-a-sex",
            Self::KeyTwice => "key-twice",
            Self::ColumnTwice => "column-twice",
            Self::NameTooLong => "name-too-long",
            Self::MixedScripts => "mixed-scripts",
            Self::CellCount => "cell-count",
            Self::SaysNothing => "says-nothing",
        }
    }
}
