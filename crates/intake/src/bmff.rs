//! Boxes of ISO/IEC 14496-12, of which MP4, MOV, HEIF and JUMBF are made.

use std::ops::Range;

use crate::field::{be32, be64, stretch};

/// A box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// Its kind, four letters.
    pub(crate) kind: [u8; 4],
    /// Where its header begins.
    pub(crate) head: usize,
    /// Where its content begins.
    pub(crate) start: usize,
    /// After its content; the end of what is around it when the box says that it goes on to there.
    pub(crate) end: usize,
    /// `true` when it says that it is longer than what is around it.
    pub(crate) cut: bool,
}

/// The boxes that follow one another.
#[derive(Debug)]
pub(crate) struct Boxes<'b> {
    bytes: &'b [u8],
    range: Range<usize>,
}

/// The boxes in `range` of `bytes`. Ends with the first that is too short to be one; so each step is eight bytes or more.
pub(crate) fn boxes(bytes: &[u8], range: Range<usize>) -> Boxes<'_> {
    let end = range.end.min(bytes.len());
    Boxes {
        bytes: &bytes[..end],
        range: range.start.min(end)..end,
    }
}

impl Iterator for Boxes<'_> {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        let head = self.range.start;
        let kind = stretch(self.bytes, head + 4, 4)?.try_into().ok()?;
        let (size, skip) = match be32(self.bytes, head)? {
            0 => ((self.range.end - head) as u64, 8),
            1 => (be64(self.bytes, head + 8)?, 16),
            size => (u64::from(size), 8),
        };
        let size = usize::try_from(size).unwrap_or(usize::MAX);
        if size < skip {
            self.range.start = self.range.end;
            return None;
        }
        let said = head.saturating_add(size);
        let end = said.min(self.range.end);
        self.range.start = end;
        Some(Found {
            kind,
            head,
            start: (head + skip).min(end),
            end,
            cut: said > end,
        })
    }
}
