//! `match` and `names` on files that stand alone: several scripts, packed or not, damaged in every way.

use std::{fs, io::Write as _};

use flate2::{Compression, write::GzEncoder};
use ruzstd::encoding::{CompressionLevel, compress_to_vec};
use serde_json::Value;

use crate::run::{Place, Ran};

/// Two lists in two scripts and two calendars. Of 1 and 4, 2 and 5 each is one person; 3 and 6 are brothers.
const LISTS: &str = "\
rec_id,list,name,father,birth,death,place
1,committee,Mostafa Pour-Mohammadi,Hassan,1951-12-23,1988-08-01,Evin
2,committee,Shahrzad Khosravinejad,Bahram,1966-03-02,1988-08-14,Gohardasht
3,committee,Behnam Tabatabai,Ardeshir,1960-05-05,1988-08-03,Evin
4,family,مصطفی پورمحمدی,حسن,1330-10-01,1367-05-10,اوین
5,family,شهرزاد خسروی‌نژاد,بهرام,1344-12-11,1367-05-23,گوهردشت
6,family,بهروز طباطبایی,اردشیر,1343-02-02,1367-05-12,اوین
";

/// The clusters of `clusters.csv`: keys together, in the order of the file.
fn clusters(place: &Place, name: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(place.path(name)).expect("clusters");
    let mut found: Vec<(String, Vec<String>)> = Vec::new();
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let (key, id) = (cells[0].to_owned(), cells[1].to_owned());
        match found.last_mut() {
            Some((last, keys)) if *last == id => keys.push(key),
            _ => found.push((id, vec![key])),
        }
    }
    found.into_iter().map(|(_, keys)| keys).collect()
}

fn matched(place: &Place, table: &str, more: &[&str]) -> Ran {
    let arguments = [
        &["match", table, "--out", "c.csv", "--pairs", "p.csv"],
        more,
    ];
    place.run(&arguments.concat())
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).expect("packed");
    encoder.finish().expect("packed")
}

#[test]
fn one_person_in_two_scripts_and_calendars_is_one_cluster() {
    let place = Place::new();
    place.write("t.csv", LISTS);
    matched(&place, "t.csv", &["--report", "r.json", "--carry"])
        .ok()
        .says(&["6 rows read: 6 records in 2 lists", "Wrote `r.json`"]);
    assert_eq!(
        clusters(&place, "c.csv"),
        [&["1", "4"][..], &["2", "5"], &["3"], &["6"]]
    );
    let written = fs::read_to_string(place.path("c.csv")).expect("clusters");
    assert!(
        written.starts_with("rec_id,cluster_id,probability,list,name,father,birth,death,place\n")
    );
    assert!(written.contains(",family,مصطفی پورمحمدی,حسن,1330-10-01,1367-05-10,اوین\n"));
    let pairs = fs::read_to_string(place.path("p.csv")).expect("pairs");
    let mut lines = pairs.lines();
    assert_eq!(
        lines.next(),
        Some("left,right,probability,weight_bits,reasons")
    );
    let sure = lines
        .find(|line| line.starts_with("1,4,"))
        .expect("the pair");
    assert!(
        sure.contains("given ") && sure.contains("; prior "),
        "{sure}"
    );
    let report: Value =
        serde_json::from_slice(&fs::read(place.path("r.json")).expect("a report")).expect("JSON");
    assert_eq!(report["records"], 6);
    assert_eq!(report["lists"][1]["name"], "family");
    assert_eq!(report["clusters"]["of_several"], 2);
    assert_eq!(report["problems"].as_array().map(Vec::len), Some(0));
}

