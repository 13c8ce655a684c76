//! Who may use whom (ARCHITECTURE.md), and what must be absent below the registrar.

use std::{collections::BTreeMap, fs};

use crate::house::{none, root, sources};

/// A crate, and the crates of ours that it may use.
const EDGES: &[(&str, &[&str])] = &[
    ("proof", &[]),
    ("names", &[]),
    ("estimate", &[]),
    ("model", &["proof"]),
    ("archive", &["proof"]),
    ("intake", &["model"]),
    ("matching", &["model", "names"]),
    ("catalog", &["model", "names"]),
    ("edition", &["model"]),
    ("print", &[]),
    ("exhibition", &["edition", "names", "print"]),
    ("dossier", &["edition", "proof", "print"]),
    ("remote", &["archive"]),
    (
        "registrar",
        &[
            "proof",
            "names",
            "estimate",
            "model",
            "archive",
            "intake",
            "matching",
            "catalog",
            "edition",
            "exhibition",
            "print",
            "dossier",
            "remote",
        ],
    ),
    ("server", &["registrar"]),
    ("cenotaph", &["registrar", "server"]),
    ("tidy", &[]),
];

/// Crates above which effects are allowed.
const RIM: &[&str] = &["registrar", "server", "cenotaph", "remote", "tidy"];

fn dependencies_of(krate: &str, table: &str) -> Vec<String> {
    let manifest = fs::read_to_string(root().join("crates").join(krate).join("Cargo.toml"))
        .expect("a manifest");
    let manifest: toml::Table = manifest.parse().expect("a manifest is TOML");
    manifest
        .get(table)
        .and_then(|table| table.as_table())
        .map(|table| table.keys().cloned().collect())
        .unwrap_or_default()
}

fn crates() -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(root().join("crates"))
        .expect("crates/ can be listed")
        .map(|child| {
            child
                .expect("a child")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    names
}

#[test]
fn each_crate_uses_only_what_its_row_names() {
    let edges: BTreeMap<&str, &[&str]> = EDGES.iter().copied().collect();
    let mut problems = Vec::new();
    for krate in crates() {
        let Some(allowed) = edges.get(krate.as_str()) else {
            problems.push(format!(
                "crates/{krate} has no row in the table of allowed edges"
            ));
            continue;
        };
        for used in dependencies_of(&krate, "dependencies") {
            if edges.contains_key(used.as_str()) && !allowed.contains(&used.as_str()) {
                problems.push(format!("crates/{krate} may not use {used}"));
            }
        }
    }
    none(problems);
}

#[test]
fn nothing_below_the_registrar_sees_runtime_clock_randomness_or_command_line() {
    let effects = [
        "tokio",
        "axum",
        "clap",
        "getrandom",
        "rand",
        "jiff",
        "time",
        "chrono",
        "reqwest",
        "ureq",
        "tempfile",
    ];
    let mut problems = Vec::new();
    for krate in crates()
        .iter()
        .filter(|krate| !RIM.contains(&krate.as_str()))
    {
        for used in dependencies_of(krate, "dependencies") {
            if effects.contains(&used.as_str()) {
                problems.push(format!("crates/{krate} uses {used}"));
            }
        }
    }
    none(problems);
}

#[test]
fn databases_stay_where_they_belong() {
    let mut problems = Vec::new();
    for krate in crates() {
        let may = ["archive", "catalog", "remote"].contains(&krate.as_str());
        if !may
            && dependencies_of(&krate, "dependencies")
                .iter()
                .any(|used| used == "rusqlite")
        {
            problems.push(format!("crates/{krate} uses rusqlite"));
        }
    }
    none(problems);
}

/// Words that may not stand in the production code of a crate, with the reason.
const ABSENT: &[(&[&str], &[&str], &str)] = &[
    (
        &[
            "proof",
            "names",
            "model",
            "archive",
            "intake",
            "catalog",
            "edition",
            "exhibition",
        ],
        &["SystemTime::now", "Instant::now", "std::env", "env::var"],
        "time and environment are arguments below the registrar",
    ),
    (
        &["names", "model", "intake", "edition", "exhibition"],
        &[
            "std::fs",
            "fs::",
            "File::",
            "std::net",
            "TcpStream",
            "std::process",
            "Command::",
        ],
        "no file system, network or process",
    ),
    (
        &["catalog", "archive"],
        &["std::net", "TcpStream", "Command::"],
        "no network or process",
    ),
];

#[test]
fn effects_are_absent_from_the_core() {
    let mut problems = Vec::new();
    for source in sources()
        .iter()
        .filter(|source| source.is_production() && !source.path.contains("/src/bin/"))
    {
        for (krates, words, reason) in ABSENT {
            if !krates.contains(&source.krate()) {
                continue;
            }
            for (number, line) in source.code() {
                if let Some(word) = words.iter().find(|word| line.contains(**word)) {
                    problems.push(format!("{}:{number}: `{word}`: {reason}", source.path));
                }
            }
        }
    }
    none(problems);
}

#[test]
fn renderers_are_given_an_edition_and_nothing_else() {
    let mut problems = Vec::new();
    for source in sources().iter().filter(|source| source.is_production()) {
        if !["exhibition", "dossier"].contains(&source.krate()) {
            continue;
        }
        for (number, line) in source.code() {
            for word in [
                "catalog::",
                "archive::",
                "model::",
                "edition::draft",
                "draft::",
            ] {
                if line.contains(word) {
                    problems.push(format!(
                        "{}:{number}: a renderer names `{word}`",
                        source.path
                    ));
                }
            }
        }
    }
    none(problems);
}
