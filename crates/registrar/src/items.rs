//! Files and folders become items: bytes into the vault first, then the entry that names them.

use std::{
    fs::File,
    io::{self, Cursor},
    path::{Path, PathBuf},
};

use model::{
    access::Access,
    entry::EntryKind,
    id::{EvidenceNumber, SourceId},
    item::{CustodyEvent, Item},
    payload::Payload,
    term::Term,
};
use proof::digest::Digest;

use crate::{
    error::{Error, Result},
    files,
    outcome::{Added, AddedItem, Problem},
    recording::Happening,
    registrar::Registrar,
};

/// Most bytes of one item: 1 TiB, so that a wrong device file does not fill the disk unnoticed.
const ITEM_LIMIT: u64 = 1 << 40;

/// Bytes from the start of a file that tell its type.
const SNIFF: u64 = 64 << 10;

/// How files are added.
#[derive(Clone, Debug)]
pub struct AddOptions {
    /// Identifier of the source they come from.
    pub source: Option<String>,
    /// `public`, `restricted` or `confidential`; `None`: new items are restricted, known ones stay as they are.
    pub access: Option<String>,
    /// How they were obtained, in words.
    pub how: String,
}

/// What is said of an item when it comes in.
#[derive(Clone, Debug)]
pub(crate) struct Intake<'a> {
    pub(crate) name: &'a str,
    pub(crate) title: Option<&'a str>,
    pub(crate) how: &'a str,
    pub(crate) source: Option<SourceId>,
    pub(crate) access: Access,
}

impl Registrar {
    /// Adds files and everything in folders. A file that cannot be read is reported; the others are taken.
    pub fn add(&mut self, paths: &[PathBuf], options: &AddOptions) -> Result<Added> {
        let asked = options.access.as_deref().map(access).transpose()?;
        let access = asked.unwrap_or(Access::Restricted);
        let source = options
            .source
            .as_deref()
            .map(|id| self.known_source(id))
            .transpose()?;
        let mut found = Vec::new();
        for path in paths {
            files::walk(path, &mut found)?;
        }
        let mut added = Added::default();
        for path in &found {
            let name = path
                .file_name()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default();
            let intake = Intake {
                name: &name,
                title: None,
                how: &options.how,
                source,
                access,
            };
            match self.take_file(path, &intake) {
                Ok(item) => {
                    if let Some(asked) = asked {
                        self.decide_access(asked, item.number, "added again")?;
                    }
                    added.items.push(item);
                }
                Err(Error::Io { source, .. }) => added.problems.push(unreadable(path, &source)),
                Err(other) => return Err(other),
            }
        }
        self.publish()?;
        Ok(added)
    }

    /// Takes in one file from disk.
    pub(crate) fn take_file(&mut self, path: &Path, intake: &Intake<'_>) -> Result<AddedItem> {
        let file = File::open(path).map_err(|source| Error::io(path, source))?;
        let mut start = Vec::new();
        io::Read::read_to_end(&mut io::Read::take(&file, SNIFF), &mut start)
            .map_err(|source| Error::io(path, source))?;
        io::Seek::rewind(&mut &file).map_err(|source| Error::io(path, source))?;
        self.take(path, &mut &file, &start, intake)
    }

    /// Takes in bytes that are in memory already.
    pub(crate) fn take_bytes(
        &mut self,
        path: &Path,
        bytes: &[u8],
        intake: &Intake<'_>,
    ) -> Result<AddedItem> {
        let start = &bytes[..bytes.len().min(SNIFF as usize)];
        self.take(path, &mut Cursor::new(bytes), start, intake)
    }

    fn take(
        &mut self,
        path: &Path,
        reader: &mut dyn io::Read,
        start: &[u8],
        intake: &Intake<'_>,
    ) -> Result<AddedItem> {
        let (digest, size) = match self.archive.put_item(reader, ITEM_LIMIT) {
            Err(archive::Error::ItemTooLong { limit }) => {
                return Err(Error::ItemTooLarge {
                    path: path.to_path_buf(),
                    limit,
                });
            }
            Err(archive::Error::ItemUnreadable { source }) => {
                return Err(Error::Io {
                    path: path.to_path_buf(),
                    source,
                });
            }
            other => other?,
        };
        let media_type = intake::kind::sniff(start, intake.name).as_str().to_owned();
        let known = self
            .catalog
            .item_by_digest(digest.as_bytes())?
            .map(|view| view.item.number);
        let number = match known {
            Some(number) => number,
            None => self.record_item(digest, size, &media_type, intake)?,
        };
        Ok(AddedItem {
            path: path.to_path_buf(),
            number,
            digest: digest.to_string(),
            size,
            media_type,
            known: known.is_some(),
        })
    }

    fn record_item(
        &mut self,
        digest: Digest,
        size: u64,
        media_type: &str,
        intake: &Intake<'_>,
    ) -> Result<EvidenceNumber> {
        let number = self.catalog.next_evidence_number()?;
        let received = CustodyEvent {
            time: self.surroundings.now(),
            action: term("received")?,
            by: self.actor.clone(),
            note: None,
        };
        let item = Item {
            number,
            digest,
            size,
            media_type: media_type.to_owned(),
            name: intake.name.to_owned(),
            title: intake.title.map(str::to_owned),
            obtained_how: intake.how.to_owned(),
            obtained_from: intake.source,
            custody: vec![received],
            access: intake.access,
        };
        let mut happening = Happening::new(EntryKind::ItemAdded, Payload::Item(item));
        happening.items.push(digest);
        self.record(vec![happening])?;
        Ok(number)
    }

    fn known_source(&self, id: &str) -> Result<SourceId> {
        let id = SourceId::parse(id).map_err(|cause| Error::BadId {
            cause: Box::new(cause),
        })?;
        match self.catalog.source(id)? {
            Some(_) => Ok(id),
            None => Err(Error::Unknown {
                what: "source",
                id: id.to_string(),
            }),
        }
    }
}

/// Reads a word of access.
pub(crate) fn access(word: &str) -> Result<Access> {
    Access::parse(word).ok_or_else(|| Error::BadId {
        cause: format!("`{word}` is not public, restricted or confidential").into(),
    })
}

/// A term that this program itself writes.
pub(crate) fn term(word: &str) -> Result<Term> {
    Term::new(word).map_err(|cause| Error::BadId {
        cause: Box::new(cause),
    })
}

/// A file that could not be read.
pub(crate) fn unreadable(path: &Path, cause: &io::Error) -> Problem {
    Problem {
        file: path.display().to_string(),
        row: None,
        column: None,
        taken: false,
        code: "unreadable",
        facts: vec![("cause", cause.to_string())],
    }
}
