//! Running the binary in a folder of its own.

use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use serde_json::Value;
use tempfile::TempDir;

/// A folder for one test, gone afterwards.
pub(crate) struct Place {
    dir: TempDir,
}

/// What a run gave.
#[derive(Debug)]
pub(crate) struct Ran {
    /// Exit code.
    pub(crate) code: i32,
    /// Standard output.
    pub(crate) out: String,
    /// Standard error.
    pub(crate) err: String,
}

impl Place {
    pub(crate) fn new() -> Self {
        Self {
            dir: tempfile::tempdir().expect("a temporary folder"),
        }
    }

    /// A place with an archive called `a` in it.
    pub(crate) fn with_archive() -> Self {
        let place = Self::new();
        place.run(&["init", "a", "--name", "Test"]).ok();
        place
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// Writes a file, and the folders it needs.
    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        fs::write(&path, bytes).expect("written");
        path
    }

    /// Runs `cenotaph` here, in English, with no home folder.
    #[track_caller]
    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        let output = Command::new(env!("CARGO_BIN_EXE_cenotaph"))
            .args(arguments)
            .current_dir(self.dir.path())
            .env_clear()
            .output()
            .expect("the binary runs");
        Ran::of(output)
    }

    /// Runs a command on the archive `a` and types `lines` into it.
    #[track_caller]
    pub(crate) fn typing(&self, arguments: &[&str], lines: &str) -> Ran {
        let mut child = Command::new(env!("CARGO_BIN_EXE_cenotaph"))
            .args([&["--archive", "a"], arguments].concat())
            .current_dir(self.dir.path())
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the binary runs");
        let mut stdin = child.stdin.take().expect("an input");
        stdin.write_all(lines.as_bytes()).expect("typed");
        drop(stdin);
        Ran::of(child.wait_with_output().expect("an end"))
    }

    /// Runs a command on the archive `a`.
    #[track_caller]
    pub(crate) fn on_archive(&self, arguments: &[&str]) -> Ran {
        self.run(&[&["--archive", "a"], arguments].concat())
    }

    /// Runs a command on the archive `a` with `--json` and gives the document.
    #[track_caller]
    pub(crate) fn json(&self, arguments: &[&str]) -> Value {
        let ran = self.run(&[&["--archive", "a", "--json"], arguments].concat());
        serde_json::from_str(&ran.out)
            .unwrap_or_else(|error| panic!("no JSON document: {error}\n{ran:?}"))
    }

    /// Number of entries in the archive `a`.
    #[track_caller]
    pub(crate) fn entries(&self) -> u64 {
        self.json(&["log", "--limit", "1"])["size"]
            .as_u64()
            .expect("a size")
    }
}

impl Ran {
    #[track_caller]
    fn of(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).expect("UTF-8"),
            err: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }

    /// Asserts exit code 0.
    #[track_caller]
    pub(crate) fn ok(self) -> Self {
        self.ends_with(0)
    }

    /// Asserts the exit code.
    #[track_caller]
    pub(crate) fn ends_with(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{self:#?}");
        self
    }

    /// Asserts that each of `words` was said, on standard output or beside it.
    #[track_caller]
    pub(crate) fn says(self, words: &[&str]) -> Self {
        for word in words {
            assert!(
                self.out.contains(word) || self.err.contains(word),
                "`{word}` is not said: {self:#?}"
            );
        }
        self
    }

    /// Asserts exit code 2, `error:` with `words`, and a `hint:`.
    #[track_caller]
    pub(crate) fn fails(self, words: &[&str]) -> Self {
        let ran = self.ends_with(2).says(words);
        assert!(
            ran.err.starts_with("error: ") && ran.err.contains("\n\nhint: "),
            "{ran:#?}"
        );
        ran
    }
}

/// Every file below `folder`.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for child in fs::read_dir(folder).expect("a folder") {
        let path = child.expect("a child").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The files below `folder` in whose bytes `needle` stands.
pub(crate) fn holding(folder: &Path, needle: &[u8]) -> Vec<PathBuf> {
    files(folder)
        .into_iter()
        .filter(|path| {
            let bytes = fs::read(path).expect("readable");
            let is_year = needle.len() == 4 && needle.iter().all(u8::is_ascii_digit);
            let bytes = if is_year {
                without_digests(&bytes)
            } else {
                bytes
            };
            bytes.windows(needle.len()).any(|window| window == needle)
        })
        .collect()
}

/// The bytes with digests (64 hexadecimal digits) left out: four digits stand in one of a hundred of them by chance.
fn without_digests(bytes: &[u8]) -> Vec<u8> {
    bytes
        .chunk_by(|one, next| one.is_ascii_hexdigit() == next.is_ascii_hexdigit())
        .filter(|run| !(run.len() == 64 && run[0].is_ascii_hexdigit()))
        .flatten()
        .copied()
        .collect()
}

/// The folder of shared material beside the workspace.
pub(crate) fn shared(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../shared")
        .join(name);
    assert!(
        path.exists(),
        "`{}` is not there; it lies beside the workspace",
        path.display()
    );
    path
}
