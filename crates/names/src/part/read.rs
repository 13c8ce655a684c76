//! A text taken apart into words, with the signs between them told.

use std::cell::OnceCell;

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use crate::{
    fold::fold,
    normal::{JOINT, normal},
    script,
};

use super::vocabulary::{Kinds, VOCABULARY};

/// At most so many words of a text are looked at; the rest is counted. Names in use have fewer than 20.
const WORDS: usize = 64;

/// How a word hangs on the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// A space or any sign that parts words.
    Space,
    /// A hyphen with no space beside it.
    Hyphen,
    /// A zero-width non-joiner, or another invisible joint.
    Soft,
    /// A comma.
    Comma,
}

/// How the letters of a word are written, in scripts that have capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// Two capitals or more, nothing else.
    Upper,
    /// The first one alone, or a single capital.
    Title,
    /// No capital, or none at first.
    Lower,
    /// The script has none.
    None,
}

/// A word of a name.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// In normal form, never empty.
    pub(super) text: String,
    /// Folded, without spaces; never empty.
    pub(super) key: String,
    /// What the vocabulary says of `key`.
    pub(super) kinds: Kinds,
    /// What stands between it and the next word.
    pub(super) link: Link,
    /// It stands in brackets or quotation marks.
    pub(super) aside: bool,
    /// How it is written.
    pub(super) case: Case,
    /// A full stop follows.
    pub(super) dotted: bool,
    /// It begins with the article, which was put to it.
    pub(super) article: bool,
    /// It was put together from an Abd, Abu or tail and a name.
    pub(super) compound: bool,
}

impl Word {
    /// A word of which nothing is known but its letters; `None` when it has none.
    fn of(raw: &str, text: &str) -> Option<Self> {
        let mut key = fold(text).replace(' ', "");
        if key.is_empty() {
            key.push_str(text);
        }
        if key.is_empty() {
            return None;
        }
        Some(Self {
            kinds: VOCABULARY.kinds(&key),
            text: text.to_owned(),
            key,
            link: Link::Space,
            aside: false,
            case: case_of(raw),
            dotted: false,
            article: false,
            compound: false,
        })
    }

    /// Digits, and nothing else.
    pub(super) fn is_number(&self) -> bool {
        self.key.chars().all(char::is_numeric)
    }

    /// One letter that stands for a name, or two that write one sound before a full stop.
    pub(super) fn is_initial(&self) -> bool {
        // Sounds that English, French and German write with two letters, and Russian vowels.
        const PAIRS: [&str; 14] = [
            "gh", "sh", "kh", "ch", "zh", "th", "dh", "ph", "dj", "ts", "tz", "yu", "ya", "st",
        ];
        let mut letters = self.key.chars();
        let one = letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none();
        one || self.dotted && PAIRS.contains(&self.key.as_str())
    }
}

/// The words of a text.
#[derive(Debug, Default)]
pub(super) struct Reading {
    pub(super) words: Vec<Word>,
    /// Words that were not looked at.
    pub(super) cut: usize,
    /// A word mixes scripts.
    pub(super) mixed: bool,
}

/// Takes `text` apart. Takes time in proportion to its length, whatever stands in it.
pub(super) fn read(text: &str) -> Reading {
    let mut reader = Reader {
        reading: Reading::default(),
        closers: Closers::of(text),
        aside: None,
        raw: String::new(),
        link: Link::Space,
    };
    for (place, letter) in text.char_indices() {
        reader.take(place, letter);
    }
    reader.end_word();
    let mut reading = reader.reading;
    // A text that stands in quotation marks as a whole is no aside.
    if reading.words.iter().all(|word| word.aside) {
        for word in &mut reading.words {
            word.aside = false;
        }
    }
    reading
}

