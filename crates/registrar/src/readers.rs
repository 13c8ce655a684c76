//! Reading strangers' files in processes of their own: one that has no files and no network, little memory and little time. Whatever
//! a file does to its reader, the program goes on, and says what happened.

mod apart;
mod confine;
mod message;

use std::{
    num::NonZero,
    path::{Path, PathBuf},
    sync::{Mutex, OnceLock, PoisonError, mpsc},
    thread,
};

use intake::{
    kind::{self, MediaType},
    likeness::{self, Likeness},
    limits::Limits,
    problem::{Finding, Problem},
    reading::Reading,
};
use serde::{Deserialize, Serialize};

use self::apart::Apart;
pub use self::{apart::serve, confine::Confined};

/// What one reader process may take. The defaults are ours: four times what the largest file that `Limits` lets through needs when it
/// is read, so that only a file that attacks its reader meets them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// Bytes of address space. Default 3 GiB; an answer may not be longer either.
    pub memory: u64,
    /// Seconds of processor time for all files together that one process reads; it is replaced when half of them may be gone.
    /// Default 240.
    pub processor: u64,
    /// Seconds by the clock for one file. Default 120.
    pub clock: f64,
}

impl Default for Bounds {
    fn default() -> Self {
        Self {
            memory: 3 << 30,
            processor: 240,
            clock: 120.0,
        }
    }
}

/// What came of reading one file.
#[derive(Clone, Debug)]
pub struct Answer {
    /// What kind of file it is.
    pub media_type: MediaType,
    /// What it says; `None` when nothing here reads its kind, or its reader did not live to tell.
    pub reading: Option<Reading>,
    /// Its prints, if they were wanted.
    pub likeness: Likeness,
    /// What became of the reader, if it did not finish.
    pub failure: Option<Problem>,
}

impl Answer {
    /// Everything that was wrong, the reader's own end included.
    pub fn problems(&self) -> impl Iterator<Item = &Problem> {
        let read = self.reading.iter().flat_map(|reading| &reading.problems);
        self.failure.iter().chain(read)
    }
}

/// A file to read.
#[derive(Clone, Debug)]
pub struct Job {
    /// Its name, without folders.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What is wanted of it beside what it says.
    pub wants: Wants,
}

/// What is wanted of a file beside what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wants {
    /// Nothing.
    Words,
    /// The bytes of the files inside it.
    Parts,
    /// Its prints, by which files that are like it are found.
    Likeness,
}

/// Those who read: other processes, or this one.
#[derive(Debug)]
pub struct Readers {
    /// The program that serves as a reader, and what makes it one; `None` reads here.
    program: Option<(PathBuf, Vec<String>)>,
    bounds: Bounds,
    limits: Limits,
    idle: Mutex<Vec<Apart>>,
    confined: OnceLock<Confined>,
}

/// The readers of this process.
static OF_THIS_PROCESS: OnceLock<Readers> = OnceLock::new();

/// The readers of this process: in processes of their own if `read_apart` was called before anything was read, else here.
pub fn readers() -> &'static Readers {
    OF_THIS_PROCESS.get_or_init(Readers::here)
}

/// From now on this process reads files in others: it starts `program` with `arguments`, which calls `serve`. Without effect when
/// something was read before.
pub fn read_apart(program: &Path, arguments: &[&str]) {
    OF_THIS_PROCESS.get_or_init(|| Readers::apart(program, arguments, Bounds::default()));
}

impl Readers {
    /// Reads in this process, where nothing confines it. For programs that read what they wrote themselves, such as tests.
    pub fn here() -> Self {
        Self {
            program: None,
            bounds: Bounds::default(),
            limits: Limits::default(),
            idle: Mutex::new(Vec::new()),
            confined: OnceLock::new(),
        }
    }

    /// Reads in processes of `program`, started with `arguments` and the bounds behind them.
    pub fn apart(program: &Path, arguments: &[&str], bounds: Bounds) -> Self {
        let arguments = arguments
            .iter()
            .map(|argument| (*argument).to_owned())
            .chain([bounds.memory.to_string(), bounds.processor.to_string()]);
        Self {
            program: Some((program.to_path_buf(), arguments.collect())),
            bounds,
            ..Self::here()
        }
    }

