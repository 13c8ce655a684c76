//! The room of documents: every item and every source that may be named.

mod groups;

use edition::edition::{Content, ItemCard, Reason, SourceCard};
use maud::{Markup, PreEscaped, html};

use crate::{
    RenderError, dates, escape,
    here::Here,
    notes, page,
    pictures::figure,
    plan::{Kind, Output},
    rooms::lists,
};

const SOURCES: &str = "sources/index.html";

/// Writes the table of items and the table of sources, each on as many pages as it needs.
pub(crate) fn write(here: &Here<'_>, output: &mut Output<'_>) -> Result<(), RenderError> {
    let edition = here.site.edition.whole();
    let items = edition
        .items
        .iter()
        .map(|item| item_row(here, item))
        .collect();
    let sources_at = Here::new(here.site, here.words, SOURCES.to_owned());
    let sources = edition
        .sources
        .iter()
        .map(|source| source_row(&sources_at, source))
        .collect();
    table(&here.path, items, output, here, |here, rows| {
        html! {
            (page::room_heading(here, "documents"))
            p.count {
                (here.words.count("count-items", edition.items.len() as u64)) (here.lang().comma())
                a href=(here.to(SOURCES)) { (here.words.count("count-sources", edition.sources.len() as u64)) } (here.lang().comma())
                (page::as_of(here)) "."
            }
            (withheld(here, &edition.withheld))
            (groups::links(here))
            (items_table(here, rows))
        }
    })?;
    groups::write(here, output)?;
    table(SOURCES, sources, output, &sources_at, |here, rows| {
        html! {
            (page::heading(page::back(here, "documents"), html! { (here.say("sources")) }, html! {}))
            p.count { (here.words.count("count-sources", edition.sources.len() as u64)) (here.lang().comma()) (page::as_of(here)) "." }
            div.scroll tabindex="0" {
                table.stack {
                    thead { tr {
                        th scope="col" { (here.say("column-what")) }
                        th scope="col" { (here.say("column-type")) }
                        th scope="col" { (here.say("column-producer")) }
                        th scope="col" { (here.say("column-date")) }
                        th scope="col" { (here.say("column-cited-by")) }
                    } }
                    tbody { @for row in rows { (PreEscaped(row)) } }
                }
            }
        }
    })
}

/// The table of items with these rows.
fn items_table(here: &Here<'_>, rows: &[String]) -> Markup {
    html! {
        div.scroll tabindex="0" {
            table.items.stack {
                caption { (here.say("items")) }
                thead { tr {
                    th scope="col" { (here.say("column-number")) }
                    th scope="col" { (here.say("column-what")) }
                    th scope="col" { (here.say("column-type")) }
                    th scope="col" { (here.say("column-cited-by")) }
                } }
                tbody { @for row in rows { (PreEscaped(row)) } }
            }
        }
    }
}

/// A table on as many pages as it needs.
fn table(
    path: &str,
    rows: Vec<String>,
    output: &mut Output<'_>,
    here: &Here<'_>,
    body: impl Fn(&Here<'_>, &[String]) -> Markup,
) -> Result<(), RenderError> {
    let pages = lists::cut(rows);
    for (place, rows) in pages.iter().enumerate() {
        let at = here.part(place, lists::address(path, place + 1));
        let main = html! { (body(&at, rows)) (lists::pager(&at, path, place + 1, pages.len())) };
        let page = page::frame(
            &at,
            &page::room_title(&at, "documents"),
            "documents",
            "room wide",
            main,
        );
        output.page(at.lang(), &at.path, &page, Kind::List)?;
    }
    Ok(())
}

/// Whole records, sources or items are withheld: that it is so, and why.
pub(crate) fn withheld(here: &Here<'_>, reasons: &[Reason]) -> Markup {
    html! {
        @if !reasons.is_empty() {
            p.gap {
                (here.say("withheld-whole")) " "
                @for (place, reason) in reasons.iter().enumerate() {
                    @if place > 0 { (here.lang().semicolon()) }
                    (here.reason(*reason))
                }
                "."
            }
        }
    }
}

fn item_row(here: &Here<'_>, item: &ItemCard) -> String {
    let PreEscaped(row) = html! {
        tr {
            td { a href=(here.to_item(item.number, None)) { (escape::code(&item.number.to_string())) } }
            td {
                (figure::thumbnail(here, item))
                @match (&item.title, &item.file) {
                    (Some(title), _) => (escape::value(title, None)),
                    (None, Some(file)) => (escape::value(&file.name, None)),
                    (None, None) => (here.say("untitled")),
                }
            }
            td data-label=(here.say("column-type")) {
                @match &item.content {
                    Content::Withheld(reason) => (here.gap(*reason)),
                    _ => (groups::label(here, groups::kind(item))),
                }
            }
            td.figure data-label=(here.say("column-cited-by")) { (cited_by(here, item.cited_by.len())) }
        }
    };
    row
}

/// For how many records something is cited; a dash where for none.
fn cited_by(here: &Here<'_>, records: usize) -> Markup {
    html! {
        @if records > 0 { (here.words.count("count-records", records as u64)) } @else { span.silent { "–" } }
    }
}

fn source_row(here: &Here<'_>, source: &SourceCard) -> String {
    let PreEscaped(row) = html! {
        tr {
            th scope="row" { a href=(here.to_source(source.id)) { (escape::value(&source.title, notes::only(&source.languages))) } }
            td data-label=(here.say("column-type")) { (here.term(source.kind.as_str())) }
            td data-label=(here.say("column-producer")) { @if let Some(producer) = &source.producer { (escape::value(producer, None)) } }
            td data-label=(here.say("column-date")) { @if let Some(date) = &source.date { (dates::markup(here.words, date)) } }
            td.figure data-label=(here.say("column-cited-by")) { (cited_by(here, source.cited_by.len())) }
        }
    };
    row
}

/// Records, as links with their kind, as many as fit; how many more there are.
pub(crate) fn records(here: &Here<'_>, ids: &[edition::RecordId]) -> Markup {
    /// Chosen by us: a source of thousands of names is read through the wall, not here.
    const SHOWN: usize = 300;
    html! {
        ul.columns {
            @for id in ids.iter().take(SHOWN) { li { (here.record(*id)) } }
        }
        @if ids.len() > SHOWN {
            p.small { (here.words.count("and-more", (ids.len() - SHOWN) as u64)) }
        }
    }
}

/// The heading of a page of this room.
pub(crate) fn heading(here: &Here<'_>, above: Markup, title: Markup) -> Markup {
    let way = html! { (page::back(here, "documents")) " · " (above) };
    page::heading(way, title, html! {})
}

/// The sources' address, for other rooms.
pub(crate) fn sources_address() -> &'static str {
    SOURCES
}
