//! What a PDF holds beside its pages: files, scripts, notes, layers that are off, states before the last one.

use hayro::hayro_syntax::{
    Pdf,
    object::{Array, DateTime, Dict, MaybeRef, Name, Object, Stream, String as Bytes},
};

use crate::{
    encoding::decode,
    kind::sniff,
    limits::Limits,
    problem::{Finding, Problem},
    reading::{Fact, Flag, FlagCode, Part},
};

/// What was found.
#[derive(Debug, Default)]
pub(super) struct Contents {
    pub(super) parts: Vec<Part>,
    pub(super) facts: Vec<Fact>,
    pub(super) notes: Vec<Flag>,
    pub(super) problems: Vec<Problem>,
    pub(super) title: Option<String>,
    pub(super) language: Option<String>,
    scripts: usize,
    programs: usize,
    sends: usize,
    forms: bool,
    media: usize,
    left: usize,
}

/// Dictionaries inside one another that are looked at. Chosen by us: an action is some four below its page.
const DEPTH: usize = 32;

/// Notes of readers that are given, in number. Chosen by us.
const NOTES: usize = 1_000;

/// Kinds of annotations that people write into a document (ISO 32000-1 table 169).
const NOTED: &[&str] = &[
    "Text",
    "FreeText",
    "Highlight",
    "Underline",
    "Squiggly",
    "StrikeOut",
    "Stamp",
    "Caret",
    "Ink",
    "Line",
    "Square",
    "Circle",
    "Polygon",
    "PolyLine",
];

/// Looks at all objects of `pdf`, whether a page leads to them or not.
pub(super) fn of(pdf: &Pdf, limits: &Limits) -> Contents {
    let mut contents = Contents {
        left: limits.bytes,
        ..Contents::default()
    };
    for object in pdf.objects() {
        contents.look(&object, limits, 0);
    }
    contents.say_facts(pdf);
    contents.say_layers(pdf);
    contents.say_states(pdf.data().as_ref());
    contents.say_problems();
    contents
}

impl Contents {
    fn look(&mut self, object: &Object<'_>, limits: &Limits, depth: usize) {
        if depth > DEPTH {
            return;
        }
        match object {
            Object::Dict(dict) => self.look_at(dict, limits, depth),
            Object::Stream(stream) => self.look_at(stream.dict(), limits, depth),
            Object::Array(array) => {
                for item in array.raw_iter() {
                    if let MaybeRef::NotRef(item) = item {
                        self.look(&item, limits, depth + 1);
                    }
                }
            }
            Object::Null(_)
            | Object::Boolean(_)
            | Object::Number(_)
            | Object::String(_)
            | Object::Name(_) => {}
        }
    }

