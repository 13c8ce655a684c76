//! The pages of an item: what can be seen and read of it with an anchor at each cited place, where it came from, how to check it,
//! who cites it.

mod recording;
pub(crate) mod viewer;

use std::ops::Range;

use edition::{
    RecordId,
    edition::{Content, FileFacts, ItemCard, ShownLocator},
};
use maud::{Markup, html};

use crate::{
    RenderError, dates, escape,
    here::Here,
    letters,
    linked::About,
    notes, numbers, page,
    pictures::{Standing, figure},
    plan::{Kind, Output},
    rooms::{documents, lists},
    site,
    site::Site,
    words::Words,
};

/// Writes the pages of `item`.
pub(crate) fn write(
    site: &Site<'_>,
    words: &Words,
    item: &ItemCard,
    output: &mut Output<'_>,
) -> Result<(), RenderError> {
    let rows = site.row_pages(item.number);
    let sheets = viewer::pages(site, item);
    let pages = rows.len().max(sheets);
    for number in 1..=pages {
        let mut here = Here::new(site, words, site::item_page(item.number, number));
        if number == 1 {
            here.about = About::Item(item);
        }
        let seen = viewer::leaves(&here, item, number);
        let body = html! {
            (documents::heading(&here, escape::code(&item.number.to_string()), title(&here, item)))
            (curated(&here, item))
            @if number == 1 { (recording::section(&here, item)) (instead(&here, item)) }
            div.viewer {
                @if let Some(seen) = &seen { (seen) }
                @if let Some(rows) = rows.get(number - 1) { (content(&here, item, rows, seen.is_some())) }
            }
            (lists::pager(&here, &site::item_page(item.number, 1), number, pages))
            @if number == 1 {
                (cited_by(&here, item))
                (card(&here, item))
                (receipt(&here, item))
            }
        };
        write_page(&here, item, body, output)?;
    }
    viewer::write_look(site, words, item, output)
}

/// Writes one page of an item.
fn write_page(
    here: &Here<'_>,
    item: &ItemCard,
    body: Markup,
    output: &mut Output<'_>,
) -> Result<(), RenderError> {
    let plain = item
        .title
        .clone()
        .unwrap_or_else(|| item.number.to_string());
    let head = page::Head {
        title: &plain,
        room: "documents",
        class: "item",
        media: recording::is_played(here, item),
        ..page::Head::default()
    };
    let page = page::frame_with(here, &head, body);
    output.page(here.lang(), &here.path, &page, Kind::Other)
}

/// What the curator says of it, and who made it.
fn curated(here: &Here<'_>, item: &ItemCard) -> Markup {
    html! {
        @if let Some(caption) = figure::words(here, &item.presented.caption) { p.caption { (caption) } }
        @if let Some(credit) = figure::words(here, &item.presented.credit) { p.small.credit { (credit) } }
    }
}

/// What stands in place of a picture that is not shown here: a choice, or why not. Nothing for what is shown or is no picture.
pub(crate) fn instead(here: &Here<'_>, item: &ItemCard) -> Markup {
    html! {
        @match here.site.gallery.standing(item.number) {
            Standing::None => {},
            Standing::Undescribed => p.gap { (here.say("picture-undescribed")) },
            Standing::Sensitive(_) => p.sensitive {
                strong { (here.say("picture-sensitive")) } " " (here.say("picture-shows")) (here.lang().colon()) (alt(here, item)) " "
                a href=(here.to(&site::look_page(item.number))) { (here.say("picture-look")) }
            },
            Standing::Open(picture) => {
                @if picture.leaves.iter().all(|leaf| !leaf.is_readable()) { p.gap { (here.say("picture-unreadable")) } }
            },
        }
    }
}

fn alt(here: &Here<'_>, item: &ItemCard) -> Markup {
    figure::words(here, &item.presented.alt).unwrap_or_default()
}

