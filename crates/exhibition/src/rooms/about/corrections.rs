//! Corrections: how to ask for one, what was withdrawn, and what each release changed.

use edition::edition::Public;
use maud::{Markup, html};

use crate::{dates, escape, here::Here, numbers, rooms::entrance};

/// The page.
pub(super) fn content(here: &Here<'_>) -> Markup {
    html! {
        section aria-labelledby="correct" {
            h2 #correct { (here.say("correct-ask")) }
            p { (here.say("correct-text")) }
            p { (here.say("correct-what")) }
            (entrance::text(here, "words", &here.site.edition.contact))
            p { (here.say("correct-after")) }
        }
        (withdrawn(here))
        (releases(here))
    }
}

/// What an earlier release showed and this one does not.
fn withdrawn(here: &Here<'_>) -> Markup {
    let withdrawn = &here.site.edition.withdrawn;
    html! {
        section aria-labelledby="withdrawn" {
            h2 #withdrawn { (here.say("withdrawn-title")) }
            @if withdrawn.is_empty() { p { (here.say("withdrawn-none")) } } @else {
                ul { @for (what, reason) in withdrawn { li { (escape::code(&name(what))) " " (here.gap(*reason)) } } }
            }
        }
    }
}

fn name(what: &Public) -> String {
    match what {
        Public::Record(id) => id.to_string(),
        Public::Source(id) => id.to_string(),
        Public::Item(number) => number.to_string(),
    }
}

/// Every earlier release with what it changed, the newest first.
fn releases(here: &Here<'_>) -> Markup {
    let releases = &here.site.edition.releases;
    let lang = here.lang();
    html! {
        section aria-labelledby="releases" {
            h2 #releases { (here.say("releases")) }
            @if releases.is_empty() { p { (here.say("releases-none")) } } @else {
                div.scroll tabindex="0" {
                    table {
                        caption { (here.say("releases-caption")) }
                        thead { tr {
                            th scope="col" { (here.say("column-number")) }
                            th scope="col" { (here.say("column-date")) }
                            th scope="col" { (here.say("column-added")) }
                            th scope="col" { (here.say("column-changed")) }
                            th scope="col" { (here.say("column-removed")) }
                            th scope="col" { (here.say("source-note")) }
                            th scope="col" { (here.say("column-manifest")) }
                        } }
                        tbody {
                            @for release in releases.iter().rev() {
                                tr {
                                    th scope="row" { (numbers::whole(lang, release.number)) }
                                    td { (dates::iso(here.words, &release.day)) }
                                    @for count in release.changes { td.figure { (numbers::whole(lang, count)) } }
                                    td { @if !release.note.is_empty() { (escape::value(&release.note, None)) } }
                                    td { (escape::code(&release.manifest)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
