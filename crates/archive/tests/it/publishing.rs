//! What is published can be checked by someone who has nothing but the files in `ledger/`.

use std::{collections::BTreeSet, fs, path::Path};

use archive::{Archive, Error, Repair};
use proof::{
    checkpoint::Checkpoint,
    cosignature::Witness,
    digest::Digest,
    merkle::{self, leaf_hash},
    receipt::Receipt,
    tile::{TILE_WIDTH, TileId, decode_bundle, encode_tile, entries_path, tiles},
};
use tempfile::tempdir;

use crate::support::{Log, create, description, entries, entry, files, open, read};

/// Checks `ledger/` as a stranger does: signature, bundles, every tile, and nothing besides.
fn verify_as_a_stranger(dir: &Path) -> Checkpoint {
    let ledger = dir.join("ledger");
    let note = fs::read(ledger.join("checkpoint")).unwrap();
    let (checkpoint, _) =
        Checkpoint::open(&note, &description().origin, &Log::new().verifier).unwrap();
    let mut expected = BTreeSet::from(["checkpoint".to_owned()]);
    let mut leaves: Vec<Digest> = Vec::new();
    for bundle in 0..checkpoint.size.div_ceil(TILE_WIDTH) {
        let width = TileId::in_tree(0, bundle, checkpoint.size).unwrap().width;
        let path = entries_path(bundle, width);
        let bytes = fs::read(ledger.join(&path)).unwrap();
        leaves.extend(
            decode_bundle(&bytes, width)
                .unwrap()
                .into_iter()
                .map(leaf_hash),
        );
        expected.insert(path);
    }
    assert_eq!(merkle::root(&leaves), checkpoint.root);
    let mut level = leaves;
    let mut tiles = tiles(checkpoint.size).peekable();
    while let Some(tile) = tiles.next() {
        let first = (tile.index * TILE_WIDTH) as usize;
        let hashes = &level[first..first + usize::from(tile.width)];
        assert_eq!(
            fs::read(ledger.join(tile.path())).unwrap(),
            encode_tile(hashes)
        );
        expected.insert(tile.path());
        if tiles.peek().is_some_and(|next| next.level > tile.level) {
            level = level
                .chunks_exact(TILE_WIDTH as usize)
                .map(merkle::root)
                .collect();
        }
    }
    let found: BTreeSet<_> = files(&ledger).into_iter().map(|(path, _)| path).collect();
    assert_eq!(found, expected);
    checkpoint
}

#[test]
fn a_stranger_can_check_the_ledger_as_it_grows() {
    let dir = tempdir().unwrap();
    let mut archive = create(dir.path());
    let mut size = 0;
    for grow in [0, 1, 4, 250, 1, 1, 300, 0, 65_000] {
        archive.append(&entries(size, size + grow)).unwrap();
        size += grow;
        let published = archive.publish(&Log::new().signer).unwrap();
        assert_eq!(published.checkpoint, verify_as_a_stranger(dir.path()));
        assert_eq!(published.checkpoint.size, size);
        assert_eq!(published.checkpoint.root, archive.root().unwrap());
    }
    assert_eq!(
        read(dir.path())
            .checkpoint()
            .unwrap()
            .unwrap()
            .checkpoint
            .size,
        size
    );
}

#[test]
fn every_entry_is_proven_by_the_checkpoint_and_older_checkpoints_are_its_beginning() {
    let dir = tempdir().unwrap();
    let mut archive = create(dir.path());
    assert!(matches!(archive.receipt(0), Err(Error::NothingPublished)));
    archive.append(&entries(0, 300)).unwrap();
    let old = archive.publish(&Log::new().signer).unwrap().checkpoint;
    archive.append(&entries(300, 700)).unwrap();
    let new = archive.publish(&Log::new().signer).unwrap().checkpoint;
    archive.append(&entries(700, 701)).unwrap();
    let archive = read(dir.path());
    for index in [0, 1, 255, 256, 299, 511, 512, 699] {
        let bytes = archive.receipt(index).unwrap().to_bytes();
        let receipt = Receipt::parse(&bytes).unwrap();
        let (stated, _) = Checkpoint::open(
            &receipt.checkpoint.to_bytes(),
            &new.origin,
            &Log::new().verifier,
        )
        .unwrap();
        assert_eq!(stated, new);
        let leaf = leaf_hash(&entry(index, 1).bytes);
        merkle::verify_inclusion(&leaf, receipt.index, new.size, &receipt.proof, &new.root)
            .unwrap();
    }
    assert!(matches!(
        archive.receipt(700),
        Err(Error::NoSuchEntry {
            index: 700,
            size: 700
        })
    ));
    let proof = archive.consistency(old.size).unwrap();
    merkle::verify_consistency(old.size, &old.root, new.size, &new.root, &proof).unwrap();
    assert!(matches!(
        archive.consistency(701),
        Err(Error::NoProof { .. })
    ));
}

