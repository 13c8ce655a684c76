//! Forms of dates, habits of lists, and slips.

use model::date::{Calendar, CivilDay};
use proptest::prelude::*;

use super::{
    Settled,
    almanac::{self, Told},
    apart::{Apart, apart},
    habit::{Evidence, Habit, Order, YearDays},
    settle,
    written::{self, Written},
};
use crate::record::{ProblemKind, When};

use Calendar::{Gregorian, LunarHijri, SolarHijri};

const PLAIN: Habit = Habit {
    hijri: SolarHijri,
    short: SolarHijri,
    order: None,
};

/// 1 January 2026.
fn today() -> i32 {
    almanac::day(Gregorian, (2026, 1, 1)).unwrap()
}

fn read(text: &str) -> Written {
    written::read(text).unwrap_or_else(|| panic!("{text} is a date"))
}

fn settled_by(text: &str, told: Option<Calendar>, habit: Habit) -> Result<Settled, ProblemKind> {
    settle(&read(text), told, habit, Some(today()))
}

fn settled(text: &str) -> Result<Settled, ProblemKind> {
    settled_by(text, None, PLAIN)
}

fn when(text: &str) -> When {
    settled(text)
        .unwrap_or_else(|problem| panic!("{text}: {problem:?}"))
        .when
}

fn told_in(text: &str, calendar: Calendar) -> When {
    settled_by(text, Some(calendar), PLAIN).unwrap().when
}

fn days(earliest: Told, latest: Told) -> (i32, i32) {
    let day = |told| almanac::day(Gregorian, told).unwrap();
    (day(earliest), day(latest))
}

#[test]
fn a_day_is_read_in_the_forms_that_lists_write() {
    let solar: Told = (1367, 5, 5);
    let gregorian: Told = (1988, 7, 27);
    for (text, calendar, told) in [
        ("1988-07-27", Gregorian, gregorian),
        ("1988/07/27", Gregorian, gregorian),
        ("1988.7.27", Gregorian, gregorian),
        ("19880727", Gregorian, gregorian),
        ("19880727.0", Gregorian, gregorian),
        ("27.07.1988", Gregorian, gregorian),
        ("27/07/1988", Gregorian, gregorian),
        ("07/27/1988", Gregorian, gregorian),
        ("27-7-1988", Gregorian, gregorian),
        ("27071988", Gregorian, gregorian),
        ("1988-07-27 00:00:00", Gregorian, gregorian),
        ("1988-07-27T12:30:00Z", Gregorian, gregorian),
        ("27 July 1988", Gregorian, gregorian),
        ("July 27, 1988", Gregorian, gregorian),
        ("27th of July 1988", Gregorian, gregorian),
        ("27 juillet 1988", Gregorian, gregorian),
        ("le 27 juillet 1988", Gregorian, gregorian),
        ("۱۹۸۸/۰۷/۲۷", Gregorian, gregorian),
        ("٢٧ تموز ١٩٨٨", Gregorian, gregorian),
        ("27 يوليو 1988", Gregorian, gregorian),
        ("1367-05-05", SolarHijri, solar),
        ("1367/5/5", SolarHijri, solar),
        ("۱۳۶۷/۰۵/۰۵", SolarHijri, solar),
        ("13670505", SolarHijri, solar),
        ("67/5/5", SolarHijri, solar),
        ("5/5/67", SolarHijri, solar),
        ("670505", SolarHijri, solar),
        ("5 Mordad 1367", SolarHijri, solar),
        ("۵ مرداد ۱۳۶۷", SolarHijri, solar),
        ("۵ مردادماه ۱۳۶۷", SolarHijri, solar),
        ("2547/5/5", SolarHijri, solar),
        ("1367/05/05 هجری شمسی", SolarHijri, solar),
        ("12 ذو الحجة 1408", LunarHijri, (1408, 12, 12)),
        ("\u{200f}1367/05/05\u{200f}", SolarHijri, solar),
    ] {
        let when = when(text);
        assert_eq!((when.calendar, when.told), (calendar, told), "{text}");
        assert_eq!(when.day(), almanac::day(calendar, told), "{text}");
        assert!(!when.about, "{text}");
    }
}

