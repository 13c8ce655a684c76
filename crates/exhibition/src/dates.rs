//! Dates in words: as sharp as they were stated, always in two calendars, and flagged when they cannot be read.

use edition::{
    Calendar, CivilDay, Day,
    edition::{DateShape, ShownDate},
};
use maud::{Markup, html};

use crate::{escape, lang::Lang, numbers, words::Words};

/// First and last day of a range in one calendar; `None` where it is open.
type Ends = (Option<CivilDay>, Option<CivilDay>);

/// A calendar whose months have names here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reckoning {
    Gregorian,
    Solar,
}

/// A date as a page shows it, with `<time>` where a machine can read it.
pub(crate) fn markup(words: &Words, date: &ShownDate) -> Markup {
    if date.problem {
        return html! { q { (escape::value(&date.stated, None)) } " " small { "(" (words.say("date-unreadable")) ")" } };
    }
    let text = plain(words, date);
    html! {
        @match machine(date) {
            Some(machine) => time datetime=(machine) { (text) },
            None => (text),
        }
        @if date.calendar == Calendar::LunarHijri {
            " " small { "(" (words.say("date-as-stated")) " " (escape::code(&date.stated)) ", " (words.say("calendar-lunar-hijri")) ")" }
        }
    }
}

/// A date in words alone.
pub(crate) fn plain(words: &Words, date: &ShownDate) -> String {
    if date.problem {
        return date.stated.clone();
    }
    let solar_first = match (date.shape, date.calendar) {
        // A day is the same day in either calendar, so the reader's comes first; what is blunter is sharp only as stated.
        (DateShape::Day, _) | (_, Calendar::LunarHijri) => words.lang == Lang::Fa,
        (_, Calendar::SolarHijri) => true,
        (_, Calendar::Gregorian) => false,
    };
    let side = |reckoning| {
        let (ends, stated) = match reckoning {
            Reckoning::Gregorian => (date.gregorian, date.calendar == Calendar::Gregorian),
            Reckoning::Solar => (date.solar_hijri, date.calendar == Calendar::SolarHijri),
        };
        match stated.then(|| season(words, date)).flatten() {
            Some(season) => season,
            None => in_words(words, reckoning, ends, stated.then_some(date)),
        }
    };
    let (first, second) = if solar_first {
        (side(Reckoning::Solar), side(Reckoning::Gregorian))
    } else {
        (side(Reckoning::Gregorian), side(Reckoning::Solar))
    };
    let mut text = format!("{first} ({second})");
    if date.approximate {
        text = words.fill("date-about", &[("date", &text)]);
    }
    if date.uncertain {
        text = words.fill("date-uncertain", &[("date", &text)]);
    }
    text
}

/// The Gregorian years that a date may mean, `1988` or `1988–1989`, with the Solar Hijri ones: for the rows of a list.
pub(crate) fn years<'a>(
    words: &Words,
    dates: impl Iterator<Item = &'a ShownDate> + Clone,
) -> Option<String> {
    let span = |ends: fn(&ShownDate) -> Ends| {
        let first = dates
            .clone()
            .filter_map(|date| ends(date).0)
            .map(|day| day.year)
            .min()?;
        let last = dates
            .clone()
            .filter_map(|date| ends(date).1)
            .map(|day| day.year)
            .max()?;
        let year = |year: i32| numbers::plain(words.lang, i64::from(year));
        Some(if first == last {
            year(first)
        } else {
            format!("{}–{}", year(first), year(last))
        })
    };
    let (gregorian, solar) = (span(|date| date.gregorian)?, span(|date| date.solar_hijri)?);
    Some(match words.lang {
        Lang::Fa => format!("{solar} ({gregorian})"),
        Lang::En | Lang::Fr | Lang::Ar => format!("{gregorian} ({solar})"),
    })
}

/// The day written `YYYY-MM-DD`, in the words of the page and in both calendars; as it is when it is not so written.
pub(crate) fn iso(words: &Words, text: &str) -> String {
    let mut parts = text.splitn(3, '-').map(str::parse::<i32>);
    let (Some(Ok(year)), Some(Ok(month)), Some(Ok(day))) =
        (parts.next(), parts.next(), parts.next())
    else {
        return text.to_owned();
    };
    let (Ok(month), Ok(day)) = (u8::try_from(month), u8::try_from(day)) else {
        return text.to_owned();
    };
    let day = CivilDay { year, month, day };
    let gregorian = one(words, Reckoning::Gregorian, day);
    let Some(solar) = day.day(Calendar::Gregorian) else {
        return gregorian;
    };
    let solar = one(words, Reckoning::Solar, solar.to(Calendar::SolarHijri));
    match words.lang {
        Lang::Fa => format!("{solar} ({gregorian})"),
        Lang::En | Lang::Fr | Lang::Ar => format!("{gregorian} ({solar})"),
    }
}

