//! The right edge of the Merkle tree: what must be in memory to append, and what is read to prove.
//!
//! Stored hashes lie in levels of 256, as C2SP tlog-tiles lays them out: level 0 holds leaf hashes, and each hash of level `l + 1` is the
//! root over 256 hashes of level `l`. At most 255 hashes of a level are not yet covered by the level above. So an archive of any size
//! opens by reading a few kilobytes.

use std::collections::BTreeMap;

use proof::{
    digest::Digest,
    merkle::Frontier,
    tile::{HashIndex, TILE_LEVELS, TILE_WIDTH, TileId, hashes_in_level},
};

use crate::{Error, Result, storage::Storage};

/// The right edge of a tree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tree {
    whole: Frontier,
    /// By level, the tile that is not full yet, as a tree over its own hashes.
    tiles: Vec<Frontier>,
}

impl Tree {
    /// The right edge of the first `size` entries.
    pub(crate) fn load(storage: &dyn Storage, size: u64) -> Result<Self> {
        let mut tiles = Vec::new();
        for level in 0..TILE_LEVELS {
            let count = hashes_in_level(level, size);
            if count == 0 {
                break;
            }
            let partial = count % TILE_WIDTH;
            let hashes = if partial == 0 {
                Vec::new()
            } else {
                storage.hashes(level, count - partial, partial)?
            };
            tiles.push(Frontier::from_leaves(&hashes));
        }
        let mut hashes = Hashes::new(storage, size);
        let whole = Frontier::read(size, &mut |index| hashes.get(index))?;
        Ok(Self { whole, tiles })
    }

    pub(crate) fn size(&self) -> u64 {
        self.whole.size()
    }

    /// The root (RFC 6962, section 2.1).
    pub(crate) fn root(&self) -> Digest {
        self.whole.root()
    }

    /// Adds the next leaf and hands every hash that this completes in a higher level to `completed`: level, index, hash.
    pub(crate) fn push(&mut self, leaf: Digest, completed: &mut dyn FnMut(u8, u64, Digest)) {
        self.whole.push(leaf);
        let mut hash = leaf;
        for level in 0..TILE_LEVELS {
            if self.tiles.len() == usize::from(level) {
                self.tiles.push(Frontier::new());
            }
            let tile = &mut self.tiles[usize::from(level)];
            tile.push(hash);
            if tile.size() < TILE_WIDTH {
                break;
            }
            hash = tile.root();
            *tile = Frontier::new();
            completed(
                level + 1,
                hashes_in_level(level + 1, self.whole.size()) - 1,
                hash,
            );
        }
    }
}

/// Stored hashes of the tree over the first `size` entries, read a tile at a time: proofs ask for neighbours.
pub(crate) struct Hashes<'a> {
    storage: &'a dyn Storage,
    size: u64,
    tiles: BTreeMap<TileId, Vec<Digest>>,
}

impl<'a> Hashes<'a> {
    pub(crate) fn new(storage: &'a dyn Storage, size: u64) -> Self {
        Self {
            storage,
            size,
            tiles: BTreeMap::new(),
        }
    }

    pub(crate) fn get(&mut self, at: HashIndex) -> Result<Digest> {
        let missing = Error::HashesMissing {
            level: at.level,
            from: at.index,
            expected: 1,
            found: 0,
        };
        let Some((tile, place)) = at.tile(self.size) else {
            return Err(missing);
        };
        if !self.tiles.contains_key(&tile) {
            self.tiles.insert(tile, read_tile(self.storage, tile)?);
        }
        self.tiles
            .get(&tile)
            .and_then(|hashes| hashes.get(place))
            .copied()
            .ok_or(missing)
    }
}

/// The hashes of one tile.
pub(crate) fn read_tile(storage: &dyn Storage, tile: TileId) -> Result<Vec<Digest>> {
    storage.hashes(tile.level, tile.index * TILE_WIDTH, u64::from(tile.width))
}

#[cfg(test)]
mod tests;
