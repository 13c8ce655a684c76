//! From a date as written to the days that it means, by the calendar that its row names or else by the habits of its list.

use model::date::{Calendar, StatedDate};

use super::{
    Settled, almanac,
    almanac::Told,
    habit::{Habit, Order},
    written::{Point, Shape, Written, Year},
};
use crate::record::{ProblemKind, When};

/// An interval without a beginning begins, and one without an end ends, at the turn of these Gregorian years, or today.
const OPEN: (i16, i16) = (1800, 2100);

/// Imperial years of Iran (1976 to 1978) count from 1180 years before the Solar Hijri ones: 2535 is 1355.
const IMPERIAL: i16 = 1180;

/// A year of the Gregorian calendar after which a date is no date, when nobody says which day is the latest.
const LAST_YEAR: i16 = 2200;

/// The days that a date means. `told` is the calendar that the row names; `today` the latest day possible, rata die.
pub(crate) fn settle(
    written: &Written,
    told: Option<Calendar>,
    habit: Habit,
    today: Option<i32>,
) -> Result<Settled, ProblemKind> {
    let told = written.calendar.or(told);
    let settling = Settling { habit, today };
    let (calendar, problem) = settling.calendar(written, told)?;
    let mut settled = settling.span(written, calendar)?;
    settled.problem = settled.problem.or(problem);
    settled.when.about = written.about;
    let when = settled.when;
    let last = today.or_else(|| almanac::day(Calendar::Gregorian, (LAST_YEAR, 12, 31)));
    if last.is_some_and(|last| when.earliest > last) {
        return Err(if today.is_some() {
            ProblemKind::Future
        } else {
            ProblemKind::NotADate
        });
    }
    Ok(settled)
}

struct Settling {
    habit: Habit,
    today: Option<i32>,
}

impl Settling {
    /// The calendar of a date, and what is wrong with the one that the row names.
    fn calendar(
        &self,
        written: &Written,
        told: Option<Calendar>,
    ) -> Result<(Calendar, Option<ProblemKind>), ProblemKind> {
        let year = match written.shape {
            Shape::Point(point) => point.year,
            Shape::Either { year, .. } => year,
            Shape::Between(start, end) => start.or(end).ok_or(ProblemKind::NotADate)?.year,
            Shape::Season(year, _) => Year::Full(year),
        };
        let Year::Full(year) = year else {
            return Ok((told.unwrap_or(self.habit.short), None));
        };
        let by_year = match year {
            1300..=1500 => self.habit.hijri,
            1200..=1299 | 2450..=2600 => Calendar::SolarHijri,
            _ => Calendar::Gregorian,
        };
        Ok(match told {
            None => (by_year, None),
            Some(calendar) if fits(calendar, year) => (calendar, None),
            Some(_) => (by_year, Some(ProblemKind::NotThatCalendar)),
        })
    }

    fn span(&self, written: &Written, calendar: Calendar) -> Result<Settled, ProblemKind> {
        match written.shape {
            Shape::Point(point) => self.point(point, calendar),
            Shape::Either {
                first,
                second,
                year,
            } => {
                let point = |month, day| Point { year, month, day };
                match self.habit.order {
                    Some(Order::DayFirst) => self.point(point(second, first), calendar),
                    Some(Order::MonthFirst) => self.point(point(first, second), calendar),
                    None => {
                        let mut settled = self.point(point(0, 0), calendar)?;
                        settled.problem = Some(ProblemKind::DayOrMonth);
                        Ok(settled)
                    }
                }
            }
            Shape::Between(start, end) => self.between(start, end, calendar),
            Shape::Season(year, season) => season_span(year, season, calendar),
        }
    }

    fn point(&self, point: Point, calendar: Calendar) -> Result<Settled, ProblemKind> {
        let year = self.full(point.year, calendar)?;
        let told = (year, point.month, point.day);
        let settled = |(earliest, latest), problem| {
            Ok(Settled {
                when: When {
                    earliest,
                    latest,
                    calendar,
                    told,
                    about: false,
                },
                problem,
            })
        };
        let whole_year = almanac::year(calendar, year).ok_or(ProblemKind::NotADate)?;
        match (point.month, point.day) {
            (0, 0) => settled(whole_year, None),
            (0, _) => settled(whole_year, Some(ProblemKind::NoSuchDay)),
            (month, day) => match (almanac::month(calendar, year, month), day) {
                (None, _) => settled(whole_year, Some(ProblemKind::NoSuchDay)),
                (Some(span), 0) => settled(span, None),
                (Some(span), _) => match existing(calendar, told) {
                    Some(day) => settled((day, day), None),
                    None => settled(span, Some(ProblemKind::NoSuchDay)),
                },
            },
        }
    }

