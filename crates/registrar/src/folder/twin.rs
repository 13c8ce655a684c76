//! The twin of a folder: the place beside it in which its next state is made.

use std::{
    collections::BTreeSet,
    ffi::OsString,
    fs, io,
    num::NonZero,
    path::{Path, PathBuf},
    thread,
};

use super::{OWN, create};
use crate::{
    error::{Error, Result},
    manifest::{Manifest, is_inside},
};

/// In the twin while it is being worked on, and so in no state that can be told.
const OPEN: &str = ".cenotaph-unfinished";

/// In the twin while it rests: the digest of the manifest beside which it lies, then `-` and a path in which it differs from
/// it, or `+` and a file of somebody else that both have.
const BEHIND: &str = ".cenotaph-behind";

/// The folder in which the next state is made.
#[derive(Debug)]
pub(super) struct Twin {
    path: PathBuf,
    foreign: BTreeSet<String>,
}

/// What is there beside, or instead of, what the manifest lists.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// Files of the manifest that are not there.
    pub(super) missing: BTreeSet<String>,
    /// Files that are not ours; they stay.
    pub(super) foreign: BTreeSet<String>,
}

/// Where the old state lies for a moment when the file system knows no exchange.
pub(super) fn aside(root: &Path) -> PathBuf {
    named(root, ".old")
}

fn named(root: &Path, end: &str) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(root.file_name().unwrap_or_default());
    name.push(end);
    root.with_file_name(name)
}

/// Goes back to the old state if it was put aside and nothing was put in its place.
pub(super) fn recover(root: &Path) -> Result<()> {
    let aside = aside(root);
    if aside.is_dir() && !root.exists() {
        fs::rename(&aside, root).map_err(|source| Error::io(root, source))?;
    }
    Ok(())
}

/// Looks at every name in `root`, with one thread for each core.
pub(super) fn survey(root: &Path, manifest: &Manifest) -> Result<Survey> {
    if manifest.len() == 0 {
        return Ok(Survey::default());
    }
    let mut found = vec![false; manifest.len()];
    let mut foreign = BTreeSet::new();
    let mut folders: Vec<String> = Vec::new();
    let mut note = |names: Vec<String>| {
        for name in names {
            match manifest.find(&name) {
                Some(place) => found[place] = true,
                None if OWN.contains(&name.as_str()) || [OPEN, BEHIND].contains(&name.as_str()) => {
                }
                None => {
                    foreign.insert(name);
                }
            }
        }
    };
    note(children(root, "", &mut folders)?);
    // The folders of the languages hold nearly everything, so one level further down there is enough to share out.
    let mut below = Vec::new();
    for folder in folders {
        note(children(root, &folder, &mut below)?);
    }
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let share = below.len().div_ceil(threads).max(1);
    let shares: Vec<Result<Vec<String>>> = thread::scope(|scope| {
        let workers: Vec<_> = below
            .chunks(share)
            .map(|share| scope.spawn(move || walk(root, share.to_vec())))
            .collect();
        workers
            .into_iter()
            .map(|worker| {
                worker.join().unwrap_or_else(|_| {
                    Err(Error::io(root, io::Error::other("a thread was stopped")))
                })
            })
            .collect()
    });
    for names in shares {
        note(names?);
    }
    let missing = manifest.iter().zip(&found).filter(|(_, found)| !**found);
    Ok(Survey {
        missing: missing.map(|(line, _)| line.path.to_owned()).collect(),
        foreign,
    })
}

fn walk(root: &Path, mut folders: Vec<String>) -> Result<Vec<String>> {
    let mut names = Vec::new();
    while let Some(folder) = folders.pop() {
        names.append(&mut children(root, &folder, &mut folders)?);
    }
    Ok(names)
}

/// Files in `folder`; the folders in it go to `folders`.
fn children(root: &Path, folder: &str, folders: &mut Vec<String>) -> Result<Vec<String>> {
    let path = root.join(folder);
    let failed = |source| Error::io(&path, source);
    let mut names = Vec::new();
    for child in fs::read_dir(&path).map_err(failed)? {
        let child = child.map_err(failed)?;
        // A name that is no text is none of ours, and no page can link to it.
        let Ok(name) = child.file_name().into_string() else {
            continue;
        };
        let name = if folder.is_empty() {
            name
        } else {
            format!("{folder}/{name}")
        };
        if child.file_type().map_err(failed)?.is_dir() {
            folders.push(name);
        } else {
            names.push(name);
        }
    }
    Ok(names)
}

