//! The words by which reports are read, from the tables in `data/`.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::LazyLock,
};

use serde::Deserialize;

use super::words::{Token, fold};
use crate::reading::Modifier;

/// The words of one language.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Lexicon {
    #[serde(skip)]
    capitals: bool,
    /// Whether months are capitalised and dates may be written month first.
    month_first: bool,
    /// Whether a Hijri year without a month is a lunar one.
    lunar_years: bool,
    /// Whether verbs stand before their subjects.
    verb_first: bool,
    /// Whether a verb alone says who does it: "said" for "he said".
    drops_subjects: bool,
    /// Whether adjectives follow their noun in small letters, as in "Conseil national".
    pub(super) adjectives_follow: bool,
    /// Frequent words: they tell the language, and are never names.
    pub(super) stop: Words,
    pub(super) months: Ordered,
    pub(super) solar_months: Ordered,
    pub(super) lunar_months: Ordered,
    /// Months that are also words.
    pub(super) wary_months: Words,
    pub(super) seasons: Ordered,
    /// Monday is 1.
    pub(super) weekdays: Ordered,
    /// Words that may stand between the parts of a date.
    pub(super) date_links: Words,
    /// Words right before a month that is also a word, which make it one: "in May".
    pub(super) month_openers: Words,
    /// Words before a decade that is written as a year: "les années 1980".
    pub(super) decade_openers: Words,
    /// Words for the decades of a century: the digit of the tens.
    pub(super) decades: Values,
    /// Words after such a word that belong to it: "of the last century".
    pub(super) decade_ends: Phrases,
    pub(super) last: Words,
    pub(super) last_after: Words,
    pub(super) next_after: Words,
    /// Words by which a sentence speaks of what is to come.
    pub(super) future: Words,
    /// Endings and beginnings of verbs of what is to come.
    pub(super) future_endings: Parts,
    pub(super) future_beginnings: Parts,
    /// Words before a day that is still to come: "until".
    pub(super) until: Words,
    pub(super) this: Words,
    pub(super) next: Words,
    /// "recent", before units that cannot be resolved.
    pub(super) recent: Words,
    pub(super) week: Words,
    pub(super) month: Words,
    pub(super) year: Words,
    pub(super) anniversary: Words,
    /// Days from the day of the report.
    pub(super) days: Values,
    /// Units after which a number is no count.
    pub(super) durations: Words,
    /// Words before which a number is no count.
    pub(super) before_age: Words,
    /// Nouns that make a number a count, even one that looks like a year.
    pub(super) people: Words,
    pub(super) joiners: Words,
    /// "between" two numbers.
    pub(super) between: Words,
    /// "to", from one number to another.
    pub(super) range_links: Words,
    pub(super) articles: Words,
    /// "four of the accused".
    pub(super) partitives: Words,
    pub(super) numbers: Values,
    pub(super) scales: Values,
    /// "dozens": the least they mean.
    pub(super) vague: Values,
    /// "une trentaine": what they are about.
    pub(super) collectives: Values,
    modifiers: Modifiers,
    /// Verbs of saying.
    cues: Words,
    /// Verbs of saying whose subject, when it is not named, is not who spoke last: "answered".
    replies: Words,
    /// Words that join a verb of saying to what is said: "that".
    pub(super) conjunctions: Words,
    pub(super) according: Phrases,
    /// Words for somebody who was named before: "she", "the accused".
    pronouns: Words,
    /// Verbs of asking.
    pub(super) asking: Words,
    /// "Him": somebody to whom something is said.
    pub(super) objects: Words,
    /// "This", before a word for somebody who was named.
    pub(super) demonstratives: Words,
    /// Words before the title of a work, or before a name that is not meant: "so-called".
    pub(super) titles: Words,
    /// Words for the one named last: "the latter".
    pub(super) latter: Words,
    /// Verbs of saying after which the one stands to whom it is said: "told".
    pub(super) telling: Words,
    /// Articles and the like that tell of somebody who was not named: "a guard said".
    pub(super) indefinite: Words,
    pub(super) honorifics: Words,
    /// Small words inside names.
    pub(super) particles: Words,
    role_heads: Words,
    pub(super) role_words: Words,
    /// Words before a role told after a name that are no part of it.
    pub(super) role_openers: Words,
    /// Verbs after which a role is told of the person before: "appointed".
    pub(super) appointing: Words,
    /// Endings of verbs that end a role told after a name.
    pub(super) participles: Parts,
    /// Words that end a role told after a name.
    pub(super) role_ends: Words,
    pub(super) organisation_heads: Words,
    pub(super) organisation_links: Words,
    /// Bodies that look into something, which their name tells: "Commission of Inquiry into …".
    pub(super) organisation_asks: Words,
    pub(super) organisation_about: Words,
    /// Heads that begin a name in small letters: "université de Genève".
    pub(super) organisation_small: Words,
    /// Heads of bodies whose name does not take in the country after it: "Ministry of Justice of Toravia".
    pub(super) organisation_stays: Words,
    /// Words before the name of a newspaper: "the weekly Mosallas".
    pub(super) organisation_openers: Words,
    pub(super) place_heads: Words,
    /// Heads that stand before the name of a place and belong to it: "Camp Liberty", "Port Callis".
    pub(super) place_fronts: Words,
    /// Words before a place: "in", "near".
    pub(super) place_openers: Words,
    /// Nouns after which "of" leads to a place: "the government of Marenia".
    pub(super) place_nouns: Words,
    /// Endings of names of countries and towns, in scripts without capitals.
    pub(super) place_endings: Parts,
    /// Endings of family names, in scripts without capitals.
    pub(super) surname_endings: Parts,
    /// Words that go before a family name and belong to it: "bin", "أبو".
    pub(super) name_links: Words,
    /// Verbs that make another word a verb: "منتشر شد".
    pub(super) auxiliaries: Words,
    /// Endings of verbs, in scripts without capitals.
    pub(super) verb_endings: Parts,
    /// "Without", inside the name of a body.
    pub(super) without: Words,
    /// Given names that are words too.
    pub(super) wary_names: Words,
    /// Frequent words that end a name in scripts without capitals.
    pub(super) common: Words,
    /// Capitalised words that are no names.
    pub(super) demonyms: Words,
    pub(super) bylines: Phrases,
    pub(super) share: Phrases,
    pub(super) read_also: Phrases,
    pub(super) credits: Phrases,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Modifiers {
    about: Phrases,
    over: Phrases,
    nearly: Phrases,
    at_least: Phrases,
    at_most: Phrases,
    about_after: Phrases,
}

