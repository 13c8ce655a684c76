//! A file as it came in, and what happened to it since.

use proof::digest::Digest;

use crate::{
    access::Access,
    entry::Timestamp,
    id::{EvidenceNumber, SourceId},
    term::Term,
};

/// A file as it came in, never changed; its bytes lie in the vault under `digest`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its evidence number in this archive.
    pub number: EvidenceNumber,
    /// SHA-256 of its bytes.
    pub digest: Digest,
    /// Size in bytes.
    pub size: u64,
    /// Media type as found in the bytes, not as named.
    pub media_type: String,
    /// File name as received, without folders.
    pub name: String,
    /// What it is, in a line; `None` when nobody said.
    pub title: Option<String>,
    /// How it was obtained, in words ("downloaded", "handed over on a stick").
    pub obtained_how: String,
    /// From whom.
    pub obtained_from: Option<SourceId>,
    /// Who has had it and what was done with it, oldest first.
    pub custody: Vec<CustodyEvent>,
    /// How far it may be shown.
    pub access: Access,
}

/// One step in an item's chain of custody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustodyEvent {
    /// When.
    pub time: Timestamp,
    /// What was done: a term of the vocabulary `custody` (`received`, `copied`, `viewed` …).
    pub action: Term,
    /// By whom.
    pub by: String,
    /// More in words.
    pub note: Option<String>,
}