#[test]
fn what_is_told_less_sharply_is_a_span() {
    for (text, first, last, about) in [
        ("1988", (1988, 1, 1), (1988, 12, 31), false),
        ("1988.0", (1988, 1, 1), (1988, 12, 31), false),
        ("1988-07", (1988, 7, 1), (1988, 7, 31), false),
        ("198807", (1988, 7, 1), (1988, 7, 31), false),
        ("07/1988", (1988, 7, 1), (1988, 7, 31), false),
        ("July 1988", (1988, 7, 1), (1988, 7, 31), false),
        ("1988-07-XX", (1988, 7, 1), (1988, 7, 31), false),
        ("1988-XX-XX", (1988, 1, 1), (1988, 12, 31), false),
        ("1988-00-00", (1988, 1, 1), (1988, 12, 31), false),
        ("198X", (1980, 1, 1), (1989, 12, 31), false),
        ("19xx", (1900, 1, 1), (1999, 12, 31), false),
        ("1980s", (1980, 1, 1), (1989, 12, 31), false),
        ("1988-22", (1988, 6, 1), (1988, 9, 30), false),
        ("~1988", (1988, 1, 1), (1988, 12, 31), true),
        ("1988?", (1988, 1, 1), (1988, 12, 31), true),
        ("1988-07~", (1988, 7, 1), (1988, 7, 31), true),
        ("c. 1988", (1988, 1, 1), (1988, 12, 31), true),
        ("about 1988", (1988, 1, 1), (1988, 12, 31), true),
        ("[1986..1988]", (1986, 1, 1), (1988, 12, 31), false),
        ("1986/1988", (1986, 1, 1), (1988, 12, 31), false),
        ("1986-1988", (1986, 1, 1), (1988, 12, 31), false),
        ("1986–1988", (1986, 1, 1), (1988, 12, 31), false),
        ("1986-88", (1986, 1, 1), (1988, 12, 31), false),
        ("between 1986 and 1988", (1986, 1, 1), (1988, 12, 31), false),
        ("1986-05/1988-07-27", (1986, 5, 1), (1988, 7, 27), false),
        ("1986/..", (1986, 1, 1), (2026, 1, 1), false),
        ("../1988", (1800, 1, 1), (1988, 12, 31), false),
        ("1367", (1988, 3, 21), (1989, 3, 20), false),
        ("حدود ۱۳۶۷", (1988, 3, 21), (1989, 3, 20), true),
        ("1367-05", (1988, 7, 23), (1988, 8, 22), false),
        ("مرداد ۱۳۶۷", (1988, 7, 23), (1988, 8, 22), false),
        ("67", (1988, 3, 21), (1989, 3, 20), false),
        ("1366..1367", (1987, 3, 21), (1989, 3, 20), false),
        ("2535", (1976, 3, 21), (1977, 3, 20), false),
        ("1367-22", (1988, 6, 22), (1988, 9, 22), false),
    ] {
        let found = when(text);
        assert_eq!((found.earliest, found.latest), days(first, last), "{text}");
        assert_eq!(found.about, about, "{text}");
    }
}

#[test]
fn what_is_no_date_is_none() {
    for text in [
        "",
        " ",
        "-",
        "x",
        "unknown",
        "summer",
        "1",
        "123",
        "12345",
        "1988-07-27-01",
        "1988/1989/1990",
        "27 foo 1988",
        "27 July",
        "July",
        "1988 27",
        "..",
        "/",
        "3 3 3",
        "99999999",
        "27 July 1988 3 May 1989",
        "1988-45",
        "13/13",
    ] {
        assert_eq!(written::read(text), None, "{text}");
    }
}

