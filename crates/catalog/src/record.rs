//! Records and what is said of them, with what was judged.

use std::collections::BTreeSet;

use model::{
    access::Access,
    claim::Claim,
    id::{ClaimId, EvidenceNumber, RecordId, RecordKind},
    wire::v1,
};
use rusqlite::{OptionalExtension, Row, Transaction};

use crate::{error::CatalogError, open::Catalog};

/// Everything said of one identity: of a record and of all that are judged the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordView {
    /// The record of this identity that came first.
    pub id: RecordId,
    /// The others, in the order of their arrival.
    pub also: Vec<RecordId>,
    /// How far the record as a whole may be shown: the most closed of what was judged of its records, public by default.
    pub access: Access,
    /// Its claims in the order of the ledger, those rejected left out.
    pub claims: Vec<ClaimView>,
}

/// A claim and what was judged of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimView {
    /// Its identifier.
    pub id: ClaimId,
    /// The claim as recorded.
    pub claim: Claim,
    /// How far it may be shown, after judgements on it and on its record; never more open than its record.
    pub access: Access,
    /// The entry that recorded it first, or by which its suggestion was accepted.
    pub entry: u64,
    /// `false` when it was rejected: set aside, and left out wherever claims are listed.
    pub accepted: bool,
}

impl Catalog {
    /// Everything said of `id` and of the records judged the same; `None` when the record is not known.
    pub fn record(&self, id: RecordId) -> Result<Option<RecordView>, CatalogError> {
        let known = crate::write::exists(
            self.connection(),
            "SELECT 1 FROM record WHERE id = ?1",
            id.packed(),
        )?;
        known
            .then(|| self.unread(self.leader(id.packed())?)?.view())
            .transpose()
    }

    /// The claim called `id`, also when it is rejected; `None` when it is not known.
    pub fn claim(&self, id: ClaimId) -> Result<Option<ClaimView>, CatalogError> {
        let mut found = self.connection().prepare_cached(
            "SELECT id, about, access, entry, bytes, accepted FROM told WHERE seq = (SELECT seq FROM claim_id WHERE id = ?1)",
        )?;
        let told = found.query_row([id.bits() as i64], Told::read).optional()?;
        told.map(|told| {
            let members = self.members(self.leader(told.about)?)?;
            told.view(self.record_access(&members)?)
        })
        .transpose()
    }

    /// Whether the claim called `id` is known.
    pub fn has_claim(&self, id: ClaimId) -> Result<bool, CatalogError> {
        crate::write::claim_exists(self.connection(), id.bits() as i64)
    }

    /// Every identity of that kind, in the order in which they came.
    pub fn records(
        &self,
        kind: RecordKind,
    ) -> Result<impl ExactSizeIterator<Item = Result<RecordView, CatalogError>>, CatalogError> {
        let unread = self.unread_records(kind)?;
        Ok(unread.map(|record| record?.view()))
    }

    /// The same, with claims that are not read yet.
    pub fn unread_records(&self, kind: RecordKind) -> Result<UnreadRecords<'_>, CatalogError> {
        let reading = self.reading()?;
        let first = RecordId::from_bits(kind, 0).packed();
        let last = RecordId::from_bits(kind, u64::MAX).packed();
        let mut leaders = self.connection().prepare_cached(
            "SELECT record.id FROM record LEFT JOIN identity ON identity.record = record.id
             WHERE record.id BETWEEN ?1 AND ?2 AND coalesce(identity.leader, record.id) = record.id ORDER BY record.seq",
        )?;
        let leaders = leaders
            .query_map([first, last], |row| row.get(0))?
            .collect::<Result<Vec<i64>, _>>()?;
        Ok(UnreadRecords {
            catalog: self,
            leaders: leaders.into_iter(),
            _reading: reading,
        })
    }

    /// Holds everything that is read to one state until the snapshot is dropped.
    pub fn snapshot(&self) -> Result<Snapshot<'_>, CatalogError> {
        Ok(Snapshot {
            _reading: self.reading()?,
        })
    }

    /// The items that claims of `property` cite, whatever was judged of those claims.
    pub fn items_cited_for(
        &self,
        property: &str,
    ) -> Result<BTreeSet<EvidenceNumber>, CatalogError> {
        let mut rows = self.connection().prepare_cached(
            "SELECT claim.bytes FROM claim JOIN property ON property.number = claim.property WHERE property.term = ?1",
        )?;
        let mut rows = rows.query([property])?;
        let mut items = BTreeSet::new();
        while let Some(row) = rows.next()? {
            let bytes: Vec<u8> = row.get(0)?;
            items.extend(read_claim(&bytes)?.citation.item);
        }
        Ok(items)
    }

    /// The record that stands for `record`: of records judged the same, the one that came first.
    pub(crate) fn leader(&self, record: i64) -> Result<i64, CatalogError> {
        let leader = self
            .connection()
            .prepare_cached("SELECT leader FROM identity WHERE record = ?1")?
            .query_row([record], |row| row.get(0))
            .optional()?;
        Ok(leader.unwrap_or(record))
    }

    /// The records of an identity in the order of their arrival, its leader first.
    pub(crate) fn members(&self, leader: i64) -> Result<Vec<i64>, CatalogError> {
        let mut rows = self.connection().prepare_cached(
            "SELECT identity.record FROM identity JOIN record ON record.id = identity.record WHERE leader = ?1 ORDER BY record.seq",
        )?;
        let members = rows
            .query_map([leader], |row| row.get(0))?
            .collect::<Result<Vec<i64>, _>>()?;
        Ok(if members.is_empty() {
            vec![leader]
        } else {
            members
        })
    }

    /// The most closed access judged of any of `members`.
    pub(crate) fn record_access(&self, members: &[i64]) -> Result<Access, CatalogError> {
        let mut rows = self
            .connection()
            .prepare_cached("SELECT access FROM access WHERE subject = 0 AND key = ?1")?;
        let mut closed = Access::Public;
        for member in members {
            let judged = rows.query_row([member], |row| row.get(0)).optional()?;
            if let Some(number) = judged {
                closed = closed.max(access(number)?);
            }
        }
        Ok(closed)
    }

    fn unread(&self, leader: i64) -> Result<UnreadRecord, CatalogError> {
        let members = self.members(leader)?;
        let access = self.record_access(&members)?;
        let mut rows = self.connection().prepare_cached(
            "SELECT id, told.about, access, entry, bytes, accepted, seq FROM run CROSS JOIN told
             WHERE run.about = ?1 AND seq BETWEEN run.first AND run.last ORDER BY run.first, seq",
        )?;
        let mut claims: Vec<(i64, Told)> = Vec::new();
        for member in &members {
            let mut rows = rows.query([member])?;
            while let Some(row) = rows.next()? {
                let told = Told::read(row)?;
                if told.accepted {
                    claims.push((row.get(6)?, told));
                }
            }
        }
        claims.sort_by_key(|(seq, _)| *seq);
        let mut ids = members.into_iter().map(record_id);
        let id = ids.next().ok_or(CatalogError::Damaged)??;
        Ok(UnreadRecord {
            id,
            also: ids.collect::<Result<_, _>>()?,
            access,
            claims: claims.into_iter().map(|(_, told)| told).collect(),
        })
    }
}

