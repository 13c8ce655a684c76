//! What is known of each row: a record with its fields read, most of them perhaps absent.

use std::collections::BTreeMap;

use model::date::Calendar;
use names::{
    part::Sex,
    register::{NameId, Names},
};

use crate::{age, date::almanac, place::Places};

/// A row, by its place in the input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordIndex(pub u32);

/// A list that rows come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    /// As the input calls it; empty when it names none.
    pub name: String,
    /// Declared to name nobody twice.
    pub clean: bool,
    /// The middle (median) of its events' first days, rata die: the day on which an age is told when its row has no date.
    /// `None` when no row of it has one.
    pub event: Option<i32>,
    /// Ages that end in 0 and 5 are more frequent than they can be (Whipple's index): such an age may be off by two years.
    pub heaped: bool,
    /// Calendar of most of its dates; `None` when it has none.
    pub calendar: Option<Calendar>,
}

/// The days that a told date may mean, as rata die, with what is needed to see slips.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// First day, rata die (`model::date::Day`).
    pub earliest: i32,
    /// Last day. The same as the first only when a day was told that exists.
    pub latest: i32,
    /// Calendar in which it was told.
    pub calendar: Calendar,
    /// Year, month and day as told; 0 for a month or day that was not told. Of an interval, its first year. A day that does not
    /// exist (1988-02-31) stands here as it was told, while `earliest` and `latest` span the month or the year.
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
    /// Its name, and its twin in another script (`name_fa`): each is a way of finding it, the better one counts. The first is
    /// there when either is.
    pub names: [Option<NameId>; 2],
    /// Name of the father, and its twin; the first is there when either is.
    pub father: [Option<NameId>; 2],
    /// Name of the mother, and its twin; compared where two rows do not both name the father.
    pub mother: [Option<NameId>; 2],
    /// The father as the name itself tells him ("… ibn Ali"), only where the row names him nowhere else.
    pub patronymic: Option<NameId>,
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
    /// Number of the affiliation: its place in `Records::affiliations` and 1 more; 0 when absent.
    pub affiliation: u64,
    /// Identifiers (`id:*` columns): number of the column in `Records::identifier_columns`, and of the value in
    /// `Records::identifiers`.
    pub identifiers: Box<[(u16, u64)]>,
}

/// Rows of some lists, ready to be compared.
#[derive(Clone, Debug, Default)]
pub struct Records {
    /// The `rec_id` of each row, or its number from 1. No two are the same.
    pub keys: Vec<String>,
    /// The rows.
    pub rows: Vec<Record>,
    /// The lists, in order of first appearance.
    pub lists: Vec<List>,
    /// Names of people and their parents.
    pub names: Names,
    /// Places, as they were written and as they are known.
    pub places: Places,
    /// Affiliations: the values of each, folded, known ones by their own word (`data/affiliations.tsv`), sorted, each once.
    pub affiliations: Vec<Vec<String>>,
    /// Values of identifiers, folded, without spaces.
    pub identifiers: Vec<Box<str>>,
    /// Names of the identifier columns, as `Record::identifiers` numbers them.
    pub identifier_columns: Vec<String>,
    /// For each row, which sounds its name has: bits of the letters of its key, the twin's in the second. 0 when there is none.
    pub sounds: Vec<[u32; 2]>,
    /// The middle of all events' first days, rata die: the day of an age where not even its list has one.
    pub event: Option<i32>,
    /// What could not be taken as it stood: of each kind the first `PROBLEMS`, in the order of rows.
    pub problems: Vec<Problem>,
    /// How many problems of each kind there were in all.
    pub problem_counts: BTreeMap<ProblemKind, u64>,
}

/// At most so many problems of one kind are kept one by one; the others are counted.
pub const PROBLEMS: u64 = 1000;

