//! Published trees, and every proof of small trees.

use proptest::prelude::*;

use super::{
    Frontier, ProofError, consistency_proof, empty_root, inclusion_proof, leaf_hash, node_hash,
    root, split, verify_consistency, verify_inclusion,
};
use crate::{
    digest::Digest,
    tile::{HashIndex, TileId, hashes_in_level, new_tiles, tile_root, tiles},
};

/// Leaves and roots of the test tree of the Certificate Transparency project (`merkletree/merkle_tree_test.cc`, also
/// `testonly/reference.go` of transparency-dev/merkle).
const CT_LEAVES: [&[u8]; 8] = [
    &[],
    &[0x00],
    &[0x10],
    &[0x20, 0x21],
    &[0x30, 0x31],
    &[0x40, 0x41, 0x42, 0x43],
    &[0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57],
    &[
        0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6a, 0x6b, 0x6c, 0x6d, 0x6e,
        0x6f,
    ],
];
const CT_ROOTS: [&str; 9] = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

/// Sizes around every change of shape up to 600: all small ones, and those beside tiles and powers of two.
fn sizes() -> impl Iterator<Item = u64> {
    (0..=66).chain([127, 128, 129, 255, 256, 257, 300, 511, 512, 513, 599, 600])
}

fn leaves(size: u64) -> Vec<Digest> {
    (0..size)
        .map(|number| leaf_hash(&number.to_be_bytes()))
        .collect()
}

/// RFC 6962, section 2.1, word for word.
fn naive_root(leaves: &[Digest]) -> Digest {
    match leaves {
        [] => empty_root(),
        [leaf] => *leaf,
        _ => {
            let (left, right) = leaves.split_at(split(leaves.len() as u64) as usize);
            node_hash(&naive_root(left), &naive_root(right))
        }
    }
}

/// The levels of stored hashes over `leaves`.
fn stored(leaves: &[Digest]) -> Vec<Vec<Digest>> {
    let mut levels = vec![leaves.to_vec()];
    while let Some(below) = levels.last().filter(|level| level.len() >= 256) {
        levels.push(below.chunks_exact(256).map(naive_root).collect());
    }
    levels
}

fn reader(levels: &[Vec<Digest>]) -> impl FnMut(HashIndex) -> Result<Digest, ProofError> {
    |place| Ok(levels[usize::from(place.level)][place.index as usize])
}

fn flip(digest: Digest, bit: usize) -> Digest {
    let mut flipped = digest;
    flipped.0[bit / 8] ^= 1 << (bit % 8);
    flipped
}

#[test]
fn the_ct_test_tree_has_its_published_roots() {
    let leaves: Vec<_> = CT_LEAVES.iter().map(|leaf| leaf_hash(leaf)).collect();
    for (size, root_of_size) in CT_ROOTS.iter().enumerate() {
        assert_eq!(
            root(&leaves[..size]).to_string(),
            *root_of_size,
            "{size} leaves"
        );
    }
}

#[test]
fn the_ct_test_tree_has_its_published_proofs() {
    let leaves: Vec<_> = CT_LEAVES.iter().map(|leaf| leaf_hash(leaf)).collect();
    let levels = stored(&leaves);
    let text = |proof: Vec<Digest>| proof.iter().map(ToString::to_string).collect::<Vec<_>>();
    // The proof of leaf 5 among 8, and from 6 leaves to 8 (the same sources as the roots).
    assert_eq!(
        text(inclusion_proof(5, 8, &mut reader(&levels)).unwrap()),
        [
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            CT_ROOTS[4],
        ]
    );
    assert_eq!(
        text(consistency_proof(6, 8, &mut reader(&levels)).unwrap()),
        [
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            CT_ROOTS[4],
        ]
    );
}

