//! Banners to embed: four sizes, light and dark, as a drawing and as pictures; a page that fits any frame; and what a program that
//! embeds a room asks for (oEmbed). A banner is a link and a picture: no script, no frame needed, nothing that counts who sees it.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde_json::json;

use crate::{
    RenderError, Way, escape,
    here::Here,
    json::Json,
    lang::Lang,
    linked::About,
    page,
    plan::{Kind, Output},
    site,
    site::Site,
    svg,
    words::Words,
};

/// Widths and heights in pixels. The first is the slot in the press report of 2019 from which this archive began; the others are
/// common ones (IAB).
pub(crate) const SIZES: [(u32, u32); 4] = [(728, 90), (300, 250), (320, 100), (468, 60)];

const SHEET: &str = include_str!("../assets/banner.typ");

/// A set of colours: each pair of ink and ground has a contrast of 4.5 : 1 or more.
struct Theme {
    name: &'static str,
    ground: &'static str,
    ink: &'static str,
    quiet: &'static str,
    accent: &'static str,
    rule: &'static str,
}

/// Those of the style sheet.
const THEMES: [Theme; 2] = [
    Theme {
        name: "light",
        ground: "#fbfaf7",
        ink: "#1a1917",
        quiet: "#55524b",
        accent: "#7a1f1f",
        rule: "#c9c4b8",
    },
    Theme {
        name: "dark",
        ground: "#12110f",
        ink: "#ede9e0",
        quiet: "#b8b2a5",
        accent: "#e5ae9a",
        rule: "#4a463e",
    },
];

/// Address of a banner from the folder of its language, without its ending.
pub(crate) fn name((width, height): (u32, u32), theme: &str) -> String {
    format!("press/banner-{width}x{height}-{theme}")
}

/// Writes the banners of a language, and what embeds its rooms.
pub(crate) fn write(
    site: &Site<'_>,
    words: &Words,
    output: &mut Output<'_>,
) -> Result<(), RenderError> {
    if site.options.way == Way::Kiosk {
        return Ok(());
    }
    let here = Here::new(site, words, "press/banner.html".to_owned());
    let lang = words.lang;
    for size in SIZES {
        for theme in &THEMES {
            output.page(
                lang,
                &format!("{}.svg", name(size, theme.name)),
                &drawing(&here, size, theme),
                Kind::Other,
            )?;
        }
    }
    // The address of the first banner there was.
    output.page(
        lang,
        "press/banner.svg",
        &drawing(&here, SIZES[0], &THEMES[0]),
        Kind::Other,
    )?;
    output.page(lang, "press/banner.html", &frame(&here), Kind::Other)?;
    if site.options.base_address.is_some() {
        pictures(&here, output)?;
        for room in page::rooms(site) {
            let at = Here::new(site, words, format!("{room}/index.html"));
            output.page(
                lang,
                &format!("{room}/oembed.json"),
                &oembed(&at, room),
                Kind::Other,
            )?;
        }
    }
    Ok(())
}

/// The same banners as PNG, at one and at two pixels a pixel.
fn pictures(here: &Here<'_>, output: &mut Output<'_>) -> Result<(), RenderError> {
    let lang = here.lang();
    let all: Vec<((u32, u32), &Theme)> = SIZES
        .into_iter()
        .flat_map(|size| THEMES.iter().map(move |theme| (size, theme)))
        .collect();
    let banners: Vec<_> = all
        .iter()
        .map(|((width, height), theme)| {
            json!({
                "width": width, "height": height, "ground": theme.ground, "ink": theme.ink, "quiet": theme.quiet,
                "accent": theme.accent, "rule": theme.rule,
            })
        })
        .collect();
    let values = json!({ "lang": lang.tag(), "rtl": lang.is_rtl(), "title": title(here), "note": note(here), "banners": banners });
    let failed = |path: &str, source| RenderError::Drawing {
        path: format!("{}/{path}", lang.tag()),
        source,
    };
    let pages = print::set(&print::Sheet::new(SHEET).data("data.json", &values))
        .map_err(|error| failed("press/banner", error))?;
    for (number, (size, theme)) in (1..).zip(&all) {
        for (scale, ending) in [(1.0, ".png"), (2.0, "-2x.png")] {
            let path = format!("{}{ending}", name(*size, theme.name));
            let drawn = pages
                .png(number, scale)
                .map_err(|error| failed(&path, error))?;
            output.write(&format!("{}/{path}", lang.tag()), &drawn, Kind::Other)?;
        }
    }
    Ok(())
}

