//! Opening the database: for writing with full durability, for reading without leaving a trace.

use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

use rusqlite::{Connection, ErrorCode, OpenFlags, ffi};

use super::super::{migrations, schema};
use crate::{Doing, Error, FORM, Result, folder::durable::io_error};

/// How long a call waits for a reader in another process to let go. Chosen by us: a reader holds on for one query.
const PATIENCE: Duration = Duration::from_secs(10);

/// How often a reading is repeated when a writer came in between. Chosen by us: each time the mode of reading changes, so two suffice.
const ATTEMPTS: usize = 8;

/// Pages in the write-ahead log after which it is carried over into the database: 32 MiB. Larger than SQLite's default of 1,000, because
/// each carrying over costs two syncs.
const LOG_PAGES: u32 = 8_192;

/// SQLite's file header (<https://sqlite.org/fileformat2.html>, section 1.3).
const HEADER: usize = 100;

/// Makes the tables. What an interrupted making left is continued.
pub(super) fn create(path: &Path) -> Result<Connection> {
    let failed = |error| database_error(path, error);
    let mut connection = Connection::open(path).map_err(failed)?;
    set_up_writing(&connection).map_err(failed)?;
    let transaction = connection.transaction().map_err(failed)?;
    let made: i64 = transaction
        .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
        .map_err(failed)?;
    if made == 0 {
        transaction
            .execute_batch(schema::TABLES)
            .and_then(|()| {
                transaction.pragma_update(None, "application_id", schema::APPLICATION_ID)
            })
            .and_then(|()| transaction.pragma_update(None, "user_version", FORM))
            .map_err(failed)?;
    }
    transaction.commit().map_err(failed)?;
    empty_log(&connection).map_err(failed)?;
    Ok(connection)
}

/// Opens for writing, completes what a killed writer left in the write-ahead log, and migrates.
pub(super) fn open_writing(path: &Path) -> Result<(Connection, Option<u32>)> {
    require_whole(path)?;
    let failed = |error| database_error(path, error);
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(path, flags).map_err(failed)?;
    set_up_writing(&connection).map_err(failed)?;
    require_ours(&connection, path)?;
    let migrated = migrations::migrate(&mut connection).map_err(failed)?;
    // Completes an erasure whose writer was killed before the log was emptied.
    empty_log(&connection).map_err(failed)?;
    Ok((connection, migrated))
}

/// See <https://sqlite.org/pragma.html>.
fn set_up_writing(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    // In WAL mode, FULL alone syncs the log at each commit.
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "secure_delete", "ON")?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "trusted_schema", "OFF")?;
    connection.pragma_update(None, "cell_size_check", "ON")?;
    connection.pragma_update(None, "wal_autocheckpoint", LOG_PAGES)
}

/// Empties the write-ahead log; fails when a reader holds on to it for longer than our patience.
pub(super) fn empty_log(connection: &Connection) -> rusqlite::Result<()> {
    let busy: bool =
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    if busy {
        return Err(rusqlite::Error::SqliteFailure(
            ffi::Error::new(ffi::SQLITE_BUSY),
            None,
        ));
    }
    Ok(())
}

/// A connection for reading that leaves no file behind.
///
/// SQLite cannot read a database in WAL mode without its `-shm` file, and makes one when it is missing. So: while a writer is there (it
/// keeps `-shm`), we read beside it; when none is, we open the file as one that nobody changes. Should a writer come in between, the
/// file or its companions change, which is noticed after each reading; then the reading is thrown away and done again.
#[derive(Debug)]
pub(super) struct Reader {
    path: PathBuf,
    connection: Connection,
    /// What the file looked like when it was opened as unchanging; `None` when it is read beside a writer.
    quiet: Option<Trace>,
}

impl Reader {
    pub(super) fn open(path: &Path) -> Result<Self> {
        let quiet = Trace::if_quiet(path)?;
        if quiet.is_some() {
            require_whole(path)?;
        }
        let connection = connect_reading(path, quiet.is_some())?;
        require_ours(&connection, path)?;
        Ok(Self {
            path: path.to_owned(),
            connection,
            quiet,
        })
    }

