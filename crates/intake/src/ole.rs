//! Compound files ([MS-CFB]): folders and streams in sectors, each chain followed no further than the file is long.

use std::collections::BTreeMap;

use crate::{
    field::{le16, le32, le64, stretch},
    limits::Limits,
};

/// Sectors that end a chain or belong to none are above this ([MS-CFB] section 2.1).
const LAST: u32 = 0xffff_fffa;

/// Streams shorter than this lie in small sectors (section 2.2).
const SMALL: u64 = 4096;

/// Length of a small sector.
const SMALL_SECTOR: usize = 64;

/// How deep folders are followed.
const DEPTH: usize = 32;

/// A compound file that has been opened.
#[derive(Debug)]
pub(crate) struct Compound<'b> {
    bytes: &'b [u8],
    sector: usize,
    /// The sector after each sector.
    next: Vec<u32>,
    /// The same of small ones.
    next_small: Vec<u32>,
    /// Where small sectors lie.
    small: Vec<u8>,
    /// First sector and length of each stream, by its path.
    streams: BTreeMap<String, (u32, u64)>,
    /// Bytes that a stream may have.
    most: u64,
    /// `true` when chains or folders lead to themselves or out of the file.
    pub(crate) damaged: bool,
}

/// An entry of the directory (section 2.6).
struct Entry {
    name: String,
    kind: u8,
    left: u32,
    right: u32,
    child: u32,
    start: u32,
    size: u64,
}

impl<'b> Compound<'b> {
    /// Opens `bytes`; `None` when they are no compound file or its directory cannot be found.
    pub(crate) fn open(bytes: &'b [u8], limits: &Limits) -> Option<Self> {
        let shift = le16(bytes, 30)?;
        if !matches!(shift, 9 | 12) {
            return None;
        }
        let mut file = Self {
            bytes,
            sector: 1 << shift,
            next: Vec::new(),
            next_small: Vec::new(),
            small: Vec::new(),
            streams: BTreeMap::new(),
            most: limits.unpacked.min(bytes.len() as u64),
            damaged: false,
        };
        file.next = file.table()?;
        let directory = file.chain(le32(bytes, 48)?, usize::MAX);
        let small_table = file.chain(le32(bytes, 60)?, usize::MAX);
        file.next_small = numbers(&small_table);
        let entries: Vec<Entry> = directory
            .chunks_exact(128)
            .take(limits.entries)
            .filter_map(entry)
            .collect();
        let root = entries.first()?;
        file.small = file.chain(root.start, usize::MAX);
        let child = root.child;
        file.folder(&entries, child);
        Some(file)
    }

    /// Whether there is a stream of this path.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.streams.contains_key(path)
    }

    /// The content of the stream of this path; `None` when there is none or it is cut short.
    pub(crate) fn stream(&self, path: &str) -> Option<Vec<u8>> {
        let (start, size) = *self.streams.get(path)?;
        if size > self.most {
            return None;
        }
        let mut bytes = if size < SMALL {
            self.small_chain(start)
        } else {
            self.chain(start, size as usize)
        };
        if (bytes.len() as u64) < size {
            return None;
        }
        bytes.truncate(size as usize);
        Some(bytes)
    }

    fn sector_at(&self, number: u32) -> Option<&'b [u8]> {
        // The header takes the place of the first.
        let start = (number as usize).checked_add(1)?.checked_mul(self.sector)?;
        let rest = self.bytes.get(start..)?;
        // The last one may be cut short.
        (!rest.is_empty()).then(|| &rest[..rest.len().min(self.sector)])
    }

    /// The table of sectors, from the places in the header and the sectors that go on from there (section 2.5).
    fn table(&self) -> Option<Vec<u32>> {
        let mut places = numbers(stretch(self.bytes, 76, 436)?);
        let mut more = le32(self.bytes, 68)?;
        let most = self.bytes.len() / self.sector + 1;
        while more < LAST && places.len() < most {
            let sector = numbers(self.sector_at(more)?);
            let (next, list) = sector.split_last()?;
            places.extend(list);
            more = *next;
        }
        let mut table = Vec::new();
        for place in places.into_iter().take(most).filter(|place| *place < LAST) {
            table.extend(numbers(self.sector_at(place).unwrap_or_default()));
            if table.len() > most {
                break;
            }
        }
        Some(table)
    }

    /// The sectors from `start` on, until there are `size` bytes. A chain has no more of them than the file.
    fn chain(&self, mut start: u32, size: usize) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut left = self.bytes.len() / self.sector + 1;
        while start < LAST && left > 0 && bytes.len() < size {
            left -= 1;
            let Some(sector) = self.sector_at(start) else {
                break;
            };
            bytes.extend(sector);
            start = self.next.get(start as usize).copied().unwrap_or(LAST);
        }
        bytes
    }

    fn small_chain(&self, mut start: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        let most = SMALL as usize / SMALL_SECTOR;
        for _ in 0..most {
            let at = (start as usize).saturating_mul(SMALL_SECTOR);
            let Some(sector) = stretch(&self.small, at, SMALL_SECTOR) else {
                break;
            };
            bytes.extend(sector);
            start = self.next_small.get(start as usize).copied().unwrap_or(LAST);
        }
        bytes
    }

    /// Lists a folder: a tree of entries, each with its place in the directory, of which each is visited once.
    fn folder(&mut self, entries: &[Entry], child: u32) {
        let mut seen = vec![false; entries.len()];
        let mut to_read = vec![(child, String::new(), 0)];
        while let Some((place, path, depth)) = to_read.pop() {
            if place >= LAST {
                continue;
            }
            let Some(entry) = entries.get(place as usize) else {
                self.damaged = true;
                continue;
            };
            if std::mem::replace(&mut seen[place as usize], true) {
                self.damaged = true;
                continue;
            }
            to_read.push((entry.left, path.clone(), depth));
            to_read.push((entry.right, path.clone(), depth));
            let own = format!("{path}{}", entry.name);
            match entry.kind {
                1 if depth < DEPTH => to_read.push((entry.child, format!("{own}/"), depth + 1)),
                2 => {
                    self.streams.insert(own, (entry.start, entry.size));
                }
                _ => {}
            }
        }
    }
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    let fours = bytes.chunks_exact(4);
    fours
        .map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
        .collect()
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    let length = usize::from(le16(bytes, 64)?).saturating_sub(2).min(62);
    let units = bytes[..length]
        .chunks_exact(2)
        .map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    let units: Vec<u16> = units.collect();
    Some(Entry {
        name: String::from_utf16_lossy(&units),
        kind: *bytes.get(66)?,
        left: le32(bytes, 68)?,
        right: le32(bytes, 72)?,
        child: le32(bytes, 76)?,
        start: le32(bytes, 116)?,
        size: le64(bytes, 120)?,
    })
}
