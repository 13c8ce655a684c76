//! What visitors take away or write in: the handout of the tour, sheets of the book of memory.

use edition::{RecordKind, edition::Subject};
use serde_json::{Value, json};

use super::{
    Size, plain,
    press::{self, Leads, Press},
    rooms::{entrance, pictures},
    size::steps,
};
use crate::{RenderError, here::Here, numbers, page, rooms::entrance as door, site};

const HANDOUT: &str = include_str!("../../assets/panels/handout.typ");
const GUEST: &str = include_str!("../../assets/panels/guest.typ");

/// The handout: A4 that is folded once, or the same four pages as A5.
pub(super) fn handout(press: &mut Press<'_, '_>) -> Result<(), RenderError> {
    for size in press.sizes(&[Size::A4, Size::A5]) {
        let folded = size == Size::A4;
        let mut measures = Size::A5.measures();
        if folded {
            measures.width = 297.0;
            measures.half = 148.5;
        }
        let edition = press.site.edition.whole();
        let name = press.name(size, "handout");
        let (mut values, code) =
            press.values(measures, &press::exhibition(&press.here(0)), &entrance());
        let titles = press.both(|here| match press::curated(here, &edition.title) {
            Value::Null => {
                json!({ "lang": here.lang().tag(), "paragraphs": [edition.archive_name] })
            }
            title => title,
        });
        values.insert("folded".to_owned(), json!(folded));
        values.insert("steps".to_owned(), json!(steps(measures.body * 1.5, 8.0)));
        values.insert("titles".to_owned(), json!(titles));
        values.insert(
            "tour".to_owned(),
            json!(press.both(|here| here.say("rooms").to_owned())),
        );
        values.insert("rooms".to_owned(), json!(press.both(tour)));
        for (key, text) in [
            ("shown", &edition.shown),
            ("claim", &edition.claim),
            ("note", &edition.content_note),
            ("contact", &edition.contact),
        ] {
            values.insert(key.to_owned(), press::curated_in_both(press, text));
        }
        press.print(&name, HANDOUT, values, pictures(code), true)?;
    }
    Ok(())
}

/// The rooms in the order of the tour: number, title, how much there is.
fn tour(here: &Here<'_>) -> Vec<Value> {
    here.site
        .edition
        .rooms
        .iter()
        .map(|room| {
            let word = room.room.as_str();
            json!({
                "number": numbers::plain(here.lang(), i64::from(room.number)), "title": page::room_title(here, word),
                "words": door::count(here, word).unwrap_or_default(),
            })
        })
        .collect()
}

/// Sheets of the book of memory: ruled to be signed, and one for the lectern with what the record says of the book.
pub(super) fn book_of_memory(press: &mut Press<'_, '_>) -> Result<(), RenderError> {
    for size in press.sizes(&[Size::A4]) {
        sheet(press, size, "guest-sheet", true)?;
    }
    for size in press.sizes(&[Size::A3]) {
        sheet(press, size, "lectern", false)?;
    }
    Ok(())
}

fn sheet(
    press: &mut Press<'_, '_>,
    size: Size,
    what: &str,
    ruled: bool,
) -> Result<(), RenderError> {
    let name = press.name(size, what);
    let mut measures = size.measures();
    measures.title = if ruled {
        measures.title
    } else {
        measures.title * 0.6
    };
    let headings = press.both(|here| page::room_title(here, "book"));
    let leads = match press.site.room("book") {
        Some(_) => Leads {
            key: "BOOK".to_owned(),
            page: "book/index.html".to_owned(),
        },
        None => entrance(),
    };
    let (mut values, code) = press.values(measures, &headings[0], &leads);
    let words = match press.site.room("book").filter(|_| !ruled) {
        Some(room) => press.both(|here| press::curated(here, &room.introduction)),
        None => [Value::Null, Value::Null],
    };
    values.insert("headings".to_owned(), json!(headings));
    values.insert("words".to_owned(), json!(words));
    values.insert("ruled".to_owned(), json!(ruled));
    let invitation = ruled.then(|| press.both(|here| here.say("panels-guest").to_owned()));
    values.insert("invitation".to_owned(), json!(invitation));
    values.insert(
        "steps".to_owned(),
        json!(steps(measures.body * 2.0, measures.body)),
    );
    let entries = if ruled {
        [Vec::new(), Vec::new()]
    } else {
        press.both(ceremonies)
    };
    values.insert("entries".to_owned(), json!(entries));
    press.print(&name, GUEST, values, pictures(code), false)
}

/// What the record says of the book: its room, or the ceremonies that it knows.
fn ceremonies(here: &Here<'_>) -> Vec<Value> {
    let mut events: Vec<&Subject> = here.site.members("book").collect();
    if events.is_empty() {
        let is_ceremony = |subject: &&Subject| {
            subject.id.kind() == RecordKind::Event
                && site::has(subject, "event-kind", &["ceremony"])
        };
        events.extend(
            here.site
                .edition
                .whole()
                .subjects
                .iter()
                .filter(is_ceremony),
        );
    }
    events
        .into_iter()
        .map(|event| {
            let title = site::names(here.lang(), &event.names)
                .0
                .map_or(Value::Null, |name| plain::part(&name.text));
            let words: Vec<Vec<Value>> =
                site::readable(here.lang(), site::facts(event, "described-as"))
                    .into_iter()
                    .map(|fact| plain::shown(here, &fact.value))
                    .collect();
            json!({
                "title": if title.is_null() { json!([]) } else { json!([title]) },
                "date": plain::first(here, event, "date").unwrap_or_default(), "words": words,
            })
        })
        .collect()
}
