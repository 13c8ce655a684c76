//! Times `compile` on a made-up case: `cargo run --release -p edition --example speed [PEOPLE] [LISTS] [CLAIMS]`.
//!
//! Each of `PEOPLE` (30,000) is named by every one of `LISTS` (3) with `CLAIMS` (8) claims a list, most of which agree. Prints
//! one line for each audience, and the largest memory the process ever held where the system tells it.
#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "an example measures and prints"
)]

use std::time::Instant;

use edition::{
    Audience, Policy, compile,
    draft::{Draft, DraftItem, DraftRecord, DraftSource},
};
use model::{
    access::Access,
    claim::{Certainty, Citation, Claim, Locator},
    date::{Calendar, StatedDate},
    id::{ClaimId, EvidenceNumber, PersonId, PlaceId, RecordId, SourceId},
    item::Item,
    language::Language,
    number::NumberRange,
    source::Source,
    term::Term,
    value::Value,
};
use proof::digest::Digest;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let mut argument = |or: u64| {
        arguments
            .next()
            .and_then(|text| text.parse().ok())
            .unwrap_or(or)
    };
    let (people, lists, claims) = (argument(30_000), argument(3), argument(8));
    for audience in [Audience::Public, Audience::Custodians] {
        let draft = draft(people, lists, claims);
        let before = memory("VmRSS");
        let start = Instant::now();
        let edition = compile(draft, &Policy::new(audience));
        let time = start.elapsed();
        println!(
            "{audience:?}: {people} people, {} claims, {} facts in {time:.2?}; {before} MB before, {} MB after, {} MB at most",
            people * lists * claims,
            edition
                .subjects
                .iter()
                .map(|subject| subject.facts.len())
                .sum::<usize>(),
            memory("VmRSS"),
            memory("VmHWM"),
        );
    }
}

/// A line of `/proc/self/status` in megabytes; 0 where there is none.
fn memory(line: &str) -> u64 {
    std::fs::read_to_string("/proc/self/status")
        .unwrap_or_default()
        .lines()
        .find_map(|text| {
            text.strip_prefix(line)?
                .trim_matches([':', ' ', '\t'])
                .split(' ')
                .next()?
                .parse::<u64>()
                .ok()
        })
        .unwrap_or_default()
        / 1_024
}

fn draft(people: u64, lists: u64, claims: u64) -> Draft {
    let records = (0..people)
        .map(|number| {
            let id = RecordId::Person(PersonId::from_bits(
                number.wrapping_mul(0x9e37_79b9_7f4a_7c15),
            ));
            let claims = (0..lists)
                .flat_map(|list| (0..claims).map(move |place| claim(id, number, list, place)))
                .enumerate()
                .map(|(place, claim)| (ClaimId::from_bits(number * 1_000 + place as u64), claim))
                .collect();
            DraftRecord {
                id,
                also: Vec::new(),
                access: Access::Public,
                claims,
                recorded: Vec::new(),
            }
        })
        .collect();
    let prison = RecordId::Place(PlaceId::from_bits(1));
    let mut draft = Draft {
        records,
        sources: (0..lists).map(source).collect(),
        items: (0..lists).map(item).collect(),
        ..Draft::default()
    };
    draft.records.push(DraftRecord {
        id: prison,
        also: Vec::new(),
        access: Access::Public,
        claims: vec![(ClaimId::from_bits(1), claim(prison, 1, 0, 1))],
        recorded: Vec::new(),
    });
    draft
}

fn term(word: &str) -> Term {
    Term::new(word).expect("a term")
}

fn claim(about: RecordId, person: u64, list: u64, place: u64) -> Claim {
    let text = |text: String, language: &str| Value::Text {
        text,
        language: Language::new(language).ok(),
    };
    let date = |stated: String| {
        Value::Date(StatedDate {
            stated,
            calendar: Calendar::Gregorian,
        })
    };
    let number = |number| NumberRange::new(Some(number), Some(number)).expect("a number");
    let (property, value) = match place % 8 {
        0 => ("listed-as", Value::Term(term("victim"))),
        1 => (
            "name",
            text(format!("Invented Person of Many Names {person}"), "en"),
        ),
        2 => (
            "name",
            text(format!("نام ساختگی شخص {}", person + list), "fa"),
        ),
        3 => ("sex", Value::Term(term("male"))),
        4 => ("born", date(format!("19{:02}", person % 70))),
        5 => ("age", Value::Number(number(18 + (person + list) % 60))),
        6 => (
            "died",
            date(format!("1988-0{}-1{}", 7 + list % 2, person % 9)),
        ),
        _ => (
            "prison",
            Value::Record(RecordId::Place(PlaceId::from_bits(1))),
        ),
    };
    Claim {
        about,
        property: term(property),
        value,
        qualifiers: Vec::new(),
        citation: Citation {
            item: EvidenceNumber(list as u32 + 1).into(),
            locator: Some(Locator::Cell {
                row: person + 2,
                column: Some(property.to_owned()),
            }),
            source: Some(SourceId::from_bits(list)),
            place_in_source: Some(format!("row {person}")),
        },
        attribution: Vec::new(),
        certainty: Certainty {
            term: term("stated"),
            note: None,
        },
        // One in a hundred people asked for their age to be withheld.
        access: if property == "age" && person.is_multiple_of(100) {
            Access::Restricted
        } else {
            Access::Public
        },
    }
}

fn source(number: u64) -> DraftSource {
    DraftSource {
        source: Source {
            id: SourceId::from_bits(number),
            title: format!("Invented list {number}"),
            kind: term("dataset"),
            producer: None,
            date: None,
            languages: Vec::new(),
            reference: None,
            reliability: None,
            note: None,
            access: Access::Public,
        },
        access: Access::Public,
    }
}

fn item(number: u64) -> DraftItem {
    DraftItem {
        item: Item {
            number: EvidenceNumber(number as u32 + 1),
            digest: Digest([0; 32]),
            size: 1,
            media_type: "text/csv".to_owned(),
            name: format!("list-{number}.csv"),
            title: None,
            obtained_how: "invented".to_owned(),
            obtained_from: None,
            custody: Vec::new(),
            access: Access::Public,
        },
        access: Access::Public,
        entry: number,
        text: None,
        table: None,
        erased: false,
        sheets: Vec::new(),
        covered: Vec::new(),
        added: None,
    }
}
