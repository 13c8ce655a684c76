//! Reading proofs of time and of logs: RFC 3161 time stamps, OpenTimestamps, C2SP checkpoints and proofs. What they say is told; whether their
//! signatures hold is for `verify`, which is given keys.

#[cfg(test)]
mod tests;

use crate::{
    container::shown,
    der::{Item, certificate, items, name},
    digest,
    field::find,
    kind::{MediaType, sniff},
    limits::Limits,
    problem::{Finding, Problem},
    reading::{Fact, Reading},
    text::empty,
};

/// The identifier of what a time stamp says (RFC 3161 section 2.4.2), as DER has it: 1.2.840.113549.1.9.16.1.4.
const STAMP: &[u8] = b"\x06\x0b\x2a\x86\x48\x86\xf7\x0d\x01\x09\x10\x01\x04";

/// Opens a proof of OpenTimestamps (its serialisation, version 1).
const OPEN: &[u8] = b"\x00OpenTimestamps\x00\x00Proof\x00\xbf\x89\xe2\xe8\x84\xe8\x92\x94\x01";

/// Marks of attestations in it: of a block of Bitcoin, and of a calendar that promises one.
const BITCOIN: &[u8] = b"\x05\x88\x96\x0d\x73\xd7\x19\x01";
const CALENDAR: &[u8] = b"\x83\xdf\xe3\x0d\x2e\xf9\x0c\x8e";

/// The kind of stamp that `bytes` are.
pub(crate) fn kind_of(bytes: &[u8]) -> Option<MediaType> {
    if bytes.starts_with(OPEN) {
        Some(MediaType::OpenTimestamps)
    } else if bytes.first() == Some(&0x30)
        && find(&bytes[..bytes.len().min(512)], STAMP, 0).is_some()
    {
        Some(MediaType::TimeStamp)
    } else {
        None
    }
}

/// `true` for the kinds that are read here.
pub fn is_stamp(media_type: MediaType) -> bool {
    matches!(media_type, MediaType::TimeStamp | MediaType::OpenTimestamps)
}

/// Reads the stamp in `bytes`.
pub fn read(bytes: &[u8], limits: &Limits) -> Reading {
    let mut reading = empty(sniff(bytes, ""));
    if bytes.len() > limits.bytes {
        reading.problems.push(Problem::FileTooLarge {
            size: bytes.len(),
            limit: limits.bytes,
        });
        return reading;
    }
    let told = if reading.media_type == MediaType::OpenTimestamps {
        open(bytes)
    } else {
        stamp(bytes)
    };
    match told {
        Some(facts) => {
            reading.facts = facts;
            reading
                .problems
                .push(Finding::flag("stamp-not-checked").into());
        }
        None => reading.problems.push(Finding::loss("stamp-damaged").into()),
    }
    reading
}

fn fact(name: &'static str, value: impl Into<String>) -> Fact {
    Fact {
        name,
        value: value.into(),
    }
}

/// What a time stamp says, alone or in the answer of an authority.
fn stamp(bytes: &[u8]) -> Option<Vec<Fact>> {
    let outer = items(bytes).next()?;
    // An answer begins with a status, the stamp alone with its kind.
    let content = if outer.at(0)?.tag == 0x30 {
        outer.at(1)?
    } else {
        outer
    };
    let signed = content.at(1)?.at(0)?;
    let info = signed.at(2)?.at(1)?.at(0)?;
    let info = items(info.body).next()?;
    let imprint = info.at(2)?;
    let algorithm = imprint.at(0)?.at(0)?.identifier();
    let kind = hash_name(&algorithm);
    let mut facts = vec![
        fact(
            "imprint",
            format!("{kind}:{}", digest::hex(imprint.at(1)?.body)),
        ),
        fact("made", generalized(&info.at(4)?.words())?),
        fact("serial", digest::hex(info.at(3)?.body)),
        fact("policy", info.at(1)?.identifier()),
    ];
    facts.extend(authority(&info, &signed).map(|name| fact("signed-by", shown(&name))));
    Some(facts)
}

