//! Dates as stated, turned into what a page shows: days, two calendars, and how sharp they are.

use model::{
    date::{
        Calendar, CivilDay, DateForm, Day, Edtf, EdtfDate, IntervalEnd, Qualification, Span,
        StatedDate,
    },
    entry::Timestamp,
};

use crate::edition::{DateShape, ShownDate};

/// 1970-01-01 as rata die (Reingold and Dershowitz, *Calendrical Calculations*, section 1.2).
const UNIX_EPOCH: i64 = 719_163;
const SECONDS_A_DAY: i64 = 86_400;

/// `date` as a page shows it.
pub(crate) fn shown(date: StatedDate) -> ShownDate {
    let read = date
        .edtf()
        .and_then(|edtf| edtf.span(date.calendar).map(|span| (edtf, span)));
    let StatedDate { stated, calendar } = date;
    let Ok((edtf, Span { earliest, latest })) = read else {
        return ShownDate {
            stated,
            calendar,
            problem: true,
            earliest: None,
            latest: None,
            uncertain: false,
            approximate: false,
            gregorian: (None, None),
            solar_hijri: (None, None),
            shape: DateShape::Words,
        };
    };
    let in_calendar = |calendar| -> (Option<CivilDay>, Option<CivilDay>) {
        (
            earliest.map(|day| day.to(calendar)),
            latest.map(|day| day.to(calendar)),
        )
    };
    let (uncertain, approximate) = doubts(&edtf);
    ShownDate {
        stated,
        calendar,
        problem: false,
        earliest,
        latest,
        uncertain,
        approximate,
        gregorian: in_calendar(Calendar::Gregorian),
        solar_hijri: in_calendar(Calendar::SolarHijri),
        shape: shape(&edtf),
    }
}

/// The Gregorian day of `time` in UTC, `YYYY-MM-DD`.
pub(crate) fn day_of(time: Timestamp) -> String {
    let CivilDay { year, month, day } = day(time).to(Calendar::Gregorian);
    format!("{year:04}-{month:02}-{day:02}")
}

/// The day of `time` in UTC.
pub(crate) fn day(time: Timestamp) -> Day {
    Day(UNIX_EPOCH.saturating_add(time.0.div_euclid(SECONDS_A_DAY)))
}

fn shape(edtf: &Edtf) -> DateShape {
    let Edtf::Date(date) = edtf else {
        return DateShape::Interval;
    };
    match date.form {
        DateForm::Day { .. } => DateShape::Day,
        DateForm::Month { .. } => DateShape::Month,
        DateForm::Season { .. } => DateShape::Season,
        DateForm::Year { .. } => DateShape::Year,
        DateForm::SomeDay { .. }
        | DateForm::SomeDayOfYear { .. }
        | DateForm::SomeMonth { .. }
        | DateForm::Decade { .. }
        | DateForm::Century { .. } => DateShape::Blunt,
    }
}

/// Whether any part of the date is uncertain, and whether any is approximate.
fn doubts(edtf: &Edtf) -> (bool, bool) {
    let of = |date: &EdtfDate| match date.qualification {
        Qualification::Certain => (false, false),
        Qualification::Uncertain => (true, false),
        Qualification::Approximate => (false, true),
        Qualification::UncertainApproximate => (true, true),
    };
    let end = |end: &IntervalEnd| match end {
        IntervalEnd::Date(date) => of(date),
        IntervalEnd::Open | IntervalEnd::Unknown => (false, false),
    };
    match edtf {
        Edtf::Date(date) => of(date),
        Edtf::Interval { start, end: last } => {
            let (one, two) = (end(start), end(last));
            (one.0 || two.0, one.1 || two.1)
        }
    }
}
