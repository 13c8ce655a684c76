//! ODS: the spreadsheets of OpenDocument (ISO/IEC 26300-1 section 9).

use std::collections::HashSet;

use super::{Book, Count, Sheet, number};
use crate::{
    container::Container,
    limits::Limits,
    problem::Finding,
    xml::{Token, attribute, text, tokens},
};

/// Reads the workbook; `None` when the part with its sheets is not there.
pub(super) fn read(container: &mut Container<'_>, limits: &Limits) -> Option<Book> {
    let mut book = Book::default();
    let list = container
        .file("META-INF/manifest.xml")
        .map(|bytes| text(&bytes));
    if list.is_some_and(|list| list.contains("encryption-data")) {
        book.problems.push(Finding::loss("locked").into());
        return Some(book);
    }
    let content = text(&container.file("content.xml")?);
    let hidden = hidden_styles(&content);
    let mut sheet = Reader {
        limits,
        sheet: Sheet::default(),
        count: Count::default(),
        row: 0,
        rows: 1,
        cells: Vec::new(),
        column: 0,
        cell: Cell::default(),
        in_cell: false,
        paragraphs: 0,
        silent: 0,
    };
    for token in tokens(&content) {
        match token {
            Token::Start {
                name: "annotation", ..
            } => sheet.silent += 1,
            Token::End { name: "annotation" } => sheet.silent = sheet.silent.saturating_sub(1),
            _ if sheet.silent > 0 => {}
            Token::Start {
                name: "table",
                inside,
            } => {
                let style = attribute(inside, "style-name").unwrap_or_default();
                sheet.sheet = Sheet {
                    name: attribute(inside, "name").unwrap_or_default(),
                    hidden: hidden.contains(&style),
                    ..Sheet::default()
                };
                (sheet.count, sheet.row) = (Count::default(), 0);
            }
            Token::End { name: "table" } => {
                let mut done = std::mem::take(&mut sheet.sheet);
                done.say(std::mem::take(&mut sheet.count), limits);
                book.sheets.push(done);
            }
            Token::Start { name, inside } => sheet.start(name, inside),
            Token::End { name } => sheet.end(name),
            Token::Text(words) => sheet.words(&words),
        }
    }
    Some(book)
}

/// Styles of sheets that are not shown.
fn hidden_styles(content: &str) -> HashSet<String> {
    let mut hidden = HashSet::new();
    let mut style = None;
    for token in tokens(content) {
        if let Token::Start { name, inside } = token {
            match name {
                "style" => style = attribute(inside, "name"),
                "table-properties" if attribute(inside, "display").as_deref() == Some("false") => {
                    hidden.extend(style.take());
                }
                "body" => break,
                _ => {}
            }
        }
    }
    hidden
}

#[derive(Default)]
struct Cell {
    times: usize,
    kind: String,
    value: Option<String>,
    formula: bool,
    text: String,
}

struct Reader<'a> {
    limits: &'a Limits,
    sheet: Sheet,
    count: Count,
    /// Rows read so far.
    row: u64,
    /// How often the row stands there.
    rows: u64,
    cells: Vec<String>,
    column: usize,
    cell: Cell,
    in_cell: bool,
    paragraphs: usize,
    silent: usize,
}

impl Reader<'_> {
    fn start(&mut self, name: &str, inside: &str) {
        let times = |name| {
            let times = attribute(inside, name).and_then(|times| times.parse::<u64>().ok());
            times.unwrap_or(1).max(1)
        };
        match name {
            "table-row" => {
                self.rows = times("number-rows-repeated");
                self.cells = Vec::new();
                self.column = 0;
                if attribute(inside, "visibility").is_some_and(|shown| shown != "visible") {
                    self.count.hidden_rows += usize::try_from(self.rows).unwrap_or(usize::MAX);
                }
            }
            "table-column"
                if attribute(inside, "visibility").is_some_and(|shown| shown != "visible") =>
            {
                let columns =
                    usize::try_from(times("number-columns-repeated")).unwrap_or(usize::MAX);
                self.count.hidden_columns = self.count.hidden_columns.saturating_add(columns);
            }
            "table-cell" | "covered-table-cell" => {
                self.in_cell = true;
                self.paragraphs = 0;
                let kind = attribute(inside, "value-type").unwrap_or_default();
                let value = match kind.as_str() {
                    "date" => attribute(inside, "date-value"),
                    "time" => attribute(inside, "time-value"),
                    "boolean" => attribute(inside, "boolean-value"),
                    "string" => attribute(inside, "string-value"),
                    _ => attribute(inside, "value"),
                };
                self.cell = Cell {
                    times: usize::try_from(times("number-columns-repeated")).unwrap_or(usize::MAX),
                    kind,
                    value,
                    formula: attribute(inside, "formula").is_some(),
                    text: String::new(),
                };
                if attribute(inside, "number-columns-spanned").is_some_and(|span| span != "1")
                    || attribute(inside, "number-rows-spanned").is_some_and(|span| span != "1")
                {
                    self.count.merged += 1;
                }
            }
            "p" if self.in_cell => {
                self.paragraphs += 1;
                if self.paragraphs > 1 {
                    self.cell.text.push('\n');
                }
            }
            "s" if self.in_cell => self.cell.text.push(' '),
            _ => {}
        }
    }

    fn words(&mut self, words: &str) {
        if self.in_cell && self.paragraphs > 0 {
            self.cell.text.push_str(words);
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "table-cell" | "covered-table-cell" => self.end_cell(),
            "table-row" => {
                let cells = std::mem::take(&mut self.cells);
                if cells.is_empty() {
                    self.row = self.row.saturating_add(self.rows);
                    return;
                }
                // What is repeated a million times is bounded as rows are.
                let most = self.limits.rows as u64 + 2;
                for _ in 0..self.rows.min(most) {
                    self.row += 1;
                    self.sheet
                        .take(self.row, cells.clone(), self.limits, &mut self.count);
                }
                self.row += self.rows.saturating_sub(most);
            }
            _ => {}
        }
    }

    fn end_cell(&mut self) {
        let cell = std::mem::take(&mut self.cell);
        self.in_cell = false;
        if cell.formula && cell.value.is_none() && cell.text.is_empty() {
            self.count.uncalculated += 1;
            if self.count.uncalculated == 1 {
                self.count.first = format!("{}:{}", self.row + 1, self.column + 1);
            }
        }
        let said = match (cell.kind.as_str(), cell.value) {
            ("float" | "percentage" | "currency", Some(value)) => number(&value),
            ("date" | "time" | "boolean", Some(value)) => value,
            (_, Some(value)) if cell.text.is_empty() => value,
            _ => cell.text,
        };
        self.count.errors += usize::from(cell.formula && said.starts_with("#"));
        let end = self.column.saturating_add(cell.times);
        if !said.is_empty() {
            self.count.wide += end.saturating_sub(self.limits.columns.max(self.column));
            let until = end.min(self.limits.columns);
            if self.column < until {
                self.cells.resize(self.column, String::new());
                self.cells.resize(until, said);
            }
        }
        self.column = end;
    }
}
