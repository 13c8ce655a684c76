//! Words that are one part: phrases, the article with its noun, Abd, Abu and the second halves of compounds.
//!
//! What is put together keeps a zero-width non-joiner at the joint, so that no digraph is read across it; in scripts that write
//! such names as one word (Arabic, Hebrew) it does not, so that both spellings become one text.

use crate::{
    fold::fold,
    lexicon,
    normal::JOINT,
    script::{self, Script},
};

use super::{
    read::{Case, Link, Word},
    vocabulary::{Kind, Kinds, PHRASE_WORDS, VOCABULARY},
};

/// Where words stand: what the article may be depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// A whole name.
    Whole,
    /// A field of given names.
    Given,
    /// A field of family names.
    Family,
}

/// Kinds that phrases of several words have.
const OF_PHRASES: [Kind; 15] = [
    Kind::Rank,
    Kind::Title,
    Kind::MaybeTitle,
    Kind::Suffix,
    Kind::SonOf,
    Kind::FatherBefore,
    Kind::FatherAfter,
    Kind::KnownAs,
    Kind::Born,
    Kind::NotKnown,
    Kind::Relation,
    Kind::GivenKunya,
    Kind::SurnameParticle,
    Kind::Between,
    Kind::LightHalf,
];

/// Words that begin something, and are no half of a compound.
const MARKERS: [Kind; 10] = [
    Kind::Rank,
    Kind::SonOf,
    Kind::FatherBefore,
    Kind::FatherOrFamily,
    Kind::FatherAfter,
    Kind::KnownAs,
    Kind::Born,
    Kind::Between,
    Kind::SurnameParticle,
    Kind::Ezafe,
];

/// Puts together what is one part, and parts what is written together though one half is often left out.
pub(super) fn join(words: &mut Vec<Word>, field: Field) {
    phrases(words);
    halves(words);
    articles(words, field);
    abds(words);
    tails(words);
    kunyas(words);
    endings(words);
}

fn phrases(words: &mut Vec<Word>) {
    let mut place = 0;
    while place < words.len() {
        if words[place].kinds.has(Kind::Starts)
            && let Some((count, kinds)) = phrase_at(words, place)
        {
            for _ in 1..count {
                merge(words, place);
            }
            words[place].kinds = kinds;
        }
        place += 1;
    }
}

/// The longest phrase that begins at `start`, its count of words and what it means.
fn phrase_at(words: &[Word], start: usize) -> Option<(usize, Kinds)> {
    let leads = start == 0;
    let words = &words[start..];
    let mut key = words[0].key.clone();
    let mut found = None;
    for (place, word) in words.iter().enumerate().take(PHRASE_WORDS).skip(1) {
        let before = &words[place - 1];
        if before.link == Link::Comma || before.aside != word.aside {
            break;
        }
        key.push_str(&word.key);
        let kinds = VOCABULARY.kinds(&key);
        // "M. R." is no Mr: of letters alone, only "a.k.a." after a name is a phrase, and "д-р".
        let letters = key.chars().count() == place + 1;
        let tied = before.link == Link::Hyphen && word.case == Case::Lower;
        let plain = !letters || tied || !leads && kinds.has(Kind::KnownAs);
        if kinds.any(&OF_PHRASES) && plain {
            found = Some((place + 1, kinds));
        }
    }
    found
}

/// Mohammadreza: leaving out the first half is the most frequent slip, hence two parts.
fn halves(words: &mut Vec<Word>) {
    let mut place = 0;
    while place < words.len() {
        if let Some(end) = half_of(&words[place]) {
            let word = &mut words[place];
            let mut second = word.clone();
            second.text = word.text.split_off(end);
            second.key = fold(&second.text);
            second.kinds = VOCABULARY.kinds(&second.key);
            word.key = fold(&word.text);
            word.kinds = VOCABULARY.kinds(&word.key);
            word.link = Link::Soft;
            word.dotted = false;
            words.insert(place + 1, second);
            place += 1;
        }
        place += 1;
    }
}

/// Where the first half of the word's text ends, when an attested given name follows it.
fn half_of(word: &Word) -> Option<usize> {
    if word.kinds != Kinds::default() {
        return None;
    }
    VOCABULARY.parted_halves(&word.key).find_map(|half| {
        // A half has at most 12 letters, marks aside.
        let ends = word.text.char_indices().map(|(end, _)| end);
        let mut ends = ends.skip(1).take(24);
        let end = ends.find(|end| fold(&word.text[..*end]) == half)?;
        let name = &word.text[end..];
        (name.chars().nth(1).is_some() && lexicon::is_given(name)).then_some(end)
    })
}

fn articles(words: &mut Vec<Word>, field: Field) {
    let mut place = 0;
    while place + 1 < words.len() {
        // Al-e Ahmad, of the house of Ahmad, is one as well.
        if place + 2 < words.len()
            && words[place].kinds.has(Kind::Article)
            && words[place].link == Link::Hyphen
            && words[place + 1].kinds.has(Kind::Ezafe)
            && meets(&words[place + 1], &words[place + 2])
        {
            merge(words, place);
            merge(words, place);
            words[place].kinds = Kinds::default();
            words[place].article = true;
            place += 1;
            continue;
        }
        if is_article(words, place, field) {
            let inner = words[place].kinds.has(Kind::InnerArticle);
            let noun = words[place + 1].kinds;
            // Whatever else the noun may mean alone, it does not mean here.
            merge(words, place);
            let word = &mut words[place];
            word.kinds = VOCABULARY.kinds(&word.key);
            word.article = true;
            if noun.has(Kind::LaqabNoun) {
                word.kinds = word.kinds.with(Kind::LaqabTail);
            } else if inner || noun.has(Kind::TailNoun) {
                word.kinds = word.kinds.with(Kind::Tail);
            }
        }
        place += 1;
    }
}