    pub(super) fn with<T>(
        &mut self,
        read: impl Fn(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T> {
        let mut outcome = self.attempt(&read)?;
        for _ in 1..ATTEMPTS {
            match outcome {
                Some(outcome) => return outcome,
                None => {
                    *self = Self::open(&self.path)?;
                    outcome = self.attempt(&read)?;
                }
            }
        }
        outcome.unwrap_or_else(|| {
            Err(Error::NeedsRecovery {
                path: self.path.clone(),
            })
        })
    }

    /// One reading; `None` when the file changed under it.
    fn attempt<T>(
        &self,
        read: impl Fn(&Connection) -> rusqlite::Result<T>,
    ) -> Result<Option<Result<T>>> {
        if self.quiet.is_some() && self.quiet != Trace::if_quiet(&self.path)? {
            return Ok(None);
        }
        let outcome = read(&self.connection).map_err(|error| database_error(&self.path, error));
        if self.quiet.is_some() && self.quiet != Trace::if_quiet(&self.path)? {
            return Ok(None);
        }
        Ok(Some(outcome))
    }
}

/// What tells that a file has been written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Trace {
    length: u64,
    modified: Option<SystemTime>,
}

impl Trace {
    /// `None` while a writer is there.
    fn if_quiet(path: &Path) -> Result<Option<Self>> {
        if companion(path, "-shm").exists() {
            return Ok(None);
        }
        if fs::metadata(companion(path, "-wal")).is_ok_and(|log| log.len() > 0) {
            return Err(Error::NeedsRecovery {
                path: path.to_owned(),
            });
        }
        let metadata = fs::metadata(path).map_err(|error| io_error(Doing::Read, path, error))?;
        Ok(Some(Self {
            length: metadata.len(),
            modified: metadata.modified().ok(),
        }))
    }
}

fn companion(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

fn connect_reading(path: &Path, unchanging: bool) -> Result<Connection> {
    let failed = |error| database_error(path, error);
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_URI;
    let uri = format!(
        "file:{}{}",
        percent_encode(path),
        if unchanging {
            "?immutable=1"
        } else {
            "?mode=ro"
        }
    );
    let connection = Connection::open_with_flags(uri, flags).map_err(failed)?;
    connection.busy_timeout(PATIENCE).map_err(failed)?;
    connection
        .pragma_update(None, "trusted_schema", "OFF")
        .map_err(failed)?;
    connection
        .pragma_update(None, "cell_size_check", "ON")
        .map_err(failed)?;
    Ok(connection)
}

/// A path as SQLite reads it in a URI: everything but letters, digits and a few safe marks as `%HH`.
fn percent_encode(path: &Path) -> String {
    let mut encoded = String::new();
    for &byte in path.as_os_str().as_encoded_bytes() {
        if byte.is_ascii_alphanumeric() || b"/-_.".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

/// Refuses a file that its own header says to be longer: it was cut off. Asked only where no write-ahead log can hold the rest.
fn require_whole(path: &Path) -> Result<()> {
    if fs::metadata(companion(path, "-wal")).is_ok_and(|log| log.len() > 0) {
        return Ok(());
    }
    let failed = |error| io_error(Doing::Read, path, error);
    let mut file = fs::File::open(path).map_err(failed)?;
    let found = file.metadata().map_err(failed)?.len();
    let mut header = [0; HEADER];
    if std::io::Read::read_exact(&mut file, &mut header).is_err() {
        return Err(Error::DatabaseDamaged {
            path: path.to_owned(),
            source: None,
        });
    }
    let page = match u16::from_be_bytes([header[16], header[17]]) {
        // The format writes 65,536 as 1.
        1 => 65_536,
        size => u64::from(size),
    };
    let pages = u64::from(u32::from_be_bytes([
        header[28], header[29], header[30], header[31],
    ]));
    let expected = page * pages;
    if found < expected {
        return Err(Error::DatabaseCutOff {
            path: path.to_owned(),
            expected,
            found,
        });
    }
    Ok(())
}

fn require_ours(connection: &Connection, path: &Path) -> Result<()> {
    let failed = |error| database_error(path, error);
    let id: i32 = connection
        .query_row("PRAGMA application_id", [], |row| row.get(0))
        .map_err(failed)?;
    let form: u32 = connection
        .query_row("PRAGMA user_version", [], |row| row.get(0))
        .map_err(failed)?;
    if id != schema::APPLICATION_ID {
        return Err(Error::DatabaseDamaged {
            path: path.to_owned(),
            source: None,
        });
    }
    if form > FORM {
        return Err(Error::NewerForm {
            found: form,
            known: FORM,
        });
    }
    Ok(())
}

/// The error of a failed call to SQLite.
pub(super) fn database_error(path: &Path, error: rusqlite::Error) -> Error {
    let path = path.to_owned();
    let code = error
        .sqlite_error()
        .map(|failure| (failure.code, failure.extended_code));
    match code {
        Some((ErrorCode::DiskFull, _) | (_, ffi::SQLITE_IOERR_SHMSIZE)) => Error::DiskFull { path },
        Some((ErrorCode::ReadOnly, _)) => Error::ReadOnly { path },
        Some((ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase, _)) => Error::DatabaseDamaged {
            path,
            source: Some(Box::new(error)),
        },
        _ => Error::Database {
            path,
            source: Box::new(error),
        },
    }
}
