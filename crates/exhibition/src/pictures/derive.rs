//! Pixels to smaller pixels and to bytes: the same bytes on every machine and in any number of threads.

use edition::{Pictures, Pixels};
use image::{DynamicImage, RgbImage, codecs::jpeg::JpegEncoder, imageops::FilterType};
use ravif::{BitDepth, Encoder, Img, RGBA8};

use crate::{
    RenderError,
    pictures::{Leaf, Version, figure, tiles},
    plan::{Kind, Output},
};

use std::{collections::BTreeSet, sync::atomic::Ordering};

/// Version of what follows: raised when the bytes of a picture would change, so that its files get new names.
pub(crate) const ENCODER: u32 = 1;

/// Quality of JPEGs, of 100. Chosen by us: letters on a scanned page stay sharp.
const JPEG_QUALITY: u8 = 78;
/// Quality of AVIFs, of 100, which looks like the JPEG's.
const AVIF_QUALITY: f32 = 58.0;
/// Effort of AVIFs, from 1 (all there is) to 10 (none).
const AVIF_SPEED: u8 = 9;
/// Widest still of a recording, in pixels.
const STILL: u32 = 960;
/// An AVIF of more pixels costs more time than it saves bytes: wider pictures are JPEGs alone.
pub(crate) const AVIF_PIXELS: u64 = 1_000_000;

/// The height of a picture of size `of` when it is `width` wide: to the nearest pixel, at least one.
pub(crate) fn height(of: (u32, u32), width: u32) -> u32 {
    let (full, height) = (u64::from(of.0.max(1)), u64::from(of.1));
    let scaled = (height * u64::from(width) + full / 2) / full;
    u32::try_from(scaled).unwrap_or(u32::MAX).max(1)
}

/// The largest part of a picture that is three wide and four high, with `focus` (thousandths) as near to its middle as it can be
/// without leaving the picture: left, top, width, height in pixels.
pub(crate) fn crop(width: u32, height: u32, focus: Option<[u16; 2]>) -> [u32; 4] {
    let (full_width, full_height) = (u64::from(width), u64::from(height));
    let [x, y] = focus
        .unwrap_or([500, 500])
        .map(|edge| u64::from(edge.min(1000)));
    let (cut_width, cut_height) = if full_width * 4 > full_height * 3 {
        ((full_height * 3 / 4).max(1), full_height)
    } else {
        (full_width, (full_width * 4 / 3).clamp(1, full_height))
    };
    let from = |focus: u64, full: u64, cut: u64| {
        (focus * full / 1000)
            .saturating_sub(cut / 2)
            .min(full - cut)
    };
    [
        from(x, full_width, cut_width),
        from(y, full_height, cut_height),
        cut_width,
        cut_height,
    ]
    .map(|edge| u32::try_from(edge).unwrap_or(u32::MAX))
}

impl Version {
    /// `true` when it is written as AVIF as well, where all that stand beside it are.
    pub(crate) fn has_avif(&self) -> bool {
        u64::from(self.width) * u64::from(self.height) <= AVIF_PIXELS
    }
}

impl Leaf {
    /// The size of a picture that stands still where a recording would begin.
    pub(crate) fn still(&self) -> Option<&Version> {
        self.whole.iter().rfind(|version| version.width <= STILL)
    }

    /// Every file of it to which something leads.
    fn files(&self) -> BTreeSet<String> {
        let mut mosts = figure::MOSTS.to_vec();
        // First pages that are shown without asking stand in lists as well.
        if self.open && self.sheet == 1 {
            mosts.push(figure::LISTED);
        }
        let whole = mosts
            .into_iter()
            .flat_map(|most| figure::files(&self.whole, most));
        let mut files: BTreeSet<String> = whole.collect();
        files.extend(figure::files(&self.portrait, u32::MAX));
        if self.named {
            // The smallest stands for the item, the largest for a page without tiles.
            let item = self.whole.first().filter(|_| self.sheet == 1);
            let page = self.whole.last().filter(|_| !self.tiled);
            files.extend(item.into_iter().chain(page).map(Version::jpeg));
        }
        if self.tiled {
            files.extend(tiles::paths(self));
        }
        if self.poster {
            files.extend(self.still().map(Version::jpeg));
        }
        files
    }