/// A set of folded words.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "Vec<String>")]
pub(super) struct Words(HashSet<String>);

impl From<Vec<String>> for Words {
    fn from(words: Vec<String>) -> Self {
        Self(words.iter().map(|word| fold(word)).collect())
    }
}

impl Words {
    pub(super) fn has(&self, token: &Token) -> bool {
        token.is_word() && self.0.contains(&token.key)
    }

    pub(super) fn has_key(&self, key: &str) -> bool {
        self.0.contains(key)
    }
}

/// Folded beginnings or endings of words.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "Vec<String>")]
pub(super) struct Parts(Vec<String>);

impl From<Vec<String>> for Parts {
    fn from(parts: Vec<String>) -> Self {
        Self(parts.iter().map(|part| fold(part)).collect())
    }
}

impl Parts {
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}

/// Words with numbers from 1: months, weekdays, seasons.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "Vec<Vec<String>>")]
pub(super) struct Ordered {
    words: HashMap<String, u8>,
    /// Whether some of them are two words.
    is_long: bool,
}

impl From<Vec<Vec<String>>> for Ordered {
    fn from(groups: Vec<Vec<String>>) -> Self {
        let words: HashMap<String, u8> = groups
            .iter()
            .zip(1u8..)
            .flat_map(|(group, number)| group.iter().map(move |word| (fold(word), number)))
            .collect();
        let is_long = words.keys().any(|word| word.contains(' '));
        Self { words, is_long }
    }
}

impl Ordered {
    pub(super) fn get(&self, token: &Token) -> Option<u8> {
        self.words
            .get(&token.key)
            .copied()
            .filter(|_| token.is_word())
    }

    /// The value of the one or two words at the beginning of `tokens`, and how many they are.
    pub(super) fn opens(&self, tokens: &[Token]) -> Option<(u8, usize)> {
        let first = tokens.first().filter(|token| token.is_word())?;
        let two = tokens.get(1).filter(|next| self.is_long && next.is_word());
        two.and_then(|next| self.words.get(&format!("{} {}", first.key, next.key)))
            .map(|value| (*value, 2))
            .or_else(|| Some((self.get(first)?, 1)))
    }
}

/// Words with values.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "BTreeMap<String, i64>")]
pub(super) struct Values(HashMap<String, i64>);

impl From<BTreeMap<String, i64>> for Values {
    fn from(words: BTreeMap<String, i64>) -> Self {
        Self(
            words
                .into_iter()
                .map(|(word, value)| (fold(&word), value))
                .collect(),
        )
    }
}

impl Values {
    pub(super) fn get(&self, token: &Token) -> Option<i64> {
        self.0.get(&token.key).copied().filter(|_| token.is_word())
    }

    pub(super) fn of_key(&self, key: &str) -> Option<i64> {
        self.0.get(key).copied()
    }
}

