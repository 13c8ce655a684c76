//! Reading plain text: a press report, a letter, a transcript.

#[cfg(test)]
mod tests;

use crate::{
    encoding::decode,
    kind::MediaType,
    limits::Limits,
    problem::Problem,
    reading::Reading,
    report::{self, Known},
};

/// Reads plain text. `declared` is the encoding that the sender names, if any.
///
/// `Reading::text` is the whole text unchanged, so that positions in it are positions in the file.
pub fn read(bytes: &[u8], limits: &Limits, declared: Option<&str>) -> Reading {
    let mut reading = empty(MediaType::PlainText);
    if bytes.len() > limits.bytes {
        reading.problems.push(Problem::FileTooLarge {
            size: bytes.len(),
            limit: limits.bytes,
        });
        return reading;
    }
    let decoded = decode(bytes, declared);
    reading.encoding = decoded.encoding;
    reading.problems = decoded.problems;
    reading.text = decoded.text;
    cut(&mut reading, limits);
    fill(&mut reading, &Known::default(), limits);
    reading
}

/// A reading of nothing.
pub fn empty(media_type: MediaType) -> Reading {
    Reading {
        media_type,
        encoding: "UTF-8",
        title: None,
        byline: None,
        dateline: None,
        language: None,
        text: String::new(),
        entities: Vec::new(),
        quotes: Vec::new(),
        flags: Vec::new(),
        media: Vec::new(),
        facts: Vec::new(),
        pages: Vec::new(),
        parts: Vec::new(),
        problems: Vec::new(),
    }
}

/// Cuts a text that is longer than the limit, between two characters.
pub(crate) fn cut(reading: &mut Reading, limits: &Limits) {
    let size = reading.text.len();
    if size > limits.text {
        let mut end = limits.text;
        while !reading.text.is_char_boundary(end) {
            end -= 1;
        }
        reading.text.truncate(end);
        reading.problems.push(Problem::TextTooLong {
            size,
            limit: limits.text,
        });
    }
}

/// Adds what the text names and quotes. A title that is known already stays.
pub(crate) fn fill(reading: &mut Reading, known: &Known<'_>, limits: &Limits) {
    let report = report::read(&reading.text, known, limits);
    reading.title = reading.title.take().or(report.title);
    reading.byline = reading.byline.take().or(report.byline);
    reading.dateline = report.dateline;
    reading.language = report.language;
    reading.entities = report.entities;
    reading.quotes = report.quotes;
    reading.flags.extend(report.flags);
}