/// The entry that added it, and where it is said how that is checked.
fn receipt(here: &Here<'_>, item: &ItemCard) -> Markup {
    let entry = numbers::plain(here.lang(), i64::try_from(item.entry).unwrap_or(i64::MAX));
    html! {
        section aria-labelledby="receipt" {
            h2 #receipt { (here.say("verify-title")) }
            p { (here.words.fill("receipt-text", &[("number", &entry)])) " " a href=(here.to("about/check.html#receipts")) { (here.say("receipt-how")) } }
        }
    }
}

fn title(here: &Here<'_>, item: &ItemCard) -> Markup {
    match &item.title {
        Some(title) => escape::value(title, None),
        None => html! { (here.say("untitled")) },
    }
}

/// Provenance, digest, ledger entry, custody.
fn card(here: &Here<'_>, item: &ItemCard) -> Markup {
    html! {
        section aria-labelledby="provenance" {
            h2 #provenance { (here.say("provenance")) }
            dl.facts {
                (row(here.say("item-number"), &escape::code(&item.number.to_string())))
                @if let Some(file) = &item.file { (file_rows(here, file)) }
                (row(here.say("ledger-entry"), &html! { bdi { (numbers::plain(here.lang(), i64::try_from(item.entry).unwrap_or(i64::MAX))) } }))
                @match (item.origin_withheld, item.obtained_from) {
                    (Some(reason), _) => (row(here.say("obtained-from"), &here.gap(reason))),
                    (None, Some(source)) => {
                        (row(here.say("obtained-from"), &html! {
                            a href=(here.to_source(source)) {
                                @match here.site.source(source) {
                                    Some(card) => (escape::value(&card.title, notes::only(&card.languages))),
                                    None => (escape::code(&source.to_string())),
                                }
                            }
                        }))
                    },
                    (None, None) => {},
                }
                @if !item.added.is_empty() { (row(here.say("added-on"), &html! { time datetime=(item.added) { (dates::iso(here.words, &item.added)) } })) }
                @if !item.obtained_how.is_empty() { (row(here.say("obtained-how"), &escape::value(&item.obtained_how, None))) }
            }
        }
        @if !item.custody.is_empty() {
            section aria-labelledby="custody" {
                h2 #custody { (here.say("custody")) }
                ol.custody {
                    @for (day, action, by, note) in &item.custody {
                        li {
                            time datetime=(day) { (dates::iso(here.words, day)) } (here.lang().colon())
                            (here.term(action.as_str())) (here.lang().comma()) (escape::value(by, None))
                            @if let Some(note) = note { ". " (escape::value(note, None)) }
                        }
                    }
                }
            }
        }
    }
}

fn file_rows(here: &Here<'_>, file: &FileFacts) -> Markup {
    html! {
        (row(here.say("file-name"), &escape::code(&file.name)))
        (row(here.say("file-type"), &escape::code(&file.media_type)))
        (row(here.say("file-size"), &html! { (here.words.count("count-bytes", file.size)) }))
        (row("SHA-256", &escape::code(&file.digest)))
    }
}

fn row(label: &str, value: &Markup) -> Markup {
    html! { div { dt { (label) } dd { (value) } } }
}

/// Who cites it, each place as a link to the anchor.
fn cited_by(here: &Here<'_>, item: &ItemCard) -> Markup {
    /// Chosen by us: a list of thousands of names is read through its rows.
    const SHOWN: usize = 100;
    html! {
        @if !item.cited_by.is_empty() {
            section aria-labelledby="cited-by" {
                h2 #cited-by { (here.say("cited-by")) }
                ul.columns {
                    @for (record, locators) in item.cited_by.iter().take(SHOWN) { li { (citing(here, item, *record, locators)) } }
                }
                @if item.cited_by.len() > SHOWN {
                    p.small { (here.words.count("and-more", (item.cited_by.len() - SHOWN) as u64)) }
                }
            }
        }
    }
}

