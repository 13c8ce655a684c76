//! Writing and reading are inverse: every value comes back, and nothing but what was written is read.

use model::{
    claim::Claim,
    payload::Payload,
    wire::{
        WireError,
        v1::{
            claim_bytes, claims_with_bytes, decode_claim, decode_entry, decode_payload,
            encode_entry, encode_payload,
        },
    },
};
use proof::json::{Limits, parse_canonical, to_canonical};
use proptest::{prelude::*, sample::Index};

use crate::any;

/// Changes bytes the way accidents and forgers do: one byte replaced, removed, doubled or moved.
fn damage(bytes: &[u8], place: Index, byte: u8, how: u8) -> Vec<u8> {
    let mut damaged = bytes.to_vec();
    let at = place.index(bytes.len());
    match how % 5 {
        0 => damaged[at] = byte,
        1 => {
            damaged.remove(at);
        }
        2 => damaged.insert(at, byte),
        3 => damaged.swap(at, bytes.len() - 1 - at),
        _ => damaged.truncate(at),
    }
    damaged
}

/// What is read from any bytes is written as those bytes, or nothing is read.
fn read_is_written(bytes: &[u8]) {
    if let Ok(claim) = decode_claim(bytes) {
        assert_eq!(claim_bytes(&claim), bytes);
    }
    if let Ok(payload) = decode_payload(bytes) {
        assert_eq!(encode_payload(&payload), bytes);
    }
    if let Ok(entry) = decode_entry(bytes) {
        assert_eq!(encode_entry(&entry), bytes);
    }
    let _ = claims_with_bytes(bytes);
}

/// The same claim as it is read back: qualifiers in order, each once.
fn normal(claim: &Claim) -> Claim {
    decode_claim(&claim_bytes(claim)).unwrap()
}

proptest! {
    #[test]
    fn a_claim_comes_back(claim in any::claim()) {
        let found = normal(&claim);
        let sorted = |claim: &Claim| {
            let mut qualifiers = claim.qualifiers.clone();
            qualifiers.sort();
            qualifiers.dedup();
            qualifiers
        };
        prop_assert_eq!(sorted(&found), sorted(&claim));
        prop_assert_eq!(Claim { qualifiers: claim.qualifiers.clone(), ..found.clone() }, claim);
        prop_assert_eq!(claim_bytes(&normal(&found)), claim_bytes(&found));
    }

    #[test]
    fn qualifiers_may_come_in_any_order(claim in any::claim(), seed in any::<u64>()) {
        let mut shuffled = claim.clone();
        let length = shuffled.qualifiers.len();
        for place in 0..length {
            shuffled.qualifiers.swap(place, (seed as usize).wrapping_add(place * 7) % length);
        }
        shuffled.qualifiers.extend(claim.qualifiers.first().cloned());
        prop_assert_eq!(claim_bytes(&shuffled), claim_bytes(&claim));
    }

    #[test]
    fn different_claims_have_different_bytes(one in any::claim(), two in any::claim(), part in 0..8u8) {
        // Two claims that differ in one part only.
        let mut other = one.clone();
        match part {
            0 => other.about = two.about,
            1 => other.property = two.property,
            2 => other.value = two.value,
            3 => other.qualifiers = two.qualifiers,
            4 => other.citation = two.citation,
            5 => other.attribution = two.attribution,
            6 => other.certainty = two.certainty,
            _ => other.access = two.access,
        }
        prop_assert_eq!(claim_bytes(&one) == claim_bytes(&other), normal(&one) == normal(&other));
if part != 3 {
            // Outside the qualifiers, whose order is nothing, the bytes tell all.
            prop_assert_eq!(other == one, claim_bytes(&one) == claim_bytes(&other));
        }
    }

    #[test]
    fn a_payload_comes_back(payload in any::payload()) {
        let bytes = encode_payload(&payload);
        let found = decode_payload(&bytes).unwrap();
        prop_assert_eq!(encode_payload(&found), bytes);
        if !matches!(payload, Payload::Claims { .. } | Payload::Suggestion(_) | Payload::Arrangement(_)) {
            prop_assert_eq!(found, payload);
        }
    }

    #[test]
    fn each_claim_comes_with_its_own_bytes(payload in any::payload()) {
        let bytes = encode_payload(&payload);
        let found = claims_with_bytes(&bytes).unwrap();
        match decode_payload(&bytes).unwrap() {
            Payload::Claims { records, claims } => {
                let (found_records, found) = found.unwrap();
                prop_assert_eq!(found_records, records);
                prop_assert_eq!(found.len(), claims.len());
                for ((found, bytes), claim) in found.iter().zip(&claims) {
                    prop_assert_eq!(found, claim);
                    prop_assert_eq!(*bytes, claim_bytes(claim));
                }
            }
            _ => prop_assert!(found.is_none()),
        }
    }

    #[test]
    fn an_entry_comes_back(entry in any::entry()) {
        prop_assert_eq!(decode_entry(&encode_entry(&entry)), Ok(entry));
    }

    #[test]
    fn what_is_written_is_canonical_json(payload in any::payload(), entry in any::entry()) {
        for bytes in [encode_payload(&payload), encode_entry(&entry)] {
            let value = parse_canonical(&bytes, Limits { bytes: bytes.len(), depth: 16 });
            prop_assert_eq!(value.map(|value| to_canonical(&value)), Ok(bytes));
        }
    }

    #[test]
    fn only_canonical_bytes_are_read(
        payload in any::payload(),
        entry in any::entry(),
        damages in proptest::collection::vec((any::<Index>(), any::<u8>(), any::<u8>()), 1..3),
    ) {
        for mut bytes in [encode_payload(&payload), encode_entry(&entry)] {
            for (place, byte, how) in &damages {
                if !bytes.is_empty() {
                    bytes = damage(&bytes, *place, *byte, *how);
                }
            }
            read_is_written(&bytes);
        }
    }

    #[test]
    fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        read_is_written(&bytes);
    }

    #[test]
    fn random_json_never_panics(text in "[{}\\[\\]\",:0-9a-z\\\\ ]{0,60}") {
        read_is_written(text.as_bytes());
    }
}

