//! Digests that others state, held against the bytes that they are about.

use ring::digest::{Algorithm, SHA1_FOR_LEGACY_USE_ONLY, SHA256, SHA384, SHA512, digest};

/// Whether the digest of `bytes` that is called `kind` is `said`, in hexadecimal digits or base32; `None` when the kind is not known here.
///
/// SHA-1 is checked because captures state nothing else: it tells damage, not deceit.
pub(crate) fn agrees(kind: &str, said: &str, bytes: &[u8]) -> Option<bool> {
    let found = digest(algorithm(kind)?, bytes);
    let said = said.trim();
    let wanted = match said.len() == found.as_ref().len() * 2 {
        true => from_hex(said),
        false => from_base32(said),
    };
    Some(wanted.as_deref() == Some(found.as_ref()))
}

/// SHA-256 of `bytes` in hexadecimal digits.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    hex(digest(&SHA256, bytes).as_ref())
}

/// `bytes` in hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn algorithm(kind: &str) -> Option<&'static Algorithm> {
    let kind = kind.to_ascii_lowercase();
    match kind.replace('-', "").as_str() {
        "sha1" => Some(&SHA1_FOR_LEGACY_USE_ONLY),
        "sha256" => Some(&SHA256),
        "sha384" => Some(&SHA384),
        "sha512" => Some(&SHA512),
        _ => None,
    }
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    text.as_bytes()
        .chunks(2)
        .map(|pair| Some((digit(*pair.first()?)? << 4 | digit(*pair.get(1)?)?) as u8))
        .collect()
}

/// Base32 of RFC 4648 section 6, with or without padding.
fn from_base32(text: &str) -> Option<Vec<u8>> {
    let (mut bits, mut count) = (0_u32, 0);
    let mut bytes = Vec::new();
    for byte in text.trim_end_matches('=').bytes() {
        let value = match byte.to_ascii_uppercase() {
            letter @ b'A'..=b'Z' => letter - b'A',
            digit @ b'2'..=b'7' => digit - b'2' + 26,
            _ => return None,
        };
        bits = bits << 5 | u32::from(value);
        count += 5;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
            bits &= (1 << count) - 1;
        }
    }
    Some(bytes)
}
