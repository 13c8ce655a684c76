//! What can go wrong in an archive, as facts.

use std::{fmt, io, ops::Range, path::PathBuf};

use proof::digest::Digest;

/// The result of every call of this crate.
pub type Result<T> = std::result::Result<T, Error>;

/// What went wrong.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The folder holds no `archive.toml`.
    #[error("`{}` is not an archive", path.display())]
    NotAnArchive {
        /// The folder that was to be opened.
        path: PathBuf,
    },
    /// `create` was called on a folder that already is an archive.
    #[error("`{}` is an archive already", path.display())]
    AlreadyAnArchive {
        /// The folder.
        path: PathBuf,
    },
    /// `create` was called on a folder that holds something else.
    #[error("`{}` is not empty: it holds `{found}`", path.display())]
    FolderNotEmpty {
        /// The folder.
        path: PathBuf,
        /// The first name found in it that is not part of an archive.
        found: String,
    },
    /// A line of `archive.toml` cannot be read, or a required key is missing.
    #[error("`{}` is unreadable at line {line}", path.display())]
    DescriptionUnreadable {
        /// The file.
        path: PathBuf,
        /// Line, from 1; one past the last line when a required key is missing.
        line: usize,
    },
    /// The origin is empty or holds a control character, so that no checkpoint can carry it.
    #[error("the origin `{origin}` cannot stand on one line of a checkpoint")]
    OriginUnusable {
        /// The origin asked for.
        origin: String,
    },
    /// The archive was written by a later program.
    #[error("the archive has form {found}; this program knows forms up to {known}")]
    NewerForm {
        /// Form of the archive.
        found: u32,
        /// Highest form known here.
        known: u32,
    },
    /// The archive has an older form and was opened for reading, which changes nothing.
    #[error(
        "the archive has form {found} and must be opened for writing once to become form {known}"
    )]
    NeedsMigration {
        /// Form of the archive.
        found: u32,
        /// Form it will have.
        known: u32,
    },
    /// A writer was stopped in the middle, and reading alone cannot bring the ledger together without creating files.
    #[error("`{}` was left in the middle by a writer and must be opened for writing once", path.display())]
    NeedsRecovery {
        /// The database.
        path: PathBuf,
    },
    /// Another process writes to the archive.
    #[error("the archive is locked by {holder}")]
    Locked {
        /// What the holder wrote about itself; empty when it has written nothing yet.
        holder: String,
    },
    /// The storage holds no archive.
    #[error("there is no archive on this storage")]
    NoArchive,
    /// The archive was opened for reading.
    #[error("the archive was opened for reading")]
    OpenedForReading,
    /// The archive lies on something that cannot be written.
    #[error("`{}` is read-only", path.display())]
    ReadOnly {
        /// What was to be written.
        path: PathBuf,
    },
    /// There is no room left.
    #[error("the disk is full: cannot write `{}`", path.display())]
    DiskFull {
        /// What was to be written.
        path: PathBuf,
    },
    /// The operating system refused.
    #[error("cannot {doing} `{}`", path.display())]
    Io {
        /// What was being done.
        doing: Doing,
        /// To what.
        path: PathBuf,
        /// Why not.
        #[source]
        source: io::Error,
    },
    /// The database refused for a reason other than the ones above.
    #[error("the database `{}` failed", path.display())]
    Database {
        /// The database.
        path: PathBuf,
        /// Why.
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// The database is damaged.
    #[error("the database `{}` is damaged", path.display())]
    DatabaseDamaged {
        /// The database.
        path: PathBuf,
        /// How that was noticed; absent when it is plainly not one of ours.
        #[source]
        source: Option<Box<dyn std::error::Error + Send + Sync>>,
    },
    /// The database is shorter than it says of itself.
    #[error("`{}` has {found} bytes instead of {expected}: it was cut off", path.display())]
    DatabaseCutOff {
        /// The database.
        path: PathBuf,
        /// Bytes it says it has.
        expected: u64,
        /// Bytes there are.
        found: u64,
    },
    /// The published checkpoint covers more entries than the ledger holds.
    #[error(
        "the checkpoint covers {published} entries, the ledger holds {stored}: entries were lost"
    )]
    LedgerTruncated {
        /// Entries that the checkpoint covers.
        published: u64,
        /// Entries in the ledger.
        stored: u64,
    },
    /// The published checkpoint and the ledger disagree about the same entries.
    #[error("the checkpoint over {size} entries has root {published}, the ledger has {stored}")]
    LedgerForked {
        /// Entries that the checkpoint covers.
        size: u64,
        /// Root that the checkpoint states.
        published: Digest,
        /// Root of the same entries in the ledger.
        stored: Digest,
    },
    /// The ledger lacks something that its own size implies.
    #[error("the ledger holds {found} hashes of level {level} from {from}, not {expected}")]
    HashesMissing {
        /// Level of the tiles that the hashes stand in.
        level: u8,
        /// First hash asked for.
        from: u64,
        /// Hashes asked for.
        expected: u64,
        /// Hashes found.
        found: u64,
    },
    /// A proof was asked for that the tree does not have.
    #[error("the tree has no such proof")]
    NoProof {
        /// Why not.
        #[from]
        source: proof::merkle::ProofError,
    },
    /// The published checkpoint cannot be read.
    #[error("the published checkpoint is malformed")]
    CheckpointMalformed {
        /// What is wrong with it.
        source: proof::checkpoint::CheckpointError,
    },
    /// The signer did not sign the checkpoint.
    #[error("the checkpoint was not signed")]
    SigningRefused {
        /// Why not.
        source: proof::note::SignError,
    },
    /// Entries in the ledger do not fit a bundle: they did not come through `append`.
    #[error("the entries of bundle {index} do not fit it")]
    BundleRefused {
        /// Place of the bundle.
        index: u64,
        /// What does not fit.
        source: proof::tile::TileError,
    },
    /// The published checkpoint belongs to another log.
    #[error("the published checkpoint is of `{found}`, this archive is `{expected}`")]
    ForeignOrigin {
        /// Origin of this archive.
        expected: String,
        /// Origin in the checkpoint.
        found: String,
    },
    /// The published checkpoint does not carry the signature of the key given.
    #[error("the published checkpoint is not signed by the key `{key}`")]
    ForeignKey {
        /// Name of the key that was expected.
        key: String,
    },
    /// A cosignature does not belong to the published checkpoint, or cannot be read.
    #[error("the cosignature does not belong to the published checkpoint")]
    CosignatureRefused {
        /// What is wrong with it.
        source: proof::note::NoteError,
    },
    /// Nothing has been published yet.
    #[error("no checkpoint has been published yet")]
    NothingPublished,
    /// An entry of that index does not exist, or is not covered by the published checkpoint.
    #[error("there is no entry {index} among {size}")]
    NoSuchEntry {
        /// The index asked for.
        index: u64,
        /// Entries there are.
        size: u64,
    },
    /// An entry is too long for an entry bundle.
    #[error("an entry of {length} bytes is longer than {limit}")]
    EntryTooLong {
        /// Its length, in bytes.
        length: usize,
        /// The limit, in bytes.
        limit: usize,
    },
    /// An entry has more payloads than its key space.
    #[error("an entry with {count} payloads has more than {limit}")]
    TooManyPayloads {
        /// Payloads given.
        count: usize,
        /// The limit.
        limit: usize,
    },
    /// An item is longer than the caller allowed.
    #[error("the item is longer than {limit} bytes")]
    ItemTooLong {
        /// The limit, in bytes.
        limit: u64,
    },
    /// The bytes that were to become an item could not be read to their end.
    #[error("the item could not be read to its end")]
    ItemUnreadable {
        /// Why not.
        #[source]
        source: io::Error,
    },
    /// An item is not in the vault.
    #[error("item {digest} is not in the vault")]
    ItemMissing {
        /// The item.
        digest: Digest,
    },
    /// An item was erased and may not come back.
    #[error("item {digest} was erased by entry {by}")]
    ItemErased {
        /// The item.
        digest: Digest,
        /// The entry that erased it.
        by: u64,
    },
    /// An item's bytes are not the ones that came in.
    #[error("item {expected} has changed: its bytes now hash to {found}")]
    ItemChanged {
        /// The item.
        expected: Digest,
        /// What its bytes hash to.
        found: Digest,
    },
    /// A payload that was to be erased was never there.
    #[error("no entry commits to {commitment}")]
    UnknownCommitment {
        /// The commitment given.
        commitment: Digest,
    },
    /// Another writer has appended meanwhile.
    #[error("the ledger holds {found} entries, not {expected}: someone else has written")]
    LedgerMoved {
        /// Entries expected.
        expected: u64,
        /// Entries found.
        found: u64,
    },
    /// The entries are durable, but what they erase is not yet destroyed. It is tried again by `finish_erasures`, by the
    /// next entry that erases, and when opening for writing.
    #[error("entries {} to {} are durable, but what they erase is not yet destroyed", entries.start, entries.end)]
    ErasureUnfinished {
        /// The entries.
        entries: Range<u64>,
        /// What stood in the way.
        #[source]
        source: Box<Self>,
    },
    /// The committer has been closed, or its thread has died.
    #[error("the committer is closed")]
    CommitterClosed,
    /// A fault asked for by a test.
    #[error("call {call} (`{name}`) failed as asked")]
    Injected {
        /// Number of the call, from 0.
        call: u64,
        /// Method of `Storage`.
        name: &'static str,
    },
}

/// What was being done to a file or folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Doing {
    /// Reading it.
    Read,
    /// Writing it.
    Write,
    /// Making it durable.
    Sync,
    /// Moving it into place.
    Rename,
    /// Removing it.
    Remove,
    /// Listing it.
    List,
    /// Creating it.
    Create,
    /// Locking it.
    Lock,
}

impl fmt::Display for Doing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Read => "read",
            Self::Write => "write",
            Self::Sync => "sync",
            Self::Rename => "move",
            Self::Remove => "remove",
            Self::List => "list",
            Self::Create => "create",
            Self::Lock => "lock",
        })
    }
}

impl Error {
    /// Whether the entry itself was refused: nothing was stored, and other entries of its batch may go through without it.
    pub fn is_refusal(&self) -> bool {
        matches!(
            self,
            Self::EntryTooLong { .. }
                | Self::TooManyPayloads { .. }
                | Self::ItemMissing { .. }
                | Self::ItemErased { .. }
                | Self::UnknownCommitment { .. }
        )
    }
}
