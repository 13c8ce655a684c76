//! Pictures: what type and how large by their first bytes, and their pixels upright, without anything else that was in the file.

use std::{
    io::Cursor,
    panic::{AssertUnwindSafe, catch_unwind},
};

use image::{
    DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, metadata::Orientation,
};

use crate::{kind::MediaType, limits::Limits};

/// A picture as pixels and nothing else: upright, three bytes a pixel, rows from the top.
///
/// Colours are as the file has them; its colour profile is not applied. What is transparent is shown on white.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raster {
    /// Pixels from left to right.
    pub width: u32,
    /// Pixels from top to bottom.
    pub height: u32,
    /// `3 × width × height` bytes: red, green, blue.
    pub rgb: Vec<u8>,
}

/// Why a picture or a page cannot be looked at.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PictureProblem {
    /// Its bytes are those of no picture that is read here.
    #[error("it is no picture of a kind that is read here")]
    OtherKind,
    /// More bytes than are read.
    #[error("it has {size} bytes, and at most {limit} are read")]
    TooLarge {
        /// Bytes found.
        size: u64,
        /// Bytes read at most.
        limit: u64,
    },
    /// More pixels than are read.
    #[error("it is {width} × {height} pixels, and at most {limit} in all are read")]
    TooManyPixels {
        /// Pixels from left to right.
        width: u32,
        /// Pixels from top to bottom.
        height: u32,
        /// Pixels read at most.
        limit: u64,
    },
    /// The file ends before the picture does.
    #[error("it ends before the picture does")]
    CutShort,
    /// It says that it is a picture and is not, or is damaged.
    #[error("it cannot be read: {why}")]
    Damaged {
        /// What its reader says.
        why: String,
    },
    /// The document has no such page.
    #[error("it has no page {number}")]
    NoSuchPage {
        /// Page asked for, from 1.
        number: u32,
    },
    /// It is locked with a password.
    #[error("it is locked with a password")]
    Locked,
}

/// `true` for the types that [`size`] and [`pixels`] read.
pub fn is_picture(media_type: &str) -> bool {
    format(media_type).is_some()
}

/// Width and height of the picture in `bytes`, upright. Nothing is decoded, and nothing set aside for pixels.
pub fn size(bytes: &[u8], media_type: &str, limits: &Limits) -> Result<(u32, u32), PictureProblem> {
    guarded(|| {
        let mut decoder = decoder(bytes, media_type, limits)?;
        let orientation = decoder.orientation().map_err(damaged)?;
        let (width, height) = decoder.dimensions();
        whole(bytes, media_type)?;
        Ok(if turns(orientation) {
            (height, width)
        } else {
            (width, height)
        })
    })
}

/// The picture in `bytes`, upright: the first one when there are several.
pub fn pixels(bytes: &[u8], media_type: &str, limits: &Limits) -> Result<Raster, PictureProblem> {
    guarded(|| {
        let mut decoder = decoder(bytes, media_type, limits)?;
        whole(bytes, media_type)?;
        let orientation = decoder.orientation().map_err(damaged)?;
        let mut picture = DynamicImage::from_decoder(decoder).map_err(damaged)?;
        picture.apply_orientation(orientation);
        Ok(on_white(picture))
    })
}

fn format(media_type: &str) -> Option<ImageFormat> {
    let formats = [
        (MediaType::Png, ImageFormat::Png),
        (MediaType::Jpeg, ImageFormat::Jpeg),
        (MediaType::Gif, ImageFormat::Gif),
        (MediaType::Webp, ImageFormat::WebP),
        (MediaType::Tiff, ImageFormat::Tiff),
        (MediaType::Bmp, ImageFormat::Bmp),
    ];
    let known = formats
        .into_iter()
        .find(|(known, _)| known.as_str() == media_type);
    known.map(|(_, format)| format)
}

/// A reader that has read the header and found that the picture is not too large. `image` sets nothing aside for pixels before.
fn decoder<'b>(
    bytes: &'b [u8],
    media_type: &str,
    limits: &Limits,
) -> Result<impl ImageDecoder + 'b, PictureProblem> {
    let format = format(media_type).ok_or(PictureProblem::OtherKind)?;
    if bytes.len() > limits.bytes {
        return Err(PictureProblem::TooLarge {
            size: bytes.len() as u64,
            limit: limits.bytes as u64,
        });
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut bounds = image::Limits::default();
    // Four channels of two bytes, and as much again for what a decoder needs beside: a bound against bombs, not a budget.
    bounds.max_alloc = Some(limits.pixels.saturating_mul(16));
    reader.limits(bounds);
    let decoder = reader.into_decoder().map_err(damaged)?;
    let (width, height) = decoder.dimensions();
    within(width, height, limits)?;
    Ok(decoder)
}

