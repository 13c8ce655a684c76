//! A picture drawn by code: fields of colour, circles, capital letters, and the bytes of a PNG.

use std::io::Write as _;

use flate2::{Compression, Crc, write::ZlibEncoder};

/// Red, green, blue.
pub(super) type Colour = [u8; 3];

/// A canvas of `width` × `height` pixels.
pub(super) struct Canvas {
    width: u32,
    height: u32,
    rgb: Vec<u8>,
}

/// Capital letters of the words that are written on pictures, five by seven, a bit a pixel from the left.
const LETTERS: &[(char, [u8; 7])] = &[
    ('A', [14, 17, 17, 31, 17, 17, 17]),
    ('B', [30, 17, 17, 30, 17, 17, 30]),
    ('D', [30, 17, 17, 17, 17, 17, 30]),
    ('E', [31, 16, 16, 30, 16, 16, 31]),
    ('I', [14, 4, 4, 4, 4, 4, 14]),
    ('L', [16, 16, 16, 16, 16, 16, 31]),
    ('M', [17, 27, 21, 21, 17, 17, 17]),
    ('N', [17, 25, 21, 19, 17, 17, 17]),
    ('O', [14, 17, 17, 17, 17, 17, 14]),
    ('P', [30, 17, 17, 30, 16, 16, 16]),
    ('R', [30, 17, 17, 30, 20, 18, 17]),
    ('S', [15, 16, 16, 14, 1, 1, 30]),
    ('T', [31, 4, 4, 4, 4, 4, 4]),
    ('U', [17, 17, 17, 17, 17, 17, 14]),
    ('V', [17, 17, 17, 17, 17, 10, 4]),
    ('Y', [17, 17, 10, 4, 4, 4, 4]),
];

impl Canvas {
    pub(super) fn new(width: u32, height: u32, colour: Colour) -> Self {
        Self {
            width,
            height,
            rgb: colour.repeat((width * height) as usize),
        }
    }

    /// Colours each pixel for which `is_in` holds; what is beyond the edges is left out.
    fn paint(
        &mut self,
        [left, top, right, bottom]: [i64; 4],
        colour: Colour,
        is_in: impl Fn(i64, i64) -> bool,
    ) {
        for y in top.max(0)..bottom.min(i64::from(self.height)) {
            for x in left.max(0)..right.min(i64::from(self.width)) {
                if is_in(x, y) {
                    let at = 3 * (y * i64::from(self.width) + x) as usize;
                    if let Some(pixel) = self.rgb.get_mut(at..at + 3) {
                        pixel.copy_from_slice(&colour);
                    }
                }
            }
        }
    }

    /// A box: left, top, right, bottom.
    pub(super) fn rectangle(&mut self, area: [i64; 4], colour: Colour) {
        self.paint(area, colour, |_, _| true);
    }

    /// An ellipse that fills a box.
    pub(super) fn ellipse(&mut self, area: [i64; 4], colour: Colour) {
        let [left, top, right, bottom] = area;
        let (across, down) = (right - left, bottom - top);
        self.paint(area, colour, |x, y| {
            let (x, y) = (2 * (x - left) + 1 - across, 2 * (y - top) + 1 - down);
            x * x * down * down + y * y * across * across <= across * across * down * down
        });
    }

    /// Lighter from top to bottom, by `by` at most.
    pub(super) fn shade(&mut self, by: u8) {
        let (row, height) = (3 * self.width as usize, self.height);
        for (y, pixels) in (0_u32..).zip(self.rgb.chunks_mut(row)) {
            let more = (u32::from(by) * y / height) as u8;
            for channel in pixels {
                *channel = channel.saturating_add(more);
            }
        }
    }

    /// Words in the middle of the line at `top`, each dot of a letter `dot` pixels wide.
    pub(super) fn words(&mut self, words: &str, top: i64, dot: i64, colour: Colour) {
        let wide = words.chars().count() as i64 * 6 * dot - dot;
        let mut left = (i64::from(self.width) - wide) / 2;
        for letter in words.chars() {
            let known = LETTERS.iter().find(|(known, _)| *known == letter);
            let rows = known.map_or([0; 7], |(_, rows)| *rows);
            for (y, row) in (0..).zip(rows) {
                for x in (0..5).filter(|x| row >> (4 - x) & 1 == 1) {
                    let (x, y) = (left + x * dot, top + y * dot);
                    self.rectangle([x, y, x + dot, y + dot], colour);
                }
            }
            left += 6 * dot;
        }
    }

    /// The picture as PNG, with these chunks before the pixels.
    pub(super) fn png(&self, more: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
        let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
        let mut header = Vec::new();
        header.extend(self.width.to_be_bytes());
        header.extend(self.height.to_be_bytes());
        // Eight bits a channel, red green blue, the only compression and filter there are, rows in order.
        header.extend([8, 2, 0, 0, 0]);
        chunk(&mut bytes, b"IHDR", &header);
        for (kind, content) in more {
            chunk(&mut bytes, kind, content);
        }
        let mut packed = ZlibEncoder::new(Vec::new(), Compression::new(9));
        for row in self.rgb.chunks(3 * self.width as usize) {
            // Writing to a vector cannot fail.
            let _ = packed.write_all(&[0]);
            let _ = packed.write_all(row);
        }
        chunk(&mut bytes, b"IDAT", &packed.finish().unwrap_or_default());
        chunk(&mut bytes, b"IEND", &[]);
        bytes
    }
}

/// A chunk: length, kind, content, sum (PNG section 5.3).
fn chunk(bytes: &mut Vec<u8>, kind: &[u8; 4], content: &[u8]) {
    bytes.extend((content.len() as u32).to_be_bytes());
    bytes.extend(kind);
    bytes.extend(content);
    let mut sum = Crc::new();
    sum.update(kind);
    sum.update(content);
    bytes.extend(sum.sum().to_be_bytes());
}
