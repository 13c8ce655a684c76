//! Dates in a text, resolved against the day of the report.

use model::date::{Calendar, CivilDay, Day, StatedDate};

use super::{
    Found, edtf,
    lexicon::{Lexicon, Ordered},
    words::{Kind, Token},
};
use crate::reading::{EntityKind, Norm};

/// Tokens of a sentence looked at on either side of a day. Chosen by us; it bounds the time.
const SENTENCE: usize = 30;

/// EDTF for a date that cannot be resolved.
pub(super) const UNKNOWN: &str = "XXXX";

/// The day of the report, from which "yesterday" is told, and the calendar in which it stands there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Base {
    /// Gregorian.
    pub(super) day: CivilDay,
    /// In which "last year" is a year.
    pub(super) calendar: Calendar,
    /// Whether it is not the day of the report but one that the report tells of first: a weekday then comes after it.
    pub(super) told: bool,
}

/// The first whole day that `tokens` name, for a report without a dateline: an obituary begins with the day of the death.
pub(super) fn first_told(tokens: &[Token], lexicon: &Lexicon) -> Option<Base> {
    let days = find(tokens, lexicon, None);
    let day = days.iter().find_map(|date| match &date.norm {
        Some(Norm::Date(norm)) => super::day(norm),
        _ => None,
    })?;
    Some(Base {
        day,
        calendar: Calendar::Gregorian,
        told: true,
    })
}

/// Dates in `tokens`, in order, without overlap.
pub(super) fn find(tokens: &[Token], lexicon: &Lexicon, base: Option<Base>) -> Vec<Found> {
    let finder = Finder {
        tokens,
        lexicon,
        base,
    };
    let mut found = Vec::new();
    let mut place = 0;
    while place < tokens.len() {
        let Some((end, norm)) = finder.at(place) else {
            place += 1;
            continue;
        };
        let mut date = Found::new(
            EntityKind::Date,
            tokens[place].start,
            tokens[end - 1].bare_end,
        );
        date.norm = Some(Norm::Date(norm));
        found.push(date);
        place = end;
    }
    found
}

struct Finder<'a> {
    tokens: &'a [Token],
    lexicon: &'a Lexicon,
    base: Option<Base>,
}

/// The name of a month, and the token after it.
#[derive(Clone, Copy, Debug)]
struct Month {
    number: u8,
    calendar: Calendar,
    end: usize,
}

/// Where a date ends, in tokens, and what it means.
type Hit = (usize, String);

