//! Demands: each numbered, who asks, of whom, in which words, where it can be read.

use edition::edition::{Shown, Subject};
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
        let at = Here::new(here.site, here.words, lists::address(PATH, place + 1));
        let body = html! {
            @if place == 0 { (page::room_heading(&at, "demands")) } @else { h1 { (escape::Data(&page::room_title(&at, "demands"))) } }
            p.asserts { (at.say("demands-not-ours")) }
            div.demands { @for row in rows { (PreEscaped(row)) } }
            (lists::pager(&at, PATH, place + 1, pages.len()))
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
            h2 { a href=(here.to_record(subject.id)) { (here.words.fill("demand-number", &[("number", &numbers::plain(here.lang(), number))])) } }
            (words(here, subject))
            dl.facts {
                (row(here, subject, "demanded-by"))
                (row(here, subject, "addressed-to"))
                (row(here, subject, "date"))
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
        @for fact in site::facts(subject, "words") {
            @let quote = matches!(site::qualifier(fact, "form"), Some(Shown::Term(term)) if term.as_str() == "quote");
            @match &fact.value {
                Shown::Text { text, language } => {
                    div class=(if quote { "quote" } else { "gist" }) {
                        @if !quote { p.form { (here.say("form-gist")) } }
                        p lang=[language.as_ref().map(edition::Language::as_str)] dir=(escape::direction(text, language.as_ref()).as_str()) { (escape::Data(text)) }
                    }
                },
                other => p { (values::shown(here, other)) },
            }
        }
    }
}

/// The page of a demand.
pub(crate) fn page(here: &Here<'_>, subject: &Subject) -> String {
    let mut notes = Notes::default();
    let body = html! {
        header.room {
            p.number { (remarks::back(here, "demands")) }
            h1 { (here.say("kind-demand")) }
        }
        p.asserts { (here.say("demands-not-ours")) }
        (words(here, subject))
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
