//! Words: complete in four languages, all used, and a label for every word of the vocabulary.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use fluent_bundle::FluentResource;
use model::vocabulary;

const LANGUAGES: [&str; 4] = ["en", "fr", "fa", "ar"];

/// Prefixes of identifiers that are put together at run time; which of them must exist is tested below.
const FAMILIES: [&str; 4] = ["term-", "property-", "room-", "language-"];

fn here() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Messages of a language with the names of their holes.
fn messages(tag: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut text = String::new();
    sources(&here().join("locales").join(tag), &mut text);
    if let Err((_, errors)) = FluentResource::try_new(text.clone()) {
        panic!("{tag}: {errors:?}");
    }
    let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        // A message begins at the start of a line; what belongs to it is indented or closes it.
        if let Some((id, _)) = line
            .split_once(" =")
            .filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()))
        {
            let before = messages.insert(id.to_owned(), BTreeSet::new());
            assert!(before.is_none(), "{tag}: {id} twice");
            current = id.to_owned();
        }
        let names = line.split('$').skip(1).map(|rest| {
            rest.chars()
                .take_while(char::is_ascii_alphanumeric)
                .collect()
        });
        if let Some(holes) = messages.get_mut(&current) {
            holes.extend(names.collect::<Vec<String>>());
        }
    }
    messages
}

fn sources(folder: &Path, text: &mut String) {
    let mut children: Vec<PathBuf> = fs::read_dir(folder)
        .expect("a folder")
        .map(|child| child.expect("a child").path())
        .collect();
    children.sort();
    for child in children {
        if child.is_dir() {
            sources(&child, text);
        } else {
            text.push_str(&fs::read_to_string(child).expect("a source"));
        }
    }
}

#[test]
fn every_language_has_the_same_messages_with_the_same_holes() {
    let english = messages("en");
    for tag in LANGUAGES {
        assert_eq!(messages(tag), english, "{tag}");
    }
}

#[test]
fn every_message_is_used() {
    let mut text = String::new();
    sources(&here().join("src"), &mut text);
    let unused: Vec<String> = messages("en")
        .into_keys()
        .filter(|id| !FAMILIES.iter().any(|family| id.starts_with(family)))
        .filter(|id| !text.contains(&format!("\"{id}\"")))
        .collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn every_message_that_the_code_names_exists() {
    let mut text = String::new();
    sources(&here().join("src"), &mut text);
    let messages = messages("en");
    let mut checked = 0;
    for call in ["say(\"", "fill(\"", "count(\""] {
        for part in text.split(call).skip(1) {
            let id = part.split('"').next().expect("an end");
            assert!(messages.contains_key(id), "{id}");
            checked += 1;
        }
    }
    assert!(checked > 100, "{checked}");
}

#[test]
fn every_word_of_the_vocabulary_has_a_label() {
    let vocabulary = vocabulary::standard();
    let messages = messages("en");
    let mut missing = Vec::new();
    let mut check = |id: String| {
        if !messages.contains_key(&id) {
            missing.push(id);
        }
    };
    for property in &vocabulary.properties {
        check(format!("property-{}", property.id.as_str()));
    }
    for qualifier in &vocabulary.qualifiers {
        check(format!("property-{}", qualifier.id.as_str()));
    }
    for list in &vocabulary.lists {
        let family = if list.id.as_str() == "room" {
            "room"
        } else {
            "term"
        };
        for word in &list.terms {
            check(format!("{family}-{}", word.id.as_str()));
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}
