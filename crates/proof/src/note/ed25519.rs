//! Ed25519 keys that sign the text of a note as it stands (C2SP signed-note, "Ed25519 signatures").

use std::fmt;

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use ring::signature::{ED25519, Ed25519KeyPair, KeyPair as _, UnparsedPublicKey};

use super::{
    KeyError, KeyId, NamedKey, SignError, Signer, Verifier, check_name, key::read_id, key_id,
};

/// The kind of these keys (C2SP signed-note, "Signature types").
const KIND: u8 = 0x01;

/// Begins the spelling of a private key (golang.org/x/mod/sumdb/note).
const PRIVATE: &str = "PRIVATE+KEY+";

/// A private key, and the name it signs under.
pub struct Ed25519Signer {
    name: String,
    id: KeyId,
    seed: [u8; 32],
    pair: Ed25519KeyPair,
}

impl Ed25519Signer {
    /// The key that follows from `seed`, 32 bytes nobody else can know (RFC 8032, section 5.1.5).
    ///
    /// # Errors
    ///
    /// [`KeyError::Name`].
    pub fn from_seed(name: &str, seed: &[u8; 32]) -> Result<Self, KeyError> {
        check_name(name)?;
        let pair = key_pair(seed)?;
        let id = key_id(name, KIND, pair.public_key().as_ref());
        Ok(Self {
            name: name.to_owned(),
            id,
            seed: *seed,
            pair,
        })
    }

    /// The key spelled `PRIVATE+KEY+name+id+base64`, as [`Ed25519Signer::to_skey`] spells it.
    ///
    /// # Errors
    ///
    /// Why it is none.
    pub fn from_skey(text: &str) -> Result<Self, KeyError> {
        let rest = text.strip_prefix(PRIVATE).ok_or(KeyError::Form)?;
        let parts = rest
            .split_once('+')
            .and_then(|(name, rest)| Some((name, rest.split_once('+')?)));
        let (name, (id, key)) = parts.ok_or(KeyError::Form)?;
        let id = read_id(id)?;
        let bytes = BASE64.decode(key).map_err(|_| KeyError::Base64)?;
        let (kind, seed) = bytes.split_first().ok_or(KeyError::Length { found: 0 })?;
        if *kind != KIND {
            return Err(KeyError::Kind {
                expected: KIND,
                found: *kind,
            });
        }
        let seed = seed
            .try_into()
            .map_err(|_| KeyError::Length { found: seed.len() })?;
        let signer = Self::from_seed(name, seed)?;
        if signer.id != id {
            return Err(KeyError::WrongId {
                expected: signer.id,
                found: id,
            });
        }
        Ok(signer)
    }

    /// The spelling of the private key: a secret.
    pub fn to_skey(&self) -> String {
        let secret = BASE64.encode([&[KIND], &self.seed[..]].concat());
        format!("{PRIVATE}{}+{}+{secret}", self.name, self.id)
    }

    /// The public key.
    pub fn verifier(&self) -> Ed25519Verifier {
        Ed25519Verifier(NamedKey {
            name: self.name.clone(),
            id: self.id,
            key: public_key(&self.pair),
        })
    }
}

impl Signer for Ed25519Signer {
    fn name(&self) -> &str {
        &self.name
    }

    fn id(&self) -> KeyId {
        self.id
    }

    fn sign(&self, text: &str) -> Result<Vec<u8>, SignError> {
        Ok(self.pair.sign(text.as_bytes()).as_ref().to_vec())
    }
}

impl fmt::Debug for Ed25519Signer {
    /// Shows the public part alone.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Ed25519Signer({} {})", self.name, self.id)
    }
}

/// A public key, and the name it signs under.
#[derive(Clone, PartialEq, Eq)]
pub struct Ed25519Verifier(NamedKey);

impl Ed25519Verifier {
    /// The key with these bytes (RFC 8032, section 5.1.5).
    ///
    /// # Errors
    ///
    /// [`KeyError::Name`].
    pub fn new(name: &str, key: &[u8; 32]) -> Result<Self, KeyError> {
        NamedKey::new(name, KIND, key).map(Self)
    }

    /// The key spelled `name+id+base64`, as [`Ed25519Verifier::to_vkey`] spells it.
    ///
    /// # Errors
    ///
    /// Why it is none.
    pub fn from_vkey(text: &str) -> Result<Self, KeyError> {
        NamedKey::parse(text, KIND).map(Self)
    }

    /// The spelling of the key.
    pub fn to_vkey(&self) -> String {
        self.0.spelled(KIND)
    }

    /// The bytes of the key.
    pub fn public_key(&self) -> &[u8; 32] {
        &self.0.key
    }
}

impl Verifier for Ed25519Verifier {
    fn name(&self) -> &str {
        &self.0.name
    }

    fn id(&self) -> KeyId {
        self.0.id
    }

    fn verify(&self, text: &str, signature: &[u8]) -> bool {
        verifies(&self.0.key, text.as_bytes(), signature)
    }
}

impl fmt::Debug for Ed25519Verifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Ed25519Verifier({})", self.to_vkey())
    }
}

/// The key pair that follows from `seed`.
pub(crate) fn key_pair(seed: &[u8; 32]) -> Result<Ed25519KeyPair, KeyError> {
    Ed25519KeyPair::from_seed_unchecked(seed).map_err(|_| KeyError::Length { found: seed.len() })
}

/// The public half of a pair.
pub(crate) fn public_key(pair: &Ed25519KeyPair) -> [u8; 32] {
    let mut key = [0; 32];
    key.copy_from_slice(pair.public_key().as_ref());
    key
}

/// Whether `signature` is that of `key` over `message`.
pub(crate) fn verifies(key: &[u8; 32], message: &[u8], signature: &[u8]) -> bool {
    UnparsedPublicKey::new(&ED25519, key)
        .verify(message, signature)
        .is_ok()
}
