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
    /// Whether adjectives follow their noun in small letters, as in "Conseil national".
    pub(super) adjectives_follow: bool,
    /// Frequent words: they tell the language, and are never names.
    pub(super) stop: Words,
    pub(super) months: Ordered,
    pub(super) solar_months: Ordered,
    /// Months that are also words.
    pub(super) wary_months: Words,
    pub(super) seasons: Ordered,
    /// Monday is 1.
    pub(super) weekdays: Ordered,
    /// Words that may stand between the parts of a date.
    pub(super) date_links: Words,
    pub(super) last: Words,
    pub(super) last_after: Words,
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
    pub(super) numbers: Values,
    pub(super) scales: Values,
    /// "dozens": the least they mean.
    pub(super) vague: Values,
    /// "une trentaine": what they are about.
    pub(super) collectives: Values,
    modifiers: Modifiers,
    /// Verbs of saying.
    pub(super) cues: Words,
    pub(super) according: Phrases,
    pub(super) pronouns: Words,
    pub(super) honorifics: Words,
    /// Small words inside names.
    pub(super) particles: Words,
    pub(super) role_heads: Words,
    pub(super) role_words: Words,
    /// Words before a role told after a name that are no part of it.
    pub(super) role_openers: Words,
    /// Endings of verbs that end a role told after a name.
    pub(super) participles: Vec<String>,
    /// Words that end a role told after a name.
    pub(super) role_ends: Words,
    pub(super) organisation_heads: Words,
    pub(super) organisation_links: Words,
    pub(super) place_heads: Words,
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
}

/// Words with numbers from 1: months, weekdays, seasons.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "Vec<Vec<String>>")]
pub(super) struct Ordered(HashMap<String, u8>);

impl From<Vec<Vec<String>>> for Ordered {
    fn from(groups: Vec<Vec<String>>) -> Self {
        let numbered = groups
            .iter()
            .zip(1u8..)
            .flat_map(|(group, number)| group.iter().map(move |word| (fold(word), number)));
        Self(numbered.collect())
    }
}

impl Ordered {
    pub(super) fn get(&self, token: &Token) -> Option<u8> {
        self.0.get(&token.key).copied().filter(|_| token.is_word())
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
    fn new(text: &str) -> Self {
        let mut table = Self {
            names: HashSet::new(),
            longest: HashMap::new(),
        };
        let lines = text.lines().map(str::trim);
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
    places: Gazetteer::new(include_str!("../../data/places.txt")),
    organisations: Gazetteer::new(include_str!("../../data/organisations.txt")),
    given: Gazetteer::new(include_str!("../../data/given-names.txt")),
    surnames: Gazetteer::new(include_str!("../../data/surnames.txt")),
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
