//! One line of the ledger: public facts only. What could harm a person lies in the payloads it commits to.

use std::{collections::BTreeMap, fmt};

use proof::digest::Digest;

use crate::date::{Calendar, CivilDay, Day};

#[cfg(test)]
mod tests;

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
    /// An exhibition was released as it was written.
    ReleasePublished,
}

impl EntryKind {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::ArchiveCreated,
        Self::SourceDescribed,
        Self::ItemAdded,
        Self::ClaimsRecorded,
        Self::SuggestionMade,
        Self::JudgementMade,
        Self::ExhibitionArranged,
        Self::PayloadsErased,
        Self::ReleasePublished,
    ];

    /// The word for it in files and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ArchiveCreated => "archive-created",
            Self::SourceDescribed => "source-described",
            Self::ItemAdded => "item-added",
            Self::ClaimsRecorded => "claims-recorded",
            Self::SuggestionMade => "suggestion-made",
            Self::JudgementMade => "judgement-made",
            Self::ExhibitionArranged => "exhibition-arranged",
            Self::PayloadsErased => "payloads-erased",
            Self::ReleasePublished => "release-published",
        }
    }

    /// The kind called `word` in files and JSON.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// Why a text is not a time.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not a time such as `2026-11-24T10:00:00Z`")]
pub struct TimestampError {
    /// The text as given.
    pub text: String,
}

const DAY_SECONDS: i64 = 86_400;

/// 1 January 1970, counted in rata die.
const EPOCH: i64 = 719_163;

impl Timestamp {
    /// Reads RFC 3339 in UTC with whole seconds, as `Display` writes it. A leap second (`:60`) is refused: POSIX time has none.
    pub fn parse(text: &str) -> Result<Self, TimestampError> {
        read_time(text).ok_or_else(|| TimestampError {
            text: text.to_owned(),
        })
    }

    /// The day it lies in, by UTC.
    pub fn day(self) -> Day {
        Day(self.0.div_euclid(DAY_SECONDS) + EPOCH)
    }
}

fn read_time(text: &str) -> Option<Timestamp> {
    let form = b"dddd-dd-ddTdd:dd:ddZ";
    let fits = text.len() == form.len()
        && text.bytes().zip(form).all(|(byte, kind)| match kind {
            b'd' => byte.is_ascii_digit(),
            _ => byte == *kind,
        });
    if !fits {
        return None;
    }
    let number = |range: std::ops::Range<usize>| text[range].parse::<i64>().ok();
    let (hour, minute, second) = (number(11..13)?, number(14..16)?, number(17..19)?);
    let day = CivilDay {
        year: text[..4].parse().ok()?,
        month: text[5..7].parse().ok()?,
        day: text[8..10].parse().ok()?,
    }
    .day(Calendar::Gregorian)?;
    (hour < 24 && minute < 60 && second < 60).then_some(Timestamp(
        (day.0 - EPOCH) * DAY_SECONDS + hour * 3600 + minute * 60 + second,
    ))
}

/// RFC 3339 in UTC. Outside the years 0 to 9999 RFC 3339 has no form; the year is then written with its sign or with more
/// digits, and such a text is not read back.
impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let CivilDay { year, month, day } = self.day().to(Calendar::Gregorian);
        let second = self.0.rem_euclid(DAY_SECONDS);
        write!(
            f,
            "{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z",
            second / 3600,
            second / 60 % 60,
            second % 60
        )
    }
}
