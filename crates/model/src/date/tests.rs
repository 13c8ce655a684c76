//! Dates: EDTF forms, days that exist and do not, calendars against published tables.

use proptest::prelude::*;

use super::*;

fn stated(text: &str, calendar: Calendar) -> StatedDate {
    StatedDate {
        stated: text.to_owned(),
        calendar,
    }
}

fn gregorian(year: i32, month: u8, day: u8) -> Day {
    CivilDay { year, month, day }
        .day(Calendar::Gregorian)
        .expect("a day of the table")
}

fn iso(day: Option<Day>) -> String {
    day.map_or_else(
        || "…".to_owned(),
        |day| {
            let CivilDay { year, month, day } = day.to(Calendar::Gregorian);
            format!("{year:04}-{month:02}-{day:02}")
        },
    )
}

/// The span as `earliest to latest` in Gregorian days; `…` for open or unknown.
fn span(text: &str, calendar: Calendar) -> String {
    match stated(text, calendar).span() {
        Ok(span) => format!("{} to {}", iso(span.earliest), iso(span.latest)),
        Err(problem) => panic!("{text}: {problem}"),
    }
}

#[test]
fn edtf_examples_of_the_specification_span_what_they_say() {
    // <https://www.loc.gov/standards/datetime/>, levels 0 and 1.
    for (text, expected) in [
        ("1985-04-12", "1985-04-12 to 1985-04-12"),
        ("1985-04", "1985-04-01 to 1985-04-30"),
        ("1985", "1985-01-01 to 1985-12-31"),
        ("1964/2008", "1964-01-01 to 2008-12-31"),
        ("2004-06/2006-08", "2004-06-01 to 2006-08-31"),
        ("2004-02-01/2005-02-08", "2004-02-01 to 2005-02-08"),
        ("2004-02-01/2005-02", "2004-02-01 to 2005-02-28"),
        ("2005/2006-02", "2005-01-01 to 2006-02-28"),
        ("Y17000", "17000-01-01 to 17000-12-31"),
        ("1984?", "1984-01-01 to 1984-12-31"),
        ("2004-06~", "2004-06-01 to 2004-06-30"),
        ("2004-06-11%", "2004-06-11 to 2004-06-11"),
        ("201X", "2010-01-01 to 2019-12-31"),
        ("20XX", "2000-01-01 to 2099-12-31"),
        ("2004-XX", "2004-01-01 to 2004-12-31"),
        ("1985-04-XX", "1985-04-01 to 1985-04-30"),
        ("1985-XX-XX", "1985-01-01 to 1985-12-31"),
        ("1985-04-12/..", "1985-04-12 to …"),
        ("../1985-04-12", "… to 1985-04-12"),
        ("1985-04-12/", "1985-04-12 to …"),
        ("/1985-04-12", "… to 1985-04-12"),
        ("1984~/2004-06", "1984-01-01 to 2004-06-30"),
        ("1984-06-02?/2004-08-08~", "1984-06-02 to 2004-08-08"),
        ("-1985", "-1985-01-01 to -1985-12-31"),
        ("0000", "0000-01-01 to 0000-12-31"),
    ] {
        assert_eq!(span(text, Calendar::Gregorian), expected, "{text}");
    }
}

#[test]
fn seasons_span_months_in_both_solar_calendars_and_none_in_the_lunar_one() {
    use Calendar::{Gregorian, SolarHijri};
    for (text, calendar, expected) in [
        ("1988-21", Gregorian, "1988-03-01 to 1988-06-30"),
        ("1988-22", Gregorian, "1988-06-01 to 1988-09-30"),
        ("1988-23", Gregorian, "1988-09-01 to 1988-12-31"),
        ("1988-24", Gregorian, "1988-01-01 to 1989-03-31"),
        // Tir to Shahrivar, the summer of the killings.
        ("1367-22", SolarHijri, "1988-06-22 to 1988-09-22"),
        ("1367-24", SolarHijri, "1988-12-22 to 1989-03-20"),
    ] {
        assert_eq!(span(text, calendar), expected, "{text}");
    }
    assert_eq!(
        stated("1408-22", Calendar::LunarHijri).edtf(),
        Err(DateProblem::NoSeasons {
            calendar: Calendar::LunarHijri
        })
    );
}