fn citing(here: &Here<'_>, item: &ItemCard, record: RecordId, locators: &[ShownLocator]) -> Markup {
    let mut places: Vec<(String, Markup)> = Vec::new();
    for locator in locators {
        let address = here.to_item(item.number, Some(locator));
        if places.iter().all(|(known, _)| *known != address) {
            places.push((address, notes::place(here, locator)));
        }
    }
    html! {
        (here.record(record))
        small {
            @for (address, place) in &places { " · " a href=(address) { (place) } }
        }
    }
}

/// What may be read of it; nothing to read beside what can be seen is no matter to speak of.
fn content(here: &Here<'_>, item: &ItemCard, shown: &Range<u64>, is_seen: bool) -> Markup {
    let heading = if is_seen { "transcription" } else { "content" };
    let is_spoken = here.site.gallery.is_pictorial(item.number) || recording::is_one(item);
    html! {
        @if item.content != Content::None || !is_spoken {
        section.content aria-labelledby="content" {
            h2 #content { (here.say(heading)) }
            @match &item.content {
                Content::Text(words) => (text(here, item, words)),
                Content::Table(rows) => (table(here, rows, shown)),
                Content::Withheld(reason) => p { (here.gap(*reason)) },
                Content::None => p { (here.say("content-none")) },
                _ => {},
            }
        }
        }
    }
}

/// The text with an anchor where each cited span begins; what is cited is marked.
fn text(here: &Here<'_>, item: &ItemCard, text: &str) -> Markup {
    let spans: Vec<(u64, u64)> = here.site.spans(item.number).collect();
    let mut cuts: Vec<u64> = spans
        .iter()
        .flat_map(|(start, end)| [*start, *end])
        .collect();
    cuts.sort_unstable();
    cuts.dedup();
    let pieces = pieces(text, &cuts);
    let direction = if letters::is_rtl(text) { "rtl" } else { "ltr" };
    html! {
        p.small { (here.say("content-text-note")) }
        div.source-text dir=(direction) {
            @for (start, piece) in pieces {
                @for (_, end) in spans.iter().filter(|(from, _)| *from == start) { span.at id=(format!("t-{start}-{end}")) {} }
                @if spans.iter().any(|(from, to)| *from <= start && start < *to) {
                    mark { (escape::Data(piece)) }
                } @else {
                    (escape::Data(piece))
                }
            }
        }
    }
}

/// The text cut at these places, counted in scalar values; each piece with where it begins. A cut at the end gives an empty piece.
fn pieces<'t>(text: &'t str, cuts: &[u64]) -> Vec<(u64, &'t str)> {
    let mut pieces = Vec::with_capacity(cuts.len() + 1);
    let (mut begun, mut start) = (0u64, 0usize);
    let mut cuts = cuts.iter().copied().filter(|cut| *cut > 0).peekable();
    for (place, (offset, _)) in (0u64..).zip(text.char_indices()) {
        if cuts.next_if_eq(&place).is_some() {
            pieces.push((begun, &text[start..offset]));
            (begun, start) = (place, offset);
        }
    }
    pieces.push((begun, &text[start..]));
    if let Some(end) = cuts.next() {
        pieces.push((end, ""));
    }
    pieces
}

/// One page of a table's rows, each with its number as a spreadsheet shows it.
fn table(here: &Here<'_>, rows: &[Vec<String>], shown: &Range<u64>) -> Markup {
    let numbered = (1u64..)
        .zip(rows)
        .filter(|(number, _)| shown.contains(number));
    html! {
        div.scroll tabindex="0" {
            table.data {
                @if let Some(header) = rows.first() {
                    thead {
                        tr id=[(shown.start == 2).then_some("r-1")] {
                            th scope="col" { (here.say("column-row")) }
                            @for cell in header { th scope="col" { (escape::value(cell, None)) } }
                        }
                    }
                }
                tbody {
                    @for (number, row) in numbered {
                        tr id=(format!("r-{number}")) {
                            th scope="row" { (numbers::whole(here.lang(), number)) }
                            @for cell in row { td { @if !cell.is_empty() { (escape::value(cell, None)) } } }
                        }
                    }
                }
            }
        }
    }
}