/// The two Solar Hijri years, `1366–1367`, that a Gregorian year has parts of.
pub(crate) fn solar_years(words: &Words, year: i32) -> Option<String> {
    let first = CivilDay {
        year,
        month: 1,
        day: 1,
    };
    let first = i64::from(
        first
            .day(Calendar::Gregorian)?
            .to(Calendar::SolarHijri)
            .year,
    );
    let number = |year| numbers::plain(words.lang, year);
    Some(format!("{}–{}", number(first), number(first + 1)))
}

/// Year, month and day of a day in the Gregorian calendar.
pub(crate) fn gregorian(day: Day) -> CivilDay {
    day.to(edition::Calendar::Gregorian)
}

/// A year, or a month of it, of the Gregorian or the Solar Hijri calendar.
pub(crate) fn period(words: &Words, solar: bool, year: i32, month_of_it: Option<u8>) -> String {
    let reckoning = if solar {
        Reckoning::Solar
    } else {
        Reckoning::Gregorian
    };
    match month_of_it {
        None => year_in_words(words, reckoning, year),
        Some(number) => format!(
            "{} {}",
            month(words, reckoning, number),
            numbers::plain(words.lang, i64::from(year))
        ),
    }
}

/// What a machine may read: only what was stated in the Gregorian calendar and is a day, a month or a year.
pub(crate) fn machine(date: &ShownDate) -> Option<String> {
    let CivilDay { year, month, day } = date.gregorian.0?;
    if !(0..=9999).contains(&year) {
        return None;
    }
    match date.shape {
        DateShape::Day => Some(format!("{year:04}-{month:02}-{day:02}")),
        DateShape::Month if date.calendar == Calendar::Gregorian => {
            Some(format!("{year:04}-{month:02}"))
        }
        DateShape::Year if date.calendar == Calendar::Gregorian => Some(format!("{year:04}")),
        _ => None,
    }
}

/// "summer 1988": the season stands in the stated text as a month from 21 to 24.
fn season(words: &Words, date: &ShownDate) -> Option<String> {
    if date.shape != DateShape::Season {
        return None;
    }
    let ascii: String = date.stated.chars().map(ascii_digit).collect();
    let (year, season) = ascii.rsplit_once('-')?;
    let id = match season.get(..2)? {
        "21" => "season-spring",
        "22" => "season-summer",
        "23" => "season-autumn",
        "24" => "season-winter",
        _ => return None,
    };
    Some(format!(
        "{} {}",
        words.say(id),
        numbers::digits(words.lang, year)
    ))
}

fn ascii_digit(c: char) -> char {
    match c {
        '۰'..='۹' => char::from(b'0' + (c as u32 - '۰' as u32) as u8),
        '٠'..='٩' => char::from(b'0' + (c as u32 - '٠' as u32) as u8),
        other => other,
    }
}

/// A range in one calendar; `stated` when it is the one in which the date was stated. Days are left out of a converted range of
/// ten months or more, for it comes from something no sharper than that.
fn in_words(words: &Words, reckoning: Reckoning, ends: Ends, stated: Option<&ShownDate>) -> String {
    match ends {
        (Some(first), Some(last)) if first == last => one(words, reckoning, first),
        (Some(first), Some(last)) => between(words, reckoning, first, last, stated.is_none()),
        (Some(first), None) => words.fill(
            "date-from",
            &[("date", &end(words, reckoning, first, stated))],
        ),
        (None, Some(last)) => words.fill(
            "date-until",
            &[("date", &end(words, reckoning, last, stated))],
        ),
        (None, None) => words.say("date-unknown").to_owned(),
    }
}

/// The one end of an open interval, as sharp as it was stated: "1988/.." is a year, not 1 January. Converted, it is a day only
/// where its first days are.
fn end(words: &Words, reckoning: Reckoning, day: CivilDay, stated: Option<&ShownDate>) -> String {
    let sharpness = stated.and_then(|date| {
        let end = date
            .stated
            .split('/')
            .find(|end| end.starts_with(|c: char| c.is_numeric()))?;
        Some(end.matches('-').count())
    });
    match sharpness {
        Some(0) => year_in_words(words, reckoning, day.year),
        Some(1) => format!(
            "{} {}",
            month(words, reckoning, day.month),
            numbers::plain(words.lang, i64::from(day.year))
        ),
        _ => one(words, reckoning, day),
    }
}