/// That a picture of this size is read.
pub(crate) fn within(width: u32, height: u32, limits: &Limits) -> Result<(), PictureProblem> {
    if width == 0 || height == 0 {
        return Err(PictureProblem::Damaged {
            why: format!("{width} × {height} pixels"),
        });
    }
    if u64::from(width) * u64::from(height) > limits.pixels {
        return Err(PictureProblem::TooManyPixels {
            width,
            height,
            limit: limits.pixels,
        });
    }
    Ok(())
}

/// That the file does not end before the picture does, as far as that can be told without decoding: a JPEG's reader would fill the rest
/// with grey and say nothing, and the others would say it only when somebody wants to see the picture.
fn whole(bytes: &[u8], media_type: &str) -> Result<(), PictureProblem> {
    let is_whole = if media_type == MediaType::Jpeg.as_str() {
        ends(bytes).unwrap_or(false)
    } else if media_type == MediaType::Png.as_str() {
        // The last chunk (PNG section 5.6).
        bytes.windows(4).any(|four| four == b"IEND")
    } else if media_type == MediaType::Webp.as_str() {
        // The length of what follows (RFC 9649 section 2.4).
        let length = bytes.get(4..8).and_then(|length| length.try_into().ok());
        length.is_some_and(|length| u64::from(u32::from_le_bytes(length)) + 8 <= bytes.len() as u64)
    } else {
        true
    };
    if is_whole {
        Ok(())
    } else {
        Err(PictureProblem::CutShort)
    }
}

/// Whether an end-of-image marker stands after the first scan begins. In a scan, `FF` is followed by `00` unless it is a marker (ITU T.81
/// sections B.1.1.2 and B.1.1.5), so the marker is no data. `None` when there is no scan.
fn ends(bytes: &[u8]) -> Option<bool> {
    let mut at = 2;
    loop {
        let marker = *bytes.get(at + 1)?;
        if bytes.get(at) != Some(&0xff) {
            return None;
        }
        if marker == 0xff {
            at += 1;
            continue;
        }
        let length: [u8; 2] = bytes.get(at + 2..at + 4)?.try_into().ok()?;
        at += 2 + usize::from(u16::from_be_bytes(length));
        if marker == 0xda {
            let scans = bytes.get(at..)?;
            return Some(scans.windows(2).any(|pair| pair == [0xff, 0xd9]));
        }
    }
}

fn turns(orientation: Orientation) -> bool {
    matches!(
        orientation,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    )
}

fn on_white(picture: DynamicImage) -> Raster {
    let (width, height) = (picture.width(), picture.height());
    let rgb = if picture.color().has_alpha() {
        let pixels = picture.into_rgba8();
        let mut rgb = Vec::with_capacity(pixels.len() / 4 * 3);
        for pixel in pixels.pixels() {
            let [red, green, blue, alpha] = pixel.0;
            rgb.extend([red, green, blue].map(|channel| over_white(channel, alpha)));
        }
        rgb
    } else {
        picture.into_rgb8().into_raw()
    };
    Raster { width, height, rgb }
}

/// `channel` of opacity `alpha` in front of white, rounded.
fn over_white(channel: u8, alpha: u8) -> u8 {
    let (channel, alpha) = (u32::from(channel), u32::from(alpha));
    ((channel * alpha + 255 * (255 - alpha) + 127) / 255) as u8
}

fn damaged(error: ImageError) -> PictureProblem {
    match &error {
        ImageError::IoError(cause) if cause.kind() == std::io::ErrorKind::UnexpectedEof => {
            PictureProblem::CutShort
        }
        ImageError::Limits(_) => PictureProblem::Damaged {
            why: "more would be set aside for it than for any picture that is read".to_owned(),
        },
        _ => PictureProblem::Damaged {
            why: error.to_string(),
        },
    }
}

/// What `read` gives; a reader that panics over strange bytes has found them damaged.
pub(crate) fn guarded<T>(
    read: impl FnOnce() -> Result<T, PictureProblem>,
) -> Result<T, PictureProblem> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| {
        Err(PictureProblem::Damaged {
            why: "its reader gave up".to_owned(),
        })
    })
}
