//! A payload's bytes: what a commitment in the ledger commits to.

use super::{
    super::{
        error::{Rule, WireError},
        json::{self, First, Object, Reader},
    },
    arrangement, claim, field, people, release,
};
use crate::{claim::Claim, id::RecordId, payload::Payload};

/// The version written and read here.
pub(super) const VERSION: u64 = 1;

/// The payload's canonical bytes.
pub fn encode_payload(payload: &Payload) -> Vec<u8> {
    let mut out = Vec::with_capacity(512);
    let mut object = Object::open(&mut out);
    let kind = match payload {
        Payload::Archive { name } => {
            let mut inner = Object::open(object.field("archive"));
            inner.text("name", name);
            inner.close();
            "archive"
        }
        Payload::Arrangement(arrangement) => {
            arrangement::write(object.field("arrangement"), arrangement);
            "arrangement"
        }
        Payload::Claims { records, claims } => {
            json::list(object.field("claims"), claims, claim::write);
            json::list(
                object.field("records"),
                sorted_records(records),
                |out, id| {
                    json::shown(out, &id);
                },
            );
            "claims"
        }
        Payload::Erasure { note } => {
            let mut inner = Object::open(object.field("erasure"));
            inner.text("note", note);
            inner.close();
            "erasure"
        }
        Payload::Item(item) => {
            people::write_item(object.field("item"), item);
            "item"
        }
        Payload::Judgement(judgement) => {
            people::write_judgement(object.field("judgement"), judgement);
            "judgement"
        }
        Payload::Release(release) => {
            release::write(object.field("release"), release);
            "release"
        }
        Payload::Source(source) => {
            people::write_source(object.field("source"), source);
            "source"
        }
        Payload::Suggestion(suggestion) => {
            people::write_suggestion(object.field("suggestion"), suggestion);
            "suggestion"
        }
    };
    object.text("type", kind);
    json::unsigned(object.field("v"), VERSION);
    object.close();
    out
}

/// Reads what `encode_payload` wrote, and nothing else.
pub fn decode_payload(bytes: &[u8]) -> Result<Payload, WireError> {
    check_version(bytes)?;
    let mut reader = Reader::new(bytes)?;
    let mut first = reader.open()?;
    let (payload, kind) = match reader.peek_field(&first) {
        Some("archive") => {
            reader.require(&mut first, "archive")?;
            let name = single_text(&mut reader, "name")?;
            (Payload::Archive { name }, "archive")
        }
        Some("arrangement") => {
            reader.require(&mut first, "arrangement")?;
            let arrangement = arrangement::read(&mut reader)?;
            (Payload::Arrangement(arrangement), "arrangement")
        }
        Some("claims") => {
            let mut claims = Vec::new();
            let records = read_claims(&mut reader, &mut first, |claim, _| claims.push(claim))?;
            (Payload::Claims { records, claims }, "claims")
        }
        Some("erasure") => {
            reader.require(&mut first, "erasure")?;
            let note = single_text(&mut reader, "note")?;
            (Payload::Erasure { note }, "erasure")
        }
        Some("item") => {
            reader.require(&mut first, "item")?;
            (Payload::Item(people::read_item(&mut reader)?), "item")
        }
        Some("judgement") => {
            reader.require(&mut first, "judgement")?;
            let judgement = people::read_judgement(&mut reader)?;
            (Payload::Judgement(judgement), "judgement")
        }
        Some("release") => {
            reader.require(&mut first, "release")?;
            (Payload::Release(release::read(&mut reader)?), "release")
        }
        Some("source") => {
            reader.require(&mut first, "source")?;
            (Payload::Source(people::read_source(&mut reader)?), "source")
        }
        Some("suggestion") => {
            reader.require(&mut first, "suggestion")?;
            let suggestion = people::read_suggestion(&mut reader)?;
            (Payload::Suggestion(suggestion), "suggestion")
        }
        Some(other) => return Err(reader.unknown_field(other)),
        None => {
            return Err(WireError::MissingField {
                field: "type",
                at: reader.at(),
            });
        }
    };
    read_type(&mut reader, &mut first, kind)?;
    read_version(&mut reader, first)?;
    Ok(payload)
}

