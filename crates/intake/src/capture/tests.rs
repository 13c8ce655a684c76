//! Captures that `warcio` wrote, and captures of nothing.

use super::read;
use crate::{kind::MediaType, limits::Limits, problem::Problem, reading::Reading};

/// Three records and one about them, each a member of a gzip.
const CAPTURE: &[u8] = include_bytes!("../../tests/data/capture.warc.gz");

fn codes(reading: &Reading) -> Vec<&'static str> {
    reading.problems.iter().map(Problem::code).collect()
}

fn fact<'r>(reading: &'r Reading, name: &str) -> Option<&'r str> {
    let fact = reading.facts.iter().find(|fact| fact.name == name);
    fact.map(|fact| fact.value.as_str())
}

fn whole(bytes: &[u8]) -> Reading {
    crate::read(bytes, "a.warc.gz", &Limits::default()).expect("a reader")
}

/// A record of an answer with these headers beside it.
fn record(extra: &str, answer: &str) -> Vec<u8> {
    let length = answer.len();
    format!("WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/\r\n{extra}Content-Length: {length}\r\n\r\n{answer}\r\n\r\n")
        .into_bytes()
}

fn of_answer(answer: &str) -> Reading {
    read(&record("", answer), &Limits::default())
}

#[test]
fn records_are_parts_and_their_digests_hold() {
    let found = whole(CAPTURE);
    assert_eq!(found.media_type, MediaType::Warc);
    assert_eq!(codes(&found), ["capture-parts-missing"]);
    assert_eq!(found.title.as_deref(), Some("Khavaran"));
    let known = [
        ("software", "warcio tests"),
        ("captured", "2019-08-30T12:00:00Z"),
        ("page", "http://example.org/"),
        ("records", "4"),
    ];
    for (name, value) in known {
        assert_eq!(fact(&found, name), Some(value), "{name}");
    }
    let parts: Vec<_> = found
        .parts
        .iter()
        .map(|part| (part.name.as_str(), part.media_type.as_str()))
        .collect();
    assert_eq!(parts[0], ("http://example.org/", "text/html"));
    assert_eq!(parts[1], ("http://example.org/a.gif", "image/gif"));
}

#[test]
fn digests_that_differ_or_are_of_no_known_kind_are_told() {
    let answer = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nwords";
    let with = |digest: &str| {
        let header = format!("WARC-Payload-Digest: {digest}\r\n");
        codes(&read(&record(&header, answer), &Limits::default()))
    };
    let held = crate::digest::sha256(b"words");
    assert!(with(&format!("sha256:{held}")).is_empty());
    assert_eq!(
        with(&format!("sha256:{}", held.replace('0', "1"))),
        ["warc-digest-differs"]
    );
    assert_eq!(
        with("sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
        ["warc-digest-differs"]
    );
    assert_eq!(with("blake9:00"), ["warc-digest-not-checked"]);
}

#[test]
fn a_failed_capture_is_told_from_a_good_one() {
    let page = |status: &str, body: &str| {
        codes(&of_answer(&format!(
            "HTTP/1.1 {status}\r\nContent-Type: text/html\r\n\r\n{body}"
        )))
    };
    let words = "<html><p>More than twenty letters of text stand here.";
    assert!(page("200 OK", words).is_empty());
    assert_eq!(page("404 Not Found", words), ["capture-error"]);
    assert_eq!(page("503 Busy", words), ["capture-error"]);
    assert_eq!(
        page("200 OK", "<html><script>app()</script>"),
        ["capture-empty"]
    );
    assert_eq!(page("200 OK", ""), ["capture-empty"]);
    let wall = format!("{words}<form><input TYPE=\"password\"></form>");
    assert_eq!(page("200 OK", &wall), ["capture-login-wall"]);
    assert_eq!(page("302 Found", ""), ["capture-without-page"]);
}

#[test]
fn pieces_of_an_answer_are_put_together() {
    let found = of_answer(
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nwor\r\n2;x\r\nds\r\n0\r\n\r\n",
    );
    assert_eq!(found.parts[0].bytes.as_deref(), Some(&b"words"[..]));
    // Lengths that lead out of the record.
    for length in ["ffffffffffffffff", "7fffffff", "-1", ""] {
        let found = of_answer(&format!(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{length}\r\nwords"
        ));
        assert_eq!(found.parts.len(), 1, "{length}");
    }
}

#[test]
fn a_capture_cut_or_damaged_is_read_up_to_there() {
    let plain = [
        record("", "HTTP/1.1 200 OK\r\n\r\nfirst words that are text"),
        record("", "HTTP/1.1 200 OK\r\n\r\nsecond"),
    ]
    .concat();
    let cut = read(&plain[..plain.len() - 8], &Limits::default());
    assert!(codes(&cut).contains(&"warc-cut"));
    assert_eq!(cut.parts.len(), 2);
    let damaged = [plain.as_slice(), b"rubbish"].concat();
    assert!(codes(&read(&damaged, &Limits::default())).contains(&"warc-damaged"));
    let few = Limits {
        entries: 1,
        unpacked: 3,
        ..Limits::default()
    };
    let found = read(&plain, &few);
    assert_eq!(found.parts[0].bytes, None);
    assert!(
        codes(&found).contains(&"too-many-entries")
            && codes(&found).contains(&"unpacked-too-large")
    );
    for part in 1..64 {
        whole(&CAPTURE[..(CAPTURE.len() * part / 64).max(4)]);
    }
}
