//! Bytes written once must be read, and written again, for ever. A file in `fixtures/v1` is never changed; new ones may be added.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use model::{
    payload::Payload,
    wire::v1::{
        IdentifierKey, claim_bytes, claim_id, claim_id_of_bytes, claims_with_bytes, decode_claim,
        decode_entry, decode_payload, encode_entry, encode_payload,
    },
};

use crate::samples;

/// All files of `fixtures/v1`, by name.
pub(crate) fn files() -> BTreeMap<String, Vec<u8>> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/v1");
    fs::read_dir(folder)
        .unwrap()
        .map(|file| {
            let path = file.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            (name, fs::read(path).unwrap())
        })
        .collect()
}

fn fixture(name: &str) -> Vec<u8> {
    files()
        .remove(name)
        .unwrap_or_else(|| panic!("there is no fixture {name}"))
}

fn shown(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

#[test]
fn payloads_are_written_as_ever() {
    for (name, payload) in samples::payloads() {
        let expected = fixture(&format!("{name}.json"));
        assert_eq!(shown(&encode_payload(&payload)), shown(&expected), "{name}");
        let found = decode_payload(&expected).unwrap();
        assert_eq!(encode_payload(&found), expected, "{name}");
        if !matches!(payload, Payload::Claims { .. }) {
            assert_eq!(found, payload, "{name}");
        }
    }
}

#[test]
fn entries_are_written_as_ever() {
    for (name, entry) in samples::entries() {
        let expected = fixture(&format!("{name}.json"));
        assert_eq!(shown(&encode_entry(&entry)), shown(&expected), "{name}");
        assert_eq!(decode_entry(&expected), Ok(entry), "{name}");
    }
}

#[test]
fn identifiers_are_computed_as_ever() {
    assert_eq!(samples::identifiers(), shown(&fixture("identifiers.tsv")));
}

#[test]
fn a_claim_has_one_identifier_however_it_is_read() {
    let key = samples::key();
    for (name, payload) in samples::payloads() {
        let Payload::Claims { claims, .. } = payload else {
            continue;
        };
        let bytes = fixture(&format!("{name}.json"));
        let (_, found) = claims_with_bytes(&bytes).unwrap().unwrap();
        for (claim, (read, bytes)) in claims.iter().zip(found) {
            let expected = claim_id(&key, claim);
            assert_eq!(claim_id(&key, &read), expected);
            assert_eq!(
                claim_id_of_bytes(&IdentifierKey::new(&key), bytes),
                expected
            );
            assert_eq!(claim_bytes(&decode_claim(bytes).unwrap()), bytes);
        }
    }
}

#[test]
fn another_key_gives_other_identifiers() {
    let (_, payload) = samples::payloads().swap_remove(5);
    let Payload::Claims { claims, .. } = payload else {
        panic!("the sixth sample is of claims");
    };
    assert_ne!(
        claim_id(&samples::key(), &claims[0]),
        claim_id(&[0; 32], &claims[0])
    );
}

#[test]
fn every_fixture_is_asserted() {
    let mut expected: BTreeSet<String> = samples::payloads()
        .into_iter()
        .map(|(name, _)| format!("{name}.json"))
        .collect();
    expected.extend(
        samples::entries()
            .into_iter()
            .map(|(name, _)| format!("{name}.json")),
    );
    expected.insert("identifiers.tsv".to_owned());
    assert_eq!(files().into_keys().collect::<BTreeSet<_>>(), expected);
}
