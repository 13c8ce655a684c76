//! DOCX: WordprocessingML in a ZIP (ISO/IEC 29500-1 section 17).

use std::collections::{HashMap, HashSet};

use super::{Page, facts};
use crate::{
    container::Container,
    problem::Finding,
    reading::FlagCode,
    xml::{Token, attribute, text, tokens},
};

/// What core properties hold (ISO/IEC 29500-2 section 11), and the extended ones that tell of the writer.
pub(super) const FACTS: &[(&str, &str)] = &[
    ("title", "title"),
    ("creator", "author"),
    ("lastModifiedBy", "changed-by"),
    ("created", "made"),
    ("modified", "changed"),
    ("subject", "subject"),
    ("keywords", "keywords"),
    ("Application", "program"),
    ("Company", "organization"),
    ("Template", "template"),
];

/// Where notes and what is repeated on every page are kept, in the order in which they are given behind the text.
const BESIDE: &[&str] = &["footnotes", "endnotes", "header", "footer"];

/// Relations that a program follows unasked when it opens a document; links are followed by a person.
const FOLLOWED: &[&str] = &[
    "attachedTemplate",
    "image",
    "oleObject",
    "frame",
    "subDocument",
];

/// Reads the document; `None` when the part with its text is not there.
pub(super) fn read(container: &mut Container<'_>, page: &mut Page) -> Option<()> {
    for name in ["docProps/core.xml", "docProps/app.xml"] {
        if let Some(bytes) = container.file(name) {
            page.facts.extend(facts(&text(&bytes), FACTS));
        }
    }
    let titles = container
        .file("word/styles.xml")
        .map(|bytes| titles(&text(&bytes)));
    let comments = container.file("word/comments.xml");
    let comments = comments
        .map(|bytes| comments_of(&text(&bytes)))
        .unwrap_or_default();
    let body = text(&container.file("word/document.xml")?);
    Body::new(page, titles.unwrap_or_default(), comments).read(&body);
    beside(container, page);
    Some(())
}

/// Notes, headers and footers, what is fetched from elsewhere, macros.
fn beside(container: &mut Container<'_>, page: &mut Page) {
    let names: Vec<String> = container
        .entries
        .iter()
        .map(|entry| entry.name.clone())
        .collect();
    for kind in BESIDE {
        for name in names
            .iter()
            .filter(|name| name.starts_with(&format!("word/{kind}")) && name.ends_with(".xml"))
        {
            if let Some(bytes) = container.file(name) {
                page.end("\n\n");
                Body::new(page, HashSet::new(), HashMap::new()).read(&text(&bytes));
            }
        }
    }
    let mut fetched = 0;
    for name in names.iter().filter(|name| name.ends_with(".rels")) {
        let relations = container
            .file(name)
            .map(|bytes| text(&bytes))
            .unwrap_or_default();
        fetched += tokens(&relations)
            .filter(|token| {
                let Token::Start { inside, .. } = token else {
                    return false;
                };
                let kind = attribute(inside, "Type").unwrap_or_default();
                attribute(inside, "TargetMode").as_deref() == Some("External")
                    && FOLLOWED.iter().any(|followed| kind.ends_with(followed))
            })
            .count();
    }
    page.count(Finding::flag("fetches-from-elsewhere"), fetched);
    let macros = names
        .iter()
        .filter(|name| name.ends_with("vbaProject.bin"))
        .count();
    page.count(Finding::flag("macros"), macros);
}

/// The styles that are called title, by the names that they have in the file.
fn titles(styles: &str) -> HashSet<String> {
    let mut titles = HashSet::new();
    let mut style = None;
    for token in tokens(styles) {
        let Token::Start { name, inside } = token else {
            continue;
        };
        match name {
            "style" => style = attribute(inside, "styleId"),
            "name" => {
                let called = attribute(inside, "val").unwrap_or_default().to_lowercase();
                if let Some(style) = style
                    .take()
                    .filter(|_| matches!(called.as_str(), "title" | "heading 1"))
                {
                    titles.insert(style);
                }
            }
            _ => {}
        }
    }
    titles
}

/// Comments by their numbers: who wrote them, and what.
fn comments_of(comments: &str) -> HashMap<String, String> {
    let mut found = HashMap::new();
    let mut open: Option<(String, String)> = None;
    for token in tokens(comments) {
        match token {
            Token::Start {
                name: "comment",
                inside,
            } => {
                let by = attribute(inside, "author").map(|by| by + ": ");
                open = Some((
                    attribute(inside, "id").unwrap_or_default(),
                    by.unwrap_or_default(),
                ));
            }
            Token::End { name: "comment" } => {
                let words = |words: String| words.split_whitespace().collect::<Vec<_>>().join(" ");
                found.extend(open.take().map(|(number, text)| (number, words(text))));
            }
            Token::End { name: "p" } => {
                if let Some((_, words)) = &mut open {
                    words.push(' ');
                }
            }
            Token::Text(text) => {
                if let Some((_, words)) = &mut open {
                    words.push_str(&text);
                }
            }
            Token::Start { .. } | Token::End { .. } => {}
        }
    }
    found
}

