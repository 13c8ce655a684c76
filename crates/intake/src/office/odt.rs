//! ODT: the text documents of OpenDocument (ISO/IEC 26300-1).

use std::collections::{HashMap, HashSet};

use super::{Page, facts};
use crate::{
    container::Container,
    problem::Finding,
    reading::FlagCode,
    xml::{Token, attribute, text, tokens},
};

/// What `meta.xml` holds (OpenDocument 1.3 part 3, section 4.3).
pub(super) const FACTS: &[(&str, &str)] = &[
    ("title", "title"),
    ("initial-creator", "author"),
    ("creator", "changed-by"),
    ("creation-date", "made"),
    ("date", "changed"),
    ("subject", "subject"),
    ("keyword", "keywords"),
    ("generator", "program"),
];

/// Blanks that one element stands for at most. Chosen by us: a line is shorter.
const BLANKS: usize = 200;

/// Reads the document; `None` when the part with its text is not there, or locked.
pub(super) fn read(container: &mut Container<'_>, page: &mut Page) -> Option<()> {
    if let Some(bytes) = container.file("meta.xml") {
        let meta = text(&bytes);
        page.facts.extend(facts(&meta, FACTS));
        let language = facts(&meta, &[("language", "language")]);
        page.language = language.into_iter().next().map(|fact| fact.value);
    }
    let list = container
        .file("META-INF/manifest.xml")
        .map(|bytes| text(&bytes));
    if list.is_some_and(|list| list.contains("encryption-data")) {
        page.problems.push(Finding::loss("locked").into());
        return Some(());
    }
    let macros = container.entries.iter().filter(|entry| {
        let name = &entry.name;
        (name.starts_with("Basic/") || name.starts_with("Scripts/")) && !name.ends_with('/')
    });
    page.count(Finding::flag("macros"), macros.count());
    let body = text(&container.file("content.xml")?);
    let mut content = Body {
        hidden: hidden_styles(&body),
        ..Body::new(page)
    };
    content.read(&body);
    content.say_notes();
    Some(())
}

/// Styles that hide what is set in them.
fn hidden_styles(body: &str) -> HashSet<String> {
    let mut hidden = HashSet::new();
    let mut style = None;
    for token in tokens(body) {
        if let Token::Start { name, inside } = token {
            match name {
                "style" => style = attribute(inside, "name"),
                "text-properties" if attribute(inside, "display").as_deref() == Some("none") => {
                    hidden.extend(style.take());
                }
                "body" => break,
                _ => {}
            }
        }
    }
    hidden
}

/// The text, while it is read.
struct Body<'a> {
    page: &'a mut Page,
    hidden: HashSet<String>,
    in_text: bool,
    /// Paragraphs and headings inside one another.
    paragraphs: usize,
    /// For each open span whether it is hidden.
    spans: Vec<bool>,
    cells: usize,
    /// The list of changes: which one is being told, and the texts of those that take something out.
    change: Option<String>,
    deleting: bool,
    deleted: HashMap<String, String>,
    /// Words of a comment or a footnote.
    aside: Option<String>,
    notes: Vec<String>,
    /// The number of a note and the day of a comment are not its words.
    silent: bool,
    title_from: Option<usize>,
}

impl<'a> Body<'a> {
    fn new(page: &'a mut Page) -> Self {
        Self {
            page,
            hidden: HashSet::new(),
            in_text: false,
            paragraphs: 0,
            spans: Vec::new(),
            cells: 0,
            change: None,
            deleting: false,
            deleted: HashMap::new(),
            aside: None,
            notes: Vec::new(),
            silent: false,
            title_from: None,
        }
    }

    fn read(&mut self, body: &str) {
        for token in tokens(body) {
            match token {
                Token::Start { name: "text", .. } => self.in_text = true,
                Token::End { name: "body" } => self.in_text = false,
                _ if !self.in_text => {}
                Token::Start { name, inside } => self.start(name, inside),
                Token::End { name } => self.end(name),
                Token::Text(words) => self.words(&words),
            }
        }
    }