#[test]
fn the_same_bytes_come_out_of_any_packing_and_any_number_of_threads() {
    let place = Place::new();
    let tabs = LISTS.replace(',', "\t");
    place.write("t.csv", LISTS);
    place.write("t.tsv", &tabs);
    place.write("t.csv.gz", gzip(LISTS.as_bytes()));
    place.write(
        "t.tsv.zst",
        compress_to_vec(tabs.as_bytes(), CompressionLevel::Fastest),
    );
    place.write("semicolons", format!("\u{feff}{}", LISTS.replace(',', ";")));
    matched(&place, "t.csv", &["--threads", "1"]).ok();
    let outputs = || ["c.csv", "p.csv"].map(|name| fs::read(place.path(name)).expect("written"));
    let expected = outputs();
    for table in ["t.csv", "t.tsv", "t.csv.gz", "t.tsv.zst", "semicolons"] {
        matched(&place, table, &["--threads", "4"]).ok();
        assert!(outputs() == expected, "{table}");
    }
}

#[test]
fn clusters_keep_their_identifiers_in_any_order_of_rows() {
    let place = Place::new();
    place.write("t.csv", LISTS);
    let mut lines: Vec<&str> = LISTS.lines().collect();
    lines[1..].reverse();
    place.write("r.csv", lines.join("\n"));
    let identifiers = |table| {
        matched(&place, table, &[]).ok();
        let text = fs::read_to_string(place.path("c.csv")).expect("clusters");
        let mut found: Vec<String> = text
            .lines()
            .skip(1)
            .map(|line| line.split(',').take(2).collect::<Vec<_>>().join(" "))
            .collect();
        found.sort();
        found
    };
    assert_eq!(identifiers("t.csv"), identifiers("r.csv"));
}

/// A table that is damaged in one way, what is said of it, and how many records are written all the same.
const TABLES: &[(&str, &[u8], &[&str], usize)] = &[
    (
        "an unclosed quotation mark loses its own row only",
        b"rec_id,name\n1,\"Azad\n2,Omid\n",
        &["not taken: t.csv, row 2", "never closed", "1 not taken"],
        1,
    ),
    (
        "a ragged row is taken as far as it goes",
        b"rec_id,name,birth\n1,Azad\n2,Omid,1960,x\n",
        &[
            "flagged: t.csv, row 2",
            "flagged: t.csv, row 3",
            "not as many cells",
        ],
        2,
    ),
    (
        "a doubled column counts once",
        b"rec_id,name,name\n1,Azad,Omid\n",
        &["column \u{201c}name\u{201d}", "stands twice"],
        1,
    ),
    (
        "an age of 300 is none",
        b"rec_id,name,age\n1,Azad,300\n",
        &["row 2, column \u{201c}age\u{201d}: \u{201c}300\u{201d} is no age"],
        1,
    ),
    (
        "a date in the future is none",
        b"rec_id,name,death\n1,Azad,2988-08-01\n",
        &["\u{201c}2988-08-01\u{201d} has not come yet"],
        1,
    ),
    (
        "a key that is there twice is told apart",
        b"rec_id,name\n1,Azad\n1,Omid\n",
        &["row 3", "\u{201c}1\u{201d} stood in another row before"],
        2,
    ),
    (
        "an empty name and nothing else says nothing",
        b"rec_id,name\n1,\n2,-\n",
        &["nothing in the row can tell a person"],
        2,
    ),
    (
        "bytes that are no UTF-8 stay in their row",
        b"rec_id,name\n1,\xd9\x85\xd8\xb1\xdb\x8c\xd9\x85\xdb\x8c\n2,Omid\n3,Aza\xe9\n",
        &[
            "row 4: 1 characters cannot be read as UTF-8",
            "0 not taken, 1 taken",
        ],
        3,
    ),
];

#[test]
fn damaged_tables_lose_only_what_is_damaged() {
    for (behaviour, bytes, said, records) in TABLES {
        let place = Place::new();
        place.write("t.csv", bytes);
        let code = i32::from(!said.is_empty());
        matched(&place, "t.csv", &[]).ends_with(code).says(said);
        let written: usize = clusters(&place, "c.csv").iter().map(Vec::len).sum();
        assert_eq!(written, *records, "{behaviour}");
    }
}

