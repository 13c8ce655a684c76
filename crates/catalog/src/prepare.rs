//! From canonical bytes to rows: everything that needs no database, so that it can run beside the one who writes.

use std::ops::Range;

use model::{
    access::Access,
    claim::Claim,
    entry::{Entry, EntryKind},
    item::Item,
    judgement::{Judgement, Suggestion},
    payload::Payload,
    source::Source,
    term::Term,
    value::Value,
    wire::v1,
};

use crate::{
    error::CatalogError,
    feed::{Fed, FedPayload, FedPrint},
    words,
};

/// The property that holds names.
pub(crate) const NAME: &str = "name";

/// An entry ready to be written.
#[derive(Debug)]
pub(crate) struct Prepared {
    pub(crate) position: u64,
    pub(crate) bytes: Vec<u8>,
    pub(crate) entry: Entry,
    /// For each payload 1 when it was erased; `None` when none was.
    pub(crate) erased: Option<Vec<u8>>,
    pub(crate) parts: Vec<Part>,
    pub(crate) texts: Vec<PreparedText>,
    pub(crate) prints: Vec<FedPrint>,
}

/// A payload ready to be written. Bytes are those of the payload.
#[derive(Debug)]
pub(crate) enum Part {
    Archive(String),
    Source(Source, Vec<u8>),
    Item(Item, Vec<u8>),
    Claims(PreparedClaims),
    Suggestion(Suggestion, Vec<u8>),
    Judgement(Judgement, Vec<u8>),
    Arrangement(Vec<u8>),
    Release(Vec<u8>),
    Erasure(String),
}

/// Claims that came together, in few pieces of memory.
#[derive(Debug, Default)]
pub(crate) struct PreparedClaims {
    pub(crate) records: Vec<i64>,
    pub(crate) claims: Vec<PreparedClaim>,
    bytes: Vec<u8>,
    words: String,
}

#[derive(Debug)]
pub(crate) struct PreparedClaim {
    pub(crate) id: i64,
    pub(crate) about: i64,
    pub(crate) property: Term,
    pub(crate) access: Access,
    bytes: Range<u32>,
    words: Range<u32>,
}

#[derive(Debug)]
pub(crate) struct PreparedText {
    pub(crate) number: i64,
    pub(crate) text: String,
    pub(crate) words: String,
}

/// Reads and checks one entry.
pub(crate) fn prepare(fed: &Fed<'_>, key: &v1::IdentifierKey) -> Result<Prepared, CatalogError> {
    let entry = v1::decode_entry(fed.entry).map_err(|source| CatalogError::Entry {
        entry: fed.index,
        source,
    })?;
    if entry.commitments.len() != fed.payloads.len() {
        return Err(CatalogError::PayloadCount {
            entry: fed.index,
            expected: entry.commitments.len(),
            found: fed.payloads.len(),
        });
    }
    let mut parts = Vec::with_capacity(fed.payloads.len());
    for (place, payload) in fed.payloads.iter().enumerate() {
        if let FedPayload::Present(bytes) = payload {
            let part = part(bytes, entry.kind, key).map_err(|source| CatalogError::Payload {
                entry: fed.index,
                payload: place,
                source,
            })?;
            parts.push(part);
        }
    }
    Ok(Prepared {
        position: fed.index,
        bytes: fed.entry.to_vec(),
        entry,
        erased: erased(&fed.payloads),
        parts,
        prints: fed.prints.clone(),
        texts: fed
            .texts
            .iter()
            .map(|fed| {
                let mut words = String::new();
                words::push_text(&mut words, fed.text);
                PreparedText {
                    number: i64::from(fed.item.0),
                    text: fed.text.to_owned(),
                    words,
                }
            })
            .collect(),
    })
}

