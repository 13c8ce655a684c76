//! Tables, good and bad.

use proptest::prelude::*;

use super::{Delimiter, Table, TableOptions, read};
use crate::{limits::Limits, problem::Problem};

fn table(text: &str) -> Table {
    read(text.as_bytes(), &Limits::default(), TableOptions::default())
}

#[track_caller]
fn check(text: &str, headers: &[&str], rows: &[(u64, &[&str])], codes: &[&str]) {
    let table = table(text);
    assert_eq!(table.headers, headers, "headers of {text:?}");
    let found: Vec<(u64, Vec<&str>)> = table
        .rows
        .iter()
        .map(|row| (row.number, row.cells.iter().map(String::as_str).collect()))
        .collect();
    let expected: Vec<(u64, Vec<&str>)> = rows
        .iter()
        .map(|(number, cells)| (*number, cells.to_vec()))
        .collect();
    assert_eq!(found, expected, "rows of {text:?}");
    let found: Vec<&str> = table.problems.iter().map(Problem::code).collect();
    assert_eq!(found, codes, "problems of {text:?}");
}

#[test]
fn rows_are_numbered_as_a_spreadsheet_shows_them() {
    check(
        "a,b\n1,2\n\n3,4",
        &["a", "b"],
        &[(2, &["1", "2"]), (4, &["3", "4"])],
        &[],
    );
    check(
        "a,b\r\n\"x\ny\",\"say \"\"no\"\"\"\r\n3,\r\n",
        &["a", "b"],
        &[(2, &["x\ny", "say \"no\""]), (3, &["3", ""])],
        &[],
    );
    check("a,b\r1,2\r", &["a", "b"], &[(2, &["1", "2"])], &[]);
}

#[test]
fn the_delimiter_is_found() {
    for (text, delimiter) in [
        ("a,b\n1,2", Delimiter::Comma),
        ("a;b\n1,5;2,5\n", Delimiter::Semicolon),
        ("a\tb, c\n1\t2", Delimiter::Tab),
        ("a|b\n1|2,3\n", Delimiter::Bar),
        ("only\nx\n", Delimiter::Comma),
    ] {
        assert_eq!(table(text).delimiter, delimiter, "{text:?}");
    }
}

#[test]
fn ragged_rows_are_kept_out_with_their_text() {
    let table = table("a,b\n1\n1,2\n1,2,3\n");
    assert_eq!(table.rows.len(), 1);
    assert_eq!(
        table.problems,
        [
            Problem::RaggedRow {
                row: 2,
                expected: 2,
                found: 1,
                raw: "1".to_owned()
            },
            Problem::RaggedRow {
                row: 4,
                expected: 2,
                found: 3,
                raw: "1,2,3".to_owned()
            },
        ]
    );
    assert_eq!(table.problems[0].column(), Some(2));
    assert_eq!(table.problems[1].column(), Some(3));
}

#[test]
fn headers_become_names_of_their_own() {
    check(
        "name, name ,,name#2,name\n1,2,3,4,5\n",
        &["name", "name#3", "#3", "name#2", "name#4"],
        &[(2, &["1", "2", "3", "4", "5"])],
        &["duplicate-header", "empty-header", "duplicate-header"],
    );
    assert_eq!(table("x,x\n1,2").headers, ["x", "x#2"]);
}

#[test]
fn an_unclosed_quote_loses_one_line_and_not_the_rest() {
    check(
        "a,b\n1,\"open\n3,4\n5,6\n",
        &["a", "b"],
        &[(3, &["3", "4"]), (4, &["5", "6"])],
        &["unclosed-quote"],
    );
}

#[test]
fn a_stray_quote_keeps_its_row_out() {
    let table = table("a,b\n\"He\" said,2\n3,4\n");
    assert_eq!(table.rows.len(), 1);
    assert_eq!(
        table.problems,
        [Problem::TextAfterQuote {
            row: 2,
            column: 1,
            raw: "\"He\" said,2".to_owned()
        }]
    );
}

#[test]
fn what_is_beyond_a_limit_is_reported() {
    let limits = Limits {
        rows: 1,
        columns: 2,
        cell: 3,
        ..Limits::default()
    };
    let read = |text: &str| read(text.as_bytes(), &limits, TableOptions::default());
    assert_eq!(
        read("a,b\n1,2\n3,4\n5,6\n").problems,
        [Problem::TooManyRows {
            first_row: 3,
            count: 2,
            limit: 1
        }]
    );
    assert_eq!(
        read("a,b\n1,long\n").problems,
        [Problem::CellTooLong {
            row: 2,
            column: 2,
            size: 4,
            limit: 3
        }]
    );
    let wide = read("a,b,c\n1,2,3\n");
    assert!(wide.rows.is_empty());
    assert_eq!(wide.problems[0].code(), "too-many-columns");
    let small = Limits {
        bytes: 2,
        ..Limits::default()
    };
    assert_eq!(
        super::read(b"a,b", &small, TableOptions::default()).problems,
        [Problem::FileTooLarge { size: 3, limit: 2 }]
    );
}

#[test]
fn an_empty_file_has_no_header() {
    check("", &[], &[], &["no-header"]);
    check("\n\n", &[], &[], &["no-header"]);
}

#[test]
fn a_wrong_encoding_is_reported_and_nothing_lost() {
    let (bytes, _, _) =
        encoding_rs::WINDOWS_1256.encode("الاسم,العمر\nأحمد بن علي,٤\n".trim_end_matches('\n'));
    let table = read(
        &bytes,
        &Limits::default(),
        TableOptions {
            encoding: Some("utf-8"),
            ..TableOptions::default()
        },
    );
    let codes: Vec<&str> = table.problems.iter().map(Problem::code).collect();
    assert!(codes.contains(&"declared-encoding-wrong"), "{codes:?}");
}

/// A cell as people write them, marks and line breaks included.
fn cell() -> impl Strategy<Value = String> {
    prop::collection::vec(
        prop::sample::select(vec!["a", "ب", "\"", ",", ";", "\n", " ", "é", "1"]),
        0..6,
    )
    .prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn every_table_written_by_another_program_is_read_back(
        rows in prop::collection::vec(prop::collection::vec(cell(), 3), 1..8),
    ) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(["x", "y", "z"]).unwrap();
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let bytes = writer.into_inner().unwrap();
        let table = read(&bytes, &Limits::default(), TableOptions {
            delimiter: Some(Delimiter::Comma),
            ..TableOptions::default()
        });
        let found: Vec<Vec<String>> = table.rows.into_iter().map(|row| row.cells).collect();
        prop_assert_eq!(found, rows);
        prop_assert!(table.problems.is_empty());
    }

    #[test]
    fn every_record_is_a_row_or_a_problem(text in "[ab,;\"\n\r]{0,80}") {
        let limits = Limits { rows: 5, columns: 4, cell: 6, ..Limits::default() };
        let table = read(text.as_bytes(), &limits, TableOptions::default());
        prop_assert!(table.rows.len() <= limits.rows);
        prop_assert!(table.headers.len() <= limits.columns);
        for row in &table.rows {
            prop_assert_eq!(row.cells.len(), table.headers.len());
            prop_assert!(row.cells.iter().all(|cell| cell.len() <= limits.cell));
        }
        let mut numbers: Vec<u64> = table.rows.iter().map(|row| row.number).collect();
        numbers.extend(table.problems.iter().filter_map(Problem::row));
        numbers.sort_unstable();
        let before = numbers.len();
        numbers.dedup();
        prop_assert_eq!(numbers.len(), before, "a row is taken once or reported once");
    }
}
