//! Reading a PDF: the text of its pages in the order in which it is read, and what else the file holds or hides.

mod bidi;
pub(crate) mod bounds;
mod contents;
mod glyphs;
mod layout;
#[cfg(test)]
mod tests;

use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro::{hayro_interpret::InterpreterCache, hayro_syntax::Pdf};

use crate::{
    kind::MediaType,
    limits::Limits,
    picture::PictureProblem,
    problem::{Finding, Problem},
    reading::{Flag, FlagCode, Page, Reading, TextBox},
    report::{Known, day},
    text::{empty, fill},
};
use glyphs::{Hidden, Sheet};

/// Reads a PDF. `Reading::text` is the text of its pages, paragraphs apart by a blank line; a row of a table is a line, its cells
/// apart by tabs. Text that cannot be seen on the page is read too, and flagged where it stands.
pub fn read(bytes: &[u8], limits: &Limits) -> Reading {
    let mut reading = match bounds::with(bytes, limits, |pdf| Ok(all(pdf, limits))) {
        Ok(reading) => reading,
        Err(problem) => {
            let mut reading = empty(MediaType::Pdf);
            reading.problems.push(match problem {
                PictureProblem::TooLarge { size, limit } => Problem::FileTooLarge {
                    size: size as usize,
                    limit: limit as usize,
                },
                PictureProblem::Locked => Finding::loss("locked").into(),
                PictureProblem::Damaged { why } => {
                    Finding::loss("document-damaged").with("why", why).into()
                }
                other => Finding::loss("document-damaged").with("why", other).into(),
            });
            return reading;
        }
    };
    let made = reading.facts.iter().find(|fact| fact.name == "made");
    let made = made.map(|fact| fact.value.clone());
    let language = reading.language.take();
    let known = Known {
        language: language.as_deref(),
        published: made.as_deref().and_then(|time| day(time.get(..10)?)),
        titled: reading.title.is_some(),
    };
    fill(&mut reading, &known, limits);
    reading
}

fn all(pdf: &Pdf, limits: &Limits) -> Reading {
    let contents = contents::of(pdf, limits);
    let mut draft = Draft {
        reading: empty(MediaType::Pdf),
        characters: 0,
        counts: Counts::default(),
        title: None,
    };
    draft.reading.facts = contents.facts;
    draft.reading.parts = contents.parts;
    draft.reading.flags = contents.notes;
    draft.reading.problems = contents.problems;
    draft.reading.language = contents.language;
    draft.pages(pdf, limits);
    draft.say_counts();
    draft.reading.title = draft.title.map(|(title, _)| title).or(contents.title);
    draft.reading
}

/// What the pages have in numbers.
#[derive(Default)]
struct Counts {
    /// Pages without a letter on which a picture stands.
    pictures: Vec<u32>,
    /// Pages with the text of a scan.
    recognised: usize,
    nameless: usize,
    unseen: usize,
    covered: usize,
    /// Pages that could not be read, or not wholly.
    damaged: Vec<u32>,
    overfull: Vec<u32>,
}

struct Draft {
    reading: Reading,
    characters: usize,
    counts: Counts,
    /// The line in the largest letters of the first page, and their height.
    title: Option<(String, f64)>,
}

impl Draft {
    fn pages(&mut self, pdf: &Pdf, limits: &Limits) {
        if pdf.pages().is_empty() {
            self.reading.problems.push(Finding::loss("no-pages").into());
        }
        let cache = InterpreterCache::new();
        let mut left = limits.drawing;
        for (place, page) in pdf.pages().iter().enumerate() {
            let number = u32::try_from(place + 1).unwrap_or(u32::MAX);
            if place >= limits.pages {
                let count = pdf.pages().len() - place;
                let finding = Finding::loss("too-many-pages").with("count", count);
                self.reading
                    .problems
                    .push(finding.with("limit", limits.pages).into());
                return;
            }
            let room = limits.text.saturating_sub(self.reading.text.len());
            // One strange page is not all of a file; the bounds of the whole hold through the pages.
            let sheet = catch_unwind(AssertUnwindSafe(|| {
                let drawing = bounds::drawing(page);
                (drawing <= left).then(|| (glyphs::of(page, &cache, room), drawing))
            }));
            match sheet {
                Ok(Some((sheet, drawing))) => {
                    left -= drawing;
                    self.page(number, &sheet, limits);
                }
                Ok(None) => self.counts.overfull.push(number),
                Err(_) => self.counts.damaged.push(number),
            }
        }
    }

