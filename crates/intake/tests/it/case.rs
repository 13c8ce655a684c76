//! The tables of the case and their maps: every row is taken, and nothing in them looks wrong.

use std::{collections::BTreeSet, fs, path::PathBuf};

use intake::{
    limits::Limits,
    mapping::{Context, Map},
    table::{self, TableOptions},
};
use model::id::{EvidenceNumber, RecordId, RecordKind, SourceId};

fn case() -> PathBuf {
    PathBuf::from(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../cases/paris-2019"
    ))
}

fn record(kind: RecordKind, namespace: &str, key: &str) -> RecordId {
    let bits = format!("{namespace}/{key}")
        .bytes()
        .fold(7u64, |sum, byte| {
            sum.wrapping_mul(131).wrapping_add(byte.into())
        });
    RecordId::from_bits(kind, bits)
}

fn read(name: &str) -> table::Table {
    let bytes = fs::read(case().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    let table = table::read(&bytes, &Limits::default(), TableOptions::default());
    assert!(table.problems.is_empty(), "{name}: {:?}", table.problems);
    table
}

#[test]
fn every_row_of_the_case_is_taken_by_its_map() {
    let sources: BTreeSet<String> = read("facts/sources.csv")
        .rows
        .into_iter()
        .map(|row| row.cells[0].clone())
        .collect();
    let text = fs::read_to_string(case().join("case.toml")).expect("the case has its file");
    let file: toml::Table = text.parse().expect("case.toml is TOML");
    let tables = file["table"].as_array().expect("tables");
    assert!(tables.len() > 10, "only {} tables", tables.len());
    let mut complaints = Vec::new();
    for entry in tables {
        let name = entry["file"].as_str().expect("a file name");
        let map_name = entry["map"].as_str().expect("a map");
        let map = fs::read_to_string(case().join(map_name)).expect("the map is there");
        let map = Map::parse(&map).unwrap_or_else(|error| panic!("{map_name}: {error}"));
        let table = read(name);
        let context = Context {
            item: EvidenceNumber::parse("EV-000001").expect("a number"),
            record: &record,
            source: &|key| {
                sources
                    .contains(key)
                    .then(|| SourceId::from_bits(key.len() as u64))
            },
            named: &|_| None,
            held: &|_| true,
            passage: &|_| None,
            language: None,
        };
        let mapped = map.apply(&table, &context);
        for problem in &mapped.problems {
            complaints.push(format!("{name}: {problem:?}"));
        }
        if mapped.rows.len() != table.rows.len() {
            complaints.push(format!(
                "{name}: {} of {} rows taken",
                mapped.rows.len(),
                table.rows.len()
            ));
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn the_map_kept_for_ever_is_read() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/v1/map.toml");
    let map = Map::parse(&fs::read_to_string(path).expect("the fixture is there"))
        .expect("the fixture is a map");
    let table = table::read(
        b"row_id,name,death,birth,access,from,sex\n7,A,1367/5/6,1340,restricted,1988-07,M|F\n",
        &Limits::default(),
        TableOptions::default(),
    );
    let context = Context {
        item: EvidenceNumber::parse("EV-000001").expect("a number"),
        record: &record,
        source: &|_| None,
        named: &|_| None,
        held: &|_| true,
        passage: &|_| None,
        language: None,
    };
    let mapped = map.apply(&table, &context);
    let properties: Vec<&str> = mapped.rows[0]
        .claims
        .iter()
        .map(|claim| claim.property.as_str())
        .collect();
    assert_eq!(
        properties,
        ["name", "died", "born", "web", "sex", "sex", "note"]
    );
    assert_eq!(mapped.rows[0].claims[6].qualifiers.len(), 1);
}
