//! Spellings of keys, and keys under false names.

use super::{Ed25519Signer, Ed25519Verifier, KeyError, KeyId, Note, NoteError, Signer, Verifier};

/// The keys of the documentation of golang.org/x/mod/sumdb/note.
const SKEY: &str = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
const VKEY: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

#[test]
fn the_published_private_key_gives_the_published_public_one() {
    let signer = Ed25519Signer::from_skey(SKEY).unwrap();
    assert_eq!(signer.to_skey(), SKEY);
    assert_eq!(signer.verifier().to_vkey(), VKEY);
    assert_eq!(Ed25519Verifier::from_vkey(VKEY), Ok(signer.verifier()));
    assert_eq!(
        (Signer::name(&signer), Signer::id(&signer)),
        ("PeterNeumann", KeyId(0xc74f_20a3))
    );
}

/// As in the tests of golang.org/x/mod/sumdb/note: no part of a key is a key, and none with a changed byte.
#[test]
fn mangled_keys_are_refused() {
    for end in 0..VKEY.len() {
        assert!(Ed25519Verifier::from_vkey(&VKEY[..end]).is_err(), "{end}");
        assert!(
            Ed25519Verifier::from_vkey(&VKEY[end + 1..]).is_err(),
            "{end}"
        );
        let mut changed = VKEY.as_bytes().to_vec();
        changed[end] += 1;
        assert!(
            Ed25519Verifier::from_vkey(&String::from_utf8(changed).unwrap()).is_err(),
            "{end}"
        );
    }
    for end in 0..SKEY.len() {
        assert!(Ed25519Signer::from_skey(&SKEY[..end]).is_err(), "{end}");
        assert!(Ed25519Signer::from_skey(&SKEY[end + 1..]).is_err(), "{end}");
        let mut changed = SKEY.as_bytes().to_vec();
        changed[end] += 1;
        assert!(
            Ed25519Signer::from_skey(&String::from_utf8(changed).unwrap()).is_err(),
            "{end}"
        );
    }
}

#[test]
fn each_fault_of_a_key_has_its_error() {
    let id = KeyId(0xc74f_20a3);
    for (text, error) in [
        ("PeterNeumann", KeyError::Form),
        ("PeterNeumann+c74f20a3", KeyError::Form),
        (
            "+c74f20a3+AA==",
            KeyError::Name {
                name: String::new(),
            },
        ),
        (
            "Peter Neumann+c74f20a3+AA==",
            KeyError::Name {
                name: "Peter Neumann".to_owned(),
            },
        ),
        (
            "Peter\u{a0}N+c74f20a3+AA==",
            KeyError::Name {
                name: "Peter\u{a0}N".to_owned(),
            },
        ),
        (&VKEY.replace("c74f20a3", "C74F20A3"), KeyError::Id),
        (&VKEY.replace("c74f20a3", "+74f20a3"), KeyError::Id),
        (&VKEY.replace("c74f20a3", "0c74f20a3"), KeyError::Id),
        (
            &VKEY.replace("c74f20a3", "c74f20a4"),
            KeyError::WrongId {
                expected: id,
                found: KeyId(0xc74f_20a4),
            },
        ),
        (&VKEY.replace("ARpc", "ARp="), KeyError::Base64),
        (&format!("{VKEY}="), KeyError::Base64),
        // The last two are from the tests of golang.org/x/mod/sumdb/note, with the ids that follow from the keys.
        (
            "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
            KeyError::Base64,
        ),
        (
            "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            KeyError::Kind {
                expected: 1,
                found: 0x65,
            },
        ),
    ] {
        assert_eq!(Ed25519Verifier::from_vkey(text), Err(error), "{text}");
    }
    let short = super::key::vkey("n", 1, &[7; 31]);
    assert_eq!(
        Ed25519Verifier::from_vkey(&short),
        Err(KeyError::Length { found: 31 })
    );
}

#[test]
fn a_private_key_of_another_kind_or_id_is_refused() {
    let wrong_id = SKEY.replace("c74f20a3", "c74f20a4");
    assert_eq!(
        Ed25519Signer::from_skey(&wrong_id).unwrap_err(),
        KeyError::WrongId {
            expected: KeyId(0xc74f_20a3),
            found: KeyId(0xc74f_20a4)
        }
    );
    let other_kind = SKEY.replace("+AYEK", "+BYEK");
    assert_eq!(
        Ed25519Signer::from_skey(&other_kind).unwrap_err(),
        KeyError::Kind {
            expected: 1,
            found: 5
        }
    );
}

#[test]
fn the_debug_form_of_a_private_key_is_public() {
    let signer = Ed25519Signer::from_skey(SKEY).unwrap();
    assert_eq!(
        format!("{signer:?}"),
        "Ed25519Signer(PeterNeumann c74f20a3)"
    );
}

/// A key that answers to a name and an id that are not its own.
#[derive(Debug)]
struct Impostor;

impl Verifier for Impostor {
    fn name(&self) -> &str {
        "PeterNeumann"
    }

    fn id(&self) -> KeyId {
        KeyId(0xc74f_20a3)
    }

    fn verify(&self, _: &str, _: &[u8]) -> bool {
        false
    }
}

#[test]
fn a_known_key_that_does_not_verify_rejects_the_note() {
    let signer = Ed25519Signer::from_skey(SKEY).unwrap();
    let note = Note::sign("text\n", &[&signer]).unwrap();
    let name = "PeterNeumann".to_owned();
    assert_eq!(
        note.verify(&[&Impostor]),
        Err(NoteError::BadSignature {
            name,
            id: KeyId(0xc74f_20a3)
        })
    );
}
