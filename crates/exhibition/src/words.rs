//! Every word of the exhibitor's, from Fluent files, made ready once per language so that a page only looks them up.

use std::{collections::HashMap, fmt};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

use crate::{lang::Lang, numbers};

/// Marks the beginning of a hole in a message made ready; no message holds it.
const OPEN: char = '\u{1}';
/// Marks its end.
const CLOSE: char = '\u{2}';

/// The words of one language.
pub(crate) struct Words {
    /// The language.
    pub(crate) lang: Lang,
    /// Messages without plural forms, by identifier.
    ready: HashMap<String, Vec<Piece>>,
    /// For messages whose form depends on a number.
    bundle: FluentBundle<FluentResource>,
}

/// A part of a message: words, or the name of what is filled in.
#[derive(Debug)]
enum Piece {
    Words(String),
    Hole(String),
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words")
            .field("lang", &self.lang)
            .field("messages", &self.ready.len())
            .finish_non_exhaustive()
    }
}

impl Words {
    /// The words of `lang`.
    pub(crate) fn new(lang: Lang) -> Self {
        let tag: LanguageIdentifier = lang.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // What is filled in is isolated by elements (`bdi`), not by characters.
        bundle.set_use_isolating(false);
        for text in sources(lang) {
            // A file that does not parse whole still gives the messages that do; a test refuses such a file.
            let resource = match FluentResource::try_new((*text).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            // Only duplicate identifiers are refused here; a test looks for them.
            let _ = bundle.add_resource(resource);
        }
        let ready = sources(lang)
            .iter()
            .flat_map(|text| identifiers(text))
            .filter_map(|id| Some((id.to_owned(), prepare(&bundle, id)?)))
            .collect();
        Self {
            lang,
            ready,
            bundle,
        }
    }

    /// The message `id`, which has no holes; the identifier itself when there is none.
    pub(crate) fn say<'a>(&'a self, id: &'a str) -> &'a str {
        self.find(id).unwrap_or(id)
    }

    /// The message `id`, which has no holes.
    pub(crate) fn find(&self, id: &str) -> Option<&str> {
        match self.ready.get(id).map(Vec::as_slice) {
            Some([Piece::Words(words)]) => Some(words),
            _ => None,
        }
    }

    /// The message `id` with its holes filled.
    pub(crate) fn fill(&self, id: &str, holes: &[(&str, &str)]) -> String {
        let Some(pieces) = self.ready.get(id) else {
            return id.to_owned();
        };
        let mut filled = String::new();
        for piece in pieces {
            match piece {
                Piece::Words(words) => filled.push_str(words),
                Piece::Hole(name) => {
                    let value = holes.iter().find(|(hole, _)| hole == name);
                    filled.push_str(value.map_or("", |(_, value)| value));
                }
            }
        }
        filled
    }

    /// The message `id`, whose form depends on `count` (`$n`); the number itself is filled in as it is written here (`$shown`).
    pub(crate) fn count(&self, id: &str, count: u64) -> String {
        let mut arguments = FluentArgs::new();
        arguments.set("n", FluentValue::from(count));
        arguments.set("shown", FluentValue::from(numbers::whole(self.lang, count)));
        let pattern = self
            .bundle
            .get_message(id)
            .and_then(|message| message.value());
        pattern.map_or_else(
            || id.to_owned(),
            |pattern| {
                self.bundle
                    .format_pattern(pattern, Some(&arguments), &mut Vec::new())
                    .into_owned()
            },
        )
    }
}

/// The Fluent files of a language.
macro_rules! files {
    ($tag:literal) => {
        &[
            include_str!(concat!("../locales/", $tag, "/exhibition.ftl")),
            include_str!(concat!("../locales/", $tag, "/pictures.ftl")),
            include_str!(concat!("../locales/", $tag, "/panels.ftl")),
            include_str!(concat!("../locales/", $tag, "/machines.ftl")),
            include_str!(concat!("../locales/", $tag, "/visits.ftl")),
            include_str!(concat!("../locales/", $tag, "/wall.ftl")),
            include_str!(concat!("../locales/", $tag, "/rooms.ftl")),
            include_str!(concat!("../locales/", $tag, "/names.ftl")),
        ]
    };
}

/// The Fluent files of `lang`, one for each part of the exhibition.
pub(crate) fn sources(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::En => files!("en"),
        Lang::Fr => files!("fr"),
        Lang::Fa => files!("fa"),
        Lang::Ar => files!("ar"),
    }
}

/// Identifiers of the messages in a Fluent file, in order: they alone stand at the beginning of a line before ` =`.
pub(crate) fn identifiers(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter_map(|line| line.split_once(" =").map(|(id, _)| id))
}

/// The message cut at its holes; `None` when its form depends on a number.
fn prepare(bundle: &FluentBundle<FluentResource>, id: &str) -> Option<Vec<Piece>> {
    let pattern = bundle.get_message(id)?.value()?;
    let mut arguments = FluentArgs::new();
    for name in HOLES {
        arguments.set(*name, FluentValue::from(format!("{OPEN}{name}{CLOSE}")));
    }
    let mut errors = Vec::new();
    let whole = bundle.format_pattern(pattern, Some(&arguments), &mut errors);
    if !errors.is_empty() {
        return None;
    }
    let mut pieces = Vec::new();
    let mut rest: &str = &whole;
    while let Some((words, after)) = rest.split_once(OPEN) {
        let (name, left) = after.split_once(CLOSE)?;
        if !words.is_empty() {
            pieces.push(Piece::Words(words.to_owned()));
        }
        pieces.push(Piece::Hole(name.to_owned()));
        rest = left;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest.to_owned()));
    }
    Some(pieces)
}

/// Every name of a hole in the messages, save `n` and `shown`, which belong to messages with plural forms.
const HOLES: &[&str] = &[
    "a", "b", "c", "date", "name", "who", "what", "place", "reason", "number", "total", "row",
    "column", "page", "from", "to",
];
