//! Values that stand in many places: identifiers, terms, times, digests, access.

use proof::digest::Digest;

use super::super::{
    error::{Expected, Rule, WireError},
    json::Reader,
};
use crate::{
    access::Access,
    entry::Timestamp,
    id::{self, EvidenceNumber, RecordId, RecordKind, SourceId},
    language::Language,
    region::Region,
    term::Term,
};

pub(super) fn record(reader: &mut Reader<'_>) -> Result<RecordId, WireError> {
    let at = reader.at();
    let text = reader.text()?;
    let found = id::read_exact(&text)
        .and_then(|(prefix, bits)| Some(RecordId::from_bits(RecordKind::of_prefix(prefix)?, bits)));
    match found {
        Some(record) => Ok(record),
        None => {
            RecordId::parse(&text)?;
            Err(reader.rule(Rule::Identifier, at))
        }
    }
}

pub(super) fn source(reader: &mut Reader<'_>) -> Result<SourceId, WireError> {
    let at = reader.at();
    let text = reader.text()?;
    match id::read_exact(&text) {
        Some((prefix, bits)) if char::from(prefix) == SourceId::PREFIX => {
            Ok(SourceId::from_bits(bits))
        }
        _ => {
            SourceId::parse(&text)?;
            Err(reader.rule(Rule::Identifier, at))
        }
    }
}

pub(super) fn evidence_number(reader: &mut Reader<'_>) -> Result<EvidenceNumber, WireError> {
    let at = reader.at();
    let text = reader.text()?;
    let number = EvidenceNumber::parse(&text)?;
    if is_printed(number, &text) {
        Ok(number)
    } else {
        Err(reader.rule(Rule::Identifier, at))
    }
}

pub(super) fn region(reader: &mut Reader<'_>) -> Result<Region, WireError> {
    let at = reader.at();
    let text = reader.text()?;
    let region = Region::parse(&text)?;
    if region.to_string() == text {
        Ok(region)
    } else {
        Err(reader.rule(Rule::Identifier, at))
    }
}

/// Whether `text` is how `number` is printed: `EV-`, then six digits, or more without a leading zero.
fn is_printed(number: EvidenceNumber, text: &str) -> bool {
    text.strip_prefix("EV-").is_some_and(|digits| {
        digits.len() == 6 || (digits.len() > 6 && number.0 > 999_999 && !digits.starts_with('0'))
    })
}

pub(super) fn term(reader: &mut Reader<'_>) -> Result<Term, WireError> {
    Ok(Term::new(&reader.text()?)?)
}

pub(super) fn language(reader: &mut Reader<'_>) -> Result<Language, WireError> {
    Ok(Language::new(&reader.text()?)?)
}

pub(super) fn access(reader: &mut Reader<'_>) -> Result<Access, WireError> {
    reader.word("access", Access::parse)
}

pub(super) fn time(reader: &mut Reader<'_>) -> Result<Timestamp, WireError> {
    let wrong = reader.syntax(Expected::Time);
    Timestamp::parse(&reader.text()?).map_err(|_| wrong)
}

pub(super) fn string(reader: &mut Reader<'_>) -> Result<String, WireError> {
    reader.text().map(std::borrow::Cow::into_owned)
}

pub(super) fn digest(reader: &mut Reader<'_>) -> Result<Digest, WireError> {
    let wrong = reader.syntax(Expected::Digest);
    read_digest(&reader.text()?).ok_or(wrong)
}

fn read_digest(text: &str) -> Option<Digest> {
    let digits: &[u8; 64] = text.as_bytes().try_into().ok()?;
    let mut digest = [0; 32];
    for (byte, pair) in digest.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = hex(pair[0])? << 4 | hex(pair[1])?;
    }
    Some(Digest(digest))
}

fn hex(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}
