//! The published proofs of the Certificate Transparency test tree, and all the ways in which their publishers damage them.
//!
//! From `testdata/inclusion` and `testdata/consistency` of transparency-dev/merkle: the files `happy-path.json`, and the kinds of damage that the
//! other files beside them are named after.

use proof::{
    digest::Digest,
    merkle::{ProofError, empty_root, verify_consistency, verify_inclusion},
};

use crate::support::hash;

/// Index, size, root, leaf hash, proof.
const INCLUSION: &[(u64, u64, &str, &str, &[&str])] = &[
    (0, 8, ROOT_8, LEAF_0, &[LEAF_1, NODE_2_3, NODE_4_7]),
    (5, 8, ROOT_8, LEAF_5, &[LEAF_4, NODE_6_7, ROOT_4]),
    (2, 3, ROOT_3, LEAF_2, &[ROOT_2]),
    (1, 5, ROOT_5, LEAF_1, &[LEAF_0, NODE_2_3, LEAF_4]),
];

/// Older size, newer size, older root, newer root, proof.
const CONSISTENCY: &[(u64, u64, &str, &str, &[&str])] = &[
    (1, 1, LEAF_0, LEAF_0, &[]),
    (1, 8, LEAF_0, ROOT_8, &[LEAF_1, NODE_2_3, NODE_4_7]),
    (6, 8, ROOT_6, ROOT_8, &[NODE_4_5, NODE_6_7, ROOT_4]),
    (2, 5, ROOT_2, ROOT_5, &[NODE_2_3, LEAF_4]),
    (6, 7, ROOT_6, ROOT_7, &[NODE_4_5, LEAF_6, ROOT_4]),
];

const LEAF_0: &str = "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=";
const LEAF_1: &str = "lqKW0iTyhcZ77pPDD4owkVfw2qNdxbh+QQt4YwoJz8c=";
const LEAF_2: &str = "ApjRIpBtz8EIkstTpzmS/FufST6kybrbJ7eRtBJ6f+c=";
const LEAF_4: &str = "vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=";
const LEAF_5: &str = "QnGia+DYqE8L1UyMMC58s6O10fpngKQLzOKHNHfatlg=";
const LEAF_6: &str = "sIaT7C5yFZcTBkHoIR5+7cy0wmQTlj7ubB4u0W/7Gl8=";
const NODE_2_3: &str = "Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4=";
const NODE_4_5: &str = "DrxdNDf74tsVi58Sah0RjjCBgQMdCpSfje3t68VY72o=";
const NODE_6_7: &str = "yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA=";
const NODE_4_7: &str = "a0eq8p7jwq+a+Im8H7klTavTEXfxYjLdaqsDXKOb9uQ=";
const ROOT_2: &str = "+sVCA+fMaWzw38tCySodnbr3CtnmIfS9jZhmLwDjwSU=";
const ROOT_3: &str = "rra8/idLcKFPsGel5VeCZNsPqbUa9eC6FZFY8yngbnc=";
const ROOT_4: &str = "037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=";
const ROOT_5: &str = "Tju7H3tHjc/nH7YxYxUZo7yhLJrvyhYSv85ME6hiZNQ=";
const ROOT_6: &str = "duZ9rbzfHhDht03cYIq9L5jfsW+851J3tSMqEn8gh+8=";
const ROOT_7: &str = "3bib5AOAnjJXUNPSY814kpwpQreUKjS3fhIslZSnTIw=";
const ROOT_8: &str = "XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=";

/// Garbage before, after and within; hashes removed; every bit of every hash.
fn damaged(proof: &[Digest], others: &[Digest]) -> Vec<Vec<Digest>> {
    let mut all = Vec::new();
    for other in others {
        for place in 0..=proof.len() {
            let mut longer = proof.to_vec();
            longer.insert(place, *other);
            all.push(longer);
        }
    }
    for place in 0..proof.len() {
        let mut shorter = proof.to_vec();
        shorter.remove(place);
        all.push(shorter);
        for bit in 0..256 {
            let mut flipped = proof.to_vec();
            flipped[place].0[bit / 8] ^= 1 << (bit % 8);
            all.push(flipped);
        }
    }
    all
}

