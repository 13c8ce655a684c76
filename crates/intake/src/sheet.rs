//! Workbooks (XLSX, ODS) as tables: each sheet with its rows as they are numbered, days as days, and what is hidden or was never
//! calculated.

mod ods;
#[cfg(test)]
mod tests;
mod xlsx;

use crate::{
    container::Container,
    kind::{MediaType, sniff},
    limits::Limits,
    office::{self, page::Page},
    problem::{Finding, Problem},
    reading::Reading,
    report::Known,
    table::{Delimiter, Row, Table, headers},
    text::{cut, empty, fill},
};

/// A sheet of a workbook.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// What it is called.
    pub name: String,
    /// Whether its makers hid it.
    pub hidden: bool,
    /// Its rows with something in them, in order; cells behind the last one with something in it are left out.
    pub rows: Vec<Row>,
    /// What was not as it should be.
    pub problems: Vec<Problem>,
}

/// A workbook as read.
#[derive(Debug, Default)]
pub(crate) struct Book {
    pub(crate) sheets: Vec<Sheet>,
    pub(crate) problems: Vec<Problem>,
}

/// `true` for what is read here.
pub(crate) fn is_book(media_type: MediaType) -> bool {
    matches!(media_type, MediaType::Xlsx | MediaType::Ods)
}

/// What a sheet counts while it is read.
#[derive(Debug, Default)]
struct Count {
    hidden_rows: usize,
    hidden_columns: usize,
    /// Cells with a formula and no value, and the first of them.
    uncalculated: usize,
    first: String,
    errors: usize,
    merged: usize,
    wide: usize,
    long: usize,
    beyond: u64,
    first_beyond: u64,
}

impl Sheet {
    /// Takes a row, if it has anything in it and there is room; `cells` are its cells from the first column on.
    fn take(&mut self, number: u64, mut cells: Vec<String>, limits: &Limits, count: &mut Count) {
        while cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        if cells.is_empty() {
            return;
        }
        if self.rows.len() > limits.rows {
            count.beyond += 1;
            if count.beyond == 1 {
                count.first_beyond = number;
            }
            return;
        }
        for cell in &mut cells {
            if cell.len() > limits.cell {
                count.long += 1;
                let mut end = limits.cell;
                while !cell.is_char_boundary(end) {
                    end -= 1;
                }
                cell.truncate(end);
            }
        }
        self.rows.push(Row { number, cells });
    }

    fn say(&mut self, count: Count, limits: &Limits) {
        let name = self.name.clone();
        let mut say = |finding: Finding, count: usize| {
            if count > 0 {
                let finding = finding.with("count", count).with("sheet", &name);
                self.problems.push(finding.into());
            }
        };
        say(Finding::flag("hidden-rows"), count.hidden_rows);
        say(Finding::flag("hidden-columns"), count.hidden_columns);
        let uncalculated = Finding::loss("formula-without-value").with("cell", &count.first);
        say(uncalculated, count.uncalculated);
        say(Finding::flag("cell-errors"), count.errors);
        say(Finding::flag("merged-cells"), count.merged);
        say(Finding::loss("cells-too-far-right"), count.wide);
        say(Finding::loss("cells-cut"), count.long);
        if count.beyond > 0 {
            self.problems.push(Problem::TooManyRows {
                first_row: count.first_beyond,
                count: count.beyond,
                limit: limits.rows,
            });
        }
        if self.hidden {
            self.problems.push(
                Finding::flag("hidden-sheet")
                    .with("sheet", &self.name)
                    .into(),
            );
        }
    }
}

fn book(container: &mut Container<'_>, media_type: MediaType, limits: &Limits) -> Book {
    let book = match media_type {
        MediaType::Ods => ods::read(container, limits),
        _ => xlsx::read(container, limits),
    };
    let mut book = book.unwrap_or_else(|| {
        let damaged = Finding::loss("document-damaged");
        let damaged = damaged.with("why", "the part that lists its sheets cannot be read");
        Book {
            problems: vec![damaged.into()],
            ..Book::default()
        }
    });
    book.problems.append(&mut container.problems);
    book
}

/// Reads a workbook as a document: its sheets one after the other under their names, a row a line, cells apart by tabs.
pub fn read(bytes: &[u8], media_type: MediaType, limits: &Limits) -> Reading {
    let mut reading = empty(media_type);
    let Some(mut container) = Container::open(bytes, limits) else {
        let (size, limit) = (bytes.len(), limits.bytes);
        reading.problems.push(Problem::FileTooLarge { size, limit });
        return reading;
    };
    let mut page = Page::new(limits);
    office::say_of_itself(&mut container, &mut page);
    let book = book(&mut container, media_type, limits);
    page.problems.extend(book.problems);
    for sheet in book.sheets {
        page.problems.extend(sheet.problems);
        page.end("\n\n");
        page.write(&sheet.name);
        page.end("\n\n");
        for row in sheet.rows {
            let cells: Vec<String> = row
                .cells
                .iter()
                .map(|cell| cell.replace(['\n', '\t'], " "))
                .collect();
            page.write(&cells.join("\t"));
            page.end("\n");
        }
    }
    page.give(&mut reading);
    reading.parts = office::parts(&mut container);
    cut(&mut reading, limits);
    fill(&mut reading, &Known::default(), limits);
    reading
}

/// The table in a workbook; `None` when `bytes` are none. `name` is the sheet that is asked for; else the first one is taken that is
/// not hidden and has rows. The others are named as not taken.
pub(crate) fn table(bytes: &[u8], name: Option<&str>, limits: &Limits) -> Option<Table> {
    let media_type = sniff(bytes, "");
    if !is_book(media_type) {
        return None;
    }
    let mut container = Container::open(bytes, limits)?;
    let book = book(&mut container, media_type, limits);
    let mut table = Table {
        encoding: "UTF-8",
        delimiter: Delimiter::Tab,
        headers: Vec::new(),
        rows: Vec::new(),
        problems: book.problems,
    };
    let asked = |sheet: &Sheet| match name {
        Some(name) => sheet.name == name,
        None => !sheet.hidden && !sheet.rows.is_empty(),
    };
    let chosen = book.sheets.iter().position(asked);
    let mut others = Vec::new();
    for (place, sheet) in book.sheets.into_iter().enumerate() {
        if Some(place) == chosen {
            fill_table(sheet, &mut table);
        } else if !sheet.rows.is_empty() {
            others.push(sheet.name);
        }
    }
    if !others.is_empty() {
        let finding = Finding::loss("other-sheets").with("count", others.len());
        table
            .problems
            .push(finding.with("sheets", others.join(", ")).into());
    }
    if table.headers.is_empty() {
        table.problems.push(Problem::NoHeader);
    }
    Some(table)
}

fn fill_table(sheet: Sheet, table: &mut Table) {
    table.problems.extend(sheet.problems);
    let mut rows = sheet.rows.into_iter();
    let Some(header) = rows.next() else {
        return;
    };
    table.headers = headers(&header.cells, &mut table.problems);
    let width = table.headers.len();
    for mut row in rows {
        if row.cells.len() > width {
            table.problems.push(Problem::RaggedRow {
                row: row.number,
                expected: width,
                found: row.cells.len(),
                raw: row.cells.join("\t"),
            });
        } else {
            row.cells.resize(width, String::new());
            table.rows.push(row);
        }
    }
}

/// A number as a person would write it: without the digits that only its storage has.
fn number(written: &str) -> String {
    match written.parse::<f64>() {
        Ok(number) if number.is_finite() && number.abs() < 1e15 => number.to_string(),
        _ => written.to_owned(),
    }
}
