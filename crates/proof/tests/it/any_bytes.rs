//! Whatever bytes come, every reader judges them without a panic, and what it takes reads back as the same.

use proof::{
    checkpoint::Checkpoint,
    cosignature::WitnessVerifier,
    ledger_check::check_ledger,
    note::{Ed25519Signer, Ed25519Verifier, Note},
    policy::Policy,
    receipt::Receipt,
    receipt_check::check_receipt,
};
use proptest::{prelude::*, sample::Index};

use crate::support::{Ledger, log, witness};

fn policy() -> String {
    let mut text = format!("log {}\n", log().verifier().to_vkey());
    for number in 1..=3 {
        text += &format!(
            "witness w{number} {}\n",
            witness(number).verifier().to_vkey()
        );
    }
    text + "group g 2 w1 w2 w3\nquorum g\n"
}

/// Gives the bytes to every reader.
fn read_all(bytes: &[u8]) -> Result<(), TestCaseError> {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(note) = Note::parse(bytes) {
        prop_assert_eq!(note.to_bytes(), bytes);
    }
    if let Ok(receipt) = Receipt::parse(bytes) {
        prop_assert_eq!(receipt.to_bytes(), bytes);
    }
    if let Ok(checkpoint) = Checkpoint::parse(&text) {
        prop_assert_eq!(checkpoint.to_text(), Ok(text.to_string()));
    }
    if let Ok(key) = Ed25519Verifier::from_vkey(&text) {
        prop_assert_eq!(key.to_vkey(), text.to_string());
    }
    if let Ok(key) = WitnessVerifier::from_vkey(&text) {
        prop_assert_eq!(key.to_vkey(), text.to_string());
    }
    if let Ok(key) = Ed25519Signer::from_skey(&text) {
        prop_assert_eq!(key.to_skey(), text.to_string());
    }
    let policy = Policy::parse(bytes).ok();
    check_receipt(bytes, bytes, policy.as_ref());
    Ok(())
}

/// A sound input, and what a careless or hostile hand made of it.
fn damaged() -> impl Strategy<Value = Vec<u8>> {
    let ledger = Ledger::of_size(300, &[1, 2]);
    let sound = vec![
        ledger.files["checkpoint"].clone(),
        ledger.receipt(7, &[1, 2]).to_bytes(),
        policy().into_bytes(),
        log().to_skey().into_bytes(),
        log().verifier().to_vkey().into_bytes(),
        witness(1).verifier().to_vkey().into_bytes(),
    ];
    let edit = (
        any::<Index>(),
        any::<Index>(),
        prop_oneof!["\\PC{0,3}", "[\n\r +=—0]{1,3}"],
    );
    (
        prop::sample::select(sound),
        prop::collection::vec(edit, 0..4),
    )
        .prop_map(|(mut bytes, edits)| {
            for (start, length, text) in edits {
                let start = start.index(bytes.len() + 1);
                let end = (start + length.index(5)).min(bytes.len());
                bytes.splice(start..end, text.into_bytes());
            }
            bytes
        })
}

proptest! {
    #[test]
    fn any_bytes_are_judged(bytes: Vec<u8>) {
        read_all(&bytes)?;
    }

    #[test]
    fn any_damage_is_judged(bytes in damaged()) {
        read_all(&bytes)?;
    }

    #[test]
    fn any_damage_of_a_ledger_is_judged(place: Index, bytes: Vec<u8>, removed: bool) {
        let sound = Ledger::of_size(300, &[]);
        let mut ledger = sound.clone();
        let path = ledger.files.keys().nth(place.index(ledger.files.len())).unwrap().clone();
        if removed {
            ledger.files.remove(&path);
        } else {
            ledger.files.insert(path, bytes);
        }
        let policy = Policy::parse(Policy::text_of_log(&log().verifier()).as_bytes()).unwrap();
        let read = |path: &str, limit: usize| ledger.read(path, limit);
        let check = check_ledger(&read, Some(&policy), std::num::NonZeroUsize::MIN, &mut |_| {});
        prop_assert_ne!(check.report.verdict(), proof::report::Verdict::Holds);
    }
}
