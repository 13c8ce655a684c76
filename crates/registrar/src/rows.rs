//! The rows of a table of any length, one by one, with what is wrong with each. The rules are those of `intake::table`
//! (docs/formats/reading.md); what is held of the table is one row and a block.

#[cfg(test)]
mod tests;

use std::{
    io::{self, Read},
    ops::Range,
    path::Path,
};

use intake::{encoding, limits::Limits, table::Delimiter};

use crate::{
    error::{Error, Result},
    stream,
};

/// Bytes asked of the source at once.
const BLOCK: usize = 256 << 10;

/// Longest row that is taken, in bytes; also how far the end of a quotation is looked for. Chosen by us: sixteen cells of the
/// longest kind.
const LONGEST_ROW: usize = 1 << 20;

/// What is wrong with a row that is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// A quotation mark is never closed; reading goes on with the next line.
    Unclosed,
    /// Something follows a closing quotation mark.
    TextAfterQuote,
    /// A cell is longer than the limit: its length in bytes.
    CellTooLong(usize),
    /// The row is longer than the limit; the rest of its line is passed over.
    RowTooLong,
}

/// A row, good or bad.
#[derive(Debug)]
pub(crate) struct Row<'r> {
    /// Its number as a spreadsheet shows it: the header is row 1, blank lines count.
    pub(crate) number: u64,
    /// Its cells.
    pub(crate) cells: Vec<&'r str>,
    /// The first cell that is wrong, from 1, and how: the row is not to be taken.
    pub(crate) fault: Option<(usize, Fault)>,
    /// Characters that stand for bytes that are no UTF-8.
    pub(crate) replaced: usize,
    /// How it begins in the file, at most 80 characters.
    pub(crate) raw: String,
}

/// The rows of a table.
pub(crate) struct Rows {
    source: Box<dyn Read + Send>,
    buffer: Vec<u8>,
    start: usize,
    ended: bool,
    delimiter: u8,
    block: usize,
    longest_row: usize,
    longest_cell: usize,
    number: u64,
    text: Vec<u8>,
    ends: Vec<usize>,
    decoded: String,
}

/// What was found of a row in the bytes at hand.
struct Found {
    /// Its end, and the beginning of the next.
    end: usize,
    next: usize,
    fault: Option<(usize, Fault)>,
}

impl Rows {
    /// Opens a table and reads its header. The separator is the one that parts the header into most cells.
    pub(crate) fn open(path: &Path) -> Result<(Self, Vec<String>)> {
        let mut rows = Self::new(stream::open(path)?);
        rows.header(path).map(|header| (rows, header))
    }

    fn new(source: Box<dyn Read + Send>) -> Self {
        Self {
            source,
            buffer: Vec::new(),
            start: 0,
            ended: false,
            delimiter: b',',
            block: BLOCK,
            longest_row: LONGEST_ROW,
            longest_cell: Limits::default().cell,
            number: 0,
            text: Vec::new(),
            ends: Vec::new(),
            decoded: String::new(),
        }
    }

    fn header(&mut self, path: &Path) -> Result<Vec<String>> {
        let broken = |source| Error::unpacking(path, source);
        while self.buffer.len() < BLOCK && !self.ended {
            self.fill().map_err(broken)?;
        }
        self.refuse_other_encodings(path)?;
        if self.buffer.starts_with("\u{feff}".as_bytes()) {
            self.buffer.drain(..3);
        }
        let beginning = (self.start, self.number);
        let mut best = (0, self.delimiter);
        // A table of one column has no separator to find; its name may tell.
        let mut candidates = Delimiter::ALL.map(|delimiter| delimiter.as_char() as u8);
        if is_tab_separated(path) {
            candidates.swap(0, 1);
        }
        for delimiter in candidates {
            self.delimiter = delimiter;
            (self.start, self.number) = beginning;
            let cells = match self.next_row().map_err(broken)? {
                Some(row) if row.fault.is_none() => row.cells.len(),
                _ => 0,
            };
            if cells > best.0 {
                best = (cells, delimiter);
            }
        }
        self.delimiter = best.1;
        (self.start, self.number) = beginning;
        let header = match self.next_row().map_err(broken)? {
            Some(row) if row.fault.is_none() => row
                .cells
                .iter()
                .map(|cell| cell.trim().to_owned())
                .collect(),
            _ => Vec::new(),
        };
        if header.iter().all(String::is_empty) {
            return Err(Error::NoHeader {
                path: path.to_path_buf(),
            });
        }
        Ok(header)
    }

