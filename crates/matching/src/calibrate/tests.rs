//! The line by hand-made answers, and pooling.

use proptest::prelude::*;

use super::{LEAST, Line, fit, rising};
use crate::weights::probability_of;

#[test]
fn too_few_answers_leave_the_bits_as_they_are() {
    let few: Vec<(f32, bool)> = (0..LEAST * 2 - 1)
        .map(|at| (at as f32, at % 2 == 0))
        .collect();
    assert_eq!(fit(&few), Line::STRAIGHT);
    let one_sided: Vec<(f32, bool)> = (0..1000).map(|at| (at as f32 / 100.0, true)).collect();
    assert_eq!(fit(&one_sided), Line::STRAIGHT);
}

#[test]
fn bits_that_are_twice_too_sure_are_halved() {
    // Of a hundred pairs at each weight, as many are one person as half the bits say.
    let mut decided = Vec::new();
    for step in -20..=20 {
        let bits = step as f32 / 2.0;
        let same = (probability_of(bits / 2.0) * 100.0).round() as usize;
        decided.extend((0..100).map(|at| (bits, at < same)));
    }
    let line = fit(&decided);
    assert!((line.slope - 0.5).abs() < 0.03, "{line:?}");
    assert!(line.shift.abs() < 0.1, "{line:?}");
}

#[test]
fn answers_parted_cleanly_keep_the_line_finite() {
    let decided: Vec<(f32, bool)> = (-100..100).map(|at| (at as f32 / 10.0, at >= 0)).collect();
    let line = fit(&decided);
    assert!(line.slope > 0.2 && line.slope <= 2.0, "{line:?}");
}

#[test]
fn neighbours_that_fall_are_pooled_by_weight() {
    let points = [(1.0, 1.0), (3.0, 1.0), (2.0, 3.0), (5.0, 1.0)];
    assert_eq!(rising(&points), [1.0, 2.25, 2.25, 5.0]);
}

proptest! {
    #[test]
    fn pooled_values_rise_and_keep_their_sum(points in prop::collection::vec((0.0f64..10.0, 0.1f64..5.0), 0..40)) {
        let pooled = rising(&points);
        prop_assert_eq!(pooled.len(), points.len());
        prop_assert!(pooled.windows(2).all(|two| two[0] <= two[1]));
        let before: f64 = points.iter().map(|(value, weight)| value * weight).sum();
        let after: f64 = points.iter().zip(&pooled).map(|((_, weight), value)| value * weight).sum();
        prop_assert!((before - after).abs() < 1e-6);
    }
}
