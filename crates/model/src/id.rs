//! Identifiers: 12 characters of Crockford base32 with a kind prefix before and a check character after.
//!
//! `p7k3m9q2x4t8wc`: `p` for a person, twelve characters for 60 bits, one check character. One type per kind, so that a
//! person's identifier cannot be read as a place's. Specified in `docs/formats/identifiers.md`.

use std::fmt;

#[cfg(test)]
mod tests;

/// Crockford's alphabet, lower case: no i, l, o, u (<https://www.crockford.com/base32.html>).
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const CHARACTERS: usize = 12;
const BITS: u32 = 60;

/// Why a text is not an identifier of the kind asked for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    /// Not a prefix, twelve characters and a check character.
    #[error("`{text}` is not an identifier: one letter, twelve characters and a check character")]
    Form {
        /// The text as given.
        text: String,
    },
    /// An identifier, but of another kind.
    #[error("`{text}` begins with `{found}`, not with `{expected}`")]
    Kind {
        /// The text as given.
        text: String,
        /// The prefix asked for.
        expected: char,
        /// The prefix found.
        found: char,
    },
    /// The check character does not fit: a character is wrong or two are swapped.
    #[error("`{text}` has a wrong character: its last one should be `{expected}`")]
    Check {
        /// The text as given.
        text: String,
        /// The check character that the others ask for.
        expected: char,
    },
}

/// Doubles in GF(32) with the polynomial x⁵ + x² + 1, which is primitive, so its powers run through all 31 non-zero elements.
fn double(value: u8) -> u8 {
    let shifted = value << 1;
    if shifted & 0b10_0000 == 0 {
        shifted
    } else {
        shifted ^ 0b10_0101
    }
}

/// The check symbol: Σ vᵢ·αⁱ over GF(32). Coefficients are distinct and non-zero over 13 symbols, so any one wrong
/// character and any two swapped ones change it.
fn check_symbol(prefix: u8, bits: u64) -> u8 {
    let digits = (0..CHARACTERS).map(|place| (bits >> (BITS - 5 * (place as u32 + 1))) as u8 & 31);
    // The prefix enters with its five low bits; the prefixes in use differ in them.
    std::iter::once(prefix & 31)
        .chain(digits)
        .fold(0, |sum, digit| double(sum ^ digit))
}

fn write_id(prefix: u8, bits: u64, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut text = [0u8; CHARACTERS + 2];
    text[0] = prefix;
    for (place, byte) in text[1..=CHARACTERS].iter_mut().enumerate() {
        *byte = ALPHABET[(bits >> (BITS - 5 * (place as u32 + 1))) as usize & 31];
    }
    text[CHARACTERS + 1] = ALPHABET[usize::from(check_symbol(prefix, bits))];
    f.write_str(std::str::from_utf8(&text).map_err(|_| fmt::Error)?)
}

/// Places of the letters in `ALPHABET`; 255 for what is none.
const PLACES: [u8; 256] = {
    let mut places = [255; 256];
    let mut place = 0;
    while place < ALPHABET.len() {
        places[ALPHABET[place] as usize] = place as u8;
        place += 1;
    }
    places
};

/// Reads any identifier exactly as it is written; nothing is forgiven. Prefix and 60 bits.
pub(crate) fn read_exact(text: &str) -> Option<(u8, u64)> {
    let bytes: &[u8; CHARACTERS + 2] = text.as_bytes().try_into().ok()?;
    let mut bits = 0u64;
    // 255 has bits above the five of a symbol, so one test at the end finds any wrong character.
    let mut wrong = 0u8;
    let mut sum = double(bytes[0] & 31);
    for byte in &bytes[1..=CHARACTERS] {
        let place = PLACES[usize::from(*byte)];
        wrong |= place;
        bits = bits << 5 | u64::from(place & 31);
        sum = double(sum ^ (place & 31));
    }
    (wrong < 32 && PLACES[usize::from(bytes[CHARACTERS + 1])] == sum).then_some((bytes[0], bits))
}

