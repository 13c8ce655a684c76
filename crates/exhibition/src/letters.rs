//! Scripts and alphabets: which wall a name stands on, under which letter, and in what order.

use names::{
    fold::{fold, words},
    normal::{JOINT, normal},
    script,
};

use crate::lang::Lang;

/// A script that has a wall of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Script {
    /// Latin letters.
    Latin,
    /// Arabic letters, Persian ones included.
    Arabic,
    /// Any other script.
    Other,
}

impl Script {
    /// All of them.
    pub(crate) const ALL: [Self; 3] = [Self::Latin, Self::Arabic, Self::Other];

    /// Its word in addresses.
    pub(crate) fn slug(self) -> &'static str {
        match self {
            Self::Latin => "latin",
            Self::Arabic => "arabic",
            Self::Other => "other",
        }
    }

    /// The script of the first letter of `text`.
    pub(crate) fn of(text: &str) -> Self {
        let first = text.chars().find(|c| c.is_alphabetic() && !is_modifier(*c));
        match first.and_then(script::of_letter) {
            Some(script::Script::Latin) => Self::Latin,
            Some(script::Script::Arabic) => Self::Arabic,
            _ => Self::Other,
        }
    }

    /// The script in which `lang` is written.
    pub(crate) fn of_lang(lang: Lang) -> Self {
        if lang.is_rtl() {
            Self::Arabic
        } else {
            Self::Latin
        }
    }
}

/// Letters of the Arabic script in the order of the Persian alphabet, each with its word in addresses.
/// The romanised words follow the usual names of the letters.
const PERSIAN: [(char, &str); 33] = [
    ('آ', "alef-madde"),
    ('ا', "alef"),
    ('ب', "be"),
    ('پ', "pe"),
    ('ت', "te"),
    ('ث', "se"),
    ('ج', "jim"),
    ('چ', "che"),
    ('ح', "he-jimi"),
    ('خ', "khe"),
    ('د', "dal"),
    ('ذ', "zal"),
    ('ر', "re"),
    ('ز', "ze"),
    ('ژ', "zhe"),
    ('س', "sin"),
    ('ش', "shin"),
    ('ص', "sad"),
    ('ض', "zad"),
    ('ط', "ta"),
    ('ظ', "za"),
    ('ع', "eyn"),
    ('غ', "gheyn"),
    ('ف', "fe"),
    ('ق', "qaf"),
    ('ک', "kaf"),
    ('گ', "gaf"),
    ('ل', "lam"),
    ('م', "mim"),
    ('ن', "nun"),
    ('و', "vav"),
    ('ه', "he"),
    ('ی', "ye"),
];

/// Latin letters.
const LATIN: [char; 26] = [
    'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's',
    't', 'u', 'v', 'w', 'x', 'y', 'z',
];

/// A letter of a wall: its place in the alphabet; `None` for a name that begins with none of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Letter(pub(crate) Script, pub(crate) Option<u8>);

impl Letter {
    /// The letters of `script` in the order in which a page of `lang` shows them, the rest last.
    pub(crate) fn alphabet(script: Script, lang: Lang) -> Vec<Self> {
        let count = match script {
            Script::Latin => LATIN.len(),
            Script::Arabic => PERSIAN.len(),
            Script::Other => 0,
        };
        let mut places: Vec<u8> = (0..count as u8).collect();
        if script == Script::Arabic && lang == Lang::Ar {
            // Arabic has the he before the waw: … nun, he, waw, ye.
            places.swap(30, 31);
        }
        let mut letters: Vec<Self> = places
            .into_iter()
            .map(|place| Self(script, Some(place)))
            .collect();
        letters.push(Self(script, None));
        letters
    }

    /// `true` for letters that Persian has and Arabic has not; an Arabic page shows them only when names begin with them.
    pub(crate) fn is_persian_only(self) -> bool {
        self.0 == Script::Arabic && matches!(self.face(), Some("آ" | "پ" | "چ" | "ژ" | "گ"))
    }

    /// Where a second letter under this one stands on pages of `lang`: the alphabet first to last, from 1, the rest before it,
    /// since a shorter name stands before the longer.
    pub(crate) fn place_of(self, second: Option<u8>, lang: Lang) -> u8 {
        match second {
            None => 0,
            // Arabic has the he before the waw.
            Some(30) if self.0 == Script::Arabic && lang == Lang::Ar => 32,
            Some(31) if self.0 == Script::Arabic && lang == Lang::Ar => 31,
            Some(place) => place.saturating_add(1),
        }
    }

    /// The word in addresses of a second letter under this one.
    pub(crate) fn second_slug(self, second: Option<u8>) -> String {
        let own = Self(self.0, second).slug();
        let prefix = format!("{}-", self.0.slug());
        own.strip_prefix(&prefix).unwrap_or(&own).to_owned()
    }

