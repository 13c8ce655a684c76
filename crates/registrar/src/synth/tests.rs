//! The made-up case: the same every time, with the truth beside it.

use super::{SynthSettings, make};

fn settings(people: u32) -> SynthSettings {
    SynthSettings {
        people,
        lists: 3,
        seed: 1,
    }
}

#[test]
fn same_settings_give_the_same_bytes() {
    assert_eq!(make(settings(200)), make(settings(200)));
    assert_ne!(
        make(settings(200)).0,
        make(SynthSettings {
            seed: 2,
            ..settings(200)
        })
        .0
    );
}

#[test]
fn lists_are_incomplete_and_overlap() {
    let (_, report) = make(settings(2_000));
    assert_eq!(report.people, 2_000);
    assert!(report.named < report.people, "{report:?}");
    let rows: u32 = report.rows.iter().sum();
    assert!(
        rows > report.named,
        "nobody stands on two lists: {report:?}"
    );
    for (row, share) in report.rows.iter().zip([0.6, 0.5, 0.4]) {
        assert!(f64::from(*row) > share * 2_000.0, "{report:?}");
    }
}

#[test]
fn truth_names_each_row_once() {
    let (files, report) = make(settings(300));
    let truth = &files
        .iter()
        .find(|(path, _)| path == "truth.csv")
        .expect("the truth")
        .1;
    let mut rows: Vec<&str> = truth
        .lines()
        .skip(1)
        .filter_map(|line| line.rsplit_once(','))
        .map(|(row, _)| row)
        .collect();
    rows.sort_unstable();
    rows.dedup();
    assert_eq!(rows.len() as u32, report.rows.iter().sum::<u32>());
}

#[test]
fn every_title_says_that_it_is_invented() {
    let (files, _) = make(settings(5));
    let sources = &files
        .iter()
        .find(|(path, _)| path == "facts/sources.csv")
        .expect("the sources")
        .1;
    assert!(
        sources
            .lines()
            .skip(1)
            .all(|line| line.contains("Invented"))
    );
    let exhibition = &files
        .iter()
        .find(|(path, _)| path == "exhibition.toml")
        .expect("the arrangement")
        .1;
    assert!(exhibition.starts_with("made-up = true"));
}
