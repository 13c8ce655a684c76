//! The same entries give the same answers, in whatever portions they come.

use catalog::{Applied, Catalog, CatalogError, Lag, Sink};
use model::entry::EntryKind;
use proptest::prelude::*;

use crate::ledger::{Ledger, ORIGIN, dump, everything, name, person};

#[test]
fn deleting_and_rebuilding_gives_the_same_answers() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("catalog.db");
    let ledger = everything();
    let first = dump(&ledger.rebuild(&path));
    std::fs::remove_file(&path).expect("it can be deleted");
    let second = dump(&ledger.rebuild(&path));
    assert_eq!(first, second);
    assert!(first.contains("Hamed Kalantari 0") && first.contains("conflict "));
}

#[test]
fn a_rebuilt_catalog_goes_on_as_if_it_had_never_been_built_anew() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("catalog.db");
    let mut ledger = everything();
    let mut rebuilt = ledger.rebuild(&path);
    ledger.claims(&[name(person(3), "Hamed Kalantari 0"), name(person(3), "New")]);
    let applied = rebuilt
        .apply(&ledger.fed(rebuilt.position()))
        .expect("the next entry");
    assert_eq!(
        applied,
        Applied {
            entries: 1,
            claims: 1
        }
    );
    assert_eq!(dump(&rebuilt), dump(&ledger.catalog()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn any_portions_give_the_answers_of_one_bulk_build(sizes in prop::collection::vec(1usize..30, 60)) {
        let folder = tempfile::tempdir().expect("a folder");
        let ledger = everything();
        let whole = dump(&ledger.rebuild(&folder.path().join("catalog.db")));
        let mut catalog = Catalog::in_memory(ORIGIN).expect("a catalog");
        for size in sizes {
            let fed = ledger.fed(catalog.position());
            catalog.apply(&fed[..size.min(fed.len())]).expect("the next entries");
        }
        prop_assert_eq!(dump(&catalog), whole);
    }
}

#[test]
fn what_is_recorded_twice_is_counted_once_in_a_rebuild_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut ledger = Ledger::default();
    for _ in 0..3 {
        ledger.claims(&[name(person(1), "One"), name(person(2), "Two")]);
    }
    let mut fed = ledger.rebuild(&folder.path().join("catalog.db"));
    assert_eq!(fed.counts().expect("counts").claims, 2);
    ledger.claims(&[name(person(2), "Two"), name(person(2), "Deux")]);
    let applied = fed.apply(&ledger.fed(3)).expect("the next");
    assert_eq!(applied.claims, 1);
    assert_eq!(dump(&fed), dump(&ledger.catalog()));
}

#[test]
fn a_gap_is_refused_and_changes_nothing() {
    let ledger = everything();
    let mut catalog = Catalog::in_memory(ORIGIN).expect("a catalog");
    catalog.apply(&ledger.fed(0)[..5]).expect("the first five");
    for fed in [&ledger.fed(0)[6..], &ledger.fed(0)[4..]] {
        let error = catalog.apply(fed).expect_err("not the next entry");
        assert!(
            matches!(error, CatalogError::Gap { expected: 5, .. }),
            "{error}"
        );
    }
    let mut hole = ledger.fed(5);
    hole.remove(1);
    let error = catalog.apply(&hole).expect_err("one is missing");
    assert!(
        matches!(
            error,
            CatalogError::Gap {
                expected: 6,
                found: 7
            }
        ),
        "{error}"
    );
    assert_eq!(catalog.position(), 5);
    catalog.apply(&ledger.fed(5)).expect("the rest");
    assert_eq!(dump(&catalog), dump(&ledger.catalog()));
}

#[test]
fn a_gap_is_refused_in_a_rebuild_too_and_the_old_file_stays() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("catalog.db");
    let ledger = everything();
    let before = dump(&ledger.rebuild(&path));
    let feed = |sink: &mut Sink| -> Result<(), CatalogError> { sink.take(&ledger.fed(1)) };
    let error = Catalog::rebuild(&path, ORIGIN, feed).expect_err("the first is missing");
    assert!(
        matches!(
            error,
            CatalogError::Gap {
                expected: 0,
                found: 1
            }
        ),
        "{error}"
    );
    let (kept, _) = Catalog::open(&path, ORIGIN).expect("the old one");
    assert_eq!(dump(&kept), before);
}

#[test]
fn how_far_behind_is_told() {
    let ledger = everything();
    let catalog = ledger.catalog();
    let known = ledger.len();
    assert_eq!(catalog.behind(known), Lag::None);
    assert_eq!(catalog.behind(known + 3), Lag::Behind(3));
    assert_eq!(catalog.behind(known - 2), Lag::Ahead(2));
}

#[test]
fn what_cannot_be_read_is_refused_with_its_place() {
    let ledger = everything();
    let mut catalog = Catalog::in_memory(ORIGIN).expect("a catalog");
    let mut fed = ledger.fed(0);
    fed[2].entry = b"{}";
    let error = catalog.apply(&fed).expect_err("no entry");
    assert!(
        matches!(error, CatalogError::Entry { entry: 2, .. }),
        "{error}"
    );
    let mut fed = ledger.fed(0);
    fed[3].payloads = vec![catalog::FedPayload::Present(b"{\"v\":9}")];
    let error = catalog.apply(&fed).expect_err("no payload");
    assert!(
        matches!(
            error,
            CatalogError::Payload {
                entry: 3,
                payload: 0,
                ..
            }
        ),
        "{error}"
    );
    let mut fed = ledger.fed(0);
    fed[3].payloads.clear();
    let error = catalog.apply(&fed).expect_err("no payload");
    assert!(
        matches!(
            error,
            CatalogError::PayloadCount {
                entry: 3,
                expected: 1,
                found: 0
            }
        ),
        "{error}"
    );
    assert_eq!(catalog.position(), 0);
}

#[test]
fn the_log_tells_what_happened() {
    let ledger = everything();
    let catalog = ledger.catalog();
    let lines = catalog.log(0, 3).expect("the log");
    let kinds: Vec<EntryKind> = lines.iter().map(|line| line.kind).collect();
    assert_eq!(
        kinds,
        [
            EntryKind::ArchiveCreated,
            EntryKind::SourceDescribed,
            EntryKind::SourceDescribed
        ]
    );
    let last = catalog.log(ledger.len() - 1, 10).expect("the log");
    assert_eq!(last.len(), 1);
    assert_eq!(last[0].kind, EntryKind::PayloadsErased);
    assert_eq!(catalog.as_of().expect("a time"), Some(last[0].time));
}
