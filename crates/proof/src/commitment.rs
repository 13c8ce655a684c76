//! Keyed hashes: commitments to payloads that can be erased, and identifiers that follow from what they name.

use std::fmt;

use ring::hmac;

use crate::digest::Digest;

/// Precedes every hash of a payload under the key, so that a commitment can be mistaken for nothing else.
pub const PAYLOAD_DOMAIN: &[u8] = b"cenotaph payload v1\0";

/// Commits to `payload`: HMAC-SHA-256 under `salt` of [`PAYLOAD_DOMAIN`] and the payload's SHA-256.
///
/// With the salt, anyone can check the payload against it; once salt and payload are destroyed, nothing about the payload follows from it,
/// not even by trying candidates.
pub fn commit(salt: &[u8; 32], payload: &[u8]) -> Digest {
    keyed(salt, PAYLOAD_DOMAIN, Digest::of(payload).as_bytes())
}

/// HMAC-SHA-256 (RFC 2104) under `key` of `domain` and then `message`; for one message. For many under one key, see [`Key`].
///
/// Domains of one key must be prefix-free (end each with a zero byte), or two pairs could give one text.
pub fn keyed(key: &[u8; 32], domain: &[u8], message: &[u8]) -> Digest {
    Key::new(key).keyed(domain, message)
}

/// A key made ready: its two blocks are hashed once, not for every message.
#[derive(Clone)]
pub struct Key(hmac::Key);

impl Key {
    /// Makes `key` ready.
    pub fn new(key: &[u8; 32]) -> Self {
        Self(hmac::Key::new(hmac::HMAC_SHA256, key))
    }

    /// As [`keyed`], under this key.
    pub fn keyed(&self, domain: &[u8], message: &[u8]) -> Digest {
        let mut context = hmac::Context::with_key(&self.0);
        context.update(domain);
        context.update(message);
        let mut bytes = [0; 32];
        bytes.copy_from_slice(context.sign().as_ref());
        Digest(bytes)
    }
}

impl fmt::Debug for Key {
    /// Says that it is there and nothing else.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key")
    }
}

#[cfg(test)]
mod tests;
