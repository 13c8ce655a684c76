//! Group commit: many threads append, one makes their entries durable together.
//!
//! A sync of the disk takes milliseconds and is as slow for one entry as for a thousand. So while one batch is being synced the next
//! one gathers, and each caller hears of its entry only after the sync that covers it.

use std::{
    fmt, mem,
    num::NonZeroUsize,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread::{self, JoinHandle},
    time::Duration,
};

use crate::{Archive, Error, NewEntry};

/// How long nobody has to come for the writing thread to stop waiting for more. Chosen by us: a tenth of a sync of a local disk, and longer
/// than it takes to wake a thread. One thread alone never waits for it.
const LULL: Duration = Duration::from_micros(200);

/// What became of one entry: its index, or why it is not in the ledger (shared by all that failed together).
type Outcome = Result<u64, Arc<Error>>;

/// An archive open for writing, shared by many threads.
pub struct Committer {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

/// The promise of an outcome.
#[derive(Debug)]
pub struct Ticket(Arc<Slot>);

struct Shared {
    /// `None` once closed.
    archive: Mutex<Option<Archive>>,
    queue: Mutex<Queue>,
    /// Something was added to the queue, or it was closed.
    filled: Condvar,
    /// The queue was taken away, or it was closed.
    emptied: Condvar,
    limit: usize,
}

#[derive(Default)]
struct Queue {
    waiting: Vec<Request>,
    closed: bool,
}

struct Request {
    entry: NewEntry,
    promise: Promise,
}

#[derive(Debug, Default)]
struct Slot {
    outcome: Mutex<Option<Outcome>>,
    settled: Condvar,
}

/// The other end of a ticket. Dropped unkept, it says that the committer is closed, so that nobody waits for ever.
struct Promise(Arc<Slot>);

impl Committer {
    /// Starts the writing thread. At most `limit` entries gather for one commit; whoever comes when they have waits for room.
    pub fn start(archive: Archive, limit: NonZeroUsize) -> Self {
        let shared = Arc::new(Shared {
            archive: Mutex::new(Some(archive)),
            queue: Mutex::default(),
            filled: Condvar::new(),
            emptied: Condvar::new(),
            limit: limit.get(),
        });
        let for_thread = Arc::clone(&shared);
        let thread = thread::spawn(move || {
            let guard = CloseOnDrop(for_thread);
            guard.0.write();
        });
        Self {
            shared,
            thread: Some(thread),
        }
    }

    /// Appends one entry and waits until it is durable. Returns its index.
    pub fn append(&self, entry: NewEntry) -> Result<u64, Arc<Error>> {
        self.submit(entry).wait()
    }

    /// Hands in one entry without waiting for it. Entries of one thread are appended in the order in which they are handed in.
    pub fn submit(&self, entry: NewEntry) -> Ticket {
        let slot = Arc::new(Slot::default());
        let request = Request {
            entry,
            promise: Promise(Arc::clone(&slot)),
        };
        let mut queue = lock(&self.shared.queue);
        while queue.waiting.len() >= self.shared.limit && !queue.closed {
            queue = wait(&self.shared.emptied, queue);
        }
        if !queue.closed {
            queue.waiting.push(request);
            self.shared.filled.notify_one();
        }
        Ticket(slot)
    }

    /// Does something else with the archive, between two commits. Fails with [`Error::CommitterClosed`] when a commit has panicked.
    pub fn with<T>(&self, act: impl FnOnce(&mut Archive) -> T) -> crate::Result<T> {
        let mut archive = lock(&self.shared.archive);
        archive.as_mut().map(act).ok_or(Error::CommitterClosed)
    }

    /// Commits what has gathered, stops the thread and hands the archive back; `None` when a commit has panicked.
    pub fn close(mut self) -> Option<Archive> {
        self.stop();
        lock(&self.shared.archive).take()
    }

    fn stop(&mut self) {
        lock(&self.shared.queue).closed = true;
        self.shared.filled.notify_all();
        self.shared.emptied.notify_all();
        if let Some(thread) = self.thread.take() {
            // A panic of the thread has already been told to everyone who waited.
            drop(thread.join());
        }
    }
}

impl Drop for Committer {
    fn drop(&mut self) {
        self.stop();
    }
}

impl fmt::Debug for Committer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Committer(limit {})", self.shared.limit)
    }
}

