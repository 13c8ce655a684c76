//! The same rows as the reader of whole tables gives, whatever the size of a block; damage stays where it is.

use std::io::Cursor;

use intake::{
    limits::Limits,
    table::{self, Delimiter, TableOptions},
};
use proptest::prelude::*;

use super::{Fault, Rows};

fn rows(bytes: &[u8]) -> Rows {
    Rows::new(Box::new(Cursor::new(bytes.to_vec())))
}

/// Number, cells and fault of every row.
fn all(mut rows: Rows) -> Vec<(u64, Vec<String>, Option<Fault>)> {
    let mut found = Vec::new();
    while let Some(row) = rows.next_row().expect("a cursor is readable") {
        let cells = row.cells.iter().map(|cell| (*cell).to_owned()).collect();
        found.push((row.number, cells, row.fault.map(|(_, fault)| fault)));
    }
    found
}

proptest! {
    #[test]
    fn rows_are_those_of_the_reader_of_whole_tables(text in "[ab,;\"\n\rش]{0,80}", block in 1usize..20) {
        let whole = table::read(
            text.as_bytes(),
            &Limits::default(),
            TableOptions { delimiter: Some(Delimiter::Comma), ..TableOptions::default() },
        );
        prop_assume!(!whole.headers.is_empty());
        let mut small = rows(text.as_bytes());
        small.block = block;
        let streamed = all(small);
        let columns = streamed[0].1.len();
        let taken: Vec<_> = streamed
            .iter()
            .skip(1)
            .filter(|(_, cells, fault)| fault.is_none() && cells.len() == columns)
            .map(|(number, cells, _)| (*number, cells.clone()))
            .collect();
        let expected: Vec<_> = whole.rows.into_iter().map(|row| (row.number, row.cells)).collect();
        prop_assert_eq!(taken, expected);
        let left = streamed
            .iter()
            .skip(1)
            .filter(|(_, cells, fault)| fault.is_some() || cells.len() != columns)
            .count();
        prop_assert_eq!(left, whole.problems.iter().filter(|problem| problem.loses_row()).count());
    }

    #[test]
    fn any_bytes_end(bytes in proptest::collection::vec(any::<u8>(), 0..300), block in 1usize..40) {
        let mut rows = rows(&bytes);
        rows.block = block;
        rows.longest_row = 64;
        all(rows);
    }
}

#[test]
fn a_row_too_long_loses_itself_alone() {
    let text = format!("a,b\n{},x\nc,d\n", "y".repeat(1000));
    let mut rows = rows(text.as_bytes());
    rows.block = 16;
    rows.longest_row = 100;
    let found = all(rows);
    assert_eq!(found[1].2, Some(Fault::RowTooLong));
    assert_eq!(
        (found[2].0, &found[2].1[..]),
        (3, &["c".to_owned(), "d".to_owned()][..])
    );
}

#[test]
fn an_unclosed_quotation_far_from_the_end_loses_its_line_alone() {
    let mut text = "\"open,x\n".to_owned();
    for _ in 0..100 {
        text.push_str("c,d\n");
    }
    let mut rows = rows(text.as_bytes());
    rows.block = 16;
    rows.longest_row = 100;
    let found = all(rows);
    assert_eq!(found[0].2, Some(Fault::Unclosed));
    assert_eq!(found.len(), 101);
}

#[test]
fn damage_does_not_reach_over_into_the_next_cell() {
    let found = all(rows(b"ab\xd8,\xb4cd,e\n"));
    assert_eq!(found[0].1, ["ab\u{fffd}", "\u{fffd}cd", "e"]);
}
