//! An archive in memory that fails when it is told to, for tests here and in other crates.
//!
//! It outlives the archive opened on it, as a disk outlives a process: clones share one memory.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    io::{Cursor, Read},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use proof::digest::Digest;

use crate::{
    Batch, Description, Error, ItemRecord, Listing, PayloadState, PublicFile, Repair, Result,
    SaltedPayload, StoredEntry, StoredPayload, storage::Storage,
};

/// What becomes of the call that fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing of it happened.
    Lost,
    /// All of it happened, and the news was lost.
    Persisted,
    /// Half of it happened, where the obligations of `Storage` allow halves: the first half of the files, a leftover of an item. Of an
    /// atomic call, nothing.
    Half,
}

/// The memory.
#[derive(Clone, Default)]
pub struct Memory(Arc<Mutex<World>>);

#[derive(Default)]
struct World {
    calls: u64,
    fault: Option<(u64, Fault)>,
    description: Option<Description>,
    entries: Vec<Kept>,
    nodes: BTreeMap<(u8, u64), Digest>,
    records: BTreeMap<Digest, ItemRecord>,
    items: BTreeMap<Digest, Vec<u8>>,
    leftovers: Vec<Vec<u8>>,
    public: BTreeMap<String, Vec<u8>>,
    /// Erased payloads that `scrub` has not destroyed yet.
    lingering: Vec<SaltedPayload>,
}

struct Kept {
    leaf: Digest,
    entry: StoredEntry,
}

impl Memory {
    /// Fails the call of that number, counted from 0 since the memory was made, once.
    pub fn fail_at(&self, call: u64, fault: Fault) {
        self.world().fault = Some((call, fault));
    }

    /// Calls made so far.
    pub fn calls(&self) -> u64 {
        self.world().calls
    }

    /// Whether these bytes lie anywhere in the memory, as a search through all files of a folder would tell.
    pub fn holds(&self, bytes: &[u8]) -> bool {
        let world = self.world();
        let payloads = world.entries.iter().flat_map(|kept| &kept.entry.payloads);
        let present = payloads.filter_map(|payload| match &payload.state {
            PayloadState::Present(salted) => Some(&salted.bytes),
            PayloadState::Erased { .. } => None,
        });
        present
            .chain(world.entries.iter().map(|kept| &kept.entry.bytes))
            .chain(world.lingering.iter().map(|salted| &salted.bytes))
            .chain(world.items.values())
            .chain(world.public.values())
            .chain(&world.leftovers)
            .any(|place| {
                bytes.is_empty() || place.windows(bytes.len()).any(|window| window == bytes)
            })
    }

    fn world(&self) -> MutexGuard<'_, World> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// One call that happens wholly or not at all.
    fn call<T>(&self, name: &'static str, act: impl FnOnce(&mut World) -> Result<T>) -> Result<T> {
        self.call_in_parts(name, act, |_| {})
    }

    /// One call of which `half` may happen alone.
    fn call_in_parts<T>(
        &self,
        name: &'static str,
        act: impl FnOnce(&mut World) -> Result<T>,
        half: impl FnOnce(&mut World),
    ) -> Result<T> {
        let mut world = self.world();
        let call = world.calls;
        world.calls += 1;
        let fault = world.fault.take_if(|(at, _)| *at == call);
        match fault {
            None => return act(&mut world),
            Some((_, Fault::Lost)) => {}
            Some((_, Fault::Half)) => half(&mut world),
            Some((_, Fault::Persisted)) => drop(act(&mut world)?),
        }
        Err(Error::Injected { call, name })
    }
}

impl fmt::Debug for Memory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Memory({} calls)", self.calls())
    }
}

impl Storage for Memory {
    fn description(&self) -> Result<Option<Description>> {
        self.call("description", |world| Ok(world.description.clone()))
    }

    fn describe(&self, description: &Description) -> Result<()> {
        self.call("describe", |world| {
            world.description = Some(description.clone());
            Ok(())
        })
    }