#[test]
fn a_year_alone_is_the_whole_year_of_its_calendar() {
    for (text, calendar, expected) in [
        ("1367", Calendar::SolarHijri, "1988-03-21 to 1989-03-20"),
        ("136X", Calendar::SolarHijri, "1981-03-21 to 1991-03-20"),
        ("1408", Calendar::LunarHijri, "1987-08-26 to 1988-08-13"),
    ] {
        assert_eq!(span(text, calendar), expected, "{text}");
    }
}

#[test]
fn digits_of_persian_and_arabic_are_read_and_kept() {
    for text in ["۱۳۶۷-۰۵-۰۵", "١٣٦٧-٠٥-٠٥", "1367-۰۵-05"] {
        let date = stated(text, Calendar::SolarHijri);
        assert_eq!(
            date.edtf().map(|date| date.to_string()).as_deref(),
            Ok("1367-05-05"),
            "{text}"
        );
        assert_eq!(date.stated, text);
        assert_eq!(span(text, Calendar::SolarHijri), "1988-07-27 to 1988-07-27");
    }
}

#[test]
fn what_is_not_edtf_is_refused() {
    for text in [
        "",
        " ",
        " 1988",
        "1988 ",
        "88",
        "988",
        "summer 1988",
        "/",
        "..",
        "../..",
        "/..",
        "1988/1989/1990",
        "1988-7",
        "1988-07-1",
        "1988-07-011",
        "1988-07-27-01",
        "1988-",
        "-",
        "--1988",
        "-0000",
        "-000X",
        "-00XX",
        "1XXX",
        "XXXX",
        "19X8",
        "198X-07",
        "1988-XX-07",
        "1988-X7",
        "1988-07-2X",
        "1988?-07",
        "1988??",
        "?1988",
        "1988-21-01?x",
        "Y1988",
        "Y01988",
        "Y-1988",
        "Y",
        "y17000",
        "Y17E3",
        "+1988",
        "1988-07-27/P1M",
        "1988.07.27",
        "19880727",
        "۱۳۶۷/۰۵/۰۵",
        "1988-07\u{2011}27",
        "T10:00",
    ] {
        let found = Edtf::parse(text);
        assert!(
            matches!(
                found,
                Err(DateProblem::NotEdtf { .. } | DateProblem::NoSuchMonth { .. })
            ),
            "{text}: {found:?}"
        );
    }
}

#[test]
fn what_does_not_exist_is_named() {
    use Calendar::{Gregorian, LunarHijri, SolarHijri};
    let no_day = |calendar, year, month, day| DateProblem::NoSuchDay {
        calendar,
        year,
        month,
        day,
    };
    for (text, calendar, problem) in [
        ("1988-13", Gregorian, DateProblem::NoSuchMonth { month: 13 }),
        ("1988-00", Gregorian, DateProblem::NoSuchMonth { month: 0 }),
        ("1988-20", Gregorian, DateProblem::NoSuchMonth { month: 20 }),
        (
            "1988-22-05",
            Gregorian,
            DateProblem::NoSuchMonth { month: 22 },
        ),
        ("1989-02-29", Gregorian, no_day(Gregorian, 1989, 2, 29)),
        ("1988-04-31", Gregorian, no_day(Gregorian, 1988, 4, 31)),
        ("1988-04-00", Gregorian, no_day(Gregorian, 1988, 4, 0)),
        ("1900-02-29", Gregorian, no_day(Gregorian, 1900, 2, 29)),
        // Mordad has 31 days, Mehr 30, Esfand of 1367 29.
        ("1367-05-32", SolarHijri, no_day(SolarHijri, 1367, 5, 32)),
        ("1367-07-31", SolarHijri, no_day(SolarHijri, 1367, 7, 31)),
        ("1367-12-30", SolarHijri, no_day(SolarHijri, 1367, 12, 30)),
        // Safar has 29 days.
        ("1408-02-30", LunarHijri, no_day(LunarHijri, 1408, 2, 30)),
        (
            "Y99999999999",
            Gregorian,
            DateProblem::YearOutOfReach {
                year: 99_999_999_999,
            },
        ),
        (
            "Y17000000",
            Gregorian,
            DateProblem::YearOutOfReach { year: 17_000_000 },
        ),
        (
            "1985-04-12T23:20:30Z",
            Gregorian,
            DateProblem::TimeOfDay {
                stated: "1985-04-12T23:20:30Z".to_owned(),
            },
        ),
    ] {
        assert_eq!(
            stated(text, calendar).edtf(),
            Err(problem.clone()),
            "{text}"
        );
        assert_eq!(stated(text, calendar).span(), Err(problem), "{text}");
    }
}