impl Ticket {
    /// Waits until the entry is durable, or refused, or lost. Returns its index.
    pub fn wait(self) -> Result<u64, Arc<Error>> {
        let mut outcome = lock(&self.0.outcome);
        loop {
            match outcome.take() {
                Some(outcome) => return outcome,
                None => outcome = wait(&self.0.settled, outcome),
            }
        }
    }
}

impl Promise {
    fn keep(&self, outcome: Outcome) {
        let mut slot = lock(&self.0.outcome);
        if slot.is_none() {
            *slot = Some(outcome);
        }
        self.0.settled.notify_one();
    }
}

impl Drop for Promise {
    fn drop(&mut self) {
        // The ticket may have taken its outcome already, in which case nobody looks any more.
        self.keep(Err(Arc::new(Error::CommitterClosed)));
    }
}

impl Shared {
    /// The writing thread.
    fn write(&self) {
        let mut expected = 1;
        while let Some(requests) = self.gather(expected) {
            expected = requests.len();
            let (entries, promises): (Vec<_>, Vec<_>) = requests
                .into_iter()
                .map(|request| (request.entry, request.promise))
                .unzip();
            let mut archive = lock(&self.archive);
            match &mut *archive {
                Some(archive) => commit(archive, &entries, &promises),
                None => return,
            }
        }
    }

    /// What waits; `None` once closed and empty.
    ///
    /// Those who have just been told of their entries come back with the next ones in a moment. Taking the first of them at once would
    /// sync a few entries and let all the others wait for that, so as many as last time are waited for, as long as they keep coming.
    fn gather(&self, expected: usize) -> Option<Vec<Request>> {
        let mut queue = lock(&self.queue);
        while queue.waiting.is_empty() {
            if queue.closed {
                return None;
            }
            queue = wait(&self.filled, queue);
        }
        let mut coming = true;
        while coming && queue.waiting.len() < expected && !queue.closed {
            let before = queue.waiting.len();
            let (guard, _) = self
                .filled
                .wait_timeout(queue, LULL)
                .unwrap_or_else(PoisonError::into_inner);
            queue = guard;
            coming = queue.waiting.len() > before;
        }
        self.emptied.notify_all();
        Some(mem::take(&mut queue.waiting))
    }
}

/// Commits entries together; when one of them is refused, in halves, so that the others do not suffer for it.
fn commit(archive: &mut Archive, entries: &[NewEntry], promises: &[Promise]) {
    let error = match archive.append(entries) {
        Ok(range) => {
            range
                .zip(promises)
                .for_each(|(index, promise)| promise.keep(Ok(index)));
            return;
        }
        Err(error) if error.is_refusal() && entries.len() > 1 => {
            let middle = entries.len() / 2;
            commit(archive, &entries[..middle], &promises[..middle]);
            commit(archive, &entries[middle..], &promises[middle..]);
            return;
        }
        Err(error) => Arc::new(error),
    };
    for (place, (entry, promise)) in (0..).zip(entries.iter().zip(promises)) {
        promise.keep(match &*error {
            // Durable, and nothing of theirs is left to destroy.
            Error::ErasureUnfinished { entries, .. } if !entry.is_erasure() => {
                Ok(entries.start + place)
            }
            _ => Err(Arc::clone(&error)),
        });
    }
}

/// Lets nobody wait for a thread that has died. Its archive is gone: a panic may have left it half changed in memory.
struct CloseOnDrop(Arc<Shared>);

impl Drop for CloseOnDrop {
    fn drop(&mut self) {
        let mut queue = lock(&self.0.queue);
        queue.closed = true;
        queue.waiting.clear();
        drop(queue);
        self.0.emptied.notify_all();
        if thread::panicking() {
            *lock(&self.0.archive) = None;
        }
    }
}

/// Locks; a poisoned lock is taken all the same, because whoever panicked has been dealt with by `CloseOnDrop`.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn wait<'a, T>(condition: &Condvar, guard: MutexGuard<'a, T>) -> MutexGuard<'a, T> {
    condition
        .wait(guard)
        .unwrap_or_else(PoisonError::into_inner)
}
