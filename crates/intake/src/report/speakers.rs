//! Who speaks: the name beside a verb of saying before or after a quotation, a pronoun for the last speaker, or nobody.

use std::ops::Range;

use super::{
    Found,
    lexicon::Lexicon,
    names::squeezed,
    quotes::{Fragment, Speaker},
    words::{Kind, Token},
};
use crate::reading::EntityKind;

/// Tokens looked at after a quotation. Chosen by us: a clause.
const AFTER: usize = 20;
/// Tokens looked at before a quotation. Chosen by us: a long sentence.
const BEFORE: usize = 45;
/// Tokens between a verb of saying and the quotation that it introduces. Chosen by us.
const REACH: usize = 10;
/// Tokens back to which "she said" reaches for a speaker. Chosen by us: two paragraphs.
const MEMORY: usize = 150;
/// Quotations looked back over for one on the same level. Chosen by us; it bounds the time.
const NEIGHBOURS: usize = 50;

/// The speaker of each of `quotes`, in their order.
pub(super) fn of(
    text: &str,
    tokens: &[Token],
    lexicon: &Lexicon,
    quotes: &[Fragment],
    found: &[Found],
) -> Vec<Speaker> {
    let finder = Finder {
        text,
        tokens,
        lexicon,
        quotes,
        people: found
            .iter()
            .filter(|one| one.kind == EntityKind::Person)
            .map(|one| one.start..one.end)
            .collect(),
    };
    let mut speakers: Vec<Speaker> = vec![None; quotes.len()];
    for place in 0..quotes.len() {
        let speaker = finder.speaker(place, &speakers);
        // What follows an interruption says who spoke before it too, when nothing else did.
        if let Some(before) = quotes[place].continues
            && speakers[before].is_none()
        {
            speakers[before].clone_from(&speaker);
        }
        speakers[place] = speaker;
    }
    speakers
}

struct Finder<'a> {
    text: &'a str,
    tokens: &'a [Token],
    lexicon: &'a Lexicon,
    quotes: &'a [Fragment],
    people: Vec<Range<usize>>,
}

