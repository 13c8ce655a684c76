//! MP3: ID3 tags (ID3v2.3 and 2.4, ID3v1) and the head of the first frame (ISO/IEC 11172-3 section 2.4.1.3).

use super::Told;
use crate::{
    encoding,
    field::{be32, find, stretch, words},
    kind::sniff,
    reading::Part,
};

/// Frames of tags that are read.
const FRAMES: usize = 1_000;

/// Kilobits a second by the number in a frame's head: MPEG-1 layer III, then MPEG-2 and 2.5 layer III.
const RATES: [[u32; 16]; 2] = [
    [
        0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0,
    ],
    [
        0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0,
    ],
];

/// Samples a second of MPEG-1; half of it in MPEG-2, a quarter in 2.5.
const SAMPLES: [u32; 4] = [44_100, 48_000, 32_000, 0];

/// What the head of a frame says.
struct Head {
    /// 1 for MPEG-1, 2 for MPEG-2, 4 for MPEG-2.5.
    part: u32,
    /// Bits a second.
    rate: u32,
    /// Samples a second.
    samples: u32,
    mono: bool,
}

/// Reads the tags and the first frame of `bytes`.
pub(super) fn read(bytes: &[u8]) -> Told {
    let mut told = Told::default();
    let start = tags(bytes, &mut told);
    let end = old_tag(bytes, &mut told);
    if let Some((at, head)) = first_frame(bytes, start) {
        let channels = if head.mono { 1 } else { 2 };
        told.say(
            "stream",
            format!("sound mp3 {} Hz {channels}", head.samples),
        );
        let samples_each = if head.part == 1 { 1152.0 } else { 576.0 };
        match frames(bytes, at, &head) {
            Some(count) => told.lasts(f64::from(count) * samples_each / f64::from(head.samples)),
            // Every frame like the first: a guess where the rate changes.
            None => told.lasts(end.saturating_sub(at) as f64 * 8.0 / f64::from(head.rate)),
        }
        if let Some(name) = find(&bytes[..bytes.len().min(at + 400)], b"LAME", at)
            .or_else(|| find(&bytes[..bytes.len().min(at + 400)], b"Lavc", at))
        {
            let name = stretch(bytes, name, 9).unwrap_or_default();
            told.say("software", words(name));
        }
    }
    told
}

/// Reads ID3v2 at the beginning; gives where it ends.
fn tags(bytes: &[u8], told: &mut Told) -> usize {
    let Some([b'I', b'D', b'3', version, _, flags]) = bytes.get(..6) else {
        return 0;
    };
    let Some(size) = be32(bytes, 6).map(safe) else {
        return 0;
    };
    let end = 10_usize.saturating_add(size as usize).min(bytes.len());
    let mut at = 10;
    if flags & 0x40 != 0 {
        // An extended header: 2.3 does not count its own four bytes, 2.4 does.
        let length = be32(bytes, 10).unwrap_or(0);
        at += if *version == 4 {
            safe(length) as usize
        } else {
            length as usize + 4
        };
    }
    for _ in 0..FRAMES {
        let (Some(key), Some(length)) = (stretch(bytes, at, 4), be32(bytes, at + 4)) else {
            break;
        };
        if at + 10 > end || key[0] == 0 {
            break;
        }
        let length = if *version == 4 { safe(length) } else { length } as usize;
        let start = at + 10;
        let stop = start.saturating_add(length).min(end);
        let data = &bytes[start.min(stop)..stop];
        frame(&words(key), data, told);
        at = stop;
    }
    end
}

/// A number of four times seven bits.
fn safe(number: u32) -> u32 {
    number & 0x7f
        | (number >> 8 & 0x7f) << 7
        | (number >> 16 & 0x7f) << 14
        | (number >> 24 & 0x7f) << 21
}

fn frame(key: &str, data: &[u8], told: &mut Told) {
    let Some((coding, rest)) = data.split_first() else {
        return;
    };
    match key {
        "APIC" => picture(*coding, rest, told).unwrap_or_default(),
        "COMM" => {
            // A language, a short description, then the words.
            let text = text(*coding, rest.get(3..).unwrap_or_default());
            told.tag(key, text.rsplit('\0').next().unwrap_or_default());
        }
        "TXXX" => {
            let text = text(*coding, rest);
            if let Some((key, value)) = text.split_once('\0') {
                told.tag(key, value);
            }
        }
        _ if key.starts_with('T') => told.tag(key, &text(*coding, rest)),
        _ => {}
    }
}

