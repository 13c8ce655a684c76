//! The days that a date may mean.

use super::{
    Calendar, CivilDay, DateForm, DateProblem, Day, Edtf, EdtfDate, IntervalEnd, Season, calendar,
};

/// The days that a date may mean, from the earliest to the latest, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    /// First day; `None` when open or unknown.
    pub earliest: Option<Day>,
    /// Last day; `None` when open or unknown.
    pub latest: Option<Day>,
}

impl Span {
    /// The smallest span that holds both; open where either is open.
    pub fn hull(self, other: Self) -> Self {
        Self {
            earliest: self
                .earliest
                .zip(other.earliest)
                .map(|(one, two)| one.min(two)),
            latest: self.latest.zip(other.latest).map(|(one, two)| one.max(two)),
        }
    }

    /// Whether `day` lies in the span.
    pub fn contains(self, day: Day) -> bool {
        self.earliest.is_none_or(|earliest| earliest <= day)
            && self.latest.is_none_or(|latest| day <= latest)
    }
}

impl Edtf {
    /// The days that the date means in `calendar`. An interval runs from the first day of its start to the last day of its end.
    pub fn span(&self, calendar: Calendar) -> Result<Span, DateProblem> {
        match self {
            Self::Date(date) => date.span(calendar),
            Self::Interval { start, end } => {
                let earliest = start.span(calendar)?.and_then(|span| span.earliest);
                let latest = end.span(calendar)?.and_then(|span| span.latest);
                if let (IntervalEnd::Date(start), IntervalEnd::Date(end)) = (*start, *end)
                    && earliest > latest
                {
                    return Err(DateProblem::Reversed { start, end });
                }
                Ok(Span { earliest, latest })
            }
        }
    }
}

impl IntervalEnd {
    fn span(&self, calendar: Calendar) -> Result<Option<Span>, DateProblem> {
        match self {
            Self::Date(date) => date.span(calendar).map(Some),
            Self::Open | Self::Unknown => Ok(None),
        }
    }
}

impl EdtfDate {
    /// The days that the date means in `calendar`; both ends are known.
    pub fn span(&self, calendar: Calendar) -> Result<Span, DateProblem> {
        match self.form {
            DateForm::Day { year, month, day } => {
                months(calendar, (year, month), (year, month))?;
                let found =
                    CivilDay { year, month, day }
                        .day(calendar)
                        .ok_or(DateProblem::NoSuchDay {
                            calendar,
                            year,
                            month,
                            day,
                        })?;
                Ok(Span {
                    earliest: Some(found),
                    latest: Some(found),
                })
            }
            DateForm::SomeDay { year, month } | DateForm::Month { year, month } => {
                months(calendar, (year, month), (year, month))
            }
            DateForm::SomeDayOfYear { year }
            | DateForm::SomeMonth { year }
            | DateForm::Year { year } => years(calendar, year, year),
            DateForm::Season { year, season } => season_span(calendar, year, season),
            DateForm::Decade { tens } => {
                let (first, last) = block(tens, 10);
                years(calendar, first, last)
            }
            DateForm::Century { hundreds } => {
                let (first, last) = block(hundreds, 100);
                years(calendar, first, last)
            }
        }
    }
}

/// The years whose leading digits are `lead`: 198X is 1980 to 1989, −198X is −1989 to −1980.
fn block(lead: i32, size: i32) -> (i32, i32) {
    let near = lead.saturating_mul(size);
    if lead < 0 {
        (near.saturating_sub(size - 1), near)
    } else {
        (near, near.saturating_add(size - 1))
    }
}

fn years(calendar: Calendar, first: i32, last: i32) -> Result<Span, DateProblem> {
    months(calendar, (first, 1), (last, 12))
}

/// From the first day of one month to the last of another; months are year and number.
fn months(calendar: Calendar, first: (i32, u8), last: (i32, u8)) -> Result<Span, DateProblem> {
    if let Some((_, month)) = [first, last]
        .into_iter()
        .find(|(_, month)| !(1..=12).contains(month))
    {
        return Err(DateProblem::NoSuchMonth { month });
    }
    let far = |year: i32| DateProblem::YearOutOfReach {
        year: i64::from(year),
    };
    Ok(Span {
        earliest: Some(
            calendar::first_of_month(calendar, first.0, first.1).ok_or_else(|| far(first.0))?,
        ),
        latest: Some(calendar::last_of_month(calendar, last.0, last.1).ok_or_else(|| far(last.0))?),
    })
}

/// In the Solar Hijri calendar a season is exactly three months of the year. In the Gregorian one it is every month that the
/// season touches in the northern hemisphere, by either the astronomer's or the weather service's reckoning; a winter may be
/// the one that ends or the one that begins in the year. Chosen by us: no day that may be meant is left out.
fn season_span(calendar: Calendar, year: i32, season: Season) -> Result<Span, DateProblem> {
    match (calendar, season) {
        (Calendar::SolarHijri, Season::Spring) => months(calendar, (year, 1), (year, 3)),
        (Calendar::SolarHijri, Season::Summer) => months(calendar, (year, 4), (year, 6)),
        (Calendar::SolarHijri, Season::Autumn) => months(calendar, (year, 7), (year, 9)),
        (Calendar::SolarHijri, Season::Winter) => months(calendar, (year, 10), (year, 12)),
        (Calendar::Gregorian, Season::Spring) => months(calendar, (year, 3), (year, 6)),
        (Calendar::Gregorian, Season::Summer) => months(calendar, (year, 6), (year, 9)),
        (Calendar::Gregorian, Season::Autumn) => months(calendar, (year, 9), (year, 12)),
        (Calendar::Gregorian, Season::Winter) => {
            months(calendar, (year, 1), (year.saturating_add(1), 3))
        }
        (Calendar::LunarHijri, _) => Err(DateProblem::NoSeasons { calendar }),
    }
}
