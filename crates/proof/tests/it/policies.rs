//! Malformed policies, each with its error, and what well-formed ones ask for.

use proof::{
    cosignature::Witness,
    note::{Ed25519Signer, KeyError, NoteError},
    policy::{Policy, PolicyError, PolicyErrorKind as Kind, PolicyViolation},
};

use crate::support::{Ledger, ORIGIN, TIME, log, witness};

/// A log line and four witness lines.
fn keys() -> String {
    let mut text = format!("log {}\n", log().verifier().to_vkey());
    for number in 1..=4 {
        text += &format!(
            "witness w{number} {}\n",
            witness(number).verifier().to_vkey()
        );
    }
    text
}

fn name(name: &str) -> String {
    name.to_owned()
}

#[test]
fn each_fault_of_a_policy_has_its_error() {
    let (keys, log) = (keys(), log().verifier().to_vkey());
    let w1 = witness(1).verifier().to_vkey();
    let other_name = Witness::from_seed("other.example", &[0x11; 32])
        .unwrap()
        .verifier()
        .to_vkey();
    let same_log = Ed25519Signer::from_seed("other.example", &[1; 32])
        .unwrap()
        .verifier()
        .to_vkey();
    let range = |threshold, members| Kind::ThresholdRange { threshold, members };
    let threshold = |text: &str| Kind::Threshold { text: name(text) };
    let cases: &[(&str, usize, Kind)] = &[
        ("", 5, Kind::NoQuorum),
        ("quorum none", 6, Kind::NoFinalNewline),
        ("quorum none\r\n", 6, Kind::ControlCharacter { byte: b'\r' }),
        (
            "quorum none\u{7f}\n",
            6,
            Kind::ControlCharacter { byte: 0x7f },
        ),
        ("# a\u{0}comment\n", 6, Kind::ControlCharacter { byte: 0 }),
        ("quorum\n", 6, Kind::Items),
        ("quorum w1 w2\n", 6, Kind::Items),
        (
            "quorum unknown\n",
            6,
            Kind::Undefined {
                name: name("unknown"),
            },
        ),
        ("quorum W1\n", 6, Kind::Undefined { name: name("W1") }),
        (
            "quorum later\ngroup later any w1\n",
            6,
            Kind::Undefined {
                name: name("later"),
            },
        ),
        ("quorum none\nquorum none\n", 7, Kind::SecondQuorum),
        ("quorum w1\nquorum w1\n", 7, Kind::SecondQuorum),
        (
            "Quorum none\n",
            6,
            Kind::Keyword {
                word: name("Quorum"),
            },
        ),
        (
            "\u{a0}quorum none\n",
            6,
            Kind::Keyword {
                word: name("\u{a0}quorum"),
            },
        ),
        ("log\n", 6, Kind::Items),
        (&format!("log {same_log} url more\n"), 6, Kind::Items),
        ("log nonsense\n", 6, Kind::Key(KeyError::Form)),
        (&format!("log {log}\n"), 6, Kind::DuplicateKey),
        (&format!("log {same_log}\n"), 6, Kind::DuplicateKey),
        (
            &format!("log {w1}\n"),
            6,
            Kind::Key(KeyError::Kind {
                expected: 1,
                found: 4,
            }),
        ),
        ("witness w5\n", 6, Kind::Items),
        (
            &format!("witness w5 {log}\n"),
            6,
            Kind::Key(KeyError::Kind {
                expected: 4,
                found: 1,
            }),
        ),
        (&format!("witness w5 {w1}\n"), 6, Kind::DuplicateKey),
        (&format!("witness w5 {other_name}\n"), 6, Kind::DuplicateKey),
        ("group\n", 6, Kind::Items),
        ("group g\n", 6, Kind::Items),
        ("group g any\n", 6, Kind::NoMembers),
        ("group g 0 w1\n", 6, range(0, 1)),
        ("group g 3 w1 w2\n", 6, range(3, 2)),
        (
            "group g 18446744073709551615 w1 w2\n",
            6,
            range(u64::MAX, 2),
        ),
        (
            "group g 18446744073709551616 w1 w2\n",
            6,
            threshold("18446744073709551616"),
        ),
        ("group g 01 w1 w2\n", 6, threshold("01")),
        ("group g +1 w1 w2\n", 6, threshold("+1")),
        ("group g most w1 w2\n", 6, threshold("most")),
        ("group g any none\n", 6, Kind::MemberNone),
        ("group none any w1\n", 6, Kind::NameNone),
        (
            "group w1 any w2\n",
            6,
            Kind::DuplicateName { name: name("w1") },
        ),
        (
            "group g any w1\ngroup g any w2\n",
            7,
            Kind::DuplicateName { name: name("g") },
        ),
        ("group g any g\n", 6, Kind::Undefined { name: name("g") }),
        (
            "group g any h\ngroup h any w1\n",
            6,
            Kind::Undefined { name: name("h") },
        ),
        (
            "group g any w1 w1\n",
            6,
            Kind::MemberTwice { name: name("w1") },
        ),
        (
            "group g any w1\ngroup h any w2 w1\n",
            7,
            Kind::MemberTwice { name: name("w1") },
        ),
    ];
    for (lines, line, kind) in cases {
        let text = format!("{keys}{lines}");
        let error = PolicyError {
            line: *line,
            kind: kind.clone(),
        };
        assert_eq!(Policy::parse(text.as_bytes()), Err(error), "{lines:?}");
    }
    let none = format!("witness none {w1}\nquorum none\n");
    assert_eq!(
        Policy::parse(none.as_bytes()),
        Err(PolicyError {
            line: 1,
            kind: Kind::NameNone
        })
    );
    assert_eq!(
        Policy::parse(b""),
        Err(PolicyError {
            line: 0,
            kind: Kind::NoQuorum
        })
    );
    let mut bytes = b"log ".to_vec();
    bytes.extend_from_slice(b"\xff+00000000+AA==\n");
    assert_eq!(
        Policy::parse(&bytes),
        Err(PolicyError {
            line: 1,
            kind: Kind::KeyNotUtf8
        })
    );
}

