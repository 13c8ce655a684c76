//! The levels above the blocks, followed from the left while the blocks come in.

use super::{
    Read,
    block::read_tile,
    problem::{Problem, Problems},
};
use crate::{
    digest::Digest,
    merkle::Frontier,
    tile::{TILE_HEIGHT, TILE_WIDTH, TileId, tile_root},
};

/// For each level above the lowest, the hashes that its next tile must have.
pub(super) struct Tower {
    size: u64,
    levels: Vec<Level>,
    frontier: Frontier,
    /// Tiles of the lowest level that came in.
    blocks: u64,
    complete: bool,
}

#[derive(Default)]
struct Level {
    /// Tiles compared.
    tiles: u64,
    /// Hashes for the next one; `None` where the tile below could not be read.
    hashes: Vec<Option<Digest>>,
}

impl Tower {
    pub(super) fn new(size: u64) -> Self {
        Self {
            size,
            levels: Vec::new(),
            frontier: Frontier::new(),
            blocks: 0,
            complete: true,
        }
    }

    /// Takes the hashes of the next tile of the lowest level.
    pub(super) fn push(
        &mut self,
        read: &Read<'_>,
        hashes: Option<&[Digest]>,
        problems: &mut Problems,
    ) {
        self.blocks += 1;
        // A partial tile, which is the last of the level, has no hash above it.
        let full = self.blocks <= self.size / TILE_WIDTH;
        let Some(hashes) = hashes else {
            self.complete = false;
            if full {
                self.rise(read, None, problems);
            }
            return;
        };
        if full {
            let root = tile_root(hashes);
            self.frontier.push_subtree(TILE_HEIGHT, root);
            self.rise(read, Some(root), problems);
        } else {
            hashes.iter().for_each(|hash| self.frontier.push(*hash));
        }
    }

    /// Compares the tiles at the right edge, which are partial.
    pub(super) fn finish(&mut self, read: &Read<'_>, problems: &mut Problems) {
        for level in 0..self.levels.len() {
            self.compare(read, level, problems);
        }
    }

    /// Whether every hash of the lowest level was there.
    pub(super) fn is_complete(&self) -> bool {
        self.complete
    }

    pub(super) fn root(&self) -> Digest {
        self.frontier.root()
    }

    /// Adds the root of a full tile to the level above it, and so on upward for each tile that this fills.
    fn rise(&mut self, read: &Read<'_>, root: Option<Digest>, problems: &mut Problems) {
        let mut root = root;
        for level in 0.. {
            if self.levels.len() == level {
                self.levels.push(Level::default());
            }
            self.levels[level].hashes.push(root);
            if (self.levels[level].hashes.len() as u64) < TILE_WIDTH {
                return;
            }
            root = self.compare(read, level, problems);
        }
    }

    /// Compares the next tile of a level with the hashes it must have, and gives back its root where that is known.
    fn compare(
        &mut self,
        read: &Read<'_>,
        level: usize,
        problems: &mut Problems,
    ) -> Option<Digest> {
        let expected = std::mem::take(&mut self.levels[level].hashes);
        let index = self.levels[level].tiles;
        self.levels[level].tiles += 1;
        let tile = TileId::in_tree(level as u8 + 1, index, self.size)?;
        match read_tile(read, tile) {
            Ok(found) => {
                let mut pairs = expected.iter().zip(&found);
                if let Some(place) = pairs.position(|(expected, found)| {
                    expected.is_some_and(|expected| expected != *found)
                }) {
                    problems.push(Problem::NodeHash { tile, place });
                }
            }
            Err(problem) => problems.push(problem),
        }
        let known: Option<Vec<Digest>> = expected.into_iter().collect();
        known.map(|hashes| tile_root(&hashes))
    }
}
