//! An archive as a folder on a disk.

mod durable;
mod ledger;
mod lock;
mod migrations;
mod public;
mod schema;
mod vault;

use std::{
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

use proof::digest::Digest;

use crate::{
    Batch, Description, Doing, Error, FORM, ItemRecord, Listing, Opening, PublicFile, Repair,
    Result, StoredEntry, storage::Storage,
};
use ledger::Ledger;
use lock::Lock;
use vault::Vault;

const DESCRIPTION: &str = "archive.toml";
const DATABASE: &str = "ledger.db";
const PUBLIC: &str = "ledger";
const VAULT: &str = "vault";
const KEYS: &str = "keys";
const CATALOG: &str = "catalog";
const LOCK: &str = "lock";

/// An archive's folder. At most one is open for writing, held by `lock`; any number are open for reading.
#[derive(Debug)]
pub(crate) struct Folder {
    root: PathBuf,
    ledger: Ledger,
    vault: Vault,
    writable: bool,
    /// What opening itself had to mend, handed out by the first `recover`.
    mended: std::sync::Mutex<Vec<Repair>>,
    _lock: Option<Lock>,
}

impl Folder {
    /// Makes everything but `archive.toml`, which `describe` writes last: until then the folder is no archive, and making it can begin
    /// again where it was interrupted.
    pub(crate) fn create(root: &Path, holder: &str) -> Result<Self> {
        refuse_foreign_folder(root)?;
        durable::make_dir(root)?;
        let lock = Lock::acquire(&root.join(LOCK), holder)?;
        for name in [VAULT, PUBLIC, CATALOG] {
            durable::make_dir(&root.join(name))?;
        }
        durable::make_private_dir(&root.join(KEYS))?;
        let ledger = Ledger::create(&root.join(DATABASE))?;
        durable::sync_dir(root)?;
        Ok(Self {
            root: root.to_owned(),
            ledger,
            vault: Vault::new(root.join(VAULT)),
            writable: true,
            mended: std::sync::Mutex::default(),
            _lock: Some(lock),
        })
    }

    pub(crate) fn open(root: &Path, opening: &Opening) -> Result<Self> {
        let (form, description) = read_description(root)?.ok_or_else(|| Error::NotAnArchive {
            path: root.to_owned(),
        })?;
        if form > FORM {
            return Err(Error::NewerForm {
                found: form,
                known: FORM,
            });
        }
        let database = root.join(DATABASE);
        let mut mended = Vec::new();
        let (ledger, lock) = match opening {
            Opening::Read | Opening::Inspect if form < FORM => {
                return Err(Error::NeedsMigration {
                    found: form,
                    known: FORM,
                });
            }
            Opening::Read | Opening::Inspect => (Ledger::open_reading(&database)?, None),
            Opening::Write { holder } => {
                let lock = Lock::acquire(&root.join(LOCK), holder)?;
                let (ledger, migrated) = Ledger::open_writing(&database)?;
                // The database migrates in one transaction and `archive.toml` follows; killed in between, it follows now.
                if form < FORM {
                    write_description(root, &description, FORM)?;
                }
                if let Some(from) = migrated.or((form < FORM).then_some(form)) {
                    mended.push(Repair::Migrated { from, to: FORM });
                }
                (ledger, Some(lock))
            }
        };
        Ok(Self {
            root: root.to_owned(),
            ledger,
            vault: Vault::new(root.join(VAULT)),
            writable: lock.is_some(),
            mended: std::sync::Mutex::new(mended),
            _lock: lock,
        })
    }

    fn public(&self) -> PathBuf {
        self.root.join(PUBLIC)
    }

    fn must_be_writable(&self) -> Result<()> {
        if self.writable {
            return Ok(());
        }
        Err(Error::OpenedForReading)
    }
}

impl Storage for Folder {
    fn description(&self) -> Result<Option<Description>> {
        Ok(read_description(&self.root)?.map(|(_, description)| description))
    }

    fn describe(&self, description: &Description) -> Result<()> {
        self.must_be_writable()?;
        write_description(&self.root, description, FORM)
    }

    fn recover(&self) -> Result<Vec<Repair>> {
        self.must_be_writable()?;
        let mut repairs = std::mem::take(&mut *lock_of(&self.mended));
        for dir in [self.root.clone(), self.root.join(VAULT), self.public()] {
            for path in durable::remove_leftovers(&dir)? {
                let path = path
                    .strip_prefix(&self.root)
                    .unwrap_or(&path)
                    .display()
                    .to_string();
                repairs.push(Repair::LeftoverRemoved { path });
            }
        }
        Ok(repairs)
    }

    fn size(&self) -> Result<u64> {
        self.ledger.size()
    }

    fn append(&self, batch: &Batch<'_>) -> Result<()> {
        self.must_be_writable()?;
        self.ledger.append(batch)
    }

    fn entries(&self, from: u64, limit: u64) -> Result<Vec<StoredEntry>> {
        self.ledger.entries(from, limit)
    }

    fn hashes(&self, level: u8, from: u64, count: u64) -> Result<Vec<Digest>> {
        self.ledger.hashes(level, from, count)
    }

    fn scrub(&self) -> Result<()> {
        self.must_be_writable()?;
        self.ledger.scrub()
    }

    fn item_record(&self, digest: &Digest) -> Result<Option<ItemRecord>> {
        self.ledger.item_record(digest)
    }

    fn item_records(&self, after: Option<&Digest>, limit: u64) -> Result<Vec<ItemRecord>> {
        self.ledger.item_records(after, limit)
    }

    fn erased_items(&self) -> Result<Vec<Digest>> {
        self.ledger.erased_items()
    }

    fn put_item(&self, reader: &mut dyn Read, limit: u64) -> Result<(Digest, u64)> {
        self.must_be_writable()?;
        self.vault.put(reader, limit)
    }

    fn open_item(&self, digest: &Digest) -> Result<Option<Box<dyn Read + Send>>> {
        self.vault.open(digest)
    }

    fn item_size(&self, digest: &Digest) -> Result<Option<u64>> {
        self.vault.size(digest)
    }

    fn delete_item(&self, digest: &Digest) -> Result<bool> {
        self.must_be_writable()?;
        self.vault.delete(digest)
    }

    fn list_items(&self) -> Result<Listing> {
        self.vault.list()
    }

    fn read_public(&self, path: &str) -> Result<Option<Vec<u8>>> {
        durable::read_if_there(&self.public().join(path))
    }

    fn write_public(&self, files: &[PublicFile]) -> Result<()> {
        self.must_be_writable()?;
        public::write(&self.public(), files)
    }

    fn delete_public(&self, paths: &[String]) -> Result<()> {
        self.must_be_writable()?;
        public::delete(&self.public(), paths)
    }

    fn list_public(&self) -> Result<Vec<String>> {
        public::list(&self.public())
    }
}

/// A lock that does not mind that another thread panicked: what it guards is replaced whole.
fn lock_of<T>(mutex: &std::sync::Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}

fn read_description(root: &Path) -> Result<Option<(u32, Description)>> {
    let path = root.join(DESCRIPTION);
    let Some(bytes) = durable::read_if_there(&path)? else {
        return Ok(None);
    };
    Description::from_toml(&String::from_utf8_lossy(&bytes), &path).map(Some)
}

fn write_description(root: &Path, description: &Description, form: u32) -> Result<()> {
    durable::replace(
        root,
        &root.join(DESCRIPTION),
        description.to_toml(form).as_bytes(),
    )?;
    durable::sync_dir(root)
}

/// Refuses a folder that is an archive already or that holds anything but the beginnings of one.
fn refuse_foreign_folder(root: &Path) -> Result<()> {
    let entries = match fs::read_dir(root) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(durable::io_error(Doing::List, root, error)),
    };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|error| durable::io_error(Doing::List, root, error))?;
        names.push(entry.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    if names.iter().any(|name| name == DESCRIPTION) {
        return Err(Error::AlreadyAnArchive {
            path: root.to_owned(),
        });
    }
    let ours = |name: &str| {
        [VAULT, PUBLIC, CATALOG, KEYS, LOCK].contains(&name)
            || name.starts_with(DATABASE)
            || durable::is_leftover(name)
    };
    match names.into_iter().find(|name| !ours(name)) {
        Some(found) => Err(Error::FolderNotEmpty {
            path: root.to_owned(),
            found,
        }),
        None => Ok(()),
    }
}
