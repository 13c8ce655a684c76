//! The records of a table one by one, with what is wrong with each (RFC 4180, read leniently and reported strictly).

use crate::limits::Limits;

/// What is wrong with a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// Its quotation mark is never closed.
    Unclosed,
    /// Something follows its closing quotation mark.
    TextAfterQuote,
    /// It is longer than the limit.
    TooLong {
        /// Length in bytes.
        size: usize,
    },
}

/// One record, good or bad.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Record {
    /// Its number in the file, from 1; blank lines count.
    pub(super) number: u64,
    /// Its cells, as many as the limit of columns lets in.
    pub(super) cells: Vec<String>,
    /// How many cells it has.
    pub(super) count: usize,
    /// The first cell that is wrong, by column from 1, and how.
    pub(super) fault: Option<(usize, Fault)>,
    start: usize,
    end: usize,
}

impl Record {
    /// A line with nothing on it.
    pub(super) fn is_blank(&self) -> bool {
        self.start == self.end
    }

    /// The record as it stands in the file, without its line break.
    pub(super) fn raw(&self, text: &str) -> String {
        text[self.start..self.end].to_owned()
    }
}

/// The records of a text.
#[derive(Debug)]
pub(super) struct Records<'a> {
    text: &'a str,
    delimiter: u8,
    columns: usize,
    longest: usize,
    place: usize,
    number: u64,
}

impl<'a> Records<'a> {
    /// `delimiter` is an ASCII character.
    pub(super) fn new(text: &'a str, delimiter: char, limits: &Limits) -> Self {
        Self {
            text,
            delimiter: delimiter as u8,
            columns: limits.columns,
            longest: limits.cell,
            place: 0,
            number: 0,
        }
    }

    fn byte(&self, place: usize) -> Option<u8> {
        self.text.as_bytes().get(place).copied()
    }

    fn is_end_of_cell(&self, place: usize) -> bool {
        self.byte(place)
            .is_none_or(|byte| byte == self.delimiter || byte == b'\n' || byte == b'\r')
    }

    /// First place from `from` on that ends an unquoted cell.
    fn end_of_cell(&self, from: usize) -> usize {
        (from..self.text.len())
            .find(|place| self.is_end_of_cell(*place))
            .unwrap_or(self.text.len())
    }

    /// First place from `from` on that ends a line.
    fn end_of_line(&self, from: usize) -> usize {
        self.text[from..]
            .find(['\n', '\r'])
            .map_or(self.text.len(), |place| from + place)
    }

    /// Reads the quoted cell whose opening mark stands at `open`: its text and the place after its closing mark.
    /// `None` when no mark closes it.
    fn quoted(&self, open: usize) -> Option<(String, usize)> {
        let mut cell = String::new();
        let mut from = open + 1;
        loop {
            let mark = from + self.text[from..].find('"')?;
            cell.push_str(&self.text[from..mark]);
            if self.byte(mark + 1) != Some(b'"') {
                return Some((cell, mark + 1));
            }
            cell.push('"');
            from = mark + 2;
        }
    }

    /// Steps over one line break: CR LF, LF or CR.
    fn over_line_break(&self, place: usize) -> usize {
        match (self.byte(place), self.byte(place + 1)) {
            (Some(b'\r'), Some(b'\n')) => place + 2,
            (Some(_), _) => place + 1,
            (None, _) => place,
        }
    }
}

impl Iterator for Records<'_> {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        if self.place >= self.text.len() {
            return None;
        }
        self.number += 1;
        let start = self.place;
        let mut record = Record {
            number: self.number,
            cells: Vec::new(),
            count: 0,
            fault: None,
            start,
            end: start,
        };
        let mut place = start;
        loop {
            let column = record.count + 1;
            let (cell, end, fault) = if self.byte(place) == Some(b'"') {
                let Some((cell, after)) = self.quoted(place) else {
                    record.fault = Some((column, Fault::Unclosed));
                    record.count = column;
                    record.end = self.end_of_line(place);
                    break;
                };
                let end = self.end_of_cell(after);
                (cell, end, (end > after).then_some(Fault::TextAfterQuote))
            } else {
                let end = self.end_of_cell(place);
                (self.text[place..end].to_owned(), end, None)
            };
            let too_long =
                (cell.len() > self.longest).then_some(Fault::TooLong { size: cell.len() });
            if let (None, Some(fault)) = (record.fault, too_long.or(fault)) {
                record.fault = Some((column, fault));
            }
            record.count = column;
            if record.cells.len() < self.columns {
                record.cells.push(cell);
            }
            record.end = end;
            if self.byte(end) != Some(self.delimiter) {
                break;
            }
            place = end + 1;
        }
        self.place = self.over_line_break(record.end);
        Some(record)
    }
}