#[test]
fn a_cosignature_is_kept_while_the_ledger_stands_still_and_refused_when_it_is_not_one() {
    let dir = tempdir().unwrap();
    let mut archive = create(dir.path());
    archive.append(&entries(0, 3)).unwrap();
    let published = archive.publish(&Log::new().signer).unwrap();
    let witness = Witness::from_seed("witness.example", &[9; 32]).unwrap();
    let line = |checkpoint: &Checkpoint, time| {
        let note = checkpoint.sign(&[&witness.at(time)]).unwrap();
        note.to_bytes()[note.text().len() + 1..].to_vec()
    };
    for time in [1_000, 2_000] {
        archive
            .add_cosignature(&line(&published.checkpoint, time), &witness.verifier())
            .unwrap();
    }
    let note = archive.publish(&Log::new().signer).unwrap().note;
    assert_eq!(
        note.signatures().len(),
        2,
        "the earlier cosignature was replaced"
    );
    assert_eq!(
        note.verify(&[&Log::new().verifier, &witness.verifier()])
            .unwrap()
            .len(),
        2
    );
    assert_eq!(
        proof::cosignature::time(&note.signatures()[1].bytes),
        Some(2_000)
    );

    let other = Checkpoint::new(&description().origin, 3, Digest::of(b"other"));
    let refused = [line(&other, 3_000), Vec::new(), b"no line\n".to_vec()];
    for lines in refused {
        let error = archive
            .add_cosignature(&lines, &witness.verifier())
            .unwrap_err();
        assert!(matches!(error, Error::CosignatureRefused { .. }), "{error}");
    }
    assert_eq!(archive.checkpoint().unwrap().unwrap().note, note);
    verify_as_a_stranger(dir.path());
}

#[test]
fn what_is_missing_or_left_over_at_the_edge_is_mended_when_opening() {
    let dir = tempdir().unwrap();
    let mut archive = create(dir.path());
    archive.append(&entries(0, 300)).unwrap();
    archive.publish(&Log::new().signer).unwrap();
    drop(archive);
    let ledger = dir.path().join("ledger");
    fs::remove_file(ledger.join("tile/0/001.p/44")).unwrap();
    fs::write(ledger.join("tile/entries/001.p/44"), b"torn").unwrap();
    fs::write(ledger.join("tile/0/001.p/45"), b"left over").unwrap();
    fs::write(ledger.join(".new-7"), b"left over").unwrap();
    let archive = open(dir.path());
    let path = |path: &str| path.to_owned();
    let expected = [
        Repair::LeftoverRemoved {
            path: path("ledger/.new-7"),
        },
        Repair::PublishedRewritten {
            path: path("ledger/tile/0/001.p/44"),
        },
        Repair::PublishedRewritten {
            path: path("ledger/tile/entries/001.p/44"),
        },
        Repair::SupersededRemoved {
            path: path("ledger/tile/0/001.p/45"),
        },
    ];
    assert_eq!(archive.repairs(), expected);
    verify_as_a_stranger(dir.path());
    drop(archive);
    assert_eq!(open(dir.path()).repairs(), []);
}

#[test]
fn everything_published_can_be_written_again_from_the_ledger() {
    let dir = tempdir().unwrap();
    let mut archive: Archive = create(dir.path());
    archive.append(&entries(0, 600)).unwrap();
    archive.publish(&Log::new().signer).unwrap();
    fs::remove_dir_all(dir.path().join("ledger/tile")).unwrap();
    assert_eq!(archive.rewrite_published().unwrap().len(), 7);
    assert_eq!(archive.rewrite_published().unwrap(), []);
    verify_as_a_stranger(dir.path());
}
