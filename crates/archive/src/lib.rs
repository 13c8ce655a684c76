//! Where is the evidence, and in what order did it arrive?
//!
//! An archive is a ledger of opaque entries, the erasable payloads they commit to, and a vault of items (files as they came in). This
//! crate knows nothing of what an entry says. It promises three things: an item is durable before the entry that names it; an entry is
//! durable before anyone is told; and whatever is destroyed is destroyed without breaking the ledger.
//! The folder is described in `docs/formats/archive-folder.md`, the vault in `docs/formats/vault.md`.

mod error;

mod description;
mod entry;
mod item;
mod tree;

mod storage;

mod folder;

pub mod faulty;

mod archive;
mod check;
mod commit;
mod publish;

pub use archive::{Archive, Opening, Repair};
pub use check::{CheckReport, Problem, Progress};
pub use commit::{Committer, Ticket};
pub use description::{Description, FORM};
pub use entry::{ENTRY_LIMIT, NewEntry, PayloadState, SaltedPayload, StoredEntry, StoredPayload};
pub use error::{Doing, Error, Result};
pub use item::ItemReader;
pub use publish::Published;
pub use storage::{Batch, ItemRecord, Listing, PublicFile, Row, Storage};
