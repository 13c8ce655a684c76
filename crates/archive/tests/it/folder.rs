//! An archive in a folder: what is put in is found again, and what is erased is not.

use std::{collections::HashSet, io::Read};

use archive::{Archive, Error, NewEntry, PayloadState};
use proof::digest::Digest;
use tempfile::tempdir;

use crate::support::{Random, create, entries, entry, files, grep, open, payload, read};

const NO_LIMIT: u64 = u64::MAX;

#[test]
fn what_is_appended_is_found_again_by_writer_reader_and_successor() {
    let dir = tempdir().unwrap();
    let mut archive = create(dir.path());
    assert_eq!(archive.append(&entries(0, 300)).unwrap(), 0..300);
    assert_eq!(archive.append(&[]).unwrap(), 300..300);
    assert_eq!(archive.append(&entries(300, 301)).unwrap(), 300..301);
    let root = archive.root().unwrap();
    let check = |archive: &Archive| {
        assert_eq!(archive.len().unwrap(), 301);
        assert_eq!(archive.root().unwrap(), root);
        let stored = archive.entries(299, 10).unwrap();
        assert_eq!(
            stored.iter().map(|e| e.index).collect::<Vec<_>>(),
            [299, 300]
        );
        for stored in archive.entries(0, 1_000).unwrap() {
            let new = entry(stored.index, 1);
            assert_eq!(stored.bytes, new.bytes);
            assert_eq!(stored.payloads.len(), 1);
            assert_eq!(
                stored.payloads[0].state,
                PayloadState::Present(new.payloads[0].clone())
            );
            assert_eq!(stored.payloads[0].commitment, new.payloads[0].commitment());
        }
        assert!(archive.entries(301, 10).unwrap().is_empty());
        assert!(archive.entries(u64::MAX, u64::MAX).unwrap().is_empty());
    };
    check(&archive);
    check(&read(dir.path()));
    drop(archive);
    check(&read(dir.path()));
    check(&open(dir.path()));
}

#[test]
fn reading_creates_nothing_and_changes_nothing() {
    let dir = tempdir().unwrap();
    create(dir.path()).append(&entries(0, 10)).unwrap();
    let before = files(dir.path());
    let archive = read(dir.path());
    assert_eq!(archive.entries(0, 100).unwrap().len(), 10);
    assert_eq!(files(dir.path()), before);
    drop(archive);
    assert_eq!(files(dir.path()), before);
}

#[test]
fn a_reader_follows_writers_that_come_and_go() {
    let dir = tempdir().unwrap();
    create(dir.path()).append(&entries(0, 10)).unwrap();
    let reader = read(dir.path());
    assert_eq!(reader.len().unwrap(), 10);
    for round in 1..6 {
        let mut writer = open(dir.path());
        writer
            .append(&entries(round * 10, round * 10 + 10))
            .unwrap();
        assert_eq!(reader.len().unwrap(), round * 10 + 10, "beside the writer");
        assert_eq!(reader.root().unwrap(), writer.root().unwrap());
        drop(writer);
        assert_eq!(reader.len().unwrap(), round * 10 + 10, "after the writer");
    }
}

#[test]
fn a_reader_refuses_to_write() {
    let dir = tempdir().unwrap();
    drop(create(dir.path()));
    let mut reader = read(dir.path());
    assert!(matches!(
        reader.append(&entries(0, 1)),
        Err(Error::OpenedForReading)
    ));
    assert!(matches!(
        reader.put_item(&mut &b"x"[..], NO_LIMIT),
        Err(Error::OpenedForReading)
    ));
    assert!(matches!(
        reader.finish_erasures(),
        Err(Error::OpenedForReading)
    ));
}

#[test]
fn items_are_kept_once_by_their_hash_and_cannot_be_written() {
    let dir = tempdir().unwrap();
    let mut archive = create(dir.path());
    let bytes = Random(1).bytes(700_000);
    let (digest, size) = archive.put_item(&mut &bytes[..], NO_LIMIT).unwrap();
    assert_eq!((digest, size), (Digest::of(&bytes), 700_000));
    assert_eq!(
        archive.put_item(&mut &bytes[..], NO_LIMIT).unwrap(),
        (digest, size)
    );
    let name = digest.to_string();
    let path = dir.path().join("vault").join(&name[..2]).join(&name[2..]);
    assert!(path.metadata().unwrap().permissions().readonly());
    let vault = files(&dir.path().join("vault"));
    assert_eq!(vault.len(), 1);
    let mut found = Vec::new();
    archive
        .open_item(&digest)
        .unwrap()
        .read_to_end(&mut found)
        .unwrap();
    assert_eq!(found, bytes);
    assert!(archive.has_item(&digest).unwrap());
    assert!(!archive.has_item(&Digest::of(b"other")).unwrap());
    assert!(matches!(
        archive.open_item(&Digest::of(b"other")),
        Err(Error::ItemMissing { .. })
    ));
}

#[test]
fn an_item_too_long_or_unreadable_leaves_nothing() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("broken"))
        }
    }
    let dir = tempdir().unwrap();
    let mut archive = create(dir.path());
    assert!(matches!(
        archive.put_item(&mut &[0; 11][..], 10),
        Err(Error::ItemTooLong { limit: 10 })
    ));
    assert!(archive.put_item(&mut &[0; 10][..], 10).is_ok());
    let mut broken = (&b"some"[..]).chain(Broken);
    assert!(matches!(
        archive.put_item(&mut broken, 10),
        Err(Error::ItemUnreadable { .. })
    ));
    assert_eq!(files(&dir.path().join("vault")).len(), 1);
}

