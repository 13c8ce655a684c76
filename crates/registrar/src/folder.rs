//! The folder that visitors see: brought to a new state in one step, with everything unchanged left alone.
//!
//! Beside the folder `NAME` lies its twin `.NAME.next`, which shares the bytes of unchanged files with it (hard links). A new
//! state is made in the twin, and the two change places at once. The twin then lacks only what was just changed, so that the
//! next time costs as much as what changes. Killed at any point, visitors see the old state or the new one.

mod twin;

use std::{
    collections::BTreeSet,
    fs::{self, File, OpenOptions},
    io::{self, Write as _},
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use proof::digest::Digest;
use rustix::fs::{CWD, FlockOperation, RenameFlags, flock, renameat_with};

use crate::{
    error::{Error, Result},
    manifest::{self, Listed, Manifest},
};
use twin::Twin;

/// Tells a folder of ours from others'. Held the names of all files before there was a manifest.
const MARK: &str = ".cenotaph-files";

/// What the mark says now.
const MARK_TEXT: &str = "The files of this exhibition are listed in manifest.txt.\n";

/// An output folder on its way to a new state. Dropped before `switch`, it leaves everything as it was.
#[derive(Debug)]
pub(crate) struct OutputFolder {
    root: PathBuf,
    twin: Twin,
    /// What visitors see now.
    before: Manifest,
    /// Of these, what is not there any more.
    missing: BTreeSet<String>,
    written: Mutex<Written>,
    /// Held to the end, so that two writers wait for each other.
    _lock: File,
}

#[derive(Debug, Default)]
struct Written {
    /// Files made anew.
    made: Vec<Listed>,
    /// Places in `before` of files left alone.
    kept: Vec<usize>,
}

/// A new state that is ready to be shown.
#[derive(Debug)]
pub(crate) struct Ready {
    root: PathBuf,
    twin: Twin,
    before: Manifest,
    changed: Vec<String>,
    /// Its files.
    pub(crate) manifest: Manifest,
    /// Files that were there with the same bytes already.
    pub(crate) unchanged: u64,
    /// Paths of an earlier state that are gone.
    pub(crate) removed: u64,
    _lock: File,
}

impl OutputFolder {
    /// Takes `given`, which must be absent, empty, or an output folder.
    pub(crate) fn take(given: &Path) -> Result<Self> {
        let root = place_of(given)?;
        let parent = root.parent().unwrap_or(&root);
        let lock = File::open(parent).map_err(|source| Error::io(parent, source))?;
        flock(&lock, FlockOperation::LockExclusive)
            .map_err(|error| Error::io(parent, error.into()))?;
        twin::recover(&root)?;
        let before = standing(&root).map_err(|error| match error {
            // As it was typed, not as it was found.
            Error::Exists { .. } => Error::Exists {
                path: given.to_path_buf(),
            },
            other => other,
        })?;
        let seen = twin::survey(&root, &before)?;
        let twin = Twin::prepare(&root, &before, &seen)?;
        Ok(Self {
            root,
            twin,
            before,
            missing: seen.missing,
            written: Mutex::default(),
            _lock: lock,
        })
    }

    /// What visitors see now.
    pub(crate) fn before(&self) -> &Manifest {
        &self.before
    }

    /// Writes one file, unless it is there with the same bytes. May be called from several threads.
    pub(crate) fn put(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        if !manifest::is_inside(path) {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, path));
        }
        let digest = Digest::of(bytes);
        let place = self.standing(path);
        let same = place.filter(|place| {
            self.before
                .line(*place)
                .is_some_and(|line| line.digest == digest.to_string())
        });
        if let Some(place) = same {
            self.written().kept.push(place);
            return Ok(());
        }
        self.twin.write(path, bytes)?;
        self.written().made.push(Listed {
            path: path.to_owned(),
            digest,
            size: bytes.len() as u64,
        });
        Ok(())
    }

    /// Keeps what is there at `path`; `false` when nothing is.
    pub(crate) fn keep(&self, path: &str) -> bool {
        let Some(place) = self.standing(path) else {
            return false;
        };
        self.written().kept.push(place);
        true
    }

    /// Ends the writing: what was there before and is not part of the new state is left out of it.
    pub(crate) fn finish(self) -> Result<Ready> {
        let Self {
            root,
            twin,
            before,
            written,
            _lock,
            ..
        } = self;
        let Written { made, mut kept } =
            written.into_inner().unwrap_or_else(PoisonError::into_inner);
        kept.sort_unstable();
        kept.dedup();
        let mut changed: Vec<String> = made.iter().map(|file| file.path.clone()).collect();
        let unchanged = kept.len() as u64;
        let manifest = before.with(&kept, made);
        let gone = before.difference(&manifest).removed;
        for path in &gone {
            twin.remove(path)?;
        }
        let removed = gone.len() as u64;
        changed.extend(gone);
        Ok(Ready {
            root,
            twin,
            before,
            changed,
            manifest,
            unchanged,
            removed,
            _lock,
        })
    }

    /// Place in `before` of a file that is there.
    fn standing(&self, path: &str) -> Option<usize> {
        let place = self.before.find(path)?;
        (self.missing.is_empty() || !self.missing.contains(path)).then_some(place)
    }

    fn written(&self) -> std::sync::MutexGuard<'_, Written> {
        self.written.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Ready {
    /// Shows the new state in place of the old one, with `beside`: files that speak of the manifest and so do not stand in it.
    pub(crate) fn switch(self, beside: &[(&str, Vec<u8>)]) -> Result<()> {
        let Self {
            root,
            twin,
            before,
            mut changed,
            manifest,
            ..
        } = self;
        let own = [
            (manifest::NAME, manifest.text().as_bytes()),
            (MARK, MARK_TEXT.as_bytes()),
        ];
        let given = beside.iter().map(|(name, bytes)| (*name, bytes.as_slice()));
        let mut all: Vec<(&str, &[u8])> = own.into_iter().chain(given).collect();
        let differs = |(name, bytes): &(&str, &[u8])| {
            fs::read(root.join(name)).map_or(true, |found| found != *bytes)
        };
        let stale: Vec<&str> = OWN
            .into_iter()
            .filter(|name| !all.iter().any(|(own, _)| own == name) && root.join(name).exists())
            .collect();
        all.retain(differs);
        if changed.is_empty() && all.is_empty() && stale.is_empty() {
            return twin.settle(&before, &[]);
        }
        for (name, bytes) in &all {
            twin.write(name, bytes)
                .map_err(|source| Error::io(&root.join(name), source))?;
        }
        for name in &stale {
            twin.remove(name)?;
        }
        changed.extend(all.iter().map(|(name, _)| (*name).to_owned()));
        changed.extend(stale.into_iter().map(str::to_owned));
        twin.open()?;
        exchange(&root, twin.path())?;
        twin.settle(&manifest, &changed)
    }
}

