//! A ledger of version 1, kept for ever: it must open, and today's writer must still write it byte for byte.

use std::{collections::BTreeMap, fs, num::NonZeroUsize, path::PathBuf};

use proof::{
    cosignature::{Witness, WitnessVerifier},
    json::{Limits, Number, Writer, parse_canonical},
    ledger_check::check_ledger,
    note::Ed25519Signer,
    policy::Policy,
    receipt::Receipt,
    report::Verdict,
};

use crate::support::{Ledger, TIME, log, witness};

/// Where the ledger lies, with the key that signed it, a policy, an entry and its receipt.
pub(crate) fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/v1"))
}

/// The entry that the receipt is about.
const RECEIVED: u64 = 42;

/// Entries as the archive writes them (docs/formats/entry.md); what they commit to is made up.
fn entry(number: u64) -> Vec<u8> {
    let salt = [number as u8; 32];
    let commitment = proof::commitment::commit(&salt, format!("payload {number}").as_bytes());
    let mut writer = Writer::new();
    writer.begin_object();
    writer.key("actor").string("archivist");
    writer
        .key("commitments")
        .begin_array()
        .string(&commitment.to_string())
        .end_array();
    writer.key("counts").begin_object();
    if number > 0 {
        writer
            .key("claims")
            .number(Number::from(number as u32 % 9 + 1));
    }
    writer.end_object();
    writer.key("time").string(&format!(
        "2026-11-24T11:{:02}:{:02}Z",
        number / 60,
        number % 60
    ));
    writer.key("type").string(if number == 0 {
        "archive-created"
    } else {
        "claims-recorded"
    });
    writer.key("v").number(Number::from(1));
    writer.end_object();
    writer.finish()
}

fn policy(witnesses: &[&WitnessVerifier]) -> String {
    let mut text =
        "# Whom to believe about the fixture ledger: its own key, and two of three witnesses.\n"
            .to_owned();
    text += &format!("log {}\n\n", log().verifier().to_vkey());
    for (place, witness) in witnesses.iter().enumerate() {
        text += &format!("witness w{} {}\n", place + 1, witness.to_vkey());
    }
    text + "group two-of-three 2 w1 w2 w3\nquorum two-of-three\n"
}

/// What the folder holds, written today.
fn written() -> BTreeMap<String, Vec<u8>> {
    let ledger = Ledger::new((0..300).map(entry).collect(), &[1, 3]);
    let witnesses: Vec<_> = (1..=3).map(|number| witness(number).verifier()).collect();
    let mut files: BTreeMap<_, _> = ledger
        .files
        .iter()
        .map(|(path, bytes)| (format!("ledger/{path}"), bytes.clone()))
        .collect();
    let mut add = |path: &str, bytes: Vec<u8>| files.insert(path.to_owned(), bytes);
    add(
        "policy",
        policy(&witnesses.iter().collect::<Vec<_>>()).into_bytes(),
    );
    add("log.skey", format!("{}\n", log().to_skey()).into_bytes());
    add("entry-42.json", ledger.entries[RECEIVED as usize].clone());
    add(
        "entry-42.tlog-proof",
        ledger.receipt(RECEIVED, &[1, 3]).to_bytes(),
    );
    files
}

/// Every file of the folder, by path.
fn kept() -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder()];
    while let Some(next) = folders.pop() {
        for child in fs::read_dir(next).unwrap() {
            let path = child.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path
                    .strip_prefix(folder())
                    .unwrap()
                    .to_str()
                    .unwrap()
                    .to_owned();
                files.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    files
}

#[test]
fn version_1_is_written_today_as_it_was_then() {
    let (kept, written) = (kept(), written());
    assert_eq!(
        kept.keys().collect::<Vec<_>>(),
        written.keys().collect::<Vec<_>>()
    );
    for (path, bytes) in &written {
        assert!(kept[path] == *bytes, "{path} is written differently");
    }
}

#[test]
fn the_ledger_of_version_1_holds() {
    let files = kept();
    let policy = Policy::parse(&files["policy"]).unwrap();
    let read = |path: &str, _: usize| Ok(files.get(&format!("ledger/{path}")).cloned());
    let check = check_ledger(&read, Some(&policy), NonZeroUsize::MIN, &mut |_| {});
    assert_eq!(check.report.verdict(), Verdict::Holds, "{}", check.report);
    let checkpoint = check.checkpoint.unwrap();
    assert_eq!(checkpoint.size, 300);
    // Written here once, so that a change of the hashing cannot hide behind a change of the writer.
    assert_eq!(
        checkpoint.root.to_string(),
        "a467f667b1eafebd4af986ac3ae61290f3aadb181f8e44fb52a7d072c538cd28"
    );
}

#[test]
fn the_receipt_of_version_1_holds() {
    let files = kept();
    let policy = Policy::parse(&files["policy"]).unwrap();
    let receipt = Receipt::parse(&files["entry-42.tlog-proof"]).unwrap();
    let endorsement = receipt.verify(&files["entry-42.json"], &policy).unwrap();
    let names: Vec<_> = endorsement
        .witnesses
        .iter()
        .map(|witnessed| (witnessed.name.as_str(), witnessed.time))
        .collect();
    assert_eq!(names, [("w1", TIME), ("w3", TIME)]);
}

#[test]
fn the_entries_of_version_1_are_canonical() {
    let files = kept();
    let limits = Limits {
        bytes: 65_535,
        depth: 8,
    };
    let bundles = files
        .iter()
        .filter(|(path, _)| path.starts_with("ledger/tile/entries/"));
    let mut count = 0;
    for (path, bytes) in bundles {
        let width = if path.ends_with(".p/44") { 44 } else { 256 };
        for entry in proof::tile::decode_bundle(bytes, width).unwrap() {
            parse_canonical(entry, limits).unwrap();
            count += 1;
        }
    }
    assert_eq!(count, 300);
}

#[test]
fn the_keys_of_version_1_follow_from_their_seeds() {
    let skey = String::from_utf8(kept()["log.skey"].clone()).unwrap();
    let signer = Ed25519Signer::from_skey(skey.trim_end()).unwrap();
    assert_eq!(signer.verifier(), log().verifier());
    let witness = Witness::from_seed("witness.example/w1", &[0x11; 32]).unwrap();
    let policy = Policy::parse(&kept()["policy"]).unwrap();
    assert_eq!(policy.witnesses()[0].key, witness.verifier());
}

/// The pages show the fixtures, so they cannot say what is not so.
#[test]
fn the_pages_show_the_fixtures() {
    let page = |name: &str| {
        let path = format!(
            "{}/../../docs/formats/{name}.md",
            env!("CARGO_MANIFEST_DIR")
        );
        fs::read_to_string(path).unwrap()
    };
    let files = kept();
    for (name, path) in [
        ("entry", "entry-42.json"),
        ("ledger", "ledger/checkpoint"),
        ("receipt", "entry-42.tlog-proof"),
        ("policy", "policy"),
    ] {
        let shown = String::from_utf8(files[path].clone()).unwrap();
        assert!(
            page(name).contains(shown.trim_end()),
            "{name}.md does not show {path}"
        );
    }
    let commitment = proof::commitment::commit(&[42; 32], b"payload 42");
    assert!(page("payload-commitment").contains(&commitment.to_string()));
    assert!(page("entry").contains(&commitment.to_string()));
}
