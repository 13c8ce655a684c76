//! Why something stays behind when records go out to another system.

/// Why something that is known could not be written in a format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Left {
    /// Whole records: the format has no such kind.
    Kind,
    /// Facts: the format has no such property.
    Property,
    /// Facts that something narrows: without it they would say more than their source.
    Qualifier,
    /// Facts whose value the format cannot hold: a date of another calendar, a mark that separates values.
    Value,
    /// References: written as the name of what they lead to.
    Reference,
    /// Languages of words.
    Language,
    /// Who says a fact, where, how sure and through whom.
    Source,
}

impl Left {
    /// A stable word for it, for JSON and for translation.
    pub fn code(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Property => "property",
            Self::Qualifier => "qualifier",
            Self::Value => "value",
            Self::Reference => "reference",
            Self::Language => "language",
            Self::Source => "source",
        }
    }
}