#[test]
fn an_interval_may_not_end_before_it_begins() {
    for text in ["1988-09/1988-07", "1988/1987", "1988-07-28/1988-07-27"] {
        assert!(
            matches!(
                stated(text, Calendar::Gregorian).edtf(),
                Err(DateProblem::Reversed { .. })
            ),
            "{text}"
        );
    }
    for text in [
        "1988-07/1988-07-05",
        "1988/1988-05",
        "1988-05/1988",
        "1988-07-27/1988-07-27",
    ] {
        assert!(stated(text, Calendar::Gregorian).edtf().is_ok(), "{text}");
    }
}

#[test]
fn problems_read_as_sentences() {
    let problem = stated("1367-12-30", Calendar::SolarHijri)
        .span()
        .unwrap_err();
    assert_eq!(
        problem.to_string(),
        "there is no 1367-12-30 in the solar-hijri calendar"
    );
    let problem = stated("1988-09~/1988-07", Calendar::Gregorian)
        .span()
        .unwrap_err();
    assert_eq!(
        problem.to_string(),
        "the interval `1988-09~` to `1988-07` ends before it begins"
    );
}

/// 1 Farvardin and whether the year has 366 days, from the table of Nowruz dates and leap years in the article "Solar Hijri
/// calendar" of Wikipedia, which gives the official calendar of Iran (University of Tehran, Institute of Geophysics).
const NOWRUZ: [(i32, (i32, u8, u8), bool); 20] = [
    (1354, (1975, 3, 21), true),
    (1355, (1976, 3, 21), false),
    (1357, (1978, 3, 21), false),
    (1358, (1979, 3, 21), true),
    (1362, (1983, 3, 21), true),
    (1366, (1987, 3, 21), true),
    (1367, (1988, 3, 21), false),
    (1368, (1989, 3, 21), false),
    (1370, (1991, 3, 21), true),
    (1371, (1992, 3, 21), false),
    (1375, (1996, 3, 20), true),
    (1379, (2000, 3, 20), true),
    (1383, (2004, 3, 20), true),
    (1387, (2008, 3, 20), true),
    (1391, (2012, 3, 20), true),
    (1395, (2016, 3, 20), true),
    (1398, (2019, 3, 21), false),
    (1399, (2020, 3, 20), true),
    (1403, (2024, 3, 20), true),
    (1404, (2025, 3, 21), false),
];

#[test]
fn nowruz_and_leap_years_are_those_of_the_official_calendar() {
    for (year, (y, m, d), leap) in NOWRUZ {
        let first = CivilDay {
            year,
            month: 1,
            day: 1,
        };
        assert_eq!(
            first.day(Calendar::SolarHijri),
            Some(gregorian(y, m, d)),
            "{year}"
        );
        let last = CivilDay {
            year,
            month: 12,
            day: 30,
        };
        assert_eq!(last.day(Calendar::SolarHijri).is_some(), leap, "{year}");
    }
}

#[test]
fn days_known_in_both_calendars_meet() {
    for (text, expected) in [
        // The night on which prisoners of Evin were called out; the facts of the case give both forms.
        ("1367-05-05", "1988-07-27"),
        // Victory of the revolution, 22 Bahman 1357: 11 February 1979 (holiday in Iran's calendar).
        ("1357-11-22", "1979-02-11"),
        // The uprising of 15 Khordad 1342: 5 June 1963 (holiday in Iran's calendar).
        ("1342-03-15", "1963-06-05"),
        // Anniversary of Khomeini's death, 14 Khordad 1368: 4 June 1989 (holiday in Iran's calendar).
        ("1368-03-14", "1989-06-04"),
        // Iran's acceptance of resolution 598 made public, 27 Tir 1367: 18 July 1988.
        ("1367-04-27", "1988-07-18"),
    ] {
        assert_eq!(
            span(text, Calendar::SolarHijri),
            format!("{expected} to {expected}"),
            "{text}"
        );
    }
}

