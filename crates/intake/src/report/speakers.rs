//! Who speaks: the name beside a verb of saying before, after or inside a quotation, a word for somebody named before, or nobody.

use std::ops::Range;

use super::{
    Found,
    lexicon::Lexicon,
    names::squeezed,
    quotes::{Fragment, Speaker},
    words::{Kind, Token, fold},
};
use crate::reading::EntityKind;

/// Tokens looked at after a quotation. Chosen by us: a clause.
const AFTER: usize = 20;
/// Tokens looked at before a quotation. Chosen by us: a long sentence.
const BEFORE: usize = 45;
/// Tokens between a verb of saying and the quotation that it introduces. Chosen by us.
const REACH: usize = 12;
/// Tokens back to which "she said" reaches for somebody named. Chosen by us: a few paragraphs.
const MEMORY: usize = 250;
/// Quotations looked back over for one on the same level. Chosen by us; it bounds the time.
const NEIGHBOURS: usize = 50;
/// Letters by which a role is known again, so that "avocate" is "avocat". Chosen by us.
const STEM: usize = 4;

/// The speaker of each of `quotes`, in their order. `found` is sorted.
pub(super) fn of(
    text: &str,
    tokens: &[Token],
    lexicon: &Lexicon,
    quotes: &[Fragment],
    found: &[Found],
) -> Vec<Speaker> {
    let of_kind = |kind: EntityKind| found.iter().filter(move |one| one.kind == kind);
    let roles: Vec<&Found> = of_kind(EntityKind::Role).collect();
    let in_role = |one: &Found| {
        let after = roles.partition_point(|role| role.start <= one.start);
        roles[..after]
            .iter()
            .rev()
            .take(3)
            .any(|role| one.end <= role.end)
    };
    let finder = Finder {
        text,
        tokens,
        lexicon,
        quotes,
        people: of_kind(EntityKind::Person)
            .filter(|one| !in_role(one))
            .map(|one| one.start..one.end)
            .collect(),
        bodies: of_kind(EntityKind::Organization)
            .filter(|one| !in_role(one))
            .map(|one| one.start..one.end)
            .collect(),
        roles: &roles,
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
    bodies: Vec<Range<usize>>,
    roles: &'a [&'a Found],
}

/// What the words beside a quotation say of who speaks.
enum Told {
    /// Somebody with a name.
    Named(Range<usize>),
    /// Somebody who was named before: "she said".
    Before,
    /// Somebody by a role that was told of nobody: "the seamstress said".
    Described,
    /// The one named last: "the latter".
    Latter,
    /// A verb of saying without a subject.
    Unsaid,
    /// A verb of answering without a subject.
    Answer,
    /// Somebody who is not named.
    Nobody,
}

