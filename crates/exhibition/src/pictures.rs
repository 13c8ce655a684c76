//! The pictures and files of an exhibition: which there are, in which sizes, and the writing of them before any page.
//!
//! A picture is made from covered pixels alone, never from a file, so it carries nothing but what can be seen.

mod derive;
pub(crate) mod figure;
pub(crate) mod manifest;
mod tiles;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::atomic::{AtomicBool, Ordering},
};

use edition::{
    EvidenceNumber, Localized, Pictures,
    edition::{Edition, ItemCard, Sheet, ShownLocator},
};

use crate::{
    Options, RenderError, Sink, Way,
    memory::{Part, seen},
    plan::{self, Kind, Written},
    site,
};

/// Sheets of an item on one page. Chosen by us: what is read on a phone before one turns the page.
pub(crate) const SHEETS_ON_PAGE: usize = 12;

/// Widths in pixels in which a picture is written; none is wider than the picture itself.
const WIDTHS: [u32; 4] = [240, 480, 960, 1600];

/// Widths of a portrait.
const PORTRAIT_WIDTHS: [u32; 3] = [240, 480, 720];

/// A picture is at most this many pixels high: beyond it, it is a scroll and is written narrower.
const HEIGHT_LIMIT: u32 = 4800;

/// Properties whose item is a picture of the record.
pub(crate) const PROPERTIES: [&str; 2] = ["portrait", "photograph"];

/// What can be shown of each pictorial item, and which offered files were written.
#[derive(Debug, Default)]
pub(crate) struct Gallery {
    pictures: BTreeMap<EvidenceNumber, Picture>,
    files: BTreeSet<EvidenceNumber>,
}

/// A pictorial item.
#[derive(Debug)]
pub(crate) struct Picture {
    /// Somebody said what can be seen.
    described: bool,
    /// Shown only to those who choose to.
    sensitive: bool,
    /// Its pages, in order.
    pub(crate) leaves: Vec<Leaf>,
}

/// A page of an item with the sizes in which it is written.
#[derive(Debug)]
pub(crate) struct Leaf {
    /// Which item.
    pub(crate) number: EvidenceNumber,
    /// Its page, from 1.
    pub(crate) sheet: u32,
    /// Pixels from left to right, as it came in.
    pub(crate) width: u32,
    /// Pixels from top to bottom.
    pub(crate) height: u32,
    /// What the names of its files begin with.
    stem: String,
    /// Sizes of the whole, smallest first.
    pub(crate) whole: Vec<Version>,
    /// Sizes of the crop for a portrait; empty when nobody calls it one.
    pub(crate) portrait: Vec<Version>,
    /// What is cut out for a portrait: left, top, width, height in pixels.
    crop: [u32; 4],
    /// It is shown without asking.
    open: bool,
    /// A manifest names it; only where the exhibition has an address.
    named: bool,
    /// Tiles to look at it closely; only where a manifest names it, and on the first pages of an item.
    pub(crate) tiled: bool,
    /// It stands still where a recording would begin.
    poster: bool,
    /// It could not be read.
    broken: AtomicBool,
}

/// A size of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Version {
    /// Pixels from left to right.
    pub(crate) width: u32,
    /// Pixels from top to bottom.
    pub(crate) height: u32,
    /// Path from the root of the exhibition, without its ending.
    stem: String,
}

impl Version {
    /// Path of the JPEG, which every browser shows.
    pub(crate) fn jpeg(&self) -> String {
        format!("{}.jpg", self.stem)
    }

    /// Path of the AVIF, which is smaller.
    pub(crate) fn avif(&self) -> String {
        format!("{}.avif", self.stem)
    }
}

impl Leaf {
    /// `true` when it can be shown.
    pub(crate) fn is_readable(&self) -> bool {
        !self.broken.load(Ordering::Relaxed)
    }
}

