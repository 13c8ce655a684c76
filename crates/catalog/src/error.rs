//! Why the catalog could not do something.

use std::{fmt, io};

use model::wire::WireError;

/// Why the catalog could not do something. Nothing is lost by it: the catalog can be built anew from the ledger.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CatalogError {
    /// The entry fed is not the next one.
    #[error("entry {found} was fed where entry {expected} is next")]
    Gap {
        /// Entry that is next: the number of entries applied.
        expected: u64,
        /// Entry fed.
        found: u64,
    },
    /// The file is the catalog of another ledger.
    #[error("this is the catalog of another ledger")]
    ForeignLedger {
        /// Ledger asked for.
        expected: [u8; 32],
        /// Ledger that the file belongs to.
        found: [u8; 32],
    },
    /// An entry that is not one, or not one of a version known here.
    #[error("entry {entry} cannot be read")]
    Entry {
        /// Index of the entry.
        entry: u64,
        /// What is wrong with it.
        source: WireError,
    },
    /// A payload that is not one, or not one of a version known here.
    #[error("payload {payload} of entry {entry} cannot be read")]
    Payload {
        /// Index of the entry.
        entry: u64,
        /// Place of the payload in it, from 0.
        payload: usize,
        /// What is wrong with it.
        source: WireError,
    },
    /// Not as many payloads as the entry commits to.
    #[error("entry {entry} commits to {expected} payloads, and {found} were fed")]
    PayloadCount {
        /// Index of the entry.
        entry: u64,
        /// Payloads committed to.
        expected: usize,
        /// Payloads fed.
        found: usize,
    },
    /// What lies in the file is not what was put there.
    #[error("the catalog's file is damaged")]
    Damaged,
    /// The thread that writes has failed; `rebuild` ends with its error.
    #[error("the catalog is no longer being written")]
    Stopped,
    /// The database failed.
    #[error(transparent)]
    Database(#[from] DatabaseError),
    /// A file operation failed.
    #[error("`{path}`: {source}", path = path.display())]
    File {
        /// The file.
        path: std::path::PathBuf,
        /// What failed.
        source: io::Error,
    },
}

/// A failure of the database, with its own words and code.
pub struct DatabaseError(rusqlite::Error);

impl DatabaseError {
    /// The extended result code of SQLite; `None` when the failure is not one of its own.
    pub fn code(&self) -> Option<i32> {
        self.0.sqlite_error().map(|error| error.extended_code)
    }
}

impl fmt::Debug for DatabaseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Display for DatabaseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl std::error::Error for DatabaseError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        std::error::Error::source(&self.0)
    }
}

impl From<rusqlite::Error> for CatalogError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
        match error.sqlite_error_code() {
            Some(DatabaseCorrupt | NotADatabase) => Self::Damaged,
            _ => Self::Database(DatabaseError(error)),
        }
    }
}
