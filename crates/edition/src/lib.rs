//! What may be shown, to whom, in what order?
//!
//! The only door to renderers. [`compile`] takes a draft of all that the catalog knows and gives back an edition: ordered,
//! citations resolved, already redacted. A renderer can name nothing else, and no type it can reach holds a withheld value.

mod cards;
mod compile;
mod dates;
mod disputes;
pub mod draft;
pub mod edition;
mod facts;
mod names;
mod pictures;
mod policy;
mod positions;
mod presented;
mod resolve;
mod rooms;
mod share;
mod standing;
mod vocabulary;
mod words;

pub use compile::{Compiler, compile};
pub use pictures::{Blobs, PictureError, Pictures, Pixels};
pub use policy::{Audience, Policy};

// The harmless value types of `model` that an edition is made of; nothing here can hold an unredacted claim.
pub use model::{
    arrangement::Localized,
    date::{Calendar, CivilDay, Day},
    id::{ClaimId, EvidenceNumber, PersonId, RecordId, RecordKind, SourceId},
    language::Language,
    number::NumberRange,
    position::{Position, Precision},
    term::Term,
};