/// Phrases as folded words.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "Vec<String>")]
pub(super) struct Phrases(Vec<Vec<String>>);

impl From<Vec<String>> for Phrases {
    fn from(phrases: Vec<String>) -> Self {
        let mut phrases: Vec<Vec<String>> = phrases
            .iter()
            .map(|phrase| super::words::tokens(phrase))
            .map(|tokens| tokens.into_iter().map(|token| token.key).collect())
            .collect();
        // The longest first, so that it is found before what it begins with.
        phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
        Self(phrases)
    }
}

impl Phrases {
    /// How many tokens of a phrase stand at the beginning of `tokens`.
    pub(super) fn opens(&self, tokens: &[Token]) -> Option<usize> {
        self.0
            .iter()
            .map(Vec::len)
            .zip(&self.0)
            .find_map(|(length, phrase)| {
                let start = tokens.get(..length)?;
                same(start, phrase).then_some(length)
            })
    }

    /// Whether a phrase stands at the end of `tokens`.
    pub(super) fn closes(&self, tokens: &[Token]) -> Option<usize> {
        self.0.iter().find_map(|phrase| {
            let start = tokens.len().checked_sub(phrase.len())?;
            same(&tokens[start..], phrase).then_some(phrase.len())
        })
    }
}

fn same(tokens: &[Token], phrase: &[String]) -> bool {
    tokens
        .iter()
        .zip(phrase)
        .all(|(token, word)| token.key == *word)
}

/// A table of names.
#[derive(Debug)]
pub(super) struct Gazetteer {
    names: HashSet<String>,
    /// Words of the longest name that begins with a word.
    longest: HashMap<String, usize>,
}

impl Gazetteer {
    fn new(texts: &[&str]) -> Self {
        let mut table = Self {
            names: HashSet::new(),
            longest: HashMap::new(),
        };
        let lines = texts.iter().flat_map(|text| text.lines()).map(str::trim);
        for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let tokens = super::words::tokens(line);
            if let Some((first, rest)) = tokens.split_first() {
                let length = table.longest.entry(first.key.clone()).or_default();
                *length = (*length).max(tokens.len());
                table.names.insert(joined(&first.key, rest));
            }
        }
        table
    }

    /// How many tokens at the beginning of `tokens` are a known name, the longest one.
    pub(super) fn opens(&self, tokens: &[Token]) -> Option<usize> {
        let (first, rest) = tokens.split_first()?;
        self.opens_with(&first.key, rest)
    }

    /// The same, for a first word that is not written as its token.
    pub(super) fn opens_with(&self, first: &str, rest: &[Token]) -> Option<usize> {
        let most = *self.longest.get(first)?;
        let line = rest
            .iter()
            .take(most - 1)
            .take_while(|token| token.kind != super::words::Kind::Break)
            .count();
        (0..=line)
            .rev()
            .find(|length| self.names.contains(&joined(first, &rest[..*length])))
            .map(|length| length + 1)
    }

    /// Whether the tokens together are a known name.
    pub(super) fn is(&self, tokens: &[Token]) -> bool {
        self.opens(tokens) == Some(tokens.len())
    }
}

fn joined(first: &str, rest: &[Token]) -> String {
    let mut name = first.to_owned();
    for token in rest {
        name.push(' ');
        name.push_str(&token.key);
    }
    name
}

/// Names known in any language.
#[derive(Debug)]
pub(super) struct Names {
    pub(super) places: Gazetteer,
    pub(super) organisations: Gazetteer,
    pub(super) given: Gazetteer,
    pub(super) surnames: Gazetteer,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| Names {
    places: Gazetteer::new(&[
        include_str!("../../data/places.txt"),
        include_str!("../../data/places-cldr.txt"),
    ]),
    organisations: Gazetteer::new(&[include_str!("../../data/organisations.txt")]),
    given: Gazetteer::new(&[include_str!("../../data/given-names.txt")]),
    surnames: Gazetteer::new(&[include_str!("../../data/surnames.txt")]),
});

/// The tables of names.
pub(super) fn names() -> &'static Names {
    &NAMES
}

/// Languages with a table, in the order in which they win when nothing else decides.
pub(super) const LANGUAGES: [&str; 4] = ["en", "fr", "fa", "ar"];

static LEXICONS: LazyLock<Vec<Lexicon>> = LazyLock::new(|| {
    [
        (include_str!("../../data/en.toml"), true),
        (include_str!("../../data/fr.toml"), true),
        (include_str!("../../data/fa.toml"), false),
        (include_str!("../../data/ar.toml"), false),
    ]
    .into_iter()
    .map(|(text, capitals)| Lexicon::parse(text, capitals))
    .collect()
});

/// For languages without a table: what needs no words is still found.
static NO_WORDS: LazyLock<Lexicon> = LazyLock::new(Lexicon::default);