    /// The letter as shown; `None` for the rest.
    pub(crate) fn face(self) -> Option<&'static str> {
        const FACES: [&str; 26] = [
            "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P", "Q",
            "R", "S", "T", "U", "V", "W", "X", "Y", "Z",
        ];
        const ARABIC_FACES: [&str; 33] = [
            "آ", "ا", "ب", "پ", "ت", "ث", "ج", "چ", "ح", "خ", "د", "ذ", "ر", "ز", "ژ", "س", "ش",
            "ص", "ض", "ط", "ظ", "ع", "غ", "ف", "ق", "ک", "گ", "ل", "م", "ن", "و", "ه", "ی",
        ];
        let place = usize::from(self.1?);
        match self.0 {
            Script::Latin => FACES.get(place).copied(),
            Script::Arabic => ARABIC_FACES.get(place).copied(),
            Script::Other => None,
        }
    }

    /// Its word in addresses.
    pub(crate) fn slug(self) -> String {
        let letter = match (self.0, self.1.map(usize::from)) {
            (Script::Latin, Some(place)) => LATIN.get(place).map(|letter| letter.to_string()),
            (Script::Arabic, Some(place)) => PERSIAN.get(place).map(|(_, slug)| (*slug).to_owned()),
            _ => None,
        };
        format!(
            "{}-{}",
            self.0.slug(),
            letter.unwrap_or_else(|| "rest".to_owned())
        )
    }
}

/// By what a name is sorted, and the letter under which it stands.
///
/// The name is folded as search and matching fold it (`names::fold`), for order only: it is shown as it is written. Only آ at the
/// beginning of a word is told from ا, since it is a letter of its own here. A name is sorted from its first word on: which part
/// of it is the family's cannot be told from the name alone.
pub(crate) fn sort_key(text: &str) -> (Letter, String) {
    let script = Script::of(text);
    let mut key = String::with_capacity(text.len());
    for (first, letters) in folded_words(text) {
        if !key.is_empty() {
            key.push(BLANK);
        }
        let mut letters = letters.chars();
        if first {
            letters.next();
            key.push(FIRST);
        }
        key.extend(letters.map(in_order));
    }
    (Letter(script, place(script, key.chars().next())), key)
}

/// The letter under which a name stands, the place of its second letter in the alphabet, and the text by which a collation sorts
/// it: its words folded, one space apart, a word that begins with آ as it is.
pub(crate) fn sort_form(text: &str) -> (Letter, Option<u8>, String) {
    let script = Script::of(text);
    let mut form = String::with_capacity(text.len());
    for (first, letters) in folded_words(text) {
        if !form.is_empty() {
            form.push(' ');
        }
        let mut letters = letters.chars();
        if first {
            letters.next();
            form.push('آ');
        }
        form.extend(letters);
    }
    let mut letters = form.chars().map(in_order_of_names);
    let (first, second) = (letters.next(), letters.next());
    let letter = Letter(script, place(script, first));
    (letter, place(script, second), form)
}

/// The words of a name, folded, and whether each begins with آ.
fn folded_words(text: &str) -> Vec<(bool, String)> {
    let form = normal(text);
    words(&form)
        .flat_map(|word| word.split(JOINT))
        .map(|word| (word.starts_with('آ'), fold(word)))
        .filter(|(_, folded)| !folded.is_empty())
        .collect()
}

/// The place in the alphabet of a letter of a key.
fn place(script: Script, letter: Option<char>) -> Option<u8> {
    let letter = letter?;
    let place = match script {
        Script::Latin => LATIN.iter().position(|other| *other == letter),
        Script::Arabic => (letter as usize)
            .checked_sub(FIRST as usize)
            .filter(|place| *place < PERSIAN.len()),
        Script::Other => None,
    };
    place.and_then(|place| u8::try_from(place).ok())
}

/// As [`in_order`]; a space is no letter.
fn in_order_of_names(letter: char) -> char {
    if letter == ' ' {
        BLANK
    } else {
        in_order(letter)
    }
}

/// Between words of a key: before every letter.
const BLANK: char = '\u{1}';
/// Letters of the Persian alphabet become U+0020 and up in a key, in its order.
const FIRST: char = '\u{20}';

/// What a folded letter is in a key.
fn in_order(letter: char) -> char {
    PERSIAN
        .iter()
        .position(|(known, _)| *known == letter)
        .and_then(|place| char::from_u32(FIRST as u32 + place as u32))
        .unwrap_or(letter)
}

/// Letters that stand for a hamza or ain, or lengthen another.
fn is_modifier(c: char) -> bool {
    matches!(c, '\u{2b0}'..='\u{2ff}' | 'ء' | 'ـ')
}

/// `true` when the first letter of `text` is Latin.
pub(crate) fn is_latin(text: &str) -> bool {
    Script::of(text) == Script::Latin
}

/// `true` when the first letter of `text` is of a script that runs from right to left.
pub(crate) fn is_rtl(text: &str) -> bool {
    text.chars().find(|c| c.is_alphabetic()).is_some_and(|c| {
        matches!(
            script::of_letter(c),
            Some(script::Script::Arabic | script::Script::Hebrew)
        ) || matches!(c, '\u{700}'..='\u{74f}' | '\u{780}'..='\u{7bf}')
    })
}

#[cfg(test)]
mod tests;
