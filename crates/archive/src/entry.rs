//! What goes into the ledger and what comes out of it.

use std::fmt;

use proof::digest::Digest;

/// Longest entry, in bytes: one that an entry bundle can hold.
pub const ENTRY_LIMIT: usize = proof::tile::MAX_ENTRY_BYTES;

/// Most payloads of one entry; their key in the database is the entry's index times this number plus their place.
pub(crate) const PAYLOAD_LIMIT: usize = 65_536;

/// An entry to be appended, with everything that becomes durable together with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewEntry {
    /// The entry itself, opaque, at most [`ENTRY_LIMIT`] bytes. Public for ever.
    pub bytes: Vec<u8>,
    /// The erasable payloads that it commits to, in the order in which it names their commitments.
    pub payloads: Vec<SaltedPayload>,
    /// The items that it names. They must be in the vault already; the check looks for them from then on.
    pub items: Vec<Digest>,
    /// Commitments whose payloads are destroyed once the entry is durable.
    pub erases: Vec<Digest>,
    /// Items that are destroyed once the entry is durable.
    pub erases_items: Vec<Digest>,
}

impl NewEntry {
    /// An entry that names nothing.
    pub fn new(bytes: Vec<u8>) -> Self {
        Self {
            bytes,
            ..Self::default()
        }
    }

    /// Whether it destroys anything.
    pub fn is_erasure(&self) -> bool {
        !self.erases.is_empty() || !self.erases_items.is_empty()
    }
}

/// A payload with the salt of its commitment.
#[derive(Clone, PartialEq, Eq)]
pub struct SaltedPayload {
    /// Drawn at random by the caller, once per payload. Whoever knows it can test guesses about the payload.
    pub salt: [u8; 32],
    /// The payload, opaque.
    pub bytes: Vec<u8>,
}

impl SaltedPayload {
    /// What an entry says of it.
    pub fn commitment(&self) -> Digest {
        proof::commitment::commit(&self.salt, &self.bytes)
    }
}

impl fmt::Debug for SaltedPayload {
    /// Shows the length alone, so that no log ever holds what may have to be erased.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SaltedPayload({} bytes)", self.bytes.len())
    }
}

/// An entry as it lies in the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredEntry {
    /// Its place in the ledger, from 0.
    pub index: u64,
    /// The entry itself.
    pub bytes: Vec<u8>,
    /// Its payloads, in order.
    pub payloads: Vec<StoredPayload>,
}

/// A payload as it lies beside its entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredPayload {
    /// What the entry says of it.
    pub commitment: Digest,
    /// Whether it still exists.
    pub state: PayloadState,
}

/// Whether a payload still exists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PayloadState {
    /// It does.
    Present(SaltedPayload),
    /// It was destroyed.
    Erased {
        /// Index of the entry that says so.
        by: u64,
    },
}
