//! One writer at a time, and a name to ask for.
//!
//! The lock is the operating system's, on the file `lock`: it ends with the process that holds it, however that ends, so a dead holder
//! never blocks. The file's text says who holds it; without a held lock the text means nothing.

use std::{
    fs::{File, OpenOptions, TryLockError},
    io::{Read, Seek, SeekFrom, Write},
    path::Path,
};

use super::durable::io_error;
use crate::{Doing, Error, Result};

/// Longest text of a holder that is read back, in bytes; ours are one line, and the file may have been written by anyone.
const HOLDER_LIMIT: u64 = 1_024;

/// The held lock. Dropping it lets the next writer in.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
}

impl Drop for Lock {
    /// Gives the lock back by name. Closing the file is not enough: a process that is being started from another thread at this moment
    /// has the file open too until it begins to run, and the next writer would find the archive locked by nobody.
    fn drop(&mut self) {
        // A lock that cannot be given back ends with the process.
        drop(self.file.unlock());
    }
}

impl Lock {
    /// Takes the lock and writes `holder` (who, process, since when) into it, or says who holds it.
    pub(super) fn acquire(path: &Path, holder: &str) -> Result<Self> {
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)
            .map_err(|error| io_error(Doing::Create, path, error))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(Error::Locked {
                    holder: read_holder(&mut file),
                });
            }
            Err(TryLockError::Error(error)) => return Err(io_error(Doing::Lock, path, error)),
        }
        write_holder(&mut file, holder).map_err(|error| io_error(Doing::Write, path, error))?;
        Ok(Self { file })
    }
}

/// What the holder wrote, as far as it can be read: on some systems a locked file cannot be.
fn read_holder(file: &mut File) -> String {
    let mut text = Vec::new();
    drop(file.take(HOLDER_LIMIT).read_to_end(&mut text));
    String::from_utf8_lossy(&text).trim().to_owned()
}

fn write_holder(file: &mut File, holder: &str) -> std::io::Result<()> {
    file.set_len(0)?;
    file.seek(SeekFrom::Start(0))?;
    writeln!(file, "{holder}")
}
