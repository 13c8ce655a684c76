//! Malformed notes, each with its error.

use proof::note::{
    Ed25519Signer, KeyId, MAX_NOTE_BYTES, MAX_SIGNATURES, Note, NoteError, SignError, Signer,
    Verifier,
};

use crate::support::{ORIGIN, log, witness};

fn good() -> String {
    Note::sign("one\n\ntwo\n", &[&log()]).unwrap().to_string()
}

#[test]
fn each_fault_of_a_note_has_its_error() {
    let good = good();
    let line = good.lines().last().unwrap();
    let base64 = line.rsplit(' ').next().unwrap();
    let at = "one\n\ntwo\n\n".len();
    let cases: &[(&str, String, NoteError)] = &[
        ("nothing", String::new(), NoteError::NoFinalNewline),
        (
            "no final newline",
            good.trim_end().to_owned(),
            NoteError::NoFinalNewline,
        ),
        (
            "no separator",
            format!("two\n{line}\n"),
            NoteError::NoSeparator,
        ),
        (
            "no signatures",
            "one\n\n".to_owned(),
            NoteError::NoSignatures,
        ),
        (
            "an empty line below",
            format!("{good}\n"),
            NoteError::NoSignatures,
        ),
        (
            "Windows line ends",
            good.replace('\n', "\r\n"),
            NoteError::ControlCharacter { at: 3, byte: b'\r' },
        ),
        (
            "one Windows line end",
            format!("{}\r\n", good.trim_end()),
            NoteError::ControlCharacter {
                at: good.len() - 1,
                byte: b'\r',
            },
        ),
        (
            "a tab",
            good.replace("two", "t\to"),
            NoteError::ControlCharacter { at: 6, byte: b'\t' },
        ),
        (
            "a NUL",
            good.replace("two", "t\0o"),
            NoteError::ControlCharacter { at: 6, byte: 0 },
        ),
        (
            "a hyphen for the dash",
            good.replace('—', "-"),
            NoteError::SignatureLine { line: 1 },
        ),
        (
            "an en dash",
            good.replace('—', "–"),
            NoteError::SignatureLine { line: 1 },
        ),
        (
            "no space after the dash",
            good.replace("— ", "—"),
            NoteError::SignatureLine { line: 1 },
        ),
        (
            "no signature",
            good.replace(base64, "").replace(" \n", "\n"),
            NoteError::SignatureLine { line: 1 },
        ),
        (
            "two spaces after the dash",
            good.replace("— ", "—  "),
            NoteError::Name { line: 1 },
        ),
        (
            "a plus in the name",
            good.replace(ORIGIN, "a+b"),
            NoteError::Name { line: 1 },
        ),
        (
            "a no-break space in the name",
            good.replace(ORIGIN, "a\u{a0}b"),
            NoteError::Name { line: 1 },
        ),
        (
            "a space in the name",
            good.replace(ORIGIN, "a b"),
            NoteError::Base64 { line: 1 },
        ),
        (
            "two spaces before the signature",
            good.replace(&format!(" {base64}"), &format!("  {base64}")),
            NoteError::Base64 { line: 1 },
        ),
        (
            "padding missing",
            good.replace('=', ""),
            NoteError::Base64 { line: 1 },
        ),
        (
            "padding too long",
            good.replace("=\n", "==\n"),
            NoteError::Base64 { line: 1 },
        ),
        (
            "bits after the end",
            good.replace(base64, "AAAAAAB="),
            NoteError::Base64 { line: 1 },
        ),
        (
            "base64 for URLs",
            good.replace(base64, "AAAA_-AA"),
            NoteError::Base64 { line: 1 },
        ),
        (
            "an id alone",
            good.replace(base64, "AAAAAA=="),
            NoteError::ShortSignature { line: 1, bytes: 4 },
        ),
        (
            "half an id",
            good.replace(base64, "AAA="),
            NoteError::ShortSignature { line: 1, bytes: 2 },
        ),
        (
            "text below",
            format!("{good}more\n"),
            NoteError::SignatureLine { line: 2 },
        ),
        (
            "too many signatures",
            format!("{good}{}", format!("{line}\n").repeat(MAX_SIGNATURES)),
            NoteError::TooManySignatures {
                limit: MAX_SIGNATURES,
            },
        ),
        (
            "too long",
            "x\n".repeat(MAX_NOTE_BYTES),
            NoteError::TooLong {
                limit: MAX_NOTE_BYTES,
            },
        ),
    ];
    for (what, text, error) in cases {
        assert_eq!(Note::parse(text.as_bytes()).as_ref(), Err(error), "{what}");
    }
    let mut bytes = good.into_bytes();
    bytes[at] = 0xff;
    assert_eq!(Note::parse(&bytes), Err(NoteError::NotUtf8 { at }));
}

