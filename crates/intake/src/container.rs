//! Files packed into one file (ZIP, TAR, gzip): what is in it, taken out within bounds, and what is wrong with how it was packed.
//!
//! Readers of kinds that are packed files (office documents, web captures, exports of other systems) open a [`Container`] and ask for
//! what they need by name.

mod gzip;
mod names;
mod tar;
#[cfg(test)]
mod tests;
mod zip;

use std::borrow::Cow;

pub(crate) use gzip::{beginning, unzipped};
pub(crate) use names::of_name as name_finding;

use flate2::{Crc, Decompress, FlushDecompress, Status};

use crate::{
    bundle,
    kind::{MediaType, sniff},
    limits::Limits,
    problem::{Finding, Problem},
    reading::{Fact, Part, Reading},
    text::empty,
};

/// Size up to which something may be packed as tightly as it likes: what `Limits::ratio` is for is above.
const SMALL: u64 = 8 << 20;

/// A packed file that has been opened: its entries are known, their bytes are taken out one by one.
#[derive(Debug)]
pub struct Container<'b> {
    /// [`MediaType::Zip`], [`MediaType::Tar`] or [`MediaType::Gzip`]; the outermost one when a TAR is in a gzip.
    pub media_type: MediaType,
    /// What it says of itself.
    pub facts: Vec<Fact>,
    /// What is in it, in the order of its directory. What stands in no directory comes last.
    pub entries: Vec<Entry>,
    /// What was not as it should be so far; taking entries out adds to it.
    pub problems: Vec<Problem>,
    source: Cow<'b, [u8]>,
    /// Bytes that may still be unpacked.
    left: u64,
    ratio: u64,
}

/// Something in a packed file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name as packed, decoded. **Never a path to write to**: it may lead anywhere.
    pub name: String,
    /// What it is.
    pub kind: EntryKind,
    /// Length in bytes as unpacked, as the packing says; `None` when it does not say.
    pub size: Option<u64>,
    /// When it was last changed: with `Z` if that is UTC, without if it is local time of an unknown place; `None` when it is not said.
    pub modified: Option<String>,
    /// `false` when it stands in no directory and was found between the others.
    pub listed: bool,
    packed: Packed,
}

/// What an entry is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryKind {
    /// A file.
    File,
    /// A folder.
    Folder,
    /// A link to something, which was not followed.
    Link {
        /// Where to, as packed.
        to: String,
    },
    /// A device, pipe or socket.
    Device,
}

/// Where the bytes of an entry lie, and how they were packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Packed {
    start: usize,
    end: usize,
    method: Method,
    /// CRC-32 of what is unpacked; `None` when the packing has none.
    checksum: Option<u32>,
}

/// How an entry was packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Method {
    /// As it is.
    Stored,
    /// Deflate (RFC 1951).
    Deflate,
    /// In a way that was reported when the container was opened, and cannot be undone here.
    Closed,
}

impl<'b> Container<'b> {
    /// Opens `bytes`; `None` when they are no ZIP, TAR or gzip, or more than `Limits::bytes`. What is damaged is opened as far as it goes.
    pub fn open(bytes: &'b [u8], limits: &Limits) -> Option<Self> {
        if bytes.len() > limits.bytes {
            return None;
        }
        let media_type = packing(bytes)?;
        let mut container = Self {
            media_type,
            facts: Vec::new(),
            entries: Vec::new(),
            problems: Vec::new(),
            source: Cow::Borrowed(bytes),
            left: limits.unpacked,
            ratio: limits.ratio,
        };
        match media_type {
            MediaType::Tar => tar::list(&mut container, limits),
            MediaType::Gzip => gzip::list(&mut container, limits),
            _ => zip::list(&mut container, limits),
        }
        names::check(&mut container);
        Some(container)
    }

    /// The place of the first entry of this name, if it is a file. Names are compared as they are.
    pub fn find(&self, name: &str) -> Option<usize> {
        self.entries
            .iter()
            .position(|entry| entry.name == name && entry.kind == EntryKind::File)
    }

