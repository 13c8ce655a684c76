//! A name in letters of another script, for a reader who cannot read the first: a machine's guess, never a spelling of a source.
//!
//! Word by word: as the tables attest the name, else in parts that they attest, else letter by letter from the sounds that
//! `sound` reads. Arabic script leaves out short vowels and Latin does not tell a ه from a ح, so that a guess is often wrong; what
//! shows it must say that a machine wrote it.

mod to_arabic;
mod to_latin;

#[cfg(test)]
mod tests;

use crate::{
    fold::{fold, words},
    lexicon,
    normal::{JOINT, normal},
    script::{self, Script, of_letter},
    sound::{Readings, Sounds, code::FIRST_FOREIGN},
};

/// In which letters, by which convention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// Latin letters, as the press in English romanises Persian names.
    Latin,
    /// Arabic script as Persian writes it.
    Persian,
    /// Arabic script as Arabic writes it.
    Arabic,
}

impl Target {
    fn script(self) -> Script {
        match self {
            Self::Latin => Script::Latin,
            Self::Persian | Self::Arabic => Script::Arabic,
        }
    }
}

/// At most so many words are written; what has more is no name.
const WORDS: usize = 12;
/// A word of more letters is no name.
const LETTERS: usize = 40;

/// `name` in the letters of `target`; `None` when it stands in them already, is longer than a name, or has letters that are not
/// read.
pub fn transliterate(name: &str, target: Target) -> Option<String> {
    written(name, target, true)
}

/// As `transliterate`, with the tables of names or without them.
fn written(name: &str, target: Target, attested: bool) -> Option<String> {
    if script::of(name)? == target.script() || name.chars().count() > WORDS * LETTERS {
        return None;
    }
    let form = normal(name);
    let mut out = String::new();
    for (place, word) in words(&form).enumerate() {
        if place >= WORDS || word.chars().count() > LETTERS {
            return None;
        }
        if place > 0 {
            out.push(' ');
        }
        out.push_str(&word_in(word, target, attested)?);
    }
    (!out.is_empty()).then_some(out)
}

/// One word in normal form.
fn word_in(word: &str, target: Target, attested: bool) -> Option<String> {
    let letters: Vec<char> = word.chars().collect();
    if letters
        .iter()
        .all(|letter| of_letter(*letter).is_none_or(|script| script == target.script()))
    {
        // A number, or a word that stands in these letters already.
        return Some(word.to_owned());
    }
    if attested && let Some(known) = known(word, target).or_else(|| in_two(&letters, target)) {
        return Some(known);
    }
    if let Some(ended) = with_ending(&letters, target, attested) {
        return Some(ended);
    }
    if word.contains(JOINT) {
        let mut joined = String::new();
        for part in word.split(JOINT).filter(|part| !part.is_empty()) {
            let part = word_in(part, target, attested)?;
            match target {
                Target::Latin if !joined.is_empty() => joined.push_str(&part.to_lowercase()),
                _ => joined.push_str(&part),
            }
        }
        return Some(joined);
    }
    by_sound(word, target)
}

/// A word as the tables have it, or one of the small words that stand in none.
fn known(word: &str, target: Target) -> Option<String> {
    if let Some((arabic, latin)) = small(word, SMALL) {
        return Some(match target {
            Target::Latin => latin.to_owned(),
            _ => in_convention(arabic, target),
        });
    }
    let mut spellings = lexicon::spellings_in(word, target.script());
    let usual = spellings.next()?;
    Some(match target {
        Target::Latin => usual.to_owned(),
        Target::Persian => in_convention(usual, target),
        // Arabic has its hamzas and its own yeh and kaf: another spelling of the same letters.
        Target::Arabic => {
            let same = fold(usual);
            let own = spellings.find(|other| other.contains(ARABIC) && fold(other) == same);
            in_convention(own.unwrap_or(usual), target)
        }
    })
}

/// Letters that Arabic writes where Persian writes another or none.
const ARABIC: [char; 7] = ['ي', 'ك', 'ة', 'ى', 'أ', 'إ', 'ؤ'];

/// Words of names that no table of names has: in Arabic script, in Latin letters.
const SMALL: &[(&str, &str)] = &[
    ("سید", "Seyyed"),
    ("سیده", "Seyyedeh"),
    ("حاج", "Haj"),
    ("حاجی", "Haji"),
    ("شیخ", "Sheikh"),
    ("میر", "Mir"),
    ("ملا", "Molla"),
    ("بن", "bin"),
    ("ابن", "ibn"),
    ("بنت", "bint"),
    ("ابو", "Abu"),
    ("آل", "Al"),
    ("خان", "Khan"),
    ("پور", "Pour"),
    ("زاده", "Zadeh"),
    ("نژاد", "Nejad"),
];