#[test]
fn what_cannot_be_is_said_and_what_is_sure_is_taken() {
    use ProblemKind::{DayOrMonth, Future, NoSuchDay, NotADate, NotThatCalendar};
    for (text, calendar, expected) in [
        (
            "1988-02-31",
            None,
            Ok(((1988, 2, 1), (1988, 2, 29), NoSuchDay)),
        ),
        (
            "1988-18-35",
            None,
            Ok(((1988, 1, 1), (1988, 12, 31), NoSuchDay)),
        ),
        (
            "1988-27-07",
            None,
            Ok(((1988, 1, 1), (1988, 12, 31), NoSuchDay)),
        ),
        (
            "1367-07-31",
            None,
            Ok(((1988, 9, 23), (1988, 10, 22), NoSuchDay)),
        ),
        (
            "03/05/1988",
            None,
            Ok(((1988, 1, 1), (1988, 12, 31), DayOrMonth)),
        ),
        (
            "1988-07-27",
            Some(SolarHijri),
            Ok(((1988, 7, 27), (1988, 7, 27), NotThatCalendar)),
        ),
        (
            "1367-05-05",
            Some(Gregorian),
            Ok(((1988, 7, 27), (1988, 7, 27), NotThatCalendar)),
        ),
        ("2031-01-01", None, Err(Future)),
        ("1410-01-01", None, Err(Future)),
        ("03", None, Err(NotADate)),
        ("1988..1986", None, Err(NotADate)),
    ] {
        let found = settled_by(text, calendar, PLAIN);
        let seen = found.map(|found| (found.when.earliest, found.when.latest, found.problem));
        let wanted = expected.map(|(first, last, problem)| {
            let (first, last) = days(first, last);
            (first, last, Some(problem))
        });
        assert_eq!(seen, wanted, "{text}");
    }
    // Without a latest day nothing is in the future, but the year 9999 is no date.
    assert!(settle(&read("2031"), None, PLAIN, None).is_ok());
    assert_eq!(
        settle(&read("9999-12-31"), None, PLAIN, None),
        Err(NotADate)
    );
}

#[test]
fn a_thirtieth_day_by_sight_of_the_moon_is_a_day() {
    let found = settled_by("1408-02-30", Some(LunarHijri), PLAIN).unwrap();
    let last = almanac::day(LunarHijri, (1408, 2, 29)).unwrap();
    assert_eq!((found.when.day(), found.problem), (Some(last + 1), None));
}

#[test]
fn two_digit_years_are_of_the_calendar_of_the_list() {
    let gregorian = Habit {
        short: Gregorian,
        ..PLAIN
    };
    let found = settled_by("27/7/88", None, gregorian).unwrap().when;
    assert_eq!(found.told, (1988, 7, 27));
    let found = settled_by("27.07.88", Some(Gregorian), PLAIN).unwrap().when;
    assert_eq!(found.told, (1988, 7, 27));
    // 1404 is reached, so that 03 may be 1303 or 1403; 05 can be 1305 alone.
    assert_eq!(settled("03"), Err(ProblemKind::NotADate));
    assert_eq!(when("05").told, (1305, 0, 0));
}

fn evidence(texts: &[&str], today: Option<i32>) -> Habit {
    let mut evidence = Evidence::default();
    for text in texts {
        let written = read(text);
        evidence.add(&written, None, today);
        evidence.order(text, &written);
    }
    evidence.habit()
}

#[test]
fn the_calendar_of_a_list_is_told_from_all_its_dates() {
    assert_eq!(evidence(&["1367-01-05", "1366-03"], None).hijri, SolarHijri);
    // A 31st day is Solar whatever the others.
    assert_eq!(
        evidence(&["1410-01-05", "1367-03-31"], None).hijri,
        SolarHijri
    );
    // Years that are not yet reached in the Solar calendar are lunar.
    assert_eq!(
        evidence(&["1408-12-12", "1409-01-03", "1398-05-02"], Some(today())).hijri,
        LunarHijri
    );
    // Many days and never a 31st.
    let many: Vec<String> = (0..600)
        .map(|n| format!("{}-{:02}-{:02}", 1370 + n % 20, 1 + n % 6, 1 + n % 30))
        .collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    assert_eq!(evidence(&many, None).hijri, LunarHijri);
    assert_eq!(
        evidence(&["1988-01-01", "1989", "67"], None).short,
        Gregorian
    );
    assert_eq!(
        evidence(&["1367-01-01", "1366-01-01", "1989"], None).short,
        SolarHijri
    );
}

