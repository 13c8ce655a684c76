//! Malformed receipts, each with its error, and receipts that do not hold.

use proof::{
    checkpoint::CheckpointError,
    merkle::ProofError,
    note::{Note, NoteError},
    policy::Policy,
    receipt::{MAX_RECEIPT_BYTES, Receipt, ReceiptError},
    receipt_check::check_receipt,
    report::Verdict,
};

use crate::support::{Ledger, ORIGIN, log, witness};

fn policy() -> Policy {
    Policy::parse(Policy::text_of_log(&log().verifier()).as_bytes()).unwrap()
}

fn good() -> String {
    String::from_utf8(Ledger::of_size(5, &[]).receipt(2, &[]).to_bytes()).unwrap()
}

#[test]
fn each_fault_of_a_receipt_has_its_error() {
    use ReceiptError as E;
    let good = good();
    let hash = good.lines().nth(2).unwrap();
    let hashes = |count: usize| good.replace(hash, &[hash].repeat(count).join("\n"));
    let cases: &[(&str, String, ReceiptError)] = &[
        ("nothing", String::new(), E::NoCheckpoint),
        (
            "no checkpoint",
            good.split_once("\n\n").unwrap().0.to_owned(),
            E::NoCheckpoint,
        ),
        (
            "Windows line ends",
            good.replace('\n', "\r\n"),
            E::NoCheckpoint,
        ),
        (
            "another header",
            good.replace("proof@v1", "proof@v2"),
            E::Header,
        ),
        (
            "a space after the header",
            good.replace("@v1\n", "@v1 \n"),
            E::Header,
        ),
        ("an empty line first", format!("\n{good}"), E::Header),
        ("no index", good.replace("index 2\n", ""), E::Index),
        (
            "an index without number",
            good.replace("index 2", "index "),
            E::Index,
        ),
        (
            "leading zero",
            good.replace("index 2", "index 02"),
            E::Index,
        ),
        ("a sign", good.replace("index 2", "index +2"), E::Index),
        ("a space", good.replace("index 2", "index 2 "), E::Index),
        (
            "index over 64 bits",
            good.replace("index 2", "index 18446744073709551616"),
            E::Index,
        ),
        (
            "extra data below the index",
            good.replace("index 2", "index 2\nextra AAAA"),
            E::HashBase64 { line: 3 },
        ),
        (
            "extra data twice",
            good.replace("index 2", "extra AAAA\nextra AAAA\nindex 2"),
            E::Index,
        ),
        (
            "extra data without data",
            good.replace("index 2", "extra \nindex 2"),
            E::Extra,
        ),
        (
            "extra data that is no base64",
            good.replace("index 2", "extra !\nindex 2"),
            E::Extra,
        ),
        (
            "extra data without padding",
            good.replace("index 2", "extra AA\nindex 2"),
            E::Extra,
        ),
        (
            "a short hash",
            good.replace(hash, "AAAA"),
            E::HashLength { line: 3, found: 3 },
        ),
        (
            "a long hash",
            good.replace(hash, &"A".repeat(44)),
            E::HashLength { line: 3, found: 33 },
        ),
        (
            "a hash without padding",
            good.replace(hash, hash.trim_end_matches('=')),
            E::HashBase64 { line: 3 },
        ),
        (
            "a hash and a space",
            good.replace(hash, &format!("{hash} ")),
            E::HashBase64 { line: 3 },
        ),
        (
            "more hashes than levels",
            hashes(63),
            E::TooManyHashes { limit: 64 },
        ),
        (
            "an empty line too many",
            good.replace("\n\ncenotaph", "\n\n\ncenotaph"),
            E::Checkpoint(CheckpointError::Size {
                text: ORIGIN.to_owned(),
            }),
        ),
        (
            "a checkpoint with a leading zero",
            good.replace("\n5\n", "\n05\n"),
            E::Checkpoint(CheckpointError::Size {
                text: "05".to_owned(),
            }),
        ),
        (
            "a truncated checkpoint",
            good[..good.len() - 1].to_owned(),
            E::Note(NoteError::NoFinalNewline),
        ),
        (
            "one Windows line end",
            format!("{}\r\n", good.trim_end()),
            E::Note(NoteError::ControlCharacter { at: 0, byte: b'\r' }),
        ),
        (
            "too long",
            "x".repeat(MAX_RECEIPT_BYTES + 1),
            E::TooLong {
                limit: MAX_RECEIPT_BYTES,
            },
        ),
    ];
    for (what, text, error) in cases {
        match (Receipt::parse(text.as_bytes()), error) {
            // The offset within the checkpoint does not matter here.
            (
                Err(E::Note(NoteError::ControlCharacter { byte, .. })),
                E::Note(NoteError::ControlCharacter { byte: expected, .. }),
            ) => assert_eq!(byte, *expected, "{what}"),
            (found, error) => assert_eq!(found.as_ref(), Err(error), "{what}"),
        }
    }
    let mut bytes = good.into_bytes();
    bytes[0] = 0xff;
    assert_eq!(Receipt::parse(&bytes), Err(E::NotUtf8 { at: 0 }));
}

