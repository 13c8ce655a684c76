//! Signed notes (C2SP signed-note): a text and the signatures under it.

pub(crate) mod ed25519;
mod key;
mod parse;

pub(crate) use self::key::{NamedKey, check_name, key_id};
pub use self::{
    ed25519::{Ed25519Signer, Ed25519Verifier},
    key::{KeyError, KeyId},
    parse::{MAX_NOTE_BYTES, MAX_SIGNATURES},
};

use std::fmt;

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};

/// Makes signatures under notes.
///
/// Obligations: the name and the id are those of the [`Verifier`] that takes its signatures, and never change; the same signer may be
/// asked again and again, by one caller at a time. Implemented by the key of a log and by a witness at a moment; a token that holds the
/// key in hardware is another.
pub trait Signer {
    /// The name of the key.
    fn name(&self) -> &str;
    /// The id of the key.
    fn id(&self) -> KeyId;
    /// The signature over `text`, without the id.
    ///
    /// # Errors
    ///
    /// When this signer does not sign such a text.
    fn sign(&self, text: &str) -> Result<Vec<u8>, SignError>;
}

/// Judges signatures under notes.
///
/// Obligations: a pure function of key, text and signature; never panics, whatever it is given. Implemented for keys of logs and of
/// witnesses.
pub trait Verifier: fmt::Debug + Send + Sync {
    /// The name of the key.
    fn name(&self) -> &str;
    /// The id of the key.
    fn id(&self) -> KeyId;
    /// Whether `signature`, without the id, is the key's over `text`.
    fn verify(&self, text: &str, signature: &[u8]) -> bool;
}

/// A text and the signatures under it, well-formed. Nothing about it is to be believed before [`Note::verify`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    text: String,
    signatures: Vec<Signature>,
}

/// One signature line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The name of the key, as the line states it.
    pub name: String,
    /// The id of the key, as the line states it.
    pub id: KeyId,
    /// The signature itself, at least one byte.
    pub bytes: Vec<u8>,
}

impl Note {
    /// Reads a signed note.
    ///
    /// # Errors
    ///
    /// Why it is none.
    pub fn parse(bytes: &[u8]) -> Result<Self, NoteError> {
        parse::note(bytes)
    }

    /// Signs `text`, which ends with a newline, in the order of the signers.
    ///
    /// # Errors
    ///
    /// [`SignError::Text`] when the text cannot be that of a note, and what a signer refuses.
    pub fn sign(text: &str, signers: &[&dyn Signer]) -> Result<Self, SignError> {
        parse::check_text(text).map_err(SignError::Text)?;
        let mut note = Self {
            text: text.to_owned(),
            signatures: Vec::new(),
        };
        signers.iter().try_for_each(|signer| note.add(*signer))?;
        Ok(note)
    }

    /// Adds a signature; one that the same key made before is replaced.
    ///
    /// # Errors
    ///
    /// What the signer refuses, or [`SignError::TooMany`].
    pub fn add(&mut self, signer: &dyn Signer) -> Result<(), SignError> {
        let (name, id) = (signer.name(), signer.id());
        let bytes = signer.sign(&self.text)?;
        self.signatures
            .retain(|signature| (signature.name.as_str(), signature.id) != (name, id));
        if self.signatures.len() >= MAX_SIGNATURES {
            return Err(SignError::TooMany {
                limit: MAX_SIGNATURES,
            });
        }
        self.signatures.push(Signature {
            name: name.to_owned(),
            id,
            bytes,
        });
        Ok(())
    }

    /// The text, with its last newline.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The signatures, in order.
    pub fn signatures(&self) -> &[Signature] {
        &self.signatures
    }

    /// The signatures of `known` keys, in the order of the note. Signatures of other keys are ignored.
    ///
    /// # Errors
    ///
    /// [`NoteError::BadSignature`] when a known key's signature does not verify, [`NoteError::WrongKey`] or [`NoteError::Unsigned`] when no
    /// known key signed.
    pub fn verify(&self, known: &[&dyn Verifier]) -> Result<Vec<&Signature>, NoteError> {
        let mut verified = Vec::new();
        let mut namesake = None;
        for signature in &self.signatures {
            let Signature { name, id, bytes } = signature;
            let mut of_name = known.iter().filter(|key| key.name() == name).peekable();
            let Some(first) = of_name.peek().map(|key| key.id()) else {
                continue;
            };
            let Some(key) = of_name.find(|key| key.id() == *id) else {
                namesake = namesake.or(Some(NoteError::WrongKey {
                    name: name.clone(),
                    known: first,
                    found: *id,
                }));
                continue;
            };
            if !key.verify(&self.text, bytes) {
                return Err(NoteError::BadSignature {
                    name: name.clone(),
                    id: *id,
                });
            }
            verified.push(signature);
        }
        if verified.is_empty() {
            return Err(namesake.unwrap_or(NoteError::Unsigned));
        }
        Ok(verified)
    }