    /// Writes every size that does not stand there yet. A picture that cannot be read is marked and nothing of it is written.
    pub(crate) fn write(
        &self,
        pictures: &Pictures<'_>,
        output: &mut Output<'_>,
    ) -> Result<(), RenderError> {
        let mut wanted = self.files();
        wanted.retain(|path| !output.keep(path));
        if wanted.is_empty() {
            return Ok(());
        }
        let encoded = pictures
            .open(self.number, self.sheet)
            .ok()
            .and_then(picture)
            .and_then(|picture| self.encoded(&picture, &wanted));
        match encoded {
            Some(files) => files
                .iter()
                .try_for_each(|(path, bytes)| output.write(path, bytes, Kind::Other)),
            None => {
                self.broken.store(true, Ordering::Relaxed);
                Ok(())
            }
        }
    }

    /// The files of `wanted`; `None` when one of them cannot be made.
    fn encoded(
        &self,
        picture: &DynamicImage,
        wanted: &BTreeSet<String>,
    ) -> Option<Vec<(String, Vec<u8>)>> {
        let mut files = Vec::with_capacity(wanted.len());
        let mut add = |path: String, bytes: &dyn Fn() -> Option<Vec<u8>>| {
            if wanted.contains(&path) {
                files.push((path, bytes()?));
            }
            Some(())
        };
        // From large to small, each from the one before: the cost is that of the first.
        let mut last = None;
        for version in self.whole.iter().rev() {
            let scaled = scaled(
                last.as_ref().unwrap_or(picture),
                version.width,
                version.height,
            );
            add(version.jpeg(), &|| jpeg(&scaled))?;
            if version.has_avif() {
                add(version.avif(), &|| avif(&scaled))?;
            }
            last = Some(scaled);
        }
        if !self.portrait.is_empty() {
            let [left, top, width, height] = self.crop;
            let cut = picture.crop_imm(left, top, width, height);
            for version in &self.portrait {
                let scaled = scaled(&cut, version.width, version.height);
                add(version.jpeg(), &|| jpeg(&scaled))?;
                if version.has_avif() {
                    add(version.avif(), &|| avif(&scaled))?;
                }
            }
        }
        if self.tiled {
            tiles::encoded(self, picture, &mut add)?;
        }
        Some(files)
    }
}

fn picture(pixels: Pixels) -> Option<DynamicImage> {
    RgbImage::from_raw(pixels.width, pixels.height, pixels.rgb).map(DynamicImage::ImageRgb8)
}

/// The picture at another size; itself at its own.
pub(crate) fn scaled(picture: &DynamicImage, width: u32, height: u32) -> DynamicImage {
    if (width, height) == (picture.width(), picture.height()) {
        return picture.clone();
    }
    picture.resize_exact(width, height, FilterType::CatmullRom)
}

/// A JPEG of the pixels and nothing else.
pub(crate) fn jpeg(picture: &DynamicImage) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    picture
        .write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY))
        .ok()?;
    Some(bytes)
}

/// An AVIF of the pixels and nothing else.
fn avif(picture: &DynamicImage) -> Option<Vec<u8>> {
    let rgb = picture.as_rgb8()?.as_raw();
    // Opaque pixels are written without a fourth channel; the function for them is compiled where the encoder is.
    let pixels: Vec<RGBA8> = rgb
        .chunks_exact(3)
        .map(|pixel| RGBA8::new(pixel[0], pixel[1], pixel[2], u8::MAX))
        .collect();
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    Encoder::new()
        .with_quality(AVIF_QUALITY)
        .with_speed(AVIF_SPEED)
        .with_bit_depth(BitDepth::Eight)
        // The number of threads would decide the number of tiles, and so the bytes.
        .with_num_threads(Some(1))
        .encode_rgba(Img::new(pixels.as_slice(), width, height))
        .ok()
        .map(|encoded| encoded.avif_file)
}
