//! A person's decision, and what a machine proposes before one. Reversible by another decision, never erased.

use crate::{
    claim::Claim,
    id::{ClaimId, EvidenceNumber, RecordId, SourceId},
    region::Region,
};

/// A person's decision about records, claims, items or sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// What was decided.
    pub decision: Decision,
    /// What it is about; `Same` and `Different` take exactly two records.
    pub subjects: Vec<Subject>,
    /// Who decided.
    pub by: String,
    /// Why, in words.
    pub reason: String,
}

/// What can be decided. A later decision on the same subjects replaces an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Decision {
    /// The two records are one person, place, group or event.
    Same,
    /// They are two.
    Different,
    /// Neither: an earlier `Same` or `Different` is taken back.
    Undecided,
    /// The suggestion becomes a claim.
    Accept,
    /// The suggestion or claim is set aside; it stays in the ledger.
    Reject,
    /// May be shown to all.
    Publish,
    /// Is shown to readers with rights only; the public sees a gap.
    Restrict,
    /// Is shown to custodians only.
    Hide,
}

/// What a judgement is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A record.
    Record(RecordId),
    /// A claim.
    Claim(ClaimId),
    /// An item.
    Item(EvidenceNumber),
    /// A source.
    Source(SourceId),
    /// A part of a page of an item: `Hide` and `Restrict` cover it, `Publish` uncovers it.
    Region(Region),
}

/// What a machine, or a person without the right to decide, proposes. Never a claim until accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What is proposed.
    pub proposal: Proposal,
    /// Who or what proposes, with its version.
    pub by: String,
    /// On what grounds, in words.
    pub basis: String,
}

/// What is proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proposal {
    /// The two records may be one.
    Same(RecordId, RecordId),
    /// The two look alike but are held to be two.
    Different(RecordId, RecordId),
    /// The claim may be read in its citation.
    Claim(Box<Claim>),
}

impl Decision {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Same,
        Self::Different,
        Self::Undecided,
        Self::Accept,
        Self::Reject,
        Self::Publish,
        Self::Restrict,
        Self::Hide,
    ];

    /// The word for it in files and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Different => "different",
            Self::Undecided => "undecided",
            Self::Accept => "accept",
            Self::Reject => "reject",
            Self::Publish => "publish",
            Self::Restrict => "restrict",
            Self::Hide => "hide",
        }
    }

    /// The decision called `word` in files and JSON.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|decision| decision.as_str() == word)
    }
}
