//! A reader in a process of its own, seen from both sides: the one that asks, and the process that is asked.

use std::{
    io::{self, Read, Write},
    os::{fd::AsFd, unix::process::ExitStatusExt as _},
    panic::resume_unwind,
    path::Path,
    process::{Child, ChildStdin, ChildStdout, Command, ExitStatus, Stdio},
    thread,
};

use intake::{
    kind,
    likeness::{self, Likeness},
    limits::Limits,
};
use rustix::event::{PollFd, PollFlags, Timespec, poll};

use super::{
    Answer, Bounds, Failed, Job, Wants,
    confine::{Before, Confined, confine, confine_before},
    message::{self, Ask, Told},
};
use crate::surroundings::Stopwatch;

/// So much of what a reader says when it dies is read.
const LAST_WORDS: u64 = 4096;

/// The stack on which files are read, in bytes: what a reader of nested structures needs for the depths that `Limits` lets through.
const STACK: usize = 64 << 20;

/// What Rust's runtime says when memory cannot be had, before it ends the process; and what its pipes say.
const NO_MEMORY: [&str; 2] = ["memory allocation of", "out of memory"];

/// A reader that was started.
#[derive(Debug)]
pub(super) struct Apart {
    child: Child,
    asked: ChildStdin,
    told: ChildStdout,
    bounds: Bounds,
    /// Seconds by the clock that it has worked.
    worked: f64,
}

impl Apart {
    /// Starts a reader and waits until it has shut itself in.
    pub(super) fn start(
        program: &Path,
        arguments: &[String],
        bounds: &Bounds,
    ) -> Result<(Self, Confined), Failed> {
        let not_started = |cause: &dyn ToString| Failed::Crashed {
            cause: cause.to_string(),
        };
        let mut child = Command::new(program)
            .args(arguments)
            .env_clear()
            // The program's allocator would set a GiB of addresses aside before it is asked for any, and the bound counts them.
            .env("MIMALLOC_ARENA_RESERVE", "0")
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| not_started(&error))?;
        let (Some(asked), Some(told)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(not_started(&"no pipes"));
        };
        let mut reader = Self {
            child,
            asked,
            told,
            bounds: *bounds,
            worked: 0.0,
        };
        // The pipe to the reader must not hold this program up when the reader does not take what is in it.
        rustix::io::ioctl_fionbio(&reader.asked, true).map_err(|error| not_started(&error))?;
        let mut told = Timed::new(&mut reader.told, bounds.clock);
        match message::read(&mut told, message::ASK, 0) {
            Ok(Some((confined, _))) => Ok((reader, confined)),
            Ok(None) => Err(reader.post_mortem(None)),
            Err(error) => Err(reader.post_mortem(Some(&error))),
        }
    }

    /// Hands a file to the reader and waits for its answer. After an error the reader is dead.
    pub(super) fn ask(&mut self, job: &Job, limits: &Limits) -> Result<Answer, Failed> {
        let ask = Ask {
            name: job.name.clone(),
            limits: *limits,
            wants: job.wants,
        };
        let watch = Stopwatch::start();
        let mut pipe = Timed::new(&mut self.asked, self.bounds.clock);
        let sent = message::write(&mut pipe, &ask, [job.bytes.as_slice()].into_iter());
        let left = self.bounds.clock - watch.seconds();
        let mut told = Timed::new(&mut self.told, left);
        let most = self.bounds.memory;
        let answer = sent.and_then(|()| message::read::<Told>(&mut told, most, most));
        self.worked += watch.seconds();
        match answer {
            Ok(Some((told, behind))) => Ok(answer_of(told, &behind)),
            Ok(None) => Err(self.post_mortem(None)),
            Err(error) => Err(self.post_mortem(Some(&error))),
        }
    }

    /// Whether half of the processor time that it has may be gone, so that the next file might not get its share.
    pub(super) fn is_worn(&self) -> bool {
        self.worked * 2.0 > self.bounds.processor as f64
    }

    /// Ends the reader, if it has not ended, and says why there is no answer.
    fn post_mortem(&mut self, error: Option<&io::Error>) -> Failed {
        if error.is_some_and(|error| error.kind() == io::ErrorKind::TimedOut) {
            self.end();
            return Failed::TimedOut;
        }
        // A reader that broke the pipe is about to end by itself, with a reason; one that talks nonsense must be ended.
        let talks = error.is_some_and(|error| error.kind() == io::ErrorKind::InvalidData);
        if talks {
            self.end();
        }
        let status = self.child.wait();
        let mut words = Vec::new();
        if let Some(stderr) = self.child.stderr.take() {
            let _ = stderr.take(LAST_WORDS).read_to_end(&mut words);
        }
        let words = String::from_utf8_lossy(&words);
        if NO_MEMORY.iter().any(|said| words.contains(said)) {
            return Failed::OutOfMemory {
                limit: self.bounds.memory,
            };
        }
        match (talks, status) {
            (true, _) => Failed::Crashed {
                cause: error.map(ToString::to_string).unwrap_or_default(),
            },
            (false, Ok(status)) if status.signal() == Some(libc::SIGXCPU) => Failed::TimedOut,
            (false, Ok(status)) => Failed::Crashed {
                cause: cause(status, &words),
            },
            (false, Err(error)) => Failed::Crashed {
                cause: error.to_string(),
            },
        }
    }

    fn end(&mut self) {
        // It can only fail because the process has ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Apart {
    fn drop(&mut self) {
        self.end();
    }
}

