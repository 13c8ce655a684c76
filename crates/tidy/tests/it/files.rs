//! How a file looks: a purpose line, one reading long, no unfinished work.

use std::fs;

use crate::house::{none, root, sources};

/// Production lines above which a file is no longer one reading.
const LONGEST: usize = 800;

#[test]
fn every_file_opens_with_its_purpose() {
    none(
        sources()
            .iter()
            .filter(|source| !source.text.starts_with("//! ") && !source.text.starts_with("#!"))
            .map(|source| format!("{}: the first line is not `//! …`", source.path))
            .collect(),
    );
}

#[test]
fn every_file_is_one_reading() {
    none(
        sources()
            .iter()
            .filter(|source| source.is_production() && source.text.lines().count() > LONGEST)
            .map(|source| format!("{}: {} lines", source.path, source.text.lines().count()))
            .collect(),
    );
}

#[test]
fn unfinished_work_lives_in_the_tracker() {
    // Spelled in two halves so that this file does not find itself.
    let words = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("XX", "X:"),
        concat!("dbg", "!("),
        concat!("unimple", "mented!"),
    ];
    let mut problems = Vec::new();
    for source in sources() {
        for (place, line) in source.text.lines().enumerate() {
            if let Some(word) = words.iter().find(|word| line.contains(**word)) {
                problems.push(format!("{}:{}: {word}", source.path, place + 1));
            }
            if line.ends_with(' ') || line.contains('\t') && !line.contains("r\"") {
                problems.push(format!(
                    "{}:{}: blank at the end of the line, or a tab",
                    source.path,
                    place + 1
                ));
            }
        }
    }
    none(problems);
}

#[test]
fn lints_are_suppressed_with_a_reason_that_expires() {
    let mut problems = Vec::new();
    for source in sources() {
        for (number, line) in source.code() {
            if line.contains(concat!("#[al", "low("))
                || line.contains(concat!("#![al", "low("))
                || line.contains(concat!("#[ig", "nore"))
            {
                problems.push(format!("{}:{number}: {}", source.path, line.trim()));
            }
        }
    }
    none(problems);
}

#[test]
fn each_crate_has_one_integration_binary_and_forgets_no_file() {
    let mut problems = Vec::new();
    for child in fs::read_dir(root().join("crates")).expect("crates/ can be listed") {
        let tests = child.expect("a child").path().join("tests");
        let Ok(children) = fs::read_dir(&tests) else {
            continue;
        };
        for child in children {
            let path = child.expect("a child").path();
            if path.extension().is_some_and(|ending| ending == "rs") {
                problems.push(format!(
                    "{}: a second test binary; put it below tests/it/",
                    path.display()
                ));
            }
        }
        let main = fs::read_to_string(tests.join("it/main.rs")).unwrap_or_default();
        for child in fs::read_dir(tests.join("it")).into_iter().flatten() {
            let path = child.expect("a child").path();
            let name = path
                .file_stem()
                .expect("a name")
                .to_string_lossy()
                .into_owned();
            if path.extension().is_some_and(|ending| ending == "rs")
                && name != "main"
                && !main.contains(&format!("mod {name};"))
            {
                problems.push(format!(
                    "{}: not named in main.rs, so it never runs",
                    path.display()
                ));
            }
        }
    }
    none(problems);
}
