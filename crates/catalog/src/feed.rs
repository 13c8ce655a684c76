//! What the catalog is fed with: entries of the ledger, their payloads, and texts read in items.

use model::id::EvidenceNumber;

/// An entry of the ledger with what it commits to.
#[derive(Clone, Debug)]
pub struct Fed<'a> {
    /// Its index, from 0.
    pub index: u64,
    /// Its canonical bytes.
    pub entry: &'a [u8],
    /// Its payloads, one for each commitment, in order.
    pub payloads: Vec<FedPayload<'a>>,
    /// Texts read in the items that this entry added. A rebuild gives the same answers if it is fed the same texts.
    pub texts: Vec<FedText<'a>>,
    /// Prints of the items that this entry added, by which items that are alike are found.
    pub prints: Vec<FedPrint>,
}

/// A payload, if it is still there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FedPayload<'a> {
    /// Its canonical bytes, already checked against the commitment.
    Present(&'a [u8]),
    /// Destroyed.
    Erased,
}

/// The text of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FedText<'a> {
    /// The item.
    pub item: EvidenceNumber,
    /// What can be read in it.
    pub text: &'a str,
}

/// A print of an item: items that are alike have prints that are equal or differ in few places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FedPrint {
    /// The item.
    pub item: EvidenceNumber,
    /// Of what.
    pub of: PrintOf,
    /// The print.
    pub print: u64,
}

/// What a print is of. Only prints of one kind can be held against each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PrintOf {
    /// The brightness of a picture.
    Picture = 0,
    /// All words of a text in their order.
    Words = 1,
    /// The runs of words in a text.
    Shingles = 2,
}

/// What was taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Applied {
    /// Entries.
    pub entries: u64,
    /// Claims not known before.
    pub claims: u64,
}
