//! The people of an archive as rows to be matched: one for each record, whatever was judged of it.

use std::collections::BTreeMap;

use matching::{
    link::Judged,
    record::{RecordIndex, Records},
    table::{Columns, Reading, ReadingSettings},
};
use model::{
    claim::Claim,
    date::{Calendar, Day, StatedDate},
    id::{RecordId, RecordKind},
    judgement::Decision,
    value::Value,
};
use names::script::{Script, of};

use crate::{error::Result, registrar::Registrar};

/// The columns that a person's claims fill, in the order of `cells`.
const HEADER: [&str; 13] = [
    "rec_id",
    "list",
    "name",
    "name_fa",
    "father",
    "father_fa",
    "sex",
    "birth",
    "age",
    "death",
    "place",
    "birth_place",
    "affiliation",
];

/// The calendar stands in a column of its own.
const CALENDAR: &str = "calendar";

/// The people, ready to be matched, and who they are.
#[derive(Debug)]
pub(crate) struct People {
    /// The records of `matching`.
    pub(crate) records: Records,
    /// The record of each row.
    pub(crate) ids: Vec<RecordId>,
    places: BTreeMap<RecordId, u32>,
}

impl People {
    /// The row of a record.
    pub(crate) fn index(&self, id: RecordId) -> Option<RecordIndex> {
        self.places.get(&id).copied().map(RecordIndex)
    }

    /// The record of a row.
    pub(crate) fn id(&self, row: RecordIndex) -> RecordId {
        self.ids[row.0 as usize]
    }
}

impl Registrar {
    /// Every person of the archive as a row. Lists are the sources that name them.
    pub(crate) fn people(&self) -> Result<People> {
        let mut claims: BTreeMap<RecordId, Vec<Claim>> = BTreeMap::new();
        let mut order = Vec::new();
        for view in self.catalog.records(RecordKind::Person)? {
            let view = view?;
            order.push(view.id);
            order.extend(&view.also);
            for claim in view.claims {
                claims
                    .entry(claim.claim.about)
                    .or_default()
                    .push(claim.claim);
            }
        }
        let header: Vec<&str> = HEADER.iter().copied().chain([CALENDAR]).collect();
        let (columns, _) = Columns::of(&header).expect("the header has a column of names");
        let mut reading = Reading::new(columns, ReadingSettings::default());
        for id in &order {
            let told = claims.remove(id).unwrap_or_default();
            let cells = self.cells(*id, &told)?;
            let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
            reading.row(&cells);
        }
        Ok(People {
            records: reading.finish(),
            places: order.iter().copied().zip(0..).collect(),
            ids: order,
        })
    }

    fn cells(&self, id: RecordId, claims: &[Claim]) -> Result<Vec<String>> {
        let names = texts(claims, "name");
        let fathers = texts(claims, "father-name");
        let dates = [first_date(claims, "born"), first_date(claims, "died")];
        let calendar = dates
            .iter()
            .flatten()
            .next()
            .map_or(Calendar::Gregorian, |date| date.calendar);
        let [born, died] =
            dates.map(|date| date.map_or_else(String::new, |date| told_in(&date, calendar)));
        let list = claims.iter().find_map(|claim| claim.citation.source);
        Ok(vec![
            id.to_string(),
            list.map_or_else(String::new, |source| source.to_string()),
            of_script(&names, false),
            of_script(&names, true),
            of_script(&fathers, false),
            of_script(&fathers, true),
            first(claims, "sex", word),
            born,
            first(claims, "age", age),
            died,
            self.place(claims, &["place-of-death", "prison"])?,
            self.place(claims, &["place-of-birth"])?,
            first(claims, "affiliation", word),
            calendar.as_str().to_owned(),
        ])
    }

    /// The first place that one of `properties` names, in words.
    fn place(&self, claims: &[Claim], properties: &[&str]) -> Result<String> {
        for property in properties {
            for claim in claims
                .iter()
                .filter(|claim| claim.property.as_str() == *property)
            {
                match &claim.value {
                    Value::Text { text, .. } => return Ok(text.clone()),
                    Value::Record(place) => {
                        if let Some(name) = self.name_of(*place)? {
                            return Ok(name);
                        }
                    }
                    _ => {}
                }
            }
        }
        Ok(String::new())
    }

    /// The first name of a record.
    pub(crate) fn name_of(&self, id: RecordId) -> Result<Option<String>> {
        let view = self.catalog.record(id)?;
        let claims = view.iter().flat_map(|view| &view.claims);
        Ok(claims
            .filter(|claim| claim.claim.property.as_str() == "name")
            .find_map(|claim| word(&claim.claim.value)))
    }

    /// What people decided about pairs of people, the last decision on each pair.
    pub(crate) fn judged(&self, people: &People) -> Result<Judged> {
        let mut last: BTreeMap<(RecordIndex, RecordIndex), Decision> = BTreeMap::new();
        for ((one, two), decision) in self.decided_pairs()? {
            if let (Some(one), Some(two)) = (people.index(one), people.index(two)) {
                last.insert((one.min(two), one.max(two)), decision);
            }
        }
        let mut judged = Judged::default();
        for (pair, decision) in last {
            match decision {
                Decision::Same => judged.same.push(pair),
                Decision::Different => judged.different.push(pair),
                Decision::Reject => judged.undecided.push(pair),
                _ => {}
            }
        }
        Ok(judged)
    }
}

/// The texts of a property, in the order of the ledger.
fn texts(claims: &[Claim], property: &str) -> Vec<String> {
    claims
        .iter()
        .filter(|claim| claim.property.as_str() == property)
        .filter_map(|claim| word(&claim.value))
        .collect()
}

/// The first text in Arabic script, or the first in any other.
fn of_script(texts: &[String], arabic: bool) -> String {
    texts
        .iter()
        .find(|text| (of(text) == Some(Script::Arabic)) == arabic)
        .cloned()
        .unwrap_or_default()
}

fn first(claims: &[Claim], property: &str, say: impl Fn(&Value) -> Option<String>) -> String {
    claims
        .iter()
        .filter(|claim| claim.property.as_str() == property)
        .find_map(|claim| say(&claim.value))
        .unwrap_or_default()
}

fn word(value: &Value) -> Option<String> {
    match value {
        Value::Text { text, .. } => Some(text.clone()),
        Value::Term(term) => Some(term.as_str().to_owned()),
        _ => None,
    }
}

/// An age or a range of ages; an open range is none that matching knows.
fn age(value: &Value) -> Option<String> {
    let Value::Number(range) = value else {
        return None;
    };
    match (range.low()?, range.high()?) {
        (low, high) if low == high => Some(low.to_string()),
        (low, high) => Some(format!("{low}-{high}")),
    }
}

fn first_date(claims: &[Claim], property: &str) -> Option<StatedDate> {
    claims
        .iter()
        .filter(|claim| claim.property.as_str() == property)
        .find_map(|claim| match &claim.value {
            Value::Date(date) => Some(date.clone()),
            _ => None,
        })
}

/// A date as told in `calendar`: as it stands there, or its day, or no more than the interval of its days.
fn told_in(date: &StatedDate, calendar: Calendar) -> String {
    if date.calendar == calendar {
        return date.stated.clone();
    }
    let Ok(span) = date.span() else {
        return String::new();
    };
    let (Some(first), Some(last)) = (span.earliest, span.latest) else {
        return String::new();
    };
    let said = |day: Day| {
        let day = day.to(calendar);
        format!("{:04}-{:02}-{:02}", day.year, day.month, day.day)
    };
    if first == last {
        said(first)
    } else {
        format!("{}/{}", said(first), said(last))
    }
}