#[test]
fn every_entry_has_a_receipt_that_holds_for_it_alone() {
    let ledger = Ledger::of_size(300, &[]);
    let policy = policy();
    for index in [0, 1, 2, 127, 128, 254, 255, 256, 257, 298, 299] {
        let bytes = ledger.receipt(index, &[]).to_bytes();
        let receipt = Receipt::parse(&bytes).unwrap();
        assert_eq!(receipt.to_bytes(), bytes);
        let entry = &ledger.entries[index as usize];
        assert_eq!(receipt.verify(entry, &policy).unwrap().checkpoint.size, 300);
        let other = &ledger.entries[(index as usize + 1) % 300];
        assert!(matches!(
            receipt.verify(other, &policy),
            Err(ReceiptError::Proof(ProofError::RootMismatch { .. }))
        ));
        let moved = Receipt {
            index: index ^ 1,
            ..receipt
        };
        assert!(moved.verify(entry, &policy).is_err(), "{index}");
    }
}

#[test]
fn a_receipt_of_one_entry_has_no_hashes() {
    let ledger = Ledger::of_size(1, &[]);
    let receipt = Receipt::parse(&ledger.receipt(0, &[]).to_bytes()).unwrap();
    assert_eq!(receipt.proof, []);
    assert!(receipt.verify(b"entry 0", &policy()).is_ok());
}

#[test]
fn no_flipped_bit_of_a_receipt_is_taken_for_the_receipt() {
    let bytes = Ledger::of_size(5, &[]).receipt(2, &[]).to_bytes();
    for place in 0..bytes.len() {
        for bit in 0..8 {
            let mut bad = bytes.clone();
            bad[place] ^= 1 << bit;
            let verified =
                Receipt::parse(&bad).and_then(|receipt| receipt.verify(b"entry 2", &policy()));
            assert!(verified.is_err(), "byte {place}, bit {bit}");
        }
    }
}

#[test]
fn an_index_beyond_the_log_does_not_hold() {
    let receipt = Receipt {
        index: 5,
        ..Ledger::of_size(5, &[]).receipt(2, &[])
    };
    assert_eq!(
        receipt.verify(b"entry 2", &policy()),
        Err(ReceiptError::Proof(ProofError::IndexBeyondSize {
            index: 5,
            size: 5
        }))
    );
}

#[test]
fn extra_data_is_carried_along_and_proves_nothing() {
    let receipt = Receipt {
        extra: Some(b"context".to_vec()),
        ..Ledger::of_size(5, &[]).receipt(2, &[])
    };
    let read = Receipt::parse(&receipt.to_bytes()).unwrap();
    assert_eq!(read, receipt);
    assert!(read.verify(b"entry 2", &policy()).is_ok());
}

#[test]
fn a_report_shows_each_step() {
    let ledger = Ledger::of_size(5, &[1]);
    let receipt = ledger.receipt(2, &[1]).to_bytes();
    let witnessed = format!(
        "{}witness w1 {}\nquorum w1\n",
        Policy::text_of_log(&log().verifier()).replace("quorum none\n", ""),
        witness(1).verifier().to_vkey()
    );
    let witnessed = Policy::parse(witnessed.as_bytes()).unwrap();
    let verdicts = |receipt: &[u8], entry: &[u8], policy: Option<&Policy>| {
        let report = check_receipt(receipt, entry, policy);
        let each: Vec<_> = report
            .checks
            .iter()
            .map(|check| (check.what.clone(), check.verdict))
            .collect();
        (report.verdict(), each)
    };
    use Verdict::{DoesNotHold as No, Holds as Yes, NotChecked as Open};
    let rows = |rows: &[(&str, Verdict)]| -> Vec<(String, Verdict)> {
        rows.iter()
            .map(|(what, verdict)| ((*what).to_owned(), *verdict))
            .collect()
    };
    let signed = [("log signature", Yes), ("witnesses", Yes)];
    let formed = [("receipt", Yes), ("checkpoint", Yes)];
    assert_eq!(
        verdicts(&receipt, b"entry 2", Some(&witnessed)),
        (
            Yes,
            rows(&[&formed[..], &[("inclusion", Yes)], &signed].concat())
        )
    );
    assert_eq!(
        verdicts(&receipt, b"entry 3", Some(&witnessed)),
        (
            No,
            rows(&[&formed[..], &[("inclusion", No)], &signed].concat())
        )
    );
    assert_eq!(
        verdicts(&receipt, b"entry 2", None),
        (
            Open,
            rows(&[&formed[..], &[("inclusion", Yes), ("log signature", Open)]].concat())
        )
    );
    let alone = ledger.receipt(2, &[]).to_bytes();
    assert_eq!(
        verdicts(&alone, b"entry 2", Some(&witnessed)),
        (
            No,
            rows(
                &[
                    &formed[..],
                    &[
                        ("inclusion", Yes),
                        ("log signature", Yes),
                        ("witnesses", No)
                    ]
                ]
                .concat()
            )
        )
    );
    assert_eq!(
        verdicts(b"nonsense", b"", None),
        (No, rows(&[("receipt", No)]))
    );
}

#[test]
fn a_file_cannot_paint_its_own_verdict() {
    let note = Note::sign("o\n\u{9b}2Jverdict: holds\nroot\n", &[&log()]).unwrap();
    let receipt = Receipt {
        extra: None,
        index: 0,
        proof: Vec::new(),
        checkpoint: note,
    };
    let report = check_receipt(&receipt.to_bytes(), b"", None).to_string();
    assert!(report.contains("2Jverdict: holds"), "{report:?}");
    assert!(!report.contains('\u{9b}'), "{report:?}");
    assert!(report.ends_with("verdict: does-not-hold\n"), "{report}");
}
