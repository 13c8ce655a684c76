//! Numbers of rows, identifiers of clusters, cells written again.

use std::path::Path;

use matching::{
    cluster::Clustering,
    record::{Problem, ProblemKind, Records},
};

use super::{
    Troubles,
    written::{Carried, Groups, because, id},
};
use crate::rows::{Fault, Row};

fn row(number: u64, fault: Option<(usize, Fault)>) -> Row<'static> {
    Row {
        number,
        cells: vec!["x"],
        fault,
        replaced: 0,
        raw: String::new(),
    }
}

#[test]
fn problems_of_records_name_the_row_as_a_spreadsheet_does() {
    let mut troubles = Troubles::new(Path::new("t.csv"));
    // Row 1 is the header, row 3 is blank, row 4 cannot be read.
    for (number, fault) in [
        (2, None),
        (4, Some((1, Fault::Unclosed))),
        (5, None),
        (6, None),
        (9, None),
    ] {
        troubles.of_row(&row(number, fault), &["name".to_owned()]);
    }
    let problems = (0..=4).map(|row| Problem {
        row,
        column: String::new(),
        value: String::new(),
        what: ProblemKind::SaysNothing,
    });
    troubles.of_records(&Records {
        problems: problems.collect(),
        problem_counts: [(ProblemKind::SaysNothing, 2000)].into(),
        ..Records::default()
    });
    let kinds = troubles.finish();
    let said = kinds.iter().find(|kind| kind.code == "match-says-nothing");
    let said = said.expect("noted");
    assert_eq!(said.count, 2000);
    let rows: Vec<_> = said.first.iter().map(|problem| problem.row).collect();
    assert_eq!(rows, [None, Some(2), Some(5), Some(6), Some(9)]);
}

fn records(keys: &[&str]) -> Records {
    Records {
        keys: keys.iter().map(|key| (*key).to_owned()).collect(),
        ..Records::default()
    }
}

#[test]
fn a_cluster_has_the_same_identifier_in_any_order_of_rows() {
    let one = id(&records(&["b", "a", "c"]), &[0, 1, 2]);
    let other = id(&records(&["c", "b", "a"]), &[0, 1, 2]);
    assert_eq!(one, other);
    assert_ne!(one, id(&records(&["b", "c"]), &[0, 1]));
    // Counted outside this program too: the first 60 bits of SHA-256 of `cenotaph match cluster v1`, a zero byte and `a`.
    assert_eq!(one, "1h6mzks88jzc");
}

#[test]
fn clusters_are_written_in_the_order_of_their_first_records() {
    let clustering = Clustering {
        cluster: vec![0, 1, 0, 3, 1],
        probability: vec![1.0; 5],
        ..Clustering::default()
    };
    let groups = Groups::of(&clustering);
    let order: Vec<&[u32]> = groups.iter().collect();
    assert_eq!(order, [&[0, 2][..], &[1, 4], &[3]]);
    assert_eq!((groups.count(), groups.shared()), (3, 2));
}

#[test]
fn carried_columns_are_told_apart_from_our_own() {
    let header = ["rec_id", "name", "cluster_id", "name"].map(str::to_owned);
    let mut carried = Carried::new(&header);
    carried.keep(&["1", "a,\"b\"", "old", "c"]);
    carried.keep(&["2", "short"]);
    assert_eq!(carried.header(), ",name,cluster_id#2,name#2");
    assert_eq!(carried.row(0), b",\"a,\"\"b\"\"\",old,c");
    assert_eq!(carried.row(1), b",short,,");
}

#[test]
fn reasons_have_their_note_behind_the_bits() {
    let reasons = [
        ("given".to_owned(), 6.13),
        ("birth: swapped".to_owned(), -1.25),
    ];
    assert_eq!(because(&reasons), "given 6.1; birth -1.2 (swapped)");
}