    /// The bytes of the file `name`; `None` when there is none or it cannot be taken out.
    pub fn file(&mut self, name: &str) -> Option<Vec<u8>> {
        self.bytes(self.find(name)?)
    }

    /// The bytes of the entry at `place`; `None` when it is no file, or damaged, or beyond a limit, which `problems` says then.
    pub fn bytes(&mut self, place: usize) -> Option<Vec<u8>> {
        let entry = self.entries.get(place)?;
        if entry.kind != EntryKind::File {
            return None;
        }
        match self.taken(entry) {
            Ok((bytes, findings)) => {
                self.left -= bytes.len() as u64;
                self.problems
                    .extend(findings.into_iter().map(Problem::from));
                Some(bytes)
            }
            Err(Refusal { finding, cost }) => {
                self.left = self.left.saturating_sub(cost);
                self.problems.extend(finding.map(Problem::from));
                None
            }
        }
    }

    /// What an entry unpacks to, and what does not agree with what was said of it.
    fn taken(&self, entry: &Entry) -> Result<(Vec<u8>, Vec<Finding>), Refusal> {
        let packed = self
            .source
            .get(entry.packed.start..entry.packed.end)
            .unwrap_or_default();
        let bytes = match entry.packed.method {
            Method::Closed => return Err(Refusal::known()),
            Method::Stored if packed.len() as u64 > self.left => {
                return Err(Refusal::free(self.too_much(&entry.name)));
            }
            Method::Stored => packed.to_vec(),
            Method::Deflate => self.inflated(packed, entry)?.bytes,
        };
        let mut findings = Vec::new();
        let found = bytes.len() as u64;
        if let Some(said) = entry.size.filter(|said| *said != found) {
            findings.push(
                Finding::flag("entry-size-differs")
                    .with("name", shown(&entry.name))
                    .with("said", said)
                    .with("found", found),
            );
        }
        if entry
            .packed
            .checksum
            .is_some_and(|said| said != checksum(&bytes))
        {
            findings.push(Finding::flag("entry-checksum").with("name", shown(&entry.name)));
        }
        Ok((bytes, findings))
    }

    fn inflated(&self, packed: &[u8], entry: &Entry) -> Result<Inflated, Refusal> {
        let tight = SMALL.max((packed.len() as u64).saturating_mul(self.ratio));
        let most = tight.min(self.left);
        let beyond = || {
            if tight <= self.left {
                Finding::loss("entry-bomb")
                    .with("name", shown(&entry.name))
                    .with("packed", packed.len())
                    .with("limit", tight)
            } else {
                self.too_much(&entry.name)
            }
        };
        if entry.size.is_some_and(|said| said > most) {
            return Err(Refusal::free(beyond()));
        }
        inflate(packed, most).map_err(|fault| match fault {
            InflateFault::TooLarge => Refusal {
                finding: Some(beyond()),
                cost: most,
            },
            InflateFault::Damaged { after } => Refusal {
                finding: Some(
                    Finding::loss("entry-damaged")
                        .with("name", shown(&entry.name))
                        .with("found", after),
                ),
                cost: after,
            },
        })
    }

    fn too_much(&self, name: &str) -> Finding {
        Finding::loss("unpacked-too-large")
            .with("name", shown(name))
            .with("left", self.left)
    }
}

/// How `bytes` are packed; `None` when they are not. A ZIP may stand behind something else: its directory is at its end.
pub(crate) fn packing(bytes: &[u8]) -> Option<MediaType> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        Some(MediaType::Zip)
    } else if bytes.starts_with(b"\x1f\x8b\x08") {
        Some(MediaType::Gzip)
    } else if tar::is_header(bytes) {
        Some(MediaType::Tar)
    } else {
        zip::has_directory(bytes).then_some(MediaType::Zip)
    }
}

/// Whether `bytes` are a TAR.
pub(crate) fn is_tar(bytes: &[u8]) -> bool {
    tar::is_header(bytes)
}

/// Why an entry is not taken out.
struct Refusal {
    /// What there is to say; `None` when it has been said.
    finding: Option<Finding>,
    /// Bytes that were unpacked until that was known.
    cost: u64,
}

