//! Published files: tiles, bundles, checkpoint.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use super::durable::{
    io_error, is_absence, is_leftover, make_dir, remove_if_there, replace, sync_dir,
};
use crate::{Doing, PublicFile, Result};

/// Writes each file beside its place, syncs and moves it; then each folder once, so that a batch costs one sync a file.
pub(super) fn write(root: &Path, files: &[PublicFile]) -> Result<()> {
    let mut folders = BTreeSet::new();
    for file in files {
        let target = root.join(&file.path);
        let folder = target.parent().unwrap_or(root).to_owned();
        make_dir(&folder)?;
        replace(root, &target, &file.bytes)?;
        folders.insert(folder);
    }
    folders.iter().try_for_each(|folder| sync_dir(folder))
}

/// Removes files, and folders of partial tiles that this empties.
pub(super) fn delete(root: &Path, paths: &[String]) -> Result<()> {
    let mut folders = BTreeSet::new();
    for path in paths {
        let target = root.join(path);
        if remove_if_there(&target)? {
            folders.insert(target.parent().unwrap_or(root).to_owned());
        }
    }
    for folder in folders {
        let partial = folder.extension().is_some_and(|extension| extension == "p");
        // A folder that still holds something stays; that is no failure.
        let synced = if partial && fs::remove_dir(&folder).is_ok() {
            folder.parent().unwrap_or(root)
        } else {
            &folder
        };
        sync_dir(synced)?;
    }
    Ok(())
}

/// Paths of all files below `root`, sorted.
pub(super) fn list(root: &Path) -> Result<Vec<String>> {
    let mut paths = Vec::new();
    let mut folders = vec![(root.to_owned(), String::new())];
    while let Some((folder, prefix)) = folders.pop() {
        list_folder(&folder, &prefix, &mut folders, &mut paths)?;
    }
    paths.sort();
    Ok(paths)
}

fn list_folder(
    folder: &Path,
    prefix: &str,
    folders: &mut Vec<(PathBuf, String)>,
    paths: &mut Vec<String>,
) -> Result<()> {
    let failed = |error| io_error(Doing::List, folder, error);
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if is_absence(&error) => return Ok(()),
        Err(error) => return Err(failed(error)),
    };
    for entry in entries {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if is_leftover(&name) {
            continue;
        }
        let path = if prefix.is_empty() {
            name
        } else {
            format!("{prefix}/{name}")
        };
        if entry.file_type().map_err(failed)?.is_dir() {
            folders.push((entry.path(), path));
        } else {
            paths.push(path);
        }
    }
    Ok(())
}
