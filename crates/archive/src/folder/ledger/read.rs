//! Questions to the ledger's tables.

use proof::digest::Digest;
use rusqlite::{Connection, OptionalExtension, Row};

use super::payload_id;
use crate::{
    ItemRecord, PayloadState, SaltedPayload, StoredEntry, StoredPayload, entry::PAYLOAD_LIMIT,
};

pub(super) fn size(connection: &Connection) -> rusqlite::Result<u64> {
    connection
        .prepare_cached("SELECT coalesce(max(idx) + 1, 0) FROM entry")?
        .query_row([], |row| row.get(0))
}

/// Entries without gaps: reading stops before the first index that is missing.
pub(super) fn entries(
    connection: &Connection,
    from: u64,
    limit: u64,
) -> rusqlite::Result<Vec<StoredEntry>> {
    let end = from.saturating_add(limit).min(size(connection)?);
    let mut entries = Vec::with_capacity(end.saturating_sub(from) as usize);
    if from >= end {
        return Ok(entries);
    }
    let mut select = connection
        .prepare_cached("SELECT idx, bytes FROM entry WHERE idx >= ?1 AND idx < ?2 ORDER BY idx")?;
    let mut rows = select.query((from, end))?;
    while let Some(row) = rows.next()? {
        let index = row.get(0)?;
        if index != from + entries.len() as u64 {
            break;
        }
        entries.push(StoredEntry {
            index,
            bytes: row.get(1)?,
            payloads: Vec::new(),
        });
    }
    let end = from + entries.len() as u64;
    let mut select = connection.prepare_cached(
        "SELECT id, commitment, erased_by, salt, bytes FROM payload LEFT JOIN secret USING (id) \
         WHERE id >= ?1 AND id < ?2 ORDER BY id",
    )?;
    let mut rows = select.query((payload_id(from, 0), payload_id(end, 0)))?;
    while let Some(row) = rows.next()? {
        let id: u64 = row.get(0)?;
        let entry = &mut entries[(id / PAYLOAD_LIMIT as u64 - from) as usize];
        entry.payloads.push(stored_payload(row)?);
    }
    Ok(entries)
}

fn stored_payload(row: &Row<'_>) -> rusqlite::Result<StoredPayload> {
    let state = match row.get(2)? {
        Some(by) => PayloadState::Erased { by },
        None => PayloadState::Present(SaltedPayload {
            salt: row.get(3)?,
            bytes: row.get(4)?,
        }),
    };
    Ok(StoredPayload {
        commitment: Digest(row.get(1)?),
        state,
    })
}

/// Up to `count` hashes without gaps.
pub(super) fn hashes(
    connection: &Connection,
    level: u8,
    from: u64,
    count: u64,
) -> rusqlite::Result<Vec<Digest>> {
    let end = from.saturating_add(count);
    let mut select = connection.prepare_cached(if level == 0 {
        "SELECT idx, leaf FROM entry WHERE ?1 = 0 AND idx >= ?2 AND idx < ?3 ORDER BY idx"
    } else {
        "SELECT idx, hash FROM node WHERE level = ?1 AND idx >= ?2 AND idx < ?3 ORDER BY idx"
    })?;
    let mut hashes = Vec::with_capacity(count as usize);
    let mut rows = select.query((level, from, end))?;
    while let Some(row) = rows.next()? {
        if row.get::<_, u64>(0)? != from + hashes.len() as u64 {
            break;
        }
        hashes.push(Digest(row.get(1)?));
    }
    Ok(hashes)
}

const ITEM: &str = "SELECT digest, size, entry, erased_by FROM item";

pub(super) fn item_record(
    connection: &Connection,
    digest: &Digest,
) -> rusqlite::Result<Option<ItemRecord>> {
    connection
        .prepare_cached(&format!("{ITEM} WHERE digest = ?1"))?
        .query_row([digest.0], item)
        .optional()
}

pub(super) fn item_records(
    connection: &Connection,
    after: Option<&Digest>,
    limit: u64,
) -> rusqlite::Result<Vec<ItemRecord>> {
    // No digest is shorter than 32 bytes, so the empty blob comes before all of them.
    let after = after.map_or(&[][..], |digest| &digest.0);
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    connection
        .prepare_cached(&format!(
            "{ITEM} WHERE digest > ?1 ORDER BY digest LIMIT ?2"
        ))?
        .query_map((after, limit), item)?
        .collect()
}

pub(super) fn erased_items(connection: &Connection) -> rusqlite::Result<Vec<Digest>> {
    connection
        .prepare_cached("SELECT digest FROM item WHERE erased_by IS NOT NULL ORDER BY digest")?
        .query_map([], |row| Ok(Digest(row.get(0)?)))?
        .collect()
}

fn item(row: &Row<'_>) -> rusqlite::Result<ItemRecord> {
    Ok(ItemRecord {
        digest: Digest(row.get(0)?),
        size: row.get(1)?,
        entry: row.get(2)?,
        erased_by: row.get(3)?,
    })
}
