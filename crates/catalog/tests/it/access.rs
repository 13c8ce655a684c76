//! Who may see what, after judgements.

use model::{
    access::Access,
    id::{EvidenceNumber, SourceId},
    judgement::{Decision, Subject},
    region::Region,
};

use crate::ledger::{Ledger, claim, id_of, item, name, person, source, text};

#[test]
fn the_last_judgement_on_a_claim_counts() {
    let mut ledger = Ledger::default();
    let hidden = name(person(1), "One");
    let other = claim(person(1), "prison", text("Evin", "en"), 1);
    ledger.claims(&[hidden.clone(), other.clone()]);
    let subject = Subject::Claim(id_of(&hidden));
    for (decision, access) in [
        (Decision::Hide, Access::Confidential),
        (Decision::Restrict, Access::Restricted),
        (Decision::Publish, Access::Public),
    ] {
        ledger.judge(decision, &[subject]);
        let catalog = ledger.catalog();
        let found = catalog
            .claim(id_of(&hidden))
            .expect("an answer")
            .expect("a claim");
        assert_eq!(found.access, access);
        let untouched = catalog
            .claim(id_of(&other))
            .expect("an answer")
            .expect("a claim");
        assert_eq!(untouched.access, Access::Public);
    }
    assert_eq!(
        ledger.catalog().judgements(subject).expect("history").len(),
        3
    );
}

#[test]
fn a_hidden_record_closes_all_claims_of_its_identity_and_publishing_opens_no_closed_claim() {
    let mut ledger = Ledger::default();
    let mut closed = claim(person(1), "prison", text("Evin", "en"), 1);
    closed.access = Access::Restricted;
    ledger.claims(&[name(person(1), "One"), closed]);
    ledger.claims(&[name(person(2), "Uno")]);
    ledger.pair(Decision::Same, person(1), person(2));
    ledger.judge(Decision::Hide, &[Subject::Record(person(2))]);
    let record = ledger
        .catalog()
        .record(person(1))
        .expect("an answer")
        .expect("a record");
    assert_eq!(record.access, Access::Confidential);
    assert!(
        record
            .claims
            .iter()
            .all(|claim| claim.access == Access::Confidential)
    );
    ledger.judge(Decision::Publish, &[Subject::Record(person(2))]);
    let record = ledger
        .catalog()
        .record(person(1))
        .expect("an answer")
        .expect("a record");
    let access: Vec<Access> = record.claims.iter().map(|claim| claim.access).collect();
    assert_eq!(access, [Access::Public, Access::Restricted, Access::Public]);
}

#[test]
fn items_and_sources_are_judged_too() {
    let mut ledger = Ledger::default();
    ledger.item(item(1, "list.txt"), None);
    ledger.source(source(3, "A list"));
    ledger.judge(
        Decision::Restrict,
        &[
            Subject::Item(EvidenceNumber(1)),
            Subject::Source(SourceId::from_bits(3)),
        ],
    );
    let catalog = ledger.catalog();
    let item = catalog
        .item(EvidenceNumber(1))
        .expect("an answer")
        .expect("an item");
    assert_eq!(item.access, Access::Restricted);
    assert_eq!(item.item.access, Access::Public);
    let source = catalog
        .source(SourceId::from_bits(3))
        .expect("an answer")
        .expect("a source");
    assert_eq!(source.access, Access::Restricted);
}

#[test]
fn a_part_of_a_page_is_judged_for_itself_and_the_last_decision_counts() {
    let mut ledger = Ledger::default();
    ledger.item(item(1, "scan.png"), None);
    let region = |area| Region::new(EvidenceNumber(1), 2, area).expect("a region");
    let (one, other) = (region([0, 0, 1000, 500]), region([999, 0, 1000, 1000]));
    assert_eq!(ledger.catalog().regions().expect("regions"), Vec::new());
    ledger.judge(
        Decision::Hide,
        &[Subject::Region(other), Subject::Region(one)],
    );
    ledger.judge(Decision::Restrict, &[Subject::Region(one)]);
    let catalog = ledger.catalog();
    assert_eq!(
        catalog.regions().expect("regions"),
        [(one, Access::Restricted), (other, Access::Confidential)]
    );
    let history = |subject| catalog.judgements(subject).expect("history").len();
    assert_eq!(history(Subject::Region(one)), 2);
    assert_eq!(history(Subject::Region(region([0, 0, 1, 1]))), 0);
    let whole = catalog.item(EvidenceNumber(1)).expect("an answer");
    assert_eq!(whole.expect("an item").access, Access::Public);
    ledger.judge(Decision::Publish, &[Subject::Region(one)]);
    assert_eq!(
        ledger.catalog().regions().expect("regions")[0],
        (one, Access::Public)
    );
}

#[test]
fn a_rejected_claim_is_set_aside_until_it_is_accepted() {
    let mut ledger = Ledger::default();
    let wrong = name(person(1), "Wrong");
    ledger.claims(&[wrong.clone(), name(person(1), "Right")]);
    ledger.judge(Decision::Reject, &[Subject::Claim(id_of(&wrong))]);
    let catalog = ledger.catalog();
    let record = catalog
        .record(person(1))
        .expect("an answer")
        .expect("a record");
    assert_eq!(record.claims.len(), 1);
    let aside = catalog
        .claim(id_of(&wrong))
        .expect("an answer")
        .expect("a claim");
    assert!(!aside.accepted);
    assert!(
        catalog
            .search("Wrong", 5, Access::Confidential)
            .expect("hits")
            .is_empty()
    );
    ledger.judge(Decision::Accept, &[Subject::Claim(id_of(&wrong))]);
    let record = ledger
        .catalog()
        .record(person(1))
        .expect("an answer")
        .expect("a record");
    assert_eq!(record.claims.len(), 2);
}
