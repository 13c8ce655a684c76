//! From a spelling to the lines it stands in.

use crate::key::code;

/// Spellings and their lines, sorted, in few allocations: it is built whenever a program starts to compare names.
#[derive(Debug)]
pub(super) struct Index {
    /// All spellings, one after the other.
    text: String,
    /// By number of the spelling's text, then its text.
    spellings: Vec<Spelling>,
    /// Lines of the spellings, in their order; ascending for each.
    lines: Vec<u32>,
}

#[derive(Debug)]
struct Spelling {
    code: u64,
    /// Its text is at these bytes.
    text: (u32, u32),
    /// Its lines are at these places.
    lines: (u32, u32),
}

/// A spelling in a line, on its way into an index.
struct Entry {
    code: u64,
    text: (u32, u32),
    line: u32,
}

/// What becomes an index.
#[derive(Default)]
pub(super) struct Entries {
    text: String,
    entries: Vec<Entry>,
}

impl Entries {
    /// Takes up a spelling in its lookup form. Those without a letter are left out.
    pub(super) fn add(&mut self, form: &str, line: u32) {
        let Some(code) = code(form) else { return };
        let start = self.text.len() as u32;
        self.text.push_str(form);
        self.entries.push(Entry {
            code,
            text: (start, self.text.len() as u32),
            line,
        });
    }

    pub(super) fn index(self) -> Index {
        let Self { text, mut entries } = self;
        let of = |at: (u32, u32)| &text[at.0 as usize..at.1 as usize];
        entries.sort_unstable_by(|left, right| {
            (left.code, of(left.text), left.line).cmp(&(right.code, of(right.text), right.line))
        });
        let mut spellings: Vec<Spelling> = Vec::with_capacity(entries.len());
        let mut lines: Vec<u32> = Vec::with_capacity(entries.len());
        for entry in &entries {
            match spellings.last_mut() {
                Some(last) if last.code == entry.code && of(last.text) == of(entry.text) => {
                    // Two spellings of a line may be one when folded.
                    if lines.last() != Some(&entry.line) {
                        lines.push(entry.line);
                        last.lines.1 += 1;
                    }
                }
                _ => {
                    let start = lines.len() as u32;
                    lines.push(entry.line);
                    spellings.push(Spelling {
                        code: entry.code,
                        text: entry.text,
                        lines: (start, start + 1),
                    });
                }
            }
        }
        Index {
            text,
            spellings,
            lines,
        }
    }
}

impl Index {
    /// The lines of a spelling in its lookup form, ascending; none for one that is not there.
    pub(super) fn find(&self, form: &str) -> &[u32] {
        let Some(code) = code(form) else { return &[] };
        let first = self
            .spellings
            .partition_point(|spelling| spelling.code < code);
        self.spellings[first..]
            .iter()
            .take_while(|spelling| spelling.code == code)
            .find(|spelling| &self.text[spelling.text.0 as usize..spelling.text.1 as usize] == form)
            .map_or(&[], |spelling| {
                &self.lines[spelling.lines.0 as usize..spelling.lines.1 as usize]
            })
    }
}
