//! How it is known what is there already.

use std::{
    collections::HashSet,
    hash::{BuildHasherDefault, Hasher},
};

/// How it is known whether a record or a claim is there already.
pub(crate) enum Known {
    /// By the indices of the tables.
    Indexed,
    /// In memory, while a catalog is built and the tables have no indices yet.
    InMemory {
        records: Ids,
        /// Identifier and `seq` of every claim, for the table `claim_id`. What came twice is found when they are sorted at the
        /// end: asking a set for each claim took a seventh of the time of writing.
        places: Vec<(i64, i64)>,
    },
}

/// Identifiers that are there.
pub(crate) type Ids = HashSet<i64, BuildHasherDefault<IdHasher>>;

/// Identifiers are the beginnings of keyed digests, so their low bits, which choose the place in the table, are spread already.
/// The highest bits, which the table looks at next, are the same for all of a kind; multiplying by an odd number (2^64 divided
/// by the golden ratio, as in Fibonacci hashing) fills them from all the others.
#[derive(Debug, Default)]
pub(crate) struct IdHasher(u64);

impl Hasher for IdHasher {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_i64(&mut self, id: i64) {
        self.0 = (id as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

impl Known {
    /// Nothing is there yet.
    pub(crate) fn nothing() -> Self {
        Self::InMemory {
            records: Ids::default(),
            places: Vec::new(),
        }
    }
}
