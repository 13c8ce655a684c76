//! How the name of a place sounds, and whether two are spellings of one.

use names::{key, sound::Readings};

/// Keys of a place's name, in which spellings meet across scripts and conventions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spelling {
    /// Keys of all its words put together, the likeliest first.
    whole: Box<[Box<str>]>,
    /// The likeliest key of each word.
    words: Box<[Box<str>]>,
    /// Its letters, without blanks.
    letters: Box<[char]>,
}

/// Keys of fewer letters are too common to tell a place by.
const LONG: usize = 3;

/// Keys of fewer letters are too short for one of them to be wrong.
const LONG_FOR_EDIT: usize = 5;

/// Names of fewer letters are too short for one of them to be a slip.
const LONG_FOR_SLIP: usize = 5;

impl Spelling {
    /// Of a text in normal form.
    pub(super) fn of(normal: &str) -> Self {
        let boxed = |keys: Vec<String>| keys.into_iter().map(String::into_boxed_str).collect();
        let words =
            words(normal).filter_map(|word| key::keys(&Readings::of(word)).into_iter().next());
        Self {
            whole: boxed(key::keys(&readings(normal))),
            words: boxed(words.collect()),
            letters: normal
                .chars()
                .filter(|letter| letter.is_alphanumeric())
                .collect(),
        }
    }

    /// The likeliest key of the whole; empty when there is no letter.
    pub(super) fn likeliest(&self) -> &str {
        self.whole.first().map_or("", |key| key)
    }

    /// Whether two places are spelled alike: they share a key, or all words of one are in the other, or long keys or names differ
    /// by one letter.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let long = |key: &str, least: usize| key.chars().count() >= least;
        if self
            .whole
            .iter()
            .any(|key| long(key, LONG) && other.whole.contains(key))
        {
            return true;
        }
        let (few, more) = if self.words.len() <= other.words.len() {
            (&self.words, &other.words)
        } else {
            (&other.words, &self.words)
        };
        if few.len() < more.len()
            && few.iter().any(|word| long(word, LONG))
            && few.iter().all(|word| more.contains(word))
        {
            return true;
        }
        if self.letters.len().min(other.letters.len()) >= LONG_FOR_SLIP
            && is_one_edit(&self.letters, &other.letters)
        {
            return true;
        }
        let (one, two) = (self.likeliest(), other.likeliest());
        long(one, LONG_FOR_EDIT)
            && long(two, LONG_FOR_EDIT)
            && is_one_edit(one.as_bytes(), two.as_bytes())
    }
}

/// The readings of all words of a text in normal form put together; sounds are joined, so that no digraph arises at a joint.
pub(super) fn readings(normal: &str) -> Readings {
    let mut words = words(normal);
    let first = Readings::of(words.next().unwrap_or(""));
    words.fold(first, |all, word| all.join(&Readings::of(word)))
}

fn words(normal: &str) -> impl Iterator<Item = &str> {
    normal.split(' ').filter(|word| !word.is_empty())
}

/// Whether one letter put in, left out or replaced, or two neighbours exchanged, make one of the other.
pub(crate) fn is_one_edit<T: PartialEq>(one: &[T], two: &[T]) -> bool {
    let (short, long) = if one.len() <= two.len() {
        (one, two)
    } else {
        (two, one)
    };
    let start = short
        .iter()
        .zip(long)
        .take_while(|(one, two)| one == two)
        .count();
    let (short, long) = (&short[start..], &long[start..]);
    match long.len() - short.len() {
        0 => match (short, long) {
            ([], []) => false,
            ([_, rest @ ..], [_, other @ ..]) if rest == other => true,
            ([a, b, rest @ ..], [c, d, other @ ..]) => a == d && b == c && rest == other,
            _ => false,
        },
        1 => short == &long[1..],
        _ => false,
    }
}
