//! What digests are and how they are written.

use super::{Digest, Hasher};

/// FIPS 180-2, appendix B.1: SHA-256 of `abc`.
const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

#[test]
fn the_digest_of_abc_is_the_published_one() {
    assert_eq!(Digest::of(b"abc").to_string(), ABC);
    assert_eq!(Digest::from_hex(ABC), Some(Digest::of(b"abc")));
}

#[test]
fn pieces_hash_as_the_whole() {
    let mut hasher = Hasher::new();
    hasher.update(b"a");
    hasher.update(b"");
    hasher.update(b"bc");
    assert_eq!(hasher.finish().to_string(), ABC);
}

#[test]
fn other_spellings_are_refused() {
    for text in [
        "",
        &ABC[1..],
        &ABC.to_uppercase(),
        &format!("{ABC}0"),
        &ABC.replace('b', "g"),
    ] {
        assert_eq!(Digest::from_hex(text), None, "{text}");
    }
}
