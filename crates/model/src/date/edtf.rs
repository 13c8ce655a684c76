//! The Extended Date/Time Format, levels 0 and 1, without times of day.
//!
//! Written from the specification of the Library of Congress of 4 February 2019 (<https://www.loc.gov/standards/datetime/>),
//! which is a profile of ISO 8601-2:2019.

use std::fmt;

use super::DateProblem;

/// A date or an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edtf {
    /// One date, of whatever precision.
    Date(EdtfDate),
    /// From one date to another, both included. At least one of them is a date.
    Interval {
        /// Beginning.
        start: IntervalEnd,
        /// End.
        end: IntervalEnd,
    },
}

/// One end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IntervalEnd {
    /// A date.
    Date(EdtfDate),
    /// `..`: there is none, or none is given.
    Open,
    /// Nothing written: there is one, but it is not known.
    Unknown,
}

/// A date of some precision, and how sure the source is of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct EdtfDate {
    /// The date.
    pub form: DateForm,
    /// How sure the source is.
    pub qualification: Qualification,
}

/// A date as precise as it was stated. Months and days are numbers in the date's calendar, which stands outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateForm {
    /// `1988-07-27`.
    Day {
        /// Year, four digits; 0 and below before the era.
        year: i32,
        /// Month, 1 to 12.
        month: u8,
        /// Day, from 1.
        day: u8,
    },
    /// `1988-07-XX`: a day of that month.
    SomeDay {
        /// Year.
        year: i32,
        /// Month, 1 to 12.
        month: u8,
    },
    /// `1988-XX-XX`: a day of that year.
    SomeDayOfYear {
        /// Year.
        year: i32,
    },
    /// `1988-07`.
    Month {
        /// Year.
        year: i32,
        /// Month, 1 to 12.
        month: u8,
    },
    /// `1988-XX`: a month of that year.
    SomeMonth {
        /// Year.
        year: i32,
    },
    /// `1988-22`.
    Season {
        /// Year.
        year: i32,
        /// Season.
        season: Season,
    },
    /// `1988`, `-0043`, `Y17000`. A year alone is the whole year, never its first day.
    Year {
        /// Year; written with `Y` when it has more than four digits.
        year: i32,
    },
    /// `198X`: a year of that decade.
    Decade {
        /// The year without its last digit.
        tens: i32,
    },
    /// `19XX`: a year of that century.
    Century {
        /// The year without its last two digits.
        hundreds: i32,
    },
}

/// A season, numbered as in ISO 8601-2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Season {
    /// 21.
    Spring,
    /// 22.
    Summer,
    /// 23.
    Autumn,
    /// 24.
    Winter,
}

/// How sure a source is of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Qualification {
    /// Stated without reserve.
    #[default]
    Certain,
    /// `?`: it may be another date.
    Uncertain,
    /// `~`: it is about that date.
    Approximate,
    /// `%`: both.
    UncertainApproximate,
}

impl Edtf {
    /// Reads EDTF level 0 or 1. Persian and Arabic digits are read as ASCII ones; nothing else is forgiven, not even a space.
    ///
    /// Which days a month has depends on the calendar, so days are checked in `Edtf::span`.
    pub fn parse(stated: &str) -> Result<Self, DateProblem> {
        let text: String = stated.chars().map(ascii_digit).collect();
        if has_time(&text) {
            return Err(DateProblem::TimeOfDay {
                stated: stated.to_owned(),
            });
        }
        let Some((start, end)) = text.split_once('/') else {
            return parse_date(&text).map(Self::Date);
        };
        let (start, end) = (parse_end(start)?, parse_end(end)?);
        if let (IntervalEnd::Date(_), _) | (_, IntervalEnd::Date(_)) = (start, end) {
            Ok(Self::Interval { start, end })
        } else {
            Err(not_edtf(stated))
        }
    }
}

impl Season {
    const ALL: [(u8, Self); 4] = [
        (21, Self::Spring),
        (22, Self::Summer),
        (23, Self::Autumn),
        (24, Self::Winter),
    ];

    /// Its number in ISO 8601-2, 21 to 24.
    pub fn number(self) -> u8 {
        match self {
            Self::Spring => 21,
            Self::Summer => 22,
            Self::Autumn => 23,
            Self::Winter => 24,
        }
    }
}

fn not_edtf(stated: &str) -> DateProblem {
    DateProblem::NotEdtf {
        stated: stated.to_owned(),
    }
}

/// Reads the digits of Persian (U+06F0 …) and Arabic (U+0660 …) as those of ASCII.
fn ascii_digit(c: char) -> char {
    let digit = match c {
        '\u{06F0}'..='\u{06F9}' => u32::from(c) - 0x06F0,
        '\u{0660}'..='\u{0669}' => u32::from(c) - 0x0660,
        other => return other,
    };
    char::from_digit(digit, 10).unwrap_or(c)
}

/// Level 0 also has `1985-04-12T23:20:30Z`.
fn has_time(text: &str) -> bool {
    text.split_once('T')
        .is_some_and(|(date, time)| parse_date(date).is_ok() && time.contains(':'))
}

fn parse_end(text: &str) -> Result<IntervalEnd, DateProblem> {
    match text {
        "" => Ok(IntervalEnd::Unknown),
        ".." => Ok(IntervalEnd::Open),
        date => parse_date(date).map(IntervalEnd::Date),
    }
}

fn parse_date(text: &str) -> Result<EdtfDate, DateProblem> {
    let (form, qualification) = match text.as_bytes().last() {
        Some(b'?') => (&text[..text.len() - 1], Qualification::Uncertain),
        Some(b'~') => (&text[..text.len() - 1], Qualification::Approximate),
        Some(b'%') => (&text[..text.len() - 1], Qualification::UncertainApproximate),
        _ => (text, Qualification::Certain),
    };
    Ok(EdtfDate {
        form: parse_form(form)?,
        qualification,
    })
}

