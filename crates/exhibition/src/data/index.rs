//! The page about the data: what there is, of which day, under which licence, and how to check it.

use maud::{Markup, html};

use super::File;
use crate::{
    RenderError, escape,
    here::Here,
    numbers, page,
    plan::{Kind, Output},
    rooms::entrance,
    site::Site,
    words::Words,
};

/// Files of a kind that are named one by one; longer lists stand in `files.csv`. Chosen by us.
const NAMED: usize = 40;

/// Writes the page of a language.
pub(super) fn write(
    site: &Site<'_>,
    words: &Words,
    files: &[File],
    output: &mut Output<'_>,
) -> Result<(), RenderError> {
    let here = Here::new(site, words, "data/index.html".to_owned());
    let edition = site.edition.whole();
    let body = html! {
        header.room {
            h1 { (here.say("data-title")) }
            p { (here.say("data-text")) }
            p.count { (page::as_of(&here)) }
        }
        section aria-labelledby="files" {
            h2 #files { (here.say("data-files")) }
            div.scroll tabindex="0" {
                table {
                    thead { tr {
                        th scope="col" { (here.say("data-what")) }
                        th scope="col" { (here.say("data-rows")) }
                        th scope="col" { (here.say("data-size")) }
                        th scope="col" { (here.say("data-take")) }
                    } }
                    tbody {
                        @for kind in ["people", "groups", "places", "events", "statements", "proceedings"] { (claims(&here, files, kind)) }
                        (single(&here, files, "sources.csv", "data-sources"))
                        (single(&here, files, "items.csv", "data-items"))
                    }
                }
            }
            p { (here.say("data-forms")) }
            ul {
                li { a href=(to(&here, "datapackage.json")) { (escape::code("datapackage.json")) } " " (here.say("data-package")) }
                li { a href=(to(&here, "files.csv")) { (escape::code("files.csv")) } " " (here.say("data-list")) }
                li { a href=(to(&here, "claims.schema.json")) { (escape::code("claims.schema.json")) } " " (here.say("data-schema")) }
            }
        }
        section aria-labelledby="licence" {
            h2 #licence { (here.say("data-licence")) }
            @if edition.credits.0.is_empty() { p { (here.say("data-licence-none")) } } @else { (entrance::text(&here, "words", &edition.credits)) }
        }
        section aria-labelledby="check" {
            h2 #check { (here.say("data-check")) }
            p { (here.say("data-check-text")) }
            dl.facts {
                div { dt { (here.say("verify-origin")) } dd { (escape::code(&edition.ledger.origin)) } }
                div { dt { (here.say("verify-size")) } dd { (numbers::whole(words.lang, edition.ledger.size)) } }
                div { dt { (here.say("verify-root")) } dd { (escape::code(&edition.ledger.root)) } }
            }
            p { a href=(here.to("about/check.html")) { (here.say("verify-title")) } }
        }
    };
    let page = page::frame(&here, here.say("data-title"), "data", "room data", body);
    output.page(words.lang, &here.path, &page, Kind::Other)
}

/// A link to a file of `data/`, which belongs to no language.
fn to(here: &Here<'_>, path: &str) -> String {
    format!("{}../data/{path}", here.up)
}

/// The claims about one kind of record.
fn claims(here: &Here<'_>, files: &[File], kind: &str) -> Markup {
    let of_kind = |file: &&File| {
        let name = file
            .path
            .strip_prefix("claims/")
            .and_then(|name| name.strip_prefix(kind));
        name.is_some_and(|rest| rest.starts_with(['-', '.']))
    };
    let all: Vec<&File> = files.iter().filter(of_kind).collect();
    let tables: Vec<&&File> = all
        .iter()
        .filter(|file| file.path.ends_with(".csv"))
        .collect();
    let rows = tables.iter().map(|file| file.rows).sum();
    let bytes = all.iter().map(|file| file.bytes).sum();
    html! {
        @if !all.is_empty() {
            tr {
                th scope="row" { (here.say(label(kind))) }
                td.figure { (numbers::whole(here.lang(), rows)) }
                td.figure { (size(here, bytes)) }
                td {
                    @if all.len() <= NAMED {
                        @for (place, file) in all.iter().enumerate() { @if place > 0 { " " } (link(here, file)) }
                    } @else {
                        a href=(to(here, "files.csv")) { (here.words.count("data-count", all.len() as u64)) }
                    }
                }
            }
        }
    }
}

fn label(kind: &str) -> &'static str {
    match kind {
        "people" => "data-people",
        "groups" => "data-groups",
        "places" => "data-places",
        "events" => "data-events",
        "statements" => "data-statements",
        _ => "data-proceedings",
    }
}

fn single(here: &Here<'_>, files: &[File], path: &str, label: &str) -> Markup {
    html! {
        @if let Some(file) = files.iter().find(|file| file.path == path) {
            tr {
                th scope="row" { (here.words.say(label)) }
                td.figure { (numbers::whole(here.lang(), file.rows)) }
                td.figure { (size(here, file.bytes)) }
                td { (link(here, file)) }
            }
        }
    }
}

fn link(here: &Here<'_>, file: &File) -> Markup {
    let name = file.path.rsplit('/').next().unwrap_or_default();
    html! { a href=(to(here, &file.path)) { (escape::code(name)) } }
}

/// A size in kilobytes, rounded up.
fn size(here: &Here<'_>, bytes: u64) -> String {
    here.words.fill(
        "data-kilobytes",
        &[("number", &numbers::whole(here.lang(), bytes.div_ceil(1000)))],
    )
}
