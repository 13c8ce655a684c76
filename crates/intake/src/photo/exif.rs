//! EXIF: the tags of TIFF 6.0 that cameras write (CIPA DC-008), read without trusting a single offset.

use std::{collections::BTreeSet, ops::Range};

use crate::{
    field::{be16, be32, le16, le32, stretch, words},
    problem::Finding,
};

/// Tags read of one picture. Cameras write a hundred.
const TAGS: usize = 2_000;

/// Bytes read of one value. Notes of makers are larger and are not read.
const VALUE: usize = 64 << 10;

/// Directory that a tag stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    /// About the picture.
    Main,
    /// About how it was taken.
    Photo,
    /// Where it was taken.
    Position,
    /// About the small picture beside it.
    Thumbnail,
}

/// What a tag has.
#[derive(Clone, Debug)]
pub(super) enum Value {
    Words(String),
    Numbers(Vec<u32>),
    /// Numerators and denominators.
    Ratios(Vec<(i64, i64)>),
    Bytes(Vec<u8>),
}

/// All tags of a picture.
#[derive(Debug, Default)]
pub(super) struct Exif {
    tags: Vec<(Group, u16, Value)>,
    /// Tags that could not be read.
    pub(super) damaged: usize,
    pub(super) findings: Vec<Finding>,
}

/// Reads the TIFF header in `tiff` and what it leads to; `None` when it is none.
pub(super) fn read(tiff: &[u8]) -> Option<Exif> {
    let little = match tiff.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let bytes = Bytes { tiff, little };
    let mut exif = Exif::default();
    let mut seen = BTreeSet::new();
    let first = bytes.long(4)?;
    let mut to_read = vec![(Group::Main, first)];
    while let Some((group, offset)) = to_read.pop() {
        if !seen.insert(offset) {
            exif.findings
                .push(Finding::flag("exif-loop").with("offset", offset));
            continue;
        }
        bytes.directory(group, offset as usize, &mut exif, &mut to_read);
    }
    if exif.damaged > 0 {
        exif.findings
            .push(Finding::loss("exif-damaged").with("count", exif.damaged));
    }
    Some(exif)
}

impl Exif {
    fn get(&self, group: Group, tag: u16) -> Option<&Value> {
        self.tags
            .iter()
            .find(|(in_group, number, _)| *in_group == group && *number == tag)
            .map(|(_, _, value)| value)
    }

    /// Words of a tag, without blanks and zeros around them; `None` when nothing is left.
    pub(super) fn words(&self, group: Group, tag: u16) -> Option<String> {
        let words = match self.get(group, tag)? {
            Value::Words(words) => words.clone(),
            Value::Bytes(bytes) => commented(bytes),
            Value::Numbers(_) | Value::Ratios(_) => return None,
        };
        let words = words.trim_matches(|c: char| c == '\0' || c.is_whitespace());
        (!words.is_empty()).then(|| words.to_owned())
    }

    /// First number of a tag.
    pub(super) fn number(&self, group: Group, tag: u16) -> Option<u32> {
        match self.get(group, tag)? {
            Value::Numbers(numbers) => numbers.first().copied(),
            Value::Bytes(bytes) => bytes.first().map(|byte| u32::from(*byte)),
            Value::Words(_) | Value::Ratios(_) => None,
        }
    }

    /// Bytes of a tag that is neither words nor a number.
    pub(super) fn bytes(&self, group: Group, tag: u16) -> Option<&[u8]> {
        match self.get(group, tag)? {
            Value::Bytes(bytes) => Some(bytes),
            _ => None,
        }
    }

    /// Fractions of a tag; the inner `None` is one over nought.
    pub(super) fn ratios(&self, group: Group, tag: u16) -> Option<Vec<Option<f64>>> {
        let Value::Ratios(ratios) = self.get(group, tag)? else {
            return None;
        };
        let quotient =
            |(over, under): &(i64, i64)| (*under != 0).then(|| *over as f64 / *under as f64);
        Some(ratios.iter().map(quotient).collect())
    }

    /// Where in the TIFF the small picture lies, if it is a JPEG.
    pub(super) fn thumbnail(&self) -> Option<Range<usize>> {
        let start = self.number(Group::Thumbnail, 0x0201)? as usize;
        let length = self.number(Group::Thumbnail, 0x0202)? as usize;
        Some(start..start.checked_add(length)?)
    }
}

/// Words that zeros end; a photographer's copyright stands before an editor's (CIPA DC-008 section 4.6.4).
fn lines(raw: &[u8]) -> String {
    let parts = raw.split(|byte| *byte == 0).map(words);
    let parts: Vec<String> = parts
        .filter(|part| !part.trim().is_empty())
        .take(2)
        .collect();
    parts.join("; ")
}

