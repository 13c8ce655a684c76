//! The archive itself: opening, appending, items, reading.

use std::{io::Read, ops::Range, path::Path};

use proof::{digest::Digest, merkle::leaf_hash};

use crate::{
    Batch, Description, ENTRY_LIMIT, Error, ItemReader, NewEntry, Result, Row, Storage,
    StoredEntry, entry::PAYLOAD_LIMIT, folder::Folder, publish, tree::Tree,
};

/// How an archive is opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opening {
    /// For reading. Changes nothing, creates nothing, and works beside a writer.
    Read,
    /// For checking what is damaged: as for reading, but a ledger that disagrees with its checkpoint is opened all the same.
    Inspect,
    /// For writing. One at a time; interrupted work is completed.
    Write {
        /// Who opens it, in one line (who, process, since when), for whoever finds it locked.
        holder: String,
    },
}

/// What opening for writing mended.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Repair {
    /// A temporary file of an interrupted call was removed.
    LeftoverRemoved {
        /// Its path within the archive.
        path: String,
    },
    /// The archive was brought to the current form.
    Migrated {
        /// The form it had.
        from: u32,
        /// The form it has.
        to: u32,
    },
    /// An item that an entry erased was still there, and is destroyed now.
    ItemErasureCompleted {
        /// The item.
        digest: Digest,
    },
    /// A tile or bundle that the checkpoint implies was missing or differed, and was written from the ledger.
    PublishedRewritten {
        /// Its path within the archive.
        path: String,
    },
    /// A partial tile or bundle that no checkpoint implies any more was removed.
    SupersededRemoved {
        /// Its path within the archive.
        path: String,
    },
}

/// An open archive.
#[derive(Debug)]
pub struct Archive {
    pub(crate) storage: Box<dyn Storage>,
    description: Description,
    writable: bool,
    /// The tree's right edge; `None` when a failed call may have changed the ledger, and when another process may.
    tree: Option<Tree>,
    /// Whether something erased may not be destroyed yet.
    unfinished: bool,
    repairs: Vec<Repair>,
}

impl Archive {
    /// Makes a new archive in a folder that is empty or not there yet, and opens it for writing.
    pub fn create(dir: &Path, description: &Description, holder: &str) -> Result<Self> {
        description.validate()?;
        Self::create_on(Box::new(Folder::create(dir, holder)?), description)
    }

    /// Opens the archive in a folder. For writing, [`Archive::repairs`] then says what had to be mended.
    ///
    /// For reading and writing, a ledger is refused that holds less than, or other than, its published
    /// checkpoint covers.
    pub fn open(dir: &Path, opening: &Opening) -> Result<Self> {
        Self::open_on(Box::new(Folder::open(dir, opening)?), opening)
    }

    /// Makes a new archive on a storage that holds none.
    pub fn create_on(storage: Box<dyn Storage>, description: &Description) -> Result<Self> {
        description.validate()?;
        storage.describe(description)?;
        let holder = String::new();
        Self::open_on(storage, &Opening::Write { holder })
    }

    /// Opens the archive on a storage, whose own business it is to keep a second writer away.
    pub fn open_on(storage: Box<dyn Storage>, opening: &Opening) -> Result<Self> {
        let description = storage.description()?.ok_or(Error::NoArchive)?;
        let mut archive = Self {
            storage,
            description,
            writable: matches!(opening, Opening::Write { .. }),
            tree: None,
            unfinished: false,
            repairs: Vec::new(),
        };
        if *opening != Opening::Inspect {
            publish::require_agreement(&archive)?;
        }
        if archive.writable {
            archive.mend()?;
        }
        Ok(archive)
    }

    /// What the archive says of itself.
    pub fn description(&self) -> &Description {
        &self.description
    }

    /// What opening mended; empty when nothing had to be.
    pub fn repairs(&self) -> &[Repair] {
        &self.repairs
    }

    /// Entries in the ledger.
    pub fn len(&self) -> Result<u64> {
        match &self.tree {
            Some(tree) => Ok(tree.size()),
            None => self.storage.size(),
        }
    }