fn refused(entry: &str) -> String {
    decode_entry(entry.as_bytes()).unwrap_err().to_string()
}

#[test]
fn refusals_name_what_is_wrong() {
    let good = r#"{"actor":"a","commitments":[],"counts":{},"time":"2026-11-24T10:00:00Z","type":"claims-recorded","v":1}"#;
    assert!(decode_entry(good.as_bytes()).is_ok());
    for (from, to, expected) in [
        (r#""v":1"#, r#""v":2"#, "version 2 is not known here"),
        (r#""v":1"#, r#""v":17"#, "version 17 is not known here"),
        (r#","v":1"#, "", "byte 96: field `v` is missing"),
        (r#""counts":{},"#, "", "byte 29: field `counts` is missing"),
        (
            r#""counts":{}"#,
            r#""colour":"red","counts":{}"#,
            "byte 29: unknown field `colour`",
        ),
        (
            r#","v":1"#,
            r#","v":1,"w":2"#,
            "byte 102: unknown field `w`",
        ),
        (
            "claims-recorded",
            "war",
            "byte 79: `war` is no value of `type`",
        ),
        (
            "T10:00:00Z",
            " 10:00:00Z",
            "byte 49: expected a time such as `2026-11-24T10:00:00Z`",
        ),
        (
            "2026-11-24",
            "2026-11-31",
            "byte 49: expected a time such as `2026-11-24T10:00:00Z`",
        ),
        (
            "[]",
            r#"["00"]"#,
            "byte 28: expected 64 hexadecimal digits in lower case",
        ),
        (
            r#"{},"#,
            r#"{"b":1,"a":1},"#,
            "byte 50: not canonical: elements out of order or repeated",
        ),
        (
            r#"{},"#,
            r#"{"a":01},"#,
            "byte 44: not canonical: a number with leading zeros",
        ),
        (
            r#"{},"#,
            r#"{"a":9007199254740992},"#,
            "byte 44: expected a whole number up to 2^53 - 1",
        ),
        (
            r#"{},"#,
            r#"{},"erases":[],"#,
            "byte 51: not canonical: something empty that is left out",
        ),
        (
            r#""a""#,
            r#""\u0041""#,
            "byte 10: not canonical: a character escaped in another way",
        ),
        (
            r#""a""#,
            r#""\u000A""#,
            "byte 10: not canonical: a character escaped in another way",
        ),
        (
            r#""a""#,
            r#""\/""#,
            "byte 10: not canonical: a character escaped in another way",
        ),
        ("{\"actor", "{ \"actor", "byte 1: field `actor` is missing"),
        ("\"v\":1}", "\"v\":1}\n", "byte 103: expected the end"),
    ] {
        let bad = good.replacen(from, to, 1);
        assert_eq!(refused(&bad), expected, "{bad}");
    }
}

#[test]
fn an_entry_has_an_end() {
    let entry = format!(
        r#"{{"actor":"{}","commitments":[],"counts":{{}},"time":"2026-11-24T10:00:00Z","type":"claims-recorded","v":1}}"#,
        "a".repeat(65_535)
    );
    assert!(matches!(
        decode_entry(entry.as_bytes()),
        Err(WireError::TooLong { limit: 65_535, .. })
    ));
}

#[test]
fn text_is_kept_exactly_and_not_normalised() {
    // é as one character and as two: two texts, two claims.
    let composed = Payload::Archive {
        name: "caf\u{e9}".to_owned(),
    };
    let decomposed = Payload::Archive {
        name: "cafe\u{301}".to_owned(),
    };
    assert_ne!(encode_payload(&composed), encode_payload(&decomposed));
    assert_eq!(decode_payload(&encode_payload(&decomposed)), Ok(decomposed));
}
