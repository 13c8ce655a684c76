//! Each level of each field, and what holds for all pairs.

use model::date::Calendar;
use names::rarity::Rarity;
use proptest::prelude::*;

use super::{FIELDS, Field, RecordComparer};
use crate::{
    date::almanac,
    record::{RecordIndex, Records},
    table::{Columns, Reading, ReadingSettings},
};

const HEADER: &str =
    "list|name|name_fa|father|mother|sex|birth|age|death|place|birth_place|affiliation|id:a|id:b";

fn table(header: &str, rows: &[String]) -> Records {
    let header: Vec<&str> = header.split('|').collect();
    let (columns, _) = Columns::of(&header).unwrap();
    let settings = ReadingSettings {
        today: almanac::day(Calendar::Gregorian, (2026, 1, 1)),
        ..ReadingSettings::default()
    };
    let mut reading = Reading::new(columns, settings);
    for row in rows {
        let cells: Vec<&str> = row.split('|').collect();
        reading.row(&cells);
    }
    reading.finish()
}

/// The word for the level of a field when a table has these two rows; "" for none.
fn level(header: &str, left: &str, right: &str, field: Field) -> &'static str {
    let records = table(header, &[left.to_owned(), right.to_owned()]);
    let rarity = Rarity::of(&records.names);
    let mut comparer = RecordComparer::new(&records, &rarity);
    let (one, two) = (RecordIndex(0), RecordIndex(1));
    let found = comparer.compare(one, two);
    assert_eq!(found, comparer.compare(two, one), "{left} {right}");
    match found.levels[field as usize] {
        0 => "",
        level => field.levels()[usize::from(level) - 1],
    }
}

fn assert_levels(header: &str, field: Field, table: &[(&str, &str, &str)]) {
    for (left, right, expected) in table {
        let (left, right) = (
            format!("Sara Karimi|{left}"),
            format!("Sara Karimi|{right}"),
        );
        assert_eq!(
            level(header, &left, &right, field),
            *expected,
            "{left} / {right}"
        );
    }
}

#[test]
fn births_have_a_level_for_each_slip() {
    assert_levels(
        "name|birth",
        Field::Birth,
        &[
            ("1960-07-27", "1960-07-27", "same-day"),
            ("1960-07-27", "1339-05-05", "same-day"),
            ("1960-07-28", "1339-05-05", "day-slip"),
            ("1960-03-07", "1960-07-03", "swapped-day-month"),
            ("1960-07-27", "1960-07-17", "one-digit"),
            ("1960-07-27", "1960-07", "month-agrees"),
            ("1340-05-12", "1961-05-12", "year-slip"),
            ("1942-05-12", "1957-05-12", "other-year"),
            ("1960-12-27", "1960-12-05", "same-month-other-day"),
            ("1960-07-27", "1960", "year-agrees"),
            ("1339", "1961", "year-agrees"),
            ("1960-07-27", "1960-03-12", "same-year-other-day"),
            ("1960-07-27", "1955..1965", "period-agrees"),
            ("1960-07-27", "1961-05-11", "1-year"),
            ("1960-07-27", "1962-12-11", "3-years"),
            ("1960-07-27", "1967-03-11", "10-years"),
            ("1960-07-27", "1999-03-11", "apart"),
            ("1960-07-27", "", ""),
            ("", "", ""),
            ("unknown", "unknown", ""),
        ],
    );
}

#[test]
fn ages_have_levels_of_their_own() {
    assert_levels(
        "name|birth|age|death",
        Field::Birth,
        &[
            ("1958-03-01||", "|30|1988-07-27", "age-agrees"),
            ("1957|30|", "|30|1988-07-27", "age-agrees"),
            ("1956-10-01||", "|30|1988-07-27", "age-1-year"),
            ("1955-10-01||", "|30|1988-07-27", "age-2-years"),
            ("1954-10-01||", "|30|1988-07-27", "age-3-years"),
            ("1950-10-01||", "|30|1988-07-27", "age-10-years"),
            ("1920-10-01||", "|30|1988-07-27", "age-apart"),
            ("1953-10-01||", "|~30|1988-07-27", "age-agrees"),
            ("|30|1988-07-27", "|30-35|1988-08-01", "age-agrees"),
            ("|30|1988-07-27", "|40|1998-07-27", "age-agrees"),
            ("|30|", "|30|", "age-agrees"),
            ("|30|", "|33|", "age-2-years"),
            ("|30|", "||", ""),
            // A date and an age that was told nobody knows when.
            ("1958||", "|30|", ""),
        ],
    );
}

