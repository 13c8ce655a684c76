//! Reading what lies on disk, and writing an output folder without touching what has not changed.

use std::{
    collections::BTreeSet,
    fs::{self, File},
    io::{self, Read as _},
    path::{Path, PathBuf},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use crate::error::{Error, Result};

/// Reads a file that must fit in memory; refuses one of more than `limit` bytes before reading on.
pub(crate) fn read(path: &Path, limit: u64) -> Result<Vec<u8>> {
    let file = File::open(path).map_err(|source| Error::io(path, source))?;
    let mut bytes = Vec::new();
    file.take(limit + 1)
        .read_to_end(&mut bytes)
        .map_err(|source| Error::io(path, source))?;
    if bytes.len() as u64 > limit {
        Err(Error::TooLarge {
            path: path.to_path_buf(),
            limit,
        })
    } else {
        Ok(bytes)
    }
}

/// Writes a file and the folders it needs.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<()> {
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder).map_err(|source| Error::io(folder, source))?;
    fs::write(path, bytes).map_err(|source| Error::io(path, source))
}

/// Reads a text file of settings, which must be UTF-8.
pub(crate) fn read_settings(path: &Path) -> Result<String> {
    let bytes = read(path, 16 << 20)?;
    String::from_utf8(bytes).map_err(|error| Error::Io {
        path: path.to_path_buf(),
        source: io::Error::new(io::ErrorKind::InvalidData, error.utf8_error()),
    })
}

/// The files at `path`: itself, or everything below it in order of name. Links are not followed out of the folder.
pub(crate) fn walk(path: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    let kind = fs::metadata(path).map_err(|source| Error::io(path, source))?;
    if !kind.is_dir() {
        found.push(path.to_path_buf());
        return Ok(());
    }
    let mut children = fs::read_dir(path)
        .and_then(|children| {
            children
                .map(|child| child.map(|child| child.path()))
                .collect::<io::Result<Vec<_>>>()
        })
        .map_err(|source| Error::io(path, source))?;
    children.sort();
    for child in children {
        let kind = fs::symlink_metadata(&child).map_err(|source| Error::io(&child, source))?;
        if kind.is_dir() {
            walk(&child, found)?;
        } else if kind.is_file() {
            found.push(child);
        }
    }
    Ok(())
}

/// An output folder that is brought to a new state: same bytes are left alone, what no longer belongs there is removed.
///
/// A file that holds the names of everything written makes sure that nothing else is ever removed.
#[derive(Debug)]
pub(crate) struct OutputFolder {
    root: PathBuf,
    before: BTreeSet<String>,
    written: Mutex<BTreeSet<String>>,
    bytes: AtomicU64,
    unchanged: AtomicU64,
}

/// Where an output folder keeps the names of what it wrote.
const CONTENTS: &str = ".cenotaph-files";

impl OutputFolder {
    /// Takes `root`, which must be absent, empty, or an output folder.
    pub(crate) fn take(root: &Path) -> Result<Self> {
        fs::create_dir_all(root).map_err(|source| Error::io(root, source))?;
        let before = match fs::read_to_string(root.join(CONTENTS)) {
            Ok(names) => names.lines().map(str::to_owned).collect(),
            Err(_) => {
                let mut children = fs::read_dir(root).map_err(|source| Error::io(root, source))?;
                if children.next().is_some() {
                    return Err(Error::Exists {
                        path: root.to_path_buf(),
                    });
                }
                BTreeSet::new()
            }
        };
        // Written before the first page, so that an interrupted run can be taken up again.
        fs::write(
            root.join(CONTENTS),
            before
                .iter()
                .map(|name| format!("{name}\n"))
                .collect::<String>(),
        )
        .map_err(|source| Error::io(&root.join(CONTENTS), source))?;
        Ok(Self {
            root: root.to_path_buf(),
            before,
            written: Mutex::default(),
            bytes: AtomicU64::new(0),
            unchanged: AtomicU64::new(0),
        })
    }

    /// Writes one file, unless it is there with the same bytes. May be called from several threads.
    pub(crate) fn put(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let path = self.root.join(name);
        let same = self.before.contains(name)
            && fs::metadata(&path).is_ok_and(|facts| facts.len() == bytes.len() as u64)
            && fs::read(&path).is_ok_and(|before| before == bytes);
        if same {
            self.unchanged.fetch_add(1, Ordering::Relaxed);
        } else {
            match fs::write(&path, bytes) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    fs::create_dir_all(path.parent().unwrap_or(&self.root))?;
                    fs::write(&path, bytes)?;
                }
                other => other?,
            }
        }
        self.bytes.fetch_add(bytes.len() as u64, Ordering::Relaxed);
        self.written
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(name.to_owned());
        Ok(())
    }

    /// Removes what was there before and was not written now, and notes what is there.
    /// Returns files written, bytes, files unchanged, files removed.
    pub(crate) fn finish(self) -> Result<(u64, u64, u64, u64)> {
        let written = self
            .written
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner);
        let mut removed = 0;
        for name in self.before.difference(&written) {
            removed += u64::from(fs::remove_file(self.root.join(name)).is_ok());
        }
        let contents = self.root.join(CONTENTS);
        fs::write(
            &contents,
            written
                .iter()
                .map(|name| format!("{name}\n"))
                .collect::<String>(),
        )
        .map_err(|source| Error::io(&contents, source))?;
        Ok((
            written.len() as u64,
            self.bytes.into_inner(),
            self.unchanged.into_inner(),
            removed,
        ))
    }
}
