//! The page of a person whom a list names as a victim.

use edition::{
    RecordKind, Term,
    edition::{PairNote, Subject},
};
use maud::{Markup, html};

use crate::{
    escape,
    here::Here,
    letters::Script,
    notes::Notes,
    page,
    pictures::figure,
    rooms::{entrance, naming},
    scripts, site, values,
};

/// Properties whose absence is told: what a relative would look for first. (property, message)
const EXPECTED: [(&str, &str); 5] = [
    ("born", "unknown-born"),
    ("arrested", "unknown-arrested"),
    ("died", "unknown-died"),
    ("place-of-death", "unknown-place-of-death"),
    ("buried-at", "unknown-buried-at"),
];

/// Pictures shown beside the portrait; further ones are links. Chosen by us, so that the page keeps to its bound.
const SHOWN: usize = 1;

/// The whole page.
pub(crate) fn page<'a>(here: &Here<'a>, subject: &'a Subject) -> String {
    let mut notes = Notes::default();
    let portrait = figure::portrait(here, subject);
    let portrayed = portrait
        .as_ref()
        .map(|portrait| figure::portrayed(here, &mut notes, portrait, true));
    let facts = values::rows(
        here,
        &mut notes,
        subject,
        &["name", "portrait", "photograph"],
    );
    let pictures = figure::section(here, &mut notes, subject, portrait.as_ref(), SHOWN);
    let names = spellings(here, &mut notes, subject);
    let body = html! {
        @match &portrayed {
            Some(portrait) => div.portrayed { (portrait) (heading(here, subject)) },
            None => (heading(here, subject)),
        }
        div.with-notes {
            div {
                (names)
                (naming::section(here, subject))
                (values::section(here, &facts, &subject.gaps))
                (pictures)
                (pairs(here, &subject.open_pairs))
                (mentions(here, &subject.referred_by))
                (unknown(here, subject))
            }
            (notes.list(here))
        }
        (correction(here, subject))
    };
    page::frame(here, &title(here, subject), "people", "person", body)
}

/// The name in the script of the page as plain text; what stands for it where there is none.
pub(crate) fn title(here: &Here<'_>, subject: &Subject) -> String {
    let name = site::names(here.lang(), &subject.names).0;
    name.map_or_else(
        || here.say("unnamed-person").to_owned(),
        |name| name.text.clone(),
    )
}

/// The tablet: the name large in both scripts, beside a portrait or in its place.
pub(crate) fn heading(here: &Here<'_>, subject: &Subject) -> Markup {
    let (first, second) = site::names(here.lang(), &subject.names);
    html! {
        header.tablet {
            h1 {
                @match first {
                    Some(name) => (escape::name(name)),
                    None => (here.say("unnamed-person")),
                }
            }
            @if let Some(name) = second { p.other { (escape::name(name)) } }
            (scripts::beside(here, subject.id, &subject.names))
        }
    }
}

/// Every spelling, with its sources; nothing when there is no name.
pub(crate) fn spellings<'a>(
    here: &Here<'_>,
    notes: &mut Notes<'a>,
    subject: &'a Subject,
) -> Markup {
    let mut named: Vec<_> = subject
        .facts
        .iter()
        .filter(|fact| site::is_naming(fact))
        .collect();
    let own = Script::of_lang(here.lang());
    named.sort_by_key(|fact| match &fact.value {
        edition::edition::Shown::Text { text, .. } => Script::of(text) != own,
        _ => true,
    });
    html! {
        @if !named.is_empty() {
            section aria-labelledby="names" {
                h2 #names { (here.say("names-as-written")) }
                ul.spellings { @for fact in named { li { (values::version(here, notes, fact)) } } }
            }
        }
    }
}

/// Pairs that nobody has decided.
pub(crate) fn pairs(here: &Here<'_>, pairs: &[PairNote]) -> Markup {
    let of_people = pairs
        .iter()
        .all(|pair| pair.other.kind() == RecordKind::Person);
    let title = if of_people {
        "open-pairs"
    } else {
        "open-pairs-other"
    };
    html! {
        @if !pairs.is_empty() {
            section aria-labelledby="pairs" {
                h2 #pairs { (here.say(title)) }
                ul {
                    @for pair in pairs {
                        li {
                            (here.say(if pair.same { "pair-same" } else { "pair-different" })) " "
                            (here.record(pair.other)) " "
                            small { "(" (here.say("pair-by")) " " (escape::value(&pair.basis, None)) (here.lang().semicolon()) (here.say("pair-undecided")) ")" }
                        }
                    }
                }
            }
        }
    }
}

/// Records that speak of this one.
pub(crate) fn mentions(here: &Here<'_>, referred_by: &[(Term, edition::RecordId)]) -> Markup {
    html! {
        @if !referred_by.is_empty() {
            section aria-labelledby="mentions" {
                h2 #mentions { (here.say("mentions")) }
                ul {
                    @for (property, id) in referred_by {
                        li {
                            (here.record(*id)) " "
                            small {
                                "(" (here.say(kind(id.kind()))) (here.lang().comma()) (here.property(property.as_str())) ")"
                            }
                        }
                    }
                }
            }
        }
    }
}

fn kind(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Person => "kind-person",
        RecordKind::Group => "kind-group",
        RecordKind::Place => "kind-place",
        RecordKind::Event => "kind-event",
        RecordKind::Statement => "kind-statement",
        RecordKind::Proceeding => "kind-proceeding",
    }
}

/// What nobody in the archive says. What is withheld is not unknown: its gap is shown above.
fn unknown(here: &Here<'_>, subject: &Subject) -> Markup {
    let missing: Vec<&str> = EXPECTED
        .iter()
        .filter(|(property, _)| site::facts(subject, property).next().is_none())
        .filter(|(property, _)| {
            !subject.gaps.iter().any(|gap| {
                gap.property
                    .as_ref()
                    .is_some_and(|gap| gap.as_str() == *property)
            })
        })
        .map(|(_, message)| *message)
        .collect();
    html! {
        @if !missing.is_empty() {
            section aria-labelledby="unknown" {
                h2 #unknown { (here.say("not-known")) }
                ul.unknown { @for message in missing { li { (here.say(message)) } } }
            }
        }
    }
}

/// How to correct or withdraw, and what to cite.
pub(crate) fn correction(here: &Here<'_>, subject: &Subject) -> Markup {
    html! {
        aside.correct {
            p { (here.say("correct")) " " a href=(here.to("about/corrections.html")) { (here.say("correct-how")) } }
            (entrance::text(here, "small", &here.site.edition.face().contact))
            p.small { (here.say("identifier")) " " (escape::code(&subject.id.to_string())) }
        }
    }
}
