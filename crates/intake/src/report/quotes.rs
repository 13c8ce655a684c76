//! Quotations: fragments between marks, nested, interrupted, and continued over paragraphs.

use std::ops::Range;

use super::{
    Found,
    lexicon::Lexicon,
    parts::flag,
    words::{Kind, Positions, Token},
};
use crate::reading::{EntityKind, Flag, FlagCode, Norm, Quote};

/// A fragment, by bytes without its marks, and by the tokens of its marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fragment {
    pub(super) range: Range<usize>,
    /// Token of the opening mark.
    pub(super) open: usize,
    /// Token of the closing mark, or of the line break at which it ends.
    pub(super) close: usize,
    /// Index of the fragment around it.
    pub(super) inside: Option<usize>,
    /// Index of the fragment that it continues.
    pub(super) continues: Option<usize>,
}

/// Who says a fragment: the name by bytes.
pub(super) type Speaker = Option<Range<usize>>;

/// What was found between quotation marks.
#[derive(Debug, Default)]
pub(super) struct Quoted {
    /// Quotations, in order of their beginning.
    pub(super) quotes: Vec<Fragment>,
    marks: Vec<(FlagCode, Range<usize>)>,
}

impl Quoted {
    pub(super) fn flags(&self, text: &str, places: &Positions<'_>) -> Vec<Flag> {
        self.marks
            .iter()
            .map(|(code, range)| flag(*code, text, range, places))
            .collect()
    }

    /// "Yesterday" in a quotation inside another one is not told from the day of the report.
    pub(super) fn unresolve_told_days(&self, text: &str, found: &mut [Found]) {
        for inner in self.quotes.iter().filter(|quote| quote.inside.is_some()) {
            let first = found.partition_point(|one| one.start < inner.range.start);
            let inside = found[first..]
                .iter_mut()
                .take_while(|one| one.start < inner.range.end);
            for one in inside.filter(|one| {
                one.kind == EntityKind::Date
                    && !text[one.start..one.end].contains(|c: char| c.is_numeric())
            }) {
                one.norm = Some(Norm::Date(super::dates::UNKNOWN.to_owned()));
            }
        }
    }

    pub(super) fn into_quotes(
        self,
        text: &str,
        places: &Positions<'_>,
        speakers: &[Speaker],
    ) -> Vec<Quote> {
        self.quotes
            .into_iter()
            .zip(speakers)
            .map(|(fragment, speaker)| Quote {
                text: text[fragment.range.clone()].to_owned(),
                start: places.of(fragment.range.start),
                end: places.of(fragment.range.end),
                speaker: speaker.clone().map(|name| text[name].to_owned()),
                speaker_start: speaker.as_ref().map(|name| places.of(name.start)),
                inside: fragment.inside,
                continues: fragment.continues,
            })
            .collect()
    }
}

/// Pairs of marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pair {
    /// “ ”
    Double,
    /// „ “
    Low,
    /// « »
    Guillemets,
    /// ‹ ›
    Single,
    /// ‘ ’
    SingleGuillemets,
    /// " "
    Straight,
    /// ' '
    StraightSingle,
}

/// What a mark does where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    Opens(Pair),
    Closes(Pair),
}

/// Finds quotations, nested at most `depth` deep.
pub(super) fn find(text: &str, tokens: &[Token], lexicon: &Lexicon, depth: usize) -> Quoted {
    let mut reader = Reader {
        tokens,
        open: Vec::new(),
        fragments: Vec::new(),
        unclosed: Vec::new(),
        continued: None,
        depth,
    };
    reader.read();
    sort_out(text, tokens, lexicon, reader)
}

struct Reader<'a> {
    tokens: &'a [Token],
    /// Pairs that are open, each with its fragment.
    open: Vec<(Pair, usize)>,
    fragments: Vec<Fragment>,
    unclosed: Vec<usize>,
    /// The fragment that the next opening mark goes on from.
    continued: Option<usize>,
    depth: usize,
}

