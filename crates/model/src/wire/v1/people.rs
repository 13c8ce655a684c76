//! What people decide and machines propose, and where things come from: sources, items, judgements, suggestions.

use super::{
    super::{
        error::{Expected, Rule, WireError},
        json::{self, Object, Reader},
    },
    claim::{self, optional},
    field, value,
};
use crate::{
    id::{self, ClaimId, RecordId, SourceId},
    item::{CustodyEvent, Item},
    judgement::{Decision, Judgement, Proposal, Subject, Suggestion},
    source::{Reliability, Source},
};

pub(super) fn write_source(out: &mut Vec<u8>, source: &Source) {
    let mut object = Object::open(out);
    object.text("access", source.access.as_str());
    if let Some(date) = &source.date {
        value::write_date(object.field("date"), date);
    }
    object.shown("id", &source.id);
    object.text("kind", source.kind.as_str());
    if !source.languages.is_empty() {
        json::list(object.field("languages"), &source.languages, |out, tag| {
            json::text(out, tag.as_str());
        });
    }
    object.optional_text("note", source.note.as_deref());
    object.optional_text("producer", source.producer.as_deref());
    object.optional_text("reference", source.reference.as_deref());
    if let Some(reliability) = &source.reliability {
        let mut inner = Object::open(object.field("reliability"));
        inner.text("by", &reliability.by);
        inner.text("grade", reliability.grade.as_str());
        inner.close();
    }
    object.text("title", &source.title);
    object.close();
}

pub(super) fn read_source(reader: &mut Reader<'_>) -> Result<Source, WireError> {
    let mut first = reader.open()?;
    reader.require(&mut first, "access")?;
    let access = field::access(reader)?;
    let date = optional(reader, &mut first, "date", value::read_date)?;
    reader.require(&mut first, "id")?;
    let id = field::source(reader)?;
    reader.require(&mut first, "kind")?;
    let kind = field::term(reader)?;
    let mut languages = Vec::new();
    if reader.field(&mut first, "languages") {
        reader.filled_list(|reader, _| {
            languages.push(field::language(reader)?);
            Ok(())
        })?;
    }
    let note = optional(reader, &mut first, "note", field::string)?;
    let producer = optional(reader, &mut first, "producer", field::string)?;
    let reference = optional(reader, &mut first, "reference", field::string)?;
    let reliability = optional(reader, &mut first, "reliability", read_reliability)?;
    reader.require(&mut first, "title")?;
    let title = field::string(reader)?;
    reader.close(&first)?;
    Ok(Source {
        id,
        title,
        kind,
        producer,
        date,
        languages,
        reference,
        reliability,
        note,
        access,
    })
}

fn read_reliability(reader: &mut Reader<'_>) -> Result<Reliability, WireError> {
    let mut first = reader.open()?;
    reader.require(&mut first, "by")?;
    let by = field::string(reader)?;
    reader.require(&mut first, "grade")?;
    let grade = field::term(reader)?;
    reader.close(&first)?;
    Ok(Reliability { grade, by })
}

pub(super) fn write_item(out: &mut Vec<u8>, item: &Item) {
    let mut object = Object::open(out);
    object.text("access", item.access.as_str());
    if !item.custody.is_empty() {
        json::list(object.field("custody"), &item.custody, write_custody);
    }
    object.shown("digest", &item.digest);
    object.text("media_type", &item.media_type);
    object.text("name", &item.name);
    object.shown("number", &item.number);
    if let Some(source) = &item.obtained_from {
        object.shown("obtained_from", source);
    }
    object.text("obtained_how", &item.obtained_how);
    json::unsigned(object.field("size"), item.size);
    object.optional_text("title", item.title.as_deref());
    object.close();
}

pub(super) fn read_item(reader: &mut Reader<'_>) -> Result<Item, WireError> {
    let mut first = reader.open()?;
    reader.require(&mut first, "access")?;
    let access = field::access(reader)?;
    let mut custody = Vec::new();
    if reader.field(&mut first, "custody") {
        reader.filled_list(|reader, _| {
            custody.push(read_custody(reader)?);
            Ok(())
        })?;
    }
    reader.require(&mut first, "digest")?;
    let digest = field::digest(reader)?;
    reader.require(&mut first, "media_type")?;
    let media_type = field::string(reader)?;
    reader.require(&mut first, "name")?;
    let name = field::string(reader)?;
    reader.require(&mut first, "number")?;
    let number = field::evidence_number(reader)?;
    let obtained_from = optional(reader, &mut first, "obtained_from", field::source)?;
    reader.require(&mut first, "obtained_how")?;
    let obtained_how = field::string(reader)?;
    reader.require(&mut first, "size")?;
    let size = reader.number()?;
    let title = optional(reader, &mut first, "title", field::string)?;
    reader.close(&first)?;
    Ok(Item {
        number,
        digest,
        size,
        media_type,
        name,
        title,
        obtained_how,
        obtained_from,
        custody,
        access,
    })
}

fn write_custody(out: &mut Vec<u8>, event: &CustodyEvent) {
    let mut object = Object::open(out);
    object.text("action", event.action.as_str());
    object.text("by", &event.by);
    object.optional_text("note", event.note.as_deref());
    object.shown("time", &event.time);
    object.close();
}