/// A table that cannot be matched, and what is said of it.
const REFUSED: &[(&[u8], &[&str])] = &[
    (b"", &["has no header"]),
    (b"\n\n", &["has no header"]),
    (
        b"rec_id,birth\n1,1950\n",
        &["lacks `name`", "rec_id, birth"],
    ),
    (
        b"\xff\xfer\0e\0c\0\n\0",
        &["is not UTF-8", "iconv -f UTF-16LE"],
    ),
    (
        b"rec_id,name\n1,\xe3\xcd\xe3\xcf \xda\xc8\xcf\xc7\xe1\xe1\xe5\n2,\xda\xe1\xed \xc7\xe1\xe3\xe6\xd3\xe6\xed\n",
        &["is not UTF-8", "iconv"],
    ),
    (b"\x1f\x8b\x08\0\0\0\0\0\0\x03\x4b", &["cannot be unpacked"]),
];

#[test]
fn what_cannot_be_matched_is_said_and_nothing_is_written() {
    for (bytes, said) in REFUSED {
        let place = Place::new();
        place.write("t.csv", bytes);
        matched(&place, "t.csv", &[]).fails(said);
        assert!(!place.path("c.csv").exists() && !place.path("c.csv.part").exists());
    }
    let place = Place::new();
    matched(&place, "absent.csv", &[]).fails(&["`absent.csv` is not there"]);
    place.run(&["match"]).fails(&["there is no archive"]);
    place.write("t.csv", LISTS);
    matched(&place, "t.csv", &["--clean", "comittee"])
        .fails(&["no list “comittee”", "committee, family"]);
    place
        .run(&["match", "t.csv", "--out", "./t.csv"])
        .fails(&["would be written over"]);
    assert_eq!(
        fs::read_to_string(place.path("t.csv")).expect("there"),
        LISTS
    );
}

#[test]
fn strange_names_are_bounded_and_match_nobody_for_being_empty() {
    let place = Place::new();
    let mut table = "rec_id,list,name,birth\n".to_owned();
    for (number, name) in [
        "A",
        "B",
        "ا",
        "—",
        "unknown",
        "نامشخص",
        "\u{202e}dazA\u{202c}",
        "\u{2067}آزاد\u{2069}",
        "Аzad Оmidi",
        "'; DROP TABLE",
        "=1+1",
    ]
    .into_iter()
    .enumerate()
    {
        table += &format!("{number},{},{name},\n", number % 2);
    }
    table += &format!("long,0,{},\n", "Ali ".repeat(200));
    place.write("t.csv", &table);
    let ran = matched(&place, "t.csv", &[]);
    assert!(ran.code < 2, "{ran:#?}");
    let found = clusters(&place, "c.csv");
    assert_eq!(found.iter().map(Vec::len).sum::<usize>(), 12);
    for empty in ["3", "4", "5"] {
        assert!(found.contains(&vec![empty.to_owned()]), "{found:?}");
    }
}

#[test]
fn twenty_lists_and_thousands_of_namesakes_end_in_time() {
    let place = Place::new();
    let mut table = "rec_id,list,name\n".to_owned();
    for number in 0..5_000 {
        table += &format!("{number},list {},Ali Mohammadi\n", number % 20);
    }
    place.write("t.csv", &table);
    let ran = matched(&place, "t.csv", &[]);
    assert!(ran.code < 2, "{ran:#?}");
    let found = clusters(&place, "c.csv");
    assert_eq!(found.iter().map(Vec::len).sum::<usize>(), 5_000);
    // Nothing but a frequent name: nobody can say that these are one person.
    assert!(found.iter().all(|cluster| cluster.len() < 100));
}

#[test]
fn decisions_are_kept_to() {
    let place = Place::new();
    place.write("t.csv", LISTS);
    place.write(
        "j.csv",
        "left,right,decision\n3,6,same\n4,1,different\n2,5,undecided\n",
    );
    matched(&place, "t.csv", &["--judgements", "j.csv"])
        .ok()
        .says(&["1 same, 1 different, 1 undecided"]);
    let found = clusters(&place, "c.csv");
    assert!(
        found.contains(&vec!["3".to_owned(), "6".to_owned()]),
        "{found:?}"
    );
    assert!(found.contains(&vec!["1".to_owned()]), "{found:?}");
}

