//! Ogg (RFC 3533) with Opus, Vorbis, FLAC, Speex or Theora in it, and FLAC alone (RFC 9639): kinds of stream, comments, length.

use super::Told;
use crate::{
    field::{be32, find, le16, le32, le64, stretch},
    problem::Finding,
};

/// Pages looked at from the beginning, for what stands in the first two packets.
const PAGES: usize = 64;

/// Bytes of comments that are put together.
const COMMENTS: usize = 1 << 20;

/// Comments told.
const COUNT: usize = 1_000;

/// Opens a page.
const PAGE: &[u8] = b"OggS";

/// A stream by its number.
struct Stream {
    number: u32,
    /// Units of its positions a second; nought when they are not of time.
    rate: u32,
    /// Units that are not to be heard at the beginning.
    before: u64,
    /// What its packets hold so far, for the comments.
    packets: Vec<u8>,
}

/// Reads the first pages and the last one of each stream.
pub(super) fn read(bytes: &[u8]) -> Told {
    let mut told = Told::default();
    let mut streams: Vec<Stream> = Vec::new();
    let mut at = 0;
    for _ in 0..PAGES {
        let Some((number, data, end)) = page(bytes, at) else {
            break;
        };
        let first = bytes.get(at + 5).is_some_and(|flags| flags & 2 != 0);
        at = end;
        if first {
            streams.push(stream(number, data, &mut told));
        } else if let Some(stream) = streams.iter_mut().find(|stream| stream.number == number)
            && stream.packets.len() < COMMENTS
        {
            stream.packets.extend(data);
        }
    }
    for stream in &streams {
        let packets = &stream.packets;
        let start = [&b"OpusTags"[..], b"\x03vorbis", b"\x81theora"]
            .into_iter()
            .find(|mark| packets.starts_with(mark))
            .map_or(packets.len(), <[u8]>::len);
        comments(packets.get(start..).unwrap_or_default(), &mut told);
    }
    let lengths = streams.iter().filter_map(|stream| length(bytes, stream));
    told.lasts(lengths.fold(0.0, f64::max));
    if last_page(bytes).is_none_or(|(_, end)| end < bytes.len()) {
        told.findings.push(Finding::flag("recording-end-damaged"));
    }
    told
}

/// Number of the stream, content, and end of the page at `at`.
fn page(bytes: &[u8], at: usize) -> Option<(u32, &[u8], usize)> {
    if stretch(bytes, at, 4)? != PAGE {
        return None;
    }
    let number = le32(bytes, at + 14)?;
    let segments = stretch(bytes, at + 27, usize::from(*bytes.get(at + 26)?))?;
    let length: usize = segments.iter().map(|length| usize::from(*length)).sum();
    let start = at + 27 + segments.len();
    Some((number, stretch(bytes, start, length)?, start + length))
}

/// What the first packet of a stream says that it is.
fn stream(number: u32, data: &[u8], told: &mut Told) -> Stream {
    let channels = |at: usize| data.get(at).copied().unwrap_or(0);
    let (rate, before, words) = if data.starts_with(b"OpusHead") {
        // Positions are in 48,000 a second, whatever it was recorded with (RFC 7845 section 4).
        let original = le32(data, 12).unwrap_or(0);
        let skip = le16(data, 10).unwrap_or(0);
        (
            48_000,
            u64::from(skip),
            format!("sound opus {original} Hz {}", channels(9)),
        )
    } else if data.starts_with(b"\x01vorbis") {
        let rate = le32(data, 12).unwrap_or(0);
        (rate, 0, format!("sound vorbis {rate} Hz {}", channels(11)))
    } else if data.starts_with(b"Speex   ") {
        let rate = le32(data, 36).unwrap_or(0);
        (rate, 0, format!("sound speex {rate} Hz {}", channels(48)))
    } else if data.starts_with(b"\x7fFLAC") {
        let rate = be32(data, 27).unwrap_or(0) >> 12;
        (rate, 0, format!("sound flac {rate} Hz"))
    } else if data.starts_with(b"\x80theora") {
        let size = |at| crate::field::be16(data, at).unwrap_or(0) * 16;
        (0, 0, format!("picture theora {} × {}", size(10), size(12)))
    } else {
        (0, 0, "other".to_owned())
    };
    told.say("stream", words);
    Stream {
        number,
        rate,
        before,
        packets: Vec::new(),
    }
}

/// Seconds up to the last position of a stream.
fn length(bytes: &[u8], stream: &Stream) -> Option<f64> {
    let mut end = bytes.len();
    // The last pages of several streams stand side by side.
    for _ in 0..PAGES {
        let at = rfind(&bytes[..end])?;
        let position = le64(bytes, at + 6)?;
        if le32(bytes, at + 14)? == stream.number && position != u64::MAX && stream.rate > 0 {
            let units = position.saturating_sub(stream.before);
            return Some(units as f64 / f64::from(stream.rate));
        }
        end = at;
    }
    None
}

/// Where the last page begins and ends.
fn last_page(bytes: &[u8]) -> Option<(usize, usize)> {
    let at = rfind(bytes)?;
    let (_, _, end) = page(bytes, at)?;
    Some((at, end))
}

fn rfind(bytes: &[u8]) -> Option<usize> {
    bytes.windows(PAGE.len()).rposition(|window| window == PAGE)
}

/// Vorbis comments: the name of the program, then words by key.
fn comments(bytes: &[u8], told: &mut Told) -> Option<()> {
    let length = le32(bytes, 0)? as usize;
    told.say(
        "software",
        String::from_utf8_lossy(stretch(bytes, 4, length)?),
    );
    let mut at = 4 + length;
    let count = le32(bytes, at)? as usize;
    at += 4;
    for _ in 0..count.min(COUNT) {
        let length = le32(bytes, at)? as usize;
        let comment = String::from_utf8_lossy(stretch(bytes, at + 4, length)?);
        at += 4 + length;
        if let Some((key, value)) = comment.split_once('=') {
            told.tag(key, value);
        }
    }
    Some(())
}

/// Reads FLAC that stands alone: blocks of metadata before the sound.
pub(super) fn flac(bytes: &[u8]) -> Told {
    let mut told = Told::default();
    let mut at = 4;
    for _ in 0..PAGES {
        let Some(word) = be32(bytes, at) else {
            told.findings.push(Finding::loss("recording-cut"));
            break;
        };
        let (kind, length) = (word >> 24 & 0x7f, (word & 0xff_ffff) as usize);
        let data = bytes.get(at + 4..).unwrap_or_default();
        let data = &data[..data.len().min(length)];
        at += 4 + length;
        match kind {
            0 => stream_info(data, &mut told).unwrap_or_default(),
            4 => comments(data, &mut told).unwrap_or_default(),
            _ => {}
        }
        if word >> 31 == 1 {
            break;
        }
    }
    if find(bytes, &[0xff], at).is_none() {
        told.findings.push(Finding::loss("recording-cut"));
    }
    told
}

/// Rate, channels and length (RFC 9639 section 8.2).
fn stream_info(data: &[u8], told: &mut Told) -> Option<()> {
    let packed = crate::field::be64(data, 10)?;
    let rate = packed >> 44;
    told.say(
        "stream",
        format!("sound flac {rate} Hz {}", (packed >> 41 & 7) + 1),
    );
    if rate > 0 {
        told.lasts((packed & 0xf_ffff_ffff) as f64 / rate as f64);
    }
    Some(())
}
