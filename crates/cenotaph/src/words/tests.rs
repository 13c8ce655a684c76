//! The Fluent files: whole, without duplicates, with English behind every identifier used.

use super::{Lang, Words};

const ALL: [Lang; 4] = [Lang::En, Lang::Fr, Lang::Fa, Lang::Ar];

fn ids(lang: Lang) -> Vec<String> {
    lang.text()
        .lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter_map(|line| line.split_once(" =").map(|(id, _)| id.to_owned()))
        .collect()
}

#[test]
fn every_file_parses_and_names_each_message_once() {
    for lang in ALL {
        assert!(
            fluent_bundle::FluentResource::try_new(lang.text().to_owned()).is_ok(),
            "{lang:?} does not parse"
        );
        let mut seen = ids(lang);
        let count = seen.len();
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), count, "{lang:?} names a message twice");
    }
}

#[test]
fn a_translation_knows_no_message_that_english_lacks() {
    let english = Words::new(Lang::En);
    for lang in ALL {
        for id in ids(lang) {
            assert!(english.has(&id), "{lang:?} has `{id}`, English has not");
        }
    }
}

#[test]
fn every_error_comes_with_what_to_do() {
    let english = ids(Lang::En);
    for id in english.iter().filter_map(|id| id.strip_prefix("err-")) {
        assert!(
            english.contains(&format!("rec-{id}")),
            "err-{id} has no rec-{id}"
        );
    }
}

#[test]
fn plural_forms_follow_the_number() {
    let words = Words::new(Lang::En);
    assert_eq!(
        words.say("search-behind", &[("count", 1u64.into())]),
        "The index is behind by 1 entry; something new may be missing"
    );
    assert!(
        words
            .say("search-behind", &[("count", 2u64.into())])
            .contains("2 entries")
    );
}
