//! What do we know now?
//!
//! A read model in one SQLite file, fed with the entries of a ledger and thrown away at will: the same entries give the same
//! answers, byte for byte, in whatever portions they came. Specified in `docs/formats/catalog.md`.

mod build;
mod contradiction;
mod decision;
mod dump;
mod error;
mod feed;
mod identity;
mod items;
mod log;
mod open;
mod prepare;
mod record;
mod regions;
mod releases;
mod schema;
mod search;
mod suggestion;
mod words;
mod write;

pub use build::Sink;
pub use contradiction::Contradiction;
pub use decision::JudgementView;
pub use error::{CatalogError, DatabaseError};
pub use feed::{Applied, Fed, FedPayload, FedPrint, FedText, PrintOf};
pub use identity::IdentityConflict;
pub use items::{ItemView, SourceView};
pub use log::{Counts, Erasure, KindCount, LogLine};
pub use open::{Catalog, Condition, Lag, Origin};
pub use record::{ClaimView, RecordView, Snapshot, UnreadRecord, UnreadRecords};
pub use releases::ReleaseView;
pub use search::{Hit, Rank};
pub use suggestion::SuggestionView;
