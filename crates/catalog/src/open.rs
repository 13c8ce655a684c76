//! The catalog as a file: opened, found wanting, begun anew, told how far it is.

use std::{
    fmt, fs,
    path::{Path, PathBuf},
};

use model::wire::v1::IdentifierKey;
use rusqlite::{Connection, Transaction};

use crate::{
    error::CatalogError,
    feed::{Applied, Fed},
    identity,
    prepare::prepare,
    schema::{self, Use},
    write::{Due, Known, Writer, meta, set_meta},
};

/// Whose catalog it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Origin {
    /// What tells this ledger from others, such as the digest of its first entry. Stands in the file.
    pub ledger: [u8; 32],
    /// The archive's key, from which identifiers of claims are computed. Never stored.
    pub key: [u8; 32],
}

impl fmt::Debug for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The key is a secret.
        f.debug_struct("Origin")
            .field("ledger", &self.ledger)
            .finish_non_exhaustive()
    }
}

/// What was found where the catalog lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// It is as it was left.
    Kept,
    /// Nothing was there; it is empty.
    New,
    /// It was of another version of this program and was begun anew; it is empty.
    OtherForm {
        /// Version found.
        found: i64,
    },
    /// It could not be read and was begun anew; it is empty.
    Unreadable,
}

/// How far the catalog is behind its ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lag {
    /// It knows every entry.
    None,
    /// So many entries are not applied yet.
    Behind(u64),
    /// It knows so many entries that the ledger has not: the ledger was cut, or is another one.
    Ahead(u64),
}

/// What we know now.
pub struct Catalog {
    connection: Connection,
    origin: Origin,
    position: u64,
    path: Option<PathBuf>,
}

impl fmt::Debug for Catalog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Catalog")
            .field("origin", &self.origin)
            .field("position", &self.position)
            .field("path", &self.path)
            .finish_non_exhaustive()
    }
}

impl Catalog {
    /// Opens the catalog in the file `path`. What is not a catalog of this version is replaced by an empty one; the catalog of
    /// another ledger is refused and left as it is.
    pub fn open(path: &Path, origin: Origin) -> Result<(Self, Condition), CatalogError> {
        let condition = if path.exists() {
            match Self::open_existing(path, origin, Use::Writing) {
                Ok(catalog) => return Ok((catalog, Condition::Kept)),
                Err(Unfit::OtherForm(found)) => Condition::OtherForm { found },
                Err(Unfit::Unreadable) => Condition::Unreadable,
                Err(Unfit::Error(error)) => return Err(error),
            }
        } else {
            Condition::New
        };
        remove_files(path)?;
        let connection = schema::connect(Some(path), Use::Creating)?;
        connection.execute_batch("PRAGMA page_size = 16384;")?;
        Ok((Self::begin(connection, origin, Some(path))?, condition))
    }

    /// Opens the catalog in the file `path` for reading alone and changes nothing there. `None` when there is none, or not one
    /// of this version that can be read; the catalog of another ledger is refused.
    pub fn open_to_read(path: &Path, origin: Origin) -> Result<Option<Self>, CatalogError> {
        if !path.exists() {
            return Ok(None);
        }
        match Self::open_existing(path, origin, Use::Reading) {
            Ok(catalog) => Ok(Some(catalog)),
            Err(Unfit::OtherForm(_) | Unfit::Unreadable) => Ok(None),
            Err(Unfit::Error(error)) => Err(error),
        }
    }

    /// An empty catalog that is gone with this value.
    pub fn in_memory(origin: Origin) -> Result<Self, CatalogError> {
        Self::begin(schema::connect(None, Use::Creating)?, origin, None)
    }

    /// Takes in the next entries, all or, if anything is wrong, none of them.
    pub fn apply(&mut self, fed: &[Fed<'_>]) -> Result<Applied, CatalogError> {
        let key = IdentifierKey::new(&self.origin.key);
        let mut prepared = Vec::with_capacity(fed.len());
        for (expected, fed) in (self.position..).zip(fed) {
            if fed.index != expected {
                return Err(CatalogError::Gap {
                    expected,
                    found: fed.index,
                });
            }
            prepared.push(prepare(fed, &key)?);
        }
        let position = self.position + prepared.len() as u64;
        let transaction = self.connection.transaction()?;
        let (applied, due) = {
            let mut writer = Writer::new(&transaction, Known::Indexed, &self.origin.key)?;
            for prepared in prepared {
                writer.write(prepared)?;
            }
            writer.finish()?
        };
        settle(&transaction, due, position)?;
        transaction.commit()?;
        self.position = position;
        Ok(applied)
    }

    /// Entries applied: the index of the entry that is next.
    pub fn position(&self) -> u64 {
        self.position
    }

    /// What tells the ledger of this catalog from others.
    pub fn ledger(&self) -> [u8; 32] {
        self.origin.ledger
    }

    /// How far this is behind a ledger of `ledger_len` entries.
    pub fn behind(&self, ledger_len: u64) -> Lag {
        if ledger_len > self.position {
            Lag::Behind(ledger_len - self.position)
        } else if ledger_len < self.position {
            Lag::Ahead(self.position - ledger_len)
        } else {
            Lag::None
        }
    }

    /// `true` when a payload that was fed has been erased since: its content still stands in the file, and only
    /// `rebuild` removes it for good.
    pub fn must_rebuild(&self) -> Result<bool, CatalogError> {
        Ok(meta(&self.connection, "stale")?.is_some())
    }

    /// Reads the whole file and says whether it is sound. Takes as long as reading it does.
    pub fn check(&self) -> Result<(), CatalogError> {
        let verdict: String = self
            .connection
            .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
        if verdict == "ok" {
            Ok(())
        } else {
            Err(CatalogError::Damaged)
        }
    }

    /// The archive's name; empty before its first entry is applied.
    pub fn archive_name(&self) -> Result<String, CatalogError> {
        let name = meta(&self.connection, "name")?.unwrap_or_default();
        String::from_utf8(name).map_err(|_| CatalogError::Damaged)
    }

    pub(crate) fn connection(&self) -> &Connection {
        &self.connection
    }

    /// Gives back the memory that was taken to read faster, after a reading of everything that will not be read again soon.
    pub fn rest(&self) -> Result<(), CatalogError> {
        // A map of a part of the file is made anew when that part is next read.
        self.connection
            .execute_batch("PRAGMA shrink_memory; PRAGMA mmap_size = 0;")?;
        self.connection.execute_batch(schema::MAPPED)?;
        Ok(())
    }

    /// Holds what is read from now on to one state, and spares each question its own locks. `None` when that is so already.
    pub(crate) fn reading(&self) -> Result<Option<Transaction<'_>>, CatalogError> {
        if self.connection.is_autocommit() {
            Ok(Some(self.connection.unchecked_transaction()?))
        } else {
            Ok(None)
        }
    }

