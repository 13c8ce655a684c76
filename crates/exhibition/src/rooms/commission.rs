//! The room of the commissions: who is named, for which place, in which role, by whom; and their posts over time.

mod lanes;

use edition::edition::{Fact, Shown, Subject};
use maud::{Markup, html};

use crate::{
    RenderError, escape,
    here::Here,
    letters, notes,
    notes::Notes,
    page,
    plan::{Kind, Output},
    site, values,
};

pub(crate) use lanes::chart;

/// By which place a role is sorted; `None` when the source names none.
type Place = Option<(letters::Letter, String)>;

/// Writes the room.
pub(crate) fn write(here: &Here<'_>, output: &mut Output<'_>) -> Result<(), RenderError> {
    let members: Vec<&Subject> = here.site.members("commission").collect();
    let mut notes = Notes::default();
    let tables = by_place(here, &mut notes, &members);
    let posts = posts(here, &mut notes, &members);
    let body = html! {
        p.asserts.first { (here.say("alleged-room")) }
        (page::room_heading(here, "commission"))
        p.count { (here.words.count("count-named", members.len() as u64)) (here.lang().comma()) (page::as_of(here)) "." }
        (tables)
        (posts)
        (notes.list(here))
    };
    let page = page::frame(
        here,
        &page::room_title(here, "commission"),
        "commission",
        "room wide",
        body,
    );
    output.page(here.lang(), &here.path, &page, Kind::Other)
}

/// One table a place, in the order of the alphabet; those named for no place last.
fn by_place<'a>(here: &Here<'_>, notes: &mut Notes<'a>, members: &[&'a Subject]) -> Markup {
    let mut roles: Vec<(Place, &Subject, &Fact)> = Vec::new();
    for member in members {
        for fact in site::facts(member, "commission-role") {
            let place =
                site::qualifier(fact, "place").map(|place| letters::sort_key(&plain(here, place)));
            roles.push((place, member, fact));
        }
    }
    roles.sort_by(|one, two| (one.0.is_none(), &one.0).cmp(&(two.0.is_none(), &two.0)));
    html! {
        @for group in roles.chunk_by(|one, two| one.0 == two.0) {
            section {
                h2 {
                    @match group.first().and_then(|(_, _, fact)| site::qualifier(fact, "place")) {
                        Some(place) => (values::shown(here, place)),
                        None => (here.say("place-not-given")),
                    }
                }
                div.scroll tabindex="0" {
                    table.named {
                        thead { tr {
                            th scope="col" { (here.say("column-person")) }
                            th scope="col" { (here.say("column-role")) }
                            th scope="col" { (here.say("column-named-by")) }
                        } }
                        tbody { @for (_, member, fact) in group { (role(here, notes, member, fact)) } }
                    }
                }
            }
        }
    }
}

fn role<'a>(here: &Here<'_>, notes: &mut Notes<'a>, member: &'a Subject, fact: &'a Fact) -> Markup {
    let second = site::names(here.lang(), &member.names).1;
    html! {
        tr {
            th scope="row" { (here.record(member.id)) @if let Some(name) = second { br; span.other { (escape::name(name)) } } }
            td { q.from-source { (values::shown(here, &fact.value)) } }
            td { (named_by(here, fact)) (notes.marks(here, &fact.citations)) }
        }
    }
}

/// Who names somebody: the innermost voice, or the source where it speaks itself.
fn named_by(here: &Here<'_>, fact: &Fact) -> Markup {
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

/// A value as plain text, to sort by.
fn plain(here: &Here<'_>, value: &Shown) -> String {
    match value {
        Shown::Text { text, .. } => text.clone(),
        Shown::Record { names, .. } => site::names(here.lang(), names)
            .0
            .map(|name| name.text.clone())
            .unwrap_or_default(),
        _ => String::new(),
    }
}

/// Posts over time: the chart and the same as a table.
fn posts<'a>(here: &Here<'_>, notes: &mut Notes<'a>, members: &[&'a Subject]) -> Markup {
    let holders: Vec<&Subject> = members
        .iter()
        .copied()
        .filter(|member| site::facts(member, "position").next().is_some())
        .collect();
    html! {
        @if !holders.is_empty() {
            section aria-labelledby="posts" {
                h2 #posts { (here.say("posts-title")) }
                p { (here.say("posts-text")) }
                @if let Some(chart) = chart(here, &holders) { div.scroll tabindex="0" role="group" aria-label=(here.say("posts-title")) { (chart) } }
                (posts_table(here, notes, &holders))
            }
        }
    }
}

/// The same as a table; without the column of people when it is about one.
pub(crate) fn posts_table<'a>(
    here: &Here<'_>,
    notes: &mut Notes<'a>,
    holders: &[&'a Subject],
) -> Markup {
    let many = holders.len() > 1;
    html! {
        div.scroll tabindex="0" {
            table.posts {
                thead { tr {
                    @if many { th scope="col" { (here.say("column-person")) } }
                    th scope="col" { (here.property("position")) }
                    th scope="col" { (here.property("body")) }
                    th scope="col" { (here.property("from")) }
                    th scope="col" { (here.property("to")) }
                } }
                tbody {
                    @for holder in holders {
                        @for fact in by_beginning(holder) {
                            tr {
                                @if many { th scope="row" { (here.record(holder.id)) } }
                                td { (values::shown(here, &fact.value)) (notes.marks(here, &fact.citations)) }
                                @for property in ["body", "from", "to"] { td { (narrowing(here, fact, property)) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn narrowing(here: &Here<'_>, fact: &Fact, property: &str) -> Markup {
    html! {
        @match site::qualifier(fact, property) {
            Some(value) => (values::shown(here, value)),
            None => span.gap { (here.say("not-given")) },
        }
    }
}

/// Posts by when they are said to have begun, those without a beginning last.
fn by_beginning(holder: &Subject) -> Vec<&Fact> {
    let mut posts: Vec<&Fact> = holder
        .facts
        .iter()
        .filter(|fact| fact.property.as_str() == "position")
        .collect();
    posts.sort_by_key(|fact| {
        let day = match site::qualifier(fact, "from") {
            Some(Shown::Date(date)) => date.earliest,
            _ => None,
        };
        (day.is_none(), day)
    });
    posts
}
