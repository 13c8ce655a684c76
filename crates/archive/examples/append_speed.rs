//! Measures appending, opening, replaying, publishing and checking on this machine's disk: `cargo run --release -p archive --example append_speed -- DIR`.
//!
//! The folder must not exist; it is left behind for inspection. An entry is 300 bytes with one payload of 500.

#![expect(clippy::print_stdout, reason = "the measurements are what it is for")]

use std::{
    env,
    num::NonZeroUsize,
    path::{Path, PathBuf},
    thread,
    time::Instant,
};

use archive::{Archive, Committer, Description, NewEntry, Opening, SaltedPayload};
use proof::note::Ed25519Signer;

const THREADS: u64 = 64;
const PER_THREAD: u64 = 2_000;
const BATCH: u64 = 1_000;
const BATCHES: u64 = 1_000;
const ITEMS: u64 = 64;
const ITEM_BYTES: u64 = 16 * 1_024 * 1_024;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let dir = PathBuf::from(env::args().nth(1).ok_or("usage: append_speed DIR")?);
    let description = archive_description();
    let limit = NonZeroUsize::new(4_096).ok_or("limit")?;

    let committer = Committer::start(
        Archive::create(&dir.join("threads"), &description, "speed")?,
        limit,
    );
    report(
        "64 threads, each waiting for its entry",
        THREADS * PER_THREAD,
        || {
            thread::scope(|scope| {
                for thread in 0..THREADS {
                    let committer = &committer;
                    scope.spawn(move || {
                        (0..PER_THREAD)
                            .all(|n| committer.append(entry(thread * PER_THREAD + n)).is_ok())
                    });
                }
            });
            Ok(())
        },
    )?;
    report(
        "one thread, 1,000 entries in flight",
        THREADS * PER_THREAD,
        || {
            let mut tickets = std::collections::VecDeque::new();
            for number in 0..THREADS * PER_THREAD {
                if tickets.len() == 1_000
                    && let Some(ticket) = tickets.pop_front()
                {
                    archive::Ticket::wait(ticket)?;
                }
                tickets.push_back(committer.submit(entry(number)));
            }
            for ticket in tickets {
                ticket.wait()?;
            }
            Ok(())
        },
    )?;
    drop(committer);

    let large = dir.join("batches");
    let mut archive = Archive::create(&large, &description, "speed")?;
    report("batches of 1,000", BATCH * BATCHES, || {
        for batch in 0..BATCHES {
            let entries: Vec<_> = (batch * BATCH..(batch + 1) * BATCH).map(entry).collect();
            archive.append(&entries)?;
        }
        Ok(())
    })?;
    drop(archive);
    open_and_replay(&large)?;
    publish_and_check(&large)
}

/// The check reads every entry, payload, hash, tile, and 1 GiB of items.
fn publish_and_check(dir: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let holder = "speed".to_owned();
    let mut archive = Archive::open(dir, &Opening::Write { holder })?;
    let signer = Ed25519Signer::from_seed("speed.example/archive", &[1; 32])?;
    report("publish all", BATCH * BATCHES, || {
        archive.publish(&signer)?;
        Ok(())
    })?;
    report("check of the ledger alone", BATCH * BATCHES, || {
        let found = archive.check(Some(&signer.verifier()), &mut |_| {})?;
        assert!(found.problems.is_empty());
        Ok(())
    })?;
    drop(archive);
    let mut archive = Archive::create(
        &dir.with_extension("items"),
        &archive_description(),
        "speed",
    )?;
    report("put items (their KiB)", ITEMS * ITEM_BYTES / 1_024, || {
        for number in 0..ITEMS {
            let bytes = number.to_le_bytes().repeat(ITEM_BYTES as usize / 8);
            archive.put_item(&mut &bytes[..], u64::MAX)?;
        }
        Ok(())
    })?;
    report(
        "check of items (their KiB)",
        ITEMS * ITEM_BYTES / 1_024,
        || {
            assert_eq!(archive.check(None, &mut |_| {})?.items, ITEMS);
            Ok(())
        },
    )
}

fn open_and_replay(dir: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let holder = "speed".to_owned();
    report(
        "open for writing (entries in the archive)",
        BATCH * BATCHES,
        || {
            drop(Archive::open(dir, &Opening::Write { holder })?);
            Ok(())
        },
    )?;
    let archive = Archive::open(dir, &Opening::Read)?;
    report("replay with payloads", BATCH * BATCHES, || {
        let mut from = 0;
        loop {
            let entries = archive.entries(from, 1_000)?;
            if entries.is_empty() {
                return Ok(());
            }
            from += entries.len() as u64;
        }
    })
}

#[expect(
    clippy::disallowed_methods,
    reason = "measuring time is what it is for"
)]
fn report(
    what: &str,
    entries: u64,
    work: impl FnOnce() -> Result<(), Box<dyn std::error::Error>>,
) -> Result<(), Box<dyn std::error::Error>> {
    let start = Instant::now();
    work()?;
    let seconds = start.elapsed().as_secs_f64();
    println!(
        "{what}: {entries} entries in {seconds:.3} s, {:.0}/s",
        entries as f64 / seconds
    );
    Ok(())
}

fn archive_description() -> Description {
    Description {
        name: "Speed".to_owned(),
        origin: "speed.example/archive".to_owned(),
        created: "2026-01-01T00:00:00Z".to_owned(),
    }
}

fn entry(number: u64) -> NewEntry {
    let mut salt = [0; 32];
    salt[..8].copy_from_slice(&number.to_le_bytes());
    NewEntry {
        payloads: vec![SaltedPayload {
            salt,
            bytes: number.to_le_bytes().repeat(500 / 8),
        }],
        ..NewEntry::new(format!("{number:0300}").into_bytes())
    }
}
