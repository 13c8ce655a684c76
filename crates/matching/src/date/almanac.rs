//! Days of three calendars from a table of the first days of months, itself reckoned by ICU4X: converting a date takes nanoseconds.

use std::sync::LazyLock;

use model::date::{Calendar, CivilDay, Day};

/// A day as told: year, month, day.
pub(crate) type Told = (i16, u8, u8);

/// First days of the months of some years of one calendar.
struct Months {
    first_year: i16,
    /// Rata die of the first of each month; one more than there are months, so that each has an end.
    starts: Vec<i32>,
}

/// Years that people and their records come from. Chosen by us: about 1700 to 2200, in each calendar; others are reckoned by
/// `model::date` one by one.
const YEARS: [(Calendar, i16, i16); 3] = [
    (Calendar::Gregorian, 1700, 2200),
    (Calendar::SolarHijri, 1079, 1579),
    (Calendar::LunarHijri, 1112, 1627),
];

static TABLES: LazyLock<[Months; 3]> = LazyLock::new(|| YEARS.map(Months::of));

impl Months {
    fn of((calendar, first_year, last_year): (Calendar, i16, i16)) -> Self {
        let firsts = (first_year..=last_year + 1)
            .flat_map(|year| (1..=12).map(move |month| (year, month)))
            .map_while(|(year, month)| reckoned(calendar, (year, month, 1)));
        Self {
            first_year,
            starts: firsts.collect(),
        }
    }

    /// The place of a month in the table; months before its first year or after its last have none.
    fn place(&self, year: i16, month: u8) -> Option<usize> {
        let years = usize::try_from(year.checked_sub(self.first_year)?).ok()?;
        let place = years * 12 + usize::from(month.checked_sub(1)?);
        (month <= 12 && place + 1 < self.starts.len()).then_some(place)
    }
}

/// The day that is called so in `calendar`, rata die; `None` when there is none.
pub(crate) fn day(calendar: Calendar, told: Told) -> Option<i32> {
    let (year, month, day) = told;
    let months = &TABLES[calendar as usize];
    let Some(place) = months.place(year, month) else {
        return reckoned(calendar, told);
    };
    let found = months.starts[place] + i32::from(day) - 1;
    (day >= 1 && found < months.starts[place + 1]).then_some(found)
}

/// The first and last day of a month, rata die; `None` when there is no such month.
pub(crate) fn month(calendar: Calendar, year: i16, month: u8) -> Option<(i32, i32)> {
    let first = day(calendar, (year, month, 1))?;
    let next = if month == 12 {
        (year.checked_add(1)?, 1, 1)
    } else {
        (year, month + 1, 1)
    };
    Some((first, day(calendar, next)? - 1))
}

/// The first and last day of a year, rata die.
pub(crate) fn year(calendar: Calendar, year: i16) -> Option<(i32, i32)> {
    let first = day(calendar, (year, 1, 1))?;
    Some((first, day(calendar, (year.checked_add(1)?, 1, 1))? - 1))
}

/// What the day is called in `calendar`.
pub(crate) fn told(calendar: Calendar, day: i32) -> Told {
    let months = &TABLES[calendar as usize];
    let after = months.starts.partition_point(|start| *start <= day);
    if after == 0 || after == months.starts.len() {
        let CivilDay { year, month, day } = Day(i64::from(day)).to(calendar);
        let year = year.clamp(i32::from(i16::MIN), i32::from(i16::MAX));
        return (year as i16, month, day);
    }
    let place = after - 1;
    (
        months.first_year + (place / 12) as i16,
        (place % 12) as u8 + 1,
        (day - months.starts[place]) as u8 + 1,
    )
}

/// The Gregorian year in which a day lies.
pub(crate) fn gregorian_year(day: i32) -> i16 {
    told(Calendar::Gregorian, day).0
}

fn reckoned(calendar: Calendar, (year, month, day): Told) -> Option<i32> {
    let civil = CivilDay {
        year: i32::from(year),
        month,
        day,
    };
    i32::try_from(civil.day(calendar)?.0).ok()
}