#[test]
fn white_space_comments_and_addresses_are_as_the_specification_says() {
    let log = log().verifier();
    let text = format!(
        "\n \t \n# none of this matters: log witness\n\t#nor this\n  log\t{}  https://example.com/log \nquorum\tnone\t\n# the end\n",
        log.to_vkey()
    );
    let policy = Policy::parse(text.as_bytes()).unwrap();
    assert_eq!(policy.logs()[0].key, log);
    assert_eq!(
        policy.logs()[0].url.as_deref(),
        Some(&b"https://example.com/log"[..])
    );
    assert!(!policy.asks_for_witnesses());
}

#[test]
fn names_are_octets() {
    // The Kelvin sign, and a byte that is no UTF-8, are names as good as `K`.
    let key = |number: u8| witness(number).verifier().to_vkey();
    let lines = [
        format!("witness K {}\nwitness ", key(1)).into_bytes(),
        b"\xe2\x84\xaa".to_vec(),
        format!(" {}\nwitness ", key(2)).into_bytes(),
        b"\xff".to_vec(),
        format!(" {}\ngroup g all K ", key(3)).into_bytes(),
        b"\xe2\x84\xaa \xff\nquorum g\n".to_vec(),
    ];
    assert_eq!(Policy::parse(&lines.concat()).unwrap().witnesses().len(), 3);
}

#[test]
fn thirty_two_of_each_and_many_more_are_taken() {
    for count in [32_u32, 300] {
        let seed = |number: u32| {
            let mut seed = [3; 32];
            seed[..4].copy_from_slice(&number.to_be_bytes());
            seed
        };
        let mut text = String::new();
        for number in 0..count {
            let log = Ed25519Signer::from_seed("log.example", &seed(number)).unwrap();
            let witness = Witness::from_seed("w.example", &seed(number)).unwrap();
            text += &format!("log {}\n", log.verifier().to_vkey());
            text += &format!("witness w{number} {}\n", witness.verifier().to_vkey());
            text += &format!("group g{number} any w{number}\n");
        }
        let names: Vec<_> = (0..count).map(|number| format!("g{number}")).collect();
        text += &format!(
            "group most {} {}\nquorum most\n",
            count / 2,
            names.join(" ")
        );
        let policy = Policy::parse(text.as_bytes()).unwrap();
        assert_eq!(policy.logs().len(), count as usize);
        assert_eq!(policy.witnesses().len(), count as usize);
    }
}

