//! Codes that a telephone reads, and the pages to which they lead.
//!
//! A code holds a short address in capitals, `HTTPS://HOST/Q/P7K3M9Q2X4T8WC.HTML`: letters, digits and few signs take a third less
//! room than other text (ISO/IEC 18004, alphanumeric mode). At that address a page stands that lets the visitor choose a language.

use edition::edition::{ItemCard, Subject};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use qrcodegen::{QrCode, QrCodeEcc};

use super::press;
use crate::{
    RenderError, escape,
    here::Here,
    page,
    plan::{Kind, Output},
    site::{self, Site},
    words::Words,
};

/// Modules of white around a code (ISO/IEC 18004, 9.1).
const QUIET: i32 = 4;

/// The folder of the short addresses.
const FOLDER: &str = "Q";

/// The word of a record or item in a short address.
pub(super) fn key(identifier: &str) -> String {
    identifier.to_ascii_uppercase()
}

/// The short address of `key` and its code as a drawing; `None` where the exhibition has no address, or one that no code holds.
pub(super) fn code(base: Option<&str>, key: &str) -> Option<(String, String)> {
    let address = format!("{}/{FOLDER}/{key}.HTML", in_capitals(base?));
    let code = QrCode::encode_text(&address, QrCodeEcc::Medium).ok()?;
    Some((address, drawing(&code)))
}

/// Scheme and host in capitals, which name the same; what follows names files and stays.
fn in_capitals(base: &str) -> String {
    let base = base.trim_end_matches('/');
    let host = base.find("://").map_or(0, |place| place + 3);
    let path = base[host..]
        .find('/')
        .map_or(base.len(), |place| host + place);
    format!("{}{}", base[..path].to_ascii_uppercase(), &base[path..])
}

/// The address as it is typed: without scheme, the host in small letters.
pub(super) fn in_letters(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    match rest.split_once('/') {
        Some((host, path)) => format!("{}/{path}", host.to_ascii_lowercase()),
        None => rest.to_ascii_lowercase(),
    }
}

/// Black squares on white, with the quiet zone.
fn drawing(code: &QrCode) -> String {
    let side = code.size() + 2 * QUIET;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let start = x;
            while x < code.size() && code.get_module(x, y) {
                x += 1;
            }
            if x > start {
                let long = x - start;
                path.push_str(&format!(
                    "M{} {}h{long}v1h-{long}z",
                    start + QUIET,
                    y + QUIET
                ));
            }
            x += 1;
        }
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" width=\"{side}\" height=\"{side}\" shape-rendering=\"crispEdges\">\
         <rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/><path d=\"{path}\"/></svg>"
    )
}

/// Writes the short addresses of the entrance and the rooms; none where the exhibition has no address.
pub(crate) fn write_rooms(
    site: &Site<'_>,
    words: &[Words],
    output: &mut Output<'_>,
) -> Result<(), RenderError> {
    if site.options.base_address.is_none() {
        return Ok(());
    }
    stub(
        site,
        words,
        output,
        "INDEX",
        "index.html",
        |here| html! { (escape::Data(&press::exhibition(here))) },
    )?;
    for room in page::rooms(site) {
        let page = format!("{room}/index.html");
        stub(
            site,
            words,
            output,
            &key(room),
            &page,
            |here| html! { (escape::Data(&page::room_title(here, room))) },
        )?;
    }
    Ok(())
}

/// Writes the short address of a record.
pub(crate) fn write_subject(
    site: &Site<'_>,
    words: &[Words],
    subject: &Subject,
    output: &mut Output<'_>,
) -> Result<(), RenderError> {
    if site.options.base_address.is_none() {
        return Ok(());
    }
    let page = site.address(subject.id);
    stub(
        site,
        words,
        output,
        &key(&subject.id.to_string()),
        &page,
        |here| here.called(subject.id, &subject.names),
    )
}

/// Writes the short address of an item.
pub(crate) fn write_item(
    site: &Site<'_>,
    words: &[Words],
    item: &ItemCard,
    output: &mut Output<'_>,
) -> Result<(), RenderError> {
    if site.options.base_address.is_none() {
        return Ok(());
    }
    let name = item.number.to_string();
    let page = site::item_page(item.number, 1);
    stub(site, words, output, &key(&name), &page, |_| {
        escape::code(&name)
    })
}

/// A page that leads on, one line a language.
fn stub(
    site: &Site<'_>,
    words: &[Words],
    output: &mut Output<'_>,
    key: &str,
    address: &str,
    called: impl Fn(&Here<'_>) -> Markup,
) -> Result<(), RenderError> {
    let first = words.first();
    let PreEscaped(page) = html! {
        (DOCTYPE)
        html lang=[first.map(|words| words.lang.tag())] {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(page::POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                meta name="robots" content="noindex";
                title { (escape::Data(&site.edition.face().archive_name)) }
                link rel="stylesheet" href="../assets/style.css";
                link rel="icon" href="../assets/icon.svg" type="image/svg+xml";
            }
            body.door {
                main {
                    h1.unseen { (escape::Data(&site.edition.face().archive_name)) }
                    @for words in words {
                        @let lang = words.lang;
                        @let here = Here::new(site, words, address.to_owned());
                        section lang=(lang.tag()) dir=(lang.direction().as_str()) {
                            a href={ "../" (lang.tag()) "/" (address) } {
                                span.language { (lang.own_name()) }
                                strong { (called(&here)) }
                            }
                            @if site.edition.face().made_up { p.made-up { (words.say("made-up")) } }
                        }
                    }
                }
            }
        }
    };
    output.write(
        &format!("{FOLDER}/{key}.HTML"),
        page.as_bytes(),
        Kind::Other,
    )
}