/// Endings and beginnings of family names: in Arabic script, in Latin letters.
const AFFIXES: &[(&str, &str)] = &[
    ("پور", "pour"),
    ("زاده", "zadeh"),
    ("زادگان", "zadegan"),
    ("زاد", "zad"),
    ("نژاد", "nejad"),
    ("نیا", "nia"),
    ("خواه", "khah"),
    ("وند", "vand"),
    ("مند", "mand"),
    ("آبادی", "abadi"),
    ("منش", "manesh"),
    ("پناه", "panah"),
    ("دوست", "doust"),
    ("پرور", "parvar"),
    ("پرست", "parast"),
    ("فرد", "fard"),
    ("یان", "ian"),
    ("چی", "chi"),
    ("زهی", "zehi"),
    ("اللهی", "ollahi"),
    ("الله", "ollah"),
    ("الدین", "oddin"),
    ("ی", "i"),
];

fn small(
    word: &str,
    table: &[(&'static str, &'static str)],
) -> Option<(&'static str, &'static str)> {
    let plain = fold(word);
    let found = table
        .iter()
        .find(|(arabic, latin)| fold(arabic) == plain || latin.eq_ignore_ascii_case(&plain));
    found.copied()
}

/// A word of two parts that are attested: a name and a name, or a name and an ending. The longest first part wins.
fn in_two(letters: &[char], target: Target) -> Option<String> {
    let text = |letters: &[char]| letters.iter().collect::<String>();
    let affix = |letters: &[char], target| {
        let (arabic, latin) = small(&text(letters), AFFIXES)?;
        Some(match target {
            Target::Latin => latin.to_owned(),
            _ => in_convention(arabic, target),
        })
    };
    for cut in (2..letters.len()).rev() {
        let (first, last) = letters.split_at(cut);
        let first = match known(&text(first), target).filter(|_| cut > 2) {
            Some(first) => first,
            None => match affix(first, target).filter(|_| last.len() > 2) {
                Some(first) => first,
                None => continue,
            },
        };
        let last = match affix(last, target) {
            Some(last) => last,
            None if last.len() > 2 => match known(&text(last), target) {
                Some(last) => last,
                None => continue,
            },
            None => continue,
        };
        return Some(joined(&first, &last, target));
    }
    None
}

/// A word that ends as only family names do, and begins with anything.
fn with_ending(letters: &[char], target: Target, attested: bool) -> Option<String> {
    for cut in 3..letters.len().saturating_sub(2) {
        let (first, last) = letters.split_at(cut);
        let last: String = last.iter().collect();
        if let Some((arabic, latin)) = small(&last, AFFIXES) {
            let first: String = first.iter().filter(|letter| **letter != JOINT).collect();
            let first = word_in(&first, target, attested)?;
            let last = match target {
                Target::Latin => latin.to_owned(),
                _ => in_convention(arabic, target),
            };
            return Some(joined(&first, &last, target));
        }
    }
    None
}

/// Endings that Persian parts from the word before by its invisible joint.
const PARTED: [&str; 11] = [
    "پور",
    "زاده",
    "زادگان",
    "نژاد",
    "نیا",
    "خواه",
    "پناه",
    "دوست",
    "پرور",
    "پرست",
    "آبادی",
];

/// Two parts of a word put together.
fn joined(first: &str, last: &str, target: Target) -> String {
    match target {
        Target::Latin => capital(first) + &last.to_lowercase(),
        Target::Persian if PARTED.contains(&last) => format!("{first}{JOINT}{last}"),
        _ => format!("{first}{last}"),
    }
}

/// A word by its likeliest reading.
fn by_sound(word: &str, target: Target) -> Option<String> {
    let readings = Readings::of(word);
    let codes = readings.ways().first().map(Sounds::codes)?;
    if codes.is_empty() || codes.iter().any(|code| *code >= FIRST_FOREIGN) {
        return None;
    }
    let plain: Vec<u8> = codes.to_vec();
    Some(match target {
        Target::Latin => capital(&to_latin::write(&plain)),
        _ => in_convention(&to_arabic::write(&plain), target),
    })
}

/// With a capital at its beginning.
fn capital(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// Letters of the Arabic script as the convention has them.
fn in_convention(word: &str, target: Target) -> String {
    let mut out = String::with_capacity(word.len());
    for letter in word.chars() {
        match (target, letter) {
            (Target::Persian, 'ي' | 'ى') => out.push('ی'),
            (Target::Persian, 'ك') => out.push('ک'),
            (Target::Arabic, 'ی') => out.push('ي'),
            (Target::Arabic, 'ک') => out.push('ك'),
            (Target::Arabic, 'گ') => out.push('غ'),
            (Target::Arabic, 'پ') => out.push('ب'),
            (Target::Arabic, 'ژ') => out.push('ج'),
            (Target::Arabic, 'چ') => out.push_str("تش"),
            // Arabic has no joint inside a word.
            (Target::Arabic, JOINT) => out.push(' '),
            _ => out.push(letter),
        }
    }
    out
}
