//! Tables of separated values: which delimiter, which header, which rows, and every row that could not be taken.
//!
//! Rows are numbered as a spreadsheet shows them: the first record of the file is row 1 (normally the header), a blank line
//! is a row, and a record with line breaks inside quotation marks is one row. Specified in `docs/formats/reading.md`.

mod record;
#[cfg(test)]
mod tests;

use std::collections::HashSet;

use crate::{encoding::decode, limits::Limits, problem::Problem, sheet};
use record::{Fault, Record, Records};

/// What separates the cells of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Delimiter {
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// Tab.
    Tab,
    /// `|`
    Bar,
}

impl Delimiter {
    /// All delimiters, in the order in which they win when nothing else decides.
    pub const ALL: [Self; 4] = [Self::Comma, Self::Tab, Self::Semicolon, Self::Bar];

    /// The character.
    pub fn as_char(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Semicolon => ';',
            Self::Tab => '\t',
            Self::Bar => '|',
        }
    }
}

/// What is known of a table before it is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TableOptions<'a> {
    /// The delimiter; `None`: found from the first records.
    pub delimiter: Option<Delimiter>,
    /// Label of the encoding as declared by whoever handed the file over.
    pub encoding: Option<&'a str>,
    /// Of a workbook the sheet; `None`: the first one that is not hidden and has rows.
    pub sheet: Option<&'a str>,
}

/// A table as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Encoding found, as the WHATWG Encoding Standard names it.
    pub encoding: &'static str,
    /// Delimiter found or given.
    pub delimiter: Delimiter,
    /// What the columns are called, each name once, without blanks around them. A second `name` is called `name#2`, a
    /// column without a header `#` and its number from 1.
    pub headers: Vec<String>,
    /// Rows that were taken, in order; each has as many cells as there are headers.
    pub rows: Vec<Row>,
    /// What was not as it should be, with every row that was not taken.
    pub problems: Vec<Problem>,
}

/// One row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its number, as a spreadsheet shows it.
    pub number: u64,
    /// Its cells, exactly as stated.
    pub cells: Vec<String>,
}

/// Reads a table of separated values, or a sheet of a workbook. An empty or unreadable file gives an empty table with its problems.
pub fn read(bytes: &[u8], limits: &Limits, options: TableOptions<'_>) -> Table {
    let mut table = Table {
        encoding: "UTF-8",
        delimiter: options.delimiter.unwrap_or(Delimiter::Comma),
        headers: Vec::new(),
        rows: Vec::new(),
        problems: Vec::new(),
    };
    if bytes.len() > limits.bytes {
        table.problems.push(Problem::FileTooLarge {
            size: bytes.len(),
            limit: limits.bytes,
        });
        return table;
    }
    if let Some(table) = sheet::table(bytes, options.sheet, limits) {
        return table;
    }
    let decoded = decode(bytes, options.encoding);
    table.encoding = decoded.encoding;
    table.problems = decoded.problems;
    if options.delimiter.is_none() {
        table.delimiter = best_delimiter(&decoded.text, limits);
    }
    let records = Records::new(&decoded.text, table.delimiter.as_char(), limits);
    take_records(&decoded.text, records, limits, &mut table);
    table
}

fn take_records(text: &str, records: Records<'_>, limits: &Limits, table: &mut Table) {
    let mut beyond = 0u64;
    let mut first_beyond = 0u64;
    let mut started = false;
    for record in records.filter(|record| !record.is_blank()) {
        if started && table.headers.is_empty() {
            // The header could not be read; without it no row means anything. One problem has said so already.
            return;
        }
        if let Some(problem) = fault(text, &record, limits) {
            table.problems.push(problem);
        } else if !started {
            table.headers = headers(&record.cells, &mut table.problems);
        } else if record.count != table.headers.len() {
            table.problems.push(Problem::RaggedRow {
                row: record.number,
                expected: table.headers.len(),
                found: record.count,
                raw: record.raw(text),
            });
        } else if table.rows.len() == limits.rows {
            beyond += 1;
            first_beyond = if beyond == 1 {
                record.number
            } else {
                first_beyond
            };
        } else {
            table.rows.push(Row {
                number: record.number,
                cells: record.cells,
            });
        }
        started = true;
    }
    if table.headers.is_empty() {
        table.problems.push(Problem::NoHeader);
    }
    if beyond > 0 {
        table.problems.push(Problem::TooManyRows {
            first_row: first_beyond,
            count: beyond,
            limit: limits.rows,
        });
    }
}

