//! The ledger as people read it: counts, lines, tombstones.

use std::collections::{BTreeMap, BTreeSet};

use model::{
    entry::{Entry, EntryKind, Timestamp},
    id::{RecordId, RecordKind},
    term::Term,
    wire::v1,
};
use rusqlite::{Connection, Row};

use crate::{error::CatalogError, open::Catalog};

/// How many of what are known.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Counts {
    /// Entries applied.
    pub entries: u64,
    /// Records by kind, in the order of `RecordKind::ALL`; kinds of which there are none are left out.
    pub records: Vec<KindCount>,
    /// Claims, rejected ones included.
    pub claims: u64,
    /// Sources.
    pub sources: u64,
    /// Items.
    pub items: u64,
    /// Suggestions ever made.
    pub suggestions: u64,
    /// Judgements.
    pub judgements: u64,
    /// Payloads that are gone.
    pub erased: u64,
}

/// How many records of one kind are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KindCount {
    /// The kind.
    pub kind: RecordKind,
    /// Records.
    pub records: u64,
    /// Identities: records judged the same count once.
    pub identities: u64,
}

/// An entry as people read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogLine {
    /// Its index.
    pub entry: u64,
    /// When, by the clock of the machine that wrote it.
    pub time: Timestamp,
    /// Who did it.
    pub actor: String,
    /// What happened.
    pub kind: EntryKind,
    /// How many of what, as the entry says.
    pub counts: BTreeMap<String, u64>,
    /// Payloads it commits to.
    pub payloads: u64,
    /// Of these, how many are gone.
    pub erased: u64,
    /// For an erasure: why.
    pub reason: Option<Term>,
}

/// A tombstone: payloads were destroyed for good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erasure {
    /// The entry that says so.
    pub entry: u64,
    /// When.
    pub time: Timestamp,
    /// By whom.
    pub actor: String,
    /// Why; `None` when the entry gives no reason.
    pub reason: Option<Term>,
    /// The entries whose payloads are gone, sorted.
    pub of: Vec<u64>,
    /// How many payloads are gone.
    pub payloads: u64,
    /// More words, for custodians.
    pub note: Option<String>,
}

impl Catalog {
    /// How many of what are known.
    pub fn counts(&self) -> Result<Counts, CatalogError> {
        let count = |sql: &str| -> Result<u64, CatalogError> {
            let number: i64 = self.connection().query_row(sql, [], |row| row.get(0))?;
            Ok(number as u64)
        };
        let mut records = Vec::new();
        for kind in RecordKind::ALL {
            let first = RecordId::from_bits(kind, 0).packed();
            let last = RecordId::from_bits(kind, u64::MAX).packed();
            let all = count(&format!(
                "SELECT count(*) FROM record WHERE id BETWEEN {first} AND {last}"
            ))?;
            let merged = count(&format!(
                "SELECT count(*) FROM identity WHERE record <> leader AND record BETWEEN {first} AND {last}"
            ))?;
            if all > 0 {
                records.push(KindCount {
                    kind,
                    records: all,
                    identities: all - merged,
                });
            }
        }
        Ok(Counts {
            entries: self.position(),
            records,
            claims: count("SELECT count(*) FROM claim_id")?,
            sources: count("SELECT count(DISTINCT id) FROM source")?,
            items: count("SELECT count(DISTINCT number) FROM item")?,
            suggestions: count("SELECT count(*) FROM suggestion")?,
            judgements: count("SELECT count(*) FROM judgement")?,
            erased: self
                .collect(
                    "SELECT erased FROM entry WHERE erased IS NOT NULL",
                    [],
                    erased_payloads,
                )?
                .into_iter()
                .sum(),
        })
    }

    /// At most `limit` entries from index `from` on.
    pub fn log(&self, from: u64, limit: usize) -> Result<Vec<LogLine>, CatalogError> {
        self.collect(
            "SELECT erased, position, bytes FROM entry WHERE position >= ?1 ORDER BY position LIMIT ?2",
            [
                i64::try_from(from).unwrap_or(i64::MAX),
                i64::try_from(limit).unwrap_or(i64::MAX),
            ],
            |row| {
                let (position, entry) = stored_entry(row)?;
                Ok(LogLine {
                    entry: position,
                    time: entry.time,
                    actor: entry.actor,
                    kind: entry.kind,
                    counts: entry.counts,
                    payloads: entry.commitments.len() as u64,
                    erased: erased_payloads(row)?,
                    reason: entry.reason,
                })
            },
        )
    }

    /// The time of the newest entry that an exhibition shows (see [`Catalog::shown`]); `None` while there is none.
    pub fn as_of(&self) -> Result<Option<Timestamp>, CatalogError> {
        let last = self.shown()?.saturating_sub(1);
        Ok(self.log(last, 1)?.pop().map(|line| line.time))
    }

