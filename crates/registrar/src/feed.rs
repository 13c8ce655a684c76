//! Feeding the catalog: from the ledger's entries, with the texts that can be read in its items.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use archive::{Archive, PayloadState, StoredEntry};
use catalog::{
    Catalog, CatalogError, Condition, Fed, FedPayload, FedPrint, FedText, Lag, Origin, PrintOf,
};
use intake::{kind::MediaType, likeness::Likeness, problem::Problem};
use model::{entry::EntryKind, id::EvidenceNumber, item::Item, payload::Payload, wire};
use proof::digest::Digest;

use crate::{
    error::{Error, Result},
    readers::{Answer, Job, Wants, readers},
    registrar::{Mended, Registrar},
};

/// Entries read from the ledger at once.
const PORTION: u64 = 4_096;

/// What was found when an item was read for the first time.
#[derive(Clone, Debug)]
pub(crate) struct ItemRead {
    pub(crate) number: EvidenceNumber,
    pub(crate) problems: Vec<Problem>,
}

impl From<CatalogError> for Error {
    fn from(error: CatalogError) -> Self {
        match error {
            CatalogError::File { path, source } => Self::io(&path, source),
            CatalogError::Entry { entry, source } | CatalogError::Payload { entry, source, .. } => {
                Self::BadEntry {
                    index: entry,
                    cause: Box::new(source),
                }
            }
            other => Self::catalog(other),
        }
    }
}

fn path_of(folder: &Path) -> PathBuf {
    folder.join("catalog").join("catalog.db")
}

/// What tells this ledger from others: the digest of its origin line, which is drawn at random.
fn origin(archive: &Archive, key: &[u8; 32]) -> Origin {
    Origin {
        ledger: Digest::of(archive.description().origin.as_bytes()).0,
        key: *key,
    }
}

/// Opens the catalog for writing and brings it up to the ledger; says when it had to be made anew.
pub(crate) fn open(
    folder: &Path,
    archive: &Archive,
    key: &[u8; 32],
) -> Result<(Catalog, Vec<Mended>)> {
    let path = path_of(folder);
    let parent = path.parent().unwrap_or(folder);
    fs::create_dir_all(parent).map_err(|source| Error::io(parent, source))?;
    let length = archive.len()?;
    let (mut catalog, reason) = match Catalog::open(&path, origin(archive, key)) {
        Ok((catalog, condition)) => (catalog, reason(condition)),
        Err(CatalogError::ForeignLedger { .. }) => (
            rebuild(folder, archive, key)?,
            Some("it was another archive's"),
        ),
        Err(other) => return Err(other.into()),
    };
    let reason = match catalog.behind(length) {
        Lag::Ahead(_) => Some("it knew more than the ledger"),
        _ if catalog.must_rebuild()? => Some("something was erased"),
        _ => reason,
    };
    if reason.is_some() || catalog.position() == 0 && length > 0 {
        drop(catalog);
        catalog = rebuild(folder, archive, key)?;
    } else {
        catch_up(&mut catalog, archive)?;
    }
    Ok((catalog, reason.map(rebuilt).into_iter().collect()))
}

fn reason(condition: Condition) -> Option<&'static str> {
    match condition {
        Condition::Kept | Condition::New => None,
        Condition::OtherForm { .. } => Some("it was of another version"),
        Condition::Unreadable => Some("it could not be read"),
    }
}

/// Opens the catalog to read it, and changes nothing. One that is missing, damaged or another archive's is built in memory instead.
pub(crate) fn open_to_read(
    folder: &Path,
    archive: &Archive,
    key: &[u8; 32],
) -> Result<(Catalog, Vec<Mended>)> {
    let path = path_of(folder);
    let origin = origin(archive, key);
    let found = Catalog::open_to_read(&path, origin);
    if let Ok(Some(catalog)) = found
        && catalog.position() > 0
        && !matches!(catalog.behind(archive.len()?), Lag::Ahead(_))
    {
        return Ok((catalog, Vec::new()));
    }
    let mut catalog = Catalog::in_memory(origin)?;
    catch_up(&mut catalog, archive)?;
    let reason = path.exists().then(|| rebuilt("it could not be read"));
    Ok((catalog, reason.into_iter().collect()))
}

fn rebuilt(reason: &str) -> Mended {
    Mended {
        code: "catalog",
        facts: vec![("reason", reason.to_owned())],
    }
}

/// Makes the catalog anew from the whole ledger.
pub(crate) fn rebuild(folder: &Path, archive: &Archive, key: &[u8; 32]) -> Result<Catalog> {
    let (catalog, _) = Catalog::rebuild(&path_of(folder), origin(archive, key), |sink| {
        each_portion(archive, 0, &mut |fed| Ok(sink.take(fed)?)).map(drop)
    })?;
    Ok(catalog)
}

fn catch_up(catalog: &mut Catalog, archive: &Archive) -> Result<Vec<ItemRead>> {
    let from = catalog.position();
    each_portion(archive, from, &mut |fed| {
        catalog.apply(fed)?;
        Ok(())
    })
}

