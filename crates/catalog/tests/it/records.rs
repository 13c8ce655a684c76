//! Claims with their sources, contradictions, items and numbers.

use model::{
    entry::EntryKind,
    id::{EvidenceNumber, RecordKind},
    judgement::Decision,
    payload::Payload,
    release::Release,
};
use proof::digest::Digest;

use crate::ledger::{Ledger, claim, date, everything, id_of, item, name, number, person, source};

#[test]
fn one_assertion_read_twice_is_one_claim_and_of_two_sources_two() {
    let mut ledger = Ledger::default();
    let one = claim(person(1), "died", date("1988-08"), 1);
    let other = claim(person(1), "died", date("1988-08"), 2);
    ledger.claims(&[one.clone(), other.clone()]);
    ledger.claims(&[other, one]);
    let record = ledger
        .catalog()
        .record(person(1))
        .expect("an answer")
        .expect("a record");
    assert_eq!(record.claims.len(), 2);
    assert!(record.claims.iter().all(|claim| claim.entry == 0));
}

#[test]
fn contradictions_are_seen_within_an_identity_and_not_before() {
    let mut ledger = Ledger::default();
    let one = claim(person(1), "died", date("1988-08"), 1);
    let within = claim(person(1), "died", date("1988"), 2);
    let other = claim(person(2), "died", date("1988-09"), 3);
    ledger.claims(&[
        one.clone(),
        within,
        claim(person(1), "age", number(20, 25), 1),
    ]);
    ledger.claims(&[other.clone(), claim(person(2), "age", number(24, 30), 3)]);
    assert!(
        ledger
            .catalog()
            .contradictions(person(1))
            .expect("none")
            .is_empty()
    );
    ledger.pair(Decision::Same, person(1), person(2));
    let found = ledger.catalog().contradictions(person(2)).expect("one");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].property.as_str(), "died");
    assert_eq!(found[0].claims, [id_of(&one), id_of(&other)]);
    assert!(
        ledger
            .catalog()
            .contradictions(person(9))
            .expect("none")
            .is_empty()
    );
}

#[test]
fn several_true_values_of_one_property_do_not_contradict() {
    let mut ledger = Ledger::default();
    ledger.claims(&[name(person(1), "Hamed"), name(person(1), "Shahriar")]);
    assert!(
        ledger
            .catalog()
            .contradictions(person(1))
            .expect("none")
            .is_empty()
    );
}

#[test]
fn the_next_evidence_number_is_never_given_twice() {
    let mut ledger = Ledger::default();
    assert_eq!(
        ledger.catalog().next_evidence_number().expect("one"),
        EvidenceNumber(1)
    );
    ledger.item(item(1, "a.txt"), None);
    let second = ledger.item(item(2, "b.txt"), None);
    ledger.erase(second, "on request");
    let catalog = ledger.catalog();
    assert_eq!(
        catalog.next_evidence_number().expect("one"),
        EvidenceNumber(3)
    );
    assert_eq!(catalog.items().expect("one").len(), 1);
}

#[test]
fn items_and_sources_are_as_described_last() {
    let mut ledger = Ledger::default();
    let added = ledger.item(item(1, "a.txt"), Some("words"));
    let mut again = item(1, "a.txt");
    again.title = Some("A report".to_owned());
    ledger.item(again, None);
    ledger.source(source(1, "Old"));
    ledger.source(source(2, "Other"));
    ledger.source(source(1, "New"));
    let catalog = ledger.catalog();
    let items = catalog.items().expect("items");
    assert_eq!(items.len(), 1);
    assert_eq!(items[0].item.title.as_deref(), Some("A report"));
    assert_eq!(
        (items[0].entry, items[0].text.as_deref()),
        (added, Some("words"))
    );
    let digest = Digest::of(b"a.txt");
    assert_eq!(
        catalog.item_by_digest(&digest.0).expect("an answer"),
        Some(items[0].clone())
    );
    assert_eq!(catalog.item_by_digest(&[0; 32]).expect("an answer"), None);
    let titles: Vec<String> = catalog
        .sources()
        .expect("sources")
        .into_iter()
        .map(|view| view.source.title)
        .collect();
    assert_eq!(titles, ["New", "Other"]);
}

#[test]
fn everything_is_counted() {
    let ledger = everything();
    let counts = ledger.catalog().counts().expect("counts");
    assert_eq!(counts.entries, ledger.len());
    assert_eq!(counts.records.len(), 1);
    let people = counts.records[0];
    assert_eq!(
        (people.kind, people.records, people.identities),
        (RecordKind::Person, 40, 38)
    );
    // Four a row, one accepted, one new; the one read twice counts once, the one erased not at all.
    assert_eq!(counts.claims, 162);
    assert_eq!(
        (counts.sources, counts.items, counts.suggestions),
        (2, 1, 3)
    );
    assert_eq!(counts.erased, 1);
}

#[test]
fn a_release_is_kept_and_is_no_part_of_what_an_exhibition_shows() {
    let mut ledger = Ledger::default();
    ledger.claims(&[name(person(1), "Hamed")]);
    let before = ledger.catalog();
    let release = Release {
        number: 1,
        note: "For the opening.".to_owned(),
        languages: Vec::new(),
        base: None,
        manifest: Digest::of(b"a manifest"),
        ledger_size: before.shown().expect("an answer"),
        files: 3,
        pages: 2,
        bytes: 1,
        added: 2,
        changed: 0,
        removed: 0,
    };
    let entry = ledger.add(
        EntryKind::ReleasePublished,
        &[Payload::Release(release.clone())],
    );
    let after = ledger.catalog();
    assert_eq!(after.shown().expect("an answer"), 1);
    assert_eq!(
        after.as_of().expect("a day"),
        before.as_of().expect("a day")
    );
    let releases = after.releases().expect("releases");
    assert_eq!(releases.len(), 1);
    assert_eq!((&releases[0].release, releases[0].entry), (&release, entry));
    ledger.claims(&[name(person(2), "Baran")]);
    assert_eq!(ledger.catalog().shown().expect("an answer"), 3);
}
