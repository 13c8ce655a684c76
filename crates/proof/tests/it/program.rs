//! `cenotaph-verify` as a stranger runs it: what it prints, and with which code it ends.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::atomic::{AtomicU32, Ordering},
};

use proof::json::{Limits, parse};

use crate::fixtures::folder;

/// Runs the program in the folder of fixtures.
fn run(arguments: &[&str]) -> (i32, String, String) {
    run_in(&folder(), arguments)
}

fn run_in(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_cenotaph-verify"))
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        output.status.code().unwrap(),
        text(output.stdout),
        text(output.stderr),
    )
}

const RECEIPT: [&str; 5] = [
    "entry-42.tlog-proof",
    "--data",
    "entry-42.json",
    "--policy",
    "policy",
];

/// A copy of the fixtures that a test may damage; removed when dropped.
struct Copy(PathBuf);

impl Copy {
    fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!(
            "{}-{}",
            std::process::id(),
            NEXT.fetch_add(1, Ordering::Relaxed)
        );
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        copy_folder(&folder(), &target);
        Self(target)
    }

    fn flip(&self, path: &str, place: usize) {
        let path = self.0.join(path);
        let mut bytes = fs::read(&path).unwrap();
        bytes[place] ^= 1;
        fs::write(path, bytes).unwrap();
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).unwrap();
    }
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for child in fs::read_dir(from).unwrap() {
        let child = child.unwrap();
        let target = to.join(child.file_name());
        if child.path().is_dir() {
            copy_folder(&child.path(), &target);
        } else {
            fs::copy(child.path(), target).unwrap();
        }
    }
}

#[test]
fn a_receipt_that_holds_ends_with_0() {
    let (code, stdout, stderr) = run(&RECEIPT);
    assert_eq!((code, stderr.as_str()), (0, ""), "{stdout}");
    assert!(stdout.ends_with("verdict: holds\n"), "{stdout}");
}

#[test]
fn a_ledger_that_holds_ends_with_0_whether_given_itself_or_its_archive() {
    for path in ["ledger", "."] {
        let (code, stdout, stderr) = run(&[path, "--policy", "policy"]);
        assert_eq!((code, stderr.as_str()), (0, ""), "{stdout}");
        assert!(stdout.contains("300 entries"), "{stdout}");
    }
}

#[test]
fn json_is_one_document_and_nothing_else() {
    for arguments in [&RECEIPT[..], &["ledger", "--policy", "policy"], &["ledger"]] {
        let (code, stdout, stderr) = run(&[arguments, &["--json"]].concat());
        assert_eq!(stderr, "");
        let report = parse(
            stdout.as_bytes(),
            Limits {
                bytes: 10_000,
                depth: 8,
            },
        )
        .unwrap();
        let report = report.as_object().unwrap();
        let verdict = report.get("verdict").and_then(|verdict| verdict.as_str());
        assert_eq!(
            verdict,
            Some(if code == 0 { "holds" } else { "not-checked" })
        );
        for check in report.get("checks").unwrap().as_array().unwrap() {
            let check = check.as_object().unwrap();
            let names: Vec<_> = check.iter().map(|(name, _)| name).collect();
            assert_eq!(names, ["note", "verdict", "what"]);
        }
    }
}

#[test]
fn another_entry_ends_with_1() {
    let copy = Copy::new();
    copy.flip("entry-42.json", 10);
    let (code, stdout, _) = run_in(&copy.0, &RECEIPT);
    assert_eq!(code, 1);
    assert!(stdout.contains("does-not-hold  inclusion"), "{stdout}");
}

#[test]
fn a_changed_ledger_ends_with_1_and_says_where() {
    let copy = Copy::new();
    copy.flip("ledger/tile/entries/000", 100);
    let (code, stdout, stderr) = run_in(&copy.0, &["ledger", "--policy", "policy"]);
    assert_eq!(code, 1);
    assert!(
        stdout.contains("does-not-hold  entries: entry 0 in tile/entries/000"),
        "{stdout}"
    );
    assert!(stderr.contains("problem: entry 0"), "{stderr}");
}

