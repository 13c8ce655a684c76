//! An exhibition as it was handed over: what was written, from what, and what changed.

use proof::digest::Digest;

use crate::language::Language;

/// A release of the exhibition. Its manifest, which lists every file with its digest, lies beside the ledger
/// (`docs/formats/release.md`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// Its number, from 1.
    pub number: u64,
    /// What the curator says of it; may be empty.
    pub note: String,
    /// Languages, in the order of the language switch.
    pub languages: Vec<Language>,
    /// Address at which it stands, if it has one.
    pub base: Option<String>,
    /// SHA-256 of its manifest.
    pub manifest: Digest,
    /// Entries of the ledger that it was computed from.
    pub ledger_size: u64,
    /// Files.
    pub files: u64,
    /// Pages (HTML) among them.
    pub pages: u64,
    /// Bytes of all files.
    pub bytes: u64,
    /// Pages that the release before did not have.
    pub added: u64,
    /// Pages that differ from those of the release before.
    pub changed: u64,
    /// Pages of the release before that are gone.
    pub removed: u64,
}