impl Lexicon {
    /// The lexicon without words.
    pub(super) fn empty() -> &'static Self {
        &NO_WORDS
    }

    #[expect(
        clippy::expect_used,
        reason = "the tables are compiled in and read by the tests"
    )]
    fn parse(text: &str, capitals: bool) -> Self {
        let lexicon: Self = toml::from_str(text).expect("the tables are well formed");
        Self {
            capitals,
            ..lexicon
        }
    }

    /// The words of a language by its tag; `None` when there is no table for it.
    pub(super) fn of(language: &str) -> Option<&'static Self> {
        let primary = language.split('-').next()?;
        let place = LANGUAGES.iter().position(|tag| *tag == primary)?;
        LEXICONS.get(place)
    }

    /// Whether months are capitalised and dates may be written month first, as in English.
    pub(super) fn is_month_first(&self) -> bool {
        self.month_first
    }

    /// A verb of saying, with or without "and" written on to it.
    pub(super) fn is_cue(&self, token: &Token) -> bool {
        self.cues.has(token)
            || self.without_and(token, &self.cues)
            || self
                .inverted(token)
                .is_some_and(|verb| self.cues.has_key(verb))
    }

    /// A word for somebody who was named before: "she", and "dit-elle".
    pub(super) fn is_pronoun(&self, token: &Token) -> bool {
        self.pronouns.has(token) || self.inverted(token).is_some()
    }

    /// The verb of "dit-elle", "raconte-t-il".
    fn inverted<'a>(&self, token: &'a Token) -> Option<&'a str> {
        if !self.adjectives_follow || !token.is_word() {
            return None;
        }
        ["-t-elle", "-t-il", "-elle", "-il"]
            .iter()
            .find_map(|pronoun| token.key.strip_suffix(pronoun))
    }

    /// A verb of answering.
    pub(super) fn is_reply(&self, token: &Token) -> bool {
        self.replies.has(token) || self.without_and(token, &self.replies)
    }

    /// A word for what a person is or does. In Arabic with its article, "and" and the ending of an object as well.
    pub(super) fn is_role_head(&self, token: &Token) -> bool {
        self.role_start(token).is_some()
    }

    /// The byte at which such a word begins: after an "and" that is written on to it.
    pub(super) fn role_start(&self, token: &Token) -> Option<usize> {
        if !token.is_word() {
            return None;
        }
        let known = |key: &str| self.role_heads.has_key(key);
        let bare = |key: &str| {
            let key = key.strip_prefix("\u{627}\u{644}").unwrap_or(key);
            known(key) || key.strip_suffix('\u{627}').is_some_and(known)
        };
        if known(&token.key) || !self.capitals && bare(&token.key) {
            return Some(token.start);
        }
        let joined = token
            .key
            .strip_prefix('\u{648}')
            .filter(|_| !self.capitals)?;
        bare(joined).then_some(token.start + '\u{648}'.len_utf8())
    }

    fn without_and(&self, token: &Token, words: &Words) -> bool {
        !self.capitals
            && token.is_word()
            && ['\u{648}', '\u{641}'].iter().any(|and| {
                token
                    .key
                    .strip_prefix(*and)
                    .is_some_and(|bare| words.has_key(bare))
            })
    }

    /// Whether verbs stand before their subjects.
    pub(super) fn is_verb_first(&self) -> bool {
        self.verb_first
    }

    /// Whether a verb alone says who does it.
    pub(super) fn drops_subjects(&self) -> bool {
        self.drops_subjects
    }

    /// Whether a Hijri year without a month is a lunar one.
    pub(super) fn has_lunar_years(&self) -> bool {
        self.lunar_years
    }

    /// Whether names begin with capital letters.
    pub(super) fn has_capitals(&self) -> bool {
        self.capitals
    }

    /// The modifier that stands before or after a count, and how many tokens before it.
    pub(super) fn modifier(&self, before: &[Token], after: &[Token]) -> (Modifier, usize) {
        let closing = [
            (&self.modifiers.at_most, Modifier::AtMost),
            (&self.modifiers.at_least, Modifier::AtLeast),
            (&self.modifiers.over, Modifier::Over),
            (&self.modifiers.nearly, Modifier::Nearly),
            (&self.modifiers.about, Modifier::About),
        ];
        // The longest phrase decides: "no more than" before "more than".
        let best = closing
            .into_iter()
            .filter_map(|(phrases, modifier)| Some((phrases.closes(before)?, modifier)))
            .max_by_key(|(length, _)| *length);
        match best {
            Some((length, modifier)) => (modifier, length),
            None if self.modifiers.about_after.opens(after).is_some() => (Modifier::About, 0),
            None => (Modifier::Exact, 0),
        }
    }
}
