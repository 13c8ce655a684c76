//! The catalog as a file: kept, begun anew, refused.

use catalog::{Catalog, CatalogError, Condition, Origin};

use crate::ledger::{ORIGIN, dump, everything, name, person};

#[test]
fn a_file_is_gone_on_with() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("catalog.db");
    let ledger = everything();
    let (mut catalog, condition) = Catalog::open(&path, ORIGIN).expect("a new file");
    assert_eq!(condition, Condition::New);
    catalog.apply(&ledger.fed(0)).expect("the ledger");
    let before = dump(&catalog);
    drop(catalog);
    let (catalog, condition) = Catalog::open(&path, ORIGIN).expect("the same file");
    assert_eq!(condition, Condition::Kept);
    assert_eq!(catalog.position(), ledger.len());
    assert_eq!(dump(&catalog), before);
    catalog.check().expect("it is sound");
}

#[test]
fn the_catalog_of_another_ledger_is_refused_and_left() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("catalog.db");
    let before = dump(&everything().rebuild(&path));
    let other = Origin {
        ledger: [9; 32],
        ..ORIGIN
    };
    for error in [
        Catalog::open(&path, other).expect_err("another ledger"),
        Catalog::open_to_read(&path, other).expect_err("another ledger"),
    ] {
        assert!(
            matches!(error, CatalogError::ForeignLedger { expected, found } if expected == [9; 32] && found == [1; 32]),
            "{error}"
        );
    }
    let (kept, condition) = Catalog::open(&path, ORIGIN).expect("its own");
    assert_eq!((condition, dump(&kept)), (Condition::Kept, before));
}

#[test]
fn another_form_is_begun_anew_and_said_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("catalog.db");
    drop(everything().rebuild(&path));
    // The version stands at byte 60 of an SQLite file (its file format, section 1.3).
    let mut bytes = std::fs::read(&path).expect("the file");
    bytes[60..64].copy_from_slice(&77u32.to_be_bytes());
    std::fs::write(&path, bytes).expect("the file");
    assert!(
        Catalog::open_to_read(&path, ORIGIN)
            .expect("no error")
            .is_none()
    );
    let (catalog, condition) = Catalog::open(&path, ORIGIN).expect("a new one");
    assert_eq!(condition, Condition::OtherForm { found: 77 });
    assert_eq!(catalog.position(), 0);
}

#[test]
fn what_is_no_catalog_is_begun_anew_and_said_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("catalog.db");
    drop(everything().rebuild(&path));
    let whole = std::fs::read(&path).expect("the file");
    let mut other_program = whole.clone();
    other_program[68..72].copy_from_slice(&[0; 4]);
    let mut broken_schema = whole.clone();
    broken_schema[100..4_000].fill(0x5A);
    for damaged in [
        b"not a database at all, and long enough to be looked at as one ....................................".to_vec(),
        Vec::new(),
        whole[..whole.len() / 3].to_vec(),
        other_program,
        broken_schema,
    ] {
        std::fs::write(&path, &damaged).expect("the file");
        assert!(Catalog::open_to_read(&path, ORIGIN).expect("no error").is_none());
        let (catalog, condition) = Catalog::open(&path, ORIGIN).expect("a new one");
        assert_eq!(condition, Condition::Unreadable, "{} bytes", damaged.len());
        assert_eq!(catalog.position(), 0);
    }
}

#[test]
fn damage_inside_is_found_by_the_check() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("catalog.db");
    let mut ledger = everything();
    for row in 0..400 {
        ledger.claims(&[name(person(100_000 + row), &"a long name ".repeat(30))]);
    }
    drop(ledger.rebuild(&path));
    let mut bytes = std::fs::read(&path).expect("the file");
    let middle = bytes.len() / 2 / 16_384 * 16_384;
    bytes[middle..middle + 64].fill(0xFF);
    std::fs::write(&path, bytes).expect("the file");
    let found = match Catalog::open(&path, ORIGIN) {
        Ok((catalog, Condition::Kept)) => catalog.check().is_err(),
        Ok((_, condition)) => condition == Condition::Unreadable,
        Err(_) => true,
    };
    assert!(found);
}

#[test]
fn reading_changes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("catalog.db");
    assert!(
        Catalog::open_to_read(&path, ORIGIN)
            .expect("no error")
            .is_none()
    );
    let before = dump(&everything().rebuild(&path));
    let bytes = std::fs::read(&path).expect("the file");
    let reading = Catalog::open_to_read(&path, ORIGIN)
        .expect("it opens")
        .expect("it is there");
    assert_eq!(dump(&reading), before);
    drop(reading);
    assert_eq!(std::fs::read(&path).expect("the file"), bytes);
}

#[test]
fn after_an_erasure_the_catalog_asks_to_be_rebuilt_and_then_nothing_is_left() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("catalog.db");
    let mut ledger = everything();
    let secret = "Zarathustra Secretname";
    let told = ledger.claims(&[name(person(777), secret)]);
    let mut catalog = ledger.rebuild(&path);
    assert!(!catalog.must_rebuild().expect("a flag"));
    ledger.erase(told, "on request");
    catalog
        .apply(&ledger.fed(catalog.position()))
        .expect("the tombstone");
    assert!(catalog.must_rebuild().expect("a flag"));
    drop(catalog);
    let catalog = ledger.rebuild(&path);
    assert!(!catalog.must_rebuild().expect("a flag"));
    assert!(catalog.record(person(777)).expect("an answer").is_none());
    let erasures = catalog.erasures().expect("tombstones");
    let last = erasures.last().expect("a tombstone");
    assert_eq!(last.of, [told]);
    assert_eq!(last.note.as_deref(), Some("on request"));
    assert_eq!(
        last.reason.as_ref().map(|reason| reason.as_str()),
        Some("court-order")
    );
    drop(catalog);
    for child in std::fs::read_dir(folder.path()).expect("the folder") {
        let bytes = std::fs::read(child.expect("a file").path()).expect("a file");
        for word in ["Zarathustra", "zarathustra", "secretname"] {
            let found = bytes
                .windows(word.len())
                .any(|window| window == word.as_bytes());
            assert!(!found, "{word}");
        }
    }
}
