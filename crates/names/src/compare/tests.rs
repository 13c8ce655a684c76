//! Names that are one, names that are two, and what a score must keep to.

use proptest::prelude::*;

use super::{Comparer, score};
use crate::{rarity::Rarity, register::Names};

#[test]
fn a_name_is_itself() {
    for name in ["Mostafa Pourmohammadi", "مصطفی پورمحمدی", "a", "X Æ"] {
        assert_eq!(score(name, name), 1.0, "{name}");
    }
}

#[test]
fn what_says_nothing_matches_nothing() {
    for (left, right) in [("", ""), ("unknown", "unknown"), ("—", "—"), ("", "Reza")] {
        assert_eq!(score(left, right), 0.0, "{left:?} {right:?}");
    }
}

proptest! {
    #[test]
    fn a_score_is_symmetric_and_between_0_and_1(left in ".{0,40}", right in "\\PC{0,40}") {
        let one = score(&left, &right);
        prop_assert!((0.0..=1.0).contains(&one));
        prop_assert_eq!(one, score(&right, &left));
    }

    #[test]
    fn what_was_compared_before_changes_nothing(texts in prop::collection::vec("[a-dA ]{1,12}", 3..9)) {
        let mut names = Names::new();
        let ids: Vec<_> = texts.iter().map(|text| names.add(text)).collect();
        let rarity = Rarity::of(&names);
        let mut one = Comparer::new(&names, &rarity);
        for left in &ids {
            for right in &ids {
                let fresh = Comparer::new(&names, &rarity).compare(*left, *right);
                prop_assert_eq!(one.compare(*left, *right), fresh);
            }
        }
    }
}