    fn recover(&self) -> Result<Vec<Repair>> {
        self.call("recover", |world| {
            let removed = world.leftovers.drain(..).enumerate();
            let repair = |(number, _)| Repair::LeftoverRemoved {
                path: format!("leftover {number}"),
            };
            Ok(removed.map(repair).collect())
        })
    }

    fn size(&self) -> Result<u64> {
        self.call("size", |world| Ok(world.entries.len() as u64))
    }

    fn append(&self, batch: &Batch<'_>) -> Result<()> {
        self.call("append", |world| world.append(batch))
    }

    fn entries(&self, from: u64, limit: u64) -> Result<Vec<StoredEntry>> {
        self.call("entries", |world| {
            let kept = world
                .entries
                .iter()
                .skip(from as usize)
                .take(limit as usize);
            Ok(kept.map(|kept| kept.entry.clone()).collect())
        })
    }

    fn hashes(&self, level: u8, from: u64, count: u64) -> Result<Vec<Digest>> {
        self.call("hashes", |world| {
            let end = from.saturating_add(count);
            let hashes: Vec<_> = if level == 0 {
                let kept = world
                    .entries
                    .iter()
                    .skip(from as usize)
                    .take(count as usize);
                kept.map(|kept| kept.leaf).collect()
            } else {
                world
                    .nodes
                    .range((level, from)..(level, end))
                    .map(|(_, hash)| *hash)
                    .collect()
            };
            let found = hashes.len() as u64;
            if found < count {
                return Err(Error::HashesMissing {
                    level,
                    from,
                    expected: count,
                    found,
                });
            }
            Ok(hashes)
        })
    }

    fn scrub(&self) -> Result<()> {
        self.call("scrub", |world| {
            world.lingering.clear();
            Ok(())
        })
    }

    fn item_record(&self, digest: &Digest) -> Result<Option<ItemRecord>> {
        self.call("item_record", |world| {
            Ok(world.records.get(digest).copied())
        })
    }

    fn item_records(&self, after: Option<&Digest>, limit: u64) -> Result<Vec<ItemRecord>> {
        self.call("item_records", |world| {
            let records = world
                .records
                .values()
                .filter(|record| Some(&record.digest) > after);
            Ok(records.take(limit as usize).copied().collect())
        })
    }

    fn erased_items(&self) -> Result<Vec<Digest>> {
        self.call("erased_items", |world| {
            let erased = world
                .records
                .values()
                .filter(|record| record.erased_by.is_some());
            Ok(erased.map(|record| record.digest).collect())
        })
    }

