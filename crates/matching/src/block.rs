//! Which records are compared at all: records that share a key, cut down to the likeliest of each record.
//!
//! Families of keys after section 8 of the method notes (Christen 2012, Data Matching, chapter 4): each finds the pairs that
//! another kind of error hides. A block that grew too large is split by a further field; what cannot be split is reported.

mod gather;
mod keys;
mod split;
#[cfg(test)]
mod tests;

use std::{
    cmp::Reverse,
    sync::atomic::{AtomicUsize, Ordering},
};

use crate::{record::Records, share::joined};

pub use gather::{Candidate, Gather, clean_lists};
pub use keys::Family;

use keys::Keys;
use split::{Found, settle};

/// Entries (a key and its record, 16 bytes) that are made at one time, so that memory is bounded: 0.5 GB.
const ENTRIES: u64 = 32_000_000;
/// Buckets by the upper bits of a key: each is sorted by itself, within the cache of a processor.
const BUCKETS: usize = 1 << 10;
/// The largest capped blocks that are named one by one.
const NAMED: usize = 100;

/// Blocks of records that share a key.
#[derive(Debug)]
pub struct Blocks {
    /// Members of all blocks, each block ascending.
    members: Vec<u32>,
    /// Where each block ends in `members`.
    ends: Vec<usize>,
    /// Family of each block; families stand in order.
    families: Vec<Family>,
    /// Blocks of each record, ascending: where its run begins in `of`.
    starts: Vec<usize>,
    of: Vec<u32>,
    /// Groups that are too large and have nothing to split them by: family, records, and one of them.
    pub capped: Vec<Capped>,
    /// How many groups were too large, those not named in `capped` included.
    pub capped_groups: u64,
}

/// A group of records that share a key and nothing to tell them apart by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capped {
    /// What they share.
    pub family: Family,
    /// How many they are.
    pub records: u64,
    /// The first of them.
    pub first: u32,
}

impl Blocks {
    /// Makes the keys of all records and the blocks of each. `thorough` adds a family and raises the caps.
    pub fn build(records: &Records, threads: usize, thorough: bool) -> Self {
        let keys = Keys::new(records);
        let mut blocks = Self {
            members: Vec::new(),
            ends: Vec::new(),
            families: Vec::new(),
            starts: Vec::new(),
            of: Vec::new(),
            capped: Vec::new(),
            capped_groups: 0,
        };
        for family in Family::ALL {
            if family == Family::Grams && !thorough {
                continue;
            }
            blocks.add_family(&keys, family, threads, thorough);
        }
        blocks.keep_largest();
        blocks.invert(records.rows.len());
        blocks
    }

    fn add_family(&mut self, keys: &Keys<'_>, family: Family, threads: usize, thorough: bool) {
        let count = keys.count(family);
        let passes = count.div_ceil(ENTRIES).max(1);
        for pass in 0..passes {
            let buckets = entries(keys, family, threads, (pass, passes));
            let found = over_buckets(buckets, threads, &|bucket, found| {
                runs(bucket, &mut |members| {
                    settle(keys, family, members, thorough, found);
                });
            });
            for found in found {
                self.take(family, &found);
            }
        }
    }

    fn take(&mut self, family: Family, found: &Found) {
        let offset = self.members.len();
        self.members.extend_from_slice(&found.members);
        self.ends.extend(found.ends.iter().map(|end| end + offset));
        self.families.resize(self.ends.len(), family);
        self.capped_groups += found.capped.len() as u64;
        self.capped
            .extend(found.capped.iter().map(|&(records, first)| Capped {
                family,
                records,
                first,
            }));
        if self.capped.len() > 50 * NAMED {
            self.keep_largest();
        }
    }

    /// Keeps the largest capped groups, and the largest of identifiers: these say that a column is none.
    fn keep_largest(&mut self) {
        self.capped
            .sort_by_key(|capped| (Reverse(capped.records), capped.family, capped.first));
        let (mut named, mut identifiers) = (0, 0);
        self.capped.retain(|capped| {
            let count = if capped.family == Family::Identifier {
                &mut identifiers
            } else {
                &mut named
            };
            *count += 1;
            *count <= NAMED
        });
    }

