//! Files that are there wholly or not at all, and still there after the power fails.
//!
//! The system calls of a durable write are: create the temporary file, write, fsync it, rename it, fsync the folder (and the folder above
//! every folder that was made). Temporary files are named `.new-*` and lie directly in the folder given as `staging`, so that finding
//! those of an interrupted run means listing one folder.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
    sync::atomic::{AtomicU64, Ordering},
};

use crate::{Doing, Error, Result};

const TEMPORARY: &str = ".new-";

/// Tells temporary files of one process apart. Processes are told apart by the archive's lock.
static NEXT: AtomicU64 = AtomicU64::new(0);

/// The error of a failed system call.
pub(super) fn io_error(doing: Doing, path: &Path, source: io::Error) -> Error {
    let path = path.to_owned();
    match source.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
            Error::DiskFull { path }
        }
        io::ErrorKind::ReadOnlyFilesystem => Error::ReadOnly { path },
        _ => Error::Io {
            doing,
            path,
            source,
        },
    }
}

/// A temporary file that is removed again unless it is moved into place.
#[derive(Debug)]
pub(super) struct Temporary {
    path: PathBuf,
    file: Option<File>,
}

impl Temporary {
    pub(super) fn new(staging: &Path) -> Result<Self> {
        loop {
            let number = NEXT.fetch_add(1, Ordering::Relaxed);
            let path = staging.join(format!("{TEMPORARY}{number}"));
            match OpenOptions::new().write(true).create_new(true).open(&path) {
                Ok(file) => {
                    return Ok(Self {
                        path,
                        file: Some(file),
                    });
                }
                // A leftover that has not been removed yet; it is not ours to touch here.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(io_error(Doing::Create, &path, error)),
            }
        }
    }

    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<()> {
        match &mut self.file {
            Some(file) => file
                .write_all(bytes)
                .map_err(|error| io_error(Doing::Write, &self.path, error)),
            None => Ok(()),
        }
    }

    /// Makes the content durable and moves the file to `target`. The caller syncs the folder of `target`.
    pub(super) fn settle(mut self, target: &Path, read_only: bool) -> Result<()> {
        let Some(file) = self.file.take() else {
            return Ok(());
        };
        let settled = Self::settle_file(&file, &self.path, target, read_only);
        if settled.is_err() {
            // Put back so that dropping removes the file.
            self.file = Some(file);
        }
        settled
    }

    fn settle_file(file: &File, path: &Path, target: &Path, read_only: bool) -> Result<()> {
        if read_only {
            set_read_only(file, true).map_err(|error| io_error(Doing::Write, path, error))?;
        }
        file.sync_all()
            .map_err(|error| io_error(Doing::Sync, path, error))?;
        fs::rename(path, target).map_err(|error| io_error(Doing::Rename, target, error))
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        if self.file.take().is_some() {
            // Failing to remove it is harmless: the next opening does.
            drop(fs::remove_file(&self.path));
        }
    }
}

/// Forbids or allows writing to a file, for its owner too.
pub(super) fn set_read_only(file: &File, read_only: bool) -> io::Result<()> {
    let mut permissions = file.metadata()?.permissions();
    #[cfg(unix)]
    std::os::unix::fs::PermissionsExt::set_mode(
        &mut permissions,
        if read_only { 0o444 } else { 0o644 },
    );
    #[cfg(not(unix))]
    permissions.set_readonly(read_only);
    file.set_permissions(permissions)
}

/// Replaces `target` by `bytes`. The caller syncs the folder of `target`.
pub(super) fn replace(staging: &Path, target: &Path, bytes: &[u8]) -> Result<()> {
    let mut temporary = Temporary::new(staging)?;
    temporary.write(bytes)?;
    temporary.settle(target, false)
}

/// Makes a folder and those above it, durably. One that exists is left as it is.
pub(super) fn make_dir(path: &Path) -> Result<()> {
    if path.is_dir() {
        return Ok(());
    }
    let parent = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    make_dir(parent)?;
    match fs::create_dir(path) {
        Ok(()) => sync_dir(parent),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(io_error(Doing::Create, path, error)),
    }
}

/// Makes a folder that its owner alone may enter.
pub(super) fn make_private_dir(path: &Path) -> Result<()> {
    make_dir(path)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(path, fs::Permissions::from_mode(0o700))
            .map_err(|error| io_error(Doing::Write, path, error))?;
    }
    Ok(())
}

/// Makes the names in a folder durable.
pub(super) fn sync_dir(path: &Path) -> Result<()> {
    // Windows offers no handle to a folder to sync; NTFS journals names by itself.
    #[cfg(unix)]
    File::open(path)
        .and_then(|dir| dir.sync_all())
        .map_err(|error| io_error(Doing::Sync, path, error))?;
    Ok(())
}

/// The bytes of a file; `None` when there is none.
pub(super) fn read_if_there(path: &Path) -> Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if is_absence(&error) => Ok(None),
        Err(error) => Err(io_error(Doing::Read, path, error)),
    }
}

/// Removes a file; `false` when there was none. The caller syncs its folder.
pub(super) fn remove_if_there(path: &Path) -> Result<bool> {
    match fs::remove_file(path) {
        Ok(()) => Ok(true),
        Err(error) if is_absence(&error) => Ok(false),
        Err(error) => Err(io_error(Doing::Remove, path, error)),
    }
}

/// Whether a failed call says that there is no such file, or no such folder above it.
pub(super) fn is_absence(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}

/// Whether a name is that of a temporary file.
pub(super) fn is_leftover(name: &str) -> bool {
    name.starts_with(TEMPORARY)
}

/// Removes the temporary files directly in a folder and returns their paths, sorted.
pub(super) fn remove_leftovers(dir: &Path) -> Result<Vec<PathBuf>> {
    let mut removed = Vec::new();
    for entry in fs::read_dir(dir).map_err(|error| io_error(Doing::List, dir, error))? {
        let entry = entry.map_err(|error| io_error(Doing::List, dir, error))?;
        if is_leftover(&entry.file_name().to_string_lossy()) && remove_if_there(&entry.path())? {
            removed.push(entry.path());
        }
    }
    removed.sort();
    Ok(removed)
}
