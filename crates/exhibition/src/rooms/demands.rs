//! Demands: each numbered, who asks, of whom, in which words, where it can be read.

use edition::{
    RecordKind,
    edition::{Fact, Subject},
};
use maud::{Markup, PreEscaped, html};

use crate::{
    RenderError, escape,
    here::Here,
    notes::Notes,
    numbers, page,
    plan::{Kind, Output},
    rooms::{lists, remarks},
    site, values,
};

const PATH: &str = "demands/index.html";

/// Writes the room.
pub(crate) fn write(here: &Here<'_>, output: &mut Output<'_>) -> Result<(), RenderError> {
    let rows = (1..)
        .zip(here.site.members("demands"))
        .map(|(number, subject)| entry(here, number, subject))
        .collect();
    let pages = lists::cut(rows);
    for (place, rows) in pages.iter().enumerate() {
        let at = here.part(place, lists::address(PATH, place + 1));
        let body = html! {
            (page::list_heading(&at, "demands", place))
            p.asserts { (at.say("demands-not-ours")) }
            div.demands { @for row in rows { (PreEscaped(row)) } }
            (lists::pager(&at, PATH, place + 1, pages.len()))
            @if place + 1 == pages.len() { (proceedings(&at)) }
        };
        let page = page::frame(
            &at,
            &page::room_title(&at, "demands"),
            "demands",
            "room",
            body,
        );
        output.page(at.lang(), &at.path, &page, Kind::List)?;
    }
    Ok(())
}

fn entry(here: &Here<'_>, number: i64, subject: &Subject) -> String {
    let mut sources: Vec<_> = subject
        .facts
        .iter()
        .flat_map(|fact| &fact.citations)
        .filter_map(|cited| cited.source)
        .collect();
    sources.sort_unstable();
    sources.dedup();
    let PreEscaped(entry) = html! {
        article id=(subject.id) {
            h2 { a href=(here.to_record(subject.id)) { (numbered(here, number)) } }
            (words(here, subject))
            dl.facts {
                (row(here, subject, "demanded-by"))
                (row(here, subject, "addressed-to"))
                (row(here, subject, "occasion"))
                (row(here, subject, "date"))
                (follow_up(here, subject))
                @if !sources.is_empty() {
                    div {
                        dt { (here.say("source")) }
                        @for source in sources {
                            dd { a href=(here.to_source(source)) {
                                @match here.site.source(source) {
                                    Some(card) => (escape::value(&card.title, None)),
                                    None => (escape::code(&source.to_string())),
                                }
                            } }
                        }
                    }
                }
            }
        }
    };
    entry
}

fn row(here: &Here<'_>, subject: &Subject, property: &str) -> Markup {
    let mut facts = site::facts(subject, property).peekable();
    html! {
        @if facts.peek().is_some() {
            div { dt { (here.property(property)) } @for fact in facts { dd { (values::shown(here, &fact.value)) } } }
        }
    }
}

/// What is demanded: in quotation marks when word for word, otherwise called a gist.
fn words(here: &Here<'_>, subject: &Subject) -> Markup {
    html! {
        @for fact in site::readable(here.lang(), site::facts(subject, "words")) { (remarks::said(here, fact)) }
    }
}

/// What became of it: answers, how it stands, proceedings about it. Where the archive knows of none, that is said.
fn follow_up(here: &Here<'_>, subject: &Subject) -> Markup {
    let proceedings: Vec<_> = subject
        .referred_by
        .iter()
        .filter(|(property, _)| property.as_str() == "deals-with")
        .map(|(_, id)| *id)
        .collect();
    html! {
        div {
            dt { (here.property("answer")) }
            @if site::facts(subject, "answer").next().is_none() { dd { span.gap { (here.say("answer-none")) } } }
            @for fact in site::facts(subject, "answer") { dd { (dated(here, fact)) } }
        }
        div {
            dt { (here.property("state")) }
            @if site::facts(subject, "state").next().is_none() { dd { span.gap { (here.say("state-none")) } } }
            @for fact in site::facts(subject, "state") { dd { (dated(here, fact)) } }
        }
        @if !proceedings.is_empty() {
            div { dt { (here.say("proceedings")) } @for id in proceedings { dd { (here.record(id)) } } }
        }
    }
}

/// A value with the day as of which it is said.
fn dated(here: &Here<'_>, fact: &Fact) -> Markup {
    html! {
        (values::shown(here, &fact.value))
        @if let Some(date) = site::qualifier(fact, "date") { " (" (values::shown(here, date)) ")" }
    }
}

/// Every proceeding that is known, with how it stands.
fn proceedings(here: &Here<'_>) -> Markup {
    let known: Vec<&Subject> = here
        .site
        .edition
        .subjects
        .iter()
        .filter(|subject| subject.id.kind() == RecordKind::Proceeding)
        .collect();
    html! {
        @if !known.is_empty() {
            section aria-labelledby="proceedings" {
                h2 #proceedings { (here.say("proceedings")) }
                ul {
                    @for subject in known {
                        li {
                            (here.record(subject.id))
                            @for fact in site::facts(subject, "state") { br; (dated(here, fact)) }
                        }
                    }
                }
            }
        }
    }
}

/// A demand by its number in the room; by what it is, where it does not stand there.
fn title(here: &Here<'_>, subject: &Subject) -> Markup {
    let place = here
        .site
        .members("demands")
        .position(|member| member.id == subject.id);
    html! {
        @match place {
            Some(place) => (numbered(here, place as i64 + 1)),
            None => (here.say("kind-demand")),
        }
    }
}

fn numbered(here: &Here<'_>, number: i64) -> String {
    let number = numbers::plain(here.lang(), number);
    here.words.fill("demand-number", &[("number", &number)])
}

/// The page of a demand.
pub(crate) fn page(here: &Here<'_>, subject: &Subject) -> String {
    let mut notes = Notes::default();
    let body = html! {
        (page::heading(page::back(here, "demands"), title(here, subject), html! {}))
        p.asserts { (here.say("demands-not-ours")) }
        (words(here, subject))
        dl.facts { (follow_up(here, subject)) }
        (remarks::rest(here, &mut notes, subject, &[]))
    };
    page::frame(
        here,
        &remarks::plain_title(here, subject),
        "demands",
        "remark",
        body,
    )
}