#[test]
fn the_order_of_day_and_month_is_told_from_all_dates_of_the_list() {
    assert_eq!(
        evidence(&["27/07/1988", "03/05/1988"], None).order,
        Some(Order::DayFirst)
    );
    assert_eq!(
        evidence(&["07/27/1988", "03/05/1988"], None).order,
        Some(Order::MonthFirst)
    );
    assert_eq!(evidence(&["07/27/1988", "27/07/1988"], None).order, None);
    assert_eq!(evidence(&["1988-07-27", "03/05/1988"], None).order, None);
    let day_first = Habit {
        order: Some(Order::DayFirst),
        ..PLAIN
    };
    let found = settled_by("03/05/1988", None, day_first).unwrap();
    assert_eq!((found.when.told, found.problem), ((1988, 5, 3), None));
    let month_first = Habit {
        order: Some(Order::MonthFirst),
        ..PLAIN
    };
    assert_eq!(
        settled_by("03/05/1988", None, month_first)
            .unwrap()
            .when
            .told,
        (1988, 3, 5)
    );
}

#[test]
fn a_first_day_that_stands_for_its_year_is_the_year() {
    let year_days = |texts: &[String]| {
        let mut days = YearDays::default();
        for text in texts {
            days.add(&when(text));
        }
        days
    };
    let usual: Vec<String> = (0..100)
        .map(|n| format!("19{:02}-{:02}-{:02}", 40 + n % 50, 1 + n % 12, 2 + n % 27))
        .collect();
    let with = |day: &str, years: &[i32]| {
        let mut all = usual.clone();
        all.extend((0..6).map(|n| format!("{}{day}", years[n % years.len()])));
        year_days(&all)
    };
    for (day, years, span) in [
        ("-01-01", [1950, 1955, 1960], ((1950, 1, 1), (1950, 12, 31))),
        ("-07-01", [1950, 1955, 1960], ((1950, 1, 1), (1950, 12, 31))),
        ("-01-01", [1330, 1335, 1340], ((1951, 3, 22), (1952, 3, 20))),
        // 1 Farvardin, converted.
        ("-03-21", [1950, 1954, 1958], ((1950, 3, 21), (1951, 3, 21))),
    ] {
        let first = when(&format!("{}{day}", years[0]));
        let found = with(day, &years)
            .year(&first)
            .unwrap_or_else(|| panic!("{day}"));
        assert_eq!(
            (found.earliest, found.latest),
            days(span.0, span.1),
            "{day}"
        );
        assert_eq!((found.told.1, found.told.2), (0, 0));
    }
    // One year alone is a day on which something happened; one in a hundred and six is chance.
    assert_eq!(with("-01-01", &[1988]).year(&when("1988-01-01")), None);
    assert_eq!(year_days(&usual).year(&when("1950-01-01")), None);
}

