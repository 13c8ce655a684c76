//! What the benchmarks share: made-up entries, a folder of their own, and a clock.

pub mod people;

use std::{
    fs,
    path::{Path, PathBuf},
    time::Instant,
};

use archive::{Archive, Description, NewEntry, SaltedPayload};
use model::{
    access::Access,
    claim::{Certainty, Citation, Claim, Locator},
    date::{Calendar, StatedDate},
    entry::{Entry, EntryKind, Timestamp},
    id::{EvidenceNumber, RecordId, RecordKind, SourceId},
    language::Language,
    number::NumberRange,
    payload::Payload,
    term::Term,
    value::Value,
    wire,
};

/// Claims in each made-up entry: one row of a list.
pub const CLAIMS: u64 = 8;

/// Runs `work` and gives what it gave, with the seconds it took.
pub fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let start = Instant::now();
    let result = work();
    (result, start.elapsed().as_secs_f64())
}

/// An empty folder below the one given on the command line (default: the current one).
pub fn folder(name: &str) -> PathBuf {
    let root = std::env::args().nth(1).unwrap_or_else(|| ".".to_owned());
    let path = Path::new(&root).join(name);
    let _ = fs::remove_dir_all(&path);
    path
}

/// A new archive in `folder`.
pub fn new_archive(folder: &Path) -> Archive {
    let description =
        Description { name: "Bench".to_owned(), origin: "cenotaph/bench".to_owned(), created: "2026-01-01T00:00:00Z".to_owned() };
    Archive::create(folder, &description, "bench").expect("an archive")
}

/// Entry `number`: one invented person with eight claims, as one row of a list gives them.
pub fn person(number: u64) -> NewEntry {
    let about = RecordId::from_bits(RecordKind::Person, number.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let text = |text: String| Value::Text { text, language: Language::new("en").ok() };
    let date = |stated: String| Value::Date(StatedDate { stated, calendar: Calendar::Gregorian });
    let values = [
        ("listed-as", Value::Term(Term::new("victim").expect("a term"))),
        ("name", text(format!("Invented Name {number}"))),
        ("name", Value::Text { text: format!("نام ساختگی {number}"), language: Language::new("fa").ok() }),
        ("father-name", text(format!("Invented Father {}", number % 997))),
        ("born", date(format!("19{:02}", 20 + number % 40))),
        ("age", Value::Number(NumberRange::new(Some(number % 60), Some(number % 60)).expect("a number"))),
        ("died", date(format!("1970-{:02}", 7 + number % 3))),
        ("place-of-death", text(format!("Invented Town {}", number % 31))),
    ];
    let claims = values.into_iter().map(|(property, value)| Claim {
        about,
        property: Term::new(property).expect("a term"),
        value,
        qualifiers: vec![],
        citation: Citation {
            item: Some(EvidenceNumber(1)),
            locator: Some(Locator::Cell { row: number + 2, column: Some(property.to_owned()) }),
            source: Some(SourceId::from_bits(1)),
            place_in_source: Some(format!("row {number}")),
        },
        attribution: vec![],
        certainty: Certainty { term: Term::new("stated").expect("a term"), note: None },
        access: Access::Public,
    });
    let payload = Payload::Claims { records: vec![about], claims: claims.collect() };
    let salted = SaltedPayload { salt: proof::digest::Digest::of(&number.to_be_bytes()).0, bytes: wire::v1::encode_payload(&payload) };
    let entry = Entry {
        kind: EntryKind::ClaimsRecorded,
        time: Timestamp(1_767_225_600),
        actor: "bench".to_owned(),
        counts: [("claims".to_owned(), CLAIMS)].into(),
        commitments: vec![salted.commitment()],
        erases: vec![],
        reason: None,
    };
    NewEntry { payloads: vec![salted], ..NewEntry::new(wire::v1::encode_entry(&entry)) }
}