impl Reader<'_> {
    fn read(&mut self) {
        for place in 0..self.tokens.len() {
            if self.tokens[place].kind == Kind::Break {
                self.line_ends(place);
            } else if let Some(act) = self.act(place) {
                match act {
                    Act::Opens(pair) => self.opens(pair, place),
                    Act::Closes(pair) => self.closes(pair, place),
                }
            }
        }
        self.end_all(self.tokens.len());
        self.unclosed.extend(self.continued.take());
    }

    fn is_open(&self, pair: Pair) -> bool {
        self.open.iter().any(|(open, _)| *open == pair)
    }

    fn glued_before(&self, place: usize) -> bool {
        self.tokens[place].glued
    }

    fn glued_after(&self, place: usize) -> bool {
        self.tokens
            .get(place + 1)
            .is_some_and(|next| next.glued && next.kind != Kind::Break)
    }

    fn word_after(&self, place: usize) -> bool {
        self.glued_after(place) && self.tokens[place + 1].kind != Kind::Mark
    }

    fn act(&self, place: usize) -> Option<Act> {
        let token = self
            .tokens
            .get(place)
            .filter(|token| token.kind == Kind::Mark)?;
        let written = token.key.chars().next()?;
        match written {
            '\u{201c}' if self.is_open(Pair::Low) => Some(Act::Closes(Pair::Low)),
            '\u{201c}' => Some(Act::Opens(Pair::Double)),
            '\u{201d}' => self
                .is_open(Pair::Double)
                .then_some(Act::Closes(Pair::Double)),
            '\u{201e}' => Some(Act::Opens(Pair::Low)),
            '\u{ab}' => Some(Act::Opens(Pair::Guillemets)),
            '\u{bb}' => self
                .is_open(Pair::Guillemets)
                .then_some(Act::Closes(Pair::Guillemets)),
            '\u{2039}' => Some(Act::Opens(Pair::SingleGuillemets)),
            '\u{203a}' => self
                .is_open(Pair::SingleGuillemets)
                .then_some(Act::Closes(Pair::SingleGuillemets)),
            '\u{2018}' => Some(Act::Opens(Pair::Single)),
            // Folding makes the closing single mark and the apostrophe one.
            '\'' => self.apostrophe(place),
            '"' => self.straight(place),
            _ => None,
        }
    }

    fn straight(&self, place: usize) -> Option<Act> {
        if self.is_open(Pair::Straight) && (self.glued_before(place) || !self.glued_after(place)) {
            return Some(Act::Closes(Pair::Straight));
        }
        self.glued_after(place)
            .then_some(Act::Opens(Pair::Straight))
    }

    /// An apostrophe closes a quotation only where no word goes on, and not after a plural's s while a better place comes.
    fn apostrophe(&self, place: usize) -> Option<Act> {
        let pair = [Pair::Single, Pair::StraightSingle]
            .into_iter()
            .find(|pair| self.is_open(*pair));
        if let Some(pair) = pair {
            if self.word_after(place) {
                return None;
            }
            let after_mark = place
                .checked_sub(1)
                .is_some_and(|before| self.tokens[before].kind == Kind::Mark);
            return (after_mark || !self.better_close_follows(place)).then_some(Act::Closes(pair));
        }
        let after_double = place
            .checked_sub(1)
            .is_some_and(|before| self.is_double(before));
        let opens = (!self.glued_before(place) || after_double) && self.word_after(place);
        // A curly one never opens; folded, it cannot be told from a straight one, so the pair must close in its paragraph.
        let introduced = place
            .checked_sub(1)
            .is_some_and(|before| self.tokens[before].is_mark(':') || self.is_double(before));
        (opens && (self.better_close_follows(place) || introduced && self.close_follows(place)))
            .then_some(Act::Opens(Pair::StraightSingle))
    }

    fn is_double(&self, place: usize) -> bool {
        let token = &self.tokens[place];
        token.is_mark('"') || token.is_mark('\u{201c}') || token.is_mark('\u{ab}')
    }

    /// Whether an apostrophe follows in the same paragraph after which no word goes on.
    fn close_follows(&self, place: usize) -> bool {
        (place + 2..self.tokens.len().min(place + AHEAD))
            .take_while(|at| self.tokens[*at].kind != Kind::Break)
            .any(|at| {
                self.tokens[at].is_mark('\'') && self.tokens[at].glued && !self.word_after(at)
            })
    }

    /// Whether an apostrophe after a mark follows in the same paragraph.
    fn better_close_follows(&self, place: usize) -> bool {
        let rest = &self.tokens[place + 1..self.tokens.len().min(place + AHEAD)];
        rest.iter()
            .zip(rest.iter().skip(1))
            .take_while(|(_, next)| next.kind != Kind::Break)
            .any(|(token, next)| {
                next.is_mark('\'') && next.glued && token.kind == Kind::Mark && !token.is_mark('\'')
            })
    }

    fn opens(&mut self, pair: Pair, place: usize) {
        // A mark that opens what is open already, at the beginning of a line, only repeats it.
        if self.open.len() >= self.depth {
            return;
        }
        let start = self.tokens[place].end;
        let inside = self.open.last().map(|(_, fragment)| *fragment);
        let continues = self.continued.take().filter(|_| inside.is_none());
        self.fragments.push(Fragment {
            range: start..start,
            open: place,
            close: place,
            inside,
            continues,
        });
        self.open.push((pair, self.fragments.len() - 1));
    }

    fn closes(&mut self, pair: Pair, place: usize) {
        let Some(level) = self.open.iter().rposition(|(open, _)| *open == pair) else {
            return;
        };
        let ended: Vec<(Pair, usize)> = self.open.drain(level..).collect();
        for (_, fragment) in ended {
            self.end(fragment, place, self.tokens[place].start);
        }
    }

    fn end(&mut self, fragment: usize, close: usize, byte: usize) {
        let fragment = &mut self.fragments[fragment];
        fragment.range.end = byte.max(fragment.range.start);
        fragment.close = close;
    }

    /// Ends everything that is open at the last token before `place`; the outermost fragment.
    fn end_all(&mut self, place: usize) -> Option<usize> {
        let ended = std::mem::take(&mut self.open);
        let byte = place.checked_sub(1).map_or(0, |last| self.tokens[last].end);
        for (_, fragment) in &ended {
            self.end(*fragment, place, byte);
        }
        let outermost = ended.first().map(|(_, fragment)| *fragment);
        self.unclosed.extend(outermost);
        outermost
    }

    /// At the end of a line: goes on in the next one, is continued there by a repeated mark, or ends.
    fn line_ends(&mut self, place: usize) {
        let Some((pair, _)) = self.open.first().copied() else {
            // What waits to be continued waits for the next line alone.
            self.unclosed.extend(self.continued.take());
            return;
        };
        if self.repeats(pair, place + 1) {
            let outermost = self.end_all(place);
            self.unclosed.pop();
            self.continued = outermost;
        } else if !(self.tokens[place].key.len() == 1 && self.goes_on(pair, place)) {
            self.end_all(place);
        }
    }

    /// Whether the line that begins at `place` begins with the opening mark again.
    fn repeats(&self, pair: Pair, place: usize) -> bool {
        let Some(token) = self.tokens.get(place) else {
            return false;
        };
        match pair {
            Pair::Double => token.is_mark('\u{201c}'),
            Pair::Low => token.is_mark('\u{201e}'),
            // French repeats either mark at the beginning of a paragraph.
            Pair::Guillemets => token.is_mark('\u{ab}'),
            Pair::Straight => token.is_mark('"'),
            Pair::Single | Pair::SingleGuillemets | Pair::StraightSingle => false,
        }
    }

    /// Whether a quotation goes on past a single line break: its closing mark comes before another one opens, or the next
    /// one that opens stands at the beginning of a line and so repeats it.
    fn goes_on(&self, pair: Pair, place: usize) -> bool {
        for at in place + 1..self.tokens.len().min(place + AHEAD) {
            let token = &self.tokens[at];
            if token.is_paragraph_break() {
                return false;
            }
            let at_start = self.tokens[at - 1].kind == Kind::Break;
            if self.repeats(pair, at)
                && (pair != Pair::Straight
                    || at_start
                    || self.word_after(at) && !self.glued_before(at))
            {
                return at_start;
            }
            if self.closes_at(pair, at) {
                return true;
            }
        }
        false
    }

    fn closes_at(&self, pair: Pair, place: usize) -> bool {
        let mark = match pair {
            Pair::Double => '\u{201d}',
            Pair::Low => '\u{201c}',
            Pair::Guillemets => '\u{bb}',
            Pair::SingleGuillemets => '\u{203a}',
            Pair::Single | Pair::StraightSingle => '\'',
            Pair::Straight => '"',
        };
        self.tokens[place].is_mark(mark)
    }
}