/// Records that a payload of claims names, and each claim with its canonical bytes inside the payload.
pub type ClaimsWithBytes<'a> = (Vec<RecordId>, Vec<(Claim, &'a [u8])>);

/// Reads a payload of claims, giving each claim with its canonical bytes; `None` for a payload of another kind.
pub fn claims_with_bytes(bytes: &[u8]) -> Result<Option<ClaimsWithBytes<'_>>, WireError> {
    check_version(bytes)?;
    let mut reader = Reader::new(bytes)?;
    let mut first = reader.open()?;
    if reader.peek_field(&first) != Some("claims") {
        return Ok(None);
    }
    let mut claims = Vec::new();
    let records = read_claims(&mut reader, &mut first, |claim, bytes| {
        claims.push((claim, bytes));
    })?;
    read_type(&mut reader, &mut first, "claims")?;
    read_version(&mut reader, first)?;
    Ok(Some((records, claims)))
}

fn read_claims<'a>(
    reader: &mut Reader<'a>,
    first: &mut First,
    mut take: impl FnMut(Claim, &'a [u8]),
) -> Result<Vec<RecordId>, WireError> {
    reader.require(first, "claims")?;
    reader.list(|reader, _| {
        let start = reader.at();
        let claim = claim::read(reader)?;
        take(claim, reader.since(start));
        Ok(())
    })?;
    reader.require(first, "records")?;
    let mut records: Vec<RecordId> = Vec::new();
    reader.list(|reader, _| {
        let at = reader.at();
        let record = field::record(reader)?;
        if records
            .last()
            .is_some_and(|last| order(*last) >= order(record))
        {
            return Err(reader.rule(Rule::Order, at));
        }
        records.push(record);
        Ok(())
    })?;
    Ok(records)
}

/// Records sorted as text, each once. The alphabet of identifiers is in ASCII order, so prefix and bits sort the same.
fn sorted_records(records: &[RecordId]) -> Vec<RecordId> {
    let mut sorted = records.to_vec();
    sorted.sort_unstable_by_key(|id| order(*id));
    sorted.dedup();
    sorted
}

fn order(id: RecordId) -> (char, u64) {
    (id.kind().prefix(), id.bits())
}

fn single_text(reader: &mut Reader<'_>, name: &'static str) -> Result<String, WireError> {
    let mut first = reader.open()?;
    reader.require(&mut first, name)?;
    let text = field::string(reader)?;
    reader.close(&first)?;
    Ok(text)
}

fn read_type(
    reader: &mut Reader<'_>,
    first: &mut First,
    kind: &'static str,
) -> Result<(), WireError> {
    reader.require(first, "type")?;
    reader.word("type", |word| (word == kind).then_some(()))
}

pub(super) fn read_version(reader: &mut Reader<'_>, mut first: First) -> Result<(), WireError> {
    reader.require(&mut first, "v")?;
    let found = reader.number()?;
    if found != VERSION {
        return Err(WireError::UnknownVersion { found });
    }
    reader.close(&first)?;
    reader.end()
}

/// Looks at the version before anything else. It sorts last, so it is the end of the bytes, whatever a later version may hold.
pub(super) fn check_version(bytes: &[u8]) -> Result<(), WireError> {
    let Some(body) = bytes.strip_suffix(b"}") else {
        return Ok(());
    };
    let digits = body
        .iter()
        .rev()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let (before, digits) = body.split_at(body.len() - digits);
    let found = std::str::from_utf8(digits)
        .ok()
        .and_then(|digits| digits.parse().ok());
    match found {
        Some(found) if before.ends_with(b",\"v\":") && found != VERSION => {
            Err(WireError::UnknownVersion { found })
        }
        _ => Ok(()),
    }
}
