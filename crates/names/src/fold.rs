//! The one folding: texts that a reader takes for the same word become the same text.

pub(crate) mod table;
#[cfg(test)]
mod tests;

use unicode_normalization::{UnicodeNormalization, char::decompose_compatible};

/// `text` folded: compatibility forms and case gone, marks off letters, Arabic and Persian twins of a letter made one, digits
/// in ASCII, words one space apart, nothing else left.
///
/// A zero-width non-joiner and a hyphen part words, as does any other sign; an apostrophe and a joiner vanish. So `Pour-Mohammadi`
/// meets `Pour Mohammadi`, and `علی‌رضا` meets `علی رضا`; that both meet the joined spelling is the work of `key::latin_key`.
/// Folding twice is folding once. A text with a letter in it never folds to nothing. The result is at most 12 times as long in
/// bytes as `text` (U+FDFA, one character, stands for a phrase of 18).
pub fn fold(text: &str) -> String {
    let mut folding = Folding {
        out: String::with_capacity(text.len()),
        parted: false,
        marks: false,
    };
    for letter in text.chars() {
        folding.take(letter);
    }
    if folding.marks {
        folding.out.nfc().collect()
    } else {
        folding.out
    }
}

/// The words of `text`, folded, in their order.
pub fn tokens(text: &str) -> Vec<String> {
    words(&fold(text)).map(str::to_owned).collect()
}

/// The words of a text that is already folded.
pub fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(' ').filter(|word| !word.is_empty())
}

struct Folding {
    out: String,
    /// Something that parts words stands between the last letter and the next one.
    parted: bool,
    /// Letters are left that normal form C may put together.
    marks: bool,
}

impl Folding {
    fn take(&mut self, letter: char) {
        match letter {
            'a'..='z' | '0'..='9' => self.push(letter),
            'A'..='Z' => self.push(letter.to_ascii_lowercase()),
            ' ' => self.parted = true,
            _ if table::is_plain_arabic(letter) => self.push(letter),
            _ => decompose_compatible(letter, |part| self.part(part)),
        }
    }

    /// Takes one character of a compatibility decomposition.
    fn part(&mut self, part: char) {
        if table::vanishes(part) {
            return;
        }
        if let Some(same) = table::same_letters(part) {
            same.chars().for_each(|letter| self.push(letter));
            return;
        }
        for lower in part.to_lowercase() {
            // The capital of a letter in the table may be absent from it.
            match table::same_letters(lower) {
                Some(same) => same.chars().for_each(|letter| self.push(letter)),
                None if table::vanishes(lower) => {}
                None => self.other(lower),
            }
        }
    }

    fn other(&mut self, letter: char) {
        // What combines may change places with its neighbours in normal form C, so it needs a letter to stand on.
        let combines = unicode_normalization::char::canonical_combining_class(letter) != 0;
        if letter.is_alphanumeric() && !combines {
            self.marks |= !letter.is_ascii();
            self.push(letter);
        } else if unicode_normalization::char::is_combining_mark(letter) {
            // A vowel sign of an Indic script or the like: part of the word it stands in.
            self.marks = true;
            if !self.parted && !self.out.is_empty() {
                self.out.push(letter);
            }
        } else {
            self.parted = true;
        }
    }

    fn push(&mut self, letter: char) {
        if self.parted && !self.out.is_empty() {
            self.out.push(' ');
        }
        self.parted = false;
        self.out.push(letter);
    }
}