/// A record whose claims are still bytes. It can be sent to another thread and read there.
#[derive(Debug)]
pub struct UnreadRecord {
    /// As in [`RecordView`].
    pub id: RecordId,
    /// As in [`RecordView`].
    pub also: Vec<RecordId>,
    /// As in [`RecordView`].
    pub access: Access,
    claims: Vec<Told>,
}

impl UnreadRecord {
    /// Of each claim the record under which it was said and how far it may be shown, in the order of the ledger; and, only where
    /// that is not public, the item that it cites.
    pub fn heads(
        &self,
    ) -> impl Iterator<Item = Result<(RecordId, Access, Option<EvidenceNumber>), CatalogError>>
    {
        self.claims.iter().map(|told| {
            let access = access(told.access)?.max(self.access);
            let item = match access {
                Access::Public => None,
                _ => told.claim()?.citation.item,
            };
            Ok((record_id(told.about)?, access, item))
        })
    }

    /// Reads its claims.
    pub fn view(self) -> Result<RecordView, CatalogError> {
        let mut claims = Vec::with_capacity(self.claims.len());
        for told in self.claims {
            claims.push(told.view(self.access)?);
        }
        Ok(RecordView {
            id: self.id,
            also: self.also,
            access: self.access,
            claims,
        })
    }
}

/// Identities, one after the other, all from one state of the catalog.
#[derive(Debug)]
pub struct UnreadRecords<'c> {
    catalog: &'c Catalog,
    leaders: std::vec::IntoIter<i64>,
    /// Ends with the iterator.
    _reading: Option<Transaction<'c>>,
}

impl Iterator for UnreadRecords<'_> {
    type Item = Result<UnreadRecord, CatalogError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.leaders
            .next()
            .map(|leader| self.catalog.unread(leader))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.leaders.size_hint()
    }
}

impl ExactSizeIterator for UnreadRecords<'_> {}

/// One state of the catalog, as long as this lives: what is written meanwhile by others is not seen.
#[derive(Debug)]
pub struct Snapshot<'c> {
    _reading: Option<Transaction<'c>>,
}

/// A row of the view `told`.
#[derive(Debug)]
pub(crate) struct Told {
    id: i64,
    pub(crate) about: i64,
    access: i64,
    entry: i64,
    bytes: Vec<u8>,
    pub(crate) accepted: bool,
}

impl Told {
    /// Reads the columns id, about, access, entry, bytes, accepted.
    pub(crate) fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get(0)?,
            about: row.get(1)?,
            access: row.get(2)?,
            entry: row.get(3)?,
            bytes: row.get(4)?,
            accepted: row.get(5)?,
        })
    }

    fn claim(&self) -> Result<Claim, CatalogError> {
        read_claim(&self.bytes)
    }

    /// The claim, no more open than its record.
    pub(crate) fn view(self, record: Access) -> Result<ClaimView, CatalogError> {
        Ok(ClaimView {
            id: ClaimId::from_bits(self.id as u64),
            claim: self.claim()?,
            access: access(self.access)?.max(record),
            entry: self.entry as u64,
            accepted: self.accepted,
        })
    }
}

fn read_claim(bytes: &[u8]) -> Result<Claim, CatalogError> {
    v1::decode_claim(bytes).map_err(|_| CatalogError::Damaged)
}

pub(crate) fn record_id(packed: i64) -> Result<RecordId, CatalogError> {
    RecordId::from_packed(packed).ok_or(CatalogError::Damaged)
}

pub(crate) fn access(number: i64) -> Result<Access, CatalogError> {
    usize::try_from(number)
        .ok()
        .and_then(|place| Access::ALL.get(place).copied())
        .ok_or(CatalogError::Damaged)
}