fn read_custody(reader: &mut Reader<'_>) -> Result<CustodyEvent, WireError> {
    let mut first = reader.open()?;
    reader.require(&mut first, "action")?;
    let action = field::term(reader)?;
    reader.require(&mut first, "by")?;
    let by = field::string(reader)?;
    let note = optional(reader, &mut first, "note", field::string)?;
    reader.require(&mut first, "time")?;
    let time = field::time(reader)?;
    reader.close(&first)?;
    Ok(CustodyEvent {
        time,
        action,
        by,
        note,
    })
}

pub(super) fn write_judgement(out: &mut Vec<u8>, judgement: &Judgement) {
    let mut object = Object::open(out);
    object.text("by", &judgement.by);
    object.text("decision", judgement.decision.as_str());
    object.text("reason", &judgement.reason);
    json::list(
        object.field("subjects"),
        &judgement.subjects,
        |out, one| match one {
            Subject::Record(id) => json::shown(out, id),
            Subject::Claim(id) => json::shown(out, id),
            Subject::Item(number) => json::shown(out, number),
            Subject::Source(id) => json::shown(out, id),
            Subject::Region(region) => json::shown(out, region),
        },
    );
    object.close();
}

pub(super) fn read_judgement(reader: &mut Reader<'_>) -> Result<Judgement, WireError> {
    let mut first = reader.open()?;
    reader.require(&mut first, "by")?;
    let by = field::string(reader)?;
    reader.require(&mut first, "decision")?;
    let decision = reader.word("decision", Decision::parse)?;
    reader.require(&mut first, "reason")?;
    let reason = field::string(reader)?;
    reader.require(&mut first, "subjects")?;
    let mut subjects = Vec::new();
    reader.list(|reader, _| {
        subjects.push(read_subject(reader)?);
        Ok(())
    })?;
    reader.close(&first)?;
    Ok(Judgement {
        decision,
        subjects,
        by,
        reason,
    })
}

/// A subject is told by its first letter, and a part of an item from the item by `#`.
fn read_subject(reader: &mut Reader<'_>) -> Result<Subject, WireError> {
    let at = reader.at();
    let text = { *reader }.text()?;
    match text.chars().next() {
        Some('E') if text.contains('#') => field::region(reader).map(Subject::Region),
        Some('E') => field::evidence_number(reader).map(Subject::Item),
        Some(SourceId::PREFIX) => field::source(reader).map(Subject::Source),
        Some(ClaimId::PREFIX) => {
            reader.text()?;
            match id::read_exact(&text) {
                Some((_, bits)) => Ok(Subject::Claim(ClaimId::from_bits(bits))),
                None => {
                    ClaimId::parse(&text)?;
                    Err(reader.rule(Rule::Identifier, at))
                }
            }
        }
        _ => field::record(reader).map(Subject::Record),
    }
}

pub(super) fn write_suggestion(out: &mut Vec<u8>, suggestion: &Suggestion) {
    let mut object = Object::open(out);
    object.text("basis", &suggestion.basis);
    object.text("by", &suggestion.by);
    let mut proposal = Object::open(object.field("proposal"));
    match &suggestion.proposal {
        Proposal::Claim(proposed) => claim::write(proposal.field("claim"), proposed),
        Proposal::Different(left, right) => write_pair(proposal.field("different"), *left, *right),
        Proposal::Same(left, right) => write_pair(proposal.field("same"), *left, *right),
    }
    proposal.close();
    object.close();
}

fn write_pair(out: &mut Vec<u8>, left: RecordId, right: RecordId) {
    json::list(out, [left, right], |out, id| json::shown(out, &id));
}

pub(super) fn read_suggestion(reader: &mut Reader<'_>) -> Result<Suggestion, WireError> {
    let mut first = reader.open()?;
    reader.require(&mut first, "basis")?;
    let basis = field::string(reader)?;
    reader.require(&mut first, "by")?;
    let by = field::string(reader)?;
    reader.require(&mut first, "proposal")?;
    let proposal = read_proposal(reader)?;
    reader.close(&first)?;
    Ok(Suggestion {
        proposal,
        by,
        basis,
    })
}

fn read_proposal(reader: &mut Reader<'_>) -> Result<Proposal, WireError> {
    let mut first = reader.open()?;
    let proposal = if reader.field(&mut first, "claim") {
        Proposal::Claim(Box::new(claim::read(reader)?))
    } else if reader.field(&mut first, "different") {
        let (left, right) = read_pair(reader)?;
        Proposal::Different(left, right)
    } else {
        reader.require(&mut first, "same")?;
        let (left, right) = read_pair(reader)?;
        Proposal::Same(left, right)
    };
    reader.close(&first)?;
    Ok(proposal)
}

fn read_pair(reader: &mut Reader<'_>) -> Result<(RecordId, RecordId), WireError> {
    let wrong = reader.syntax(Expected::Elements(2));
    let mut records = Vec::with_capacity(2);
    reader.list(|reader, _| {
        records.push(field::record(reader)?);
        Ok(())
    })?;
    match *records {
        [left, right] => Ok((left, right)),
        _ => Err(wrong),
    }
}