    fn begin(
        connection: Connection,
        origin: Origin,
        path: Option<&Path>,
    ) -> Result<Self, CatalogError> {
        connection.execute_batch(schema::IN_USE)?;
        connection.execute_batch(schema::MAPPED)?;
        create(&connection, origin)?;
        connection.execute_batch(schema::LARGE_INDICES)?;
        Ok(Self::with(connection, origin, 0, path))
    }

    fn with(connection: Connection, origin: Origin, position: u64, path: Option<&Path>) -> Self {
        Self {
            connection,
            origin,
            position,
            path: path.map(Path::to_path_buf),
        }
    }

    fn open_existing(path: &Path, origin: Origin, purpose: Use) -> Result<Self, Unfit> {
        let connection = schema::connect(Some(path), purpose)?;
        let pragma = |name: &str| -> Result<i64, CatalogError> {
            Ok(connection.query_row(&format!("PRAGMA {name}"), [], |row| row.get(0))?)
        };
        if pragma("application_id")? != schema::APPLICATION {
            return Err(Unfit::Unreadable);
        }
        let found = pragma("user_version")?;
        if found != schema::FORM {
            return Err(Unfit::OtherForm(found));
        }
        let Some(ledger) = meta(&connection, "ledger")?.and_then(|bytes| bytes.try_into().ok())
        else {
            return Err(Unfit::Unreadable);
        };
        if ledger != origin.ledger {
            return Err(Unfit::Error(CatalogError::ForeignLedger {
                expected: origin.ledger,
                found: ledger,
            }));
        }
        let position = stored_position(&connection)?;
        let settings = match purpose {
            Use::Reading => schema::READ,
            Use::Writing | Use::Creating => schema::IN_USE,
        };
        connection.execute_batch(settings)?;
        connection.execute_batch(schema::MAPPED)?;
        Ok(Self::with(connection, origin, position, Some(path)))
    }
}

/// Why a file cannot be gone on with.
enum Unfit {
    OtherForm(i64),
    Unreadable,
    Error(CatalogError),
}

impl From<CatalogError> for Unfit {
    fn from(error: CatalogError) -> Self {
        match error {
            CatalogError::Damaged => Self::Unreadable,
            // A table that is not there.
            CatalogError::Database(ref failure) if failure.code() == Some(1) => Self::Unreadable,
            other => Self::Error(other),
        }
    }
}

impl From<rusqlite::Error> for Unfit {
    fn from(error: rusqlite::Error) -> Self {
        CatalogError::from(error).into()
    }
}

/// Makes the tables.
pub(crate) fn create(connection: &Connection, origin: Origin) -> Result<(), CatalogError> {
    connection.execute_batch(&format!(
        "BEGIN; {} {} PRAGMA application_id = {}; PRAGMA user_version = {}; COMMIT;",
        schema::TABLES,
        schema::SMALL_INDICES,
        schema::APPLICATION,
        schema::FORM
    ))?;
    set_meta(connection, "ledger", &origin.ledger)?;
    set_meta(connection, "position", &0u64.to_be_bytes())
}

/// Computes what depends on everything written, and notes how far the catalog is.
pub(crate) fn settle(connection: &Connection, due: Due, position: u64) -> Result<(), CatalogError> {
    if due.identities {
        identity::recompute(connection)?;
    }
    if due.erasures && crate::log::erased_content_stands(connection)? {
        set_meta(connection, "stale", b"1")?;
    }
    set_meta(connection, "position", &position.to_be_bytes())
}

/// The position noted, which must agree with the entries there.
fn stored_position(connection: &Connection) -> Result<u64, CatalogError> {
    let noted = meta(connection, "position")?
        .and_then(|bytes| bytes.try_into().ok())
        .map(u64::from_be_bytes)
        .ok_or(CatalogError::Damaged)?;
    let last: Option<i64> =
        connection.query_row("SELECT max(position) FROM entry", [], |row| row.get(0))?;
    if last.map_or(0, |last| last as u64 + 1) == noted {
        Ok(noted)
    } else {
        Err(CatalogError::Damaged)
    }
}

/// Removes the file and what SQLite keeps beside it.
pub(crate) fn remove_files(path: &Path) -> Result<(), CatalogError> {
    for ending in ["", "-wal", "-shm", "-journal"] {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        let path = PathBuf::from(name);
        match fs::remove_file(&path) {
            Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
                return Err(CatalogError::File { path, source });
            }
            _ => {}
        }
    }
    Ok(())
}
