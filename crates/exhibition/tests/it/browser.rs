//! The exhibition in a real browser: everything that visitors without a mouse, without colour, without script or with a small
//! screen are owed, and that nothing is asked of anybody else. What is checked stands in `tests/browser/`.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use exhibition::{Lang, Options, Way};

use crate::{
    files::{Files, options, page, public, written},
    invented,
};

fn put(folder: &Path, files: &Files) {
    for (path, bytes) in files {
        let file = folder.join(path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::write(file, bytes).expect("a file");
    }
}

/// What the check finds in `folder`, one finding a line, and its last words.
fn findings(folder: &Path, arguments: &[&str]) -> (Vec<String>, String) {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser");
    let tools: PathBuf = Path::new(env!("CARGO_TARGET_TMPDIR")).join("../browser");
    assert!(
        tools.join("node_modules/axe-core").is_dir(),
        "{} has no axe-core: ./test installs it, from the package-lock.json in {}",
        tools.display(),
        here.display()
    );
    let output = Command::new("node")
        .arg(here.join("check.mjs"))
        .arg(folder)
        .args(arguments)
        .env("BROWSER_TOOLS", &tools)
        .output()
        .expect("node is missing: ./test installs it");
    let text = String::from_utf8_lossy(&output.stdout);
    let found: Vec<String> = text.lines().map(str::to_owned).collect();
    let last = String::from_utf8_lossy(&output.stderr).into_owned();
    let code = i32::from(!found.is_empty());
    assert_eq!(output.status.code(), Some(code), "{text}\n{last}");
    assert!(last.contains("runs of axe-core"), "it did not end: {last}");
    (found, last)
}

#[test]
fn every_kind_of_page_stands_in_a_browser() {
    let folder = tempfile::tempdir().expect("a folder");
    put(folder.path(), &public(invented::draft(60)));
    let (found, last) = findings(folder.path(), &[]);
    println!("{last}");
    assert!(found.is_empty(), "{}\n{last}", found.join("\n"));
}

#[test]
fn the_screen_in_the_room_stands_in_a_browser() {
    let kiosk = Options {
        languages: vec![Lang::En, Lang::Fa],
        way: Way::Kiosk,
        ..options()
    };
    let folder = tempfile::tempdir().expect("a folder");
    put(folder.path(), &written(invented::draft(20), &kiosk, 2).0);
    let (found, last) = findings(folder.path(), &["--kiosk"]);
    assert!(found.is_empty(), "{}\n{last}", found.join("\n"));
}

/// A fault, how a page gets it (what stands in it, what takes its place), and what the check must call it.
const FAULTS: &[(&str, &str, &str, &str)] = &[
    (
        "alt",
        "<main id=\"main\">",
        "<main id=\"main\"><img src=\"../assets/icon.svg\">",
        "axe:image-alt",
    ),
    ("heading", "<h1>", "<h4>", "axe:page-has-heading-one"),
    (
        "contrast",
        "assets/style.css\">",
        "assets/style.css\"><link rel=\"stylesheet\" href=\"../assets/pale.css\">",
        "axe:color-contrast",
    ),
    (
        "elsewhere",
        "<main id=\"main\">",
        "<main id=\"main\"><img alt=\"x\" src=\"http://elsewhere.invalid/x.png\">",
        "outbound",
    ),
    (
        "policy",
        "<main id=\"main\">",
        "<main id=\"main\"><p style=\"margin:0\">x</p>",
        "console",
    ),
    (
        "wide",
        "assets/style.css\">",
        "assets/style.css\"><link rel=\"stylesheet\" href=\"../assets/wide.css\">",
        "overflow",
    ),
    ("dir", "dir=\"rtl\"><head>", "><head>", "direction"),
    (
        "digits",
        "<main id=\"main\">",
        "<main id=\"main\"><p>1988</p>",
        "digits",
    ),
    (
        "ring",
        "assets/style.css\">",
        "assets/style.css\"><link rel=\"stylesheet\" href=\"../assets/ringless.css\">",
        "focus",
    ),
    (
        "skipless",
        "class=\"skip\" href=\"#main\"",
        "href=\"index.html\"",
        "skip",
    ),
    (
        "font",
        "assets/style.css\">",
        "assets/style.css\"><link rel=\"stylesheet\" href=\"../assets/font.css\">",
        "font",
    ),
    (
        "picture",
        "<main id=\"main\">",
        "<main id=\"main\"><img alt=\"x\" src=\"../assets/none.png\">",
        "picture",
    ),
    (
        "moving",
        "assets/style.css\">",
        "assets/style.css\"><link rel=\"stylesheet\" href=\"../assets/moving.css\">",
        "motion",
    ),
    (
        "script",
        "</head>",
        "<script src=\"../assets/fault.js\"></script></head>",
        "script",
    ),
    (
        "trap",
        "</head>",
        "<script src=\"../assets/trap.js\"></script></head>",
        "reach",
    ),
    (
        "paper",
        "assets/style.css\">",
        "assets/style.css\"><link rel=\"stylesheet\" href=\"../assets/paper.css\">",
        "print",
    ),
    ("heavy", "</main>", "HEAVY</main>", "budget"),
];

const PARTS: &[(&str, &str)] = &[
    (
        "assets/pale.css",
        "p { color: #bbb !important; background: #fff !important; }",
    ),
    ("assets/wide.css", "h1 { inline-size: 3000px; }"),
    (
        "assets/ringless.css",
        ":focus-visible { outline: none !important; }",
    ),
    (
        "assets/font.css",
        "@font-face { font-family: None; src: url(fonts/none.woff2); } h1 { font-family: None; }",
    ),
    (
        "assets/moving.css",
        "@keyframes turn { to { rotate: 1turn; } } h1 { animation: turn 9s infinite !important; }",
    ),
    (
        "assets/fault.js",
        "document.cookie = 'x=1'; nothing.here();",
    ),
    (
        "assets/trap.js",
        "addEventListener('keydown', (event) => { if (event.key === 'Tab' && document.activeElement !== document.body) event.preventDefault(); });",
    ),
    (
        "assets/paper.css",
        "@media print { main::after { content: \"\"; display: block; block-size: 90000px; } }",
    ),
];

#[test]
fn a_fault_that_is_put_into_a_page_is_found() {
    let mut files = public(invented::draft(3));
    let whole = page(&files, "fa/book/index.html")
        .replace("../../", "../")
        .replace("href=\"../", "href=\"../fa/")
        .replace("../fa/assets", "../assets");
    files.retain(|path, _| path.starts_with("assets/"));
    for (path, text) in PARTS {
        files.insert((*path).to_owned(), text.as_bytes().to_vec());
    }
    let policy = "default-src 'none'; style-src 'self'";
    assert!(whole.contains(policy));
    for (name, from, to, _) in FAULTS {
        assert!(whole.contains(from), "{name}: the page has no {from}");
        let faulty = whole.replacen(from, &to.replace("HEAVY", &"<br>".repeat(7_000)), 1);
        let faulty = if *name == "policy" {
            faulty
        } else {
            // A page that forbids nothing, so that the fault is found by what it does.
            faulty.replace(policy, "default-src * 'unsafe-inline'; style-src *")
        };
        files.insert(format!("fa/{name}.html"), faulty.into_bytes());
    }
    let folder = tempfile::tempdir().expect("a folder");
    put(folder.path(), &files);
    let (found, last) = findings(folder.path(), &[]);
    for (name, _, _, code) in FAULTS {
        let path = format!("\tfa/{name}.html\t");
        assert!(
            found
                .iter()
                .any(|line| line.starts_with(&format!("{code}\t")) && line.contains(&path)),
            "{name} is not found as {code}: {:?}\n{last}",
            found
                .iter()
                .filter(|line| line.contains(&path))
                .collect::<Vec<_>>()
        );
    }
}
