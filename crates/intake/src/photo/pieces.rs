//! Where in a JPEG, PNG, WebP or GIF the words about the picture stand, and where the picture ends.

use std::ops::Range;

use crate::{
    container::inflate,
    field::{be16, be32, find, le16, le32, stretch},
};

/// Bytes that a packed text of a PNG may have.
const TEXT: u64 = 1 << 20;

/// Bytes of XMP, IPTC or credentials that are put together from pieces.
const JOINED: usize = 32 << 20;

/// What stands in a picture's file beside the picture.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    /// A TIFF header and what follows it.
    pub(super) exif: Option<Vec<u8>>,
    pub(super) xmp: Option<Vec<u8>>,
    /// Records of IPTC-IIM.
    pub(super) iptc: Option<Vec<u8>>,
    /// Boxes of JUMBF, in which C2PA keeps its credentials.
    pub(super) credentials: Vec<u8>,
    /// Where those stand in the file.
    pub(super) credentials_at: Vec<Range<usize>>,
    /// Comments, and words by key.
    pub(super) words: Vec<String>,
    /// After the last byte of the picture; `None` when that is not known.
    pub(super) end: Option<usize>,
    /// Chunks whose checksum is wrong.
    pub(super) wrong_sums: usize,
    /// The file says that other pictures follow, as those of telephones do (CIPA DC-007).
    pub(super) more_pictures: bool,
}

/// Of a JPEG (ITU-T T.81 annex B).
pub(super) fn of_jpeg(bytes: &[u8]) -> Pieces {
    let mut pieces = Pieces::default();
    let mut at = 2;
    while let Some(marker) = marker(bytes, &mut at) {
        match marker {
            0xd9 => {
                pieces.end = Some(at);
                break;
            }
            // Markers that stand alone.
            0x01 | 0xd0..=0xd8 => continue,
            _ => {}
        }
        let Some(length) = be16(bytes, at).map(usize::from) else {
            break;
        };
        let body = at + 2..at + length.max(2);
        if let Some(data) = bytes.get(body.clone()) {
            segment(&mut pieces, marker, data, &body);
        }
        at = body.end;
        if marker == 0xda {
            at = after_scan(bytes, at);
        }
    }
    pieces
}

/// The marker at `at`, behind any bytes that fill; moves behind it.
fn marker(bytes: &[u8], at: &mut usize) -> Option<u8> {
    if *bytes.get(*at)? != 0xff {
        return None;
    }
    while *bytes.get(*at)? == 0xff {
        *at += 1;
    }
    *at += 1;
    bytes.get(*at - 1).copied()
}

/// Where the next marker stands that is none of a scan.
fn after_scan(bytes: &[u8], mut at: usize) -> usize {
    while let Some(found) = find(bytes, &[0xff], at) {
        match bytes.get(found + 1) {
            Some(0 | 0xd0..=0xd7) => at = found + 2,
            Some(0xff) => at = found + 1,
            _ => return found,
        }
    }
    bytes.len()
}

fn segment(pieces: &mut Pieces, marker: u8, data: &[u8], place: &Range<usize>) {
    match marker {
        0xe1 => {
            if let Some(tiff) = data.strip_prefix(b"Exif\0\0") {
                pieces.exif.get_or_insert_with(|| tiff.to_vec());
            } else if let Some(packet) = data.strip_prefix(b"http://ns.adobe.com/xap/1.0/\0") {
                pieces.xmp.get_or_insert_with(|| packet.to_vec());
            } else if let Some(piece) = data.strip_prefix(b"http://ns.adobe.com/xmp/extension/\0") {
                // A digest, a length and a place, then a piece of the rest (XMP part 3 section 1.1.3.1).
                append(
                    pieces.xmp.get_or_insert_default(),
                    piece.get(40..).unwrap_or_default(),
                );
            }
        }
        0xe2 => pieces.more_pictures |= data.starts_with(b"MPF\0"),
        0xeb if data.starts_with(b"JP") => {
            // Box instance, number in order, and from the second piece on the header of the box again (ISO 19566-5 section D.2).
            let number = be32(data, 4).unwrap_or(0);
            let skip = if number > 1 { 16 } else { 8 };
            append(
                &mut pieces.credentials,
                data.get(skip..).unwrap_or_default(),
            );
            pieces.credentials_at.push(place.start - 4..place.end);
        }
        0xed => {
            if let Some(resources) = data.strip_prefix(b"Photoshop 3.0\0") {
                of_resources(pieces, resources);
            }
        }
        0xfe => pieces
            .words
            .push(String::from_utf8_lossy(data).into_owned()),
        _ => {}
    }
}