#[test]
fn a_frontier_has_the_root_of_its_leaves_at_every_size() {
    let leaves = leaves(600);
    let levels = stored(&leaves);
    let mut frontier = Frontier::new();
    for size in 0..=600 {
        if sizes().any(|chosen| chosen == size) {
            assert_eq!(
                frontier.root(),
                naive_root(&leaves[..size as usize]),
                "{size} leaves"
            );
        }
        assert_eq!(
            frontier,
            Frontier::read(size, &mut reader(&levels)).unwrap()
        );
        if let Some(leaf) = leaves.get(size as usize) {
            frontier.push(*leaf);
        }
    }
}

#[test]
fn a_frontier_takes_subtrees_where_they_fit() {
    let leaves = leaves(600);
    let mut frontier = Frontier::new();
    assert!(frontier.push_subtree(8, naive_root(&leaves[..256])));
    assert!(frontier.push_subtree(8, naive_root(&leaves[256..512])));
    assert!(frontier.push_subtree(0, leaves[512]));
    assert!(
        !frontier.push_subtree(1, leaves[513]),
        "512 + 1 is not a multiple of 2"
    );
    assert!(
        !frontier.push_subtree(64, leaves[513]),
        "no tree has 2^64 leaves"
    );
    assert_eq!(frontier, Frontier::from_leaves(&leaves[..513]));
}

#[test]
fn every_inclusion_proof_verifies_and_fails_for_a_flipped_bit() {
    let leaves = leaves(600);
    let levels = stored(&leaves);
    for size in sizes() {
        let root = root(&leaves[..size as usize]);
        for index in 0..size {
            let leaf = &leaves[index as usize];
            let proof = inclusion_proof(index, size, &mut reader(&levels)).unwrap();
            assert_eq!(verify_inclusion(leaf, index, size, &proof, &root), Ok(()));
            for place in 0..proof.len() {
                let mut bad = proof.clone();
                bad[place] = flip(bad[place], (index as usize * 7 + place) % 256);
                assert!(verify_inclusion(leaf, index, size, &bad, &root).is_err());
            }
            assert!(verify_inclusion(&flip(*leaf, 3), index, size, &proof, &root).is_err());
            assert!(verify_inclusion(leaf, index, size, &proof, &flip(root, 255)).is_err());
            assert!(verify_inclusion(leaf, index ^ 1, size, &proof, &root).is_err() || size == 1);
            check_lengths(&proof, |proof| {
                verify_inclusion(leaf, index, size, proof, &root)
            });
        }
        assert_eq!(
            verify_inclusion(&root, size, size, &[], &root),
            Err(ProofError::IndexBeyondSize { index: size, size })
        );
    }
}

#[test]
fn every_consistency_proof_verifies_and_fails_for_a_flipped_bit() {
    let leaves = leaves(600);
    let levels = stored(&leaves);
    for new in sizes() {
        let new_root = root(&leaves[..new as usize]);
        for old in sizes().filter(|old| *old <= new) {
            let old_root = root(&leaves[..old as usize]);
            let proof = consistency_proof(old, new, &mut reader(&levels)).unwrap();
            let verify = |proof: &[Digest], old_root: &Digest, new_root: &Digest| {
                verify_consistency(old, old_root, new, new_root, proof)
            };
            assert_eq!(
                verify(&proof, &old_root, &new_root),
                Ok(()),
                "{old} to {new}"
            );
            for place in 0..proof.len() {
                let mut bad = proof.clone();
                bad[place] = flip(bad[place], (old as usize * 7 + place) % 256);
                assert!(
                    verify(&bad, &old_root, &new_root).is_err(),
                    "{old} to {new}"
                );
            }
            assert!(verify(&proof, &flip(old_root, 8), &new_root).is_err());
            assert!(verify(&proof, &old_root, &flip(new_root, 8)).is_err() || old == 0 && new > 0);
            check_lengths(&proof, |proof| verify(proof, &old_root, &new_root));
        }
    }
}

