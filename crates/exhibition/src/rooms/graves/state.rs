//! A site over time: in which state it is said to be and since when, what endangers it, who is said to lie there.

use edition::{
    RecordId, Term,
    edition::{Fact, Shown, ShownDate, Subject},
};
use maud::{Markup, html};

use crate::{dates, escape, here::Here, notes, notes::Notes, pictures::figure, site, values};

/// People shown in the table of a site. Chosen by us: with their notes they take about 100 kB of the 120 that a page may have.
const SHOWN: usize = 150;

/// The property under which a person is said to lie at a place.
const BURIED: &str = "buried-at";

/// Claims on the state of the site and photographs of it, in the order of their dates: that of the claim, else that of the
/// source. Undated ones last.
pub(super) fn over_time<'a>(
    here: &Here<'a>,
    notes: &mut Notes<'a>,
    subject: &'a Subject,
) -> Markup {
    let facts = dated(here, subject, &["condition", "photograph"]);
    let photographs: Vec<&Fact> = facts
        .iter()
        .copied()
        .filter(|fact| fact.property.as_str() == "photograph")
        .collect();
    html! {
        @if !facts.is_empty() {
            section aria-labelledby="state" {
                h2 #state { (here.say("state-title")) }
                p.small { (here.say("state-text")) }
                (table(here, notes, &facts))
                // Where they can be seen, they stand below in the order of their dates.
                @if !photographs.iter().any(|fact| figure::is_seen(here, fact)) { (pair(here, &photographs)) }
            }
        }
    }
}

/// What is said to endanger the site.
pub(super) fn threats<'a>(here: &Here<'_>, notes: &mut Notes<'a>, subject: &'a Subject) -> Markup {
    let facts = dated(here, subject, &["threat"]);
    html! {
        @if !facts.is_empty() {
            section aria-labelledby="threats" {
                h2 #threats { (here.property("threat")) }
                (table(here, notes, &facts))
            }
        }
    }
}

/// People said to lie there, each with how sure it is and who says so.
pub(super) fn buried<'a>(here: &Here<'a>, notes: &mut Notes<'a>, subject: &'a Subject) -> Markup {
    let all = people(here, subject).count();
    let people: Vec<_> = people(here, subject).take(SHOWN).collect();
    html! {
        @if !people.is_empty() {
            section aria-labelledby="buried" {
                h2 #buried { (here.say("buried-title")) }
                p.small { (here.say("buried-text")) }
                div.scroll tabindex="0" {
                    table {
                        thead { tr {
                            th scope="col" { (here.say("column-person")) }
                            th scope="col" { (here.say("column-certainty")) }
                            th scope="col" { (here.say("according-to")) }
                        } }
                        tbody {
                            @for (person, fact) in &people {
                                tr {
                                    th scope="row" { (here.record(*person)) }
                                    td { (certainty(here, fact)) @if fact.disputed { " " span.disputed { "≠ " (here.say("sources-differ")) } } }
                                    td { (sources(here, fact)) (notes.marks(here, &fact.citations)) }
                                }
                            }
                        }
                    }
                }
                @if all > SHOWN { p { (here.words.count("and-more", (all - SHOWN) as u64)) } }
            }
        }
    }
}

/// Everyone of whom a fact says that they lie at the place, with the fact.
pub(super) fn people<'a, 'h>(
    here: &'h Here<'a>,
    subject: &'a Subject,
) -> impl Iterator<Item = (RecordId, &'a Fact)> + use<'a, 'h> {
    subject
        .referred_by
        .iter()
        .filter(|(property, _)| property.as_str() == BURIED)
        .filter_map(|(_, id)| here.site.subject(*id))
        .flat_map(move |person| {
            site::facts(person, BURIED)
                .filter(|fact| matches!(&fact.value, Shown::Record { id, .. } if *id == subject.id))
                .map(|fact| (person.id, fact))
        })
}

/// Records that speak of the place otherwise than as a grave of somebody, who stand in a table of their own.
pub(super) fn others(subject: &Subject) -> Vec<(Term, RecordId)> {
    subject
        .referred_by
        .iter()
        .filter(|(property, _)| property.as_str() != BURIED)
        .cloned()
        .collect()
}

/// The oldest date that anything said of the site bears; a gap when none bears any.
pub(super) fn since(here: &Here<'_>, subject: &Subject) -> Markup {
    let oldest = subject
        .facts
        .iter()
        .filter_map(|fact| date(here, fact))
        .filter(|(date, _)| date.earliest.is_some())
        .min_by_key(|(date, _)| date.earliest);
    html! {
        @match oldest {
            Some((date, _)) => (dates::markup(here.words, date)),
            None => span.gap { (here.say("not-given")) },
        }
    }
}

