//! Which spellings share a key.

use proptest::prelude::*;

use super::latin_key;

#[track_caller]
fn meet(spellings: &[&str]) {
    let keys: Vec<String> = spellings.iter().map(|text| latin_key(text)).collect();
    assert!(
        keys.windows(2).all(|pair| pair[0] == pair[1]),
        "{spellings:?} have the keys {keys:?}"
    );
}

#[test]
fn spellings_of_one_name_meet_across_scripts() {
    meet(&[
        "pourmohammadi",
        "Pour Mohammadi",
        "Poor-Mohammadi",
        "پورمحمدی",
        "پور محمدی",
        "بور محمدي",
    ]);
    meet(&["Ruhollah", "Rouhollah", "روح‌الله", "روح الله"]);
    meet(&["Khamenei", "خامنه‌ای", "خامنه ای"]);
    meet(&["Raisi", "Raeesi", "Raissi", "رئیسی", "رییسی"]);
    meet(&["Eshraghi", "Eshraqi", "اشراقی"]);
    meet(&["Rafsanjani", "Rafsandjani", "Rafsandshani", "رفسنجانی"]);
    meet(&["Nick-Khah", "Nikkhah", "نیک خواه", "نیکخواه"]);
    meet(&["Fathali", "Fat'h-ali", "فتحعلی"]);
    meet(&["Evin", "Ewin", "اوین"]);
    meet(&["Avaie", "Ava'i", "آوایی"]);
    meet(&["Fatemeh", "Fatima", "فاطمه", "فاطمة"]);
    meet(&["Saleh", "صالح"]);
}

#[test]
fn different_names_keep_different_keys() {
    for (one, other) in [
        ("Montazeri", "Rafsanjani"),
        ("حسن", "محسن"),
        ("Reza", "Ali"),
        ("Сергей", "Андрей"),
    ] {
        assert_ne!(latin_key(one), latin_key(other));
    }
}

proptest! {
    #[test]
    fn a_name_with_a_letter_has_a_key(name in "[a-zA-Zآ-غف-يپچژگА-я '\\-]{0,5}[a-zآ-غف-ي]") {
        prop_assert!(!latin_key(&name).is_empty());
    }

    #[test]
    fn case_and_marks_do_not_matter(name in "[a-zé-ö ]{0,20}") {
        prop_assert_eq!(latin_key(&name), latin_key(&name.to_uppercase()));
    }

    #[test]
    fn spaces_in_latin_words_do_not_matter_between_open_syllables(words in prop::collection::vec("([bdfjklmnrt][aeiou]){1,3}", 1..4)) {
        prop_assert_eq!(latin_key(&words.join(" ")), latin_key(&words.concat()));
    }
}
