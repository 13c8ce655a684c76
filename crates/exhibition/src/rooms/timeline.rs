//! The timeline: what is said to have happened when, by year, with gaps of years named.

mod indexes;

use edition::edition::{Shown, Subject};
use maud::{Markup, PreEscaped, html};

use crate::{
    RenderError, dates, escape,
    here::Here,
    numbers, page,
    plan::{Kind, Output},
    rooms::{lists, remarks},
    site, values,
};

const PATH: &str = "timeline/index.html";

/// Years without an entry that are named as a gap. Chosen by us: fewer are seen from the years themselves.
const GAP: i32 = 3;

/// Writes the room.
pub(crate) fn write(here: &Here<'_>, output: &mut Output<'_>) -> Result<(), RenderError> {
    let mut rows = Vec::new();
    let mut last: Option<i32> = None;
    for subject in here.site.members("timeline") {
        let year = year(subject);
        let mut row = String::new();
        if year.is_some() && year != last {
            row.push_str(&year_heading(here, last, year).into_string());
            last = year;
        }
        row.push_str(&event(here, subject, Level::UnderYear).into_string());
        rows.push(row);
    }
    let pages = lists::cut(rows);
    for (place, rows) in pages.iter().enumerate() {
        let at = here.part(place, lists::address(PATH, place + 1));
        let body = html! {
            (page::list_heading(&at, "timeline", place))
            (indexes::links(&at))
            ol.timeline { @for row in rows { (PreEscaped(row)) } }
            (lists::pager(&at, PATH, place + 1, pages.len()))
        };
        let page = page::frame(
            &at,
            &page::room_title(&at, "timeline"),
            "timeline",
            "room",
            body,
        );
        output.page(at.lang(), &at.path, &page, Kind::List)?;
    }
    indexes::write(here, output)
}

fn year(subject: &Subject) -> Option<i32> {
    site::facts(subject, "date").find_map(|fact| match &fact.value {
        Shown::Date(date) => date.gregorian.0.map(|day| day.year),
        _ => None,
    })
}

fn year_heading(here: &Here<'_>, last: Option<i32>, year: Option<i32>) -> Markup {
    let gap = last
        .zip(year)
        .map(|(last, year)| year - last - 1)
        .filter(|gap| *gap >= GAP);
    html! {
        @if let Some(gap) = gap { li.years-gap { (here.words.count("years-without", u64::try_from(gap).unwrap_or_default())) } }
        @if let Some(year) = year { li.year { h2 { (year_in_both(here, year)) } } }
    }
}

/// A Gregorian year, and the Solar Hijri years that it has parts of.
fn year_in_both(here: &Here<'_>, year: i32) -> Markup {
    html! {
        (numbers::plain(here.lang(), i64::from(year)))
        @if let Some(solar) = dates::solar_years(here.words, year) { " " small.years { "(" (solar) ")" } }
    }
}

/// Where the name of an event stands among the headings of its page.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Level {
    /// Below the heading of its year.
    UnderYear,
    /// Below the title of the page, which has no years.
    UnderTitle,
}

/// An event: date, kind as shape and word, name, place, who says so.
pub(crate) fn event(here: &Here<'_>, subject: &Subject, level: Level) -> Markup {
    let kind = kind(subject);
    html! {
        li.event {
            p.date { (remarks::first(here, subject, "date")) }
            div {
                @if let Some(kind) = kind { p.kind { span.shape aria-hidden="true" { (shape(kind)) } " " (here.term(kind)) } }
                @match level {
                    Level::UnderYear => h3 { (here.record(subject.id)) },
                    Level::UnderTitle => h2 { (here.record(subject.id)) },
                }
                @if site::facts(subject, "held-at").next().is_some() { p.small { (remarks::first(here, subject, "held-at")) } }
                (sources(here, subject))
            }
        }
    }
}

/// What kind of event it is, in the word of the vocabulary.
fn kind(subject: &Subject) -> Option<&str> {
    site::facts(subject, "event-kind").find_map(|fact| match &fact.value {
        Shown::Term(term) => Some(term.as_str()),
        _ => None,
    })
}

/// A shape for each kind, so that kinds are told apart without colour.
fn shape(kind: &str) -> &'static str {
    match kind {
        "decree" => "■",
        "wave-of-executions" => "✕",
        "conference" | "exhibition" | "ceremony" => "○",
        "speech" => "◇",
        "trial" => "△",
        "report" => "□",
        _ => "·",
    }
}

/// The sources of a record's facts, in a line.
pub(crate) fn sources(here: &Here<'_>, subject: &Subject) -> Markup {
    let mut sources: Vec<_> = subject
        .facts
        .iter()
        .flat_map(|fact| &fact.citations)
        .filter_map(|cited| cited.source)
        .collect();
    sources.sort_unstable();
    sources.dedup();
    html! {
        @if !sources.is_empty() {
            p.small.src {
                (here.say("according-to")) " "
                @for (place, source) in sources.iter().take(3).enumerate() {
                    @if place > 0 { (here.lang().semicolon()) }
                    a href=(here.to_source(*source)) {
                        @match here.site.source(*source) {
                            Some(card) => (escape::value(&card.title, None)),
                            None => (escape::code(&source.to_string())),
                        }
                    }
                }
                @if sources.len() > 3 { "; …" }
            }
        }
    }
}

/// Everything described in words about a record, one paragraph each, marked as the words of sources.
pub(crate) fn described(here: &Here<'_>, subject: &Subject) -> Markup {
    html! {
        @for fact in site::readable(here.lang(), site::facts(subject, "described-as")) { p.from-source { (values::shown(here, &fact.value)) } }
    }
}
