//! Reads from the facts of everybody what each facet asks.

use std::collections::HashMap;

use edition::{
    CivilDay,
    edition::{Fact, Shown, ShownDate, Subject},
};
use names::fold::fold;

use super::{AGES, Kind, Label};
use crate::site;

/// What is said of everybody in one respect.
#[derive(Debug, Default)]
pub(super) struct Said<'a> {
    /// Values with the people who have them, ascending.
    pub(super) values: Vec<(Label<'a>, Vec<u32>)>,
    /// Of whom nothing is stated, or not sharply enough.
    pub(super) unstated: Vec<u32>,
    /// Places of the values.
    known: HashMap<Label<'a>, usize>,
    /// Texts that fold to the same are one value.
    folded: HashMap<String, usize>,
}

impl<'a> Said<'a> {
    fn add(&mut self, label: Label<'a>, person: u32) {
        let place = match self.known.get(&label) {
            Some(place) => *place,
            None => {
                let new = self.values.len();
                let place = match label {
                    Label::Text(text, _) => *self.folded.entry(fold(text)).or_insert(new),
                    _ => new,
                };
                if place == new {
                    self.values.push((label, Vec::new()));
                }
                self.known.insert(label, place);
                place
            }
        };
        let people = &mut self.values[place].1;
        if people.last() != Some(&person) {
            people.push(person);
        }
    }
}

/// What is said of `people`, by place of the kind in [`Kind::ALL`].
pub(super) fn said<'a>(people: &[&'a Subject]) -> Vec<Said<'a>> {
    let mut table: Vec<Said<'a>> = Kind::ALL.iter().map(|_| Said::default()).collect();
    let mut labels: Vec<(Kind, Label<'a>)> = Vec::new();
    for (number, subject) in people.iter().enumerate() {
        labels.clear();
        of_person(subject, &mut labels);
        let number = number as u32;
        for (said, kind) in table.iter_mut().zip(Kind::ALL) {
            let mut found = false;
            for (_, label) in labels.iter().filter(|(other, _)| *other == kind) {
                said.add(*label, number);
                found = true;
            }
            if !found && !is_withheld(subject, kind) {
                said.unstated.push(number);
            }
        }
    }
    table
}

fn of_person<'a>(subject: &'a Subject, labels: &mut Vec<(Kind, Label<'a>)>) {
    let (mut born, mut died) = (Vec::new(), Vec::new());
    let mut sources = Vec::new();
    for fact in &subject.facts {
        sources.extend(fact.citations.iter().filter_map(|cited| cited.source));
        let kind = match fact.property.as_str() {
            "place-of-death" => Kind::City,
            "prison" => Kind::Prison,
            "affiliation" => Kind::Affiliation,
            "place-of-birth" => Kind::Birthplace,
            "buried-at" => Kind::Burial,
            "sex" => Kind::Sex,
            "arrested" => {
                let place = site::qualifier(fact, "place").and_then(value);
                labels.extend(place.map(|label| (Kind::ArrestPlace, label)));
                continue;
            }
            "listed-as" => {
                let lists = fact.citations.iter().filter_map(|cited| cited.source);
                labels.extend(lists.map(|source| (Kind::List, Label::List(source))));
                continue;
            }
            "age" => {
                labels.extend(stated_age(fact).map(|group| (Kind::Age, Label::Age(group))));
                continue;
            }
            "born" => {
                born.extend(date(fact));
                continue;
            }
            "died" => {
                died.extend(date(fact));
                continue;
            }
            _ => continue,
        };
        labels.extend(value(&fact.value).map(|label| (kind, label)));
    }
    for date in &died {
        periods(date, labels);
    }
    if !labels.iter().any(|(kind, _)| *kind == Kind::Age) {
        let groups = born
            .iter()
            .flat_map(|born| died.iter().filter_map(|died| age_at(born, died)));
        labels.extend(groups.map(|group| (Kind::Age, Label::Age(group))));
    }
    sources.sort_unstable();
    sources.dedup();
    if !sources.is_empty() {
        labels.push((Kind::SourceCount, Label::Sources(sources.len())));
    }
}

