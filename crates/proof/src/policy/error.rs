//! What is wrong with policies, and with what they judge.

use std::fmt;

use crate::{
    checkpoint::CheckpointError,
    note::{KeyError, NoteError},
};

/// The first line of a policy file that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyError {
    /// Number of the line, from 1; 0 when the file is empty.
    pub line: usize,
    /// What is wrong with it.
    pub kind: PolicyErrorKind,
}

/// What is wrong with a line of a policy file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PolicyErrorKind {
    /// The file is longer than any policy here.
    TooLong {
        /// Bytes allowed.
        limit: usize,
    },
    /// The last line does not end.
    NoFinalNewline,
    /// There is a control character other than a tab.
    ControlCharacter {
        /// The character.
        byte: u8,
    },
    /// The first word is none that a policy has.
    Keyword {
        /// The word.
        word: String,
    },
    /// The line has too few or too many items.
    Items,
    /// The key is not UTF-8.
    KeyNotUtf8,
    /// The key is none, or not of the kind that signs checkpoints (`log`) or cosigns them (`witness`).
    Key(KeyError),
    /// An earlier line of the same kind has this public key.
    DuplicateKey,
    /// An earlier line defines this name.
    DuplicateName {
        /// The name.
        name: String,
    },
    /// `none` cannot be defined.
    NameNone,
    /// `none` cannot be a member.
    MemberNone,
    /// No earlier line defines this name.
    Undefined {
        /// The name.
        name: String,
    },
    /// The name is a member already, here or of another group.
    MemberTwice {
        /// The name.
        name: String,
    },
    /// The group has no members.
    NoMembers,
    /// The threshold is not `any`, `all` or a decimal number without leading zeros.
    Threshold {
        /// The threshold.
        text: String,
    },
    /// The threshold is zero or above the number of members.
    ThresholdRange {
        /// The threshold.
        threshold: u64,
        /// Members of the group.
        members: usize,
    },
    /// An earlier line defines the quorum.
    SecondQuorum,
    /// No line defines the quorum.
    NoQuorum,
}

impl fmt::Display for PolicyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {} of the policy: ", self.line)?;
        match &self.kind {
            PolicyErrorKind::TooLong { limit } => write!(f, "more than {limit} bytes"),
            PolicyErrorKind::NoFinalNewline => f.write_str("no newline at the end"),
            PolicyErrorKind::ControlCharacter { byte } => {
                write!(f, "control character {byte:#04x}")
            }
            PolicyErrorKind::Keyword { word } => write!(f, "`{word}` is no word of a policy"),
            PolicyErrorKind::Items => f.write_str("too few or too many items"),
            PolicyErrorKind::KeyNotUtf8 => f.write_str("the key is not UTF-8"),
            PolicyErrorKind::Key(error) => error.fmt(f),
            PolicyErrorKind::DuplicateKey => f.write_str("an earlier line has the same key"),
            PolicyErrorKind::DuplicateName { name } => write!(f, "`{name}` is defined already"),
            PolicyErrorKind::NameNone => f.write_str("`none` cannot be defined"),
            PolicyErrorKind::MemberNone => f.write_str("`none` cannot be a member"),
            PolicyErrorKind::Undefined { name } => write!(f, "no earlier line defines `{name}`"),
            PolicyErrorKind::MemberTwice { name } => write!(f, "`{name}` is a member already"),
            PolicyErrorKind::NoMembers => f.write_str("a group without members"),
            PolicyErrorKind::Threshold { text } => write!(f, "`{text}` is no threshold"),
            PolicyErrorKind::ThresholdRange { threshold, members } => {
                write!(
                    f,
                    "{threshold} of {members} members can never be met or always is"
                )
            }
            PolicyErrorKind::SecondQuorum => f.write_str("a second quorum"),
            PolicyErrorKind::NoQuorum => f.write_str("the file ends without a quorum"),
        }
    }
}

impl std::error::Error for PolicyError {}

/// Why a policy does not believe a checkpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PolicyViolation {
    /// The note is no checkpoint.
    Checkpoint(CheckpointError),
    /// It is of a log that the policy does not know.
    UnknownLog {
        /// The origin as stated.
        origin: String,
    },
    /// The log did not sign it, or a signature of a known key does not verify.
    Note(NoteError),
    /// Too few witnesses cosigned it.
    Quorum {
        /// The witness or group that the policy asks for.
        quorum: String,
        /// The witnesses of the policy that did cosign.
        witnessed: Vec<String>,
    },
}

impl fmt::Display for PolicyViolation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Checkpoint(error) => error.fmt(f),
            Self::UnknownLog { origin } => write!(f, "the policy knows no log `{origin}`"),
            Self::Note(error) => error.fmt(f),
            Self::Quorum { quorum, witnessed } if witnessed.is_empty() => {
                write!(
                    f,
                    "the policy asks for `{quorum}`, and no witness of it cosigned"
                )
            }
            Self::Quorum { quorum, witnessed } => write!(
                f,
                "the policy asks for `{quorum}`, and only these cosigned: {}",
                witnessed.join(", ")
            ),
        }
    }
}

impl std::error::Error for PolicyViolation {}
