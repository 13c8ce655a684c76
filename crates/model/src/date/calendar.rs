//! Days in the three calendars, all reckoned by ICU4X.

use icu_calendar::{
    AsCalendar, Date, Gregorian,
    cal::{
        Hijri, Persian,
        hijri::{TabularAlgorithm, TabularAlgorithmEpoch, TabularAlgorithmLeapYears},
    },
    options::{DateFromFieldsOptions, Overflow},
    types::{DateFields, RataDie},
};

use super::{Calendar, CivilDay, Day};

/// Type II: years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of every 30 have a 355th day. Friday: 1 Muharram 1 is 16 July 622, Julian.
/// CLDR calls it `islamic-civil`.
const LUNAR: Hijri<TabularAlgorithm> = Hijri::new_tabular(
    TabularAlgorithmLeapYears::TypeII,
    TabularAlgorithmEpoch::Friday,
);

/// Beyond what ICU4X reckons with (1 January −999999 to 31 December 999999), and within what its day number accepts.
const FAR: i64 = 400_000_000;

impl Day {
    /// The day's year, month and day in `calendar`. Beyond about a million years it stays at the last day that ICU4X reckons with.
    pub fn to(self, calendar: Calendar) -> CivilDay {
        let day = RataDie::new(self.0.clamp(-FAR, FAR));
        match calendar {
            Calendar::Gregorian => civil(&Date::from_rata_die(day, Gregorian)),
            Calendar::SolarHijri => civil(&Date::from_rata_die(day, Persian)),
            Calendar::LunarHijri => civil(&Date::from_rata_die(day, LUNAR)),
        }
    }
}

impl CivilDay {
    /// The day it is in `calendar`; `None` when there is no such day there, or it is beyond about a million years.
    pub fn day(self, calendar: Calendar) -> Option<Day> {
        match calendar {
            Calendar::Gregorian => self.date(Gregorian).map(|date| number(&date)),
            Calendar::SolarHijri => self.date(Persian).map(|date| number(&date)),
            Calendar::LunarHijri => self.date(LUNAR).map(|date| number(&date)),
        }
    }

    fn date<C: AsCalendar>(self, calendar: C) -> Option<Date<C>> {
        let mut fields = DateFields::default();
        fields.extended_year = Some(self.year);
        fields.ordinal_month = Some(self.month);
        fields.day = Some(self.day);
        let mut options = DateFromFieldsOptions::default();
        options.overflow = Some(Overflow::Reject);
        Date::try_from_fields(fields, options, calendar).ok()
    }
}

/// The first day of a month (1 to 12); `None` beyond about a million years.
pub(super) fn first_of_month(calendar: Calendar, year: i32, month: u8) -> Option<Day> {
    CivilDay {
        year,
        month,
        day: 1,
    }
    .day(calendar)
}

/// The last day of a month (1 to 12), which is the day before the next month.
pub(super) fn last_of_month(calendar: Calendar, year: i32, month: u8) -> Option<Day> {
    let (year, month) = if month == 12 {
        (year.checked_add(1)?, 1)
    } else {
        (year, month + 1)
    };
    first_of_month(calendar, year, month).map(|Day(day)| Day(day - 1))
}

fn civil<C: AsCalendar>(date: &Date<C>) -> CivilDay {
    CivilDay {
        year: date.year().extended_year(),
        month: date.month().ordinal,
        day: date.day_of_month().0,
    }
}

fn number<C: AsCalendar>(date: &Date<C>) -> Day {
    Day(date.to_rata_die().to_i64_date())
}