/// Between which days somebody was born, as far as the row tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BirthDays {
    /// First day, rata die.
    pub earliest: i32,
    /// Last day.
    pub latest: i32,
    /// From an age, not from a date of birth.
    pub from_age: bool,
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
    /// A day that its calendar does not have; its month or year is taken.
    NoSuchDay,
    /// Day and month cannot be told apart, nor does the list tell; the year is taken.
    DayOrMonth,
    /// A date after the latest that can be.
    Future,
    /// The year cannot be of the calendar that the row names; the calendar is told from the year.
    NotThatCalendar,
    /// No age, or none that people reach (above 110).
    NotAnAge,
    /// No known calendar.
    NotACalendar,
    /// Neither man nor woman.
    NotASex,
    /// The row's key was seen before; the row gets a key of its own.
    KeyTwice,
    /// The column is there twice, or two mean the same; the first counts.
    ColumnTwice,
    /// The whole name has other parts than the fields for given and family name, which count.
    NameDiffers,
    /// More parts than are compared.
    NameTooLong,
    /// Scripts mixed within one word.
    MixedScripts,
    /// More or fewer cells than the header.
    CellCount,
    /// Nothing in the row can tell a person.
    SaysNothing,
    /// More lists than can be told apart (65,535); the row stands in the last.
    TooManyLists,
    /// A list was declared to name nobody twice, and no row is of it.
    NoSuchList,
}

impl Records {
    /// Between which days the person was born: from the date of birth, else from the age on the day of the event (or of the
    /// list's, or the input's, middle event). `None` when neither is told, or an age has no day to be counted from.
    pub fn birth_days(&self, row: RecordIndex) -> Option<BirthDays> {
        let record = &self.rows[row.0 as usize];
        if let Some(birth) = record.birth {
            return Some(BirthDays {
                earliest: birth.earliest,
                latest: birth.latest,
                from_age: false,
            });
        }
        let (earliest, latest) = self.age_told_on(record)?;
        let list = &self.lists[usize::from(record.list)];
        let (earliest, latest) = age::birth(record.age?, (earliest, latest), list);
        Some(BirthDays {
            earliest,
            latest,
            from_age: true,
        })
    }

    /// The first and the last Gregorian year in which the person may have been born; as `birth_days`.
    pub fn birth_years(&self, row: RecordIndex) -> Option<(i16, i16)> {
        let days = self.birth_days(row)?;
        Some((
            almanac::gregorian_year(days.earliest),
            almanac::gregorian_year(days.latest),
        ))
    }

    /// The Gregorian year of the event, where the date leaves no doubt about it.
    pub fn event_year(&self, row: RecordIndex) -> Option<i16> {
        let event = self.rows[row.0 as usize].event?;
        let first = almanac::gregorian_year(event.earliest);
        (first == almanac::gregorian_year(event.latest)).then_some(first)
    }

    /// The day of the event, rata die, where it was told to the day.
    pub fn event_day(&self, row: RecordIndex) -> Option<i32> {
        let event = self.rows[row.0 as usize].event?;
        event.day()
    }

    /// A problem is noted: kept while there are few of its kind, counted always.
    pub(crate) fn note(&mut self, row: u64, column: &str, value: &str, what: ProblemKind) {
        let count = self.problem_counts.entry(what).or_default();
        *count += 1;
        if *count <= PROBLEMS {
            self.problems.push(Problem {
                row,
                column: column.to_owned(),
                value: value.chars().take(80).collect(),
                what,
            });
        }
    }

    /// The days between which the age of a record was told.
    fn age_told_on(&self, record: &Record) -> Option<(i32, i32)> {
        if let Some(event) = record.event {
            return Some((event.earliest, event.latest));
        }
        let day = self.lists[usize::from(record.list)].event.or(self.event)?;
        Some((day, day))
    }
}

impl When {
    /// The day, rata die, when it was told to the day.
    pub fn day(&self) -> Option<i32> {
        (self.earliest == self.latest).then_some(self.earliest)
    }
}

impl ProblemKind {
    /// The word for it in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotADate => "not-a-date",
            Self::NoSuchDay => "no-such-day",
            Self::DayOrMonth => "day-or-month",
            Self::Future => "future",
            Self::NotThatCalendar => "not-that-calendar",
            Self::NotAnAge => "not-an-age",
            Self::NotACalendar => "not-a-calendar",
            Self::NotASex => "not-a-sex",
            Self::KeyTwice => "key-twice",
            Self::ColumnTwice => "column-twice",
            Self::NameDiffers => "name-differs",
            Self::NameTooLong => "name-too-long",
            Self::MixedScripts => "mixed-scripts",
            Self::CellCount => "cell-count",
            Self::SaysNothing => "says-nothing",
            Self::TooManyLists => "too-many-lists",
            Self::NoSuchList => "no-such-list",
        }
    }
}
