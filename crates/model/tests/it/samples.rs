//! The values behind the fixtures: every kind of entry and payload, every type of value, locator and voice. All made up.

use std::collections::BTreeMap;

use model::{
    access::Access,
    arrangement::{Arrangement, Localized, Presented, RoomText},
    claim::{Certainty, Citation, Claim, Locator, Qualifier, Voice, VoiceRole, Who},
    date::{Calendar, StatedDate},
    entry::{Entry, EntryKind, Timestamp},
    id::{ClaimId, EvidenceNumber, RecordId, RecordKind, SourceId},
    item::{CustodyEvent, Item},
    judgement::{Decision, Judgement, Proposal, Subject, Suggestion},
    language::Language,
    number::NumberRange,
    payload::Payload,
    position::{Position, Precision},
    region::Region,
    release::Release,
    source::{Reliability, Source},
    term::Term,
    value::Value,
    wire::v1::{claim_id, record_bits, source_id},
};
use proof::digest::Digest;

/// The archive's key of the fixtures: bytes 0 to 31.
pub(crate) fn key() -> [u8; 32] {
    std::array::from_fn(|place| place as u8)
}

pub(crate) fn term(word: &str) -> Term {
    Term::new(word).unwrap()
}

fn record(kind: RecordKind, name: &str) -> RecordId {
    record_bits(&key(), kind, "sample", name)
}

pub(crate) fn person() -> RecordId {
    record(RecordKind::Person, "a001")
}

fn other_person() -> RecordId {
    record(RecordKind::Person, "b001")
}

pub(crate) fn source() -> SourceId {
    source_id(&key(), "sample", "s-list")
}

fn language(tag: &str) -> Language {
    Language::new(tag).unwrap()
}

fn text(words: &str, tag: &str) -> Value {
    Value::Text {
        text: words.to_owned(),
        language: Some(language(tag)),
    }
}

fn date(stated: &str, calendar: Calendar) -> Value {
    Value::Date(StatedDate {
        stated: stated.to_owned(),
        calendar,
    })
}

fn qualifier(word: &str, value: Value) -> Qualifier {
    Qualifier {
        property: term(word),
        value,
    }
}

fn claim(about: RecordId, property: &str, value: Value) -> Claim {
    Claim {
        about,
        property: term(property),
        value,
        qualifiers: Vec::new(),
        citation: Citation {
            source: Some(source()),
            ..Citation::default()
        },
        attribution: Vec::new(),
        certainty: Certainty {
            term: term("stated"),
            note: None,
        },
        access: Access::Public,
    }
}

fn in_cell(claim: Claim, row: u64, column: &str) -> Claim {
    Claim {
        citation: Citation {
            item: Some(EvidenceNumber(42)),
            locator: Some(Locator::Cell {
                row,
                column: Some(column.to_owned()),
            }),
            source: Some(source()),
            place_in_source: Some("list, no. 2".to_owned()),
        },
        ..claim
    }
}

/// One row of a list: one person, some claims, each type of value and locator at least once over both payloads of claims.
fn person_claims() -> Vec<Claim> {
    let person = person();
    let prison = record(RecordKind::Place, "pr-1");
    vec![
        in_cell(claim(person, "name", text("A. Sample", "en")), 2, "name"),
        in_cell(claim(person, "name", text("نمونه", "fa")), 2, "name_fa"),
        claim(person, "sex", Value::Term(term("male"))),
        claim(
            person,
            "age",
            Value::Number(NumberRange::new(Some(28), Some(28)).unwrap()),
        ),
        Claim {
            qualifiers: vec![
                qualifier("list", text("A", "en")),
                qualifier("as-stated", text("۵ مرداد ۱۳۶۷", "fa")),
            ],
            certainty: Certainty {
                term: term("alleged"),
                note: Some("\"about that day\"".to_owned()),
            },
            ..claim(person, "died", date("1367-05-05~", Calendar::SolarHijri))
        },
        Claim {
            access: Access::Confidential,
            citation: Citation {
                item: Some(EvidenceNumber(7)),
                locator: Some(Locator::Page {
                    page: 3,
                    area: Some([100, 200, 900, 250]),
                }),
                ..Citation::default()
            },
            ..claim(person, "prison", Value::Record(prison))
        },
    ]
}

