//! Pages of an item as pictures, with what is cited outlined on them, and the way from page to page.

use edition::edition::{ItemCard, ShownLocator};
use maud::{Markup, html};

use crate::{
    RenderError, escape,
    here::Here,
    numbers,
    pictures::{
        Leaf, Picture, SHEETS_ON_PAGE, Standing,
        figure::{self, Look},
        manifest,
    },
    plan::Output,
    rooms::{documents, item, lists},
    site,
    site::Site,
    words::Words,
};

/// How wide a page is shown at most, in pixels.
pub(crate) const MOST: u32 = 1600;

/// Beside the words that were read in it.
const BESIDE: Look = Look {
    sizes: "(min-width: 60rem) 36rem, 96vw",
    most: MOST,
    lazy: true,
};

/// The same for the first one, which is seen at once.
const FIRST: Look = Look {
    lazy: false,
    ..BESIDE
};

/// Pages that the pictures of `item` need; 1 for an item without.
pub(crate) fn pages(site: &Site<'_>, item: &ItemCard) -> usize {
    match site.gallery.standing(item.number) {
        Standing::Open(picture) => picture.leaves.len().div_ceil(SHEETS_ON_PAGE),
        Standing::None | Standing::Undescribed | Standing::Sensitive(_) => 1,
    }
}

/// The pictures on page `page` of `item`; `None` when there are none that are shown without asking.
pub(crate) fn leaves(here: &Here<'_>, item: &ItemCard, page: usize) -> Option<Markup> {
    match here.site.gallery.standing(item.number) {
        Standing::Open(picture) => stack(here, item, picture, page, &|number| {
            site::item_page(item.number, number)
        }),
        Standing::None | Standing::Undescribed | Standing::Sensitive(_) => None,
    }
}

/// Writes the pages where a sensitive picture stands, which nothing shows but the choice to look; nothing for any other.
pub(crate) fn write_look(
    site: &Site<'_>,
    words: &Words,
    item: &ItemCard,
    output: &mut Output<'_>,
) -> Result<(), RenderError> {
    let Standing::Sensitive(picture) = site.gallery.standing(item.number) else {
        return Ok(());
    };
    let first = site::look_page(item.number);
    let pages = picture.leaves.len().div_ceil(SHEETS_ON_PAGE);
    for number in 1..=pages {
        let here = Here::new(site, words, lists::address(&first, number));
        let seen = stack(&here, item, picture, number, &|number| {
            lists::address(&first, number)
        });
        let body = html! {
            (documents::heading(&here, escape::code(&item.number.to_string()), item::title(&here, item)))
            p { a href=(here.to_item(item.number, None)) { (here.say("picture-back")) } }
            (item::curated(&here, item))
            @if let Some(seen) = seen { (seen) }
            (lists::pager(&here, &first, number, pages))
        };
        item::write_page(&here, item, body, output)?;
    }
    Ok(())
}

/// The pictures of one page; `None` when none of the item's can be read.
fn stack(
    here: &Here<'_>,
    item: &ItemCard,
    picture: &Picture,
    page: usize,
    address: &dyn Fn(usize) -> String,
) -> Option<Markup> {
    if picture.leaves.iter().all(|leaf| !leaf.is_readable()) {
        return None;
    }
    let shown = picture
        .leaves
        .iter()
        .skip((page - 1) * SHEETS_ON_PAGE)
        .take(SHEETS_ON_PAGE);
    Some(html! {
        section.sheets aria-labelledby="sheets" {
            h2.unseen #sheets { (here.say("sheets")) }
            @for (place, leaf) in shown.enumerate() {
                (sheet(here, item, leaf, place == 0))
                @if picture.leaves.len() > 1 { (turn(here, leaf.sheet, picture.leaves.len(), page, address)) }
            }
            @if page == 1 && manifest::is_written(here.site, item) {
                p.small { a href={ (here.up) "../" (manifest::path(item.number)) } { (here.say("picture-manifest")) } }
            }
        }
    })
}

/// One page, with what is cited outlined and what is covered told.
fn sheet(here: &Here<'_>, item: &ItemCard, leaf: &Leaf, is_first: bool) -> Markup {
    let shape = usize::try_from(leaf.sheet)
        .ok()
        .and_then(|sheet| item.sheets.get(sheet - 1));
    let covered = shape
        .map(|sheet| sheet.covered.as_slice())
        .unwrap_or_default();
    let areas = areas(item, leaf.sheet);
    let number = numbers::plain(here.lang(), i64::from(leaf.sheet));
    html! {
        figure.sheet id=(format!("p-{}", leaf.sheet)) {
            @if leaf.is_readable() {
                div.picture {
                    (figure::picture(here, &leaf.whole, &item.presented.alt, if is_first { FIRST } else { BESIDE }))
                    @if !areas.is_empty() || !covered.is_empty() {
                        svg viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true" {
                            @for (area, _) in covered { (outline(*area, "covered", None)) }
                            @for area in &areas { (outline(*area, "cited", Some(leaf.sheet))) }
                        }
                    }
                }
            } @else {
                p.gap { (here.say("picture-unreadable")) }
            }
            figcaption {
                @if item.sheets.len() > 1 { (here.words.fill("locator-page", &[("page", &number)])) }
                @if !areas.is_empty() { p.small { (here.say("picture-cited")) } }
                @if !covered.is_empty() {
                    ul.gaps { @for (_, reason) in covered { li { (here.say("picture-covered")) (here.lang().colon()) (here.gap(*reason)) } } }
                }
            }
        }
    }
}

/// The places of a page that are cited, each once.
fn areas(item: &ItemCard, sheet: u32) -> Vec<[u16; 4]> {
    let locators = item.cited_by.iter().flat_map(|(_, locators)| locators);
    let mut areas: Vec<[u16; 4]> = locators
        .filter_map(|locator| match locator {
            ShownLocator::Page(page, area) if *page == sheet => *area,
            _ => None,
        })
        .collect();
    areas.sort_unstable();
    areas.dedup();
    areas
}

/// A box over a picture, in thousandths of its width and height; with an anchor where it is cited.
fn outline([left, top, right, bottom]: [u16; 4], class: &str, anchor: Option<u32>) -> Markup {
    let id = anchor.map(|sheet| format!("p-{sheet}-{left}-{top}-{right}-{bottom}"));
    html! {
        rect class=(class) id=[id] x=(left) y=(top) width=(right.saturating_sub(left)) height=(bottom.saturating_sub(top)) {}
    }
}

/// The way to the page before and the page after.
fn turn(
    here: &Here<'_>,
    sheet: u32,
    total: usize,
    page: usize,
    address: &dyn Fn(usize) -> String,
) -> Markup {
    let to = |sheet: u32| {
        let on = (sheet as usize).div_ceil(SHEETS_ON_PAGE);
        if on == page {
            format!("#p-{sheet}")
        } else {
            format!("{}#p-{sheet}", here.to(&address(on)))
        }
    };
    let number = |number: usize| numbers::plain(here.lang(), i64::try_from(number).unwrap_or(0));
    let label = here.words.fill(
        "page-of",
        &[
            ("number", &number(sheet as usize)),
            ("total", &number(total)),
        ],
    );
    html! {
        nav.pager aria-label=(label) {
            @if sheet > 1 { a href=(to(sheet - 1)) { (here.say("page-previous")) } }
            span { (label) }
            @if (sheet as usize) < total { a href=(to(sheet + 1)) { (here.say("page-next")) } }
        }
    }
}
