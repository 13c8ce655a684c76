//! Facts as rows: the property, each version of its value side by side with its marks, and what is withheld.

use edition::{
    Position, Precision,
    edition::{Fact, Gap, Reason, Shown, Subject},
};
use maud::{Markup, html};

use crate::{dates, escape, here::Here, notes::Notes, numbers, site, towns};

/// A value as it stands in a line.
pub(crate) fn shown(here: &Here<'_>, value: &Shown) -> Markup {
    html! {
        @match value {
            Shown::Text { text, language } => (towns::value(here, text, language.as_ref())),
            Shown::Date(date) => span.date { (dates::markup(here.words, date)) },
            Shown::Number(number) => bdi { (numbers::range(here.words, number)) },
            Shown::Record { id, names } => { a href=(here.to_record(*id)) { (here.called(*id, names)) } },
            Shown::Position(position) => (point(here, position)),
            Shown::Link(link) => (escape::code(link)),
            Shown::Term(term) => (here.term(term.as_str())),
            Shown::Withheld(reason) => (here.gap(*reason)),
            _ => {},
        }
    }
}

/// A point on the earth in degrees, with how precisely it is known.
fn point(here: &Here<'_>, position: &Position) -> Markup {
    let degrees = |e6: i32| format!("{:.2}", f64::from(e6) / 1e6);
    let text = format!(
        "{}, {}",
        degrees(position.latitude_e6()),
        degrees(position.longitude_e6())
    );
    html! { (escape::code(&text)) " (" (precision(here, position.precision)) ")" }
}

/// How precisely a point is known, in words.
pub(crate) fn precision<'w>(here: &'w Here<'_>, precision: Precision) -> &'w str {
    here.say(match precision {
        Precision::Exact => "precision-exact",
        Precision::City => "precision-city",
        Precision::Region => "precision-region",
        Precision::Country => "precision-country",
    })
}

/// One version of a value: the words, its marks, what narrows it, and whether another source contradicts it.
pub(crate) fn version<'a>(here: &Here<'_>, notes: &mut Notes<'a>, fact: &'a Fact) -> Markup {
    let unsure = fact
        .citations
        .iter()
        .map(|cited| &cited.certainty)
        .min()
        .filter(|_| {
            fact.citations
                .iter()
                .all(|cited| cited.certainty.as_str() != "stated")
        });
    html! {
        @if fact.disputed { span.disputed { "≠ " } }
        (shown(here, &fact.value))
        @if !fact.qualifiers.is_empty() { " " (qualifiers(here, fact)) }
        @if let Some(term) = unsure { " " span.unsure { (here.term(term.as_str())) } }
        (notes.marks(here, &fact.citations))
    }
}

/// What narrows a fact, in brackets.
pub(crate) fn qualifiers(here: &Here<'_>, fact: &Fact) -> Markup {
    html! {
        small.q {
            "("
            @for (place, (property, value)) in fact.qualifiers.iter().enumerate() {
                @if place > 0 { (here.lang().semicolon()) }
                (here.property(property.as_str())) (here.lang().colon()) (shown(here, value))
            }
            ")"
        }
    }
}

/// The facts of a record as a list of rows, without those whose property is in `without`.
pub(crate) fn rows<'a>(
    here: &Here<'_>,
    notes: &mut Notes<'a>,
    subject: &'a Subject,
    without: &[&str],
) -> Markup {
    let facts = site::readable(
        here.lang(),
        subject
            .facts
            .iter()
            .filter(|fact| !without.contains(&fact.property.as_str())),
    );
    html! {
        @if !facts.is_empty() {
            @if facts.iter().any(|fact| is_foreign(here, fact)) { p.untranslated { (here.say("words-of-sources")) } }
            dl.facts {
                @for versions in facts.chunk_by(|one, two| one.property == two.property) {
                    @let disputed = versions.iter().any(|fact| fact.disputed);
                    div {
                        dt {
                            (here.property(versions[0].property.as_str()))
                            @if disputed { " " small.disputed { (here.say("sources-differ")) } }
                        }
                        @for fact in versions { dd { (version(here, notes, fact)) } }
                    }
                }
            }
        }
    }
}

/// Letters from which on a text is words rather than a name. Chosen by us.
const WORDS: usize = 32;

/// Whether a fact is words in a language other than that of the page.
fn is_foreign(here: &Here<'_>, fact: &Fact) -> bool {
    matches!(&fact.value, Shown::Text { text, language: Some(language) }
        if language.as_str() != here.lang().tag() && text.chars().nth(WORDS).is_some())
}

/// The section of a page that says what sources say: the rows, then what is withheld; nothing when there is neither.
pub(crate) fn section(here: &Here<'_>, rows: &Markup, gaps: &[Gap]) -> Markup {
    html! {
        @if !rows.0.is_empty() || !gaps.is_empty() {
            section aria-labelledby="facts" {
                h2 #facts { (here.say("what-is-said")) }
                (rows)
                (self::gaps(here, gaps))
            }
        }
    }
}

/// What is withheld of a record; nothing when nothing is.
pub(crate) fn gaps(here: &Here<'_>, gaps: &[Gap]) -> Markup {
    html! {
        @if !gaps.is_empty() {
            ul.gaps {
                @for Gap { property, reason, .. } in gaps {
                    li { (gap(here, property.as_ref().map(edition::Term::as_str), *reason)) }
                }
            }
        }
    }
}

fn gap(here: &Here<'_>, property: Option<&str>, reason: Reason) -> Markup {
    html! {
        @if let Some(property) = property { (here.property(property)) (here.lang().colon()) }
        (here.gap(reason))
    }
}
