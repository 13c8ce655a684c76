//! An entry's bytes: what the ledger holds, and all that it holds.

use std::collections::BTreeMap;

use proof::{digest::Digest, json::compare_keys};

use super::{
    super::{
        error::{Rule, WireError},
        json::{self, Object, Reader},
    },
    field, payload,
};
use crate::entry::{Entry, EntryKind};

/// The most bytes an entry may have (C2SP tlog-tiles: an entry bundle gives each entry's length in 16 bits).
pub const ENTRY_LIMIT: usize = 65_535;

/// The entry's canonical bytes. More than `ENTRY_LIMIT` of them are refused by `decode_entry` and by the ledger.
pub fn encode_entry(entry: &Entry) -> Vec<u8> {
    let mut out = Vec::with_capacity(256);
    let mut object = Object::open(&mut out);
    object.text("actor", &entry.actor);
    json::list(
        object.field("commitments"),
        &entry.commitments,
        write_digest,
    );
    write_counts(object.field("counts"), &entry.counts);
    if !entry.erases.is_empty() {
        json::list(object.field("erases"), &entry.erases, write_digest);
    }
    object.optional_text("reason", entry.reason.as_ref().map(|term| term.as_str()));
    object.shown("time", &entry.time);
    object.text("type", entry.kind.as_str());
    json::unsigned(object.field("v"), payload::VERSION);
    object.close();
    out
}

/// Reads what `encode_entry` wrote, and nothing else.
pub fn decode_entry(bytes: &[u8]) -> Result<Entry, WireError> {
    if bytes.len() > ENTRY_LIMIT {
        return Err(WireError::TooLong {
            bytes: bytes.len(),
            limit: ENTRY_LIMIT,
        });
    }
    payload::check_version(bytes)?;
    let mut reader = Reader::new(bytes)?;
    let mut first = reader.open()?;
    reader.require(&mut first, "actor")?;
    let actor = field::string(&mut reader)?;
    reader.require(&mut first, "commitments")?;
    let mut commitments = Vec::new();
    reader.list(|reader, _| read_digest(reader, &mut commitments))?;
    reader.require(&mut first, "counts")?;
    let counts = read_counts(&mut reader)?;
    let mut erases = Vec::new();
    if reader.field(&mut first, "erases") {
        reader.filled_list(|reader, _| read_digest(reader, &mut erases))?;
    }
    let reason = super::claim::optional(&mut reader, &mut first, "reason", field::term)?;
    reader.require(&mut first, "time")?;
    let time = field::time(&mut reader)?;
    reader.require(&mut first, "type")?;
    let kind = reader.word("type", EntryKind::parse)?;
    payload::read_version(&mut reader, first)?;
    Ok(Entry {
        kind,
        time,
        actor,
        counts,
        commitments,
        erases,
        reason,
    })
}

fn write_digest(out: &mut Vec<u8>, digest: &Digest) {
    json::shown(out, digest);
}

fn read_digest(reader: &mut Reader<'_>, into: &mut Vec<Digest>) -> Result<(), WireError> {
    into.push(field::digest(reader)?);
    Ok(())
}

/// Names are data here, so they are sorted as RFC 8785 section 3.2.3 asks: by UTF-16 code units.
fn write_counts(out: &mut Vec<u8>, counts: &BTreeMap<String, u64>) {
    let mut names: Vec<(&String, &u64)> = counts.iter().collect();
    names.sort_by(|(one, _), (two, _)| compare_keys(one, two));
    out.push(b'{');
    for (place, (name, count)) in names.into_iter().enumerate() {
        if place > 0 {
            out.push(b',');
        }
        json::text(out, name);
        out.push(b':');
        json::unsigned(out, *count);
    }
    out.push(b'}');
}

fn read_counts(reader: &mut Reader<'_>) -> Result<BTreeMap<String, u64>, WireError> {
    let mut counts = BTreeMap::new();
    let mut last: Option<String> = None;
    reader.map(|reader, name| {
        if last
            .as_ref()
            .is_some_and(|last| compare_keys(last, &name).is_ge())
        {
            return Err(reader.rule(Rule::Order, reader.at()));
        }
        last = Some(name.clone());
        counts.insert(name, reader.number()?);
        Ok(())
    })?;
    Ok(counts)
}