/// The authority: as the stamp names it, else as its certificate does.
fn authority(info: &Item<'_>, signed: &Item<'_>) -> Option<String> {
    let named = info.inner().skip(5).find(|item| item.tag == 0xa0);
    // A name of the directory is the fifth kind of name (RFC 5280 section 4.2.1.6).
    let named = named
        .and_then(|item| item.at(0))
        .filter(|item| item.tag == 0xa4);
    let named = named.and_then(|item| item.at(0)).map(|item| name(&item));
    named.filter(|name| !name.is_empty()).or_else(|| {
        let certificates = signed.inner().find(|item| item.tag == 0xa0)?;
        // A certificate is looked for in a sequence, and these are without their outermost.
        let wholes: Vec<Vec<u8>> = certificates
            .inner()
            .take(20)
            .map(|own| wrapped(own.body))
            .collect();
        let known: Vec<_> = wholes
            .iter()
            .filter_map(|whole| certificate(whole))
            .collect();
        // Whoever signed is none that vouches for another.
        let signer = known.iter().find(|one| {
            let vouches = known.iter().filter(|other| other.issuer == one.subject);
            vouches.count() == 0
        });
        signer.or(known.first()).map(|one| one.subject.clone())
    })
}

/// A sequence around `body`.
fn wrapped(body: &[u8]) -> Vec<u8> {
    let length = (body.len() as u32).to_be_bytes();
    [&[0x30, 0x84][..], &length, body].concat()
}

fn hash_name(identifier: &str) -> &str {
    match identifier {
        "1.3.14.3.2.26" => "sha1",
        "2.16.840.1.101.3.4.2.1" => "sha256",
        "2.16.840.1.101.3.4.2.2" => "sha384",
        "2.16.840.1.101.3.4.2.3" => "sha512",
        other => other,
    }
}

/// `20190830120000Z` in ISO 8601.
fn generalized(text: &str) -> Option<String> {
    let part = |range: std::ops::Range<usize>| text.get(range);
    let rest = part(14..text.len())?;
    Some(format!(
        "{}-{}-{}T{}:{}:{}{}",
        part(0..4)?,
        part(4..6)?,
        part(6..8)?,
        part(8..10)?,
        part(10..12)?,
        part(12..14)?,
        shown(rest)
    ))
}

/// What a proof of OpenTimestamps is about, and who attests it.
fn open(bytes: &[u8]) -> Option<Vec<Fact>> {
    let rest = bytes.strip_prefix(OPEN)?;
    let (kind, length) = match rest.first()? {
        0x02 => ("sha1", 20),
        0x03 => ("ripemd160", 20),
        0x08 => ("sha256", 32),
        _ => return None,
    };
    let imprint = rest.get(1..1 + length)?;
    let mut facts = vec![fact("imprint", format!("{kind}:{}", digest::hex(imprint)))];
    for (mark, word) in [(BITCOIN, "bitcoin"), (CALENDAR, "calendar")] {
        if find(rest, mark, 0).is_some() {
            facts.push(fact("attested-by", word));
        }
    }
    Some(facts)
}

/// Adds to the reading of a plain text what it says as a C2SP checkpoint or proof; nothing when it is neither.
pub(crate) fn tell_note(reading: &mut Reading) {
    let text = reading.text.as_str();
    let (form, note) = match text.strip_prefix("c2sp.org/tlog-proof@v1\n") {
        Some(rest) => (
            "tlog-proof",
            rest.split_once("\n\n").map_or("", |(_, note)| note),
        ),
        None => ("tlog-checkpoint", text),
    };
    let Some((body, signatures)) = note.split_once("\n\n\u{2014} ") else {
        return;
    };
    let mut lines = body.lines();
    let (Some(origin), Some(size), Some(root)) = (lines.next(), lines.next(), lines.next()) else {
        return;
    };
    let is_size = !size.is_empty() && size.bytes().all(|digit| digit.is_ascii_digit());
    if origin.is_empty() || !is_size || root.len() != 44 || !root.ends_with('=') {
        return;
    }
    let mut facts = vec![
        fact("form", form),
        fact("log", shown(origin)),
        fact("entries", size),
        fact("root", root),
    ];
    for line in signatures.lines().take(100) {
        let name = line
            .trim_start_matches("\u{2014} ")
            .split(' ')
            .next()
            .unwrap_or_default();
        facts.push(fact("signed-by", shown(name)));
    }
    reading.facts.extend(facts);
    reading
        .problems
        .push(Finding::flag("stamp-not-checked").into());
}