fn is_article(words: &[Word], place: usize, field: Field) -> bool {
    let (word, next) = (&words[place], &words[place + 1]);
    if !word.kinds.any(&[Kind::Article, Kind::InnerArticle]) || !meets(word, next) {
        return false;
    }
    if next.key.chars().nth(1).is_none() {
        return false;
    }
    if word.link != Link::Space {
        return true;
    }
    let begins = place == 0 || words[place - 1].link == Link::Comma;
    let plain = ends_in_l(&word.key);
    // With a space it is told from Ed, An, On and the like by its place and by the letter it takes on.
    match (begins, plain) {
        (false, true) => true,
        (true, true) => !word.kinds.has(Kind::InnerArticle),
        (false, false) => takes_on(&word.key, &next.key),
        (true, false) => field == Field::Family && takes_on(&word.key, &next.key),
    }
}

fn ends_in_l(key: &str) -> bool {
    key.ends_with(['l', 'ل', 'л', 'ל', 'λ']) || key.ends_with("ль")
}

/// Whether an article such as `ash` ends as the noun begins.
fn takes_on(article: &str, noun: &str) -> bool {
    let mut letters = article.chars();
    letters.next();
    let end = letters.as_str();
    !end.is_empty() && noun.starts_with(end)
        || end == "z" && noun.starts_with("dh")
        || end == "th" && noun.starts_with('t')
}

fn abds(words: &mut Vec<Word>) {
    let mut place = 0;
    while place + 1 < words.len() {
        let (word, next) = (&words[place], &words[place + 1]);
        let head = word.kinds.has(Kind::Abd)
            || word.kinds.has(Kind::AbdBeforeArticle)
                && (next.article
                    || next.kinds.any(&[Kind::Tail, Kind::LaqabTail])
                    || lexicon::is_given(&format!("abd{}", next.key)));
        if head && meets(word, next) && !next.is_initial() && !next.kinds.any(&MARKERS) {
            merge(words, place);
            compounded(&mut words[place]);
        }
        place += 1;
    }
}

fn tails(words: &mut Vec<Word>) {
    let mut place = 1;
    while place < words.len() {
        let (word, next) = (&words[place - 1], &words[place]);
        let tail = next.kinds.any(&[Kind::Tail, Kind::LaqabTail]);
        let takes = meets(word, next)
            && !word.is_initial()
            && !word.is_number()
            && !word.kinds.any(&MARKERS)
            && !word.kinds.has(Kind::Kunya);
        if tail && takes {
            let laqab = next.kinds.has(Kind::LaqabTail);
            merge(words, place - 1);
            compounded(&mut words[place - 1]);
            if laqab {
                let word = &mut words[place - 1];
                word.kinds = word.kinds.with(Kind::LaqabTail);
            }
        } else {
            place += 1;
        }
    }
}

fn kunyas(words: &mut Vec<Word>) {
    let mut place = 0;
    while place + 1 < words.len() {
        let (word, next) = (&words[place], &words[place + 1]);
        if word.kinds.has(Kind::Kunya)
            && meets(word, next)
            && !next.is_initial()
            && !next.kinds.any(&MARKERS)
        {
            let article = next.article || word.key.ends_with(['l', 'ل']);
            merge(words, place);
            let word = &mut words[place];
            compounded(word);
            let given = article || word.kinds.has(Kind::GivenKunya);
            word.kinds = word
                .kinds
                .with(if given { Kind::GivenKunya } else { Kind::Kunya });
        }
        place += 1;
    }
}

/// «خامنه ای»: the ending stands apart because its word ends in a silent h.
fn endings(words: &mut Vec<Word>) {
    let mut place = 1;
    while place < words.len() {
        let (word, next) = (&words[place - 1], &words[place]);
        if next.kinds.has(Kind::ApartEnding) && word.key.ends_with('ه') && meets(word, next) {
            merge_with(words, place - 1, Some(JOINT));
        } else {
            place += 1;
        }
    }
}

/// Nothing but a joint stands between the two.
fn meets(word: &Word, next: &Word) -> bool {
    word.link != Link::Comma && word.aside == next.aside
}

fn compounded(word: &mut Word) {
    word.kinds = VOCABULARY.kinds(&word.key);
    word.compound = true;
}

/// Puts the next word to the one at `place`.
fn merge(words: &mut Vec<Word>, place: usize) {
    let one_word = matches!(
        script::of(&words[place].text),
        Some(Script::Arabic | Script::Hebrew)
    );
    merge_with(words, place, (!one_word).then_some(JOINT));
}

fn merge_with(words: &mut Vec<Word>, place: usize, joint: Option<char>) {
    let next = words.remove(place + 1);
    let word = &mut words[place];
    word.text.extend(joint);
    word.text.push_str(&next.text);
    word.key.push_str(&next.key);
    word.link = next.link;
    word.dotted = next.dotted;
    if word.case != Case::Upper {
        word.case = next.case;
    }
}
