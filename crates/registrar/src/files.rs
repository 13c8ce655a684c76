//! Reading what lies on disk, and writing single files.

use std::{
    fs::{self, File},
    io::{self, Read as _},
    path::{Path, PathBuf},
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

/// The last part of a path, as words; empty for a path that ends in none.
pub(crate) fn name(path: &Path) -> String {
    let name = path.file_name().map(|name| name.to_string_lossy());
    name.unwrap_or_default().into_owned()
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
