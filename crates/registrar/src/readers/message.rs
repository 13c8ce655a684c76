//! What goes through the pipes between this program and a reader: two lengths, a head, and raw bytes behind it. Not stored anywhere;
//! both ends are the same program.

use std::io::{self, Read, Write};

use intake::{kind::MediaType, likeness::Likeness, limits::Limits, reading::Reading};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::Wants;

/// Asks to read the bytes behind it.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Ask {
    pub(super) name: String,
    pub(super) limits: Limits,
    pub(super) wants: Wants,
}

/// What was read.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Told {
    pub(super) media_type: MediaType,
    pub(super) reading: Option<Reading>,
    pub(super) likeness: Likeness,
    /// How many of the bytes behind it are each part's; `None` for a part without bytes.
    pub(super) parts: Vec<Option<u64>>,
}

/// Longest head of a question: a name and numbers.
pub(super) const ASK: u64 = 64 << 10;

fn bad(cause: impl std::error::Error + Send + Sync + 'static) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, cause)
}

/// Writes a head and the bytes behind it.
pub(super) fn write<'a>(
    to: &mut dyn Write,
    head: &impl Serialize,
    behind: impl Iterator<Item = &'a [u8]> + Clone,
) -> io::Result<()> {
    let head = postcard::to_stdvec(head).map_err(bad)?;
    let length: usize = behind.clone().map(<[u8]>::len).sum();
    to.write_all(&(head.len() as u64).to_le_bytes())?;
    to.write_all(&(length as u64).to_le_bytes())?;
    to.write_all(&head)?;
    for bytes in behind {
        to.write_all(bytes)?;
    }
    to.flush()
}

/// Reads a head of at most `most` bytes and at most `most_behind` bytes behind it; `None` at the end of the stream.
pub(super) fn read<T: DeserializeOwned>(
    from: &mut dyn Read,
    most: u64,
    most_behind: u64,
) -> io::Result<Option<(T, Vec<u8>)>> {
    let mut lengths = [0; 16];
    let got = from.read(&mut lengths)?;
    if got == 0 {
        return Ok(None);
    }
    from.read_exact(&mut lengths[got..])?;
    let (head, behind) = lengths.split_at(8);
    let length = |bytes: &[u8]| {
        bytes
            .iter()
            .rev()
            .fold(0, |sum, byte| sum << 8 | u64::from(*byte))
    };
    let head = take(from, length(head), most)?;
    let behind = take(from, length(behind), most_behind)?;
    let head = postcard::from_bytes(&head).map_err(bad)?;
    Ok(Some((head, behind)))
}

/// `length` bytes, set aside as they come and not as they are promised.
fn take(from: &mut dyn Read, length: u64, most: u64) -> io::Result<Vec<u8>> {
    if length > most {
        return Err(io::Error::new(
            io::ErrorKind::InvalidData,
            "longer than it may be",
        ));
    }
    let mut bytes = Vec::with_capacity(length.min(1 << 20) as usize);
    from.take(length).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == length {
        Ok(bytes)
    } else {
        Err(io::ErrorKind::UnexpectedEof.into())
    }
}