fn symbol(byte: u8) -> Option<u8> {
    // Crockford: read i and l as 1, o as 0.
    let folded = match byte.to_ascii_lowercase() {
        b'i' | b'l' => b'1',
        b'o' => b'0',
        other => other,
    };
    ALPHABET
        .iter()
        .position(|letter| *letter == folded)
        .map(|place| place as u8)
}

/// Reads any identifier: its prefix and its 60 bits.
fn read_id(text: &str) -> Result<(u8, u64), IdError> {
    let form = || IdError::Form {
        text: text.to_owned(),
    };
    let bytes: Vec<u8> = text.trim().bytes().filter(|byte| *byte != b'-').collect();
    let [prefix, middle @ .., check] = bytes.as_slice() else {
        return Err(form());
    };
    if middle.len() != CHARACTERS {
        return Err(form());
    }
    let prefix = prefix.to_ascii_lowercase();
    let mut bits = 0u64;
    for byte in middle {
        bits = bits << 5 | u64::from(symbol(*byte).ok_or_else(form)?);
    }
    let expected = check_symbol(prefix, bits);
    if symbol(*check) != Some(expected) {
        return Err(IdError::Check {
            text: text.to_owned(),
            expected: ALPHABET[usize::from(expected)] as char,
        });
    }
    Ok((prefix, bits))
}

macro_rules! identifier {
    ($name:ident, $prefix:literal, $doc:literal) => {
        #[doc = $doc]
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u64);

        impl $name {
            /// The letter that this kind of identifier begins with.
            pub const PREFIX: char = $prefix as char;

            /// The identifier made of the low 60 bits of `bits`.
            pub fn from_bits(bits: u64) -> Self {
                Self(bits & ((1 << BITS) - 1))
            }

            /// The 60 bits.
            pub fn bits(self) -> u64 {
                self.0
            }

            /// Reads an identifier of this kind; case, hyphens and Crockford's look-alikes are forgiven.
            pub fn parse(text: &str) -> Result<Self, IdError> {
                let (prefix, bits) = read_id(text)?;
                if prefix == $prefix {
                    Ok(Self(bits))
                } else {
                    Err(IdError::Kind {
                        text: text.to_owned(),
                        expected: Self::PREFIX,
                        found: prefix as char,
                    })
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write_id($prefix, self.0, f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }
    };
}

identifier!(PersonId, b'p', "A person.");
identifier!(
    GroupId,
    b'g',
    "A group: an organisation, a party, a court, a commission."
);
identifier!(PlaceId, b'x', "A place: a prison, a grave, a town.");
identifier!(
    EventId,
    b'e',
    "An event: a wave of executions, a conference, a trial."
);
identifier!(
    StatementId,
    b's',
    "A statement: a remark, a demand, a decree."
);
identifier!(
    ProceedingId,
    b'j',
    "A proceeding: a case before a court or a body."
);
identifier!(SourceId, b'f', "A source: where claims come from.");
identifier!(ClaimId, b'c', "A claim.");

/// What kind of record something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordKind {
    /// A person.
    Person,
    /// A group.
    Group,
    /// A place.
    Place,
    /// An event.
    Event,
    /// A statement.
    Statement,
    /// A proceeding.
    Proceeding,
}

impl RecordKind {
    /// All kinds, in the order of `RecordId::packed`.
    pub const ALL: [Self; 6] = [
        Self::Person,
        Self::Group,
        Self::Place,
        Self::Event,
        Self::Statement,
        Self::Proceeding,
    ];

    /// The word for it in files and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Group => "group",
            Self::Place => "place",
            Self::Event => "event",
            Self::Statement => "statement",
            Self::Proceeding => "proceeding",
        }
    }

    /// The kind called `word` in files and JSON.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// The letter that identifiers of this kind begin with.
    pub fn prefix(self) -> char {
        match self {
            Self::Person => PersonId::PREFIX,
            Self::Group => GroupId::PREFIX,
            Self::Place => PlaceId::PREFIX,
            Self::Event => EventId::PREFIX,
            Self::Statement => StatementId::PREFIX,
            Self::Proceeding => ProceedingId::PREFIX,
        }
    }

    pub(crate) fn of_prefix(prefix: u8) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.prefix() == char::from(prefix))
    }
}

