//! XLSX: SpreadsheetML in a ZIP (ISO/IEC 29500-1 section 18).

use std::collections::HashMap;

use super::{Book, Count, Sheet, number};
use crate::{
    container::Container,
    limits::Limits,
    moment,
    problem::Finding,
    xml::{Token, attribute, text, tokens},
};

/// Reads the workbook; `None` when the part that lists its sheets is not there.
pub(super) fn read(container: &mut Container<'_>, limits: &Limits) -> Option<Book> {
    let list = text(&container.file("xl/workbook.xml")?);
    let relations = container
        .file("xl/_rels/workbook.xml.rels")
        .map(|bytes| text(&bytes));
    let targets = targets(&relations.unwrap_or_default());
    let strings = container
        .file("xl/sharedStrings.xml")
        .map(|bytes| strings(&text(&bytes)));
    let styles = container.file("xl/styles.xml").map(|bytes| text(&bytes));
    let mut shared = Shared {
        strings: strings.unwrap_or_default(),
        kinds: kinds(&styles.unwrap_or_default()),
        from_1904: false,
    };
    let mut book = Book::default();
    let macros = container
        .entries
        .iter()
        .filter(|entry| entry.name.ends_with("vbaProject.bin"))
        .count();
    if macros > 0 {
        book.problems
            .push(Finding::flag("macros").with("count", macros).into());
    }
    for token in tokens(&list) {
        let Token::Start { name, inside } = token else {
            continue;
        };
        if name == "workbookPr" {
            shared.from_1904 =
                matches!(attribute(inside, "date1904").as_deref(), Some("1" | "true"));
        }
        if name != "sheet" {
            continue;
        }
        let mut sheet = Sheet {
            name: attribute(inside, "name").unwrap_or_default(),
            hidden: attribute(inside, "state").is_some_and(|state| state != "visible"),
            ..Sheet::default()
        };
        let target = attribute(inside, "id").and_then(|id| targets.get(&id));
        match target.and_then(|target| container.file(target)) {
            Some(bytes) => rows(&text(&bytes), &shared, limits, &mut sheet),
            None => {
                let missing = Finding::loss("sheet-missing").with("sheet", &sheet.name);
                sheet.problems.push(missing.into());
            }
        }
        book.sheets.push(sheet);
    }
    Some(book)
}

/// Where the parts are that the workbook names.
fn targets(relations: &str) -> HashMap<String, String> {
    let mut targets = HashMap::new();
    for token in tokens(relations) {
        if let Token::Start {
            name: "Relationship",
            inside,
        } = token
            && let (Some(id), Some(target)) = (attribute(inside, "Id"), attribute(inside, "Target"))
        {
            let target = target
                .strip_prefix('/')
                .map_or_else(|| format!("xl/{target}"), str::to_owned);
            targets.insert(id, target);
        }
    }
    targets
}

/// The texts that cells refer to by their number; what helps to pronounce them is left out.
fn strings(shared: &str) -> Vec<String> {
    let mut strings = Vec::new();
    let (mut in_text, mut silent) = (false, false);
    for token in tokens(shared) {
        match token {
            Token::Start { name: "si", .. } => strings.push(String::new()),
            Token::Start { name: "t", .. } => in_text = !silent,
            Token::End { name: "t" } => in_text = false,
            Token::Start { name: "rPh", .. } => silent = true,
            Token::End { name: "rPh" } => silent = false,
            Token::Text(words) if in_text => {
                if let Some(last) = strings.last_mut() {
                    last.push_str(&words);
                }
            }
            Token::Start { .. } | Token::End { .. } | Token::Text(_) => {}
        }
    }
    strings
}

/// What the number of a cell means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Number,
    /// A day, with or without a time.
    Day,
}

/// For each style whether it shows a number as a day (ISO/IEC 29500-1 section 18.8.30).
fn kinds(styles: &str) -> Vec<Kind> {
    let mut own = HashMap::new();
    let mut kinds = Vec::new();
    let mut in_cells = false;
    for token in tokens(styles) {
        match token {
            Token::Start {
                name: "numFmt",
                inside,
            } => {
                let code = attribute(inside, "formatCode").unwrap_or_default();
                own.insert(
                    attribute(inside, "numFmtId").unwrap_or_default(),
                    shows_day(&code),
                );
            }
            Token::Start {
                name: "cellXfs", ..
            } => in_cells = true,
            Token::End { name: "cellXfs" } => in_cells = false,
            Token::Start { name: "xf", inside } if in_cells => {
                let id = attribute(inside, "numFmtId").unwrap_or_default();
                let built_in =
                    matches!(id.parse::<u32>(), Ok(14..=22 | 27..=36 | 45..=47 | 50..=58));
                let day = own.get(&id).copied().unwrap_or(built_in);
                kinds.push(if day { Kind::Day } else { Kind::Number });
            }
            Token::Start { .. } | Token::End { .. } | Token::Text(_) => {}
        }
    }
    kinds
}

/// Whether a format has a letter for a part of a day outside of quotation marks, brackets and escapes.
fn shows_day(code: &str) -> bool {
    let mut characters = code.chars();
    let (mut quoted, mut bracketed) = (false, false);
    while let Some(c) = characters.next() {
        match c {
            '"' => quoted = !quoted,
            _ if quoted => {}
            '[' => bracketed = true,
            ']' => bracketed = false,
            _ if bracketed => {}
            '\\' | '_' | '*' => {
                characters.next();
            }
            'y' | 'Y' | 'd' | 'D' | 'm' | 'M' | 'h' | 'H' | 's' | 'S' => return true,
            _ => {}
        }
    }
    false
}

struct Shared {
    strings: Vec<String>,
    kinds: Vec<Kind>,
    from_1904: bool,
}

