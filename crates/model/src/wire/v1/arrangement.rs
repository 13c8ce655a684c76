//! The exhibition's arrangement.

use super::{
    super::{
        error::{Rule, WireError},
        json::{self, First, Object, Reader},
    },
    claim::optional,
    field, presented,
};
use crate::{
    arrangement::{Arrangement, Localized, RoomText},
    language::Language,
};

pub(super) fn write(out: &mut Vec<u8>, arrangement: &Arrangement) {
    let mut object = Object::open(out);
    localized(&mut object, "claim", &arrangement.claim);
    localized(&mut object, "contact", &arrangement.contact);
    localized(&mut object, "content_note", &arrangement.content_note);
    localized(&mut object, "credits", &arrangement.credits);
    localized(&mut object, "introduction", &arrangement.introduction);
    if !arrangement.items.is_empty() {
        presented::write(object.field("items"), &arrangement.items);
    }
    json::boolean(object.field("made_up"), arrangement.made_up);
    if !arrangement.outlines.is_empty() {
        json::list(
            object.field("outlines"),
            &arrangement.outlines,
            |out, item| json::shown(out, item),
        );
    }
    if !arrangement.rooms.is_empty() {
        json::list(object.field("rooms"), &arrangement.rooms, write_room);
    }
    localized(&mut object, "shown", &arrangement.shown);
    localized(&mut object, "title", &arrangement.title);
    object.close();
}

pub(super) fn read(reader: &mut Reader<'_>) -> Result<Arrangement, WireError> {
    let mut first = reader.open()?;
    let claim = read_localized(reader, &mut first, "claim")?;
    let contact = read_localized(reader, &mut first, "contact")?;
    let content_note = read_localized(reader, &mut first, "content_note")?;
    let credits = read_localized(reader, &mut first, "credits")?;
    let introduction = read_localized(reader, &mut first, "introduction")?;
    let items = if reader.field(&mut first, "items") {
        presented::read(reader)?
    } else {
        Vec::new()
    };
    reader.require(&mut first, "made_up")?;
    let made_up = reader.boolean()?;
    let mut outlines = Vec::new();
    if reader.field(&mut first, "outlines") {
        reader.filled_list(|reader, _| {
            outlines.push(field::evidence_number(reader)?);
            Ok(())
        })?;
    }
    let mut rooms = Vec::new();
    if reader.field(&mut first, "rooms") {
        reader.filled_list(|reader, _| {
            rooms.push(read_room(reader)?);
            Ok(())
        })?;
    }
    let shown = read_localized(reader, &mut first, "shown")?;
    let title = read_localized(reader, &mut first, "title")?;
    reader.close(&first)?;
    Ok(Arrangement {
        made_up,
        title,
        claim,
        introduction,
        content_note,
        shown,
        contact,
        credits,
        rooms,
        outlines,
        items,
    })
}

fn write_room(out: &mut Vec<u8>, room: &RoomText) {
    let mut object = Object::open(out);
    localized(&mut object, "introduction", &room.introduction);
    object.text("room", room.room.as_str());
    localized(&mut object, "title", &room.title);
    object.close();
}

fn read_room(reader: &mut Reader<'_>) -> Result<RoomText, WireError> {
    let mut first = reader.open()?;
    let introduction = read_localized(reader, &mut first, "introduction")?;
    reader.require(&mut first, "room")?;
    let room = field::term(reader)?;
    let title = read_localized(reader, &mut first, "title")?;
    reader.close(&first)?;
    Ok(RoomText {
        room,
        title,
        introduction,
    })
}

/// Writes text by language, sorted by language; of two texts in one language the first counts. Left out when empty.
pub(super) fn localized(object: &mut Object<'_>, name: &'static str, texts: &Localized) {
    if texts.0.is_empty() {
        return;
    }
    let mut sorted: Vec<&(Language, String)> = texts.0.iter().collect();
    sorted.sort_by_key(|(language, _)| language);
    sorted.dedup_by_key(|(language, _)| language);
    let out = object.field(name);
    out.push(b'{');
    for (place, (language, text)) in sorted.into_iter().enumerate() {
        if place > 0 {
            out.push(b',');
        }
        json::text(out, language.as_str());
        out.push(b':');
        json::text(out, text);
    }
    out.push(b'}');
}

pub(super) fn read_localized(
    reader: &mut Reader<'_>,
    first: &mut First,
    name: &'static str,
) -> Result<Localized, WireError> {
    let texts = optional(reader, first, name, |reader| {
        let start = reader.at();
        let mut texts: Vec<(Language, String)> = Vec::new();
        reader.map(|reader, tag| {
            let language = Language::new(&tag)?;
            if texts.last().is_some_and(|(last, _)| *last >= language) {
                return Err(reader.rule(Rule::Order, reader.at()));
            }
            texts.push((language, field::string(reader)?));
            Ok(())
        })?;
        if texts.is_empty() {
            return Err(reader.rule(Rule::Empty, start));
        }
        Ok(texts)
    })?;
    Ok(Localized(texts.unwrap_or_default()))
}
