//! All that the catalog knows, before redaction. Renderers cannot be given this.

use model::{
    access::Access,
    arrangement::Arrangement,
    claim::Claim,
    entry::Timestamp,
    id::{ClaimId, EvidenceNumber, RecordId, SourceId},
    item::Item,
    source::Source,
};

/// The input of `compile`. Order does not matter; `compile` sorts.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// Name of the archive.
    pub archive_name: String,
    /// The curator's arrangement; the default one when none was made.
    pub arrangement: Arrangement,
    /// Time of the newest entry; every count in the edition is as of then.
    pub as_of: Option<Timestamp>,
    /// Origin line of the ledger.
    pub origin: String,
    /// Number of entries.
    pub ledger_size: u64,
    /// Root of the ledger in hexadecimal.
    pub ledger_root: String,
    /// The signed checkpoint as text, for printing; empty when none was made.
    pub checkpoint: String,
    /// One per identity: records judged the same stand together.
    pub records: Vec<DraftRecord>,
    /// Sources.
    pub sources: Vec<DraftSource>,
    /// Items.
    pub items: Vec<DraftItem>,
    /// Pairs proposed as one or as two, not decided.
    pub open_pairs: Vec<OpenPair>,
    /// Map outlines: rings of (longitude, latitude) in degrees, by layer in drawing order.
    pub outlines: Vec<Vec<Vec<(f32, f32)>>>,
    /// What earlier releases showed; its addresses stay.
    pub published: Vec<Public>,
    /// Earlier releases, oldest first.
    pub releases: Vec<DraftRelease>,
}

/// A record with everything said about it.
#[derive(Clone, Debug)]
pub struct DraftRecord {
    /// Its identifier: of records judged the same, the one that came first.
    pub id: RecordId,
    /// The other identifiers judged to be the same.
    pub also: Vec<RecordId>,
    /// Effective access of the record as a whole, after judgements.
    pub access: Access,
    /// Its claims with their identifiers; `access` of each is the effective one, after judgements.
    pub claims: Vec<(ClaimId, Claim)>,
    /// When its claims were recorded, in any order; of a claim that is not here it is not known.
    pub recorded: Vec<(ClaimId, Timestamp)>,
}

/// What decides how a record stands, before anything said of it is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftHead {
    /// As in [`DraftRecord`].
    pub id: RecordId,
    /// As in [`DraftRecord`].
    pub also: Vec<RecordId>,
    /// As in [`DraftRecord`].
    pub access: Access,
    /// One for each of its claims, in any order.
    pub claims: Vec<ClaimHead>,
}

/// What decides about a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClaimHead {
    /// The record under which it was said.
    pub about: RecordId,
    /// Effective access of the claim, after judgements.
    pub access: Access,
    /// The item it cites. May be left out of a public claim of a public record, where it decides nothing.
    pub item: Option<EvidenceNumber>,
}

impl DraftHead {
    /// The head of `record`.
    pub fn of(record: &DraftRecord) -> Self {
        let head = |(_, claim): &(ClaimId, Claim)| ClaimHead {
            about: claim.about,
            access: claim.access,
            item: claim.citation.item,
        };
        Self {
            id: record.id,
            also: record.also.clone(),
            access: record.access,
            claims: record.claims.iter().map(head).collect(),
        }
    }
}

/// A source and its effective access.
#[derive(Clone, Debug)]
pub struct DraftSource {
    /// The source.
    pub source: Source,
    /// Access after judgements.
    pub access: Access,
}

/// An item, its effective access and what was read in it.
#[derive(Clone, Debug)]
pub struct DraftItem {
    /// The item.
    pub item: Item,
    /// Access after judgements.
    pub access: Access,
    /// Index of the ledger entry that added it.
    pub entry: u64,
    /// Its text, when it is a text and short enough to show.
    pub text: Option<String>,
    /// Its rows, header first, when it is a table and short enough to show.
    pub table: Option<Vec<Vec<String>>>,
    /// Bytes erased: the item is known by its tombstone only.
    pub erased: bool,
    /// Width and height in pixels, upright, of each of its pages that can be looked at; one for a picture, none for what is not pictorial.
    pub sheets: Vec<(u32, u32)>,
    /// Parts of its pages that are covered for those who may not see them.
    pub covered: Vec<Covered>,
    /// When it was added.
    pub added: Option<Timestamp>,
}

/// A part of a page that a judgement covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Covered {
    /// Page, from 1.
    pub sheet: u32,
    /// Left, top, right, bottom in thousandths of width and height.
    pub area: [u16; 4],
    /// Who may see beneath.
    pub access: Access,
}

/// What was published before and may be gone now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Public {
    /// A record.
    Record(RecordId),
    /// A source.
    Source(SourceId),
    /// An item.
    Item(EvidenceNumber),
}

/// An exhibition that was entered in the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftRelease {
    /// Its number, from 1.
    pub number: u64,
    /// When.
    pub time: Timestamp,
    /// What the curator says of it; may be empty.
    pub note: String,
    /// SHA-256 of its manifest, in hexadecimal.
    pub manifest: String,
    /// Pages added, changed and removed since the one before.
    pub changes: [u64; 3],
}

/// Two records proposed to be one, or told apart, by somebody who did not decide.
#[derive(Clone, Debug)]
pub struct OpenPair {
    /// One.
    pub left: RecordId,
    /// The other.
    pub right: RecordId,
    /// `true`: proposed as one; `false`: held to be two.
    pub same: bool,
    /// By whom and on what grounds.
    pub basis: String,
}