#[test]
fn events_have_levels_of_weeks() {
    assert_levels(
        "name|death",
        Field::Event,
        &[
            ("1988-07-27", "1988-07-27", "same-day"),
            ("1988-07-27", "1988-07-28", "day-slip"),
            ("1988-03-07", "1988-07-03", "swapped-day-month"),
            ("1988-07-27", "1988-07-17", "one-digit"),
            ("1988-07-27", "1988-07-24", "week"),
            ("1988-07-27", "1367-05", "month-agrees"),
            ("1988-07-27", "1988-08-19", "35-days"),
            ("1367-05-12", "1989-05-12", "year-slip"),
            ("1942-05-12", "1957-05-12", "other-year"),
            ("1988-07-27", "1988", "year-agrees"),
            ("1988-07-27", "1988-12-11", "same-year"),
            ("1988-07-27", "1986..1990", "period-agrees"),
            ("1988-07-27", "1989-05-11", "1-year"),
            ("1988-07-27", "1990-12-11", "3-years"),
            ("1988-07-27", "1996-03-11", "10-years"),
            ("1988-07-27", "2009-03-11", "apart"),
            ("1988-07-27", "", ""),
        ],
    );
}

#[test]
fn places_have_a_level_for_each_distance() {
    let table = [
        ("Evin", "زندان اوین", "same-place"),
        ("Evin", "Tehran", "same-city"),
        ("Khomarabad", "خمرآباد", "similar-spelling"),
        ("Isfahan", "استان اصفهان", "one-within-other"),
        ("Isfahan", "Kashan", "same-province"),
        ("Tehran", "Qom", "neighbouring-province"),
        ("Tehran", "Khomarabad", "unknown-other"),
        ("Tehran", "Zahedan", "other"),
        ("Tehran", "", ""),
    ];
    assert_levels("name|place", Field::Place, &table);
    assert_levels("name|birth_place", Field::BirthPlace, &table);
}

#[test]
fn small_fields_agree_or_not() {
    assert_levels(
        "name|sex",
        Field::Sex,
        &[("m", "مرد", "same"), ("m", "f", "other"), ("m", "", "")],
    );
    assert_levels(
        "name|affiliation",
        Field::Affiliation,
        &[
            ("PMOI", "مجاهدین", "same"),
            ("PMOI; student", "MEK", "overlap"),
            ("PMOI", "Tudeh", "other"),
            ("PMOI", "unknown", ""),
        ],
    );
    assert_levels(
        "name|id:a|id:b",
        Field::Identifier,
        &[
            ("12345|", "12345|", "same"),
            ("12345|", "1234-5|", "same"),
            ("12345|", "12354|", "one-digit"),
            ("12345|", "1235|", "one-digit"),
            ("12345|", "99999|", "other"),
            ("12345|777", "99999|777", "same"),
            ("12345|", "|12345", ""),
        ],
    );
}

#[test]
fn names_have_levels_by_score_and_parts() {
    for (left, right, expected) in [
        (
            "Mostafa Pourmohammadi",
            "Mostafa Pourmohammadi",
            "same-2-parts",
        ),
        ("Mostafa Pour Mohammadi", "مصطفی پورمحمدی", "same-2-parts"),
        ("Ali Hasan Karimi", "Ali Hasan Karimi", "same-3-parts"),
        ("Sara", "Sara", "one-part"),
        ("Ali Karimi", "Reza Karimi", "other-given"),
        ("Ali Karimi", "Ali Sohrabi", "other-family"),
        ("Ali Karimi", "Bijan Sohrabi", "other"),
        ("Mostafa Karimi", "مضطفی کریمی", "near-given"),
        ("Ali Karimi", "unknown", ""),
        ("Ali Karimi", "", ""),
    ] {
        assert_eq!(
            level("name", left, right, Field::Name),
            expected,
            "{left} / {right}"
        );
    }
}

#[test]
fn the_better_of_a_name_and_its_twin_counts() {
    let found = level(
        "name|name_fa",
        "Mostafa Pourmohammadi|",
        "Someone Else|مصطفی پورمحمدی",
        Field::Name,
    );
    assert!(
        found.starts_with("same") || found.starts_with("close"),
        "{found}"
    );
}