    /// Whether the ledger holds no entry.
    pub fn is_empty(&self) -> Result<bool> {
        Ok(self.len()? == 0)
    }

    /// Root of the Merkle tree over all entries (RFC 6962).
    pub fn root(&self) -> Result<Digest> {
        match &self.tree {
            Some(tree) => Ok(tree.root()),
            None => Ok(Tree::load(&*self.storage, self.storage.size()?)?.root()),
        }
    }

    /// Root of the Merkle tree over the first `size` entries, which must be there.
    pub fn root_at(&self, size: u64) -> Result<Digest> {
        Ok(Tree::load(&*self.storage, size)?.root())
    }

    /// Appends entries, all or none, with their payloads and what they erase. They are durable when this returns; the result is their
    /// indices. After an error that is not a refusal ([`Error::is_refusal`]) they may be in the ledger all the same: [`Archive::len`] tells.
    pub fn append(&mut self, entries: &[NewEntry]) -> Result<Range<u64>> {
        self.must_be_writable()?;
        let mut tree = self.current_tree()?;
        let batch = self.batch(entries, &mut tree)?;
        let range = batch.first..tree.size();
        if range.is_empty() {
            return Ok(range);
        }
        let erases = !batch.erases.is_empty() || !batch.erases_items.is_empty();
        self.storage.append(&batch).inspect_err(|error| {
            if !error.is_refusal() {
                self.tree = None;
            }
        })?;
        self.tree = Some(tree);
        if erases {
            self.unfinished = true;
            self.finish_erasures()
                .map_err(|source| Error::ErasureUnfinished {
                    entries: range.clone(),
                    source: Box::new(source),
                })?;
        }
        Ok(range)
    }

    /// Whether something that an entry erased may not be destroyed yet, because a call failed.
    pub fn has_unfinished_erasures(&self) -> bool {
        self.unfinished
    }

    /// Destroys what entries have erased and earlier attempts have not. Opening for writing does this too.
    pub fn finish_erasures(&mut self) -> Result<()> {
        self.must_be_writable()?;
        if self.unfinished {
            self.destroy_erased()?;
        }
        Ok(())
    }

    /// Keeps a file in the vault; it is durable when this returns. Returns its digest and its size in bytes. The same bytes again change
    /// nothing. Fails with [`Error::ItemTooLong`] past `limit` bytes, and with [`Error::ItemErased`] for an item that was erased.
    pub fn put_item(&mut self, reader: &mut dyn Read, limit: u64) -> Result<(Digest, u64)> {
        self.must_be_writable()?;
        let (digest, size) = self.storage.put_item(reader, limit)?;
        if let Some(by) = self.erased_by(&digest)? {
            self.storage.delete_item(&digest)?;
            return Err(Error::ItemErased { digest, by });
        }
        Ok((digest, size))
    }

    /// Reads an item. Fails with [`Error::ItemErased`] or [`Error::ItemMissing`] when it is not there; reading to its end fails when its
    /// bytes have changed.
    pub fn open_item(&self, digest: &Digest) -> Result<ItemReader> {
        if let Some(inner) = self.storage.open_item(digest)? {
            return Ok(ItemReader::new(inner, *digest));
        }
        Err(match self.erased_by(digest)? {
            Some(by) => Error::ItemErased {
                digest: *digest,
                by,
            },
            None => Error::ItemMissing { digest: *digest },
        })
    }

    /// Whether an item is in the vault.
    pub fn has_item(&self, digest: &Digest) -> Result<bool> {
        Ok(self.item_size(digest)?.is_some())
    }

    /// Size of an item in bytes; `None` when it is not in the vault.
    pub fn item_size(&self, digest: &Digest) -> Result<Option<u64>> {
        self.storage.item_size(digest)
    }

    /// At most `limit` entries from index `from` on, with their payloads; empty past the end.
    pub fn entries(&self, from: u64, limit: u64) -> Result<Vec<StoredEntry>> {
        self.storage.entries(from, limit)
    }

