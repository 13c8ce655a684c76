//! Reading a press report: its parts, what it names, what it quotes and who speaks.
//!
//! The rules are words in `data/*.toml` and `data/*.txt` and a module for each kind of thing; nothing is learned and
//! nothing is certain. What is found is offered to people as suggestions, never as claims.

mod counts;
mod dates;
mod language;
mod lexicon;
mod names;
mod parts;
mod quotes;
mod roles;
mod script;
mod speakers;
#[cfg(test)]
mod tests;
mod words;

use model::date::{Calendar, CivilDay};

use crate::{
    limits::Limits,
    reading::{Dateline, Entity, EntityKind, Flag, Modifier, Norm, Quote},
};
use lexicon::Lexicon;
pub(crate) use parts::{Known, day};
use words::Positions;

/// What was found in a text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Report {
    pub(crate) title: Option<String>,
    pub(crate) byline: Option<String>,
    pub(crate) dateline: Option<Dateline>,
    pub(crate) language: Option<String>,
    pub(crate) entities: Vec<Entity>,
    pub(crate) quotes: Vec<Quote>,
    pub(crate) flags: Vec<Flag>,
}

/// Something found, by bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) kind: EntityKind,
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) norm: Option<Norm>,
    pub(crate) modifier: Option<Modifier>,
    pub(crate) of: Option<String>,
}

impl Found {
    pub(crate) fn new(kind: EntityKind, start: usize, end: usize) -> Self {
        Self {
            kind,
            start,
            end,
            norm: None,
            modifier: None,
            of: None,
        }
    }
}

/// Tokens among which a report without a dateline names the day from which it tells. Chosen by us: a paragraph.
const HEAD: usize = 80;

/// Reads `text`. `known` is what the document says of itself outside its text.
pub(crate) fn read(text: &str, known: &Known<'_>, limits: &Limits) -> Report {
    let mut tokens = words::tokens(text);
    let language = language::of(&tokens, known.language);
    let lexicon = language
        .as_deref()
        .and_then(Lexicon::of)
        .unwrap_or_else(Lexicon::empty);
    let parts = parts::find(text, &tokens, lexicon, known);
    words::drop_ranges(&mut tokens, &parts.outside);
    let published = known.published.map(|day| dates::Base {
        day,
        calendar: Calendar::Gregorian,
        told: false,
    });
    let head = &tokens[..tokens.len().min(HEAD)];
    let base = parts.date.or(published);
    let base = base.or_else(|| dates::first_told(head, lexicon));
    let mut found = dates::find(&tokens, lexicon, base);
    found.extend(counts::find(&tokens, lexicon, &found));
    found.extend(parts.named.iter().cloned());
    found.sort_by_key(|one| one.start);
    let names = if lexicon.has_capitals() {
        names::find(text, &tokens, lexicon, &found)
    } else {
        script::find(text, &tokens, lexicon, &found)
    };
    found.extend(names);
    names::norms(text, &mut found);
    let roles = roles::find(text, &tokens, lexicon, &found);
    found.extend(roles);
    found.sort_by_key(|one| (one.start, one.end));
    let quoted = quotes::find(text, &tokens, lexicon, limits.depth);
    quoted.unresolve_told_days(text, &mut found);
    let speakers = speakers::of(text, &tokens, lexicon, &quoted.quotes, &found);
    let places = Positions::new(text);
    let mut flags = parts.flags(text, &places);
    flags.extend(quoted.flags(text, &places));
    flags.sort_by_key(|flag| flag.start);
    Report {
        title: parts.title.map(|span| text[span].to_owned()),
        byline: parts.byline.map(|span| text[span].to_owned()),
        dateline: parts.dateline,
        language,
        entities: found
            .into_iter()
            .map(|one| entity(text, &places, one))
            .collect(),
        quotes: quoted.into_quotes(text, &places, &speakers),
        flags,
    }
}

fn entity(text: &str, places: &Positions<'_>, found: Found) -> Entity {
    Entity {
        kind: found.kind,
        text: text[found.start..found.end].to_owned(),
        start: places.of(found.start),
        end: places.of(found.end),
        norm: found.norm,
        modifier: found.modifier,
        of: found.of,
    }
}

/// A day as EDTF.
pub(crate) fn edtf(day: CivilDay) -> String {
    format!("{:04}-{:02}-{:02}", day.year, day.month, day.day)
}
