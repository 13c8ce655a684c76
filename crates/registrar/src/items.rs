//! Files and folders become items: bytes into the vault first, then the entry that names them.

use std::{
    collections::HashMap,
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
    problems,
    recording::Happening,
    registrar::Registrar,
};

/// Most bytes of one item: 1 TiB, so that a wrong device file does not fill the disk unnoticed.
const ITEM_LIMIT: u64 = 1 << 40;

/// Bytes from the start of a file that tell its type.
const SNIFF: u64 = 64 << 10;

/// Files whose entries are written in one transaction.
const PORTION: usize = 256;

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

/// Bytes that are in the vault.
#[derive(Debug)]
struct Held {
    digest: Digest,
    size: u64,
    media_type: &'static str,
}

impl Held {
    fn added(&self, path: &Path, number: EvidenceNumber, known: bool) -> AddedItem {
        AddedItem {
            path: path.to_path_buf(),
            number,
            digest: self.digest.to_string(),
            size: self.size,
            media_type: self.media_type.to_owned(),
            known,
        }
    }
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
        let first = self.catalog.next_evidence_number()?;
        for portion in found.chunks(PORTION) {
            self.add_portion(portion, &options.how, source, access, &mut added)?;
        }
        if let Some(asked) = asked {
            for item in &added.items {
                self.decide_access(asked, item.number, "added again")?;
            }
        }
        added.alike = self.alike_from(first)?;
        self.publish()?;
        Ok(added)
    }

    /// Takes in some files: all into the vault, then one entry each in one transaction.
    fn add_portion(
        &mut self,
        paths: &[PathBuf],
        how: &str,
        source: Option<SourceId>,
        access: Access,
        added: &mut Added,
    ) -> Result<()> {
        let first = added.items.len();
        let mut next = self.catalog.next_evidence_number()?;
        let mut happenings = Vec::new();
        let mut numbers: HashMap<Digest, EvidenceNumber> = HashMap::new();
        for path in paths {
            let name = files::name(path);
            let intake = Intake {
                name: &name,
                title: None,
                how,
                source,
                access,
            };
            let held = match self.hold_file(path, &name) {
                Ok(held) => held,
                Err(Error::Io { source, .. }) => {
                    added.problems.push(unreadable(path, &source));
                    continue;
                }
                Err(other) => return Err(other),
            };
            let known = match numbers.get(&held.digest) {
                Some(number) => Some(*number),
                None => self.number_of(&held.digest)?,
            };
            if known.is_none() {
                happenings.push(self.item_added(next, &held, &intake)?);
                numbers.insert(held.digest, next);
            }
            let item = held.added(path, known.unwrap_or(next), known.is_some());
            next = EvidenceNumber(next.0 + u32::from(known.is_none()));
            added.items.push(item);
        }
        self.record(happenings)?;
        let new = added.items[first..].iter().filter(|item| !item.known);
        let paths: HashMap<EvidenceNumber, String> = new
            .map(|item| (item.number, item.path.display().to_string()))
            .collect();
        for read in std::mem::take(&mut self.just_read) {
            let Some(path) = paths.get(&read.number) else {
                continue;
            };
            let problems = read.problems.iter();
            added.problems.extend(problems.map(|problem| Problem {
                // Whatever could not be read in it, the item was taken.
                taken: true,
                ..problems::of_file(path, &[], problem)
            }));
        }
        Ok(())
    }

    /// Takes in one file from disk.
    pub(crate) fn take_file(&mut self, path: &Path, intake: &Intake<'_>) -> Result<AddedItem> {
        let held = self.hold_file(path, intake.name)?;
        self.take(path, &held, intake)
    }

    /// Takes in bytes that are in memory already.
    pub(crate) fn take_bytes(
        &mut self,
        path: &Path,
        bytes: &[u8],
        intake: &Intake<'_>,
    ) -> Result<AddedItem> {
        let start = &bytes[..bytes.len().min(SNIFF as usize)];
        let held = self.hold(path, &mut Cursor::new(bytes), start, intake.name)?;
        self.take(path, &held, intake)
    }

    fn take(&mut self, path: &Path, held: &Held, intake: &Intake<'_>) -> Result<AddedItem> {
        let known = self.number_of(&held.digest)?;
        let number = match known {
            Some(number) => number,
            None => {
                let number = self.catalog.next_evidence_number()?;
                let happening = self.item_added(number, held, intake)?;
                self.record(vec![happening])?;
                number
            }
        };
        Ok(held.added(path, number, known.is_some()))
    }

    fn hold_file(&mut self, path: &Path, name: &str) -> Result<Held> {
        let file = File::open(path).map_err(|source| Error::io(path, source))?;
        let mut start = Vec::new();
        io::Read::read_to_end(&mut io::Read::take(&file, SNIFF), &mut start)
            .map_err(|source| Error::io(path, source))?;
        io::Seek::rewind(&mut &file).map_err(|source| Error::io(path, source))?;
        self.hold(path, &mut &file, &start, name)
    }

    /// Brings bytes into the vault.
    fn hold(
        &mut self,
        path: &Path,
        reader: &mut dyn io::Read,
        start: &[u8],
        name: &str,
    ) -> Result<Held> {
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
        Ok(Held {
            digest,
            size,
            media_type: intake::kind::sniff(start, name).as_str(),
        })
    }

    /// The number of the item with these bytes, if there is one.
    fn number_of(&self, digest: &Digest) -> Result<Option<EvidenceNumber>> {
        let view = self.catalog.item_by_digest(digest.as_bytes())?;
        Ok(view.map(|view| view.item.number))
    }

    /// The entry that says that an item came in.
    fn item_added(
        &self,
        number: EvidenceNumber,
        held: &Held,
        intake: &Intake<'_>,
    ) -> Result<Happening> {
        let received = CustodyEvent {
            time: self.surroundings.now(),
            action: term("received")?,
            by: self.actor.clone(),
            note: None,
        };
        let item = Item {
            number,
            digest: held.digest,
            size: held.size,
            media_type: held.media_type.to_owned(),
            name: intake.name.to_owned(),
            title: intake.title.map(str::to_owned),
            obtained_how: intake.how.to_owned(),
            obtained_from: intake.source,
            custody: vec![received],
            access: intake.access,
        };
        let mut happening = Happening::new(EntryKind::ItemAdded, Payload::Item(item));
        happening.items.push(held.digest);
        Ok(happening)
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
