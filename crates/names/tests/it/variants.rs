//! How many spellings of one name share a key, and how many of different names do.

use std::{collections::BTreeMap, path::Path};

use names::{
    fold::{fold, tokens},
    key::latin_key,
};

struct Measured {
    within: usize,
    within_met: usize,
    between: usize,
    between_met: usize,
}

/// Counts pairs of `rows` (group, spelling) for which `meets` holds.
fn measure(rows: &[(String, String)], meets: impl Fn(&str, &str) -> bool) -> Measured {
    let mut found = Measured {
        within: 0,
        within_met: 0,
        between: 0,
        between_met: 0,
    };
    for (place, (group, one)) in rows.iter().enumerate() {
        for (other_group, other) in &rows[place + 1..] {
            let met = usize::from(meets(one, other));
            if group == other_group {
                found.within += 1;
                found.within_met += met;
            } else {
                found.between += 1;
                found.between_met += met;
            }
        }
    }
    found
}

fn case_file(name: &str) -> Option<std::path::PathBuf> {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2)?;
    let path = workspace.join("cases/paris-2019/facts").join(name);
    path.is_file().then_some(path)
}

/// Groups of spellings as the victims' lists of the case print them: a row's Latin and Persian name.
fn printed_pairs() -> Vec<(String, String)> {
    let mut rows = Vec::new();
    for list in ["people_victims_list_a.csv", "people_victims_list_b.csv"] {
        let path = case_file(list).expect("the case lies in the workspace");
        let mut table = csv::Reader::from_path(path).expect("the list opens");
        let headers = table.headers().expect("a header").clone();
        let column = |name: &str| headers.iter().position(|header| header == name);
        let (latin, persian) = (
            column("name").expect("name"),
            column("name_fa").expect("name_fa"),
        );
        for (place, record) in table.records().enumerate() {
            let record = record.expect("a row");
            for spelling in [&record[latin], &record[persian]] {
                if !spelling.is_empty() {
                    rows.push((format!("{list}:{place}"), spelling.to_owned()));
                }
            }
        }
    }
    rows
}

#[test]
fn most_latin_and_persian_names_of_one_row_share_a_key_and_few_of_two_rows_do() {
    let rows = printed_pairs();
    let keys: BTreeMap<&str, String> = rows
        .iter()
        .map(|(_, spelling)| (spelling.as_str(), latin_key(spelling)))
        .collect();
    let found = measure(&rows, |one, other| keys[one] == keys[other]);
    assert!(found.within > 100, "{} pairs", found.within);
    assert!(
        found.within_met * 10 >= found.within * 8,
        "{} of {}",
        found.within_met,
        found.within
    );
    // Rows of two lists name the same people, so some pairs across rows are rightly one.
    assert!(
        found.between_met * 200 <= found.between,
        "{} of {}",
        found.between_met,
        found.between
    );
}

#[test]
fn no_printed_name_folds_to_nothing() {
    for (_, spelling) in printed_pairs() {
        assert!(!fold(&spelling).is_empty() && !tokens(&spelling).is_empty());
    }
}
