//! A value in one cell, as systems write it that have only words: told by what its property may say.

use model::{
    date::{Calendar, Edtf, StatedDate},
    number::NumberRange,
    position::{Position, Precision},
    term::Term,
    value::Value,
    vocabulary::{self, Property, ValueType},
};

use crate::mapping::{RowReason, cell};

/// What separates values in one cell, in Uwazi, and with the usual setting in Omeka S and CollectionBuilder.
pub(super) const BAR: char = '|';

/// The value that a cell means for `property`, and what looks wrong with it. `Err`: it is no such value.
pub(super) fn read(
    property: &Property,
    text: &str,
) -> Result<(Value, Option<RowReason>), RowReason> {
    let not_a_term = || RowReason::NotATerm {
        text: text.to_owned(),
    };
    Ok(match property.value.types.first() {
        Some(ValueType::Term) => {
            let list = property.value.terms.as_ref().map_or("", Term::as_str);
            let term = sex(list, text)
                .or_else(|| Term::new(&text.trim().to_lowercase().replace([' ', '_'], "-")).ok())
                .filter(|term| vocabulary::standard().knows(list, term));
            (Value::Term(term.ok_or_else(not_a_term)?), None)
        }
        Some(ValueType::Date) => {
            let (date, problem) = date(text);
            (Value::Date(date), problem)
        }
        Some(ValueType::Number) => (Value::Number(number(text)?), None),
        Some(ValueType::Position) => (Value::Position(position(text, None)?), None),
        Some(ValueType::Link) => (Value::Link(text.to_owned()), None),
        _ => (super::words(text), None),
    })
}

/// The words that other systems have for the two sexes.
fn sex(list: &str, text: &str) -> Option<Term> {
    let word = match (list, text.trim().to_lowercase().as_str()) {
        ("sex", "m" | "male" | "man" | "homme" | "مرد" | "ذكر") => "male",
        ("sex", "f" | "female" | "woman" | "femme" | "زن" | "أنثى") => "female",
        _ => return None,
    };
    Term::new(word).ok()
}

/// A date with the calendar behind it where it is not the Gregorian one, as in `1367-05 (solar-hijri)`. A range is written with `/`
/// in EDTF, with `~` in exports of Uwazi and with `:` in what Uwazi takes in. What EDTF knows is EDTF: `1988~` is about 1988.
pub(super) fn date(text: &str) -> (StatedDate, Option<RowReason>) {
    let named = text
        .strip_suffix(')')
        .and_then(|rest| rest.rsplit_once(" ("));
    let named = named.and_then(|(date, word)| Some((date, Calendar::parse(word)?)));
    let (stated, calendar) = named.unwrap_or_else(|| (text, cell::calendar_from_year(text)));
    let range = match Edtf::parse(stated) {
        Ok(_) => None,
        Err(_) => ['~', ':'].into_iter().find_map(|sign| range(stated, sign)),
    };
    cell::date(range.as_deref().unwrap_or(stated), calendar)
}

/// `from sign to` as EDTF writes it, either end open; `None` when the ends are no dates.
fn range(text: &str, sign: char) -> Option<String> {
    let (from, to) = text.split_once(sign)?;
    let end = |end: &str| match end.trim() {
        "" => Some("..".to_owned()),
        end => {
            let date = cell::slashed(end).unwrap_or_else(|| end.to_owned());
            Edtf::parse(&date).is_ok().then_some(date)
        }
    };
    let (from, to) = (end(from)?, end(to)?);
    (from != ".." || to != "..").then(|| format!("{from}/{to}"))
}

/// A count, two with `..` or a dash between them, or one with `..` on its open side.
fn number(text: &str) -> Result<NumberRange, RowReason> {
    let Some((low, high)) = text.split_once("..") else {
        return cell::number(text);
    };
    let bound = |bound: &str| match bound.trim() {
        "" => Ok(None),
        bound => cell::count(bound)
            .map(Some)
            .ok_or_else(|| RowReason::NotANumber {
                text: text.to_owned(),
            }),
    };
    cell::range(bound(low)?, bound(high)?, text)
}

/// `latitude|longitude`, or with a comma, and how precise. A rough area where that is not told.
pub(super) fn position(text: &str, precision: Option<&str>) -> Result<Position, RowReason> {
    let (latitude, longitude) = text.split_once([BAR, ',']).unwrap_or((text, ""));
    let precision = precision.and_then(cell::precision);
    cell::position(latitude, longitude, precision.unwrap_or(Precision::Region)).ok_or_else(|| {
        RowReason::NotAPosition {
            latitude: latitude.to_owned(),
            longitude: longitude.to_owned(),
        }
    })
}

/// The value as a cell; `None` for a record, which has no words of its own.
pub(super) fn written(value: &Value) -> Option<String> {
    Some(match value {
        Value::Text { text, .. } => text.clone(),
        Value::Date(date) => stated(date),
        Value::Number(range) => bounds(range),
        Value::Position(position) => format!(
            "{}{BAR}{}",
            degrees(position.latitude_e6()),
            degrees(position.longitude_e6())
        ),
        Value::Link(link) => link.clone(),
        Value::Term(term) => term.as_str().to_owned(),
        Value::Record(_) => return None,
    })
}

/// A date, its calendar behind it where a reader would take it for another.
fn stated(date: &StatedDate) -> String {
    if date.calendar == Calendar::Gregorian
        && cell::calendar_from_year(&date.stated) == date.calendar
    {
        date.stated.clone()
    } else {
        format!("{} ({})", date.stated, date.calendar.as_str())
    }
}

/// A count as [`number`] reads it.
pub(super) fn bounds(range: &NumberRange) -> String {
    let text = |bound: Option<u64>| bound.map_or(String::new(), |bound| bound.to_string());
    if range.low() == range.high() {
        text(range.low())
    } else {
        format!("{}..{}", text(range.low()), text(range.high()))
    }
}

/// Millionths of a degree as decimal degrees, without zeros behind.
pub(super) fn degrees(e6: i32) -> String {
    let sign = if e6 < 0 { "-" } else { "" };
    let (whole, part) = (e6.unsigned_abs() / 1_000_000, e6.unsigned_abs() % 1_000_000);
    let text = format!("{sign}{whole}.{part:06}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