    /// Most bytes of a file that is read.
    pub fn limit(&self) -> u64 {
        self.limits.bytes as u64
    }

    /// How the readers are shut in, as the first of them found out by trying; `None` when none was needed yet, or they read here.
    pub fn confined(&self) -> Option<Confined> {
        self.confined.get().copied()
    }

    /// Reads one file.
    pub fn read(&self, job: &Job) -> Answer {
        let Some((program, arguments)) = &self.program else {
            let reading = intake::read(&job.bytes, &job.name, &self.limits);
            return Answer {
                media_type: kind::sniff(&job.bytes, &job.name),
                likeness: likeness::of(&job.bytes, reading.as_ref(), &self.limits),
                reading,
                failure: None,
            };
        };
        let answer = self
            .take_idle()
            .map_or_else(|| self.start(program, arguments), Ok)
            .and_then(|mut reader| {
                let answer = reader.ask(job, &self.limits)?;
                if !reader.is_worn() {
                    self.idle
                        .lock()
                        .unwrap_or_else(PoisonError::into_inner)
                        .push(reader);
                }
                Ok(answer)
            });
        answer.unwrap_or_else(|failed| Answer {
            media_type: kind::sniff(&job.bytes, &job.name),
            reading: None,
            likeness: Likeness::default(),
            failure: Some(failed.into()),
        })
    }

    /// Reads files on all cores as `jobs` hands them out, and gives what `keep` keeps of the answers, in that order; a `None` among the
    /// jobs gives a `None`. Of files that wait to be read only as many are held as there are cores.
    pub fn read_all<T: Send, E>(
        &self,
        jobs: impl Iterator<Item = Result<Option<Job>, E>>,
        keep: impl Fn(Answer) -> T + Sync,
    ) -> Result<Vec<Option<T>>, E> {
        let threads = thread::available_parallelism().map_or(1, NonZero::get);
        let (hand, waiting) = mpsc::sync_channel::<(usize, Job)>(threads);
        let waiting = Mutex::new(waiting);
        let answers = Mutex::new(Vec::new());
        let mut count = 0;
        thread::scope(|scope| {
            for _ in 0..threads {
                scope.spawn(|| {
                    loop {
                        let next = waiting
                            .lock()
                            .unwrap_or_else(PoisonError::into_inner)
                            .recv();
                        let Ok((index, job)) = next else { break };
                        let answer = keep(self.read(&job));
                        let mut answers = answers.lock().unwrap_or_else(PoisonError::into_inner);
                        answers.push((index, answer));
                    }
                });
            }
            // Handed over, so that it is dropped here and the threads end, whatever happens.
            let hand = hand;
            for job in jobs {
                if let Some(job) = job? {
                    // The threads wait for as long as `hand` lives.
                    let _ = hand.send((count, job));
                }
                count += 1;
            }
            Ok(())
        })?;
        let mut all: Vec<Option<T>> = (0..count).map(|_| None).collect();
        for (index, answer) in answers.into_inner().unwrap_or_else(PoisonError::into_inner) {
            all[index] = Some(answer);
        }
        Ok(all)
    }

    fn take_idle(&self) -> Option<Apart> {
        self.idle
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .pop()
    }

    fn start(&self, program: &Path, arguments: &[String]) -> Result<Apart, Failed> {
        let (reader, confined) = Apart::start(program, arguments, &self.bounds)?;
        let _ = self.confined.set(confined);
        Ok(reader)
    }
}

/// What became of a reader that did not finish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Failed {
    /// It could not be started, ended, or gave an answer that is none.
    Crashed {
        /// As far as it is known.
        cause: String,
    },
    /// It took longer than a file may take.
    TimedOut,
    /// It wanted more memory than it may have.
    OutOfMemory {
        /// Bytes that it may have.
        limit: u64,
    },
}

impl From<Failed> for Problem {
    fn from(failed: Failed) -> Self {
        match failed {
            Failed::Crashed { cause } => Finding::loss("reader-crashed").with("cause", cause),
            Failed::TimedOut => Finding::loss("reader-timed-out"),
            Failed::OutOfMemory { limit } => {
                Finding::loss("reader-out-of-memory").with("limit", limit >> 20)
            }
        }
        .into()
    }
}