type Ymd = (i32, u8, u8);

/// Rata die, Solar Hijri and tabular lunar Hijri of one day: Reingold and Dershowitz, *Calendrical Calculations*, appendix C
/// (sample data), the columns R.D., Persian and Islamic (arithmetical).
const SAMPLE_DAYS: [(i64, Option<Ymd>, Ymd); 11] = [
    (-214_193, None, (-1245, 12, 9)),
    (210_155, None, (-47, 6, 3)),
    (253_427, None, (75, 7, 13)),
    (400_085, None, (489, 5, 22)),
    (601_716, None, (1058, 5, 18)),
    (671_401, Some((1218, 1, 7)), (1255, 1, 11)),
    (704_424, Some((1308, 6, 3)), (1348, 3, 19)),
    (709_580, Some((1322, 7, 14)), (1362, 10, 7)),
    (727_274, Some((1370, 12, 27)), (1412, 9, 13)),
    (728_714, Some((1374, 12, 6)), (1416, 10, 5)),
    (764_652, Some((1473, 4, 28)), (1518, 3, 5)),
];

#[test]
fn sample_days_of_calendrical_calculations_agree() {
    for (number, solar, lunar) in SAMPLE_DAYS {
        let civil = |(year, month, day)| CivilDay { year, month, day };
        assert_eq!(
            Day(number).to(Calendar::LunarHijri),
            civil(lunar),
            "{number}"
        );
        if let Some(solar) = solar {
            assert_eq!(
                Day(number).to(Calendar::SolarHijri),
                civil(solar),
                "{number}"
            );
        }
    }
    // R.D. 728714 is 25 February 1996 in the same table; R.D. 1 is the first of January of year 1 by definition.
    assert_eq!(gregorian(1996, 2, 25), Day(728_714));
    assert_eq!(gregorian(1, 1, 1), Day(1));
}

#[test]
fn the_lunar_epoch_is_the_friday_of_16_july_622_julian() {
    // 19 July 622, proleptic Gregorian; R.D. 227015 in Calendrical Calculations, chapter 7.
    let epoch = CivilDay {
        year: 1,
        month: 1,
        day: 1,
    };
    assert_eq!(epoch.day(Calendar::LunarHijri), Some(Day(227_015)));
    assert_eq!(gregorian(622, 7, 19), Day(227_015));
}

#[test]
fn type_ii_years_are_the_long_ones() {
    let long: Vec<i32> = (1..=30)
        .filter(|&year| {
            CivilDay {
                year,
                month: 12,
                day: 30,
            }
            .day(Calendar::LunarHijri)
            .is_some()
        })
        .collect();
    assert_eq!(long, [2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29]);
}

#[test]
fn beyond_reach_is_none_and_never_a_panic() {
    for year in [i32::MIN, -2_000_000, 2_000_000, i32::MAX] {
        for calendar in Calendar::ALL {
            let first = CivilDay {
                year,
                month: 1,
                day: 1,
            };
            assert_eq!(first.day(calendar), None);
        }
    }
    for day in [i64::MIN, i64::MAX] {
        for calendar in Calendar::ALL {
            assert!(Day(day).to(calendar).year.abs() > 900_000);
        }
    }
}

fn any_calendar() -> impl Strategy<Value = Calendar> {
    prop::sample::select(Calendar::ALL.to_vec())
}

fn any_form() -> impl Strategy<Value = DateForm> {
    let year = -9999..=9999i32;
    prop_oneof![
        (year.clone(), 1..=12u8, 1..=28u8).prop_map(|(year, month, day)| DateForm::Day {
            year,
            month,
            day
        }),
        (year.clone(), 1..=12u8).prop_map(|(year, month)| DateForm::SomeDay { year, month }),
        year.clone()
            .prop_map(|year| DateForm::SomeDayOfYear { year }),
        (year.clone(), 1..=12u8).prop_map(|(year, month)| DateForm::Month { year, month }),
        year.clone().prop_map(|year| DateForm::SomeMonth { year }),
        (
            year.clone(),
            prop::sample::select(vec![
                Season::Spring,
                Season::Summer,
                Season::Autumn,
                Season::Winter
            ])
        )
            .prop_map(|(year, season)| DateForm::Season { year, season }),
        (-900_000..=900_000i32).prop_map(|year| DateForm::Year { year }),
        (-999..=999i32).prop_map(|tens| DateForm::Decade { tens }),
        (-99..=99i32).prop_map(|hundreds| DateForm::Century { hundreds }),
    ]
}