fn append(joined: &mut Vec<u8>, piece: &[u8]) {
    if joined.len() + piece.len() <= JOINED {
        joined.extend(piece);
    }
}

/// Looks for IPTC among the resources of Photoshop: `8BIM`, a number, a name, a length, data (Photoshop file formats specification).
fn of_resources(pieces: &mut Pieces, resources: &[u8]) {
    let mut at = 0;
    while resources
        .get(at..)
        .is_some_and(|rest| rest.starts_with(b"8BIM"))
    {
        let number = be16(resources, at + 4);
        let name = resources
            .get(at + 6)
            .map_or(0, |length| usize::from(*length) + 1);
        let data = at + 6 + name + name % 2;
        let Some(length) = be32(resources, data).map(|length| length as usize) else {
            return;
        };
        if number == Some(0x0404) {
            pieces.iptc = stretch(resources, data + 4, length).map(<[u8]>::to_vec);
        }
        at = data.saturating_add(4 + length).saturating_add(length % 2);
    }
}

/// Of a PNG (section 5.3 of its specification).
pub(super) fn of_png(bytes: &[u8]) -> Pieces {
    let mut pieces = Pieces::default();
    let mut at = 8;
    while let (Some(length), Some(kind)) = (be32(bytes, at), stretch(bytes, at + 4, 4)) {
        let Some(data) = stretch(bytes, at + 8, length as usize) else {
            break;
        };
        let end = at + 8 + data.len();
        if be32(bytes, end)
            .is_some_and(|said| said != crate::container::checksum(&bytes[at + 4..end]))
        {
            pieces.wrong_sums += 1;
        }
        match kind {
            b"eXIf" => pieces.exif = Some(data.to_vec()),
            b"caBX" => {
                append(&mut pieces.credentials, data);
                pieces.credentials_at.push(at..end + 4);
            }
            b"iTXt" | b"tEXt" | b"zTXt" => {
                if let Some((key, words)) = png_words(kind, data) {
                    if key == "XML:com.adobe.xmp" {
                        pieces.xmp = Some(words);
                    } else {
                        let words = String::from_utf8_lossy(&words);
                        pieces.words.push(format!("{key}: {words}"));
                    }
                }
            }
            _ => {}
        }
        at = end + 4;
        if kind == b"IEND" {
            pieces.end = Some(at.min(bytes.len()));
            break;
        }
    }
    pieces
}

/// A key and its words (PNG section 11.3.3).
fn png_words(kind: &[u8], data: &[u8]) -> Option<(String, Vec<u8>)> {
    let end = find(data, &[0], 0)?;
    let key = String::from_utf8_lossy(&data[..end]).into_owned();
    let rest = &data[end + 1..];
    // Deflate stands in an envelope of zlib, of two bytes (RFC 1950 section 2.2).
    let unpacked = |packed: &[u8]| {
        inflate(packed.get(2..)?, TEXT)
            .ok()
            .map(|found| found.bytes)
    };
    let words = match kind {
        b"tEXt" => rest.to_vec(),
        b"zTXt" => unpacked(rest.get(1..)?)?,
        _ => {
            let language = find(rest, &[0], 2)?;
            let translated = find(rest, &[0], language + 1)?;
            let words = &rest[translated + 1..];
            if rest.first() == Some(&1) {
                unpacked(words)?
            } else {
                words.to_vec()
            }
        }
    };
    Some((key, words))
}