    /// The bytes of the note, which read back as the same.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.to_string().into_bytes()
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.text)?;
        for Signature { name, id, bytes } in &self.signatures {
            let signature = BASE64.encode([&id.0.to_be_bytes()[..], bytes].concat());
            writeln!(f, "— {name} {signature}")?;
        }
        Ok(())
    }
}

/// Why bytes are no note, or a note is not believed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NoteError {
    /// It is longer than any note here.
    TooLong {
        /// Bytes allowed.
        limit: usize,
    },
    /// It is not UTF-8.
    NotUtf8 {
        /// Offset of the first byte that is not.
        at: usize,
    },
    /// It contains a control character other than a newline, such as the carriage return of a Windows line end.
    ControlCharacter {
        /// Offset of the character.
        at: usize,
        /// The character.
        byte: u8,
    },
    /// Its last line does not end.
    NoFinalNewline,
    /// No empty line separates text and signatures.
    NoSeparator,
    /// There is no signature under the text.
    NoSignatures,
    /// There are more signatures than anyone needs.
    TooManySignatures {
        /// Signatures allowed.
        limit: usize,
    },
    /// A line under the text is no signature: em dash, space, name, space, base64.
    SignatureLine {
        /// Number of the signature line, from 1.
        line: usize,
    },
    /// A key's name is empty, or has a space or a plus sign in it.
    Name {
        /// Number of the signature line, from 1.
        line: usize,
    },
    /// A signature is not base64 in its one spelling.
    Base64 {
        /// Number of the signature line, from 1.
        line: usize,
    },
    /// A signature is too short to hold the id of its key and anything else.
    ShortSignature {
        /// Number of the signature line, from 1.
        line: usize,
        /// Bytes it has.
        bytes: usize,
    },
    /// The signature of a known key does not verify.
    BadSignature {
        /// The key's name.
        name: String,
        /// The key's id.
        id: KeyId,
    },
    /// No known key signed, but one that bears a known key's name.
    WrongKey {
        /// The name.
        name: String,
        /// The id of the known key.
        known: KeyId,
        /// The id of the key that signed.
        found: KeyId,
    },
    /// No known key signed.
    Unsigned,
}

impl fmt::Display for NoteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong { limit } => write!(f, "the note has more than {limit} bytes"),
            Self::NotUtf8 { at } => write!(f, "the note is not UTF-8 at byte {at}"),
            Self::ControlCharacter { at, byte } => {
                write!(
                    f,
                    "the note has the control character {byte:#04x} at byte {at}"
                )
            }
            Self::NoFinalNewline => f.write_str("the note does not end with a newline"),
            Self::NoSeparator => f.write_str("no empty line separates the text from signatures"),
            Self::NoSignatures => f.write_str("the note has no signatures"),
            Self::TooManySignatures { limit } => {
                write!(f, "the note has more than {limit} signatures")
            }
            Self::SignatureLine { line } => write!(f, "signature line {line} is malformed"),
            Self::Name { line } => write!(f, "signature line {line} names no possible key"),
            Self::Base64 { line } => write!(f, "signature line {line} has malformed base64"),
            Self::ShortSignature { line, bytes } => {
                write!(f, "signature line {line} has only {bytes} bytes")
            }
            Self::BadSignature { name, id } => {
                write!(f, "the signature of `{name}` ({id}) does not verify")
            }
            Self::WrongKey { name, known, found } => {
                write!(f, "`{name}` signed with the key {found}, known is {known}")
            }
            Self::Unsigned => f.write_str("no known key signed the note"),
        }
    }
}

impl std::error::Error for NoteError {}

/// Why a text was not signed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SignError {
    /// The text cannot be that of a note.
    Text(NoteError),
    /// A witness signs checkpoints only, and this is none.
    NotACheckpoint(crate::checkpoint::CheckpointError),
    /// A witness cannot state this time (C2SP tlog-cosignature, "Format").
    Time {
        /// The time given, in seconds since 1970.
        time: u64,
    },
    /// The note has as many signatures as it can have.
    TooMany {
        /// Signatures allowed.
        limit: usize,
    },
}

impl fmt::Display for SignError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(error) => write!(f, "this text cannot be signed: {error}"),
            Self::NotACheckpoint(error) => write!(f, "a witness signs checkpoints alone: {error}"),
            Self::Time { time } => write!(f, "{time} is beyond the times that can be signed"),
            Self::TooMany { limit } => write!(f, "the note already has {limit} signatures"),
        }
    }
}

impl std::error::Error for SignError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Text(error) => Some(error),
            Self::NotACheckpoint(error) => Some(error),
            Self::Time { .. } | Self::TooMany { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests;
