//! What may be taken away of an item, and recordings that can be heard or watched where they stand.

use edition::edition::{Content, FileFacts, ItemCard};
use maud::{Markup, html};

use crate::{escape, here::Here, lang::Lang, pictures::figure};

/// `true` for a sound or a film.
pub(crate) fn is_one(item: &ItemCard) -> bool {
    item.file
        .as_ref()
        .is_some_and(|file| is_sound(file) || is_film(file))
}

fn is_sound(file: &FileFacts) -> bool {
    file.media_type.starts_with("audio/")
}

fn is_film(file: &FileFacts) -> bool {
    file.media_type.starts_with("video/")
}

/// `true` when the page of `item` plays a recording.
pub(crate) fn is_played(here: &Here<'_>, item: &ItemCard) -> bool {
    is_one(item) && here.site.gallery.file(item).is_some()
}

/// The player of a recording, and the link to the file; nothing for an item of which no file is offered and which is no recording.
pub(crate) fn section(here: &Here<'_>, item: &ItemCard) -> Markup {
    let up = format!("{}../", here.up);
    html! {
        @if let Some(file) = &item.file {
            @match here.site.gallery.file(item) {
                Some(path) => {
                    @if is_one(item) { (player(here, item, file, &format!("{up}{path}"))) }
                    p.offered {
                        a href={ (up) (path) } download="" { (here.say("file-take")) }
                        " " small { (escape::code(&file.media_type)) (here.lang().comma()) (here.words.count("count-bytes", file.size)) }
                    }
                    p.small { (here.say("file-as-it-came")) }
                },
                None if item.presented.offered => p.gap { (here.say("file-unreadable")) },
                None if is_one(item) => p { (here.say("recording-not-offered")) },
                None => {},
            }
        }
    }
}

fn player(here: &Here<'_>, item: &ItemCard, file: &FileFacts, path: &str) -> Markup {
    let up = format!("{}../", here.up);
    let label = figure::words(here, &item.presented.alt);
    let poster = item
        .presented
        .poster
        .and_then(|poster| here.site.gallery.first(poster))
        .and_then(|leaf| leaf.still());
    let tracks = html! {
        source src=(path) type=(file.media_type);
        @for (language, number) in &item.presented.captions {
            @if let Some(captions) = here.site.item(*number).and_then(|captions| here.site.gallery.file(captions)) {
                track kind="captions" src={ (up) (captions) } srclang=(language.as_str()) label=(own_name(language.as_str()))
                    default[language.as_str() == here.lang().tag()];
            }
        }
        (here.say("recording-unplayable"))
    };
    html! {
        figure.recording {
            @if is_film(file) {
                video controls preload="none" aria-labelledby="recorded" poster=[poster.map(|poster| format!("{up}{}", poster.jpeg()))]
                    width=[poster.map(|poster| poster.width)] height=[poster.map(|poster| poster.height)] { (tracks) }
            } @else {
                audio controls preload="none" aria-labelledby="recorded" { (tracks) }
            }
            figcaption #recorded {
                @match label { Some(label) => (label), None => (here.say("recorded")) }
                @if item.presented.captions.is_empty() { p.small { (here.say("recording-without-captions")) } }
                @if matches!(item.content, Content::Text(_)) { p.small { a href="#content" { (here.say("recording-transcript")) } } }
            }
        }
    }
}

/// What a language is called in itself, for those of ours; its tag for any other.
fn own_name(tag: &str) -> &str {
    match Lang::ALL.into_iter().find(|lang| lang.tag() == tag) {
        Some(lang) => lang.own_name(),
        None => tag,
    }
}
