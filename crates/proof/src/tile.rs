//! Tiles: where the hashes of a tree and its entries lie, as C2SP tlog-tiles says.

mod bundle;
mod path;

pub use self::{
    bundle::{MAX_ENTRY_BYTES, decode_bundle, encode_bundle},
    path::{TilePath, entries_path, parse_path},
};

use std::fmt;

use crate::{digest::Digest, merkle};

/// Hashes in a full tile, and entries in a full bundle (C2SP tlog-tiles, "Merkle Tree").
pub const TILE_WIDTH: u64 = 256;

/// Levels of the tree within one tile: 256 is two to the eighth.
pub const TILE_HEIGHT: u32 = 8;

/// Levels of tiles in a tree whose size fits 64 bits.
pub const TILE_LEVELS: u8 = 8;

/// The place of one stored hash: the root over the leaves from `index` × 256^`level`, 256^`level` in number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HashIndex {
    /// Level of tiles: 0 holds leaf hashes. Below [`TILE_LEVELS`].
    pub level: u8,
    /// Place within the level, across its tiles.
    pub index: u64,
}

impl HashIndex {
    /// The tile that holds it in a tree of `size` leaves, and its place there; `None` when that tree has no such hash.
    pub fn tile(self, size: u64) -> Option<(TileId, usize)> {
        let tile = TileId::in_tree(self.level, self.index / TILE_WIDTH, size)?;
        let place = self.index % TILE_WIDTH;
        (place < u64::from(tile.width)).then_some((tile, place as usize))
    }
}

/// One tile of hashes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TileId {
    /// Level: 0 holds leaf hashes; each hash of a higher one is the root over a full tile of the level below. At most 63.
    pub level: u8,
    /// Place within the level.
    pub index: u64,
    /// Hashes in it, 1 to 256; below 256 it is partial, and another one takes its place when the tree grows.
    pub width: u16,
}

impl TileId {
    /// The tile at this place in a tree of `size` leaves; `None` when that tree has none there.
    pub fn in_tree(level: u8, index: u64, size: u64) -> Option<Self> {
        let start = index.checked_mul(TILE_WIDTH)?;
        let width = hashes_in_level(level, size)
            .checked_sub(start)?
            .min(TILE_WIDTH) as u16;
        (width > 0).then_some(Self {
            level,
            index,
            width,
        })
    }

    /// Whether it has fewer hashes than a full tile.
    pub fn is_partial(self) -> bool {
        u64::from(self.width) < TILE_WIDTH
    }

    /// The full tile at the same place.
    pub fn full(self) -> Self {
        Self {
            width: TILE_WIDTH as u16,
            ..self
        }
    }

    /// Bytes of the tile: 32 for each hash.
    pub fn bytes(self) -> usize {
        usize::from(self.width) * 32
    }

    /// The hashes in `bytes`.
    ///
    /// # Errors
    ///
    /// [`TileError::TileLength`].
    pub fn hashes(self, bytes: &[u8]) -> Result<Vec<Digest>, TileError> {
        if bytes.len() != self.bytes() {
            return Err(TileError::TileLength {
                expected: self.bytes(),
                found: bytes.len(),
            });
        }
        Ok(bytes
            .chunks_exact(32)
            .filter_map(Digest::from_slice)
            .collect())
    }
}

/// Complete hashes of `level` in a tree of `size` leaves.
pub fn hashes_in_level(level: u8, size: u64) -> u64 {
    size.checked_shr(TILE_HEIGHT * u32::from(level))
        .unwrap_or(0)
}

/// The tiles of a tree of `size` leaves, level by level, each level from the left; the last of a level may be partial.
pub fn tiles(size: u64) -> impl Iterator<Item = TileId> {
    new_tiles(0, size)
}

/// The tiles of a tree of `new_size` leaves that the tree of its first `old_size` leaves has not, in the order of [`tiles`].
pub fn new_tiles(old_size: u64, new_size: u64) -> impl Iterator<Item = TileId> {
    (0..TILE_LEVELS).flat_map(move |level| {
        let old = hashes_in_level(level, old_size);
        let new = hashes_in_level(level, new_size);
        let range = if old < new {
            old / TILE_WIDTH..new.div_ceil(TILE_WIDTH)
        } else {
            0..0
        };
        range.filter_map(move |index| TileId::in_tree(level, index, new_size))
    })
}

/// The bytes of a tile of `hashes`.
pub fn encode_tile(hashes: &[Digest]) -> Vec<u8> {
    hashes.iter().flat_map(|hash| hash.0).collect()
}

/// The root over the hashes of a full tile, which is a hash of the level above.
///
/// Any power of two of hashes gives the root of a complete subtree; other numbers that of the tree over them.
pub fn tile_root(hashes: &[Digest]) -> Digest {
    merkle::root(hashes)
}

/// What is wrong with a tile, a bundle or its path.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TileError {
    /// The path is none of C2SP tlog-tiles.
    Path {
        /// The path as given.
        path: String,
    },
    /// A tile has another length than its width says.
    TileLength {
        /// Bytes it should have.
        expected: usize,
        /// Bytes it has.
        found: usize,
    },
    /// An entry is longer than its 16-bit length can say.
    EntryTooLong {
        /// Place in the bundle.
        place: usize,
        /// Bytes in the entry.
        bytes: usize,
    },
    /// A bundle would hold more than 256 entries.
    TooManyEntries {
        /// Entries given.
        found: usize,
    },
    /// A bundle ends within an entry, or before its last one.
    BundleTooShort {
        /// Place of the entry that is not whole.
        place: usize,
    },
    /// A bundle goes on after its last entry.
    BundleTooLong {
        /// Bytes after the last entry.
        extra: usize,
    },
}

impl fmt::Display for TileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Path { path } => write!(f, "`{path}` is not the path of a tile"),
            Self::TileLength { expected, found } => {
                write!(f, "the tile has {found} bytes, it needs {expected}")
            }
            Self::EntryTooLong { place, bytes } => write!(
                f,
                "entry {place} of the bundle has {bytes} bytes, more than {MAX_ENTRY_BYTES}"
            ),
            Self::TooManyEntries { found } => {
                write!(f, "{found} entries do not fit a bundle of {TILE_WIDTH}")
            }
            Self::BundleTooShort { place } => {
                write!(f, "the bundle ends before the end of its entry {place}")
            }
            Self::BundleTooLong { extra } => {
                write!(
                    f,
                    "the bundle goes on for {extra} bytes after its last entry"
                )
            }
        }
    }
}

impl std::error::Error for TileError {}

#[cfg(test)]
mod tests;
