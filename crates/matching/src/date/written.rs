//! What stands in a cell for a date, before anybody knows in which calendar.

use model::date::Calendar;

use super::words;

/// A date as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Written {
    pub(crate) shape: Shape,
    /// "About", "perhaps".
    pub(crate) about: bool,
    /// Calendar that the words themselves tell (a month's name, «شمسی»).
    pub(crate) calendar: Option<Calendar>,
}

/// Year, month and day; 0 for a month or day that is not told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Point {
    pub(crate) year: Year,
    pub(crate) month: u8,
    pub(crate) day: u8,
}

/// A year as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Year {
    /// With its century.
    Full(i16),
    /// Its last two digits.
    Short(u8),
}

/// The forms that a date comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// One date of some precision.
    Point(Point),
    /// Day and month, or month and day, and a year: both are at most 12 and differ.
    Either { first: u8, second: u8, year: Year },
    /// From the first day of one to the last day of the other; open where `None`.
    Between(Option<Point>, Option<Point>),
    /// A season, 21 to 24 as in EDTF.
    Season(i16, u8),
}

/// Reads a cell. `None` for what is no date.
pub(crate) fn read(text: &str) -> Option<Written> {
    let plain = plain(text);
    let mut rest = plain.trim();
    let mut about = false;
    loop {
        let bare = rest
            .trim_matches(['[', ']', '(', ')', '{', '}', '"', ' '])
            .trim_start_matches(['~', '≈', '±'])
            .trim_end_matches(['~', '?', '%', '؟', '≈']);
        if bare == rest {
            break;
        }
        about |= rest.contains(['~', '?', '%', '؟', '≈', '±']);
        rest = bare;
    }
    let rest = without_time(rest);
    if !rest.contains(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    let mut written = if is_numeric(rest) {
        digits(rest)?
    } else {
        words::read(rest)?
    };
    written.about |= about;
    Some(written)
}

/// Whether nothing but digits, `X` for a digit that is not told, and the signs of dates stand there.
pub(super) fn is_numeric(text: &str) -> bool {
    text.bytes().all(|byte| {
        matches!(
            byte,
            b'0'..=b'9' | b'-' | b'/' | b'.' | b' ' | b'X' | b'x' | b'u' | b'~' | b'?' | b'%'
        )
    })
}

/// Reads a text that is numeric.
pub(super) fn digits(text: &str) -> Option<Written> {
    let text = text.replace(['x', 'u'], "X");
    Some(Written {
        shape: between(&text).or_else(|| one(&text))?,
        about: text.contains(['~', '?', '%']),
        calendar: None,
    })
}

impl Year {
    fn of(digits: &str) -> Option<Self> {
        match digits.len() {
            4 => digits.parse().ok().map(Self::Full),
            2 => digits.parse().ok().map(Self::Short),
            _ => None,
        }
    }
}

impl Point {
    pub(crate) fn year(year: i16) -> Self {
        Self {
            year: Year::Full(year),
            month: 0,
            day: 0,
        }
    }
}

/// Digits of Persian and Arabic as those of ASCII, dashes and slashes of any script as the plain ones, marks of direction gone.
fn plain(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    text.chars()
        .filter_map(|letter| match letter {
            '\u{06F0}'..='\u{06F9}' => char::from_digit(u32::from(letter) - 0x06F0, 10),
            '\u{0660}'..='\u{0669}' => char::from_digit(u32::from(letter) - 0x0660, 10),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => Some('-'),
            '\u{060D}' | '\u{2044}' | '\u{2215}' => Some('/'),
            '\u{066B}' => Some('.'),
            '\u{00A0}' | '\u{202F}' => Some(' '),
            '\u{061C}'
            | '\u{200E}'
            | '\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2066}'..='\u{2069}' => None,
            other => Some(other),
        })
        .collect()
}

/// A time of day at the end, or the `.0` of a number that a spreadsheet took for a fraction, is no part of the date.
fn without_time(text: &str) -> &str {
    if let Some((date, time)) = text.split_once(['T', ' '])
        && time.as_bytes().first().is_some_and(u8::is_ascii_digit)
        && time.contains(':')
    {
        return date;
    }
    match text.strip_suffix(".0") {
        Some(number) if number.bytes().all(|byte| byte.is_ascii_digit()) => number,
        _ => text,
    }
}

/// Two dates with a sign between them that only an interval has: `..`, or a slash or dash between two full years.
fn between(text: &str) -> Option<Shape> {
    let (start, end) = match text.split_once("..") {
        Some((start, end)) => (
            start.trim_end_matches('/'),
            end.trim_start_matches(['/', '.']),
        ),
        None => split_years(text)?,
    };
    let end_of = |text: &str| match text.trim() {
        "" | "/" => Some(None),
        told => match one(told)? {
            Shape::Point(point) => Some(Some(point)),
            Shape::Either { .. } | Shape::Between(..) | Shape::Season(..) => None,
        },
    };
    let (start, end) = (end_of(start)?, end_of(end)?);
    (start.is_some() || end.is_some()).then_some(Shape::Between(start, end))
}

/// `1366/1368`, `1366-05/1367-02`, `1366-1368`: the parts before and after the sign that parts two dates.
fn split_years(text: &str) -> Option<(&str, &str)> {
    let starts_with_year = |text: &str| {
        let digits = text.trim_start().bytes().take_while(u8::is_ascii_digit);
        digits.count() == 4
    };
    let at = |place: usize| (&text[..place], &text[place + 1..]);
    let slash = text.find('/').map(at);
    let dash = text
        .find('-')
        .map(at)
        .filter(|(start, end)| start.trim().len() == 4 && end.trim().len() == 4);
    slash
        .filter(|(_, end)| !end.contains('/'))
        .or(dash)
        .filter(|(start, end)| starts_with_year(start) && starts_with_year(end))
}

/// One date in digits.
fn one(text: &str) -> Option<Shape> {
    let groups: Vec<&str> = text
        .split(['-', '/', '.', ' '])
        .map(|group| group.trim_matches(['~', '?', '%']))
        .filter(|group| !group.is_empty())
        .collect();
    match groups.as_slice() {
        [all] => packed(all),
        [first, second] => two(first, second),
        [first, second, third] => three(first, second, third, text.contains('.')),
        _ => None,
    }
}

fn packed(digits: &str) -> Option<Shape> {
    match (digits.len(), digits.find('X')) {
        (4, Some(3)) => decade(&digits[..3], 10),
        (4, Some(2)) if digits.ends_with("XX") => decade(&digits[..2], 100),
        (_, Some(_)) => None,
        (2 | 4, None) => Some(Shape::Point(Point {
            year: Year::of(digits)?,
            month: 0,
            day: 0,
        })),
        (6, None) => {
            let (year, month) = (&digits[..4], number(&digits[4..])?);
            match Year::of(year)? {
                Year::Full(full) if usual(full) && (1..=12).contains(&month) => {
                    point(year, month, 0)
                }
                Year::Full(_) | Year::Short(_) => {
                    three(&digits[..2], &digits[2..4], &digits[4..], false)
                }
            }
        }
        (8, None) => match Year::of(&digits[..4])? {
            Year::Full(year) if !usual(year) => {
                let Year::Full(last) = Year::of(&digits[4..])? else {
                    return None;
                };
                if usual(last) {
                    three(&digits[..2], &digits[2..4], &digits[4..], false)
                } else {
                    None
                }
            }
            Year::Full(_) | Year::Short(_) => {
                point(&digits[..4], number(&digits[4..6])?, number(&digits[6..])?)
            }
        },
        _ => None,
    }
}

fn two(first: &str, second: &str) -> Option<Shape> {
    match (first.len(), second.len()) {
        (4, 1 | 2) => {
            let month = number(second)?;
            match (Year::of(first)?, month) {
                (_, 0..=12) => point(first, month, 0),
                (Year::Full(year), 21..=24) => Some(Shape::Season(year, month)),
                // `1366-68`: a span of years, the second with its last two digits.
                (Year::Full(year), _) if i16::from(month) > year % 100 => Some(Shape::Between(
                    Some(Point::year(year)),
                    Some(Point::year(year - year % 100 + i16::from(month))),
                )),
                (Year::Full(_) | Year::Short(_), _) => None,
            }
        }
        (1 | 2, 4) => match number(first)? {
            month @ 0..=12 => point(second, month, 0),
            _ => None,
        },
        // `67/5`: one of the two is too large for a month.
        (1 | 2, 1 | 2) => match (number(first)?, number(second)?) {
            (13.., month @ 1..=12) => point(first, month, 0),
            (month @ 1..=12, 13..) => point(second, month, 0),
            _ => None,
        },
        _ => None,
    }
}

fn three(first: &str, second: &str, third: &str, dots: bool) -> Option<Shape> {
    match (first.len(), second.len(), third.len()) {
        (4, 1 | 2, 1 | 2) => point(first, number(second)?, number(third)?),
        (1 | 2, 1 | 2, 4) => ordered(number(first)?, number(second)?, Year::of(third)?, dots),
        (1 | 2, 1 | 2, 1 | 2) => {
            let (one, two, three) = (number(first)?, number(second)?, number(third)?);
            match (one, two, three) {
                (32.., 0..=12, 0..=31) => point(first, two, three),
                (0..=31, 0..=31, 32..) => ordered(one, two, Year::of(third)?, dots),
                _ => None,
            }
        }
        _ => None,
    }
}

/// Day and month before a year, in an order to be found out. With dots the day comes first, by the custom of all who write dots.
fn ordered(first: u8, second: u8, year: Year, dots: bool) -> Option<Shape> {
    let point = |month, day| Some(Shape::Point(Point { year, month, day }));
    match (first, second) {
        (_, 13..) if first <= 12 => point(first, second),
        (13.., _) => point(second, first),
        _ if dots || first == second || first == 0 || second == 0 => point(second, first),
        _ => Some(Shape::Either {
            first,
            second,
            year,
        }),
    }
}

fn point(year: &str, month: u8, day: u8) -> Option<Shape> {
    Some(Shape::Point(Point {
        year: Year::of(year)?,
        month,
        day,
    }))
}

fn decade(lead: &str, size: i16) -> Option<Shape> {
    let first = lead.parse::<i16>().ok()? * size;
    Some(Shape::Between(
        Some(Point::year(first)),
        Some(Point::year(first + size - 1)),
    ))
}

/// A group of one or two digits; `XX` is not told, which is 0.
fn number(digits: &str) -> Option<u8> {
    if digits.bytes().all(|byte| byte == b'X') {
        return Some(0);
    }
    digits.parse().ok()
}

/// Years in which people of these lists were born or died, in any of the calendars, the imperial one of 1976 to 1978 included.
pub(crate) fn usual(year: i16) -> bool {
    matches!(year, 1200..=1500 | 1700..=2100 | 2450..=2600)
}
