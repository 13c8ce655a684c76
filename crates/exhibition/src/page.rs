//! The frame of every page: head, way through the rooms, language switch, notice of invented data, the way to the ledger facts.

use edition::{Language, Localized};
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::{
    Options, Way, banners, cards, dates, escape, feeds,
    here::Here,
    kiosk, linked, numbers,
    rooms::{about, source},
    site,
    site::Site,
};

/// What a page loads and does: styles, fonts and pictures of its own folder, and nothing else.
pub(crate) const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'none'; base-uri 'none'";

/// The same for a page with a script of its own folder. It still sends nothing anywhere.
const POLICY_WITH_SCRIPT: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'none'; base-uri 'none'";

/// The same for a page with a recording of its own folder.
const POLICY_WITH_MEDIA: &str = "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; font-src 'self'; form-action 'none'; base-uri 'none'";

/// The same for a page with a recording and a script of its own folder.
const POLICY_WITH_BOTH: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; font-src 'self'; form-action 'none'; base-uri 'none'";

/// What a page says of itself before its content.
#[derive(Debug, Default)]
pub(crate) struct Head<'t> {
    /// Its title, plain text.
    pub(crate) title: &'t str,
    /// The room it belongs to.
    pub(crate) room: &'t str,
    /// What kind of page it is, for the style sheet.
    pub(crate) class: &'t str,
    /// Scripts that it runs once it is read, paths from the root of the exhibition.
    pub(crate) scripts: &'t [&'t str],
    /// It plays a recording.
    pub(crate) media: bool,
}

/// A whole page without script.
pub(crate) fn frame(here: &Here<'_>, title: &str, room: &str, class: &str, main: Markup) -> String {
    let head = Head {
        title,
        room,
        class,
        ..Head::default()
    };
    frame_with(here, &head, main)
}

/// A whole page.
pub(crate) fn frame_with(here: &Here<'_>, head: &Head<'_>, main: Markup) -> String {
    let Head {
        title,
        room,
        class,
        scripts,
        media,
    } = head;
    let linked = linked::of(here);
    let is_kiosk = here.site.options.way == Way::Kiosk;
    let policy = match (scripts.is_empty() && !is_kiosk, media) {
        (false, false) => POLICY_WITH_SCRIPT,
        (false, true) => POLICY_WITH_BOTH,
        (true, true) => POLICY_WITH_MEDIA,
        (true, false) => POLICY,
    };
    let lang = here.lang();
    let edition = here.site.edition.face();
    let exhibition = site::localized(&edition.title, lang)
        .map_or(edition.archive_name.as_str(), |(_, title)| title);
    let root = format!("{}../", here.up);
    let page = html! {
        (DOCTYPE)
        html lang=(lang.tag()) dir=(lang.direction().as_str()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                title { (escape::Data(title)) @if *title != exhibition { " · " (escape::Data(exhibition)) } }
                link rel="stylesheet" href={ (root) "assets/style.css" };
                @if is_kiosk { (kiosk::head(&root)) }
                link rel="icon" href={ (root) "assets/icon.svg" } type="image/svg+xml";
                @for script in *scripts { script defer src={ (root) (script) } {} }
                @if !is_kiosk {
                    (alternates(here, class))
                    // A page of a person is kept short: what is new is found from the rooms.
                    @if *class != "person" { (feeds::links(here)) }
                    (banners::discovery(here, title))
                    (cards::head(here, title, room))
                }
                @if !linked.is_empty() { script type="application/ld+json" { (PreEscaped(linked)) } }
            }
            body class=(class) {
                a.skip href="#main" { (here.say("skip")) }
                header {
                    @if edition.made_up { p.made-up { strong { (here.say("made-up")) } } }
                    div.top {
                        a.home href=(here.to("index.html")) { (words(here, &edition.title, &edition.archive_name)) }
                        (languages(here))
                    }
                }
                (tour(here, room))
                main #main { (main) }
                (footer(here))
                @if is_kiosk { (kiosk::bar(here, room)) }
            }
        }
    };
    let PreEscaped(page) = page;
    page
}

/// Canonical address and translations; only a site with an address of its own has them.
fn alternates(here: &Here<'_>, class: &str) -> Markup {
    let Options {
        languages,
        base_address,
        ..
    } = here.site.options;
    html! {
        @if let Some(base) = base_address {
            @let base = base.trim_end_matches('/');
            link rel="canonical" href={ (base) "/" (here.lang().tag()) "/" (here.path) };
            // Those of a person stand in the sitemap alone, to keep the page short.
            @for other in languages.iter().filter(|_| class != "person") {
                link rel="alternate" hreflang=(other.tag()) href={ (base) "/" (other.tag()) "/" (here.path) };
            }
        }
    }
}

/// The same page in the other languages.
fn languages(here: &Here<'_>) -> Markup {
    html! {
        nav.languages aria-label=(here.say("languages")) {
            ul {
                @for other in &here.site.options.languages {
                    li {
                        @if *other == here.lang() {
                            span aria-current="true" { (other.own_name()) }
                        } @else {
                            a href={ (here.up) "../" (other.tag()) "/" (here.path) } lang=(other.tag()) hreflang=(other.tag())
                                dir=(other.direction().as_str()) { (other.own_name()) }
                        }
                    }
                }
            }
        }
    }
}

