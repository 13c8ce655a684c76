//! Reports in which what a reader should find is marked by hand (`bench/reading/README.md`), and how far a reading agrees with them.

use std::{fs, ops::Range, path::Path};

use intake::{
    limits::Limits,
    reading::{EntityKind, Norm, Reading},
    text,
};

pub(crate) mod score;

/// A report with its marks taken out of the text. Positions are Unicode scalar values.
#[derive(Debug, Default)]
pub(crate) struct Marked {
    /// The name of its file without ending: language and number.
    pub(crate) name: String,
    /// The report as a reader gets it.
    pub(crate) text: String,
    /// Where the headline stands: what it names is not counted.
    pub(crate) title: Option<Range<usize>>,
    /// What is named.
    pub(crate) named: Vec<Named>,
    /// What is quoted, fragment by fragment.
    pub(crate) quoted: Vec<Quoted>,
}

/// A marked mention.
#[derive(Debug)]
pub(crate) struct Named {
    pub(crate) kind: EntityKind,
    pub(crate) span: Range<usize>,
    /// A date's EDTF, a count's bounds and modifier, the person who has a role; empty for other kinds.
    pub(crate) meaning: String,
}

/// A marked fragment of a quotation.
#[derive(Debug)]
pub(crate) struct Quoted {
    pub(crate) span: Range<usize>,
    /// The name of who speaks; `None` when the report does not say it.
    pub(crate) speaker: Option<String>,
    /// Whether another fragment is around it.
    pub(crate) inside: bool,
}

impl Marked {
    /// The language that the file's name gives.
    pub(crate) fn language(&self) -> &str {
        self.name.split('-').next().unwrap_or_default()
    }

    /// What the reader makes of it.
    pub(crate) fn reading(&self) -> Reading {
        text::read(self.text.as_bytes(), &Limits::default(), None)
    }

    /// Takes the marks out of `source`.
    pub(crate) fn parse(name: &str, source: &str) -> Self {
        let mut report = Self {
            name: name.to_owned(),
            ..Self::default()
        };
        let mut writer = Writer::default();
        for line in source.lines() {
            let (part, line) = match line.strip_prefix('@').and_then(|rest| rest.split_once(' ')) {
                Some((part, rest)) => (part, rest),
                None => ("", line),
            };
            let start = writer.length;
            writer.line(line, &mut report);
            if part == "title" {
                report.title = Some(start..writer.length);
            }
            writer.put('\n', &mut report);
        }
        assert!(writer.open.is_empty(), "{name}: a mark is not closed");
        let text: Vec<char> = report.text.chars().collect();
        for quoted in &mut report.quoted {
            stretch(&text, &mut quoted.span);
        }
        report
    }
}

/// Marks that are open, and how long the text is so far.
#[derive(Default)]
struct Writer {
    length: usize,
    open: Vec<Open>,
}

enum Open {
    Name(EntityKind, usize),
    /// The index of the fragment.
    Quotation(usize),
}

impl Writer {
    fn put(&mut self, c: char, report: &mut Marked) {
        report.text.push(c);
        self.length += 1;
    }

    fn line(&mut self, line: &str, report: &mut Marked) {
        let mut rest = line;
        while let Some(c) = rest.chars().next() {
            rest = &rest[c.len_utf8()..];
            match c {
                '[' => {
                    let (kind, after) = rest.split_once(':').expect("a kind after [");
                    self.open.push(Open::Name(kind_of(kind), self.length));
                    rest = after;
                }
                '{' => {
                    let (speaker, after) = rest.split_once('|').expect("a speaker after {");
                    self.opens(speaker, report);
                    rest = after;
                }
                '|' if matches!(self.open.last(), Some(Open::Name(..))) => {
                    let (meaning, after) = rest.split_once(']').expect("a ] after |");
                    self.closes_name(meaning, report);
                    rest = after;
                }
                ']' => self.closes_name("", report),
                '}' => match self.open.pop() {
                    Some(Open::Quotation(place)) => report.quoted[place].span.end = self.length,
                    _ => panic!("{}: a }} closes nothing", report.name),
                },
                other => self.put(other, report),
            }
        }
    }

    fn closes_name(&mut self, meaning: &str, report: &mut Marked) {
        let Some(Open::Name(kind, start)) = self.open.pop() else {
            panic!("{}: a ] closes nothing", report.name);
        };
        report.named.push(Named {
            kind,
            span: start..self.length,
            meaning: meaning.to_owned(),
        });
    }

    /// `+` goes on with the last outer fragment's speaker; without a quotation mark before it, it is the same fragment.
    fn opens(&mut self, speaker: &str, report: &mut Marked) {
        let before = report.text.trim_end().chars().next_back();
        let same = speaker == "+" && before.is_some_and(|c| !"“‘«‹\"'".contains(c));
        let last = report.quoted.iter().rposition(|quoted| !quoted.inside);
        let place = match last.filter(|_| same) {
            Some(place) => place,
            None => {
                let speaker = match speaker {
                    "?" => None,
                    "+" => report.quoted[last.expect("a fragment to go on from")]
                        .speaker
                        .clone(),
                    name => Some(name.to_owned()),
                };
                report.quoted.push(Quoted {
                    span: self.length..0,
                    speaker,
                    inside: !self.open.is_empty(),
                });
                report.quoted.len() - 1
            }
        };
        self.open.push(Open::Quotation(place));
    }
}

/// A fragment reaches from mark to mark, the point or comma before the closing one with it.
fn stretch(text: &[char], span: &mut Range<usize>) {
    let points = text[span.end..]
        .iter()
        .take_while(|c| ".,;:!?…،؟؛".contains(**c))
        .count();
    let closed = text[span.end + points..]
        .iter()
        .find(|c| **c != ' ')
        .is_some_and(|c| "’”»›'\"\n".contains(*c));
    if closed {
        span.end += points;
    }
}

fn kind_of(letter: &str) -> EntityKind {
    match letter {
        "p" => EntityKind::Person,
        "o" => EntityKind::Organization,
        "l" => EntityKind::Place,
        "r" => EntityKind::Role,
        "d" => EntityKind::Date,
        "c" => EntityKind::Count,
        other => panic!("no kind is marked {other}"),
    }
}

/// Reads the reports of a folder, in the order of their names.
pub(crate) fn folder(path: &Path) -> Vec<Marked> {
    let mut paths: Vec<_> = fs::read_dir(path)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    paths
        .iter()
        .map(|path| {
            let name = path.file_stem().expect("a name").to_string_lossy();
            let source = fs::read_to_string(path).expect("a marked report is UTF-8");
            Marked::parse(&name, &source)
        })
        .collect()
}

/// A meaning as the marks write it.
pub(crate) fn meaning(norm: Option<&Norm>, modifier: Option<&str>) -> String {
    match norm {
        Some(Norm::Date(date)) => date.clone(),
        Some(Norm::Count { low, high }) => {
            let bound = |bound: &Option<u64>| bound.map(|bound| bound.to_string());
            let (low, high) = (
                bound(low).unwrap_or_default(),
                bound(high).unwrap_or_default(),
            );
            format!("{} {low}..{high}", modifier.unwrap_or("exact"))
        }
        Some(Norm::Name(_)) | None => String::new(),
    }
}
