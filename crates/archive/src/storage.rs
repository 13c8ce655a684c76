//! The seam: what an archive asks of the place where it lies, and what that place must promise.

use std::{fmt, io::Read};

use proof::digest::Digest;

use crate::{Description, Repair, Result, SaltedPayload, StoredEntry};

/// A place where an archive lies: a folder, a database with an object store, or memory that fails when a test says so.
///
/// Obligations of every implementation:
/// - A call that changes something is durable when it returns `Ok`: it survives the death of the process and of the machine.
/// - A call that returns an error has either happened wholly, or not at all, or (where the method says so) in a part that `recover`
///   removes or that repeating the call completes. Callers never assume which.
/// - Reads see every change that has returned `Ok`. All methods may be called from several threads at once; calls that change something
///   come from one thread at a time, because `Archive` has one writer.
pub trait Storage: Send + Sync + fmt::Debug {
    /// What the archive says of itself, in the current form; `None` until `describe` has returned.
    fn description(&self) -> Result<Option<Description>>;

    /// Makes the place an archive. Atomic. Called once, last in the making.
    fn describe(&self, description: &Description) -> Result<()>;

    /// Removes what interrupted calls left behind and says what that was. Called at the start of every opening for writing. Never
    /// touches anything that a call returned `Ok` for.
    fn recover(&self) -> Result<Vec<Repair>>;

    /// Entries in the ledger.
    fn size(&self) -> Result<u64>;

    /// Appends a batch: entries, payloads, hashes, item records and marks of erasure, all of them or none.
    ///
    /// Refuses with `LedgerMoved` when the ledger does not hold exactly `batch.first` entries, and with `UnknownCommitment` when a
    /// commitment to be erased belongs to no entry up to and including this batch. Payloads that are erased read as `Erased` from the
    /// moment this returns, by the first entry that erased them; their bytes may linger until `scrub`.
    fn append(&self, batch: &Batch<'_>) -> Result<()>;

    /// At most `limit` entries from index `from` on, in order, without gaps; empty past the end.
    fn entries(&self, from: u64, limit: u64) -> Result<Vec<StoredEntry>>;

    /// `count` hashes of level `level` from `from` on. Level 0 holds leaf hashes; a hash of level `l + 1` is the root of 256 hashes of
    /// level `l`. Fails with `HashesMissing` rather than return fewer.
    fn hashes(&self, level: u8, from: u64, count: u64) -> Result<Vec<Digest>>;

    /// Destroys the bytes and salts of all erased payloads, so that nothing in the place still holds them. May be called at any time,
    /// again, and after a crash.
    fn scrub(&self) -> Result<()>;

    /// What the ledger says about one item; `None` when no entry names or erases it.
    fn item_record(&self, digest: &Digest) -> Result<Option<ItemRecord>>;

    /// Everything that the ledger says about items, by digest, at most `limit`, those after `after` when it is given.
    fn item_records(&self, after: Option<&Digest>, limit: u64) -> Result<Vec<ItemRecord>>;

    /// The items marked as erased, by digest.
    fn erased_items(&self) -> Result<Vec<Digest>>;

    /// Reads `reader` to its end and keeps the bytes under their SHA-256, without ever holding all of them in memory. Returns digest and
    /// size in bytes. Keeping the same bytes again changes nothing. Fails with `ItemTooLong` past `limit` bytes and with
    /// `ItemUnreadable` when the reader fails; an interrupted call leaves at most something that `recover` removes.
    fn put_item(&self, reader: &mut dyn Read, limit: u64) -> Result<(Digest, u64)>;

    /// The bytes of an item as they lie there, unchecked; `None` when it is not there.
    fn open_item(&self, digest: &Digest) -> Result<Option<Box<dyn Read + Send>>>;

    /// Size of an item in bytes; `None` when it is not there.
    fn item_size(&self, digest: &Digest) -> Result<Option<u64>>;

    /// Destroys an item. `false` when it was not there.
    fn delete_item(&self, digest: &Digest) -> Result<bool>;

    /// Everything that lies in the vault.
    fn list_items(&self) -> Result<Listing>;

    /// A published file (`checkpoint`, `tile/…`); `None` when it is not there.
    fn read_public(&self, path: &str) -> Result<Option<Vec<u8>>>;

    /// Writes published files, replacing those of the same path. Each is atomic; after an error some may be written.
    fn write_public(&self, files: &[PublicFile]) -> Result<()>;

    /// Removes published files; those that are not there are passed over. After an error some may be removed.
    fn delete_public(&self, paths: &[String]) -> Result<()>;

    /// Paths of all published files, sorted.
    fn list_public(&self) -> Result<Vec<String>>;
}

/// What one call of `append` makes durable.
#[derive(Debug, Default)]
pub struct Batch<'a> {
    /// Index of the first entry; the ledger must hold exactly this many.
    pub first: u64,
    /// The entries, in order.
    pub rows: Vec<Row<'a>>,
    /// Hashes of levels 1 and up that these entries complete: level, index, hash.
    pub hashes: Vec<(u8, u64, Digest)>,
    /// Items that the entries name: the entry, the item, its size in bytes. A record that exists already stays as it is.
    pub items: Vec<(u64, Digest, u64)>,
    /// Payloads to be marked as erased: by which entry, which commitment.
    pub erases: Vec<(u64, Digest)>,
    /// Items to be marked as erased: by which entry, which item, its size in bytes (0 when it is gone).
    pub erases_items: Vec<(u64, Digest, u64)>,
}

/// One entry of a batch.
#[derive(Debug)]
pub struct Row<'a> {
    /// Its leaf hash (RFC 6962, section 2.1).
    pub leaf: Digest,
    /// The entry.
    pub bytes: &'a [u8],
    /// Its payloads with their commitments, in order.
    pub payloads: Vec<(Digest, &'a SaltedPayload)>,
}

/// What the ledger says about one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemRecord {
    /// The item.
    pub digest: Digest,
    /// Its size in bytes.
    pub size: u64,
    /// The first entry that names it.
    pub entry: u64,
    /// The entry that erased it.
    pub erased_by: Option<u64>,
}

/// What lies in the vault.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// Items and their sizes in bytes, by digest.
    pub items: Vec<(Digest, u64)>,
    /// Paths within the archive that are not items, sorted.
    pub foreign: Vec<String>,
}

/// A file that anyone may read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicFile {
    /// Path below `ledger/`, with `/` between its parts.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}
