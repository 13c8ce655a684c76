//! Reading documents of office programs and books: DOCX, ODT and EPUB, packed XML all three. Their text paragraph by paragraph, what
//! they say of themselves, what somebody changed, noted or hid in them, and the files inside them.

mod docx;
mod epub;
mod odt;
pub(crate) mod page;
#[cfg(test)]
mod tests;

use crate::{
    container::{Container, EntryKind},
    kind::{MediaType, sniff},
    limits::Limits,
    problem::{Finding, Problem},
    reading::{Fact, Part, Reading},
    report::{Known, day},
    text::{empty, fill},
    xml::{Token, text, tokens},
};
use page::Page;

/// `true` for what [`read`] reads.
pub(crate) fn is_document(media_type: MediaType) -> bool {
    matches!(
        media_type,
        MediaType::Docx | MediaType::Odt | MediaType::Epub
    )
}

/// Reads a document that is told to be of `media_type`. `Reading::text` has a blank line between paragraphs; a row of a table is a line,
/// its cells apart by tabs.
pub fn read(bytes: &[u8], media_type: MediaType, limits: &Limits) -> Reading {
    let mut reading = empty(media_type);
    let Some(mut container) = Container::open(bytes, limits) else {
        let (size, limit) = (bytes.len(), limits.bytes);
        reading.problems.push(Problem::FileTooLarge { size, limit });
        return reading;
    };
    let mut page = Page::new(limits);
    let read = match media_type {
        MediaType::Odt => odt::read(&mut container, &mut page),
        MediaType::Epub => epub::read(&mut container, &mut page, limits),
        _ => docx::read(&mut container, &mut page),
    };
    if read.is_none() {
        page.problems.push(
            Finding::loss("document-damaged")
                .with("why", "the part that holds its text cannot be read")
                .into(),
        );
    }
    let (title, language) = (page.title.take(), page.language.take());
    page.give(&mut reading);
    reading.parts = parts(&mut container);
    if !reading.parts.is_empty() {
        let finding = Finding::flag("files-inside").with("count", reading.parts.len());
        reading.problems.push(finding.into());
    }
    reading.problems.append(&mut container.problems);
    reading.title = title.or_else(|| fact(&reading.facts, "title"));
    let made = fact(&reading.facts, "made");
    let known = Known {
        language: language.as_deref(),
        published: made.as_deref().and_then(|time| day(time.get(..10)?)),
        titled: reading.title.is_some(),
    };
    fill(&mut reading, &known, limits);
    reading
}

fn fact(facts: &[Fact], name: &str) -> Option<String> {
    let fact = facts.iter().find(|fact| fact.name == name);
    fact.map(|fact| fact.value.clone())
}

/// Folders in which these kinds keep what is not their own machinery: pictures, sound and whole files of other kinds.
const FOLDERS: &[&str] = &["/media/", "/embeddings/", "Pictures/", "Object ", "Media/"];

/// The files inside, by the folders that they are put into and, in books, by their kind.
pub(crate) fn parts(container: &mut Container<'_>) -> Vec<Part> {
    let mut parts = Vec::new();
    for place in 0..container.entries.len() {
        let entry = &container.entries[place];
        let name = entry.name.clone();
        let put = FOLDERS
            .iter()
            .any(|folder| format!("/{name}").contains(folder));
        let own = name.ends_with(".xml") || name.ends_with(".rels") || name.ends_with(".rdf");
        let picture = [
            ".jpg", ".jpeg", ".png", ".gif", ".webp", ".mp3", ".mp4", ".svg",
        ]
        .iter()
        .any(|ending| name.to_ascii_lowercase().ends_with(ending));
        if entry.kind != EntryKind::File || own || !(put || picture) {
            continue;
        }
        let size = entry.size;
        let bytes = container.bytes(place);
        let media_type = bytes.as_deref().map(|bytes| sniff(bytes, &name).as_str());
        parts.push(Part {
            name,
            media_type: media_type.unwrap_or_default().to_owned(),
            size: bytes
                .as_ref()
                .map_or(size, |bytes| Some(bytes.len() as u64)),
            bytes,
        });
    }
    parts
}

/// What a workbook says of itself.
pub(crate) fn say_of_itself(container: &mut Container<'_>, page: &mut Page) {
    for name in ["docProps/core.xml", "docProps/app.xml"] {
        if let Some(bytes) = container.file(name) {
            page.facts.extend(facts(&text(&bytes), docx::FACTS));
        }
    }
    if let Some(bytes) = container.file("meta.xml") {
        page.facts.extend(facts(&text(&bytes), odt::FACTS));
    }
}

/// Facts of a part whose elements hold one each: the element's name, and what the fact is called.
fn facts(text: &str, known: &[(&str, &'static str)]) -> Vec<Fact> {
    let mut facts = Vec::new();
    let mut inside = None;
    for token in tokens(text) {
        match token {
            Token::Start { name, .. } => {
                let fact = known.iter().find(|(element, _)| *element == name);
                inside = fact.map(|(_, fact)| *fact);
            }
            Token::Text(text) => {
                let value = text.trim();
                if let Some(name) = inside.take().filter(|_| !value.is_empty()) {
                    facts.push(Fact {
                        name,
                        value: value.to_owned(),
                    });
                }
            }
            Token::End { .. } => inside = None,
        }
    }
    facts
}
