//! Pages about the exhibition that are words alone: headings with their paragraphs.

use std::collections::BTreeMap;

use maud::{Markup, html};

use crate::{
    here::Here,
    numbers,
    rooms::{documents, entrance},
};

/// A heading with its paragraphs; several that are short stand as a list.
type Section = (&'static str, &'static [&'static str], bool);

const METHOD: &[Section] = &[
    ("method-who", &["method-who-1", "method-who-2"], false),
    ("method-claim", &["method-claim-1", "method-claim-2"], false),
    ("method-match", &["method-match-1", "method-match-2"], false),
    (
        "method-machine",
        &["method-machine-1", "method-machine-2"],
        false,
    ),
    ("method-not", &["method-not-1"], false),
    ("method-hidden", &["method-hidden-1"], false),
];

const SOURCES: &[Section] = &[
    ("sources-use", &["sources-use-1"], false),
    ("source-reliability", &["sources-grade-1"], false),
];

const CONTENT: &[Section] = &[
    ("content-words", &["content-words-1"], false),
    ("content-pictures", &["content-pictures-1"], false),
    ("content-dead", &["content-dead-1"], false),
];

const PRIVACY: &[Section] = &[(
    "privacy-what",
    &[
        "privacy-1",
        "privacy-2",
        "privacy-3",
        "privacy-4",
        "privacy-5",
        "privacy-6",
    ],
    true,
)];

const ACCESSIBILITY: &[Section] = &[
    ("access-aim", &["access-aim-1"], false),
    (
        "access-how",
        &[
            "access-how-1",
            "access-how-2",
            "access-how-3",
            "access-how-4",
            "access-how-5",
        ],
        true,
    ),
    (
        "access-limits",
        &["access-limits-1", "access-limits-2"],
        true,
    ),
];

/// The page at `path`.
pub(super) fn content(here: &Here<'_>, path: &str) -> Markup {
    let edition = here.site.edition.whole();
    match path {
        "about/method.html" => sections(here, METHOD),
        "about/sources.html" => html! { (sections(here, SOURCES)) (kinds(here)) },
        "about/content.html" => html! {
            (entrance::text(here, "intro", &edition.content_note))
            (sections(here, CONTENT))
        },
        "about/privacy.html" => {
            html! { p { (here.say("privacy-text")) } (sections(here, PRIVACY)) }
        }
        _ => html! {
            (sections(here, ACCESSIBILITY))
            section aria-labelledby="report" {
                h2 #report { (here.say("access-report")) }
                p { (here.say("access-report-1")) }
                (entrance::text(here, "words", &edition.contact))
            }
        },
    }
}

fn sections(here: &Here<'_>, sections: &[Section]) -> Markup {
    html! {
        @for (heading, paragraphs, listed) in sections {
            section aria-labelledby=(heading) {
                h2 id=(heading) { (here.say(heading)) }
                @if *listed {
                    ul { @for paragraph in *paragraphs { li { (here.say(paragraph)) } } }
                } @else {
                    @for paragraph in *paragraphs { p { (here.say(paragraph)) } }
                }
            }
        }
    }
}

/// How many sources there are of each kind, and where they are listed.
fn kinds(here: &Here<'_>) -> Markup {
    let sources = &here.site.edition.sources;
    let mut kinds: BTreeMap<&str, u64> = BTreeMap::new();
    for source in sources {
        *kinds.entry(source.kind.as_str()).or_default() += 1;
    }
    html! {
        section aria-labelledby="kinds" {
            h2 #kinds { (here.say("sources-kinds")) }
            @if !kinds.is_empty() {
                table {
                    thead { tr { th scope="col" { (here.say("property-kind")) } th scope="col" { (here.say("sources")) } } }
                    tbody { @for (kind, count) in kinds { tr { th scope="row" { (here.term(kind)) } td.figure { (numbers::whole(here.lang(), count)) } } } }
                }
            }
            p { a href=(here.to(documents::sources_address())) { (here.words.count("count-sources", sources.len() as u64)) } }
        }
    }
}