/// How a process ended, and the first line of what it said, without anything that a terminal would obey.
fn cause(status: ExitStatus, words: &str) -> String {
    let said = words.lines().find(|line| !line.trim().is_empty());
    let said: String = said
        .unwrap_or_default()
        .chars()
        .filter(|c| !c.is_control())
        .collect();
    if said.is_empty() {
        status.to_string()
    } else {
        format!("{status}: {said}")
    }
}

fn answer_of(told: Told, mut behind: &[u8]) -> Answer {
    let mut reading = told.reading;
    let parts = reading.iter_mut().flat_map(|reading| &mut reading.parts);
    for (part, length) in parts.zip(&told.parts) {
        let Some(length) = length else { continue };
        let Some((own, rest)) = behind.split_at_checked(*length as usize) else {
            break;
        };
        part.bytes = Some(own.to_vec());
        behind = rest;
    }
    Answer {
        media_type: told.media_type,
        reading,
        likeness: told.likeness,
        failure: None,
    }
}

/// A pipe that gives up when its time is over.
struct Timed<'a, P> {
    pipe: &'a mut P,
    watch: Stopwatch,
    seconds: f64,
}

impl<'a, P: AsFd> Timed<'a, P> {
    fn new(pipe: &'a mut P, seconds: f64) -> Self {
        Self {
            pipe,
            watch: Stopwatch::start(),
            seconds,
        }
    }

    /// Waits until the pipe is ready, at most for what is left of the time.
    fn wait(&self, ready: PollFlags) -> io::Result<()> {
        loop {
            let left = (self.seconds - self.watch.seconds()).max(0.0);
            let left = Timespec {
                tv_sec: left as i64,
                tv_nsec: (left.fract() * 1e9) as i64,
            };
            let mut watched = [PollFd::new(self.pipe, ready)];
            match poll(&mut watched, Some(&left)) {
                Ok(0) => return Err(io::ErrorKind::TimedOut.into()),
                Ok(_) => return Ok(()),
                Err(rustix::io::Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
}

impl<P: AsFd + Read> Read for Timed<'_, P> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.wait(PollFlags::IN)?;
        self.pipe.read(buffer)
    }
}

impl<P: AsFd + Write> Write for Timed<'_, P> {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        loop {
            self.wait(PollFlags::OUT)?;
            match self.pipe.write(buffer) {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                other => return other,
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.pipe.flush()
    }
}

/// The life of a reader: shuts itself in, says how well, and reads what it is handed until there is nothing more. `memory` in bytes,
/// `processor` in seconds.
pub fn serve(memory: u64, processor: u64) -> io::Result<()> {
    let before = confine_before(memory, processor);
    // On a thread of its own for its stack; readers cannot start one themselves.
    let reader = thread::Builder::new()
        .stack_size(STACK)
        .spawn(move || serve_confined(before, memory))?;
    match reader.join() {
        Ok(done) => done,
        Err(panic) => resume_unwind(panic),
    }
}

fn serve_confined(before: Before, memory: u64) -> io::Result<()> {
    let confined = confine(before);
    let (mut asked, mut told) = (io::stdin().lock(), io::stdout().lock());
    message::write(&mut told, &confined, std::iter::empty())?;
    while let Some((ask, bytes)) = message::read::<Ask>(&mut asked, message::ASK, memory)? {
        let mut reading = intake::read(&bytes, &ask.name, &ask.limits);
        let likeness = match ask.wants {
            Wants::Likeness => likeness::of(&bytes, reading.as_ref(), &ask.limits),
            Wants::Words | Wants::Parts => Likeness::default(),
        };
        if ask.wants != Wants::Parts {
            let parts = reading.iter_mut().flat_map(|reading| &mut reading.parts);
            parts.for_each(|part| part.bytes = None);
        }
        let mut told_now = Told {
            media_type: kind::sniff(&bytes, &ask.name),
            reading,
            likeness,
            parts: Vec::new(),
        };
        drop(bytes);
        let parts: Vec<Option<Vec<u8>>> = told_now
            .reading
            .iter_mut()
            .flat_map(|reading| &mut reading.parts)
            .map(|part| part.bytes.take())
            .collect();
        let length = |part: &Option<Vec<u8>>| part.as_ref().map(|bytes| bytes.len() as u64);
        told_now.parts = parts.iter().map(length).collect();
        let behind = parts.iter().flatten().map(Vec::as_slice);
        message::write(&mut told, &told_now, behind)?;
    }
    Ok(())
}
