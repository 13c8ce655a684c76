//! The Merkle tree of RFC 6962: its root while it grows, and proofs about it.
//!
//! Proofs are made from hashes that a reader fetches one by one, so that they come out of tiles or a database alike.

mod frontier;
mod prove;
mod verify;

pub use self::{
    frontier::Frontier,
    prove::{consistency_proof, inclusion_proof, subtree_root},
    verify::{root_from_inclusion, verify_consistency, verify_inclusion},
};

use std::fmt;

use crate::digest::{Digest, Hasher};

/// The hash of a leaf: SHA-256 of a zero byte and the entry (RFC 6962, section 2.1).
pub fn leaf_hash(entry: &[u8]) -> Digest {
    let mut hasher = Hasher::new();
    hasher.update(&[0]);
    hasher.update(entry);
    hasher.finish()
}

/// The hash of an inner node: SHA-256 of the byte 1 and its two children (RFC 6962, section 2.1).
pub fn node_hash(left: &Digest, right: &Digest) -> Digest {
    let mut bytes = [1; 65];
    bytes[1..33].copy_from_slice(&left.0);
    bytes[33..].copy_from_slice(&right.0);
    Digest::of(&bytes)
}

/// The root of the tree without leaves: the hash of nothing (RFC 6962, section 2.1).
pub fn empty_root() -> Digest {
    Digest::of(&[])
}

/// The root over `leaves`, which are leaf hashes.
pub fn root(leaves: &[Digest]) -> Digest {
    Frontier::from_leaves(leaves).root()
}

/// Why a proof does not hold, or cannot be made.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ProofError {
    /// The tree of this size has no leaf at this index.
    IndexBeyondSize {
        /// The index asked for.
        index: u64,
        /// Leaves in the tree.
        size: u64,
    },
    /// The older tree is larger than the newer one.
    SizesReversed {
        /// Leaves in the tree that should be the older one.
        old: u64,
        /// Leaves in the tree that should be the newer one.
        new: u64,
    },
    /// The proof has too few or too many hashes.
    Length {
        /// Hashes that a proof between these places has.
        expected: usize,
        /// Hashes that this one has.
        found: usize,
    },
    /// The proof leads to another root than the tree's.
    RootMismatch {
        /// The root that the checkpoint states.
        expected: Digest,
        /// The root that follows from the proof.
        found: Digest,
    },
    /// The proof leads to another root than the older tree's.
    OldRootMismatch {
        /// The root that the older checkpoint states.
        expected: Digest,
        /// The root that follows from the proof.
        found: Digest,
    },
}

impl fmt::Display for ProofError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::IndexBeyondSize { index, size } => {
                write!(f, "there is no entry {index} in a tree of {size}")
            }
            Self::SizesReversed { old, new } => {
                write!(f, "a tree of {old} is not older than a tree of {new}")
            }
            Self::Length { expected, found } => {
                write!(f, "the proof has {found} hashes, it needs {expected}")
            }
            Self::RootMismatch { expected, found } => {
                write!(
                    f,
                    "the proof leads to the root {found}, the tree has {expected}"
                )
            }
            Self::OldRootMismatch { expected, found } => {
                write!(
                    f,
                    "the proof leads to the root {found}, the older tree has {expected}"
                )
            }
        }
    }
}

impl std::error::Error for ProofError {}

/// The largest power of two below `size`, where the tree of that size divides (RFC 6962, section 2.1). `size` is at least 2.
fn split(size: u64) -> u64 {
    1 << (size - 1).ilog2()
}

#[cfg(test)]
mod tests;
