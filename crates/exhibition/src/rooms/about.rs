//! About: what this is, and pages of their own on how it is made, how to check it, how to correct it, and how it can be used.

mod check;
mod corrections;
mod glossary;
mod texts;

use maud::{Markup, html};

use crate::{
    RenderError,
    here::Here,
    numbers, page,
    plan::{Kind, Output},
    rooms::{documents, entrance},
};

/// The pages about the exhibition, in the order in which they are listed: address from the folder of the language, and the
/// message with its title.
pub(crate) const PAGES: [(&str, &str); 8] = [
    ("about/method.html", "about-method"),
    ("about/sources.html", "about-sources"),
    ("about/glossary.html", "about-glossary"),
    ("about/corrections.html", "correct-title"),
    ("about/content.html", "content-note"),
    ("about/privacy.html", "privacy-title"),
    ("about/accessibility.html", "about-accessibility"),
    ("about/check.html", "verify-title"),
];

/// Those of them that every page leads to. The others are one step further, so that the pages of people stay small.
pub(crate) const IN_FOOTER: [(&str, &str); 3] = [PAGES[3], PAGES[4], PAGES[6]];

/// Writes the page about the exhibition and those that belong to it.
pub(crate) fn write(here: &Here<'_>, output: &mut Output<'_>) -> Result<(), RenderError> {
    index(here, output)?;
    for (path, title) in PAGES {
        let here = Here::new(here.site, here.words, path.to_owned());
        let content = match path {
            "about/glossary.html" => glossary::content(&here),
            "about/corrections.html" => corrections::content(&here),
            "about/check.html" => check::content(&here),
            path => texts::content(&here, path),
        };
        let body = html! {
            (page::heading(page::back(&here, "about"), html! { (here.say(title)) }, html! {}))
            (content)
            (pages(&here))
        };
        let title = here.say(title).to_owned();
        let page = page::frame(&here, &title, "about", "room about", body);
        output.page(here.lang(), path, &page, Kind::Other)?;
    }
    Ok(())
}

fn index(here: &Here<'_>, output: &mut Output<'_>) -> Result<(), RenderError> {
    let edition = here.site.edition.whole();
    let body = html! {
        (page::room_heading(here, "about"))
        section aria-labelledby="what" {
            h2 #what { (here.say("about-what")) }
            p { (here.say("about-what-text")) }
            p { (here.say("about-never-asserts")) }
            (documents::withheld(here, &edition.withheld))
        }
        (pages(here))
        (marks(here))
        section aria-labelledby="dates" { h2 #dates { (here.say("about-dates")) } p { (here.say("about-dates-text")) } }
        @if entrance::has(here, &edition.contact) {
            section aria-labelledby="contact" { h2 #contact { (here.say("contact")) } (entrance::text(here, "words", &edition.contact)) }
        }
        section aria-labelledby="fonts" {
            h2 #fonts { (here.say("credits")) }
            (entrance::text(here, "words", &edition.credits))
            p.small { (here.say("fonts-text")) }
        }
    };
    let page = page::frame(
        here,
        &page::room_title(here, "about"),
        "about",
        "room about",
        body,
    );
    output.page(here.lang(), &here.path, &page, Kind::Other)
}

/// The pages about the exhibition, the one that is read marked.
pub(crate) fn pages(here: &Here<'_>) -> Markup {
    html! {
        nav.pages aria-label=(here.say("about-pages")) {
            h2 { (here.say("about-pages")) }
            ul.columns {
                @for (path, title) in PAGES {
                    li { a href=(here.to(path)) aria-current=[(here.path == path).then_some("page")] { (here.say(title)) } }
                }
            }
        }
    }
}

fn marks(here: &Here<'_>) -> Markup {
    html! {
        section aria-labelledby="marks" {
            h2 #marks { (here.say("about-marks")) }
            dl.facts {
                div { dt { a.m href="#marks" { (numbers::plain(here.lang(), 1)) } } dd { (here.say("mark-note")) } }
                div { dt { span.disputed { "≠" } } dd { (here.say("mark-disputed")) } }
                div { dt { span.unsure { (here.term("unchecked")) } } dd { (here.say("mark-unsure")) } }
                div { dt { span.gap { (here.say("mark-gap-name")) } } dd { (here.say("mark-gap")) } }
                div { dt { (here.say("form-gist-name")) } dd { (here.say("mark-gist")) } }
            }
        }
    }
}
