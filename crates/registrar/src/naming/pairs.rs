//! Lines of pairs, chunk by chunk. Cells are what stands between tabs; quotation marks mean nothing, since names have them.

use std::{
    borrow::Cow,
    io::{BufRead, BufReader, Read},
    path::{Path, PathBuf},
};

use crate::{
    error::{Error, Result},
    linking::{Trouble, Troubles},
    stream,
};

/// Longest line that is kept, in bytes. What is longer is no pair of names; its beginning is kept.
const LONGEST: usize = 1 << 20;

/// Bytes asked of the source at once.
const BLOCK: usize = 256 << 10;

/// Some lines, as they stand in the file, without their ends.
pub(super) struct Chunk {
    text: Vec<u8>,
    ends: Vec<(usize, bool)>,
}

/// A line, and the pair in it; no pair when it is not to be scored.
pub(super) struct Row<'c> {
    pub(super) line: &'c [u8],
    pub(super) pair: Option<(Cow<'c, str>, Cow<'c, str>)>,
}

impl Chunk {
    /// Bytes of all its lines.
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        let mut begin = 0;
        self.ends.iter().map(move |(end, is_pair)| {
            let line = &self.text[begin..*end];
            begin = *end;
            let pair = if *is_pair { cells(line) } else { None };
            Row { line, pair }
        })
    }
}

/// The first two cells of a line.
fn cells(line: &[u8]) -> Option<(Cow<'_, str>, Cow<'_, str>)> {
    let mut cells = line.split(|byte| *byte == b'\t');
    let (left, right) = (cells.next()?, cells.next()?);
    Some((
        String::from_utf8_lossy(left),
        String::from_utf8_lossy(right),
    ))
}

/// A file of pairs.
pub(super) struct Pairs {
    source: BufReader<Box<dyn Read + Send>>,
    path: PathBuf,
    header: Option<Vec<u8>>,
    /// The first line, when it is no header.
    waiting: Option<Vec<u8>>,
    number: u64,
    rows: u64,
    pairs: u64,
    troubles: Troubles,
}

impl Pairs {
    /// Opens a file. Its first line is a header if its first cells are `left` and `right`.
    pub(super) fn open(path: &Path) -> Result<Self> {
        let mut pairs = Self {
            source: BufReader::with_capacity(BLOCK, stream::open(path)?),
            path: path.to_path_buf(),
            header: None,
            waiting: None,
            number: 0,
            rows: 0,
            pairs: 0,
            troubles: Troubles::new(path),
        };
        let mut first = Vec::new();
        if pairs.line(&mut first)?.is_some() {
            if first.starts_with("\u{feff}".as_bytes()) {
                first.drain(..3);
            }
            let is_header = cells(&first).is_some_and(|(left, right)| {
                left.trim().eq_ignore_ascii_case("left")
                    && right.trim().eq_ignore_ascii_case("right")
            });
            if is_header {
                pairs.number = 1;
                pairs.header = Some(first);
            } else {
                pairs.waiting = Some(first);
            }
        }
        Ok(pairs)
    }

    pub(super) fn header(&self) -> Option<&[u8]> {
        self.header.as_deref()
    }

    /// Rows read, pairs among them, what was wrong.
    pub(super) fn finish(self) -> (u64, u64, Vec<Trouble>) {
        (self.rows, self.pairs, self.troubles.finish())
    }

    /// The next lines, at most `most`; `None` at the end.
    pub(super) fn chunk(&mut self, most: usize) -> Result<Option<Chunk>> {
        let mut chunk = Chunk {
            text: Vec::new(),
            ends: Vec::new(),
        };
        while chunk.ends.len() < most && chunk.text.len() < LONGEST * 8 {
            let begin = chunk.text.len();
            let cut = match self.waiting.take() {
                Some(first) => {
                    chunk.text = first;
                    false
                }
                None => match self.line(&mut chunk.text)? {
                    Some(cut) => cut,
                    None => break,
                },
            };
            self.number += 1;
            let is_pair = self.check(&chunk.text[begin..], cut);
            chunk.ends.push((chunk.text.len(), is_pair));
        }
        Ok((!chunk.ends.is_empty()).then_some(chunk))
    }

    /// Notes what is wrong with a line. Returns whether it holds a pair.
    fn check(&mut self, line: &[u8], cut: bool) -> bool {
        if line.is_empty() {
            return false;
        }
        self.rows += 1;
        let number = Some(self.number);
        let said = || String::from_utf8_lossy(&line[..line.len().min(400)]);
        if cut {
            self.troubles
                .of_other(&self.path, number, "row-too-long", &said());
            return false;
        }
        if !line.contains(&b'\t') {
            self.troubles
                .of_other(&self.path, number, "no-pair", &said());
            return false;
        }
        if std::str::from_utf8(line).is_err() {
            self.troubles.of_damage(number, line);
        }
        self.pairs += 1;
        true
    }

    /// Reads one line without its end behind `text`: `None` at the end of the file, else whether the line was cut.
    fn line(&mut self, text: &mut Vec<u8>) -> Result<Option<bool>> {
        let broken = |source| Error::unpacking(&self.path, source);
        let begin = text.len();
        let read = self
            .source
            .by_ref()
            .take(LONGEST as u64)
            .read_until(b'\n', text)
            .map_err(broken)?;
        if read == 0 {
            return Ok(None);
        }
        let cut = text.last() != Some(&b'\n') && read == LONGEST;
        if cut {
            self.source.skip_until(b'\n').map_err(broken)?;
        }
        while text.len() > begin && text.ends_with(b"\n")
            || text.len() > begin && text.ends_with(b"\r")
        {
            text.pop();
        }
        Ok(Some(cut))
    }
}
