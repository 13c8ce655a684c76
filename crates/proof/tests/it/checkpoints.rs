//! Malformed and forked checkpoints.

use proof::{
    checkpoint::{Checkpoint, CheckpointError, Relation},
    digest::Digest,
    merkle::empty_root,
    note::{Ed25519Signer, NoteError, SignError, Signer, Verifier},
};

use crate::support::{ORIGIN, TIME, log, witness};

/// The base64 of the root of the empty tree.
const EMPTY: &str = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

#[test]
fn each_fault_of_a_checkpoint_has_its_error() {
    let size = |text: &str| CheckpointError::Size {
        text: text.to_owned(),
    };
    let cases = [
        ("nothing", String::new(), CheckpointError::NoFinalNewline),
        (
            "no final newline",
            format!("o\n1\n{EMPTY}"),
            CheckpointError::NoFinalNewline,
        ),
        ("one line", "o\n".to_owned(), CheckpointError::TooFewLines),
        (
            "two lines",
            "o\n1\n".to_owned(),
            CheckpointError::TooFewLines,
        ),
        (
            "no origin",
            format!("\n1\n{EMPTY}\n"),
            CheckpointError::Origin,
        ),
        ("no size", format!("o\n\n{EMPTY}\n"), size("")),
        ("leading zero", format!("o\n01\n{EMPTY}\n"), size("01")),
        ("two zeros", format!("o\n00\n{EMPTY}\n"), size("00")),
        ("a sign", format!("o\n+1\n{EMPTY}\n"), size("+1")),
        ("a negative size", format!("o\n-1\n{EMPTY}\n"), size("-1")),
        ("a space", format!("o\n1 \n{EMPTY}\n"), size("1 ")),
        ("Arabic digits", format!("o\n٣\n{EMPTY}\n"), size("٣")),
        ("hexadecimal", format!("o\n0x1\n{EMPTY}\n"), size("0x1")),
        (
            "size over 64 bits",
            format!("o\n18446744073709551616\n{EMPTY}\n"),
            size("18446744073709551616"),
        ),
        (
            "Windows line ends",
            format!("o\r\n1\r\n{EMPTY}\r\n"),
            size("1\r"),
        ),
        (
            "no root",
            "o\n1\n\n".to_owned(),
            CheckpointError::RootLength { found: 0 },
        ),
        (
            "short root",
            "o\n1\nAAAA\n".to_owned(),
            CheckpointError::RootLength { found: 3 },
        ),
        (
            "long root",
            format!("o\n1\n{}\n", "A".repeat(44)),
            CheckpointError::RootLength { found: 33 },
        ),
        (
            "root without padding",
            format!("o\n1\n{}\n", EMPTY.replace('=', "")),
            CheckpointError::RootBase64,
        ),
        (
            "root with bits after its end",
            format!("o\n1\n{}\n", EMPTY.replace("U=", "V=")),
            CheckpointError::RootBase64,
        ),
        (
            "root in hexadecimal",
            format!("o\n1\n{}\n", empty_root()),
            CheckpointError::RootLength { found: 48 },
        ),
        (
            "an empty extension",
            format!("o\n1\n{EMPTY}\n\n"),
            CheckpointError::Extension { line: 1 },
        ),
        (
            "an empty second extension",
            format!("o\n1\n{EMPTY}\na\n\nb\n"),
            CheckpointError::Extension { line: 2 },
        ),
        (
            "wrong root of the empty tree",
            format!("o\n0\n{}=\n", "A".repeat(43)),
            CheckpointError::EmptyTreeRoot {
                found: Digest([0; 32]),
            },
        ),
    ];
    for (what, text, error) in cases {
        assert_eq!(Checkpoint::parse(&text), Err(error), "{what}");
    }
}

#[test]
fn a_checkpoint_has_one_spelling() {
    for text in [
        format!("o\n0\n{EMPTY}\n"),
        format!("o\n18446744073709551615\n{EMPTY}\n"),
        format!("go.sum database tree\n1\n{EMPTY}\nextension\n— not a signature\n"),
    ] {
        assert_eq!(Checkpoint::parse(&text).unwrap().to_text(), Ok(text));
    }
}

