//! How words are read.

use proptest::prelude::*;

use super::{READINGS, Readings, SOUNDS, Writing};
use crate::normal::normal;

fn read(word: &str) -> Readings {
    Readings::of(&normal(word))
}

/// The likeliest reading.
fn first(word: &str) -> String {
    read(word).ways()[0].shown()
}

fn all(word: &str) -> Vec<String> {
    read(word).ways().iter().map(|way| way.shown()).collect()
}

#[test]
fn each_script_is_read_by_its_own_letters() {
    for (word, sounds) in [
        ("Khorshid", "khorshid"),
        ("خورشید", "khwrshyd"),
        ("Хоршид", "khorshid"),
        ("חורשיד", "khwrshyd"),
        ("Χορσίντ", "khorshid"),
        ("Խորշիդ", "khorshid"),
        ("ხორშიდ", "khorshid"),
        ("خۆرشید", "khorshyd"),
    ] {
        assert_eq!(first(word), sounds, "{word}");
    }
}

#[test]
fn letters_with_marks_carry_their_sound() {
    for (word, sounds) in [
        ("Šāh", "shâh"),
        ("Čūbīn", "chûbîn"),
        ("Ḫurāsānī", "khurâsânî"),
        ("Ġulām", "ghulâm"),
        ("Əkbər", "akbar"),
        ("Çağlar", "chaghlar"),
        ("Müjgan", "müjgan"),
    ] {
        assert_eq!(first(word), sounds, "{word}");
    }
}

#[test]
fn a_word_keeps_the_readings_of_several_conventions() {
    assert_eq!(all("Chahin"), ["chahin", "shahin", "khahin"]);
    assert_eq!(all("Cavad"), ["kavad", "javad"]);
    assert_eq!(all("Yassine"), ["yasine", "yasin"]);
    assert_eq!(all("Reza"), ["reza"]);
}

#[test]
fn an_apostrophe_keeps_letters_apart() {
    assert_eq!(first("Is'haq"), "ishaq");
    assert_eq!(read("Mas'had").ways()[0].codes().len(), 6);
    assert_eq!(read("Mashad").ways()[0].codes().len(), 5);
}

#[test]
fn the_article_inside_a_word_is_two_weak_sounds() {
    for word in ["عبدالکریم", "Abdolkarim", "Абдулкарим", "עבדאלכרים"] {
        let sounds = read(word).ways()[0];
        let weak = [super::code::EPS, super::code::LAM];
        assert!(sounds.codes().windows(2).any(|pair| pair == weak), "{word}");
    }
    // Not every al is one.
    for word in ["خالد", "جلال", "Jalal", "سالم"] {
        assert!(
            !read(word).ways()[0].codes().contains(&super::code::LAM),
            "{word}"
        );
    }
}

#[test]
fn words_say_whether_they_write_their_vowels() {
    for (word, writing) in [
        ("علی", Writing::Abjad),
        ("עלי", Writing::Abjad),
        ("ئازاد", Writing::Alphabet),
        ("هێمن", Writing::Alphabet),
        ("Ali", Writing::Alphabet),
        ("Али", Writing::Alphabet),
    ] {
        assert_eq!(read(word).writing(), writing, "{word}");
    }
}

#[test]
fn a_word_of_two_scripts_is_read_letter_by_letter() {
    assert_eq!(first("Hаssаn"), "hasan");
    assert_eq!(first("Aلی"), "aly");
}

#[test]
fn words_of_a_script_that_is_not_read_are_equal_when_their_letters_are() {
    assert_eq!(read("王芳"), read("王芳"));
    assert_ne!(read("王芳"), read("李芳"));
    assert!(!read("王").is_empty());
}

#[test]
fn sounds_are_joined_and_not_letters() {
    let joined = |one: &str, other: &str| read(one).join(&read(other)).ways()[0].shown();
    // No sh, no dh.
    assert_eq!(read("Abbas").join(&read("Hosseini")).ways()[0], {
        let whole = read("Abbas'hosseini").ways()[0];
        assert_eq!(whole.codes().len(), 10);
        whole
    });
    // The h of an ending falls silent.
    assert_eq!(joined("Fatemeh", "Zahra"), "fatemezahra");
    assert_eq!(joined("خامنه", "ای"), "khâmney");
    assert_eq!(read("Mir").join(&read("Reza")).ways()[0].codes().len(), 7);
    assert_eq!(read("Ali").join(&read("")).ways(), read("Ali").ways());
}

#[test]
fn what_is_too_long_is_cut_and_says_so() {
    let long = "mohammad".repeat(1_250);
    let readings = Readings::of(&long);
    assert!(readings.is_cut());
    assert_eq!(readings.ways()[0].codes().len(), SOUNDS);
    assert!(readings.join(&readings).is_cut());
    assert!(!read("Mohammad").is_cut());
}

proptest! {
    #[test]
    fn any_text_is_read(word in any::<String>(), next in "\\PC{0,12}") {
        let readings = Readings::of(&word);
        prop_assert!((1..=READINGS).contains(&readings.ways().len()));
        let joined = readings.join(&read(&next));
        prop_assert!(joined.ways().len() <= READINGS);
    }

    #[test]
    fn a_word_with_a_letter_of_a_known_script_has_a_sound(
        word in "[a-zA-Zآ-غف-يپچژگА-яЁёҳқғא-תա-ֆა-ჰ]{1,8}",
    ) {
        prop_assert!(!read(&word).is_empty());
    }

    #[test]
    fn joining_is_as_good_from_either_side(words in prop::collection::vec("[a-z]{1,6}", 3)) {
        let [one, two, three] = [read(&words[0]), read(&words[1]), read(&words[2])];
        let left = one.join(&two).join(&three);
        let right = one.join(&two.join(&three));
        prop_assert_eq!(left.ways()[0].codes(), right.ways()[0].codes());
    }
}
