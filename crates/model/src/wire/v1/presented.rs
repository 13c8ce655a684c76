//! How single items are shown: a part of the exhibition's arrangement.

use super::{
    super::{
        error::{Rule, WireError},
        json::{self, Object, Reader},
    },
    arrangement::{localized, read_localized},
    claim::optional,
    field,
};
use crate::{arrangement::Presented, id::EvidenceNumber, language::Language};

/// Writes `items` by number; of two with one number the first counts.
pub(super) fn write(out: &mut Vec<u8>, items: &[Presented]) {
    let mut sorted: Vec<&Presented> = items.iter().collect();
    sorted.sort_by_key(|presented| presented.item);
    sorted.dedup_by_key(|presented| presented.item);
    json::list(out, sorted, write_one);
}

pub(super) fn read(reader: &mut Reader<'_>) -> Result<Vec<Presented>, WireError> {
    let mut items: Vec<Presented> = Vec::new();
    reader.filled_list(|reader, _| {
        let at = reader.at();
        let presented = read_one(reader)?;
        if items.last().is_some_and(|last| last.item >= presented.item) {
            return Err(reader.rule(Rule::Order, at));
        }
        items.push(presented);
        Ok(())
    })?;
    Ok(items)
}

fn write_one(out: &mut Vec<u8>, presented: &Presented) {
    let mut object = Object::open(out);
    localized(&mut object, "alt", &presented.alt);
    localized(&mut object, "caption", &presented.caption);
    write_captions(&mut object, &presented.captions);
    localized(&mut object, "credit", &presented.credit);
    if let Some(focus) = presented.focus {
        json::list(object.field("focus"), focus, |out, part| {
            json::unsigned(out, u64::from(part));
        });
    }
    object.shown("item", &presented.item);
    flag(&mut object, "offered", presented.offered);
    if let Some(poster) = presented.poster {
        object.shown("poster", &poster);
    }
    flag(&mut object, "sensitive", presented.sensitive);
    object.close();
}

fn read_one(reader: &mut Reader<'_>) -> Result<Presented, WireError> {
    let mut first = reader.open()?;
    let alt = read_localized(reader, &mut first, "alt")?;
    let caption = read_localized(reader, &mut first, "caption")?;
    let captions = optional(reader, &mut first, "captions", read_captions)?.unwrap_or_default();
    let credit = read_localized(reader, &mut first, "credit")?;
    let focus = optional(reader, &mut first, "focus", |reader| {
        reader.array::<u16, 2>(Reader::small)
    })?;
    reader.require(&mut first, "item")?;
    let item = field::evidence_number(reader)?;
    let offered = optional(reader, &mut first, "offered", read_flag)?.is_some();
    let poster = optional(reader, &mut first, "poster", field::evidence_number)?;
    let sensitive = optional(reader, &mut first, "sensitive", read_flag)?.is_some();
    reader.close(&first)?;
    Ok(Presented {
        item,
        alt,
        caption,
        credit,
        focus,
        sensitive,
        offered,
        captions,
        poster,
    })
}

/// Written when true, left out when not.
fn flag(object: &mut Object<'_>, name: &'static str, value: bool) {
    if value {
        json::boolean(object.field(name), true);
    }
}

fn read_flag(reader: &mut Reader<'_>) -> Result<(), WireError> {
    let at = reader.at();
    if reader.boolean()? {
        Ok(())
    } else {
        Err(reader.rule(Rule::Empty, at))
    }
}

/// Writes captions as evidence numbers by language, sorted by language; of two in one language the first counts.
fn write_captions(object: &mut Object<'_>, captions: &[(Language, EvidenceNumber)]) {
    if captions.is_empty() {
        return;
    }
    let mut sorted: Vec<&(Language, EvidenceNumber)> = captions.iter().collect();
    sorted.sort_by_key(|(language, _)| language);
    sorted.dedup_by_key(|(language, _)| language);
    let out = object.field("captions");
    out.push(b'{');
    for (place, (language, number)) in sorted.into_iter().enumerate() {
        if place > 0 {
            out.push(b',');
        }
        json::text(out, language.as_str());
        out.push(b':');
        json::shown(out, number);
    }
    out.push(b'}');
}

fn read_captions(reader: &mut Reader<'_>) -> Result<Vec<(Language, EvidenceNumber)>, WireError> {
    let start = reader.at();
    let mut captions: Vec<(Language, EvidenceNumber)> = Vec::new();
    reader.map(|reader, tag| {
        let language = Language::new(&tag)?;
        if captions.last().is_some_and(|(last, _)| *last >= language) {
            return Err(reader.rule(Rule::Order, reader.at()));
        }
        captions.push((language, field::evidence_number(reader)?));
        Ok(())
    })?;
    if captions.is_empty() {
        return Err(reader.rule(Rule::Empty, start));
    }
    Ok(captions)
}
