//! Identifiers computed from what they name, under the archive's key: the same thing read twice gets the same identifier, and a
//! public identifier lets nobody without the key try out what stands behind it.

use proof::{commitment, digest::Digest};

use super::claim::claim_bytes;
use crate::{
    claim::Claim,
    id::{ClaimId, RecordId, RecordKind, SourceId},
};

/// Each ends with a zero byte and none begins another, as `proof::commitment::keyed` asks.
const CLAIM_DOMAIN: &[u8] = b"cenotaph claim v1\0";
const RECORD_DOMAIN: &[u8] = b"cenotaph record v1\0";
const SOURCE_DOMAIN: &[u8] = b"cenotaph source v1\0";

/// The identifier of `claim` in the archive whose key is `key`.
pub fn claim_id(key: &[u8; 32], claim: &Claim) -> ClaimId {
    claim_id_of_bytes(&IdentifierKey::new(key), &claim_bytes(claim))
}

/// The archive's key made ready for many claims, as a replay of the ledger needs it.
#[derive(Clone, Debug)]
pub struct IdentifierKey(commitment::Key);

impl IdentifierKey {
    /// Makes `key` ready.
    pub fn new(key: &[u8; 32]) -> Self {
        Self(commitment::Key::new(key))
    }
}

/// The identifier of the claim whose canonical bytes are `bytes`, as `claims_with_bytes` gives them.
pub fn claim_id_of_bytes(key: &IdentifierKey, bytes: &[u8]) -> ClaimId {
    ClaimId::from_bits(first_60_bits(key.0.keyed(CLAIM_DOMAIN, bytes)))
}

/// The identifier of the record of that kind that a list calls `key_text`, in the namespace that the list's keys share.
pub fn record_bits(key: &[u8; 32], kind: RecordKind, namespace: &str, key_text: &str) -> RecordId {
    let message = parts(&[kind.as_str(), namespace, key_text]);
    let digest = commitment::keyed(key, RECORD_DOMAIN, &message);
    RecordId::from_bits(kind, first_60_bits(digest))
}

/// The identifier of the source that a list calls `key_text`, in the namespace that the list's keys share.
pub fn source_id(key: &[u8; 32], namespace: &str, key_text: &str) -> SourceId {
    let message = parts(&[namespace, key_text]);
    let digest = commitment::keyed(key, SOURCE_DOMAIN, &message);
    SourceId::from_bits(first_60_bits(digest))
}

/// Each part after its length in bytes, as eight bytes, the highest first: no two lists of parts give the same bytes.
fn parts(parts: &[&str]) -> Vec<u8> {
    let mut message = Vec::new();
    for part in parts {
        message.extend_from_slice(&(part.len() as u64).to_be_bytes());
        message.extend_from_slice(part.as_bytes());
    }
    message
}

fn first_60_bits(digest: Digest) -> u64 {
    let [a, b, c, d, e, f, g, h, ..] = digest.0;
    u64::from_be_bytes([a, b, c, d, e, f, g, h]) >> 4
}