impl Twin {
    /// Makes the twin of `root` equal to it.
    pub(super) fn prepare(root: &Path, manifest: &Manifest, seen: &Survey) -> Result<Self> {
        let twin = Self {
            path: named(root, ".next"),
            foreign: seen.foreign.clone(),
        };
        let behind = twin.behind(manifest);
        if behind.is_none() {
            twin.begin()?;
        }
        let open = twin.path.join(OPEN);
        fs::write(&open, "").map_err(|source| Error::io(&open, source))?;
        let share = |path: &str| share(root, &twin.path, path);
        match behind {
            Some((differs, foreign)) => {
                twin.forget(BEHIND)?;
                for path in &differs {
                    twin.remove(path)?;
                    let stands = manifest.find(path).is_some() && !seen.missing.contains(path);
                    if stands || OWN.contains(&path.as_str()) {
                        share(path)?;
                    }
                }
                for path in &foreign {
                    twin.remove(path)?;
                }
                seen.foreign.iter().try_for_each(|path| share(path))?;
            }
            None => {
                let paths: Vec<&str> = manifest
                    .iter()
                    .map(|line| line.path)
                    .filter(|path| seen.missing.is_empty() || !seen.missing.contains(*path))
                    .chain(OWN)
                    .chain(seen.foreign.iter().map(String::as_str))
                    .collect();
                each(&paths, &share)?;
            }
        }
        Ok(twin)
    }

    /// Where it lies.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Writes a file in place of what is there.
    pub(super) fn write(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        create(&self.path.join(path), bytes)
    }

    /// Removes a file, and folders that are empty then.
    pub(super) fn remove(&self, path: &str) -> Result<()> {
        self.forget(path)?;
        let mut folder = Path::new(path);
        while let Some(parent) = folder.parent() {
            if parent.as_os_str().is_empty() || fs::remove_dir(self.path.join(parent)).is_err() {
                break;
            }
            folder = parent;
        }
        Ok(())
    }

    /// Says that it can be shown.
    pub(super) fn open(&self) -> Result<()> {
        self.forget(OPEN)
    }

    /// Notes, after it was put in the place of the other or found to be equal to it, in what the one that lies aside now
    /// differs from `shown`.
    pub(super) fn settle(&self, shown: &Manifest, differs: &[String]) -> Result<()> {
        if !self.path.is_dir() {
            // The first state: nothing was there to become the twin.
            return Ok(());
        }
        let mut text = format!("{}\n", shown.digest());
        for (mark, path) in differs
            .iter()
            .map(|path| ('-', path))
            .chain(self.foreign.iter().map(|path| ('+', path)))
        {
            text.push(mark);
            text.push_str(path);
            text.push('\n');
        }
        self.forget(OPEN)?;
        self.write(BEHIND, text.as_bytes())
            .map_err(|source| Error::io(&self.path.join(BEHIND), source))
    }

    /// What the twin lacks, if it rests beside `manifest`: paths in which it differs, and files of others that it has.
    fn behind(&self, manifest: &Manifest) -> Option<(Vec<String>, Vec<String>)> {
        if self.path.join(OPEN).exists() {
            return None;
        }
        let text = fs::read_to_string(self.path.join(BEHIND)).ok()?;
        let mut lines = text.lines();
        if lines.next() != Some(&manifest.digest().to_string()) {
            return None;
        }
        let (mut differs, mut foreign) = (Vec::new(), Vec::new());
        for line in lines {
            let (mark, path) = line.split_at_checked(1)?;
            match mark {
                "-" if is_inside(path) => differs.push(path.to_owned()),
                "+" if is_inside(path) => foreign.push(path.to_owned()),
                _ => return None,
            }
        }
        Some((differs, foreign))
    }

    /// Makes an empty twin. What lies there is removed if it is a twin.
    fn begin(&self) -> Result<()> {
        let failed = |source| Error::io(&self.path, source);
        let is_ours = |name: &&str| self.path.join(name).exists();
        match fs::read_dir(&self.path) {
            Err(_) => {}
            Ok(mut children) => {
                if children.next().is_some() && ![OPEN, BEHIND, OWN[1]].iter().any(is_ours) {
                    return Err(Error::Exists {
                        path: self.path.clone(),
                    });
                }
                fs::remove_dir_all(&self.path).map_err(failed)?;
            }
        }
        fs::create_dir(&self.path).map_err(failed)
    }

    fn forget(&self, path: &str) -> Result<()> {
        let path = self.path.join(path);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Error::io(&path, error)),
            _ => Ok(()),
        }
    }
}

/// Gives the file at `path` a second name, or, where that cannot be, a copy. What is not there is passed over.
fn share(root: &Path, twin: &Path, path: &str) -> Result<()> {
    let (from, to) = (root.join(path), twin.join(path));
    let link = || match fs::hard_link(&from, &to) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            if !from.exists() {
                return Ok(());
            }
            fs::create_dir_all(to.parent().unwrap_or(twin))?;
            fs::hard_link(&from, &to)
        }
        other => other,
    };
    match link() {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            fs::remove_file(&to).map_err(|source| Error::io(&to, source))?;
            link().map_err(|source| Error::io(&to, source))
        }
        // No links between these files, or too many of one.
        Err(_) => fs::copy(&from, &to)
            .map(|_| ())
            .map_err(|source| Error::io(&to, source)),
    }
}

/// Does `work` with every path, with one thread for each core.
fn each(paths: &[&str], work: &(dyn Fn(&str) -> Result<()> + Sync)) -> Result<()> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let share = paths.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        let workers: Vec<_> = paths
            .chunks(share)
            .map(|share| scope.spawn(move || share.iter().try_for_each(|path| work(path))))
            .collect();
        for worker in workers {
            if let Ok(outcome) = worker.join() {
                outcome?;
            }
        }
        Ok(())
    })
}
