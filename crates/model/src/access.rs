//! Who may see an item, a source or a single claim.

/// How far something may be shown. Ordered: what is later is more closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Access {
    /// Anyone.
    #[default]
    Public,
    /// Named readers only; the public sees a gap with its reason at the place of the claim.
    Restricted,
    /// The archive's custodians only; the public is not told which property is withheld.
    Confidential,
}
