//! Which spellings share a key.

use proptest::prelude::*;

use super::{KEYS, code, keys, keys_joined, latin_key, query_keys, search_keys};
use crate::{normal::normal, sound::Readings};

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

/// Whether a search for `query` finds `name`.
fn finds(query: &str, name: &str) -> bool {
    let known = search_keys(name);
    query_keys(query)
        .iter()
        .any(|way| way.iter().all(|key| known.contains(key)))
}

#[test]
fn a_search_in_one_script_finds_names_in_the_others() {
    for spellings in [
        [
            "Mohammad Khatami",
            "محمد خاتمی",
            "Мохаммад Хатами",
            "מוחמד ח'אתמי",
        ],
        ["Reza Pahlavi", "رضا پهلوی", "Реза Пехлеви", "רזא פהלווי"],
        [
            "Ghassem Soleimani",
            "قاسم سلیمانی",
            "Касем Сулеймани",
            "קאסם סולימאני",
        ],
        ["Tchoubine", "چوبین", "Чубин", "Choobin"],
        ["Djamchid", "جمشید", "Джамшид", "Cəmşid"],
        ["Chomeini", "خمینی", "Хомейни", "Khomeini"],
        ["Mahmut", "محمود", "Махмуд", "מחמוד"],
        ["Ali", "علی", "Али", "עלי"],
        ["Momtaz", "ممتاز", "Момтаз", "Mumtaz"],
        ["Abdorrahman", "عبدالرحمن", "Абдурахман", "Abdul Rahman"],
        ["Fathollah", "فتح‌الله", "Фатхолла", "Fat'hollah"],
    ] {
        for query in spellings {
            for name in spellings {
                assert!(
                    finds(query, name),
                    "{query} {name} {:?} {:?}",
                    query_keys(query),
                    search_keys(name)
                );
            }
        }
    }
}

#[test]
fn a_consonant_of_two_readings_gives_a_key_for_either() {
    let of = |word: &str| keys(&Readings::of(&normal(word)));
    assert_eq!(of("رضا"), ["rz", "rd"]);
    assert_eq!(of("Othman"), ["smn", "tmn"]);
    assert_eq!(of("Chahin"), ["chn", "hhn"]);
    assert_eq!(of("Гейдар"), ["kdr", "hdr"]);
    assert_eq!(of(""), Vec::<String>::new());
}

#[test]
fn keys_of_neighbours_are_those_of_the_joined_word() {
    let read = |word: &str| Readings::of(&normal(word));
    assert_eq!(
        keys_joined(&read("Pour"), &read("Mohammadi")),
        keys(&read("Pourmohammadi"))
    );
    assert!(keys_joined(&read("میر"), &read("رضا")).contains(&"mrz".to_owned()));
}

#[test]
fn no_key_is_no_code() {
    assert_eq!(code(""), None);
    assert_ne!(code("rz"), code("rd"));
    assert_eq!(search_keys(" - "), Vec::<String>::new());
    assert_eq!(query_keys("'"), Vec::<Vec<String>>::new());
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

    #[test]
    fn keys_are_few_and_never_empty(word in "\\PC{0,16}") {
        let found = keys(&Readings::of(&word));
        prop_assert!(found.len() <= KEYS && found.iter().all(|key| !key.is_empty()));
    }

    #[test]
    fn a_name_is_found_by_itself(name in "[a-zA-Zآ-غف-يپچژگА-яא-ת '\\-]{1,24}") {
        prop_assert!(query_keys(&name).is_empty() || finds(&name, &name));
    }
}
