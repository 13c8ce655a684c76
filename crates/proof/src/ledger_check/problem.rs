//! What can be wrong with the files of a ledger.

use std::{fmt, io};

use crate::{
    report::Verdict,
    tile::{TileError, TileId},
};

/// One thing wrong with a ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// A file that the checkpoint implies is not there.
    Missing {
        /// Its path.
        path: String,
    },
    /// A file cannot be read, so nothing is known about it.
    Unreadable {
        /// Its path.
        path: String,
        /// Why.
        kind: io::ErrorKind,
    },
    /// A file is no tile or bundle.
    Malformed {
        /// Its path.
        path: String,
        /// Why.
        error: TileError,
    },
    /// An entry does not hash to what its tile says: one of the two was changed.
    EntryHash {
        /// Which entry.
        index: u64,
        /// The bundle it lies in.
        path: String,
    },
    /// A tile's hash is not the root over the tile below it: one of the two was changed.
    NodeHash {
        /// The tile.
        tile: TileId,
        /// Place of the hash in it.
        place: usize,
    },
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { path } => write!(f, "{path} is missing"),
            Self::Unreadable { path, kind } => write!(f, "{path} cannot be read: {kind}"),
            Self::Malformed { path, error } => write!(f, "{path}: {error}"),
            Self::EntryHash { index, path } => {
                write!(
                    f,
                    "entry {index} in {path} is not the one that was recorded"
                )
            }
            Self::NodeHash { tile, place } => write!(
                f,
                "hash {place} of {} does not follow from the tile below it",
                tile.path()
            ),
        }
    }
}

/// Most problems that are listed; all are counted.
const LISTED: usize = 50;

/// Problems of one kind of file.
#[derive(Debug, Default)]
pub(super) struct Problems {
    listed: Vec<Problem>,
    count: u64,
    unreadable: u64,
}

impl Problems {
    pub(super) fn push(&mut self, problem: Problem) {
        self.count += 1;
        self.unreadable += u64::from(matches!(problem, Problem::Unreadable { .. }));
        if self.listed.len() < LISTED {
            self.listed.push(problem);
        }
    }

    pub(super) fn extend(&mut self, problems: Vec<Problem>) {
        problems.into_iter().for_each(|problem| self.push(problem));
    }

    pub(super) fn count(&self) -> u64 {
        self.count
    }

    /// What could not be read leaves the question open; everything else answers it.
    pub(super) fn verdict(&self) -> Verdict {
        match (self.count, self.count == self.unreadable) {
            (0, _) => Verdict::Holds,
            (_, true) => Verdict::NotChecked,
            (_, false) => Verdict::DoesNotHold,
        }
    }

    /// The first problem and how many more, or `fine`.
    pub(super) fn describe(&self, fine: &str) -> String {
        match (self.listed.first(), self.count) {
            (Some(first), 1) => first.to_string(),
            (Some(first), count) => format!("{first}; and {} more", count - 1),
            (None, _) => fine.to_owned(),
        }
    }

    pub(super) fn into_listed(self) -> Vec<Problem> {
        self.listed
    }
}
