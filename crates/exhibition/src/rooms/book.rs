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

/// Address of the sheet, from the folder of the language.
const SHEET: &str = "book/sheet.html";
/// Lines on it. Chosen by us: what a page of A4 or Letter holds with 15 mm a line.
const LINES: usize = 12;

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
            ol.timeline { @for event in events { (timeline::event(here, event, timeline::Level::UnderYear)) li.said { (timeline::described(here, event)) } } }
        }
        section aria-labelledby="sign" {
            h2 #sign { (here.say("book-sign")) }
            p { (here.say("book-sign-1")) }
            p { (here.say("book-sign-2")) }
            p { a href=(here.to(SHEET)) { (here.say("book-sheet")) } }
        }
    };
    let page = page::frame(here, &page::room_title(here, "book"), "book", "room", body);
    output.page(here.lang(), &here.path, &page, Kind::Other)?;
    sheet(&Here::new(here.site, here.words, SHEET.to_owned()), output)
}

/// A sheet to print, on which visitors sign.
fn sheet(here: &Here<'_>, output: &mut Output<'_>) -> Result<(), RenderError> {
    let body = html! {
        (page::heading(page::back(here, "book"), html! { (here.say("book-sheet-title")) }, html! {}))
        p { (here.say("book-sheet-text")) }
        table.sheet {
            thead { tr { @for column in ["sheet-name", "sheet-town", "sheet-date", "sheet-words"] { th scope="col" { (here.say(column)) } } } }
            tbody { @for _ in 0..LINES { tr { td {} td {} td {} td {} } } }
        }
    };
    let page = page::frame(
        here,
        here.say("book-sheet-title"),
        "book",
        "room wide sheet",
        body,
    );
    output.page(here.lang(), SHEET, &page, Kind::Other)
}
