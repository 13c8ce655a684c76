//! Pages of records that need no form of their own, and pages that lead from an old address to the present one.

use edition::{RecordId, RecordKind, edition::Subject};
use maud::{DOCTYPE, PreEscaped, html};

use crate::{
    escape, here::Here, notes::Notes, page, pictures::figure, rooms::person, site, values,
};

/// A page of a group, an event or a proceeding.
pub(crate) fn page<'a>(here: &Here<'a>, subject: &'a Subject) -> String {
    let room = here.site.room_of(subject.id);
    let mut notes = Notes::default();
    let facts = values::rows(
        here,
        &mut notes,
        subject,
        &["name", "title", "portrait", "photograph"],
    );
    let pictures = figure::section(here, &mut notes, subject, None, 6);
    let names = person::spellings(here, &mut notes, subject);
    let second = site::names(here.lang(), &subject.names).1;
    let way = html! {
        (here.say(kind(subject.id.kind())))
        @if page::rooms(here.site).contains(&room) { " · " (page::back(here, room)) }
    };
    let body = html! {
        (page::heading(way, here.called(subject.id, &subject.names), html! { @if let Some(name) = second { p.other { (escape::name(name)) } } }))
        div.with-notes {
            div {
                (values::section(here, &facts, &subject.gaps))
                (pictures)
                @if subject.names.len() > 1 { (names) }
                (person::pairs(here, &subject.open_pairs))
                (person::mentions(here, &subject.referred_by))
            }
            (notes.list(here))
        }
        (person::correction(here, subject))
    };
    page::frame(here, &title(here, subject), room, "record", body)
}

/// What the record is called, as plain text: by name, otherwise by identifier.
pub(crate) fn title(here: &Here<'_>, subject: &Subject) -> String {
    match site::names(here.lang(), &subject.names).0 {
        Some(name) => name.text.clone(),
        None => format!("{} {}", here.say(kind(subject.id.kind())), subject.id),
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

/// The address that `also` would have, were it the record that is shown at `address` as `id`.
pub(crate) fn address_as(address: &str, id: RecordId, also: RecordId) -> String {
    let (old, new) = (id.to_string(), also.to_string());
    let shard = |name: &str| name.get(1..3).map(|shard| format!("people/{shard}/"));
    let moved = match (shard(&old), shard(&new)) {
        (Some(from), Some(to)) if address.starts_with(&from) => address.replacen(&from, &to, 1),
        _ => address.to_owned(),
    };
    moved.replace(&old, &new)
}

/// A page at an old address that leads to the record.
pub(crate) fn stub(here: &Here<'_>, subject: &Subject) -> String {
    let target = here.to_record(subject.id);
    let lang = here.lang();
    let PreEscaped(page) = html! {
        (DOCTYPE)
        html lang=(lang.tag()) dir=(lang.direction().as_str()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(page::POLICY);
                meta http-equiv="refresh" content={ "0; url=" (target) };
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex";
                title { (escape::Data(&title(here, subject))) }
                link rel="stylesheet" href={ (here.up) "../assets/style.css" };
            }
            body.stub { main { p { (here.say("moved")) " " a href=(target) { (here.called(subject.id, &subject.names)) } } } }
        }
    };
    page
}
