//! Measures how fast claims are taken in, streamed and searched: `cargo run --release -p catalog --example replay_speed -- RECORDS FILE`.
#![expect(
    clippy::print_stdout,
    reason = "an example reports on its standard output"
)]
#![expect(clippy::disallowed_methods, reason = "this one measures time")]

use std::{
    collections::BTreeMap,
    path::Path,
    time::{Duration, Instant},
};

use catalog::{Catalog, CatalogError, Fed, FedPayload, Origin, Sink};
use model::{
    access::Access,
    claim::{Certainty, Citation, Claim, Locator, Voice, VoiceRole, Who},
    date::{Calendar, StatedDate},
    entry::{Entry, EntryKind, Timestamp},
    id::{EvidenceNumber, PersonId, PlaceId, RecordId, RecordKind, SourceId},
    language::Language,
    number::NumberRange,
    payload::Payload,
    term::Term,
    value::Value,
    wire::v1,
};
use proof::digest::Digest;

const GIVEN: [(&str, &str); 8] = [
    ("Mohammad", "محمد"),
    ("Zahra", "زهرا"),
    ("Hossein", "حسین"),
    ("Fatemeh", "فاطمه"),
    ("Alireza", "علیرضا"),
    ("Maryam", "مریم"),
    ("Gholamreza", "غلامرضا"),
    ("Shahnaz", "شهناز"),
];

const SYLLABLES: [(&str, &str); 16] = [
    ("ka", "کا"),
    ("ra", "را"),
    ("mi", "می"),
    ("no", "نو"),
    ("sha", "شا"),
    ("de", "د"),
    ("far", "فر"),
    ("bo", "بو"),
    ("li", "لی"),
    ("ta", "تا"),
    ("zi", "زی"),
    ("gho", "قو"),
    ("ma", "ما"),
    ("su", "سو"),
    ("pe", "پ"),
    ("khi", "خی"),
];

const ORIGIN: Origin = Origin {
    ledger: [7; 32],
    key: [9; 32],
};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [records, file] = arguments.as_slice() else {
        println!("usage: replay_speed RECORDS FILE");
        return Ok(());
    };
    let records: u64 = records.parse()?;
    let (entries, payloads): (Vec<Vec<u8>>, Vec<Vec<u8>>) = (0..records).map(invented).unzip();
    let bytes: usize = payloads.iter().map(Vec::len).sum();
    println!("{records} payloads of {} bytes", bytes / records as usize);

    let started = Instant::now();
    let (catalog, applied) = Catalog::rebuild(
        Path::new(file),
        ORIGIN,
        |sink: &mut Sink| -> Result<(), CatalogError> {
            for (index, (entry, payload)) in entries.iter().zip(&payloads).enumerate() {
                sink.take(&[Fed {
                    index: index as u64,
                    entry,
                    payloads: vec![FedPayload::Present(payload)],
                    texts: Vec::new(),
                    prints: Vec::new(),
                }])?;
            }
            println!("fed after {:.2?}", started.elapsed());
            Ok(())
        },
    )?;
    let took = started.elapsed();
    println!(
        "rebuild: {} claims in {took:.2?}: {:.0} claims/s, {} MB",
        applied.claims,
        applied.claims as f64 / took.as_secs_f64(),
        std::fs::metadata(file)?.len() / 1_000_000
    );
    drop(catalog);
    let started = Instant::now();
    let (catalog, condition) = Catalog::open(Path::new(file), ORIGIN)?;
    println!("open: {condition:?} in {:.2?}", started.elapsed());
    let started = Instant::now();
    let mut claims = 0;
    let mut seen = 0;
    for record in catalog.records(RecordKind::Person)? {
        claims += record?.claims.len();
        seen += 1;
    }
    println!(
        "stream: {seen} people, {claims} claims in {:.2?}",
        started.elapsed()
    );
    search(&catalog, records)?;
    Ok(())
}

