//! The check finds every kind of damage, names it with its facts, and finds nothing where nothing is wrong.

use std::{
    fs,
    path::{Path, PathBuf},
};

use archive::{Archive, CheckReport, NewEntry, Opening, Problem, Progress};
use proof::digest::Digest;
use rusqlite::Connection;
use tempfile::{TempDir, tempdir};

use crate::support::{Log, create, entries, entry, payload};

const ITEM: &[u8] = b"the bytes of an item";

/// An archive of 700 entries, 600 of them published, with an item, an erased payload and an erased item.
fn archive() -> TempDir {
    let dir = tempdir().unwrap();
    let mut archive = create(dir.path());
    let (item, _) = archive.put_item(&mut &ITEM[..], 100).unwrap();
    let (gone, _) = archive.put_item(&mut &b"gone"[..], 100).unwrap();
    archive
        .append(&[NewEntry {
            items: vec![item, gone],
            ..entry(0, 1)
        }])
        .unwrap();
    archive.append(&entries(1, 599)).unwrap();
    let erases = vec![entry(3, 1).payloads[0].commitment()];
    archive
        .append(&[NewEntry {
            erases,
            erases_items: vec![gone],
            ..entry(599, 0)
        }])
        .unwrap();
    archive.publish(&Log::new().signer).unwrap();
    archive.append(&entries(600, 700)).unwrap();
    dir
}

fn check(dir: &Path) -> CheckReport {
    let archive = Archive::open(dir, &Opening::Inspect).unwrap();
    archive
        .check(Some(&Log::new().verifier), &mut |_| {})
        .unwrap()
}

fn item_path(item: &[u8]) -> PathBuf {
    let name = Digest::of(item).to_string();
    Path::new("vault").join(&name[..2]).join(&name[2..])
}

fn execute(dir: &Path, sql: &str) {
    assert!(
        Connection::open(dir.join("ledger.db"))
            .unwrap()
            .execute(sql, [])
            .unwrap()
            > 0,
        "{sql}"
    );
}

/// Damages an archive and returns the problems found, one a line.
fn damaged(damage: impl FnOnce(&Path)) -> Vec<String> {
    let dir = archive();
    damage(dir.path());
    check(dir.path())
        .problems
        .iter()
        .map(ToString::to_string)
        .collect()
}

#[test]
fn a_sound_archive_has_no_problems_and_is_counted_in_full() {
    let dir = archive();
    let mut last = Progress::default();
    let archive = Archive::open(dir.path(), &Opening::Read).unwrap();
    let report = archive
        .check(Some(&Log::new().verifier), &mut |progress| last = progress)
        .unwrap();
    assert!(report.problems.is_empty(), "{:?}", report.problems);
    assert_eq!(report.surplus, Vec::<String>::new());
    let counts = (
        report.entries,
        report.payloads,
        report.erased_payloads,
        report.items,
        report.item_bytes,
    );
    assert_eq!(counts, (700, 698, 1, 1, 20));
    assert_eq!((report.published, report.signed), (Some(600), Some(true)));
    assert_eq!(report.root, Some(archive.root().unwrap()));
    assert_eq!(
        (last.entries_done, last.item_bytes_done),
        (last.entries, last.item_bytes)
    );
    assert_eq!((last.entries, last.item_bytes), (700, 20));
}

#[test]
fn an_archive_without_entries_is_sound() {
    let dir = tempdir().unwrap();
    drop(create(dir.path()));
    let report = check(dir.path());
    assert!(report.problems.is_empty());
    assert_eq!(
        (report.published, report.signed, report.root),
        (None, None, Some(Digest::of(b"")))
    );
}

#[test]
fn a_changed_entry_is_named() {
    let problems = damaged(|dir| execute(dir, "UPDATE entry SET bytes = x'00' WHERE idx = 300"));
    assert!(
        problems[0].starts_with("hash 300 of level 0 is "),
        "{problems:?}"
    );
    assert!(
        problems[1].starts_with("`ledger/tile/0/001` hashes to "),
        "{problems:?}"
    );
    assert!(
        problems[2].starts_with("`ledger/tile/entries/001` hashes to "),
        "{problems:?}"
    );
    assert!(
        problems[3].starts_with("hash 1 of level 1 is "),
        "{problems:?}"
    );
    assert!(
        problems
            .last()
            .unwrap()
            .starts_with("the first 600 entries have root "),
        "{problems:?}"
    );
}