impl Finder<'_> {
    fn speaker(&self, place: usize, before: &[Speaker]) -> Speaker {
        let quote = &self.quotes[place];
        if let Some(earlier) = quote.continues
            && let Some(speaker) = &before[earlier]
        {
            return Some(speaker.clone());
        }
        let last = (0..place)
            .rev()
            .take(NEIGHBOURS)
            .find(|earlier| self.quotes[*earlier].inside == quote.inside)
            .and_then(|earlier| before[earlier].clone())
            .or_else(|| self.last_sayer(quote.open));
        self.told_by(self.words_after(quote), true, last.as_ref())
            .or_else(|| self.told_by(self.words_before(quote), false, last.as_ref()))
            .or_else(|| self.bare_paragraph(place, before))
    }

    /// Tokens after the closing mark, to the end of the sentence or of the quotation around it.
    fn words_after(&self, quote: &Fragment) -> Range<usize> {
        let start = (quote.close + 1).min(self.tokens.len());
        let broken = self
            .tokens
            .get(quote.close)
            .is_none_or(|token| token.kind == Kind::Break);
        // After a full stop inside the marks another sentence begins.
        if broken || self.text[quote.range.clone()].ends_with('.') {
            return start..start;
        }
        let limit = quote
            .inside
            .map_or(self.tokens.len(), |outer| self.quotes[outer].close);
        let mut end = start;
        while end < limit.min(start + AFTER)
            && !self.ends_sentence(end)
            && !self.is_quotation_mark(end)
        {
            end += 1;
        }
        start..end
    }

    /// Tokens before the opening mark, from the beginning of the sentence or of the quotation around it.
    fn words_before(&self, quote: &Fragment) -> Range<usize> {
        let limit = quote.inside.map_or(0, |outer| self.quotes[outer].open + 1);
        let mut start = quote.open;
        while start > limit.max(quote.open.saturating_sub(BEFORE))
            && !self.ends_sentence(start - 1)
            && !self.is_quotation_mark(start - 1)
        {
            start -= 1;
        }
        start..quote.open
    }

    fn ends_sentence(&self, place: usize) -> bool {
        let token = &self.tokens[place];
        if token.kind == Kind::Break {
            return true;
        }
        let stop =
            token.kind == Kind::Mark && token.key.starts_with(['.', '!', '?', '\u{61f}', ';']);
        // The point after "Mrs." or an initial ends nothing.
        let abbreviated = place.checked_sub(1).is_some_and(|before| {
            let word = &self.tokens[before];
            token.glued
                && word.is_word()
                && (self.lexicon.honorifics.has(word) || word.key.chars().count() == 1)
        });
        stop && !abbreviated
    }

    fn is_quotation_mark(&self, place: usize) -> bool {
        let token = &self.tokens[place];
        token.kind == Kind::Mark
            && token.key.starts_with([
                '"', '\u{201c}', '\u{201d}', '\u{ab}', '\u{bb}', '\u{2018}', '\u{201e}',
            ])
    }

    fn told_by(&self, words: Range<usize>, after: bool, last: Option<&Range<usize>>) -> Speaker {
        let cue = if after {
            words.clone().take(REACH).find(|place| self.is_cue(*place))
        } else {
            words
                .clone()
                .rev()
                .take(REACH)
                .find(|place| self.is_cue(*place))
        };
        let bytes = |range: Range<usize>| -> Option<Range<usize>> {
            let (first, last) = (self.tokens.get(range.start)?, range.end.checked_sub(1)?);
            (range.start < range.end).then(|| first.start..self.tokens[last].end)
        };
        if let Some(cue) = cue {
            let left = bytes(words.start..cue).and_then(|range| self.person(range, true));
            let right = bytes(cue + 1..words.end).and_then(|range| self.person(range, false));
            let pronoun = || {
                let near = cue.saturating_sub(2).max(words.start)..(cue + 3).min(words.end);
                let said = near
                    .into_iter()
                    .any(|place| self.lexicon.pronouns.has(&self.tokens[place]));
                last.filter(|_| said).cloned()
            };
            return left.or_else(pronoun).or(right);
        }
        let according = words.clone().find_map(|place| {
            Some(
                place
                    + self
                        .lexicon
                        .according
                        .opens(&self.tokens[place..words.end])?,
            )
        })?;
        bytes(according..words.end).and_then(|range| self.person(range, false))
    }

    /// The person beside the last verb of saying before a token: whom "she said" may mean.
    fn last_sayer(&self, before: usize) -> Speaker {
        let from = before.saturating_sub(MEMORY);
        (from..before)
            .rev()
            .filter(|place| self.is_cue(*place))
            .find_map(|cue| {
                let near = |from: usize, to: usize| {
                    let start = self.tokens[from].start;
                    let end = self.tokens[to.min(self.tokens.len() - 1)].end;
                    self.person(start..end, from < cue)
                };
                near(cue, (cue + 4).min(before)).or_else(|| near(cue.saturating_sub(4), cue))
            })
    }

    fn is_cue(&self, place: usize) -> bool {
        self.lexicon.cues.has(&self.tokens[place])
    }

    /// The person in a range of bytes: the one nearest to its end, or to its beginning.
    fn person(&self, range: Range<usize>, nearest_to_end: bool) -> Speaker {
        let first = self.people.partition_point(|name| name.start < range.start);
        let after = self.people.partition_point(|name| name.end <= range.end);
        let inside = self.people.get(first..after)?;
        let found = if nearest_to_end {
            inside.last()
        } else {
            inside.first()
        };
        found.cloned()
    }

    /// A paragraph that is nothing but a quotation, after a paragraph whose quotations have one speaker.
    fn bare_paragraph(&self, place: usize, before: &[Speaker]) -> Speaker {
        let quote = &self.quotes[place];
        let alone = quote.inside.is_none()
            && quote
                .open
                .checked_sub(1)
                .is_some_and(|at| self.tokens[at].kind == Kind::Break)
            && self.words_after(quote).is_empty();
        let earlier = (0..place)
            .rev()
            .take(NEIGHBOURS)
            .find(|earlier| self.quotes[*earlier].inside.is_none())
            .filter(|_| alone)?;
        let between = self.tokens.get(self.quotes[earlier].close..quote.open)?;
        let paragraphs = between
            .iter()
            .filter(|token| token.kind == Kind::Break)
            .count();
        let speaker = before[earlier].clone().filter(|_| paragraphs <= 1)?;
        // Nobody else may be named in between.
        let between = self.quotes[earlier].range.end..quote.range.start;
        let name = squeezed(&self.text[speaker.clone()]);
        let first = self
            .people
            .partition_point(|person| person.start < between.start);
        let after = self
            .people
            .partition_point(|person| person.start < between.end);
        let other = self.people[first..after]
            .iter()
            .any(|person| !squeezed(&self.text[person.clone()]).ends_with(&name));
        (!other).then_some(speaker)
    }
}
