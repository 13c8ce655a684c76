//! Groups from pairs, whatever their order.

use proptest::prelude::*;

use super::{Denied, Identities, Judged, identities};

fn judged(one: i64, other: i64, same: bool) -> Judged {
    Judged { one, other, same }
}

#[test]
fn a_denial_outside_of_any_group_is_no_conflict() {
    let found = identities(&[judged(1, 2, true), judged(2, 3, false), judged(4, 5, false)]);
    assert_eq!(
        found,
        Identities {
            groups: vec![vec![1, 2]],
            conflicts: Vec::new()
        }
    );
}

#[test]
fn a_denial_inside_keeps_the_group_from_standing() {
    let found = identities(&[
        judged(1, 2, true),
        judged(2, 3, true),
        judged(1, 3, false),
        judged(7, 8, true),
    ]);
    assert_eq!(found.groups, [[7, 8]]);
    assert_eq!(
        found.conflicts,
        [Denied {
            group: vec![1, 2, 3],
            pairs: vec![(1, 3)]
        }]
    );
}

#[test]
fn a_record_judged_the_same_as_itself_is_alone() {
    let found = identities(&[judged(1, 1, true), judged(2, 2, false)]);
    assert_eq!(found, Identities::default());
}

proptest! {
    #[test]
    fn the_order_of_judgements_does_not_matter(
        pairs in prop::collection::vec((0i64..12, 0i64..12, prop::bool::weighted(0.8)), 0..16),
        turn in 0usize..16,
    ) {
        let mut pairs: Vec<Judged> = pairs.into_iter().map(|(one, other, same)| judged(one, other, same)).collect();
        let found = identities(&pairs);
        let turn = turn.min(pairs.len());
        pairs.rotate_left(turn);
        prop_assert_eq!(&identities(&pairs), &found);
        pairs.reverse();
        prop_assert_eq!(&identities(&pairs), &found);
    }

    #[test]
    fn no_group_that_stands_holds_a_denied_pair(
        pairs in prop::collection::vec((0i64..12, 0i64..12, any::<bool>()), 0..20),
    ) {
        let pairs: Vec<Judged> = pairs.into_iter().map(|(one, other, same)| judged(one, other, same)).collect();
        for group in identities(&pairs).groups {
            for pair in pairs.iter().filter(|pair| !pair.same && pair.one != pair.other) {
                prop_assert!(!(group.contains(&pair.one) && group.contains(&pair.other)));
            }
        }
    }
}
