//! What can go wrong for a person at work, as facts. The words are made by whoever speaks to them.

use std::{
    error::Error as StdError,
    io,
    path::{Path, PathBuf},
};

use model::id::EvidenceNumber;

use crate::surroundings::NoRandomness;

/// The result of everything a person can do.
pub type Result<T> = std::result::Result<T, Error>;

type Cause = Box<dyn StdError + Send + Sync>;

/// What went wrong.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// No folder from here upward is an archive.
    #[error("no archive in {} or above", path.display())]
    NoArchive {
        /// Where the search began.
        path: PathBuf,
    },
    /// Nothing lies there.
    #[error("{} is not there", path.display())]
    NotFound {
        /// The path.
        path: PathBuf,
    },
    /// Pictures that are shown have no words for those who do not see them.
    #[error("no alternative text for {}", listed(items))]
    NoAlt {
        /// Which.
        items: Vec<EvidenceNumber>,
    },
    /// The manifest of a release is not beside the ledger as it was entered.
    #[error("{} is not the manifest of release {release}", path.display())]
    NoManifest {
        /// Where it should be.
        path: PathBuf,
        /// Which release.
        release: u64,
    },
    /// Something lies there already.
    #[error("{} is not empty", path.display())]
    Exists {
        /// The path.
        path: PathBuf,
    },
    /// The operating system refused.
    #[error("{}", path.display())]
    Io {
        /// What was to be read or written.
        path: PathBuf,
        /// Why not.
        #[source]
        source: io::Error,
    },
    /// There is no room left.
    #[error("the disk is full: {}", path.display())]
    DiskFull {
        /// What was to be written.
        path: PathBuf,
    },
    /// It may be read only.
    #[error("{} is read-only", path.display())]
    ReadOnly {
        /// What was to be written.
        path: PathBuf,
    },
    /// Another process writes.
    #[error("locked by {holder}")]
    Locked {
        /// What it says of itself.
        holder: String,
    },
    /// Written by a later program.
    #[error("form {found} is newer than {known}")]
    NewerForm {
        /// Form found.
        found: u32,
        /// Newest form known.
        known: u32,
    },
    /// Must be opened for writing once.
    #[error("form {found} must become {known}")]
    OlderForm {
        /// Form found.
        found: u32,
        /// Form known.
        known: u32,
    },
    /// The checkpoint speaks of more entries than there are.
    #[error("checkpoint of {promised} entries, {found} found")]
    Truncated {
        /// Entries in the checkpoint.
        promised: u64,
        /// Entries found.
        found: u64,
    },
    /// The checkpoint is another's.
    #[error("checkpoint of {found}")]
    ForeignKey {
        /// Whose it is, or whose it should be.
        found: String,
    },
    /// A writer was stopped in the middle, and nothing may be written to put it in order.
    #[error("{} was left in the middle by a writer", path.display())]
    Interrupted {
        /// The ledger.
        path: PathBuf,
    },
    /// The archive cannot be used, for a reason that is no damage.
    #[error("the archive cannot be used: {cause}")]
    Archive {
        /// Why.
        #[source]
        cause: Cause,
    },
    /// The archive is damaged in some other way.
    #[error("damaged: {cause}")]
    Damaged {
        /// How.
        #[source]
        cause: Cause,
    },
    /// An item is larger than may be taken in.
    #[error("{} is larger than {limit}", path.display())]
    ItemTooLarge {
        /// The file.
        path: PathBuf,
        /// Most bytes.
        limit: u64,
    },
    /// The keys cannot be used.
    #[error("keys in {}: {cause}", path.display())]
    Keys {
        /// Where.
        path: PathBuf,
        /// Why.
        cause: String,
    },
    /// No random bytes.
    #[error(transparent)]
    Randomness(#[from] NoRandomness),
    /// `case.toml` or `exhibition.toml` cannot be used.
    #[error("{}: {cause}", path.display())]
    Case {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        cause: Cause,
    },
    /// A map cannot be used.
    #[error("{}: {cause}", path.display())]
    Map {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        cause: Cause,
    },
    /// The file is not the report that the case was made from.
    #[error("{} is not the report", path.display())]
    NotTheReport {
        /// The file.
        path: PathBuf,
        /// SHA-256 asked for.
        expected: String,
        /// SHA-256 found.
        found: String,
    },
    /// A record, item or source that this archive does not have.
    #[error("{id} is not in this archive")]
    Unknown {
        /// `record`, `item`, `source`, `release`, `entry` or `proposal`.
        what: &'static str,
        /// The identifier.
        id: String,
    },
    /// An identifier that cannot be read.
    #[error("{cause}")]
    BadId {
        /// Why.
        #[source]
        cause: Cause,
    },
    /// A reason that is not in the vocabulary.
    #[error("{reason} is no reason")]
    BadReason {
        /// As given.
        reason: String,
        /// Those that are.
        known: String,
    },
    /// It was erased before.
    #[error("{id} was erased by entry {entry}")]
    ErasedAlready {
        /// The identifier.
        id: String,
        /// The tombstone.
        entry: u64,
    },
    /// There is nothing to erase.
    #[error("nothing is recorded about {id}")]
    NothingToErase {
        /// The identifier.
        id: String,
    },
    /// An entry or payload cannot be read.
    #[error("entry {index}: {cause}")]
    BadEntry {
        /// Index of the entry.
        index: u64,
        /// Why.
        #[source]
        cause: Cause,
    },
    /// The catalog fails.
    #[error("catalog: {cause}")]
    Catalog {
        /// Why.
        #[source]
        cause: Cause,
    },
    /// A page cannot be made.
    #[error("{cause}")]
    Render {
        /// Why.
        #[source]
        cause: Cause,
    },
    /// Nothing that can be checked.
    #[error("{} cannot be checked: {cause}", path.display())]
    CannotVerify {
        /// The path.
        path: PathBuf,
        /// Why.
        cause: String,
    },
    /// Made-up and real data would be mixed.
    #[error("{} would mix made-up and real data", path.display())]
    MadeUp {
        /// The case that was to be imported.
        path: PathBuf,
    },
    /// There is no reader for this kind of file.
    #[error("no reader for {media_type}")]
    NoReader {
        /// The file.
        path: PathBuf,
        /// What it is.
        media_type: String,
    },
    /// A file is larger than is read.
    #[error("{} is larger than {limit}", path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Most bytes.
        limit: u64,
    },
    /// A packed file cannot be unpacked to its end.
    #[error("{}: {source}", path.display())]
    Packed {
        /// The file.
        path: PathBuf,
        /// Why not.
        #[source]
        source: io::Error,
    },
    /// A table that is read as a stream must be UTF-8.
    #[error("{} is {found}, not UTF-8", path.display())]
    NotUtf8 {
        /// The file.
        path: PathBuf,
        /// What it seems to be, as the WHATWG Encoding Standard names it.
        found: &'static str,
    },
    /// A table without a header.
    #[error("{} has no header", path.display())]
    NoHeader {
        /// The file.
        path: PathBuf,
    },
    /// A table has not the columns that are needed.
    #[error("{} lacks {needed}; it has {found}", path.display())]
    NoColumns {
        /// The file.
        path: PathBuf,
        /// What is needed.
        needed: &'static str,
        /// What is there.
        found: String,
    },
    /// A table has more rows than can be matched.
    #[error("{} has more than {limit} rows", path.display())]
    TooManyRows {
        /// The file.
        path: PathBuf,
        /// Most rows.
        limit: u64,
    },
    /// An output would be written over what is read, or over another output.
    #[error("{} would be written over", path.display())]
    Overwrites {
        /// The file.
        path: PathBuf,
    },
    /// A list is named that the table does not have.
    #[error("no list {name}")]
    UnknownList {
        /// As named.
        name: String,
        /// Those that are there.
        known: String,
    },
    /// A decision about two records names one twice.
    #[error("{id} twice")]
    OneRecord {
        /// The record.
        id: String,
    },
    /// Decisions that cannot all hold.
    #[error("decisions contradict each other: {}", chain.join(" = "))]
    Contradiction {
        /// Keys of records, each decided to be the same as the next, the first decided to be different from the last.
        chain: Vec<String>,
    },
}

