//! A real writing process is killed with SIGKILL again and again, and never takes an acknowledged entry or item with it.

use std::{
    collections::BTreeMap,
    env,
    io::{BufRead, BufReader, Read, Write},
    num::NonZeroUsize,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::Duration,
};

use archive::{Archive, Committer, NewEntry, PayloadState};
use proof::digest::Digest;
use tempfile::tempdir;

use crate::support::{Random, create, grep, open, payload};

/// Names the archive's folder to the child; its presence makes the child.
const FOLDER: &str = "ARCHIVE_KILL_TEST_FOLDER";

/// Kills in all: enough that appends, items, erasures and publications are all hit in the middle.
const KILLS: u64 = 210;

/// How often it is killed: `CENOTAPH_KILLS` times where that is set, as in `./test --long`.
#[expect(
    clippy::disallowed_methods,
    reason = "a test may be asked to take longer"
)]
fn kills() -> u64 {
    let asked = std::env::var("CENOTAPH_KILLS").ok();
    asked.and_then(|kills| kills.parse().ok()).unwrap_or(KILLS)
}

/// Kills of one archive before the next one is made, so that verifying stays quick.
const KILLS_PER_ARCHIVE: u64 = 30;

#[test]
fn two_hundred_kills_lose_nothing_that_was_acknowledged() {
    let mut random = Random(42);
    let mut acknowledged = 0;
    for round in 0..kills() / KILLS_PER_ARCHIVE {
        let dir = tempdir().unwrap();
        drop(create(dir.path()));
        let mut ledger = Acknowledged::default();
        for _ in 0..KILLS_PER_ARCHIVE {
            let patience = Duration::from_micros(5_000 + random.below(55_000));
            ledger.read(&run_and_kill(dir.path(), patience));
            ledger.verify(dir.path());
        }
        acknowledged += ledger.entries.len();
        assert!(
            !ledger.entries.is_empty(),
            "round {round} acknowledged nothing"
        );
    }
    assert!(
        acknowledged > 1_000,
        "only {acknowledged} entries were acknowledged in all"
    );
}

/// What the child said it had done.
#[derive(Default)]
struct Acknowledged {
    /// Index and number of each entry.
    entries: BTreeMap<u64, u64>,
    /// Numbers of the items.
    items: Vec<u64>,
    /// Numbers of the entries whose payload was erased.
    erased: Vec<u64>,
}

impl Acknowledged {
    fn read(&mut self, output: &[String]) {
        for line in output {
            let words: Vec<&str> = line.split(' ').collect();
            let number = |place: usize| words[place].parse::<u64>().unwrap();
            match words[0] {
                "entry" => drop(self.entries.insert(number(1), number(2))),
                "item" => self.items.push(number(1)),
                "erased" => self.erased.push(number(1)),
                _ => panic!("the child said {line:?}"),
            }
        }
    }

    fn verify(&self, dir: &Path) {
        let archive = open(dir);
        let stored = archive.entries(0, u64::MAX).unwrap();
        assert_eq!(stored.len() as u64, archive.len().unwrap());
        for (index, number) in &self.entries {
            assert_eq!(
                stored[*index as usize].bytes,
                bytes_of(*number),
                "entry {index}"
            );
        }
        for entry in &stored {
            for kept in &entry.payloads {
                if let PayloadState::Present(salted) = &kept.state {
                    assert_eq!(
                        salted.commitment(),
                        kept.commitment,
                        "a half payload at {}",
                        entry.index
                    );
                }
            }
        }
        for number in &self.items {
            let item = item_of(*number);
            let mut bytes = Vec::new();
            archive
                .open_item(&Digest::of(&item))
                .unwrap()
                .read_to_end(&mut bytes)
                .unwrap();
            assert_eq!(bytes, item);
        }
        for number in self.erased.iter().rev().take(3) {
            let mark = format!("<secret {number:08}>");
            assert_eq!(
                grep(dir, mark.as_bytes()),
                Vec::<String>::new(),
                "erased payload {number}"
            );
        }
        let root = archive.root().unwrap();
        let leaves: Vec<_> = stored
            .iter()
            .map(|entry| proof::merkle::leaf_hash(&entry.bytes))
            .collect();
        assert_eq!(
            proof::merkle::root(&leaves),
            root,
            "the stored hashes are those of the entries"
        );
    }
}