    fn words(&mut self, words: &str) {
        if let Some(aside) = &mut self.aside {
            if !self.silent {
                aside.push_str(words);
            }
        } else if let Some(change) = &self.change {
            if self.deleting && self.paragraphs > 0 {
                self.deleted
                    .entry(change.clone())
                    .or_default()
                    .push_str(words);
            }
        } else if self.paragraphs > 0 {
            self.page.write(words);
        }
    }

    fn start(&mut self, name: &str, inside: &str) {
        match name {
            "p" | "h" => {
                self.paragraphs += 1;
                let first = attribute(inside, "outline-level").as_deref() == Some("1")
                    || attribute(inside, "style-name").as_deref() == Some("Title");
                if first
                    && self.page.title.is_none()
                    && self.change.is_none()
                    && self.aside.is_none()
                {
                    self.title_from = Some(self.page.place());
                }
            }
            "s" => {
                let count = attribute(inside, "c").and_then(|count| count.parse::<usize>().ok());
                self.words(&" ".repeat(count.unwrap_or(1).min(BLANKS)));
            }
            "tab" => self.words("\t"),
            "line-break" => self.page.end("\n"),
            "span" => {
                let style = attribute(inside, "style-name").unwrap_or_default();
                let hidden = self.hidden.contains(&style);
                self.spans.push(hidden);
                if hidden {
                    self.page.begin(FlagCode::HiddenText);
                }
            }
            "hidden-text" | "hidden-paragraph" => self.page.begin(FlagCode::HiddenText),
            "table-cell" => {
                self.cells += 1;
                self.page.begin_cell();
            }
            "changed-region" => self.change = attribute(inside, "id"),
            "deletion" => self.deleting = true,
            "change-start" => self.page.begin(FlagCode::Inserted),
            "change-end" => self.page.finish(FlagCode::Inserted),
            "change" => {
                let number = attribute(inside, "change-id").unwrap_or_default();
                if let Some(words) = self.deleted.remove(&number) {
                    let place = self.page.place();
                    self.page
                        .flag(FlagCode::Deleted, words, Some((place, place)));
                }
            }
            "annotation" | "note" => self.aside = Some(String::new()),
            "note-citation" | "date" | "date-string" | "sender-initials" => self.silent = true,
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" | "h" => {
                self.paragraphs = self.paragraphs.saturating_sub(1);
                match &mut self.aside {
                    Some(words) => words.push(' '),
                    None => {
                        if let Some(start) = self.title_from.take() {
                            let title = self.page.since(start);
                            self.page.title =
                                Some(title.trim().to_owned()).filter(|title| !title.is_empty());
                        }
                        if self.cells > 0 {
                            self.page.end_in_cell();
                        } else {
                            self.page.end("\n\n");
                        }
                    }
                }
            }
            "span" => {
                let hidden = self.spans.pop() == Some(true);
                if hidden {
                    self.page.finish(FlagCode::HiddenText);
                }
            }
            "hidden-text" | "hidden-paragraph" => self.page.finish(FlagCode::HiddenText),
            "table-cell" => {
                self.cells = self.cells.saturating_sub(1);
                self.page.cell();
            }
            "table-row" => self.page.end("\n"),
            "table" => self.page.end("\n\n"),
            "changed-region" => self.change = None,
            "deletion" => self.deleting = false,
            "annotation" => {
                if let Some(words) = self.aside.take() {
                    let place = self.page.place();
                    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
                    self.page
                        .flag(FlagCode::Comment, words, Some((place, place)));
                }
            }
            "note" => self.notes.extend(self.aside.take()),
            "creator" => {
                if let Some(words) = &mut self.aside {
                    words.push_str(": ");
                }
            }
            "note-citation" | "date" | "date-string" | "sender-initials" => self.silent = false,
            _ => {}
        }
    }

    /// Footnotes stand behind the text.
    fn say_notes(&mut self) {
        for note in std::mem::take(&mut self.notes) {
            self.page.end("\n\n");
            self.page.write(note.trim());
        }
    }
}
