//! Words are found wherever the marks lie, and nothing is found outside the text.

use super::*;

/// A text of so many scalar values, of one to four bytes each in turn.
fn mixed(length: usize) -> String {
    "aéی𐎠".chars().cycle().take(length).collect()
}

fn by_counting(text: &str, start: usize, end: usize) -> Option<String> {
    let all: Vec<char> = text.chars().collect();
    Some(all.get(start..end)?.iter().collect())
}

#[test]
fn every_span_is_what_counting_finds() {
    for length in [0, 1, STEP - 1, STEP, STEP + 1, 2 * STEP, 2 * STEP + 3] {
        let text = mixed(length);
        let words = Words::new(&text);
        let edges = [
            0,
            1,
            STEP - 1,
            STEP,
            STEP + 1,
            2 * STEP,
            2 * STEP + 3,
            2 * STEP + 4,
        ];
        for start in edges {
            for end in edges {
                assert_eq!(
                    words.at(start as u64, end as u64).map(str::to_owned),
                    by_counting(&text, start, end),
                    "{start}..{end} of {length}"
                );
            }
        }
    }
}

#[test]
fn a_span_too_long_to_quote_or_far_outside_gives_no_words() {
    let text = mixed(5_000);
    let words = Words::new(&text);
    assert!(words.at(0, LONGEST).is_some());
    assert_eq!(words.at(0, LONGEST + 1), None);
    assert_eq!(words.at(u64::MAX - 1, u64::MAX), None);
    assert_eq!(words.at(0, u64::MAX), None);
}