/// The rooms in the order of the tour.
fn tour(here: &Here<'_>, current: &str) -> Markup {
    html! {
        nav.tour aria-label=(here.say("rooms")) {
            ol {
                @for room in rooms(here.site) {
                    li {
                        a href=(here.to(&format!("{room}/index.html"))) aria-current=[(room == current).then_some("true")] {
                            (short_title(here, room))
                        }
                    }
                }
            }
        }
    }
}

/// Rooms that have a page: those of the tour, and the two that every exhibition has.
pub(crate) fn rooms<'a>(site: &Site<'a>) -> Vec<&'a str> {
    let mut rooms: Vec<&str> = Vec::new();
    for room in &site.edition.face().rooms {
        if !rooms.contains(&room.room.as_str()) {
            rooms.push(room.room.as_str());
        }
    }
    for always in ["documents", "about"] {
        if !rooms.contains(&always) {
            rooms.push(always);
        }
    }
    rooms
}

/// The short title of a room, for the bar.
fn short_title(here: &Here<'_>, room: &str) -> Markup {
    match here.words.find(&format!("room-{room}")) {
        Some(words) => html! { (words) },
        None => escape::code(room),
    }
}

/// The title of a room in the curator's words, or ours where there are none. Plain text.
pub(crate) fn room_title(here: &Here<'_>, room: &str) -> String {
    let curated = here
        .site
        .room(room)
        .and_then(|room| site::localized(&room.title, here.lang()));
    match curated {
        Some((_, title)) => title.to_owned(),
        None => here
            .words
            .find(&format!("room-{room}"))
            .unwrap_or(room)
            .to_owned(),
    }
}

/// The heading of a page that belongs to a room: the way back, the title, what stands under it.
pub(crate) fn heading(way: Markup, title: Markup, under: Markup) -> Markup {
    html! { header.room { p.number { (way) } h1 { (title) } (under) } }
}

/// The link back to a room, where it is part of the tour.
pub(crate) fn back(here: &Here<'_>, room: &str) -> Markup {
    let title = room_title(here, room);
    html! {
        @if rooms(here.site).contains(&room) {
            a href=(here.to(&format!("{room}/index.html"))) { (escape::Data(&title)) }
        } @else {
            (escape::Data(&title))
        }
    }
}

/// The heading of a room on the pages of its list: whole on the first, the title alone on those that follow.
pub(crate) fn list_heading(here: &Here<'_>, room: &str, place: usize) -> Markup {
    if place == 0 {
        room_heading(here, room)
    } else {
        heading(
            back(here, room),
            html! { (escape::Data(&room_title(here, room))) },
            html! {},
        )
    }
}

/// The heading of a room: number in the tour, title, the curator's introduction.
pub(crate) fn room_heading(here: &Here<'_>, room: &str) -> Markup {
    let lang = here.lang();
    let card = here.site.room(room);
    let introduction = card.and_then(|card| site::localized(&card.introduction, lang));
    let title = card.and_then(|card| site::localized(&card.title, lang));
    let foreign = [introduction, title]
        .into_iter()
        .flatten()
        .map(|(language, _)| language)
        .find(|language| language.as_str() != lang.tag());
    html! {
        header.room {
            @if let Some(card) = card {
                p.number { (here.words.fill("room-number", &[("number", &numbers::plain(lang, i64::from(card.number)))])) }
            }
            h1 {
                @match title {
                    Some((language, title)) => (in_language(here, language, title)),
                    None => (escape::Data(&room_title(here, room))),
                }
            }
            @if let Some(language) = foreign { (untranslated(here, language)) }
            @if let Some((language, text)) = introduction {
                div.intro lang=(language.as_str()) dir=(escape::direction(text, Some(language)).as_str()) { (escape::paragraphs(text)) }
            }
        }
    }
}

/// Words of the curator's in a line, with their language where it is not that of the page; `otherwise` where there are none.
pub(crate) fn words(here: &Here<'_>, text: &Localized, otherwise: &str) -> Markup {
    match site::localized(text, here.lang()) {
        Some((language, text)) => in_language(here, language, text),
        None => escape::value(otherwise, None),
    }
}

fn in_language(here: &Here<'_>, language: &Language, text: &str) -> Markup {
    if language.as_str() == here.lang().tag() {
        escape::value(text, None)
    } else {
        escape::value(text, Some(language))
    }
}

/// Says that words stand in a language other than that of the page, and in which.
pub(crate) fn untranslated(here: &Here<'_>, language: &Language) -> Markup {
    html! { p.untranslated { (here.say("untranslated")) " " (source::language_name(here, language.as_str())) "." } }
}

/// "As of" the day of the newest entry.
pub(crate) fn as_of(here: &Here<'_>) -> String {
    let day = here.site.as_of();
    if day.is_empty() {
        here.say("as-of-never").to_owned()
    } else {
        here.words
            .fill("as-of", &[("date", &dates::iso(here.words, day))])
    }
}

/// The same words on every page: a page changes only when something that it shows does.
fn footer(here: &Here<'_>) -> Markup {
    html! {
        footer {
            ul {
                li { a href=(here.to("about/index.html")) { (here.say("footer-about")) } }
                @for (path, title) in about::IN_FOOTER { li { a href=(here.to(path)) { (here.say(title)) } } }
            }
        }
    }
}
