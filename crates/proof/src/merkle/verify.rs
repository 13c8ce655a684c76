//! Checking proofs against roots, without the tree.

use super::{ProofError, empty_root, node_hash};
use crate::digest::Digest;

/// Checks that the leaf with this hash lies at `index` in the tree of `size` leaves with this root (RFC 9162, section 2.1.3.2, which says
/// how to check the proofs of RFC 6962).
///
/// # Errors
///
/// Why it does not hold.
pub fn verify_inclusion(
    leaf: &Digest,
    index: u64,
    size: u64,
    proof: &[Digest],
    root: &Digest,
) -> Result<(), ProofError> {
    let found = root_from_inclusion(leaf, index, size, proof)?;
    if found == *root {
        Ok(())
    } else {
        Err(ProofError::RootMismatch {
            expected: *root,
            found,
        })
    }
}

/// The root that `proof` leads to from the leaf at `index`.
///
/// # Errors
///
/// [`ProofError::IndexBeyondSize`] or [`ProofError::Length`].
pub fn root_from_inclusion(
    leaf: &Digest,
    index: u64,
    size: u64,
    proof: &[Digest],
) -> Result<Digest, ProofError> {
    if index >= size {
        return Err(ProofError::IndexBeyondSize { index, size });
    }
    let expected = path_length(index, size);
    if proof.len() != expected {
        return Err(ProofError::Length {
            expected,
            found: proof.len(),
        });
    }
    let (mut node, mut last) = (index, size - 1);
    let mut hash = *leaf;
    for sibling in proof {
        // A node without right sibling takes the place of its parent until it has a left one.
        while node % 2 == 0 && node == last {
            node /= 2;
            last /= 2;
        }
        hash = if node % 2 == 1 {
            node_hash(sibling, &hash)
        } else {
            node_hash(&hash, sibling)
        };
        node /= 2;
        last /= 2;
    }
    Ok(hash)
}

/// Checks that the first `old_size` leaves of the tree with `new_root` are the tree with `old_root` (RFC 9162, section 2.1.4.2).
///
/// The empty tree is the beginning of every tree; its proof is empty, and so is that of a tree with itself.
///
/// # Errors
///
/// Why it does not hold.
pub fn verify_consistency(
    old_size: u64,
    old_root: &Digest,
    new_size: u64,
    new_root: &Digest,
    proof: &[Digest],
) -> Result<(), ProofError> {
    if old_size > new_size {
        return Err(ProofError::SizesReversed {
            old: old_size,
            new: new_size,
        });
    }
    let expected = consistency_length(old_size, new_size);
    if proof.len() != expected {
        return Err(ProofError::Length {
            expected,
            found: proof.len(),
        });
    }
    if old_size == 0 {
        check_old(old_root, empty_root())?;
        return if new_size == 0 {
            check_new(new_root, *old_root)
        } else {
            Ok(())
        };
    }
    if old_size == new_size {
        return check_new(new_root, *old_root);
    }
    let (old, new) = roots_from_consistency(old_size, old_root, new_size, proof);
    check_old(old_root, old)?;
    check_new(new_root, new)
}

/// Both roots that a proof of the right length leads to, for `0 < old_size < new_size`.
fn roots_from_consistency(
    old_size: u64,
    old_root: &Digest,
    new_size: u64,
    proof: &[Digest],
) -> (Digest, Digest) {
    let (mut node, mut last) = (old_size - 1, new_size - 1);
    let climb = node.trailing_ones();
    node >>= climb;
    last >>= climb;
    let (first, rest) = match proof.split_first() {
        Some((first, rest)) if !old_size.is_power_of_two() => (first, rest),
        // A complete older tree is a node of the newer one, and its root is left out of the proof.
        _ => (old_root, proof),
    };
    let (mut old, mut new) = (*first, *first);
    for sibling in rest {
        while node % 2 == 0 && node == last && node > 0 {
            node /= 2;
            last /= 2;
        }
        if node % 2 == 1 {
            old = node_hash(sibling, &old);
            new = node_hash(sibling, &new);
        } else if node == last {
            // Only beyond the root, which a proof of the right length does not reach.
            break;
        } else {
            new = node_hash(&new, sibling);
        }
        node /= 2;
        last /= 2;
    }
    (old, new)
}

fn check_old(expected: &Digest, found: Digest) -> Result<(), ProofError> {
    if found == *expected {
        Ok(())
    } else {
        Err(ProofError::OldRootMismatch {
            expected: *expected,
            found,
        })
    }
}

fn check_new(expected: &Digest, found: Digest) -> Result<(), ProofError> {
    if found == *expected {
        Ok(())
    } else {
        Err(ProofError::RootMismatch {
            expected: *expected,
            found,
        })
    }
}

/// Hashes of an inclusion proof: one for each level below the one where the leaf's path joins the right edge, and one for each left
/// sibling above it.
fn path_length(index: u64, size: u64) -> usize {
    let inner = bits(index ^ (size - 1));
    let border = (index.checked_shr(inner).unwrap_or(0)).count_ones();
    (inner + border) as usize
}

/// Hashes of a consistency proof: the path of the largest subtree that ends where the older tree ends, and its root unless known.
fn consistency_length(old_size: u64, new_size: u64) -> usize {
    if old_size == 0 || old_size == new_size {
        return 0;
    }
    let below = old_size.trailing_zeros();
    let path = path_length(old_size - 1, new_size) - below as usize;
    path + usize::from(!old_size.is_power_of_two())
}

/// Bits needed to write `number`; 0 for 0.
fn bits(number: u64) -> u32 {
    u64::BITS - number.leading_zeros()
}
