//! Rows of a table become records: which column is which, and what its cells say.

mod cells;
mod header;
mod settle;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use names::register::NameId;

use crate::record::{Problem, ProblemKind, Record, Records};

use cells::{Cells, Pending};
use header::Target;

/// The columns of a table that matching reads; others are carried along by whoever holds the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    names: Vec<String>,
    /// For each target its column and that of its twin, as places in `names`.
    targets: [[Option<usize>; 2]; Target::COUNT],
    identifiers: Vec<usize>,
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

/// Takes rows one by one.
#[derive(Debug)]
pub struct Reading {
    columns: Columns,
    settings: ReadingSettings,
    records: Records,
    cells: Cells,
    /// Dates of each row, as they were written.
    pending: Vec<Pending>,
    /// Keys that were seen, by hash: the row, and the number that the next row of the same key gets.
    keys: HashMap<u64, (u32, u32)>,
    lists: HashMap<Box<str>, u16>,
}

/// What is settled before the first row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadingSettings {
    /// Lists declared to name nobody twice, by name.
    pub clean_lists: Vec<String>,
    /// The latest day that a date may be (rata die); later ones are problems. `None`: any.
    pub today: Option<i32>,
}

/// The most lists that are told apart.
const LISTS: usize = u16::MAX as usize;

impl Reading {
    /// Begins with a header.
    pub fn new(columns: Columns, settings: ReadingSettings) -> Self {
        let records = Records {
            identifier_columns: columns
                .identifiers
                .iter()
                .map(|&column| columns.names[column].clone())
                .collect(),
            ..Records::default()
        };
        Self {
            columns,
            settings,
            records,
            cells: Cells::default(),
            pending: Vec::new(),
            keys: HashMap::new(),
            lists: HashMap::new(),
        }
    }

    /// Problems that were found before the first row, such as those of the header, are kept with those of the rows.
    pub fn note(&mut self, problems: &[Problem]) {
        for problem in problems {
            self.records
                .note(problem.row, &problem.column, &problem.value, problem.what);
        }
    }

    /// Takes one row: its cells in the order of the header.
    pub fn row(&mut self, cells: &[&str]) {
        let row = self.records.rows.len() as u64 + 1;
        if cells.len() != self.columns.names.len() {
            let count = cells.len().to_string();
            self.records.note(row, "", &count, ProblemKind::CellCount);
        }
        let key = self.key(row, cells);
        self.records.keys.push(key);
        let list = self.list(row, cells);
        let (record, pending) = self.record(row, list, cells);
        if says_nothing(&record, pending) {
            self.records.note(row, "", "", ProblemKind::SaysNothing);
        }
        self.records.rows.push(record);
        self.pending.push(pending);
    }

    /// All rows are in: calendars are settled per list, and the records are ready.
    pub fn finish(mut self) -> Records {
        for name in &self.settings.clean_lists {
            match self.lists.get(name.as_str()) {
                Some(&list) => self.records.lists[usize::from(list)].clean = true,
                None => self.records.note(0, "", name, ProblemKind::NoSuchList),
            }
        }
        // What was remembered of keys and texts is no longer needed, and what follows needs room.
        self.keys = HashMap::new();
        let dates = self.cells.into_dates(&mut self.records);
        settle::settle(
            &mut self.records,
            &self.columns,
            &dates,
            &self.pending,
            self.settings.today,
        );
        self.records
    }

    /// The row's own key: what stands there, or its number; with a number behind when it was seen before.
    fn key(&mut self, row: u64, cells: &[&str]) -> String {
        let told = self.columns.cell(cells, Target::RecId);
        if told.is_none() && self.columns.targets[Target::RecId as usize][0].is_none() {
            return row.to_string();
        }
        let wanted = told.map_or_else(|| row.to_string(), str::to_owned);
        let mut key = wanted.clone();
        loop {
            let hash = self.hash(&key);
            let Some((_, next)) = self.keys.get_mut(&hash) else {
                self.keys.insert(hash, (row as u32 - 1, 2));
                return key;
            };
            if key == wanted {
                let name = self.columns.name(Target::RecId);
                self.records.note(row, name, &wanted, ProblemKind::KeyTwice);
            }
            key = format!("{wanted}#{next}");
            *next += 1;
        }
    }

    /// A number of a key that no other key has: its hash, or the next free number when another key has the same hash.
    fn hash(&self, key: &str) -> u64 {
        let mut hash = names::key::code(key).unwrap_or(0);
        while let Some((row, _)) = self.keys.get(&hash)
            && self.records.keys[*row as usize] != key
        {
            hash = hash.wrapping_add(1);
        }
        hash
    }

    fn list(&mut self, row: u64, cells: &[&str]) -> u16 {
        let name = self.columns.cell(cells, Target::List).unwrap_or("");
        if let Some(&list) = self.lists.get(name) {
            return list;
        }
        let lists = &mut self.records.lists;
        if lists.len() == LISTS {
            let column = self.columns.name(Target::List);
            self.records
                .note(row, column, name, ProblemKind::TooManyLists);
            return (LISTS - 1) as u16;
        }
        let list = lists.len() as u16;
        lists.push(crate::record::List {
            name: name.to_owned(),
            ..crate::record::List::default()
        });
        self.lists.insert(name.into(), list);
        list
    }

    fn record(&mut self, row: u64, list: u16, cells: &[&str]) -> (Record, Pending) {
        let columns = &self.columns;
        let mut reader = cells::Row {
            number: row,
            columns,
            cells,
            memory: &mut self.cells,
            records: &mut self.records,
        };
        let (birth, event) = reader.dates();
        let record = Record {
            list,
            names: reader.names(),
            father: reader.parent(Target::Father),
            mother: reader.parent(Target::Mother),
            patronymic: None,
            sex: reader.sex(),
            birth: None,
            age: reader.age(),
            event: None,
            place: reader.place(Target::Place),
            birth_place: reader.place(Target::BirthPlace),
            affiliation: reader.affiliation(),
            identifiers: reader.identifiers(),
        };
        (record, Pending { birth, event })
    }
}

/// Whether nothing in a row can tell a person: no name of anybody, no identifier, no date of birth.
fn says_nothing(record: &Record, pending: Pending) -> bool {
    let is_named = |names: [Option<NameId>; 2]| names[0].is_some();
    !is_named(record.names)
        && !is_named(record.father)
        && record.identifiers.is_empty()
        && pending.birth.is_none()
}