/// The date of a claim, and whether it is its own: otherwise it is that of its source.
fn date<'a>(here: &Here<'a>, fact: &'a Fact) -> Option<(&'a ShownDate, bool)> {
    if let Some(Shown::Date(date)) = site::qualifier(fact, "date") {
        return Some((date, true));
    }
    fact.citations
        .iter()
        .filter_map(|cited| here.site.source(cited.source?)?.date.as_ref())
        .min_by_key(|date| (date.earliest.is_none(), date.earliest))
        .map(|date| (date, false))
}

/// The facts of these properties by date, undated ones last; otherwise in the order of the edition.
fn dated<'a>(here: &Here<'_>, subject: &'a Subject, properties: &[&str]) -> Vec<&'a Fact> {
    let named = subject
        .facts
        .iter()
        .filter(|fact| properties.contains(&fact.property.as_str()));
    let mut facts = site::readable(here.lang(), named);
    facts.sort_by_key(|fact| {
        let day = date(here, fact).and_then(|(date, _)| date.earliest);
        (day.is_none(), day)
    });
    facts
}

fn table<'a>(here: &Here<'_>, notes: &mut Notes<'a>, facts: &[&'a Fact]) -> Markup {
    html! {
        div.scroll tabindex="0" {
            table.state.stack {
                thead { tr {
                    th scope="col" { (here.say("column-when")) }
                    th scope="col" { (here.say("column-what")) }
                    th scope="col" { (here.say("column-said-by")) }
                } }
                tbody {
                    @for fact in facts {
                        tr {
                            td.when { (when(here, fact)) }
                            td {
                                (values::shown(here, &fact.value))
                                @if fact.property.as_str() == "photograph" { (items(here, fact)) }
                            }
                            td data-label=(here.say("column-said-by")) { (said_by(here, fact)) (notes.marks(here, &fact.citations)) }
                        }
                    }
                }
            }
        }
    }
}

fn when(here: &Here<'_>, fact: &Fact) -> Markup {
    html! {
        @match date(here, fact) {
            Some((date, true)) => (dates::markup(here.words, date)),
            Some((date, false)) => { (here.say("date-of-source")) " " (dates::markup(here.words, date)) },
            None => span.gap { (here.say("not-given")) },
        }
    }
}

/// The first and the last photograph side by side; nothing where there are not two.
fn pair(here: &Here<'_>, photographs: &[&Fact]) -> Markup {
    html! {
        @if let [first, .., last] = photographs {
            div.pair {
                @for (label, fact) in [("photograph-before", first), ("photograph-after", last)] {
                    figure {
                        (items(here, fact))
                        figcaption { strong { (here.say(label)) } " " (when(here, fact)) br; (values::shown(here, &fact.value)) }
                    }
                }
            }
        }
    }
}

/// The items that show what the fact says, by their numbers.
fn items(here: &Here<'_>, fact: &Fact) -> Markup {
    html! {
        @for cited in &fact.citations {
            @if let Some(item) = cited.item {
                " " a href=(here.to_item(item, cited.locator.as_ref())) { (escape::code(&item.to_string())) }
            }
        }
    }
}

/// The outermost voices, or the sources where they speak themselves.
fn said_by(here: &Here<'_>, fact: &Fact) -> Markup {
    html! {
        @for (place, cited) in fact.citations.iter().enumerate() {
            @if place > 0 { (here.lang().semicolon()) }
            @match cited.voices.first() {
                Some(voice) => (notes::who(here, voice)),
                None => (notes::source(here, cited)),
            }
        }
    }
}

fn sources(here: &Here<'_>, fact: &Fact) -> Markup {
    html! {
        @for (place, cited) in fact.citations.iter().enumerate() {
            @if place > 0 { (here.lang().semicolon()) }
            (notes::source(here, cited))
        }
    }
}

/// How sure each citation is, each word once.
fn certainty(here: &Here<'_>, fact: &Fact) -> Markup {
    let mut words: Vec<&str> = fact
        .citations
        .iter()
        .map(|cited| cited.certainty.as_str())
        .collect();
    words.sort_unstable();
    words.dedup();
    html! { @for (place, word) in words.iter().enumerate() { @if place > 0 { (here.lang().semicolon()) } (here.term(word)) } }
}
