//! Paths, places and bundles.

use proptest::prelude::*;

use super::{
    HashIndex, TileError, TileId, TilePath, decode_bundle, encode_bundle, encode_tile,
    entries_path, parse_path, tiles,
};
use crate::digest::Digest;

fn tile(level: u8, index: u64, width: u16) -> TilePath {
    TilePath::Hashes(TileId {
        level,
        index,
        width,
    })
}

fn entries(index: u64, width: u16) -> TilePath {
    TilePath::Entries { index, width }
}

#[test]
fn paths_are_those_of_the_specification() {
    for (path, place) in [
        ("tile/0/000", tile(0, 0, 256)),
        ("tile/0/x001/234.p/5", tile(0, 1234, 5)),
        // The example of C2SP tlog-tiles, "Merkle Tree".
        ("tile/3/x001/x234/067", tile(3, 1_234_067, 256)),
        ("tile/63/000.p/255", tile(63, 0, 255)),
        ("tile/entries/x001/x000/000", entries(1_000_000, 256)),
        ("tile/entries/999.p/1", entries(999, 1)),
        (
            "tile/1/x018/x446/x744/x073/x709/x551/615",
            tile(1, u64::MAX, 256),
        ),
    ] {
        assert_eq!(parse_path(path), Ok(place));
        assert_eq!(place.path(), path);
    }
    assert_eq!(entries_path(1234, 5), "tile/entries/x001/234.p/5");
}

#[test]
fn other_spellings_of_a_path_are_refused() {
    for path in [
        "",
        "tile",
        "tile/0",
        "tile/0/",
        "/tile/0/000",
        "tile/00/000",
        "tile/64/000",
        "tile/-1/000",
        "tile/+1/000",
        "tile//000",
        "tile/0/0",
        "tile/0/0000",
        "tile/0/x000",
        "tile/0/x000/001",
        "tile/0/001/234",
        "tile/0/x001/x234",
        "tile/0/+01",
        "tile/0/x+01/000",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000.p/05",
        "tile/0/000.p/",
        "tile/0/000.p/1.p/1",
        "tile/0/000/",
        "tile/0/../000",
        "tile/data/000",
        "tile/0/x018/x446/x744/x073/x709/x551/616",
        "tile/0/٠٠٠",
    ] {
        assert_eq!(
            parse_path(path),
            Err(TileError::Path {
                path: path.to_owned()
            })
        );
    }
}

/// The example of C2SP tlog-tiles, "Partial Tiles".
#[test]
fn a_tree_of_70_000_has_the_tiles_that_the_specification_counts() {
    let count = |level: u8, width: u16| {
        tiles(70_000)
            .filter(|tile| tile.level == level && tile.width == width)
            .count()
    };
    assert_eq!(tiles(70_000).count(), 273 + 1 + 1 + 1 + 1);
    assert_eq!((count(0, 256), count(0, 112)), (273, 1));
    assert_eq!((count(1, 256), count(1, 17), count(2, 1)), (1, 1, 1));
    let paths: Vec<_> = tiles(256).map(TileId::path).collect();
    assert_eq!(paths, ["tile/0/000", "tile/1/000.p/1"]);
    assert_eq!(tiles(0).count(), 0);
}

#[test]
fn the_largest_tree_has_tiles_at_every_level() {
    assert_eq!(
        TileId::in_tree(7, 0, u64::MAX).map(|tile| tile.width),
        Some(255)
    );
    assert_eq!(TileId::in_tree(8, 0, u64::MAX), None);
    assert_eq!(TileId::in_tree(0, u64::MAX, u64::MAX), None);
}

#[test]
fn a_hash_lies_in_one_tile_and_only_where_the_tree_has_it() {
    let place = |level, index| HashIndex { level, index }.tile(600);
    assert_eq!(
        place(0, 599),
        Some((
            TileId {
                level: 0,
                index: 2,
                width: 88
            },
            87
        ))
    );
    assert_eq!(place(0, 600), None);
    assert_eq!(
        place(1, 1),
        Some((
            TileId {
                level: 1,
                index: 0,
                width: 2
            },
            1
        ))
    );
    assert_eq!(place(1, 2), None);
    assert_eq!(place(255, 0), None);
}

#[test]
fn a_tile_reads_as_it_was_written() {
    let hashes = [Digest::of(b"a"), Digest::of(b"b")];
    let two = TileId {
        level: 0,
        index: 0,
        width: 2,
    };
    let bytes = encode_tile(&hashes);
    assert_eq!(two.hashes(&bytes).unwrap(), hashes);
    let short = Err(TileError::TileLength {
        expected: 64,
        found: 63,
    });
    assert_eq!(two.hashes(&bytes[..63]), short);
}

#[test]
fn bundles_state_lengths_before_entries() {
    let bytes = encode_bundle(&[b"ab", b"", b"c"]).unwrap();
    assert_eq!(bytes, [0, 2, b'a', b'b', 0, 0, 0, 1, b'c']);
    assert_eq!(decode_bundle(&bytes, 3).unwrap(), [&b"ab"[..], b"", b"c"]);
}

#[test]
fn damaged_bundles_are_refused() {
    let bytes = [0, 2, b'a', b'b', 0, 0, 0, 1, b'c'];
    for (bytes, width, error) in [
        (&bytes[..], 2, TileError::BundleTooLong { extra: 3 }),
        (&bytes[..], 4, TileError::BundleTooShort { place: 3 }),
        (&bytes[..8], 3, TileError::BundleTooShort { place: 2 }),
        (&bytes[..5], 3, TileError::BundleTooShort { place: 1 }),
        (&[], 1, TileError::BundleTooShort { place: 0 }),
    ] {
        assert_eq!(decode_bundle(bytes, width), Err(error));
    }
}

#[test]
fn the_longest_entry_fits_and_no_longer_one() {
    let longest = vec![7; 65_535];
    let bytes = encode_bundle(&[&longest]).unwrap();
    assert_eq!(decode_bundle(&bytes, 1).unwrap(), [&longest[..]]);
    let longer = vec![7; 65_536];
    assert_eq!(
        encode_bundle(&[b"", &longer]),
        Err(TileError::EntryTooLong {
            place: 1,
            bytes: 65_536
        })
    );
    assert_eq!(
        encode_bundle(&[&b""[..]; 257]),
        Err(TileError::TooManyEntries { found: 257 })
    );
}

proptest! {
    #[test]
    fn a_path_names_its_place_alone(level in 0..=63_u8, index: u64, width in 1..=256_u16) {
        for place in [tile(level, index, width), entries(index, width)] {
            prop_assert_eq!(parse_path(&place.path()), Ok(place));
        }
    }

    #[test]
    fn any_text_is_a_path_of_one_spelling_or_none(text in "tile/[0-9x/.p]{0,20}|\\PC*") {
        if let Ok(place) = parse_path(&text) {
            prop_assert_eq!(place.path(), text);
        }
    }

    #[test]
    fn any_bytes_are_a_bundle_of_one_form_or_none(bytes: Vec<u8>, width in 0..=256_u16) {
        if let Ok(entries) = decode_bundle(&bytes, width) {
            prop_assert_eq!(encode_bundle(&entries).unwrap(), bytes);
        }
    }
}