/// Any record's identifier.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordId {
    /// A person's.
    Person(PersonId),
    /// A group's.
    Group(GroupId),
    /// A place's.
    Place(PlaceId),
    /// An event's.
    Event(EventId),
    /// A statement's.
    Statement(StatementId),
    /// A proceeding's.
    Proceeding(ProceedingId),
}

impl RecordId {
    /// The identifier of that kind made of the low 60 bits of `bits`.
    pub fn from_bits(kind: RecordKind, bits: u64) -> Self {
        match kind {
            RecordKind::Person => Self::Person(PersonId::from_bits(bits)),
            RecordKind::Group => Self::Group(GroupId::from_bits(bits)),
            RecordKind::Place => Self::Place(PlaceId::from_bits(bits)),
            RecordKind::Event => Self::Event(EventId::from_bits(bits)),
            RecordKind::Statement => Self::Statement(StatementId::from_bits(bits)),
            RecordKind::Proceeding => Self::Proceeding(ProceedingId::from_bits(bits)),
        }
    }

    /// Its kind.
    pub fn kind(self) -> RecordKind {
        match self {
            Self::Person(_) => RecordKind::Person,
            Self::Group(_) => RecordKind::Group,
            Self::Place(_) => RecordKind::Place,
            Self::Event(_) => RecordKind::Event,
            Self::Statement(_) => RecordKind::Statement,
            Self::Proceeding(_) => RecordKind::Proceeding,
        }
    }

    /// Its 60 bits.
    pub fn bits(self) -> u64 {
        match self {
            Self::Person(id) => id.bits(),
            Self::Group(id) => id.bits(),
            Self::Place(id) => id.bits(),
            Self::Event(id) => id.bits(),
            Self::Statement(id) => id.bits(),
            Self::Proceeding(id) => id.bits(),
        }
    }

    /// Kind and bits in one non-negative number, for databases: the kind's place in `RecordKind::ALL` above 60 bits.
    pub fn packed(self) -> i64 {
        ((self.kind() as i64) << BITS) | self.bits() as i64
    }

    /// The identifier that `packed` made; `None` for any other number.
    pub fn from_packed(packed: i64) -> Option<Self> {
        let kind = usize::try_from(packed >> BITS).ok()?;
        Some(Self::from_bits(*RecordKind::ALL.get(kind)?, packed as u64))
    }

    /// Reads a record's identifier of any kind.
    pub fn parse(text: &str) -> Result<Self, IdError> {
        let (prefix, bits) = read_id(text)?;
        let kind = RecordKind::of_prefix(prefix).ok_or_else(|| IdError::Form {
            text: text.to_owned(),
        })?;
        Ok(Self::from_bits(kind, bits))
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Person(id) => id.fmt(f),
            Self::Group(id) => id.fmt(f),
            Self::Place(id) => id.fmt(f),
            Self::Event(id) => id.fmt(f),
            Self::Statement(id) => id.fmt(f),
            Self::Proceeding(id) => id.fmt(f),
        }
    }
}

impl fmt::Debug for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// An item's number in one archive, counted from 1 in the order of arrival, written `EV-000042`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EvidenceNumber(pub u32);

/// Why a text is not an evidence number.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not an evidence number such as `EV-000042`")]
pub struct EvidenceNumberError {
    /// The text as given.
    pub text: String,
}

impl EvidenceNumber {
    /// Reads `EV-000042`, with or without leading zeros, in any case.
    pub fn parse(text: &str) -> Result<Self, EvidenceNumberError> {
        let number = text.trim().to_ascii_uppercase();
        number
            .strip_prefix("EV-")
            .filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))
            .and_then(|digits| digits.parse().ok())
            .filter(|number| *number > 0)
            .map(Self)
            .ok_or_else(|| EvidenceNumberError {
                text: text.to_owned(),
            })
    }
}

impl fmt::Display for EvidenceNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EV-{:06}", self.0)
    }
}

impl fmt::Debug for EvidenceNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
