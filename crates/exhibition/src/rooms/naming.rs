//! Which lists name a person, and how they differ: one column a list, one row a property.

use edition::{
    SourceId,
    edition::{Fact, Shown, Subject},
};
use maud::{Markup, html};
use names::{compare, fold::fold};

use crate::{escape, here::Here, notes, site, values};

/// What is set side by side, in this order.
const COMPARED: [&str; 9] = [
    "name",
    "father-name",
    "sex",
    "born",
    "age",
    "died",
    "place-of-death",
    "prison",
    "affiliation",
];

/// From this score on, two spellings are taken for one name. Chosen by us: more likely one than not.
const SPELLING: f32 = 0.5;

/// How what one list says stands to what the others say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    /// Another says the same, or no other says anything.
    Agrees,
    /// Others say it in other words or letters.
    Otherwise,
    /// Another says what cannot be true at the same time.
    Disputed,
}

/// The section; nothing when fewer than two lists name the person.
pub(crate) fn section(here: &Here<'_>, subject: &Subject) -> Markup {
    let lists = lists(subject);
    if lists.len() < 2 {
        return html! {};
    }
    let rows: Vec<&str> = COMPARED
        .into_iter()
        .filter(|property| {
            lists
                .iter()
                .any(|list| said(subject, property, *list).next().is_some())
        })
        .collect();
    html! {
        section aria-labelledby="lists" {
            h2 #lists { (here.say("lists-naming")) }
            div.scroll {
                table.lists {
                    thead {
                        tr {
                            td {}
                            @for list in &lists { th scope="col" { (title(here, *list)) } }
                        }
                    }
                    tbody {
                        @for property in rows {
                            tr {
                                th scope="row" { (here.property(property)) }
                                @for list in &lists { td { (cell(here, subject, property, *list)) } }
                            }
                        }
                    }
                }
            }
            p.small { (here.say("lists-signs")) }
        }
    }
}

/// The sources that list the person, in the order in which they are cited.
fn lists(subject: &Subject) -> Vec<SourceId> {
    let mut lists = Vec::new();
    for cited in site::facts(subject, "listed-as").flat_map(|fact| &fact.citations) {
        if let Some(source) = cited.source
            && !lists.contains(&source)
        {
            lists.push(source);
        }
    }
    lists
}

/// What a list says of a property.
fn said<'a>(
    subject: &'a Subject,
    property: &'a str,
    list: SourceId,
) -> impl Iterator<Item = &'a Fact> + Clone {
    site::facts(subject, property).filter(move |fact| {
        fact.citations
            .iter()
            .any(|cited| cited.source == Some(list))
    })
}

fn title(here: &Here<'_>, list: SourceId) -> Markup {
    html! {
        a href=(here.to_source(list)) {
            @match here.site.source(list) {
                Some(card) => (escape::value(&card.title, notes::only(&card.languages))),
                None => (escape::code(&list.to_string())),
            }
        }
    }
}

fn cell(here: &Here<'_>, subject: &Subject, property: &str, list: SourceId) -> Markup {
    let mut facts = said(subject, property, list).peekable();
    if facts.peek().is_none() {
        return html! { span.silent title=(here.say("list-silent")) { "–" } };
    }
    let facts: Vec<(&Fact, Standing)> = facts
        .map(|fact| (fact, standing(subject, property, list, fact)))
        .collect();
    // A name in a second script says nothing else than the first, which another list has too.
    let told = property == "name"
        && facts
            .iter()
            .any(|(_, standing)| *standing == Standing::Agrees);
    html! {
        @for (place, (fact, standing)) in facts.into_iter().enumerate() {
            @if place > 0 { br; }
            @match if told { Standing::Agrees } else { standing } {
                Standing::Agrees => {},
                Standing::Otherwise => { span.otherwise title=(here.say("list-otherwise")) { "≈ " } },
                Standing::Disputed => { span.disputed title=(here.say("sources-differ")) { "≠ " } },
            }
            (values::shown(here, &fact.value))
        }
    }
}

/// How a value of one list stands to those of the others.
fn standing(subject: &Subject, property: &str, list: SourceId, fact: &Fact) -> Standing {
    let others: Vec<&Fact> = site::facts(subject, property)
        .filter(|other| {
            other
                .citations
                .iter()
                .any(|cited| cited.source != Some(list))
        })
        .collect();
    if others.is_empty() || others.iter().any(|other| alike(&other.value, &fact.value)) {
        return Standing::Agrees;
    }
    let spelling = others
        .iter()
        .any(|other| one_name(property, &other.value, &fact.value));
    if fact.disputed && !spelling {
        Standing::Disputed
    } else {
        Standing::Otherwise
    }
}

/// Whether two values are one to a reader.
fn alike(one: &Shown, two: &Shown) -> bool {
    match (one, two) {
        (Shown::Text { text, .. }, Shown::Text { text: other, .. }) => fold(text) == fold(other),
        (one, two) => one == two,
    }
}

/// Whether two names may be spellings of one.
fn one_name(property: &str, one: &Shown, two: &Shown) -> bool {
    match (one, two) {
        (Shown::Text { text, .. }, Shown::Text { text: other, .. }) => {
            matches!(property, "name" | "father-name") && compare::score(text, other) >= SPELLING
        }
        _ => false,
    }
}