/// Files of ours that are not part of what a manifest lists.
pub(crate) const OWN: [&str; 4] = [manifest::NAME, MARK, RECEIPT, ENTRY];

/// The receipt of the release that the folder is.
pub(crate) const RECEIPT: &str = "release.tlog-proof";

/// The ledger's entry of that release.
pub(crate) const ENTRY: &str = "release-entry.json";

/// Where the folder really lies; the folder above it is there afterwards.
fn place_of(root: &Path) -> Result<PathBuf> {
    if let Ok(found) = fs::canonicalize(root) {
        return Ok(found);
    }
    let parent = match root.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    fs::create_dir_all(parent).map_err(|source| Error::io(parent, source))?;
    let parent = fs::canonicalize(parent).map_err(|source| Error::io(parent, source))?;
    match root.file_name() {
        Some(name) => Ok(parent.join(name)),
        None => Err(Error::NotFound {
            path: root.to_path_buf(),
        }),
    }
}

/// The state in which `root` is.
fn standing(root: &Path) -> Result<Manifest> {
    let foreign = || Error::Exists {
        path: root.to_path_buf(),
    };
    let Ok(mark) = fs::read_to_string(root.join(MARK)) else {
        let is_empty = match fs::read_dir(root) {
            Ok(mut children) => children.next().is_none(),
            Err(error) => error.kind() == io::ErrorKind::NotFound,
        };
        return is_empty.then(Manifest::default).ok_or_else(foreign);
    };
    if mark == MARK_TEXT {
        let text = fs::read_to_string(root.join(manifest::NAME)).ok();
        return text.and_then(Manifest::parse).ok_or_else(foreign);
    }
    // Names alone, as the mark held them once: every file is written anew.
    let names = mark.lines().filter(|name| manifest::is_inside(name));
    Ok(Manifest::of(
        names
            .map(|name| Listed {
                path: name.to_owned(),
                digest: Digest([0; 32]),
                size: 0,
            })
            .collect(),
    ))
}

/// Puts `twin` where visitors look, in one step; what was there is then the twin.
fn exchange(root: &Path, twin: &Path) -> Result<()> {
    let failed = |source: io::Error| Error::io(root, source);
    let is_there = fs::read_dir(root).is_ok_and(|mut children| children.next().is_some());
    if !is_there {
        // An empty folder gives way.
        return fs::rename(twin, root).map_err(failed);
    }
    match renameat_with(CWD, twin, CWD, root, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(()),
        // A file system that cannot: two steps, and `twin::recover` goes back if nobody comes to the second one.
        Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS | rustix::io::Errno::NOTSUP) => {
            let aside = twin::aside(root);
            fs::rename(root, &aside).map_err(failed)?;
            fs::rename(twin, root).map_err(failed)?;
            fs::rename(&aside, twin).map_err(failed)
        }
        Err(error) => Err(failed(error.into())),
    }
}

/// Writes a new file and the folders it needs. Never writes into one that is there, whose bytes the other folder may share.
fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let attempt = || {
        OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(path)?
            .write_all(bytes)
    };
    match attempt() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(path.parent().unwrap_or(path))?;
            attempt()
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            fs::remove_file(path)?;
            attempt()
        }
        other => other,
    }
}
