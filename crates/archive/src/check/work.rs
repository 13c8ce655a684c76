//! The units of a check: a tile's worth of entries, or one item. Each is done by one thread, in bounded memory.

use std::{
    io::{self, Read},
    sync::Arc,
};

use proof::{
    digest::{Digest, Hasher},
    merkle::leaf_hash,
    tile::{TILE_WIDTH, TileId, encode_bundle, encode_tile, entries_path, tile_root},
};

use super::{CheckReport, Leaves, Problem, Progress, vault_path};
use crate::{Doing, Error, PayloadState, StoredEntry, storage::Storage};

/// How much of an item a thread holds at a time, in bytes.
const CHUNK: usize = 256 * 1024;

/// All there is to do.
pub(super) struct Work<'a> {
    pub(super) storage: &'a dyn Storage,
    /// Entries in the ledger.
    pub(super) size: u64,
    /// Entries that the checkpoint covers, at most `size`.
    pub(super) published: u64,
    /// Items in the vault with their sizes.
    pub(super) items: Vec<(Digest, u64)>,
}

/// What one unit gave.
pub(super) struct Finding {
    pub(super) unit: u64,
    /// For a tile's worth of entries.
    pub(super) leaves: Option<Leaves>,
    pub(super) problems: Vec<Problem>,
    pub(super) counts: Counts,
}

/// What one unit looked at.
#[derive(Default)]
pub(super) struct Counts {
    entries: u64,
    payloads: u64,
    erased_payloads: u64,
    items: u64,
    item_bytes: u64,
}

impl Counts {
    pub(super) fn add_to(&self, report: &mut CheckReport, progress: &mut Progress) {
        report.payloads += self.payloads;
        report.erased_payloads += self.erased_payloads;
        report.items += self.items;
        report.item_bytes += self.item_bytes;
        progress.entries_done += self.entries;
        progress.item_bytes_done += self.item_bytes;
    }
}

impl Work<'_> {
    pub(super) fn tile_count(&self) -> u64 {
        self.size.div_ceil(TILE_WIDTH)
    }

    pub(super) fn item_bytes(&self) -> u64 {
        self.items.iter().map(|(_, size)| size).sum()
    }

    /// Does one unit; `None` past the last one.
    pub(super) fn unit(&self, unit: u64) -> Option<Finding> {
        if unit < self.tile_count() {
            return Some(self.check_entries(unit));
        }
        let (digest, _) = self.items.get((unit - self.tile_count()) as usize)?;
        Some(self.check_item(unit, digest))
    }

    fn check_entries(&self, tile: u64) -> Finding {
        let from = tile * TILE_WIDTH;
        let to = self.size.min(from + TILE_WIDTH);
        let mut finding = Finding {
            unit: tile,
            leaves: None,
            problems: Vec::new(),
            counts: Counts {
                entries: to - from,
                ..Counts::default()
            },
        };
        let entries = match self.storage.entries(from, to - from) {
            Ok(entries) => entries,
            Err(error) => {
                finding.problems.push(Problem::EntriesUnreadable {
                    from,
                    to,
                    source: Arc::new(error),
                });
                return finding;
            }
        };
        let hashes: Vec<_> = entries
            .iter()
            .map(|entry| leaf_hash(&entry.bytes))
            .collect();
        finding
            .problems
            .extend(compare_hashes(self.storage, 0, from, &hashes));
        entries
            .iter()
            .for_each(|entry| check_payloads(entry, &mut finding));
        if (entries.len() as u64) < to - from {
            finding.problems.push(Problem::EntryMissing {
                index: from + entries.len() as u64,
            });
            return finding;
        }
        self.check_published(tile, &entries, &hashes, &mut finding.problems);
        let full = hashes.len() as u64 == TILE_WIDTH;
        finding.leaves = Some(Leaves {
            root: full.then(|| tile_root(&hashes)),
            edge: if !full || tile == self.published / TILE_WIDTH {
                hashes
            } else {
                Vec::new()
            },
        });
        finding
    }

    fn check_published(
        &self,
        tile: u64,
        entries: &[StoredEntry],
        hashes: &[Digest],
        problems: &mut Vec<Problem>,
    ) {
        let Some(tile) = TileId::in_tree(0, tile, self.published) else {
            return;
        };
        let width = usize::from(tile.width);
        problems.extend(compare_file(
            self.storage,
            &tile.path(),
            &encode_tile(&hashes[..width]),
        ));
        let bytes: Vec<_> = entries[..width]
            .iter()
            .map(|entry| entry.bytes.as_slice())
            .collect();
        // An entry too long for a bundle never got into the ledger; one that is there now has a changed hash, which is reported.
        if let Ok(bundle) = encode_bundle(&bytes) {
            problems.extend(compare_file(
                self.storage,
                &entries_path(tile.index, tile.width),
                &bundle,
            ));
        }
    }

    fn check_item(&self, unit: u64, expected: &Digest) -> Finding {
        let path = vault_path(expected);
        let mut counts = Counts {
            items: 1,
            ..Counts::default()
        };
        let problem = match self.storage.open_item(expected) {
            // Erased since the check began.
            Ok(None) => None,
            Ok(Some(mut reader)) => match hash(&mut *reader, &mut counts.item_bytes) {
                Ok(found) if found == *expected => None,
                Ok(found) => Some(Problem::ItemChanged {
                    path,
                    expected: *expected,
                    found,
                }),
                Err(source) => Some(Problem::ItemUnreadable {
                    source: Arc::new(Error::Io {
                        doing: Doing::Read,
                        path: path.clone().into(),
                        source,
                    }),
                    path,
                }),
            },
            Err(error) => Some(Problem::ItemUnreadable {
                path,
                source: Arc::new(error),
            }),
        };
        Finding {
            unit,
            leaves: None,
            problems: problem.into_iter().collect(),
            counts,
        }
    }
}

