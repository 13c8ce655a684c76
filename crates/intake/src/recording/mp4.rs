//! MP4 and QuickTime: the boxes that say what the film is (ISO/IEC 14496-12; QuickTime File Format specification).

use std::ops::Range;

use super::Told;
use crate::{
    bmff::{Boxes, boxes},
    field::{be16, be32, be64, stretch, words},
    moment, photo,
    problem::Finding,
};

/// Seconds from the start of 1904, from which these files count, to that of 1970.
const EPOCH: i64 = 2_082_844_800;

/// Boxes looked at in one box.
const BOXES: usize = 10_000;

/// Keys of metadata that are read.
const KEYS: usize = 1_000;

/// Words of one tag that are read, in bytes.
const VALUE: usize = 64 << 10;

/// Reads the boxes of `bytes`.
pub(super) fn read(bytes: &[u8]) -> Told {
    let mut told = Told::default();
    let (mut end, mut film, mut pieces) = (0, false, false);
    let mut credentials = Vec::new();
    for found in boxes(bytes, 0..bytes.len()).take(BOXES) {
        end = found.end;
        let inside = found.start..found.end;
        match &found.kind {
            b"ftyp" => told.say(
                "brand",
                words(stretch(bytes, found.start, 4).unwrap_or_default()),
            ),
            b"moov" => {
                film = true;
                movie(bytes, inside, &mut told);
            }
            b"moof" => pieces = true,
            b"meta" => metadata(bytes, inside, &mut told),
            b"uuid" if stretch(bytes, found.start, 16) == Some(&photo::C2PA) => {
                credentials = photo::store_of_box(&bytes[inside]).to_vec();
            }
            _ => {}
        }
        if found.cut {
            told.findings.push(Finding::loss("recording-cut"));
        }
    }
    if !film {
        told.findings.push(Finding::loss("recording-without-head"));
    }
    if pieces {
        told.say("form", "fragments");
    }
    if !credentials.is_empty() {
        photo::tell_credentials(
            &credentials,
            bytes,
            &[],
            &mut told.facts,
            &mut told.findings,
        );
    }
    told.end = Some(end);
    told
}

fn inner<'b>(bytes: &'b [u8], range: &Range<usize>) -> std::iter::Take<Boxes<'b>> {
    boxes(bytes, range.clone()).take(BOXES)
}

fn movie(bytes: &[u8], range: Range<usize>, told: &mut Told) {
    for found in inner(bytes, &range) {
        let inside = found.start..found.end;
        match &found.kind {
            b"mvhd" => header(&bytes[inside], told).unwrap_or_default(),
            b"trak" => track(bytes, &inside, told),
            b"udta" => tags(bytes, &inside, told),
            b"meta" => metadata(bytes, inside, told),
            _ => {}
        }
    }
}

/// The head of the film (section 8.2.2): when it was made, how long it lasts.
fn header(data: &[u8], told: &mut Told) -> Option<()> {
    let (made, scale, duration) = times(data)?;
    if made != 0 {
        let moment = moment::of_unix(i64::try_from(made).ok()? - EPOCH)?;
        told.say("made", moment);
    }
    if scale != 0 {
        told.lasts(duration as f64 / f64::from(scale));
    }
    Some(())
}

/// Moment made, units a second and length in them, as heads of films and of tracks have them. A length of all ones is not known.
fn times(data: &[u8]) -> Option<(u64, u32, u64)> {
    let found = if data.first()? == &1 {
        (be64(data, 4)?, be32(data, 20)?, be64(data, 24)?)
    } else {
        (
            be32(data, 4)?.into(),
            be32(data, 12)?,
            be32(data, 16)?.into(),
        )
    };
    let unknown = found.2 == u64::from(u32::MAX) || found.2 == u64::MAX;
    Some((found.0, found.1, if unknown { 0 } else { found.2 }))
}

/// A track: what it is, in which coding, how large and how turned.
fn track(bytes: &[u8], range: &Range<usize>, told: &mut Told) {
    let (mut kind, mut coding, mut turned) = (String::new(), String::new(), None);
    let mut language = String::new();
    let mut to_read = vec![range.clone()];
    while let Some(range) = to_read.pop() {
        for found in inner(bytes, &range) {
            let data = &bytes[found.start..found.end];
            match &found.kind {
                b"mdia" | b"minf" | b"stbl" => to_read.push(found.start..found.end),
                b"tkhd" => turned = turn(data),
                b"hdlr" if kind.is_empty() => {
                    kind = words(stretch(data, 8, 4).unwrap_or_default());
                }
                b"mdhd" => language = spoken(data).unwrap_or_default(),
                b"stsd" => coding = sample(data).unwrap_or_default(),
                _ => {}
            }
        }
    }
    let kind = match kind.as_str() {
        "vide" => "picture",
        "soun" => "sound",
        "" => return,
        other => other,
    };
    told.say("stream", format!("{kind} {coding}"));
    if let Some(turned) = turned.filter(|turned| *turned != 0) {
        told.say("turned", turned.to_string());
    }
    told.say("language", language);
}

