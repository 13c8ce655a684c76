//! A claim's canonical bytes. They carry no version of their own: the payload around them and the domain of their identifier do.

use super::{
    super::{
        error::{Rule, WireError},
        json::{self, First, Object, Reader},
    },
    field, value,
};
use crate::claim::{Certainty, Citation, Claim, Locator, Qualifier, Voice, VoiceRole, Who};

/// The claim's canonical bytes. Qualifiers are put in order and each stands once, so their order in `claim` does not matter.
pub fn claim_bytes(claim: &Claim) -> Vec<u8> {
    let mut out = Vec::with_capacity(256);
    write(&mut out, claim);
    out
}

/// Reads what `claim_bytes` wrote, and nothing else.
pub fn decode_claim(bytes: &[u8]) -> Result<Claim, WireError> {
    let mut reader = Reader::new(bytes)?;
    let claim = read(&mut reader)?;
    reader.end()?;
    Ok(claim)
}

pub(super) fn write(out: &mut Vec<u8>, claim: &Claim) {
    let mut object = Object::open(out);
    object.shown("about", &claim.about);
    object.text("access", claim.access.as_str());
    if !claim.attribution.is_empty() {
        json::list(object.field("attribution"), &claim.attribution, write_voice);
    }
    write_certainty(object.field("certainty"), &claim.certainty);
    if claim.citation != Citation::default() {
        write_citation(object.field("citation"), &claim.citation);
    }
    object.text("property", claim.property.as_str());
    if !claim.qualifiers.is_empty() {
        let written = ordered_qualifiers(&claim.qualifiers);
        json::list(object.field("qualifiers"), written, |out, one| {
            out.extend_from_slice(&one);
        });
    }
    value::write(object.field("value"), &claim.value);
    object.close();
}

pub(super) fn read(reader: &mut Reader<'_>) -> Result<Claim, WireError> {
    let mut first = reader.open()?;
    reader.require(&mut first, "about")?;
    let about = field::record(reader)?;
    reader.require(&mut first, "access")?;
    let access = field::access(reader)?;
    let mut attribution = Vec::new();
    if reader.field(&mut first, "attribution") {
        reader.filled_list(|reader, _| {
            attribution.push(read_voice(reader)?);
            Ok(())
        })?;
    }
    reader.require(&mut first, "certainty")?;
    let certainty = read_certainty(reader)?;
    let citation = if reader.field(&mut first, "citation") {
        read_citation(reader)?
    } else {
        Citation::default()
    };
    reader.require(&mut first, "property")?;
    let property = field::term(reader)?;
    let qualifiers = if reader.field(&mut first, "qualifiers") {
        read_qualifiers(reader)?
    } else {
        Vec::new()
    };
    reader.require(&mut first, "value")?;
    let value = value::read(reader)?;
    reader.close(&first)?;
    Ok(Claim {
        about,
        property,
        value,
        qualifiers,
        citation,
        attribution,
        certainty,
        access,
    })
}

/// Each qualifier's bytes, in the order of those bytes, each once.
fn ordered_qualifiers(qualifiers: &[Qualifier]) -> Vec<Vec<u8>> {
    let mut written: Vec<Vec<u8>> = qualifiers.iter().map(qualifier_bytes).collect();
    written.sort_unstable();
    written.dedup();
    written
}

fn qualifier_bytes(qualifier: &Qualifier) -> Vec<u8> {
    let mut out = Vec::with_capacity(64);
    let mut object = Object::open(&mut out);
    object.text("property", qualifier.property.as_str());
    value::write(object.field("value"), &qualifier.value);
    object.close();
    out
}

fn read_qualifiers(reader: &mut Reader<'_>) -> Result<Vec<Qualifier>, WireError> {
    let mut qualifiers = Vec::new();
    let mut last: &[u8] = &[];
    reader.filled_list(|reader, _| {
        let start = reader.at();
        let mut first = reader.open()?;
        reader.require(&mut first, "property")?;
        let property = field::term(reader)?;
        reader.require(&mut first, "value")?;
        let value = value::read(reader)?;
        reader.close(&first)?;
        let bytes = reader.since(start);
        if last >= bytes {
            return Err(reader.rule(Rule::Order, start));
        }
        last = bytes;
        qualifiers.push(Qualifier { property, value });
        Ok(())
    })?;
    Ok(qualifiers)
}

fn write_voice(out: &mut Vec<u8>, voice: &Voice) {
    let mut object = Object::open(out);
    match &voice.who {
        Who::Named(name) => object.text("named", name),
        Who::Record(record) => object.shown("record", record),
        Who::Source(_) => {}
    }
    object.text("role", voice.role.as_str());
    if let Who::Source(source) = &voice.who {
        object.shown("source", source);
    }
    object.close();
}