/// Words in one of four codings (ID3v2.4 section 4).
fn text(coding: u8, bytes: &[u8]) -> String {
    match coding {
        0 => encoding::decode(bytes, Some("windows-1252")).text,
        3 => String::from_utf8_lossy(bytes).into_owned(),
        _ => {
            let little = bytes.starts_with(&[0xff, 0xfe]);
            let units: Vec<u16> = bytes
                .chunks_exact(2)
                .map(|pair| {
                    let pair = [pair[0], pair[1]];
                    if little {
                        u16::from_le_bytes(pair)
                    } else {
                        u16::from_be_bytes(pair)
                    }
                })
                .filter(|unit| *unit != 0xfeff)
                .collect();
            String::from_utf16_lossy(&units)
        }
    }
}

/// A picture beside the sound.
fn picture(coding: u8, bytes: &[u8], told: &mut Told) -> Option<()> {
    let kind = find(bytes, &[0], 0)?;
    let description = kind + 2;
    let end = if matches!(coding, 1 | 2) {
        let pairs = bytes.get(description..)?.chunks_exact(2);
        description + 2 * pairs.take_while(|pair| *pair != [0, 0]).count() + 2
    } else {
        find(bytes, &[0], description)? + 1
    };
    let picture = bytes.get(end..).filter(|picture| !picture.is_empty())?;
    told.parts.push(Part {
        name: "cover".to_owned(),
        media_type: sniff(picture, "").as_str().to_owned(),
        size: Some(picture.len() as u64),
        bytes: Some(picture.to_vec()),
    });
    Some(())
}

/// Reads ID3v1 in the last 128 bytes; gives where the sound ends.
fn old_tag(bytes: &[u8], told: &mut Told) -> usize {
    let Some(start) = bytes.len().checked_sub(128) else {
        return bytes.len();
    };
    let tag = &bytes[start..];
    if !tag.starts_with(b"TAG") {
        return bytes.len();
    }
    told.say("title", words(&tag[3..33]));
    told.say("author", words(&tag[33..63]));
    told.say("made", words(&tag[93..97]));
    start
}

/// Where the first frame is, at most 64 KiB behind the tags: rubbish stands there at times.
fn first_frame(bytes: &[u8], start: usize) -> Option<(usize, Head)> {
    let end = bytes.len().min(start + (64 << 10));
    (start..end).find_map(|at| Some((at, head(be32(bytes, at)?)?)))
}

fn head(word: u32) -> Option<Head> {
    let part = match word >> 19 & 3 {
        3 => 1,
        2 => 2,
        0 => 4,
        _ => return None,
    };
    // Eleven bits that are set, and layer III.
    if word >> 21 != 0x7ff || word >> 17 & 3 != 1 {
        return None;
    }
    let rates = &RATES[usize::from(part > 1)];
    let rate = rates[(word >> 12 & 15) as usize] * 1_000;
    let samples = SAMPLES[(word >> 10 & 3) as usize] / part;
    (rate > 0 && samples > 0).then_some(Head {
        part,
        rate,
        samples,
        mono: word >> 6 & 3 == 3,
    })
}

/// How many frames there are, as Xing's or Fraunhofer's head in the first one says.
fn frames(bytes: &[u8], at: usize, head: &Head) -> Option<u32> {
    let side = match (head.part == 1, head.mono) {
        (true, false) => 32,
        (true, true) | (false, false) => 17,
        (false, true) => 9,
    };
    let tag = at + 4 + side;
    match stretch(bytes, tag, 4)? {
        b"Xing" | b"Info" => {
            let flags = be32(bytes, tag + 4)?;
            (flags & 1 != 0).then(|| be32(bytes, tag + 8)).flatten()
        }
        _ if stretch(bytes, at + 36, 4)? == b"VBRI" => be32(bytes, at + 50),
        _ => None,
    }
}