/// Brackets and quotation marks that come in pairs.
const PAIRS: [(char, char); 12] = [
    ('(', ')'),
    ('[', ']'),
    ('{', '}'),
    ('«', '»'),
    ('“', '”'),
    ('„', '“'),
    ('"', '"'),
    ('‹', '›'),
    ('<', '>'),
    ('（', '）'),
    ('【', '】'),
    ('「', '」'),
];

/// Where each closing sign stands last: an opening one after that opens nothing. Looked up when the first opening one is met.
struct Closers<'t> {
    text: &'t str,
    last: OnceCell<[Option<usize>; PAIRS.len()]>,
}

impl<'t> Closers<'t> {
    fn of(text: &'t str) -> Self {
        Self {
            text,
            last: OnceCell::new(),
        }
    }

    fn closes(&self, opener: char, place: usize) -> Option<char> {
        if opener.is_alphabetic() || PAIRS.iter().all(|(sign, _)| *sign != opener) {
            return None;
        }
        let find = || PAIRS.map(|(_, closer)| self.text.rfind(closer));
        let pairs = PAIRS.iter().zip(self.last.get_or_init(find));
        let mut fitting =
            pairs.filter(|((sign, _), last)| *sign == opener && last.is_some_and(|at| at > place));
        fitting.next().map(|((_, closer), _)| *closer)
    }
}

struct Reader<'t> {
    reading: Reading,
    closers: Closers<'t>,
    /// The sign that ends the aside the reader is in.
    aside: Option<char>,
    raw: String,
    /// What stood between the last word and here.
    link: Link,
}

impl Reader<'_> {
    fn take(&mut self, place: usize, letter: char) {
        if is_plain_letter(letter) {
            self.begin_letter(letter);
        } else if self.aside == Some(letter) {
            self.part(Link::Space);
            self.aside = None;
        } else if matches!(letter, '"' | '\u{05F3}' | '\u{05F4}') && self.within_hebrew() {
            // The sign of a Hebrew abbreviation, as in ד"ר.
        } else if let Some(closer) = self.closers.closes(letter, place) {
            self.part(Link::Space);
            self.aside = self.aside.or(Some(closer));
        } else if is_soft(letter) {
            self.part(Link::Soft);
        } else if is_within_words(letter) {
            self.begin_letter(letter);
        } else {
            match letter {
                '-' | '\u{2010}' | '\u{2011}' | '\u{05BE}' | '\u{2012}' | '\u{2013}'
                | '\u{FE63}' | '\u{FF0D}' => {
                    self.part(Link::Hyphen);
                }
                ',' | '،' | '、' | '，' | '﹐' | '﹑' => self.part(Link::Comma),
                '.' | '．' => {
                    self.end_word();
                    if let (Some(word), Link::Space) = (self.reading.words.last_mut(), self.link) {
                        word.dotted = true;
                    }
                }
                '/' if is_half_abbreviation(&self.raw) => self.raw.push('/'),
                _ => self.part(Link::Space),
            }
        }
    }

    fn within_hebrew(&self) -> bool {
        let last = self.raw.chars().next_back();
        last.and_then(script::of_letter) == Some(script::Script::Hebrew)
    }

    fn begin_letter(&mut self, letter: char) {
        if self.raw.is_empty()
            && let Some(last) = self.reading.words.last_mut()
            && self.reading.cut == 0
        {
            last.link = self.link;
        }
        self.raw.push(letter);
    }

    /// Ends the word and notes what stands after it. Of several signs a comma counts most; a joint beside a space is none.
    fn part(&mut self, link: Link) {
        let ended = self.end_word();
        self.link = match (self.link, link) {
            (Link::Comma, _) | (_, Link::Comma) => Link::Comma,
            (_, link) if ended => link,
            _ => Link::Space,
        };
    }

    /// Ends the word that was being read; `false` when there was none.
    fn end_word(&mut self) -> bool {
        if self.raw.is_empty() {
            return false;
        }
        let raw = std::mem::take(&mut self.raw);
        self.link = Link::Space;
        if self.reading.words.len() >= WORDS {
            self.reading.cut += 1;
            return true;
        }
        self.reading.mixed |= mixes_scripts(&raw);
        let abbreviation = raw.contains('/').then(|| abbreviation(&raw)).flatten();
        if let Some(word) = abbreviation {
            self.push(word);
            return true;
        }
        let text = normal(&raw);
        for part in text.split([' ', JOINT]) {
            if let Some(word) = Word::of(&raw, part) {
                self.push(word);
            }
        }
        true
    }

    fn push(&mut self, mut word: Word) {
        word.aside = self.aside.is_some();
        self.reading.words.push(word);
    }
}

