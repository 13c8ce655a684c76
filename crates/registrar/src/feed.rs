//! Feeding the catalog: from the ledger's entries, with the texts that can be read in its items.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use archive::{Archive, PayloadState, StoredEntry};
use catalog::{Catalog, CatalogError, Condition, Fed, FedPayload, FedText, Lag, Origin};
use intake::limits::Limits;
use model::{entry::EntryKind, id::EvidenceNumber, payload::Payload, wire};
use proof::digest::Digest;

use crate::{
    error::{Error, Result},
    registrar::{Mended, Registrar},
};

/// Entries read from the ledger at once.
const PORTION: u64 = 4_096;

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
        each_portion(archive, 0, &mut |fed| Ok(sink.take(fed)?))
    })?;
    Ok(catalog)
}

fn catch_up(catalog: &mut Catalog, archive: &Archive) -> Result<()> {
    let from = catalog.position();
    each_portion(archive, from, &mut |fed| {
        catalog.apply(fed)?;
        Ok(())
    })
}

impl Registrar {
    /// Shows the catalog what was just appended.
    pub(crate) fn feed_catalog(&mut self) -> Result<()> {
        catch_up(&mut self.catalog, &self.archive)
    }
}

fn each_portion(
    archive: &Archive,
    from: u64,
    take: &mut dyn FnMut(&[Fed<'_>]) -> Result<()>,
) -> Result<()> {
    let length = archive.len()?;
    let mut next = from;
    while next < length {
        let entries = archive.entries(next, PORTION.min(length - next))?;
        let texts = entries
            .iter()
            .map(|entry| text_of(archive, entry))
            .collect::<Result<Vec<_>>>()?;
        let fed: Vec<Fed<'_>> = entries
            .iter()
            .zip(&texts)
            .map(|(entry, text)| fed(entry, text.as_ref()))
            .collect();
        take(&fed)?;
        next += entries.len() as u64;
    }
    Ok(())
}

fn fed<'a>(entry: &'a StoredEntry, text: Option<&'a (EvidenceNumber, String)>) -> Fed<'a> {
    let payloads = entry.payloads.iter().map(|payload| match &payload.state {
        PayloadState::Present(salted) => FedPayload::Present(&salted.bytes),
        PayloadState::Erased { .. } => FedPayload::Erased,
    });
    Fed {
        index: entry.index,
        entry: &entry.bytes,
        payloads: payloads.collect(),
        texts: text
            .map(|(item, text)| FedText { item: *item, text })
            .into_iter()
            .collect(),
    }
}

/// The text of the item that an entry adds; `None` when it adds none, or none that can be read as text.
fn text_of(archive: &Archive, entry: &StoredEntry) -> Result<Option<(EvidenceNumber, String)>> {
    // Cheaper than reading every entry twice: the type stands in the bytes as written.
    let marker = format!("\"type\":\"{}\"", EntryKind::ItemAdded.as_str());
    if !entry
        .bytes
        .windows(marker.len())
        .any(|window| window == marker.as_bytes())
    {
        return Ok(None);
    }
    for payload in &entry.payloads {
        let PayloadState::Present(salted) = &payload.state else {
            continue;
        };
        let Ok(Payload::Item(item)) = wire::v1::decode_payload(&salted.bytes) else {
            continue;
        };
        let text = item_text(archive, &item.digest, &item.name, &item.media_type)?;
        return Ok(text.map(|text| (item.number, text)));
    }
    Ok(None)
}

/// The text read in an item; `None` when it is no text, too large, or gone.
pub(crate) fn item_text(
    archive: &Archive,
    digest: &Digest,
    name: &str,
    media_type: &str,
) -> Result<Option<String>> {
    if !["text/plain", "text/html", "text/vtt"].contains(&media_type) {
        return Ok(None);
    }
    let Some(bytes) = item_bytes(archive, digest, Limits::default().text as u64)? else {
        return Ok(None);
    };
    Ok(intake::read(&bytes, name, &Limits::default()).map(|reading| reading.text))
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
