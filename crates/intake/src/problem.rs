//! What a reader could not take, as facts: a code, where, and how much. The words for people are made elsewhere.

use serde::{Deserialize, Serialize};

use crate::word::{self, Word};

/// Something wrong or remarkable in a file of a kind of its own: a damaged entry of a ZIP, a script in a PDF.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// A stable word for it, of `docs/formats/reading.md`.
    #[serde(deserialize_with = "word::kept")]
    pub code: Word,
    /// `true` when something of the file could not be read because of it.
    pub loses: bool,
    /// What fills the holes of its message, by name.
    #[serde(deserialize_with = "word::kept_pairs")]
    pub facts: Vec<(Word, String)>,
}

impl Finding {
    /// Something that a reader should know; all was read.
    pub fn flag(code: &'static str) -> Self {
        Self {
            code,
            loses: false,
            facts: Vec::new(),
        }
    }

    /// Something that could not be read.
    pub fn loss(code: &'static str) -> Self {
        Self {
            loses: true,
            ..Self::flag(code)
        }
    }

    /// The same with the fact `name`.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.facts.push((name, value.to_string()));
        self
    }
}

impl From<Finding> for Problem {
    fn from(finding: Finding) -> Self {
        Self::Finding(finding)
    }
}

/// Something in a file that was not as it should be. Rows and columns count from 1, bytes from 0.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Problem {
    /// The file is larger than `Limits::bytes` and was not read.
    FileTooLarge {
        /// Its size in bytes.
        size: usize,
        /// The bound.
        limit: usize,
    },
    /// What only files of one kind can have.
    Finding(Finding),
    /// The document's text is longer than `Limits::text`; the rest was not read.
    TextTooLong {
        /// Length in bytes of UTF-8, as far as it is known.
        size: usize,
        /// The bound.
        limit: usize,
    },
    /// Elements or quotations are nested deeper than `Limits::depth`; the structure below was ignored, the text was kept.
    TooDeep {
        /// The bound.
        limit: usize,
    },
    /// Bytes that mean nothing in the encoding; each stands as U+FFFD in the text.
    ReplacedBytes {
        /// How many replacement characters were written.
        count: usize,
        /// Offset of the first such byte.
        first_byte: usize,
    },
    /// The encoding that the file or its sender declares is not the one it is written in.
    DeclaredEncodingWrong {
        /// As declared.
        declared: String,
        /// As found.
        #[serde(deserialize_with = "word::kept")]
        found: Word,
    },
    /// The declared encoding has no such name in the WHATWG Encoding Standard.
    DeclaredEncodingUnknown {
        /// As declared.
        declared: String,
    },
    /// No encoding could be proven; this one was guessed from the letters.
    EncodingGuessed {
        /// The guess.
        #[serde(deserialize_with = "word::kept")]
        found: Word,
    },
    /// NUL characters in the text; they are kept.
    NulCharacters {
        /// How many.
        count: usize,
        /// Offset of the first one in the text, in bytes of UTF-8.
        first_byte: usize,
    },
    /// A row with another number of cells than the header; not taken.
    RaggedRow {
        /// Row.
        row: u64,
        /// Cells in the header.
        expected: usize,
        /// Cells in this row.
        found: usize,
        /// The row as it stands in the file.
        raw: String,
    },
    /// A quotation mark opens a cell and none closes it; the row was not taken and reading went on with the next line.
    UnclosedQuote {
        /// Row.
        row: u64,
        /// Column of the cell.
        column: usize,
        /// The line in which the cell opens.
        raw: String,
    },
    /// Text between the closing quotation mark of a cell and the next delimiter; the row was not taken.
    TextAfterQuote {
        /// Row.
        row: u64,
        /// Column of the cell.
        column: usize,
        /// The row as it stands in the file.
        raw: String,
    },
    /// A cell longer than `Limits::cell`; the row was not taken.
    CellTooLong {
        /// Row.
        row: u64,
        /// Column.
        column: usize,
        /// Length in bytes of UTF-8.
        size: usize,
        /// The bound.
        limit: usize,
    },
    /// More columns than `Limits::columns`; the row was not taken, or no row when it is the header.
    TooManyColumns {
        /// Row.
        row: u64,
        /// Cells found.
        found: usize,
        /// The bound.
        limit: usize,
    },
    /// More rows than `Limits::rows`; those from `first_row` on were not taken.
    TooManyRows {
        /// First row not taken.
        first_row: u64,
        /// How many were not taken.
        count: u64,
        /// The bound.
        limit: usize,
    },
    /// Two columns with one header; the second is called `header#2`.
    DuplicateHeader {
        /// Column of the second one.
        column: usize,
        /// The header as it stands.
        header: String,
        /// What the column is called here.
        called: String,
    },
    /// A column without a header; it is called `#` and its number.
    EmptyHeader {
        /// Column.
        column: usize,
    },
    /// There is no header, and so no table.
    NoHeader,
}

impl Problem {
    /// A stable word for it, for JSON and for translation.
    pub fn code(&self) -> &'static str {
        match self {
            Self::FileTooLarge { .. } => "file-too-large",
            Self::TextTooLong { .. } => "text-too-long",
            Self::TooDeep { .. } => "too-deep",
            Self::ReplacedBytes { .. } => "replaced-bytes",
            Self::DeclaredEncodingWrong { .. } => "declared-encoding-wrong",
            Self::DeclaredEncodingUnknown { .. } => "declared-encoding-unknown",
            Self::EncodingGuessed { .. } => "encoding-guessed",
            Self::NulCharacters { .. } => "nul-characters",
            Self::RaggedRow { .. } => "ragged-row",
            Self::UnclosedQuote { .. } => "unclosed-quote",
            Self::TextAfterQuote { .. } => "text-after-quote",
            Self::CellTooLong { .. } => "cell-too-long",
            Self::TooManyColumns { .. } => "too-many-columns",
            Self::TooManyRows { .. } => "too-many-rows",
            Self::DuplicateHeader { .. } => "duplicate-header",
            Self::EmptyHeader { .. } => "empty-header",
            Self::NoHeader => "no-header",
            Self::Finding(finding) => finding.code,
        }
    }

    /// The row it is in, from 1 as a spreadsheet shows it; `None` when it is not about a row.
    pub fn row(&self) -> Option<u64> {
        match self {
            Self::RaggedRow { row, .. }
            | Self::UnclosedQuote { row, .. }
            | Self::TextAfterQuote { row, .. }
            | Self::CellTooLong { row, .. }
            | Self::TooManyColumns { row, .. }
            | Self::TooManyRows { first_row: row, .. } => Some(*row),
            _ => None,
        }
    }

    /// The column it is in, from 1; for a ragged row the first that is missing or too many. `None` when it is not about a column.
    pub fn column(&self) -> Option<usize> {
        match self {
            Self::RaggedRow {
                expected, found, ..
            } => Some(expected.min(found) + 1),
            Self::TooManyColumns { limit, .. } => Some(limit + 1),
            Self::UnclosedQuote { column, .. }
            | Self::TextAfterQuote { column, .. }
            | Self::CellTooLong { column, .. }
            | Self::DuplicateHeader { column, .. }
            | Self::EmptyHeader { column } => Some(*column),
            _ => None,
        }
    }

    /// `true` when a row of the table was not taken because of it.
    pub fn loses_row(&self) -> bool {
        self.row().is_some()
    }
}
