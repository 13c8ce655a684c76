//! Cosignatures of witnesses (C2SP tlog-cosignature, Ed25519): at this time, this was the largest state of the log that I had seen.

use std::fmt;

use ring::signature::Ed25519KeyPair;

use crate::{
    checkpoint::Checkpoint,
    note::{
        KeyError, KeyId, NamedKey, SignError, Signer, Verifier, check_name,
        ed25519::{key_pair, public_key, verifies},
        key_id,
    },
};

/// The kind of these keys (C2SP signed-note, "Signature types").
const KIND: u8 = 0x04;

/// Latest time that a cosignature can state (C2SP tlog-cosignature, "Format").
const LATEST: u64 = (1 << 63) - 1;

/// The private key of a witness, and its name.
pub struct Witness {
    name: String,
    id: KeyId,
    pair: Ed25519KeyPair,
}

impl Witness {
    /// The witness whose key follows from `seed`, 32 bytes nobody else can know. One key per witness, never that of a log.
    ///
    /// # Errors
    ///
    /// [`KeyError::Name`].
    pub fn from_seed(name: &str, seed: &[u8; 32]) -> Result<Self, KeyError> {
        check_name(name)?;
        let pair = key_pair(seed)?;
        let id = key_id(name, KIND, &public_key(&pair));
        Ok(Self {
            name: name.to_owned(),
            id,
            pair,
        })
    }

    /// The witness at `time`, in seconds since 1970-01-01T00:00:00Z.
    pub fn at(&self, time: u64) -> WitnessAt<'_> {
        WitnessAt {
            witness: self,
            time,
        }
    }

    /// The public key.
    pub fn verifier(&self) -> WitnessVerifier {
        WitnessVerifier(NamedKey {
            name: self.name.clone(),
            id: self.id,
            key: public_key(&self.pair),
        })
    }
}

impl fmt::Debug for Witness {
    /// Shows the public part alone.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Witness({} {})", self.name, self.id)
    }
}

/// A witness at a moment: signs checkpoints, stating the time.
#[derive(Clone, Copy, Debug)]
pub struct WitnessAt<'w> {
    witness: &'w Witness,
    time: u64,
}

impl Signer for WitnessAt<'_> {
    fn name(&self) -> &str {
        &self.witness.name
    }

    fn id(&self) -> KeyId {
        self.witness.id
    }

    fn sign(&self, text: &str) -> Result<Vec<u8>, SignError> {
        if self.time > LATEST {
            return Err(SignError::Time { time: self.time });
        }
        Checkpoint::parse(text).map_err(SignError::NotACheckpoint)?;
        let signature = self.witness.pair.sign(&message(self.time, text));
        Ok([&self.time.to_be_bytes(), signature.as_ref()].concat())
    }
}

/// The public key of a witness, and its name.
#[derive(Clone, PartialEq, Eq)]
pub struct WitnessVerifier(NamedKey);

impl WitnessVerifier {
    /// The key with these bytes (RFC 8032, section 5.1.5).
    ///
    /// # Errors
    ///
    /// [`KeyError::Name`].
    pub fn new(name: &str, key: &[u8; 32]) -> Result<Self, KeyError> {
        NamedKey::new(name, KIND, key).map(Self)
    }

    /// The key spelled `name+id+base64`, as [`WitnessVerifier::to_vkey`] spells it.
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

impl Verifier for WitnessVerifier {
    fn name(&self) -> &str {
        &self.0.name
    }

    fn id(&self) -> KeyId {
        self.0.id
    }

    fn verify(&self, text: &str, signature: &[u8]) -> bool {
        let Some((time, signature)) = split(signature) else {
            return false;
        };
        time <= LATEST && verifies(&self.0.key, &message(time, text), signature)
    }
}

impl fmt::Debug for WitnessVerifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "WitnessVerifier({})", self.to_vkey())
    }
}

/// The time that a cosignature states, in seconds since 1970-01-01T00:00:00Z; `None` when the bytes are none. To be believed once the
/// signature has been verified.
pub fn time(signature: &[u8]) -> Option<u64> {
    split(signature).map(|(time, _)| time)
}

fn split(signature: &[u8]) -> Option<(u64, &[u8])> {
    let (time, signature) = signature.split_first_chunk()?;
    (signature.len() == 64).then_some((u64::from_be_bytes(*time), signature))
}

/// What a witness signs (C2SP tlog-cosignature, "Ed25519 signed message").
fn message(time: u64, text: &str) -> Vec<u8> {
    format!("cosignature/v1\ntime {time}\n{text}").into_bytes()
}
