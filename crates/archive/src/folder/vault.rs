//! Items: files by their SHA-256, read-only from the moment they have their name.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

use proof::digest::{Digest, Hasher};

use super::durable::{
    Temporary, io_error, is_absence, is_leftover, make_dir, remove_if_there, set_read_only,
    sync_dir,
};
use crate::{Doing, Error, Listing, Result};

/// How much of an item is in memory at a time, in bytes. Chosen by us: larger showed no gain on a local disk.
const CHUNK: usize = 256 * 1024;

/// The folder `vault/`.
#[derive(Debug)]
pub(super) struct Vault {
    root: PathBuf,
}

impl Vault {
    pub(super) fn new(root: PathBuf) -> Self {
        Self { root }
    }

    /// Writes the item beside its place, syncs it, and gives it its name. There is no check-free "rename unless there" in the standard
    /// library; asking first is enough, because one writer is in the archive, and what would be replaced has the same bytes.
    pub(super) fn put(&self, reader: &mut dyn Read, limit: u64) -> Result<(Digest, u64)> {
        let mut temporary = Temporary::new(&self.root)?;
        let mut hasher = Hasher::default();
        let mut size = 0_u64;
        let mut buffer = vec![0; CHUNK];
        loop {
            let length = match reader.read(&mut buffer) {
                Ok(0) => break,
                Ok(length) => length,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(source) => return Err(Error::ItemUnreadable { source }),
            };
            size += length as u64;
            if size > limit {
                return Err(Error::ItemTooLong { limit });
            }
            hasher.update(&buffer[..length]);
            temporary.write(&buffer[..length])?;
        }
        let digest = hasher.finish();
        if self.size(&digest)? == Some(size) {
            return Ok((digest, size));
        }
        let target = self.path(&digest);
        let shelf = self.shelf(&digest);
        make_dir(&shelf)?;
        temporary.settle(&target, true)?;
        sync_dir(&shelf)?;
        Ok((digest, size))
    }

    pub(super) fn open(&self, digest: &Digest) -> Result<Option<Box<dyn Read + Send>>> {
        let path = self.path(digest);
        match File::open(&path) {
            Ok(file) => Ok(Some(Box::new(file))),
            Err(error) if is_absence(&error) => Ok(None),
            Err(error) => Err(io_error(Doing::Read, &path, error)),
        }
    }

    pub(super) fn size(&self, digest: &Digest) -> Result<Option<u64>> {
        let path = self.path(digest);
        match fs::metadata(&path) {
            Ok(metadata) if metadata.is_file() => Ok(Some(metadata.len())),
            Ok(_) => Ok(None),
            Err(error) if is_absence(&error) => Ok(None),
            Err(error) => Err(io_error(Doing::Read, &path, error)),
        }
    }

    /// Overwrites the item with zeros before its name is removed. On file systems and disks that write in place this destroys the bytes;
    /// elsewhere (copy on write, flash) it cannot, and the page on the vault says so.
    pub(super) fn delete(&self, digest: &Digest) -> Result<bool> {
        let path = self.path(digest);
        let Some(size) = self.size(digest)? else {
            return Ok(false);
        };
        overwrite(&path, size)?;
        let removed = remove_if_there(&path)?;
        sync_dir(&self.shelf(digest))?;
        Ok(removed)
    }

    pub(super) fn list(&self) -> Result<Listing> {
        let mut listing = Listing::default();
        for (name, path) in names(&self.root)? {
            if is_leftover(&name) {
                continue;
            }
            if path.is_dir() && is_hex(&name, 2) {
                self.list_shelf(&name, &path, &mut listing)?;
            } else {
                listing.foreign.push(format!("vault/{name}"));
            }
        }
        Ok(listing)
    }

    fn list_shelf(&self, shelf: &str, dir: &Path, listing: &mut Listing) -> Result<()> {
        for (name, path) in names(dir)? {
            let metadata =
                fs::symlink_metadata(&path).map_err(|error| io_error(Doing::Read, &path, error))?;
            match Digest::from_hex(&format!("{shelf}{name}")) {
                Some(digest) if metadata.is_file() => listing.items.push((digest, metadata.len())),
                _ => listing.foreign.push(format!("vault/{shelf}/{name}")),
            }
        }
        Ok(())
    }

    fn shelf(&self, digest: &Digest) -> PathBuf {
        self.root.join(&digest.to_string()[..2])
    }

    fn path(&self, digest: &Digest) -> PathBuf {
        self.shelf(digest).join(&digest.to_string()[2..])
    }
}

/// Names and paths in a folder, sorted by name.
fn names(dir: &Path) -> Result<Vec<(String, PathBuf)>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(dir).map_err(|error| io_error(Doing::List, dir, error))? {
        let entry = entry.map_err(|error| io_error(Doing::List, dir, error))?;
        names.push((
            entry.file_name().to_string_lossy().into_owned(),
            entry.path(),
        ));
    }
    names.sort();
    Ok(names)
}

fn overwrite(path: &Path, size: u64) -> Result<()> {
    let failed = |error| io_error(Doing::Remove, path, error);
    let file = File::open(path).map_err(failed)?;
    set_read_only(&file, false).map_err(failed)?;
    let mut file = OpenOptions::new().write(true).open(path).map_err(failed)?;
    file.seek(SeekFrom::Start(0)).map_err(failed)?;
    let zeros = vec![0; CHUNK];
    let mut left = size;
    while left > 0 {
        let length = left.min(CHUNK as u64);
        file.write_all(&zeros[..length as usize]).map_err(failed)?;
        left -= length;
    }
    file.sync_all().map_err(failed)
}

fn is_hex(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}
