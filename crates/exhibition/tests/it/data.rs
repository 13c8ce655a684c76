//! Data to take away: whole, exact, counted, in small files, and no more than the pages show.

use std::collections::BTreeSet;

use exhibition::Lang;
use model::{access::Access, id::ClaimId};
use proof::digest::Digest;
use serde_json::Value as Json;

use crate::{
    files::{Files, options, page, public, written},
    invented::{self, say, text},
};

fn resources(files: &Files) -> Vec<Json> {
    let package: Json = serde_json::from_str(page(files, "data/datapackage.json")).expect("JSON");
    package["resources"].as_array().expect("resources").clone()
}

/// The rows of a file without quotation marks in it, header first.
fn rows(files: &Files, path: &str) -> Vec<Vec<String>> {
    let text = page(files, path)
        .strip_prefix('\u{feff}')
        .expect("a mark for spreadsheets")
        .to_owned();
    let mut rows = Vec::new();
    for line in text.split_terminator("\r\n") {
        let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
        let mut signs = line.chars().peekable();
        while let Some(sign) = signs.next() {
            match sign {
                '"' if quoted && signs.peek() == Some(&'"') => cell.extend(signs.next()),
                '"' => quoted = !quoted,
                ',' if !quoted => cells.push(std::mem::take(&mut cell)),
                sign => cell.push(sign),
            }
        }
        cells.push(cell);
        rows.push(cells);
    }
    rows
}

#[test]
fn every_file_is_named_with_its_rows_and_its_digest() {
    let files = public(invented::draft(700));
    let mut named = BTreeSet::new();
    for resource in resources(&files) {
        let path = format!("data/{}", resource["path"].as_str().expect("a path"));
        let bytes = &files[&path];
        assert_eq!(resource["bytes"], bytes.len() as u64, "{path}");
        assert_eq!(
            resource["hash"],
            format!("sha256:{}", Digest::of(bytes)),
            "{path}"
        );
        let lines = if path.ends_with(".csv") {
            rows(&files, &path).len() - 1
        } else {
            page(&files, &path).lines().count()
        };
        assert_eq!(resource["rows"], lines as u64, "{path}");
        named.insert(path);
    }
    let listed: BTreeSet<String> = rows(&files, "data/files.csv")
        .iter()
        .skip(1)
        .map(|row| format!("data/{}", row[0]))
        .collect();
    assert_eq!(listed, named);
    let about = [
        "data/claims.schema.json",
        "data/datapackage.json",
        "data/files.csv",
    ];
    for path in files
        .keys()
        .filter(|path| path.starts_with("data/") && !about.contains(&path.as_str()))
    {
        assert!(named.contains(path), "{path}");
    }
    assert!(named.len() > 60, "people are parted: {}", named.len());
}

#[test]
fn a_claim_is_one_row_and_one_line_and_both_say_the_same() {
    let files = public(invented::draft(3));
    let table = rows(&files, "data/claims/people.csv");
    let header: Vec<&str> = table[0].iter().map(String::as_str).collect();
    for column in [
        "claim",
        "record",
        "property",
        "value",
        "qualifiers",
        "source",
        "locator",
        "certainty",
        "evidence",
    ] {
        assert!(header.contains(&column), "{column}");
    }
    let lines: Vec<Json> = page(&files, "data/claims/people.jsonl")
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(lines.len(), table.len() - 1);
    let mut claims = BTreeSet::new();
    for (row, line) in table[1..].iter().zip(&lines) {
        assert_eq!(row.len(), header.len());
        assert!(claims.insert(row[0].clone()), "{row:?}");
        for column in [
            "claim",
            "record",
            "property",
            "value",
            "source",
            "evidence",
            "locator",
            "certainty",
        ] {
            let cell = &row[header
                .iter()
                .position(|name| *name == column)
                .expect("a column")];
            assert_eq!(
                cell,
                line[column].as_str().unwrap_or_default(),
                "{column}: {row:?}"
            );
        }
    }
    let position = table
        .iter()
        .find(|row| row[3] == "Invented minister of pretence")
        .expect("a post");
    assert_eq!(position[6], "body=Invented government;from=1968-03;to=1972");
    let events = rows(&files, "data/claims/events.csv");
    assert!(
        events.iter().any(|row| row[3] == "9000/.."
            && row[10].starts_with("char=")
            && row[11] == "said-by An invented agency"),
        "{events:?}"
    );
}

#[test]
fn one_changed_claim_rewrites_one_small_file_of_each_form() {
    let mut draft = invented::draft(1_500);
    let before = public(draft.clone());
    let about = draft.records[77].id;
    draft.records[77].claims.push((
        ClaimId::from_bits(0xbeef),
        say(about, "described-as", text("An invented addition", "en"), 4).0,
    ));
    let after = public(draft);
    let changed: Vec<&String> = after
        .iter()
        .filter(|(path, bytes)| path.starts_with("data/") && before.get(*path) != Some(bytes))
        .map(|(path, _)| path)
        .collect();
    let shard = format!("people-{}", &about.to_string()[1..2]);
    assert_eq!(
        changed,
        [
            &format!("data/claims/{shard}.csv"),
            &format!("data/claims/{shard}.jsonl"),
            "data/datapackage.json",
            "data/files.csv"
        ]
    );
}

#[test]
fn what_is_withheld_is_a_word_in_the_data_and_no_more() {
    let mut draft = invented::draft(3);
    draft.sources[3].access = Access::Confidential;
    draft.sources[3].source.title = "k4n4ry".to_owned();
    let source = draft.sources[3].source.id.to_string();
    let files = public(draft);
    for (path, bytes) in files.iter().filter(|(path, _)| path.starts_with("data/")) {
        let text = String::from_utf8_lossy(bytes);
        assert!(
            !text.contains("k4n4ry") && !text.contains(&source),
            "{path}"
        );
    }
    let places = rows(&files, "data/claims/places.csv");
    assert!(
        places[1..]
            .iter()
            .any(|row| row[7].is_empty() && row[15] == "confidential"),
        "{places:?}"
    );
}

#[test]
fn the_page_about_the_data_stands_in_each_language_with_a_licence_and_how_to_check() {
    let files = public(invented::draft(30));
    for lang in Lang::ALL {
        let page = page(&files, &format!("{}/data/index.html", lang.tag()));
        for needed in [
            "../../data/claims/people.csv",
            "../../data/datapackage.json",
            "No rights reserved",
            "id=\"check\"",
            &"0123456789abcdef".repeat(4),
        ] {
            assert!(page.contains(needed), "{}: {needed}", lang.tag());
        }
    }
    let (empty, _) = written(edition::draft::Draft::default(), &options(), 1);
    assert!(page(&empty, "en/data/index.html").contains("No licence is stated"));
}