/// Whether something that would answer is withheld: what is closed is not "not stated".
fn is_withheld(subject: &Subject, kind: Kind) -> bool {
    let property = match kind {
        Kind::City => "place-of-death",
        Kind::Prison => "prison",
        Kind::Affiliation => "affiliation",
        Kind::Birthplace => "place-of-birth",
        Kind::Burial => "buried-at",
        Kind::Sex => "sex",
        Kind::ArrestPlace => "arrested",
        Kind::Age => "age",
        Kind::Year | Kind::Month | Kind::SolarYear | Kind::SolarMonth => "died",
        Kind::List => "listed-as",
        Kind::SourceCount => return false,
    };
    // A gap that does not tell its property may be of any.
    let gap = subject.gaps.iter().any(|gap| {
        let known = gap.property.as_ref();
        known.is_none_or(|gap| gap.as_str() == property)
    });
    gap || site::facts(subject, property).any(|fact| match kind {
        Kind::ArrestPlace => matches!(site::qualifier(fact, "place"), Some(Shown::Withheld(_))),
        Kind::List => fact.citations.iter().any(|cited| cited.withheld.is_some()),
        _ => matches!(fact.value, Shown::Withheld(_)),
    })
}

fn value(value: &Shown) -> Option<Label<'_>> {
    match value {
        Shown::Text { text, language } if !fold(text).is_empty() => {
            Some(Label::Text(text, language.as_ref()))
        }
        Shown::Record { id, names } => Some(Label::Record(*id, names)),
        Shown::Term(term) => Some(Label::Term(term.as_str())),
        _ => None,
    }
}

/// A date that is sharp enough to count with: neither unreadable nor approximate.
fn date(fact: &Fact) -> Option<&ShownDate> {
    match &fact.value {
        Shown::Date(date) if !date.problem && !date.approximate => Some(date),
        _ => None,
    }
}

/// The year and the month of either calendar in which the whole date lies.
fn periods<'a>(date: &ShownDate, labels: &mut Vec<(Kind, Label<'a>)>) {
    for (solar, ends, year_kind, month_kind) in [
        (false, date.gregorian, Kind::Year, Kind::Month),
        (true, date.solar_hijri, Kind::SolarYear, Kind::SolarMonth),
    ] {
        let (Some(first), Some(last)) = ends else {
            continue;
        };
        if first.year != last.year || !(1..=9999).contains(&first.year) {
            continue;
        }
        let year = first.year;
        let period = |month| Label::Period { solar, year, month };
        labels.push((year_kind, period(None)));
        if first.month == last.month {
            labels.push((month_kind, period(Some(first.month))));
        }
    }
}

/// The group in which the whole of a stated age lies.
fn stated_age(fact: &Fact) -> Option<usize> {
    let Shown::Number(range) = &fact.value else {
        return None;
    };
    group(range.low()?, range.high()?)
}

/// The group in which the age at death lies whatever days are meant.
fn age_at(born: &ShownDate, died: &ShownDate) -> Option<usize> {
    let least = years(born.gregorian.1?, died.gregorian.0?)?;
    let most = years(born.gregorian.0?, died.gregorian.1?)?;
    group(least, most)
}

/// Full years from one day to another; `None` when the second is before the first.
fn years(from: CivilDay, to: CivilDay) -> Option<u64> {
    let before_the_day = (to.month, to.day) < (from.month, from.day);
    u64::try_from(to.year - from.year - i32::from(before_the_day)).ok()
}

fn group(least: u64, most: u64) -> Option<usize> {
    AGES.iter()
        .position(|(from, to)| (*from..=*to).contains(&least) && (*from..=*to).contains(&most))
}