impl Finder<'_> {
    fn speaker(&self, place: usize, before: &[Speaker]) -> Speaker {
        let quote = &self.quotes[place];
        if let Some(earlier) = quote.continues
            && let Some(speaker) = &before[earlier]
        {
            return Some(speaker.clone());
        }
        let introduced = quote
            .open
            .checked_sub(1)
            .is_some_and(|at| self.tokens[at].is_mark(':'));
        let (after, ahead) = (self.words_after(quote), self.words_before(quote));
        let sides = if introduced {
            [(ahead.clone(), false), (after, true)]
        } else {
            [(after, true), (ahead.clone(), false)]
        };
        let mut unsaid = false;
        for (words, is_after) in sides {
            let told = self.told_by(words, is_after);
            match told {
                Some(Told::Unsaid) => unsaid = true,
                Some(told) => return self.resolve(told, place, before),
                None => {}
            }
        }
        if let Some(told) = self.told_inside(quote) {
            return self.resolve(told, place, before);
        }
        if introduced && !unsaid && quote.inside.is_none() {
            // "On the army she has no doubt: …"
            let named = self.first_person(ahead.clone());
            if named.is_some() {
                return named;
            }
            if let Some(told) = self.stands_for(ahead.clone()) {
                return self.resolve(told, place, before);
            }
        }
        if unsaid {
            let subject = self.first_person(ahead.clone());
            if subject.is_some() {
                return subject;
            }
            // "called it “…” and promised a “…”"
            let joined = ahead
                .start
                .checked_sub(1)
                .is_some_and(|at| self.is_quotation_mark(at));
            if joined && let Some(speaker) = self.last_speaker(place, before) {
                return Some(speaker);
            }
            let drops = self.lexicon.drops_subjects() && quote.inside.is_none();
            return drops.then(|| self.antecedent(place, before)).flatten();
        }
        self.bare_paragraph(place, before)
            .or_else(|| self.goes_on_from(place, ahead))
            .or_else(|| self.told_next(quote))
            .or_else(|| self.told_right_before(quote))
    }

    /// "Lefort stood up. “I have been digging …”": after a sentence that tells of one person alone.
    fn told_right_before(&self, quote: &Fragment) -> Speaker {
        let end = quote.open.checked_sub(1)?;
        let ends = self.tokens[end].kind != Kind::Break && self.ends_sentence(end);
        if quote.inside.is_some() || !ends {
            return None;
        }
        let start = (self.paragraph(quote.open)..end)
            .rev()
            .find(|at| self.ends_sentence(*at) || self.is_quotation_mark(*at))
            .map_or(self.paragraph(quote.open), |at| at + 1);
        let bytes = self.bytes(start..end)?;
        let first = self.person(bytes.clone(), false)?;
        let alone = self.person(bytes.clone(), true)? == first && !self.has_body(start..end);
        (alone && first.start == bytes.start).then_some(first)
    }

    /// "“We owe them a wall.” The mayor did not hide his tears.": a paragraph that begins with what its subject says.
    fn told_next(&self, quote: &Fragment) -> Speaker {
        let begins = quote
            .open
            .checked_sub(1)
            .is_none_or(|at| self.tokens[at].kind == Kind::Break);
        let start = quote.close + 1;
        let start = start
            + usize::from(
                self.tokens
                    .get(start)
                    .is_some_and(|token| token.is_mark('.')),
            );
        let end = self.tokens.len().min(start + 4);
        if !begins || quote.inside.is_some() || start >= end {
            return None;
        }
        let line = (start..end)
            .find(|at| self.tokens[*at].kind != Kind::Word)
            .unwrap_or(end);
        self.first_person(start..line).or_else(|| {
            (start..line)
                .map(|at| &self.tokens[at])
                .filter(|token| self.lexicon.is_role_head(token))
                .find_map(|token| self.by_role(token))
        })
    }

    fn resolve(&self, told: Told, place: usize, before: &[Speaker]) -> Speaker {
        let quote = &self.quotes[place];
        match told {
            Told::Named(name) => Some(name),
            Told::Before if quote.inside.is_some() => self.other_than_outer(place, before),
            Told::Before => self.antecedent(place, before),
            Told::Described if quote.inside.is_none() => {
                let start = self.words_before(quote).start;
                self.told_of(self.paragraph(start), start, place, before)
            }
            Told::Latter => self.last_person(quote.open),
            Told::Answer if quote.inside.is_none() => self.partner(place, before),
            Told::Answer | Told::Described | Told::Unsaid | Told::Nobody => None,
        }
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
                '\u{2039}', '\u{203a}',
            ])
    }

    fn bytes(&self, range: Range<usize>) -> Option<Range<usize>> {
        let (first, last) = (self.tokens.get(range.start)?, range.end.checked_sub(1)?);
        (range.start < range.end).then(|| first.start..self.tokens[last].end)
    }

    fn told_by(&self, words: Range<usize>, after: bool) -> Option<Told> {
        let mut reach: Box<dyn Iterator<Item = usize>> = if after {
            Box::new(words.clone().take(REACH))
        } else {
            Box::new(words.clone().rev().take(REACH))
        };
        let cue = reach.find(|place| self.lexicon.is_cue(&self.tokens[*place]));
        if let Some(cue) = cue {
            return Some(self.subject(words, cue));
        }
        let according = words.clone().find_map(|place| {
            let rest = &self.tokens[place..words.end];
            Some(place + self.lexicon.according.opens(rest)?)
        })?;
        self.bytes(according..words.end)
            .and_then(|range| self.person(range, false))
            .map(Told::Named)
            .or_else(|| self.stands_for(according..words.end.min(according + 4)))
    }

    /// Whose saying the verb at `cue` tells, in a clause.
    fn subject(&self, words: Range<usize>, cue: usize) -> Told {
        match self.named_subject(words, cue) {
            // "Tindall put it to him that …", he answered: the one who was asked.
            Told::Before | Told::Described
                if self.lexicon.is_reply(&self.tokens[cue]) && self.is_asked(cue) =>
            {
                Told::Answer
            }
            told => told,
        }
    }

    /// Whether the paragraph before a verb of answering asks: with a question in it, or of "him".
    fn is_asked(&self, cue: usize) -> bool {
        self.tokens[self.paragraph(cue)..cue].iter().any(|token| {
            token.is_mark('?')
                || token.is_mark('\u{61f}')
                || self.lexicon.objects.has(token)
                || self.lexicon.asking.has(token) && !token.capital
        })
    }

    fn named_subject(&self, words: Range<usize>, cue: usize) -> Told {
        let lexicon = self.lexicon;
        let (left, right) = (words.start..cue, cue + 1..words.end);
        let named = |range: Range<usize>, to_end: bool| {
            self.bytes(range)
                .and_then(|range| self.person(range, to_end))
        };
        let near = cue + 1
            ..words
                .end
                .min(cue + if lexicon.is_verb_first() { 3 } else { 5 });
        // "dit-elle"
        if let Some(told) = self.stands_for(cue..cue + 1) {
            return told;
        }
        if lexicon.is_verb_first() {
            // Nothing but a title stands between the verb and who speaks.
            let subject = named(right.clone(), false).filter(|name| {
                self.tokens[cue + 1..]
                    .iter()
                    .take_while(|token| token.start < name.start)
                    .all(|token| {
                        token.end > name.start
                            || !lexicon.stop.has(token) && token.kind != Kind::Mark
                    })
            });
            if let Some(name) = subject {
                return Told::Named(name);
            }
            if near
                .clone()
                .any(|at| lexicon.indefinite.has(&self.tokens[at]))
            {
                return Told::Nobody;
            }
            if let Some(told) = self.stands_for(near) {
                return told;
            }
            if let Some(name) = named(left.clone(), true) {
                return Told::Named(name);
            }
        } else {
            // In Persian the verb ends the sentence: who speaks stands first.
            let first = lexicon.drops_subjects();
            if let Some(name) = named(left.clone(), !first) {
                return Told::Named(name);
            }
            if let Some(told) = self.stands_for(left.clone()) {
                return told;
            }
            if self.has_body(left.clone()) {
                return Told::Nobody;
            }
            if let Some(name) = named(right.start..right.end.min(right.start + REACH), false)
                .filter(|_| !self.is_told_to(cue))
            {
                return Told::Named(name);
            }
            if let Some(told) = self.stands_for(near.clone()) {
                return told;
            }
            if self.has_body(near) {
                return Told::Nobody;
            }
        }
        if lexicon.is_reply(&self.tokens[cue]) {
            return Told::Answer;
        }
        let indefinite = left
            .clone()
            .any(|at| lexicon.indefinite.has(&self.tokens[at]));
        if indefinite {
            Told::Nobody
        } else {
            Told::Unsaid
        }
    }

    /// "told X": who is named after the verb is not who speaks.
    fn is_told_to(&self, cue: usize) -> bool {
        self.lexicon.telling.has(&self.tokens[cue])
    }

    /// A pronoun or a role in a few words, and whom they stand for.
    fn stands_for(&self, words: Range<usize>) -> Option<Told> {
        let lexicon = self.lexicon;
        for at in words.clone().rev() {
            let token = &self.tokens[at];
            if lexicon.latter.has(token) {
                return Some(Told::Latter);
            }
            if lexicon.is_pronoun(token) {
                let somebody = at > words.start && lexicon.indefinite.has(&self.tokens[at - 1]);
                return Some(if somebody { Told::Nobody } else { Told::Before });
            }
            // "cette juriste"
            let pointed = at > words.start && lexicon.demonstratives.has(&self.tokens[at - 1]);
            if pointed && token.is_word() && !lexicon.stop.has(token) {
                return Some(Told::Before);
            }
        }
        for at in words.clone() {
            let token = &self.tokens[at];
            if !lexicon.is_role_head(token) || token.bare_end < token.end {
                continue;
            }
            let indefinite = at > words.start && lexicon.indefinite.has(&self.tokens[at - 1])
                || words
                    .clone()
                    .take_while(|before| *before < at)
                    .any(|before| lexicon.indefinite.has(&self.tokens[before]));
            if indefinite {
                return Some(Told::Nobody);
            }
            return Some(self.by_role(token).map_or(Told::Described, Told::Named));
        }
        None
    }

    /// The person of whom a role like this word was told before it.
    fn by_role(&self, word: &Token) -> Option<Range<usize>> {
        let stem = stem(&word.key);
        let before = self.roles.partition_point(|role| role.start < word.start);
        let role = self.roles[..before].iter().rev().find(|role| {
            fold(&self.text[role.start..role.end])
                .split(|c: char| !c.is_alphanumeric())
                .any(|part| !part.is_empty() && self::stem(part) == stem)
        })?;
        let name = squeezed(role.of.as_ref()?);
        let until = self
            .people
            .partition_point(|person| person.start < word.start);
        self.people[..until]
            .iter()
            .rev()
            .find(|person| squeezed(&self.text[(*person).clone()]) == name)
            .cloned()
    }

    fn has_body(&self, words: Range<usize>) -> bool {
        let Some(bytes) = self.bytes(words) else {
            return false;
        };
        let first = self.bodies.partition_point(|body| body.start < bytes.start);
        self.bodies
            .get(first)
            .is_some_and(|body| body.end <= bytes.end)
    }

    /// "…, explique Mme Golshiri. …" between the same marks: French leaves them open.
    fn told_inside(&self, quote: &Fragment) -> Option<Told> {
        if !self.lexicon.adjectives_follow {
            return None;
        }
        let inner = quote.open + 1..quote.close;
        let cue = inner.clone().skip(1).find(|at| {
            let before = &self.tokens[at - 1];
            let asks = before.kind == Kind::Mark && before.key.starts_with([',', '?', '!']);
            // "a conclu": after its auxiliary.
            let helped = self.lexicon.stop.has(&self.tokens[*at])
                && self
                    .tokens
                    .get(at + 1)
                    .is_some_and(|next| self.lexicon.is_cue(next));
            asks && (helped || self.lexicon.is_cue(&self.tokens[*at]))
        })?;
        let end = (cue + 1..inner.end)
            .find(|at| self.tokens[*at].is_mark(',') || self.ends_sentence(*at))
            .unwrap_or(inner.end);
        let end = end.min(cue + REACH);
        if let Some(told) = self.stands_for(cue..cue + 1) {
            return Some(told);
        }
        self.bytes(cue + 1..end)
            .and_then(|range| self.person(range, false))
            .map(Told::Named)
            .or_else(|| self.stands_for(cue + 1..end))
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

    fn first_person(&self, words: Range<usize>) -> Speaker {
        self.bytes(words)
            .and_then(|range| self.person(range, false))
    }

    fn last_person(&self, before: usize) -> Speaker {
        let byte = self.tokens[before].start;
        let after = self.people.partition_point(|person| person.end <= byte);
        self.people[..after].last().cloned()
    }

    /// Whom "she" means: who was told of last in the sentences before in this paragraph, else who spoke last, else whom
    /// the paragraphs before told of.
    fn antecedent(&self, place: usize, before: &[Speaker]) -> Speaker {
        let quote = &self.quotes[place];
        let start = self.words_before(quote).start;
        let paragraph = self.paragraph(start);
        self.told_of(paragraph, start, place, before)
            .or_else(|| self.last_speaker(place, before))
            .or_else(|| self.told_of(start.saturating_sub(MEMORY), paragraph, place, before))
    }

    fn paragraph(&self, before: usize) -> usize {
        (before.saturating_sub(MEMORY)..before)
            .rev()
            .find(|at| self.tokens[*at].kind == Kind::Break)
            .map_or(before.saturating_sub(MEMORY), |at| at + 1)
    }

    /// The subject of the last sentence before `end` that has one: its first person, role or quotation.
    fn told_of(&self, start: usize, end: usize, place: usize, before: &[Speaker]) -> Speaker {
        let mut end = end;
        while end > start {
            let mut from = end - 1;
            while from > start && !self.ends_sentence(from - 1) {
                from -= 1;
            }
            let quoted = (0..place).rev().take(NEIGHBOURS).find(|earlier| {
                let quote = &self.quotes[*earlier];
                quote.open < end && from <= quote.close && quote.inside.is_none()
            });
            if let Some(quoted) = quoted {
                return before[quoted].clone();
            }
            // "He was asked by …" goes on about who was told of before.
            if self.lexicon.is_pronoun(&self.tokens[from]) {
                end = from;
                continue;
            }
            let subject = self.first_person(from..end).or_else(|| {
                (from..end.min(from + 4))
                    .map(|at| &self.tokens[at])
                    .filter(|token| self.lexicon.is_role_head(token))
                    .find_map(|token| self.by_role(token))
            });
            if subject.is_some() {
                return subject;
            }
            end = from;
        }
        None
    }

    fn last_speaker(&self, place: usize, before: &[Speaker]) -> Speaker {
        let quote = &self.quotes[place];
        let earlier = (0..place)
            .rev()
            .take(NEIGHBOURS)
            .find(|earlier| self.quotes[*earlier].inside == quote.inside)?;
        before[earlier].clone()
    }

    /// Who answers: the last one who spoke and is not the one who asks.
    fn partner(&self, place: usize, before: &[Speaker]) -> Speaker {
        let name = |speaker: &Range<usize>| squeezed(&self.text[speaker.clone()]);
        let start = self.words_before(&self.quotes[place]).start;
        let asker = self
            .told_of(self.paragraph(start), start, place, before)
            .or_else(|| self.last_speaker(place, before))?;
        let known = name(&asker);
        (0..place)
            .rev()
            .take(NEIGHBOURS)
            .filter(|earlier| self.quotes[*earlier].inside.is_none())
            .filter_map(|earlier| before[earlier].clone())
            .find(|speaker| {
                let other = name(speaker);
                !other.ends_with(&known) && !known.ends_with(&other)
            })
            .or(Some(asker))
    }

    /// "He says: …" inside another's words: somebody told of right before those words.
    fn other_than_outer(&self, place: usize, before: &[Speaker]) -> Speaker {
        let outer = self.quotes[place].inside?;
        let words = self.words_before(&self.quotes[outer]);
        let speaker = before[outer]
            .as_ref()
            .map(|name| squeezed(&self.text[name.clone()]));
        let other = |name: &Range<usize>| {
            let name = squeezed(&self.text[name.clone()]);
            speaker
                .as_ref()
                .is_none_or(|speaker| !name.ends_with(speaker) && !speaker.ends_with(&name))
        };
        let by_role = words
            .clone()
            .map(|at| &self.tokens[at])
            .filter(|token| self.lexicon.is_role_head(token))
            .find_map(|token| self.by_role(token));
        by_role
            .filter(other)
            .or_else(|| self.first_person(words).filter(other))
    }

    /// A paragraph that is nothing but a quotation, after a paragraph whose quotations have one speaker or which goes on
    /// about that speaker.
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
        let goes_on = between.iter().any(|token| self.lexicon.is_pronoun(token));
        let near = paragraphs <= 1 || paragraphs == 2 && goes_on;
        let speaker = before[earlier].clone().filter(|_| near)?;
        // Nobody else may be named in between.
        let between = self.quotes[earlier].range.end..quote.range.start;
        let name = squeezed(&self.text[speaker.clone()]);
        let first = self
            .people
            .partition_point(|person| person.start < between.start);
        let after = self
            .people
            .partition_point(|person| person.start < between.end);
        let other = self.people[first..after].iter().any(|person| {
            let other = squeezed(&self.text[person.clone()]);
            !other.ends_with(&name) && !name.ends_with(&other)
        });
        (!other).then_some(speaker)
    }

    /// "Bernard Lacombe, lui, « ne savait rien »": words of the one of whom the sentence tells.
    fn goes_on_from(&self, place: usize, ahead: Range<usize>) -> Speaker {
        let quote = &self.quotes[place];
        let small = self.text[quote.range.clone()].starts_with(char::is_lowercase);
        let long = quote.close.saturating_sub(quote.open) > 4;
        if !small || !long || self.has_body(ahead.clone()) {
            return None;
        }
        self.first_person(ahead)
    }
}

/// The first letters of a word, the Arabic article left out.
fn stem(word: &str) -> String {
    let word = word.strip_prefix("\u{627}\u{644}").unwrap_or(word);
    word.chars().take(STEM).collect()
}
