//! Levels of dates and ages.

use super::levels::{BIRTH, EVENT, at};
use crate::{
    age,
    date::apart::{Apart, apart},
    record::{Record, RecordIndex, Records},
};

/// Days in a year, leap days included.
const YEAR: u32 = 366;

/// Fewer days are within a year, three, ten: of years alone, the next one is a day away, the one after it 366 days.
const YEARS: [u32; 3] = [366, 1096, 3653];

/// The level of birth and age; 0 when either is absent.
pub(super) fn birth(records: &Records, left: RecordIndex, right: RecordIndex) -> u8 {
    let (one, two) = (
        &records.rows[left.0 as usize],
        &records.rows[right.0 as usize],
    );
    match (&one.birth, &two.birth) {
        (Some(one), Some(two)) => birth_level(apart(one, two)),
        _ => by_age(records, left, right).map_or(0, age_level),
    }
}

/// The level of the event; 0 when either is absent.
pub(super) fn event(left: &Record, right: &Record) -> u8 {
    match (&left.event, &right.event) {
        (Some(one), Some(two)) => event_level(apart(one, two)),
        _ => 0,
    }
}

/// Whether the births are more than three years apart, in whatever way they are told.
pub(super) fn are_years_apart(records: &Records, left: RecordIndex, right: RecordIndex) -> bool {
    by_age(records, left, right).is_some_and(|days| days > 3 * YEAR)
}

/// Days between the spans in which the two were born.
pub(super) fn by_age(records: &Records, left: RecordIndex, right: RecordIndex) -> Option<u32> {
    let between = |one: (i32, i32), two: (i32, i32)| {
        let gap = one.0.max(two.0).saturating_sub(one.1.min(two.1));
        gap.max(0) as u32
    };
    match (records.birth_days(left), records.birth_days(right)) {
        (Some(one), Some(two)) => Some(between(
            (one.earliest, one.latest),
            (two.earliest, two.latest),
        )),
        // No date anywhere: ages are taken as told on one day.
        (None, None) if records.event.is_none() => {
            let born = |row: RecordIndex| {
                let record = &records.rows[row.0 as usize];
                let list = &records.lists[usize::from(record.list)];
                record.age.map(|age| age::birth(age, (0, 0), list))
            };
            Some(between(born(left)?, born(right)?))
        }
        _ => None,
    }
}

fn birth_level(apart: Apart) -> u8 {
    match apart {
        Apart::SameDay => const { at(&BIRTH, "same-day") },
        Apart::DaySlip => const { at(&BIRTH, "day-slip") },
        Apart::Swapped => const { at(&BIRTH, "swapped-day-month") },
        Apart::MonthAgrees => const { at(&BIRTH, "month-agrees") },
        Apart::OneDigit(_) => const { at(&BIRTH, "one-digit") },
        Apart::YearAgrees => const { at(&BIRTH, "year-agrees") },
        Apart::YearSlip => const { at(&BIRTH, "year-slip") },
        Apart::OtherYear => const { at(&BIRTH, "other-year") },
        Apart::Days {
            same_month: true, ..
        } => const { at(&BIRTH, "same-month-other-day") },
        Apart::PeriodAgrees => const { at(&BIRTH, "period-agrees") },
        Apart::Days {
            same_year: true, ..
        } => const { at(&BIRTH, "same-year-other-day") },
        Apart::Days { days, .. } | Apart::Gap(days) => match days {
            days if days < YEARS[0] => const { at(&BIRTH, "1-year") },
            days if days < YEARS[1] => const { at(&BIRTH, "3-years") },
            days if days < YEARS[2] => const { at(&BIRTH, "10-years") },
            _ => const { at(&BIRTH, "apart") },
        },
    }
}

fn age_level(days: u32) -> u8 {
    match days.div_ceil(YEAR) {
        0 => const { at(&BIRTH, "age-agrees") },
        1 => const { at(&BIRTH, "age-1-year") },
        2 => const { at(&BIRTH, "age-2-years") },
        3 => const { at(&BIRTH, "age-3-years") },
        4..=10 => const { at(&BIRTH, "age-10-years") },
        _ => const { at(&BIRTH, "age-apart") },
    }
}

fn event_level(apart: Apart) -> u8 {
    match apart {
        Apart::SameDay => const { at(&EVENT, "same-day") },
        Apart::DaySlip => const { at(&EVENT, "day-slip") },
        Apart::Swapped => const { at(&EVENT, "swapped-day-month") },
        Apart::MonthAgrees => const { at(&EVENT, "month-agrees") },
        // Within a week most days differ by one digit, and mean the week.
        Apart::OneDigit(8..) => const { at(&EVENT, "one-digit") },
        Apart::OneDigit(_) => const { at(&EVENT, "week") },
        Apart::YearAgrees => const { at(&EVENT, "year-agrees") },
        Apart::PeriodAgrees => const { at(&EVENT, "period-agrees") },
        Apart::YearSlip => const { at(&EVENT, "year-slip") },
        Apart::OtherYear => const { at(&EVENT, "other-year") },
        Apart::Days { days: ..=7, .. } => const { at(&EVENT, "week") },
        Apart::Days { days: ..=35, .. } | Apart::Gap(..=35) => const { at(&EVENT, "35-days") },
        Apart::Days {
            same_year: true, ..
        } => const { at(&EVENT, "same-year") },
        Apart::Days { days, .. } | Apart::Gap(days) => match days {
            days if days < YEARS[0] => const { at(&EVENT, "1-year") },
            days if days < YEARS[1] => const { at(&EVENT, "3-years") },
            days if days < YEARS[2] => const { at(&EVENT, "10-years") },
            _ => const { at(&EVENT, "apart") },
        },
    }
}
