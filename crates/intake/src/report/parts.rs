//! The report's own parts: headline, byline, dateline, captions, and lines that are not the report at all.

use std::ops::Range;

use model::date::{Calendar, CivilDay, StatedDate};

use super::{
    Found, dates,
    dates::Base,
    lexicon::Lexicon,
    words::{Kind, Positions, Token},
};
use crate::reading::{Dateline, EntityKind, Flag, FlagCode, Norm};

/// What a document says of itself outside its text.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Known<'a> {
    /// Declared language.
    pub(crate) language: Option<&'a str>,
    /// Declared day of publication.
    pub(crate) published: Option<CivilDay>,
    /// `true` when the title is known and so not to be looked for in the text.
    pub(crate) titled: bool,
}

/// The parts, by bytes.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) title: Option<Range<usize>>,
    /// Who reports, without the words before.
    pub(super) byline: Option<Range<usize>>,
    pub(super) dateline: Option<Dateline>,
    /// Day of the dateline.
    pub(super) date: Option<Base>,
    /// The place of the dateline and the agencies beside it.
    pub(super) named: Vec<Found>,
    /// What is not to be read: advertising, share lines, the words around the byline. Sorted.
    pub(super) outside: Vec<Range<usize>>,
    marks: Vec<(FlagCode, Range<usize>)>,
}

impl Parts {
    pub(super) fn flags(&self, text: &str, places: &Positions<'_>) -> Vec<Flag> {
        self.marks
            .iter()
            .map(|(code, range)| flag(*code, text, range, places))
            .collect()
    }
}

/// A flag on a range of bytes.
pub(super) fn flag(
    code: FlagCode,
    text: &str,
    range: &Range<usize>,
    places: &Positions<'_>,
) -> Flag {
    Flag {
        code,
        note: text[range.clone()].to_owned(),
        start: Some(places.of(range.start)),
        end: Some(places.of(range.end)),
    }
}

/// A line that is not blank.
struct Line<'a> {
    range: Range<usize>,
    text: &'a str,
    tokens: &'a [Token],
}

/// Lines at the head of a report among which its parts are looked for. Chosen by us.
const HEAD: usize = 12;
/// Longest headline, in characters. Chosen by us.
const LONGEST_TITLE: usize = 250;
/// Longest byline, and longest share line, in characters. Chosen by us.
const SHORT_LINE: usize = 120;

/// Finds the parts of a report.
pub(super) fn find(text: &str, tokens: &[Token], lexicon: &Lexicon, known: &Known<'_>) -> Parts {
    let lines = lines(text, tokens);
    let mut parts = Parts::default();
    let mut head = 0;
    let mut head_open = true;
    let mut caption_before: Option<&str> = None;
    for (place, line) in lines.iter().enumerate() {
        if let Some(code) = foreign(line, lexicon) {
            parts.outside.push(line.range.clone());
            parts.marks.push((code, line.range.clone()));
            continue;
        }
        if let Some(code) = caption(line, lexicon, caption_before, lines.get(place + 1)) {
            caption_before = Some(line.text);
            parts.marks.push((code, line.range.clone()));
            continue;
        }
        head += 1;
        if !head_open || head > HEAD {
            continue;
        }
        if let Some(byline) = byline(line, lexicon).filter(|_| parts.byline.is_none()) {
            parts.outside.push(line.range.start..byline.start);
            parts.byline = Some(byline);
        } else if dateline(line, lexicon, &mut parts) {
            head_open = false;
        } else if parts.title.is_none() && !known.titled {
            if is_headline(line) {
                parts.title = Some(line.range.clone());
            } else {
                // The text begins without a headline; a dateline may still stand in a later line.
                parts.title = None;
            }
        }
    }
    parts
}

fn lines<'a>(text: &'a str, tokens: &'a [Token]) -> Vec<Line<'a>> {
    tokens
        .split(|token| token.kind == Kind::Break)
        .filter_map(|tokens| {
            let range = tokens.first()?.start..tokens.last()?.end;
            Some(Line {
                text: &text[range.clone()],
                range,
                tokens,
            })
        })
        .collect()
}

