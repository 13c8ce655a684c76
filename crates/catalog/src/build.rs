//! A catalog built from the first entry on: one thread reads and prepares, another writes.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, SyncSender, sync_channel},
    thread,
};

use model::wire::v1::IdentifierKey;

use crate::{
    error::CatalogError,
    feed::{Applied, Fed},
    open::{Catalog, Origin, create, remove_files, settle},
    prepare::{Prepared, prepare},
    schema::{self, Use},
    write::{Known, Writer},
};

/// Entries that go to the writing thread at once: enough that handing over costs nothing beside the work.
const PORTION: usize = 256;

/// Portions that may wait for the writing thread, which bounds memory.
const WAITING: usize = 8;

/// What the writing thread is told. When the sender is gone before the end, nothing is completed.
#[derive(Debug)]
enum Message {
    Portion(Vec<Prepared>),
    End,
}

/// Takes entries for a catalog that is being built.
#[derive(Debug)]
pub struct Sink {
    sender: SyncSender<Message>,
    portion: Vec<Prepared>,
    key: IdentifierKey,
    position: u64,
}

impl Sink {
    /// Takes the next entries.
    pub fn take(&mut self, fed: &[Fed<'_>]) -> Result<(), CatalogError> {
        for fed in fed {
            if fed.index != self.position {
                return Err(CatalogError::Gap {
                    expected: self.position,
                    found: fed.index,
                });
            }
            self.portion.push(prepare(fed, &self.key)?);
            self.position += 1;
            if self.portion.len() == PORTION {
                self.hand_over()?;
            }
        }
        Ok(())
    }

    fn hand_over(&mut self) -> Result<(), CatalogError> {
        let portion = std::mem::replace(&mut self.portion, Vec::with_capacity(PORTION));
        self.send(Message::Portion(portion))
    }

    fn end(mut self) -> Result<(), CatalogError> {
        self.hand_over()?;
        self.send(Message::End)
    }

    /// The writing thread ends early only with an error of its own, which `rebuild` then reports in place of this one.
    fn send(&self, message: Message) -> Result<(), CatalogError> {
        self.sender.send(message).map_err(|_| CatalogError::Stopped)
    }
}

impl Catalog {
    /// Builds the catalog anew in the file `path` from what `feed` gives, which must be the whole ledger from entry 0 on.
    ///
    /// The file that was there is untouched until the new one is complete, and then gone: nothing that `feed` no longer
    /// gives is left. If anything fails, the old file stays. `E` is the caller's own error.
    pub fn rebuild<E: From<CatalogError>>(
        path: &Path,
        origin: Origin,
        feed: impl FnOnce(&mut Sink) -> Result<(), E>,
    ) -> Result<(Self, Applied), E> {
        let unfinished = beside(path);
        remove_files(&unfinished)?;
        let built = build(&unfinished, origin, feed);
        match built {
            Ok(applied) => {
                replace(&unfinished, path)?;
                let (catalog, _) = Self::open(path, origin)?;
                Ok((catalog, applied))
            }
            Err(error) => {
                // The first error is the one to tell.
                let _ = remove_files(&unfinished);
                Err(error)
            }
        }
    }
}

fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".new");
    PathBuf::from(name)
}

fn replace(unfinished: &Path, path: &Path) -> Result<(), CatalogError> {
    let failed = |source| CatalogError::File {
        path: path.to_path_buf(),
        source,
    };
    // Durable before it takes the place of the old one, so that no power cut leaves a torn file under the right name.
    fs::File::open(unfinished)
        .and_then(|file| file.sync_all())
        .map_err(failed)?;
    remove_files(path)?;
    fs::rename(unfinished, path).map_err(failed)
}

fn build<E: From<CatalogError>>(
    path: &Path,
    origin: Origin,
    feed: impl FnOnce(&mut Sink) -> Result<(), E>,
) -> Result<Applied, E> {
    thread::scope(|scope| {
        let (sender, receiver) = sync_channel(WAITING);
        let writing = scope.spawn(move || write_all(path, origin, &receiver));
        let mut sink = Sink {
            sender,
            portion: Vec::with_capacity(PORTION),
            key: IdentifierKey::new(&origin.key),
            position: 0,
        };
        let fed = feed(&mut sink).and_then(|()| sink.end().map_err(E::from));
        let written = match writing.join() {
            Ok(written) => written,
            Err(panic) => std::panic::resume_unwind(panic),
        };
        // A failure of the writing thread comes before what the feeder saw of it.
        let applied = written?;
        fed.map(|()| applied)
    })
}

fn write_all(
    path: &Path,
    origin: Origin,
    messages: &Receiver<Message>,
) -> Result<Applied, CatalogError> {
    let connection = schema::connect(Some(path), Use::Creating)?;
    connection.execute_batch(schema::BUILDING)?;
    create(&connection, origin)?;
    connection.execute_batch("BEGIN")?;
    schema::begin_bulk(&connection)?;
    let mut writer = Writer::new(&connection, Known::nothing(), &origin.key)?;
    loop {
        match messages.recv() {
            Ok(Message::Portion(portion)) => {
                for prepared in portion {
                    writer.write(prepared)?;
                }
            }
            Ok(Message::End) => break,
            Err(_) => return Ok(Applied::default()),
        }
    }
    let (applied, due) = writer.finish()?;
    schema::end_bulk(&connection)?;
    settle(&connection, due, applied.entries)?;
    connection.execute_batch("COMMIT")?;
    Ok(applied)
}