#[test]
fn published_inclusion_proofs_hold_and_their_damaged_forms_do_not() {
    let random = Digest::of(b"random");
    for (index, size, root, leaf, proof) in INCLUSION {
        let (index, size, root, leaf) = (*index, *size, hash(root), hash(leaf));
        let proof: Vec<_> = proof.iter().map(|text| hash(text)).collect();
        assert_eq!(verify_inclusion(&leaf, index, size, &proof, &root), Ok(()));
        for index in [index.wrapping_sub(1), index + 1, index ^ 2] {
            assert!(
                verify_inclusion(&leaf, index, size, &proof, &root).is_err(),
                "{index} of {size}"
            );
        }
        for size in [size * 2, size / 2, 0] {
            assert!(
                verify_inclusion(&leaf, index, size, &proof, &root).is_err(),
                "{index} of {size}"
            );
        }
        for other in [random, empty_root()] {
            assert!(verify_inclusion(&other, index, size, &proof, &root).is_err());
            assert!(verify_inclusion(&leaf, index, size, &proof, &other).is_err());
        }
        for bad in damaged(&proof, &[random, root, leaf]) {
            assert!(
                verify_inclusion(&leaf, index, size, &bad, &root).is_err(),
                "{bad:?}"
            );
        }
    }
}

#[test]
fn published_consistency_proofs_hold_and_their_damaged_forms_do_not() {
    let random = Digest::of(b"random");
    for (old, new, old_root, new_root, proof) in CONSISTENCY {
        let (old, new, old_root, new_root) = (*old, *new, hash(old_root), hash(new_root));
        let proof: Vec<_> = proof.iter().map(|text| hash(text)).collect();
        assert_eq!(
            verify_consistency(old, &old_root, new, &new_root, &proof),
            Ok(())
        );
        for old in [old.wrapping_sub(1), old + 1, old ^ 2] {
            assert!(
                verify_consistency(old, &old_root, new, &new_root, &proof).is_err(),
                "{old} to {new}"
            );
        }
        for new in [new * 2, new / 2] {
            assert!(
                verify_consistency(old, &old_root, new, &new_root, &proof).is_err(),
                "{old} to {new}"
            );
        }
        for other in [random, empty_root()] {
            assert!(verify_consistency(old, &other, new, &new_root, &proof).is_err());
            assert!(verify_consistency(old, &old_root, new, &other, &proof).is_err());
        }
        if old < new {
            assert!(verify_consistency(old, &new_root, new, &old_root, &proof).is_err());
        }
        for bad in damaged(&proof, &[random, old_root, new_root]) {
            assert!(
                verify_consistency(old, &old_root, new, &new_root, &bad).is_err(),
                "{bad:?}"
            );
        }
    }
}

#[test]
fn the_empty_tree_begins_every_tree_and_has_one_root() {
    let (empty, root, random) = (empty_root(), hash(ROOT_8), Digest::of(b"random"));
    assert_eq!(verify_consistency(0, &empty, 0, &empty, &[]), Ok(()));
    assert_eq!(verify_consistency(0, &empty, 8, &root, &[]), Ok(()));
    assert_eq!(
        verify_consistency(0, &random, 8, &root, &[]),
        Err(ProofError::OldRootMismatch {
            expected: random,
            found: empty
        })
    );
    assert_eq!(
        verify_consistency(0, &empty, 0, &random, &[]),
        Err(ProofError::RootMismatch {
            expected: random,
            found: empty
        })
    );
    assert_eq!(
        verify_consistency(0, &empty, 8, &root, &[random]),
        Err(ProofError::Length {
            expected: 0,
            found: 1
        })
    );
}
