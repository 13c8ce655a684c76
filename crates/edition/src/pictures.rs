//! Pictures as an audience may see them: a renderer gets pixels with what is covered already covered, and never the file.

use model::id::EvidenceNumber;

use crate::edition::{Edition, Sheet};

/// A picture: upright, sRGB, three bytes a pixel, rows from the top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// Pixels from left to right.
    pub width: u32,
    /// Pixels from top to bottom.
    pub height: u32,
    /// `3 × width × height` bytes: red, green, blue.
    pub rgb: Vec<u8>,
}

/// Why a picture cannot be had.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PictureError {
    /// It is not in the edition, or has no such page.
    #[error("{0} has no page {1} that may be shown")]
    NotShown(EvidenceNumber, u32),
    /// Its bytes are not what they were when the edition was made, or cannot be read as a picture.
    #[error("{number} cannot be read as a picture: {why}")]
    Unreadable {
        /// Which.
        number: EvidenceNumber,
        /// What is wrong with it.
        why: String,
    },
    /// The disk failed.
    #[error("{number} cannot be read")]
    Io {
        /// Which.
        number: EvidenceNumber,
        /// Why.
        #[source]
        source: std::io::Error,
    },
}

/// Where an item's bytes can be had. Given to [`Pictures`] alone.
pub trait Blobs: Sync {
    /// Page `sheet`, from 1, upright, with nothing covered.
    fn pixels(&self, number: EvidenceNumber, sheet: u32) -> Result<Pixels, PictureError>;

    /// The file as it came in.
    fn file(&self, number: EvidenceNumber) -> Result<Vec<u8>, PictureError>;
}

/// The pictures and offered files of an edition.
pub struct Pictures<'a> {
    edition: &'a Edition,
    blobs: Option<&'a dyn Blobs>,
}

impl std::fmt::Debug for Pictures<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Pictures").finish_non_exhaustive()
    }
}

impl<'a> Pictures<'a> {
    /// Those of `edition`, read from `blobs`.
    pub fn new(edition: &'a Edition, blobs: &'a dyn Blobs) -> Self {
        Self {
            edition,
            blobs: Some(blobs),
        }
    }

    /// None at all: every picture is missing.
    pub fn none(edition: &'a Edition) -> Self {
        Self {
            edition,
            blobs: None,
        }
    }

    /// Page `sheet`, from 1, of item `number`, with black where something is covered.
    pub fn open(&self, number: EvidenceNumber, sheet: u32) -> Result<Pixels, PictureError> {
        let missing = PictureError::NotShown(number, sheet);
        let place = sheet.checked_sub(1).map(|place| place as usize);
        let shown = self
            .item(number)
            .zip(place)
            .and_then(|(item, place)| item.sheets.get(place));
        let (Some(shown), Some(blobs)) = (shown, self.blobs) else {
            return Err(missing);
        };
        let mut pixels = blobs.pixels(number, sheet)?;
        if (pixels.width, pixels.height) != (shown.width, shown.height) {
            return Err(PictureError::Unreadable {
                number,
                why: format!(
                    "it is {} × {} pixels, not {} × {}",
                    pixels.width, pixels.height, shown.width, shown.height
                ),
            });
        }
        cover(&mut pixels, shown);
        Ok(pixels)
    }

    /// The file of item `number` as it came in, if it is offered.
    pub fn file(&self, number: EvidenceNumber) -> Result<Vec<u8>, PictureError> {
        let offered = self.item(number).is_some_and(|item| item.presented.offered);
        match self.blobs {
            Some(blobs) if offered => blobs.file(number),
            _ => Err(PictureError::NotShown(number, 0)),
        }
    }

    fn item(&self, number: EvidenceNumber) -> Option<&'a crate::edition::ItemCard> {
        let items = &self.edition.items;
        let place = items
            .binary_search_by_key(&number, |item| item.number)
            .ok()?;
        items.get(place)
    }
}

/// Paints what is covered black, at least to the pixel that its edge falls into.
fn cover(pixels: &mut Pixels, sheet: &Sheet) {
    let (width, height) = (u64::from(pixels.width), u64::from(pixels.height));
    for ([left, top, right, bottom], _) in &sheet.covered {
        let from = |edge: u16, length: u64| (u64::from(edge) * length / 1000).min(length) as usize;
        let to =
            |edge: u16, length: u64| (u64::from(edge) * length).div_ceil(1000).min(length) as usize;
        let (left, right) = (from(*left, width), to(*right, width));
        for row in from(*top, height)..to(*bottom, height) {
            let start = row * width as usize;
            if let Some(covered) = pixels.rgb.get_mut((start + left) * 3..(start + right) * 3) {
                covered.fill(0);
            }
        }
    }
}