    pub(crate) fn must_be_writable(&self) -> Result<()> {
        if self.writable {
            return Ok(());
        }
        Err(Error::OpenedForReading)
    }

    /// The tree's right edge, read anew when it is not known.
    fn current_tree(&mut self) -> Result<Tree> {
        if self.tree.is_none() {
            self.tree = Some(Tree::load(&*self.storage, self.storage.size()?)?);
        }
        Ok(self.tree.clone().unwrap_or_default())
    }

    /// Checks the entries and says what is to be stored. Moves `tree` past them.
    fn batch<'a>(&self, entries: &'a [NewEntry], tree: &mut Tree) -> Result<Batch<'a>> {
        let mut batch = Batch {
            first: tree.size(),
            ..Batch::default()
        };
        for entry in entries {
            let index = tree.size();
            check_limits(entry)?;
            for digest in &entry.items {
                batch
                    .items
                    .push((index, *digest, self.present_size(digest)?));
            }
            batch
                .erases
                .extend(entry.erases.iter().map(|commitment| (index, *commitment)));
            for digest in &entry.erases_items {
                batch
                    .erases_items
                    .push((index, *digest, self.known_size(digest)?));
            }
            let leaf = leaf_hash(&entry.bytes);
            tree.push(leaf, &mut |level, index, hash| {
                batch.hashes.push((level, index, hash));
            });
            batch.rows.push(Row {
                leaf,
                bytes: &entry.bytes,
                payloads: entry
                    .payloads
                    .iter()
                    .map(|salted| (salted.commitment(), salted))
                    .collect(),
            });
        }
        Ok(batch)
    }

    /// Size of an item that an entry may name: it is in the vault and not erased.
    fn present_size(&self, digest: &Digest) -> Result<u64> {
        let digest = *digest;
        if let Some(by) = self.erased_by(&digest)? {
            return Err(Error::ItemErased { digest, by });
        }
        self.storage
            .item_size(&digest)?
            .ok_or(Error::ItemMissing { digest })
    }

    /// Size of an item that an entry may erase: it is in the vault, or it once was.
    fn known_size(&self, digest: &Digest) -> Result<u64> {
        if let Some(size) = self.storage.item_size(digest)? {
            return Ok(size);
        }
        match self.storage.item_record(digest)? {
            Some(record) => Ok(record.size),
            None => Err(Error::ItemMissing { digest: *digest }),
        }
    }

    fn erased_by(&self, digest: &Digest) -> Result<Option<u64>> {
        Ok(self
            .storage
            .item_record(digest)?
            .and_then(|record| record.erased_by))
    }

    /// Completes whatever a writer that was killed had begun.
    fn mend(&mut self) -> Result<()> {
        self.repairs = self.storage.recover()?;
        let erased = self.destroy_erased()?;
        let completed = |digest| Repair::ItemErasureCompleted { digest };
        self.repairs.extend(erased.into_iter().map(completed));
        let published = publish::mend(self)?;
        self.repairs.extend(published);
        Ok(())
    }

    /// Destroys everything that is marked as erased; returns the items that were still there.
    fn destroy_erased(&mut self) -> Result<Vec<Digest>> {
        self.storage.scrub()?;
        let mut destroyed = Vec::new();
        for digest in self.storage.erased_items()? {
            if self.storage.delete_item(&digest)? {
                destroyed.push(digest);
            }
        }
        self.unfinished = false;
        Ok(destroyed)
    }
}

fn check_limits(entry: &NewEntry) -> Result<()> {
    if entry.bytes.len() > ENTRY_LIMIT {
        return Err(Error::EntryTooLong {
            length: entry.bytes.len(),
            limit: ENTRY_LIMIT,
        });
    }
    if entry.payloads.len() > PAYLOAD_LIMIT {
        return Err(Error::TooManyPayloads {
            count: entry.payloads.len(),
            limit: PAYLOAD_LIMIT,
        });
    }
    Ok(())
}
