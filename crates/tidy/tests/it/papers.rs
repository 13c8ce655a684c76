//! What is written beside the code: the map of the house, formats with fixtures, nothing about machines.

use std::{fs, path::Path};

use crate::house::{none, root, sources};

#[test]
fn the_map_names_every_crate_and_every_test_it_cites() {
    let map = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    let mut problems = Vec::new();
    for child in fs::read_dir(root().join("crates")).expect("crates/ can be listed") {
        let name = child
            .expect("a child")
            .file_name()
            .to_string_lossy()
            .into_owned();
        if !map.contains(&format!("`{name}`")) {
            problems.push(format!("ARCHITECTURE.md does not name `{name}`"));
        }
    }
    let code: String = sources().into_iter().map(|source| source.text).collect();
    for cited in map
        .split("(test: `")
        .skip(1)
        .filter_map(|rest| rest.split('`').next())
    {
        let function = cited.rsplit("::").next().unwrap_or(cited);
        if !code.contains(&format!("fn {function}(")) {
            problems.push(format!(
                "ARCHITECTURE.md cites the test `{cited}`, which does not exist"
            ));
        }
    }
    none(problems);
}

/// Stored forms: their page, and the folder of fixtures kept for ever.
const FORMATS: &[(&str, &str)] = &[
    ("entry.md", "crates/model/fixtures/v1"),
    ("claim.md", "crates/model/fixtures/v1"),
    ("ledger.md", "crates/proof/fixtures/v1"),
    ("receipt.md", "crates/proof/fixtures/v1"),
    ("archive-folder.md", "crates/archive/fixtures/v1"),
];

#[test]
fn every_stored_form_has_its_page_and_its_fixtures() {
    let root = root();
    let mut problems = Vec::new();
    for (page, fixtures) in FORMATS {
        if !root.join("docs/formats").join(page).is_file() {
            problems.push(format!("docs/formats/{page} is missing"));
        }
        if fs::read_dir(root.join(fixtures))
            .map(|children| children.count())
            .unwrap_or(0)
            == 0
        {
            problems.push(format!("{fixtures} is missing or empty"));
        }
    }
    none(problems);
}

#[test]
fn the_repository_speaks_of_the_product_alone() {
    // Spelled in halves so that this file does not find itself.
    let words = [
        concat!("/wo", "rk/"),
        concat!("/ro", "ot/"),
        concat!("/ho", "me/"),
        concat!("/tm", "p/t-"),
    ];
    let mut problems = Vec::new();
    let mut texts: Vec<(String, String)> = sources()
        .into_iter()
        .map(|source| (source.path, source.text))
        .collect();
    pages(&root(), &root(), &mut texts);
    for (path, text) in texts {
        if let Some(word) = words.iter().find(|word| text.contains(**word)) {
            problems.push(format!("{path}: names `{word}`"));
        }
    }
    none(problems);
}

fn pages(root: &Path, folder: &Path, texts: &mut Vec<(String, String)>) {
    for child in fs::read_dir(folder).into_iter().flatten() {
        let path = child.expect("a child").path();
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        if path.is_dir() {
            if !name.starts_with('.') && name != "target" {
                pages(root, &path, texts);
            }
        } else if ["md", "toml", "sh", "ftl"]
            .iter()
            .any(|ending| name.ends_with(&format!(".{ending}")))
        {
            let text = fs::read_to_string(&path).expect("papers are UTF-8");
            texts.push((
                path.strip_prefix(root)
                    .expect("below the root")
                    .display()
                    .to_string(),
                text,
            ));
        }
    }
}

#[test]
fn both_licences_lie_in_the_root() {
    for name in ["LICENSE-MIT", "LICENSE-APACHE"] {
        assert!(root().join(name).is_file(), "{name} is missing");
    }
}
