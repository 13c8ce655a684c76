//! Names in letters of another script.

use std::fmt::Write;

use super::{Target, transliterate, written};
use crate::{fold::fold, normal::normal};

const GIVEN: &str = include_str!("../../data/given-names.tsv");
const FAMILY: &str = include_str!("../../data/family-names.tsv");

/// Attested pairs: all spellings in Arabic script and all in Latin of a line.
fn attested() -> Vec<(Vec<&'static str>, Vec<&'static str>)> {
    let of = |table: &'static str, first: usize| {
        table
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(move |line| {
                let column = |place: usize| -> Vec<&'static str> {
                    let column = line.split('\t').nth(place).unwrap_or("");
                    column.split(" ; ").filter(|one| !one.is_empty()).collect()
                };
                let (arabic, latin) = (column(first), column(first + 1));
                (!arabic.is_empty() && !latin.is_empty()).then_some((arabic, latin))
            })
    };
    of(GIVEN, 3).chain(of(FAMILY, 2)).collect()
}

#[test]
fn names_of_the_tables_are_written_as_they_are_attested() {
    for (from, target, to) in [
        ("حسین محمدی", Target::Latin, "Hossein Mohammadi"),
        ("Hossein Mohammadi", Target::Persian, "حسین محمدی"),
        ("Ahmad Karimi", Target::Arabic, "أحمد كريمي"),
        ("محمدرضا", Target::Latin, "Mohammadreza"),
        ("علی‌رضا", Target::Latin, "Alireza"),
        ("Хосейн", Target::Latin, "Hossein"),
        ("Хосейн", Target::Persian, "حسین"),
    ] {
        assert_eq!(transliterate(from, target).as_deref(), Some(to), "{from}");
    }
}

#[test]
fn words_of_no_table_are_written_by_their_sounds() {
    for (from, target, to) in [
        ("بهرنگ", Target::Latin, "Bahrang"),
        ("گالپی", Target::Latin, "Galepi"),
        ("آمزولا", Target::Latin, "Amezoula"),
        ("Galpi", Target::Persian, "گلپی"),
        ("Belmozadeh", Target::Persian, "بلمو‌زاده"),
        ("Pelkin", Target::Persian, "پلکین"),
        ("Pelkin", Target::Arabic, "بلكين"),
        ("Kelvān", Target::Persian, "کلوان"),
    ] {
        assert_eq!(written(from, target, false).as_deref(), Some(to), "{from}");
    }
}

#[test]
fn what_is_no_name_or_stands_in_the_letters_already_is_left_alone() {
    for (from, target) in [
        ("حسین", Target::Persian),
        ("Hossein", Target::Latin),
        ("", Target::Latin),
        ("۱۲۳", Target::Latin),
        ("!?", Target::Persian),
        ("王小明", Target::Latin),
    ] {
        assert_eq!(transliterate(from, target), None, "{from}");
    }
    assert_eq!(transliterate(&"ع".repeat(4_000), Target::Latin), None);
    assert_eq!(transliterate(&"با ".repeat(4_000), Target::Latin), None);
    // Signs that steer and markup have no sounds.
    let hostile = transliterate("\u{202e}حسین<b>\u{2069}", Target::Latin).expect("a name");
    assert!(
        hostile
            .chars()
            .all(|letter| letter.is_alphanumeric() || letter == ' '),
        "{hostile}"
    );
}

/// Words whose letters, put into another script without the tables, are those of any attested spelling, of all; per mille.
/// `held`: of the odd lines, by which the rules were not made; otherwise of the even ones.
fn share(target: Target, held: bool, report: &mut String) -> usize {
    let (mut right, mut all) = (0, 0);
    for (place, (arabic, latin)) in attested().into_iter().enumerate() {
        if (place % 2 == 1) != held {
            continue;
        }
        let (from, to) = if target == Target::Latin {
            (arabic[0], &latin)
        } else {
            (latin[0], &arabic)
        };
        let found = written(from, target, false).unwrap_or_default();
        let is_right = to
            .iter()
            .any(|other| fold(other).replace(' ', "") == fold(&found).replace(' ', ""));
        all += 1;
        right += usize::from(is_right);
        if !is_right && place % 16 == usize::from(held) {
            // Writing to a String cannot fail.
            let _ = writeln!(report, "{from} -> {found}, attested {}", to[0]);
        }
    }
    let _ = writeln!(report, "{target:?}, held {held}: {right} of {all}");
    right * 1000 / all
}

#[test]
fn a_share_of_attested_words_comes_out_right_by_sound_alone() {
    let mut report = String::new();
    let shares: Vec<usize> = [Target::Latin, Target::Persian]
        .into_iter()
        .flat_map(|target| {
            [
                share(target, false, &mut report),
                share(target, true, &mut report),
            ]
        })
        .collect();
    println!("{report}");
    assert!(shares.iter().all(|share| *share > 300), "{shares:?}");
}

#[test]
fn with_the_tables_attested_words_come_out_as_one_of_their_spellings() {
    let mut wrong = Vec::new();
    let mut all = 0;
    for (arabic, latin) in attested() {
        all += 1;
        let found = transliterate(arabic[0], Target::Latin).unwrap_or_default();
        if !latin.iter().any(|other| normal(other) == normal(&found)) {
            wrong.push(arabic[0]);
        }
    }
    // A spelling that several names share is written as the most frequent of them.
    assert!(
        wrong.len() * 50 < all,
        "{} of {all}: {wrong:?}",
        wrong.len()
    );
}