/// A remark: who said it and through whom it came, in a recording and in a text.
fn statement_claims() -> Vec<Claim> {
    let statement = record(RecordKind::Statement, "r-01");
    let voice = |role, who| Voice { role, who };
    vec![
        Claim {
            qualifiers: vec![qualifier("form", Value::Term(term("gist")))],
            citation: Citation {
                item: Some(EvidenceNumber(8)),
                locator: Some(Locator::Text {
                    start: 1204,
                    end: 1251,
                }),
                source: Some(source()),
                place_in_source: None,
            },
            attribution: vec![
                voice(VoiceRole::SaidBy, Who::Record(person())),
                voice(
                    VoiceRole::ReportedBy,
                    Who::Named("A relative\twho was there".to_owned()),
                ),
                voice(VoiceRole::ReportedBy, Who::Source(source())),
            ],
            ..claim(statement, "words", text("What was said.\nAll of it.", "en"))
        },
        Claim {
            citation: Citation {
                item: Some(EvidenceNumber(1_000_009)),
                locator: Some(Locator::Time {
                    start_ms: 61_000,
                    end_ms: 75_500,
                }),
                ..Citation::default()
            },
            access: Access::Restricted,
            ..claim(statement, "date", date("1988-08", Calendar::Gregorian))
        },
    ]
}

/// What is said of a place and an event, to have a position, an open number and a link.
fn place_claims() -> Vec<Claim> {
    let place = record(RecordKind::Place, "gr-1");
    let event = record(RecordKind::Event, "e-1");
    let mut toll = claim(
        event,
        "toll",
        Value::Number(NumberRange::new(Some(30_000), None).unwrap()),
    );
    toll.qualifiers = vec![
        qualifier("unit", Value::Term(term("people"))),
        qualifier("scope", text("prisoners", "en")),
        qualifier("date", date("1408-12/1409", Calendar::LunarHijri)),
    ];
    vec![
        claim(
            place,
            "location",
            Value::Position(Position::new(35_570_000, -1_500, Precision::Region).unwrap()),
        ),
        toll,
        Claim {
            citation: Citation {
                item: Some(EvidenceNumber(9)),
                locator: Some(Locator::Page {
                    page: 1,
                    area: None,
                }),
                ..Citation::default()
            },
            ..claim(
                place,
                "website",
                Value::Link("https://example.org/?a=1&b=2".to_owned()),
            )
        },
        Claim {
            citation: Citation {
                item: Some(EvidenceNumber(42)),
                locator: Some(Locator::Cell {
                    row: 5,
                    column: None,
                }),
                ..Citation::default()
            },
            ..claim(
                place,
                "condition",
                Value::Text {
                    text: "a \\ b / c \u{1}\u{7f}".to_owned(),
                    language: None,
                },
            )
        },
    ]
}

fn sample_source() -> Source {
    Source {
        id: source(),
        title: "A list of names".to_owned(),
        kind: term("dataset"),
        producer: Some("A group".to_owned()),
        date: Some(StatedDate {
            stated: "2001~".to_owned(),
            calendar: Calendar::Gregorian,
        }),
        languages: vec![language("fa"), language("az-Arab")],
        reference: Some("https://example.org/list".to_owned()),
        reliability: Some(Reliability {
            grade: term("likely-reliable"),
            by: "the archivist".to_owned(),
        }),
        note: Some("Party to the conflict.".to_owned()),
        access: Access::Public,
    }
}

fn sample_item() -> Item {
    let event = |time: &str, action: &str, note: Option<&str>| CustodyEvent {
        time: Timestamp::parse(time).unwrap(),
        action: term(action),
        by: "the archivist".to_owned(),
        note: note.map(str::to_owned),
    };
    Item {
        number: EvidenceNumber(42),
        digest: Digest::of(b"name,name_fa\n"),
        size: 13,
        media_type: "text/csv".to_owned(),
        name: "list.csv".to_owned(),
        title: Some("A list of names".to_owned()),
        obtained_how: "downloaded".to_owned(),
        obtained_from: Some(source()),
        custody: vec![
            event("2026-11-24T09:59:58Z", "received", None),
            event("2026-11-24T10:00:00Z", "checked", Some("twice")),
        ],
        access: Access::Restricted,
    }
}

