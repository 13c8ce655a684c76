//! Parts of pages of items, and how far each may be shown.

use model::{access::Access, id::EvidenceNumber, region::Region};
use rusqlite::{Connection, OptionalExtension, params};

use crate::{error::CatalogError, open::Catalog, record::access};

/// The subject of a judgement as the tables hold it.
pub(crate) const SUBJECT: i64 = 4;

impl Catalog {
    /// Every part of a page on whose access somebody decided, with what was decided last; sorted.
    pub fn regions(&self) -> Result<Vec<(Region, Access)>, CatalogError> {
        self.collect(
            "SELECT item, page, area, access FROM region JOIN access ON subject = 4 AND key = seq ORDER BY item, page, area",
            [],
            |row| {
                let packed: i64 = row.get(2)?;
                let edge = |place: u32| (packed >> (30 - 10 * place) & 1023) as u16;
                let (item, page) = (row.get(0)?, row.get(1)?);
                let area = [edge(0), edge(1), edge(2), edge(3)];
                let region = Region::new(EvidenceNumber(item), page, area);
                let region = region.map_err(|_| CatalogError::Damaged)?;
                Ok((region, access(row.get(3)?)?))
            },
        )
    }
}

fn packed(region: Region) -> i64 {
    let edges = region.area().into_iter();
    edges.fold(0, |packed, edge| packed << 10 | i64::from(edge))
}

/// The row of `region`; `None` when nothing was judged of it.
pub(crate) fn row(connection: &Connection, region: Region) -> Result<Option<i64>, CatalogError> {
    Ok(connection
        .prepare_cached("SELECT seq FROM region WHERE item = ?1 AND page = ?2 AND area = ?3")?
        .query_row(
            params![region.item().0, region.page(), packed(region)],
            |row| row.get(0),
        )
        .optional()?)
}

/// Gives `region` a row, unless it has one.
pub(crate) fn insert(connection: &Connection, region: Region) -> Result<(), CatalogError> {
    connection
        .prepare_cached("INSERT OR IGNORE INTO region(item, page, area) VALUES(?1, ?2, ?3)")?
        .execute(params![region.item().0, region.page(), packed(region)])?;
    Ok(())
}
