//! What is proposed waits for a decision.

use model::judgement::{Decision, Proposal, Subject};

use crate::ledger::{Ledger, claim, id_of, name, person, text};

fn two() -> Ledger {
    let mut ledger = Ledger::default();
    ledger.claims(&[name(person(1), "One")]);
    ledger.claims(&[name(person(2), "Uno")]);
    ledger
}

#[track_caller]
fn open(ledger: &Ledger, count: usize) {
    assert_eq!(
        ledger.catalog().suggestions().expect("suggestions").len(),
        count
    );
}

#[test]
fn a_pair_waits_until_it_is_decided_and_again_when_that_is_taken_back() {
    for decision in [
        Decision::Same,
        Decision::Different,
        Decision::Accept,
        Decision::Reject,
    ] {
        let mut ledger = two();
        ledger.suggest(Proposal::Same(person(2), person(1)));
        open(&ledger, 1);
        ledger.pair(decision, person(1), person(2));
        open(&ledger, 0);
        ledger.pair(Decision::Undecided, person(1), person(2));
        open(&ledger, 1);
    }
}

#[test]
fn accepting_a_pair_decides_it_as_proposed_and_rejecting_it_decides_nothing() {
    for (same, decision, joined) in [
        (true, Decision::Accept, true),
        (true, Decision::Reject, false),
        (false, Decision::Accept, false),
    ] {
        let mut ledger = two();
        ledger.suggest(if same {
            Proposal::Same(person(1), person(2))
        } else {
            Proposal::Different(person(1), person(2))
        });
        ledger.pair(decision, person(1), person(2));
        let record = ledger
            .catalog()
            .record(person(2))
            .expect("an answer")
            .expect("a record");
        assert_eq!(!record.also.is_empty(), joined, "{same} {decision:?}");
    }
}

#[test]
fn a_proposed_claim_is_none_until_it_is_accepted() {
    let mut ledger = two();
    let proposed = claim(person(1), "prison", text("Gohardasht", "en"), 4);
    ledger.suggest(Proposal::Claim(Box::new(proposed.clone())));
    let id = id_of(&proposed);
    assert_eq!(
        ledger.catalog().suggestions().expect("one")[0].claim,
        Some(id)
    );
    assert!(!ledger.catalog().has_claim(id).expect("an answer"));
    let accepted = ledger.judge(Decision::Accept, &[Subject::Claim(id)]);
    let catalog = ledger.catalog();
    assert!(catalog.suggestions().expect("none").is_empty());
    let found = catalog.claim(id).expect("an answer").expect("a claim");
    assert_eq!((found.claim, found.entry), (proposed, accepted));
    let hits = catalog
        .search("gohardasht", 5, model::access::Access::Public)
        .expect("hits");
    assert_eq!(hits.len(), 1);
}

#[test]
fn a_rejected_proposal_is_no_longer_open_and_no_claim() {
    let mut ledger = two();
    let proposed = claim(person(1), "prison", text("Evin", "en"), 4);
    ledger.suggest(Proposal::Claim(Box::new(proposed.clone())));
    ledger.judge(Decision::Reject, &[Subject::Claim(id_of(&proposed))]);
    open(&ledger, 0);
    assert!(
        !ledger
            .catalog()
            .has_claim(id_of(&proposed))
            .expect("an answer")
    );
}

#[test]
fn what_somebody_recorded_need_not_be_decided() {
    let mut ledger = two();
    let known = name(person(1), "One");
    ledger.suggest(Proposal::Claim(Box::new(known)));
    open(&ledger, 0);
}
