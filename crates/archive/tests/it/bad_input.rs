//! Whatever is wrong with a folder, nothing is lost and what is wrong is said.

use std::{
    fs,
    io::Read,
    path::{Path, PathBuf},
    process::Command,
};

use archive::{Archive, Error, NewEntry, Opening, Problem, Repair};
use proof::digest::Digest;
use tempfile::{TempDir, tempdir};

use crate::support::{
    Log, Random, create, description, entries, entry, files, open, payload, read, writing,
};

/// A file system of its own in memory. Needs the right to mount, which tests in a container have as root; where it is missing the two
/// tests that use it say so and end, and a full disk is tested through `faulty` alone.
struct Mount {
    dir: TempDir,
}

impl Mount {
    fn new(size: &str) -> Option<Self> {
        let dir = tempdir().unwrap();
        let mounted = mount(
            &["-t", "tmpfs", "-o", &format!("size={size}"), "none"],
            dir.path(),
        );
        if !mounted {
            eprintln!("no right to mount: not tested on a real file system");
        }
        mounted.then_some(Self { dir })
    }

    fn archive(&self) -> PathBuf {
        self.dir.path().join("archive")
    }

    fn remount(&self, options: &str) {
        assert!(
            mount(&["-o", &format!("remount,{options}")], self.dir.path()),
            "remount,{options}"
        );
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        drop(
            Command::new("umount")
                .arg("--lazy")
                .arg(self.dir.path())
                .status(),
        );
    }
}

fn mount(arguments: &[&str], dir: &Path) -> bool {
    Command::new("mount")
        .args(arguments)
        .arg(dir)
        .status()
        .is_ok_and(|status| status.success())
}

#[test]
fn a_full_disk_is_named_and_costs_nothing_that_was_acknowledged() {
    let Some(mount) = Mount::new("1m") else {
        return;
    };
    let dir = mount.archive();
    let mut archive = create(&dir);
    let (item, _) = archive.put_item(&mut &b"small"[..], 100).unwrap();
    let mut size = 0;
    let error = loop {
        match archive.append(&entries(size, size + 50)) {
            Ok(range) => size = range.end,
            Err(error) => break error,
        }
    };
    assert!(matches!(error, Error::DiskFull { .. }), "{error:?}");
    let error = archive
        .put_item(&mut &Random(1).bytes(2_000_000)[..], u64::MAX)
        .unwrap_err();
    assert!(matches!(error, Error::DiskFull { .. }), "{error:?}");
    assert!(size >= 50);
    assert_eq!(archive.len().unwrap(), size);
    assert_eq!(
        read(&dir).entries(0, u64::MAX).unwrap().len() as u64,
        size,
        "readable while full"
    );
    drop(archive);
    assert_eq!(
        read(&dir).len().unwrap(),
        size,
        "readable after the writer gave up"
    );

    mount.remount("size=8m");
    let mut archive = open(&dir);
    assert_eq!(
        archive.append(&entries(size, size + 50)).unwrap(),
        size..size + 50
    );
    archive.publish(&Log::new().signer).unwrap();
    assert!(archive.has_item(&item).unwrap());
    let report = archive
        .check(Some(&Log::new().verifier), &mut |_| {})
        .unwrap();
    assert!(report.problems.is_empty(), "{:?}", report.problems);
    for (index, stored) in (0..).zip(archive.entries(0, size).unwrap()) {
        assert_eq!(stored.bytes, entry(index, 1).bytes);
    }
}

#[test]
fn a_read_only_folder_is_read_and_not_written() {
    let Some(mount) = Mount::new("8m") else {
        return;
    };
    let dir = mount.archive();
    let mut archive = create(&dir);
    archive.append(&entries(0, 300)).unwrap();
    archive.publish(&Log::new().signer).unwrap();
    // A folder copied to a disc while its writer was at work: the write-ahead log has not been carried over.
    let copy = mount.dir.path().join("copy");
    assert!(
        Command::new("cp")
            .arg("-a")
            .arg(&dir)
            .arg(&copy)
            .status()
            .unwrap()
            .success()
    );
    drop(archive);
    mount.remount("ro");
    for dir in [&dir, &copy] {
        let before = files(dir);
        let archive = read(dir);
        assert_eq!(archive.entries(0, 1_000).unwrap().len(), 300);
        let report = archive
            .check(Some(&Log::new().verifier), &mut |_| {})
            .unwrap();
        assert!(report.problems.is_empty(), "{:?}", report.problems);
        let error = Archive::open(dir, &writing()).unwrap_err();
        assert!(matches!(error, Error::ReadOnly { .. }), "{error:?}");
        assert!(matches!(
            Archive::create(&dir.join("new"), &description(), "x"),
            Err(Error::ReadOnly { .. })
        ));
        drop(archive);
        assert_eq!(files(dir), before);
    }
    mount.remount("rw");
    assert_eq!(open(&copy).len().unwrap(), 300);
}

