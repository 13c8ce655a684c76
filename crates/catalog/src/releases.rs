//! Releases of the exhibition, and what an exhibition is computed from.

use model::{
    entry::{EntryKind, Timestamp},
    payload::Payload,
    release::Release,
    wire::v1,
};
use rusqlite::OptionalExtension as _;

use crate::{error::CatalogError, open::Catalog};

/// A release and the entry that says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReleaseView {
    /// The release.
    pub release: Release,
    /// Index of its entry.
    pub entry: u64,
    /// When, by the clock of the machine that wrote it.
    pub time: Timestamp,
}

impl Catalog {
    /// Releases of the exhibition, oldest first.
    pub fn releases(&self) -> Result<Vec<ReleaseView>, CatalogError> {
        self.collect(
            "SELECT release.bytes, release.entry, entry.bytes FROM release
             JOIN entry ON entry.position = release.entry ORDER BY release.seq",
            [],
            |row| {
                let (payload, entry): (Vec<u8>, Vec<u8>) = (row.get(0)?, row.get(2)?);
                match (v1::decode_payload(&payload), v1::decode_entry(&entry)) {
                    (Ok(Payload::Release(release)), Ok(found)) => Ok(ReleaseView {
                        release,
                        entry: row.get::<_, i64>(1)? as u64,
                        time: found.time,
                    }),
                    _ => Err(CatalogError::Damaged),
                }
            },
        )
    }

    /// How many entries an exhibition is computed from: all up to the newest that is not a release. A release says what was
    /// written and is not itself shown by it, so that writing again gives the same pages.
    pub fn shown(&self) -> Result<u64, CatalogError> {
        let newest: Option<i64> = self
            .connection()
            .prepare_cached(&format!(
                "SELECT position FROM entry WHERE kind <> {} ORDER BY position DESC LIMIT 1",
                EntryKind::ReleasePublished as i64
            ))?
            .query_row([], |row| row.get(0))
            .optional()?;
        Ok(newest.map_or(0, |position| position as u64 + 1))
    }
}
