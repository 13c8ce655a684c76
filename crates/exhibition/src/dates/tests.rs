//! Dates in words. Dates come from editions only, so these tests go through one.

use edition::{Audience, CivilDay, Policy, edition::Shown};
use model::{
    claim::{Certainty, Citation, Claim},
    date::{Calendar, StatedDate},
    id::{ClaimId, RecordId, RecordKind},
    term::Term,
    value::Value,
};

use super::{Reckoning, is_month_end, iso, plain, solar_years, years};
use crate::{lang::Lang, words::Words};

fn shown(stated: &str, calendar: Calendar) -> edition::edition::ShownDate {
    let about = RecordId::from_bits(RecordKind::Event, 1);
    let term = |text| Term::new(text).expect("a term");
    let claim = Claim {
        about,
        property: term("date"),
        value: Value::Date(StatedDate {
            stated: stated.to_owned(),
            calendar,
        }),
        qualifiers: Vec::new(),
        citation: Citation::default(),
        attribution: Vec::new(),
        certainty: Certainty {
            term: term("stated"),
            note: None,
        },
        access: model::access::Access::Public,
    };
    let draft = edition::draft::Draft {
        records: vec![edition::draft::DraftRecord {
            id: about,
            also: Vec::new(),
            access: model::access::Access::Public,
            claims: vec![(ClaimId::from_bits(1), claim)],
            recorded: Vec::new(),
        }],
        ..edition::draft::Draft::default()
    };
    let edition = edition::compile(draft, &Policy::new(Audience::Public));
    match &edition.subjects[0].facts[0].value {
        Shown::Date(date) => *date.clone(),
        other => panic!("{other:?}"),
    }
}

fn said(lang: Lang, stated: &str, calendar: Calendar) -> String {
    plain(&Words::new(lang), &shown(stated, calendar))
}

#[test]
fn dates_are_said_as_sharply_as_they_were_stated() {
    use Calendar::{Gregorian, SolarHijri};
    // Conversions: the tests of `model` hold them against published tables; 27 July 1988 is 5 Mordad 1367.
    for (stated, calendar, english) in [
        ("1988-07-27", Gregorian, "27 July 1988 (5 Mordad 1367)"),
        ("1367-05-05", SolarHijri, "27 July 1988 (5 Mordad 1367)"),
        ("1988", Gregorian, "1988 (Dey 1366 – Dey 1367)"),
        (
            "1367",
            SolarHijri,
            "1367 Solar Hijri (March 1988 – March 1989)",
        ),
        (
            "1367-05",
            SolarHijri,
            "Mordad 1367 (23 July – 22 August 1988)",
        ),
        (
            "1988-07/1988-09",
            Gregorian,
            "July – September 1988 (10 Tir – 8 Mehr 1367)",
        ),
        (
            "1988-22",
            Gregorian,
            "summer 1988 (11 Khordad – 8 Mehr 1367)",
        ),
        ("1988/..", Gregorian, "from 1988 on (from 11 Dey 1366 on)"),
        ("1988~", Gregorian, "about 1988 (Dey 1366 – Dey 1367)"),
        (
            "1988?",
            Gregorian,
            "1988 (Dey 1366 – Dey 1367), uncertain in the source",
        ),
        ("198X", Gregorian, "1980–1989 (Dey 1358 – Dey 1368)"),
        ("in the autumn", Gregorian, "in the autumn"),
    ] {
        assert_eq!(said(Lang::En, stated, calendar), english, "{stated}");
    }
}

#[test]
fn each_language_has_its_own_order_digits_and_months() {
    let day = |lang| said(lang, "1988-08-01", Calendar::Gregorian);
    assert_eq!(day(Lang::Fr), "1er août 1988 (10 mordad 1367)");
    assert_eq!(day(Lang::Fa), "۱۰ مرداد ۱۳۶۷ (۱ اوت ۱۹۸۸)");
    assert_eq!(day(Lang::Ar), "١ آب/أغسطس ١٩٨٨ (١٠ مرداد ١٣٦٧)");
    assert_eq!(
        said(Lang::Fa, "1988", Calendar::Gregorian),
        "۱۹۸۸ میلادی (دی ۱۳۶۶ – دی ۱۳۶۷)"
    );
}

#[test]
fn a_row_of_a_list_has_years_only() {
    let dates = [
        shown("1988", Calendar::Gregorian),
        shown("1367", Calendar::SolarHijri),
    ];
    assert_eq!(
        years(&Words::new(Lang::En), dates.iter()).as_deref(),
        Some("1988–1989 (1366–1367)")
    );
    assert_eq!(years(&Words::new(Lang::En), [].iter()), None);
}

#[test]
fn a_gregorian_year_has_parts_of_two_solar_years() {
    assert_eq!(
        solar_years(&Words::new(Lang::En), 1988).as_deref(),
        Some("1366–1367")
    );
}

#[test]
fn the_day_of_the_newest_entry_is_put_into_words() {
    assert_eq!(
        iso(&Words::new(Lang::Fr), "2026-11-24"),
        "24 novembre 2026 (3 azar 1405)"
    );
    assert_eq!(
        iso(&Words::new(Lang::Fa), "2026-11-24"),
        "۳ آذر ۱۴۰۵ (۲۴ نوامبر ۲۰۲۶)"
    );
    assert_eq!(iso(&Words::new(Lang::Fr), "some day"), "some day");
}

#[test]
fn months_end_where_they_end() {
    let end = |reckoning, year, month, day| is_month_end(reckoning, CivilDay { year, month, day });
    assert!(end(Reckoning::Gregorian, 1988, 2, 29) && !end(Reckoning::Gregorian, 1988, 2, 28));
    assert!(
        end(Reckoning::Gregorian, 1900, 2, 28)
            && end(Reckoning::Solar, 1367, 6, 31)
            && !end(Reckoning::Solar, 1367, 6, 30)
    );
}
