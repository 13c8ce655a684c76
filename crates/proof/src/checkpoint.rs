//! Checkpoints (C2SP tlog-checkpoint): what a ledger's size and root were, signed.

use std::fmt;

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};

use crate::{
    digest::Digest,
    merkle::empty_root,
    note::{Note, NoteError, SignError, Signer, Verifier},
};

/// The state of one log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// Which log. One line, not empty.
    pub origin: String,
    /// Entries in it.
    pub size: u64,
    /// The root over them.
    pub root: Digest,
    /// Further lines, whose meaning is the log's own; each not empty. Best none.
    pub extensions: Vec<String>,
}

impl Checkpoint {
    /// The checkpoint of a log without extension lines.
    pub fn new(origin: &str, size: u64, root: Digest) -> Self {
        Self {
            origin: origin.to_owned(),
            size,
            root,
            extensions: Vec::new(),
        }
    }

    /// Reads the text of a checkpoint, which is the text of a note.
    ///
    /// # Errors
    ///
    /// Why it is none.
    pub fn parse(text: &str) -> Result<Self, CheckpointError> {
        let body = text
            .strip_suffix('\n')
            .ok_or(CheckpointError::NoFinalNewline)?;
        let mut lines = body.split('\n');
        let origin = lines.next().unwrap_or_default();
        let size = lines.next().ok_or(CheckpointError::TooFewLines)?;
        let root = lines.next().ok_or(CheckpointError::TooFewLines)?;
        let checkpoint = Self {
            origin: origin.to_owned(),
            size: read_decimal(size).ok_or_else(|| CheckpointError::Size {
                text: size.to_owned(),
            })?,
            root: read_root(root)?,
            extensions: lines.map(str::to_owned).collect(),
        };
        checkpoint.check()?;
        Ok(checkpoint)
    }

    /// Reads a checkpoint of the log `origin` that this key signed; gives back the note too, for what else stands under it.
    ///
    /// # Errors
    ///
    /// Why it is none, or not that log's.
    pub fn open(
        bytes: &[u8],
        origin: &str,
        log: &dyn Verifier,
    ) -> Result<(Self, Note), CheckpointError> {
        let note = Note::parse(bytes).map_err(CheckpointError::Note)?;
        note.verify(&[log]).map_err(CheckpointError::Note)?;
        let checkpoint = Self::parse(note.text())?;
        if checkpoint.origin != origin {
            return Err(CheckpointError::WrongOrigin {
                expected: origin.to_owned(),
                found: checkpoint.origin,
            });
        }
        Ok((checkpoint, note))
    }

    /// The text of the checkpoint, to be signed.
    ///
    /// # Errors
    ///
    /// When it is none: an origin or extension that is not one line, or a wrong root of the empty tree.
    pub fn to_text(&self) -> Result<String, CheckpointError> {
        self.check()?;
        let mut text = format!(
            "{}\n{}\n{}\n",
            self.origin,
            self.size,
            BASE64.encode(self.root.0)
        );
        for line in &self.extensions {
            text.push_str(line);
            text.push('\n');
        }
        Ok(text)
    }

    /// Signs the checkpoint, in the order of the signers.
    ///
    /// # Errors
    ///
    /// When it is none, or a signer refuses.
    pub fn sign(&self, signers: &[&dyn Signer]) -> Result<Note, SignError> {
        Note::sign(&self.to_text().map_err(SignError::NotACheckpoint)?, signers)
    }

    /// How two checkpoints stand to each other, as far as they tell without a proof.
    pub fn compare(&self, other: &Self) -> Relation {
        if self.origin != other.origin {
            return Relation::OtherLog;
        }
        match self.size.cmp(&other.size) {
            std::cmp::Ordering::Less => Relation::Older,
            std::cmp::Ordering::Greater => Relation::Newer,
            std::cmp::Ordering::Equal if self.root == other.root => Relation::Same,
            std::cmp::Ordering::Equal => Relation::Fork,
        }
    }

