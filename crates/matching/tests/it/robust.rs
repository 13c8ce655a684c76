//! Inputs that are empty, tiny, huge in one place, or contradict themselves.

use matching::{
    cluster::Contradiction,
    link::{Judged, Linkage, Settings, link},
    record::{RecordIndex, Records},
    table::{Columns, Reading, ReadingSettings},
};

fn table(header: &[&str], rows: &[Vec<String>]) -> Records {
    let (columns, _) = Columns::of(header).expect("a column of names");
    let mut reading = Reading::new(columns, ReadingSettings::default());
    for row in rows {
        let cells: Vec<&str> = row.iter().map(String::as_str).collect();
        reading.row(&cells);
    }
    reading.finish()
}

fn row(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| (*cell).to_owned()).collect()
}

fn run(records: &Records) -> Linkage {
    link(
        records,
        &Judged::default(),
        &Settings::default(),
        &mut |_| {},
    )
    .expect("decisions agree")
}

fn clusters(linkage: &Linkage) -> usize {
    let mut clusters = linkage.clustering.cluster.clone();
    clusters.sort_unstable();
    clusters.dedup();
    clusters.len()
}

#[test]
fn no_rows_make_no_clusters() {
    let linkage = run(&table(&["name"], &[]));
    assert!(linkage.pairs.is_empty() && linkage.clustering.cluster.is_empty());
    assert!(!linkage.report.learned);
}

#[test]
fn few_records_are_linked_by_the_shipped_weights_and_it_is_said() {
    let rows = [
        row(&["Bahram Soltani", "1961-05-06", "1988-08-03", "Shiraz"]),
        row(&["بهرام سلطانی", "1340-02-16", "1367-05-12", "شیراز"]),
        row(&["Shahla Karimi", "1963-01-02", "1988-09-01", "Tabriz"]),
    ];
    let linkage = run(&table(&["name", "birth", "event", "place"], &rows));
    assert_eq!(linkage.clustering.cluster, [0, 0, 2]);
    let codes: Vec<&str> = linkage
        .report
        .notes
        .iter()
        .map(|(code, _)| code.as_str())
        .collect();
    assert!(codes.contains(&"shipped-weights-few-records"), "{codes:?}");
}

#[test]
fn empty_names_and_single_letters_match_nobody() {
    let rows: Vec<Vec<String>> = (0..300)
        .map(|number| {
            row(&[
                ["", "A", "-", "unknown", "ب", "نامشخص"][number % 6],
                "Tehran",
            ])
        })
        .collect();
    let linkage = run(&table(&["name", "place"], &rows));
    assert_eq!(clusters(&linkage), 300);
}

#[test]
fn equal_names_with_nothing_else_are_matched_to_nobody_and_counted() {
    let rows = vec![row(&["Ali Ahmadi"]); 20_000];
    let linkage = run(&table(&["name"], &rows));
    assert_eq!(clusters(&linkage), 20_000);
    assert_eq!(linkage.report.not_linkable, 20_000);
    let note = linkage
        .report
        .notes
        .iter()
        .find(|(code, _)| code == "cannot-be-told-apart")
        .expect("a note");
    assert!(note.1.starts_with("20000 × "), "{note:?}");
    assert_eq!(linkage.report.capped[0].1, 20_000);
}

#[test]
fn brothers_and_twins_stay_two_people() {
    let header = [
        "list", "given", "surname", "father", "sex", "birth", "event", "place",
    ];
    let of = |list: &str, given: &str| {
        row(&[
            list,
            given,
            "Bahrami",
            "Manouchehr",
            "m",
            "1966-02-03",
            "1988-08-03",
            "Shiraz",
        ])
    };
    let rows = [
        of("a", "Kamran"),
        of("a", "Farhad"),
        of("b", "Kamran"),
        of("b", "Farhad"),
    ];
    let linkage = run(&table(&header, &rows));
    assert_eq!(linkage.clustering.cluster, [0, 1, 0, 1]);
}

#[test]
fn twenty_lists_of_one_person_make_one_cluster() {
    let rows: Vec<Vec<String>> = (0..20)
        .map(|list| {
            row(&[
                &format!("list {list}"),
                if list % 2 == 0 {
                    "Bahram Soltani"
                } else {
                    "بهرام سلطانی"
                },
                "1961-05-06",
                "1988-08-03",
                "Shiraz",
            ])
        })
        .collect();
    let linkage = run(&table(&["list", "name", "birth", "event", "place"], &rows));
    assert_eq!(clusters(&linkage), 1);
    assert_eq!(linkage.report.largest, [(RecordIndex(0), 20)]);
}

#[test]
fn decisions_that_contradict_each_other_are_an_error_with_the_chain() {
    let records = table(&["name"], &vec![row(&["Bahram Soltani"]); 4]);
    let pair = |one: u32, other: u32| (RecordIndex(one), RecordIndex(other));
    let judged = Judged {
        same: vec![pair(0, 1), pair(2, 1)],
        different: vec![pair(0, 2)],
        undecided: Vec::new(),
    };
    let error: Contradiction = link(&records, &judged, &Settings::default(), &mut |_| {})
        .expect_err("decisions contradict each other");
    let mut chain = error.chain;
    if chain.first() > chain.last() {
        chain.reverse();
    }
    assert_eq!(chain, [0, 1, 2]);
}

#[test]
fn decided_pairs_that_no_key_proposes_are_kept_to() {
    let records = table(
        &["name"],
        &[row(&["Bahram Soltani"]), row(&["Shahla Karimi"])],
    );
    let judged = Judged {
        same: vec![(RecordIndex(1), RecordIndex(0))],
        ..Judged::default()
    };
    let linkage =
        link(&records, &judged, &Settings::default(), &mut |_| {}).expect("decisions agree");
    assert_eq!(linkage.clustering.cluster, [0, 0]);
}

#[test]
fn an_identifier_that_everybody_shares_is_none() {
    let rows: Vec<Vec<String>> = (0..400)
        .map(|number| row(&[&format!("Bahram{number} Soltani{number}"), "123456"]))
        .collect();
    let linkage = run(&table(&["name", "id:file"], &rows));
    assert!(
        linkage
            .report
            .notes
            .iter()
            .any(|(code, _)| code == "not-an-identifier")
    );
}
