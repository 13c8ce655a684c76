//! One sourced assertion, with the chain of voices through which it reached us.

use crate::{
    access::Access,
    id::{EvidenceNumber, RecordId, SourceId},
    term::Term,
    value::Value,
};

/// One sourced assertion: about · property · value · qualifiers · citation · attributed to · certainty · access.
///
/// Its identifier is computed from its canonical bytes (`wire::v1::claim_id`), so the same assertion read twice is one claim.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Claim {
    /// The record that the claim is about.
    pub about: RecordId,
    /// What is said of it, such as `name` or `died`.
    pub property: Term,
    /// What the value is.
    pub value: Value,
    /// What narrows the claim (`from`, `scope`, `place` …), sorted by property then value when written.
    pub qualifiers: Vec<Qualifier>,
    /// Where this can be read.
    pub citation: Citation,
    /// Who says it, outermost speaker last: `said by` the person quoted, `reported by` each voice in between.
    /// Empty when the source itself says it.
    pub attribution: Vec<Voice>,
    /// How sure the archivist is that the source says so, and what the source says of its own certainty.
    pub certainty: Certainty,
    /// How far the claim may be shown.
    pub access: Access,
}

/// What narrows a claim.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Qualifier {
    /// Which narrowing.
    pub property: Term,
    /// Its value.
    pub value: Value,
}

/// Where a claim can be read: in what we hold, and in what its source calls it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Citation {
    /// The item in the vault in which the claim was read; `None` when no item is held.
    pub item: Option<EvidenceNumber>,
    /// Where in that item.
    pub locator: Option<Locator>,
    /// The source that makes the claim.
    pub source: Option<SourceId>,
    /// Where in the source, in the source's own terms ("para 3", "list, no. 2").
    pub place_in_source: Option<String>,
}

/// A place inside an item.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Locator {
    /// A page, counted from 1, and a box on it in thousandths of page width and height (left, top, right, bottom).
    Page {
        /// Page, from 1.
        page: u32,
        /// Box on the page; `None` for the whole page.
        area: Option<[u16; 4]>,
    },
    /// Unicode scalar values of the item's text, from 0, end exclusive.
    Text {
        /// First character.
        start: u64,
        /// After the last character.
        end: u64,
    },
    /// A row (counted from 1, the header being row 1) of a table, and a column by its header; `None` for the whole row.
    Cell {
        /// Row, from 1, as a spreadsheet shows it.
        row: u64,
        /// Column header.
        column: Option<String>,
    },
    /// Milliseconds from the start of a recording, end exclusive.
    Time {
        /// First millisecond.
        start_ms: u64,
        /// After the last millisecond.
        end_ms: u64,
    },
}

/// One voice in the chain through which a claim reached us.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Voice {
    /// What the voice did.
    pub role: VoiceRole,
    /// Whose voice it is.
    pub who: Who,
}

/// What a voice did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum VoiceRole {
    /// Said it.
    SaidBy,
    /// Passed on what another said.
    ReportedBy,
}

/// Whose voice.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    /// A person or group in the archive.
    Record(RecordId),
    /// A source in the archive.
    Source(SourceId),
    /// Somebody named in words only.
    Named(String),
}

/// How sure, in a word and in the words of the source.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Certainty {
    /// A term of the vocabulary `certainty`: `stated`, `unchecked`, `inferred` …
    pub term: Term,
    /// The source's own words on it ("alleged by JVMI").
    pub note: Option<String>,
}

impl VoiceRole {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::SaidBy, Self::ReportedBy];

    /// The word for it in files and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SaidBy => "said-by",
            Self::ReportedBy => "reported-by",
        }
    }

    /// The role called `word` in files and JSON.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == word)
    }
}
