//! Ledger: durable appends by many threads and in batches; replay into an empty catalog; opening and checking a large archive.

use std::{num::NonZeroUsize, sync::Arc, thread};

use archive::{Archive, Committer, Opening, PayloadState};
use bench::{CLAIMS, folder, new_archive, person, timed};
use catalog::{Catalog, CatalogError, Fed, FedPayload, Origin};

/// As the program itself.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Entries appended one by one from many threads.
const SINGLE: u64 = 60_000;
/// Threads that each wait for their entry.
const THREADS: u64 = 64;
/// Entries in the large archive: one million claims.
const LARGE: u64 = 125_000;

fn main() {
    appends();
    large();
}

fn appends() {
    let path = folder("bench-append");
    let committer = Arc::new(Committer::start(new_archive(&path), NonZeroUsize::new(10_000).expect("not zero")));
    let entries: Vec<Vec<_>> = (0..THREADS).map(|part| (0..SINGLE / THREADS).map(|n| person(part * SINGLE + n)).collect()).collect();
    let count: usize = entries.iter().map(Vec::len).sum();
    let ((), seconds) = timed(|| {
        thread::scope(|scope| {
            for part in entries {
                let committer = Arc::clone(&committer);
                scope.spawn(move || part.into_iter().for_each(|entry| assert!(committer.append(entry).is_ok())));
            }
        });
    });
    drop(committer);
    let kept = Archive::open(&path, &Opening::Read).and_then(|archive| archive.len()).expect("readable");
    assert_eq!(kept, count as u64, "every acknowledged entry is there");
    println!("append, {THREADS} threads each waiting: {:.0} entries/s", count as f64 / seconds);
    let _ = std::fs::remove_dir_all(path);
}

fn large() {
    let path = folder("bench-large");
    let mut archive = new_archive(&path);
    let entries: Vec<_> = (0..LARGE).map(person).collect();
    let ((), seconds) = timed(|| entries.chunks(1000).for_each(|batch| assert!(archive.append(batch).is_ok())));
    println!("append, batches of 1,000: {:.0} entries/s", LARGE as f64 / seconds);
    let (_, seconds) = timed(|| replay(&archive, &path.join("catalog.db")));
    println!("replay into an empty catalog: {:.0} claims/s ({LARGE} entries, {} claims)", (LARGE * CLAIMS) as f64 / seconds, LARGE * CLAIMS);
    drop(archive);
    let (archive, seconds) = timed(|| Archive::open(&path, &Opening::Write { holder: "bench".to_owned() }).expect("opens"));
    let (catalog, more) = timed(|| Catalog::open(&path.join("catalog.db"), origin()).expect("opens").0);
    assert_eq!(catalog.position(), LARGE);
    println!("open an archive of {} claims: {:.3} s", LARGE * CLAIMS, seconds + more);
    let (hits, seconds) = timed(|| catalog.search("invented name 77777", 10, model::access::Access::Public).expect("searched"));
    println!("search in it: {:.1} ms, {} hits", seconds * 1000.0, hits.len());
    let (report, seconds) = timed(|| archive.check(None, &mut |_| {}).expect("checked"));
    assert!(report.problems.is_empty());
    println!("check of {LARGE} entries with payloads: {seconds:.2} s");
    drop(archive);
    let _ = std::fs::remove_dir_all(path);
}

fn origin() -> Origin {
    Origin { ledger: [1; 32], key: [2; 32] }
}

fn replay(archive: &Archive, path: &std::path::Path) {
    let (catalog, applied) = Catalog::rebuild(path, origin(), |sink| {
        let (mut next, length) = (0, archive.len().expect("a length"));
        while next < length {
            let entries = archive.entries(next, 4_096).expect("readable");
            let fed: Vec<Fed<'_>> = entries
                .iter()
                .map(|entry| Fed {
                    index: entry.index,
                    entry: &entry.bytes,
                    payloads: entry
                        .payloads
                        .iter()
                        .map(|payload| match &payload.state {
                            PayloadState::Present(salted) => FedPayload::Present(&salted.bytes),
                            PayloadState::Erased { .. } => FedPayload::Erased,
                        })
                        .collect(),
                    texts: vec![],
                })
                .collect();
            sink.take(&fed)?;
            next += entries.len() as u64;
        }
        Ok::<(), CatalogError>(())
    })
    .expect("rebuilt");
    assert_eq!(applied.claims, LARGE * CLAIMS, "every claim is known");
    assert_eq!(catalog.position(), LARGE);
}