/// Degrees that a picture is to be turned to the right, by the first column of its matrix (section 8.3.2).
fn turn(data: &[u8]) -> Option<u32> {
    let at = if data.first()? == &1 { 52 } else { 40 };
    let one = 0x1_0000;
    let number = |place: usize| be32(data, at + place).map(|number| number as i32);
    match (number(0)?, number(4)?) {
        (0, right) if right == one => Some(90),
        (left, 0) if left == -one => Some(180),
        (0, left) if left == -one => Some(270),
        _ => Some(0),
    }
}

/// Three letters of five bits (section 8.4.2); `und` and Apple's numbers are none.
fn spoken(data: &[u8]) -> Option<String> {
    let packed = be16(data, if data.first()? == &1 { 32 } else { 20 })?;
    let letter = |shift: u16| char::from(0x60 + (packed >> shift & 31) as u8);
    let language: String = [letter(10), letter(5), letter(0)].into_iter().collect();
    let is_one = language.bytes().all(|letter| letter.is_ascii_lowercase());
    (is_one && language != "und").then_some(language)
}

/// The coding of a track, and what its kind adds: width and height, or channels and rate (sections 8.5.2, 12.1.3, 12.2.3).
fn sample(data: &[u8]) -> Option<String> {
    let coding = words(stretch(data, 12, 4)?);
    let entry = data.get(8..)?;
    let (width, height) = (be16(entry, 32)?, be16(entry, 34)?);
    let (channels, rate) = (be16(entry, 24)?, be32(entry, 32)? >> 16);
    let sounds = [
        "mp4a", "sowt", "twos", "samr", "sawb", "Opus", "alac", "ac-3", "ec-3", "fLaC", ".mp3",
        "lpcm",
    ];
    Some(if sounds.contains(&coding.as_str()) {
        format!("{coding} {rate} Hz {channels}")
    } else if width > 0 && height > 0 {
        format!("{coding} {width} × {height}")
    } else {
        coding
    })
}

/// QuickTime's tags: four letters, then words with their length and language before them.
fn tags(bytes: &[u8], range: &Range<usize>, told: &mut Told) {
    for found in inner(bytes, range) {
        let data = &bytes[found.start..found.end];
        if &found.kind == b"meta" {
            metadata(bytes, found.start..found.end, told);
        } else if found.kind[0] == 0xa9 {
            let length = be16(data, 0).map_or(0, usize::from);
            let value = words(stretch(data, 4, length.min(VALUE)).unwrap_or_default());
            told.tag(&letters(found.kind), &value);
        } else if &found.kind == b"loci" {
            place(data, told);
        }
    }
}

/// The place of 3GPP TS 26.244 section 8.10: a name, a role, then longitude, latitude and altitude in 16.16.
fn place(data: &[u8], told: &mut Told) -> Option<()> {
    let after = 6 + data.get(6..)?.iter().position(|byte| *byte == 0)? + 1;
    told.say("place", words(data.get(6..)?));
    let degrees = |at| be32(data, at).map(|number| f64::from(number as i32) / 65_536.0);
    let (longitude, latitude) = (degrees(after + 1)?, degrees(after + 5)?);
    let plausible = photo::plausible(latitude, longitude, &mut told.findings);
    if let Some((latitude, longitude)) = plausible {
        told.say("position", format!("{latitude:.6}, {longitude:.6}"));
    }
    Some(())
}

/// Metadata as items, each by four letters or by the number of a key (QuickTime "Metadata", ISO/IEC 14496-12 section 8.11).
fn metadata(bytes: &[u8], range: Range<usize>, told: &mut Told) {
    // In MP4 it is a full box, in QuickTime it is not.
    let skip = if stretch(bytes, range.start + 4, 4) == Some(b"hdlr") {
        0
    } else {
        4
    };
    let range = range.start + skip..range.end;
    let mut keys = Vec::new();
    for found in inner(bytes, &range) {
        let inside = found.start..found.end;
        match &found.kind {
            b"keys" => {
                let range = found.start + 8..found.end;
                keys = boxes(bytes, range)
                    .take(KEYS)
                    .map(|key| words(&bytes[key.start..key.end]))
                    .collect();
            }
            b"ilst" => {
                for item in inner(bytes, &inside) {
                    let number = u32::from_be_bytes(item.kind) as usize;
                    let key = number.checked_sub(1).and_then(|place| keys.get(place));
                    let key = key.cloned().unwrap_or_else(|| letters(item.kind));
                    let value =
                        boxes(bytes, item.start..item.end).find(|found| &found.kind == b"data");
                    let value = value.and_then(|value| bytes.get(value.start + 8..value.end));
                    let value = value.unwrap_or_default();
                    told.tag(&key, &words(&value[..value.len().min(VALUE)]));
                }
            }
            _ => {}
        }
    }
}

/// Four letters of Latin-1.
fn letters(kind: [u8; 4]) -> String {
    kind.into_iter().map(char::from).collect()
}
