//! What the normal form keeps and what it drops.

use proptest::prelude::*;

use super::normal;
use crate::fold::fold;

#[test]
fn what_carries_sound_is_kept() {
    for (text, form) in [
        ("Šahrām", "šahrām"),
        ("Saʿīd", "saʿīd"),
        ("Sa‘id", "saʿid"),
        ("Reza'i", "rezaʾi"),
        ("Ad'ham", "adʾham"),
        ("روح‌الله", "روح‌الله"),
        ("آوائي", "آوائی"),
        ("محەمەد", "محەمەد"),
        ("Әли", "әли"),
        ("Hüseyin", "hüseyin"),
        ("Əli", "əli"),
        ("بهاء", "بهاء"),
        ("ג׳ורג׳", "גʾורג"),
    ] {
        assert_eq!(normal(text), form);
    }
}

#[test]
fn what_carries_none_is_dropped() {
    for (text, form) in [
        ("İSTANBUL", "istanbul"),
        ("ılgın", "ilgin"),
        ("ʿAli", "ali"),
        ("Rafi'", "rafi"),
        ("خُمــينى", "خمینی"),
        ("فاطمة", "فاطمه"),
        ("أحمد", "احمد"),
        ("كاوه", "کاوه"),
        ("Хоме́йни", "хомейни"),
        ("Ιουσούφ", "ιουσουφ"),
        ("\u{202B}علی\u{202C} ", "علی"),
        ("‌علی‌ رضا‌", "علی رضا"),
        ("Pour-Mohammadi", "pour mohammadi"),
        ("ﻋﻠﻰ ۱۳۶۷", "علی 1367"),
    ] {
        assert_eq!(normal(text), form);
    }
}

#[test]
fn every_character_folds_the_same_before_and_after() {
    for letter in ('\0'..='\u{1FFFF}').filter(|letter| !letter.is_ascii()) {
        for text in [
            format!("{letter}"),
            format!("a{letter}b"),
            format!("ا{letter}ی"),
        ] {
            let form = normal(&text);
            assert_eq!(
                fold(&form),
                fold(&text),
                "{letter:?} U+{:04X}",
                u32::from(letter)
            );
            assert_eq!(
                normal(&form),
                form,
                "{letter:?} U+{:04X}",
                u32::from(letter)
            );
        }
    }
}

/// Texts in the scripts that names here are written in, with the signs that stand between them, and any text at all.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zA-Z'’ʿ \\-\u{200c}é-ſ\u{0300}-\u{0330}İı]{0,24}",
        "[\u{0600}-\u{06ff}\u{200c}\u{200d}' ]{0,24}",
        "[\u{0400}-\u{04ff}\u{0300}\u{0301}\u{0590}-\u{05ff}\u{0370}-\u{03ff}' ]{0,24}",
        any::<String>(),
    ]
}

proptest! {
    #[test]
    fn the_normal_form_folds_to_what_the_text_folds_to(text in texts()) {
        prop_assert_eq!(fold(&normal(&text)), fold(&text));
    }

    #[test]
    fn the_normal_form_of_the_normal_form_is_itself(text in texts()) {
        let once = normal(&text);
        prop_assert_eq!(&normal(&once), &once);
    }

    #[test]
    fn case_does_not_matter(text in "[a-zA-Zà-žА-яα-ω ]{0,24}") {
        prop_assert_eq!(normal(&text.to_uppercase()), normal(&text.to_lowercase().to_uppercase()));
    }
}