impl Registrar {
    /// Shows the catalog what was just appended, and remembers what was wrong with new items until somebody asks.
    pub(crate) fn feed_catalog(&mut self) -> Result<()> {
        let read = catch_up(&mut self.catalog, &self.archive)?;
        self.just_read.extend(read);
        Ok(())
    }
}

fn each_portion(
    archive: &Archive,
    from: u64,
    take: &mut dyn FnMut(&[Fed<'_>]) -> Result<()>,
) -> Result<Vec<ItemRead>> {
    let length = archive.len()?;
    let mut next = from;
    let mut found = Vec::new();
    while next < length {
        let entries = archive.entries(next, PORTION.min(length - next))?;
        let items: Vec<Option<Item>> = entries.iter().map(item_added).collect();
        let jobs = items.iter().map(|item| match item {
            Some(item) => job(archive, item),
            None => Ok(None),
        });
        let read = readers().read_all(jobs, Kept::of)?;
        let fed: Vec<Fed<'_>> = entries
            .iter()
            .zip(items.iter().zip(&read))
            .map(|(entry, (item, kept))| fed(entry, item.as_ref().zip(kept.as_ref())))
            .collect();
        take(&fed)?;
        for (item, kept) in items.into_iter().zip(read) {
            found.extend(item.zip(kept).map(|(item, kept)| ItemRead {
                number: item.number,
                problems: kept.problems,
            }));
        }
        next += entries.len() as u64;
    }
    Ok(found)
}

fn fed<'a>(entry: &'a StoredEntry, read: Option<(&'a Item, &'a Kept)>) -> Fed<'a> {
    let payloads = entry.payloads.iter().map(|payload| match &payload.state {
        PayloadState::Present(salted) => FedPayload::Present(&salted.bytes),
        PayloadState::Erased { .. } => FedPayload::Erased,
    });
    Fed {
        index: entry.index,
        entry: &entry.bytes,
        payloads: payloads.collect(),
        texts: read
            .filter(|(_, kept)| !kept.text.is_empty())
            .map(|(item, kept)| FedText {
                item: item.number,
                text: &kept.text,
            })
            .into_iter()
            .collect(),
        prints: read
            .map(|(item, kept)| prints(item.number, &kept.likeness))
            .unwrap_or_default(),
    }
}

fn prints(item: EvidenceNumber, likeness: &Likeness) -> Vec<FedPrint> {
    [
        (PrintOf::Picture, likeness.picture),
        (PrintOf::Words, likeness.words),
        (PrintOf::Shingles, likeness.shingles),
    ]
    .into_iter()
    .filter_map(|(of, print)| {
        Some(FedPrint {
            item,
            of,
            print: print?,
        })
    })
    .collect()
}

/// What is kept of a reading: the words to look for, what it is like, and what was wrong.
struct Kept {
    text: String,
    likeness: Likeness,
    problems: Vec<Problem>,
}

impl Kept {
    fn of(answer: Answer) -> Self {
        Self {
            problems: answer.problems().cloned().collect(),
            likeness: answer.likeness,
            text: answer
                .reading
                .map(|reading| reading.text)
                .unwrap_or_default(),
        }
    }
}

/// The item that an entry adds; `None` when it adds none, or it was erased.
fn item_added(entry: &StoredEntry) -> Option<Item> {
    // Cheaper than reading every entry twice: the type stands in the bytes as written.
    let marker = format!("\"type\":\"{}\"", EntryKind::ItemAdded.as_str());
    entry
        .bytes
        .windows(marker.len())
        .any(|window| window == marker.as_bytes())
        .then_some(())?;
    entry.payloads.iter().find_map(|payload| {
        let PayloadState::Present(salted) = &payload.state else {
            return None;
        };
        match wire::v1::decode_payload(&salted.bytes) {
            Ok(Payload::Item(item)) => Some(item),
            _ => None,
        }
    })
}

/// Kinds whose words are cells and values. They become claims by a map, and are not looked for as a text.
const TABLES: [MediaType; 4] = [
    MediaType::Csv,
    MediaType::Tsv,
    MediaType::Json,
    MediaType::Xml,
];

/// What a reader needs to read an item; `None` when it is a table, too large, or gone.
fn job(archive: &Archive, item: &Item) -> Result<Option<Job>> {
    if TABLES.iter().any(|kind| kind.as_str() == item.media_type) {
        return Ok(None);
    }
    let bytes = item_bytes(archive, &item.digest, readers().limit())?;
    Ok(bytes.map(|bytes| Job {
        name: item.name.clone(),
        bytes,
        wants: Wants::Likeness,
    }))
}

/// The bytes of an item of at most `limit` bytes; `None` when it is larger, erased, missing or changed.
pub(crate) fn item_bytes(
    archive: &Archive,
    digest: &Digest,
    limit: u64,
) -> Result<Option<Vec<u8>>> {
    if archive.item_size(digest)?.is_none_or(|size| size > limit) {
        return Ok(None);
    }
    let Ok(mut reader) = archive.open_item(digest) else {
        return Ok(None);
    };
    let mut bytes = Vec::new();
    match io::Read::read_to_end(&mut reader, &mut bytes) {
        Ok(_) => Ok(Some(bytes)),
        // `check` says what happened to it; a search index is no place to fail over one damaged file.
        Err(_) => Ok(None),
    }
}
