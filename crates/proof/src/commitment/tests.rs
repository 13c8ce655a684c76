//! What a commitment is, byte for byte.

use super::{PAYLOAD_DOMAIN, commit, keyed};
use crate::digest::Digest;

/// HMAC written out from RFC 2104 for a 32-byte key: H(K ⊕ opad ‖ H(K ⊕ ipad ‖ text)), with blocks of 64 bytes.
fn hmac_by_definition(key: &[u8; 32], text: &[u8]) -> Digest {
    let pad = |with: u8| {
        let mut block = vec![with; 64];
        block
            .iter_mut()
            .zip(key)
            .for_each(|(byte, key)| *byte ^= key);
        block
    };
    let mut inner = pad(0x36);
    inner.extend_from_slice(text);
    let mut outer = pad(0x5c);
    outer.extend_from_slice(Digest::of(&inner).as_bytes());
    Digest::of(&outer)
}

#[test]
fn a_commitment_is_the_hmac_of_domain_and_hash() {
    let salt = [7; 32];
    let mut text = PAYLOAD_DOMAIN.to_vec();
    text.extend_from_slice(Digest::of(b"a name").as_bytes());
    assert_eq!(commit(&salt, b"a name"), hmac_by_definition(&salt, &text));
}

/// RFC 4231, test case 1, whose key of 20 bytes equals that key with zeros up to 32 (RFC 2104, section 2).
#[test]
fn the_published_hmac_comes_out() {
    let mut key = [0; 32];
    key[..20].fill(0x0b);
    assert_eq!(
        keyed(&key, b"Hi ", b"There").to_string(),
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
    );
}

#[test]
fn salt_and_payload_both_count() {
    let commitment = commit(&[0; 32], b"a");
    assert_ne!(commit(&[1; 32], b"a"), commitment);
    assert_ne!(commit(&[0; 32], b"b"), commitment);
}
