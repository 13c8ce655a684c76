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

impl Access {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Public, Self::Restricted, Self::Confidential];

    /// The word for it in files and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Restricted => "restricted",
            Self::Confidential => "confidential",
        }
    }

    /// The access called `word` in files and JSON.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|access| access.as_str() == word)
    }
}
