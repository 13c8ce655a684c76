//! What a check found.

use std::{fmt, sync::Arc};

use proof::digest::Digest;

use crate::Error;

/// What a check looked at, and what it found.
#[derive(Clone, Debug, Default)]
pub struct CheckReport {
    /// Entries in the ledger when the check began.
    pub entries: u64,
    /// Payloads that were there and were hashed.
    pub payloads: u64,
    /// Payloads that an entry has erased.
    pub erased_payloads: u64,
    /// Items that were there and were hashed.
    pub items: u64,
    /// Their bytes.
    pub item_bytes: u64,
    /// Files in `ledger/`.
    pub published_files: u64,
    /// Entries that the published checkpoint covers; `None` when there is no readable one.
    pub published: Option<u64>,
    /// Root over all entries; `None` when one of them cannot be read.
    pub root: Option<Digest>,
    /// Whether the checkpoint carries the signature asked for; `None` when none was asked for, or there is no readable checkpoint.
    pub signed: Option<bool>,
    /// What is wrong, in the order of the archive. Empty: everything holds.
    pub problems: Vec<Problem>,
    /// Paths in the archive that nothing refers to, sorted: items that no entry names (an import was interrupted before its entry), files
    /// that are not ours, superseded tiles. They do no harm.
    pub surplus: Vec<String>,
}

/// How far a check has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Entries hashed.
    pub entries_done: u64,
    /// Entries in all.
    pub entries: u64,
    /// Bytes of items hashed.
    pub item_bytes_done: u64,
    /// Bytes of items in all.
    pub item_bytes: u64,
}

/// One thing that is wrong.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Problem {
    /// Entries cannot be read.
    EntriesUnreadable {
        /// Index of the first.
        from: u64,
        /// Index behind the last.
        to: u64,
        /// Why not.
        source: Arc<Error>,
    },
    /// An entry is missing from the ledger.
    EntryMissing {
        /// Its index.
        index: u64,
    },
    /// A stored hash is missing from the ledger.
    HashMissing {
        /// Level.
        level: u8,
        /// Place in the level.
        index: u64,
    },
    /// A stored hash is not that of the entries below it. At level 0: the entry or its hash was changed.
    HashChanged {
        /// Level.
        level: u8,
        /// Place in the level; at level 0, the entry's index.
        index: u64,
        /// What the entries hash to.
        expected: Digest,
        /// What is stored.
        found: Digest,
    },
    /// A payload or its salt is not what its entry committed to.
    PayloadChanged {
        /// Index of the entry.
        entry: u64,
        /// Place of the payload in the entry, from 0.
        place: u64,
        /// The commitment.
        expected: Digest,
        /// What payload and salt give.
        found: Digest,
    },
    /// A published file is missing.
    PublishedMissing {
        /// Its path in the archive.
        path: String,
    },
    /// A published file is not what the ledger says.
    PublishedChanged {
        /// Its path in the archive.
        path: String,
        /// SHA-256 of the bytes that it should have.
        expected: Digest,
        /// SHA-256 of the bytes that it has.
        found: Digest,
    },
    /// A published file cannot be read.
    PublishedUnreadable {
        /// Its path in the archive.
        path: String,
        /// Why not.
        source: Arc<Error>,
    },
    /// The checkpoint cannot be read as one.
    CheckpointMalformed {
        /// Why not.
        source: Arc<Error>,
    },
    /// The checkpoint is of another log.
    ForeignOrigin {
        /// Origin of this archive.
        expected: String,
        /// Origin in the checkpoint.
        found: String,
    },
    /// The checkpoint does not carry the signature of the key given.
    ForeignKey {
        /// Name of the key.
        key: String,
    },
    /// The checkpoint covers more entries than the ledger holds.
    LedgerTruncated {
        /// Entries that the checkpoint covers.
        published: u64,
        /// Entries in the ledger.
        stored: u64,
    },
    /// The checkpoint states another root than its entries have.
    RootChanged {
        /// Entries that the checkpoint covers.
        size: u64,
        /// Root in the checkpoint.
        expected: Digest,
        /// Root of the entries.
        found: Digest,
    },
    /// An item that an entry names is not in the vault.
    ItemMissing {
        /// The item.
        digest: Digest,
        /// The first entry that names it.
        entry: u64,
    },
    /// An item's bytes are not the ones that came in.
    ItemChanged {
        /// Its path in the archive.
        path: String,
        /// What it should hash to.
        expected: Digest,
        /// What it hashes to.
        found: Digest,
    },
    /// An item cannot be read.
    ItemUnreadable {
        /// Its path in the archive.
        path: String,
        /// Why not.
        source: Arc<Error>,
    },
    /// An item that an entry erased is still in the vault.
    ItemNotErased {
        /// The item.
        digest: Digest,
        /// The entry that erased it.
        by: u64,
    },
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EntriesUnreadable { from, to, source } => {
                write!(f, "entries {from} to {to} cannot be read: {source}")
            }
            Self::EntryMissing { index } => write!(f, "entry {index} is missing"),
            Self::HashMissing { level, index } => {
                write!(f, "hash {index} of level {level} is missing")
            }
            Self::HashChanged {
                level,
                index,
                expected,
                found,
            } => write!(
                f,
                "hash {index} of level {level} is {found}, the entries give {expected}"
            ),
            Self::PayloadChanged {
                entry,
                place,
                expected,
                found,
            } => write!(
                f,
                "payload {place} of entry {entry} gives {found}, the entry commits to {expected}"
            ),
            Self::PublishedMissing { path } => write!(f, "`{path}` is missing"),
            Self::PublishedChanged {
                path,
                expected,
                found,
            }
            | Self::ItemChanged {
                path,
                expected,
                found,
            } => {
                write!(f, "`{path}` hashes to {found} instead of {expected}")
            }
            Self::PublishedUnreadable { path, source } | Self::ItemUnreadable { path, source } => {
                write!(f, "`{path}` cannot be read: {source}")
            }
            Self::CheckpointMalformed { source } => {
                write!(f, "the checkpoint cannot be read: {source}")
            }
            Self::ForeignOrigin { expected, found } => {
                write!(
                    f,
                    "the checkpoint is of `{found}`, this archive is `{expected}`"
                )
            }
            Self::ForeignKey { key } => {
                write!(f, "the checkpoint is not signed by the key `{key}`")
            }
            Self::LedgerTruncated { published, stored } => {
                write!(
                    f,
                    "the checkpoint covers {published} entries, the ledger holds {stored}"
                )
            }
            Self::RootChanged {
                size,
                expected,
                found,
            } => {
                write!(
                    f,
                    "the first {size} entries have root {found}, the checkpoint states {expected}"
                )
            }
            Self::ItemMissing { digest, entry } => {
                write!(f, "item {digest}, named by entry {entry}, is missing")
            }
            Self::ItemNotErased { digest, by } => {
                write!(f, "item {digest}, erased by entry {by}, is still there")
            }
        }
    }
}