impl Refusal {
    fn known() -> Self {
        Self {
            finding: None,
            cost: 0,
        }
    }

    fn free(finding: Finding) -> Self {
        Self {
            finding: Some(finding),
            cost: 0,
        }
    }
}

/// Reads a packed file: its entries are the parts of the reading.
pub fn read(bytes: &[u8], limits: &Limits) -> Reading {
    let Some(mut container) = Container::open(bytes, limits) else {
        let mut reading = empty(sniff(bytes, ""));
        reading.problems.push(Problem::FileTooLarge {
            size: bytes.len(),
            limit: limits.bytes,
        });
        return reading;
    };
    let mut reading = empty(container.media_type);
    reading.parts = (0..container.entries.len())
        .map(|place| container.part(place))
        .collect();
    reading.facts = container.facts;
    reading.problems = container.problems;
    bundle::tell(&mut reading, limits);
    reading
}

impl Container<'_> {
    /// The entry at `place` as a part of a reading.
    fn part(&mut self, place: usize) -> Part {
        let bytes = self.bytes(place);
        let entry = &self.entries[place];
        let last = entry.name.rsplit(['/', '\\']).next().unwrap_or_default();
        let media_type = match (&entry.kind, &bytes) {
            (EntryKind::Folder, _) => "inode/directory",
            (EntryKind::Link { .. }, _) => "inode/symlink",
            (EntryKind::Device, _) => "inode/chardevice",
            (EntryKind::File, Some(bytes)) => sniff(bytes, last).as_str(),
            (EntryKind::File, None) => MediaType::Bytes.as_str(),
        };
        Part {
            name: entry.name.clone(),
            media_type: media_type.to_owned(),
            size: match &bytes {
                Some(bytes) => Some(bytes.len() as u64),
                None => entry.size,
            },
            bytes,
        }
    }
}

/// A name as it may be printed: no control characters, none that turn the writing around, and at most 200 characters.
pub(crate) fn shown(name: &str) -> String {
    let mut shown = String::new();
    for (place, character) in name.chars().enumerate() {
        if place == 200 {
            shown.push('…');
            break;
        }
        if names::is_invisible(character) {
            shown.extend(character.escape_unicode());
        } else {
            shown.push(character);
        }
    }
    shown
}

/// CRC-32 as ZIP and gzip have it.
pub(crate) fn checksum(bytes: &[u8]) -> u32 {
    let mut crc = Crc::new();
    crc.update(bytes);
    crc.sum()
}

/// What a stretch of deflate gives.
pub(crate) struct Inflated {
    /// What was packed.
    pub(crate) bytes: Vec<u8>,
    /// Bytes of the packed form up to its end.
    pub(crate) used: usize,
}

/// Why a stretch of deflate gives nothing.
pub(crate) enum InflateFault {
    /// It gives more than asked for.
    TooLarge,
    /// It is damaged or cut short after so many unpacked bytes.
    Damaged {
        /// Bytes unpacked until then.
        after: u64,
    },
}

/// Unpacks deflate (RFC 1951) to at most `most` bytes.
pub(crate) fn inflate(packed: &[u8], most: u64) -> Result<Inflated, InflateFault> {
    let mut inflater = Decompress::new(false);
    let mut bytes = Vec::new();
    loop {
        // Room grows with what has come, so that a small file never costs a large buffer.
        let room = bytes.len().clamp(16 << 10, 4 << 20) as u64;
        let room = room.min((most + 1).saturating_sub(bytes.len() as u64));
        bytes.reserve_exact(room as usize);
        let (used, given) = (inflater.total_in(), bytes.len());
        let damaged = InflateFault::Damaged {
            after: given as u64,
        };
        let status =
            inflater.decompress_vec(&packed[used as usize..], &mut bytes, FlushDecompress::None);
        if bytes.len() as u64 > most {
            return Err(InflateFault::TooLarge);
        }
        match status {
            Ok(Status::StreamEnd) => {
                return Ok(Inflated {
                    bytes,
                    used: inflater.total_in() as usize,
                });
            }
            Ok(_) if inflater.total_in() > used || bytes.len() > given => {}
            _ => return Err(damaged),
        }
    }
}
