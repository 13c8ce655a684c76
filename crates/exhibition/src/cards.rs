//! How a link to a page looks elsewhere: a card for each room and language, drawn here, and the words beside it. No face is on any
//! of them, nothing graphic, and nothing that is not the curator's own words.
//!
//! Written only where the site has an address of its own, since whoever shows a card fetches it from there.

use std::collections::HashMap;

use maud::{Markup, html};
use serde_json::{Value, json};

use crate::{
    RenderError, escape,
    here::Here,
    lang::Lang,
    letters,
    linked::About,
    page,
    plan::{Kind, Output},
    site,
    site::Site,
    stick,
    words::Words,
};

/// How cards are drawn. What changes in it or in the program that draws gives every card a new address.
const SHEET: &str = include_str!("../assets/card.typ");
const DRAWN: &str = "typst 0.15";

/// Width and height of a card.
const SIZE: (u32, u32) = (1200, 630);

/// The addresses of cards, from the root of the exhibition, by language and room; the entrance is the room without a name.
pub(crate) type Cards = HashMap<(Lang, String), String>;

/// The address of every card. It names the content, so that a card that is there need not be drawn again.
pub(crate) fn addresses(site: &Site<'_>, words: &[Words]) -> Cards {
    let mut cards = Cards::new();
    if site.options.base_address.is_some() {
        for words in words {
            for room in rooms(site) {
                let address = address(words.lang, room, &content(site, words, room));
                cards.insert((words.lang, room.to_owned()), address);
            }
        }
    }
    cards
}

/// Draws the cards of a language that are not there yet.
pub(crate) fn write(
    site: &Site<'_>,
    words: &Words,
    output: &mut Output<'_>,
) -> Result<(), RenderError> {
    if site.options.base_address.is_none() {
        return Ok(());
    }
    let mut contents = Vec::new();
    let mut missing = Vec::new();
    for room in rooms(site) {
        let content = content(site, words, room);
        let address = address(words.lang, room, &content);
        if !output.keep(&address) {
            contents.push(content);
            missing.push(address);
        }
    }
    if missing.is_empty() {
        return Ok(());
    }
    let values = json!({ "lang": words.lang.tag(), "rtl": words.lang.is_rtl(), "cards": contents });
    let failed = |path: &str, source| RenderError::Drawing {
        path: path.to_owned(),
        source,
    };
    let first = missing.first().map_or("cards", String::as_str);
    let pages = print::set(&print::Sheet::new(SHEET).data("data.json", &values))
        .map_err(|error| failed(first, error))?;
    for (number, address) in (1..).zip(&missing) {
        let drawn = pages
            .png(number, 1.0)
            .map_err(|error| failed(address, error))?;
        output.write(address, &drawn, Kind::Other)?;
    }
    Ok(())
}

/// The entrance and every room.
fn rooms<'a>(site: &Site<'a>) -> impl Iterator<Item = &'a str> {
    std::iter::once("").chain(page::rooms(site))
}

/// What stands on the card of a room.
fn content(site: &Site<'_>, words: &Words, room: &str) -> Value {
    let here = Here::new(site, words, String::new());
    let exhibition = title(&here);
    // The same in the other script, where the curator gives it in that script's first language.
    let other = if words.lang.is_rtl() {
        Lang::En
    } else {
        Lang::Fa
    };
    let other = if site.options.languages.contains(&other) {
        other
    } else {
        words.lang
    };
    let of = |text| {
        site::localized(text, other)
            .filter(|(language, _)| language.as_str() == other.tag() && other != words.lang)
    };
    let curated = match room {
        "" => of(&site.edition.face().title),
        room => site.room(room).and_then(|card| of(&card.title)),
    };
    let made_up = site.edition.face().made_up.then(|| words.say("made-up"));
    let title = if room.is_empty() {
        exhibition.to_owned()
    } else {
        page::room_title(&here, room)
    };
    let other_title = curated.map_or("", |(_, other)| other);
    json!({
        "over": if room.is_empty() { "" } else { exhibition },
        "title_rtl": letters::is_rtl(&title),
        // Where a language has no title of its own, the same words stand in for it.
        "other": if other_title == title { "" } else { other_title },
        "title": title,
        "other_rtl": other.is_rtl(),
        "foot": made_up.unwrap_or(&site.edition.face().archive_name),
    })
}

fn address(lang: Lang, room: &str, content: &Value) -> String {
    let room = if room.is_empty() { "entrance" } else { room };
    let digest = stick::digest(format!("{DRAWN}\n{SHEET}\n{lang:?}\n{content}").as_bytes());
    let digest = digest.get(..12).unwrap_or_default();
    format!("cards/{}-{room}-{digest}.png", lang.tag())
}

fn title<'a>(here: &Here<'a>) -> &'a str {
    let edition = here.site.edition.face();
    site::localized(&edition.title, here.lang())
        .map_or(edition.archive_name.as_str(), |(_, title)| title)
}

/// The words about a page for those who show a link to it; nothing where the site has no address.
pub(crate) fn head(here: &Here<'_>, page_title: &str, room: &str) -> Markup {
    let Some(base) = &here.site.options.base_address else {
        return html! {};
    };
    let base = base.trim_end_matches('/');
    let lang = here.lang();
    let cards = &here.site.cards;
    let card = cards
        .get(&(lang, room.to_owned()))
        .or_else(|| cards.get(&(lang, String::new())));
    let site_name = title(here);
    html! {
        meta property="og:title" content=(escape::Data(page_title));
        @if let Some(card) = card {
            meta property="og:image" content={ (base) "/" (card) };
            meta name="twitter:card" content="summary_large_image";
        }
        // What a page of a person can do without, since those who show a link find it out.
        @if !matches!(here.about, About::Subject(_)) {
            meta property="og:type" content="website";
            meta property="og:url" content={ (base) "/" (lang.tag()) "/" (here.path) };
            meta property="og:site_name" content=(escape::Data(site_name));
            meta property="og:locale" content=(lang.tag());
            @if card.is_some() {
                meta property="og:image:width" content=(SIZE.0);
                meta property="og:image:height" content=(SIZE.1);
                meta property="og:image:alt" content=(escape::Data(site_name));
            }
        }
    }
}
