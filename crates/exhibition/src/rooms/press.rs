//! The press room: the facts with their date, words to quote, pictures with their licence, banners, feeds, data, corrections.

use edition::edition::ItemCard;
use maud::{Markup, html};

use crate::{
    RenderError, Way, banners, escape,
    here::Here,
    lang::Lang,
    page,
    plan::{Kind, Output},
    rooms::entrance,
    site,
};

/// Writes the room.
pub(crate) fn write(here: &Here<'_>, output: &mut Output<'_>) -> Result<(), RenderError> {
    let body = html! {
        (page::room_heading(here, "press"))
        (facts(here))
        (words(here))
        (pictures(here))
        (followed(here))
        section aria-labelledby="contact" {
            h2 #contact { (here.say("contact")) }
            p { a href=(here.to("about/corrections.html")) { (here.say("correct-how")) } }
            (entrance::text(here, "words", &here.site.edition.contact))
        }
        // Nobody copies code from a screen in a room.
        @if here.site.options.way != Way::Kiosk { (banners(here)) }
    };
    let page = page::frame(
        here,
        &page::room_title(here, "press"),
        "press",
        "room",
        body,
    );
    output.page(here.lang(), &here.path, &page, Kind::Other)
}

/// How much there is, and when that was so. No sum of the dead.
fn facts(here: &Here<'_>) -> Markup {
    let edition = here.site.edition.whole();
    let count = |room: &str| here.site.room(room).map(|room| room.members.len() as u64);
    html! {
        section aria-labelledby="facts" {
            h2 #facts { (here.say("press-facts")) }
            p { (page::as_of(here)) }
            ul {
                @for (room, id) in [("people", "count-names"), ("graves", "count-sites"), ("remarks", "count-remarks"), ("demands", "count-demands")] {
                    @if let Some(count) = count(room) {
                        li { a href=(here.to(&format!("{room}/index.html"))) { (here.words.count(id, count)) } }
                    }
                }
                li { a href=(here.to("documents/index.html")) { (here.words.count("count-items", edition.items.len() as u64)) } }
                li { a href=(here.to(super::documents::sources_address())) { (here.words.count("count-sources", edition.sources.len() as u64)) } }
            }
            p.small { (here.say("press-no-toll")) }
        }
    }
}

/// The curator's own words, to be quoted as they are.
fn words(here: &Here<'_>) -> Markup {
    let edition = here.site.edition.whole();
    html! {
        section aria-labelledby="text" {
            h2 #text { (here.say("press-text")) }
            p { strong { (escape::Data(title(here, here.lang()))) } }
            (entrance::text(here, "words", &edition.claim))
            (entrance::text(here, "words", &edition.introduction))
            (entrance::text(here, "words", &edition.shown))
        }
    }
}

fn title<'a>(here: &Here<'a>, lang: Lang) -> &'a str {
    let edition = here.site.edition.whole();
    site::localized(&edition.title, lang).map_or(edition.archive_name.as_str(), |(_, title)| title)
}

/// Pictures that may be printed: offered by the curator, described, with who made them and the licence, and not distressing.
fn pictures(here: &Here<'_>) -> Markup {
    let lang = here.lang();
    let offered = |item: &&ItemCard| {
        let presented = &item.presented;
        presented.offered
            && !presented.sensitive
            && site::localized(&presented.alt, lang).is_some()
            && site::localized(&presented.credit, lang).is_some()
    };
    let pictures: Vec<&ItemCard> = here.site.edition.items.iter().filter(offered).collect();
    html! {
        section aria-labelledby="pictures" {
            h2 #pictures { (here.say("press-pictures")) }
            @if pictures.is_empty() {
                p { (here.say("press-pictures-none")) }
            } @else {
                ul {
                    @for item in pictures {
                        li {
                            a href=(here.to_item(item.number, None)) { (escape::code(&item.number.to_string())) }
                            (entrance::text(here, "words", &item.presented.caption))
                            (entrance::text(here, "small", &item.presented.credit))
                        }
                    }
                }
            }
        }
    }
}

/// Feeds and data.
fn followed(here: &Here<'_>) -> Markup {
    html! {
        section aria-labelledby="follow" {
            h2 #follow { (here.say("press-follow")) }
            ul {
                @if here.site.options.base_address.is_some() {
                    li { a href=(here.to("feed.atom")) { (here.say("feed-title")) " (Atom)" } }
                    li { a href=(here.to("feed.json")) { (here.say("feed-title")) " (JSON Feed)" } }
                }
                li { a href=(here.to("data/index.html")) { (here.say("data-title")) } }
            }
        }
    }
}

/// Banners of this language in every size, those of the others in the first.
fn banners(here: &Here<'_>) -> Markup {
    let languages = &here.site.options.languages;
    html! {
        section aria-labelledby="banner" {
            h2 #banner { (here.say("press-banner")) }
            p { (here.say("press-banner-text")) }
            @for size in banners::SIZES {
                @for theme in ["light", "dark"] { (embed(here, here.lang(), size, theme)) }
            }
            p { a href="banner.html" { (here.say("press-banner-page")) } }
            @for other in languages.iter().filter(|other| **other != here.lang()) { (embed(here, *other, banners::SIZES[0], "light")) }
        }
    }
}

/// A banner with the code that embeds it. The dark ones are links, so that the page stays light to load.
fn embed(here: &Here<'_>, lang: Lang, size: (u32, u32), theme: &str) -> Markup {
    let base = match &here.site.options.base_address {
        Some(base) => base.trim_end_matches('/'),
        None => here.say("press-address"),
    };
    let own = lang == here.lang();
    let alt = if own {
        banners::alt(here)
    } else {
        title(here, lang).to_owned()
    };
    let code = banners::code(here, base, lang, size, theme, &alt);
    let (width, height) = size;
    html! {
        figure.banner {
            @let name = format!("{}.svg", banners::name(size, theme));
            @let address = format!("{}../{}/{name}", here.up, lang.tag());
            @if theme == "light" {
                img src=(address) width=(width) height=(height) alt=(escape::Data(&alt)) lang=(lang.tag())
                    dir=(lang.direction().as_str()) loading="lazy";
            } @else {
                a href=(address) { (escape::code(&name)) }
            }
            // The code is shown, so it is escaped once for its own attribute and once more for this page.
            figcaption { pre dir="ltr" { code { (escape::Data(&code)) } } }
        }
    }
}
