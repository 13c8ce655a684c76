//! What makes two files alike though their bytes differ: a print of a picture, and prints of a text. Small numbers to hold against
//! each other; they say "look at these two", never "these are one".

#[cfg(test)]
mod tests;

use std::f32::consts::PI;

use serde::{Deserialize, Serialize};

use crate::{limits::Limits, picture, picture::Raster, reading::Reading};

/// The prints of one file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Likeness {
    /// Of a picture, as `of_picture` makes it; `None` of what is no picture, or too plain to tell from others.
    pub picture: Option<u64>,
    /// Of all words in their order, as `of_words` makes it; `None` of a text with fewer than `FEWEST` words.
    pub words: Option<u64>,
    /// Of the runs of words, as `of_shingles` makes it; `None` where `words` is.
    pub shingles: Option<u64>,
}

/// Fewer words are too few to be called the same text. Chosen by us: a greeting has fewer.
pub const FEWEST: usize = 8;

/// Words in one shingle. Chosen by us, as is usual: two words meet by chance, four hardly survive a correction.
const SHINGLE: usize = 3;

/// The prints of the file `bytes`, of which `reading` was read.
pub fn of(bytes: &[u8], reading: Option<&Reading>, limits: &Limits) -> Likeness {
    let Some(reading) = reading else {
        return Likeness::default();
    };
    let media_type = reading.media_type.as_str();
    let picture = picture::is_picture(media_type)
        .then(|| picture::pixels(bytes, media_type, limits).ok())
        .flatten()
        .and_then(|raster| of_picture(&raster));
    let words = words(&reading.text);
    let enough = words.len() >= FEWEST;
    Likeness {
        picture,
        words: enough.then(|| of_words(&words)),
        shingles: enough.then(|| of_shingles(&words)),
    }
}

/// In how many of 64 places two prints differ.
pub fn distance(one: u64, other: u64) -> u32 {
    (one ^ other).count_ones()
}

/// Width and height of the picture that a print is taken from.
const SMALL: usize = 32;

/// Waves of a print in each direction, the constant one left out.
const WAVES: usize = 8;

/// Strongest wave below which a picture is plain, of brightness 0 to 255: noise of a scanner on an empty page stays below it.
const PLAIN: f32 = 1.0;

/// The print of a picture: which of the 64 slowest waves of its brightness are stronger than the middle one (the "pHash" of
/// C. Zauner, Implementation and Benchmarking of Perceptual Image Hash Functions, 2010, section 3.2.1). Saved again, smaller or
/// paler, a picture keeps its print but for a few places; cut, turned or mirrored it does not. `None` when it is plain.
pub fn of_picture(raster: &Raster) -> Option<u64> {
    let small = shrink(raster)?;
    let wave = |k: usize, x: usize| (PI * k as f32 * (2 * x + 1) as f32 / (2 * SMALL) as f32).cos();
    // First along the rows, then along the columns: a wave in two directions is the product of one in each.
    let mut along = [[0.0_f32; WAVES]; SMALL];
    for (row, out) in small.iter().zip(&mut along) {
        for (k, sum) in out.iter_mut().enumerate() {
            *sum = (0..SMALL).map(|x| row[x] * wave(k + 1, x)).sum();
        }
    }
    let mut waves = [0.0_f32; WAVES * WAVES];
    for (index, sum) in waves.iter_mut().enumerate() {
        let (down, across) = (index / WAVES, index % WAVES);
        *sum = (0..SMALL)
            .map(|y| along[y][across] * wave(down + 1, y))
            .sum();
        // As a brightness: the sum over a whole wave of that height.
        *sum *= 4.0 / (SMALL * SMALL) as f32;
    }
    let strongest = waves
        .iter()
        .fold(0.0_f32, |most, wave| most.max(wave.abs()));
    if strongest < PLAIN {
        return None;
    }
    let mut sorted = waves;
    sorted.sort_by(f32::total_cmp);
    let middle = f32::midpoint(sorted[waves.len() / 2 - 1], sorted[waves.len() / 2]);
    let bits = waves.iter().enumerate();
    Some(bits.fold(0, |bits, (place, wave)| {
        bits | u64::from(*wave > middle) << place
    }))
}

