//! About: what this is, how to read the marks, how to check it, how to correct it.

use maud::{Markup, html};

use crate::{
    RenderError, escape,
    here::Here,
    numbers, page,
    plan::{Kind, Output},
    rooms::{documents, entrance},
};

/// Writes the page.
pub(crate) fn write(here: &Here<'_>, output: &mut Output<'_>) -> Result<(), RenderError> {
    let edition = here.site.edition;
    let body = html! {
        (page::room_heading(here, "about"))
        section aria-labelledby="what" {
            h2 #what { (here.say("about-what")) }
            p { (here.say("about-what-text")) }
            p { (here.say("about-never-asserts")) }
            (documents::withheld(here, &edition.withheld))
        }
        (marks(here))
        section aria-labelledby="dates" { h2 #dates { (here.say("about-dates")) } p { (here.say("about-dates-text")) } }
        section aria-labelledby="sources" {
            h2 #sources { (here.say("sources")) }
            p { a href=(here.to(documents::sources_address())) { (here.words.count("count-sources", edition.sources.len() as u64)) } }
        }
        section aria-labelledby="correct" {
            h2 #correct { (here.say("correct-title")) }
            p { (here.say("correct-text")) }
            (entrance::text(here, "words", &edition.contact))
        }
        section aria-labelledby="privacy" { h2 #privacy { (here.say("privacy-title")) } p { (here.say("privacy-text")) } }
        (verify(here))
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
        "room",
        body,
    );
    output.page(here.lang(), &here.path, &page, Kind::Other)
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

/// The ledger facts, and how to check the pages against them.
fn verify(here: &Here<'_>) -> Markup {
    let ledger = &here.site.edition.ledger;
    html! {
        section aria-labelledby="verify" {
            h2 #verify { (here.say("verify-title")) }
            p { (here.say("verify-text")) }
            dl.facts {
                div { dt { (here.say("verify-origin")) } dd { (escape::code(&ledger.origin)) } }
                div { dt { (here.say("verify-day")) } dd { (page::as_of(here)) } }
                div { dt { (here.say("verify-size")) } dd { (numbers::whole(here.lang(), ledger.size)) } }
                div { dt { (here.say("verify-root")) } dd { (escape::code(&ledger.root)) } }
                div { dt { (here.say("verify-program")) } dd { (escape::code(&here.site.options.program_version)) } }
            }
            @if !ledger.checkpoint.is_empty() {
                h3 { (here.say("verify-checkpoint")) }
                pre dir="ltr" { code { (escape::Data(&ledger.checkpoint)) } }
            }
        }
    }
}
