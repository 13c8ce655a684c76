//! What the tables hold, and what is answered from them.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Attested, attested, frequency, is_family, is_given, names_of, sex_of_given, share_of_class,
    table::{self, lookup_form, spellings},
};
use crate::{
    fold::fold,
    key::keys,
    normal::{JOINT, normal},
    part::Sex,
    script::{self, Script},
    sound::Readings,
};

const GIVEN: &str = include_str!("../../data/given-names.tsv");
const FAMILY: &str = include_str!("../../data/family-names.tsv");
const NICKNAMES: &str = include_str!("../../data/nicknames.tsv");
/// Lines that the checks below would call mistakes, and that are none.
const EXCEPTIONS: &str = include_str!("exceptions.tsv");

/// The scripts of the columns of spellings, in their order; the last holds Armenian and Georgian.
const SCRIPTS: [Script; 6] = [
    Script::Arabic,
    Script::Latin,
    Script::Cyrillic,
    Script::Hebrew,
    Script::Greek,
    Script::Other,
];

/// A line of a table of names.
struct Line<'a> {
    sex: &'a str,
    frequency: &'a str,
    columns: Vec<&'a str>,
}

impl<'a> Line<'a> {
    fn spellings(&self) -> impl Iterator<Item = &'a str> {
        self.columns.clone().into_iter().flat_map(spellings)
    }
}

fn given() -> Vec<Line<'static>> {
    table::lines(GIVEN)
        .map(|line| {
            let columns: Vec<&str> = line.split('\t').collect();
            Line {
                sex: columns[0],
                frequency: columns[1],
                columns: columns[3..].to_vec(),
            }
        })
        .collect()
}

fn family() -> Vec<Line<'static>> {
    table::lines(FAMILY)
        .map(|line| {
            let columns: Vec<&str> = line.split('\t').collect();
            Line {
                sex: "u",
                frequency: columns[0],
                columns: columns[2..].to_vec(),
            }
        })
        .collect()
}

fn exceptions(kind: &str) -> BTreeSet<&'static str> {
    table::lines(EXCEPTIONS)
        .filter_map(|line| line.split_once('\t'))
        .filter(|(of, _)| *of == kind)
        .map(|(_, what)| what)
        .collect()
}

#[track_caller]
fn none(complaints: &[String]) {
    assert!(
        complaints.is_empty(),
        "{} complaints\n{}",
        complaints.len(),
        complaints.join("\n")
    );
}

#[test]
fn every_line_is_well_formed() {
    assert!(
        given().len() >= 900 && family().len() >= 700 && table::lines(NICKNAMES).count() >= 300
    );
    for line in given().iter().chain(&family()) {
        assert_eq!(line.columns.len(), SCRIPTS.len(), "{:?}", line.columns);
        assert!(["m", "f", "u"].contains(&line.sex), "{:?}", line.columns);
        assert!(
            ["1", "2", "3", "4", "5"].contains(&line.frequency),
            "{:?}",
            line.columns
        );
        assert!(line.spellings().count() >= 2, "{:?}", line.columns);
    }
    for line in table::lines(NICKNAMES) {
        let columns: Vec<&str> = line.split('\t').collect();
        assert!(
            columns.len() == 3 && ["m", "f", "u"].contains(&columns[0]),
            "{line}"
        );
        assert!(
            columns[1..]
                .iter()
                .all(|column| spellings(column).count() >= 1),
            "{line}"
        );
    }
}

#[test]
fn every_spelling_folds_to_something_in_the_script_of_its_column() {
    let mut complaints = Vec::new();
    for line in given().iter().chain(&family()) {
        for (column, script) in line.columns.iter().zip(SCRIPTS) {
            for spelling in spellings(column) {
                let letters_fit = spelling
                    .chars()
                    // Signs for hamza and ain belong to no script of their own.
                    .filter(|letter| !matches!(letter, '\u{02B0}'..='\u{02FF}'))
                    .filter_map(script::of_letter)
                    .all(|of_letter| of_letter == script);
                if !letters_fit || fold(spelling).is_empty() || spelling.trim() != spelling {
                    complaints.push(spelling.to_owned());
                }
            }
        }
    }
    none(&complaints);
}

