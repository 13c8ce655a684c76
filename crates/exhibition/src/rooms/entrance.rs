//! The entrance: title, sentence, content note, rooms in order, when and where, who is responsible.

use edition::Localized;
use maud::{Markup, html};

use crate::{
    RenderError, escape,
    here::Here,
    linked::About,
    numbers, page,
    plan::{Kind, Output},
    site,
    site::Site,
    words::Words,
};

/// Writes the entrance.
pub(crate) fn write(
    site: &Site<'_>,
    words: &Words,
    output: &mut Output<'_>,
) -> Result<(), RenderError> {
    let here = Here::new(site, words, "index.html".to_owned()).about(About::Exhibition);
    let edition = site.edition.whole();
    let title = site::localized(&edition.title, words.lang)
        .map_or(edition.archive_name.as_str(), |(_, title)| title);
    let body = html! {
        header.entrance {
            h1 { (page::words(&here, &edition.title, &edition.archive_name)) }
            (text(&here, "claim", &edition.claim))
            @if has(&here, &edition.shown) { div.shown { (text(&here, "words", &edition.shown)) } }
        }
        @if has(&here, &edition.content_note) {
            aside.note aria-labelledby="note" {
                h2 #note { (here.say("content-note")) }
                (text(&here, "words", &edition.content_note))
            }
        }
        (text(&here, "intro", &edition.introduction))
        section aria-labelledby="rooms" {
            h2 #rooms { (here.say("rooms")) }
            ol.rooms { @for room in page::rooms(site) { (room_line(&here, room)) } }
        }
        @if has(&here, &edition.contact) {
            section aria-labelledby="contact" {
                h2 #contact { (here.say("contact")) }
                (text(&here, "words", &edition.contact))
            }
        }
        @if has(&here, &edition.credits) {
            section aria-labelledby="credits" {
                h2 #credits { (here.say("credits")) }
                (text(&here, "small", &edition.credits))
            }
        }
    };
    let page = page::frame(&here, title, "", "entrance", body);
    output.page(words.lang, "index.html", &page, Kind::Other)
}

/// Whether there are words in any language.
pub(crate) fn has(here: &Here<'_>, text: &Localized) -> bool {
    site::localized(text, here.lang()).is_some()
}

/// The curator's words; with their language and a note where it is not that of the page; nothing when there are none.
pub(crate) fn text(here: &Here<'_>, class: &str, text: &Localized) -> Markup {
    html! {
        @if let Some((language, words)) = site::localized(text, here.lang()) {
            @if language.as_str() != here.lang().tag() { (page::untranslated(here, language)) }
            div class=(class) lang=(language.as_str()) dir=(escape::direction(words, Some(language)).as_str()) {
                (escape::paragraphs(words))
            }
        }
    }
}

fn room_line(here: &Here<'_>, room: &str) -> Markup {
    let count = count(here, room);
    html! {
        li {
            a href=(here.to(&format!("{room}/index.html"))) {
                @if let Some(card) = here.site.room(room) {
                    span.number { (numbers::plain(here.lang(), i64::from(card.number))) } " "
                    (page::words(here, &card.title, &page::room_title(here, room)))
                } @else {
                    (escape::Data(&page::room_title(here, room)))
                }
            }
            @if let Some(count) = count { " " small { (count) } }
        }
    }
}

/// How much there is in a room, in words; `None` where nothing is counted.
pub(crate) fn count(here: &Here<'_>, room: &str) -> Option<String> {
    let edition = here.site.edition.whole();
    let members = here.site.room(room).map_or(0, |card| card.members.len());
    let (id, count) = match room {
        "people" => ("count-names", members),
        "graves" => ("count-sites", members),
        "documents" => ("count-items", edition.items.len()),
        "remarks" => ("count-remarks", members),
        "commission" => ("count-named", members),
        "demands" => ("count-demands", members),
        "timeline" | "programme" => ("count-events", members),
        _ => return None,
    };
    Some(here.words.count(id, count as u64))
}
