//! The page of a person who is no victim on any list: an official, a speaker, somebody who is named.

use edition::edition::{Fact, Subject};
use maud::{Markup, html};

use crate::{
    here::Here,
    notes::Notes,
    page,
    pictures::figure,
    rooms::{commission, person},
    scripts, site, values,
};

/// The whole page.
pub(crate) fn page<'a>(here: &Here<'a>, subject: &'a Subject) -> String {
    let mut notes = Notes::default();
    let is_accused = site::facts(subject, "commission-role").next().is_some();
    let roles = roles(here, &mut notes, subject);
    let posts = posts(here, &mut notes, subject);
    let facts = values::rows(
        here,
        &mut notes,
        subject,
        if is_accused {
            &[
                "name",
                "commission-role",
                "position",
                "response",
                "portrait",
                "photograph",
            ]
        } else {
            &["name", "position", "portrait", "photograph"]
        },
    );
    let portrait = figure::portrait(here, subject);
    let portrayed = portrait
        .as_ref()
        .map(|portrait| figure::portrayed(here, &mut notes, portrait, false));
    let pictures = figure::section(here, &mut notes, subject, portrait.as_ref(), 2);
    let names = person::spellings(here, &mut notes, subject);
    let body = html! {
        @if is_accused { p.asserts.first { (here.say("alleged-person")) } }
        (heading(here, subject, is_accused))
        (roles)
        (posts)
        div.with-notes {
            div {
                (values::section(here, &facts, &subject.gaps))
                @if let Some(portrait) = &portrayed { div.small-portrait { (portrait) } }
                (pictures)
                (names)
                (person::pairs(here, &subject.open_pairs))
                (person::mentions(here, &subject.referred_by))
            }
            (notes.list(here))
        }
        (person::correction(here, subject))
    };
    page::frame(
        here,
        &person::title(here, subject),
        "commission",
        "official",
        body,
    )
}

/// Smaller than a victim's tablet: a ruled line, no box.
fn heading(here: &Here<'_>, subject: &Subject, is_accused: bool) -> Markup {
    let (first, second) = site::names(here.lang(), &subject.names);
    html! {
        header.room {
            @if is_accused { p.number { (page::back(here, "commission")) } }
            h1 { @match first { Some(name) => (crate::escape::name(name)), None => (here.say("unnamed-person")) } }
            @if let Some(name) = second { p.other { (crate::escape::name(name)) } }
            (scripts::beside(here, subject.id, &subject.names))
        }
    }
}

/// Roles in a commission: always in the words of the source.
fn roles<'a>(here: &Here<'_>, notes: &mut Notes<'a>, subject: &'a Subject) -> Markup {
    let roles: Vec<&Fact> = subject
        .facts
        .iter()
        .filter(|fact| fact.property.as_str() == "commission-role")
        .collect();
    let answers: Vec<&Fact> = subject
        .facts
        .iter()
        .filter(|fact| fact.property.as_str() == "response")
        .collect();
    html! {
        @if !roles.is_empty() {
            section aria-labelledby="roles" {
                h2 #roles { (here.say("roles-alleged")) }
                ul.roles { @for fact in roles { li.from-source { (values::version(here, notes, fact)) } } }
                h3 { (here.property("response")) }
                @if answers.is_empty() { p { span.gap { (here.say("response-none")) } } }
                @for fact in answers { p.from-source { (values::version(here, notes, fact)) } }
            }
        }
    }
}

fn posts<'a>(here: &Here<'_>, notes: &mut Notes<'a>, subject: &'a Subject) -> Markup {
    html! {
        @if site::facts(subject, "position").next().is_some() {
            section aria-labelledby="posts" {
                h2 #posts { (here.say("posts-title")) }
                @if let Some(chart) = commission::chart(here, &[subject]) { div.scroll tabindex="0" role="group" aria-label=(here.say("posts-title")) { (chart) } }
                (commission::posts_table(here, notes, &[subject]))
            }
        }
    }
}