/// The brightness of a picture (ITU-R BT.601), each cell the mean of what it covers; `None` of a picture without pixels.
fn shrink(raster: &Raster) -> Option<[[f32; SMALL]; SMALL]> {
    let (width, height) = (raster.width as usize, raster.height as usize);
    if width == 0 || height == 0 || raster.rgb.len() < 3 * width * height {
        return None;
    }
    // From the first pixel of a cell to the one after its last; at least one, so that a tiny picture is stretched.
    let span = |cell: usize, length: usize| {
        let first = cell * length / SMALL;
        first..((cell + 1) * length / SMALL).max(first + 1)
    };
    let mut small = [[0.0; SMALL]; SMALL];
    for (y, row) in small.iter_mut().enumerate() {
        for (x, cell) in row.iter_mut().enumerate() {
            let (mut sum, mut count) = (0_u64, 0_u64);
            for line in span(y, height) {
                let columns = span(x, width);
                let pixels = &raster.rgb[3 * (line * width + columns.start)..][..3 * columns.len()];
                for pixel in pixels.chunks_exact(3) {
                    let [red, green, blue] = [0, 1, 2].map(|channel| u64::from(pixel[channel]));
                    sum += 299 * red + 587 * green + 114 * blue;
                    count += 1000;
                }
            }
            *cell = (sum as f64 / count as f64) as f32;
        }
    }
    Some(small)
}

/// The words of a text as far as they count: letters and digits, without case, vowel signs, joiners and stretched lines; Arabic and
/// Persian forms of one letter are one.
pub fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for c in text.chars() {
        match c {
            '\u{064b}'..='\u{065f}'
            | '\u{0670}'
            | '\u{0640}'
            | '\u{200b}'..='\u{200f}'
            | '\u{00ad}' => {}
            '\u{0300}'..='\u{036f}' => {}
            _ if c.is_alphanumeric() => {
                if let Some(word) = words.last_mut() {
                    word.extend(one_form(c).to_lowercase());
                }
            }
            _ if words.last().is_some_and(|word| !word.is_empty()) => words.push(String::new()),
            _ => {}
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

fn one_form(c: char) -> char {
    match c {
        'ي' | 'ى' => 'ی',
        'ك' => 'ک',
        'ة' => 'ه',
        'أ' | 'إ' | 'آ' => 'ا',
        '٠'..='٩' => digit(c, '٠'),
        '۰'..='۹' => digit(c, '۰'),
        _ => c,
    }
}

fn digit(c: char, zero: char) -> char {
    char::from_digit(c as u32 - zero as u32, 10).unwrap_or(c)
}

/// The print of words in their order: equal for texts that differ only in punctuation, case, blanks and marks.
pub fn of_words(words: &[String]) -> u64 {
    hash(words.iter().map(String::as_str))
}

/// The print of the runs of three words in a text (M. Charikar, Similarity Estimation Techniques from Rounding Algorithms, 2002): texts
/// that share most runs have prints that differ in few places.
pub fn of_shingles(words: &[String]) -> u64 {
    let mut votes = [0_i64; 64];
    for shingle in words.windows(SHINGLE) {
        let hash = hash(shingle.iter().map(String::as_str));
        for (place, vote) in votes.iter_mut().enumerate() {
            *vote += if hash >> place & 1 == 1 { 1 } else { -1 };
        }
    }
    let bits = votes.iter().enumerate();
    bits.fold(0, |bits, (place, vote)| {
        bits | u64::from(*vote > 0) << place
    })
}

/// FNV-1a with 64 bits (IETF draft-eastlake-fnv, section 5), words apart by a byte that stands in none; the bits mixed at the end as in
/// MurmurHash3, so that each depends on every byte.
fn hash<'a>(words: impl Iterator<Item = &'a str>) -> u64 {
    let bytes = words.flat_map(|word| word.bytes().chain([0xff]));
    let mut hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    for factor in [0xff51_afd7_ed55_8ccd, 0xc4ce_b9fe_1a85_ec53] {
        hash ^= hash >> 33;
        hash = hash.wrapping_mul(factor);
    }
    hash ^ hash >> 33
}