fn search(catalog: &Catalog, records: u64) -> Result<(), CatalogError> {
    let mut times: Vec<(Duration, String)> = Vec::new();
    for number in 0..400 {
        let (latin, persian) = name(number * 7919 % records);
        let query = match number % 6 {
            0 => latin,
            1 => persian,
            2 => latin.split(' ').next_back().unwrap_or_default().to_owned(),
            3 => latin.split(' ').next().unwrap_or_default().to_owned(),
            4 => latin.chars().take(latin.chars().count() - 2).collect(),
            _ => "Tehran".to_owned(),
        };
        let started = Instant::now();
        let hits = catalog.search(&query, 20, Access::Public)?;
        times.push((started.elapsed(), format!("{query}: {}", hits.len())));
    }
    times.sort();
    for share in [50, 90, 99, 100] {
        let (time, query) = &times[(times.len() - 1) * share / 100];
        println!("search p{share}: {time:.2?} ({query})");
    }
    Ok(())
}

fn mixed(number: u64) -> u64 {
    // The finaliser of MurmurHash3, which spreads neighbouring numbers.
    let mut bits = number.wrapping_add(0x9E37_79B9_7F4A_7C15);
    bits = (bits ^ (bits >> 33)).wrapping_mul(0xFF51_AFD7_ED55_8CCD);
    bits = (bits ^ (bits >> 33)).wrapping_mul(0xC4CE_B9FE_1A85_EC53);
    bits ^ (bits >> 33)
}

fn name(number: u64) -> (String, String) {
    let bits = mixed(number);
    let (given, given_fa) = GIVEN[bits as usize & 7];
    let syllable = |place: u32| SYLLABLES[(bits >> (8 + 4 * place)) as usize & 15];
    let family: Vec<_> = (0..3).map(syllable).collect();
    let join = |pick: fn(&(&'static str, &'static str)) -> &'static str| {
        family.iter().map(pick).collect::<String>()
    };
    (
        format!("{given} {}i", join(|pair| pair.0)),
        format!("{given_fa} {}ی", join(|pair| pair.1)),
    )
}

fn invented(number: u64) -> (Vec<u8>, Vec<u8>) {
    let bits = mixed(number);
    let about = RecordId::Person(PersonId::from_bits(bits));
    let (latin, persian) = name(number);
    let text = |text: &str, language: &str| Value::Text {
        text: text.to_owned(),
        language: Language::new(language).ok(),
    };
    let values = [
        ("listed-as", term("victim")),
        ("name", text(&latin, "en")),
        ("name", text(&persian, "fa")),
        ("sex", term("male")),
        ("age", count(18 + bits % 50)),
        ("died", date("1988-08", Calendar::Gregorian)),
        ("place-of-death", text("Evin Prison, Tehran", "en")),
        (
            "prison",
            Value::Record(RecordId::Place(PlaceId::from_bits(bits % 40))),
        ),
    ];
    let claims: Vec<Claim> = values
        .into_iter()
        .map(|(property, value)| claim(about, property, value, number))
        .collect();
    let payload = v1::encode_payload(&Payload::Claims {
        records: vec![about],
        claims,
    });
    let entry = v1::encode_entry(&Entry {
        kind: EntryKind::ClaimsRecorded,
        time: Timestamp(1_790_000_000 + number as i64),
        actor: "archivist".to_owned(),
        counts: BTreeMap::from([("claims".to_owned(), 8)]),
        commitments: vec![digest(bits)],
        erases: Vec::new(),
        reason: None,
    });
    (entry, payload)
}

fn digest(bits: u64) -> Digest {
    Digest::of(&bits.to_be_bytes())
}

fn term(word: &str) -> Value {
    Value::Term(known(word))
}

fn known(word: &str) -> Term {
    Term::new(word).expect("a term")
}

fn count(number: u64) -> Value {
    Value::Number(NumberRange::new(Some(number), Some(number)).expect("a range"))
}

fn date(stated: &str, calendar: Calendar) -> Value {
    Value::Date(StatedDate {
        stated: stated.to_owned(),
        calendar,
    })
}

fn claim(about: RecordId, property: &str, value: Value, number: u64) -> Claim {
    Claim {
        about,
        property: known(property),
        value,
        qualifiers: Vec::new(),
        citation: Citation {
            item: Some(EvidenceNumber(1 + (number % 3) as u32)),
            locator: Some(Locator::Cell {
                row: number + 2,
                column: Some(property.to_owned()),
            }),
            source: Some(SourceId::from_bits(number % 5)),
            place_in_source: Some(format!("list, no. {number}")),
        },
        attribution: vec![Voice {
            role: VoiceRole::ReportedBy,
            who: Who::Source(SourceId::from_bits(77)),
        }],
        certainty: Certainty {
            term: known("stated"),
            note: None,
        },
        access: Access::Public,
    }
}
