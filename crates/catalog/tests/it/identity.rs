//! Records judged the same are one, and contradictory judgements decide nothing.

use model::{
    id::{EventId, RecordId, RecordKind},
    judgement::Decision,
};

use crate::ledger::{Ledger, claim, date, name, person};

fn people(count: u64) -> Ledger {
    let mut ledger = Ledger::default();
    // The first to come has the highest identifier, so that order of arrival and order of numbers differ.
    for number in (1..=count).rev() {
        ledger.claims(&[
            name(person(number), &format!("Person {number}")),
            claim(person(number), "died", date("1988"), number),
        ]);
    }
    ledger
}

#[track_caller]
fn check(ledger: &Ledger, identities: &[&[u64]]) {
    let catalog = ledger.catalog();
    let found: Vec<Vec<RecordId>> = catalog
        .records(RecordKind::Person)
        .expect("records")
        .map(|record| {
            let record = record.expect("a record");
            let mut all = vec![record.id];
            all.extend(record.also);
            all
        })
        .collect();
    let expected: Vec<Vec<RecordId>> = identities
        .iter()
        .map(|members| members.iter().map(|number| person(*number)).collect())
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn same_joins_through_a_third_and_the_first_to_come_leads() {
    let mut ledger = people(4);
    ledger.pair(Decision::Same, person(1), person(2));
    ledger.pair(Decision::Same, person(4), person(1));
    check(&ledger, &[&[4, 2, 1], &[3]]);
    let record = ledger
        .catalog()
        .record(person(1))
        .expect("an answer")
        .expect("a record");
    assert_eq!(record.id, person(4));
    assert_eq!(record.claims.len(), 6);
    let order: Vec<u64> = record.claims.iter().map(|claim| claim.entry).collect();
    assert_eq!(order, [0, 0, 2, 2, 3, 3]);
}

#[test]
fn a_later_judgement_replaces_an_earlier_one_in_either_order_of_the_pair() {
    let mut ledger = people(2);
    ledger.pair(Decision::Same, person(1), person(2));
    ledger.pair(Decision::Different, person(2), person(1));
    check(&ledger, &[&[2], &[1]]);
    ledger.pair(Decision::Same, person(2), person(1));
    check(&ledger, &[&[2, 1]]);
    ledger.pair(Decision::Undecided, person(1), person(2));
    check(&ledger, &[&[2], &[1]]);
    assert!(
        ledger
            .catalog()
            .identity_conflicts()
            .expect("none")
            .is_empty()
    );
}

#[test]
fn a_denied_pair_keeps_the_whole_group_apart_and_is_reported() {
    let mut ledger = people(6);
    ledger.pair(Decision::Same, person(1), person(2));
    ledger.pair(Decision::Same, person(2), person(3));
    ledger.pair(Decision::Same, person(5), person(6));
    ledger.pair(Decision::Different, person(3), person(1));
    check(&ledger, &[&[6, 5], &[4], &[3], &[2], &[1]]);
    let conflicts = ledger.catalog().identity_conflicts().expect("conflicts");
    assert_eq!(conflicts.len(), 1);
    assert_eq!(conflicts[0].different, (person(1), person(3)));
    assert_eq!(conflicts[0].group, [person(1), person(2), person(3)]);
    ledger.pair(Decision::Undecided, person(2), person(3));
    check(&ledger, &[&[6, 5], &[4], &[3], &[2, 1]]);
    assert!(
        ledger
            .catalog()
            .identity_conflicts()
            .expect("none")
            .is_empty()
    );
}

#[test]
fn records_of_two_kinds_are_never_one() {
    let mut ledger = people(1);
    let event = RecordId::Event(EventId::from_bits(5));
    ledger.claims(&[name(event, "An event")]);
    ledger.pair(Decision::Same, person(1), event);
    check(&ledger, &[&[1]]);
}

#[test]
fn a_record_of_which_nothing_is_said_joins_nobody() {
    let mut ledger = people(2);
    ledger.pair(Decision::Same, person(1), person(99));
    check(&ledger, &[&[2], &[1]]);
    assert!(
        ledger
            .catalog()
            .record(person(99))
            .expect("an answer")
            .is_none()
    );
    // It still ties those who are judged the same as it.
    ledger.pair(Decision::Same, person(99), person(2));
    check(&ledger, &[&[2, 1]]);
}