/// Of a WebP (RFC 9649 section 2.7).
pub(super) fn of_webp(bytes: &[u8]) -> Pieces {
    let mut pieces = Pieces::default();
    let end = le32(bytes, 4).map_or(bytes.len(), |length| {
        8_usize.saturating_add(length as usize)
    });
    let mut at = 12;
    while let (Some(kind), Some(length)) = (stretch(bytes, at, 4), le32(bytes, at + 4)) {
        let Some(data) = stretch(bytes, at + 8, length as usize) else {
            break;
        };
        let next = at + 8 + data.len() + data.len() % 2;
        match kind {
            b"EXIF" => {
                let tiff = data.strip_prefix(b"Exif\0\0").unwrap_or(data);
                pieces.exif = Some(tiff.to_vec());
            }
            b"XMP " => pieces.xmp = Some(data.to_vec()),
            b"C2PA" => {
                append(&mut pieces.credentials, data);
                pieces.credentials_at.push(at..next);
            }
            _ => {}
        }
        at = next;
        if at >= end {
            break;
        }
    }
    pieces.end = Some(end.min(bytes.len()));
    pieces
}

/// Of a GIF (GIF89a sections 17 to 27).
pub(super) fn of_gif(bytes: &[u8]) -> Pieces {
    let mut pieces = Pieces::default();
    let table = |flags: u8| {
        if flags & 0x80 != 0 {
            3 << ((flags & 7) + 1)
        } else {
            0
        }
    };
    let mut at = 13 + bytes.get(10).map_or(0, |flags| table(*flags));
    while let Some(kind) = bytes.get(at) {
        match kind {
            0x3b => {
                pieces.end = Some(at + 1);
                break;
            }
            0x2c => {
                let flags = bytes.get(at + 9).copied().unwrap_or(0);
                at = sub_blocks(bytes, at + 11 + table(flags), None);
            }
            0x21 => {
                let label = bytes.get(at + 1).copied();
                let mut words = Vec::new();
                let is_xmp = stretch(bytes, at + 3, 11) == Some(b"XMP DataXMP");
                let start = at + 2;
                at = sub_blocks(bytes, start, (label == Some(0xfe)).then_some(&mut words));
                if is_xmp {
                    // The packet stands there unbroken, with a trailer of 257 bytes that leads to the end of the blocks.
                    pieces.xmp = bytes
                        .get(start + 12..at.saturating_sub(257))
                        .map(<[u8]>::to_vec);
                } else if label == Some(0xfe) {
                    pieces
                        .words
                        .push(String::from_utf8_lossy(&words).into_owned());
                }
            }
            _ => break,
        }
    }
    pieces
}

/// Where a row of blocks that are led by their lengths ends.
fn sub_blocks(bytes: &[u8], mut at: usize, mut into: Option<&mut Vec<u8>>) -> usize {
    while let Some(length) = bytes.get(at).map(|length| usize::from(*length)) {
        if length == 0 {
            return at + 1;
        }
        if let Some(into) = &mut into {
            into.extend(stretch(bytes, at + 1, length).unwrap_or_default());
        }
        at += 1 + length;
    }
    bytes.len()
}

/// Of a Windows bitmap: its length is in its header.
pub(super) fn of_bitmap(bytes: &[u8]) -> Pieces {
    Pieces {
        end: le32(bytes, 2)
            .map(|length| (length as usize).min(bytes.len()))
            .filter(|end| *end > 54),
        ..Pieces::default()
    }
}

/// Of a TIFF, which is what EXIF is made of: all of it.
pub(super) fn of_tiff(bytes: &[u8]) -> Pieces {
    // The directories alone are read, so the bytes are not many times the picture.
    Pieces {
        exif: le16(bytes, 0).map(|_| bytes.to_vec()),
        ..Pieces::default()
    }
}
