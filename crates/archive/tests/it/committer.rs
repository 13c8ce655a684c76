//! Group commit: every caller hears of its own entry, after it is durable, and nobody waits for ever.

use std::{io::Read, num::NonZeroUsize, sync::Arc, thread};

use archive::{
    Archive, Committer, Error, NewEntry,
    faulty::{Fault, Memory},
};
use proof::digest::Digest;
use tempfile::tempdir;

use crate::support::{create, description, entry, open};

fn limit(limit: usize) -> NonZeroUsize {
    NonZeroUsize::new(limit).unwrap()
}

#[test]
fn many_threads_each_get_the_index_of_their_own_entry() {
    for gathering in [1, 3, 4_096] {
        let dir = tempdir().unwrap();
        let committer = Committer::start(create(dir.path()), limit(gathering));
        let per_thread = |thread: u64| {
            let committer = &committer;
            (0..30)
                .map(move |n| {
                    (
                        thread * 100 + n,
                        committer.append(entry(thread * 100 + n, 1)).unwrap(),
                    )
                })
                .collect::<Vec<_>>()
        };
        let mut acknowledged: Vec<(u64, u64)> = thread::scope(|scope| {
            let threads: Vec<_> = (0..8)
                .map(|thread| scope.spawn(move || per_thread(thread)))
                .collect();
            threads
                .into_iter()
                .flat_map(|thread| thread.join().unwrap())
                .collect()
        });
        drop(committer.close().unwrap());
        acknowledged.sort_by_key(|(_, index)| *index);
        let stored = open(dir.path()).entries(0, 1_000).unwrap();
        assert_eq!(stored.len(), 240);
        for ((number, index), stored) in acknowledged.into_iter().zip(stored) {
            assert_eq!(stored.index, index);
            assert_eq!(stored.bytes, entry(number, 1).bytes);
        }
    }
}

#[test]
fn entries_handed_in_by_one_thread_keep_their_order() {
    let dir = tempdir().unwrap();
    let committer = Committer::start(create(dir.path()), limit(16));
    let tickets: Vec<_> = (0..100)
        .map(|number| committer.submit(entry(number, 0)))
        .collect();
    for (number, ticket) in (0..).zip(tickets) {
        assert_eq!(ticket.wait().unwrap(), number);
    }
}

#[test]
fn a_refused_entry_does_not_take_its_neighbours_along() {
    let dir = tempdir().unwrap();
    let committer = Committer::start(create(dir.path()), limit(1_000));
    let unknown = Digest::of(b"unknown");
    let tickets: Vec<_> = committer
        .with(|_| {
            // While the archive is held nothing is committed, so that these gather.
            (0..60)
                .map(|number| match number % 20 {
                    7 => committer.submit(NewEntry::new(vec![0; 70_000])),
                    13 => committer.submit(NewEntry {
                        items: vec![unknown],
                        ..NewEntry::default()
                    }),
                    _ => committer.submit(entry(number, 1)),
                })
                .collect()
        })
        .unwrap();
    let mut expected = 0;
    for (number, ticket) in (0..).zip(tickets) {
        match (number % 20, ticket.wait()) {
            (7, Err(error)) => assert!(matches!(*error, Error::EntryTooLong { .. })),
            (13, Err(error)) => assert!(matches!(*error, Error::ItemMissing { .. })),
            (_, index) => {
                assert_eq!(index.unwrap(), expected);
                expected += 1;
            }
        }
    }
    assert_eq!(committer.close().unwrap().len().unwrap(), 54);
}

#[test]
fn a_failed_commit_fails_everyone_in_it_and_the_next_one_goes_on() {
    let memory = Memory::default();
    let archive = Archive::create_on(Box::new(memory.clone()), &description()).unwrap();
    let committer = Committer::start(archive, limit(1_000));
    committer.append(entry(0, 1)).unwrap();
    memory.fail_at(memory.calls(), Fault::Lost);
    let error = committer.append(entry(1, 1)).unwrap_err();
    assert!(
        matches!(*error, Error::Injected { name: "append", .. }),
        "{error}"
    );
    assert_eq!(committer.append(entry(2, 1)).unwrap(), 1);
}

#[test]
fn an_unfinished_erasure_is_told_to_the_one_who_erases() {
    let memory = Memory::default();
    let archive = Archive::create_on(Box::new(memory.clone()), &description()).unwrap();
    let committer = Committer::start(archive, limit(1_000));
    committer.append(entry(0, 1)).unwrap();
    let erases = vec![entry(0, 1).payloads[0].commitment()];
    let (erasing, other) = committer
        .with(|_| {
            // The call after the append is the scrub.
            memory.fail_at(memory.calls() + 1, Fault::Lost);
            let erasing = committer.submit(NewEntry {
                erases,
                ..NewEntry::default()
            });
            (erasing, committer.submit(entry(1, 0)))
        })
        .unwrap();
    let error = erasing.wait().unwrap_err();
    assert!(
        // The writing thread may have taken the first one up before the second one was handed in.
        matches!(&*error, Error::ErasureUnfinished { entries, .. } if *entries == (1..3) || *entries == (1..2)),
        "{error}"
    );
    assert_eq!(other.wait().unwrap(), 2);
    assert!(memory.holds(&entry(0, 1).payloads[0].bytes));
    let mut archive = committer.close().unwrap();
    assert!(archive.has_unfinished_erasures());
    archive.finish_erasures().unwrap();
    assert!(!memory.holds(&entry(0, 1).payloads[0].bytes));
}

#[test]
fn closing_commits_what_has_gathered_and_hands_the_archive_back() {
    let dir = tempdir().unwrap();
    let committer = Arc::new(Committer::start(create(dir.path()), limit(1_000)));
    let ticket = committer.submit(entry(0, 1));
    committer
        .with(|archive| archive.put_item(&mut &b"between"[..], 100))
        .unwrap()
        .unwrap();
    let archive = Arc::into_inner(committer).unwrap().close().unwrap();
    assert_eq!(ticket.wait().unwrap(), 0);
    assert_eq!(archive.len().unwrap(), 1);
    let mut bytes = String::new();
    archive
        .open_item(&Digest::of(b"between"))
        .unwrap()
        .read_to_string(&mut bytes)
        .unwrap();
    assert_eq!(bytes, "between");
}
