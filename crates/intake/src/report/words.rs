//! Words, numbers and marks of a text, and positions in it.

use crate::mapping::{ascii_digit, is_thousands_separator};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters, with apostrophes and hyphens inside.
    Word,
    /// Digits, with separators between groups of three.
    Number,
    /// Digits and letters: `31st`, `1980s`.
    Mixed,
    /// One character of punctuation.
    Mark,
    /// One or more line breaks.
    Break,
}

/// A token, by bytes.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) start: usize,
    /// After the token.
    pub(super) end: usize,
    /// After the token without a possessive `'s`.
    pub(super) bare_end: usize,
    /// The token folded: lower case, one form of each letter, ASCII digits, no possessive.
    pub(super) key: String,
    /// Whether it begins with a capital letter.
    pub(super) capital: bool,
    /// Whether it has letters and all of them are capitals.
    pub(super) all_capitals: bool,
    /// Whether it follows the token before it without a blank.
    pub(super) glued: bool,
}

impl Token {
    pub(super) fn is_mark(&self, mark: char) -> bool {
        self.kind == Kind::Mark && self.key.starts_with(mark)
    }

    pub(super) fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }

    /// A blank line, not only the end of one.
    pub(super) fn is_paragraph_break(&self) -> bool {
        self.kind == Kind::Break && self.key.len() > 1
    }
}

/// Folds a word for comparison: case, apostrophes, the Arabic and Persian forms of yeh, kaf and alef, vowel signs,
/// tatweel and the zero-width non-joiner.
pub(super) fn fold(word: &str) -> String {
    word.chars()
        .filter(|c| {
            !matches!(
                c,
                '\u{640}' | '\u{64b}'
                    ..='\u{655}' | '\u{670}' | '\u{200c}' | '\u{200f}' | '\u{200e}'
            )
        })
        .map(|c| match c {
            '\u{64a}' | '\u{649}' | '\u{626}' => '\u{6cc}',
            '\u{643}' => '\u{6a9}',
            '\u{622}' | '\u{623}' | '\u{625}' => '\u{627}',
            '\u{6c0}' | '\u{629}' => '\u{647}',
            '\u{2019}' | '\u{2bc}' => '\'',
            '\u{2010}' | '\u{2011}' => '-',
            other => ascii_digit(other),
        })
        .flat_map(char::to_lowercase)
        .collect()
}

/// Cuts a text into tokens; blanks are left out.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut place = 0;
    while let Some(c) = text[place..].chars().next() {
        let (kind, end) = if c == '\n' || c == '\r' {
            (Kind::Break, end_of_break(text, place))
        } else if c.is_whitespace() || is_invisible(c) {
            place += c.len_utf8();
            continue;
        } else if is_digit(c) {
            number(text, place)
        } else if c.is_alphabetic() {
            (Kind::Word, end_of_word(text, place))
        } else {
            (Kind::Mark, place + c.len_utf8())
        };
        let glued = tokens.last().is_some_and(|last| last.end == place);
        tokens.push(token(text, kind, place, end, glued));
        place = end;
    }
    tokens
}