impl Finder<'_> {
    fn at(&self, place: usize) -> Option<Hit> {
        self.numeric(place)
            .or_else(|| self.after_weekday(place))
            .or_else(|| self.with_month(place))
            .or_else(|| self.season(place))
            .or_else(|| self.relative(place))
            .or_else(|| self.weekday(place))
            .or_else(|| self.anniversary(place))
            .or_else(|| self.decade(place))
            .or_else(|| self.year_alone(place))
    }

    fn token(&self, place: usize) -> Option<&Token> {
        self.tokens.get(place)
    }

    /// The place after `place` when a mark stands there, else `place`.
    fn over_mark(&self, place: usize, marks: &[char]) -> usize {
        let found = self
            .token(place)
            .is_some_and(|token| marks.iter().any(|mark| token.is_mark(*mark)));
        place + usize::from(found)
    }

    /// The place after words that may stand inside a date, and the marks of elision.
    fn over_links(&self, mut place: usize) -> usize {
        while self.token(place).is_some_and(|token| {
            self.lexicon.date_links.has(token)
                || token.glued && token.is_mark('\'')
                || token.is_mark('\u{2019}')
        }) {
            place += 1;
        }
        place
    }

    /// A day of the month: `31`, `31st`, `1er`.
    fn day(&self, place: usize) -> Option<u8> {
        let token = self.token(place)?;
        let digits = match token.kind {
            Kind::Number => token.key.as_str(),
            Kind::Mixed => ["st", "nd", "rd", "th", "er"]
                .iter()
                .find_map(|ending| token.key.strip_suffix(ending))?,
            Kind::Word | Kind::Mark | Kind::Break => return None,
        };
        digits.parse().ok().filter(|day| (1..=31).contains(day))
    }

    /// A year of four digits in the calendar of reports: 1500 to 2100, or 1250 to 1450 in the Hijri calendars.
    fn year(&self, place: usize) -> Option<i32> {
        let token = self.token(place)?;
        if token.kind != Kind::Number || token.key.len() != 4 {
            return None;
        }
        let year = token.key.parse().ok()?;
        let gregorian = (1500..=2100).contains(&year);
        let hijri = !self.lexicon.has_capitals() && (1250..=1450).contains(&year);
        (gregorian || hijri).then_some(year)
    }

    /// `2019-08-30`, `30/08/2019`, `۱۳۶۷/۵/۶`.
    fn numeric(&self, place: usize) -> Option<Hit> {
        let part = |at: usize| {
            let token = self.token(at).filter(|token| token.kind == Kind::Number)?;
            token.key.parse::<i32>().ok()
        };
        let separator = self.token(place + 1)?;
        let same = ['-', '/', '.'].into_iter().any(|mark| {
            separator.is_mark(mark)
                && separator.glued
                && self
                    .token(place + 3)
                    .is_some_and(|token| token.is_mark(mark) && token.glued)
        });
        let (first, middle, last) = (part(place)?, part(place + 2)?, part(place + 4)?);
        if !same {
            return None;
        }
        let end = place + 5;
        if self.year(place).is_some() {
            return Some((end, whole(first, middle as u8, last as u8)?));
        }
        self.year(place + 4)?;
        // Day and month change places between countries: both orders must give the same day, or one must be impossible.
        let european = (middle <= 12)
            .then(|| whole(last, middle as u8, first as u8))
            .flatten();
        let american = (first <= 12)
            .then(|| whole(last, first as u8, middle as u8))
            .flatten();
        let month_first = self.lexicon.is_month_first();
        match (european, american) {
            (Some(one), None) | (None, Some(one)) => Some((end, one)),
            (Some(one), Some(other)) if one == other || !month_first => Some((end, one)),
            (Some(_), Some(_)) => Some((end, format!("{last:04}"))),
            (None, None) => None,
        }
    }

    /// `Friday, August 30`.
    fn after_weekday(&self, place: usize) -> Option<Hit> {
        self.lexicon.weekdays.get(self.token(place)?)?;
        let next = self.over_mark(place + 1, &[',', '\u{60c}']);
        self.with_month(next)
    }

    /// Any date with the name of a month.
    fn with_month(&self, place: usize) -> Option<Hit> {
        if let Some(day) = self.day(place) {
            let at = self.over_links(place + 1);
            let month = self.month(at)?;
            return Some(self.finish(month, Some(day)));
        }
        let month = self.month(place)?;
        if let Some(day) = self.day(month.end) {
            let end = month.end + 1;
            return Some(self.finish(Month { end, ..month }, Some(day)));
        }
        let lexicon = self.lexicon;
        let opened = place
            .checked_sub(1)
            .and_then(|at| self.token(at))
            .is_some_and(|before| lexicon.month_openers.has(before));
        let wary = lexicon.wary_months.has(&self.tokens[place]) && !opened;
        let step = self.token(month.end).and_then(|after| {
            let last = lexicon.last_after.has(after).then_some(-1);
            last.or_else(|| lexicon.next_after.has(after).then_some(1))
        });
        if let Some(step) = step {
            return Some((month.end + 1, self.month_beside(month, step)));
        }
        let (end, norm) = self.finish(month, None);
        (!wary || end > month.end).then_some((end, norm))
    }

    /// The last or the next month of a name, seen from the report.
    fn month_beside(&self, month: Month, step: i32) -> String {
        let Some(today) = self.base.and_then(|base| number(base.day)) else {
            return UNKNOWN.to_owned();
        };
        let now = Day(today).to(month.calendar);
        let year = if step < 0 && month.number >= now.month {
            now.year - 1
        } else if step > 0 && month.number <= now.month {
            now.year + 1
        } else {
            now.year
        };
        stated(month.calendar, year, Some(month.number), None)
    }

    fn month(&self, place: usize) -> Option<Month> {
        let lexicon = self.lexicon;
        let token = self.token(place)?;
        if lexicon.has_capitals() && !token.capital && lexicon.is_month_first() {
            return None;
        }
        let known = |names: &Ordered, calendar| {
            let (number, length) = names.opens(&self.tokens[place..])?;
            Some(Month {
                number,
                calendar,
                end: place + length,
            })
        };
        let mut month = known(&lexicon.months, Calendar::Gregorian)
            .or_else(|| known(&lexicon.solar_months, Calendar::SolarHijri))
            .or_else(|| known(&lexicon.lunar_months, Calendar::LunarHijri))?;
        // "أيلول/سبتمبر": the same month by another name.
        let slash = self.token(month.end).filter(|token| token.is_mark('/'));
        if slash.is_some()
            && let Some((number, length)) = lexicon.months.opens(self.tokens.get(month.end + 1..)?)
            && number == month.number
        {
            month.end += 1 + length;
        }
        // "sept."
        let short = self
            .token(month.end - 1)
            .is_some_and(|name| name.key.chars().count() <= 4);
        let point = self
            .token(month.end)
            .is_some_and(|mark| mark.is_mark('.') && mark.glued);
        let goes_on = self
            .token(month.end + 1)
            .is_some_and(|next| next.kind == Kind::Number);
        month.end += usize::from(short && point && goes_on);
        Some(month)
    }

    /// The year after day and month, or else the one nearest to the report.
    fn finish(&self, month: Month, day: Option<u8>) -> Hit {
        let place = month.end;
        let calendar = month.calendar;
        let after = self.over_mark(place, &[',', '.', '\u{60c}']);
        let after = self.over_links(after);
        if let Some(year) = self.year_in(after, calendar) {
            return (after + 1, stated(calendar, year, Some(month.number), day));
        }
        let norm = self
            .base
            .and_then(|base| nearest_year(base.day, month.number, day, calendar))
            .map(|year| stated(calendar, year, Some(month.number), day));
        (place, norm.unwrap_or_else(|| UNKNOWN.to_owned()))
    }

    /// A year of four digits after a month of `calendar`.
    fn year_in(&self, place: usize, calendar: Calendar) -> Option<i32> {
        let hijri = || {
            let token = self
                .token(place)
                .filter(|token| token.kind == Kind::Number)?;
            let year = token.key.parse().ok()?;
            (token.key.len() == 4 && (1200..=1500).contains(&year)).then_some(year)
        };
        match calendar {
            Calendar::Gregorian => self.year(place),
            Calendar::SolarHijri | Calendar::LunarHijri => hijri().or_else(|| self.year(place)),
        }
    }

    /// `summer 1988`, `été 1988`, `تابستان ۱۳۶۷`, `last summer`.
    fn season(&self, place: usize) -> Option<Hit> {
        let season = self.lexicon.seasons.get(self.token(place)?)?;
        let at = self.over_links(place + 1);
        let year = self.year(at)?;
        let calendar = calendar_of(year);
        if calendar == Calendar::Gregorian {
            return Some((at + 1, format!("{year:04}-{}", 20 + season)));
        }
        Some((
            at + 1,
            interval(calendar, &format!("{year:04}-{}", 20 + season)),
        ))
    }

    /// `yesterday`, `last month`, `le mois dernier`, `هفتهٔ گذشته`, `last Friday`.
    fn relative(&self, place: usize) -> Option<Hit> {
        let token = self.token(place)?;
        if let Some(days) = self.lexicon.days.get(token) {
            return Some((place + 1, self.shifted(days)));
        }
        let unit = self.token(place + 1);
        if self.lexicon.recent.has(token)
            && unit.is_some_and(|unit| self.lexicon.durations.has(unit))
        {
            return Some((place + 2, UNKNOWN.to_owned()));
        }
        let step = if self.lexicon.last.has(token) {
            -1
        } else if self.lexicon.this.has(token) {
            0
        } else if self.lexicon.next.has(token) {
            1
        } else {
            let after = self.token(place + 1)?;
            let step = if self.lexicon.last_after.has(after) {
                -1
            } else if self.lexicon.next_after.has(after) {
                1
            } else {
                return None;
            };
            return Some((place + 2, self.unit(place, step)?));
        };
        Some((place + 2, self.unit(place + 1, step)?))
    }

    /// The week, month, year or weekday at `place`, `step` units from the report.
    fn unit(&self, place: usize, step: i64) -> Option<String> {
        let token = self.token(place)?;
        let lexicon = self.lexicon;
        if let Some(weekday) = lexicon.weekdays.get(token) {
            return Some(self.on_weekday(weekday, step));
        }
        let known = [&lexicon.week, &lexicon.month, &lexicon.year];
        let unit = known.iter().position(|words| words.has(token))?;
        let Some(base) = self.base else {
            return Some(UNKNOWN.to_owned());
        };
        let today = Day(number(base.day)?);
        let now = today.to(base.calendar);
        let (year, month) = (i64::from(now.year), i64::from(now.month));
        let whole = |year: i64, month: Option<u8>| {
            i32::try_from(year).map_or_else(
                |_| UNKNOWN.to_owned(),
                |year| stated(base.calendar, year, month, None),
            )
        };
        Some(match unit {
            0 => {
                // Where the year is the Solar Hijri one, the week begins on Saturday; else on Monday, rata die 1.
                let into = match base.calendar {
                    Calendar::SolarHijri => (today.0 + 1).rem_euclid(7),
                    Calendar::Gregorian | Calendar::LunarHijri => (today.0 - 1).rem_euclid(7),
                };
                let first = today.0 - into + 7 * step;
                format!("{}/{}", edtf(civil(first)), edtf(civil(first + 6)))
            }
            1 => {
                let months = year * 12 + month - 1 + step;
                let month = u8::try_from(months.rem_euclid(12) + 1).ok();
                whole(months.div_euclid(12), month)
            }
            _ => whole(year + step, None),
        })
    }

    /// A weekday alone: the last one that is not after the report.
    fn weekday(&self, place: usize) -> Option<Hit> {
        let token = self.token(place)?;
        let weekday = self.lexicon.weekdays.get(token)?;
        let end = place + 1;
        if self
            .token(end)
            .is_some_and(|after| self.lexicon.last_after.has(after))
        {
            return Some((end + 1, self.on_weekday(weekday, -1)));
        }
        if self
            .token(end)
            .is_some_and(|after| self.lexicon.next_after.has(after))
        {
            return Some((end + 1, self.on_weekday(weekday, 1)));
        }
        let told = self.base.is_some_and(|base| base.told);
        let step = i64::from(told || self.is_to_come(place));
        Some((end, self.on_weekday(weekday, step)))
    }

    /// Whether the sentence around a day speaks of what is still to come.
    fn is_to_come(&self, place: usize) -> bool {
        let lexicon = self.lexicon;
        let until = self.tokens[place.saturating_sub(3)..place]
            .iter()
            .any(|before| lexicon.until.has(before));
        let goes_on = |token: &&Token| {
            token.kind != Kind::Break
                && ![".", "!", "?", ";", "\u{61f}", "\u{61b}"].contains(&token.key.as_str())
        };
        let tells = |token: &Token| {
            lexicon.future.has(token)
                || token.is_word()
                    && token.key.chars().count() > 4
                    && !token.capital
                    && (lexicon
                        .future_endings
                        .iter()
                        .any(|ending| token.key.ends_with(ending))
                        || lexicon
                            .future_beginnings
                            .iter()
                            .any(|beginning| token.key.starts_with(beginning)))
        };
        let before = self.tokens[..place]
            .iter()
            .rev()
            .take(SENTENCE)
            .take_while(goes_on);
        let after = self.tokens[place..]
            .iter()
            .take(SENTENCE)
            .take_while(goes_on);
        until || before.chain(after).any(tells)
    }

    /// With step 0 the day of the report itself counts; with −1 only days before it, with 1 only days after it.
    fn on_weekday(&self, weekday: u8, step: i64) -> String {
        let Some(today) = self.base.and_then(|base| number(base.day)) else {
            return UNKNOWN.to_owned();
        };
        // Rata die 1 is a Monday.
        let today_is = (today - 1).rem_euclid(7) + 1;
        let back = (today_is - i64::from(weekday)).rem_euclid(7);
        let day = match step {
            0 => today - back,
            ..0 => today - if back == 0 { 7 } else { back },
            1.. => today - back + 7,
        };
        edtf(civil(day))
    }

    /// `31st anniversary`: the year of the report.
    fn anniversary(&self, place: usize) -> Option<Hit> {
        let ordinal = self
            .token(place)
            .filter(|token| token.kind == Kind::Mixed)?;
        let after = self.token(place + 1)?;
        if !self.lexicon.anniversary.has(after) || ordinal.key.is_empty() {
            return None;
        }
        let year = self.base.map_or_else(
            || UNKNOWN.to_owned(),
            |base| format!("{:04}", base.day.year),
        );
        Some((place + 2, year))
    }

    /// `1980s`, `années 1980`, `السبعينيات`.
    fn decade(&self, place: usize) -> Option<Hit> {
        let lexicon = self.lexicon;
        if let Some(digit) = lexicon.decades.get(self.token(place)?) {
            let after = self.tokens.get(place + 1..).unwrap_or_default();
            let end = place + 1 + lexicon.decade_ends.opens(after).unwrap_or(0);
            return Some((end, format!("19{digit}X")));
        }
        let opened = place
            .checked_sub(1)
            .is_some_and(|before| lexicon.decade_openers.has(&self.tokens[before]));
        if let Some(year) = self.year(place).filter(|year| opened && year % 10 == 0) {
            return (year >= 1500).then(|| (place + 1, format!("{}X", year / 10)));
        }
        let token = self
            .token(place)
            .filter(|token| token.kind == Kind::Mixed)?;
        let decade = token.key.strip_suffix('s')?.strip_suffix('0')?;
        let fits = decade.len() == 3 && decade.bytes().all(|byte| byte.is_ascii_digit());
        fits.then(|| (place + 1, format!("{decade}X")))
    }

    fn year_alone(&self, place: usize) -> Option<Hit> {
        let year = self.year(place)?;
        let near = |at: Option<usize>| at.and_then(|at| self.token(at));
        let before = near(place.checked_sub(1));
        let counted = [place + 1, place + 2].into_iter().any(|at| {
            self.token(at)
                .is_some_and(|token| self.lexicon.people.has(token))
        }) && self.is_bare_count(place);
        let numbered = before.is_some_and(|token| self.lexicon.before_age.has(token));
        let joined = before.is_some_and(|token| token.glued && token.is_mark('/'));
        if counted || numbered || joined {
            return None;
        }
        let calendar = match calendar_of(year) {
            Calendar::SolarHijri if self.lexicon.has_lunar_years() => Calendar::LunarHijri,
            calendar => calendar,
        };
        Some((place + 1, stated(calendar, year, None, None)))
    }

    /// "1988 prisoners" may be a count; "the 1988 prisoners", "summer 1988 victims" are not.
    fn is_bare_count(&self, place: usize) -> bool {
        let before = place.checked_sub(1).and_then(|at| self.token(at));
        let modified = self.lexicon.modifier(&self.tokens[..place], &[]).1 > 0;
        modified || before.is_none_or(|token| !token.is_word())
    }

    fn shifted(&self, days: i64) -> String {
        match self.base.and_then(|base| number(base.day)) {
            Some(today) => edtf(civil(today + days)),
            None => UNKNOWN.to_owned(),
        }
    }
}

