//! Known parameters are found again, and what cannot be learned is left.

use std::collections::BTreeMap;

use super::{Patterns, Spread, Unlearned, learn, priors};
use crate::{
    compare::{FIELDS, Field, Levels},
    weights::{Table, Weights, bits_of},
};

/// Fields that the made-up pairs have, with levels that stand for agreement, doubt and disagreement.
const USED: [(Field, [&str; 3]); 4] = [
    (Field::Name, ["same-2-parts", "unlikely", "other"]),
    (Field::Birth, ["same-day", "1-year", "apart"]),
    (Field::Event, ["same-day", "week", "apart"]),
    (Field::Place, ["same-place", "same-province", "other"]),
];

const MATCHES: [[f64; 3]; 4] = [
    [0.85, 0.1, 0.05],
    [0.8, 0.15, 0.05],
    [0.7, 0.2, 0.1],
    [0.9, 0.05, 0.05],
];
const STRANGERS: [[f64; 3]; 4] = [
    [0.1, 0.2, 0.7],
    [0.02, 0.18, 0.8],
    [0.05, 0.25, 0.7],
    [0.3, 0.1, 0.6],
];

/// Expected counts of all patterns of `pairs` candidates, a share of them matches; agreement in name and birth is strict.
fn patterns(pairs: f64, share: f64) -> Patterns {
    let mut patterns = Patterns::new();
    for code in 0..81 {
        let choice: Vec<usize> = (0..4).map(|field| code / 3usize.pow(field) % 3).collect();
        let mut levels: Levels = [0; FIELDS];
        let (mut one, mut other) = (share, 1.0 - share);
        for (field, &chosen) in choice.iter().enumerate() {
            let (used, words) = USED[field];
            levels[used as usize] = used.level(words[chosen]).unwrap();
            one *= MATCHES[field][chosen];
            other *= STRANGERS[field][chosen];
        }
        let count = patterns.entry(levels).or_default();
        count.pairs = (one + other) * pairs;
        if choice[0] == 0 && choice[1] == 0 {
            count.strict = count.pairs;
        }
    }
    patterns
}

fn share(table: &Table, field: Field, word: &str) -> f64 {
    table[field as usize][usize::from(field.level(word).unwrap())]
}

#[test]
fn parameters_that_made_the_pairs_are_found_again() {
    let patterns = patterns(1_000_000.0, 0.03);
    let learned = learn(&patterns, &Weights::shipped(), 1e9, &mut |_| {}).unwrap();
    assert!((learned.share - 0.03).abs() < 0.01, "{}", learned.share);
    for (field, (used, words)) in USED.into_iter().enumerate() {
        for (level, word) in words.into_iter().enumerate() {
            let truth = (MATCHES[field][level] / STRANGERS[field][level]).log2() as f32;
            let found = learned.bits(used, used.level(word).unwrap());
            // Strangers that look like relatives are counted apart, which shifts what is left of them a little.
            assert!((truth - found).abs() < 1.0, "{word}: {found} for {truth}");
        }
        let truth = MATCHES[field][0];
        let found = share(&learned.matches, used, words[0]);
        assert!((truth - found).abs() < 0.1, "{}: {found}", words[0]);
    }
}

#[test]
fn weights_fall_from_the_best_level_to_the_worst() {
    let learned = learn(
        &patterns(50_000.0, 0.05),
        &Weights::shipped(),
        1e9,
        &mut |_| {},
    )
    .unwrap();
    for field in Field::ALL {
        let bits = learned.of_field(field);
        assert!(
            bits.windows(2).all(|two| two[0] >= two[1] - 1e-4),
            "{} {bits:?}",
            field.as_str()
        );
    }
}

#[test]
fn too_few_strict_pairs_teach_nothing() {
    let found = learn(
        &patterns(1_000.0, 0.01),
        &Weights::shipped(),
        1e9,
        &mut |_| {},
    );
    assert!(matches!(found, Err(Unlearned::FewStrict(_))), "{found:?}");
}

#[test]
fn more_matches_than_there_can_be_are_not_believed() {
    let found = learn(
        &patterns(100_000.0, 0.3),
        &Weights::shipped(),
        1_000.0,
        &mut |_| {},
    );
    assert!(
        matches!(found, Err(Unlearned::TooMany(_, 1_000))),
        "{found:?}"
    );
}

#[test]
fn what_people_decided_moves_the_weights() {
    let shipped = Weights::shipped();
    let plain = patterns(100_000.0, 0.03);
    let mut decided = plain.clone();
    let mut levels: Levels = [0; FIELDS];
    levels[Field::Place as usize] = Field::Place.level("other").unwrap();
    decided.entry(levels).or_default().same = 500.0;
    let bits = |patterns| {
        learn(patterns, &shipped, 1e9, &mut |_| {})
            .unwrap()
            .bits(Field::Place, Field::Place.level("other").unwrap())
    };
    assert!(bits(&decided) > bits(&plain) + 0.5);
}

#[test]
fn the_prior_is_the_share_that_explains_the_weights() {
    // 2,000 pairs far above and 38,000 far below: one in twenty, whatever the start.
    let mut spread = Spread::default();
    for _ in 0..2_000 {
        spread.add(20.0);
    }
    for _ in 0..38_000 {
        spread.add(-20.0);
    }
    let mut weights = Weights::shipped();
    weights.share = 0.2;
    priors(&mut weights, &BTreeMap::from([((0, 1), spread)]));
    assert!((weights.share - 0.05).abs() < 0.001, "{}", weights.share);
    assert!((weights.prior(1, 0) - bits_of(0.05)).abs() < 0.05);
}

#[test]
fn a_pair_of_lists_with_few_candidates_takes_after_all_others() {
    let mut many = Spread::default();
    for at in 0..10_000 {
        many.add(if at % 10 == 0 { 15.0 } else { -15.0 });
    }
    let mut few = Spread::default();
    for _ in 0..5 {
        few.add(-15.0);
    }
    let mut weights = Weights::shipped();
    priors(
        &mut weights,
        &BTreeMap::from([((0, 1), many), ((0, 2), few)]),
    );
    assert!((weights.prior(0, 2) - weights.prior(0, 1)).abs() < 0.5);
}
