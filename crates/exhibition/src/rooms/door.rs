//! The four-language door at the root, and the list of moved addresses.

use std::fmt::Write;

use maud::{DOCTYPE, PreEscaped, html};

use crate::{
    RenderError, Way, escape, kiosk, page,
    plan::{Kind, Output},
    site,
    site::Site,
    words::Words,
};

/// Writes `index.html` and `redirects.csv`.
pub(crate) fn write(
    site: &Site<'_>,
    words: &[Words],
    output: &mut Output<'_>,
) -> Result<(), RenderError> {
    let edition = site.edition.whole();
    let title = |words: &Words| {
        let title = site::localized(&edition.title, words.lang).map(|(_, title)| title);
        title.unwrap_or(&edition.archive_name).to_owned()
    };
    let page = html! {
        (DOCTYPE)
        html lang=[words.first().map(|words| words.lang.tag())] {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(page::POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                title { (escape::Data(&words.first().map(title).unwrap_or_default())) }
                link rel="stylesheet" href="assets/style.css";
                @if site.options.way == Way::Kiosk { link rel="stylesheet" href=(kiosk::STYLE); }
                link rel="icon" href="assets/icon.svg" type="image/svg+xml";
            }
            body.door {
                main {
                    @if words.len() > 1 { h1.unseen { (escape::Data(&edition.archive_name)) } }
                    @for words in words {
                        @let lang = words.lang;
                        section lang=(lang.tag()) dir=(lang.direction().as_str()) {
                            a href={ (lang.tag()) "/index.html" } {
                                span.language { (lang.own_name()) }
                                strong { (escape::Data(&title(words))) }
                            }
                            @if edition.made_up { p.made-up { (words.say("made-up")) } }
                        }
                    }
                }
            }
        }
    };
    let PreEscaped(page) = page;
    output.write("index.html", page.as_bytes(), Kind::Other)?;
    if site.options.way == Way::Stick {
        output.write("START.html", page.as_bytes(), Kind::Other)?;
    }
    redirects(site, words, output)
}

/// Addresses that lead elsewhere because two records were judged to be one.
fn redirects(site: &Site<'_>, words: &[Words], output: &mut Output<'_>) -> Result<(), RenderError> {
    let mut table = String::from("from,to\n");
    for words in words {
        let lang = words.lang.tag();
        for subject in &site.edition.subjects {
            let address = site.address(subject.id);
            for also in &subject.also {
                let from = super::record::address_as(&address, subject.id, *also);
                // Writing to a String cannot fail.
                let _ = writeln!(table, "{lang}/{from},{lang}/{address}");
            }
        }
    }
    output.write("redirects.csv", table.as_bytes(), Kind::Other)
}
