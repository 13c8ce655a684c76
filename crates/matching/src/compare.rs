//! Two records side by side: a level for each field, the same level wherever the same thing is seen.

use names::{compare::Comparer, rarity::Rarity};

use crate::record::{RecordIndex, Records};

/// A comparison of one kind of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Field {
    /// The names.
    Name,
    /// The fathers' names.
    Father,
    /// Birth and age together: they are one piece of evidence.
    Birth,
    /// Date of the event.
    Event,
    /// Place of the event.
    Place,
    /// Place of birth.
    BirthPlace,
    /// Sex.
    Sex,
    /// Affiliation.
    Affiliation,
    /// Identifiers.
    Identifier,
}

/// How many fields there are.
pub const FIELDS: usize = 9;

/// The level of each field, in the order of `Field`: 0 is no evidence (absent on either side), then 1 the best agreement, growing
/// to the plainest disagreement.
pub type Levels = [u8; FIELDS];

/// What came of comparing two records.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Compared {
    /// A level for each field.
    pub levels: Levels,
    /// Bits for the rarity of what agrees (name parts, place), within ±12.
    pub rarity: f32,
    /// The score of the names, 0 to 1.
    pub name: f32,
}

impl Field {
    /// All fields, in order.
    pub const ALL: [Self; FIELDS] = [
        Self::Name,
        Self::Father,
        Self::Birth,
        Self::Event,
        Self::Place,
        Self::BirthPlace,
        Self::Sex,
        Self::Affiliation,
        Self::Identifier,
    ];

    /// The word for it in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Father => "father",
            Self::Birth => "birth",
            Self::Event => "event",
            Self::Place => "place",
            Self::BirthPlace => "birth-place",
            Self::Sex => "sex",
            Self::Affiliation => "affiliation",
            Self::Identifier => "identifier",
        }
    }

    /// The words for its levels from 1 on, best agreement first.
    pub fn levels(self) -> &'static [&'static str] {
        &[]
    }
}

/// Compares records. Each thread has its own; what it remembers changes nothing but the time.
#[derive(Debug)]
pub struct RecordComparer<'r> {
    records: &'r Records,
    names: Comparer<'r>,
}

impl<'r> RecordComparer<'r> {
    /// A comparer that remembers nothing yet.
    pub fn new(records: &'r Records, rarity: &'r Rarity) -> Self {
        Self {
            records,
            names: Comparer::new(&records.names, rarity),
        }
    }

    /// Compares two records. Symmetric.
    pub fn compare(&mut self, left: RecordIndex, right: RecordIndex) -> Compared {
        let (left, right) = (
            &self.records.rows[left.0 as usize],
            &self.records.rows[right.0 as usize],
        );
        let name = match (left.names[0], right.names[0]) {
            (Some(left), Some(right)) => self.names.compare(left, right).score,
            _ => 0.0,
        };
        Compared {
            levels: [0; FIELDS],
            rarity: 0.0,
            name,
        }
    }
}