fn read_voice(reader: &mut Reader<'_>) -> Result<Voice, WireError> {
    let mut first = reader.open()?;
    let mut who = None;
    if reader.field(&mut first, "named") {
        who = Some(Who::Named(field::string(reader)?));
    } else if reader.field(&mut first, "record") {
        who = Some(Who::Record(field::record(reader)?));
    }
    reader.require(&mut first, "role")?;
    let role = reader.word("role", VoiceRole::parse)?;
    let who = match who {
        Some(who) => who,
        None => {
            reader.require(&mut first, "source")?;
            Who::Source(field::source(reader)?)
        }
    };
    reader.close(&first)?;
    Ok(Voice { role, who })
}

fn write_certainty(out: &mut Vec<u8>, certainty: &Certainty) {
    let mut object = Object::open(out);
    object.optional_text("note", certainty.note.as_deref());
    object.text("term", certainty.term.as_str());
    object.close();
}

fn read_certainty(reader: &mut Reader<'_>) -> Result<Certainty, WireError> {
    let mut first = reader.open()?;
    let note = optional(reader, &mut first, "note", field::string)?;
    reader.require(&mut first, "term")?;
    let term = field::term(reader)?;
    reader.close(&first)?;
    Ok(Certainty { term, note })
}

fn write_citation(out: &mut Vec<u8>, citation: &Citation) {
    let mut object = Object::open(out);
    if let Some(item) = &citation.item {
        object.shown("item", item);
    }
    if let Some(locator) = &citation.locator {
        write_locator(object.field("locator"), locator);
    }
    object.optional_text("place_in_source", citation.place_in_source.as_deref());
    if let Some(source) = &citation.source {
        object.shown("source", source);
    }
    object.close();
}

fn read_citation(reader: &mut Reader<'_>) -> Result<Citation, WireError> {
    let start = reader.at();
    let mut first = reader.open()?;
    let item = optional(reader, &mut first, "item", field::evidence_number)?;
    let locator = optional(reader, &mut first, "locator", read_locator)?;
    let place_in_source = optional(reader, &mut first, "place_in_source", field::string)?;
    let source = optional(reader, &mut first, "source", field::source)?;
    reader.close(&first)?;
    let citation = Citation {
        item,
        locator,
        source,
        place_in_source,
    };
    if citation == Citation::default() {
        return Err(reader.rule(Rule::Empty, start));
    }
    Ok(citation)
}

fn write_locator(out: &mut Vec<u8>, locator: &Locator) {
    let mut object = Object::open(out);
    match locator {
        Locator::Page { page, area } => {
            if let Some(area) = area {
                json::list(object.field("area"), area, |out, edge| {
                    json::unsigned(out, u64::from(*edge));
                });
            }
            json::unsigned(object.field("page"), u64::from(*page));
        }
        Locator::Text { start, end } => {
            json::list(object.field("text"), [*start, *end], json::unsigned);
        }
        Locator::Cell { row, column } => {
            object.optional_text("column", column.as_deref());
            json::unsigned(object.field("row"), *row);
        }
        Locator::Time { start_ms, end_ms } => {
            json::list(
                object.field("time_ms"),
                [*start_ms, *end_ms],
                json::unsigned,
            );
        }
    }
    object.close();
}

fn read_locator(reader: &mut Reader<'_>) -> Result<Locator, WireError> {
    let mut first = reader.open()?;
    let locator = match reader.peek_field(&first) {
        Some("area" | "page") => {
            let area = optional(reader, &mut first, "area", |reader| {
                reader.array(|reader| reader.small::<u16>())
            })?;
            reader.require(&mut first, "page")?;
            Locator::Page {
                page: reader.small()?,
                area,
            }
        }
        Some("column" | "row") => {
            let column = optional(reader, &mut first, "column", field::string)?;
            reader.require(&mut first, "row")?;
            Locator::Cell {
                row: reader.number()?,
                column,
            }
        }
        Some("time_ms") => {
            reader.require(&mut first, "time_ms")?;
            let [start_ms, end_ms] = reader.array(Reader::number)?;
            Locator::Time { start_ms, end_ms }
        }
        Some("text") | None => {
            reader.require(&mut first, "text")?;
            let [start, end] = reader.array(Reader::number)?;
            Locator::Text { start, end }
        }
        Some(other) => return Err(reader.unknown_field(other)),
    };
    reader.close(&first)?;
    Ok(locator)
}

/// Reads field `name` if it comes next.
pub(super) fn optional<'a, T>(
    reader: &mut Reader<'a>,
    first: &mut First,
    name: &'static str,
    read: impl FnOnce(&mut Reader<'a>) -> Result<T, WireError>,
) -> Result<Option<T>, WireError> {
    if reader.field(first, name) {
        read(reader).map(Some)
    } else {
        Ok(None)
    }
}
