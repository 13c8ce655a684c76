//! What meets and what stays apart when names are folded.

use proptest::prelude::*;

use super::{fold, tokens};

#[track_caller]
fn meet(spellings: &[&str]) {
    let folded: Vec<String> = spellings.iter().map(|text| fold(text)).collect();
    assert!(
        folded.windows(2).all(|pair| pair[0] == pair[1]),
        "{spellings:?} fold to {folded:?}"
    );
}

#[test]
fn arabic_and_persian_letters_are_one() {
    meet(&["خمینی", "خمينی", "خمينى", "خُمینی", "خمــینی"]);
    meet(&["اوین", "اوين"]);
    meet(&["کریم", "كريم"]);
    meet(&["رئیسی", "رییسی", "رئيسي"]);
    meet(&["آوایی", "آوائی", "اوايي"]);
    meet(&["فاطمه", "فاطمة", "فاطمۀ"]);
    meet(&["مؤمن", "مومن"]);
    meet(&["الأهواز", "الاهواز"]);
    meet(&["بهاء", "بها"]);
    meet(&["ﻋﻠﯽ", "علی"]);
}

#[test]
fn signs_between_words_are_one() {
    meet(&["روح‌الله", "روح الله", "روح-الله", " روح  الله "]);
    meet(&["Pour-Mohammadi", "Pour Mohammadi", "POUR–MOHAMMADI"]);
    meet(&["Hamed (Shahriar) Kalantari", "Hamed Shahriar Kalantari"]);
}

#[test]
fn apostrophes_vanish() {
    meet(&["Reza'i", "Reza’i", "Rezaʾi", "Reza`i", "Rezai"]);
    meet(&["La'nat", "Laʿnat"]);
}

#[test]
fn latin_letters_lose_case_and_marks() {
    meet(&["Jean-François Legaret", "jean francois LEGARET"]);
    meet(&["Rajaï", "Rajai"]);
    meet(&["İSTANBUL", "istanbul", "ıstanbul"]);
    meet(&["Straße", "STRASSE", "STRAẞE"]);
    meet(&["Ｅｖｉｎ", "Evin"]);
}

#[test]
fn digits_are_ascii() {
    meet(&["۱۳۶۷", "١٣٦٧", "1367"]);
}

#[test]
fn different_names_stay_apart() {
    for (one, other) in [
        ("حسن", "حسین"),
        ("پور", "بور"),
        ("گل", "کل"),
        ("Hasan", "Hassan"),
    ] {
        assert_ne!(fold(one), fold(other));
    }
}

#[test]
fn vowel_signs_of_other_scripts_stay() {
    assert_ne!(fold("कि"), fold("का"));
}

#[test]
fn what_combines_needs_a_letter_to_stand_on() {
    assert_eq!(fold("\u{1e01b}\u{10a39}"), "");
    assert_eq!(fold("a \u{1e01b}"), "a");
}

#[test]
fn tokens_are_the_folded_words() {
    assert_eq!(
        tokens("Seyyed Ali—Hosseini, K."),
        ["seyyed", "ali", "hosseini", "k"]
    );
    assert_eq!(tokens(" — "), Vec::<String>::new());
}

/// Texts in the scripts that names here are written in, with the signs that stand between them, and any text at all.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zA-Z'’ \\-\u{200c}é-ſ]{0,24}",
        "[\u{0600}-\u{06ff}\u{200c}\u{200d} ]{0,24}",
        "[\u{fb50}-\u{feff}\u{0750}-\u{077f}\u{08a0}-\u{08ff} ]{0,12}",
        any::<String>(),
    ]
}

proptest! {
    #[test]
    fn folding_twice_is_folding_once(text in texts()) {
        let once = fold(&text);
        prop_assert_eq!(&fold(&once), &once);
    }

    #[test]
    fn a_name_with_a_letter_is_never_folded_to_nothing(
        before in "[ '\\-]{0,3}", letter in "[a-zA-Zآ-غف-يپچژگА-яא-תα-ω]", after in "[ '\\-]{0,3}",
    ) {
        let folded = fold(&format!("{before}{letter}{after}"));
        prop_assert!(!folded.is_empty());
    }

    #[test]
    fn the_length_is_bounded(text in texts()) {
        prop_assert!(fold(&text).len() <= text.len() * 12);
    }

    #[test]
    fn words_are_one_space_apart(text in texts()) {
        let folded = fold(&text);
        prop_assert!(!folded.contains("  ") && folded.trim() == folded, "{:?}", folded);
    }

    #[test]
    fn case_does_not_matter(text in "[a-zA-Zà-žА-яα-ω ]{0,24}") {
        prop_assert_eq!(fold(&text.to_uppercase()), fold(&text));
    }
}
