//! Records whose claims are read later: their heads say what their claims say, and resting forgets nothing.

use model::{
    access::Access,
    id::{EvidenceNumber, RecordId, RecordKind},
    judgement::{Decision, Subject},
};

use crate::ledger::{Ledger, claim, date, name, person, text};

/// Three people: the first two are one, and closed as a whole; the third has a restricted claim. Every claim cites an item.
fn ledger() -> Ledger {
    let mut ledger = Ledger::default();
    for number in 1..=3 {
        let mut claims = [
            name(person(number), "One"),
            claim(person(number), "died", date("1988"), number),
            claim(person(number), "portrait", text("A portrait", "en"), number),
        ];
        for (claim, item) in claims.iter_mut().zip(number as u32 * 10..) {
            claim.citation.item = Some(EvidenceNumber(item));
        }
        if number == 3 {
            claims[1].access = Access::Restricted;
        }
        ledger.claims(&claims);
    }
    ledger.pair(Decision::Same, person(1), person(2));
    ledger.judge(Decision::Hide, &[Subject::Record(person(2))]);
    ledger
}

#[test]
fn heads_are_those_of_the_claims_that_are_read_later() {
    let catalog = ledger().catalog();
    let mut found: Vec<(RecordId, Access, Option<EvidenceNumber>)> = Vec::new();
    for record in catalog.unread_records(RecordKind::Person).expect("records") {
        let record = record.expect("a record");
        let heads: Vec<_> = record.heads().collect::<Result<_, _>>().expect("heads");
        let id = record.id;
        let view = record.view().expect("a view");
        assert_eq!(Some(&view), catalog.record(id).expect("an answer").as_ref());
        let expected: Vec<_> = view
            .claims
            .iter()
            .map(|known| {
                let closed = known.access != Access::Public;
                let item = known.claim.citation.item.filter(|_| closed);
                (known.claim.about, known.access, item)
            })
            .collect();
        assert_eq!(heads, expected);
        found.extend(heads);
    }
    let closed = |access| found.iter().filter(|head| head.1 == access).count();
    assert_eq!(closed(Access::Confidential), 6);
    assert_eq!(closed(Access::Restricted), 1);
    assert_eq!(closed(Access::Public), 2);
}

#[test]
fn items_are_found_by_the_property_for_which_they_are_cited() {
    let catalog = ledger().catalog();
    let found = catalog.items_cited_for("portrait").expect("items");
    assert_eq!(
        found.into_iter().map(|item| item.0).collect::<Vec<_>>(),
        [12, 22, 32]
    );
    let none = catalog.items_cited_for("photograph").expect("items");
    assert!(none.is_empty());
}

#[test]
fn a_catalog_that_rested_answers_as_before() {
    let folder = tempfile::tempdir().expect("a folder");
    let catalog = ledger().rebuild(&folder.path().join("catalog.db"));
    let before = catalog.record(person(3)).expect("an answer");
    catalog.rest().expect("rest");
    assert_eq!(catalog.record(person(3)).expect("an answer"), before);
    let state = catalog.snapshot().expect("a snapshot");
    catalog.rest().expect("rest within a snapshot");
    assert_eq!(catalog.record(person(3)).expect("an answer"), before);
    drop(state);
}