/// One letter before a slash: "s/o" and "n/a" are words.
fn is_half_abbreviation(raw: &str) -> bool {
    let mut letters = raw.chars();
    letters
        .next()
        .is_some_and(|first| first.is_ascii_alphabetic())
        && letters.next().is_none()
}

fn abbreviation(raw: &str) -> Option<Word> {
    let key = raw.to_lowercase();
    let mut word = Word::of(raw, &normal(raw).replace(' ', ""))?;
    if key.chars().count() == 3 {
        word.kinds = VOCABULARY.kinds(&key);
    }
    Some(word)
}

/// A sign without width that may be a joint: zero-width non-joiner, zero-width space.
fn is_soft(letter: char) -> bool {
    matches!(letter, '\u{200B}' | '\u{200C}')
}

/// Letters of which most names consist, known without a table: Latin, Cyrillic, Arabic.
fn is_plain_letter(letter: char) -> bool {
    matches!(letter, 'a'..='z' | 'A'..='Z' | '\u{0620}'..='\u{063A}' | '\u{0641}'..='\u{064A}' | '\u{0671}'..='\u{06D3}'
        | '\u{0410}'..='\u{044F}')
}

/// Letters, digits, marks, and what is written inside words: apostrophes, lengthening, invisible signs.
fn is_within_words(letter: char) -> bool {
    letter.is_alphanumeric()
        || !letter.is_ascii() && stands_for_letters(letter)
        || is_combining_mark(letter)
        || matches!(letter,
            '\'' | '`' | '\u{00B4}' | '\u{2018}'..='\u{201B}' | '\u{02B0}'..='\u{02FF}' | '\u{2032}' | '\u{2035}'
            | '\u{FF07}' | '\u{A78B}' | '\u{A78C}' | '\u{0640}' | '\u{00AD}' | '\u{061C}'
            | '\u{200D}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

/// Whether the sign is a letter in a circle, brackets or the like.
fn stands_for_letters(sign: char) -> bool {
    let mut letters = false;
    decompose_compatible(sign, |part| letters |= part.is_alphanumeric());
    letters
}

/// Whether letters of two scripts stand in one word (the idea of UTS 39). Digits, marks and modifier letters do not count.
fn mixes_scripts(raw: &str) -> bool {
    if raw.is_ascii() {
        return false;
    }
    let mut scripts = raw
        .chars()
        .filter(|letter| !matches!(letter, '\u{02B0}'..='\u{02FF}' | '\u{A78B}' | '\u{A78C}'))
        .filter_map(script::of_letter);
    let Some(first) = scripts.next() else {
        return false;
    };
    scripts.any(|script| script != first)
}

fn case_of(raw: &str) -> Case {
    let mut cased = raw
        .chars()
        // The blocks from Hebrew to the last before Cherokee, Arabic among them, have no capitals.
        .filter(|letter| !('\u{0590}'..='\u{109F}').contains(letter))
        .filter(|letter| letter.is_uppercase() || letter.is_lowercase())
        .map(|letter| letter.is_uppercase());
    let Some(first) = cased.next() else {
        return Case::None;
    };
    let (mut rest, mut all) = (false, true);
    for upper in cased {
        rest = true;
        all &= upper;
    }
    match (first, rest && all) {
        (true, true) => Case::Upper,
        (true, false) => Case::Title,
        (false, _) => Case::Lower,
    }
}
