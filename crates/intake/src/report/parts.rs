//! The report's own parts: headline, byline, dateline, captions, and lines that are not the report at all.

use std::ops::Range;

use model::date::{Calendar, CivilDay, StatedDate};

use super::{
    dates,
    lexicon::Lexicon,
    words::{Kind, Positions, Token},
};
use crate::reading::{Dateline, Flag, FlagCode, Norm};

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
    pub(super) date: Option<CivilDay>,
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

/// Place and date at the beginning of a line, before a dash or alone on the line.
fn dateline(line: &Line<'_>, lexicon: &Lexicon, parts: &mut Parts) -> bool {
    let near = &line.tokens[..line.tokens.len().min(16)];
    let Some(date) = dates::find(near, lexicon, None).into_iter().next() else {
        return false;
    };
    let before = near.partition_point(|token| token.start < date.start);
    let after = near.partition_point(|token| token.start < date.end);
    let Some(place) = place(&near[..before], lexicon) else {
        return false;
    };
    let mut rest = &line.tokens[after..];
    if rest.first().is_some_and(|token| token.is_mark('(')) {
        let close = rest.iter().position(|token| token.is_mark(')'));
        rest = close.map_or(rest, |close| &rest[close + 1..]);
    }
    let ends = rest.first().is_none_or(|token| {
        token.kind == Kind::Mark
            && token
                .key
                .starts_with(['-', '\u{2013}', '\u{2014}', ':', '\u{2212}'])
    });
    if !ends {
        return false;
    }
    let written =
        line.text[place.start - line.range.start..place.end - line.range.start].to_owned();
    let resolved = match date.norm {
        Some(Norm::Date(norm)) if norm != dates::UNKNOWN => Some(norm),
        _ => {
            parts
                .marks
                .push((FlagCode::DatelineWithoutYear, date.start..date.end));
            None
        }
    };
    parts.date = resolved.as_deref().and_then(day);
    parts.dateline = Some(Dateline {
        place: Some(written),
        date: resolved,
    });
    true
}

/// The place before the date: a few capitalised words, a mark after them.
fn place(tokens: &[Token], lexicon: &Lexicon) -> Option<Range<usize>> {
    // "Paris, le 31 août"
    let articles = tokens
        .iter()
        .rev()
        .take_while(|token| lexicon.stop.has(token) && !token.capital)
        .count();
    let tokens = &tokens[..tokens.len() - if lexicon.has_capitals() { articles } else { 0 }];
    let marks = tokens
        .iter()
        .rev()
        .take_while(|token| {
            token.kind == Kind::Mark
                && token
                    .key
                    .starts_with([',', '|', '-', '\u{2013}', '\u{2014}', '\u{60c}', ':'])
        })
        .count();
    let words = &tokens[..tokens.len() - marks];
    let fits = (1..=5).contains(&words.len())
        && marks > 0
        && words.iter().all(|token| {
            token.is_mark(',') || token.is_word() && (token.capital || !lexicon.has_capitals())
        });
    fits.then(|| words[0].start..words[words.len() - 1].end)
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