    /// The time of every entry applied, by its index.
    pub fn entry_times(&self) -> Result<Vec<Timestamp>, CatalogError> {
        self.collect(
            "SELECT erased, position, bytes FROM entry ORDER BY position",
            [],
            |row| Ok(stored_entry(row)?.1.time),
        )
    }

    /// Tombstones in the order of the ledger.
    pub fn erasures(&self) -> Result<Vec<Erasure>, CatalogError> {
        let erasures = self.collect(
            &format!(
                "SELECT erased, position, bytes, (SELECT note FROM note WHERE note.entry = position) FROM entry
                 WHERE kind = {} ORDER BY position",
                EntryKind::PayloadsErased as i64
            ),
            [],
            |row| Ok((stored_entry(row)?, row.get::<_, Option<String>>(3)?)),
        )?;
        let wanted: BTreeSet<[u8; 32]> = erasures
            .iter()
            .flat_map(|((_, entry), _)| entry.erases.iter().map(|digest| digest.0))
            .collect();
        let homes = homes(self.connection(), &wanted)?;
        Ok(erasures
            .into_iter()
            .map(|((position, entry), note)| Erasure {
                entry: position,
                time: entry.time,
                actor: entry.actor,
                reason: entry.reason,
                of: entry
                    .erases
                    .iter()
                    .filter_map(|digest| homes.get(&digest.0).map(|home| home.entry))
                    .collect::<BTreeSet<u64>>()
                    .into_iter()
                    .collect(),
                payloads: entry.erases.len() as u64,
                note,
            })
            .collect())
    }

    /// Payloads of entries that added items, whether they are still there or not.
    pub(crate) fn items_ever_added(&self) -> Result<i64, CatalogError> {
        let added = self.collect(
            &format!(
                "SELECT erased, position, bytes FROM entry WHERE kind = {}",
                EntryKind::ItemAdded as i64
            ),
            [],
            stored_entry,
        )?;
        Ok(added
            .iter()
            .map(|(_, entry)| entry.commitments.len() as i64)
            .sum())
    }
}

/// Where a payload lies, and whether it was fed.
struct Home {
    entry: u64,
    fed: bool,
}

/// Finds the entries that commit to `wanted`. Reads the ledger through, for it is asked only when something was erased.
fn homes(
    connection: &Connection,
    wanted: &BTreeSet<[u8; 32]>,
) -> Result<BTreeMap<[u8; 32], Home>, CatalogError> {
    let mut found = BTreeMap::new();
    if wanted.is_empty() {
        return Ok(found);
    }
    let mut statement =
        connection.prepare_cached("SELECT erased, position, bytes FROM entry ORDER BY position")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (position, entry) = stored_entry(row)?;
        let erased: Option<Vec<u8>> = row.get(0)?;
        for (place, commitment) in entry.commitments.iter().enumerate() {
            if wanted.contains(&commitment.0) {
                let gone = erased
                    .as_ref()
                    .and_then(|erased| erased.get(place))
                    .is_some_and(|gone| *gone == 1);
                found.insert(
                    commitment.0,
                    Home {
                        entry: position,
                        fed: !gone,
                    },
                );
            }
        }
    }
    Ok(found)
}

/// Whether a payload that an erasure names was fed all the same, before it was erased.
pub(crate) fn erased_content_stands(connection: &Connection) -> Result<bool, CatalogError> {
    let mut statement = connection.prepare_cached(&format!(
        "SELECT erased, position, bytes FROM entry WHERE kind = {}",
        EntryKind::PayloadsErased as i64
    ))?;
    let mut rows = statement.query([])?;
    let mut wanted = BTreeSet::new();
    while let Some(row) = rows.next()? {
        let (_, entry) = stored_entry(row)?;
        wanted.extend(entry.erases.iter().map(|digest| digest.0));
    }
    Ok(homes(connection, &wanted)?.values().any(|home| home.fed))
}

/// Reads the columns erased, position, bytes.
fn stored_entry(row: &Row<'_>) -> Result<(u64, Entry), CatalogError> {
    let bytes: Vec<u8> = row.get(2)?;
    let entry = v1::decode_entry(&bytes).map_err(|_| CatalogError::Damaged)?;
    Ok((row.get::<_, i64>(1)? as u64, entry))
}

/// Reads the column erased.
fn erased_payloads(row: &Row<'_>) -> Result<u64, CatalogError> {
    let erased: Option<Vec<u8>> = row.get(0)?;
    Ok(erased.map_or(0, |erased| erased.iter().map(|gone| u64::from(*gone)).sum()))
}
