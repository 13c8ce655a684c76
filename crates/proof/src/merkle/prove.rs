//! Making proofs from stored hashes.

use super::{Frontier, ProofError, node_hash, split};
use crate::{
    digest::Digest,
    tile::{HashIndex, TILE_HEIGHT},
};

/// Fetches one stored hash.
type Reader<'r, E> = &'r mut dyn FnMut(HashIndex) -> Result<Digest, E>;

/// The path from leaf `index` to the root of the tree of `size` leaves, its sibling first (RFC 6962, section 2.1.1).
///
/// # Errors
///
/// [`ProofError::IndexBeyondSize`], and what the reader fails with.
pub fn inclusion_proof<E: From<ProofError>>(
    index: u64,
    size: u64,
    reader: Reader<'_, E>,
) -> Result<Vec<Digest>, E> {
    if index >= size {
        return Err(ProofError::IndexBeyondSize { index, size }.into());
    }
    let mut proof = Vec::new();
    let (mut start, mut end) = (0, size);
    while end - start > 1 {
        let middle = start + split(end - start);
        if index < middle {
            proof.push(range_root(middle, end, reader)?);
            end = middle;
        } else {
            proof.push(range_root(start, middle, reader)?);
            start = middle;
        }
    }
    proof.reverse();
    Ok(proof)
}

/// The hashes that lead from the root of the first `old_size` leaves to that of the first `new_size` (RFC 6962, section 2.1.2).
/// Empty when the older tree is empty or both are one.
///
/// # Errors
///
/// [`ProofError::SizesReversed`], and what the reader fails with.
pub fn consistency_proof<E: From<ProofError>>(
    old_size: u64,
    new_size: u64,
    reader: Reader<'_, E>,
) -> Result<Vec<Digest>, E> {
    if old_size > new_size {
        return Err(ProofError::SizesReversed {
            old: old_size,
            new: new_size,
        }
        .into());
    }
    let mut proof = Vec::new();
    if old_size == 0 {
        return Ok(proof);
    }
    let (mut start, mut end) = (0, new_size);
    while old_size < end {
        let middle = start + split(end - start);
        if old_size <= middle {
            proof.push(range_root(middle, end, reader)?);
            end = middle;
        } else {
            proof.push(range_root(start, middle, reader)?);
            start = middle;
        }
    }
    // From zero, the subtree is the older tree itself, whose root the verifier has.
    if start > 0 {
        proof.push(range_root(start, end, reader)?);
    }
    proof.reverse();
    Ok(proof)
}

/// The root of the complete subtree number `index` of 2^`height` leaves, from the hashes of the highest stored level within it.
///
/// # Errors
///
/// What the reader fails with.
pub fn subtree_root<E>(height: u32, index: u64, reader: Reader<'_, E>) -> Result<Digest, E> {
    let level = height / TILE_HEIGHT;
    let count = 1 << (height % TILE_HEIGHT);
    let mut frontier = Frontier::new();
    for place in index * count..(index + 1) * count {
        frontier.push(reader(HashIndex {
            level: level as u8,
            index: place,
        })?);
    }
    Ok(frontier.root())
}

/// The root over leaves `start..end`, which are a subtree of the tree: `start` is a multiple of a power of two not below their number.
fn range_root<E>(start: u64, end: u64, reader: Reader<'_, E>) -> Result<Digest, E> {
    let mut roots = Vec::new();
    let mut at = start;
    while at < end {
        let height = (end - at).ilog2();
        roots.push(subtree_root(height, at >> height, reader)?);
        at += 1 << height;
    }
    let mut root = None;
    for left in roots.into_iter().rev() {
        root = Some(root.map_or(left, |right| node_hash(&left, &right)));
    }
    Ok(root.unwrap_or_else(super::empty_root))
}