#[test]
fn fathers_and_children_brothers_and_swapped_fields_are_seen() {
    for (left, right, expected) in [
        ("Ali Karimi|Hasan", "Ali Karimi|Hasan", "same"),
        ("Ali Karimi|Hasan", "علی کریمی|حسن", "same"),
        (
            "Ali Karimi|Hasan Karimi",
            "Ali Karimi|Hasan Karimi",
            "same-2-parts",
        ),
        ("Ali Karimi|Hasan", "Reza Karimi|Hasan", "siblings"),
        ("Ali Karimi|Hasan", "Hasan Karimi|Ali", "swapped-with-given"),
        ("Ali Karimi|Hasan", "Hasan Karimi|Bijan", "father-and-child"),
        ("Ali Karimi|Hasan", "Ali Karimi|Bijan", "other"),
        ("Ali Karimi|Hasan", "Reza Sohrabi|Bijan", "other"),
        ("Ali Karimi|Hasan", "Ali Karimi|", ""),
        ("Ali Karimi|Hasan", "Ali ibn Hasan Karimi|", "same"),
    ] {
        assert_eq!(
            level("name|father", left, right, Field::Father),
            expected,
            "{left} / {right}"
        );
    }
    assert_eq!(
        level(
            "name|mother",
            "Ali Karimi|Maryam",
            "Ali Karimi|مریم",
            Field::Father
        ),
        "same"
    );
    assert_eq!(
        level(
            "name|mother",
            "Ali Karimi|Maryam",
            "Reza Karimi|Maryam",
            Field::Father
        ),
        "siblings"
    );
}

#[test]
fn every_level_has_a_word_of_its_own() {
    for field in Field::ALL {
        let levels = field.levels();
        assert!(!levels.is_empty() && levels.len() < 30);
        for (place, level) in levels.iter().enumerate() {
            assert_eq!(field.level(level), Some(place as u8 + 1), "{level}");
        }
    }
    assert_eq!(Field::Name.level("nothing"), None);
}

#[test]
fn reasons_name_what_was_seen() {
    let rows = [
        "a|Ali Karimi||Hasan||m|1960-03-07||1988-07-27|Evin|Qom|PMOI|123|".to_owned(),
        "b|علی کریمی||حسن||f|1339-04-12||1988-07-27|تهران|قم|Tudeh|124|".to_owned(),
    ];
    let records = table(HEADER, &rows);
    let rarity = Rarity::of(&records.names);
    let mut comparer = RecordComparer::new(&records, &rarity);
    let reasons = comparer.explain_fields(RecordIndex(0), RecordIndex(1));
    assert_eq!(reasons.len(), FIELDS);
    let fact = |field: Field, name: &str| {
        let reason = reasons.iter().find(|reason| reason.field == field).unwrap();
        let found = reason.facts.iter().find(|(fact, _)| *fact == name);
        found.map_or(String::new(), |(_, value)| value.clone())
    };
    assert_eq!(fact(Field::Birth, "left"), "1960-03-07");
    assert_eq!(fact(Field::Birth, "right"), "1339-04-12 (solar-hijri)");
    assert_eq!(fact(Field::Birth, "right-is"), "1960-07-03");
    assert_eq!(fact(Field::Place, "left-known-as"), "evin");
    assert_eq!(fact(Field::Sex, "right"), "woman");
    assert_eq!(fact(Field::Affiliation, "left"), "mojahedin");
    assert_eq!(fact(Field::Identifier, "right"), "id:a 124");
    let birth = reasons
        .iter()
        .find(|reason| reason.field == Field::Birth)
        .unwrap();
    assert_eq!(birth.word, "swapped-day-month");
}

#[test]
fn the_sieve_lets_through_what_may_be_one_person() {
    let header = "name|sex|birth";
    for (left, right, expected) in [
        ("Ali Karimi|m|1960", "علی کریمی|m|1339", true),
        ("Ali Karimi|m|1960", "Ali Karimi|f|1961", true),
        ("Ali Karimi|m|1960", "Ali Karimi|f|1990", false),
        ("Ali Karimi||", "Bijan Sohrabpour||", false),
        ("Ali Karimi||", "unknown||", true),
    ] {
        let records = table(header, &[left.to_owned(), right.to_owned()]);
        let rarity = Rarity::of(&records.names);
        let comparer = RecordComparer::new(&records, &rarity);
        assert_eq!(
            comparer.could_be(RecordIndex(0), RecordIndex(1)),
            expected,
            "{left} / {right}"
        );
        assert_eq!(
            comparer.could_be(RecordIndex(1), RecordIndex(0)),
            expected,
            "{right} / {left}"
        );
    }
}