/// How an item stands as a picture.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Standing<'g> {
    /// It is no picture, or nothing of it may be seen.
    None,
    /// Nobody has said what can be seen: it is not shown.
    Undescribed,
    /// Shown to those who choose to see it.
    Sensitive(&'g Picture),
    /// Shown.
    Open(&'g Picture),
}

impl Gallery {
    /// Writes every picture and every offered file, and says what could be written.
    pub(crate) fn write(
        edition: &Edition,
        pictures: &Pictures<'_>,
        options: &Options,
        threads: usize,
        sink: &dyn Sink,
    ) -> Result<(Self, Written), RenderError> {
        let mut gallery = Self::planned(edition, options.base_address.is_some());
        let offered: Vec<(&ItemCard, AtomicBool)> = edition
            .items
            .iter()
            .filter(|item| item.presented.offered && item.file.is_some())
            .map(|item| (item, AtomicBool::new(false)))
            .collect();
        let leaves: Vec<&Leaf> = gallery
            .pictures
            .values()
            .filter(|picture| picture.described)
            .flat_map(|picture| &picture.leaves)
            .collect();
        let count = leaves.len() + offered.len();
        let is_stick = options.way == Way::Stick;
        let all = plan::share_out(threads, count, sink, is_stick, |place, output| {
            if let Some(leaf) = leaves.get(place) {
                return leaf.write(pictures, output);
            }
            let Some((item, written)) = offered.get(place - leaves.len()) else {
                return Ok(());
            };
            // A file that cannot be read is missing from its page, which says so.
            if let (Ok(bytes), Some(path)) = (pictures.file(item.number), file_path(item)) {
                output.write(&path, &bytes, Kind::Other)?;
                written.store(true, Ordering::Relaxed);
            }
            Ok(())
        })?;
        gallery.files = offered
            .iter()
            .filter(|(_, written)| written.load(Ordering::Relaxed))
            .map(|(item, _)| item.number)
            .collect();
        Ok((gallery, all))
    }

    /// All pictures with their sizes; nothing is read or written.
    pub(crate) fn planned(edition: &Edition, has_address: bool) -> Self {
        let portraits = portraits(edition);
        let posters: BTreeSet<EvidenceNumber> = edition
            .items
            .iter()
            .filter_map(|item| item.presented.poster)
            .collect();
        let pictures = edition
            .items
            .iter()
            .filter(|item| !item.sheets.is_empty())
            .map(|item| {
                let leaves = (1u32..).zip(&item.sheets).map(|(place, sheet)| {
                    let is_open = !item.presented.sensitive;
                    let portrait = portraits.get(&(item.number, place)).copied();
                    Leaf {
                        open: is_open,
                        named: has_address && is_open,
                        tiled: has_address && is_open && place <= tiles::SHEETS,
                        poster: place == 1 && posters.contains(&item.number),
                        ..leaf(item, place, sheet, portrait.filter(|_| is_open))
                    }
                });
                let picture = Picture {
                    described: is_said(&item.presented.alt),
                    sensitive: item.presented.sensitive,
                    leaves: leaves.collect(),
                };
                (item.number, picture)
            })
            .collect();
        Self {
            pictures,
            files: BTreeSet::new(),
        }
    }

    /// What pages tell of `number` that the edition does not: which of its pages could not be read, and whether its file was written.
    pub(crate) fn told(&self, number: EvidenceNumber) -> (Vec<bool>, bool) {
        let leaves = self.pictures.get(&number).map(|picture| &picture.leaves);
        let readable = leaves.into_iter().flatten().map(Leaf::is_readable);
        (readable.collect(), self.files.contains(&number))
    }

    /// How `number` stands as a picture.
    pub(crate) fn standing(&self, number: EvidenceNumber) -> Standing<'_> {
        seen(Part::Item(number));
        match self.pictures.get(&number) {
            None => Standing::None,
            Some(picture) if !picture.described => Standing::Undescribed,
            Some(picture) if picture.sensitive => Standing::Sensitive(picture),
            Some(picture) => Standing::Open(picture),
        }
    }

    /// `true` when something of `number` can be seen, shown or not.
    pub(crate) fn is_pictorial(&self, number: EvidenceNumber) -> bool {
        seen(Part::Item(number));
        self.pictures.contains_key(&number)
    }

    /// `true` when the pages of `number` are shown without asking.
    pub(crate) fn is_open(&self, number: EvidenceNumber) -> bool {
        matches!(self.standing(number), Standing::Open(_))
    }

    /// `true` when `number` has a page `sheet`.
    pub(crate) fn has_sheet(&self, number: EvidenceNumber, sheet: u32) -> bool {
        seen(Part::Item(number));
        let leaves = self
            .pictures
            .get(&number)
            .map(|picture| picture.leaves.len());
        sheet >= 1 && leaves.is_some_and(|leaves| sheet as usize <= leaves)
    }

    /// The first page of `number`, when it is shown without asking and could be read.
    pub(crate) fn first(&self, number: EvidenceNumber) -> Option<&Leaf> {
        match self.standing(number) {
            Standing::Open(picture) => picture.leaves.first().filter(|leaf| leaf.is_readable()),
            _ => None,
        }
    }

    /// The path of the offered file of `item`, if it was written.
    pub(crate) fn file(&self, item: &ItemCard) -> Option<String> {
        seen(Part::Item(item.number));
        file_path(item).filter(|_| self.files.contains(&item.number))
    }
}

/// Pages that somebody calls a portrait, and how wide each is shown at most.
fn portraits(edition: &Edition) -> BTreeMap<(EvidenceNumber, u32), u32> {
    let mut portraits = BTreeMap::new();
    for subject in &edition.subjects {
        let most = figure::of_portrait(site::is_victim(subject)).most;
        let citations = site::facts(subject, "portrait").flat_map(|fact| &fact.citations);
        for cited in citations {
            if let Some(item) = cited.item {
                let widest = portraits
                    .entry((item, sheet_of(cited.locator.as_ref())))
                    .or_insert(most);
                *widest = most.max(*widest);
            }
        }
    }
    portraits
}

