//! From what happened to entries: one payload each, salted, appended in order, then shown to the catalog.

use std::collections::BTreeMap;

use archive::{NewEntry, SaltedPayload};
use model::{
    entry::{Entry, EntryKind},
    payload::Payload,
    wire,
};
use proof::digest::Digest;

use crate::{error::Result, registrar::Registrar};

/// Entries appended in one transaction. Large enough that the sync of the disk is shared, small enough to stay in memory.
const BATCH: usize = 1_000;

/// Something that happened, not yet written.
#[derive(Debug)]
pub(crate) struct Happening {
    pub(crate) kind: EntryKind,
    /// Public counts.
    pub(crate) counts: BTreeMap<String, u64>,
    pub(crate) payload: Payload,
    /// Items that the payload names; they are in the vault already.
    pub(crate) items: Vec<Digest>,
}

impl Happening {
    /// With no counts and no items.
    pub(crate) fn new(kind: EntryKind, payload: Payload) -> Self {
        Self {
            kind,
            counts: BTreeMap::new(),
            payload,
            items: Vec::new(),
        }
    }
}

/// Counts by name.
pub(crate) fn counts(pairs: &[(&str, u64)]) -> BTreeMap<String, u64> {
    pairs
        .iter()
        .map(|(name, count)| ((*name).to_owned(), *count))
        .collect()
}

impl Registrar {
    /// Appends what happened, in order, and feeds it to the catalog. Everything is durable on return.
    pub(crate) fn record(&mut self, happenings: Vec<Happening>) -> Result<u64> {
        let written = happenings.len() as u64;
        let mut waiting = happenings.into_iter().peekable();
        while waiting.peek().is_some() {
            let batch: Vec<NewEntry> = waiting
                .by_ref()
                .take(BATCH)
                .map(|happening| self.entry(happening))
                .collect::<Result<_>>()?;
            self.append(&batch)?;
        }
        Ok(written)
    }

    /// Appends ready entries and feeds the catalog with them.
    pub(crate) fn append(&mut self, batch: &[NewEntry]) -> Result<()> {
        self.archive.append(batch)?;
        self.feed_catalog()
    }

    fn entry(&mut self, happening: Happening) -> Result<NewEntry> {
        let payload = SaltedPayload {
            salt: self.surroundings.secret()?,
            bytes: wire::v1::encode_payload(&happening.payload),
        };
        let entry = Entry {
            kind: happening.kind,
            time: self.surroundings.now(),
            actor: self.actor.clone(),
            counts: happening.counts,
            commitments: vec![payload.commitment()],
            erases: Vec::new(),
            reason: None,
        };
        Ok(NewEntry {
            items: happening.items,
            payloads: vec![payload],
            ..NewEntry::new(wire::v1::encode_entry(&entry))
        })
    }
}
