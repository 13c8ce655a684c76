//! Which records meet, which do not, and what becomes of blocks that are too large.

use super::{Blocks, Candidate, Family, Gather, clean_lists};
use crate::{
    record::Records,
    table::{Columns, Reading, ReadingSettings},
};

fn records(header: &[&str], rows: &[&[&str]], clean: &[&str]) -> Records {
    let (columns, _) = Columns::of(header).unwrap();
    let settings = ReadingSettings {
        clean_lists: clean.iter().map(|list| (*list).to_owned()).collect(),
        ..ReadingSettings::default()
    };
    let mut reading = Reading::new(columns, settings);
    for row in rows {
        reading.row(row);
    }
    reading.finish()
}

/// All candidates, as pairs.
fn pairs(records: &Records, thorough: bool) -> Vec<(u32, u32)> {
    let clean = clean_lists(records);
    let blocks = Blocks::build(records, 2, thorough);
    let mut gather = Gather::new(&blocks, &clean, thorough);
    let all = 0..records.rows.len() as u32;
    let thresholds: Vec<u32> = all
        .clone()
        .map(|record| gather.threshold(record).0)
        .collect();
    let mut pairs = Vec::new();
    for record in all {
        let mut candidates: Vec<Candidate> = Vec::new();
        gather.candidates(record, &thresholds, &mut candidates);
        pairs.extend(candidates.iter().map(|found| (record, found.other)));
    }
    pairs
}

#[test]
fn spellings_of_one_name_meet() {
    for (one, other) in [
        ("Bahram Soltani", "بهرام سلطانی"),
        ("Soltani Bahram", "Bahram Soltani"),
        // A consonant is lost, or another stands for it.
        ("Bahram Soltani", "Bahram Sotani"),
        ("Bahram Soltani", "Bahram Soldani"),
        ("Amirhossein Karimi", "Amir Hossein Karimi"),
    ] {
        let records = records(&["name"], &[&[one], &[other]], &[]);
        assert_eq!(pairs(&records, false), [(0, 1)], "{one} {other}");
    }
}

#[test]
fn one_part_meets_with_a_field_that_agrees() {
    let header = ["name", "father", "birth", "event", "place"];
    let lone = ["Kamran Bahrami", "", "", "", ""];
    for (field, value) in [
        (1, "Manouchehr"),
        (2, "1970-05-06"),
        (3, "1988-08-03"),
        (4, "Shiraz"),
    ] {
        let mut one = lone;
        one[field] = value;
        let mut other = one;
        other[0] = "Kamran Dehghan";
        // The part is frequent, so that nothing but the field brings the two together.
        let mut rows: Vec<Vec<String>> = (0..70)
            .map(|number| vec![format!("Kamran {}", "xyzkltmn".repeat(number + 1)); 1])
            .collect();
        for row in &mut rows {
            row.extend([""; 4].map(str::to_owned));
        }
        let mut all: Vec<Vec<&str>> = vec![one.to_vec(), other.to_vec()];
        all.extend(
            rows.iter()
                .map(|row| row.iter().map(String::as_str).collect()),
        );
        let all: Vec<&[&str]> = all.iter().map(Vec::as_slice).collect();
        let records = records(&header, &all, &[]);
        assert!(
            pairs(&records, false).contains(&(0, 1)),
            "{}",
            header[field]
        );
    }
}

#[test]
fn records_of_a_clean_list_never_meet() {
    let header = ["name", "list"];
    let rows: [&[&str]; 3] = [
        &["Bahram Soltani", "one"],
        &["Bahram Soltani", "one"],
        &["Bahram Soltani", "two"],
    ];
    let clean = records(&header, &rows, &["one"]);
    assert_eq!(pairs(&clean, false), [(0, 2), (1, 2)]);
    let open = records(&header, &rows, &[]);
    assert_eq!(pairs(&open, false), [(0, 1), (0, 2), (1, 2)]);
}

#[test]
fn identifiers_with_one_wrong_digit_meet() {
    let header = ["name", "id:file"];
    let rows: [&[&str]; 2] = [
        &["Bahram Soltani", "4711-0815"],
        &["Shahla Karimi", "4711-0816"],
    ];
    assert_eq!(pairs(&records(&header, &rows, &[]), false), [(0, 1)]);
}

#[test]
fn equal_names_with_nothing_else_are_named_and_not_compared() {
    let rows: Vec<&[&str]> = vec![&["Ali Ahmadi"]; 5_000];
    let records = records(&["name"], &rows, &[]);
    let blocks = Blocks::build(&records, 2, false);
    assert!(blocks.is_empty(), "{} blocks", blocks.len());
    let first = blocks.capped.first().unwrap();
    assert_eq!((first.family, first.records), (Family::TwoParts, 5_000));
}

#[test]
fn a_block_that_is_too_large_is_split_by_what_tells_apart() {
    let births: Vec<String> = (0..1_000)
        .map(|number| format!("{}-03-04", 1900 + number / 10))
        .collect();
    let rows: Vec<[&str; 2]> = births
        .iter()
        .map(|birth| ["Ali Ahmadi", birth.as_str()])
        .collect();
    let rows: Vec<&[&str]> = rows.iter().map(<[&str; 2]>::as_slice).collect();
    let records = records(&["name", "birth"], &rows, &[]);
    let pairs = pairs(&records, false);
    // Ten were born in each year; each meets the others of its year.
    for year in 0..100u32 {
        assert!(pairs.contains(&(year * 10, year * 10 + 9)));
    }
    assert!(!pairs.contains(&(0, 999)));
}

#[test]
fn the_number_of_threads_changes_no_block() {
    let names: Vec<String> = (0..600)
        .map(|number| {
            let given = ["Ali", "Reza", "Bahram", "Shahla"][number % 4];
            let family = ["Karimi", "Soltani", "Dehghan", "Bahrami", "Najafi"][number % 5];
            format!("{given} {family}")
        })
        .collect();
    let rows: Vec<[&str; 1]> = names.iter().map(|name| [name.as_str()]).collect();
    let rows: Vec<&[&str]> = rows.iter().map(<[&str; 1]>::as_slice).collect();
    let records = records(&["name"], &rows, &[]);
    let one = Blocks::build(&records, 1, true);
    for threads in [2, 3, 8, 700] {
        let more = Blocks::build(&records, threads, true);
        assert_eq!(one.members, more.members);
        assert_eq!(one.ends, more.ends);
        assert_eq!(one.capped, more.capped);
    }
}

#[test]
fn no_records_make_no_blocks() {
    let records = records(&["name"], &[], &[]);
    assert!(Blocks::build(&records, 2, true).is_empty());
}
