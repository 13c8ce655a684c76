//! The text of a document as it is put together, with what is flagged in it.

use crate::{
    limits::Limits,
    problem::{Finding, Problem},
    reading::{Fact, Flag, FlagCode, Reading},
};

/// A text being put together.
#[derive(Debug)]
pub(crate) struct Page {
    text: String,
    characters: usize,
    /// What comes before the next character: breaks are written once there is something behind them.
    waiting: &'static str,
    /// Nothing was written since the last cell began.
    empty_cell: bool,
    limit: usize,
    full: bool,
    open: Vec<(FlagCode, usize, String)>,
    pub(crate) flags: Vec<Flag>,
    pub(crate) facts: Vec<Fact>,
    pub(crate) problems: Vec<Problem>,
    pub(crate) title: Option<String>,
    pub(crate) language: Option<String>,
}

/// Flags of one document. Chosen by us: a book with a change in every line stays below.
const FLAGS: usize = 100_000;

impl Page {
    pub(crate) fn new(limits: &Limits) -> Self {
        Self {
            text: String::new(),
            characters: 0,
            waiting: "",
            empty_cell: false,
            limit: limits.text,
            full: false,
            open: Vec::new(),
            flags: Vec::new(),
            facts: Vec::new(),
            problems: Vec::new(),
            title: None,
            language: None,
        }
    }

    /// Writes `text`, controls left out.
    pub(crate) fn write(&mut self, text: &str) {
        if text.is_empty() || self.full {
            return;
        }
        if !self.text.is_empty() {
            let waiting = std::mem::take(&mut self.waiting);
            self.put(waiting);
        }
        self.waiting = "";
        self.empty_cell = false;
        self.put(text);
    }

    fn put(&mut self, text: &str) {
        if self.text.len() + text.len() > self.limit {
            self.full = true;
            return;
        }
        let kept = text
            .chars()
            .filter(|c| !c.is_control() || matches!(c, '\t' | '\n'));
        let before = self.text.len();
        self.text.extend(kept);
        self.characters += self.text[before..].chars().count();
    }

    /// Ends a paragraph, a line or a cell; the strongest of those that meet counts.
    pub(crate) fn end(&mut self, with: &'static str) {
        if with.len() > self.waiting.len() || self.waiting == "\t" {
            self.waiting = with;
        }
    }

    /// Begins a cell.
    pub(crate) fn begin_cell(&mut self) {
        self.empty_cell = true;
    }

    /// Ends a cell: the break behind its last paragraph becomes its border; if nothing is in it, what comes before it stays.
    pub(crate) fn cell(&mut self) {
        if self.empty_cell && !self.text.is_empty() {
            let waiting = std::mem::take(&mut self.waiting);
            self.put(waiting);
        }
        self.empty_cell = true;
        self.waiting = "\t";
    }

    /// Ends a paragraph in a cell; one with nothing in it is the cell's own.
    pub(crate) fn end_in_cell(&mut self) {
        if !self.empty_cell {
            self.end("\n");
        }
    }

    /// Where the next character will stand.
    pub(crate) fn place(&self) -> usize {
        let waiting = if self.text.is_empty() {
            0
        } else {
            self.waiting.len()
        };
        self.characters + waiting
    }

    /// Begins a stretch that is flagged.
    pub(crate) fn begin(&mut self, code: FlagCode) {
        let place = self.place();
        self.open.push((code, place, String::new()));
    }

    /// Ends the last stretch of this code.
    pub(crate) fn finish(&mut self, code: FlagCode) {
        let Some(last) = self.open.iter().rposition(|(open, ..)| *open == code) else {
            return;
        };
        let (_, start, _) = self.open.remove(last);
        if start < self.characters {
            let note = self.since(start);
            self.flag(code, note, Some((start, self.characters)));
        }
    }

    /// What was written since `start`.
    pub(crate) fn since(&self, start: usize) -> String {
        let characters = self.characters.saturating_sub(start);
        let back = self
            .text
            .char_indices()
            .rev()
            .nth(characters.saturating_sub(1));
        let place = back
            .filter(|_| characters > 0)
            .map_or(self.text.len(), |(place, _)| place);
        self.text[place..].to_owned()
    }

    pub(crate) fn flag(&mut self, code: FlagCode, note: String, at: Option<(usize, usize)>) {
        if self.flags.len() < FLAGS {
            self.flags.push(Flag {
                code,
                note,
                start: at.map(|(start, _)| start),
                end: at.map(|(_, end)| end),
            });
        }
    }

    /// Adds that something is there so many times, if it is.
    pub(crate) fn count(&mut self, finding: Finding, count: usize) {
        if count > 0 {
            self.problems.push(finding.with("count", count).into());
        }
    }

    /// Hands everything over.
    pub(crate) fn give(mut self, reading: &mut Reading) {
        let of = |code: FlagCode| self.flags.iter().filter(|flag| flag.code == code).count();
        let changes = of(FlagCode::Inserted) + of(FlagCode::Deleted);
        let (notes, hidden) = (of(FlagCode::Comment), of(FlagCode::HiddenText));
        let letters = self
            .flags
            .iter()
            .filter(|flag| flag.code == FlagCode::HiddenText);
        let letters: usize = letters.map(|flag| flag.note.chars().count()).sum();
        self.count(Finding::flag("tracked-changes"), changes);
        self.count(Finding::flag("comments"), notes);
        self.count(
            Finding::flag("hidden-text"),
            if hidden > 0 { letters } else { 0 },
        );
        if self.full {
            let (size, limit) = (self.text.len(), self.limit);
            self.problems.push(Problem::TextTooLong { size, limit });
        }
        reading.text = self.text;
        reading.flags = self.flags;
        reading.facts = self.facts;
        reading.problems = self.problems;
    }
}
