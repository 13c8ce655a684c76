//! Names, ids and spellings of keys.

use std::fmt;

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};

use crate::digest::Hasher;

/// The id of a key: short, so that a reader finds the key that made a signature; it proves nothing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyId(pub u32);

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08x}", self.0)
    }
}

impl fmt::Debug for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// What a verifier key says, before it is known to be a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct VerifierKey {
    pub(crate) name: String,
    pub(crate) id: KeyId,
    /// The byte that says what kind of signatures the key makes.
    pub(crate) kind: u8,
    pub(crate) key: Vec<u8>,
}

/// An Ed25519 public key and the name it signs under, for one kind of signature.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct NamedKey {
    pub(crate) name: String,
    pub(crate) id: KeyId,
    pub(crate) key: [u8; 32],
}

impl NamedKey {
    /// The key with these bytes.
    pub(crate) fn new(name: &str, kind: u8, key: &[u8; 32]) -> Result<Self, KeyError> {
        check_name(name)?;
        Ok(Self {
            name: name.to_owned(),
            id: key_id(name, kind, key),
            key: *key,
        })
    }

    /// The key that [`NamedKey::spelled`] spells, which must make signatures of this kind.
    pub(crate) fn parse(text: &str, kind: u8) -> Result<Self, KeyError> {
        let VerifierKey {
            name,
            id,
            kind: found,
            key,
        } = split_vkey(text)?;
        if found != kind {
            return Err(KeyError::Kind {
                expected: kind,
                found,
            });
        }
        let found = key.len();
        let key = key.try_into().map_err(|_| KeyError::Length { found })?;
        Ok(Self { name, id, key })
    }

    /// Name, id and key in one word.
    pub(crate) fn spelled(&self, kind: u8) -> String {
        vkey(&self.name, kind, &self.key)
    }
}

/// The id of a key (C2SP signed-note, "Signatures"): the first four bytes of SHA-256 of name, newline, kind and public key.
pub(crate) fn key_id(name: &str, kind: u8, key: &[u8]) -> KeyId {
    let mut hasher = Hasher::new();
    hasher.update(name.as_bytes());
    hasher.update(&[b'\n', kind]);
    hasher.update(key);
    let [a, b, c, d, ..] = hasher.finish().0;
    KeyId(u32::from_be_bytes([a, b, c, d]))
}

/// Whether a key may be called so (C2SP signed-note, "Format"). Control characters, which no note may contain, are refused here already.
pub(crate) fn check_name(name: &str) -> Result<(), KeyError> {
    let bad = |c: char| c.is_whitespace() || c == '+' || c < ' ';
    if name.is_empty() || name.contains(bad) {
        return Err(KeyError::Name {
            name: name.to_owned(),
        });
    }
    Ok(())
}

/// Spells a key: name, id, and base64 of its kind and bytes, with plus signs between.
pub(crate) fn vkey(name: &str, kind: u8, key: &[u8]) -> String {
    let id = key_id(name, kind, key);
    format!("{name}+{id}+{}", BASE64.encode([&[kind], key].concat()))
}

/// Reads what [`vkey`] spells, and checks the id.
pub(crate) fn split_vkey(text: &str) -> Result<VerifierKey, KeyError> {
    let parts = text
        .split_once('+')
        .and_then(|(name, rest)| Some((name, rest.split_once('+')?)));
    let (name, (id, key)) = parts.ok_or(KeyError::Form)?;
    check_name(name)?;
    let id = read_id(id)?;
    let bytes = BASE64.decode(key).map_err(|_| KeyError::Base64)?;
    let (kind, key) = bytes.split_first().ok_or(KeyError::Length { found: 0 })?;
    let expected = key_id(name, *kind, key);
    if id != expected {
        return Err(KeyError::WrongId {
            expected,
            found: id,
        });
    }
    Ok(VerifierKey {
        name: name.to_owned(),
        id,
        kind: *kind,
        key: key.to_owned(),
    })
}

/// Eight lower-case hexadecimal digits.
pub(super) fn read_id(text: &str) -> Result<KeyId, KeyError> {
    let digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    if text.len() != 8 || !text.bytes().all(digit) {
        return Err(KeyError::Id);
    }
    u32::from_str_radix(text, 16)
        .map(KeyId)
        .map_err(|_| KeyError::Id)
}

/// Why a text or bytes are no key.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeyError {
    /// It is not a name, an id and a key with plus signs between.
    Form,
    /// The name is empty, or has a space, a control character or a plus sign in it.
    Name {
        /// The name.
        name: String,
    },
    /// The id is not eight lower-case hexadecimal digits.
    Id,
    /// The key is not base64 in its one spelling.
    Base64,
    /// The id is not that of the key.
    WrongId {
        /// The id of the key.
        expected: KeyId,
        /// The id as stated.
        found: KeyId,
    },
    /// The key is of a kind that is not used for this.
    Kind {
        /// The byte for the kind that is (C2SP signed-note, "Signature types").
        expected: u8,
        /// The byte for its kind.
        found: u8,
    },
    /// The key has another length than keys of its kind.
    Length {
        /// Bytes it has.
        found: usize,
    },
}

impl fmt::Display for KeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form => f.write_str("not a name, an id and a key with `+` between"),
            Self::Name { name } => write!(f, "`{name}` cannot be the name of a key"),
            Self::Id => f.write_str("the id of the key is not eight lower-case hexadecimal digits"),
            Self::Base64 => f.write_str("the key is malformed base64"),
            Self::WrongId { expected, found } => {
                write!(f, "the id says {found}, but the key has {expected}")
            }
            Self::Kind { expected, found } => {
                write!(
                    f,
                    "a key of kind {found:#04x} stands where {expected:#04x} is used"
                )
            }
            Self::Length { found } => write!(f, "a key of {found} bytes is none"),
        }
    }
}

impl std::error::Error for KeyError {}
