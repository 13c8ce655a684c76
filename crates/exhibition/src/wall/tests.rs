//! The order of names, by CLDR, in each language.

use super::Sorter;
use crate::{
    lang::Lang,
    letters::{Script, sort_form},
};

fn sorted(names: &[&'static str], lang: Lang) -> Vec<&'static str> {
    let mut sorted = names.to_vec();
    sorted.sort_by_cached_key(|name| {
        let (letter, _, form) = sort_form(name);
        Sorter::new(letter.0, lang).key(&form)
    });
    sorted
}

#[test]
fn persian_and_arabic_have_their_own_order_of_the_same_letters() {
    let names = [
        "هل",
        "وکس",
        "یورپا",
        "گالپی",
        "کلوان",
        "پلکین",
        "بلمو",
        "ابریکس",
        "آمزولا",
        "چادون",
        "ژورک",
        "تور",
    ];
    for lang in [Lang::Fa, Lang::En, Lang::Fr] {
        assert_eq!(
            sorted(&names, lang),
            [
                "آمزولا",
                "ابریکس",
                "بلمو",
                "پلکین",
                "تور",
                "چادون",
                "ژورک",
                "کلوان",
                "گالپی",
                "وکس",
                "هل",
                "یورپا"
            ],
            "{lang:?}"
        );
    }
    let arabic = sorted(&names, Lang::Ar);
    let place = |name| arabic.iter().position(|other| *other == name);
    assert!(place("هل") < place("وکس"), "{arabic:?}");
}

#[test]
fn latin_names_stand_alike_in_english_and_french_whatever_their_marks() {
    let names = [
        "Éltas B", "Eltas A", "Čadwen", "Cadwen Z", "Ali Zan", "Aliabad", "Ali", "Zörk", "Šelbor",
    ];
    for lang in Lang::ALL {
        assert_eq!(
            sorted(&names, lang),
            [
                "Ali", "Ali Zan", "Aliabad", "Čadwen", "Cadwen Z", "Eltas A", "Éltas B", "Šelbor",
                "Zörk"
            ],
            "{lang:?}"
        );
    }
}

#[test]
fn variants_of_a_letter_and_joints_make_no_difference_to_the_order() {
    for (one, other) in [
        ("علي كريم", "علی کریم"),
        ("محمد‌علی", "محمد علی"),
        ("Reza'i", "Rezai"),
        ("Pour-Mohammadi", "pour mohammadi"),
        ("مؤمن", "مومن"),
    ] {
        for lang in Lang::ALL {
            let key = |name| {
                let (letter, second, form) = sort_form(name);
                (letter, second, Sorter::new(letter.0, lang).key(&form))
            };
            assert_eq!(key(one), key(other), "{one}");
        }
    }
}

#[test]
fn second_letters_are_told_from_blanks() {
    let second = |name| sort_form(name).1;
    assert_eq!(second("Belmo"), Some(4));
    assert_eq!(second("B. Sample"), None);
    assert_eq!(second("آب"), Some(2));
    assert_eq!(second("B"), None);
    assert_eq!(sort_form("علی").0.0, Script::Arabic);
}
