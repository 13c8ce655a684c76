//! The ledger in SQLite: entries, payloads, hashes and item records in one file, appended in one transaction.
//!
//! Small payloads lie here, not as files: a file with a sync of its own for each could not reach 20,000 durable entries a second, and
//! one transaction leaves no order between two stores to get wrong.

mod connect;
mod read;

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::Mutex,
};

use proof::digest::Digest;
use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::lock_of;
use crate::{Batch, Error, ItemRecord, Result, StoredEntry, entry::PAYLOAD_LIMIT};
use connect::Reader;

/// The open database.
#[derive(Debug)]
pub(super) struct Ledger {
    path: PathBuf,
    access: Access,
}

#[derive(Debug)]
enum Access {
    Write(Mutex<Connection>),
    Read(Mutex<Reader>),
}

impl Ledger {
    pub(super) fn create(path: &Path) -> Result<Self> {
        let connection = connect::create(path)?;
        Ok(Self::writing(path, connection))
    }

    /// Opens for writing and migrates. Returns the form it had when that was older.
    pub(super) fn open_writing(path: &Path) -> Result<(Self, Option<u32>)> {
        let (connection, migrated) = connect::open_writing(path)?;
        Ok((Self::writing(path, connection), migrated))
    }

    pub(super) fn open_reading(path: &Path) -> Result<Self> {
        let reader = Reader::open(path)?;
        Ok(Self {
            path: path.to_owned(),
            access: Access::Read(Mutex::new(reader)),
        })
    }

    fn writing(path: &Path, connection: Connection) -> Self {
        Self {
            path: path.to_owned(),
            access: Access::Write(Mutex::new(connection)),
        }
    }

    pub(super) fn size(&self) -> Result<u64> {
        self.with(read::size)
    }

    pub(super) fn entries(&self, from: u64, limit: u64) -> Result<Vec<StoredEntry>> {
        self.with(|connection| read::entries(connection, from, limit))
    }

    pub(super) fn hashes(&self, level: u8, from: u64, count: u64) -> Result<Vec<Digest>> {
        let hashes = self.with(|connection| read::hashes(connection, level, from, count))?;
        if hashes.len() as u64 == count {
            return Ok(hashes);
        }
        Err(Error::HashesMissing {
            level,
            from,
            expected: count,
            found: hashes.len() as u64,
        })
    }

    pub(super) fn item_record(&self, digest: &Digest) -> Result<Option<ItemRecord>> {
        self.with(|connection| read::item_record(connection, digest))
    }

    pub(super) fn item_records(
        &self,
        after: Option<&Digest>,
        limit: u64,
    ) -> Result<Vec<ItemRecord>> {
        self.with(|connection| read::item_records(connection, after, limit))
    }

    pub(super) fn erased_items(&self) -> Result<Vec<Digest>> {
        self.with(read::erased_items)
    }

    pub(super) fn append(&self, batch: &Batch<'_>) -> Result<()> {
        let mut connection = self.writer()?;
        let failed = |error| connect::database_error(&self.path, error);
        let transaction = connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(failed)?;
        let found = read::size(&transaction).map_err(failed)?;
        if found != batch.first {
            return Err(Error::LedgerMoved {
                expected: batch.first,
                found,
            });
        }
        insert(&transaction, batch).map_err(failed)?;
        if let Some(commitment) = erase(&transaction, &batch.erases).map_err(failed)? {
            return Err(Error::UnknownCommitment { commitment });
        }
        transaction.commit().map_err(failed)
    }

    /// Carries the overwritten pages from the write-ahead log into the database and empties the log, which still holds the old ones.
    pub(super) fn scrub(&self) -> Result<()> {
        let connection = self.writer()?;
        connect::empty_log(&connection).map_err(|error| connect::database_error(&self.path, error))
    }

