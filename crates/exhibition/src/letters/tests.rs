//! Letters and order of names in both scripts.

use super::{Letter, Script, sort_key};
use crate::lang::Lang;

fn sorted(names: &[&'static str]) -> Vec<&'static str> {
    let mut sorted = names.to_vec();
    sorted.sort_by_cached_key(|name| sort_key(name));
    sorted
}

fn letter(name: &str) -> String {
    sort_key(name).0.slug()
}

#[test]
fn a_name_stands_under_its_first_letter_whatever_its_marks() {
    assert_eq!(letter("Čadwen"), "latin-c");
    assert_eq!(letter("Âmzola"), "latin-a");
    assert_eq!(letter("ʿAli"), "latin-a");
    assert_eq!(letter("آمزولا"), "arabic-alef-madde");
    assert_eq!(letter("أحمد"), "arabic-alef");
    assert_eq!(letter("يوسف"), "arabic-ye");
    assert_eq!(letter("كريم"), "arabic-kaf");
    assert_eq!(letter("آقا"), "arabic-alef-madde");
    assert_eq!(letter("\u{202b}أحمد"), "arabic-alef");
    assert_eq!(letter("Əliyev"), "latin-a");
    assert_eq!(letter("Жорж"), "other-rest");
    assert_eq!(letter(""), "other-rest");
    assert_eq!(letter("ء"), "other-rest");
    assert_eq!(letter("7 names"), "latin-rest");
}

#[test]
fn persian_letters_stand_in_the_order_of_the_persian_alphabet() {
    assert_eq!(
        sorted(&[
            "پلکین",
            "یورپا",
            "بلمو",
            "آمزولا",
            "ابریکس",
            "گالپی",
            "کلوان",
            "وکس",
            "هل"
        ]),
        [
            "آمزولا",
            "ابریکس",
            "بلمو",
            "پلکین",
            "کلوان",
            "گالپی",
            "وکس",
            "هل",
            "یورپا"
        ]
    );
}

#[test]
fn variants_of_a_letter_sort_alike() {
    assert_eq!(sort_key("علي كريم"), sort_key("علی کریم"));
    assert_eq!(sort_key("Reza'i"), sort_key("Rezai"));
    assert_eq!(sort_key("محمد‌علی"), sort_key("محمد علی"));
}

#[test]
fn names_that_search_takes_for_one_word_sort_as_one() {
    for (one, other) in [
        ("Łukasz", "Lukasz"),
        ("Reza’i", "Rezai"),
        ("Pour-Mohammadi", "pour mohammadi"),
        ("مۆکریان", "موکریان"),
        ("هێمن", "هیمن"),
        ("مؤمن", "مومن"),
        ("٧ نام", "7 نام"),
    ] {
        assert_eq!(names::fold::fold(one), names::fold::fold(other), "{one}");
        assert_eq!(sort_key(one), sort_key(other), "{one}");
    }
}

#[test]
fn a_shorter_name_stands_before_the_longer_that_begins_with_it() {
    assert_eq!(
        sorted(&["Aliabad", "Ali Zan", "Ali"]),
        ["Ali", "Ali Zan", "Aliabad"]
    );
}

#[test]
fn the_arabic_page_has_he_before_waw() {
    let faces = |lang| -> Vec<&str> {
        Letter::alphabet(Script::Arabic, lang)
            .into_iter()
            .filter_map(Letter::face)
            .collect()
    };
    assert_eq!(faces(Lang::Fa)[29..], ["ن", "و", "ه", "ی"]);
    assert_eq!(faces(Lang::Ar)[29..], ["ن", "ه", "و", "ی"]);
    assert_eq!(faces(Lang::Fa).len(), 33);
}
