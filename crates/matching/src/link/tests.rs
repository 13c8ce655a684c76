//! Decisions as they are handed on.

use super::{Judged, decided, most_matches};
use crate::{
    record::RecordIndex,
    table::{Columns, Reading, ReadingSettings},
};

fn pair(one: u32, other: u32) -> (RecordIndex, RecordIndex) {
    (RecordIndex(one), RecordIndex(other))
}

#[test]
fn decisions_are_told_smaller_record_first_and_once() {
    let judged = Judged {
        same: vec![pair(3, 1), pair(1, 3), pair(2, 2)],
        different: vec![pair(4, 0)],
        undecided: vec![pair(0, 1)],
    };
    let decided: Vec<_> = decided(&judged).into_iter().collect();
    assert_eq!(decided, [((0, 4), false), ((1, 3), true)]);
}

#[test]
fn clean_lists_have_at_most_as_many_pairs_as_the_smaller_has_records() {
    let read = |clean: &[&str]| {
        let (columns, _) = Columns::of(&["name", "list"]).unwrap();
        let clean_lists = clean.iter().map(|list| (*list).to_owned()).collect();
        let mut reading = Reading::new(
            columns,
            ReadingSettings {
                clean_lists,
                ..ReadingSettings::default()
            },
        );
        for number in 0..10 {
            reading.row(&["Ali Karimi", if number < 7 { "long" } else { "short" }]);
        }
        reading.finish()
    };
    assert_eq!(most_matches(&read(&["long", "short"])) as u64, 3);
    assert_eq!(most_matches(&read(&["long"])) as u64, 30);
}
