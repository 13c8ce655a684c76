//! The habits of one list, told from all its dates together: which calendar a year without one is of, whether day or month comes
//! first, and whether the first day of a year stands for the year.

use std::collections::{BTreeMap, BTreeSet};

use model::date::Calendar;

use super::{
    almanac,
    written::{Point, Shape, Written, Year},
};
use crate::record::When;

/// What a list means by its dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Habit {
    /// Calendar of years from 1300 to 1500 that name none: Solar or lunar Hijri.
    pub(crate) hijri: Calendar,
    /// Calendar of two-digit years.
    pub(crate) short: Calendar,
    /// Which comes first where both can; `None` when the list does not tell.
    pub(crate) order: Option<Order>,
}

/// Whether day or month comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    DayFirst,
    MonthFirst,
}

/// What the dates of a list show.
#[derive(Clone, Debug, Default)]
pub(crate) struct Evidence {
    /// Dates whose calendar is named or leaves no doubt, by calendar.
    sure: [u64; 3],
    /// Dates of the years 1300 to 1500 to the day, without a calendar.
    doubtful: u64,
    /// Of these, 31st days of the first six months: lunar months have none.
    long_months: u64,
    /// Of these, days that would be after the latest day possible if they were Solar.
    too_late: u64,
    day_first: u64,
    month_first: u64,
}

/// So many dates to the day without one 31st day mean that the list is lunar: of Solar dates one in 61 is a 31st (6 of 365), so
/// that none among 500 has a chance of 3 in 10,000.
const WITHOUT_LONG_MONTHS: u64 = 500;

impl Evidence {
    /// One date of the list is taken into account. `today` is the latest day possible, rata die.
    pub(crate) fn add(&mut self, written: &Written, told: Option<Calendar>, today: Option<i32>) {
        match written.shape {
            Shape::Either { .. } | Shape::Between(..) | Shape::Season(..) => {}
            Shape::Point(point) => self.point(point, told.or(written.calendar), today),
        }
    }

    /// A date written with the year last shows which of day and month comes first, when one of them is above 12.
    pub(crate) fn order(&mut self, text: &str, written: &Written) {
        let Shape::Point(point) = written.shape else {
            return;
        };
        let first = text
            .split(|letter: char| !letter.is_ascii_digit())
            .find(|group| !group.is_empty())
            .filter(|group| group.len() <= 2)
            .and_then(|group| group.parse::<u8>().ok());
        if point.day > 12 && first == Some(point.day) {
            self.day_first += 1;
        } else if point.day > 12 && first == Some(point.month) && !text.contains('.') {
            self.month_first += 1;
        }
    }

    fn point(&mut self, point: Point, told: Option<Calendar>, today: Option<i32>) {
        if let Some(calendar) = told {
            self.sure[calendar as usize] += 1;
            return;
        }
        let Year::Full(year) = point.year else {
            return;
        };
        match year {
            1700..=2100 => self.sure[Calendar::Gregorian as usize] += 1,
            1200..=1299 | 2450..=2600 => self.sure[Calendar::SolarHijri as usize] += 1,
            1300..=1500 if point.day != 0 => {
                self.doubtful += 1;
                self.long_months += u64::from(point.day == 31 && point.month <= 6);
                let solar = almanac::day(Calendar::SolarHijri, (year, 1, 1));
                self.too_late +=
                    u64::from(solar.zip(today).is_some_and(|(day, today)| day > today));
            }
            _ => {}
        }
    }

    /// What the list means, as far as its dates show.
    pub(crate) fn habit(&self) -> Habit {
        let [gregorian, solar, lunar] = self.sure;
        let hijri = if self.too_late * 5 > self.doubtful {
            Calendar::LunarHijri
        } else if self.long_months > 0 {
            Calendar::SolarHijri
        } else if lunar != solar {
            if lunar > solar {
                Calendar::LunarHijri
            } else {
                Calendar::SolarHijri
            }
        } else if self.doubtful >= WITHOUT_LONG_MONTHS {
            Calendar::LunarHijri
        } else {
            Calendar::SolarHijri
        };
        let hijri_dates = self.doubtful + solar.max(lunar);
        Habit {
            hijri,
            short: if gregorian > hijri_dates {
                Calendar::Gregorian
            } else {
                hijri
            },
            order: match (self.day_first, self.month_first) {
                (0, 0) => None,
                (day, month) if day >= 10 * month => Some(Order::DayFirst),
                (day, month) if month >= 10 * day => Some(Order::MonthFirst),
                _ => None,
            },
        }
    }
}

/// A day that clerks write when they know the year alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct YearDay {
    calendar: Calendar,
    month: u8,
}

/// The first of the year of each calendar, and the middle of the Gregorian one.
const YEAR_DAYS: [YearDay; 4] = [
    YearDay {
        calendar: Calendar::Gregorian,
        month: 1,
    },
    YearDay {
        calendar: Calendar::Gregorian,
        month: 7,
    },
    YearDay {
        calendar: Calendar::SolarHijri,
        month: 1,
    },
    YearDay {
        calendar: Calendar::LunarHijri,
        month: 1,
    },
];

/// Such a day stands for its year when it is at least so many times as frequent as a day is on average, and there at least so
/// often. Chosen by us: births peak on no day by more than half (twice on 1 January where registers are bad), so eight times is
/// a habit of the list.
const OVER_AVERAGE: u64 = 8;
const AT_LEAST: u64 = 3;

/// Dates of one field of one list, told to the day: how often each day that may stand for a year is among them.
#[derive(Clone, Debug, Default)]
pub(crate) struct YearDays {
    all: u64,
    /// Count and years, by place in `YEAR_DAYS`.
    found: BTreeMap<usize, (u64, BTreeSet<i16>)>,
}

impl YearDays {
    /// One date is taken into account.
    pub(crate) fn add(&mut self, when: &When) {
        let Some(day) = when.day() else {
            return;
        };
        self.all += 1;
        for (place, told) in stands_for(when, day) {
            let (count, years) = self.found.entry(place).or_default();
            *count += 1;
            years.insert(told);
        }
    }

    /// Whether such a date stands for its year in this list, and then the year. On three years at least: one day on which many
    /// died is no habit.
    pub(crate) fn year(&self, when: &When) -> Option<When> {
        let day = when.day()?;
        stands_for(when, day).find_map(|(place, year)| {
            let (count, years) = self.found.get(&place)?;
            if *count < AT_LEAST || *count * 365 < OVER_AVERAGE * self.all || years.len() < 3 {
                return None;
            }
            let calendar = YEAR_DAYS[place].calendar;
            let (earliest, latest) = almanac::year(calendar, year)?;
            Some(When {
                earliest,
                latest,
                calendar,
                told: (year, 0, 0),
                about: when.about,
            })
        })
    }
}

/// The years that a day may stand for: in its own calendar, and when it was converted from the Solar one.
fn stands_for(when: &When, day: i32) -> impl Iterator<Item = (usize, i16)> {
    let (told, calendar) = (when.told, when.calendar);
    YEAR_DAYS
        .into_iter()
        .enumerate()
        .filter_map(move |(place, year_day)| {
            let (year, month, date) = if year_day.calendar == calendar {
                told
            } else if calendar == Calendar::Gregorian && year_day.calendar == Calendar::SolarHijri {
                // Only around the turn of the Solar year, 19 to 22 March, is there something to convert.
                if told.1 != 3 || !(19..=22).contains(&told.2) {
                    return None;
                }
                almanac::told(Calendar::SolarHijri, day)
            } else {
                return None;
            };
            (month == year_day.month && date == 1).then_some((place, year))
        })
}