    fn check(&self) -> Result<(), CheckpointError> {
        check_line(&self.origin).ok_or(CheckpointError::Origin)?;
        for (place, line) in self.extensions.iter().enumerate() {
            check_line(line).ok_or(CheckpointError::Extension { line: place + 1 })?;
        }
        if self.size == 0 && self.root != empty_root() {
            return Err(CheckpointError::EmptyTreeRoot { found: self.root });
        }
        Ok(())
    }
}

/// How one checkpoint stands to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The same log at the same size with the same root.
    Same,
    /// Smaller; a consistency proof tells whether the other continues it.
    Older,
    /// Larger; a consistency proof tells whether it continues the other.
    Newer,
    /// The same size with another root: the log told two stories, and both checkpoints together prove it.
    Fork,
    /// Of another log.
    OtherLog,
}

/// A decimal number that fits 64 bits, without leading zeros or sign.
pub(crate) fn read_decimal(text: &str) -> Option<u64> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit());
    let leading_zero = text.len() > 1 && text.starts_with('0');
    text.parse().ok().filter(|_| plain && !leading_zero)
}

/// A SHA-256 hash in base64.
pub(crate) fn read_hash(text: &str) -> Result<Digest, HashError> {
    let bytes = BASE64.decode(text).map_err(|_| HashError::Base64)?;
    Digest::from_slice(&bytes).ok_or(HashError::Length(bytes.len()))
}

pub(crate) enum HashError {
    Base64,
    Length(usize),
}

fn read_root(text: &str) -> Result<Digest, CheckpointError> {
    read_hash(text).map_err(|error| match error {
        HashError::Base64 => CheckpointError::RootBase64,
        HashError::Length(found) => CheckpointError::RootLength { found },
    })
}

fn check_line(line: &str) -> Option<()> {
    let plain = !line.is_empty() && line.bytes().all(|byte| byte >= 0x20);
    plain.then_some(())
}

/// Why a text is no checkpoint, or not the one asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CheckpointError {
    /// It is no signed note, or not signed by the log.
    Note(NoteError),
    /// The last line does not end.
    NoFinalNewline,
    /// There are fewer than three lines.
    TooFewLines,
    /// The origin is empty or not one line.
    Origin,
    /// The size is no decimal number of at most 64 bits without leading zeros.
    Size {
        /// The line.
        text: String,
    },
    /// The root is not base64 in its one spelling.
    RootBase64,
    /// The root is no SHA-256 hash.
    RootLength {
        /// Bytes it has.
        found: usize,
    },
    /// An extension line is empty or not one line.
    Extension {
        /// Its number, from 1.
        line: usize,
    },
    /// The tree without leaves has one root only, the hash of nothing.
    EmptyTreeRoot {
        /// The root as stated.
        found: Digest,
    },
    /// It is of another log.
    WrongOrigin {
        /// The log asked for.
        expected: String,
        /// The log it is of.
        found: String,
    },
}

impl fmt::Display for CheckpointError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Note(error) => error.fmt(f),
            Self::NoFinalNewline => f.write_str("the checkpoint does not end with a newline"),
            Self::TooFewLines => f.write_str("the checkpoint has fewer than three lines"),
            Self::Origin => f.write_str("the origin is empty or not one line"),
            Self::Size { text } => write!(f, "`{text}` is not the size of a log"),
            Self::RootBase64 => f.write_str("the root is malformed base64"),
            Self::RootLength { found } => write!(f, "the root has {found} bytes instead of 32"),
            Self::Extension { line } => write!(f, "extension line {line} is empty or not one line"),
            Self::EmptyTreeRoot { found } => {
                write!(f, "an empty log cannot have the root {found}")
            }
            Self::WrongOrigin { expected, found } => {
                write!(f, "the checkpoint is of `{found}`, not of `{expected}`")
            }
        }
    }
}

impl std::error::Error for CheckpointError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Note(error) => error.source(),
            _ => None,
        }
    }
}
