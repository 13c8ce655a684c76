//! The room of the commissions: who is named, for which place, in which role, by whom; and their posts over time.

mod lanes;

use edition::edition::{Fact, Shown, Subject};
use maud::{Markup, html};

use crate::{
    RenderError, escape,
    here::Here,
    letters, notes,
    notes::Notes,
    numbers, page,
    plan::{Kind, Output},
    site, towns, values,
};

pub(crate) use lanes::chart;

/// By which place a role is sorted; `None` when the source names none.
type Place = Option<(letters::Letter, String)>;

/// A role that a source gives somebody: for which place, to whom, in which words.
type Role<'a> = (Place, &'a Subject, &'a Fact);

/// Writes the room and a page for each place.
pub(crate) fn write(here: &Here<'_>, output: &mut Output<'_>) -> Result<(), RenderError> {
    let members: Vec<&Subject> = here.site.members("commission").collect();
    let roles = roles(here, &members);
    let groups: Vec<&[Role<'_>]> = roles.chunk_by(|one, two| one.0 == two.0).collect();
    let mut notes = Notes::default();
    let tables = html! {
        @for group in &groups {
            section {
                h2 { a href=(here.to(&address(group))) { (heading(here, group)) } }
                (table(here, &mut notes, group))
            }
        }
    };
    let posts = posts(here, &mut notes, &members);
    let body = html! {
        p.asserts.first { (here.say("alleged-room")) }
        (page::room_heading(here, "commission"))
        p.count { (here.words.count("count-named", members.len() as u64)) (here.lang().comma()) (page::as_of(here)) "." }
        (places(here, &groups))
        (tables)
        (posts)
        (notes.list(here))
    };
    let title = page::room_title(here, "commission");
    let page = page::frame(here, &title, "commission", "room wide", body);
    output.page(here.lang(), &here.path, &page, Kind::Other)?;
    for group in &groups {
        let at = Here::new(here.site, here.words, address(group));
        let page = place_page(&at, group, &groups);
        output.page(at.lang(), &at.path, &page, Kind::Other)?;
    }
    Ok(())
}

/// The page of one place: those named for it, their posts, what they answer.
fn place_page(here: &Here<'_>, group: &[Role<'_>], groups: &[&[Role<'_>]]) -> String {
    let mut named: Vec<&Subject> = group.iter().map(|(_, member, _)| *member).collect();
    named.sort_unstable_by_key(|member| member.id);
    named.dedup_by_key(|member| member.id);
    let mut notes = Notes::default();
    let table = table(here, &mut notes, group);
    let posts = posts(here, &mut notes, &named);
    let body = html! {
        p.asserts.first { (here.say("alleged-room")) }
        (page::heading(page::back(here, "commission"), heading(here, group), html! {}))
        p.count { (here.words.count("count-named", named.len() as u64)) (here.lang().comma()) (page::as_of(here)) "." }
        (table)
        (posts)
        (notes.list(here))
        (places(here, groups))
    };
    let place = group
        .first()
        .and_then(|(_, _, fact)| site::qualifier(fact, "place"));
    let title = match place {
        Some(place) => plain(here, place),
        None => here.say("place-not-given").to_owned(),
    };
    page::frame(here, &title, "commission", "room wide", body)
}

/// Every role, by place in the order of the alphabet; those for no place last.
fn roles<'a>(here: &Here<'_>, members: &[&'a Subject]) -> Vec<Role<'a>> {
    let mut roles: Vec<Role<'_>> = Vec::new();
    for member in members {
        let facts = member
            .facts
            .iter()
            .filter(|fact| fact.property.as_str() == "commission-role");
        for fact in site::readable(here.lang(), facts) {
            let place =
                site::qualifier(fact, "place").map(|place| letters::sort_key(&plain(here, place)));
            roles.push((place, member, fact));
        }
    }
    roles.sort_by(|one, two| (one.0.is_none(), &one.0).cmp(&(two.0.is_none(), &two.0)));
    roles
}

/// Links to the places; the one that is read is marked.
fn places(here: &Here<'_>, groups: &[&[Role<'_>]]) -> Markup {
    html! {
        @if groups.len() > 1 {
            nav.kinds aria-label=(here.say("commission-places")) {
                ul {
                    @for group in groups {
                        @let address = address(group);
                        li {
                            a href=(here.to(&address)) aria-current=[(here.path == address).then_some("page")] { (heading(here, group)) }
                            " " small { (numbers::whole(here.lang(), group.len() as u64)) }
                        }
                    }
                }
            }
        }
    }
}

fn heading(here: &Here<'_>, group: &[Role<'_>]) -> Markup {
    html! {
        @match group.first().and_then(|(_, _, fact)| site::qualifier(fact, "place")) {
            Some(place) => (values::shown(here, place)),
            None => (here.say("place-not-given")),
        }
    }
}