impl Error {
    /// What was said while a file was read that may be packed.
    pub(crate) fn unpacking(path: &Path, source: io::Error) -> Self {
        match source.kind() {
            io::ErrorKind::InvalidData
            | io::ErrorKind::InvalidInput
            | io::ErrorKind::UnexpectedEof
            | io::ErrorKind::Other => Self::Packed {
                path: path.to_path_buf(),
                source,
            },
            _ => Self::io(path, source),
        }
    }

    /// What the operating system said about `path`, told apart where a person would act differently.
    pub(crate) fn io(path: &Path, source: io::Error) -> Self {
        let path = path.to_path_buf();
        match source.kind() {
            io::ErrorKind::NotFound => Self::NotFound { path },
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull { path },
            io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => {
                Self::ReadOnly { path }
            }
            _ => Self::Io { path, source },
        }
    }

    /// An item number that the archive does not have.
    pub(crate) fn unknown_item(number: EvidenceNumber) -> Self {
        Self::Unknown {
            what: "item",
            id: number.to_string(),
        }
    }

    /// A catalog error.
    pub(crate) fn catalog(cause: impl StdError + Send + Sync + 'static) -> Self {
        Self::Catalog {
            cause: Box::new(cause),
        }
    }
}

impl From<archive::Error> for Error {
    fn from(error: archive::Error) -> Self {
        use archive::Error as A;
        match error {
            A::NotAnArchive { path } => Self::NoArchive { path },
            A::AlreadyAnArchive { path } | A::FolderNotEmpty { path, .. } => Self::Exists { path },
            A::NewerForm { found, known } => Self::NewerForm { found, known },
            A::NeedsMigration { found, known } => Self::OlderForm { found, known },
            A::Locked { holder } => Self::Locked { holder },
            A::ReadOnly { path } => Self::ReadOnly { path },
            A::DiskFull { path } => Self::DiskFull { path },
            A::Io { path, source, .. } => Self::io(&path, source),
            A::LedgerTruncated { published, stored } => Self::Truncated {
                promised: published,
                found: stored,
            },
            A::ForeignOrigin { found, .. } => Self::ForeignKey { found },
            A::ForeignKey { key } => Self::ForeignKey { found: key },
            A::ItemErased { digest, by } => Self::ErasedAlready {
                id: digest.to_string(),
                entry: by,
            },
            A::NeedsRecovery { path } => Self::Interrupted { path },
            damage @ (A::DatabaseDamaged { .. }
            | A::DatabaseCutOff { .. }
            | A::LedgerForked { .. }
            | A::HashesMissing { .. }
            | A::CheckpointMalformed { .. }
            | A::DescriptionUnreadable { .. }
            | A::ItemMissing { .. }
            | A::ItemChanged { .. }) => Self::Damaged {
                cause: Box::new(damage),
            },
            other => Self::Archive {
                cause: Box::new(other),
            },
        }
    }
}

/// Evidence numbers in a line.
fn listed(items: &[EvidenceNumber]) -> String {
    let items: Vec<String> = items.iter().map(ToString::to_string).collect();
    items.join(", ")
}
