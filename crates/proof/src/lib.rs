//! Is this what was recorded, then?
//!
//! Bytes only: hashes, Merkle trees in tiles, signed checkpoints, receipts. Written from the public specifications of C2SP and
//! RFC 6962, for strangers who compile this crate alone.

pub mod checkpoint;
pub mod commitment;
pub mod cosignature;
pub mod digest;
pub mod json;
pub mod ledger_check;
pub mod merkle;
pub mod note;
pub mod policy;
pub mod receipt;
pub mod receipt_check;
pub mod report;
pub mod tile;