/// Address of the page of a place: its identifier where it is a record; otherwise its letters as far as they are ASCII, and a
/// number made of all of them, so that it is the same in every language and edition.
fn address(group: &[Role<'_>]) -> String {
    let place = group
        .first()
        .and_then(|(_, _, fact)| site::qualifier(fact, "place"));
    let name = match place {
        Some(Shown::Record { id, .. }) => id.to_string(),
        Some(Shown::Text { text, .. }) => slug(text),
        _ => "unplaced".to_owned(),
    };
    format!("commission/{name}.html")
}

fn slug(text: &str) -> String {
    // FNV-1a, 32 bits (Fowler, Noll, Vo): short, and no two of a few hundred places are likely to share it.
    let number = text.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    let mut slug = String::new();
    for c in text.chars().map(|c| c.to_ascii_lowercase()) {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        if slug.len() >= 40 {
            break;
        }
    }
    if !slug.is_empty() && !slug.ends_with('-') {
        slug.push('-');
    }
    format!("{slug}{number:08x}")
}

/// Those named for one place, in the words of the sources.
fn table<'a>(here: &Here<'_>, notes: &mut Notes<'a>, group: &[Role<'a>]) -> Markup {
    html! {
        div.scroll tabindex="0" {
            table.named.stack {
                thead { tr {
                    th scope="col" { (here.say("column-person")) }
                    th scope="col" { (here.say("column-role")) }
                    th scope="col" { (here.say("column-named-by")) }
                    th scope="col" { (here.property("response")) }
                } }
                tbody { @for (_, member, fact) in group { (role(here, notes, member, fact)) } }
            }
        }
    }
}

fn role<'a>(here: &Here<'_>, notes: &mut Notes<'a>, member: &'a Subject, fact: &'a Fact) -> Markup {
    let second = site::names(here.lang(), &member.names).1;
    html! {
        tr {
            th scope="row" { (here.record(member.id)) @if let Some(name) = second { br; span.other { (escape::name(name)) } } }
            td data-label=(here.say("column-role")) { (in_marks(here, &fact.value)) }
            td data-label=(here.say("column-named-by")) { (named_by(here, fact)) (notes.marks(here, &fact.citations)) }
            td data-label=(here.property("response").into_string()) { (response(here, notes, member)) }
        }
    }
}

/// Words of a source in quotation marks, which are those of the language of the words and run as they do.
fn in_marks(here: &Here<'_>, value: &Shown) -> Markup {
    match value {
        Shown::Text { text, language } => html! {
            q.from-source lang=[language.as_ref().map(edition::Language::as_str)] dir=(escape::direction(text, language.as_ref()).as_str()) {
                (escape::Data(text))
            }
        },
        other => html! { q.from-source { (values::shown(here, other)) } },
    }
}

/// What the named person answers; that nothing is recorded, where nothing is.
fn response<'a>(here: &Here<'_>, notes: &mut Notes<'a>, member: &'a Subject) -> Markup {
    let answers = site::readable(
        here.lang(),
        member
            .facts
            .iter()
            .filter(|fact| fact.property.as_str() == "response"),
    );
    html! {
        @if answers.is_empty() { span.gap { (here.say("response-none")) } }
        @for (place, fact) in answers.into_iter().enumerate() {
            @if place > 0 { br; }
            (values::shown(here, &fact.value)) (notes.marks(here, &fact.citations))
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
        Shown::Text { text, .. } => towns::name(here.lang(), text).unwrap_or(text).to_owned(),
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
            table.posts.stack {
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
                                td.post { (values::shown(here, &fact.value)) (notes.marks(here, &fact.citations)) }
                                @for property in ["body", "from", "to"] {
                                    td data-label=(here.property(property).into_string()) { (narrowing(here, fact, property)) }
                                }
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
