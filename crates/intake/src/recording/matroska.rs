//! Matroska and WebM: elements of EBML (RFC 8794, RFC 9559) that say what the film is.

use super::Told;
use crate::{
    field::{stretch, words},
    limits::Limits,
    moment,
    problem::Finding,
    reading::Part,
};

/// Elements looked at. Their clusters are stepped over.
const ELEMENTS: usize = 200_000;

/// Seconds from the start of 1970 to that of 2001, from which these files count (RFC 9559 section 5.1.2.11).
const EPOCH: i64 = 978_307_200;

/// Elements that hold others that are looked at.
const HOLDERS: &[u32] = &[
    0x1853_8067, // Segment
    0x1549_a966, // Info
    0x1654_ae6b, // Tracks
    0x1254_c367, // Tags
    0x7373,      // Tag
    0x1941_a469, // Attachments
];

/// An element.
struct Element {
    id: u32,
    start: usize,
    end: usize,
    /// It goes on as long as there is something that can be in it.
    open: bool,
}

/// Reads the elements of `bytes`.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Told {
    let mut told = Told::default();
    let (mut scale, mut duration) = (1_000_000.0, None);
    let mut at = 0;
    // What holds others is stepped into, so everything is seen in the order of the file.
    for _ in 0..ELEMENTS {
        let Some(found) = element(bytes, at, bytes.len()) else {
            break;
        };
        let data = &bytes[found.start..found.end];
        at = if found.open || HOLDERS.contains(&found.id) {
            found.start
        } else {
            found.end
        };
        match found.id {
            0x1a45_dfa3 => {
                let kind = child(data, 0x4282).map(words);
                told.say("brand", kind.unwrap_or_default());
            }
            0x2a_d7b1 => scale = number(data) as f64,
            0x4489 => duration = float(data),
            0x4461 => {
                let nanoseconds = number(data) as i64;
                let moment = moment::of_unix(nanoseconds.div_euclid(1_000_000_000) + EPOCH);
                told.say("made", moment.unwrap_or_default());
            }
            0x7ba9 => told.say("title", words(data)),
            0x4d80 | 0x5741 => told.say("software", words(data)),
            0xae => track(data, &mut told),
            0x67c8 => {
                let (key, value) = (child(data, 0x45a3), child(data, 0x4487));
                if let (Some(key), Some(value)) = (key, value) {
                    told.tag(&words(key), &words(value));
                }
            }
            0x61a7 => attached(data, limits, &mut told),
            _ => {}
        }
    }
    if at > bytes.len() {
        told.findings.push(Finding::loss("recording-cut"));
    }
    if let Some(duration) = duration {
        told.lasts(duration * scale / 1e9);
    }
    told.end = Some(at.min(bytes.len()));
    if is_cut(bytes) {
        told.findings.push(Finding::loss("recording-cut"));
    }
    told
}

/// Whether the segment says that it is longer than the file.
fn is_cut(bytes: &[u8]) -> bool {
    let Some(head) = element(bytes, 0, bytes.len()) else {
        return true;
    };
    let Some((id, at)) = identifier(bytes, head.end) else {
        return true;
    };
    match size(bytes, at) {
        Some((Some(size), start)) => {
            id == 0x1853_8067 && size > (bytes.len() - start.min(bytes.len())) as u64
        }
        Some((None, _)) => false,
        None => true,
    }
}

/// The element at `at`, which ends at `end` at the latest.
fn element(bytes: &[u8], at: usize, end: usize) -> Option<Element> {
    let (id, at) = identifier(bytes, at)?;
    let (size, start) = size(bytes, at)?;
    let room = end.checked_sub(start)?;
    let length = size
        .and_then(|size| usize::try_from(size).ok())
        .unwrap_or(room);
    Some(Element {
        id,
        start,
        end: start + length.min(room),
        open: size.is_none(),
    })
}

/// An identifier of up to four bytes, its mark left in (RFC 8794 section 5), and what is after it.
fn identifier(bytes: &[u8], at: usize) -> Option<(u32, usize)> {
    let length = bytes.get(at)?.leading_zeros() as usize + 1;
    if length > 4 {
        return None;
    }
    let digits = stretch(bytes, at, length)?;
    let id = digits
        .iter()
        .fold(0, |sum, byte| sum << 8 | u32::from(*byte));
    Some((id, at + length))
}

/// A size, and what is after it; `None` when it is all ones, which means that it is not known.
fn size(bytes: &[u8], at: usize) -> Option<(Option<u64>, usize)> {
    let length = bytes.get(at)?.leading_zeros() as usize + 1;
    if length > 8 {
        return None;
    }
    let digits = stretch(bytes, at, length)?;
    let all = digits
        .iter()
        .fold(0, |sum, byte| sum << 8 | u64::from(*byte));
    let mask = (1 << (7 * length)) - 1;
    let size = all & mask;
    Some(((size != mask).then_some(size), at + length))
}

/// The content of the first element `wanted` in `bytes`.
fn child(bytes: &[u8], wanted: u32) -> Option<&[u8]> {
    let mut at = 0;
    while let Some(found) = element(bytes, at, bytes.len()) {
        if found.id == wanted {
            return bytes.get(found.start..found.end);
        }
        at = found.end;
    }
    None
}

fn number(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .take(8)
        .fold(0, |sum, byte| sum << 8 | u64::from(*byte))
}

fn float(bytes: &[u8]) -> Option<f64> {
    match bytes.len() {
        4 => crate::field::take(bytes, 0).map(|four| f64::from(f32::from_be_bytes(four))),
        8 => crate::field::take(bytes, 0).map(f64::from_be_bytes),
        _ => None,
    }
}

fn track(data: &[u8], told: &mut Told) {
    let kind = match child(data, 0x83).map(number) {
        Some(1) => "picture",
        Some(2) => "sound",
        Some(0x11) => "captions",
        _ => "other",
    };
    let coding = child(data, 0x86).map(words).unwrap_or_default();
    let mut stream = format!("{kind} {coding}");
    if let Some(video) = child(data, 0xe0) {
        let size = child(video, 0xb0).zip(child(video, 0xba));
        if let Some((width, height)) = size {
            stream += &format!(" {} × {}", number(width), number(height));
        }
    }
    if let Some(audio) = child(data, 0xe1) {
        let rate = child(audio, 0xb5).and_then(float).unwrap_or(8_000.0);
        let channels = child(audio, 0x9f).map_or(1, number);
        stream += &format!(" {rate} Hz {channels}");
    }
    told.say("stream", stream);
    let language = child(data, 0x22_b59c).map(words).unwrap_or_default();
    if language != "und" {
        told.say("language", language);
    }
}

/// A file attached to the film.
fn attached(data: &[u8], limits: &Limits, told: &mut Told) {
    if told.parts.len() == limits.entries {
        return;
    }
    let content = child(data, 0x465c);
    told.parts.push(Part {
        name: child(data, 0x466e).map(words).unwrap_or_default(),
        media_type: content.map_or_else(
            || child(data, 0x4660).map(words).unwrap_or_default(),
            |content| crate::kind::sniff(content, "").as_str().to_owned(),
        ),
        size: content.map(|content| content.len() as u64),
        bytes: content.map(<[u8]>::to_vec),
    });
}
