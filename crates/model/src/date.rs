//! Dates as sources state them: EDTF level 1 in the calendar of the source, beside the days they span.
//!
//! What is written and how it is read is specified in `docs/formats/dates.md`.

mod calendar;
mod edtf;
mod span;
#[cfg(test)]
mod tests;

pub use edtf::{DateForm, Edtf, EdtfDate, IntervalEnd, Qualification, Season};
pub use span::Span;

/// The calendar in which a date was stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Calendar {
    /// The civil calendar of most of the world, reckoned backwards before 1582 (proleptic); year 0 is 1 BC.
    Gregorian,
    /// The civil calendar of Iran and Afghanistan (ICU4X `Persian`).
    SolarHijri,
    /// The lunar calendar of Islam, in the civil arithmetic form (ICU4X `Hijri` tabular, type II, Friday epoch).
    LunarHijri,
}

/// A date exactly as stated. Nothing is computed here; what does not exist or cannot be read is kept and flagged.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StatedDate {
    /// EDTF level 1 in `calendar`, or whatever words stood there.
    pub stated: String,
    /// Calendar in which it was stated.
    pub calendar: Calendar,
}

/// A day, counted as rata die: 1 is 1 January of year 1, proleptic Gregorian.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i64);

/// Year, month and day in some calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CivilDay {
    /// Year of the calendar's era; 0 and below before it.
    pub year: i32,
    /// Month, from 1.
    pub month: u8,
    /// Day of the month, from 1.
    pub day: u8,
}

/// Why a stated date names no days. The date is kept as stated all the same.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DateProblem {
    /// Not written in EDTF level 0 or 1.
    #[error("`{stated}` is not a date in EDTF level 1")]
    NotEdtf {
        /// The date, or the end of the interval, as stated.
        stated: String,
    },
    /// A date with a time of day, which EDTF knows but this archive does not reckon with.
    #[error("`{stated}` has a time of day, which is not reckoned with")]
    TimeOfDay {
        /// The date as stated.
        stated: String,
    },
    /// A month that is neither 1 to 12 nor a season, 21 to 24.
    #[error("there is no month {month}")]
    NoSuchMonth {
        /// The month as stated.
        month: u8,
    },
    /// A day that the month does not have in that calendar and year.
    #[error("there is no {year:04}-{month:02}-{day:02} in the {} calendar", calendar.as_str())]
    NoSuchDay {
        /// Calendar of the date.
        calendar: Calendar,
        /// Year as stated.
        year: i32,
        /// Month as stated.
        month: u8,
        /// Day as stated.
        day: u8,
    },
    /// A season in a calendar whose months wander through the seasons.
    #[error("the {} calendar has no seasons", calendar.as_str())]
    NoSeasons {
        /// Calendar of the date.
        calendar: Calendar,
    },
    /// A year so far off that no calendar is reckoned there (beyond about a million years).
    #[error("the year {year} is too far away to be reckoned with")]
    YearOutOfReach {
        /// The year as stated.
        year: i64,
    },
    /// An interval that ends before it begins.
    #[error("the interval `{start}` to `{end}` ends before it begins")]
    Reversed {
        /// Beginning, in EDTF.
        start: EdtfDate,
        /// End, in EDTF.
        end: EdtfDate,
    },
}

impl Calendar {
    /// All calendars.
    pub const ALL: [Self; 3] = [Self::Gregorian, Self::SolarHijri, Self::LunarHijri];

    /// The word for it in files and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Gregorian => "gregorian",
            Self::SolarHijri => "solar-hijri",
            Self::LunarHijri => "lunar-hijri",
        }
    }

    /// The calendar called `word` in files and JSON.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|calendar| calendar.as_str() == word)
    }
}

impl StatedDate {
    /// The date as EDTF, its months and days checked against its calendar. Persian and Arabic digits are read as ASCII ones.
    pub fn edtf(&self) -> Result<Edtf, DateProblem> {
        let date = Edtf::parse(&self.stated)?;
        date.span(self.calendar).map(|_| date)
    }

    /// The days that the date may mean. Qualifiers (`?`, `~`, `%`) do not widen it: how far they reach was not stated.
    pub fn span(&self) -> Result<Span, DateProblem> {
        Edtf::parse(&self.stated)?.span(self.calendar)
    }
}