    fn put_item(&self, reader: &mut dyn Read, limit: u64) -> Result<(Digest, u64)> {
        let mut bytes = Vec::new();
        reader
            .take(limit.saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(|source| Error::ItemUnreadable { source })?;
        if bytes.len() as u64 > limit {
            return Err(Error::ItemTooLong { limit });
        }
        let digest = Digest::of(&bytes);
        let size = bytes.len() as u64;
        let half = bytes[..bytes.len() / 2].to_vec();
        self.call_in_parts(
            "put_item",
            |world| {
                world.items.entry(digest).or_insert(bytes);
                Ok((digest, size))
            },
            |world| world.leftovers.push(half),
        )
    }

    fn open_item(&self, digest: &Digest) -> Result<Option<Box<dyn Read + Send>>> {
        self.call("open_item", |world| {
            let bytes = world.items.get(digest).cloned();
            Ok(bytes.map(|bytes| Box::new(Cursor::new(bytes)) as Box<dyn Read + Send>))
        })
    }

    fn item_size(&self, digest: &Digest) -> Result<Option<u64>> {
        self.call("item_size", |world| {
            Ok(world.items.get(digest).map(|bytes| bytes.len() as u64))
        })
    }

    fn delete_item(&self, digest: &Digest) -> Result<bool> {
        self.call("delete_item", |world| {
            Ok(world.items.remove(digest).is_some())
        })
    }

    fn list_items(&self) -> Result<Listing> {
        self.call("list_items", |world| {
            let items = world
                .items
                .iter()
                .map(|(digest, bytes)| (*digest, bytes.len() as u64));
            Ok(Listing {
                items: items.collect(),
                foreign: Vec::new(),
            })
        })
    }

    fn read_public(&self, path: &str) -> Result<Option<Vec<u8>>> {
        self.call("read_public", |world| Ok(world.public.get(path).cloned()))
    }

    fn write_public(&self, files: &[PublicFile]) -> Result<()> {
        let write = |files: &[PublicFile], world: &mut World| {
            for file in files {
                world.public.insert(file.path.clone(), file.bytes.clone());
            }
        };
        self.call_in_parts(
            "write_public",
            |world| {
                write(files, world);
                Ok(())
            },
            |world| write(&files[..files.len() / 2], world),
        )
    }

    fn delete_public(&self, paths: &[String]) -> Result<()> {
        let delete = |paths: &[String], world: &mut World| {
            for path in paths {
                world.public.remove(path);
            }
        };
        self.call_in_parts(
            "delete_public",
            |world| {
                delete(paths, world);
                Ok(())
            },
            |world| delete(&paths[..paths.len() / 2], world),
        )
    }

    fn list_public(&self) -> Result<Vec<String>> {
        self.call("list_public", |world| {
            Ok(world.public.keys().cloned().collect())
        })
    }
}

impl World {
    fn append(&mut self, batch: &Batch<'_>) -> Result<()> {
        let found = self.entries.len() as u64;
        if found != batch.first {
            return Err(Error::LedgerMoved {
                expected: batch.first,
                found,
            });
        }
        self.require_commitments(batch)?;
        for (index, row) in (batch.first..).zip(&batch.rows) {
            let payload = |(commitment, salted): &(Digest, &SaltedPayload)| StoredPayload {
                commitment: *commitment,
                state: PayloadState::Present((*salted).clone()),
            };
            self.entries.push(Kept {
                leaf: row.leaf,
                entry: StoredEntry {
                    index,
                    bytes: row.bytes.to_vec(),
                    payloads: row.payloads.iter().map(payload).collect(),
                },
            });
        }
        for &(level, index, hash) in &batch.hashes {
            self.nodes.insert((level, index), hash);
        }
        for &(entry, digest, size) in &batch.items {
            self.records.entry(digest).or_insert(ItemRecord {
                digest,
                size,
                entry,
                erased_by: None,
            });
        }
        for &(by, commitment) in &batch.erases {
            self.erase(by, commitment);
        }
        for &(by, digest, size) in &batch.erases_items {
            let record = self.records.entry(digest).or_insert(ItemRecord {
                digest,
                size,
                entry: by,
                erased_by: None,
            });
            record.erased_by.get_or_insert(by);
        }
        Ok(())
    }

    fn require_commitments(&self, batch: &Batch<'_>) -> Result<()> {
        let stored = self.entries.iter().flat_map(|kept| &kept.entry.payloads);
        let new = batch.rows.iter().flat_map(|row| &row.payloads);
        let known: BTreeSet<_> = stored
            .map(|payload| payload.commitment)
            .chain(new.map(|(commitment, _)| *commitment))
            .collect();
        match batch
            .erases
            .iter()
            .find(|(_, commitment)| !known.contains(commitment))
        {
            Some(&(_, commitment)) => Err(Error::UnknownCommitment { commitment }),
            None => Ok(()),
        }
    }

    fn erase(&mut self, by: u64, commitment: Digest) {
        let payloads = self
            .entries
            .iter_mut()
            .flat_map(|kept| &mut kept.entry.payloads);
        for payload in payloads.filter(|payload| payload.commitment == commitment) {
            if let PayloadState::Present(salted) = &payload.state {
                self.lingering.push(salted.clone());
                payload.state = PayloadState::Erased { by };
            }
        }
    }
}