/// The title of the exhibition.
fn title<'a>(here: &Here<'a>) -> &'a str {
    let edition = here.site.edition.face();
    site::localized(&edition.title, here.lang())
        .map_or(edition.archive_name.as_str(), |(_, title)| title)
}

/// The second line: that the data are made up, or the day on which they were as they are.
fn note(here: &Here<'_>) -> String {
    if here.site.edition.face().made_up {
        here.say("banner-made-up").to_owned()
    } else {
        page::as_of(here)
    }
}

/// What a banner says to those who do not see it: the words on it.
pub(crate) fn alt(here: &Here<'_>) -> String {
    format!("{} · {}", title(here), note(here))
}

/// A banner as a drawing: a stone, the title in as many lines as it takes, the second line under it.
fn drawing(here: &Here<'_>, (width, height): (u32, u32), theme: &Theme) -> String {
    let rtl = here.lang().is_rtl();
    let tall = height > 200;
    let stone = if tall { 34 } else { height * 62 / 100 };
    let beside = if tall { 0 } else { stone * 72 / 100 + 14 };
    let room = width - 28 - beside;
    // A letter is about half as wide as it is high; in bold Arabic letters as well.
    let (size, lines) = [26, 22, 19, 17, 15, 14]
        .into_iter()
        .map(|size| (size, lines(title(here), (room * 18 / (size * 10)) as usize)))
        .find(|(size, lines)| {
            let most = if tall {
                5
            } else if height >= 90 && *size <= 20 {
                2
            } else {
                1
            };
            lines.len() <= most
        })
        .unwrap_or_else(|| (14, vec![svg::fit(title(here), (room / 8) as usize)]));
    let side = 14 + beside;
    let start = if rtl { width - side } else { side };
    let stone_x = if rtl {
        width - 14 - stone * 72 / 100
    } else {
        14
    };
    let stone_y = if tall { 20 } else { (height - stone) / 2 };
    let step = size + size / 4;
    let block = step * lines.len() as u32;
    // Baselines: the lines and the note under them stand in the middle, save in the tall one, whose note stands at its foot.
    let above = height.saturating_sub(if tall { block } else { block + 18 }) / 2;
    let first = above + size;
    let last = if tall {
        height - 20
    } else {
        above + block + 15
    };
    let note = note(here);
    // A reader's own font may be wide: what may not fit is set closer.
    let is_long = note.chars().count() as u32 * 8 > room;
    let radius = stone * 36 / 100;
    let body = html! {
        rect x="1" y="1" width=(width - 2) height=(height - 2) fill=(theme.ground) stroke=(theme.rule) stroke-width="2" {}
        path fill=(theme.accent) d=(format!("M{stone_x} {}v-{}a{radius} {radius} 0 0 1 {} 0v{}z", stone_y + stone, stone - radius, radius * 2, stone - radius)) {}
        path stroke=(theme.ground) stroke-width=(svg::length(f64::from(stone) * 0.06)) d=(format!("M{} {}h{radius}M{} {}h{radius}", stone_x + radius / 2, stone_y + stone * 45 / 100, stone_x + radius / 2, stone_y + stone * 65 / 100)) {}
        @for (number, line) in (0..).zip(&lines) {
            text x=(start) y=(first + step * number) font-size=(size) font-weight="600" fill=(theme.ink) { (escape::Data(line)) }
        }
        text x=(start) y=(last) font-size="14" fill=(theme.quiet) textLength=[is_long.then_some(room)] lengthAdjust=[is_long.then_some("spacingAndGlyphs")] {
            (escape::Data(&note))
        }
    };
    svg::file(here.lang(), width, height, &alt(here), &body)
}

