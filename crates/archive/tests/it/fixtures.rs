//! Archives of every form that was ever written are opened for ever.
//!
//! `fixtures/v1` was made by `build` below; `fixtures/v0` from it by `age`. A fixture that is missing is written, and the test fails until
//! it is committed. One that is there is never written again.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use archive::{Archive, Error, NewEntry, Opening, PayloadState, Repair};
use proof::digest::Digest;
use rusqlite::Connection;
use tempfile::{TempDir, tempdir};

use crate::support::{Log, create, entries, entry, files, open, payload, read, writing};

/// Entries in the fixtures: one more than a full tile, and a few that are not published.
const ENTRIES: u64 = 260;

/// Root over them.
const ROOT: &str = "d76acb584cb637f192ed53ac8de40ace6ec52feaeebf3ca663fd29e197d37da2";

fn build(dir: &Path) {
    let mut archive = create(dir);
    let (item, _) = archive.put_item(&mut &b"a photograph"[..], 100).unwrap();
    let (gone, _) = archive.put_item(&mut &b"a letter"[..], 100).unwrap();
    archive
        .append(&[NewEntry {
            items: vec![item, gone],
            ..entry(0, 2)
        }])
        .unwrap();
    archive.append(&entries(1, 256)).unwrap();
    let erases = vec![payload(5_000, 120).commitment()];
    archive
        .append(&[NewEntry {
            erases,
            erases_items: vec![gone],
            ..entry(256, 1)
        }])
        .unwrap();
    archive.publish(&Log::new().signer).unwrap();
    archive.append(&entries(257, ENTRIES)).unwrap();
}

/// Makes a folder of form 1 one of form 0.
fn age(dir: &Path) {
    let connection = Connection::open(dir.join("ledger.db")).unwrap();
    connection
        .execute_batch("DROP TABLE node; PRAGMA user_version = 0; VACUUM;")
        .unwrap();
    drop(connection);
    set_form(dir, 0);
}

fn set_form(dir: &Path, form: u32) {
    let path = dir.join("archive.toml");
    let text = fs::read_to_string(&path).unwrap();
    let lines = text.lines().map(|line| {
        if line.starts_with("form = ") {
            format!("form = {form}")
        } else {
            line.to_owned()
        }
    });
    fs::write(&path, lines.collect::<Vec<_>>().join("\n") + "\n").unwrap();
}

fn fixture(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures")
        .join(name);
    if !path.exists() {
        build(&path);
        if name == "v0" {
            age(&path);
        }
        panic!("made `{}`: commit it", path.display());
    }
    path
}

/// A copy that may be written to.
fn copy(name: &str) -> TempDir {
    let dir = tempdir().unwrap();
    let from = fixture(name).join(".");
    assert!(
        Command::new("cp")
            .arg("-r")
            .arg(from)
            .arg(dir.path())
            .status()
            .unwrap()
            .success()
    );
    dir
}

fn verify(archive: &Archive) {
    assert_eq!(archive.description().name, "Test \"archive\"");
    assert_eq!(archive.len().unwrap(), ENTRIES);
    assert_eq!(archive.root().unwrap().to_string(), ROOT);
    for stored in archive.entries(0, ENTRIES).unwrap() {
        assert_eq!(stored.bytes, entry(stored.index, 0).bytes);
        let new = entry(stored.index, if stored.index == 0 { 2 } else { 1 });
        assert_eq!(stored.payloads.len(), new.payloads.len());
        for (kept, salted) in stored.payloads.iter().zip(new.payloads) {
            assert_eq!(kept.commitment, salted.commitment());
            match &kept.state {
                PayloadState::Present(present) => assert_eq!(*present, salted),
                PayloadState::Erased { by } => assert_eq!((stored.index, *by), (5, 256)),
            }
        }
    }
    assert!(archive.has_item(&Digest::of(b"a photograph")).unwrap());
    assert!(matches!(
        archive.open_item(&Digest::of(b"a letter")),
        Err(Error::ItemErased { by: 256, .. })
    ));
    let report = archive
        .check(Some(&Log::new().verifier), &mut |_| {})
        .unwrap();
    assert!(
        report.problems.is_empty() && report.surplus.is_empty(),
        "{report:?}"
    );
    assert_eq!((report.published, report.signed), (Some(257), Some(true)));
}

#[test]
fn form_1_is_read_where_it_lies_and_stays_as_it_is() {
    let path = fixture("v1");
    let before = files(&path);
    verify(&read(&path));
    assert_eq!(files(&path), before);
}

#[test]
fn form_1_goes_on_being_written() {
    let dir = copy("v1");
    let mut archive = open(dir.path());
    assert_eq!(archive.repairs(), []);
    verify(&archive);
    archive.append(&entries(ENTRIES, 600)).unwrap();
    archive.publish(&Log::new().signer).unwrap();
    assert!(
        archive
            .check(Some(&Log::new().verifier), &mut |_| {})
            .unwrap()
            .problems
            .is_empty()
    );
}

#[test]
fn what_is_written_today_is_what_was_written_then() {
    let dir = tempdir().unwrap();
    build(dir.path());
    // The database's bytes depend on the version of SQLite; what it says is compared above.
    let stable = |dir: &Path| {
        let mut files = files(dir);
        files.retain(|(name, _)| !name.starts_with("ledger.db"));
        files
    };
    assert_eq!(stable(dir.path()), stable(&fixture("v1")));
}

#[test]
fn form_0_is_left_alone_by_a_reader_and_brought_up_by_a_writer() {
    let dir = copy("v0");
    let before = files(dir.path());
    for opening in [Opening::Read, Opening::Inspect] {
        let error = Archive::open(dir.path(), &opening).unwrap_err();
        assert!(
            matches!(error, Error::NeedsMigration { found: 0, known: 1 }),
            "{error:?}"
        );
    }
    assert_eq!(files(dir.path()), before);
    let archive = open(dir.path());
    assert_eq!(archive.repairs(), [Repair::Migrated { from: 0, to: 1 }]);
    verify(&archive);
    drop(archive);
    verify(&read(dir.path()));
    assert_eq!(open(dir.path()).repairs(), []);
}

#[test]
fn a_migration_killed_before_the_description_followed_is_completed() {
    let dir = copy("v1");
    set_form(dir.path(), 0);
    assert_eq!(
        open(dir.path()).repairs(),
        [Repair::Migrated { from: 0, to: 1 }]
    );
    verify(&read(dir.path()));
}

#[test]
fn a_later_form_is_refused_and_left_alone() {
    let later = |error: Error| {
        assert!(
            matches!(error, Error::NewerForm { found: 2, known: 1 }),
            "{error:?}"
        );
    };
    let dir = copy("v1");
    set_form(dir.path(), 2);
    let before = files(dir.path());
    later(Archive::open(dir.path(), &Opening::Read).unwrap_err());
    later(Archive::open(dir.path(), &writing()).unwrap_err());
    assert_eq!(files(dir.path()), before);
    set_form(dir.path(), 1);
    let connection = Connection::open(dir.path().join("ledger.db")).unwrap();
    connection.execute_batch("PRAGMA user_version = 2").unwrap();
    drop(connection);
    later(Archive::open(dir.path(), &Opening::Read).unwrap_err());
    later(Archive::open(dir.path(), &writing()).unwrap_err());
}