/// Longest scare quote, in words. Chosen by us: names of bodies and distanced terms are short.
const SCARE: usize = 5;
/// Tokens looked ahead for a closing mark. Chosen by us: a long paragraph; it bounds the time.
const AHEAD: usize = 600;

/// Keeps quotations, sets scare quotes apart, links what is interrupted.
fn sort_out(text: &str, tokens: &[Token], lexicon: &Lexicon, reader: Reader<'_>) -> Quoted {
    let mut quoted = Quoted::default();
    let mut new_place = vec![None; reader.fragments.len()];
    for (place, mut fragment) in reader.fragments.into_iter().enumerate() {
        trim(text, &mut fragment.range);
        if fragment.range.is_empty() {
            continue;
        }
        if is_scare(tokens, lexicon, &fragment) {
            quoted.marks.push((FlagCode::ScareQuote, fragment.range));
            continue;
        }
        fragment.inside = fragment.inside.and_then(|outer| new_place[outer]);
        fragment.continues = fragment
            .continues
            .and_then(|before| new_place[before])
            .or_else(|| interrupted(text, tokens, lexicon, &quoted.quotes, &fragment));
        new_place[place] = Some(quoted.quotes.len());
        quoted.quotes.push(fragment);
    }
    for place in reader.unclosed {
        if let Some(fragment) = new_place[place].map(|place| &quoted.quotes[place]) {
            let range = fragment.range.clone();
            quoted.marks.push((FlagCode::UnclosedQuotation, range));
        }
    }
    quoted
}

