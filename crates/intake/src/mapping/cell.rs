//! What a cell says when it is asked for a number, a date or a point.

use model::{
    date::{Calendar, DateProblem, StatedDate},
    number::{NumberError, NumberRange},
    position::{Position, Precision},
};

use super::RowReason;

/// The ASCII digit for a Persian or Arabic one; any other character as it is.
pub(crate) fn ascii_digit(c: char) -> char {
    let zero = match c {
        '\u{660}'..='\u{669}' => 0x660,
        '\u{6f0}'..='\u{6f9}' => 0x6f0,
        _ => return c,
    };
    char::from_digit(c as u32 - zero, 10).unwrap_or(c)
}

/// The count written in `text`: digits of three scripts, thousands apart by comma, point, apostrophe, blank or the Arabic
/// separator when every group but the first has three digits. `None` for anything else.
pub fn count(text: &str) -> Option<u64> {
    let digits: String = text.trim().chars().map(ascii_digit).collect();
    if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return digits.parse().ok();
    }
    let separator = digits.chars().find(|c| !c.is_ascii_digit())?;
    if !is_thousands_separator(separator) {
        return None;
    }
    let mut groups = digits.split(separator);
    let first = groups.next()?;
    let regular = (1..=3).contains(&first.len())
        && digits
            .split(separator)
            .all(|group| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit()))
        && groups.all(|group| group.len() == 3);
    regular
        .then(|| digits.replace(separator, "").parse().ok())
        .flatten()
}

/// Marks between groups of three digits in the languages of the archive (CLDR number symbols of en, fr, de-CH, fa and ar).
pub(crate) fn is_thousands_separator(c: char) -> bool {
    matches!(
        c,
        ',' | '.' | '\'' | '\u{2019}' | ' ' | '\u{a0}' | '\u{202f}' | '\u{66c}' | '\u{60c}'
    )
}

/// One count, or two with a dash between them.
pub(crate) fn number(text: &str) -> Result<NumberRange, RowReason> {
    if let Some(exact) = count(text) {
        return range(Some(exact), Some(exact), text);
    }
    let bad = || RowReason::NotANumber {
        text: text.to_owned(),
    };
    let (low, high) = text.split_once(['-', '\u{2013}']).ok_or_else(bad)?;
    let (low, high) = count(low).zip(count(high)).ok_or_else(bad)?;
    range(Some(low), Some(high), text)
}

/// The range between two bounds; `text` is what they were read from.
pub(crate) fn range(
    low: Option<u64>,
    high: Option<u64>,
    text: &str,
) -> Result<NumberRange, RowReason> {
    NumberRange::new(low, high).map_err(|error| match error {
        NumberError::Reversed { low, high } => RowReason::Reversed { low, high },
        NumberError::NoBound | NumberError::TooLarge(_) => RowReason::NotANumber {
            text: text.to_owned(),
        },
    })
}

/// The date as stated, and what is wrong with it, if anything. `1367/5/6` is written as EDTF writes it.
pub(crate) fn date(text: &str, calendar: Calendar) -> (StatedDate, Option<RowReason>) {
    let date = StatedDate {
        stated: slashed(text).unwrap_or_else(|| text.to_owned()),
        calendar,
    };
    let problem = date.edtf().err().map(|problem| match problem {
        DateProblem::NotEdtf { .. } | DateProblem::TimeOfDay { .. } => RowReason::NotADate {
            text: text.to_owned(),
        },
        _ => RowReason::NoSuchDate {
            text: text.to_owned(),
        },
    });
    (date, problem)
}

/// `YYYY/M/D` as `YYYY-MM-DD`; `None` for anything else.
pub(crate) fn slashed(text: &str) -> Option<String> {
    let ascii: String = text.chars().map(ascii_digit).collect();
    let parts: Vec<&str> = ascii.split('/').collect();
    let [year, month, day] = parts.as_slice() else {
        return None;
    };
    let fits = |part: &str, lengths: std::ops::RangeInclusive<usize>| {
        lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    (fits(year, 4..=4) && fits(month, 1..=2) && fits(day, 1..=2))
        .then(|| format!("{year}-{month:0>2}-{day:0>2}"))
}

/// First Gregorian year when the calendar is told from the year alone: Solar Hijri years reach it only in 2121, and no
/// list of the dead of our time goes back to it. Lunar Hijri years look like solar ones and must be named.
const FIRST_GREGORIAN: u32 = 1500;

/// The calendar in which a year of this size is stated: Gregorian when no year can be seen.
pub(crate) fn calendar_from_year(text: &str) -> Calendar {
    let ascii: String = text.chars().map(ascii_digit).collect();
    let year = ascii
        .split(|c: char| !c.is_ascii_digit())
        .find(|run| run.len() == 4)
        .and_then(|run| run.parse::<u32>().ok());
    if year.is_some_and(|year| year < FIRST_GREGORIAN) {
        Calendar::SolarHijri
    } else {
        Calendar::Gregorian
    }
}

/// The point, or `None` when it is none.
pub(crate) fn position(latitude: &str, longitude: &str, precision: Precision) -> Option<Position> {
    Position::new(degrees_e6(latitude)?, degrees_e6(longitude)?, precision).ok()
}

/// Decimal degrees as millionths, rounded.
fn degrees_e6(text: &str) -> Option<i32> {
    let ascii: String = text
        .trim()
        .chars()
        .map(|c| match c {
            // The Arabic decimal separator and the minus sign of typography.
            '\u{66b}' => '.',
            '\u{2212}' => '-',
            other => ascii_digit(other),
        })
        .collect();
    let plain = ascii
        .bytes()
        .all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+'));
    let degrees: f64 = ascii.parse().ok().filter(|_| plain)?;
    // No point lies beyond 180 degrees, so the cast is exact after this check.
    (degrees.abs() <= 180.0).then(|| (degrees * 1e6).round() as i32)
}

/// The word for a precision.
pub(crate) fn precision(word: &str) -> Option<Precision> {
    Some(match word {
        "exact" => Precision::Exact,
        "city" => Precision::City,
        "region" => Precision::Region,
        "country" => Precision::Country,
        _ => return None,
    })
}