#[test]
fn entries_that_cannot_be_kept_are_refused_and_the_rest_goes_on() {
    let dir = tempdir().unwrap();
    let mut archive = create(dir.path());
    archive.append(&entries(0, 3)).unwrap();
    let unknown = Digest::of(b"unknown");
    let refused = [
        NewEntry::new(vec![0; 65_536]),
        NewEntry {
            items: vec![unknown],
            ..NewEntry::default()
        },
        NewEntry {
            erases: vec![unknown],
            ..NewEntry::default()
        },
        NewEntry {
            erases_items: vec![unknown],
            ..NewEntry::default()
        },
    ];
    for entry in refused {
        let error = archive
            .append(&[NewEntry::new(vec![1]), entry])
            .unwrap_err();
        assert!(error.is_refusal(), "{error}");
        assert_eq!(archive.len().unwrap(), 3);
    }
    assert_eq!(
        archive.append(&[NewEntry::new(vec![0; 65_535])]).unwrap(),
        3..4
    );
}

/// The first eight bytes.
fn window(bytes: &[u8]) -> u64 {
    u64::from_be_bytes(bytes[..8].try_into().unwrap())
}

/// Every run of eight bytes in any of the files.
fn windows_of(files: &[(String, Vec<u8>)]) -> HashSet<u64> {
    files
        .iter()
        .flat_map(|(_, bytes)| bytes.windows(8).map(window))
        .collect()
}

#[test]
fn erased_payloads_are_nowhere_in_the_folder() {
    let dir = tempdir().unwrap();
    let mut archive = create(dir.path());
    // Lengths around the places where SQLite changes how it stores a row: within a page, on overflow pages, many to a page.
    let lengths = [1_u64, 17, 120, 1_000, 3_900, 4_100, 9_000, 50_000];
    let length_of = |number: u64| lengths[number as usize % lengths.len()].max(34) as usize;
    for batch in 0..8 {
        let entries: Vec<_> = (batch * 50..batch * 50 + 50)
            .map(|number| NewEntry {
                payloads: vec![payload(number, length_of(number))],
                ..NewEntry::new(vec![number as u8])
            })
            .collect();
        archive.append(&entries).unwrap();
    }
    let root = archive.root().unwrap();
    // Erased one after another in no particular order, so that each has neighbours that were erased before and after it.
    let mut order: Vec<u64> = (0..400).collect();
    let mut random = Random(7);
    order.sort_by_cached_key(|_| random.next());
    let (gone, kept) = order.split_at(200);
    for some in gone.chunks(9) {
        let erases = some
            .iter()
            .map(|&number| payload(number, length_of(number)).commitment())
            .collect();
        let entry = NewEntry {
            erases,
            ..NewEntry::new(b"erasure".to_vec())
        };
        archive.append(&[entry]).unwrap();
        assert!(!archive.has_unfinished_erasures());
    }
    let windows = windows_of(&files(dir.path()));
    let marks = |number| {
        let salted = payload(number, length_of(number));
        [
            window(&salted.bytes[8..]),
            window(&salted.salt),
            window(&salted.salt[24..]),
        ]
    };
    for &number in gone {
        assert!(
            !marks(number).iter().any(|mark| windows.contains(mark)),
            "payload {number}"
        );
    }
    for &number in kept {
        assert!(
            marks(number).iter().all(|mark| windows.contains(mark)),
            "the search finds what is there"
        );
    }
    for stored in archive.entries(0, 400).unwrap() {
        let salted = payload(stored.index, length_of(stored.index));
        assert_eq!(stored.payloads[0].commitment, salted.commitment());
        match &stored.payloads[0].state {
            PayloadState::Present(present) => {
                assert!(kept.contains(&stored.index) && *present == salted);
            }
            PayloadState::Erased { by } => assert!(gone.contains(&stored.index) && *by >= 400),
        }
    }
    assert_ne!(
        archive.root().unwrap(),
        root,
        "the erasures are entries themselves"
    );
}

#[test]
fn a_payload_may_be_erased_by_the_batch_that_brings_it_and_again_later() {
    let dir = tempdir().unwrap();
    let mut archive = create(dir.path());
    let commitment = entry(0, 1).payloads[0].commitment();
    let erasure = NewEntry {
        erases: vec![commitment],
        ..NewEntry::new(b"gone".to_vec())
    };
    archive.append(&[entry(0, 1), erasure.clone()]).unwrap();
    archive.append(&[erasure]).unwrap();
    let stored = &archive.entries(0, 1).unwrap()[0].payloads[0];
    assert_eq!(stored.state, PayloadState::Erased { by: 1 });
    assert!(grep(dir.path(), b"<secret ").is_empty());
}

#[test]
fn an_erased_item_is_gone_and_stays_away() {
    let dir = tempdir().unwrap();
    let mut archive = create(dir.path());
    let bytes = b"the bytes of an item".repeat(50);
    let (digest, _) = archive.put_item(&mut &bytes[..], NO_LIMIT).unwrap();
    archive
        .append(&[NewEntry {
            items: vec![digest],
            ..NewEntry::new(b"named".to_vec())
        }])
        .unwrap();
    archive
        .append(&[NewEntry {
            erases_items: vec![digest],
            ..NewEntry::new(b"gone".to_vec())
        }])
        .unwrap();
    assert!(grep(dir.path(), b"the bytes of an item").is_empty());
    let erased = |error| assert!(matches!(error, Error::ItemErased { by: 1, .. }), "{error}");
    erased(archive.open_item(&digest).unwrap_err());
    erased(archive.put_item(&mut &bytes[..], NO_LIMIT).unwrap_err());
    erased(
        archive
            .append(&[NewEntry {
                items: vec![digest],
                ..NewEntry::default()
            }])
            .unwrap_err(),
    );
    assert!(grep(dir.path(), b"the bytes of an item").is_empty());
}
