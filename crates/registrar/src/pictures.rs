//! Pictures out of the vault: their sizes for the draft, their pixels and offered files for the renderer, what is wrong with them.

#[cfg(test)]
mod tests;

use std::{
    collections::BTreeMap,
    io,
    sync::{Arc, Mutex, PoisonError},
};

use archive::Archive;
use catalog::ItemView;
use edition::{
    Blobs, PictureError, Pixels,
    edition::{Edition, ItemCard},
};
use intake::{
    kind::MediaType,
    limits::Limits,
    pdf_pages,
    picture::{self, PictureProblem, Raster},
};
use model::id::EvidenceNumber;
use proof::digest::Digest;

use crate::{
    error::{Error, Result},
    feed,
    outcome::Problem,
    registrar::Registrar,
};

/// Largest file handed over as it came in, in bytes: it passes through memory. Chosen by us: an hour of video for a web page.
const OFFERED_LIMIT: u64 = 1 << 30;

/// An item that can be asked for.
struct Held {
    digest: Digest,
    media_type: String,
    name: String,
}

/// The bytes of the item that was read last, so that the pages of one PDF are not each a reading of the whole file.
type Last = Option<(EvidenceNumber, Arc<Vec<u8>>)>;

/// The items of an archive as pictures.
pub(crate) struct Vault<'a> {
    archive: &'a Archive,
    held: BTreeMap<EvidenceNumber, Held>,
    last: Mutex<Last>,
    problems: Mutex<BTreeMap<EvidenceNumber, Problem>>,
}

impl Registrar {
    /// The vault, to be asked for pictures.
    pub(crate) fn vault(&self) -> Result<Vault<'_>> {
        let held = self.catalog.items()?.into_iter().map(|view| {
            let held = Held {
                digest: view.item.digest,
                media_type: view.item.media_type,
                name: view.item.name,
            };
            (view.item.number, held)
        });
        Ok(Vault {
            archive: &self.archive,
            held: held.collect(),
            last: Mutex::default(),
            problems: Mutex::default(),
        })
    }
}

impl Vault<'_> {
    /// Width and height of each page of an item that can be looked at. What cannot be read has none, and is a problem.
    pub(crate) fn sheets(&self, view: &ItemView) -> Result<Vec<(u32, u32)>> {
        let media_type = view.item.media_type.as_str();
        if !is_pictorial(media_type) || !self.archive.has_item(&view.item.digest)? {
            return Ok(Vec::new());
        }
        let limits = Limits::default();
        let number = view.item.number;
        let read = self.bytes(number, limits.bytes as u64)?.and_then(|bytes| {
            if media_type == MediaType::Pdf.as_str() {
                pdf_pages::sizes(&bytes, &limits)
            } else {
                picture::size(&bytes, media_type, &limits).map(|size| vec![size])
            }
        });
        Ok(read.unwrap_or_else(|problem| {
            self.note(number, &problem);
            Vec::new()
        }))
    }

    /// What could not be shown so far, by number.
    pub(crate) fn problems(&self) -> Vec<Problem> {
        let problems = self.problems.lock();
        let problems = problems.unwrap_or_else(PoisonError::into_inner);
        problems.values().cloned().collect()
    }

    /// What was read, for the renderer; what is wrong with the item is noted on the way.
    fn read<T>(
        &self,
        number: EvidenceNumber,
        read: Result<std::result::Result<T, PictureProblem>>,
    ) -> std::result::Result<T, PictureError> {
        read.map_err(|error| failed(number, error))?
            .map_err(|problem| {
                self.note(number, &problem);
                PictureError::Unreadable {
                    number,
                    why: problem.to_string(),
                }
            })
    }

    fn note(&self, number: EvidenceNumber, problem: &PictureProblem) {
        let name = self.held.get(&number).map_or("", |held| held.name.as_str());
        let (code, facts) = told(problem);
        let problem = flagged(number, name, code, facts);
        let mut problems = self.problems.lock().unwrap_or_else(PoisonError::into_inner);
        problems.entry(number).or_insert(problem);
    }

    /// The bytes of an item; a problem when they are too many, gone or changed.
    fn bytes(
        &self,
        number: EvidenceNumber,
        limit: u64,
    ) -> Result<std::result::Result<Arc<Vec<u8>>, PictureProblem>> {
        let lock = || self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, bytes)) = lock().as_ref().filter(|(last, _)| *last == number) {
            return Ok(Ok(Arc::clone(bytes)));
        }
        let Some(held) = self.held.get(&number) else {
            return Ok(Err(PictureProblem::OtherKind));
        };
        let size = self.archive.item_size(&held.digest)?.unwrap_or_default();
        if size > limit {
            return Ok(Err(PictureProblem::TooLarge { size, limit }));
        }
        let Some(bytes) = feed::item_bytes(self.archive, &held.digest, limit)? else {
            return Ok(Err(PictureProblem::Damaged {
                why: "its bytes are gone or not what they were".to_owned(),
            }));
        };
        let bytes = Arc::new(bytes);
        *lock() = Some((number, Arc::clone(&bytes)));
        Ok(Ok(bytes))
    }

    fn raster(
        &self,
        number: EvidenceNumber,
        sheet: u32,
    ) -> Result<std::result::Result<Raster, PictureProblem>> {
        let limits = Limits::default();
        let Some(held) = self.held.get(&number) else {
            return Ok(Err(PictureProblem::OtherKind));
        };
        let bytes = match self.bytes(number, limits.bytes as u64)? {
            Ok(bytes) => bytes,
            Err(problem) => return Ok(Err(problem)),
        };
        Ok(if held.media_type == MediaType::Pdf.as_str() {
            pdf_pages::page(&bytes, sheet, None, &limits)
        } else if sheet == 1 {
            picture::pixels(&bytes, &held.media_type, &limits)
        } else {
            Err(PictureProblem::NoSuchPage { number: sheet })
        })
    }
}

