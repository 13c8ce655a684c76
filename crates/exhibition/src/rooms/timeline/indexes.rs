//! The timeline by kind of event and by year: a page each.

use std::collections::BTreeMap;

use edition::edition::Subject;
use maud::{Markup, PreEscaped, html};

use super::{Level, event, kind, shape, year};
use crate::{
    RenderError,
    here::Here,
    numbers, page,
    plan::{Kind, Output},
    rooms::lists,
};

/// A list of events: its address, its heading, its events.
struct List<'a> {
    path: String,
    heading: Markup,
    title: String,
    events: Vec<&'a Subject>,
}

/// Links to all lists with how many events stand in each; the one that is read is marked.
pub(super) fn links(here: &Here<'_>) -> Markup {
    let (kinds, years) = lists(here);
    html! {
        @if kinds.len() + years.len() > 1 {
            @for (label, lists) in [("timeline-kinds", kinds), ("timeline-years", years)] {
                nav.kinds aria-label=(here.say(label)) {
                    ul {
                        @for list in &lists {
                            li {
                                a href=(here.to(&list.path)) aria-current=[(here.path == list.path).then_some("page")] { (list.heading) }
                                " " small { (numbers::whole(here.lang(), list.events.len() as u64)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Writes the lists.
pub(super) fn write(here: &Here<'_>, output: &mut Output<'_>) -> Result<(), RenderError> {
    let (kinds, years) = lists(here);
    for list in kinds.iter().chain(&years) {
        let at = Here::new(here.site, here.words, list.path.clone());
        let rows = list
            .events
            .iter()
            .map(|subject| event(&at, subject, Level::UnderTitle).into_string())
            .collect();
        let pages = lists::cut(rows);
        for (place, rows) in pages.iter().enumerate() {
            let at = Here::new(here.site, here.words, lists::address(&list.path, place + 1));
            let body = html! {
                (page::heading(page::back(&at, "timeline"), html! { (list.heading) }, html! {}))
                p.count { (at.words.count("count-events", list.events.len() as u64)) (at.lang().comma()) (page::as_of(&at)) "." }
                ol.timeline { @for row in rows { (PreEscaped(row)) } }
                (lists::pager(&at, &list.path, place + 1, pages.len()))
                (links(&at))
            };
            let page = page::frame(&at, &list.title, "timeline", "room", body);
            output.page(at.lang(), &at.path, &page, Kind::List)?;
        }
    }
    Ok(())
}

/// By kind and by year. Events without a kind or a year are in none.
fn lists<'a>(here: &Here<'a>) -> (Vec<List<'a>>, Vec<List<'a>>) {
    let mut kinds: BTreeMap<&str, Vec<&Subject>> = BTreeMap::new();
    let mut years: BTreeMap<i32, Vec<&Subject>> = BTreeMap::new();
    for subject in here.site.members("timeline") {
        if let Some(kind) = kind(subject) {
            kinds.entry(kind).or_default().push(subject);
        }
        if let Some(year) = year(subject) {
            years.entry(year).or_default().push(subject);
        }
    }
    let kinds = kinds.into_iter().map(|(kind, events)| List {
        path: format!("timeline/kind-{kind}.html"),
        heading: html! { span.shape aria-hidden="true" { (shape(kind)) } " " (here.term(kind)) },
        title: here
            .words
            .find(&format!("term-{kind}"))
            .unwrap_or(kind)
            .to_owned(),
        events,
    });
    let years = years.into_iter().map(|(year, events)| {
        let shown = numbers::plain(here.lang(), i64::from(year));
        List {
            path: format!("timeline/{year}.html"),
            heading: html! { (shown) },
            title: shown.clone(),
            events,
        }
    });
    (kinds.collect(), years.collect())
}
