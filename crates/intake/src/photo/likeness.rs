//! Whether two pictures show the same, told from a few grey squares of each.

use crate::picture::Raster;

/// Squares along each edge.
const SIDE: usize = 16;

/// A picture as squares of grey from 0 to 255, row by row.
pub(super) struct Squares([f32; SIDE * SIDE]);

/// How far two pictures are apart, in steps of grey (0 to 255), once the one is as bright as the other.
pub(super) struct Distance {
    /// Mean over all squares.
    pub(super) mean: f32,
    /// Of the four neighbouring squares that differ most.
    pub(super) worst: f32,
}

impl Distance {
    /// Bounds chosen by us: the same picture made smaller and packed hard stays below 8 and 25 (tested); another picture, or one with a
    /// sixteenth of it covered, is above one of them.
    pub(super) fn is_another(&self) -> bool {
        self.mean > 20.0 || self.worst > 55.0
    }
}

/// The squares of `picture`, or of the middle of it that has the form `form` (width over height): small pictures are often
/// made to fit with bars beside them.
pub(super) fn squares(picture: &Raster, form: f32) -> Squares {
    let (width, height) = (picture.width as f32, picture.height as f32);
    let (inner_width, inner_height) = if width / height > form {
        (height * form, height)
    } else {
        (width, width / form)
    };
    let (left, top) = ((width - inner_width) / 2.0, (height - inner_height) / 2.0);
    let mut squares = [0.0; SIDE * SIDE];
    let edge = |start: f32, length: f32, place: usize, end: u32| {
        let edge = (start + length * place as f32 / SIDE as f32).round() as u32;
        edge.min(end)
    };
    for row in 0..SIDE {
        for column in 0..SIDE {
            let x = edge(left, inner_width, column, picture.width - 1)
                ..edge(left, inner_width, column + 1, picture.width);
            let y = edge(top, inner_height, row, picture.height - 1)
                ..edge(top, inner_height, row + 1, picture.height);
            squares[row * SIDE + column] = grey(picture, x, y);
        }
    }
    Squares(squares)
}

/// Mean brightness of a part of a picture (ITU-R BT.601 section 2.5.1), looked at every few pixels when it is large.
fn grey(picture: &Raster, x: std::ops::Range<u32>, y: std::ops::Range<u32>) -> f32 {
    let step = |range: &std::ops::Range<u32>| (range.len() / 32).max(1);
    let (across, down) = (step(&x), step(&y));
    let (mut sum, mut count) = (0.0, 0.0_f32);
    for row in y.start..y.end.max(y.start + 1) {
        if !(row - y.start).is_multiple_of(down as u32) {
            continue;
        }
        for column in (x.start..x.end.max(x.start + 1)).step_by(across) {
            let at = 3 * (row as usize * picture.width as usize + column as usize);
            if let Some([red, green, blue]) = crate::field::take::<3>(&picture.rgb, at) {
                sum += 0.299 * f32::from(red) + 0.587 * f32::from(green) + 0.114 * f32::from(blue);
                count += 1.0;
            }
        }
    }
    sum / count.max(1.0)
}

impl Squares {
    /// The same picture turned as `orientation` of EXIF says (CIPA DC-008 section 4.6.4).
    pub(super) fn turned(&self, orientation: u32) -> Self {
        let mut turned = [0.0; SIDE * SIDE];
        let last = SIDE - 1;
        for row in 0..SIDE {
            for column in 0..SIDE {
                let (from_row, from_column) = match orientation {
                    2 => (row, last - column),
                    3 => (last - row, last - column),
                    4 => (last - row, column),
                    5 => (column, row),
                    6 => (last - column, row),
                    7 => (last - column, last - row),
                    8 => (column, last - row),
                    _ => (row, column),
                };
                turned[row * SIDE + column] = self.0[from_row * SIDE + from_column];
            }
        }
        Self(turned)
    }

    /// How far it is from `other`.
    pub(super) fn distance(&self, other: &Self) -> Distance {
        let mean = |squares: &[f32]| squares.iter().sum::<f32>() / squares.len() as f32;
        let brighter = mean(&self.0) - mean(&other.0);
        let apart: Vec<f32> = self
            .0
            .iter()
            .zip(&other.0)
            .map(|(one, two)| one - two - brighter)
            .collect();
        let mut worst: f32 = 0.0;
        for row in 0..SIDE - 1 {
            for column in 0..SIDE - 1 {
                let at = row * SIDE + column;
                let four = apart[at] + apart[at + 1] + apart[at + SIDE] + apart[at + SIDE + 1];
                worst = worst.max((four / 4.0).abs());
            }
        }
        let absolute: Vec<f32> = apart.iter().map(|apart| apart.abs()).collect();
        Distance {
            mean: mean(&absolute),
            worst,
        }
    }
}