#[test]
fn no_two_lines_are_one_and_no_line_says_a_spelling_twice() {
    let mut complaints = Vec::new();
    for lines in [given(), family()] {
        let mut firsts = BTreeSet::new();
        for line in &lines {
            let mut seen = BTreeSet::new();
            complaints.extend(
                line.spellings()
                    .filter(|spelling| !seen.insert(*spelling))
                    .map(str::to_owned),
            );
            if !firsts.insert((line.sex, line.columns[0], line.columns[1])) {
                complaints.push(format!("line twice: {:?}", line.columns));
            }
        }
        // Two lines of the same first spellings in both scripts are one name typed twice.
        let mut heads = BTreeMap::new();
        for line in &lines {
            let head = (
                line.sex,
                spellings(line.columns[0]).next().map(lookup_form),
                spellings(line.columns[1]).next().map(lookup_form),
            );
            if heads.insert(head.clone(), ()).is_some() {
                complaints.push(format!("name twice: {head:?}"));
            }
        }
    }
    none(&complaints);
}

#[test]
fn a_spelling_of_a_man_and_of_a_woman_is_known_to_be_both() {
    let mut sexes: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for line in given() {
        for spelling in line.spellings() {
            sexes
                .entry(lookup_form(spelling).into_owned())
                .or_default()
                .insert(line.sex);
        }
    }
    let known = exceptions("sexes");
    let both: BTreeSet<&str> = sexes
        .iter()
        .filter(|(_, sexes)| sexes.contains("m") && sexes.contains("f") && !sexes.contains("u"))
        .map(|(spelling, _)| spelling.as_str())
        .collect();
    none(
        &both
            .difference(&known)
            .map(|spelling| (*spelling).to_owned())
            .collect::<Vec<_>>(),
    );
    none(
        &known
            .difference(&both)
            .map(|spelling| format!("no longer: {spelling}"))
            .collect::<Vec<_>>(),
    );
}

/// The keys of a spelling in all its readings, its words put together.
fn keys_of(spelling: &str) -> Vec<String> {
    let joined = normal(spelling).replace([' ', JOINT], "");
    keys(&Readings::of(&joined))
}

/// Edits that make one key of the other.
fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (place, letter) in left.chars().enumerate() {
        let mut corner = row[0];
        row[0] = place + 1;
        for (column, other) in right.iter().enumerate() {
            let replaced = corner + usize::from(letter != *other);
            corner = row[column + 1];
            row[column + 1] = replaced.min(corner + 1).min(row[column] + 1);
        }
    }
    row[right.len()]
}

#[test]
fn the_keys_of_the_spellings_of_a_line_meet() {
    let known = exceptions("keys");
    let mut complaints = Vec::new();
    for line in given().iter().chain(&family()) {
        // The first spelling in Arabic and the first in Latin script stand for the name.
        let heads: Vec<String> = line.columns[..2]
            .iter()
            .filter_map(|column| spellings(column).next())
            .flat_map(keys_of)
            .collect();
        for spelling in line.spellings() {
            let keys = keys_of(spelling);
            let near = heads
                .iter()
                .any(|head| keys.iter().any(|key| distance(head, key) <= 1));
            if !near {
                let what = format!("{} {spelling}", spellings(line.columns[1]).next().unwrap());
                if !known.contains(what.as_str()) {
                    complaints.push(format!("keys\t{what}\t# {keys:?} {heads:?}"));
                }
            }
        }
    }
    none(&complaints);
}

