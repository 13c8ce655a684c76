//! HEIF and AVIF, as telephones write them: size, EXIF and XMP by the boxes of ISO/IEC 23008-12 and 14496-12.

use super::{credentials::store_of_box, pieces::Pieces};
use crate::{
    bmff::{Boxes, boxes},
    field::{be16, be32, be64, stretch},
};

/// Items read of one file.
const ITEMS: usize = 4_096;

/// What the boxes say of the picture.
pub(super) struct Heif {
    pub(super) pieces: Pieces,
    /// Width and height of the largest picture in pixels, as stored.
    pub(super) size: Option<(u32, u32)>,
    /// Quarter turns that the pictures are to be turned to the left; `None` when nothing is said.
    pub(super) turns: Option<u8>,
}

/// Reads the boxes of `bytes`.
pub(super) fn read(bytes: &[u8]) -> Heif {
    let mut heif = Heif {
        pieces: Pieces::default(),
        size: None,
        turns: None,
    };
    let mut end = 0;
    for found in boxes(bytes, 0..bytes.len()) {
        end = found.end;
        match &found.kind {
            // A full box: four bytes of version and flags come first.
            b"meta" => meta(bytes, boxes(bytes, found.start + 4..found.end), &mut heif),
            b"uuid" if stretch(bytes, found.start, 16) == Some(&C2PA) => {
                heif.pieces.credentials_at.push(found.head..found.end);
                let content = &bytes[found.start..found.end];
                heif.pieces.credentials.extend(store_of_box(content));
            }
            _ => {}
        }
    }
    heif.pieces.end = Some(end);
    heif
}

/// The box in which C2PA keeps its credentials in files of boxes (C2PA 2.1 section A.5).
pub(crate) const C2PA: [u8; 16] = [
    0xd8, 0xfe, 0xc3, 0xd6, 0x1b, 0x0e, 0x48, 0x3c, 0x92, 0x97, 0x58, 0x28, 0x87, 0x7e, 0xc4, 0x81,
];

fn meta(bytes: &[u8], inner: Boxes<'_>, heif: &mut Heif) {
    let (mut kinds, mut places) = (Vec::new(), Vec::new());
    for found in inner {
        let data = &bytes[found.start..found.end];
        match &found.kind {
            b"iinf" => kinds = infos(bytes, data, found.start),
            b"iloc" => places = locations(data).unwrap_or_default(),
            b"iprp" => properties(bytes, found.start..found.end, heif),
            _ => {}
        }
    }
    for (item, kind) in kinds {
        let place = places.iter().find(|(number, ..)| *number == item);
        let Some(data) = place.and_then(|(_, start, length)| {
            stretch(
                bytes,
                usize::try_from(*start).ok()?,
                usize::try_from(*length).ok()?,
            )
        }) else {
            continue;
        };
        match &kind {
            b"Exif" => {
                // How far the TIFF header is behind these four bytes (ISO/IEC 23008-12 section A.2.1).
                let skip = be32(data, 0).map_or(0, |skip| skip as usize);
                let tiff = data.get(4..).and_then(|data| data.get(skip..));
                heif.pieces.exif = tiff.map(<[u8]>::to_vec);
            }
            b"mime"
                if data
                    .windows(9)
                    .take(4096)
                    .any(|nine| nine == b"x:xmpmeta" || nine == b"<?xpacket") =>
            {
                heif.pieces.xmp = Some(data.to_vec());
            }
            _ => {}
        }
    }
}

/// Number and kind of each item.
fn infos(bytes: &[u8], data: &[u8], start: usize) -> Vec<(u32, [u8; 4])> {
    let skip = if data.first() == Some(&0) { 6 } else { 8 };
    boxes(bytes, start + skip..start + data.len())
        .take(ITEMS)
        .filter(|found| &found.kind == b"infe")
        .filter_map(|found| {
            let entry = &bytes[found.start..found.end];
            let (number, kind) = match entry.first()? {
                2 => (u32::from(be16(entry, 4)?), 8),
                3 => (be32(entry, 4)?, 10),
                _ => return None,
            };
            Some((number, stretch(entry, kind, 4)?.try_into().ok()?))
        })
        .collect()
}

/// Number, place and length of each item that lies in one piece in the file (ISO/IEC 14496-12 section 8.11.3).
fn locations(data: &[u8]) -> Option<Vec<(u32, u64, u64)>> {
    let version = *data.first()?;
    let sizes = be16(data, 4)?;
    let (offset_size, length_size) = (sizes >> 12, sizes >> 8 & 15);
    let (base_size, index_size) = (sizes >> 4 & 15, if version == 0 { 0 } else { sizes & 15 });
    let (count, mut at) = if version < 2 {
        (u32::from(be16(data, 6)?), 8)
    } else {
        (be32(data, 6)?, 10)
    };
    let mut found = Vec::new();
    let number = |at: &mut usize, size: u16| {
        let value = match size {
            0 => Some(0),
            4 => be32(data, *at).map(u64::from),
            8 => be64(data, *at),
            _ => None,
        };
        *at += usize::from(size);
        value
    };
    for _ in 0..(count as usize).min(ITEMS) {
        let item = if version < 2 {
            let item = be16(data, at)?;
            at += 2;
            u32::from(item)
        } else {
            let item = be32(data, at)?;
            at += 4;
            item
        };
        let mut in_file = true;
        if version > 0 {
            in_file = be16(data, at)? & 15 == 0;
            at += 2;
        }
        at += 2;
        let base = number(&mut at, base_size)?;
        let extents = be16(data, at)?;
        at += 2;
        for extent in 0..extents {
            number(&mut at, index_size)?;
            let offset = number(&mut at, offset_size)?;
            let length = number(&mut at, length_size)?;
            if extent == 0 && extents == 1 && in_file {
                found.push((item, base.checked_add(offset)?, length));
            }
        }
    }
    Some(found)
}

/// The largest size, and how pictures are turned.
fn properties(bytes: &[u8], range: std::ops::Range<usize>, heif: &mut Heif) {
    for container in boxes(bytes, range).filter(|found| &found.kind == b"ipco") {
        for found in boxes(bytes, container.start..container.end).take(ITEMS) {
            let data = &bytes[found.start..found.end];
            match &found.kind {
                b"ispe" => {
                    let size = be32(data, 4).zip(be32(data, 8));
                    let area = |(width, height): (u32, u32)| u64::from(width) * u64::from(height);
                    if size.map(area) > heif.size.map(area) {
                        heif.size = size;
                    }
                }
                b"irot" => heif.turns = data.first().map(|turns| turns & 3),
                _ => {}
            }
        }
    }
}
