//! The right edge of a tree: all that is needed to append to it and to know its root.

use super::{empty_root, node_hash, prove::subtree_root};
use crate::{digest::Digest, tile::HashIndex};

/// The roots of the complete subtrees that a tree falls into, largest first: at most 64 hashes for a tree of any size.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frontier {
    size: u64,
    /// One hash for every bit that is set in `size`, highest bit first.
    peaks: Vec<Digest>,
}

impl Frontier {
    /// Of the tree without leaves.
    pub fn new() -> Self {
        Self::default()
    }

    /// Of the tree over `leaves`, which are leaf hashes.
    pub fn from_leaves(leaves: &[Digest]) -> Self {
        let mut frontier = Self::new();
        leaves.iter().for_each(|leaf| frontier.push(*leaf));
        frontier
    }

    /// Of the tree of `size` leaves whose stored hashes `reader` gives.
    ///
    /// # Errors
    ///
    /// What the reader fails with.
    pub fn read<E>(
        size: u64,
        reader: &mut dyn FnMut(HashIndex) -> Result<Digest, E>,
    ) -> Result<Self, E> {
        let mut peaks = Vec::new();
        let mut start = 0;
        for height in (0..64).rev().filter(|height| size >> height & 1 == 1) {
            peaks.push(subtree_root(height, start >> height, reader)?);
            start += 1 << height;
        }
        Ok(Self { size, peaks })
    }

    /// Adds the next leaf, given by its hash. A tree of 2^64 − 1 leaves stays as it is.
    pub fn push(&mut self, leaf: Digest) {
        self.push_subtree(0, leaf);
    }

    /// Adds a complete subtree of 2^`height` leaves, given by its root; gives back whether it fits, which it does when
    /// the size is a multiple of its leaves.
    pub fn push_subtree(&mut self, height: u32, root: Digest) -> bool {
        let Some(leaves) = 1_u64.checked_shl(height) else {
            return false;
        };
        let Some(size) = self
            .size
            .checked_add(leaves)
            .filter(|_| self.size.is_multiple_of(leaves))
        else {
            return false;
        };
        let mut hash = root;
        for _ in 0..(self.size >> height).trailing_ones() {
            if let Some(left) = self.peaks.pop() {
                hash = node_hash(&left, &hash);
            }
        }
        self.peaks.push(hash);
        self.size = size;
        true
    }

    /// Leaves in the tree.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The root of the tree.
    pub fn root(&self) -> Digest {
        let Some((last, rest)) = self.peaks.split_last() else {
            return empty_root();
        };
        rest.iter()
            .rev()
            .fold(*last, |right, left| node_hash(left, &right))
    }
}
