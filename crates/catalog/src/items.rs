//! Items and sources as described last.

use model::{
    access::Access,
    arrangement::Arrangement,
    id::{EvidenceNumber, SourceId},
    item::Item,
    payload::Payload,
    source::Source,
    wire::v1,
};
use rusqlite::{OptionalExtension, Params, Row};

use crate::{error::CatalogError, feed::PrintOf, open::Catalog, record::access};

/// An item and what was judged of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemView {
    /// The item as described last.
    pub item: Item,
    /// How far it may be shown, after judgements.
    pub access: Access,
    /// The entry that added it.
    pub entry: u64,
    /// The text read in it last; `None` when none was.
    pub text: Option<String>,
}

/// A source and what was judged of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceView {
    /// The source as described last.
    pub source: Source,
    /// How far its name may be shown, after judgements.
    pub access: Access,
    /// The entry that described it last.
    pub entry: u64,
}

/// Items, each with its last description, the access judged last, and the entry that added it first.
const ITEMS: &str = "SELECT item.bytes, coalesce(judged.access, item.access), (SELECT min(entry) FROM item AS first WHERE first.number = item.number),
    (SELECT text FROM item_text WHERE item_text.number = item.number ORDER BY item_text.seq DESC LIMIT 1)
    FROM item LEFT JOIN access AS judged ON judged.subject = 2 AND judged.key = item.number
    WHERE item.seq = (SELECT max(seq) FROM item AS last WHERE last.number = item.number)";

/// Sources, each with its last description and the access judged last.
const SOURCES: &str = "SELECT source.bytes, coalesce(judged.access, source.access), source.entry
    FROM source LEFT JOIN access AS judged ON judged.subject = 3 AND judged.key = source.id
    WHERE source.seq = (SELECT max(seq) FROM source AS last WHERE last.id = source.id)";

impl Catalog {
    /// All items by number.
    pub fn items(&self) -> Result<Vec<ItemView>, CatalogError> {
        self.collect(&format!("{ITEMS} ORDER BY item.number"), [], item_view)
    }

    /// The item of that number; `None` when it is not known.
    pub fn item(&self, number: EvidenceNumber) -> Result<Option<ItemView>, CatalogError> {
        let mut found = self.collect(
            &format!("{ITEMS} AND item.number = ?1"),
            [number.0],
            item_view,
        )?;
        Ok(found.pop())
    }

    /// The first item whose bytes have that SHA-256; `None` when there is none.
    pub fn item_by_digest(&self, sha256: &[u8; 32]) -> Result<Option<ItemView>, CatalogError> {
        let found = self.collect(
            &format!("{ITEMS} AND item.digest = ?1 ORDER BY item.number LIMIT 1"),
            [sha256],
            item_view,
        )?;
        Ok(found.into_iter().next())
    }

    /// The prints of one kind of all items that have one, by number.
    pub fn prints(&self, of: PrintOf) -> Result<Vec<(EvidenceNumber, u64)>, CatalogError> {
        self.collect(
            "SELECT number, print FROM item_print WHERE of = ?1 ORDER BY number",
            [of as i64],
            |row| Ok((EvidenceNumber(row.get(0)?), row.get::<_, i64>(1)? as u64)),
        )
    }

    /// The number that the next item gets: above every number given, also to items that are erased.
    pub fn next_evidence_number(&self) -> Result<EvidenceNumber, CatalogError> {
        let highest: i64 = self.connection().query_row(
            "SELECT coalesce(max(number), 0) FROM item",
            [],
            |row| row.get(0),
        )?;
        // Numbers are given in the order of arrival, so an item whose payload is gone had at most its own rank.
        let added = self.items_ever_added()?;
        Ok(EvidenceNumber(
            u32::try_from(highest.max(added) + 1).map_err(|_| CatalogError::Damaged)?,
        ))
    }

    /// All sources in the order in which they were described first.
    pub fn sources(&self) -> Result<Vec<SourceView>, CatalogError> {
        self.collect(
            &format!("{SOURCES} ORDER BY (SELECT min(seq) FROM source AS first WHERE first.id = source.id)"),
            [],
            source_view,
        )
    }

    /// The source called `id`; `None` when it is not known.
    pub fn source(&self, id: SourceId) -> Result<Option<SourceView>, CatalogError> {
        let mut found = self.collect(
            &format!("{SOURCES} AND source.id = ?1"),
            [id.bits() as i64],
            source_view,
        )?;
        Ok(found.pop())
    }

    /// The arrangement of the exhibition made last; `None` when none was made.
    pub fn arrangement(&self) -> Result<Option<Arrangement>, CatalogError> {
        let last: Option<Vec<u8>> = self
            .connection()
            .prepare_cached("SELECT bytes FROM arrangement ORDER BY seq DESC LIMIT 1")?
            .query_row([], |row| row.get(0))
            .optional()?;
        match last.map(|bytes| v1::decode_payload(&bytes)) {
            None => Ok(None),
            Some(Ok(Payload::Arrangement(arrangement))) => Ok(Some(arrangement)),
            Some(_) => Err(CatalogError::Damaged),
        }
    }

    pub(crate) fn collect<T>(
        &self,
        sql: &str,
        values: impl Params,
        read: fn(&Row<'_>) -> Result<T, CatalogError>,
    ) -> Result<Vec<T>, CatalogError> {
        let mut statement = self.connection().prepare_cached(sql)?;
        let mut rows = statement.query(values)?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(read(row)?);
        }
        Ok(found)
    }
}

fn item_view(row: &Row<'_>) -> Result<ItemView, CatalogError> {
    let bytes: Vec<u8> = row.get(0)?;
    match v1::decode_payload(&bytes) {
        Ok(Payload::Item(item)) => Ok(ItemView {
            item,
            access: access(row.get(1)?)?,
            entry: row.get::<_, i64>(2)? as u64,
            text: row.get(3)?,
        }),
        _ => Err(CatalogError::Damaged),
    }
}

fn source_view(row: &Row<'_>) -> Result<SourceView, CatalogError> {
    let bytes: Vec<u8> = row.get(0)?;
    match v1::decode_payload(&bytes) {
        Ok(Payload::Source(source)) => Ok(SourceView {
            source,
            access: access(row.get(1)?)?,
            entry: row.get::<_, i64>(2)? as u64,
        }),
        _ => Err(CatalogError::Damaged),
    }
}