#[test]
fn a_missing_entry_is_named() {
    let problems = damaged(|dir| execute(dir, "DELETE FROM entry WHERE idx = 300"));
    assert_eq!(problems, ["entry 300 is missing"]);
}

#[test]
fn a_changed_payload_or_salt_is_named() {
    for change in ["bytes = x'00'", "salt = zeroblob(32)"] {
        let sql = format!("UPDATE secret SET {change} WHERE id = 650 * 65536");
        let problems = damaged(|dir| execute(dir, &sql));
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert!(
            problems[0].starts_with("payload 0 of entry 650 gives "),
            "{problems:?}"
        );
        let commitment = payload(650_000, 120).commitment().to_string();
        assert!(problems[0].ends_with(&commitment), "{problems:?}");
    }
}

#[test]
fn changed_and_missing_hashes_are_named() {
    let changed = damaged(|dir| execute(dir, "UPDATE node SET hash = zeroblob(32) WHERE idx = 1"));
    assert!(
        changed[0].starts_with("hash 1 of level 1 is 0000"),
        "{changed:?}"
    );
    let missing = damaged(|dir| execute(dir, "DELETE FROM node WHERE idx = 1"));
    assert_eq!(missing, ["hash 1 of level 1 is missing"]);
}

#[test]
fn changed_and_missing_published_files_are_named() {
    let problems = damaged(|dir| {
        fs::write(dir.join("ledger/tile/1/000.p/2"), b"x").unwrap();
        fs::remove_file(dir.join("ledger/tile/entries/002.p/88")).unwrap();
    });
    assert_eq!(problems[0], "`ledger/tile/entries/002.p/88` is missing");
    assert!(
        problems[1].starts_with("`ledger/tile/1/000.p/2` hashes to "),
        "{problems:?}"
    );
    assert_eq!(problems.len(), 2);
}

#[test]
fn one_changed_bit_of_an_item_is_found_with_path_expected_and_found() {
    let dir = archive();
    let path = item_path(ITEM);
    let mut bytes = ITEM.to_vec();
    bytes[7] ^= 1;
    fs::remove_file(dir.path().join(&path)).unwrap();
    fs::write(dir.path().join(&path), &bytes).unwrap();
    match &check(dir.path()).problems[..] {
        [
            Problem::ItemChanged {
                path: named,
                expected,
                found,
            },
        ] => {
            assert_eq!(Path::new(named), path);
            assert_eq!((*expected, *found), (Digest::of(ITEM), Digest::of(&bytes)));
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn missing_items_items_that_came_back_and_surplus_files_are_named() {
    let dir = archive();
    fs::remove_file(dir.path().join(item_path(ITEM))).unwrap();
    fs::create_dir_all(dir.path().join(item_path(b"gone")).parent().unwrap()).unwrap();
    fs::write(dir.path().join(item_path(b"gone")), b"gone").unwrap();
    let unnamed = dir.path().join(item_path(b"unnamed"));
    fs::create_dir_all(unnamed.parent().unwrap()).unwrap();
    fs::write(unnamed, b"unnamed").unwrap();
    fs::write(dir.path().join("vault/notes.txt"), b"x").unwrap();
    fs::write(dir.path().join("ledger/tile/9"), b"x").unwrap();
    let report = check(dir.path());
    let mut problems: Vec<_> = report.problems.iter().map(ToString::to_string).collect();
    problems.sort();
    let mut expected = [
        format!("item {}, named by entry 0, is missing", Digest::of(ITEM)),
        format!(
            "item {}, erased by entry 599, is still there",
            Digest::of(b"gone")
        ),
    ];
    expected.sort();
    assert_eq!(problems, expected);
    let unnamed = item_path(b"unnamed").display().to_string();
    assert_eq!(
        report.surplus,
        [
            "ledger/tile/9".to_owned(),
            unnamed,
            "vault/notes.txt".to_owned()
        ]
    );
}