#[test]
fn a_log_left_without_its_index_asks_for_a_writer_once() {
    let dir = tempdir().unwrap();
    let archive_dir = dir.path().join("archive");
    let mut archive = create(&archive_dir);
    archive.append(&entries(0, 10)).unwrap();
    let copy = dir.path().join("copy");
    assert!(
        Command::new("cp")
            .arg("-a")
            .arg(&archive_dir)
            .arg(&copy)
            .status()
            .unwrap()
            .success()
    );
    fs::remove_file(copy.join("ledger.db-shm")).unwrap();
    let before = files(&copy);
    assert!(matches!(
        Archive::open(&copy, &Opening::Read),
        Err(Error::NeedsRecovery { .. })
    ));
    assert_eq!(files(&copy), before);
    assert_eq!(open(&copy).len().unwrap(), 10);
    assert_eq!(read(&copy).len().unwrap(), 10);
}

#[test]
fn a_second_writer_is_told_who_holds_the_lock_and_the_next_one_gets_it() {
    let dir = tempdir().unwrap();
    let first = Archive::create(dir.path(), &description(), "anna, process 7, since noon").unwrap();
    match Archive::open(dir.path(), &writing()) {
        Err(Error::Locked { holder }) => assert_eq!(holder, "anna, process 7, since noon"),
        other => panic!("{other:?}"),
    }
    assert_eq!(read(dir.path()).len().unwrap(), 0);
    drop(first);
    open(dir.path()).append(&entries(0, 1)).unwrap();
}