impl Blobs for Vault<'_> {
    fn pixels(
        &self,
        number: EvidenceNumber,
        sheet: u32,
    ) -> std::result::Result<Pixels, PictureError> {
        let Raster { width, height, rgb } = self.read(number, self.raster(number, sheet))?;
        Ok(Pixels { width, height, rgb })
    }

    fn file(&self, number: EvidenceNumber) -> std::result::Result<Vec<u8>, PictureError> {
        let bytes = self.read(number, self.bytes(number, OFFERED_LIMIT))?;
        Ok(Arc::unwrap_or_clone(bytes))
    }
}

fn failed(number: EvidenceNumber, error: Error) -> PictureError {
    PictureError::Io {
        number,
        source: io::Error::other(error),
    }
}

/// `true` for pictures of any kind, read here or not, and for documents of pages.
fn is_pictorial(media_type: &str) -> bool {
    media_type.starts_with("image/") || media_type == MediaType::Pdf.as_str()
}

/// Items with a picture and no words for those who do not see it.
pub(crate) fn mute(edition: &Edition) -> impl Iterator<Item = &ItemCard> {
    let cards = edition.items.iter();
    cards.filter(|card| !card.sheets.is_empty() && card.presented.alt.0.is_empty())
}

/// Pictures that the edition would show if words said what can be seen on them: none of them is shown without, and no release goes out
/// before somebody has written them.
pub(crate) fn without_words(edition: &Edition) -> Vec<Problem> {
    mute(edition)
        .map(|card| {
            let name = card.file.as_ref().map_or("", |file| file.name.as_str());
            flagged(card.number, name, "picture-no-alt", Vec::new())
        })
        .collect()
}

fn flagged(
    number: EvidenceNumber,
    name: &str,
    code: &'static str,
    facts: Vec<(&'static str, String)>,
) -> Problem {
    Problem {
        file: format!("{number} {name}").trim_end().to_owned(),
        row: None,
        column: None,
        taken: true,
        code,
        facts,
    }
}

/// The message of a problem and what fills it.
fn told(problem: &PictureProblem) -> (&'static str, Vec<(&'static str, String)>) {
    match problem {
        PictureProblem::OtherKind => ("picture-kind", vec![]),
        PictureProblem::TooLarge { size, limit } => (
            "file-too-large",
            vec![("found", size.to_string()), ("limit", limit.to_string())],
        ),
        PictureProblem::TooManyPixels {
            width,
            height,
            limit,
        } => (
            "picture-pixels",
            vec![
                ("width", width.to_string()),
                ("height", height.to_string()),
                ("limit", limit.to_string()),
            ],
        ),
        PictureProblem::CutShort => ("picture-cut", vec![]),
        PictureProblem::Locked => ("picture-locked", vec![]),
        _ => ("picture-damaged", vec![]),
    }
}
