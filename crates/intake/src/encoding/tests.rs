//! Encodings found, declared and lied about.

mod table;

use encoding_rs::{Encoding, WINDOWS_1252, WINDOWS_1256};

use super::decode;
use crate::problem::Problem;

const PERSIAN: &str = "نام او مریم است و در تهران به دنیا آمد ۱۳۶۷";
const ARABIC: &str = "كان اسمه أحمد وقد ولد في مدينة بغداد سنة 1960 ثم رحل عنها";
const FRENCH: &str = "Né à Évreux, il a été exécuté en août 1988 près de la forêt";

fn utf_16(text: &str, big: bool) -> Vec<u8> {
    text.encode_utf16()
        .flat_map(|unit| {
            if big {
                unit.to_be_bytes()
            } else {
                unit.to_le_bytes()
            }
        })
        .collect()
}

fn single_byte(encoding: &'static Encoding, text: &str) -> Vec<u8> {
    let (bytes, _, unmappable) = encoding.encode(text);
    assert!(
        !unmappable,
        "{text} cannot be written in {}",
        encoding.name()
    );
    bytes.into_owned()
}

#[track_caller]
fn check(bytes: &[u8], declared: Option<&str>, text: &str, encoding: &str, codes: &[&str]) {
    let decoded = decode(bytes, declared);
    assert_eq!(decoded.text, text);
    assert_eq!(decoded.encoding, encoding);
    let found: Vec<&str> = decoded.problems.iter().map(Problem::code).collect();
    assert_eq!(found, codes);
}

#[test]
fn marks_win_over_what_is_declared() {
    for text in [PERSIAN, ARABIC, FRENCH] {
        let mut bytes = b"\xef\xbb\xbf".to_vec();
        bytes.extend(text.as_bytes());
        check(&bytes, Some("utf-8"), text, "UTF-8", &[]);
        let mut bytes = b"\xff\xfe".to_vec();
        bytes.extend(utf_16(text, false));
        check(
            &bytes,
            Some("windows-1256"),
            text,
            "UTF-16LE",
            &["declared-encoding-wrong"],
        );
    }
}

#[test]
fn utf_16_without_a_mark_is_seen() {
    for text in [PERSIAN, ARABIC, FRENCH, "plain words"] {
        check(&utf_16(text, false), None, text, "UTF-16LE", &[]);
        check(&utf_16(text, true), None, text, "UTF-16BE", &[]);
    }
}

#[test]
fn a_declared_encoding_that_holds_is_taken_without_a_word() {
    check(
        &single_byte(WINDOWS_1256, ARABIC),
        Some("windows-1256"),
        ARABIC,
        "windows-1256",
        &[],
    );
    check(
        &single_byte(WINDOWS_1252, FRENCH),
        Some("ISO-8859-1"),
        FRENCH,
        "windows-1252",
        &[],
    );
    check(b"plain", Some("windows-1256"), "plain", "UTF-8", &[]);
}

#[test]
fn a_declared_encoding_that_lies_is_named() {
    check(
        FRENCH.as_bytes(),
        Some("iso-8859-1"),
        FRENCH,
        "UTF-8",
        &["declared-encoding-wrong"],
    );
    check(
        FRENCH.as_bytes(),
        Some("klingon"),
        FRENCH,
        "UTF-8",
        &["declared-encoding-unknown"],
    );
    check(
        &single_byte(WINDOWS_1256, ARABIC),
        Some("utf-8"),
        ARABIC,
        "windows-1256",
        &["encoding-guessed", "declared-encoding-wrong"],
    );
}

#[test]
fn a_guess_says_that_it_is_one() {
    check(
        &single_byte(WINDOWS_1256, ARABIC),
        None,
        ARABIC,
        "windows-1256",
        &["encoding-guessed"],
    );
    check(
        &single_byte(WINDOWS_1252, FRENCH),
        None,
        FRENCH,
        "windows-1252",
        &["encoding-guessed"],
    );
}

#[test]
fn damage_in_utf_8_is_counted_and_placed() {
    let mut bytes = PERSIAN.as_bytes().to_vec();
    bytes.insert(7, 0xff);
    bytes.push(0xc3);
    let decoded = decode(&bytes, None);
    assert_eq!(decoded.encoding, "UTF-8");
    assert_eq!(
        decoded.problems,
        [Problem::ReplacedBytes {
            count: 2,
            first_byte: 7
        }]
    );
    assert_eq!(decoded.text.replace('\u{fffd}', ""), PERSIAN);
}

#[test]
fn nul_characters_are_kept_and_counted() {
    let decoded = decode(b"ab\0cd\0", None);
    assert_eq!(decoded.text, "ab\0cd\0");
    assert_eq!(
        decoded.problems,
        [Problem::NulCharacters {
            count: 2,
            first_byte: 2
        }]
    );
}