#[test]
fn without_a_policy_the_ledger_is_not_checked_to_the_end() {
    let (code, stdout, stderr) = run(&["ledger"]);
    assert_eq!(code, 2);
    assert!(stdout.contains("not-checked    log signature"), "{stdout}");
    assert!(stderr.contains("hint: give `--policy FILE`"), "{stderr}");
}

#[test]
fn what_cannot_be_checked_ends_with_2_and_a_hint() {
    for (arguments, error, hint) in [
        (&[][..], "no receipt and no ledger was given", "--help"),
        (&["a", "b"], "`PATH` was given twice", "--help"),
        (
            &["--polcy", "policy"],
            "there is no option `--polcy`",
            "--help",
        ),
        (
            &["ledger", "--policy"],
            "`--policy` needs a value",
            "--help",
        ),
        (
            &["ledger", "--policy", "a", "--policy", "b"],
            "`--policy` was given twice",
            "--help",
        ),
        (
            &["ledger", "--data", "policy"],
            "an entry was given along",
            "receipt",
        ),
        (
            &["entry-42.tlog-proof"],
            "a receipt says nothing without its entry",
            "--data",
        ),
        (
            &["ledger", "--policy", "log.skey"],
            "line 1 of the policy",
            "tlog-policy",
        ),
        (
            &["nowhere", "--data", "policy"],
            "cannot read `nowhere`",
            "",
        ),
        (
            &["ledger", "--policy", "nowhere"],
            "cannot read `nowhere`",
            "",
        ),
    ] {
        let (code, stdout, stderr) = run(arguments);
        assert_eq!((code, stdout.as_str()), (2, ""), "{arguments:?}");
        assert!(
            stderr.starts_with("error: ") && stderr.contains(error),
            "{stderr}"
        );
        assert_eq!(stderr.contains("\nhint: "), !hint.is_empty(), "{stderr}");
        assert!(stderr.contains(hint), "{stderr}");
    }
}

#[test]
fn a_tile_that_is_no_file_is_left_open() {
    let copy = Copy::new();
    let path = copy.0.join("ledger/tile/entries/000");
    fs::remove_file(&path).unwrap();
    assert!(
        Command::new("mkfifo")
            .arg(&path)
            .status()
            .unwrap()
            .success()
    );
    let (code, stdout, _) = run_in(&copy.0, &["ledger", "--policy", "policy"]);
    assert_eq!(code, 2);
    assert!(
        stdout.contains("not-checked    entries: tile/entries/000 cannot be read"),
        "{stdout}"
    );
}

#[test]
fn a_folder_without_a_ledger_is_not_checked() {
    let copy = Copy::new();
    fs::remove_file(copy.0.join("ledger/checkpoint")).unwrap();
    let (code, stdout, _) = run_in(&copy.0, &["ledger", "--policy", "policy"]);
    assert_eq!(code, 2);
    assert!(
        stdout.contains("not-checked    checkpoint: there is none"),
        "{stdout}"
    );
}

#[test]
fn help_and_version_are_printed() {
    let (code, stdout, _) = run(&["--help"]);
    assert_eq!(code, 0);
    assert!(stdout.contains("Example:"));
    let (code, stdout, _) = run(&["-V"]);
    assert_eq!(
        (code, stdout.as_str()),
        (
            0,
            concat!("cenotaph-verify ", env!("CARGO_PKG_VERSION"), "\n")
        )
    );
}

#[test]
fn a_path_may_look_like_an_option() {
    let copy = Copy::new();
    fs::rename(copy.0.join("entry-42.tlog-proof"), copy.0.join("--receipt")).unwrap();
    let (code, stdout, stderr) = run_in(
        &copy.0,
        &[
            "--data",
            "entry-42.json",
            "--policy",
            "policy",
            "--",
            "--receipt",
        ],
    );
    assert_eq!(code, 0, "{stdout}{stderr}");
}
