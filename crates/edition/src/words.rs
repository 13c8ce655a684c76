//! The words at a span of an item's text, found without reading the text from its start each time.

#[cfg(test)]
mod tests;

/// Scalar values from one mark to the next. Chosen by us: marks take 3 % of an ASCII text's own memory, and no span is
/// found by reading more than 256 characters.
const STEP: usize = 256;

/// The longest span whose words are shown, in scalar values. Chosen by us: a citation that long is a page, not a quotation,
/// and many long ones would swell an edition beyond all bounds.
const LONGEST: u64 = 2_000;

/// A text with marks in it.
#[derive(Debug)]
pub(crate) struct Words<'a> {
    text: &'a str,
    /// Byte offset of every `STEP`th scalar value.
    marks: Vec<usize>,
}

impl<'a> Words<'a> {
    /// Marks `text`.
    pub(crate) fn new(text: &'a str) -> Self {
        let marks = text
            .char_indices()
            .step_by(STEP)
            .map(|(offset, _)| offset)
            .collect();
        Self { text, marks }
    }

    /// The words from scalar value `start` to before `end`; `None` when the text has no such span or it is too long to show.
    pub(crate) fn at(&self, start: u64, end: u64) -> Option<&'a str> {
        let length = end.checked_sub(start).filter(|length| *length <= LONGEST)?;
        let from = self.offset(start)?;
        let rest = self.text.get(from..)?;
        let mut left = rest.char_indices().map(|(offset, _)| offset);
        let to = match left.nth(usize::try_from(length).ok()?) {
            Some(offset) => offset,
            None if rest.chars().count() as u64 == length => rest.len(),
            None => return None,
        };
        rest.get(..to)
    }

    /// Byte offset of the scalar value at `place`, which may be the end of the text.
    fn offset(&self, place: u64) -> Option<usize> {
        let place = usize::try_from(place).ok()?;
        let Some(mark) = self.marks.get(place / STEP).copied() else {
            // A text of a whole number of steps ends at a mark that was not set.
            let last = self.marks.last().copied().unwrap_or_default();
            let rest = self.text.get(last..)?;
            let count = self.marks.len().saturating_sub(1) * STEP + rest.chars().count();
            return (count == place).then_some(self.text.len());
        };
        let rest = self.text.get(mark..)?;
        let mut offsets = rest.char_indices().map(|(offset, _)| offset);
        match offsets.nth(place % STEP) {
            Some(offset) => Some(mark + offset),
            None if rest.chars().count() == place % STEP => Some(self.text.len()),
            None => None,
        }
    }
}
