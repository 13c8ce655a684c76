//! The order of member names.

use std::cmp::Ordering;

/// Compares names by their UTF-16 code units (RFC 8785, section 3.2.3), without making them.
///
/// UTF-8 has the order of code points. UTF-16 differs from it in one respect: surrogates (D800 to DFFF), which spell the characters beyond
/// U+FFFF, come before the characters from U+E000 to U+FFFF.
pub fn compare_keys(a: &str, b: &str) -> Ordering {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    match a.iter().zip(b).find(|(a, b)| a != b) {
        Some((a, b)) => rank(*a).cmp(&rank(*b)),
        None => a.len().cmp(&b.len()),
    }
}

/// EE and EF begin the characters from U+E000 to U+FFFF, F0 to F4 those beyond; neither is a continuation byte, and where two texts first
/// differ in continuation bytes, the characters begin alike and the order of the bytes holds.
fn rank(byte: u8) -> u8 {
    match byte {
        0xee | 0xef => byte + 0x10,
        _ => byte,
    }
}
