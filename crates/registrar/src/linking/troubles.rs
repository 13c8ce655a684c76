//! What was wrong with a table, counted by kind; of each kind the first ones in full.

use std::{collections::BTreeMap, path::Path};

use intake::limits::Limits;
use matching::record::{self, ProblemKind, Records};

use crate::{
    outcome::Problem,
    rows::{Fault, Row},
};

/// How many of a kind are kept in full: a table of a million rows may be wrong in each.
const KEPT: usize = 1000;

/// All problems of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// What is wrong: `problem-<code>` is its message.
    pub code: &'static str,
    /// How many there are.
    pub count: u64,
    /// The first of them, at most 1000.
    pub first: Vec<Problem>,
}

impl Trouble {
    /// Whether what it concerns was taken all the same.
    pub fn taken(&self) -> bool {
        self.first.iter().all(|problem| problem.taken)
    }
}

/// Problems as they come.
#[derive(Debug)]
pub(crate) struct Troubles {
    file: String,
    kinds: BTreeMap<&'static str, Trouble>,
    /// From which row handed on how many were not: what turns the numbers of one into those of a spreadsheet.
    shifts: Vec<(u64, u64)>,
    handed_on: u64,
}

impl Troubles {
    pub(crate) fn new(file: &Path) -> Self {
        Self {
            file: file.display().to_string(),
            kinds: BTreeMap::new(),
            shifts: Vec::new(),
            handed_on: 0,
        }
    }

    pub(crate) fn finish(self) -> Vec<Trouble> {
        self.kinds.into_values().collect()
    }

    fn add(&mut self, problem: Problem) {
        let kind = self.kinds.entry(problem.code).or_insert_with(|| Trouble {
            code: problem.code,
            count: 0,
            first: Vec::new(),
        });
        kind.count += 1;
        if kind.first.len() < KEPT {
            kind.first.push(problem);
        }
    }

    /// Notes what is wrong with a row as such. Returns whether it is to be taken.
    pub(crate) fn of_row(&mut self, row: &Row<'_>, header: &[String]) -> bool {
        let mut problem = Problem {
            file: self.file.clone(),
            row: Some(row.number),
            column: None,
            taken: row.fault.is_none(),
            code: "replaced-characters",
            facts: vec![("count", row.replaced.to_string())],
        };
        if let Some((column, fault)) = row.fault {
            problem.column = header.get(column - 1).cloned();
            let raw = || vec![("raw", row.raw.clone())];
            let limit = Limits::default().cell.to_string();
            (problem.code, problem.facts) = match fault {
                Fault::Unclosed => ("unclosed-quote", raw()),
                Fault::TextAfterQuote => ("text-after-quote", raw()),
                Fault::RowTooLong => ("row-too-long", raw()),
                Fault::CellTooLong(size) => (
                    "cell-too-long",
                    vec![("found", size.to_string()), ("limit", limit)],
                ),
            };
            self.add(problem);
            return false;
        }
        if row.replaced > 0 {
            self.add(problem);
        }
        self.handed_on += 1;
        let shift = row.number - self.handed_on;
        if self
            .shifts
            .last()
            .is_none_or(|(_, before)| *before != shift)
        {
            self.shifts.push((self.handed_on, shift));
        }
        true
    }

    /// Number of a row as a spreadsheet shows it, from its number among those handed on.
    fn number(&self, row: u64) -> u64 {
        let place = self.shifts.partition_point(|(from, _)| *from <= row);
        let shift = place.checked_sub(1).map_or(1, |place| self.shifts[place].1);
        row + shift
    }

    /// Notes what could not be taken of the rows' cells: of each kind the first, and how many there were.
    pub(crate) fn of_records(&mut self, records: &Records) {
        for problem in &records.problems {
            self.of_record(problem);
        }
        for (kind, count) in &records.problem_counts {
            if let Some(kind) = self.kinds.get_mut(code(*kind)) {
                kind.count = *count;
            }
        }
    }

    fn of_record(&mut self, problem: &record::Problem) {
        let column = (!problem.column.is_empty()).then(|| problem.column.clone());
        self.add(Problem {
            file: self.file.clone(),
            row: (problem.row > 0).then(|| self.number(problem.row)),
            column,
            taken: true,
            code: code(problem.what),
            facts: vec![("text", problem.value.clone())],
        });
    }

    /// Notes that bytes of a row are no UTF-8.
    pub(crate) fn of_damage(&mut self, row: Option<u64>, line: &[u8]) {
        let count = String::from_utf8_lossy(line).matches('\u{fffd}').count();
        self.add(Problem {
            file: self.file.clone(),
            row,
            column: None,
            taken: true,
            code: "replaced-characters",
            facts: vec![("count", count.to_string())],
        });
    }

    /// Notes a problem of another file, such as that of the judgements.
    pub(crate) fn of_other(
        &mut self,
        file: &Path,
        row: Option<u64>,
        code: &'static str,
        text: &str,
    ) {
        self.add(Problem {
            file: file.display().to_string(),
            row,
            column: None,
            taken: false,
            code,
            facts: vec![("raw", text.chars().take(80).collect())],
        });
    }
}

/// The code by which a kind is said; apart from those of an import, where a cell is kept in its words.
fn code(kind: ProblemKind) -> &'static str {
    match kind {
        ProblemKind::NotADate => "match-not-a-date",
        ProblemKind::NoSuchDay => "match-no-such-day",
        ProblemKind::DayOrMonth => "match-day-or-month",
        ProblemKind::NotThatCalendar => "match-not-that-calendar",
        ProblemKind::Future => "match-future",
        ProblemKind::NotAnAge => "match-not-an-age",
        ProblemKind::NotACalendar => "match-not-a-calendar",
        ProblemKind::NotASex => "match-not-a-sex",
        ProblemKind::KeyTwice => "match-key-twice",
        ProblemKind::ColumnTwice => "match-column-twice",
        ProblemKind::NameDiffers => "match-name-differs",
        ProblemKind::NameTooLong => "match-name-too-long",
        ProblemKind::MixedScripts => "match-mixed-scripts",
        ProblemKind::CellCount => "match-cell-count",
        ProblemKind::SaysNothing => "match-says-nothing",
        ProblemKind::TooManyLists => "match-too-many-lists",
        _ => "match-other",
    }
}