fn localized(texts: &[(&str, &str)]) -> Localized {
    Localized(
        texts
            .iter()
            .map(|(tag, text)| (language(tag), (*text).to_owned()))
            .collect(),
    )
}

fn sample_arrangement() -> Arrangement {
    Arrangement {
        made_up: true,
        title: localized(&[("en", "A sample"), ("fa", "نمونه")]),
        claim: localized(&[("en", "Nothing here is true.")]),
        introduction: localized(&[("en", "First paragraph.\n\nSecond paragraph.")]),
        content_note: localized(&[("en", "Nothing distressing.")]),
        shown: localized(&[("en", "Nowhere")]),
        contact: localized(&[("en", "Nobody")]),
        credits: localized(&[("en", "Public domain")]),
        rooms: vec![
            RoomText {
                room: term("people"),
                title: localized(&[("en", "The victims")]),
                introduction: localized(&[("en", "Their names.")]),
            },
            RoomText {
                room: term("graves"),
                title: Localized::default(),
                introduction: Localized::default(),
            },
        ],
        outlines: vec![EvidenceNumber(3), EvidenceNumber(4)],
        items: Vec::new(),
    }
}

fn sample_presented() -> Vec<Presented> {
    let plain = |item| Presented {
        item: EvidenceNumber(item),
        alt: Localized::default(),
        caption: Localized::default(),
        credit: Localized::default(),
        focus: None,
        sensitive: false,
        offered: false,
        captions: Vec::new(),
        poster: None,
    };
    vec![
        Presented {
            alt: localized(&[("en", "A drawn wall."), ("fa", "دیواری نقاشی‌شده.")]),
            caption: localized(&[("en", "A wall, drawn by a program")]),
            credit: localized(&[("en", "Made up")]),
            focus: Some([500, 333]),
            sensitive: true,
            offered: true,
            ..plain(42)
        },
        Presented {
            captions: vec![
                (language("en"), EvidenceNumber(44)),
                (language("fa"), EvidenceNumber(45)),
            ],
            poster: Some(EvidenceNumber(42)),
            ..plain(43)
        },
    ]
}

fn sample_release() -> Release {
    Release {
        number: 2,
        note: "For the opening.".to_owned(),
        languages: vec![language("fa"), language("en")],
        base: Some("https://example.org/memorial".to_owned()),
        manifest: Digest::of(b"a manifest"),
        ledger_size: 1_234,
        files: 250,
        pages: 200,
        bytes: 1_234_567,
        added: 3,
        changed: 12,
        removed: 1,
    }
}

fn suggestion(proposal: Proposal) -> Payload {
    Payload::Suggestion(Suggestion {
        proposal,
        by: "cenotaph match 0.1.0".to_owned(),
        basis: "same name, same father, ages 27 and 28".to_owned(),
    })
}