/// A comment whose first eight bytes name its code (CIPA DC-008 section 4.6.5, `UserComment`).
fn commented(bytes: &[u8]) -> String {
    match bytes.split_at_checked(8) {
        Some((b"ASCII\0\0\0", words)) => String::from_utf8_lossy(words).into_owned(),
        Some((b"UNICODE\0", words)) => {
            let units: Vec<u16> = words
                .chunks_exact(2)
                .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
                .collect();
            // The order of bytes is not said; letters of most languages are below U+2000.
            let swapped = units.iter().filter(|unit| **unit & 0xff == 0).count();
            let units: Vec<u16> = if swapped * 2 > units.len() {
                units.into_iter().map(u16::swap_bytes).collect()
            } else {
                units
            };
            String::from_utf16_lossy(&units)
        }
        Some((b"\0\0\0\0\0\0\0\0", words)) => String::from_utf8_lossy(words).into_owned(),
        _ => String::new(),
    }
}

/// A TIFF and the order of bytes in it.
struct Bytes<'b> {
    tiff: &'b [u8],
    little: bool,
}

impl Bytes<'_> {
    fn word(&self, at: usize) -> Option<u16> {
        if self.little {
            le16(self.tiff, at)
        } else {
            be16(self.tiff, at)
        }
    }

    fn long(&self, at: usize) -> Option<u32> {
        if self.little {
            le32(self.tiff, at)
        } else {
            be32(self.tiff, at)
        }
    }

    /// Reads a directory (TIFF 6.0 section 2), and notes those that it leads to.
    fn directory(&self, group: Group, at: usize, exif: &mut Exif, to_read: &mut Vec<(Group, u32)>) {
        let Some(count) = self.word(at) else {
            exif.damaged += 1;
            return;
        };
        let entries = at + 2;
        for place in 0..usize::from(count) {
            if exif.tags.len() == TAGS {
                return;
            }
            let entry = entries + 12 * place;
            let (Some(number), Some(value)) = (self.word(entry), self.value(entry)) else {
                exif.damaged += 1;
                // What the file does not reach cannot be reached by the entries after it either.
                if entry + 12 > self.tiff.len() {
                    return;
                }
                continue;
            };
            let below = match (group, number) {
                (Group::Main, 0x8769) => Some(Group::Photo),
                (Group::Main, 0x8825) => Some(Group::Position),
                _ => None,
            };
            match (below, &value) {
                (Some(below), Value::Numbers(offsets)) => {
                    to_read.extend(offsets.first().map(|offset| (below, *offset)));
                }
                _ => exif.tags.push((group, number, value)),
            }
        }
        let next = self.long(entries + 12 * usize::from(count));
        if let (Group::Main, Some(next)) = (group, next.filter(|next| *next != 0)) {
            to_read.push((Group::Thumbnail, next));
        }
    }

    /// The value of the entry at `at`: of four bytes at most it stands there, otherwise where they point.
    fn value(&self, at: usize) -> Option<Value> {
        let kind = self.word(at + 2)?;
        let count = self.long(at + 4)? as usize;
        let size = match kind {
            1 | 2 | 6 | 7 => 1,
            3 | 8 => 2,
            4 | 9 | 11 | 13 => 4,
            5 | 10 | 12 => 8,
            _ => return None,
        };
        let length = count.checked_mul(size)?;
        let start = if length <= 4 {
            at + 8
        } else {
            self.long(at + 8)? as usize
        };
        let raw = stretch(self.tiff, start, length)?;
        let raw = &raw[..raw.len().min(VALUE)];
        let places = (0..raw.len() / size).map(|place| start + place * size);
        Some(match kind {
            2 => Value::Words(lines(raw)),
            3 | 8 => Value::Numbers(
                places
                    .filter_map(|at| self.word(at).map(u32::from))
                    .collect(),
            ),
            4 | 9 | 13 => Value::Numbers(places.filter_map(|at| self.long(at)).collect()),
            5 => self.pairs(places, i64::from),
            10 => self.pairs(places, |number| i64::from(number as i32)),
            _ => Value::Bytes(raw.to_vec()),
        })
    }

    fn pairs(&self, places: impl Iterator<Item = usize>, number: fn(u32) -> i64) -> Value {
        let pair = |at| Some((number(self.long(at)?), number(self.long(at + 4)?)));
        Value::Ratios(places.filter_map(pair).collect())
    }
}