    fn page(&mut self, number: u32, sheet: &Sheet, limits: &Limits) {
        let counts = &mut self.counts;
        if sheet.glyphs.is_empty() && sheet.pictured > 0.1 {
            counts.pictures.push(number);
        }
        if sheet.overfull {
            counts.overfull.push(number);
        }
        counts.nameless += sheet.nameless;
        let recognised = Some(Hidden::Recognised);
        let scan = sheet.glyphs.iter().any(|glyph| glyph.hidden == recognised);
        counts.recognised += usize::from(scan);
        let mut page = Page {
            number,
            start: 0,
            end: 0,
            size: (sheet.width as f32, sheet.height as f32),
            boxes: Vec::new(),
        };
        for line in layout::lines(sheet) {
            let length: usize = line.runs.iter().map(|run| run.text.len()).sum();
            if self.reading.text.len() + length + line.tabs.min(limits.columns) + 2 > limits.text {
                let size = self.reading.text.len() + length;
                let limit = limits.text;
                let problem = Problem::TextTooLong { size, limit };
                if !self.reading.problems.contains(&problem)
                    && self.counts.overfull.last() != Some(&number)
                {
                    self.counts.overfull.push(number);
                }
                break;
            }
            if self.characters > 0 {
                let first = page.boxes.is_empty();
                self.write(if first { "\n\n" } else { line.before });
            }
            // A table has as many cells as it has; those of a strange one are bounded as all text is.
            let tabs = "\t".repeat(line.tabs.min(limits.columns));
            self.write(&tabs);
            let start = self.characters;
            for run in &line.runs {
                self.run(run);
            }
            page.boxes.push(TextBox {
                start,
                end: self.characters,
                at: line.at,
            });
            if number == 1 {
                self.consider_title(&line);
            }
        }
        page.start = page
            .boxes
            .first()
            .map_or(self.characters, |first| first.start);
        page.end = self.characters;
        self.reading.pages.push(page);
    }

    fn write(&mut self, text: &str) {
        self.reading.text.push_str(text);
        self.characters += text.chars().count();
    }

    fn run(&mut self, run: &layout::Run) {
        let start = self.characters;
        self.write(&run.text);
        let letters = run.text.chars().filter(|c| !c.is_whitespace()).count();
        let code = match run.hidden {
            Some(Hidden::Unseen) => {
                self.counts.unseen += letters;
                FlagCode::HiddenText
            }
            Some(Hidden::Covered) => {
                self.counts.covered += letters;
                FlagCode::CoveredText
            }
            Some(Hidden::Recognised) | None => return,
        };
        self.reading.flags.push(Flag {
            code,
            note: run.text.clone(),
            start: Some(start),
            end: Some(self.characters),
        });
    }

    fn consider_title(&mut self, line: &layout::Line) {
        let text: String = line.runs.iter().map(|run| run.text.as_str()).collect();
        let text = text.trim();
        if text.chars().filter(|c| c.is_alphabetic()).count() < 3 {
            return;
        }
        match &mut self.title {
            // A title that goes on in the next line is one.
            Some((title, size)) if (*size - line.size).abs() < 0.1 && line.before == " " => {
                title.push(' ');
                title.push_str(text);
            }
            Some((_, size)) if line.size <= *size + 0.1 => {}
            _ => self.title = Some((text.to_owned(), line.size)),
        }
    }

    fn say_counts(&mut self) {
        let list = |pages: &[u32]| {
            let pages: Vec<String> = pages.iter().take(20).map(u32::to_string).collect();
            pages.join(", ")
        };
        let counts = &self.counts;
        let problems = &mut self.reading.problems;
        for (finding, pages) in [
            (Finding::loss("no-text-layer"), &counts.pictures),
            (Finding::loss("page-damaged"), &counts.damaged),
            (Finding::loss("page-overfull"), &counts.overfull),
        ] {
            if !pages.is_empty() {
                let finding = finding.with("count", pages.len());
                problems.push(finding.with("pages", list(pages)).into());
            }
        }
        for (finding, count) in [
            (Finding::loss("letters-without-meaning"), counts.nameless),
            (Finding::flag("hidden-text"), counts.unseen),
            (Finding::flag("covered-text"), counts.covered),
            (Finding::flag("recognised-text"), counts.recognised),
        ] {
            if count > 0 {
                problems.push(finding.with("count", count).into());
            }
        }
    }
}
