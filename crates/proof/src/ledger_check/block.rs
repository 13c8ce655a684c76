//! One block: up to 256 entries, their bundle and their tile.

use super::{Read, problem::Problem};
use crate::{
    digest::Digest,
    merkle::leaf_hash,
    tile::{MAX_ENTRY_BYTES, TILE_WIDTH, TileId, decode_bundle, entries_path},
};

/// Most bytes of a bundle: 256 entries, each with its length.
const MAX_BUNDLE_BYTES: usize = TILE_WIDTH as usize * (MAX_ENTRY_BYTES + 2);

/// Most bytes of a tile: 256 hashes.
pub(super) const MAX_TILE_BYTES: usize = TILE_WIDTH as usize * 32;

/// What came out of one block.
pub(super) struct Block {
    /// The hashes of the tile, or of the entries when there is no readable tile; `None` when there are neither.
    pub(super) hashes: Option<Vec<Digest>>,
    pub(super) entry_problems: Vec<Problem>,
    pub(super) tile_problems: Vec<Problem>,
    pub(super) entry_bytes: u64,
}

/// Hashes the entries of block `index` of a ledger of `size` entries and compares them with its tile.
pub(super) fn check_block(read: &Read<'_>, index: u64, size: u64) -> Block {
    let mut block = Block {
        hashes: None,
        entry_problems: Vec::new(),
        tile_problems: Vec::new(),
        entry_bytes: 0,
    };
    let Some(tile) = TileId::in_tree(0, index, size) else {
        return block;
    };
    let entries = match hash_entries(read, tile, &mut block.entry_bytes) {
        Ok(entries) => Some(entries),
        Err(problem) => {
            block.entry_problems.push(problem);
            None
        }
    };
    let hashes = match read_tile(read, tile) {
        Ok(hashes) => Some(hashes),
        Err(problem) => {
            block.tile_problems.push(problem);
            None
        }
    };
    if let (Some((path, entries)), Some(hashes)) = (&entries, &hashes) {
        for (place, (entry, hash)) in entries.iter().zip(hashes).enumerate() {
            if entry != hash {
                let index = index * TILE_WIDTH + place as u64;
                block.entry_problems.push(Problem::EntryHash {
                    index,
                    path: path.clone(),
                });
            }
        }
    }
    block.hashes = hashes.or(entries.map(|(_, entries)| entries));
    block
}

/// Reads a tile. A partial one may have given way to the full one (C2SP tlog-tiles, "Partial Tiles").
pub(super) fn read_tile(read: &Read<'_>, tile: TileId) -> Result<Vec<Digest>, Problem> {
    let (found, path, bytes) = read_either(read, tile, MAX_TILE_BYTES, TileId::path)?;
    let mut hashes = found
        .hashes(&bytes)
        .map_err(|error| Problem::Malformed { path, error })?;
    hashes.truncate(usize::from(tile.width));
    Ok(hashes)
}

/// The path of the bundle, and the hashes of its entries.
fn hash_entries(
    read: &Read<'_>,
    tile: TileId,
    entry_bytes: &mut u64,
) -> Result<(String, Vec<Digest>), Problem> {
    let path = |tile: TileId| entries_path(tile.index, tile.width);
    let (found, path, bytes) = read_either(read, tile, MAX_BUNDLE_BYTES, path)?;
    let entries = match decode_bundle(&bytes, found.width) {
        Ok(entries) => entries,
        Err(error) => return Err(Problem::Malformed { path, error }),
    };
    let entries = &entries[..usize::from(tile.width)];
    *entry_bytes = entries.iter().map(|entry| entry.len() as u64).sum();
    Ok((path, entries.iter().map(|entry| leaf_hash(entry)).collect()))
}

/// Reads the file of a tile or, when a partial one is not there, of the full one.
fn read_either(
    read: &Read<'_>,
    tile: TileId,
    limit: usize,
    path: impl Fn(TileId) -> String,
) -> Result<(TileId, String, Vec<u8>), Problem> {
    let try_read = |tile: TileId| {
        let path = path(tile);
        match read(&path, limit) {
            Ok(bytes) => Ok(bytes.map(|bytes| (tile, path, bytes))),
            Err(error) => Err(Problem::Unreadable {
                path,
                kind: error.kind(),
            }),
        }
    };
    if let Some(found) = try_read(tile)? {
        return Ok(found);
    }
    let full = if tile.is_partial() {
        try_read(tile.full())?
    } else {
        None
    };
    full.ok_or_else(|| Problem::Missing { path: path(tile) })
}
