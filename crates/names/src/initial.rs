//! Under which letter a name stands on the wall.

#[cfg(test)]
mod tests;

use crate::fold::fold;

/// An alphabet that names can be listed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Alphabet {
    /// Persian: 32 letters; آ stands first, for itself and for ا.
    Persian,
    /// Arabic: 28 letters.
    Arabic,
    /// Latin: 26 letters.
    Latin,
}

/// The Persian letters in the order of Persian dictionaries (the Unicode CLDR collation of `fa` has the same one).
const PERSIAN: [char; 32] = [
    'آ', 'ب', 'پ', 'ت', 'ث', 'ج', 'چ', 'ح', 'خ', 'د', 'ذ', 'ر', 'ز', 'ژ', 'س', 'ش', 'ص', 'ض', 'ط',
    'ظ', 'ع', 'غ', 'ف', 'ق', 'ک', 'گ', 'ل', 'م', 'ن', 'و', 'ه', 'ی',
];

/// The Arabic letters in the order of Arabic dictionaries (`ar` in the Unicode CLDR collation).
const ARABIC: [char; 28] = [
    'ا', 'ب', 'ت', 'ث', 'ج', 'ح', 'خ', 'د', 'ذ', 'ر', 'ز', 'س', 'ش', 'ص', 'ض', 'ط', 'ظ', 'ع', 'غ',
    'ف', 'ق', 'ك', 'ل', 'م', 'ن', 'ه', 'و', 'ي',
];

const LATIN: [char; 26] = [
    'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'P', 'Q', 'R', 'S',
    'T', 'U', 'V', 'W', 'X', 'Y', 'Z',
];

impl Alphabet {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Persian, Self::Arabic, Self::Latin];

    /// Its letters in order, as headings.
    pub fn letters(self) -> &'static [char] {
        match self {
            Self::Persian => &PERSIAN,
            Self::Arabic => &ARABIC,
            Self::Latin => &LATIN,
        }
    }

    /// The heading under which names that begin with the folded letter `first` stand.
    fn heading(self, first: char) -> Option<char> {
        let heading = match (self, first) {
            (Self::Persian, 'ا') => 'آ',
            (Self::Arabic, 'ک' | 'گ') => 'ك',
            (Self::Arabic, 'ی') => 'ي',
            // Persian letters stand with the Arabic letter that they are made from.
            (Self::Arabic, 'پ') => 'ب',
            (Self::Arabic, 'چ') => 'ج',
            (Self::Arabic, 'ژ') => 'ز',
            (Self::Latin, letter) => letter.to_ascii_uppercase(),
            (_, letter) => letter,
        };
        self.letters().contains(&heading).then_some(heading)
    }
}

/// The heading of `name` in `alphabet`: its first letter, folded. `None` when that letter is not of this alphabet, as for a
/// name in another script, and when there is none.
pub fn initial(name: &str, alphabet: Alphabet) -> Option<char> {
    let folded = fold(name);
    let first = folded.chars().find(|letter| letter.is_alphabetic())?;
    alphabet.heading(first)
}
