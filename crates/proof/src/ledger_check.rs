//! Checking a whole ledger: every entry against its tile, every tile against the level below, all against the signed root.
//!
//! Blocks of 256 entries are hashed on several threads and judged in order, so the report is the same for any number of them. In memory are
//! one bundle and one tile for each thread, 32 bytes for each block of a batch, and the right edge of the tree.

mod block;
mod problem;
mod tower;

pub use self::problem::Problem;

use std::{
    io,
    num::NonZeroUsize,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    thread,
};

use self::{
    block::{Block, check_block},
    problem::Problems,
    tower::Tower,
};
use crate::{
    checkpoint::Checkpoint,
    note::{MAX_NOTE_BYTES, Note},
    policy::Policy,
    receipt_check::{check_signatures, describe},
    report::{Report, Verdict},
    tile::TILE_WIDTH,
};

/// Reads a file of the ledger: its path within the ledger's folder, such as `tile/0/000`, and the most bytes it may have. `None` when it is
/// not there; an error when it cannot be read or is larger.
pub type Read<'r> = dyn Fn(&str, usize) -> io::Result<Option<Vec<u8>>> + Sync + 'r;

/// The path of the checkpoint within the ledger's folder (C2SP tlog-tiles).
pub const CHECKPOINT_PATH: &str = "checkpoint";

/// What came out of checking a ledger.
#[derive(Clone, Debug)]
pub struct LedgerCheck {
    /// The checks: `checkpoint`, `log signature`, `witnesses`, `entries`, `tiles`, `root`.
    pub report: Report,
    /// The checkpoint, when there is one.
    pub checkpoint: Option<Checkpoint>,
    /// The first problems, at most 100, in the order of the tree.
    pub problems: Vec<Problem>,
    /// All problems, those not listed too.
    pub problem_count: u64,
    /// Bytes of entries that were hashed.
    pub entry_bytes: u64,
}

/// How far a check has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Entries judged.
    pub entries: u64,
    /// Entries in the ledger.
    pub of: u64,
}

/// Problems after which a check ends early. A checkpoint may state any size, and every block of a ledger that is not there is a problem; so
/// a hostile one costs no more than this many failed attempts to read.
const GIVES_UP: u64 = 10_000;

/// Blocks that are handed to the threads at a time.
const BATCH: u64 = 256;

/// Checks the ledger whose files `read` gives, on `threads` threads. Without a policy nobody vouches for the checkpoint, and its signatures
/// are not checked. `progress` is told after every batch of entries.
pub fn check_ledger(
    read: &Read<'_>,
    policy: Option<&Policy>,
    threads: NonZeroUsize,
    progress: &mut dyn FnMut(Progress),
) -> LedgerCheck {
    let mut check = LedgerCheck {
        report: Report::default(),
        checkpoint: None,
        problems: Vec::new(),
        problem_count: 0,
        entry_bytes: 0,
    };
    let Some((note, checkpoint)) = read_checkpoint(read, &mut check.report) else {
        return check;
    };
    check_signatures(&note, policy, &mut check.report);
    check_tree(read, &checkpoint, threads, progress, &mut check);
    check.checkpoint = Some(checkpoint);
    check
}

fn read_checkpoint(read: &Read<'_>, report: &mut Report) -> Option<(Note, Checkpoint)> {
    let bytes = match read(CHECKPOINT_PATH, MAX_NOTE_BYTES) {
        Ok(Some(bytes)) => bytes,
        Ok(None) => {
            report.add("checkpoint", Verdict::NotChecked, "there is none");
            return None;
        }
        Err(error) => {
            report.add("checkpoint", Verdict::NotChecked, error);
            return None;
        }
    };
    let read = Note::parse(&bytes)
        .map_err(|error| error.to_string())
        .and_then(|note| {
            let checkpoint = Checkpoint::parse(note.text()).map_err(|error| error.to_string())?;
            Ok((note, checkpoint))
        });
    match read {
        Ok((note, checkpoint)) => {
            report.add("checkpoint", Verdict::Holds, describe(&checkpoint));
            Some((note, checkpoint))
        }
        Err(error) => {
            report.add("checkpoint", Verdict::DoesNotHold, error);
            None
        }
    }
}

fn check_tree(
    read: &Read<'_>,
    checkpoint: &Checkpoint,
    threads: NonZeroUsize,
    progress: &mut dyn FnMut(Progress),
    check: &mut LedgerCheck,
) {
    let size = checkpoint.size;
    let blocks = size.div_ceil(TILE_WIDTH);
    let (mut entries, mut tiles) = (Problems::default(), Problems::default());
    let mut tower = Tower::new(size);
    let mut start = 0;
    while start < blocks && entries.count() + tiles.count() < GIVES_UP {
        let end = blocks.min(start + BATCH);
        for block in check_batch(read, size, start..end, threads) {
            check.entry_bytes += block.entry_bytes;
            entries.extend(block.entry_problems);
            tiles.extend(block.tile_problems);
            tower.push(read, block.hashes.as_deref(), &mut tiles);
        }
        start = end;
        let entries = size.min(end.saturating_mul(TILE_WIDTH));
        progress(Progress { entries, of: size });
    }
    if start == blocks {
        tower.finish(read, &mut tiles);
    }
    let root = tower.root();
    let summary = format!("{size} entries, {} bytes", check.entry_bytes);
    check
        .report
        .add("entries", entries.verdict(), entries.describe(&summary));
    check.report.add(
        "tiles",
        tiles.verdict(),
        tiles.describe("every hash follows from those below"),
    );
    let root_holds = root == checkpoint.root;
    match (root_holds, tower.is_complete()) {
        (true, _) => check.report.add("root", Verdict::Holds, root),
        (false, true) => check.report.add(
            "root",
            Verdict::DoesNotHold,
            format!(
                "the tiles lead to {root}, the checkpoint has {}",
                checkpoint.root
            ),
        ),
        (false, false) => {
            check
                .report
                .add("root", Verdict::NotChecked, "some hashes could not be read");
        }
    }
    check.problem_count = entries.count() + tiles.count();
    check.problems = entries.into_listed();
    check.problems.extend(tiles.into_listed());
}

/// Checks blocks on all threads and gives them back in order.
fn check_batch(
    read: &Read<'_>,
    size: u64,
    blocks: std::ops::Range<u64>,
    threads: NonZeroUsize,
) -> Vec<Block> {
    let next = AtomicU64::new(blocks.start);
    let done = Mutex::new(Vec::new());
    let work = || {
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            if index >= blocks.end {
                break;
            }
            let block = check_block(read, index, size);
            done.lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push((index, block));
        }
    };
    thread::scope(|scope| {
        for _ in 1..threads.get().min((blocks.end - blocks.start) as usize) {
            scope.spawn(work);
        }
        work();
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_unstable_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, block)| block).collect()
}