/// Lines that are not part of the report.
fn foreign(line: &Line<'_>, lexicon: &Lexicon) -> Option<FlagCode> {
    if is_slot(line.tokens) {
        return Some(FlagCode::AdvertisingSlot);
    }
    if lexicon.read_also.opens(line.tokens).is_some() {
        return Some(FlagCode::ReadAlso);
    }
    // "Share" alone, or with where to: never a sentence.
    let short =
        line.text.chars().count() <= SHORT_LINE / 3 && !line.text.ends_with(['.', '!', '?']);
    (short && lexicon.share.opens(line.tokens).is_some()).then_some(FlagCode::ShareLine)
}

/// Width and height of a slot: `728 x 90`.
fn is_slot(tokens: &[Token]) -> bool {
    let number = |token: &Token| token.kind == Kind::Number && (2..=4).contains(&token.key.len());
    match tokens {
        [width, by, height] => {
            number(width) && number(height) && ["x", "\u{d7}", "*"].contains(&by.key.as_str())
        }
        // `728x90`: digits, then a letter and digits.
        [width, height] => {
            width.kind == Kind::Mixed
                && width.key.ends_with('x')
                && height.kind == Kind::Number
                && height.glued
        }
        _ => false,
    }
}

/// Credits, and captions that stand twice, as pages give them once for the eye and once for the reader aloud.
fn caption(
    line: &Line<'_>,
    lexicon: &Lexicon,
    before: Option<&str>,
    next: Option<&Line<'_>>,
) -> Option<FlagCode> {
    if before == Some(line.text) {
        return Some(FlagCode::RepeatedCaption);
    }
    if next.is_some_and(|next| next.text == line.text) {
        return Some(FlagCode::Caption);
    }
    let short = line.text.chars().count() <= SHORT_LINE;
    (short && lexicon.credits.opens(line.tokens).is_some()).then_some(FlagCode::Credit)
}

fn byline(line: &Line<'_>, lexicon: &Lexicon) -> Option<Range<usize>> {
    let length = lexicon.bylines.opens(line.tokens)?;
    let mut rest = &line.tokens[length..];
    while let Some((first, others)) = rest.split_first().filter(|(first, _)| first.is_mark(':')) {
        let _ = first;
        rest = others;
    }
    let first = rest.first()?;
    let short = line.text.chars().count() <= SHORT_LINE && !line.text.ends_with('.');
    (short && (first.capital || !lexicon.has_capitals())).then_some(first.start..line.range.end)
}

fn is_headline(line: &Line<'_>) -> bool {
    line.text.chars().count() <= LONGEST_TITLE && !line.text.ends_with(['.', '\u{201d}', ':'])
}

/// Tokens of a line among which the date of a dateline is looked for. Chosen by us.
const DATELINE: usize = 24;

/// Place and date at the beginning of a line, before a dash or alone on the line, an agency in brackets on either side.
fn dateline(line: &Line<'_>, lexicon: &Lexicon, parts: &mut Parts) -> bool {
    let near = &line.tokens[..line.tokens.len().min(DATELINE)];
    let Some(date) = dates::find(near, lexicon, None).into_iter().next() else {
        return false;
    };
    let before = near.partition_point(|token| token.start < date.start);
    let after = near.partition_point(|token| token.start < date.end);
    let mut agencies = Vec::new();
    let words = without_brackets(&near[..before], &mut agencies);
    let rest = without_brackets(&line.tokens[after..], &mut agencies);
    let rest: Vec<&Token> = rest
        .into_iter()
        .skip_while(|token| token.is_mark(')') || token.is_mark('('))
        .collect();
    let ends = rest.first().is_none_or(|token| is_separator(token));
    let resolved = match &date.norm {
        Some(Norm::Date(norm)) if norm != dates::UNKNOWN => Some(norm.clone()),
        _ => None,
    };
    let full = resolved.as_deref().and_then(day);
    let Some(place) = place(&words, lexicon) else {
        return false;
    };
    // A date alone must be a whole day on a line of its own, in brackets or before a dash.
    if !ends || place.is_none() && full.is_none() {
        return false;
    }
    if place.is_none() && !words.is_empty() && !rest.is_empty() {
        return false;
    }
    if resolved.is_none() {
        parts
            .marks
            .push((FlagCode::DatelineWithoutYear, date.start..date.end));
    }
    let shown = near[before..after].iter().any(|token| {
        lexicon.solar_months.get(token).is_some()
            || token.kind == Kind::Number
                && token.key.len() == 4
                && token.key.starts_with("1")
                && token.key.as_str() < "1500"
                && !lexicon.has_lunar_years()
    });
    parts.date = full.map(|day| dates::Base {
        day,
        calendar: if shown {
            Calendar::SolarHijri
        } else {
            Calendar::Gregorian
        },
        told: false,
    });
    let offset = line.range.start;
    parts.dateline = Some(Dateline {
        place: place
            .clone()
            .map(|place| line.text[place.start - offset..place.end - offset].to_owned()),
        date: resolved,
    });
    let place = place.map(|place| Found::new(EntityKind::Place, place.start, place.end));
    let agencies = agencies
        .into_iter()
        .map(|agency| Found::new(EntityKind::Organization, agency.start, agency.end));
    parts.named.extend(place.into_iter().chain(agencies));
    parts.named.sort_by_key(|one| one.start);
    true
}

