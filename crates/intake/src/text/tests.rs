//! Plain text, its limits and its encoding.

use super::read;
use crate::{limits::Limits, problem::Problem};

#[test]
fn the_text_is_the_file_unchanged() {
    let file = "\u{feff}Title\r\n\r\nParis, 31 May 2019 \u{2013} Words\0.\r\n";
    let reading = read(file.as_bytes(), &Limits::default(), None);
    assert_eq!(reading.text, file.trim_start_matches('\u{feff}'));
    assert_eq!(reading.title.as_deref(), Some("Title"));
    assert_eq!(reading.problems[0].code(), "nul-characters");
}

#[test]
fn a_long_text_is_cut_between_characters_and_says_so() {
    let limits = Limits {
        text: 5,
        ..Limits::default()
    };
    let reading = read("aaaaéé".as_bytes(), &limits, None);
    assert_eq!(reading.text, "aaaa");
    assert_eq!(
        reading.problems,
        [Problem::TextTooLong { size: 8, limit: 5 }]
    );
}

#[test]
fn a_file_beyond_the_limit_is_not_read() {
    let limits = Limits {
        bytes: 3,
        ..Limits::default()
    };
    let reading = read(b"four", &limits, None);
    assert_eq!(reading.text, "");
    assert_eq!(
        reading.problems,
        [Problem::FileTooLarge { size: 4, limit: 3 }]
    );
}

#[test]
fn a_text_in_a_language_without_rules_is_kept() {
    let reading = read(
        "Привет, мир. Это текст.".as_bytes(),
        &Limits::default(),
        None,
    );
    assert_eq!(reading.language, None);
    assert_eq!(reading.entities, []);
    assert_eq!(reading.text, "Привет, мир. Это текст.");
}
