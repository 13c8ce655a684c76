//! The press room: the facts with their date, a short text, and a banner to embed.

use maud::html;

use crate::{
    RenderError, escape,
    here::Here,
    lang::Lang,
    page,
    plan::{Kind, Output},
    rooms::entrance,
    site, svg,
    words::Words,
};

/// Width and height of the banner in pixels: the slot in the press report of 2019 from which this archive began.
const BANNER: (u32, u32) = (728, 90);

/// Writes the room and the banner of its language.
pub(crate) fn write(here: &Here<'_>, output: &mut Output<'_>) -> Result<(), RenderError> {
    let edition = here.site.edition.whole();
    let lang = here.lang();
    let title = site::localized(&edition.title, lang)
        .map_or(edition.archive_name.as_str(), |(_, title)| title);
    let count = |room: &str| here.site.room(room).map(|room| room.members.len() as u64);
    let languages = &here.site.options.languages;
    let body = html! {
        (page::room_heading(here, "press"))
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
        section aria-labelledby="text" {
            h2 #text { (here.say("press-text")) }
            p { strong { (escape::Data(title)) } }
            (entrance::text(here, "words", &edition.claim))
            (entrance::text(here, "words", &edition.shown))
        }
        section aria-labelledby="contact" { h2 #contact { (here.say("contact")) } (entrance::text(here, "words", &edition.contact)) }
        section aria-labelledby="banner" {
            h2 #banner { (here.say("press-banner")) }
            p { (here.say("press-banner-text")) }
            @for other in languages { (embed(here, *other)) }
        }
    };
    let page = page::frame(
        here,
        &page::room_title(here, "press"),
        "press",
        "room",
        body,
    );
    output.page(lang, &here.path, &page, Kind::Other)?;
    output.page(lang, "press/banner.svg", &banner(here, title), Kind::Other)
}

/// The banner of one language with the code that embeds it.
fn embed(here: &Here<'_>, lang: Lang) -> maud::Markup {
    let edition = here.site.edition.whole();
    let title = site::localized(&edition.title, lang)
        .map_or(edition.archive_name.as_str(), |(_, title)| title);
    let base = match &here.site.options.base_address {
        Some(base) => base.trim_end_matches('/').to_owned(),
        None => here.say("press-address").to_owned(),
    };
    let tag = lang.tag();
    let (width, height) = BANNER;
    // The code is shown, so it is escaped once for its own attribute and once more for this page.
    let alt = escape::attribute(title);
    let code = format!(
        "<a href=\"{base}/{tag}/index.html\"><img src=\"{base}/{tag}/press/banner.svg\" width=\"{width}\" height=\"{height}\" alt=\"{alt}\"></a>"
    );
    maud::html! {
        figure.banner {
            img src={ (here.up) "../" (tag) "/press/banner.svg" } width=(width) height=(height) alt=(title) lang=(tag) dir=(lang.direction().as_str());
            figcaption { pre dir="ltr" { code { (escape::Data(&code)) } } }
        }
    }
}

/// The banner as a file: a ruled tablet with the title and the day on which its facts were true.
fn banner(here: &Here<'_>, title: &str) -> String {
    let words: &Words = here.words;
    let (width, height) = BANNER;
    let rtl = here.lang().is_rtl();
    let start = if rtl { width - 24 } else { 24 };
    // 728 pixels less the margins hold about 60 letters of 20 pixels and 75 of 15.
    let size = if title.chars().count() > 48 { 17 } else { 22 };
    let body = html! {
        rect width=(width) height=(height) fill="#fbfaf7" {}
        path d=(format!("M0 1h{width}M0 {}h{width}", height - 1)) stroke="#7a1f1f" stroke-width="2" {}
        text x=(start) y="42" font-size=(size) font-weight="600" fill="#1a1917" { (escape::Data(&svg::fit(title, 75))) }
        text x=(start) y="68" font-size="14" fill="#55524b" {
            @if here.site.edition.made_up { (words.say("made-up")) } @else { (page::as_of(here)) }
        }
    };
    svg::file(here.lang(), width, height, title, &body)
}