#[test]
fn an_item_changed_by_one_bit_is_noticed_when_read() {
    let dir = tempdir().unwrap();
    let mut archive = create(dir.path());
    let bytes = Random(3).bytes(100_000);
    let (digest, _) = archive.put_item(&mut &bytes[..], u64::MAX).unwrap();
    archive
        .append(&[NewEntry {
            items: vec![digest],
            ..entry(0, 1)
        }])
        .unwrap();
    let name = digest.to_string();
    let path = dir.path().join("vault").join(&name[..2]).join(&name[2..]);
    let mut changed = bytes;
    changed[50_000] ^= 0b100;
    fs::remove_file(&path).unwrap();
    fs::write(&path, &changed).unwrap();
    let error = archive
        .open_item(&digest)
        .unwrap()
        .read_to_end(&mut Vec::new())
        .unwrap_err();
    match error.into_inner().unwrap().downcast_ref::<Error>() {
        Some(Error::ItemChanged { expected, found }) => {
            assert_eq!((*expected, *found), (digest, Digest::of(&changed)));
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(
        fs::read(&path).unwrap(),
        changed,
        "evidence of the damage is kept"
    );
}

/// A closed archive of `size` entries, published.
fn published(size: u64) -> TempDir {
    let dir = tempdir().unwrap();
    let mut archive = create(dir.path());
    archive.append(&entries(0, size)).unwrap();
    archive.publish(&Log::new().signer).unwrap();
    dir
}

#[test]
fn a_database_cut_off_is_named_and_left_as_it_is() {
    let dir = published(300);
    let database = dir.path().join("ledger.db");
    let whole = fs::read(&database).unwrap();
    let is_cut = |error: &Error, length: usize| match error {
        Error::DatabaseCutOff {
            expected, found, ..
        } => (*expected, *found) == (whole.len() as u64, length as u64),
        Error::DatabaseDamaged { .. } => length < 100,
        _ => false,
    };
    for length in [0, 50, 100, 4_096, whole.len() / 2, whole.len() - 1] {
        for opening in [Opening::Read, Opening::Inspect, writing()] {
            fs::write(&database, &whole[..length]).unwrap();
            let error = Archive::open(dir.path(), &opening).unwrap_err();
            assert!(
                is_cut(&error, length),
                "{length} bytes, {opening:?}: {error:?}"
            );
            assert_eq!(fs::read(&database).unwrap(), &whole[..length]);
        }
    }
    fs::write(&database, &whole).unwrap();
    assert_eq!(open(dir.path()).len().unwrap(), 300);
}

#[test]
fn a_database_of_something_else_is_named() {
    let dir = published(1);
    let database = dir.path().join("ledger.db");
    fs::write(&database, Random(4).bytes(20_000)).unwrap();
    for opening in [Opening::Read, writing()] {
        let error = Archive::open(dir.path(), &opening).unwrap_err();
        assert!(
            matches!(
                error,
                Error::DatabaseDamaged { .. } | Error::DatabaseCutOff { .. }
            ),
            "{error:?}"
        );
    }
    fs::remove_file(&database).unwrap();
    let other = rusqlite::Connection::open(&database).unwrap();
    other.execute_batch("CREATE TABLE other (x)").unwrap();
    drop(other);
    for opening in [Opening::Read, writing()] {
        let error = Archive::open(dir.path(), &opening).unwrap_err();
        assert!(
            matches!(error, Error::DatabaseDamaged { source: None, .. }),
            "{error:?}"
        );
    }
}

#[test]
fn a_ledger_with_fewer_entries_than_its_checkpoint_is_refused_but_can_be_inspected() {
    let dir = published(480);
    let older = fs::read(dir.path().join("ledger.db")).unwrap();
    let mut archive = open(dir.path());
    archive.append(&entries(480, 500)).unwrap();
    archive.publish(&Log::new().signer).unwrap();
    drop(archive);
    fs::write(dir.path().join("ledger.db"), older).unwrap();
    for opening in [Opening::Read, writing()] {
        let error = Archive::open(dir.path(), &opening).unwrap_err();
        assert!(
            matches!(
                error,
                Error::LedgerTruncated {
                    published: 500,
                    stored: 480
                }
            ),
            "{error:?}"
        );
    }
    let archive = Archive::open(dir.path(), &Opening::Inspect).unwrap();
    let problems = archive.check(None, &mut |_| {}).unwrap().problems;
    assert!(
        problems.iter().any(|problem| matches!(
            problem,
            Problem::LedgerTruncated {
                published: 500,
                stored: 480
            }
        )),
        "{problems:?}"
    );
}

#[test]
fn a_ledger_that_tells_another_story_than_its_checkpoint_is_refused() {
    let (dir, other) = (published(300), tempdir().unwrap());
    create(other.path()).append(&entries(1_000, 1_300)).unwrap();
    fs::copy(other.path().join("ledger.db"), dir.path().join("ledger.db")).unwrap();
    for opening in [Opening::Read, writing()] {
        let error = Archive::open(dir.path(), &opening).unwrap_err();
        assert!(
            matches!(error, Error::LedgerForked { size: 300, .. }),
            "{error:?}"
        );
    }
}

#[test]
fn a_checkpoint_signed_by_a_foreign_key_is_neither_believed_nor_replaced() {
    let dir = published(3);
    let checkpoint = dir.path().join("ledger/checkpoint");
    let stated = read(dir.path()).checkpoint().unwrap().unwrap().checkpoint;
    let foreign = stated.sign(&[&Log::of(2).signer]).unwrap().to_bytes();
    fs::write(&checkpoint, &foreign).unwrap();
    let mut archive = open(dir.path());
    archive.append(&entries(3, 4)).unwrap();
    let error = archive.publish(&Log::new().signer).unwrap_err();
    assert!(
        matches!(&error, Error::ForeignKey { key } if key == "test.example/archive"),
        "{error:?}"
    );
    assert_eq!(fs::read(&checkpoint).unwrap(), foreign);
    let report = archive
        .check(Some(&Log::new().verifier), &mut |_| {})
        .unwrap();
    assert_eq!(report.signed, Some(false));
    assert!(
        matches!(&report.problems[..], [Problem::ForeignKey { .. }]),
        "{:?}",
        report.problems
    );
}

#[test]
fn a_checkpoint_of_another_log_or_of_no_log_is_refused() {
    let dir = published(3);
    let checkpoint = dir.path().join("ledger/checkpoint");
    let mut stated = read(dir.path()).checkpoint().unwrap().unwrap().checkpoint;
    stated.origin = "elsewhere.example".to_owned();
    fs::write(
        &checkpoint,
        stated.sign(&[&Log::new().signer]).unwrap().to_bytes(),
    )
    .unwrap();
    match Archive::open(dir.path(), &writing()) {
        Err(Error::ForeignOrigin { expected, found }) => {
            assert_eq!(
                (expected.as_str(), found.as_str()),
                ("test.example/archive", "elsewhere.example")
            );
        }
        other => panic!("{other:?}"),
    }
    fs::write(&checkpoint, b"torn").unwrap();
    assert!(matches!(
        Archive::open(dir.path(), &Opening::Read),
        Err(Error::CheckpointMalformed { .. })
    ));
    let archive = Archive::open(dir.path(), &Opening::Inspect).unwrap();
    let problems = archive.check(None, &mut |_| {}).unwrap().problems;
    assert!(
        matches!(&problems[..], [Problem::CheckpointMalformed { .. }]),
        "{problems:?}"
    );
}

#[test]
fn folders_that_are_no_archive_or_not_to_become_one_are_named() {
    let dir = tempdir().unwrap();
    for opening in [Opening::Read, writing()] {
        for path in [dir.path().to_owned(), dir.path().join("nowhere")] {
            let error = Archive::open(&path, &opening).unwrap_err();
            assert!(matches!(error, Error::NotAnArchive { .. }), "{error:?}");
        }
    }
    assert_eq!(files(dir.path()), []);
    fs::write(dir.path().join("thesis.txt"), b"x").unwrap();
    match Archive::create(dir.path(), &description(), "x") {
        Err(Error::FolderNotEmpty { found, .. }) => assert_eq!(found, "thesis.txt"),
        other => panic!("{other:?}"),
    }
    let made = dir.path().join("deep/er");
    drop(create(&made));
    assert!(matches!(
        Archive::create(&made, &description(), "x"),
        Err(Error::AlreadyAnArchive { .. })
    ));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(
            fs::metadata(made.join("keys"))
                .unwrap()
                .permissions()
                .mode()
                & 0o777,
            0o700
        );
    }
}

#[test]
fn an_interrupted_making_is_continued() {
    let dir = published(3);
    // As if killed before `archive.toml` was there, which is written last.
    let half = tempdir().unwrap();
    for name in ["vault", "ledger", "keys"] {
        fs::create_dir(half.path().join(name)).unwrap();
    }
    fs::write(half.path().join(".new-3"), b"form = ").unwrap();
    fs::write(half.path().join("ledger.db"), b"").unwrap();
    let archive = create(half.path());
    assert_eq!(
        archive.repairs(),
        [Repair::LeftoverRemoved {
            path: ".new-3".to_owned()
        }]
    );
    drop(archive);
    assert_eq!(open(half.path()).len().unwrap(), 0);
    assert_eq!(open(dir.path()).len().unwrap(), 3);
}

#[test]
fn an_interrupted_erasure_of_an_item_is_completed() {
    let dir = tempdir().unwrap();
    let mut archive = create(dir.path());
    let (digest, _) = archive.put_item(&mut &b"to be erased"[..], 100).unwrap();
    let name = digest.to_string();
    let path = dir.path().join("vault").join(&name[..2]).join(&name[2..]);
    archive
        .append(&[NewEntry {
            items: vec![digest],
            ..entry(0, 1)
        }])
        .unwrap();
    archive
        .append(&[NewEntry {
            erases_items: vec![digest],
            ..entry(1, 1)
        }])
        .unwrap();
    drop(archive);
    // As if killed between the entry and the erasure.
    fs::write(&path, b"to be erased").unwrap();
    let archive = open(dir.path());
    assert_eq!(archive.repairs(), [Repair::ItemErasureCompleted { digest }]);
    assert!(!path.exists());
}

#[test]
fn logs_never_show_payloads() {
    let shown = format!("{:?} {:?}", payload(1, 50), entry(1, 2));
    assert!(
        !shown.contains("secret") && shown.contains("50 bytes"),
        "{shown}"
    );
}
