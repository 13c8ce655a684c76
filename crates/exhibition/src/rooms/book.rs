//! The book of memory: what the record says of it, and nothing that does not exist.

use edition::{RecordKind, edition::Subject};
use maud::html;

use crate::{
    RenderError,
    here::Here,
    page,
    plan::{Kind, Output},
    rooms::timeline,
    site,
};

/// Writes the room.
pub(crate) fn write(here: &Here<'_>, output: &mut Output<'_>) -> Result<(), RenderError> {
    let mut events: Vec<&Subject> = here.site.members("book").collect();
    if events.is_empty() {
        let is_ceremony = |subject: &&Subject| {
            subject.id.kind() == RecordKind::Event
                && site::has(subject, "event-kind", &["ceremony"])
        };
        events.extend(here.site.edition.subjects.iter().filter(is_ceremony));
    }
    let body = html! {
        (page::room_heading(here, "book"))
        @if events.is_empty() { p { (here.say("book-nothing")) } } @else {
            h2 { (here.say("book-record")) }
            ol.timeline { @for event in events { (timeline::event(here, event)) li.said { (timeline::described(here, event)) } } }
        }
    };
    let page = page::frame(here, &page::room_title(here, "book"), "book", "room", body);
    output.page(here.lang(), &here.path, &page, Kind::Other)
}