/// Every kind of payload, by the name of its fixture.
pub(crate) fn payloads() -> Vec<(&'static str, Payload)> {
    let claims = |claims: Vec<Claim>| {
        let mut records: Vec<RecordId> = claims.iter().map(|claim| claim.about).collect();
        records.dedup();
        Payload::Claims { records, claims }
    };
    vec![
        (
            "payload-archive",
            Payload::Archive {
                name: "A sample".to_owned(),
            },
        ),
        ("payload-source", Payload::Source(sample_source())),
        (
            "payload-source-bare",
            Payload::Source(Source {
                id: source(),
                title: "A testimony".to_owned(),
                kind: term("testimony"),
                producer: None,
                date: None,
                languages: Vec::new(),
                reference: None,
                reliability: None,
                note: None,
                access: Access::Confidential,
            }),
        ),
        ("payload-item", Payload::Item(sample_item())),
        (
            "payload-item-bare",
            Payload::Item(Item {
                title: None,
                obtained_from: None,
                custody: Vec::new(),
                access: Access::Public,
                ..sample_item()
            }),
        ),
        ("payload-claims-person", claims(person_claims())),
        ("payload-claims-statement", claims(statement_claims())),
        ("payload-claims-place", claims(place_claims())),
        (
            "payload-suggestion-same",
            suggestion(Proposal::Same(person(), other_person())),
        ),
        (
            "payload-suggestion-different",
            suggestion(Proposal::Different(person(), other_person())),
        ),
        (
            "payload-suggestion-claim",
            suggestion(Proposal::Claim(Box::new(person_claims().remove(2)))),
        ),
        (
            "payload-judgement",
            Payload::Judgement(Judgement {
                decision: Decision::Same,
                subjects: vec![Subject::Record(person()), Subject::Record(other_person())],
                by: "the reviewer".to_owned(),
                reason: "both lists name the same father".to_owned(),
            }),
        ),
        (
            "payload-judgement-subjects",
            Payload::Judgement(Judgement {
                decision: Decision::Hide,
                subjects: vec![
                    Subject::Claim(ClaimId::from_bits(1)),
                    Subject::Item(EvidenceNumber(42)),
                    Subject::Source(source()),
                ],
                by: "the reviewer".to_owned(),
                reason: "the family asked".to_owned(),
            }),
        ),
        (
            "payload-arrangement",
            Payload::Arrangement(sample_arrangement()),
        ),
        ("payload-release", Payload::Release(sample_release())),
        (
            "payload-release-bare",
            Payload::Release(Release {
                note: String::new(),
                base: None,
                languages: Vec::new(),
                ..sample_release()
            }),
        ),
        (
            "payload-arrangement-items",
            Payload::Arrangement(Arrangement {
                items: sample_presented(),
                ..Arrangement::default()
            }),
        ),
        (
            "payload-judgement-region",
            Payload::Judgement(Judgement {
                decision: Decision::Hide,
                subjects: vec![Subject::Region(
                    Region::new(EvidenceNumber(42), 1, [100, 200, 300, 400]).unwrap(),
                )],
                by: "the reviewer".to_owned(),
                reason: "a face that nobody was asked about".to_owned(),
            }),
        ),
        (
            "payload-erasure",
            Payload::Erasure {
                note: "Letter of the family of 3 March.".to_owned(),
            },
        ),
    ]
}

/// Every kind of entry, by the name of its fixture.
pub(crate) fn entries() -> Vec<(String, Entry)> {
    EntryKind::ALL
        .into_iter()
        .enumerate()
        .map(|(place, kind)| (format!("entry-{}", kind.as_str()), entry(place, kind)))
        .collect()
}

fn entry(place: usize, kind: EntryKind) -> Entry {
    let counts: &[(&str, u64)] = match kind {
        EntryKind::ClaimsRecorded => &[("claims", 8), ("records", 1)],
        EntryKind::ItemAdded => &[("items", 1)],
        EntryKind::ReleasePublished => &[("files", 250), ("pages", 200)],
        _ => &[],
    };
    let erased = kind == EntryKind::PayloadsErased;
    Entry {
        kind,
        time: Timestamp(1_795_514_400 + place as i64),
        actor: "archivist".to_owned(),
        counts: BTreeMap::from_iter(
            counts
                .iter()
                .map(|(name, count)| ((*name).to_owned(), *count)),
        ),
        commitments: vec![Digest::of(kind.as_str().as_bytes())],
        erases: erased
            .then(|| Digest::of(b"claims-recorded"))
            .into_iter()
            .collect(),
        reason: erased.then(|| term("request-of-family")),
    }
}

/// Identifiers under the key of the fixtures: what they are of, and what they are.
pub(crate) fn identifiers() -> String {
    let mut lines = String::from("# Identifiers under the key 000102…1f: of what, identifier.\n");
    for kind in RecordKind::ALL {
        let id = record_bits(&key(), kind, "sample", "a001");
        lines += &format!("record\t{}\tsample\ta001\t{id}\n", kind.as_str());
    }
    let id = record_bits(&key(), RecordKind::Person, "samplea", "001");
    lines += &format!("record\tperson\tsamplea\t001\t{id}\n");
    lines += &format!("source\t\tsample\ts-list\t{}\n", source());
    for (name, payload) in payloads() {
        let Payload::Claims { claims, .. } = payload else {
            continue;
        };
        for (place, claim) in claims.iter().enumerate() {
            lines += &format!("claim\t{name}\t{place}\t\t{}\n", claim_id(&key(), claim));
        }
    }
    lines
}