fn parse_form(text: &str) -> Result<DateForm, DateProblem> {
    if let Some(long) = text.strip_prefix('Y') {
        return parse_long_year(long, text);
    }
    let (sign, body) = text.strip_prefix('-').map_or((1, text), |body| (-1, body));
    let mut parts = body.split('-');
    let year = parts.next().unwrap_or_default();
    let (month, day) = (parts.next(), parts.next());
    if year.len() != 4 || parts.next().is_some() {
        return Err(not_edtf(text));
    }
    let form = match (month, day) {
        (None, _) => parse_year(year, sign),
        (Some(month), day) => {
            let year = whole(year, sign).ok_or_else(|| not_edtf(text))?;
            parse_in_year(year, month, day)?
        }
    };
    form.ok_or_else(|| not_edtf(text))
}

/// `Y` and a year of more than four digits.
fn parse_long_year(digits: &str, text: &str) -> Result<DateForm, DateProblem> {
    let magnitude = digits.strip_prefix('-').unwrap_or(digits);
    let fits = magnitude.len() > 4
        && !magnitude.starts_with('0')
        && magnitude.bytes().all(|b| b.is_ascii_digit());
    if !fits {
        return Err(not_edtf(text));
    }
    let year: i64 = digits.parse().map_err(|_| not_edtf(text))?;
    i32::try_from(year)
        .map(|year| DateForm::Year { year })
        .map_err(|_| DateProblem::YearOutOfReach { year })
}

/// `1988`, `198X` or `19XX`.
fn parse_year(year: &str, sign: i32) -> Option<DateForm> {
    if let Some(hundreds) = year.strip_suffix("XX") {
        return whole(hundreds, sign).map(|hundreds| DateForm::Century { hundreds });
    }
    match year.strip_suffix('X') {
        Some(tens) => whole(tens, sign).map(|tens| DateForm::Decade { tens }),
        None => whole(year, sign).map(|year| DateForm::Year { year }),
    }
}

/// What stands after the year. `Ok(None)`: not EDTF.
fn parse_in_year(
    year: i32,
    month: &str,
    day: Option<&str>,
) -> Result<Option<DateForm>, DateProblem> {
    if month == "XX" {
        return Ok(match day {
            None => Some(DateForm::SomeMonth { year }),
            Some("XX") => Some(DateForm::SomeDayOfYear { year }),
            Some(_) => None,
        });
    }
    let Some(month) = two_digits(month) else {
        return Ok(None);
    };
    let season = Season::ALL.into_iter().find(|(number, _)| *number == month);
    if let (Some((_, season)), None) = (season, day) {
        return Ok(Some(DateForm::Season { year, season }));
    }
    if !(1..=12).contains(&month) {
        return Err(DateProblem::NoSuchMonth { month });
    }
    Ok(match day {
        None => Some(DateForm::Month { year, month }),
        Some("XX") => Some(DateForm::SomeDay { year, month }),
        Some(day) => two_digits(day).map(|day| DateForm::Day { year, month, day }),
    })
}

fn two_digits(text: &str) -> Option<u8> {
    (text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

/// Digits with a sign; minus nothing is refused, as ISO 8601 has no year −0.
fn whole(digits: &str, sign: i32) -> Option<i32> {
    let fits = digits.bytes().all(|b| b.is_ascii_digit());
    let number: i32 = fits.then(|| digits.parse().ok()).flatten()?;
    (sign > 0 || number != 0).then_some(sign * number)
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => date.fmt(f),
            Self::Interval { start, end } => write!(f, "{start}/{end}"),
        }
    }
}

impl fmt::Display for IntervalEnd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => date.fmt(f),
            Self::Open => f.write_str(".."),
            Self::Unknown => Ok(()),
        }
    }
}

impl fmt::Display for EdtfDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.form.fmt(f)?;
        f.write_str(match self.qualification {
            Qualification::Certain => "",
            Qualification::Uncertain => "?",
            Qualification::Approximate => "~",
            Qualification::UncertainApproximate => "%",
        })
    }
}

impl fmt::Display for DateForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Day { year, month, day } => {
                write_year(year, 4, f)?;
                write!(f, "-{month:02}-{day:02}")
            }
            Self::SomeDay { year, month } => {
                write_year(year, 4, f)?;
                write!(f, "-{month:02}-XX")
            }
            Self::SomeDayOfYear { year } => {
                write_year(year, 4, f)?;
                f.write_str("-XX-XX")
            }
            Self::Month { year, month } => {
                write_year(year, 4, f)?;
                write!(f, "-{month:02}")
            }
            Self::SomeMonth { year } => {
                write_year(year, 4, f)?;
                f.write_str("-XX")
            }
            Self::Season { year, season } => {
                write_year(year, 4, f)?;
                write!(f, "-{}", season.number())
            }
            Self::Year { year } => {
                if year.unsigned_abs() > 9999 {
                    f.write_str("Y")?;
                }
                write_year(year, 4, f)
            }
            Self::Decade { tens } => {
                write_year(tens, 3, f)?;
                f.write_str("X")
            }
            Self::Century { hundreds } => {
                write_year(hundreds, 2, f)?;
                f.write_str("XX")
            }
        }
    }
}

fn write_year(year: i32, digits: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let sign = if year < 0 { "-" } else { "" };
    write!(f, "{sign}{:0digits$}", year.unsigned_abs())
}
