//! The shipped tables, and what relatives do to a weight.

use super::{SHIPPED, Weights, bits_of, probability_of, rows};
use crate::compare::{FIELDS, Field, Levels};

/// Levels by their words; the others are absent.
fn levels(words: &[(Field, &str)]) -> Levels {
    let mut levels = [0; FIELDS];
    for (field, word) in words {
        levels[*field as usize] = field.level(word).unwrap();
    }
    levels
}

#[test]
fn every_level_has_one_row_and_every_row_a_level() {
    let lines = SHIPPED
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .count();
    let known: Vec<(Field, usize)> = rows().map(|row| (row.field, row.level)).collect();
    assert_eq!(known.len(), lines, "a row names no level that there is");
    for field in Field::ALL {
        for level in 1..=field.levels().len() {
            let count = known.iter().filter(|row| **row == (field, level)).count();
            assert_eq!(count, 1, "{} {}", field.as_str(), field.levels()[level - 1]);
        }
    }
}

#[test]
fn every_row_tells_where_its_numbers_come_from() {
    for line in SHIPPED
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
    {
        let cells: Vec<&str> = line.split('\t').collect();
        assert_eq!(cells.len(), 6, "{line}");
        assert!(!cells[5].is_empty(), "{line}");
    }
}

#[test]
fn shares_of_a_field_add_up_to_one() {
    let weights = Weights::shipped();
    for field in Field::ALL {
        for table in [&weights.matches, &weights.strangers, &weights.relatives] {
            let sum: f64 = table[field as usize].iter().skip(1).sum();
            assert!((sum - 1.0).abs() < 1e-3, "{} {sum}", field.as_str());
        }
    }
}

#[test]
fn what_is_absent_says_nothing() {
    let weights = Weights::shipped();
    assert!(weights.evidence(&[0; FIELDS], 0.0).abs() < 1e-6);
}

#[test]
fn brothers_are_two_people_whatever_their_family_shares() {
    let weights = Weights::shipped();
    let brothers = levels(&[
        (Field::Name, "other-given"),
        (Field::Father, "siblings"),
        (Field::Birth, "3-years"),
        (Field::Event, "same-day"),
        (Field::Place, "same-place"),
        (Field::BirthPlace, "same-place"),
        (Field::Sex, "same"),
    ]);
    assert!(weights.evidence(&brothers, 8.0) + weights.prior(0, 1) < -3.0);
}

#[test]
fn one_name_with_two_agreeing_fields_is_one_person() {
    let weights = Weights::shipped();
    let pair = levels(&[
        (Field::Name, "same-2-parts"),
        (Field::Birth, "same-day"),
        (Field::Event, "same-day"),
    ]);
    assert!(weights.evidence(&pair, 0.0) + weights.prior(0, 1) > 2.0);
}

#[test]
fn two_agreeing_places_say_less_than_twice_as_much() {
    let weights = Weights::shipped();
    let of = |words: &[(Field, &str)]| weights.evidence(&levels(words), 0.0);
    let (one, other) = (
        of(&[(Field::Place, "same-place")]),
        of(&[(Field::BirthPlace, "same-place")]),
    );
    let both = of(&[
        (Field::Place, "same-place"),
        (Field::BirthPlace, "same-place"),
    ]);
    assert!(both < one + other && both > one.max(other), "{both}");
}

#[test]
fn bits_and_probability_are_each_others_inverse() {
    for bits in [-20.0f32, -3.0, 0.0, 0.5, 7.0] {
        assert!((bits_of(probability_of(bits)) - bits).abs() < 0.01);
    }
}