    fn look_at(&mut self, dict: &Dict<'_>, limits: &Limits, depth: usize) {
        let action = dict.get::<Name<'_>>("S");
        match action.as_deref() {
            Some(b"JavaScript") => self.scripts += 1,
            Some(b"Launch") => self.programs += 1,
            Some(b"SubmitForm" | b"ImportData") => self.sends += 1,
            Some(b"Rendition") => self.media += 1,
            _ => {}
        }
        self.forms |= dict.contains_key("XFA");
        if dict.contains_key("EF") {
            self.take_file(dict, limits);
        }
        if let Some(kind) = dict.get::<Name<'_>>("Subtype") {
            self.media += usize::from(matches!(
                kind.as_str(),
                "RichMedia" | "Screen" | "Movie" | "Sound" | "3D"
            ));
            if NOTED.contains(&kind.as_str()) {
                self.take_note(dict);
            }
        }
        for (_, value) in dict.entries() {
            if let MaybeRef::NotRef(value @ (Object::Dict(_) | Object::Array(_))) = value {
                self.look(&value, limits, depth + 1);
            }
        }
    }

    /// A file that was put into the document (ISO 32000-1 section 7.11.4).
    fn take_file(&mut self, dict: &Dict<'_>, limits: &Limits) {
        let name = text(dict, "UF").or_else(|| text(dict, "F"));
        let files = dict.get::<Dict<'_>>("EF");
        let stream = files.and_then(|files| {
            let keys = ["UF", "F", "Unix", "Mac", "DOS"];
            keys.iter().find_map(|key| files.get::<Stream<'_>>(*key))
        });
        let name = name.unwrap_or_default();
        let bytes = stream.as_ref().and_then(|stream| stream.decoded().ok());
        let declared = stream.and_then(|stream| {
            stream
                .dict()
                .get::<Name<'_>>("Subtype")
                .map(|kind| kind.as_str().to_owned())
        });
        let known = self
            .parts
            .iter()
            .any(|part| part.name == name && part.bytes.as_deref() == bytes.as_deref());
        if known || self.parts.len() >= limits.entries {
            return;
        }
        let found = bytes
            .as_ref()
            .map(|bytes| sniff(bytes, &name).as_str().to_owned());
        let size = bytes.as_ref().map(|bytes| bytes.len() as u64);
        let bytes = bytes
            .filter(|bytes| bytes.len() <= self.left)
            .map(|bytes| bytes.into_owned());
        self.left -= bytes.as_ref().map_or(0, Vec::len);
        self.parts.push(Part {
            name,
            media_type: found.or(declared).unwrap_or_default(),
            size,
            bytes,
        });
    }

    fn take_note(&mut self, dict: &Dict<'_>) {
        if let Some(words) = text(dict, "Contents").filter(|_| self.notes.len() < NOTES) {
            let by = text(dict, "T").map(|by| by + ": ").unwrap_or_default();
            self.notes.push(Flag {
                code: FlagCode::Comment,
                note: by + &words,
                start: None,
                end: None,
            });
        }
    }

    fn say_facts(&mut self, pdf: &Pdf) {
        let said = pdf.metadata();
        let words = |bytes: &Option<Vec<u8>>| {
            let text = decode(bytes.as_deref()?, None)
                .text
                .trim_matches('\0')
                .trim()
                .to_owned();
            (!text.is_empty()).then_some(text)
        };
        self.title = words(&said.title);
        let facts = [
            ("title", self.title.clone()),
            ("author", words(&said.author)),
            ("subject", words(&said.subject)),
            ("keywords", words(&said.keywords)),
            ("program", words(&said.creator)),
            ("writer", words(&said.producer)),
            ("made", said.creation_date.map(day_and_time)),
            ("changed", said.modification_date.map(day_and_time)),
        ];
        for (name, value) in facts {
            self.facts.extend(value.map(|value| Fact { name, value }));
        }
        let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id());
        self.language = catalog.and_then(|catalog| text(&catalog, "Lang"));
    }

    /// Layers that are off when the document is opened (ISO 32000-1 section 8.11.4).
    fn say_layers(&mut self, pdf: &Pdf) {
        let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id());
        let Some(layers) = catalog.and_then(|catalog| catalog.get::<Dict<'_>>("OCProperties"))
        else {
            return;
        };
        let count = |dict: &Dict<'_>, key: &str| {
            dict.get::<Array<'_>>(key)
                .map_or(0, |array| array.raw_iter().count())
        };
        let Some(usual) = layers.get::<Dict<'_>>("D") else {
            return;
        };
        let base = usual.get::<Name<'_>>("BaseState");
        let off = if base.as_deref() == Some(b"OFF") {
            count(&layers, "OCGs").saturating_sub(count(&usual, "ON"))
        } else {
            count(&usual, "OFF")
        };
        if off > 0 {
            self.problems
                .push(Finding::loss("hidden-layers").with("count", off).into());
        }
    }

    /// A change is added behind what was there (ISO 32000-1 section 7.5.6): each former state can be had back.
    fn say_states(&mut self, bytes: &[u8]) {
        let head = &bytes[..bytes.len().min(1024)];
        // A file made for reading while it loads has its first table at its beginning.
        let made_for_loading = memchr::memmem::find(head, b"/Linearized").is_some();
        let ends: Vec<usize> = memchr::memmem::find_iter(bytes, b"%%EOF").collect();
        let former = ends.len().saturating_sub(1 + usize::from(made_for_loading));
        if former > 0 {
            let last = ends[ends.len() - 2] + b"%%EOF".len();
            self.problems.push(
                Finding::flag("former-states")
                    .with("count", former)
                    .with("bytes", last)
                    .into(),
            );
        }
        let locked = memchr::memmem::find_iter(bytes, b"/Encrypt").any(|place| {
            matches!(
                bytes.get(place + 8),
                Some(b' ' | b'<' | b'\r' | b'\n' | b'\t')
            )
        });
        if locked {
            self.problems.push(Finding::flag("encrypted").into());
        }
    }

    fn say_problems(&mut self) {
        let counted = [
            (Finding::flag("scripts"), self.scripts),
            (Finding::flag("starts-programs"), self.programs),
            (Finding::flag("sends-data"), self.sends),
            (Finding::flag("media-inside"), self.media),
            (Finding::flag("comments"), self.notes.len()),
            (Finding::flag("files-inside"), self.parts.len()),
        ];
        for (finding, count) in counted {
            if count > 0 {
                self.problems.push(finding.with("count", count).into());
            }
        }
        if self.forms {
            self.problems.push(Finding::loss("form-not-read").into());
        }
    }
}

/// A text of a dictionary: UTF-16 or UTF-8 by its mark, else what its letters tell, since writers put their own encoding where
/// PDFDocEncoding is asked for.
fn text(dict: &Dict<'_>, key: &str) -> Option<String> {
    let bytes = dict.get::<Bytes<'_>>(key)?;
    let text = decode(bytes.as_bytes(), None).text.trim().to_owned();
    (!text.is_empty()).then_some(text)
}

fn day_and_time(time: DateTime) -> String {
    let zone = match (time.utc_offset_hour, time.utc_offset_minute) {
        (0, 0) => "Z".to_owned(),
        (hour, minute) => format!("{hour:+03}:{minute:02}"),
    };
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{zone}",
        time.year, time.month, time.day, time.hour, time.minute, time.second
    )
}
