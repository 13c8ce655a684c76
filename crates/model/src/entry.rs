//! One line of the ledger: public facts only. What could harm a person lies in the payloads it commits to.

use std::collections::BTreeMap;

use proof::digest::Digest;

/// Seconds since 1970-01-01T00:00:00Z, written `2026-11-24T10:00:00Z`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(pub i64);

/// An entry: type, time, actor, counts, commitments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What happened.
    pub kind: EntryKind,
    /// When, by the clock of the machine that wrote it.
    pub time: Timestamp,
    /// Who did it, as the archive names its people.
    pub actor: String,
    /// How many of what ("claims": 8). Public, so never a count from which something hidden follows.
    pub counts: BTreeMap<String, u64>,
    /// Commitments to the payloads, in order (`proof::commitment`).
    pub commitments: Vec<Digest>,
    /// For `PayloadsErased`: the commitments whose payloads are gone. Empty otherwise.
    pub erases: Vec<Digest>,
    /// For `PayloadsErased`: why, a term of the vocabulary `erasure-reason`. Public.
    pub reason: Option<crate::term::Term>,
}

/// What an entry records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryKind {
    /// The archive was made. Entry 0, and only entry 0.
    ArchiveCreated,
    /// A source was described, or described anew.
    SourceDescribed,
    /// An item came in.
    ItemAdded,
    /// Claims were recorded.
    ClaimsRecorded,
    /// A machine proposed something.
    SuggestionMade,
    /// A person decided something.
    JudgementMade,
    /// The exhibition was arranged.
    ExhibitionArranged,
    /// Payloads were destroyed for good.
    PayloadsErased,
}
