//! Names of towns.

use super::{TOWNS, bytes, name};
use crate::lang::Lang;

#[test]
fn each_town_is_found_and_stands_once() {
    assert!(TOWNS.is_sorted_by(|one, two| one.0 < two.0));
    assert_eq!(name(Lang::Fa, "Tehran"), Some("تهران"));
    assert_eq!(name(Lang::Ar, "Tehran"), Some("طهران"));
    assert_eq!(name(Lang::Fr, "Shiraz"), Some("Chiraz"));
    assert_eq!(name(Lang::En, "Shiraz"), None);
    assert_eq!(name(Lang::Fa, "A village"), None);
    for (english, names) in TOWNS {
        assert!(
            names
                .iter()
                .all(|name| !name.is_empty() && name.len() <= bytes(english))
        );
    }
}

#[test]
fn persian_and_arabic_names_are_in_their_own_letters() {
    for (english, [_, fa, ar]) in TOWNS {
        assert!(!fa.chars().any(|c| matches!(c, 'ك' | 'ي')), "{english}");
        assert!(
            !ar.chars()
                .any(|c| matches!(c, 'ک' | 'ی' | 'پ' | 'چ' | 'ژ' | 'گ' | '\u{200c}')),
            "{english}"
        );
    }
}