fn cell(words: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    prop::sample::select(words)
}

fn any_row() -> impl Strategy<Value = String> {
    let name = || {
        cell(&[
            "",
            "Ali Karimi",
            "علی کریمی",
            "Reza Karimi",
            "Hasan Karimi",
            "Sara",
            "Maryam ibn Hasan Sohrabi",
        ])
    };
    let parent = || cell(&["", "Hasan", "حسن", "Ali", "Hasan Karimi"]);
    let date = || {
        cell(&[
            "",
            "1960-03-07",
            "1339-04-12",
            "1960",
            "~1961",
            "1340-05-05",
            "1961-05-05",
            "1988-02-31",
        ])
    };
    let place = || cell(&["", "Evin", "تهران", "Khomarabad", "Qom", "استان اصفهان"]);
    (
        (cell(&["a", "b"]), name(), name(), parent(), parent()),
        (cell(&["", "m", "f"]), date(), cell(&["", "30", "~25", "28-31"]), date()),
        (place(), place(), cell(&["", "PMOI", "PMOI; student", "Tudeh"])),
        (cell(&["", "123", "124"]), cell(&["", "9"])),
    )
        .prop_map(|((list, name, twin, father, mother), (sex, birth, age, death), (place, birth_place, affiliation), (one, other))| {
            format!("{list}|{name}|{twin}|{father}|{mother}|{sex}|{birth}|{age}|{death}|{place}|{birth_place}|{affiliation}|{one}|{other}")
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn comparison_is_symmetric_and_absence_is_no_evidence(rows in prop::collection::vec(any_row(), 2..8)) {
        let records = table(HEADER, &rows);
        let rarity = Rarity::of(&records.names);
        let mut comparer = RecordComparer::new(&records, &rarity);
        let all = 0..rows.len() as u32;
        for left in all.clone().map(RecordIndex) {
            for right in all.clone().map(RecordIndex) {
                let found = comparer.compare(left, right);
                // A comparer that remembers nothing says the same.
                prop_assert_eq!(found, RecordComparer::new(&records, &rarity).compare(right, left));
                prop_assert!(found.rarity.abs() <= 12.0 && (0.0..=1.0).contains(&found.name));
                for (field, level) in Field::ALL.into_iter().zip(found.levels) {
                    prop_assert!(usize::from(level) <= field.levels().len());
                }
                let (one, two) = (&records.rows[left.0 as usize], &records.rows[right.0 as usize]);
                let absent = |field: Field, absent: bool| !absent || found.levels[field as usize] == 0;
                prop_assert!(absent(Field::Name, one.names[0].is_none() || two.names[0].is_none()));
                prop_assert!(absent(Field::Event, one.event.is_none() || two.event.is_none()));
                prop_assert!(absent(Field::Place, one.place.is_none() || two.place.is_none()));
                prop_assert!(absent(Field::Sex, one.sex.is_none() || two.sex.is_none()));
                prop_assert!(absent(Field::Affiliation, one.affiliation == 0 || two.affiliation == 0));
                prop_assert!(absent(Field::Identifier, one.identifiers.is_empty() || two.identifiers.is_empty()));
                let reasons = comparer.explain_fields(left, right);
                let told = found.levels.iter().filter(|level| **level > 0).count();
                prop_assert_eq!(reasons.len(), told);
            }
        }
    }

    #[test]
    fn a_record_agrees_with_itself(row in any_row()) {
        let records = table(HEADER, &[row]);
        let rarity = Rarity::of(&records.names);
        let found = RecordComparer::new(&records, &rarity).compare(RecordIndex(0), RecordIndex(0));
        let best = |field: Field, most: &str| found.levels[field as usize] <= field.level(most).unwrap();
        prop_assert!(best(Field::Place, "same-place") && best(Field::Sex, "same") && best(Field::Affiliation, "same"));
        prop_assert!(best(Field::Name, "one-part") && best(Field::Father, "same") && best(Field::Identifier, "same"));
        prop_assert!(best(Field::Birth, "age-agrees") && best(Field::Event, "year-agrees"));
        prop_assert!(RecordComparer::new(&records, &rarity).could_be(RecordIndex(0), RecordIndex(0)));
    }
}
