//! WAV and AVI: chunks of RIFF (Multimedia Programming Interface and Data Specifications 1.0; EBU Tech 3285 for broadcasters' waves).

use super::Told;
use crate::{
    field::{le16, le32, stretch, words},
    problem::Finding,
};

/// Chunks looked at.
const CHUNKS: usize = 100_000;

/// Reads the chunks of `bytes`.
pub(super) fn read(bytes: &[u8]) -> Told {
    let mut told = Told::default();
    let said = le32(bytes, 4).map_or(0, |size| size as usize);
    let end = said.saturating_add(8);
    // Some write nothing or all ones while they record.
    let end = if said == 0 || said == u32::MAX as usize {
        bytes.len()
    } else {
        end
    };
    if end > bytes.len() {
        told.findings.push(Finding::loss("recording-cut"));
    }
    let end = end.min(bytes.len());
    told.end = Some(end);
    let mut rate = 0;
    let mut at = 12;
    for _ in 0..CHUNKS {
        let (Some(kind), Some(length)) = (stretch(bytes, at, 4), le32(bytes, at + 4)) else {
            break;
        };
        if at >= end {
            break;
        }
        let start = at + 8;
        let stop = start.saturating_add(length as usize).min(end);
        let data = bytes.get(start..stop).unwrap_or_default();
        at = start
            .saturating_add(length as usize)
            .saturating_add(length as usize % 2);
        match kind {
            // Lists are stepped into, save the one that has all the pictures.
            b"LIST" if data.get(..4) != Some(b"movi") => at = start + 4,
            b"fmt " => rate = format(data, &mut told).unwrap_or(0),
            b"data" if rate > 0 => told.lasts(f64::from(length) / f64::from(rate)),
            b"avih" => film(data, &mut told).unwrap_or_default(),
            b"strh" => {
                let kind = match stretch(data, 0, 4) {
                    Some(b"vids") => "picture",
                    Some(b"auds") => "sound",
                    _ => "other",
                };
                let coding = words(stretch(data, 4, 4).unwrap_or_default());
                told.say("stream", format!("{kind} {coding}"));
            }
            b"bext" => broadcast(data, &mut told),
            _ => told.tag(&words(kind), &words(data)),
        }
    }
    told
}

/// Adds what the sound is; gives its bytes a second.
fn format(data: &[u8], told: &mut Told) -> Option<u32> {
    let (kind, channels) = (le16(data, 0)?, le16(data, 2)?);
    let (samples, rate) = (le32(data, 4)?, le32(data, 8)?);
    let bits = le16(data, 14)?;
    let coding = match kind {
        1 => format!("pcm {bits} bit"),
        3 => format!("float {bits} bit"),
        6 => "a-law".to_owned(),
        7 => "mu-law".to_owned(),
        0x55 => "mp3".to_owned(),
        other => format!("coding {other}"),
    };
    told.say("stream", format!("sound {coding} {samples} Hz {channels}"));
    Some(rate)
}

/// The head of an AVI: microseconds a picture, and how many there are.
fn film(data: &[u8], told: &mut Told) -> Option<()> {
    let (each, count) = (le32(data, 0)?, le32(data, 16)?);
    told.lasts(f64::from(each) * f64::from(count) / 1e6);
    told.say("size", format!("{} × {}", le32(data, 32)?, le32(data, 36)?));
    Some(())
}

/// What broadcasters write: description, who, reference, day, time.
fn broadcast(data: &[u8], told: &mut Told) {
    let part = |at, length| words(stretch(data, at, length).unwrap_or_default());
    told.say("description", part(0, 256));
    told.say("author", part(256, 32));
    told.say("document", part(288, 32));
    let (day, time) = (part(320, 10), part(330, 8));
    if !day.trim().is_empty() {
        told.say(
            "made",
            format!(
                "{}T{}",
                day.replace([':', '_'], "-"),
                time.replace(['-', '_'], ":")
            ),
        );
    }
}