    /// A table in another encoding would give names that are none, and thousands of wrong pairs of them.
    fn refuse_other_encodings(&self, path: &Path) -> Result<()> {
        let whole_lines = self
            .buffer
            .iter()
            .rposition(|byte| *byte == b'\n')
            .map_or(self.buffer.len(), |place| place + 1);
        let found = encoding::decode(&self.buffer[..whole_lines], None).encoding;
        if found == "UTF-8" {
            Ok(())
        } else {
            Err(Error::NotUtf8 {
                path: path.to_path_buf(),
                found,
            })
        }
    }

    /// The next row that is not blank; `None` at the end.
    pub(crate) fn next_row(&mut self) -> io::Result<Option<Row<'_>>> {
        loop {
            if self.start >= self.buffer.len() && !self.more()? {
                return Ok(None);
            }
            self.number += 1;
            let found = loop {
                match self.find() {
                    Some(found) => break found,
                    None if self.buffer.len() - self.start > self.longest_row => {
                        break self.pass_over()?;
                    }
                    None => {
                        self.more()?;
                    }
                }
            };
            let begin = self.start;
            self.start = found.next;
            if found.end > begin || found.fault.is_some() {
                return Ok(Some(self.row(begin..found.end, found.fault)));
            }
        }
    }

    fn row(&mut self, place: Range<usize>, fault: Option<(usize, Fault)>) -> Row<'_> {
        let damaged = match std::str::from_utf8(&self.text) {
            // Two halves of a character in neighbouring cells would make a whole one.
            Ok(text) if self.ends.iter().all(|end| text.is_char_boundary(*end)) => {
                self.decoded.clear();
                self.decoded.push_str(text);
                0
            }
            _ => self.decode_cells(),
        };
        let mut begin = 0;
        let cells = self
            .ends
            .iter()
            .map(|end| {
                let cell = &self.decoded[begin..*end];
                begin = *end;
                cell
            })
            .collect();
        let raw = if fault.is_some() {
            let shown = &self.buffer[place.start..place.end.min(place.start + 400)];
            String::from_utf8_lossy(shown).chars().take(80).collect()
        } else {
            String::new()
        };
        Row {
            number: self.number,
            cells,
            fault,
            replaced: damaged,
            raw,
        }
    }

    /// Decodes cell by cell, so that no damage reaches over into the next. Returns how many characters stand for damage.
    fn decode_cells(&mut self) -> usize {
        self.decoded.clear();
        let (mut begin, mut damaged) = (0, 0);
        for end in &mut self.ends {
            let bytes = &self.text[begin..*end];
            begin = *end;
            let text = String::from_utf8_lossy(bytes);
            damaged += text.matches('\u{fffd}').count();
            self.decoded.push_str(&text);
            *end = self.decoded.len();
        }
        damaged
    }

    /// Reads more; `false` when there is no more.
    fn more(&mut self) -> io::Result<bool> {
        if self.start > 0 {
            self.buffer.drain(..self.start);
            self.start = 0;
        }
        self.fill()
    }

    fn fill(&mut self) -> io::Result<bool> {
        let before = self.buffer.len();
        self.source
            .by_ref()
            .take(self.block as u64)
            .read_to_end(&mut self.buffer)?;
        self.ended = self.buffer.len() == before;
        Ok(!self.ended)
    }

    /// Passes over a row that is longer than any may be, up to the end of its line, holding nothing of it but its beginning.
    fn pass_over(&mut self) -> io::Result<Found> {
        self.buffer.truncate(self.start + 400);
        self.text.clear();
        self.ends.clear();
        let kept = self.buffer.len();
        loop {
            if !self.fill()? {
                break;
            }
            if let Some(place) = self.buffer[kept..].iter().position(|byte| *byte == b'\n') {
                self.buffer.drain(kept..kept + place);
                break;
            }
            self.buffer.truncate(kept);
        }
        let next = (kept + 1).min(self.buffer.len());
        Ok(Found {
            end: kept,
            next,
            fault: Some((1, Fault::RowTooLong)),
        })
    }

    fn byte(&self, place: usize) -> Option<u8> {
        self.buffer.get(place).copied()
    }

    fn is_end_of_cell(&self, byte: u8) -> bool {
        byte == self.delimiter || byte == b'\n' || byte == b'\r'
    }

    /// First place from `from` on that ends an unquoted cell; `None` when it is not at hand.
    fn end_of_cell(&self, from: usize) -> Option<usize> {
        let found = self.buffer[from..]
            .iter()
            .position(|byte| self.is_end_of_cell(*byte));
        match found {
            Some(place) => Some(from + place),
            None => self.ended.then_some(self.buffer.len()),
        }
    }

    fn end_of_line(&self, from: usize) -> Option<usize> {
        let found = self.buffer[from..]
            .iter()
            .position(|byte| matches!(byte, b'\n' | b'\r'));
        match found {
            Some(place) => Some(from + place),
            None => self.ended.then_some(self.buffer.len()),
        }
    }

    /// The row that begins at `start`; `None` when its end is not at hand.
    fn find(&mut self) -> Option<Found> {
        self.text.clear();
        self.ends.clear();
        let mut fault = None;
        let mut place = self.start;
        loop {
            let column = self.ends.len() + 1;
            let begin = self.text.len();
            let end = if self.byte(place) == Some(b'"') {
                match self.quoted(place) {
                    Quoted::Closed(after) => {
                        let end = self.end_of_cell(after)?;
                        if end > after && fault.is_none() {
                            fault = Some((column, Fault::TextAfterQuote));
                        }
                        end
                    }
                    Quoted::Open => {
                        let end = self.end_of_line(place)?;
                        return self.found(end, Some((column, Fault::Unclosed)));
                    }
                    Quoted::Unknown => return None,
                }
            } else {
                let end = self.end_of_cell(place)?;
                self.text.extend_from_slice(&self.buffer[place..end]);
                end
            };
            let size = self.text.len() - begin;
            if size > self.longest_cell && fault.is_none() {
                fault = Some((column, Fault::CellTooLong(size)));
            }
            self.ends.push(self.text.len());
            if self.byte(end) != Some(self.delimiter) {
                return self.found(end, fault);
            }
            place = end + 1;
        }
    }

    /// A row that ends at `end`, with its line break stepped over: CR LF, LF or CR.
    fn found(&self, end: usize, fault: Option<(usize, Fault)>) -> Option<Found> {
        let next = match (self.byte(end), self.byte(end + 1)) {
            (Some(b'\r'), None) if !self.ended => return None,
            (Some(b'\r'), Some(b'\n')) => end + 2,
            (Some(_), _) => end + 1,
            (None, _) => end,
        };
        Some(Found { end, next, fault })
    }

    /// Reads the quoted cell whose opening mark stands at `open` into the text of the row.
    fn quoted(&mut self, open: usize) -> Quoted {
        let mut from = open + 1;
        loop {
            let Some(length) = self.buffer[from..].iter().position(|byte| *byte == b'"') else {
                let given_up = self.ended || self.buffer.len() - self.start > self.longest_row;
                return if given_up {
                    Quoted::Open
                } else {
                    Quoted::Unknown
                };
            };
            let mark = from + length;
            self.text.extend_from_slice(&self.buffer[from..mark]);
            match self.byte(mark + 1) {
                Some(b'"') => self.text.push(b'"'),
                None if !self.ended => return Quoted::Unknown,
                _ => return Quoted::Closed(mark + 1),
            }
            from = mark + 2;
        }
    }
}

/// How a quoted cell ends.
enum Quoted {
    /// It is closed: the place after its closing mark.
    Closed(usize),
    /// No mark closes it.
    Open,
    /// Its end is not at hand.
    Unknown,
}

/// `true` when the name says that tabs separate the cells, packed or not.
fn is_tab_separated(path: &Path) -> bool {
    let name = path.to_string_lossy().to_lowercase();
    let name = name.trim_end_matches(".gz").trim_end_matches(".zst");
    name.ends_with(".tsv") || name.ends_with(".tab")
}