    fn invert(&mut self, records: usize) {
        let mut starts = vec![0usize; records + 1];
        for &member in &self.members {
            starts[member as usize + 1] += 1;
        }
        for place in 0..records {
            starts[place + 1] += starts[place];
        }
        let mut next = starts.clone();
        let mut of = vec![0u32; self.members.len()];
        for block in 0..self.ends.len() {
            for &member in self.members(block as u32) {
                let place = &mut next[member as usize];
                of[*place] = block as u32;
                *place += 1;
            }
        }
        self.starts = starts;
        self.of = of;
    }

    /// The records of a block, ascending.
    fn members(&self, block: u32) -> &[u32] {
        let block = block as usize;
        let start = if block == 0 { 0 } else { self.ends[block - 1] };
        &self.members[start..self.ends[block]]
    }

    /// The blocks of a record, ascending, so that those of one family stand together.
    fn of(&self, record: u32) -> &[u32] {
        &self.of[self.starts[record as usize]..self.starts[record as usize + 1]]
    }

    /// How many blocks there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// `true` when no two records share a key.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }
}

/// A bucket of keys with their records.
type Bucket = Vec<(u64, u32)>;

/// What is done with a sorted bucket.
type Work<'w> = dyn Fn(&[(u64, u32)], &mut Found) + Sync + 'w;

/// The keys of one family, of those records' keys that fall into this pass, in buckets by their upper bits.
fn entries(
    keys: &Keys<'_>,
    family: Family,
    threads: usize,
    (pass, passes): (u64, u64),
) -> Vec<Bucket> {
    let records = keys.records() as u32;
    let part = records.div_ceil(threads as u32).max(1);
    let mut parts: Vec<Vec<Bucket>> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads as u32)
            .map(|number| {
                scope.spawn(move || {
                    let mut buckets = vec![Bucket::new(); BUCKETS];
                    let mut own = Vec::new();
                    let range = (number * part).min(records)..((number + 1) * part).min(records);
                    for record in range {
                        own.clear();
                        keys.of(record, family, &mut own);
                        own.sort_unstable();
                        own.dedup();
                        for &key in own.iter().filter(|&&key| key % passes == pass) {
                            buckets[(key >> 54) as usize].push((key, record));
                        }
                    }
                    buckets
                })
            })
            .collect();
        workers.into_iter().map(joined).collect()
    });
    let mut all = parts.remove(0);
    for part in parts {
        for (bucket, more) in all.iter_mut().zip(part) {
            bucket.extend(more);
        }
    }
    all
}

/// Sorts each bucket and gives it to `work`; what came of the buckets stands in their order whatever thread did it.
fn over_buckets(buckets: Vec<Bucket>, threads: usize, work: &Work<'_>) -> Vec<Found> {
    let next = AtomicUsize::new(0);
    let slots: Vec<std::sync::Mutex<Bucket>> =
        buckets.into_iter().map(std::sync::Mutex::new).collect();
    let mut made: Vec<(usize, Found)> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|_| {
                scope.spawn(|| {
                    let mut made = Vec::new();
                    loop {
                        let number = next.fetch_add(1, Ordering::Relaxed);
                        let Some(slot) = slots.get(number) else {
                            return made;
                        };
                        let mut bucket = match slot.lock() {
                            Ok(mut bucket) => std::mem::take(&mut *bucket),
                            Err(poisoned) => std::mem::take(&mut *poisoned.into_inner()),
                        };
                        bucket.sort_unstable();
                        let mut found = Found::default();
                        work(&bucket, &mut found);
                        made.push((number, found));
                    }
                })
            })
            .collect();
        workers.into_iter().flat_map(joined).collect()
    });
    made.sort_by_key(|(number, _)| *number);
    made.into_iter().map(|(_, found)| found).collect()
}

/// Calls `each` with the records of every key that two or more share.
fn runs(sorted: &[(u64, u32)], each: &mut dyn FnMut(&[u32])) {
    let mut members = Vec::new();
    for run in sorted.chunk_by(|one, other| one.0 == other.0) {
        if run.len() > 1 {
            members.clear();
            members.extend(run.iter().map(|(_, record)| *record));
            each(&members);
        }
    }
}
