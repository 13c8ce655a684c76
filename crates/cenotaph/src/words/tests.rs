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
fn every_language_says_everything() {
    let english = ids(Lang::En);
    for lang in ALL {
        let spoken = ids(lang);
        let missing: Vec<_> = english.iter().filter(|id| !spoken.contains(id)).collect();
        assert!(missing.is_empty(), "{lang:?} lacks {missing:?}");
    }
}

#[test]
fn translations_have_the_holes_of_the_english_and_no_others() {
    for lang in ALL {
        for id in ids(Lang::En) {
            assert_eq!(holes(lang, &id), holes(Lang::En, &id), "{lang:?}: {id}");
        }
    }
}

/// The variables of a message, sorted, each once.
fn holes(lang: Lang, id: &str) -> Vec<String> {
    let text = lang.text();
    let start = text.find(&format!("\n{id} =")).map_or(0, |place| place + 1);
    let body: String = text[start..]
        .lines()
        .enumerate()
        .take_while(|(place, line)| *place == 0 || line.starts_with([' ', '}', '\t']))
        .map(|(_, line)| line)
        .collect();
    let mut found: Vec<String> = body
        .split("{ $")
        .skip(1)
        .filter_map(|rest| rest.split([' ', '}']).next())
        .map(str::to_owned)
        .collect();
    found.sort();
    found.dedup();
    found
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

/// Every source file in a folder and below.
fn sources(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for child in std::fs::read_dir(folder).expect("a folder") {
        let path = child.expect("a child").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found
}

/// String literals of the program's own files and of the crates whose codes it says.
fn literals() -> Vec<String> {
    let here = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut text = String::new();
    for folder in [
        "src",
        "../registrar/src",
        "../intake/src",
        "../matching/src",
        "../names/src",
        "../model/src",
        "../proof/src",
    ] {
        for path in sources(&here.join(folder)) {
            text += &std::fs::read_to_string(path).expect("UTF-8");
        }
    }
    text.split('"')
        .map(|literal| literal.replace(' ', "-"))
        .collect()
}

#[test]
fn every_message_is_said_somewhere() {
    let literals = literals();
    let mut unsaid = Vec::new();
    for id in ids(Lang::En) {
        let code = [
            "err-",
            "rec-",
            "match-note-",
            "role-",
            "problem-",
            "check-",
            "mark-",
            "verdict-",
            "entry-",
            "export-left-",
            "repair-",
            "suggest-",
        ]
        .iter()
        .find_map(|prefix| id.strip_prefix(prefix))
        .unwrap_or(&id);
        if !literals
            .iter()
            .any(|literal| *literal == id || literal == code)
        {
            unsaid.push(id);
        }
    }
    assert!(unsaid.is_empty(), "nothing says {unsaid:?}");
}

#[test]
fn every_problem_of_the_readers_has_words() {
    let words = Words::new(Lang::En);
    let here = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    for (file, start) in [
        ("../intake/src/problem.rs", "problem"),
        ("../intake/src/mapping.rs", "problem"),
        ("../intake/src/exchange/left.rs", "export-left"),
    ] {
        let text = std::fs::read_to_string(here.join(file)).expect("UTF-8");
        let codes = text
            .lines()
            .filter_map(|line| line.split_once("=> \"")?.1.strip_suffix("\","));
        for code in codes.filter(|code| !code.contains(' ')) {
            assert!(
                words.has(&format!("{start}-{code}")),
                "`{start}-{code}` has no words"
            );
        }
    }
}

#[test]
fn every_finding_about_a_file_has_words() {
    let words = Words::new(Lang::En);
    let readers = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../intake/src");
    for path in sources(&readers) {
        let text = std::fs::read_to_string(path).expect("UTF-8");
        let text: String = text.split_whitespace().collect();
        for opening in ["Finding::flag(\"", "Finding::loss(\""] {
            for code in text.split(opening).skip(1) {
                let code = code.split('"').next().expect("a code");
                assert!(
                    words.has(&format!("problem-{code}")),
                    "`problem-{code}` has no words"
                );
            }
        }
    }
}

#[test]
fn every_note_of_matching_has_words() {
    let words = Words::new(Lang::En);
    let here = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut count = 0;
    for file in ["../matching/src/report.rs", "../matching/src/link.rs"] {
        let text = std::fs::read_to_string(here.join(file)).expect("UTF-8");
        let text: String = text.split_whitespace().collect();
        for code in text.split(".note(\"").skip(1) {
            let code = code.split('"').next().expect("a code");
            assert!(
                words.has(&format!("match-note-{code}")),
                "`match-note-{code}` has no words"
            );
            count += 1;
        }
    }
    assert!(count > 5, "only {count} codes found");
}

#[test]
fn every_failure_has_words() {
    let words = Words::new(Lang::En);
    let text = include_str!("../failure.rs");
    let codes = text
        .split("(\"")
        .skip(1)
        .filter_map(|rest| rest.split_once('"'))
        .filter(|(_, rest)| {
            [", vec!", ", forms", ", contradiction"]
                .iter()
                .any(|facts| rest.starts_with(facts))
        });
    let mut count = 0;
    for (code, _) in codes {
        assert!(
            words.has(&format!("err-{code}")),
            "`err-{code}` has no words"
        );
        count += 1;
    }
    assert!(count > 20, "only {count} codes found");
}
