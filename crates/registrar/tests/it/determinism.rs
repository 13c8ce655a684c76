//! Same input, same bytes: with fixed time and fixed chance, an archive and its exhibition come out the same.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use model::entry::Timestamp;
use registrar::{ExhibitOptions, Registrar, Surroundings};

fn case() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/paris-2019")
}

/// Builds the Paris archive and its exhibition below `place`; gives root and pages.
fn build(place: &Path, seed: u64) -> (String, BTreeMap<String, Vec<u8>>) {
    let surroundings = Surroundings::fixed(Timestamp(1_567_209_600), seed);
    let (mut registrar, _) =
        Registrar::create(&place.join("a"), "Paris 2019", surroundings, "tester").expect("made");
    let imported = registrar
        .import_case(&case(), None, &mut |_| {})
        .expect("imported");
    assert_eq!(imported.problems, []);
    let options = ExhibitOptions {
        languages: vec!["en", "fa"],
        ..ExhibitOptions::default()
    };
    registrar
        .exhibit(&place.join("site"), &options)
        .expect("written");
    (
        registrar.summary().expect("counted").root,
        pages(&place.join("site")),
    )
}

fn pages(site: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![site.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for child in fs::read_dir(folder).expect("a folder") {
            let path = child.expect("a child").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path
                    .strip_prefix(site)
                    .expect("below")
                    .to_string_lossy()
                    .into_owned();
                found.insert(name, fs::read(path).expect("readable"));
            }
        }
    }
    found
}

#[test]
fn the_same_surroundings_give_the_same_archive_and_the_same_pages() {
    let (one, two) = (
        tempfile::tempdir().expect("a folder"),
        tempfile::tempdir().expect("a folder"),
    );
    let (first, second) = (build(one.path(), 7), build(two.path(), 7));
    assert_eq!(first.0, second.0);
    assert_eq!(
        first.1.keys().collect::<Vec<_>>(),
        second.1.keys().collect::<Vec<_>>()
    );
    for (name, bytes) in &first.1 {
        assert!(second.1[name] == *bytes, "{name} differs");
    }
}

#[test]
fn another_archive_of_the_same_case_has_identifiers_of_its_own() {
    let (one, two) = (
        tempfile::tempdir().expect("a folder"),
        tempfile::tempdir().expect("a folder"),
    );
    let (first, second) = (build(one.path(), 7), build(two.path(), 8));
    assert_ne!(first.0, second.0);
    let people = |pages: &BTreeMap<String, Vec<u8>>| -> Vec<String> {
        pages
            .keys()
            .filter(|name| name.contains("people/") && !name.contains("index"))
            .cloned()
            .collect()
    };
    assert!(
        people(&first.1)
            .iter()
            .any(|name| !second.1.contains_key(name))
    );
}
