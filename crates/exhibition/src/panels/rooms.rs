//! The title wall, the poster, and a panel for each room with the curator's words.

use edition::edition::Subject;
use serde_json::{Value, json};

use super::{
    Size, plain,
    press::{self, Leads, Press},
    size::steps,
};
use crate::{
    RenderError,
    here::Here,
    numbers, page,
    rooms::{entrance, graves},
    site,
};

const TITLE: &str = include_str!("../../assets/panels/title.typ");
const ROOM: &str = include_str!("../../assets/panels/room.typ");

/// Sizes of panels that are read standing.
const PANELS: [Size; 4] = [Size::A1, Size::A0, Size::A2, Size::RollUp];

/// Where the code of the whole exhibition leads.
pub(super) fn entrance() -> Leads {
    Leads {
        key: "INDEX".to_owned(),
        page: "index.html".to_owned(),
    }
}

/// The title wall and the poster.
pub(super) fn title(press: &mut Press<'_, '_>) -> Result<(), RenderError> {
    for size in press.sizes(&PANELS) {
        welcome(press, size, "00-title", true)?;
    }
    for size in press.sizes(&[Size::A2, Size::A3]) {
        welcome(press, size, "poster", false)?;
    }
    Ok(())
}

fn welcome(
    press: &mut Press<'_, '_>,
    size: Size,
    what: &str,
    whole: bool,
) -> Result<(), RenderError> {
    let measures = size.measures();
    let edition = press.site.edition.whole();
    let name = press.name(size, what);
    let (mut values, code) =
        press.values(measures, &press::exhibition(&press.here(0)), &entrance());
    let titles = press.both(|here| match press::curated(here, &edition.title) {
        Value::Null => json!({ "lang": here.lang().tag(), "paragraphs": [edition.archive_name] }),
        title => title,
    });
    values.insert("titles".to_owned(), json!(titles));
    values.insert(
        "shown".to_owned(),
        press::curated_in_both(press, &edition.shown),
    );
    values.insert(
        "claim".to_owned(),
        press::curated_in_both(press, &edition.claim),
    );
    let introduction = if whole {
        press::curated_in_both(press, &edition.introduction)
    } else {
        Value::Null
    };
    values.insert("introduction".to_owned(), introduction);
    values.insert(
        "note".to_owned(),
        press::curated_in_both(press, &edition.content_note),
    );
    values.insert("lead".to_owned(), json!(if whole { 0.36 } else { 0.3 }));
    values.insert(
        "steps".to_owned(),
        json!(steps(measures.title, measures.title * 0.25)),
    );
    press.print(&name, TITLE, values, pictures(code), false)
}

/// The code as a picture of a sheet.
pub(super) fn pictures(code: Option<String>) -> Vec<(String, Vec<u8>)> {
    code.into_iter()
        .map(|drawing| ("code.svg".to_owned(), drawing.into_bytes()))
        .collect()
}

/// A panel for each room of the tour.
pub(super) fn rooms(press: &mut Press<'_, '_>) -> Result<(), RenderError> {
    for size in press.sizes(&PANELS) {
        for place in 0..press.site.edition.whole().rooms.len() {
            room(press, size, place)?;
        }
    }
    Ok(())
}

fn room(press: &mut Press<'_, '_>, size: Size, place: usize) -> Result<(), RenderError> {
    let measures = size.measures();
    let card = &press.site.edition.whole().rooms[place];
    let word = card.room.as_str();
    let name = press.name(size, &format!("{:02}-{word}", card.number));
    let leads = Leads {
        key: super::code::key(word),
        page: format!("{word}/index.html"),
    };
    let headings = press.both(|here| page::room_title(here, word));
    let (mut values, code) = press.values(measures, &headings[0], &leads);
    let mut pictures = pictures(code);
    values.insert("headings".to_owned(), json!(headings));
    values.insert(
        "numbers".to_owned(),
        json!(press.both(|here| numbers::plain(here.lang(), i64::from(card.number)))),
    );
    values.insert(
        "words".to_owned(),
        json!(press.both(|here| press::curated(here, &card.introduction))),
    );
    let counts = press.both(|here| entrance::count(here, word));
    let counts: Option<Vec<String>> = counts.into_iter().collect();
    values.insert("counts".to_owned(), json!(counts));
    let maps = if word == "graves" {
        press.both(|here| graves::drawing(here, None))
    } else {
        [None, None]
    };
    let with_maps = maps.iter().all(Option::is_some);
    values.insert("maps".to_owned(), json!(with_maps));
    if with_maps {
        for (place, map) in maps.into_iter().flatten().enumerate() {
            pictures.push((format!("map{place}.svg"), map.into_bytes()));
        }
        values.insert(
            "map-titles".to_owned(),
            json!(press.both(|here| here.say("map-title").to_owned())),
        );
        values.insert(
            "legend".to_owned(),
            json!(press.both(|here| here.say("map-rings").to_owned())),
        );
        values.insert("sites".to_owned(), json!(press.both(|here| sites(here))));
    }
    let body = measures.body;
    values.insert("steps".to_owned(), json!(steps(body * 1.7, body * 0.72)));
    press.print(&name, ROOM, values, pictures, false)
}

/// The numbers of the map in words.
fn sites(here: &Here<'_>) -> Vec<Value> {
    (1..)
        .zip(here.site.members("graves"))
        .map(|(number, subject)| {
            let name = site::names(here.lang(), &subject.names).0;
            let name = name.map_or_else(|| plain::part(&subject.id.to_string()), |name| plain::part(&name.text));
            json!({ "number": numbers::plain(here.lang(), number), "name": [name], "more": more(here, subject) })
        })
        .collect()
}

fn more(here: &Here<'_>, subject: &Subject) -> Vec<Value> {
    let city = plain::first(here, subject, "city");
    let kind = plain::first(here, subject, "place-kind");
    let known = [city, kind].into_iter().flatten();
    let mut parts = Vec::new();
    for (place, words) in known.enumerate() {
        if place > 0 {
            parts.push(json!(here.lang().comma()));
        }
        parts.extend(words);
    }
    parts
}
