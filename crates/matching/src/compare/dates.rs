//! Levels of dates and ages.

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
        Apart::SameDay => 1,
        Apart::DaySlip => 2,
        Apart::Swapped => 3,
        Apart::OneDigit(_) => 4,
        Apart::MonthAgrees => 5,
        Apart::YearSlip => 6,
        Apart::OtherYear => 7,
        Apart::Days {
            same_month: true, ..
        } => 8,
        Apart::YearAgrees => 9,
        Apart::Days {
            same_year: true, ..
        } => 10,
        Apart::PeriodAgrees => 12,
        Apart::Days { days, .. } | Apart::Gap(days) => match days {
            days if days < YEARS[0] => 13,
            days if days < YEARS[1] => 16,
            days if days < YEARS[2] => 18,
            _ => 21,
        },
    }
}

fn age_level(days: u32) -> u8 {
    match days.div_ceil(YEAR) {
        0 => 11,
        1 => 14,
        2 => 15,
        3 => 17,
        4..=10 => 19,
        _ => 20,
    }
}

fn event_level(apart: Apart) -> u8 {
    match apart {
        Apart::SameDay => 1,
        Apart::DaySlip => 2,
        Apart::Swapped => 3,
        // Within a week most days differ by one digit, and mean the week.
        Apart::OneDigit(8..) => 4,
        Apart::OneDigit(_) => 5,
        Apart::MonthAgrees => 6,
        Apart::YearSlip => 8,
        Apart::OtherYear => 9,
        Apart::YearAgrees => 10,
        Apart::PeriodAgrees => 12,
        Apart::Days {
            days, same_year, ..
        } => match days {
            ..=7 => 5,
            8..=35 => 7,
            _ if same_year => 11,
            days => far(days),
        },
        Apart::Gap(days) => match days {
            ..=35 => 7,
            days => far(days),
        },
    }
}

fn far(days: u32) -> u8 {
    match days {
        days if days < YEARS[0] => 13,
        days if days < YEARS[1] => 14,
        days if days < YEARS[2] => 15,
        _ => 16,
    }
}
