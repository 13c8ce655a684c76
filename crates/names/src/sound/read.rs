//! Reads a word letter by letter, each by the rules of its script.

use std::sync::LazyLock;

use unicode_normalization::char::decompose_canonical;

use super::{
    READINGS, Readings, SOUNDS, Sounds, arabic, armenian,
    code::{FIRST_FOREIGN, foreign},
    context::{Kind, settle},
    cyrillic, georgian, greek, hebrew, latin,
    rule::{By, Rules},
};
use crate::normal::JOINT;

/// Letters of a word that are looked at: each gives a sound at least or is one of several that do, and some give none.
const LETTERS: usize = SOUNDS * 4;

/// A script with rules.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Table {
    Latin,
    Arabic,
    Cyrillic,
    Hebrew,
    Greek,
    Armenian,
    Georgian,
}

pub(super) fn read(word: &str) -> Readings {
    let mut letters: Vec<char> = word.chars().take(LETTERS + 1).collect();
    let mut cut = letters.len() > LETTERS;
    letters.truncate(LETTERS);
    let kurdish = arabic::is_kurdish(&letters);
    let kind = kind(&letters, kurdish);
    let mut ways: Vec<Sounds> = Vec::new();
    for by in conventions(&letters) {
        let (mut sounds, whole) = read_by(&letters, by, kurdish);
        settle(&mut sounds, kind);
        if ways.len() < READINGS && !ways.contains(&sounds) {
            cut |= !whole;
            ways.push(sounds);
        }
    }
    Readings {
        ways,
        kind,
        cut,
        order: 0,
    }
    .ordered()
}

/// Which writing most letters are of.
fn kind(letters: &[char], kurdish: bool) -> Kind {
    let of = |wanted: Table| {
        letters
            .iter()
            .filter(|letter| table(**letter) == Some(wanted))
            .count()
    };
    let (arabic, hebrew) = (of(Table::Arabic), of(Table::Hebrew));
    let known = letters
        .iter()
        .filter(|letter| table(**letter).is_some())
        .count();
    if kurdish {
        Kind::Kurdish
    } else if arabic.max(hebrew) * 2 <= known {
        Kind::Alphabet
    } else if arabic >= hebrew {
        Kind::Arabic
    } else {
        Kind::Hebrew
    }
}

fn conventions(letters: &[char]) -> Vec<By> {
    match letters.iter().find_map(|letter| table(*letter)) {
        Some(Table::Latin) => latin::conventions(letters).to_vec(),
        Some(Table::Armenian) => vec![armenian::EASTERN, armenian::WESTERN],
        Some(Table::Cyrillic) if cyrillic::is_tajik(letters) => {
            vec![cyrillic::TAJIK, cyrillic::OTHERS]
        }
        Some(Table::Cyrillic) => vec![cyrillic::OTHERS],
        Some(Table::Hebrew) if letters.contains(&'צ') => vec![hebrew::PERSIAN, hebrew::ARABIC],
        Some(Table::Hebrew) => vec![hebrew::PERSIAN],
        Some(Table::Georgian) => vec![georgian::PLAIN, georgian::STEM],
        _ => vec![latin::ENGLISH],
    }
}

fn table(letter: char) -> Option<Table> {
    Some(match letter {
        'a'..='z' | '\u{00DF}'..='\u{02C1}' | '\u{1E00}'..='\u{1EFF}' | '\u{0300}'..='\u{036F}' => {
            Table::Latin
        }
        '\u{0600}'..='\u{077F}' => Table::Arabic,
        '\u{0400}'..='\u{052F}' => Table::Cyrillic,
        '\u{0590}'..='\u{05FF}' => Table::Hebrew,
        '\u{0370}'..='\u{03FF}' | '\u{1F00}'..='\u{1FFF}' => Table::Greek,
        '\u{0530}'..='\u{058F}' => Table::Armenian,
        '\u{10A0}'..='\u{10FF}' => Table::Georgian,
        _ => return None,
    })
}

fn read_by(letters: &[char], by: By, kurdish: bool) -> (Sounds, bool) {
    let mut sounds = Sounds::NONE;
    let mut whole = true;
    let mut take = |sounds: &mut Sounds, codes: &[u8]| {
        for code in codes {
            whole &= sounds.push(*code);
        }
    };
    if let Some(known) = arabic::known(letters) {
        take(&mut sounds, known);
        return (sounds, whole);
    }
    let mut place = 0;
    let mut single = false;
    while place < letters.len() {
        let letter = letters[place];
        if arabic::is_article(letters, place) {
            take(&mut sounds, &[super::code::EPS, super::code::LAM]);
            place += 2;
            continue;
        }
        if single && doubled(letters, place) {
            if let Some(last) = usize::from(sounds.length).checked_sub(1) {
                sounds.doubled |= 1 << last;
            }
            place += 1;
            continue;
        }
        let Some((codes, count)) = by_rule(letters, place, by, kurdish) else {
            stray(&mut sounds, letter, by, &mut take);
            single = false;
            place += 1;
            continue;
        };
        take(&mut sounds, codes);
        single = codes.len() == count;
        place += count;
    }
    if sounds.length == 0
        && let Some(letter) = letters.iter().find(|letter| letter.is_alphanumeric())
    {
        // A soft sign alone is still something written.
        take(&mut sounds, &foreign(*letter));
    }
    (sounds, whole)
}

/// A consonant that was read already, since it stands twice. Not before an h that makes another of it.
fn doubled(letters: &[char], place: usize) -> bool {
    let alphabet = !matches!(
        table(letters[place]),
        None | Some(Table::Arabic | Table::Hebrew)
    );
    alphabet
        && letters[place - 1] == letters[place]
        && !super::rule::is_vowel(letters[place])
        && letters.get(place + 1) != Some(&'h')
}

fn by_rule(
    letters: &[char],
    place: usize,
    by: By,
    kurdish: bool,
) -> Option<(&'static [u8], usize)> {
    let table = table(letters[place])?;
    if table == Table::Arabic
        && kurdish
        && let Some(found) = KURDISH.longest(letters, place, by)
    {
        return Some(found);
    }
    TABLES[table as usize].longest(letters, place, by)
}

/// The rules of each script, in the order of `Table`.
static TABLES: LazyLock<[Rules; 7]> = LazyLock::new(|| {
    [
        latin::RULES,
        arabic::RULES,
        cyrillic::RULES,
        hebrew::RULES,
        greek::RULES,
        armenian::RULES,
        georgian::RULES,
    ]
    .map(Rules::of)
});

/// What Kurdish reads otherwise in Arabic script.
static KURDISH: LazyLock<Rules> = LazyLock::new(|| Rules::of(arabic::KURDISH));

/// A letter that no rule knows: without its marks, or for itself.
fn stray(sounds: &mut Sounds, letter: char, by: By, take: &mut impl FnMut(&mut Sounds, &[u8])) {
    if letter == JOINT {
        return;
    }
    let mut base = letter;
    let mut first = true;
    decompose_canonical(letter, |part| {
        if first {
            base = part;
            first = false;
        }
    });
    match by_rule(&[base], 0, by, false) {
        Some((codes, _)) => take(sounds, codes),
        None if letter.is_alphanumeric() => take(sounds, &foreign(letter)),
        None => {}
    }
    debug_assert!(foreign(letter).iter().all(|code| *code >= FIRST_FOREIGN));
}
