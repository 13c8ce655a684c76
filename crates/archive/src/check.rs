//! The fixity check: everything is read and hashed again, on all cores.

mod report;
mod work;

use std::{
    num::NonZeroUsize,
    sync::{
        atomic::{AtomicU64, Ordering},
        mpsc,
    },
    thread,
};

use proof::{
    checkpoint::Checkpoint,
    digest::Digest,
    merkle::Frontier,
    note::Verifier,
    tile::{TILE_HEIGHT, TILE_LEVELS, TILE_WIDTH, TileId, TilePath, hashes_in_level, parse_path},
};

pub use report::{CheckReport, Problem, Progress};

use crate::{
    Archive, ItemRecord, Result,
    publish::{self, CHECKPOINT},
    storage::Storage,
};
use work::{Finding, Work};

/// Item records read at a time.
const PAGE: u64 = 10_000;

/// Findings that may wait to be collected, for each worker: they are small, and the collector is quick.
const BACKLOG: usize = 64;

impl Archive {
    /// Reads and hashes everything: entries, payloads, hashes, published files, items. Works beside a writer, on what the ledger held when
    /// the check began. `verifier` is the key that should have signed the checkpoint; without it the signature is not looked at.
    ///
    /// Damage is not an error but a problem in the report; an error means that the check could not be made.
    pub fn check(
        &self,
        verifier: Option<&dyn Verifier>,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<CheckReport> {
        let storage = &*self.storage;
        let mut report = CheckReport {
            entries: storage.size()?,
            ..CheckReport::default()
        };
        let checkpoint = publish::check_checkpoint(self, verifier, &mut report);
        let published = checkpoint
            .as_ref()
            .map_or(0, |checkpoint| checkpoint.size.min(report.entries));
        let items = compare_items(storage, &mut report)?;
        let work = Work {
            storage,
            size: report.entries,
            published,
            items,
        };
        let tiles = run(&work, progress, &mut report);
        check_upper_levels(storage, &tiles, published, &mut report);
        check_root(&tiles, checkpoint.as_ref(), &mut report);
        find_surplus_published(storage, published, &mut report)?;
        Ok(report)
    }
}

/// What is known of one tile of leaves after it was read.
#[derive(Clone, Debug, Default)]
struct Leaves {
    /// Root over its 256 leaves; `None` when it has fewer, or cannot be read.
    root: Option<Digest>,
    /// Its leaves, where the ledger or the checkpoint ends within it.
    edge: Vec<Digest>,
}

/// Does all the work and adds what is found to the report, in the order of the archive whatever the order of finding.
fn run(
    work: &Work<'_>,
    progress: &mut dyn FnMut(Progress),
    report: &mut CheckReport,
) -> Vec<Leaves> {
    let tile_count = work.tile_count();
    let mut tiles = vec![Leaves::default(); tile_count as usize];
    let mut problems = Vec::new();
    let mut done = Progress {
        entries: report.entries,
        item_bytes: work.item_bytes(),
        ..Progress::default()
    };
    progress(done);
    let next = AtomicU64::new(0);
    let workers = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let (sender, findings) = mpsc::sync_channel(workers * BACKLOG);
    thread::scope(|scope| {
        for _ in 0..workers {
            let sender = sender.clone();
            let next = &next;
            scope.spawn(move || {
                while let Some(finding) = work.unit(next.fetch_add(1, Ordering::Relaxed)) {
                    if sender.send(finding).is_err() {
                        return;
                    }
                }
            });
        }
        drop(sender);
        for finding in findings {
            let Finding {
                unit,
                leaves,
                problems: found,
                counts,
            } = finding;
            if let Some(leaves) = leaves {
                tiles[unit as usize] = leaves;
            }
            problems.extend(found.into_iter().map(|problem| (unit, problem)));
            counts.add_to(report, &mut done);
            progress(done);
        }
    });
    problems.sort_by_key(|(unit, _)| *unit);
    report
        .problems
        .extend(problems.into_iter().map(|(_, problem)| problem));
    tiles
}

/// Compares what the ledger says about items with what lies in the vault; returns what lies there.
fn compare_items(storage: &dyn Storage, report: &mut CheckReport) -> Result<Vec<(Digest, u64)>> {
    let listing = storage.list_items()?;
    report.surplus.extend(listing.foreign);
    let mut named = Vec::new();
    let mut after = None;
    loop {
        let page = storage.item_records(after.as_ref(), PAGE)?;
        let Some(last) = page.last() else {
            break;
        };
        after = Some(last.digest);
        for record in page {
            let there = listing
                .items
                .binary_search_by_key(&record.digest, |(digest, _)| *digest)
                .is_ok();
            named.push(record.digest);
            report.problems.extend(compare_item(&record, there));
        }
    }
    let unnamed = listing
        .items
        .iter()
        .filter(|(digest, _)| named.binary_search(digest).is_err());
    report
        .surplus
        .extend(unnamed.map(|(digest, _)| vault_path(digest)));
    Ok(listing.items)
}

fn compare_item(record: &ItemRecord, there: bool) -> Option<Problem> {
    let digest = record.digest;
    match (record.erased_by, there) {
        (None, false) => Some(Problem::ItemMissing {
            digest,
            entry: record.entry,
        }),
        (Some(by), true) => Some(Problem::ItemNotErased { digest, by }),
        _ => None,
    }
}

/// Where an item lies in the archive's folder.
fn vault_path(digest: &Digest) -> String {
    let name = digest.to_string();
    format!("vault/{}/{}", &name[..2], &name[2..])
}

/// Rebuilds the levels above the leaves and compares them with what is stored and published.
fn check_upper_levels(
    storage: &dyn Storage,
    tiles: &[Leaves],
    published: u64,
    report: &mut CheckReport,
) {
    let mut hashes: Vec<Option<Digest>> = tiles.iter().map(|tile| tile.root).collect();
    for level in 1..TILE_LEVELS {
        hashes.truncate(hashes_in_level(level, report.entries) as usize);
        if hashes.is_empty() {
            return;
        }
        for (index, expected) in (0..).zip(hashes.chunks(TILE_WIDTH as usize)) {
            // Where a hash below cannot be computed its own problem is already in the report.
            let Some(expected) = expected.iter().copied().collect::<Option<Vec<_>>>() else {
                continue;
            };
            let first = index * TILE_WIDTH;
            report
                .problems
                .extend(work::compare_hashes(storage, level, first, &expected));
            if let Some(tile) = TileId::in_tree(level, index, published) {
                work::compare_tile(storage, tile, &expected, report);
            }
        }
        hashes = hashes
            .chunks_exact(TILE_WIDTH as usize)
            .map(|tile| {
                tile.iter()
                    .copied()
                    .collect::<Option<Vec<_>>>()
                    .map(|tile| proof::tile::tile_root(&tile))
            })
            .collect();
    }
}

/// Computes the root of the ledger, and that of the checkpoint's entries to compare.
fn check_root(tiles: &[Leaves], checkpoint: Option<&Checkpoint>, report: &mut CheckReport) {
    report.root = root(tiles, report.entries);
    let Some(checkpoint) = checkpoint else {
        return;
    };
    if checkpoint.size > report.entries {
        report.problems.push(Problem::LedgerTruncated {
            published: checkpoint.size,
            stored: report.entries,
        });
    } else if let Some(found) = root(tiles, checkpoint.size)
        && found != checkpoint.root
    {
        report.problems.push(Problem::RootChanged {
            size: checkpoint.size,
            expected: checkpoint.root,
            found,
        });
    }
}

/// The root over the first `size` entries; `None` when one of them cannot be read.
fn root(tiles: &[Leaves], size: u64) -> Option<Digest> {
    let mut frontier = Frontier::new();
    for tile in &tiles[..(size / TILE_WIDTH) as usize] {
        frontier.push_subtree(TILE_HEIGHT, tile.root?);
    }
    let rest = (size % TILE_WIDTH) as usize;
    if rest > 0 {
        let edge = &tiles.get((size / TILE_WIDTH) as usize)?.edge;
        edge.get(..rest)?
            .iter()
            .for_each(|leaf| frontier.push(*leaf));
    }
    Some(frontier.root())
}

/// Published files that the checkpoint does not imply: left by an interrupted publishing, or put there by someone.
fn find_surplus_published(
    storage: &dyn Storage,
    published: u64,
    report: &mut CheckReport,
) -> Result<()> {
    let paths = storage.list_public()?;
    report.published_files = paths.len() as u64;
    let surplus = paths
        .into_iter()
        .filter(|path| path != CHECKPOINT && !is_implied(path, published));
    report
        .surplus
        .extend(surplus.map(|path| format!("ledger/{path}")));
    report.surplus.sort();
    Ok(())
}

/// Whether a tree of `size` entries has a tile or bundle at `path`.
pub(crate) fn is_implied(path: &str, size: u64) -> bool {
    match parse_path(path) {
        Ok(TilePath::Hashes(tile)) => TileId::in_tree(tile.level, tile.index, size) == Some(tile),
        Ok(TilePath::Entries { index, width }) => {
            TileId::in_tree(0, index, size).is_some_and(|tile| tile.width == width)
        }
        Err(_) => false,
    }
}