fn token(text: &str, kind: Kind, start: usize, end: usize, glued: bool) -> Token {
    let written = &text[start..end];
    let key = if kind == Kind::Break {
        "\n".repeat(
            written
                .matches('\n')
                .count()
                .max(written.matches('\r').count()),
        )
    } else {
        fold(written)
    };
    let (key, bare_end) = match key.strip_suffix("'s").filter(|_| kind == Kind::Word) {
        // The apostrophe may be one byte or three.
        Some(bare) => {
            let cut = written.rfind(['\'', '\u{2019}']).unwrap_or(written.len());
            (bare.to_owned(), start + cut)
        }
        None => (key, end),
    };
    Token {
        kind,
        start,
        end,
        bare_end,
        key,
        capital: written.starts_with(char::is_uppercase),
        all_capitals: kind == Kind::Word && !written.contains(char::is_lowercase),
        glued,
    }
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn is_digit(c: char) -> bool {
    ascii_digit(c).is_ascii_digit()
}

/// Line breaks and the blanks between them.
fn end_of_break(text: &str, start: usize) -> usize {
    let rest = &text[start..];
    let blank = rest.len() - rest.trim_start().len();
    let last = rest[..blank].rfind(['\n', '\r']).unwrap_or(0);
    start + last + 1
}

/// Elided words that stand apart from the word after them, as in "l'Iran" and "d'août".
const ELIDED: &[&str] = &[
    "l", "d", "qu", "s", "c", "n", "j", "m", "t", "jusqu", "lorsqu",
];

/// Length of the longest of them in bytes.
const LONGEST_ELIDED: usize = 6;

fn end_of_word(text: &str, start: usize) -> usize {
    let mut chars = text[start..].char_indices().peekable();
    let mut end = start;
    while let Some((offset, c)) = chars.next() {
        let place = start + offset;
        let next = chars.peek().map(|(_, next)| *next);
        let inside = match c {
            '\'' | '\u{2019}' => {
                next.is_some_and(char::is_alphabetic)
                    && (place - start > LONGEST_ELIDED
                        || !ELIDED.contains(&fold(&text[start..place]).as_str()))
            }
            '-' | '\u{2010}' | '\u{2011}' | '\u{200c}' => next.is_some_and(char::is_alphabetic),
            // Vowel signs and other marks that are written on letters.
            '\u{300}'..='\u{36f}' | '\u{640}' | '\u{64b}'..='\u{655}' | '\u{670}' => true,
            other => other.is_alphabetic(),
        };
        if !inside {
            break;
        }
        end = place + c.len_utf8();
    }
    end
}

fn number(text: &str, start: usize) -> (Kind, usize) {
    let digits = |from: usize| {
        text[from..]
            .find(|c: char| !is_digit(c))
            .map_or(text.len(), |offset| from + offset)
    };
    let mut end = digits(start);
    let first = text[start..end].chars().count();
    let mut separator = None;
    while let Some(c) = text[end..].chars().next() {
        let after = end + c.len_utf8();
        let next = digits(after);
        let group = text[after..next].chars().count();
        let grouped = is_thousands_separator(c) && group == 3 && first <= 3;
        // "10.12.2021" is a day, not a fraction.
        let day = c == '.' && text[next..].starts_with('.') && digits(next + 1) > next + 1;
        let decimal = matches!(c, '.' | ',' | '\u{66b}') && (1..=2).contains(&group) && !day;
        if !(grouped && separator.is_none_or(|known| known == c) || decimal && separator.is_none())
        {
            break;
        }
        separator = Some(c);
        end = next;
        if decimal {
            break;
        }
    }
    let letters = text[end..]
        .find(|c: char| !c.is_alphabetic())
        .map_or(text.len(), |offset| end + offset);
    if letters > end {
        (Kind::Mixed, letters)
    } else {
        (Kind::Number, end)
    }
}

/// Removes the tokens that lie in `outside`, which is sorted.
pub(super) fn drop_ranges(tokens: &mut Vec<Token>, outside: &[std::ops::Range<usize>]) {
    tokens.retain(|token| {
        let place = outside.partition_point(|range| range.end <= token.start);
        outside
            .get(place)
            .is_none_or(|range| token.start < range.start || token.kind == Kind::Break)
    });
}

/// Characters before a byte, in time that does not depend on where the byte lies.
#[derive(Debug)]
pub(super) struct Positions<'a> {
    text: &'a str,
    /// Characters before each multiple of `STEP` bytes.
    before: Vec<usize>,
}

const STEP: usize = 1024;

impl<'a> Positions<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut before = vec![0];
        let mut count = 0;
        for chunk in text.as_bytes().chunks(STEP) {
            count += starts(chunk);
            before.push(count);
        }
        Self { text, before }
    }

    /// Characters before the character that starts at `byte`.
    pub(super) fn of(&self, byte: usize) -> usize {
        let step = byte / STEP;
        self.before[step] + starts(&self.text.as_bytes()[step * STEP..byte])
    }
}

/// Bytes that start a character.
fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count()
}
