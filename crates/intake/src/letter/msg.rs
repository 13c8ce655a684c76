//! What Outlook saves ([MS-OXMSG]): properties of a letter as streams of a compound file.

use super::{Body, apart, finish, header::Headers, of_headers, say};
use crate::{
    encoding,
    field::{le32, le64},
    kind::sniff,
    limits::Limits,
    moment,
    ole::Compound,
    problem::{Finding, Problem},
    reading::{Part, Reading},
};

/// A tick of Windows is a ten millionth of a second, from the start of 1601 ([MS-DTYP] section 2.3.3): seconds from there to 1970.
const EPOCH: i64 = 11_644_473_600;

/// Attachments that are looked for.
const ATTACHMENTS: usize = 2_000;

/// Properties that are told: number ([MS-OXPROPS]) and word.
const TOLD: &[(&str, &str)] = &[
    ("0C1A", "from"),
    ("5D01", "from"),
    ("0C1F", "from"),
    ("0E04", "to"),
    ("0E03", "cc"),
    ("0E02", "bcc"),
    ("1035", "message"),
    ("1042", "in-reply-to"),
];

/// Whether the directory of a compound file has the stream that every message has.
pub(crate) fn is_msg(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "__properties_version1.0"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    crate::field::find(bytes, &name, 0).is_some()
}

/// Reads the message in `bytes` into `reading`.
pub(super) fn read(bytes: &[u8], reading: &mut Reading, limits: &Limits) {
    let Some(file) = Compound::open(bytes, limits) else {
        reading.problems.push(Finding::loss("ole-damaged").into());
        return;
    };
    if file.damaged {
        reading.problems.push(Finding::loss("ole-damaged").into());
    }
    let words = |number: &str| property(&file, "", number);
    let sent = submitted(&file);
    let mut made = sent.clone();
    match words("007D") {
        Some(headers) => {
            let (headers, _) = Headers::read(headers.as_bytes());
            let stated = of_headers(&headers, reading);
            if let (Some(stated), Some(sent)) = (&stated, &sent)
                && apart(stated, sent)
            {
                reading.problems.push(
                    Finding::flag("dates-differ")
                        .with("one", stated)
                        .with("other", sent)
                        .into(),
                );
            }
            made = stated.or(made);
        }
        None => {
            for (number, name) in TOLD {
                say(&mut reading.facts, name, words(number).unwrap_or_default());
            }
            say(&mut reading.facts, "made", made.clone().unwrap_or_default());
        }
    }
    reading.title = words("0037").or(reading.title.take());
    let mut body = Body::default();
    body.plain
        .extend(words("1000").map(|text| text.replace("\r\n", "\n")));
    body.pages
        .extend(file.stream("__substg1.0_10130102").map(|page| (page, None)));
    attachments(&file, &mut body, limits);
    finish(body, made.as_deref(), reading, limits);
}

/// A property of words: in UTF-16, or in an encoding that the message does not name.
fn property(file: &Compound<'_>, folder: &str, number: &str) -> Option<String> {
    let wide = file.stream(&format!("{folder}__substg1.0_{number}001F"));
    let text = match wide {
        Some(bytes) => {
            let units: Vec<u16> = bytes
                .chunks_exact(2)
                .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
                .collect();
            String::from_utf16_lossy(&units)
        }
        None => {
            let bytes = file.stream(&format!("{folder}__substg1.0_{number}001E"))?;
            encoding::decode(&bytes, None).text
        }
    };
    let text = text.trim_end_matches('\0');
    (!text.trim().is_empty()).then(|| text.to_owned())
}

/// When it was sent, in UTC: the property of a fixed size stands in a table of its own ([MS-OXMSG] section 2.4.1).
fn submitted(file: &Compound<'_>) -> Option<String> {
    let table = file.stream("__properties_version1.0")?;
    let entries = table.get(32..)?.chunks_exact(16);
    // Client submit time, else the time of delivery.
    let of = |tag: u32| {
        let mut found = entries.clone().filter(|entry| le32(entry, 0) == Some(tag));
        found.next().and_then(|entry| le64(entry, 8))
    };
    let ticks = of(0x0039_0040).or_else(|| of(0x0e06_0040))?;
    moment::of_unix(i64::try_from(ticks / 10_000_000).ok()? - EPOCH)
}

fn attachments(file: &Compound<'_>, body: &mut Body, limits: &Limits) {
    let mut taken = 0;
    for number in 0..ATTACHMENTS.min(limits.entries) {
        let folder = format!("__attach_version1.0_#{number:08X}/");
        let has = |name: &str| file.has(&format!("{folder}{name}"));
        if !has("__properties_version1.0") {
            // Numbers may be left out, but not many.
            if number > 32 && body.parts.len() * 2 < number {
                break;
            }
            continue;
        }
        let name = property(file, &folder, "3707").or_else(|| property(file, &folder, "3704"));
        let name = name.unwrap_or_default();
        let bytes = file
            .stream(&format!("{folder}__substg1.0_37010102"))
            // Streams may share their sectors, so all together can be more than the file.
            .filter(|bytes| taken + bytes.len() as u64 <= limits.unpacked);
        taken += bytes.as_ref().map_or(0, |bytes| bytes.len() as u64);
        if bytes.is_none() {
            body.problems.push(Problem::from(
                Finding::loss("letter-attachment-closed")
                    .with("name", crate::container::shown(&name)),
            ));
        }
        let media_type = match &bytes {
            Some(bytes) => sniff(bytes, &name).as_str().to_owned(),
            // A message in the message, or an object of another program.
            None => property(file, &folder, "370E")
                .unwrap_or_else(|| "application/x-ole-storage".to_owned()),
        };
        body.parts.push(Part {
            name,
            media_type,
            size: bytes.as_ref().map(|bytes| bytes.len() as u64),
            bytes,
        });
    }
}
