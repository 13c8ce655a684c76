//! Words of values in addresses.

use std::collections::HashSet;

use super::{AGES, Kind, Label, slug};

#[test]
fn words_of_values_are_plain_short_and_stable() {
    for (text, word) in [
        ("Invented Harbour", "t-invented-harbour"),
        ("Pretend-on-Sea", "t-pretend-on-sea"),
        ("<b>x</b> & \u{202e}y", "t-b-x-b-y"),
    ] {
        assert_eq!(slug(&Label::Text(text, None)), word);
    }
    let long = "x".repeat(4_000);
    for text in ["بندر ساختگی", "王小明", &long] {
        let word = slug(&Label::Text(text, None));
        assert!(word.len() == 18 && word.is_ascii(), "{word}");
        assert_eq!(word, slug(&Label::Text(text, None)));
    }
    assert_eq!(
        slug(&Label::Text("بندر ساختگی", None)),
        slug(&Label::Text("بندر ساختگي", None)),
        "spellings that search takes for one are one"
    );
    let month = Label::Period {
        solar: true,
        year: 1367,
        month: Some(5),
    };
    assert_eq!(slug(&month), "1367-05");
    assert_eq!(slug(&Label::Age(0)), "0-17");
    assert_eq!(slug(&Label::Age(AGES.len() - 1)), "60-up");
}

#[test]
fn folders_of_facets_are_none_of_people() {
    let slugs: HashSet<&str> = Kind::ALL.iter().map(|kind| kind.slug()).collect();
    assert_eq!(slugs.len(), Kind::ALL.len());
    // A person stands in a folder of two letters; `letter` and `facet` are taken.
    assert!(
        slugs
            .iter()
            .all(|slug| slug.len() > 2 && !["letter", "facet"].contains(slug))
    );
}

#[test]
fn groups_of_age_leave_no_gap() {
    for pair in AGES.windows(2) {
        assert_eq!(pair[0].1 + 1, pair[1].0);
    }
}