#[test]
fn decisions_that_contradict_each_other_are_refused_with_their_chain() {
    let place = Place::new();
    place.write("t.csv", LISTS);
    place.write(
        "j.csv",
        "left,right,decision\n1,4,same\n4,6,same\n6,1,different\n",
    );
    let ran = matched(&place, "t.csv", &["--judgements", "j.csv"])
        .fails(&["contradict each other", "take one decision back"]);
    let chain = ["1 = 4 = 6", "6 = 4 = 1"];
    assert!(
        chain.iter().any(|chain| ran.err.contains(chain)),
        "{ran:#?}"
    );
    assert!(!place.path("c.csv").exists());
}

#[test]
fn decisions_that_cannot_be_kept_to_are_reported() {
    let place = Place::new();
    place.write("t.csv", LISTS);
    place.write(
        "j.csv",
        "left,right,decision\n1,99,same\n2,2,same\n1,4,perhaps\n1\n",
    );
    matched(&place, "t.csv", &["--judgements", "j.csv"])
        .ends_with(1)
        .says(&[
            "not taken: j.csv, row 2: the table has no record “99”",
            "“2” is compared with itself",
            "“perhaps” is not “same”",
            "j.csv, row 5: the decision cannot be read",
        ]);
    place.write("k.csv", "a,b\n1,2\n");
    matched(&place, "t.csv", &["--judgements", "k.csv"]).fails(&["`left`, `right` and `decision`"]);
}

#[test]
fn json_is_the_report_and_nothing_else() {
    let place = Place::new();
    place.write("t.csv", LISTS);
    let ran = matched(&place, "t.csv", &["--json", "--report", "r.json"]).ok();
    assert_eq!(
        ran.out,
        fs::read_to_string(place.path("r.json")).expect("a report")
    );
}

#[test]
fn pairs_of_names_get_score_and_reasons() {
    let place = Place::new();
    place.write(
        "n.tsv",
        "left\tright\tkind\nMostafa Pour Mohammadi\tمصطفی پورمحمدی\tone\nShahrzad Khosravi\tرضا پهلوانی\ttwo\nA\t\tempty\nnone\n",
    );
    let ran = place.run(&["names", "score", "n.tsv"]).ends_with(1).says(&[
        "not taken: n.tsv, row 5: there is no tab",
        "3 pairs scored, 4 rows",
    ]);
    let lines: Vec<Vec<&str>> = ran
        .out
        .lines()
        .map(|line| line.split('\t').collect())
        .collect();
    assert_eq!(lines[0], ["left", "right", "kind", "score", "why"]);
    let score = |line: usize| lines[line][3].parse::<f32>().expect("a score");
    assert!(score(1) > 0.9 && score(2) < 0.1, "{lines:?}");
    assert!(lines[1][4].contains("پورمحمدی"), "{lines:?}");
    assert_eq!(lines[3][..4], ["A", "", "empty", "0.0000"]);
    assert_eq!(lines[4], ["none", "", ""]);
    place.write(
        "n.tsv.gz",
        gzip(&fs::read(place.path("n.tsv")).expect("there")),
    );
    place
        .run(&[
            "names",
            "score",
            "n.tsv.gz",
            "--out",
            "s.tsv",
            "--threads",
            "3",
        ])
        .ends_with(1);
    let written = fs::read_to_string(place.path("s.tsv")).expect("written");
    assert_eq!(written.lines().count(), 5);
    assert!(written.contains(lines[1][4]));
    place
        .run(&["--json", "names", "score", "n.tsv"])
        .fails(&["no room for the pairs"]);
}

#[test]
fn a_name_is_shown_in_its_parts() {
    let place = Place::new();
    place
        .run(&["names", "parts", "Dr. Mostafa Pourmohammadi"])
        .ok()
        .says(&["mostafa  given name"]);
    let ran = place.run(&["--json", "names", "parts", "—", "علی"]).ok();
    let read: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(read[0]["parts"].as_array().map(Vec::len), Some(0));
    assert_eq!(read[1]["parts"][0]["text"], "علی");
}