fn trim(text: &str, range: &mut Range<usize>) {
    let inner = &text[range.clone()];
    let start = inner.len() - inner.trim_start().len();
    let length = inner.trim().len();
    range.start += start;
    range.end = range.start + length;
}

/// A few words without the end of a sentence and without anybody who says them.
fn is_scare(tokens: &[Token], lexicon: &Lexicon, fragment: &Fragment) -> bool {
    let inner = &tokens[fragment.open + 1..fragment.close.max(fragment.open + 1)];
    let words = inner
        .iter()
        .filter(|token| token.kind != Kind::Mark)
        .count();
    let sentence = inner.last().is_some_and(|last| {
        last.kind == Kind::Mark
            && last
                .key
                .starts_with(['.', ',', '!', '?', '\u{2026}', '\u{61f}', '\u{60c}'])
    });
    if words > SCARE || sentence {
        return false;
    }
    let said = |token: &Token| lexicon.is_cue(token);
    let before: Vec<&Token> = tokens[fragment.open.saturating_sub(CLAUSE)..fragment.open]
        .iter()
        .rev()
        .take_while(|token| {
            !(token.kind == Kind::Break || token.is_mark('.') || token.is_mark('\u{61f}'))
        })
        .collect();
    // "the so-called “…”", "the book “…”", and what is written like a name.
    let titled = before.iter().take(2).any(|token| lexicon.titles.has(token));
    let named = lexicon.has_capitals()
        && inner.iter().any(|token| token.capital)
        && inner.iter().all(|token| {
            !token.is_word() || token.capital || lexicon.organisation_links.has(token)
        })
        && words > 1;
    if titled || named {
        return true;
    }
    let from = fragment.open - before.len();
    let according = words > 2
        && (from..fragment.open).any(|at| {
            lexicon
                .according
                .opens(&tokens[at..fragment.open])
                .is_some()
        });
    let introduced =
        before.first().is_some_and(|token| token.is_mark(':')) || before.iter().any(|t| said(t));
    let begins = before.is_empty() && words > 2;
    let reach = if begins { CLAUSE / 2 } else { 5 };
    let after = tokens.get(fragment.close + 1..).unwrap_or_default();
    let followed = after
        .iter()
        .take(reach)
        .take_while(|token| token.kind != Kind::Break && !token.is_mark('.'))
        .any(said);
    !introduced && !according && !followed
}

/// Tokens of the clause before a few words in quotation marks. Chosen by us.
const CLAUSE: usize = 30;

/// Words between two fragments of one sentence. Chosen by us: "…," said X, the speaker of the council, "…".
const BETWEEN: usize = 20;

/// The fragment before in the same paragraph, when only words of saying stand between.
fn interrupted(
    text: &str,
    tokens: &[Token],
    lexicon: &Lexicon,
    quotes: &[Fragment],
    fragment: &Fragment,
) -> Option<usize> {
    let (place, before) = quotes
        .iter()
        .enumerate()
        .rev()
        .take(BETWEEN)
        .find(|(_, before)| before.inside == fragment.inside && before.close < fragment.open)?;
    let between = tokens.get(before.close + 1..fragment.open)?;
    let same_line = between.iter().all(|token| token.kind != Kind::Break);
    let says = between.iter().any(|token| lexicon.is_cue(token));
    let open_end = text[before.range.clone()].ends_with([',', '\u{60c}', '\u{2013}', '\u{2014}'])
        || between
            .last()
            .is_some_and(|token| token.is_mark(',') || token.is_mark('\u{60c}'));
    (between.len() <= BETWEEN && same_line && says && open_end).then_some(place)
}