/// The page that a citation means: the first when it names none.
pub(crate) fn sheet_of(locator: Option<&ShownLocator>) -> u32 {
    match locator {
        Some(ShownLocator::Page(sheet, _)) => *sheet,
        _ => 1,
    }
}

/// `true` when there are words in some language.
fn is_said(text: &Localized) -> bool {
    text.0.iter().any(|(_, words)| !words.trim().is_empty())
}

/// A page with its sizes; `portrait` says how wide it is shown as one.
fn leaf(item: &ItemCard, place: u32, sheet: &Sheet, portrait: Option<u32>) -> Leaf {
    let number = item.number;
    let (width, height) = (sheet.width.max(1), sheet.height.max(1));
    let key = key(sheet, None);
    let base = format!("pictures/{}-{place}", name(number));
    // As wide as the limit of its height allows.
    let most = u64::from(HEIGHT_LIMIT) * u64::from(width) / u64::from(height);
    let full = u32::try_from(most).map_or(width, |most| width.min(most.max(1)));
    let version = |stem: &str, key: &str, width: u32, of: (u32, u32)| Version {
        width,
        height: derive::height(of, width),
        stem: format!("{stem}-{width}-{key}"),
    };
    // The smallest size is for lists, which show first pages alone.
    let small = usize::from(place > 1);
    let whole = widths(&WIDTHS[small..], full)
        .into_iter()
        .map(|width| version(&base, &key, width, (sheet.width.max(1), height)))
        .collect();
    let crop = derive::crop(width, height, item.presented.focus);
    let portrait = if let Some(most) = portrait {
        let key = self::key(sheet, Some(item.presented.focus.unwrap_or([500, 500])));
        widths(&PORTRAIT_WIDTHS, crop[2])
            .into_iter()
            .enumerate()
            .filter(|(place, width)| *place == 0 || *width <= most)
            .map(|(_, width)| width)
            .map(|width| version(&format!("{base}-portrait"), &key, width, (crop[2], crop[3])))
            .collect()
    } else {
        Vec::new()
    };
    Leaf {
        number,
        sheet: place,
        width,
        height,
        stem: format!("iiif/{}/{place}-{key}", name(number)),
        whole,
        portrait,
        crop,
        open: false,
        named: false,
        tiled: false,
        poster: false,
        broken: AtomicBool::new(false),
    }
}

/// Those of `widths` that are below `full`, and `full` itself or the largest of them.
fn widths(widths: &[u32], full: u32) -> Vec<u32> {
    let most = widths.last().copied().unwrap_or(full).min(full);
    let smaller = widths.iter().copied().filter(|width| *width < most);
    smaller.chain([most]).collect()
}

/// Twelve digits that differ whenever the bytes of a picture may differ: what is covered, where it is cut, how it is encoded.
/// The pixels beneath are named by the item's number, whose bytes never change.
fn key(sheet: &Sheet, focus: Option<[u16; 2]>) -> String {
    // FNV-1a, 64 bits. It names; it protects nothing.
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut add = |number: u32| {
        for byte in number.to_le_bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    };
    add(derive::ENCODER);
    add(sheet.width);
    add(sheet.height);
    for (area, _) in &sheet.covered {
        area.iter().for_each(|edge| add(u32::from(*edge)));
    }
    if let Some(focus) = focus {
        focus.iter().for_each(|edge| add(u32::from(*edge)));
    }
    let mut key = format!("{hash:016x}");
    key.truncate(12);
    key
}

/// The number of an item as it stands in paths.
pub(crate) fn name(number: EvidenceNumber) -> String {
    number.to_string().to_ascii_lowercase()
}

/// Where the file of an item goes when it is offered. Its ending comes from a list of ours and never from its name: a file that
/// a browser would run is offered as bytes.
fn file_path(item: &ItemCard) -> Option<String> {
    let file = item.file.as_ref()?;
    let ending = match file.media_type.as_str() {
        "image/jpeg" => "jpg",
        "image/png" => "png",
        "image/webp" => "webp",
        "image/gif" => "gif",
        "image/tiff" => "tif",
        "image/bmp" => "bmp",
        "application/pdf" => "pdf",
        "audio/mpeg" => "mp3",
        "audio/ogg" => "ogg",
        "audio/mp4" => "m4a",
        "audio/wav" | "audio/x-wav" => "wav",
        "audio/flac" => "flac",
        "video/mp4" => "mp4",
        "video/webm" => "webm",
        "video/ogg" => "ogv",
        "text/plain" => "txt",
        "text/csv" => "csv",
        "text/vtt" => "vtt",
        _ => "bin",
    };
    Some(format!("files/{}.{ending}", name(item.number)))
}

#[cfg(test)]
mod tests;
