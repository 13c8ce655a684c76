//! Receipts (C2SP tlog-proof): that one entry is in a log, to be checked by anyone without the log.

use std::fmt;

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};

use crate::{
    checkpoint::{Checkpoint, CheckpointError, HashError, read_decimal, read_hash},
    digest::Digest,
    merkle::{ProofError, leaf_hash, verify_inclusion},
    note::{MAX_NOTE_BYTES, Note, NoteError},
    policy::{Endorsement, Policy, PolicyViolation},
};

/// The ending of files that hold a receipt (C2SP tlog-proof).
pub const FILE_EXTENSION: &str = "tlog-proof";

/// The first line of a receipt.
const HEADER: &str = "c2sp.org/tlog-proof@v1";

/// Longest receipt, in bytes: its checkpoint at most, and as much again for the proof and what else it carries. Chosen by us.
pub const MAX_RECEIPT_BYTES: usize = 2 * MAX_NOTE_BYTES;

/// Most hashes of an inclusion proof: one for each level of a tree whose size fits 64 bits.
const MAX_HASHES: usize = 64;

/// A receipt, well-formed. Nothing about it is to be believed before [`Receipt::verify`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// Whatever the issuer adds; nobody vouches for it. Not empty.
    pub extra: Option<Vec<u8>>,
    /// Place of the entry in the log, from 0.
    pub index: u64,
    /// The path from the entry to the root, its sibling first. At most 64 hashes.
    pub proof: Vec<Digest>,
    /// The checkpoint, with all signatures under it.
    pub checkpoint: Note,
}

impl Receipt {
    /// Reads a receipt.
    ///
    /// # Errors
    ///
    /// Why it is none.
    pub fn parse(bytes: &[u8]) -> Result<Self, ReceiptError> {
        if bytes.len() > MAX_RECEIPT_BYTES {
            return Err(ReceiptError::TooLong {
                limit: MAX_RECEIPT_BYTES,
            });
        }
        let text = std::str::from_utf8(bytes).map_err(|error| ReceiptError::NotUtf8 {
            at: error.valid_up_to(),
        })?;
        let (head, checkpoint) = text.split_once("\n\n").ok_or(ReceiptError::NoCheckpoint)?;
        let mut lines = head.split('\n').enumerate().peekable();
        lines
            .next()
            .filter(|(_, line)| *line == HEADER)
            .ok_or(ReceiptError::Header)?;
        let extra = lines.next_if(|(_, line)| line.starts_with("extra "));
        let extra = extra.map(|(_, line)| read_extra(line)).transpose()?;
        let index = lines
            .next()
            .and_then(|(_, line)| line.strip_prefix("index "));
        let index = index.and_then(read_decimal).ok_or(ReceiptError::Index)?;
        let proof = lines
            .map(|(place, line)| read_proof_line(line, place + 1))
            .collect::<Result<Vec<_>, _>>()?;
        if proof.len() > MAX_HASHES {
            return Err(ReceiptError::TooManyHashes { limit: MAX_HASHES });
        }
        let checkpoint = Note::parse(checkpoint.as_bytes()).map_err(ReceiptError::Note)?;
        Checkpoint::parse(checkpoint.text()).map_err(ReceiptError::Checkpoint)?;
        Ok(Self {
            extra,
            index,
            proof,
            checkpoint,
        })
    }