#[test]
fn every_nickname_stands_for_a_name_of_the_tables() {
    let mut complaints = Vec::new();
    for line in table::lines(NICKNAMES) {
        let columns: Vec<&str> = line.split('\t').collect();
        for full in spellings(columns[2]) {
            if !is_given(full) {
                complaints.push(format!("{full}: {line}"));
            }
        }
    }
    none(&complaints);
}

#[track_caller]
fn is(expected: Attested, pairs: &[(&str, &str)]) {
    for (left, right) in pairs {
        assert_eq!(attested(left, right), expected, "{left} {right}");
        assert_eq!(attested(right, left), expected, "{right} {left}");
    }
}

#[test]
fn spellings_of_one_name_meet_across_scripts_and_customs() {
    is(
        Attested::One,
        &[
            ("حسین", "Houcine"),
            ("Hossein", "Хусейн"),
            ("Yousef", "יוסוף"),
            ("Gholam Reza", "غلامرضا"),
            ("Abd al-Rahman", "Abderrahmane"),
            ("علي‌رضا", "Alireza"),
            ("Şirazi", "Chirazi"),
            ("Иван", "Ιβάν"),
            ("Петров", "Petroff"),
            ("فەرهاد", "Ferhat"),
            ("Jaʿfar", "Djafar"),
            ("Qwertz", "qwertz"),
        ],
    );
}

#[test]
fn names_that_are_near_are_two() {
    is(
        Attested::Two,
        &[
            ("Hassan", "Hossein"),
            ("Hassan", "احسان"),
            ("Hamed", "Hamid"),
            ("سعید", "مسعود"),
            ("Rahimi", "Rahimzadeh"),
            ("Hosseini", "Hosseinian"),
            ("Aliyev", "Aliyeva"),
            ("Zahra", "Zohreh"),
            ("Ghasemi", "Ghasempour"),
        ],
    );
}

#[test]
fn names_of_men_and_of_women_are_told_apart() {
    is(
        Attested::OtherSex,
        &[
            ("Nader", "Nadereh"),
            ("امین", "امینه"),
            ("Tahereh", "طاهر"),
            ("Aleksandr", "Александра"),
        ],
    );
    assert_eq!(sex_of_given("Fatma"), Some(Sex::Woman));
    assert_eq!(sex_of_given("محمدرضا"), Some(Sex::Man));
    assert_eq!(sex_of_given("Ashraf"), None);
    assert_eq!(sex_of_given("Shahin"), None);
    assert_eq!(sex_of_given("Mamad"), Some(Sex::Man));
    assert_eq!(sex_of_given("Karimpour"), None);
}

#[test]
fn nicknames_and_cognates_meet_what_they_stand_for() {
    is(
        Attested::Nickname,
        &[
            ("Mamad", "محمد"),
            ("Fati", "Fatemeh"),
            ("Bob", "Роберт"),
            ("Sasha", "Aleksandr"),
            ("Саша", "Alexandra"),
            ("Ibrahim", "אברהם"),
            ("Moshe", "موسی"),
            ("Reza", "Gholamreza"),
        ],
    );
    is(
        Attested::Nothing,
        &[("Mamad", "Hassan"), ("Bob", "William")],
    );
}

#[test]
fn words_out_of_the_tables_say_nothing() {
    is(
        Attested::Nothing,
        &[
            ("Qwertz", "Hassan"),
            ("", "Hassan"),
            ("Gholamreza", "Karimpour"),
        ],
    );
    assert!(names_of("Qwertz").is_empty() && frequency("Qwertz").is_none());
    assert!(
        is_given("Hassan")
            && is_family("Hassan")
            && !is_family("Gholamreza")
            && !is_given("Karimpour")
    );
    assert_eq!(names_of("Houcine")[0], names_of("حسین")[0]);
}

#[test]
fn shares_fall_from_class_to_class() {
    assert_eq!(frequency("Mohammed"), Some(1));
    assert!((1..5).all(|class| share_of_class(class) > share_of_class(class + 1)));
    assert!(share_of_class(9) > 0.0 && share_of_class(0) < 1.0);
}