fn any_date() -> impl Strategy<Value = EdtfDate> {
    let qualification = prop::sample::select(vec![
        Qualification::Certain,
        Qualification::Uncertain,
        Qualification::Approximate,
        Qualification::UncertainApproximate,
    ]);
    (any_form(), qualification).prop_map(|(form, qualification)| EdtfDate {
        form,
        qualification,
    })
}

fn any_end() -> impl Strategy<Value = IntervalEnd> {
    prop_oneof![
        3 => any_date().prop_map(IntervalEnd::Date),
        1 => Just(IntervalEnd::Open),
        1 => Just(IntervalEnd::Unknown),
    ]
}

fn any_edtf() -> impl Strategy<Value = Edtf> {
    prop_oneof![
        any_date().prop_map(Edtf::Date),
        (any_date(), any_end()).prop_map(|(start, end)| Edtf::Interval {
            start: IntervalEnd::Date(start),
            end
        }),
        (any_end(), any_date()).prop_map(|(start, end)| Edtf::Interval {
            start,
            end: IntervalEnd::Date(end)
        }),
    ]
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(date in any_edtf()) {
        prop_assert_eq!(Edtf::parse(&date.to_string()), Ok(date));
    }

    #[test]
    fn what_is_read_is_written_as_it_stood(text in "-?[0-9X]{2,5}(-[0-9X]{2}){0,2}[?~%]?(/-?[0-9]{4}(-[0-9]{2})?)?") {
        if let Ok(date) = Edtf::parse(&text) {
            prop_assert_eq!(date.to_string(), text);
        }
    }

    #[test]
    fn reading_never_panics(text in "\\PC{0,20}", calendar in any_calendar()) {
        let _ = stated(&text, calendar).span();
    }

    #[test]
    fn a_day_survives_each_calendar(number in -3_650_000..3_650_000i64, calendar in any_calendar()) {
        let day = Day(number);
        prop_assert_eq!(day.to(calendar).day(calendar), Some(day));
        // Days and civil days run in the same order.
        prop_assert!(day.to(calendar) < Day(number + 1).to(calendar));
    }

    #[test]
    fn an_interval_spans_the_hull_of_its_ends(start in any_date(), end in any_date(), calendar in any_calendar()) {
        let (Ok(one), Ok(two)) = (start.span(calendar), end.span(calendar)) else {
            return Ok(());
        };
        let interval = Edtf::Interval { start: IntervalEnd::Date(start), end: IntervalEnd::Date(end) };
        match interval.span(calendar) {
            Ok(span) => {
                prop_assert_eq!(span.earliest, one.earliest);
                prop_assert_eq!(span.latest, two.latest);
                if one.earliest <= two.earliest && one.latest <= two.latest {
                    prop_assert_eq!(span, one.hull(two));
                }
            }
            Err(problem) => {
                prop_assert_eq!(problem, DateProblem::Reversed { start, end });
                prop_assert!(one.earliest > two.latest);
            }
        }
    }

    #[test]
    fn a_coarser_date_spans_every_finer_one(year in 1..=3000i32, month in 1..=12u8, day in 1..=28u8, calendar in any_calendar()) {
        let at = |text: String| stated(&text, calendar).span();
        let day = at(format!("{year:04}-{month:02}-{day:02}"));
        let Ok(Span { earliest: Some(day), .. }) = day else {
            return Err(TestCaseError::fail("a day up to the 28th exists in each calendar"));
        };
        for text in [format!("{year:04}-{month:02}"), format!("{year:04}"), format!("{:03}X", year / 10), format!("{:02}XX", year / 100)] {
            prop_assert!(at(text.clone()).is_ok_and(|span| span.contains(day)), "{}", text);
        }
    }
}