    /// The bytes of the receipt, which read back as the same.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut text = format!("{HEADER}\n");
        if let Some(extra) = &self.extra {
            text += &format!("extra {}\n", BASE64.encode(extra));
        }
        text += &format!("index {}\n", self.index);
        for hash in &self.proof {
            text += &BASE64.encode(hash.0);
            text.push('\n');
        }
        text.push('\n');
        text += &self.checkpoint.to_string();
        text.into_bytes()
    }

    /// Checks that the policy believes the checkpoint and that `entry` is in the log at [`Receipt::index`].
    ///
    /// # Errors
    ///
    /// Why it does not hold.
    pub fn verify(&self, entry: &[u8], policy: &Policy) -> Result<Endorsement, ReceiptError> {
        let endorsement = policy
            .check(&self.checkpoint)
            .map_err(ReceiptError::Policy)?;
        let checkpoint = &endorsement.checkpoint;
        self.verify_inclusion(entry, checkpoint.size, &checkpoint.root)?;
        Ok(endorsement)
    }

    /// Checks that `entry` is at [`Receipt::index`] in the log of `size` entries with `root`, whoever vouches for these.
    ///
    /// # Errors
    ///
    /// [`ReceiptError::Proof`].
    pub fn verify_inclusion(
        &self,
        entry: &[u8],
        size: u64,
        root: &Digest,
    ) -> Result<(), ReceiptError> {
        verify_inclusion(&leaf_hash(entry), self.index, size, &self.proof, root)
            .map_err(ReceiptError::Proof)
    }
}

fn read_extra(line: &str) -> Result<Vec<u8>, ReceiptError> {
    let bytes = BASE64
        .decode(&line["extra ".len()..])
        .map_err(|_| ReceiptError::Extra)?;
    if bytes.is_empty() {
        Err(ReceiptError::Extra)
    } else {
        Ok(bytes)
    }
}

fn read_proof_line(text: &str, line: usize) -> Result<Digest, ReceiptError> {
    read_hash(text).map_err(|error| match error {
        HashError::Base64 => ReceiptError::HashBase64 { line },
        HashError::Length(found) => ReceiptError::HashLength { line, found },
    })
}

/// Why bytes are no receipt, or a receipt does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReceiptError {
    /// It is longer than any receipt here.
    TooLong {
        /// Bytes allowed.
        limit: usize,
    },
    /// It is not UTF-8.
    NotUtf8 {
        /// Offset of the first byte that is not.
        at: usize,
    },
    /// The first line is not that of a receipt.
    Header,
    /// The extra data is empty or not base64 in its one spelling.
    Extra,
    /// The line of the index is missing, or no decimal number of at most 64 bits without leading zeros.
    Index,
    /// A hash is not base64 in its one spelling.
    HashBase64 {
        /// Number of the line, from 1.
        line: usize,
    },
    /// A hash is no SHA-256 hash.
    HashLength {
        /// Number of the line, from 1.
        line: usize,
        /// Bytes it has.
        found: usize,
    },
    /// There are more hashes than any tree has levels.
    TooManyHashes {
        /// Hashes allowed.
        limit: usize,
    },
    /// No empty line, and so no checkpoint.
    NoCheckpoint,
    /// The checkpoint is no signed note.
    Note(NoteError),
    /// The text of the checkpoint is none.
    Checkpoint(CheckpointError),
    /// The policy does not believe the checkpoint.
    Policy(PolicyViolation),
    /// The entry is not where the receipt says.
    Proof(ProofError),
}

impl fmt::Display for ReceiptError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong { limit } => write!(f, "the receipt has more than {limit} bytes"),
            Self::NotUtf8 { at } => write!(f, "the receipt is not UTF-8 at byte {at}"),
            Self::Header => write!(f, "the receipt does not begin with `{HEADER}`"),
            Self::Extra => f.write_str("the extra data is empty or malformed base64"),
            Self::Index => f.write_str("the line of the index is missing or malformed"),
            Self::HashBase64 { line } => write!(f, "line {line} is malformed base64"),
            Self::HashLength { line, found } => {
                write!(f, "the hash on line {line} has {found} bytes instead of 32")
            }
            Self::TooManyHashes { limit } => write!(f, "the proof has more than {limit} hashes"),
            Self::NoCheckpoint => f.write_str("the receipt has no empty line before a checkpoint"),
            Self::Note(error) => error.fmt(f),
            Self::Checkpoint(error) => error.fmt(f),
            Self::Policy(error) => error.fmt(f),
            Self::Proof(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for ReceiptError {}