    fn writer(&self) -> Result<std::sync::MutexGuard<'_, Connection>> {
        match &self.access {
            Access::Write(connection) => Ok(lock_of(connection)),
            Access::Read(_) => Err(Error::OpenedForReading),
        }
    }

    fn with<T>(&self, read: impl Fn(&Connection) -> rusqlite::Result<T>) -> Result<T> {
        match &self.access {
            Access::Write(connection) => read(&lock_of(connection))
                .map_err(|error| connect::database_error(&self.path, error)),
            Access::Read(reader) => lock_of(reader).with(read),
        }
    }
}

/// The key of a payload.
fn payload_id(entry: u64, place: usize) -> u64 {
    entry
        .saturating_mul(PAYLOAD_LIMIT as u64)
        .saturating_add(place as u64)
}

fn insert(transaction: &Transaction<'_>, batch: &Batch<'_>) -> rusqlite::Result<()> {
    let mut entry = transaction.prepare_cached("INSERT INTO entry VALUES (?1, ?2, ?3)")?;
    let mut payload = transaction.prepare_cached("INSERT INTO payload VALUES (?1, ?2, NULL)")?;
    let mut secret = transaction.prepare_cached("INSERT INTO secret VALUES (?1, ?2, ?3)")?;
    for (index, row) in (batch.first..).zip(&batch.rows) {
        entry.execute((index, row.leaf.0, row.bytes))?;
        for (place, (commitment, salted)) in row.payloads.iter().enumerate() {
            let id = payload_id(index, place);
            payload.execute((id, commitment.0))?;
            secret.execute((id, salted.salt, salted.bytes.as_slice()))?;
        }
    }
    let mut node = transaction.prepare_cached("INSERT INTO node VALUES (?1, ?2, ?3)")?;
    for (level, index, hash) in &batch.hashes {
        node.execute((level, index, hash.0))?;
    }
    let mut item =
        transaction.prepare_cached("INSERT OR IGNORE INTO item VALUES (?1, ?2, ?3, NULL)")?;
    for (index, digest, size) in &batch.items {
        item.execute((digest.0, size, index))?;
    }
    let mut gone = transaction.prepare_cached(
        "INSERT INTO item VALUES (?1, ?2, ?3, ?3) \
         ON CONFLICT (digest) DO UPDATE SET erased_by = coalesce(erased_by, excluded.erased_by)",
    )?;
    for (by, digest, size) in &batch.erases_items {
        gone.execute((digest.0, size, by))?;
    }
    Ok(())
}

/// Marks payloads as erased and overwrites them in place. Returns a commitment that belongs to no payload, if there is one.
fn erase(
    transaction: &Transaction<'_>,
    erases: &[(u64, Digest)],
) -> rusqlite::Result<Option<Digest>> {
    if erases.is_empty() {
        return Ok(None);
    }
    // The first entry that erases a commitment is the one remembered.
    let mut wanted = BTreeMap::new();
    for (by, commitment) in erases {
        wanted.entry(commitment.0).or_insert((*by, false));
    }
    let mut found = Vec::new();
    let mut select =
        transaction.prepare("SELECT id, commitment, erased_by IS NOT NULL FROM payload")?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let commitment: [u8; 32] = row.get(1)?;
        if let Some((by, seen)) = wanted.get_mut(&commitment) {
            *seen = true;
            if !row.get::<_, bool>(2)? {
                found.push((row.get::<_, i64>(0)?, *by));
            }
        }
    }
    if let Some((commitment, _)) = wanted.iter().find(|(_, (_, seen))| !seen) {
        return Ok(Some(Digest(*commitment)));
    }
    // A value of the same length is written over the old one, on the same pages.
    let mut zero = transaction.prepare(
        "UPDATE secret SET salt = zeroblob(length(salt)), bytes = zeroblob(length(bytes)) WHERE id = ?1",
    )?;
    let mut mark = transaction.prepare("UPDATE payload SET erased_by = ?2 WHERE id = ?1")?;
    for (id, by) in found {
        zero.execute([id])?;
        mark.execute((id, by))?;
    }
    Ok(None)
}