fn erased(payloads: &[FedPayload<'_>]) -> Option<Vec<u8>> {
    let gone = |payload: &FedPayload<'_>| *payload == FedPayload::Erased;
    payloads.iter().any(gone).then(|| {
        payloads
            .iter()
            .map(|payload| u8::from(gone(payload)))
            .collect()
    })
}

fn part(
    bytes: &[u8],
    kind: EntryKind,
    key: &v1::IdentifierKey,
) -> Result<Part, model::wire::WireError> {
    if kind == EntryKind::ClaimsRecorded
        && let Some((records, claims)) = v1::claims_with_bytes(bytes)?
    {
        let mut prepared = PreparedClaims {
            records: records.iter().map(|record| record.packed()).collect(),
            claims: Vec::with_capacity(claims.len()),
            bytes: Vec::with_capacity(bytes.len()),
            words: String::new(),
        };
        for (claim, bytes) in claims {
            prepared.push(claim, bytes, key);
        }
        return Ok(Part::Claims(prepared));
    }
    Ok(match v1::decode_payload(bytes)? {
        Payload::Archive { name } => Part::Archive(name),
        Payload::Source(source) => Part::Source(source, bytes.to_vec()),
        Payload::Item(item) => Part::Item(item, bytes.to_vec()),
        Payload::Claims { records, claims } => {
            let mut prepared = PreparedClaims {
                records: records.iter().map(|record| record.packed()).collect(),
                ..PreparedClaims::default()
            };
            for claim in claims {
                let bytes = v1::claim_bytes(&claim);
                prepared.push(claim, &bytes, key);
            }
            Part::Claims(prepared)
        }
        Payload::Suggestion(suggestion) => Part::Suggestion(suggestion, bytes.to_vec()),
        Payload::Judgement(judgement) => Part::Judgement(judgement, bytes.to_vec()),
        Payload::Arrangement(_) => Part::Arrangement(bytes.to_vec()),
        Payload::Release(_) => Part::Release(bytes.to_vec()),
        Payload::Erasure { note } => Part::Erasure(note),
    })
}

impl PreparedClaims {
    /// One claim alone, as an accepted suggestion brings it.
    pub(crate) fn of(claim: Claim, key: &v1::IdentifierKey) -> Self {
        let mut prepared = Self::default();
        let bytes = v1::claim_bytes(&claim);
        prepared.records.push(claim.about.packed());
        prepared.push(claim, &bytes, key);
        prepared
    }

    pub(crate) fn bytes(&self, claim: &PreparedClaim) -> &[u8] {
        &self.bytes[claim.bytes.start as usize..claim.bytes.end as usize]
    }

    /// Tokens for the search index; empty when there is nothing to find.
    pub(crate) fn words(&self, claim: &PreparedClaim) -> &str {
        &self.words[claim.words.start as usize..claim.words.end as usize]
    }

    fn push(&mut self, claim: Claim, bytes: &[u8], key: &v1::IdentifierKey) {
        let start = self.words.len();
        push_claim_words(&mut self.words, &claim);
        let words = start as u32..self.words.len() as u32;
        let start = self.bytes.len() as u32;
        self.bytes.extend_from_slice(bytes);
        self.claims.push(PreparedClaim {
            id: v1::claim_id_of_bytes(key, bytes).bits() as i64,
            about: claim.about.packed(),
            property: claim.property,
            access: claim.access,
            bytes: start..self.bytes.len() as u32,
            words,
        });
    }
}

/// Adds what a claim can be found by: its words and those of its qualifiers.
fn push_claim_words(out: &mut String, claim: &Claim) {
    let mut words = String::new();
    match &claim.value {
        Value::Text { text, .. } if claim.property.as_str() == NAME => {
            words::push_name(&mut words, text);
        }
        value => push_value(&mut words, value),
    }
    for qualifier in &claim.qualifiers {
        push_value(&mut words, &qualifier.value);
    }
    out.push_str(&words);
}

fn push_value(words: &mut String, value: &Value) {
    if let Value::Text { text, .. } | Value::Link(text) = value {
        words::push_text(words, text);
    }
}