#[test]
fn what_is_no_checkpoint_is_not_signed() {
    let root = Digest([7; 32]);
    let with = |origin: &str, size, extension: Option<&str>| Checkpoint {
        extensions: extension.map(str::to_owned).into_iter().collect(),
        ..Checkpoint::new(origin, size, root)
    };
    for (checkpoint, error) in [
        (with("", 1, None), CheckpointError::Origin),
        (with("a\nb", 1, None), CheckpointError::Origin),
        (
            with("o", 0, None),
            CheckpointError::EmptyTreeRoot { found: root },
        ),
        (
            with("o", 1, Some("")),
            CheckpointError::Extension { line: 1 },
        ),
        (
            with("o", 1, Some("a\nb")),
            CheckpointError::Extension { line: 1 },
        ),
    ] {
        assert_eq!(
            checkpoint.sign(&[&log()]),
            Err(SignError::NotACheckpoint(error))
        );
    }
}

#[test]
fn a_checkpoint_opens_under_its_origin_and_key_alone() {
    let signed = Checkpoint::new(ORIGIN, 3, Digest([7; 32]))
        .sign(&[&log()])
        .unwrap();
    let bytes = signed.to_bytes();
    let verifier = log().verifier();
    let (checkpoint, note) = Checkpoint::open(&bytes, ORIGIN, &verifier).unwrap();
    assert_eq!((checkpoint.size, note), (3, signed));
    assert_eq!(
        Checkpoint::open(&bytes, "other", &verifier),
        Err(CheckpointError::WrongOrigin {
            expected: "other".to_owned(),
            found: ORIGIN.to_owned()
        })
    );
    let foreign = Ed25519Signer::from_seed(ORIGIN, &[2; 32]).unwrap();
    assert_eq!(
        Checkpoint::open(&bytes, ORIGIN, &foreign.verifier()),
        Err(CheckpointError::Note(NoteError::WrongKey {
            name: ORIGIN.to_owned(),
            known: Signer::id(&foreign),
            found: Verifier::id(&verifier),
        }))
    );
}

#[test]
fn two_roots_at_one_size_are_a_fork() {
    let at = |origin: &str, size, root| Checkpoint::new(origin, size, Digest([root; 32]));
    let ours = at("o", 5, 1);
    for (other, relation) in [
        (at("o", 5, 1), Relation::Same),
        (at("o", 5, 2), Relation::Fork),
        (at("o", 6, 2), Relation::Older),
        (at("o", 4, 2), Relation::Newer),
        (at("p", 5, 2), Relation::OtherLog),
    ] {
        assert_eq!(ours.compare(&other), relation);
    }
}

#[test]
fn a_witness_signs_checkpoints_and_states_the_time() {
    let witness = witness(1);
    let text = Checkpoint::new(ORIGIN, 3, Digest([7; 32]))
        .to_text()
        .unwrap();
    let signature = witness.at(TIME).sign(&text).unwrap();
    let verifier = witness.verifier();
    assert!(verifier.verify(&text, &signature));
    assert_eq!(proof::cosignature::time(&signature), Some(TIME));
    // Neither another time, nor another text, nor a piece of it is the witness's word.
    let mut later = signature.clone();
    later[7] += 1;
    assert!(!verifier.verify(&text, &later));
    assert!(!verifier.verify(&text.replace('3', "4"), &signature));
    for end in 0..signature.len() {
        assert!(!verifier.verify(&text, &signature[..end]));
    }
    let longer = [&signature[..], &[0]].concat();
    assert!(!verifier.verify(&text, &longer));
}

#[test]
fn a_witness_signs_nothing_else_and_no_time_that_cannot_be_stated() {
    let witness = witness(1);
    let text = Checkpoint::new(ORIGIN, 3, Digest([7; 32]))
        .to_text()
        .unwrap();
    assert_eq!(
        witness.at(TIME).sign("some text\n"),
        Err(SignError::NotACheckpoint(CheckpointError::TooFewLines))
    );
    let latest = (1 << 63) - 1;
    assert!(witness.at(latest).sign(&text).is_ok());
    let time = latest + 1;
    assert_eq!(witness.at(time).sign(&text), Err(SignError::Time { time }));
}

#[test]
fn the_key_of_a_witness_does_not_verify_as_that_of_a_log() {
    // The same secret and name for both uses.
    let log = Ed25519Signer::from_seed("n.example", &[5; 32]).unwrap();
    let witness = proof::cosignature::Witness::from_seed("n.example", &[5; 32]).unwrap();
    assert_ne!(Signer::id(&log), Verifier::id(&witness.verifier()));
    let text = Checkpoint::new(ORIGIN, 3, Digest([7; 32]))
        .to_text()
        .unwrap();
    assert!(
        !log.verifier()
            .verify(&text, &witness.at(TIME).sign(&text).unwrap())
    );
    assert!(!witness.verifier().verify(&text, &log.sign(&text).unwrap()));
}