/// Words in lines of at most `letters` letters; a word that is longer has a line of its own and is cut.
fn lines(text: &str, letters: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let word = svg::fit(word, letters.max(2));
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= letters => {
                line.push(' ');
                line.push_str(&word);
            }
            _ => lines.push(word),
        }
    }
    lines
}

/// A page that is a banner in whatever frame it is shown.
fn frame(here: &Here<'_>) -> String {
    let lang = here.lang();
    let PreEscaped(page) = html! {
        (DOCTYPE)
        html lang=(lang.tag()) dir=(lang.direction().as_str()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(page::POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                meta name="robots" content="noindex";
                title { (escape::Data(title(here))) }
                link rel="stylesheet" href={ (here.up) "../assets/style.css" };
                link rel="icon" href={ (here.up) "../assets/icon.svg" } type="image/svg+xml";
            }
            body.framed {
                main {
                    h1 { a href=(here.to("index.html")) target="_top" { (escape::Data(title(here))) } }
                    @if here.site.edition.made_up { p.made-up { (here.say("made-up")) } } @else { p { (note(here)) } }
                }
            }
        }
    };
    page
}

/// The code to copy, for one banner: a link around a picture.
pub(crate) fn code(
    here: &Here<'_>,
    base: &str,
    lang: Lang,
    size: (u32, u32),
    theme: &str,
    alt: &str,
) -> String {
    let tag = lang.tag();
    let (width, height) = size;
    let name = name(size, theme);
    // Without an address of the site there are drawings only, and the address is filled in by whoever copies this.
    let picture = if here.site.options.base_address.is_some() {
        format!("src=\"{base}/{tag}/{name}.png\" srcset=\"{base}/{tag}/{name}-2x.png 2x\"")
    } else {
        format!("src=\"{base}/{tag}/{name}.svg\"")
    };
    format!(
        "<a href=\"{base}/{tag}/index.html\"><img {picture} width=\"{width}\" height=\"{height}\" alt=\"{}\"></a>",
        escape::attribute(alt)
    )
}

/// The link by which a program finds how to embed a room; nothing on other pages, and nothing without an address of the site.
pub(crate) fn discovery(here: &Here<'_>, title: &str) -> Markup {
    let base = here.site.options.base_address.as_deref();
    html! {
        @if let (About::Room(room), Some(base)) = (here.about, base) {
            link rel="alternate" type="application/json+oembed" title=(escape::Data(title))
                href={ (base.trim_end_matches('/')) "/" (here.lang().tag()) "/" (room) "/oembed.json" };
        }
    }
}

/// What embeds a room (oEmbed 1.0, rich): the banner with a link to the room.
fn oembed(here: &Here<'_>, room: &str) -> String {
    let base = here
        .site
        .options
        .base_address
        .as_deref()
        .unwrap_or_default()
        .trim_end_matches('/');
    let tag = here.lang().tag();
    let title = page::room_title(here, room);
    let (width, height) = SIZES[0];
    let name = name(SIZES[0], THEMES[0].name);
    let code = format!(
        "<a href=\"{base}/{tag}/{room}/index.html\"><img src=\"{base}/{tag}/{name}.png\" width=\"{width}\" height=\"{height}\" alt=\"{}\"></a>",
        escape::attribute(&format!("{title} · {}", alt(here)))
    );
    Json::of(|json| {
        json.text("version", "1.0");
        json.text("type", "rich");
        json.text("title", &title);
        json.text("provider_name", &here.site.edition.face().archive_name);
        json.text("provider_url", &format!("{base}/{tag}/index.html"));
        json.text("html", &code);
        json.number("width", u64::from(width));
        json.number("height", u64::from(height));
    })
}