    fn between(
        &self,
        start: Option<Point>,
        end: Option<Point>,
        calendar: Calendar,
    ) -> Result<Settled, ProblemKind> {
        let side =
            |point: Option<Point>| point.map(|point| self.point(point, calendar)).transpose();
        let (start, end) = (side(start)?, side(end)?);
        let open =
            |year| almanac::day(Calendar::Gregorian, (year, 1, 1)).ok_or(ProblemKind::NotADate);
        let earliest = match start {
            Some(start) => start.when.earliest,
            None => open(OPEN.0)?,
        };
        let latest = match (end, self.today) {
            (Some(end), _) => end.when.latest,
            (None, Some(today)) => today.max(earliest),
            (None, None) => open(OPEN.1)?,
        };
        if latest < earliest {
            return Err(ProblemKind::NotADate);
        }
        let year = start.or(end).map_or(0, |side| side.when.told.0);
        let problem = start
            .and_then(|start| start.problem)
            .or(end.and_then(|end| end.problem));
        Ok(Settled {
            when: When {
                earliest,
                latest,
                calendar,
                told: (year, 0, 0),
                about: false,
            },
            problem,
        })
    }

    /// A year in full, in its calendar.
    fn full(&self, year: Year, calendar: Calendar) -> Result<i16, ProblemKind> {
        match (year, calendar) {
            (Year::Full(year @ 2450..=2600), Calendar::SolarHijri) => Ok(year - IMPERIAL),
            (Year::Full(year), _) => Ok(year),
            (Year::Short(year), calendar) => self.century(year, calendar),
        }
    }

    /// The only century that two digits can mean, if there is one: that before the current one, when the digits are not yet
    /// reached in this. Without a day to count from, the years 1420 and 2030 are taken as not yet reached.
    fn century(&self, year: u8, calendar: Calendar) -> Result<i16, ProblemKind> {
        let (last, unreached) = match calendar {
            Calendar::Gregorian => (1900, 30),
            Calendar::SolarHijri => (1300, 20),
            // A lifetime holds years of two lunar centuries.
            Calendar::LunarHijri => return Err(ProblemKind::NotADate),
        };
        let reached = match self.today {
            Some(today) => almanac::told(calendar, today).0 - last - 100,
            None => unreached,
        };
        if i16::from(year) > reached {
            Ok(last + i16::from(year))
        } else {
            Err(ProblemKind::NotADate)
        }
    }
}

/// Whether a year can be of a calendar, for people whom anybody now living may look for.
fn fits(calendar: Calendar, year: i16) -> bool {
    match calendar {
        Calendar::Gregorian => !(1200..=1500).contains(&year) && year < 2450,
        Calendar::SolarHijri => year < 1700 || (2450..=2600).contains(&year),
        Calendar::LunarHijri => year < 1700,
    }
}

/// The day of that name. A lunar month may have its 30th day by sight of the moon where the table gives it 29: then it is the
/// next day.
fn existing(calendar: Calendar, told: Told) -> Option<i32> {
    let (year, month, day) = told;
    almanac::day(calendar, told).or_else(|| {
        if calendar == Calendar::LunarHijri && day == 30 {
            almanac::day(calendar, (year, month, 29)).map(|day| day + 1)
        } else {
            None
        }
    })
}

fn season_span(year: i16, season: u8, calendar: Calendar) -> Result<Settled, ProblemKind> {
    let stated = StatedDate {
        stated: format!("{year:04}-{season}"),
        calendar,
    };
    let span = stated.span().map_err(|_| ProblemKind::NotADate)?;
    let day = |day: Option<model::date::Day>| {
        day.and_then(|day| i32::try_from(day.0).ok())
            .ok_or(ProblemKind::NotADate)
    };
    Ok(Settled {
        when: When {
            earliest: day(span.earliest)?,
            latest: day(span.latest)?,
            calendar,
            told: (year, 0, 0),
            about: false,
        },
        problem: None,
    })
}
