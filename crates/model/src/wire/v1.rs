//! Version 1 of the stored forms: entries, payloads, claims and the identifiers computed from them.
//!
//! Specified in `docs/formats/payload.md`, `claim.md` and `identifiers.md`; fixtures for ever in `fixtures/v1`. Every form is
//! canonical JSON (RFC 8785), written by hand. Reading accepts exactly what writing writes, so bytes and values correspond one
//! to one. Text stands exactly as stated: it is not normalised, for evidence must stay as it was.

mod arrangement;
mod claim;
mod entry;
mod field;
mod ids;
mod payload;
mod people;
mod presented;
mod release;
mod value;

pub use claim::{claim_bytes, decode_claim};
pub use entry::{ENTRY_LIMIT, decode_entry, encode_entry};
pub use ids::{IdentifierKey, claim_id, claim_id_of_bytes, record_bits, source_id};
pub use payload::{ClaimsWithBytes, claims_with_bytes, decode_payload, encode_payload};