fn between(
    words: &Words,
    reckoning: Reckoning,
    first: CivilDay,
    last: CivilDay,
    rough: bool,
) -> String {
    let months =
        i64::from(last.year - first.year) * 12 + i64::from(last.month) - i64::from(first.month);
    let whole_months = first.day == 1 && is_month_end(reckoning, last);
    let year = |year: i32| year_in_words(words, reckoning, year);
    if whole_months && first.month == 1 && last.month == 12 {
        return if first.year == last.year {
            year(first.year)
        } else {
            format!(
                "{}–{}",
                numbers::plain(words.lang, i64::from(first.year)),
                year(last.year)
            )
        };
    }
    let number = |year: i32| numbers::plain(words.lang, i64::from(year));
    let name = |day: CivilDay| month(words, reckoning, day.month);
    if whole_months || (rough && months >= 10) {
        if first.year != last.year {
            return format!(
                "{} {} – {} {}",
                name(first),
                number(first.year),
                name(last),
                number(last.year)
            );
        }
        if first.month == last.month {
            return format!("{} {}", name(first), number(first.year));
        }
        return format!("{} – {} {}", name(first), name(last), number(last.year));
    }
    if first.year == last.year {
        let start = if first.month == last.month {
            ordinal(words, first.day)
        } else {
            format!("{} {} ", ordinal(words, first.day), name(first))
        };
        let gap = if first.month == last.month {
            "–"
        } else {
            "– "
        };
        return format!("{start}{gap}{}", one(words, reckoning, last));
    }
    format!(
        "{} – {}",
        one(words, reckoning, first),
        one(words, reckoning, last)
    )
}

fn one(words: &Words, reckoning: Reckoning, day: CivilDay) -> String {
    format!(
        "{} {} {}",
        ordinal(words, day.day),
        month(words, reckoning, day.month),
        numbers::plain(words.lang, i64::from(day.year))
    )
}

/// The number of a day; French writes the first one `1er`.
fn ordinal(words: &Words, day: u8) -> String {
    let number = numbers::plain(words.lang, i64::from(day));
    if day == 1 && words.lang == Lang::Fr {
        number + "er"
    } else {
        number
    }
}

/// A year alone, with the name of its era where the reader would take it for the other.
fn year_in_words(words: &Words, reckoning: Reckoning, year: i32) -> String {
    let number = numbers::plain(words.lang, i64::from(year));
    match reckoning {
        Reckoning::Gregorian => words.fill("year-gregorian", &[("number", &number)]),
        Reckoning::Solar => words.fill("year-solar", &[("number", &number)]),
    }
}

fn is_month_end(reckoning: Reckoning, day: CivilDay) -> bool {
    let last = match (reckoning, day.month) {
        (Reckoning::Solar, 1..=6) => 31,
        (Reckoning::Solar, 12) => 29,
        (Reckoning::Solar, _) | (Reckoning::Gregorian, 4 | 6 | 9 | 11) => 30,
        (Reckoning::Gregorian, 2) => {
            let leap = day.year % 4 == 0 && (day.year % 100 != 0 || day.year % 400 == 0);
            if leap { 29 } else { 28 }
        }
        (Reckoning::Gregorian, _) => 31,
    };
    day.day >= last
}

fn month(words: &Words, reckoning: Reckoning, month: u8) -> &str {
    const GREGORIAN: [&str; 12] = [
        "month-january",
        "month-february",
        "month-march",
        "month-april",
        "month-may",
        "month-june",
        "month-july",
        "month-august",
        "month-september",
        "month-october",
        "month-november",
        "month-december",
    ];
    const SOLAR: [&str; 12] = [
        "month-farvardin",
        "month-ordibehesht",
        "month-khordad",
        "month-tir",
        "month-mordad",
        "month-shahrivar",
        "month-mehr",
        "month-aban",
        "month-azar",
        "month-dey",
        "month-bahman",
        "month-esfand",
    ];
    let names = match reckoning {
        Reckoning::Gregorian => GREGORIAN,
        Reckoning::Solar => SOLAR,
    };
    let place = usize::from(month).saturating_sub(1);
    names.get(place).map_or("", |id| words.say(id))
}

#[cfg(test)]
mod tests;
