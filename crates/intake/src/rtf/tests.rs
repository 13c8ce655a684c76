//! Letters in RTF, in the encodings of their fonts, and what was made to break a reader of them.

use proptest::prelude::*;

use super::read;
use crate::{
    limits::Limits,
    problem::Problem,
    reading::{FlagCode, Reading},
};

fn reading(file: &[u8]) -> Reading {
    read(file, &Limits::default())
}

fn codes(reading: &Reading) -> Vec<&'static str> {
    reading.problems.iter().map(Problem::code).collect()
}

#[track_caller]
fn says(file: &str, text: &str) {
    assert_eq!(reading(file.as_bytes()).text, text);
}

#[test]
fn paragraphs_tables_and_characters() {
    says(
        "{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}{\\colortbl;\\red0;}Dear \\b mother\\b0 ,\\line all is well\\emdash  so.\\par\r\nSecond \\{one\\}\\~x.}",
        "Dear mother,\nall is well— so.\n\nSecond {one}\u{a0}x.",
    );
    says(
        "{\\rtf1 Name\\cell Born\\cell\\row Maryam\\cell\\cell\\row}",
        "Name\tBorn\nMaryam\t",
    );
}

#[test]
fn letters_are_read_in_the_encoding_of_their_font() {
    says(
        "{\\rtf1\\ansi\\ansicpg1256{\\fonttbl{\\f0\\fcharset178 A;}{\\f1\\fcharset204 B;}}\\f0\\'e3\\'d1\\'ed\\'e3 \\f1\\'cc\\'e0\\'f0\\'e8\\'ff}",
        "مريم Мария",
    );
    says("{\\rtf1\\ansicpg932 \\'93\\'fa\\'96\\'7b}", "日本");
    says(
        "{\\rtf1\\uc1 \\u1605?\\u1585?\\u1740?\\u1605? {\\uc2 \\u233\\'e9\\'e9x}\\u-10179?\\u-8704?}",
        "مریم éx😀",
    );
}

#[test]
fn what_is_beside_the_text_is_told() {
    let file = "{\\rtf1{\\info{\\title The letter}{\\author R. Karimi}}Met \\v in secret\\v0  there{\\deleted  killed}{\\revised  lost}.{\\*\\atnauthor Clerk}{\\*\\annotation say more}{\\footnote Seen by two.}{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt link}}{\\pict\\pngblip 89504e47\r\n0d0a1a0a}{\\object{\\*\\objdata 4d5a}}{\\*\\unknown gone}}";
    let reading = reading(file.as_bytes());
    assert_eq!(
        reading.text,
        "Met in secret there lost.link\n\nSeen by two."
    );
    assert_eq!(reading.title.as_deref(), Some("The letter"));
    let flags: Vec<_> = reading
        .flags
        .iter()
        .map(|flag| (flag.code, flag.note.as_str()))
        .collect();
    assert_eq!(
        flags,
        [
            (FlagCode::HiddenText, "in secret"),
            (FlagCode::Deleted, " killed"),
            (FlagCode::Inserted, " lost"),
            (FlagCode::Comment, "Clerk: say more"),
        ]
    );
    let parts: Vec<_> = reading
        .parts
        .iter()
        .map(|part| (part.name.as_str(), part.media_type.as_str(), part.size))
        .collect();
    assert_eq!(
        parts,
        [
            ("picture-1", "image/png", Some(8)),
            ("object-2", "text/plain", Some(2))
        ]
    );
    assert_eq!(
        codes(&reading),
        ["files-inside", "tracked-changes", "comments", "hidden-text"]
    );
}

#[test]
fn a_hundred_thousand_groups_and_sizes_that_lie_are_borne() {
    let deep = format!("{{\\rtf1 {}word", "{".repeat(100_000));
    let reading = reading(deep.as_bytes());
    assert_eq!(
        (reading.text.as_str(), codes(&reading)),
        ("word", vec!["document-cut"])
    );
    says("{\\rtf1 a\\bin99999999999 b}", "ab");
    says("{\\rtf1 a\\bin4000 b}", "a");
    says("{\\rtf1 a}}}}} b", "a b");
    says("{\\rtf1 a\\", "a");
    says("{\\rtf1 a\\'", "a");
    says("{\\rtf1 a\\u}", "a\0".trim_end_matches('\0'));
}

proptest! {
    #[test]
    fn whatever_words_meet_nothing_breaks(words in prop::collection::vec(prop::sample::select(&[
        "{", "}", "\\rtf1", "\\u1605?", "\\u-10179", "\\'e3", "\\v", "\\deleted", "\\revised", "\\par", "\\cell", "\\row", "\\f1", "{\\fonttbl", "\\fcharset178",
        "{\\*", "\\annotation", "\\footnote", "\\pict", "\\uc9", "\\bin3", "a", "é", "\\\\", "\\", "\0", "\n", "{\\title", "\\plain",
    ][..]), 0..60)) {
        let file = format!("{{\\rtf{}", words.concat());
        let limits = Limits { text: 40, ..Limits::default() };
        let reading = read(file.as_bytes(), &limits);
        prop_assert!(reading.text.len() <= 40);
        let length = reading.text.chars().count();
        for flag in &reading.flags {
            prop_assert!(flag.end.is_none_or(|end| end <= length + 2));
        }
    }
}