fn fault(text: &str, record: &Record, limits: &Limits) -> Option<Problem> {
    let row = record.number;
    if record.count > limits.columns {
        return Some(Problem::TooManyColumns {
            row,
            found: record.count,
            limit: limits.columns,
        });
    }
    let (column, fault) = record.fault?;
    Some(match fault {
        Fault::Unclosed => Problem::UnclosedQuote {
            row,
            column,
            raw: record.raw(text),
        },
        Fault::TextAfterQuote => Problem::TextAfterQuote {
            row,
            column,
            raw: record.raw(text),
        },
        Fault::TooLong { size } => Problem::CellTooLong {
            row,
            column,
            size,
            limit: limits.cell,
        },
    })
}

/// Makes each header a name of its own.
pub(crate) fn headers(cells: &[String], problems: &mut Vec<Problem>) -> Vec<String> {
    let mut taken: HashSet<String> = cells.iter().map(|cell| cell.trim().to_owned()).collect();
    let mut seen = HashSet::new();
    let mut names = Vec::with_capacity(cells.len());
    for (place, cell) in cells.iter().enumerate() {
        let header = cell.trim();
        let column = place + 1;
        if header.is_empty() {
            problems.push(Problem::EmptyHeader { column });
            names.push(free_name(&format!("#{column}"), &mut taken));
        } else if seen.insert(header.to_owned()) {
            names.push(header.to_owned());
        } else {
            let called = numbered(header, &mut taken);
            problems.push(Problem::DuplicateHeader {
                column,
                header: header.to_owned(),
                called: called.clone(),
            });
            names.push(called);
        }
    }
    names
}

fn numbered(header: &str, taken: &mut HashSet<String>) -> String {
    let mut number = 2usize;
    loop {
        let name = format!("{header}#{number}");
        if taken.insert(name.clone()) {
            return name;
        }
        number += 1;
    }
}

fn free_name(name: &str, taken: &mut HashSet<String>) -> String {
    if taken.insert(name.to_owned()) {
        name.to_owned()
    } else {
        numbered(name, taken)
    }
}

/// Records looked at to find the delimiter. Chosen by us; a wrong delimiter shows within a few lines.
const PROBE: usize = 100;

/// Counts of cells of the first records under a delimiter, the last one left out if the text was cut inside it.
fn probe(text: &str, delimiter: Delimiter, limits: &Limits, cut: bool) -> Vec<Record> {
    let mut records: Vec<Record> = Records::new(text, delimiter.as_char(), limits)
        .filter(|record| !record.is_blank())
        .take(PROBE)
        .collect();
    if cut && records.len() < PROBE {
        records.pop();
    }
    records
}

fn best_delimiter(text: &str, limits: &Limits) -> Delimiter {
    let score = |delimiter: Delimiter| {
        let records = probe(text, delimiter, limits, false);
        let columns = records.first().map_or(0, |header| header.count);
        let agreeing = records
            .iter()
            .filter(|record| record.count == columns && record.fault.is_none())
            .count();
        let share = agreeing * 100 / records.len().max(1);
        if columns < 2 {
            (0, 0)
        } else {
            (share, columns)
        }
    };
    // The first of equals wins, so that the order of `ALL` decides.
    Delimiter::ALL
        .into_iter()
        .rev()
        .max_by_key(|delimiter| score(*delimiter))
        .filter(|delimiter| score(*delimiter) != (0, 0))
        .unwrap_or(Delimiter::Comma)
}

/// Longest header cell by which a text is still taken for a table, in bytes. Chosen by us: headers are words, not sentences.
const LONGEST_HEADER: usize = 80;

/// The delimiter of a text that is a table beyond doubt: short headers and the same number of cells in nine rows of ten.
/// `cut`: the text is the beginning of a longer one.
pub(crate) fn delimiter_of(text: &str, cut: bool) -> Option<Delimiter> {
    let limits = Limits::default();
    let delimiter = best_delimiter(text, &limits);
    let records = probe(text, delimiter, &limits, cut);
    let header = records.first()?;
    let agreeing = records
        .iter()
        .filter(|record| record.count == header.count)
        .count();
    let regular = agreeing * 10 >= records.len() * 9;
    let wide_enough = header.count >= 3 || header.count == 2 && records.len() >= 3;
    let short = header
        .cells
        .iter()
        .all(|cell| cell.len() <= LONGEST_HEADER && !cell.trim_end().ends_with(['.', '!', '?']));
    (records.len() >= 2 && regular && wide_enough && short).then_some(delimiter)
}
