//! Reading a web page: its main text without menus and scripts, its title, language, encoding and pictures.

mod charset;
mod main_text;
mod page;
#[cfg(test)]
mod tests;
mod thin;

use crate::{
    encoding::decode,
    kind::MediaType,
    limits::Limits,
    problem::Problem,
    reading::{Medium, Reading},
    report::{Known, day},
    text::{cut, empty, fill},
};

/// Markup read for each byte of text that may be kept. Chosen by us: pages of the press are mostly markup, rarely to this degree.
const MARKUP: usize = 16;

/// The main text of a page that is part of something larger, of at most `limits.text` bytes as read.
pub(crate) fn plain(bytes: &[u8], limits: &Limits) -> String {
    if bytes.len() > limits.text.saturating_mul(MARKUP) {
        return String::new();
    }
    let own = charset::declared(bytes);
    let decoded = decode(bytes, own.as_deref());
    main_text::of(&page::read(&thin::attributes(&decoded.text), limits.depth))
}

/// Reads a web page. `declared` is the encoding that came with it (the HTTP header's); what the page says of itself comes after.
pub fn read(bytes: &[u8], limits: &Limits, declared: Option<&str>) -> Reading {
    let mut reading = empty(MediaType::Html);
    let limit = limits.bytes.min(limits.text.saturating_mul(MARKUP));
    if bytes.len() > limit {
        reading.problems.push(Problem::FileTooLarge {
            size: bytes.len(),
            limit,
        });
        return reading;
    }
    let own = charset::declared(bytes);
    let decoded = decode(bytes, declared.or(own.as_deref()));
    reading.encoding = decoded.encoding;
    reading.problems = decoded.problems;
    let page = page::read(&thin::attributes(&decoded.text), limits.depth);
    if page.too_deep {
        reading.problems.push(Problem::TooDeep {
            limit: limits.depth,
        });
    }
    reading.title = page.best_title();
    reading.byline.clone_from(&page.author);
    reading.text = main_text::of(&page);
    reading.media = page
        .media
        .iter()
        .map(|medium| Medium {
            element: medium.element.clone(),
            address: medium.address.clone(),
            description: medium.description.clone(),
        })
        .collect();
    cut(&mut reading, limits);
    let known = Known {
        language: page.language.as_deref(),
        published: page
            .published
            .as_deref()
            .and_then(|time| day(time.get(..10)?)),
        titled: reading.title.is_some(),
    };
    fill(&mut reading, &known, limits);
    reading
}
