//! What is promised to those who check: published vectors, malformed inputs, whole ledgers, the program, and the fixtures kept for ever.

#![expect(clippy::unwrap_used, reason = "a test stops at what should not be")]

mod any_bytes;
mod checkpoints;
mod fixtures;
mod ledgers;
mod notes;
mod policies;
mod program;
mod proofs;
mod receipts;
mod support;
mod vectors;
