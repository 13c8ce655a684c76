//! Destroying a record's or an item's data for good, with a tombstone in the ledger.

use std::collections::BTreeSet;

use archive::{NewEntry, PayloadState, SaltedPayload};
use model::{
    entry::{Entry, EntryKind},
    id::{EvidenceNumber, RecordId},
    payload::Payload,
    term::Term,
    vocabulary, wire,
};
use proof::digest::Digest;

use crate::{
    error::{Error, Result},
    feed,
    outcome::Erased,
    recording::counts,
    registrar::Registrar,
};

/// How something is erased.
#[derive(Clone, Debug)]
pub struct EraseOptions {
    /// A term of the vocabulary `erasure-reason`. Public.
    pub reason: String,
    /// More words, for custodians; kept as an erasable payload. May be empty.
    pub note: String,
    /// Also erase the items in which the erased claims were read.
    pub with_items: bool,
}

/// What is to go.
#[derive(Debug, Default)]
struct Doomed {
    entries: BTreeSet<u64>,
    claims: u64,
    items: BTreeSet<EvidenceNumber>,
    still_in: BTreeSet<EvidenceNumber>,
}

impl Registrar {
    /// Erases everything claimed about a record (and the records judged to be the same), or one item.
    ///
    /// The ledger still verifies: its entries keep their commitments, and the new entry says which payloads are gone and why.
    /// The catalog is made anew, so that no byte of it remains there either.
    pub fn erase(&mut self, subject: &str, options: &EraseOptions) -> Result<Erased> {
        let reason = erasure_reason(&options.reason)?;
        let doomed = match EvidenceNumber::parse(subject) {
            Ok(number) => self.doomed_item(number)?,
            Err(_) => self.doomed_record(subject, options.with_items)?,
        };
        let (commitments, digests) = self.doomed_payloads(&doomed)?;
        if commitments.is_empty() {
            return Err(Error::NothingToErase {
                id: subject.to_owned(),
            });
        }
        let entry = self.append_tombstone(reason, options, &commitments, &digests)?;
        let rebuilt = feed::rebuild(&self.folder, &self.archive, &self.keys.identifiers)?;
        self.catalog = rebuilt;
        self.publish()?;
        Ok(Erased {
            entry,
            payloads: commitments.len() as u64,
            claims: doomed.claims,
            items: doomed.items.into_iter().collect(),
            still_in: doomed.still_in.into_iter().collect(),
        })
    }

    fn doomed_item(&self, number: EvidenceNumber) -> Result<Doomed> {
        let item = self
            .catalog
            .item(number)?
            .ok_or_else(|| Error::unknown_item(number))?;
        Ok(Doomed {
            entries: BTreeSet::from([item.entry]),
            items: BTreeSet::from([number]),
            ..Doomed::default()
        })
    }

    fn doomed_record(&self, subject: &str, with_items: bool) -> Result<Doomed> {
        let id = RecordId::parse(subject).map_err(|cause| Error::BadId {
            cause: Box::new(cause),
        })?;
        let view = self.catalog.record(id)?.ok_or_else(|| Error::Unknown {
            what: "record",
            id: subject.to_owned(),
        })?;
        let mut doomed = Doomed {
            claims: view.claims.len() as u64,
            ..Doomed::default()
        };
        for claim in &view.claims {
            doomed.entries.insert(claim.entry);
            doomed.still_in.extend(claim.claim.citation.item);
        }
        if with_items {
            for number in std::mem::take(&mut doomed.still_in) {
                if let Some(item) = self.catalog.item(number)? {
                    doomed.entries.insert(item.entry);
                    doomed.items.insert(number);
                }
            }
        }
        Ok(doomed)
    }

    /// The commitments of the payloads behind the doomed entries, and the digests of the doomed items.
    fn doomed_payloads(&self, doomed: &Doomed) -> Result<(Vec<Digest>, Vec<Digest>)> {
        let mut commitments = Vec::new();
        for index in &doomed.entries {
            for stored in self.archive.entries(*index, 1)? {
                let present = stored
                    .payloads
                    .iter()
                    .filter(|payload| matches!(payload.state, PayloadState::Present(_)));
                commitments.extend(present.map(|payload| payload.commitment));
            }
        }
        let mut digests = Vec::new();
        for number in &doomed.items {
            let item = self
                .catalog
                .item(*number)?
                .ok_or_else(|| Error::unknown_item(*number))?;
            digests.push(item.item.digest);
        }
        Ok((commitments, digests))
    }

    fn append_tombstone(
        &mut self,
        reason: Term,
        options: &EraseOptions,
        commitments: &[Digest],
        digests: &[Digest],
    ) -> Result<u64> {
        let note = SaltedPayload {
            salt: self.surroundings.secret()?,
            bytes: wire::v1::encode_payload(&Payload::Erasure {
                note: options.note.clone(),
            }),
        };
        let entry = Entry {
            kind: EntryKind::PayloadsErased,
            time: self.surroundings.now(),
            actor: self.actor.clone(),
            counts: counts(&[("payloads", commitments.len() as u64)]),
            commitments: vec![note.commitment()],
            erases: commitments.to_vec(),
            reason: Some(reason),
        };
        let new = NewEntry {
            payloads: vec![note],
            erases: commitments.to_vec(),
            erases_items: digests.to_vec(),
            ..NewEntry::new(wire::v1::encode_entry(&entry))
        };
        Ok(self.archive.append(&[new])?.start)
    }
}

/// Reads a reason, which must be in the vocabulary because everyone can read it.
fn erasure_reason(word: &str) -> Result<Term> {
    let known = vocabulary::standard().terms("erasure-reason");
    match Term::new(word) {
        Ok(term) if known.iter().any(|known| known.id == term) => Ok(term),
        _ => Err(Error::BadReason {
            reason: word.to_owned(),
            known: known
                .iter()
                .map(|known| known.id.as_str())
                .collect::<Vec<_>>()
                .join(", "),
        }),
    }
}