/// One hash more or fewer is refused by its number.
fn check_lengths(proof: &[Digest], verify: impl Fn(&[Digest]) -> Result<(), ProofError>) {
    let expected = proof.len();
    let longer = [proof, &[empty_root()]].concat();
    let found = longer.len();
    assert_eq!(verify(&longer), Err(ProofError::Length { expected, found }));
    if let Some((_, shorter)) = proof.split_last() {
        let found = shorter.len();
        assert_eq!(verify(shorter), Err(ProofError::Length { expected, found }));
    }
}

#[test]
fn a_larger_tree_is_not_older() {
    let reversed = Err(ProofError::SizesReversed { old: 2, new: 1 });
    let root = empty_root();
    assert_eq!(verify_consistency(2, &root, 1, &root, &[]), reversed);
    let made = consistency_proof(2, 1, &mut |_| {
        Err(ProofError::SizesReversed { old: 2, new: 1 })
    });
    assert_eq!(made.map(|_| ()), reversed);
}

#[test]
fn the_hashes_of_every_tile_are_those_of_the_tree() {
    let leaves = leaves(600);
    let levels = stored(&leaves);
    for tile in tiles(600) {
        let start = tile.index as usize * 256;
        let hashes = &levels[usize::from(tile.level)][start..start + usize::from(tile.width)];
        assert_eq!(tile_root(hashes), naive_root(hashes));
        if !tile.is_partial() {
            let above = levels[usize::from(tile.level) + 1][tile.index as usize];
            assert_eq!(tile_root(hashes), above);
        }
    }
}

/// A tree far larger than memory, whose leaves are all one hash: each level then has one hash for its complete subtrees.
fn uniform() -> Vec<Digest> {
    let mut hash = leaf_hash(b"");
    let mut stored = Vec::new();
    for height in 0..64 {
        if height % 8 == 0 {
            stored.push(hash);
        }
        hash = node_hash(&hash, &hash);
    }
    stored
}

proptest! {
    #[test]
    fn proofs_hold_in_trees_of_any_size(a in any::<u64>(), b in any::<u64>(), shift in 0..64_u32) {
        let uniform = uniform();
        let mut read = |place: HashIndex| -> Result<Digest, ProofError> {
            Ok(uniform[usize::from(place.level)])
        };
        let (old, new) = ((a >> shift).min(b >> shift), (a >> shift).max(b >> shift));
        let old_root = Frontier::read(old, &mut read)?.root();
        let new_root = Frontier::read(new, &mut read)?.root();
        let proof = consistency_proof(old, new, &mut read)?;
        prop_assert_eq!(verify_consistency(old, &old_root, new, &new_root, &proof), Ok(()));
        if old < new {
            let leaf = leaf_hash(b"");
            let proof = inclusion_proof(old, new, &mut read)?;
            prop_assert_eq!(verify_inclusion(&leaf, old, new, &proof, &new_root), Ok(()));
        }
    }

    #[test]
    fn any_proof_is_judged_without_panic(
        sizes in any::<(u64, u64)>(),
        hashes in proptest::collection::vec(any::<[u8; 32]>(), 2..140),
    ) {
        let hashes: Vec<_> = hashes.into_iter().map(Digest).collect();
        let (a, b) = sizes;
        prop_assert!(verify_inclusion(&hashes[0], a, b, &hashes[2..], &hashes[1]).is_err());
        prop_assert!(verify_consistency(a, &hashes[0], b, &hashes[1], &hashes[2..]).is_err());
    }

    #[test]
    fn new_tiles_are_those_that_the_older_tree_lacks(a in 0..200_000_u64, b in 0..200_000_u64) {
        let (old, new) = (a.min(b), a.max(b));
        let had: std::collections::BTreeSet<TileId> = tiles(old).collect();
        let expected: Vec<_> = tiles(new).filter(|tile| !had.contains(tile)).collect();
        prop_assert_eq!(new_tiles(old, new).collect::<Vec<_>>(), expected);
        let hashes: u64 = tiles(new).map(|tile| u64::from(tile.width)).sum();
        prop_assert_eq!(hashes, (0..8).map(|level| hashes_in_level(level, new)).sum::<u64>());
    }
}
