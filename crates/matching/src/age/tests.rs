//! Ages in all their forms.

use model::date::Calendar;
use proptest::prelude::*;

use super::{Heaping, birth, read};
use crate::record::{Age, List};

fn age(low: u8, high: u8, about: bool) -> Option<Age> {
    Some(Age { low, high, about })
}

#[test]
fn ages_are_read_as_they_are_written() {
    for (text, expected) in [
        ("34", age(34, 34, false)),
        (" 34 ", age(34, 34, false)),
        ("34.0", age(34, 34, false)),
        ("۳۴", age(34, 34, false)),
        ("٣٤", age(34, 34, false)),
        ("30-35", age(30, 35, false)),
        ("30–35", age(30, 35, false)),
        ("30 to 35", age(30, 35, false)),
        ("۳۰ تا ۳۵", age(30, 35, false)),
        ("~40", age(40, 40, true)),
        ("40?", age(40, 40, true)),
        ("about 40", age(40, 40, true)),
        ("حدود ۴۰ سال", age(40, 40, true)),
        ("40s", age(40, 49, false)),
        ("34 years", age(34, 34, false)),
        ("34 years old", age(34, 34, false)),
        ("34 ans", age(34, 34, false)),
        ("34y", age(34, 34, false)),
        ("۳۴ ساله", age(34, 34, false)),
        ("34 سنة", age(34, 34, false)),
        ("6 months", age(0, 0, false)),
        ("18 months", age(0, 1, false)),
        ("20 days", age(0, 1, false)),
        ("3 years 6 months", age(3, 3, false)),
        ("<1", age(0, 0, false)),
        ("0", age(0, 0, false)),
        ("110", age(110, 110, false)),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn what_nobody_reaches_is_no_age() {
    for text in [
        "111",
        "300",
        "-3",
        "−3",
        "35-30",
        "adult",
        "old",
        "3 4 5",
        "12345678901",
        "1367",
        "",
        "34 apples",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn an_age_means_the_days_of_a_year_before_it_was_told() {
    let list = List::default();
    let told = 726_000;
    let (earliest, latest) = birth(age(30, 30, false).unwrap(), (told, told), &list);
    // 31 years less a day, and 30 years.
    assert_eq!((told - earliest, told - latest), (11_321, 10_957));
    let (earliest, latest) = birth(age(30, 35, false).unwrap(), (told, told), &list);
    assert_eq!((told - earliest, told - latest), (13_147, 10_957));
    // The newborn is not born after the day on which the age was told.
    assert_eq!(birth(age(0, 0, true).unwrap(), (told, told), &list).1, told);
}

#[test]
fn about_heaping_and_lunar_years_widen_it() {
    let told = (726_000, 726_000);
    let plain = List::default();
    let heaped = List {
        heaped: true,
        ..List::default()
    };
    let lunar = List {
        calendar: Some(Calendar::LunarHijri),
        ..List::default()
    };
    let width = |age: Option<Age>, list: &List| {
        let (earliest, latest) = birth(age.unwrap(), told, list);
        latest - earliest
    };
    assert!(width(age(30, 30, true), &plain) > 10 * 365);
    assert!(width(age(30, 30, false), &heaped) > 4 * 365);
    assert_eq!(
        width(age(31, 31, false), &heaped),
        width(age(31, 31, false), &plain)
    );
    assert!(width(age(60, 60, false), &lunar) > 2 * 365);
}

#[test]
fn heaping_is_told_from_many_ages() {
    let heaping = |ages: &mut dyn Iterator<Item = u8>| {
        let mut heaping = Heaping::default();
        for low in ages {
            heaping.add(Age {
                low,
                high: low,
                about: false,
            });
        }
        heaping.is_heaped()
    };
    assert!(!heaping(&mut (0..400).map(|n| 23 + (n % 40) as u8)));
    assert!(heaping(&mut (0..400).map(|n| if n % 2 == 0 {
        30
    } else {
        23 + (n % 40) as u8
    })));
    assert!(!heaping(&mut (0..10).map(|_| 30)));
}

proptest! {
    #[test]
    fn reading_never_panics_and_stays_in_reach(text in "\\PC{0,16}") {
        if let Some(age) = read(&text) {
            prop_assert!(age.low <= age.high && age.high <= super::OLDEST);
        }
    }

    #[test]
    fn birth_is_before_the_age_was_told(low in 0..=110u8, about in any::<bool>(), heaped in any::<bool>()) {
        let list = List { heaped, ..List::default() };
        let (earliest, latest) = birth(Age { low, high: low, about }, (726_000, 726_010), &list);
        prop_assert!(earliest <= latest && latest <= 726_010);
    }
}