fn bytes_of(number: u64) -> Vec<u8> {
    format!("entry number {number}").into_bytes()
}

fn item_of(number: u64) -> Vec<u8> {
    Random(number).bytes(5_000)
}

/// Runs this very test binary as the writer, kills it after `patience`, and returns the lines that it wrote to their end.
fn run_and_kill(dir: &Path, patience: Duration) -> Vec<String> {
    let mut child = Command::new(env::current_exe().unwrap())
        .args([
            "--exact",
            "kill::child_writes_until_it_is_killed",
            "--nocapture",
        ])
        .env(FOLDER, dir)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let pipe = child.stderr.take().unwrap();
    let reader = thread::spawn(move || {
        let mut lines = Vec::new();
        let mut pipe = BufReader::new(pipe);
        let mut line = String::new();
        // A line without its end was cut off by the kill: it acknowledges nothing.
        while pipe.read_line(&mut line).unwrap() > 0 && line.ends_with('\n') {
            lines.push(line.trim_end().to_owned());
            line.clear();
        }
        lines
    });
    thread::sleep(patience);
    child.kill().unwrap();
    let status = child.wait().unwrap();
    assert_eq!(
        status.code(),
        None,
        "the child ended by itself instead of being killed: {status}"
    );
    reader.join().unwrap()
}

/// The writer. Without the variable it is an ordinary test that has nothing to do.
#[test]
fn child_writes_until_it_is_killed() {
    #[expect(
        clippy::disallowed_methods,
        reason = "how the parent speaks to its child"
    )]
    let Ok(dir) = env::var(FOLDER) else {
        return;
    };
    write_for_ever(open(&PathBuf::from(dir)));
}

fn say(line: &str) {
    std::io::stderr()
        .write_all(format!("{line}\n").as_bytes())
        .unwrap();
}

/// Alternates between batches, items, erasures and group commits from several threads, as a working archive does.
fn write_for_ever(archive: Archive) {
    let mut random = Random(archive.len().unwrap());
    // No two runs use a number twice, or an erased payload would be brought back by a later run.
    let mut number = (archive.len().unwrap() + 1) * 1_000;
    let mut archive = archive;
    let mut last_payload = None;
    loop {
        number += 20;
        match random.below(4) {
            0 => {
                let batch: Vec<_> = (number..number + 8).map(new_entry).collect();
                let range = archive.append(&batch).unwrap();
                range
                    .zip(number..)
                    .for_each(|(index, number)| say(&format!("entry {index} {number}")));
                last_payload = Some(number);
            }
            1 => {
                let (digest, _) = archive
                    .put_item(&mut &item_of(number)[..], u64::MAX)
                    .unwrap();
                let entry = NewEntry {
                    items: vec![digest],
                    ..new_entry(number)
                };
                let range = archive.append(&[entry]).unwrap();
                say(&format!("entry {} {number}", range.start));
                say(&format!("item {number}"));
            }
            2 => {
                if let Some(erased) = last_payload.take() {
                    let erases = vec![payload(erased, 60).commitment()];
                    let range = archive
                        .append(&[NewEntry {
                            erases,
                            ..new_entry(number)
                        }])
                        .unwrap();
                    say(&format!("entry {} {number}", range.start));
                    say(&format!("erased {erased}"));
                }
            }
            _ => archive = commit_from_threads(archive, number),
        }
    }
}

fn new_entry(number: u64) -> NewEntry {
    NewEntry {
        payloads: vec![payload(number, 60)],
        ..NewEntry::new(bytes_of(number))
    }
}

fn commit_from_threads(archive: Archive, first: u64) -> Archive {
    let committer = Committer::start(archive, NonZeroUsize::new(64).unwrap());
    thread::scope(|scope| {
        for number in first..first + 4 {
            let committer = &committer;
            scope.spawn(move || {
                let index = committer.append(new_entry(number)).unwrap();
                say(&format!("entry {index} {number}"));
            });
        }
    });
    committer.close().unwrap()
}
