//! Rows of the wall: a name in its script, its other script, years and place of death, number of sources.

use std::ops::Range;

use edition::edition::{Name, Shown, Subject};
use maud::{Markup, PreEscaped, html};

use crate::{
    dates, escape,
    here::Here,
    letters::Script,
    numbers, scripts, site, towns,
    wall::{Entry, Wall},
};

/// Names on one page of a list. Chosen by us: so many rows stay under 20,000 bytes when compressed.
pub(super) const PEOPLE: usize = 360;
/// Bytes of rows on one page of a list, as they are reckoned for all languages alike, so that all have the same pages.
const BYTES: usize = 100_000;
/// Bytes of a row around its names and place, in the language with the longest.
const AROUND: usize = 178;

/// The pages of rows: all languages cut at the same places.
pub(super) fn cut(wall: &Wall<'_>, rows: &[usize]) -> Vec<Range<usize>> {
    let entries = &wall.entries;
    let mut pages: Vec<Range<usize>> = Vec::new();
    let (mut start, mut size) = (0, 0);
    for (place, row) in rows.iter().enumerate() {
        let entry = &entries[*row];
        let bytes = weight(wall.people[entry.person], entry.name);
        if place > start && (size + bytes > BYTES || place - start == PEOPLE) {
            pages.push(start..place);
            (start, size) = (place, 0);
        }
        size += bytes;
    }
    pages.push(start..rows.len());
    pages
}

/// Bytes of a row, about, never less than in any language.
fn weight(subject: &Subject, name: &Name) -> usize {
    let length = |text: &str| escape::attribute(text).len();
    let other = match other(subject, name) {
        Some(other) => length(&other.text) + 40,
        // Written by a machine: a letter of two bytes for each.
        None => (name.text.len() * 2).min(scripts::LONGEST) + 24,
    };
    let place = place(subject).map_or(0, |value| match value {
        Shown::Text { text, .. } => length(text).max(towns::bytes(text)) + text.len() + 24,
        Shown::Record { names, .. } => {
            let names = names.iter().map(|name| length(&name.text));
            names.max().unwrap_or(0) + 40
        }
        _ => 0,
    });
    AROUND + length(&name.text) + other + place
}

/// The first name in another script.
fn other<'a>(subject: &'a Subject, name: &Name) -> Option<&'a Name> {
    let script = Script::of(&name.text);
    let mut names = subject.names.iter();
    names.find(|other| Script::of(&other.text) != script)
}

fn place(subject: &Subject) -> Option<&Shown> {
    site::facts(subject, "place-of-death")
        .map(|fact| &fact.value)
        .find(|value| !matches!(value, Shown::Withheld(_)))
}

/// The way from a page of the room, such as one in `people/letter/`, to the page of a person.
fn person(here: &Here<'_>, subject: &Subject) -> String {
    let address = here.site.address(subject.id);
    match address.strip_prefix("people/") {
        Some(beside) => format!(
            "{}{beside}",
            here.up.strip_prefix("../").unwrap_or_default()
        ),
        None => here.to(&address),
    }
}

/// A row of a letter, with an anchor where a second letter begins.
pub(super) fn row(here: &Here<'_>, entry: &Entry<'_>, anchor: Option<&str>) -> String {
    let subject = here.site.wall.people[entry.person];
    let other = other(subject, entry.name);
    let PreEscaped(row) = html! {
        li id=[anchor] {
            a href=(person(here, subject)) { bdi { (escape::Data(&entry.name.text)) } }
            @if let Some(other) = other { " " span.other { (escape::name(other)) } }
            @if let Some(name) = here.site.wall.machine(here.lang(), entry.person) { " " span.other { (scripts::in_row(name)) } }
            (details(here, subject))
        }
    };
    row
}

/// Years and place of death, number of sources.
fn details(here: &Here<'_>, subject: &Subject) -> Markup {
    let years = years(here, subject);
    let place = place(subject);
    let mut sources: Vec<_> = subject
        .facts
        .iter()
        .flat_map(|fact| &fact.citations)
        .filter_map(|cited| cited.source)
        .collect();
    sources.sort_unstable();
    sources.dedup();
    html! {
        small {
            @if let Some(years) = &years { span.years { (years) } }
            @if years.is_some() && place.is_some() { " · " }
            @if let Some(value) = place { (in_words(here, value)) }
            @if !sources.is_empty() { " [" (numbers::plain(here.lang(), sources.len() as i64)) "]" }
        }
    }
}

fn years(here: &Here<'_>, subject: &Subject) -> Option<String> {
    let died = site::facts(subject, "died").filter_map(|fact| match &fact.value {
        Shown::Date(date) => Some(&**date),
        _ => None,
    });
    dates::years(here.words, died)
}

/// A value without a link, for a row that is one link already.
fn in_words(here: &Here<'_>, value: &Shown) -> Markup {
    match value {
        Shown::Text { text, language } => towns::value(here, text, language.as_ref()),
        Shown::Record { id, names } => here.called(*id, names),
        _ => html! {},
    }
}

/// The people without a shown name, in order.
pub(super) fn unnamed_people<'h>(here: &'h Here<'_>) -> impl Iterator<Item = usize> + 'h {
    let people = here.site.wall.people.iter().enumerate();
    people
        .filter(|(_, subject)| subject.names.is_empty())
        .map(|(person, _)| person)
}

/// The row of somebody without a shown name: what is known beside it.
pub(super) fn unnamed(here: &Here<'_>, number: usize) -> String {
    let subject = here.site.wall.people[number];
    let PreEscaped(row) = html! {
        li {
            a href=(person(here, subject)) { (here.say("unnamed-person")) } " " (escape::code(&subject.id.to_string()))
            (details(here, subject))
        }
    };
    row
}

/// A short row for a page of the room: the name, and the years. It is the same on all pages equally deep.
pub(super) fn short(here: &Here<'_>, number: usize) -> String {
    let subject = here.site.wall.people[number];
    let PreEscaped(row) = html! {
        li {
            a href=(person(here, subject)) {
                @match site::names(here.lang(), &subject.names).0 {
                    Some(name) => bdi { (escape::Data(&name.text)) },
                    None => { (here.say("unnamed-person")) " " (escape::code(&subject.id.to_string())) },
                }
            }
            @if let Some(name) = here.site.wall.machine(here.lang(), number) { " " (scripts::in_row(name)) }
            @if let Some(years) = years(here, subject) { " " small.years { (years) } }
        }
    };
    row
}

/// What the signs of the rows mean.
pub(super) fn legend(here: &Here<'_>) -> Markup {
    html! { p.small { (here.say("wall-marks")) " " (scripts::MARK) " " (here.say("machine-note")) } }
}
