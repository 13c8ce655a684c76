//! Work shared out among threads: what comes of it stands in the order of the input, whichever thread did it.

use std::{
    ops::Range,
    sync::atomic::{AtomicU32, Ordering},
};

/// Records that a thread takes at one time.
const CHUNK: u32 = 256;
/// Chunks after which progress is told.
const BATCH: u32 = 256;

/// What a thread made. A panic in it goes on in this one.
pub(crate) fn joined<T>(worker: std::thread::ScopedJoinHandle<'_, T>) -> T {
    match worker.join() {
        Ok(made) => made,
        Err(panic) => std::panic::resume_unwind(panic),
    }
}

/// Does `work` on all of `0..records`, piece by piece, one thread for each of `workers`; `told` hears how many records are done.
pub(crate) fn over_records<W: Send, T: Send>(
    workers: &mut [W],
    records: u32,
    work: &(dyn Fn(&mut W, Range<u32>) -> T + Sync),
    told: &mut dyn FnMut(u32),
) -> Vec<T> {
    let chunks = records.div_ceil(CHUNK);
    let mut all = Vec::with_capacity(chunks as usize);
    for batch in 0..chunks.div_ceil(BATCH) {
        let end = ((batch + 1) * BATCH).min(chunks);
        let next = AtomicU32::new(batch * BATCH);
        let next = &next;
        let mut made: Vec<(u32, T)> = std::thread::scope(|scope| {
            let threads: Vec<_> = workers
                .iter_mut()
                .map(|worker| {
                    scope.spawn(move || {
                        let mut made = Vec::new();
                        loop {
                            let chunk = next.fetch_add(1, Ordering::Relaxed);
                            if chunk >= end {
                                return made;
                            }
                            let range = chunk * CHUNK..((chunk + 1) * CHUNK).min(records);
                            made.push((chunk, work(worker, range)));
                        }
                    })
                })
                .collect();
            threads.into_iter().flat_map(joined).collect()
        });
        made.sort_by_key(|(chunk, _)| *chunk);
        all.extend(made.into_iter().map(|(_, made)| made));
        told((end * CHUNK).min(records));
    }
    all
}
