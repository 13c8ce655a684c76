//! Files of any length: read as a stream, unpacked on the way, and written beside their name until they are whole.

#[cfg(test)]
mod tests;

use std::{
    fs::{self, File},
    io::{self, BufRead, BufReader, BufWriter, Read, Write as _},
    path::{Path, PathBuf},
};

use flate2::bufread::MultiGzDecoder;
use ruzstd::decoding::{
    BlockDecodingStrategy, FrameDecoder,
    errors::{FrameDecoderError, ReadFrameHeaderError},
};

use crate::error::{Error, Result};

/// Bytes read from the system at once.
const BLOCK: usize = 256 << 10;

/// First bytes of a gzip member (RFC 1952, section 2.3.1).
const GZIP: [u8; 2] = [0x1f, 0x8b];

/// First bytes of a Zstandard frame (RFC 8878, section 3.1.1), little-endian.
const ZSTD: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];

/// What `-` names on a command line: standard input.
pub(crate) const STANDARD_INPUT: &str = "-";

/// Opens a file, or standard input where `path` is `-`, and unpacks gzip and Zstandard, told by their first bytes.
pub(crate) fn open(path: &Path) -> Result<Box<dyn Read + Send>> {
    if path.as_os_str() == STANDARD_INPUT {
        return unpacked(Box::new(io::stdin()), path);
    }
    let facts = fs::metadata(path).map_err(|source| Error::io(path, source))?;
    if facts.is_dir() {
        return Err(Error::io(path, io::ErrorKind::IsADirectory.into()));
    }
    let file = File::open(path).map_err(|source| Error::io(path, source))?;
    unpacked(Box::new(file), path)
}

fn unpacked(mut source: Box<dyn Read + Send>, path: &Path) -> Result<Box<dyn Read + Send>> {
    let mut first = Vec::with_capacity(ZSTD.len());
    source
        .by_ref()
        .take(ZSTD.len() as u64)
        .read_to_end(&mut first)
        .map_err(|source| Error::io(path, source))?;
    let (gzip, zstd) = (first.starts_with(&GZIP), first.starts_with(&ZSTD));
    let whole = BufReader::with_capacity(BLOCK, io::Cursor::new(first).chain(source));
    Ok(if gzip {
        Box::new(MultiGzDecoder::new(whole))
    } else if zstd {
        Box::new(Frames::new(whole).map_err(|source| Error::io(path, source))?)
    } else {
        Box::new(whole)
    })
}

/// Frames of Zstandard one after the other, as several compressors write them; skippable frames are skipped, checksums checked.
struct Frames<R> {
    source: R,
    decoder: FrameDecoder,
    running: bool,
}

/// A frame that holds nothing (RFC 8878): single segment, content size 0, one last raw block of size 0.
///
/// The decoder refuses a window above 100 MiB only from its second frame on; this one goes first.
const EMPTY_FRAME: [u8; 9] = [0x28, 0xb5, 0x2f, 0xfd, 0x20, 0x00, 0x01, 0x00, 0x00];

impl<R: BufRead> Frames<R> {
    fn new(source: R) -> io::Result<Self> {
        let mut decoder = FrameDecoder::new();
        decoder.init(EMPTY_FRAME.as_slice()).map_err(damaged)?;
        Ok(Self {
            source,
            decoder,
            running: false,
        })
    }

    /// Begins the next frame; `false` at the end of the stream.
    fn begin(&mut self) -> io::Result<bool> {
        while !self.source.fill_buf()?.is_empty() {
            match self.decoder.init(&mut self.source) {
                Ok(()) => {
                    self.running = true;
                    return Ok(true);
                }
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame {
                    length,
                    ..
                })) => {
                    let mut skipped = self.source.by_ref().take(u64::from(length));
                    io::copy(&mut skipped, &mut io::sink())?;
                }
                Err(error) => return Err(damaged(error)),
            }
        }
        Ok(false)
    }

    fn end(&mut self) -> io::Result<()> {
        self.running = false;
        let promised = self.decoder.get_checksum_from_data();
        if promised.is_some() && promised != self.decoder.get_calculated_checksum() {
            return Err(damaged("the checksum does not fit"));
        }
        Ok(())
    }
}

impl<R: BufRead> Read for Frames<R> {
    fn read(&mut self, target: &mut [u8]) -> io::Result<usize> {
        while self.running || self.begin()? {
            let read = self.decoder.read(target)?;
            if read > 0 || target.is_empty() {
                return Ok(read);
            }
            if self.decoder.is_finished() {
                self.end()?;
            } else {
                self.decoder
                    .decode_blocks(&mut self.source, BlockDecodingStrategy::UptoBytes(BLOCK))
                    .map_err(damaged)?;
            }
        }
        Ok(0)
    }
}

fn damaged(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, error)
}

/// A file that has its name only once it is whole: what is there stays until then.
#[derive(Debug)]
pub(crate) struct Sink {
    file: BufWriter<File>,
    path: PathBuf,
    beside: PathBuf,
    whole: bool,
}

impl Sink {
    /// Begins to write the file `path`, and makes the folders it needs.
    pub(crate) fn create(path: &Path) -> Result<Self> {
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(".part");
        let beside = path.with_file_name(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|source| Error::io(folder, source))?;
        }
        let file = File::create(&beside).map_err(|source| Error::io(&beside, source))?;
        Ok(Self {
            file: BufWriter::with_capacity(BLOCK, file),
            path: path.to_path_buf(),
            beside,
            whole: false,
        })
    }

    /// Writes on.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> Result<()> {
        self.file
            .write_all(bytes)
            .map_err(|source| Error::io(&self.path, source))
    }

    /// All is written: the file takes its name.
    pub(crate) fn finish(mut self) -> Result<()> {
        self.file
            .flush()
            .and_then(|()| fs::rename(&self.beside, &self.path))
            .map_err(|source| Error::io(&self.path, source))?;
        self.whole = true;
        Ok(())
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        if !self.whole {
            // What was broken off is of no use to anybody; if it cannot be removed, it lies there as `.part`.
            let _ = fs::remove_file(&self.beside);
        }
    }
}
