//! Bundles of entries, each preceded by its length.

use super::{TILE_WIDTH, TileError};

/// Bytes of the longest entry: the length before it is a 16-bit number (C2SP tlog-tiles, "Log entries").
pub const MAX_ENTRY_BYTES: usize = 65_535;

/// The bytes of a bundle of `entries`: each preceded by its length as a big-endian 16-bit number.
///
/// # Errors
///
/// [`TileError::EntryTooLong`] and [`TileError::TooManyEntries`].
pub fn encode_bundle(entries: &[&[u8]]) -> Result<Vec<u8>, TileError> {
    if entries.len() as u64 > TILE_WIDTH {
        return Err(TileError::TooManyEntries {
            found: entries.len(),
        });
    }
    let mut bytes = Vec::with_capacity(entries.iter().map(|entry| entry.len() + 2).sum());
    for (place, entry) in entries.iter().enumerate() {
        let length = u16::try_from(entry.len()).map_err(|_| TileError::EntryTooLong {
            place,
            bytes: entry.len(),
        })?;
        bytes.extend_from_slice(&length.to_be_bytes());
        bytes.extend_from_slice(entry);
    }
    Ok(bytes)
}

/// The entries of a bundle, which must be exactly `width`.
///
/// # Errors
///
/// [`TileError::BundleTooShort`] and [`TileError::BundleTooLong`].
pub fn decode_bundle(bytes: &[u8], width: u16) -> Result<Vec<&[u8]>, TileError> {
    let mut entries = Vec::with_capacity(usize::from(width).min(bytes.len() / 2));
    let mut rest = bytes;
    for place in 0..usize::from(width) {
        let (length, after) = rest
            .split_first_chunk::<2>()
            .ok_or(TileError::BundleTooShort { place })?;
        let length = usize::from(u16::from_be_bytes(*length));
        let (entry, after) = after
            .split_at_checked(length)
            .ok_or(TileError::BundleTooShort { place })?;
        entries.push(entry);
        rest = after;
    }
    if rest.is_empty() {
        Ok(entries)
    } else {
        Err(TileError::BundleTooLong { extra: rest.len() })
    }
}
