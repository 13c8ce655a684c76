//! The normal form: case, look-alikes and invisible signs gone, and what carries sound kept.
//!
//! Weaker than `fold`: marks on letters stay (`š`, `ā`, `ü`), so do hamza and ain inside a word and the joint that a
//! zero-width non-joiner makes. Names are read from this form; they are searched and sorted by the folded one.

#[cfg(test)]
mod tests;

use unicode_normalization::{
    UnicodeNormalization,
    char::{canonical_combining_class, decompose_compatible, is_combining_mark},
};

use crate::{
    fold::table::{same_letters, vanishes},
    script::{Script, of_letter},
};

/// Where a word may be two: the sign that Persian writes between parts of a word (U+200C).
pub const JOINT: char = '\u{200C}';
/// The sign for ain inside a word (U+02BF, ALA-LC romanisation).
pub const AIN: char = '\u{02BF}';
/// The sign for hamza inside a word, and for any apostrophe there (U+02BE, ALA-LC romanisation).
pub const HAMZA: char = '\u{02BE}';

/// The normal form of `text`: compatibility forms, case, Arabic and Persian twins of a letter, harakat, stress marks and invisible
/// signs gone; digits in ASCII; words one space apart.
///
/// Kept are marks on Latin letters, the Kurdish vowels ە ێ ۆ, the long `آ`, hamza on its seat `ئ` or alone, `AIN` and `HAMZA`
/// between letters, and `JOINT` between letters. Taking the normal form twice is taking it once, and
/// `fold(&normal(text)) == fold(text)`.
pub fn normal(text: &str) -> String {
    let mut form = Form {
        out: String::with_capacity(text.len()),
        between: Between::Nothing,
        mark: None,
    };
    for letter in text.chars() {
        match letter {
            'a'..='z' | '0'..='9' => form.push(letter),
            'A'..='Z' => form.push(letter.to_ascii_lowercase()),
            ' ' => form.part(Between::Space),
            _ => decompose_compatible(letter, |part| form.take(part)),
        }
    }
    form.out.nfc().collect()
}

/// What stands between the last letter and the next.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Between {
    Nothing,
    Joint,
    Space,
}

struct Form {
    out: String,
    between: Between,
    /// A hamza, an ain or an apostrophe since the last letter: kept if another letter follows at once.
    mark: Option<char>,
}

impl Form {
    fn take(&mut self, part: char) {
        match part {
            JOINT => self.part(Between::Joint),
            // Quotation marks that open and what is shaped like them stand for ain, the rest for hamza.
            '`' | '\u{2018}' | '\u{201B}' | '\u{02BB}' | '\u{02BD}' | '\u{02BF}' | '\u{02C1}' => {
                self.mark = Some(AIN);
            }
            '\'' | '\u{00B4}' | '\u{2019}' | '\u{02B9}' | '\u{02BC}' | '\u{02BE}' | '\u{02C0}'
            | '\u{2032}' | '\u{05F3}' | '\u{A78C}' => self.mark = Some(HAMZA),
            '\u{0300}'..='\u{036F}' => self.combining(part),
            // The madda of آ, and the hamza of ئ.
            '\u{0653}' if self.last_is(&['\u{0627}']) => self.out.push(part),
            '\u{0654}' if self.last_is(&['\u{06CC}']) => {
                self.out.pop();
                self.out.push('\u{0626}');
            }
            '\u{0621}' => self.push(part),
            _ if vanishes(part) => {}
            _ => part.to_lowercase().for_each(|lower| self.letter(lower)),
        }
    }

    /// A mark on the letter before: kept where it may carry sound.
    fn combining(&mut self, mark: char) {
        let base = self
            .out
            .chars()
            .rev()
            .find(|last| !is_combining_mark(*last));
        let kept = match base.and_then(of_letter) {
            Some(Script::Latin) => base != Some('i') || mark != '\u{0307}',
            // Stress is marked by an acute or grave; a diaeresis or breve makes another letter.
            Some(Script::Cyrillic) => !matches!(mark, '\u{0300}' | '\u{0301}'),
            Some(Script::Greek) => mark == '\u{0308}',
            _ => false,
        };
        if kept && self.between == Between::Nothing && self.mark.is_none() {
            self.out.push(mark);
        }
    }

    fn letter(&mut self, letter: char) {
        if ('\u{0300}'..='\u{036F}').contains(&letter) {
            return self.combining(letter);
        }
        if keeps_its_sound(letter) {
            return self.push(letter);
        }
        match same_letters(letter) {
            Some(same) => same.chars().for_each(|letter| self.push(letter)),
            None if vanishes(letter) => {}
            None if letter.is_alphanumeric() && canonical_combining_class(letter) == 0 => {
                self.push(letter);
            }
            None if is_combining_mark(letter) => {
                if self.between == Between::Nothing && !self.out.is_empty() {
                    self.out.push(letter);
                }
            }
            None => self.part(Between::Space),
        }
    }

    fn part(&mut self, by: Between) {
        self.between = self.between.max(by);
        self.mark = None;
    }

    fn push(&mut self, letter: char) {
        let mark = self.mark.take();
        if !self.out.is_empty() {
            match self.between {
                Between::Space => self.out.push(' '),
                Between::Joint => self.out.push(JOINT),
                Between::Nothing => self.out.extend(mark.filter(|_| letter.is_alphabetic())),
            }
        }
        self.between = Between::Nothing;
        self.out.push(letter);
    }

    fn last_is(&self, letters: &[char]) -> bool {
        self.between == Between::Nothing && self.out.ends_with(letters)
    }
}

/// `true` for letters that `fold` makes another letter of, but that have a sound of their own.
fn keeps_its_sound(letter: char) -> bool {
    matches!(
        letter,
        // Kurdish: ae, e, o, heavy r and l. Latin letters with a stroke and the like.
        'ە' | 'ێ'
            | 'ۆ'
            | 'ڕ'
            | 'ڵ'
            | 'æ'
            | 'œ'
            | 'ø'
            | 'ł'
            | 'đ'
            | 'ð'
            | 'þ'
            | 'ħ'
            | 'ŧ'
            | 'ə'
            | 'ŋ'
    )
}
