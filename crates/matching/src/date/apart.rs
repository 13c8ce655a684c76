//! How far apart two dates are, and by which slip of a clerk one may have become the other.

use model::date::Calendar;

use super::almanac::{self, Told};
use crate::record::When;

/// How two dates stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Apart {
    /// The same day.
    SameDay,
    /// Next to each other: by a day, or two where a lunar date is converted (days begin at sunset; leap years; table or sight).
    DaySlip,
    /// Day and month changed places, in one of the calendars, before or after a conversion.
    Swapped,
    /// One digit is another, or two neighbouring digits changed places, in one calendar; so many days apart.
    OneDigit(u32),
    /// Month and day are the same and the years 621 or 622 apart: the year alone was converted; or it was, wrongly.
    YearSlip,
    /// Month and day are the same in one calendar, the year is another.
    OtherYear,
    /// Two other days.
    Days {
        /// Distance.
        days: u32,
        /// In one month of one calendar.
        same_month: bool,
        /// In one year of one calendar.
        same_year: bool,
    },
    /// One lies within the other, which is a month or as short.
    MonthAgrees,
    /// One lies within the other, which is a year or as short.
    YearAgrees,
    /// They overlap, and one at least is longer than a year.
    PeriodAgrees,
    /// Spans that do not meet: days between the end of one and the beginning of the other.
    Gap(u32),
}

/// The longest month and the longest "year" in days; a Solar year told as two Gregorian ones is a period.
const MONTH: i32 = 31;
const YEAR: i32 = 366;

/// By how many days "about" widens a date told to the day, to the month, to the year. Chosen by us.
const ABOUT: [i32; 3] = [7, 45, 366];

/// How two dates stand to each other. Symmetric.
pub(crate) fn apart(left: &When, right: &When) -> Apart {
    match (left.day(), right.day()) {
        (Some(one), Some(two)) => days(left, one, right, two),
        _ => spans(left, right),
    }
}

fn days(left: &When, one: i32, right: &When, two: i32) -> Apart {
    let days = one.abs_diff(two);
    if days == 0 {
        return Apart::SameDay;
    }
    let lunar = left.calendar == Calendar::LunarHijri || right.calendar == Calendar::LunarHijri;
    if days <= 1 + u32::from(lunar) {
        return Apart::DaySlip;
    }
    // Both dates in the calendars in which either was told: slips are made in one of them.
    let here = (left.told, told_in(left.calendar, right, two));
    let there = (told_in(right.calendar, left, one), right.told);
    let either = |slip: fn(Told, Told) -> bool| slip(here.0, here.1) || slip(there.0, there.1);
    if days < 367 && (either(is_swapped) || swapped_before(left, one, right, two)) {
        return Apart::Swapped;
    }
    if either(is_one_digit) {
        return Apart::OneDigit(days);
    }
    if is_year_slip(left, right) {
        return Apart::YearSlip;
    }
    if either(|(_, month, day), (_, other_month, other_day)| {
        (month, day) == (other_month, other_day)
    }) {
        return Apart::OtherYear;
    }
    Apart::Days {
        days,
        same_month: either(|(year, month, _), (other_year, other_month, _)| {
            (year, month) == (other_year, other_month)
        }),
        same_year: either(|(year, ..), (other, ..)| year == other),
    }
}

fn told_in(calendar: Calendar, when: &When, day: i32) -> Told {
    if when.calendar == calendar {
        when.told
    } else {
        almanac::told(calendar, day)
    }
}

fn is_swapped((year, month, day): Told, (other_year, other_month, other_day): Told) -> bool {
    year == other_year && month == other_day && day == other_month
}

/// Whether one becomes the other when its day and month change places in the Solar or Gregorian calendar, in which it may have
/// stood before it was converted.
fn swapped_before(left: &When, one: i32, right: &When, two: i32) -> bool {
    [Calendar::SolarHijri, Calendar::Gregorian]
        .into_iter()
        // Where one of the two was told in this calendar, it has been looked at.
        .filter(|calendar| *calendar != left.calendar && *calendar != right.calendar)
        .any(|calendar| is_swapped(almanac::told(calendar, one), almanac::told(calendar, two)))
}

/// One digit of eight is another, or two neighbours changed places.
fn is_one_digit(one: Told, two: Told) -> bool {
    let (one, two) = (digits(one), digits(two));
    let mut differing = one
        .iter()
        .zip(&two)
        .enumerate()
        .filter(|(_, (one, two))| one != two)
        .map(|(place, _)| place);
    match (differing.next(), differing.next(), differing.next()) {
        (Some(_), None, _) => true,
        (Some(first), Some(second), None) => {
            second == first + 1 && one[first] == two[second] && one[second] == two[first]
        }
        _ => false,
    }
}

fn digits((year, month, day): Told) -> [u8; 8] {
    let year = year.unsigned_abs();
    let at = |unit: u16| (year / unit % 10) as u8;
    [
        at(1000),
        at(100),
        at(10),
        at(1),
        month / 10,
        month % 10,
        day / 10,
        day % 10,
    ]
}

/// The Solar year and the Gregorian one are 621 or 622 apart; a date whose year alone was converted keeps its month and day.
fn is_year_slip(left: &When, right: &When) -> bool {
    let (left_year, left_month, left_day) = left.told;
    let (right_year, right_month, right_day) = right.told;
    left.calendar != right.calendar
        && (left_month, left_day) == (right_month, right_day)
        && matches!(left_year.abs_diff(right_year), 621 | 622)
}

fn spans(left: &When, right: &When) -> Apart {
    // A day that does not exist may still be a slip of one that does.
    let told_days = left.told.2 != 0 && right.told.2 != 0 && left.calendar == right.calendar;
    if told_days && left.told != right.told {
        if is_swapped(left.told, right.told) {
            return Apart::Swapped;
        }
        if is_one_digit(left.told, right.told) {
            return Apart::OneDigit(gap(left, right));
        }
    } else if told_days {
        return Apart::SameDay;
    }
    let gap = gap(left, right);
    if gap == 0 {
        let longest = (left.latest - left.earliest).max(right.latest - right.earliest);
        return if longest < MONTH {
            Apart::MonthAgrees
        } else if longest < YEAR {
            Apart::YearAgrees
        } else {
            Apart::PeriodAgrees
        };
    }
    if is_bare_year_slip(left, right) || is_bare_year_slip(right, left) {
        return Apart::YearSlip;
    }
    Apart::Gap(gap)
}

/// Days between two spans, each widened when it is told with "about".
fn gap(left: &When, right: &When) -> u32 {
    let widened = |when: &When| {
        let wide = match when.told {
            _ if !when.about => 0,
            (_, 0, _) => ABOUT[2],
            (_, _, 0) => ABOUT[1],
            _ => ABOUT[0],
        };
        (when.earliest - wide, when.latest + wide)
    };
    let ((left_first, left_last), (right_first, right_last)) = (widened(left), widened(right));
    (left_first.max(right_first) - left_last.min(right_last)).max(0) as u32
}

/// A Gregorian year alone that came from a Solar date by adding 621 or 622, whichever was wrong.
fn is_bare_year_slip(bare: &When, full: &When) -> bool {
    bare.told.1 == 0
        && bare.latest - bare.earliest < YEAR
        && bare.calendar == Calendar::Gregorian
        && full.calendar == Calendar::SolarHijri
        && matches!(bare.told.0 - full.told.0, 621 | 622)
}
