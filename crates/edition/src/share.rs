//! Work on many things, shared by threads, with the same outcome for any number of them.

use std::{
    num::NonZero,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
};

/// Things handed over at once. Chosen by us: enough that handing over costs nothing beside the work.
const BATCH: usize = 64;

/// Batches that wait for a thread at most, for each of them.
const WAITING: usize = 2;

/// What `make` makes of each of `given`, in their order; what it makes nothing of is left out. `given` is asked by this thread
/// alone, `make` by `threads` others.
///
/// # Errors
///
/// Of the things that failed, the error of the first.
pub(crate) fn in_order<R: Send, T: Send, E: Send>(
    given: impl Iterator<Item = Result<R, E>>,
    make: impl Fn(R) -> Result<Option<T>, E> + Sync,
    threads: NonZero<usize>,
) -> Result<Vec<T>, E> {
    let (sender, receiver) = mpsc::sync_channel::<(usize, Vec<R>)>(threads.get() * WAITING);
    let receiver = Mutex::new(receiver);
    // The first batch in which something failed: those behind it are taken and left, so that nobody waits for room.
    let over = AtomicUsize::new(usize::MAX);
    let work = || {
        let mut made = Vec::new();
        loop {
            // Let go of before the work begins: one thread waits for the next batch while the others work.
            let next = receiver
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .recv();
            let Ok((place, batch)) = next else {
                return made;
            };
            if place > over.load(Ordering::Relaxed) {
                continue;
            }
            let done: Result<Vec<T>, E> = batch
                .into_iter()
                .filter_map(|one| make(one).transpose())
                .collect();
            if done.is_err() {
                over.fetch_min(place, Ordering::Relaxed);
            }
            made.push((place, done));
        }
    };
    let (mut made, failure) = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads.get()).map(|_| scope.spawn(work)).collect();
        let failure = hand_out(given, &sender, &over);
        drop(sender);
        let mut made = Vec::new();
        for worker in workers {
            match worker.join() {
                Ok(part) => made.extend(part),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        (made, failure)
    });
    made.sort_by_key(|(place, _)| *place);
    let mut all = Vec::new();
    for (_, part) in made {
        all.extend(part?);
    }
    failure.map_or(Ok(all), Err)
}

/// Sends what is given in batches, until it ends or fails or all is over; the failure, if there was one.
fn hand_out<R, E>(
    mut given: impl Iterator<Item = Result<R, E>>,
    sender: &mpsc::SyncSender<(usize, Vec<R>)>,
    over: &AtomicUsize,
) -> Option<E> {
    for place in 0.. {
        let mut batch = Vec::with_capacity(BATCH);
        let mut failure = None;
        while batch.len() < BATCH {
            match given.next() {
                Some(Ok(one)) => batch.push(one),
                Some(Err(error)) => {
                    failure = Some(error);
                    break;
                }
                None => break,
            }
        }
        let is_last = batch.len() < BATCH;
        if sender.send((place, batch)).is_err() || is_last || place > over.load(Ordering::Relaxed) {
            return failure;
        }
    }
    None
}

#[cfg(test)]
mod tests;
