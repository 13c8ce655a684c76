//! Reading an item, and noticing when its bytes are no longer the ones that came in.

use std::{
    fmt,
    io::{self, Read},
};

use proof::digest::{Digest, Hasher};

use crate::Error;

/// Reads one item and checks it: reading to the end fails with [`Error::ItemChanged`] (inside the `io::Error`) when the bytes do not hash
/// to the item's name. Bytes read before the end are unchecked.
pub struct ItemReader {
    inner: Box<dyn Read + Send>,
    expected: Digest,
    hasher: Option<Hasher>,
}

impl ItemReader {
    pub(crate) fn new(inner: Box<dyn Read + Send>, expected: Digest) -> Self {
        Self {
            inner,
            expected,
            hasher: Some(Hasher::default()),
        }
    }
}

impl Read for ItemReader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.inner.read(buffer)?;
        if length > 0 {
            if let Some(hasher) = &mut self.hasher {
                hasher.update(&buffer[..length]);
            }
        } else if !buffer.is_empty()
            && let Some(hasher) = self.hasher.take()
        {
            let found = hasher.finish();
            if found != self.expected {
                return Err(io::Error::other(Error::ItemChanged {
                    expected: self.expected,
                    found,
                }));
            }
        }
        Ok(length)
    }
}

impl fmt::Debug for ItemReader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ItemReader({})", self.expected)
    }
}
