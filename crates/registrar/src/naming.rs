//! Could two names be one? A file of pairs of any length gets a score and the reasons for it; one name is shown in its parts
//! (docs/formats/match.md).

mod pairs;
#[cfg(test)]
mod tests;

use std::{
    borrow::Cow,
    io::{self, Write},
    path::{Path, PathBuf},
    sync::mpsc,
    thread,
};

use names::{
    compare::{Comparer, Reason},
    normal::JOINT,
    rarity::Rarity,
    register::Names,
    script::{self, Script},
};

pub use names::part::{Parsed, Part, Role, parse};

use crate::{
    error::{Error, Result},
    linking::{self, Trouble},
    stream::Sink,
};
use pairs::{Chunk, Pairs, Row};

/// Pairs that are read at once and scored by one thread.
const CHUNK: usize = 1 << 14;

/// Chunks that wait for each thread.
const WAITING: usize = 2;

/// Distinct names that a thread remembers before it begins anew, so that a file of any length fits.
const REMEMBERED: usize = 1 << 18;

/// What is to be scored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScoreOptions {
    /// The pairs, one a line: `left`, tab, `right`, and whatever else; `-` is standard input.
    pub pairs: PathBuf,
    /// Where the scored pairs go; `None`: to the writer that is handed over.
    pub out: Option<PathBuf>,
    /// Threads; `None`: as many as the machine has. Changes nothing but the time.
    pub threads: Option<usize>,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scored {
    /// Lines read, without header and blank lines.
    pub rows: u64,
    /// Pairs that have a score.
    pub pairs: u64,
    /// Rows that have none, and rows taken with a flag, by kind.
    pub troubles: Vec<Trouble>,
}

/// Scores pairs of names, in the order of the file.
pub fn score(
    options: &ScoreOptions,
    elsewhere: &mut (dyn Write + Send),
    progress: &mut dyn FnMut(u64),
) -> Result<Scored> {
    if let Some(out) = &options.out {
        linking::refuse_same(&[&options.pairs], &[out])?;
    }
    let mut pairs = Pairs::open(&options.pairs)?;
    let mut target = match &options.out {
        Some(path) => Target::File(Sink::create(path)?),
        None => Target::Elsewhere(elsewhere),
    };
    if let Some(header) = pairs.header() {
        target.write(&[header, b"\tscore\twhy\n"].concat())?;
    }
    let threads = linking::threads(options.threads);
    let mut done = 0;
    thread::scope(|scope| -> Result<()> {
        let workers: Vec<Worker> = (0..threads)
            .map(|_| {
                let (send, chunks) = mpsc::sync_channel::<Chunk>(WAITING);
                let (texts, receive) = mpsc::channel();
                scope.spawn(move || {
                    let mut scorer = Scorer::default();
                    for chunk in chunks {
                        if texts.send(scorer.lines(&chunk)).is_err() {
                            return;
                        }
                    }
                });
                Worker { send, receive }
            })
            .collect();
        let (mut sent, mut written) = (0, 0);
        loop {
            let chunk = pairs.chunk(CHUNK)?;
            let ended = chunk.is_none();
            if let Some(chunk) = chunk {
                workers[sent % threads].send(chunk);
                sent += 1;
            }
            // Chunks are taken back in the order in which they were read.
            while written < sent && (ended || written + threads * WAITING <= sent) {
                let (text, rows) = workers[written % threads].receive();
                written += 1;
                done += rows;
                if !target.write(&text)? {
                    return Ok(());
                }
                progress(done);
            }
            if ended {
                return Ok(());
            }
        }
    })?;
    target.finish()?;
    let (rows, scored, troubles) = pairs.finish();
    Ok(Scored {
        rows,
        pairs: scored,
        troubles,
    })
}

/// One thread, from the side of whoever feeds it. It ends when this is dropped.
struct Worker {
    send: mpsc::SyncSender<Chunk>,
    receive: mpsc::Receiver<(Vec<u8>, u64)>,
}

impl Worker {
    fn send(&self, chunk: Chunk) {
        // A thread that has panicked takes nothing; the scope passes its panic on.
        let _ = self.send.send(chunk);
    }

    fn receive(&self) -> (Vec<u8>, u64) {
        self.receive.recv().unwrap_or_default()
    }
}

/// Where scored pairs go.
enum Target<'t> {
    File(Sink),
    Elsewhere(&'t mut (dyn Write + Send)),
}

impl Target<'_> {
    /// Writes on; `false` when the reader went away, which is no error.
    fn write(&mut self, bytes: &[u8]) -> Result<bool> {
        match self {
            Self::File(sink) => sink.write(bytes).map(|()| true),
            Self::Elsewhere(writer) => match writer.write_all(bytes) {
                Ok(()) => Ok(true),
                Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(false),
                Err(error) => Err(Error::io(Path::new("-"), error)),
            },
        }
    }

    fn finish(self) -> Result<()> {
        match self {
            Self::File(sink) => sink.finish(),
            Self::Elsewhere(_) => Ok(()),
        }
    }
}

/// Scores the pairs of chunks, one after the other.
#[derive(Default)]
struct Scorer {
    names: Names,
}

impl Scorer {
    /// The lines of a chunk with score and reasons, and how many there are.
    fn lines(&mut self, chunk: &Chunk) -> (Vec<u8>, u64) {
        if self.names.len() > REMEMBERED {
            self.names = Names::new();
        }
        let rows: Vec<Row<'_>> = chunk.rows().collect();
        let read: Vec<_> = rows
            .iter()
            .map(|row| {
                let (left, right) = row.pair.as_ref()?;
                Some((self.names.add(left), self.names.add(right)))
            })
            .collect();
        // Rarity says how much an agreement is worth among the names of a list, not whether two spellings are of one name:
        // it is no part of the score.
        let rarity = Rarity::default();
        let mut comparer = Comparer::new(&self.names, &rarity);
        let mut text = Vec::with_capacity(chunk.len() * 2);
        for (row, pair) in rows.iter().zip(read) {
            text.extend_from_slice(row.line);
            if let Some((left, right)) = pair {
                let score = comparer.compare(left, right).score;
                // Writing into a vector does not fail.
                let _ = write!(text, "\t{score:.4}\t");
                because(&mut text, &comparer.explain(left, right));
            } else if !row.line.is_empty() {
                text.extend_from_slice(b"\t\t");
            }
            text.push(b'\n');
        }
        (text, rows.len() as u64)
    }
}

/// `mostafa=مصطفی 5.2; pour mohammadi=پورمحمدی 8.1 (joined)`: the parts that met, then what it says in bits. A part that met
/// none has nothing on the other side; what order and contradiction of the whole cost has nothing on either.
fn because(text: &mut Vec<u8>, reasons: &[Reason]) {
    for (place, reason) in reasons.iter().enumerate() {
        if place > 0 {
            text.extend_from_slice(b"; ");
        }
        let joined = if reason.joined { " (joined)" } else { "" };
        let _ = if reason.left.is_empty() && reason.right.is_empty() {
            write!(text, "order {:.1}", reason.bits)
        } else {
            let (left, right) = (shown(&reason.left), shown(&reason.right));
            write!(text, "{left}={right} {:.1}{joined}", reason.bits)
        };
    }
}

/// A part as people read it: the sign between parts of a word is invisible where its script does not know it.
pub fn shown(part: &str) -> Cow<'_, str> {
    if part.contains(JOINT) && script::of(part) != Some(Script::Arabic) {
        part.replace(JOINT, " ").into()
    } else {
        part.into()
    }
}