fn is_separator(token: &Token) -> bool {
    token.kind == Kind::Mark
        && token.key.starts_with([
            ',', '|', '-', '\u{2013}', '\u{2014}', '\u{2212}', '\u{60c}', '\u{61b}', ':', '.', ';',
            '/',
        ])
}

/// Longest name of an agency, in words. Chosen by us.
const AGENCY: usize = 5;

/// The first dozen tokens that are not in brackets; what is in brackets is an agency.
fn without_brackets<'a>(tokens: &'a [Token], agencies: &mut Vec<Range<usize>>) -> Vec<&'a Token> {
    let mut open: Option<usize> = None;
    let mut outside = Vec::new();
    for (place, token) in tokens.iter().enumerate().take(DATELINE) {
        if token.is_mark('(') {
            open = Some(place + 1);
            continue;
        }
        let Some(start) = open else {
            if outside.len() > AGENCY && is_separator(token) {
                break;
            }
            outside.push(token);
            continue;
        };
        if token.is_mark(')') {
            let inner = &tokens[start..place];
            let words = (1..=AGENCY).contains(&inner.len());
            if words && inner.iter().all(|token| token.is_word()) && outside.len() <= AGENCY {
                agencies.push(inner[0].start..inner[inner.len() - 1].end);
            }
            open = None;
        }
    }
    outside
}

/// The place before the date: a few words that may be a name. `None` when other words stand there.
#[expect(
    clippy::option_option,
    reason = "no words are as good as a place; other words are not"
)]
fn place(tokens: &[&Token], lexicon: &Lexicon) -> Option<Option<Range<usize>>> {
    let marks = |tokens: &[&Token]| -> usize {
        let trailing = tokens.iter().rev();
        trailing.take_while(|token| is_separator(token)).count()
    };
    // "Paris, le 31 août", "بغداد في 20 صفر"
    let articles = tokens
        .iter()
        .rev()
        .take_while(|token| lexicon.stop.has(token) && !token.capital)
        .count();
    let tokens = &tokens[..tokens.len() - articles];
    let label = matches!(tokens, [word, colon] if word.is_word() && colon.is_mark(':'));
    let words = &tokens[..tokens.len() - marks(tokens)];
    if words.is_empty() || label {
        return Some(None);
    }
    let fits = words.len() <= 5
        && words.iter().all(|token| {
            token.is_mark(',')
                || token.is_word()
                    && if lexicon.has_capitals() {
                        token.capital
                    } else {
                        !lexicon.stop.has(token) && !lexicon.is_cue(token)
                    }
        });
    let last = words.last()?;
    fits.then(|| Some(words[0].start..last.end))
}

/// The day that an EDTF date names, if it is one day.
pub(crate) fn day(edtf: &str) -> Option<CivilDay> {
    let span = StatedDate {
        stated: edtf.to_owned(),
        calendar: Calendar::Gregorian,
    }
    .span()
    .ok()?;
    let day = span.earliest?;
    (span.latest == Some(day)).then(|| day.to(Calendar::Gregorian))
}