#[test]
fn slips_are_told_from_strangers() {
    use Apart::{
        DaySlip, Days, Gap, MonthAgrees, OneDigit, OtherYear, PeriodAgrees, SameDay, Swapped,
        YearAgrees, YearSlip,
    };
    let far = |days, same_month, same_year| Days {
        days,
        same_month,
        same_year,
    };
    for (left, right, expected) in [
        ("1988-07-27", "1988-07-27", SameDay),
        ("1988-07-27", "1367-05-05", SameDay),
        ("1988-07-28", "1367-05-05", DaySlip),
        ("1988-07-26", "1367-05-05", DaySlip),
        ("1988-07-29", "1367-05-05", OneDigit(2)),
        ("1988-03-07", "1988-07-03", Swapped),
        // 1367-05-03 and 1367-03-05: swapped before they were converted.
        ("1988-07-25", "1367-03-05", Swapped),
        ("1988-07-25", "1988-05-26", Swapped),
        ("1988-07-27", "1988-07-17", OneDigit(10)),
        ("1988-07-27", "1978-07-27", OneDigit(3653)),
        ("1988-12-27", "1988-12-05", far(22, true, true)),
        ("1961-05-12", "1340-05-12", YearSlip),
        ("1962-05-12", "1340-05-12", YearSlip),
        ("1942-05-12", "1957-05-12", OtherYear),
        ("1988-07-27", "1988", YearAgrees),
        ("1367", "1988", YearAgrees),
        ("1367", "1989", YearAgrees),
        ("1340-10-20", "1961", YearSlip),
        ("1340-10-20", "1962", YearAgrees),
        ("1988-07-27", "1988-07", MonthAgrees),
        ("1988-07-27", "1367-05", MonthAgrees),
        ("1988-07-27", "1986..1990", PeriodAgrees),
        ("1988", "1989", Gap(1)),
        ("1988", "1990", Gap(366)),
        ("~1988", "1989", YearAgrees),
        ("1988-07-27", "1988-03-12", far(137, false, true)),
        ("1988-07-27", "1993-02-15", far(1664, false, false)),
        // Days that do not exist may be slips of those that do.
        ("1945-18-35", "1945-10-35", OneDigit(0)),
        ("1988-27-07", "1988-07-27", Swapped),
    ] {
        let (left, right) = (when(left), when(right));
        assert_eq!(apart(&left, &right), expected, "{left:?} {right:?}");
        assert_eq!(apart(&right, &left), expected, "{right:?} {left:?}");
    }
    let lunar = told_in("1408-12-12", LunarHijri);
    let day = lunar.day().unwrap();
    let (year, month, date) = almanac::told(Gregorian, day + 2);
    assert_eq!(
        apart(&lunar, &when(&format!("{year}-{month:02}-{date:02}"))),
        DaySlip
    );
}

fn any_calendar() -> impl Strategy<Value = Calendar> {
    prop::sample::select(Calendar::ALL.to_vec())
}

fn any_when() -> impl Strategy<Value = When> {
    (any_calendar(), 690_000..735_000i32, 0..3u8, any::<bool>()).prop_map(
        |(calendar, day, precision, about)| {
            let (year, month, date) = almanac::told(calendar, day);
            let ((earliest, latest), told) = match precision {
                0 => (almanac::year(calendar, year).unwrap(), (year, 0, 0)),
                1 => (
                    almanac::month(calendar, year, month).unwrap(),
                    (year, month, 0),
                ),
                _ => ((day, day), (year, month, date)),
            };
            When {
                earliest,
                latest,
                calendar,
                told,
                about,
            }
        },
    )
}

proptest! {
    #[test]
    fn the_almanac_agrees_with_the_calendars_of_the_model(day in 500_000..900_000i32, calendar in any_calendar()) {
        let CivilDay { year, month, day: date } = model::date::Day(i64::from(day)).to(calendar);
        let told = (year as i16, month, date);
        prop_assert_eq!(almanac::told(calendar, day), told);
        prop_assert_eq!(almanac::day(calendar, told), Some(day));
    }

    #[test]
    fn days_that_do_not_exist_are_none(year in 1000..2300i16, month in 0..20u8, day in 0..40u8, calendar in any_calendar()) {
        let civil = CivilDay { year: i32::from(year), month, day };
        prop_assert_eq!(almanac::day(calendar, (year, month, day)).map(i64::from), civil.day(calendar).map(|day| day.0));
    }

    #[test]
    fn distance_is_symmetric_and_none_from_itself(left in any_when(), right in any_when()) {
        prop_assert_eq!(apart(&left, &right), apart(&right, &left));
        let itself = apart(&left, &left);
        prop_assert!(matches!(itself, Apart::SameDay | Apart::MonthAgrees | Apart::YearAgrees));
    }

    #[test]
    fn reading_never_panics(text in "\\PC{0,20}", today in prop::option::of(700_000..740_000i32)) {
        if let Some(written) = written::read(&text) {
            let _ = settle(&written, None, PLAIN, today);
        }
    }

    #[test]
    fn reading_numbers_never_panics(text in "[~\\[]?[0-9X]{1,8}([-/. ]{1,2}[0-9X]{1,4}){0,3}[?~\\]]?", calendar in prop::option::of(any_calendar())) {
        if let Some(Ok(found)) = written::read(&text).map(|written| settle(&written, calendar, PLAIN, None)) {
            prop_assert!(found.when.earliest <= found.when.latest, "{}", text);
        }
    }
}