#[test]
fn a_quorum_is_met_by_the_witnesses_it_names() {
    let ledger = Ledger::of_size(3, &[]);
    let two_levels = "group a 2 w1 w2 w3\ngroup b any w4\ngroup both all a b\nquorum both\n";
    let cases: &[(&str, &[u8], bool)] = &[
        ("quorum none\n", &[], true),
        ("quorum w1\n", &[1], true),
        ("quorum w1\n", &[2, 3, 4], false),
        ("group g any w1 w2\nquorum g\n", &[2], true),
        ("group g any w1 w2\nquorum g\n", &[3], false),
        ("group g all w1 w2\nquorum g\n", &[1], false),
        ("group g all w1 w2\nquorum g\n", &[1, 2], true),
        ("group g 2 w1 w2 w3\nquorum g\n", &[1, 3], true),
        ("group g 2 w1 w2 w3\nquorum g\n", &[3], false),
        (two_levels, &[1, 2], false),
        (two_levels, &[1, 4], false),
        (two_levels, &[1, 3, 4], true),
    ];
    for (lines, cosigners, met) in cases {
        let policy = Policy::parse(format!("{}{lines}", keys()).as_bytes()).unwrap();
        let found = policy.check(&ledger.checkpoint(cosigners));
        assert_eq!(found.is_ok(), *met, "{lines} {cosigners:?}");
    }
}

#[test]
fn a_quorum_that_is_not_met_says_who_was_there() {
    let policy =
        Policy::parse(format!("{}group g all w1 w2\nquorum g\n", keys()).as_bytes()).unwrap();
    assert_eq!(
        policy.check(&Ledger::of_size(3, &[]).checkpoint(&[2, 3])),
        Err(PolicyViolation::Quorum {
            quorum: name("g"),
            witnessed: vec![name("w2"), name("w3")]
        })
    );
}

#[test]
fn one_witness_counts_once_and_with_its_latest_time() {
    let policy =
        Policy::parse(format!("{}group g 2 w1 w2\nquorum g\n", keys()).as_bytes()).unwrap();
    let ledger = Ledger::of_size(3, &[]);
    let line = |time| {
        let mut note = ledger.checkpoint(&[]);
        note.add(&witness(1).at(time)).unwrap();
        note.to_string().lines().last().unwrap().to_owned()
    };
    let text = format!(
        "{}{}\n{}\n",
        ledger.checkpoint(&[]),
        line(TIME + 5),
        line(TIME)
    );
    let note = proof::note::Note::parse(text.as_bytes()).unwrap();
    assert_eq!(
        policy.check(&note),
        Err(PolicyViolation::Quorum {
            quorum: name("g"),
            witnessed: vec![name("w1")]
        })
    );
    let lenient = Policy::parse(format!("{}quorum w1\n", keys()).as_bytes()).unwrap();
    assert_eq!(lenient.check(&note).unwrap().witnesses[0].time, TIME + 5);
}

#[test]
fn foreign_logs_and_keys_are_refused() {
    let ledger = Ledger::of_size(3, &[]);
    let note = ledger.checkpoint(&[1]);
    let check = |text: String| {
        Policy::parse(text.as_bytes())
            .unwrap()
            .check(&note)
            .map(|_| ())
    };
    let other = Ed25519Signer::from_seed("other.example", &[1; 32])
        .unwrap()
        .verifier();
    assert_eq!(
        check(Policy::text_of_log(&other)),
        Err(PolicyViolation::UnknownLog {
            origin: name(ORIGIN)
        })
    );
    let impostor = Ed25519Signer::from_seed(ORIGIN, &[2; 32])
        .unwrap()
        .verifier();
    assert!(matches!(
        check(Policy::text_of_log(&impostor)),
        Err(PolicyViolation::Note(NoteError::WrongKey { .. }))
    ));
    // A log may change its key: both are believed while both are in the policy.
    let both = format!(
        "log {}\n{}",
        impostor.to_vkey(),
        Policy::text_of_log(&log().verifier())
    );
    assert_eq!(check(both), Ok(()));
    assert_eq!(
        check(name("quorum none\n")),
        Err(PolicyViolation::UnknownLog {
            origin: name(ORIGIN)
        })
    );
}

#[test]
fn a_forged_cosignature_of_a_known_witness_rejects_the_checkpoint() {
    let policy = Policy::parse(format!("{}quorum none\n", keys()).as_bytes()).unwrap();
    let (small, large) = (Ledger::of_size(3, &[]), Ledger::of_size(4, &[]));
    let moved = large
        .checkpoint(&[1])
        .to_string()
        .lines()
        .last()
        .unwrap()
        .to_owned();
    let text = format!("{}{moved}\n", small.checkpoint(&[]));
    let note = proof::note::Note::parse(text.as_bytes()).unwrap();
    assert!(matches!(
        policy.check(&note),
        Err(PolicyViolation::Note(NoteError::BadSignature { .. }))
    ));
}
