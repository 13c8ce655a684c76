//! CBOR (RFC 8949), as far as credentials of pictures use it.

/// Values read at most.
const VALUES: usize = 20_000;

/// How deep values may lie in one another.
const DEPTH: usize = 32;

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cbor {
    Number(i128),
    Bytes(Vec<u8>),
    Words(String),
    List(Vec<Self>),
    Map(Vec<(Self, Self)>),
    /// What is read here has no use for it: nothing, truth values, fractions.
    Other,
}

impl Cbor {
    /// The value that a map has for a word.
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        self.find(|found| matches!(found, Self::Words(words) if words == key))
    }

    /// The value that a map has for a number.
    pub(crate) fn at(&self, key: i128) -> Option<&Self> {
        self.find(|found| *found == Self::Number(key))
    }

    fn find(&self, is_key: impl Fn(&Self) -> bool) -> Option<&Self> {
        match self {
            Self::Map(pairs) => pairs
                .iter()
                .find(|(key, _)| is_key(key))
                .map(|(_, value)| value),
            _ => None,
        }
    }

    /// Words, if it is words.
    pub(crate) fn words(&self) -> Option<&str> {
        match self {
            Self::Words(words) => Some(words),
            _ => None,
        }
    }

    /// Bytes, if it is bytes.
    pub(crate) fn bytes(&self) -> Option<&[u8]> {
        match self {
            Self::Bytes(bytes) => Some(bytes),
            _ => None,
        }
    }

    /// A number that is not below nought, if it is one.
    pub(crate) fn size(&self) -> Option<usize> {
        match self {
            Self::Number(number) => usize::try_from(*number).ok(),
            _ => None,
        }
    }

    /// The values of a list; none if it is no list.
    pub(crate) fn list(&self) -> &[Self] {
        match self {
            Self::List(values) => values,
            _ => &[],
        }
    }
}

/// The first value in `bytes`; `None` when it is damaged, or larger or deeper than is read.
pub(crate) fn read(bytes: &[u8]) -> Option<Cbor> {
    let mut reader = Reader {
        bytes,
        at: 0,
        left: VALUES,
    };
    reader.value(DEPTH)
}

struct Reader<'b> {
    bytes: &'b [u8],
    at: usize,
    left: usize,
}

impl<'b> Reader<'b> {
    fn value(&mut self, depth: usize) -> Option<Cbor> {
        let depth = depth.checked_sub(1)?;
        self.left = self.left.checked_sub(1)?;
        let first = *self.bytes.get(self.at)?;
        self.at += 1;
        let (major, minor) = (first >> 5, first & 31);
        if minor == 31 {
            return self.endless(major, depth);
        }
        let number = self.number(minor)?;
        let length = usize::try_from(number).ok();
        Some(match major {
            0 => Cbor::Number(number.into()),
            1 => Cbor::Number(-1 - i128::from(number)),
            2 => Cbor::Bytes(self.take(length?)?.to_vec()),
            3 => Cbor::Words(String::from_utf8_lossy(self.take(length?)?).into_owned()),
            4 => Cbor::List(
                (0..number)
                    .map(|_| self.value(depth))
                    .collect::<Option<_>>()?,
            ),
            5 => Cbor::Map(
                (0..number)
                    .map(|_| self.pair(depth))
                    .collect::<Option<_>>()?,
            ),
            // A tag says how to read the value behind it.
            6 => self.value(depth)?,
            _ => Cbor::Other,
        })
    }

    fn pair(&mut self, depth: usize) -> Option<(Cbor, Cbor)> {
        Some((self.value(depth)?, self.value(depth)?))
    }

    /// What ends with a mark rather than after a count (section 3.2.1).
    fn endless(&mut self, major: u8, depth: usize) -> Option<Cbor> {
        let mut values = Vec::new();
        while *self.bytes.get(self.at)? != 0xff {
            values.push(self.value(depth)?);
        }
        self.at += 1;
        Some(match major {
            2 => Cbor::Bytes(
                values
                    .iter()
                    .filter_map(Cbor::bytes)
                    .collect::<Vec<_>>()
                    .concat(),
            ),
            3 => Cbor::Words(values.iter().filter_map(Cbor::words).collect()),
            4 => Cbor::List(values),
            5 => {
                let mut values = values.into_iter();
                let mut pairs = Vec::new();
                while let (Some(key), Some(value)) = (values.next(), values.next()) {
                    pairs.push((key, value));
                }
                Cbor::Map(pairs)
            }
            _ => return None,
        })
    }

    /// The number that a first byte holds or announces.
    fn number(&mut self, minor: u8) -> Option<u64> {
        let count = match minor {
            0..=23 => return Some(minor.into()),
            24..=27 => 1 << (minor - 24),
            _ => return None,
        };
        let digits = self.take(count)?;
        Some(
            digits
                .iter()
                .fold(0, |sum, byte| sum << 8 | u64::from(*byte)),
        )
    }

    fn take(&mut self, length: usize) -> Option<&'b [u8]> {
        let taken = crate::field::stretch(self.bytes, self.at, length)?;
        self.at += length;
        Some(taken)
    }
}
