//! What an entry commits to: the content itself, in canonical bytes, erasable without breaking the ledger.

use crate::{
    arrangement::Arrangement,
    claim::Claim,
    id::RecordId,
    item::Item,
    judgement::{Judgement, Suggestion},
    release::Release,
    source::Source,
};

/// The content behind an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Payload {
    /// What the archive is called, and its public identifier.
    Archive {
        /// Name given by its makers.
        name: String,
    },
    /// A source.
    Source(Source),
    /// An item.
    Item(Item),
    /// Claims that came together, such as one row of a table. About one record each, so that erasing a payload erases one person.
    Claims {
        /// Records that these claims bring into being or add to, sorted.
        records: Vec<RecordId>,
        /// The claims, in order of reading.
        claims: Vec<Claim>,
    },
    /// A proposal.
    Suggestion(Suggestion),
    /// A decision.
    Judgement(Judgement),
    /// An arrangement of the exhibition.
    Arrangement(Arrangement),
    /// A release of the exhibition.
    Release(Release),
    /// More words on an erasure, for custodians.
    Erasure {
        /// The words.
        note: String,
    },
}