fn check_payloads(entry: &StoredEntry, finding: &mut Finding) {
    for (place, payload) in (0..).zip(&entry.payloads) {
        match &payload.state {
            PayloadState::Erased { .. } => finding.counts.erased_payloads += 1,
            PayloadState::Present(salted) => {
                finding.counts.payloads += 1;
                let found = salted.commitment();
                if found != payload.commitment {
                    finding.problems.push(Problem::PayloadChanged {
                        entry: entry.index,
                        place,
                        expected: payload.commitment,
                        found,
                    });
                }
            }
        }
    }
}

/// Compares stored hashes of one level, from `first` on, with what they should be.
pub(super) fn compare_hashes(
    storage: &dyn Storage,
    level: u8,
    first: u64,
    expected: &[Digest],
) -> Vec<Problem> {
    let found = match storage.hashes(level, first, expected.len() as u64) {
        Ok(found) => found,
        Err(Error::HashesMissing { found, .. }) => {
            let index = first + found;
            return vec![Problem::HashMissing { level, index }];
        }
        Err(error) => {
            return vec![Problem::EntriesUnreadable {
                from: first,
                to: first + expected.len() as u64,
                source: Arc::new(error),
            }];
        }
    };
    let pairs = (first..).zip(expected.iter().zip(&found));
    let changed = pairs.filter(|(_, (expected, found))| expected != found);
    changed
        .map(|(index, (expected, found))| Problem::HashChanged {
            level,
            index,
            expected: *expected,
            found: *found,
        })
        .collect()
}

/// Compares a published tile with the hashes of its level.
pub(super) fn compare_tile(
    storage: &dyn Storage,
    tile: TileId,
    hashes: &[Digest],
    report: &mut CheckReport,
) {
    let bytes = encode_tile(&hashes[..usize::from(tile.width)]);
    report
        .problems
        .extend(compare_file(storage, &tile.path(), &bytes));
}

/// Compares a published file with what it should be.
fn compare_file(storage: &dyn Storage, path: &str, expected: &[u8]) -> Option<Problem> {
    let shown = format!("ledger/{path}");
    match storage.read_public(path) {
        Ok(Some(found)) if found == expected => None,
        Ok(Some(found)) => Some(Problem::PublishedChanged {
            path: shown,
            expected: Digest::of(expected),
            found: Digest::of(&found),
        }),
        Ok(None) => Some(Problem::PublishedMissing { path: shown }),
        Err(error) => Some(Problem::PublishedUnreadable {
            path: shown,
            source: Arc::new(error),
        }),
    }
}

/// SHA-256 of everything that a reader gives, counting the bytes.
fn hash(reader: &mut dyn Read, bytes: &mut u64) -> io::Result<Digest> {
    let mut hasher = Hasher::new();
    let mut buffer = vec![0; CHUNK];
    loop {
        match reader.read(&mut buffer) {
            Ok(0) => return Ok(hasher.finish()),
            Ok(length) => {
                *bytes += length as u64;
                hasher.update(&buffer[..length]);
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}