/// A cell while it is read.
#[derive(Default)]
struct Cell {
    column: usize,
    kind: String,
    style: usize,
    formula: bool,
    value: Option<String>,
}

fn rows(sheet_text: &str, shared: &Shared, limits: &Limits, sheet: &mut Sheet) {
    let mut count = Count::default();
    let (mut row, mut cells) = (0u64, Vec::new());
    let mut cell = Cell::default();
    let mut in_value = false;
    for token in tokens(sheet_text) {
        match token {
            Token::Start {
                name: "row",
                inside,
            } => {
                let said = attribute(inside, "r").and_then(|row| row.parse().ok());
                row = said.unwrap_or(row + 1);
                cells = Vec::new();
                cell.column = 0;
                count.hidden_rows += usize::from(is_on(inside, "hidden"));
            }
            Token::Start {
                name: "col",
                inside,
            } if is_on(inside, "hidden") => {
                let edge =
                    |name| attribute(inside, name).and_then(|edge| edge.parse::<usize>().ok());
                let (first, last) = (edge("min").unwrap_or(1), edge("max").unwrap_or(1));
                // Hidden to the end of the sheet is empty paper.
                count.hidden_columns += if last >= 16_384 {
                    0
                } else {
                    (last + 1).saturating_sub(first)
                };
            }
            Token::Start {
                name: "mergeCell", ..
            } => count.merged += 1,
            Token::Start { name: "c", inside } => {
                let said = attribute(inside, "r").and_then(|at| column(&at));
                cell = Cell {
                    column: said.unwrap_or(cell.column + 1),
                    kind: attribute(inside, "t").unwrap_or_default(),
                    style: attribute(inside, "s")
                        .and_then(|style| style.parse().ok())
                        .unwrap_or(0),
                    ..Cell::default()
                };
            }
            Token::Start { name: "f", .. } => cell.formula = true,
            Token::Start {
                name: "v" | "t", ..
            } => in_value = true,
            Token::End { name: "v" | "t" } => in_value = false,
            Token::Text(words) if in_value => cell.value.get_or_insert_default().push_str(&words),
            Token::End { name: "c" } => {
                if cell.formula && cell.value.is_none() {
                    count.uncalculated += 1;
                    if count.uncalculated == 1 {
                        count.first = format!("{}{row}", letters(cell.column));
                    }
                }
                count.errors += usize::from(cell.kind == "e");
                let value = shared.meaning(&cell);
                // An end without a beginning is of no cell.
                if cell.column > limits.columns {
                    count.wide += usize::from(!value.is_empty());
                } else if cell.column > 0 && !value.is_empty() {
                    if cells.len() < cell.column {
                        cells.resize(cell.column, String::new());
                    }
                    cells[cell.column - 1] = value;
                }
            }
            Token::End { name: "row" } => {
                sheet.take(row, std::mem::take(&mut cells), limits, &mut count);
            }
            Token::Start { .. } | Token::End { .. } | Token::Text(_) => {}
        }
    }
    sheet.take(row, cells, limits, &mut count);
    sheet.say(count, limits);
}

impl Shared {
    /// What a cell says.
    fn meaning(&self, cell: &Cell) -> String {
        let value = cell.value.as_deref().unwrap_or_default();
        match cell.kind.as_str() {
            "s" => {
                let place = value.trim().parse::<usize>().ok();
                place
                    .and_then(|place| self.strings.get(place))
                    .cloned()
                    .unwrap_or_default()
            }
            "b" => if value.trim() == "1" { "true" } else { "false" }.to_owned(),
            "str" | "inlineStr" | "e" | "d" => value.to_owned(),
            _ if self.kinds.get(cell.style) == Some(&Kind::Day) => {
                day(value, self.from_1904).unwrap_or_else(|| number(value))
            }
            _ => number(value),
        }
    }
}

fn is_on(inside: &str, name: &str) -> bool {
    matches!(attribute(inside, name).as_deref(), Some("1" | "true"))
}

/// The column of a cell, from 1, by its address: `AB12` is 28.
fn column(address: &str) -> Option<usize> {
    let letters = address.bytes().take_while(u8::is_ascii_alphabetic);
    let column = letters.take(4).fold(0usize, |column, letter| {
        column * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1
    });
    (column > 0).then_some(column)
}

/// The letters of a column.
fn letters(mut column: usize) -> String {
    let mut letters = Vec::new();
    while column > 0 {
        column -= 1;
        letters.push(char::from(b'A' + (column % 26) as u8));
        column /= 26;
    }
    letters.iter().rev().collect()
}

/// A day, or a day and a time, in ISO 8601; a time alone for less than a day. The calendar of 1900 has a 29 February that never was, so
/// that its numbers below 60 are a day short (ISO/IEC 29500-1 section 18.17.4.1).
fn day(written: &str, from_1904: bool) -> Option<String> {
    let serial: f64 = written.trim().parse().ok()?;
    if !(0.0..=2_958_466.0).contains(&serial) {
        return None;
    }
    // 25,569 days from 30 December 1899 to 1970, 24,107 from 1 January 1904.
    let epoch = if from_1904 { 24_107.0 } else { 25_569.0 };
    let shift = if !from_1904 && serial < 60.0 {
        1.0
    } else {
        0.0
    };
    let seconds = ((serial + shift - epoch) * 86_400.0).round();
    let moment = moment::of_unix(seconds as i64)?;
    let (day, time) = moment.trim_end_matches('Z').split_once('T')?;
    Some(match (serial < 1.0, time) {
        (true, time) => time.to_owned(),
        (false, "00:00:00") => day.to_owned(),
        (false, time) => format!("{day}T{time}"),
    })
}
