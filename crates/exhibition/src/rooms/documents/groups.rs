//! Items by what they are and by the year in which they came into the archive, each group a page that needs no script.

use edition::edition::ItemCard;
use maud::{Markup, html};

use crate::{
    RenderError, escape,
    here::Here,
    numbers, page,
    plan::Output,
    rooms::documents::{item_row, items_table, table},
};

/// What an item is, in the order of the links: message, and the beginnings of the media types.
const KINDS: [(&str, &[&str]); 5] = [
    ("pictures", &["image/"]),
    ("papers", &["application/pdf"]),
    ("recordings", &["audio/", "video/"]),
    (
        "tables",
        &[
            "text/csv",
            "text/tab-separated-values",
            "application/vnd.openxmlformats-officedocument.spreadsheetml",
            "application/vnd.oasis.opendocument.spreadsheet",
        ],
    ),
    ("texts", &["text/"]),
];

/// What is none of these, or may not be told.
const OTHERS: &str = "others";

/// The kind of an item.
pub(super) fn kind(item: &ItemCard) -> &'static str {
    // A picture of which a part is covered has no facts of its file to tell.
    let pictorial = (!item.sheets.is_empty()).then_some("image/");
    let media_type = item.file.as_ref().map(|file| file.media_type.as_str());
    let media_type = media_type.or(pictorial);
    KINDS
        .iter()
        .find(|(_, begins)| {
            media_type
                .is_some_and(|media_type| begins.iter().any(|begin| media_type.starts_with(begin)))
        })
        .map_or(OTHERS, |(kind, _)| kind)
}

/// The year in which an item came into the archive; `None` when not known.
fn year(item: &ItemCard) -> Option<&str> {
    item.added
        .get(..4)
        .filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()))
}

/// A group of items with the address of its page.
struct Group<'a> {
    path: String,
    title: String,
    items: Vec<&'a ItemCard>,
}

/// The kind in words.
pub(super) fn label(here: &Here<'_>, kind: &str) -> String {
    here.say(match kind {
        "pictures" => "kind-pictures",
        "papers" => "kind-papers",
        "recordings" => "kind-recordings",
        "tables" => "kind-tables",
        "texts" => "kind-texts",
        _ => "kind-others",
    })
    .to_owned()
}

/// Groups by kind.
fn kinds<'a>(here: &Here<'a>) -> Vec<Group<'a>> {
    let all = KINDS.iter().map(|(kind, _)| *kind).chain([OTHERS]);
    all.map(|wanted| Group {
        path: format!("documents/kind/{wanted}.html"),
        title: label(here, wanted),
        items: here
            .site
            .edition
            .whole()
            .items
            .iter()
            .filter(|item| kind(item) == wanted)
            .collect(),
    })
    .filter(|group| !group.items.is_empty())
    .collect()
}

/// Groups by year, oldest first.
fn years<'a>(here: &Here<'a>) -> Vec<Group<'a>> {
    let items = &here.site.edition.whole().items;
    let mut years: Vec<&str> = items.iter().filter_map(year).collect();
    years.sort_unstable();
    years.dedup();
    years
        .into_iter()
        .map(|wanted| {
            let mut items: Vec<&ItemCard> = items
                .iter()
                .filter(|item| year(item) == Some(wanted))
                .collect();
            items.sort_by(|one, two| one.added.cmp(&two.added).then(one.number.cmp(&two.number)));
            Group {
                path: format!("documents/added/{wanted}.html"),
                title: here.words.fill(
                    "added-in",
                    &[("date", &numbers::digits(here.lang(), wanted))],
                ),
                items,
            }
        })
        .collect()
}

/// The ways into the list: by kind, by year. A single group would be the list itself and has no page.
pub(super) fn links(here: &Here<'_>) -> Markup {
    html! {
        @for (id, groups) in [("by-kind", kinds(here)), ("by-year", years(here))] {
            @if groups.len() > 1 {
                nav.groups aria-label=(here.say(id)) {
                    p.small { (here.say(id)) }
                    ul {
                        @for group in &groups {
                            li {
                                a href=(here.to(&group.path)) aria-current=[(here.path == group.path).then_some("page")] { (escape::Data(&group.title)) }
                                " " small { (numbers::whole(here.lang(), group.items.len() as u64)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Writes the page of each group.
pub(super) fn write(here: &Here<'_>, output: &mut Output<'_>) -> Result<(), RenderError> {
    for groups in [kinds(here), years(here)] {
        if groups.len() < 2 {
            continue;
        }
        for group in groups {
            let at = Here::new(here.site, here.words, group.path.clone());
            let rows = group.items.iter().map(|item| item_row(&at, item)).collect();
            table(&group.path, rows, output, &at, |at, rows| {
                html! {
                    (page::heading(page::back(at, "documents"), html! { (escape::Data(&group.title)) }, html! {}))
                    p.count { (at.words.count("count-items", group.items.len() as u64)) "." }
                    (links(at))
                    (items_table(at, rows))
                }
            })?;
        }
    }
    Ok(())
}
