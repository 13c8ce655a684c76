//! Stamps that `openssl` made, and notes of logs.

use super::{OPEN, read};
use crate::{kind::MediaType, limits::Limits, problem::Problem, reading::Reading};

/// Stamps over `words` by an authority made for it: the answer, the stamp alone, and an answer that does not name the authority.
const STAMPS: [&[u8]; 3] = [
    include_bytes!("../../tests/data/stamp.tsr"),
    include_bytes!("../../tests/data/stamp.tst"),
    include_bytes!("../../tests/data/unnamed.tsr"),
];

fn facts<'r>(reading: &'r Reading, name: &str) -> Vec<&'r str> {
    let facts = reading.facts.iter().filter(|fact| fact.name == name);
    facts.map(|fact| fact.value.as_str()).collect()
}

fn codes(reading: &Reading) -> Vec<&'static str> {
    reading.problems.iter().map(Problem::code).collect()
}

#[test]
fn a_time_stamp_says_what_when_and_by_whom() {
    let imprint = format!("sha256:{}", crate::digest::sha256(b"words"));
    for stamp in STAMPS {
        let found = read(stamp, &Limits::default());
        assert_eq!(found.media_type, MediaType::TimeStamp);
        assert_eq!(codes(&found), ["stamp-not-checked"]);
        assert_eq!(facts(&found, "imprint"), [imprint.as_str()]);
        assert_eq!(facts(&found, "policy"), ["1.2.3.4.1"]);
        let made = facts(&found, "made");
        assert!(
            made[0].len() == 20 && made[0].ends_with('Z') && &made[0][10..11] == "T",
            "{made:?}"
        );
        assert_eq!(facts(&found, "signed-by"), ["Test TSA"]);
    }
}

#[test]
fn stamps_cut_or_changed_anywhere_are_read_as_far_as_they_go() {
    for stamp in STAMPS {
        for end in 0..stamp.len() {
            crate::read(&stamp[..end], "", &Limits::default());
        }
        for at in 0..stamp.len().min(400) {
            let mut changed = stamp.to_vec();
            changed[at] = 0xff;
            crate::read(&changed, "", &Limits::default());
        }
    }
    let cut = read(&STAMPS[0][..200], &Limits::default());
    assert_eq!(codes(&cut), ["stamp-damaged"]);
}

#[test]
fn an_open_stamp_says_what_it_is_about_and_who_attests_it() {
    let bytes = [
        OPEN,
        &[8],
        &[7; 32],
        b"\xf0\x10",
        b"\x00\x83\xdf\xe3\x0d\x2e\xf9\x0c\x8e",
    ]
    .concat();
    let found = crate::read(&bytes, "a.ots", &Limits::default()).expect("a reader");
    assert_eq!(found.media_type, MediaType::OpenTimestamps);
    assert_eq!(
        facts(&found, "imprint"),
        [format!("sha256:{}", "07".repeat(32))]
    );
    assert_eq!(facts(&found, "attested-by"), ["calendar"]);
    assert_eq!(
        codes(&read(&bytes[..40], &Limits::default())),
        ["stamp-damaged"]
    );
}

#[test]
fn checkpoints_and_proofs_of_logs_are_told() {
    let root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
    let checkpoint = format!(
        "example.org/log\n42\n{root}\n\n\u{2014} example.org/log Az3grlgtzPICa5\n\u{2014} witness.example AAAA\n"
    );
    let proof = format!("c2sp.org/tlog-proof@v1\nindex 7\n{root}\n\n{checkpoint}");
    for (text, form) in [(checkpoint, "tlog-checkpoint"), (proof, "tlog-proof")] {
        let found = crate::read(text.as_bytes(), "", &Limits::default()).expect("a reader");
        assert_eq!(facts(&found, "form"), [form]);
        assert_eq!(facts(&found, "log"), ["example.org/log"]);
        assert_eq!(facts(&found, "entries"), ["42"]);
        assert_eq!(
            facts(&found, "signed-by"),
            ["example.org/log", "witness.example"]
        );
        assert_eq!(codes(&found), ["stamp-not-checked"]);
    }
    let letter = crate::read(
        "A\nB\nC\n\n\u{2014} he said\n".as_bytes(),
        "",
        &Limits::default(),
    );
    assert_eq!(letter.expect("a reader").facts, []);
}
