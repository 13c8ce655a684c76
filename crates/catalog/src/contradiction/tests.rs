//! Which values can both be true.

use model::{
    date::{Calendar, StatedDate},
    language::Language,
    number::NumberRange,
    position::{Position, Precision},
    term::Term,
    value::Value,
};

use super::reconcilable;

fn date(stated: &str, calendar: Calendar) -> Value {
    Value::Date(StatedDate {
        stated: stated.to_owned(),
        calendar,
    })
}

fn number(low: Option<u64>, high: Option<u64>) -> Value {
    Value::Number(NumberRange::new(low, high).expect("a range"))
}

fn text(text: &str, language: &str) -> Value {
    Value::Text {
        text: text.to_owned(),
        language: Language::new(language).ok(),
    }
}

fn point(latitude_e6: i32, precision: Precision) -> Value {
    Value::Position(Position::new(latitude_e6, 51_000_000, precision).expect("a point"))
}

#[test]
fn values_are_compared_by_what_they_may_mean() {
    use Calendar::{Gregorian, SolarHijri};
    let cases = [
        (date("1988", Gregorian), date("1988-08-03", Gregorian), true),
        (
            date("1988-07", Gregorian),
            date("1988-08", Gregorian),
            false,
        ),
        (
            date("1988-07/1988-09", Gregorian),
            date("1988-08", Gregorian),
            true,
        ),
        (date("1367", SolarHijri), date("1988-08", Gregorian), true),
        (date("1366", SolarHijri), date("1988-08", Gregorian), false),
        (
            date("in summer", Gregorian),
            date("1988-08", Gregorian),
            true,
        ),
        (number(Some(20), Some(25)), number(Some(25), Some(30)), true),
        (number(Some(20), Some(25)), number(Some(26), None), false),
        (number(Some(30_000), None), number(None, Some(30_000)), true),
        (text("Hassan", "en"), text("Hasan", "en"), true),
        (text("Evin", "en"), text("Evin Prison", "en"), true),
        (text("Karaj", "en"), text("Mashhad", "en"), false),
        (text("Gholam-Reza", "en"), text("Gholamrza", "en"), true),
        (text("غلامرضا", "fa"), text("غلام رضا", "fa"), true),
        (text("حسن", "fa"), text("محسن", "fa"), false),
        (text("حسن", "fa"), text("رضا", "fa"), false),
        (text("Karaj", "en"), text("مشهد", "fa"), true),
        (
            Value::Term(Term::new("male").expect("a term")),
            Value::Term(Term::new("female").expect("a term")),
            false,
        ),
        (
            point(35_000_000, Precision::Exact),
            point(35_009_000, Precision::Exact),
            true,
        ),
        (
            point(35_000_000, Precision::Exact),
            point(35_020_000, Precision::Exact),
            false,
        ),
        (
            point(35_000_000, Precision::City),
            point(36_000_000, Precision::Exact),
            true,
        ),
        (number(Some(1), None), text("one", "en"), true),
    ];
    for (one, other, both) in cases {
        assert_eq!(reconcilable(&one, &other), both, "{one:?} and {other:?}");
        assert_eq!(reconcilable(&other, &one), both, "{other:?} and {one:?}");
        assert!(reconcilable(&one, &one), "{one:?}");
    }
}
