//! Tests of the right edge against the tree over all leaves.

use proof::{
    digest::Digest,
    merkle::{self, leaf_hash},
};
use proptest::prelude::*;

use super::{Hashes, Tree};
use crate::{Batch, Error, Row, Storage, faulty::Memory};

fn leaf(index: u64) -> Digest {
    leaf_hash(&index.to_be_bytes())
}

/// A storage and a tree of `size` leaves, appended in batches of `batch`.
fn grown(size: u64, batch: u64) -> (Memory, Tree) {
    let memory = Memory::default();
    let mut tree = Tree::default();
    while tree.size() < size {
        let first = tree.size();
        let mut next = Batch {
            first,
            ..Batch::default()
        };
        for index in first..size.min(first + batch) {
            tree.push(leaf(index), &mut |level, at, hash| {
                next.hashes.push((level, at, hash));
            });
            next.rows.push(Row {
                leaf: leaf(index),
                bytes: &[],
                payloads: Vec::new(),
            });
        }
        memory.append(&next).unwrap();
    }
    (memory, tree)
}

fn root(size: u64) -> Digest {
    merkle::root(&(0..size).map(leaf).collect::<Vec<_>>())
}

#[test]
fn a_tree_read_back_is_the_tree_that_was_written_and_grows_like_it() {
    for size in [
        0, 1, 255, 256, 257, 511, 512, 65_535, 65_536, 65_537, 131_329,
    ] {
        let (memory, mut tree) = grown(size, 1_000);
        let mut loaded = Tree::load(&memory, size).unwrap();
        assert_eq!(tree.root(), root(size), "size {size}");
        assert_eq!(loaded.root(), tree.root(), "size {size}");
        for index in size..size + 300 {
            let (mut a, mut b) = (Vec::new(), Vec::new());
            loaded.push(leaf(index), &mut |level, at, hash| {
                a.push((level, at, hash));
            });
            tree.push(leaf(index), &mut |level, at, hash| {
                b.push((level, at, hash));
            });
            assert_eq!(a, b);
        }
        assert_eq!(loaded.root(), tree.root(), "size {size} grown");
    }
}

proptest! {
    #[test]
    fn stored_hashes_prove_every_entry(size in 1_u64..1_500, at in any::<prop::sample::Index>()) {
        let (memory, _) = grown(1_500, 700);
        let index = at.index(size as usize) as u64;
        let mut hashes = Hashes::new(&memory, size);
        let proof = merkle::inclusion_proof::<Error>(index, size, &mut |at| hashes.get(at)).unwrap();
        prop_assert_eq!(merkle::verify_inclusion(&leaf(index), index, size, &proof, &root(size)), Ok(()));
        prop_assert_eq!(Tree::load(&memory, size).unwrap().root(), root(size));
    }
}
