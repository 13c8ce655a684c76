//! The page of a source: what it is, how it is graded and by whom, where it is found, what it is cited for.

use edition::edition::SourceCard;
use maud::{Markup, html};

use crate::{
    RenderError, Way, dates, escape,
    here::Here,
    linked::About,
    notes, page,
    plan::{Kind, Output},
    rooms::documents,
    site,
    site::Site,
    words::Words,
};

/// Writes the page of `source`.
pub(crate) fn write(
    site: &Site<'_>,
    words: &Words,
    source: &SourceCard,
    output: &mut Output<'_>,
) -> Result<(), RenderError> {
    let here = Here::new(site, words, site::source_address(source.id)).about(About::Source(source));
    let sources =
        html! { a href=(here.to(documents::sources_address())) { (here.say("sources")) } };
    let title = escape::value(&source.title, notes::only(&source.languages));
    let items: Vec<_> = site
        .edition
        .items
        .iter()
        .filter(|item| item.obtained_from == Some(source.id))
        .collect();
    let body = html! {
        (documents::heading(&here, sources, title))
        dl.facts {
            (row(here.property("kind"), &here.term(source.kind.as_str())))
            @if let Some(producer) = &source.producer { (row(html! { (here.say("column-producer")) }, &escape::value(producer, None))) }
            @if let Some(date) = &source.date { (row(html! { (here.say("column-date")) }, &dates::markup(words, date))) }
            @if !source.languages.is_empty() {
                (row(html! { (here.say("source-languages")) }, &html! {
                    @for (place, language) in source.languages.iter().enumerate() {
                        @if place > 0 { (here.lang().comma()) }
                        (language_name(&here, language.as_str()))
                    }
                }))
            }
            @if let Some(reference) = &source.reference { (row(html! { (here.say("source-reference")) }, &reference_link(&here, reference))) }
            @if let Some((grade, by)) = &source.reliability {
                (row(html! { (here.say("source-reliability")) }, &html! {
                    (here.term(grade.as_str())) " (" (here.say("judged-by")) " " (escape::value(by, None)) ")"
                }))
            }
            @if let Some(note) = &source.note { (row(html! { (here.say("source-note")) }, &escape::value(note, None))) }
        }
        @if !items.is_empty() {
            section aria-labelledby="items" {
                h2 #items { (here.say("source-items")) }
                ul { @for item in items {
                    li { a href=(here.to_item(item.number, None)) { (escape::code(&item.number.to_string())) }
                        @if let Some(title) = &item.title { " " (escape::value(title, None)) } }
                } }
            }
        }
        @if !source.cited_by.is_empty() {
            section aria-labelledby="cited-by" {
                h2 #cited-by { (here.say("cited-for")) }
                (documents::records(&here, &source.cited_by))
            }
        }
    };
    let page = page::frame(&here, &source.title, "documents", "source", body);
    output.page(words.lang, &here.path, &page, Kind::Other)
}

fn row(label: Markup, value: &Markup) -> Markup {
    html! { div { dt { (label) } dd { (value) } } }
}

/// A web address as a link that says that it leaves the exhibition, or as text where there is no way out; anything else as it
/// stands.
fn reference_link(here: &Here<'_>, reference: &str) -> Markup {
    let is_web = ["https://", "http://"]
        .iter()
        .any(|scheme| reference.starts_with(scheme));
    html! {
        @if is_web && here.site.options.way == Way::Kiosk {
            (escape::code(reference))
        } @else if is_web && !reference.contains(char::is_whitespace) {
            a.out href=(escape::Data(reference)) rel="external noreferrer noopener" { (escape::code(reference)) }
            " " small { (here.say("leaves")) }
        } @else {
            (escape::value(reference, None))
        }
    }
}

/// The name of a language in the language of the page; its tag when we have none for it.
pub(crate) fn language_name(here: &Here<'_>, tag: &str) -> Markup {
    match here.words.find(&format!("language-{tag}")) {
        Some(name) => html! { (name) },
        None => escape::code(tag),
    }
}