#[test]
fn unknown_signatures_are_ignored_wherever_they_stand() {
    let other = Ed25519Signer::from_seed("other.example", &[9; 32]).unwrap();
    let log = log();
    let unknown = "— who.example AAAAAAA=\n";
    for signers in [[&log as &dyn Signer, &other], [&other, &log]] {
        let note = Note::sign("text\n", &signers).unwrap().to_string() + unknown;
        let note = Note::parse(note.as_bytes()).unwrap();
        assert_eq!(note.signatures().len(), 3);
        let verified = note.verify(&[&log.verifier()]).unwrap();
        assert_eq!(
            verified
                .iter()
                .map(|found| found.name.as_str())
                .collect::<Vec<_>>(),
            [ORIGIN]
        );
    }
}

#[test]
fn sixteen_signatures_and_more_are_accepted() {
    let signers: Vec<_> = (0..32)
        .map(|seed| Ed25519Signer::from_seed("n.example", &[seed; 32]).unwrap())
        .collect();
    let signers: Vec<_> = signers.iter().map(|signer| signer as &dyn Signer).collect();
    let note = Note::sign("text\n", &signers).unwrap();
    assert_eq!(Note::parse(&note.to_bytes()), Ok(note));
}

#[test]
fn a_wrong_key_with_the_right_name_is_told_apart_from_no_key() {
    let impostor = Ed25519Signer::from_seed(ORIGIN, &[2; 32]).unwrap();
    let note = Note::sign("text\n", &[&impostor]).unwrap();
    let verifier = log().verifier();
    assert_eq!(
        note.verify(&[&verifier]),
        Err(NoteError::WrongKey {
            name: ORIGIN.to_owned(),
            known: Verifier::id(&verifier),
            found: Signer::id(&impostor),
        })
    );
    let other = Ed25519Signer::from_seed("other.example", &[2; 32]).unwrap();
    let note = Note::sign("text\n", &[&other]).unwrap();
    assert_eq!(note.verify(&[&verifier]), Err(NoteError::Unsigned));
    assert_eq!(note.verify(&[]), Err(NoteError::Unsigned));
    let both = Note::sign("text\n", &[&impostor, &log()]).unwrap();
    assert_eq!(
        both.verify(&[&verifier]).map(|verified| verified.len()),
        Ok(1)
    );
}

#[test]
fn any_change_of_a_signed_text_is_seen() {
    let good = good();
    let bad = good.replace("two", "twp");
    let note = Note::parse(bad.as_bytes()).unwrap();
    let name = ORIGIN.to_owned();
    let id = Signer::id(&log());
    assert_eq!(
        note.verify(&[&log().verifier()]),
        Err(NoteError::BadSignature { name, id })
    );
}

#[test]
fn a_signature_of_the_same_key_is_replaced() {
    let mut note = Note::sign(
        "a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        &[&log()],
    )
    .unwrap();
    let witness = witness(1);
    note.add(&witness.at(1)).unwrap();
    note.add(&witness.at(2)).unwrap();
    assert_eq!(note.signatures().len(), 2);
    assert_eq!(
        proof::cosignature::time(&note.signatures()[1].bytes),
        Some(2)
    );
}

#[test]
fn what_cannot_be_a_note_is_not_signed() {
    for (text, error) in [
        ("", NoteError::NoFinalNewline),
        ("a", NoteError::NoFinalNewline),
        ("a\r\n", NoteError::ControlCharacter { at: 1, byte: b'\r' }),
    ] {
        assert_eq!(
            Note::sign(text, &[&log()]),
            Err(SignError::Text(error)),
            "{text:?}"
        );
    }
    let note = Note::sign(
        "a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        &[&log()],
    )
    .unwrap();
    let full = (0..MAX_SIGNATURES).try_fold(note, |mut note, seed| {
        let key = Ed25519Signer::from_seed("n.example", &[seed as u8; 32]).unwrap();
        note.add(&key).map(|()| note)
    });
    assert_eq!(
        full,
        Err(SignError::TooMany {
            limit: MAX_SIGNATURES
        })
    );
}

#[test]
fn the_id_of_a_key_is_what_the_specification_computes() {
    // SHA-256 of name, newline, kind and key, written out.
    let verifier = log().verifier();
    let text = [ORIGIN.as_bytes(), b"\n\x01", verifier.public_key()].concat();
    let [a, b, c, d, ..] = proof::digest::Digest::of(&text).0;
    assert_eq!(
        Verifier::id(&verifier),
        KeyId(u32::from_be_bytes([a, b, c, d]))
    );
}
