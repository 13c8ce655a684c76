//! How alike words are, and why they differ.

use proptest::prelude::*;

use super::{Why, differences, similarity};
use crate::{normal::normal, sound::Readings};

fn read(word: &str) -> Readings {
    Readings::of(&normal(word))
}

fn alike(one: &str, other: &str) -> f32 {
    similarity(&read(one), &read(other))
}

#[track_caller]
fn differ(one: &str, other: &str, left: &str, right: &str, why: Why) {
    let found = differences(&read(one), &read(other));
    assert!(
        found
            .iter()
            .any(|place| place.left == left && place.right == right && place.why == why),
        "{one} {other}: {found:?}"
    );
}

#[test]
fn a_written_long_vowel_tells_names_apart_that_share_their_consonants() {
    for (one, other) in [
        ("حسن", "Hossein"),
        ("حسین", "Hassan"),
        ("سلام", "Salim"),
        ("سلیم", "Salam"),
        ("جمیل", "Jamal"),
        ("محمد", "Mahmoud"),
        ("محمود", "Mohammad"),
        ("کرم", "Karim"),
    ] {
        assert!(
            alike(one, other) < 0.75,
            "{one} {other} {}",
            alike(one, other)
        );
    }
}

#[test]
fn a_last_vowel_tells_women_from_men() {
    for (one, other) in [
        ("Nader", "Nadereh"),
        ("نادر", "نادره"),
        ("نادر", "Nadereh"),
        ("Amin", "Amina"),
        ("Надир", "Надира"),
        ("Karim", "کریمه"),
    ] {
        assert!(
            alike(one, other) < 0.75,
            "{one} {other} {}",
            alike(one, other)
        );
    }
}

#[test]
fn what_abjads_leave_out_costs_next_to_nothing() {
    for (one, other) in [("محمد", "Mohammad"), ("حسن", "Hasan"), ("خالد", "Khaled")] {
        assert!(
            alike(one, other) > 0.94,
            "{one} {other} {}",
            alike(one, other)
        );
    }
}

#[test]
fn no_reading_is_no_evidence() {
    assert_eq!(alike("", ""), 0.0);
    assert_eq!(alike("", "Ali"), 0.0);
    assert_eq!(differences(&read(""), &read("Ali")), []);
}

#[test]
fn words_of_other_scripts_are_like_themselves_alone() {
    assert_eq!(alike("王芳", "王芳"), 1.0);
    assert!(alike("王芳", "李娜") < 0.2);
    assert!(alike("कमल", "कमला") > alike("कमल", "राम"));
}

#[test]
fn differences_say_why() {
    differ("محمد", "Mohammad", "", "o", Why::VowelNotWritten);
    differ("Karim", "Karam", "i", "a", Why::VowelConfused);
    differ("سلام", "سلیم", "â", "y", Why::LongVowel);
    differ("حسین", "حسن", "y", "", Why::LongVowel);
    differ("Qorban", "Ghorban", "q", "gh", Why::ConsonantConfused);
    differ("عبدالرحمن", "Abdorrahman", "l", "", Why::Article);
    differ("Nader", "Nadereh", "", "eh", Why::Ending);
    differ("حسن", "خسن", "h", "kh", Why::Dots);
    differ("Soltan", "Sotlan", "lt", "tl", Why::Swapped);
    differ("Karim", "Rahim", "k", "r", Why::Other);
    assert_eq!(differences(&read("Reza"), &read("Reza")), []);
}

#[test]
fn differences_of_the_turned_pair_are_turned() {
    for (one, other) in [
        ("محمود", "Mohammad"),
        ("Karim", "Rahim"),
        ("Zahra", "Zohreh"),
    ] {
        let (there, back) = (
            differences(&read(one), &read(other)),
            differences(&read(other), &read(one)),
        );
        let turned: Vec<_> = back
            .into_iter()
            .map(|mut place| {
                std::mem::swap(&mut place.left, &mut place.right);
                place
            })
            .collect();
        assert_eq!(there, turned);
    }
}

#[test]
fn long_words_take_no_longer() {
    let long = read(&"mohammad".repeat(1_250));
    assert_eq!(similarity(&long, &long), 1.0);
    assert!(similarity(&long, &read("Mohammad")) < 0.5);
}

/// Words in the scripts that have rules, and any text at all.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zʾşçğəüöšžḫā]{1,10}",
        "[ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئآ\u{200c}]{1,10}",
        "[а-яҳқғҷӯӣ]{1,8}",
        "[א-ת]{1,8}",
        "[α-ωա-ֆა-ჰ]{1,8}",
        "\\PC{0,8}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn similarity_is_symmetric_and_within_bounds(one in words(), other in words()) {
        let (left, right) = (read(&one), read(&other));
        let there = similarity(&left, &right);
        prop_assert!((0.0..=1.0).contains(&there));
        prop_assert_eq!(there.to_bits(), similarity(&right, &left).to_bits());
    }

    #[test]
    fn a_word_is_like_itself(word in words()) {
        let readings = read(&word);
        prop_assume!(!readings.is_empty());
        prop_assert_eq!(similarity(&readings, &readings), 1.0);
        prop_assert_eq!(differences(&readings, &readings), []);
    }

    #[test]
    fn the_differences_cost_what_the_similarity_says(one in words(), at in 0..10_usize) {
        let letters = one.chars().count().max(1);
        let other: String = one.chars().enumerate().filter(|(place, _)| *place != at % letters).map(|(_, letter)| letter).collect();
        let (left, right) = (read(&one), read(&other));
        let alike = similarity(&left, &right);
        let cost: f32 = differences(&left, &right).iter().map(|place| place.cost).sum();
        let most = left.ways().iter().chain(right.ways()).map(|way| way.weight()).max();
        let weight = f32::from(most.unwrap_or(0).max(super::LEAST_WEIGHT)) / 100.0;
        // The ranks of the readings cost beside, and another reading may weigh less.
        prop_assert!(alike == 0.0 || alike <= 1.0 - super::STEEPNESS * cost / weight + 1e-4);
    }
}