/// A part with text, while it is read.
struct Body<'a> {
    page: &'a mut Page,
    titles: HashSet<String>,
    comments: HashMap<String, String>,
    /// Where the stretches begin that are commented on.
    commented: HashMap<String, usize>,
    /// Elements of which nothing is read, inside one another.
    silent: usize,
    /// The text of a tracked deletion.
    deleted: Option<String>,
    /// In the text of a run, and not in white space between elements.
    in_text: bool,
    hidden: bool,
    cells: usize,
    title_from: Option<usize>,
}

/// What is not text of the document: instructions of fields, the second form of a drawing for older programs.
const SILENT: &[&str] = &["instrText", "Fallback"];

impl<'a> Body<'a> {
    fn new(page: &'a mut Page, titles: HashSet<String>, comments: HashMap<String, String>) -> Self {
        Self {
            page,
            titles,
            comments,
            commented: HashMap::new(),
            silent: 0,
            deleted: None,
            in_text: false,
            hidden: false,
            cells: 0,
            title_from: None,
        }
    }

    fn read(mut self, body: &str) {
        for token in tokens(body) {
            match token {
                Token::Start { name, .. } if SILENT.contains(&name) => self.silent += 1,
                Token::End { name } if SILENT.contains(&name) => {
                    self.silent = self.silent.saturating_sub(1);
                }
                _ if self.silent > 0 => {}
                Token::Start { name, inside } => self.start(name, inside),
                Token::End { name } => self.end(name),
                Token::Text(words) if self.in_text => match &mut self.deleted {
                    Some(deleted) => deleted.push_str(&words),
                    None => self.page.write(&words),
                },
                Token::Text(_) => {}
            }
        }
        // What no range places is given all the same.
        let mut left: Vec<(String, String)> = self.comments.drain().collect();
        left.sort();
        for (_, words) in left {
            self.page.flag(FlagCode::Comment, words, None);
        }
    }

    fn start(&mut self, name: &str, inside: &str) {
        match name {
            "t" | "delText" => self.in_text = true,
            "tab" if self.deleted.is_none() => self.page.write("\t"),
            "br" | "cr" => self.page.end("\n"),
            "noBreakHyphen" => self.page.write("-"),
            "pStyle" => {
                let style = attribute(inside, "val").unwrap_or_default();
                if self.page.title.is_none() && self.titles.contains(&style) {
                    self.title_from = Some(self.page.place());
                }
            }
            "lang" if self.page.language.is_none() => {
                self.page.language = attribute(inside, "val").or_else(|| attribute(inside, "bidi"));
            }
            "tc" => {
                self.cells += 1;
                self.page.begin_cell();
            }
            "ins" | "moveTo" => self.page.begin(FlagCode::Inserted),
            "del" | "moveFrom" => self.deleted = Some(String::new()),
            "vanish" | "webHidden" if is_on(inside) => self.hide(),
            "sz" if attribute(inside, "val").is_some_and(|half| half == "1" || half == "2") => {
                self.hide();
            }
            "commentRangeStart" => {
                let number = attribute(inside, "id").unwrap_or_default();
                self.commented.insert(number, self.page.place());
            }
            "commentRangeEnd" => self.comment(&attribute(inside, "id").unwrap_or_default()),
            _ => {}
        }
    }

    fn hide(&mut self) {
        if !self.hidden {
            self.hidden = true;
            self.page.begin(FlagCode::HiddenText);
        }
    }

    fn comment(&mut self, number: &str) {
        if let (Some(start), Some(words)) =
            (self.commented.remove(number), self.comments.remove(number))
        {
            let end = self.page.place().max(start);
            self.page.flag(FlagCode::Comment, words, Some((start, end)));
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "t" | "delText" => self.in_text = false,
            "r" if self.hidden => {
                self.hidden = false;
                self.page.finish(FlagCode::HiddenText);
            }
            "p" => {
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
            "tc" => {
                self.cells = self.cells.saturating_sub(1);
                self.page.cell();
            }
            "tr" => self.page.end("\n"),
            "tbl" => self.page.end("\n\n"),
            "ins" | "moveTo" => self.page.finish(FlagCode::Inserted),
            "del" | "moveFrom" => {
                let words = self.deleted.take().unwrap_or_default();
                if !words.is_empty() {
                    let place = self.page.place();
                    self.page
                        .flag(FlagCode::Deleted, words, Some((place, place)));
                }
            }
            _ => {}
        }
    }
}

/// A switch is on unless it says otherwise (ISO/IEC 29500-1 section 17.17.4).
fn is_on(inside: &str) -> bool {
    !matches!(
        attribute(inside, "val").as_deref(),
        Some("0" | "false" | "off")
    )
}