fn number(day: CivilDay) -> Option<i64> {
    day.day(Calendar::Gregorian).map(|day| day.0)
}

fn civil(day: i64) -> CivilDay {
    Day(day).to(Calendar::Gregorian)
}

fn calendar_of(year: i32) -> Calendar {
    if year < 1500 {
        Calendar::SolarHijri
    } else {
        Calendar::Gregorian
    }
}

/// A whole date with its calendar told from the year; `None` when there is no such day.
fn whole(year: i32, month: u8, day: u8) -> Option<String> {
    let calendar = calendar_of(year);
    CivilDay { year, month, day }.day(calendar)?;
    Some(stated(calendar, year, Some(month), Some(day)))
}

/// A date of its calendar as Gregorian EDTF.
fn stated(calendar: Calendar, year: i32, month: Option<u8>, day: Option<u8>) -> String {
    let mut text = format!("{year:04}");
    for part in [month, day].into_iter().flatten() {
        text.push_str(&format!("-{part:02}"));
    }
    match calendar {
        // A Solar Hijri month beside a Gregorian year, as in "Mordad 1988", stands in that calendar only by name.
        Calendar::SolarHijri | Calendar::LunarHijri if year > 1500 => format!("{year:04}"),
        Calendar::Gregorian => text,
        Calendar::SolarHijri | Calendar::LunarHijri => interval(calendar, &text),
    }
}

/// The Gregorian days of a date in another calendar.
fn interval(calendar: Calendar, stated: &str) -> String {
    let span = StatedDate {
        stated: stated.to_owned(),
        calendar,
    }
    .span();
    let ends = span.ok().and_then(|span| span.earliest.zip(span.latest));
    let Some((earliest, latest)) = ends else {
        return UNKNOWN.to_owned();
    };
    let (first, last) = (
        edtf(earliest.to(Calendar::Gregorian)),
        edtf(latest.to(Calendar::Gregorian)),
    );
    if first == last {
        first
    } else {
        format!("{first}/{last}")
    }
}

/// The year in which month and day lie nearest to the report.
fn nearest_year(base: CivilDay, month: u8, day: Option<u8>, calendar: Calendar) -> Option<i32> {
    let today = base.day(Calendar::Gregorian)?;
    let year = today.to(calendar).year;
    [year, year - 1, year + 1]
        .into_iter()
        .filter_map(|year| {
            let day = day.unwrap_or(15);
            let there = CivilDay { year, month, day }.day(calendar)?;
            Some(((there.0 - today.0).abs(), year))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, year)| year)
}
