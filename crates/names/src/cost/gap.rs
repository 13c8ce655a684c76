//! What it costs when one word has a sound where the other has nothing, in hundredths of a consonant: by what the sound is in
//! its word (`class`) and what the place is in the other (`gap`).
//!
//! The rule of vowels lies here: a short vowel may fall between the consonants of an abjad; one that scripts write may not. What
//! names of one skeleton differ in is often only which long vowel is written.

use super::Pair;
use crate::sound::context::{class::*, gap};

/// Costs by class and gap, laid out both ways, with room so that an index needs no check.
pub(super) struct Gaps {
    /// Rows are classes.
    pub(super) by_class: [[u8; gap::COUNT]; 64],
    /// Rows are gaps.
    pub(super) by_gap: [[u8; 64]; gap::COUNT],
}

pub(super) static ALPHABETS: Gaps = filled(Pair::Alphabets);
pub(super) static ABJAD_ALPHABET: Gaps = filled(Pair::AbjadAlphabet);
pub(super) static ABJADS: Gaps = filled(Pair::Abjads);

const fn filled(pair: Pair) -> Gaps {
    let mut gaps = Gaps {
        by_class: [[0; gap::COUNT]; 64],
        by_gap: [[0; 64]; gap::COUNT],
    };
    let mut class = 0;
    while class < COUNT {
        let mut place = 0;
        while place < gap::COUNT {
            let cost = match pair {
                Pair::Alphabets => alphabets(class as u8, place as u8),
                Pair::AbjadAlphabet => abjad_alphabet(class as u8, place as u8),
                Pair::Abjads => abjads(class as u8, place as u8),
            };
            gaps.by_class[class][place] = cost;
            gaps.by_gap[place][class] = cost;
            place += 1;
        }
        class += 1;
    }
    gaps
}

/// What costs the same whatever the other word is written in.
const fn common(class: u8) -> u8 {
    match class {
        DOUBLED => 4,
        ABJAD_DOUBLED => 25,
        HALF => 50,
        EPS => 2,
        LAM_SUN => 3,
        LAM_FIRST => 15,
        LAM_MOON => 55,
        MARK => 2,
        CARRIER => 2,
        H_INNER => 70,
        H_FINAL => 12,
        H_SILENT => 45,
        SOFT => 15,
        GLIDE => 6,
        GLIDE_V => 32,
        WEAK_Y => 55,
        AH => 100,
        WRITTEN_TWICE => 10,
        _ => 100,
    }
}

const fn alphabets(class: u8, place: u8) -> u8 {
    match (class, place) {
        (FINAL, _) => 95,
        (INITIAL, gap::START) => 75,
        (AH, gap::END) => 95,
        (AH, _) => 40,
        (SHORT_E, gap::INNER) => 20,
        (SHORT_A | SHORT_O | SHORT_U | SHORT_I, gap::INNER) => 30,
        (LAST_I, gap::INNER) => 60,
        (SHORT_O | SHORT_U | SHORT_I | LAST_I | EARLY_U, gap::HEBREW) => 10,
        (SHORT_A | SHORT_E, gap::HEBREW) => 25,
        (LATE_U, gap::HEBREW) => 25,
        (HIATUS, gap::VOWEL) => 28,
        (SHORT_A | SHORT_E | SHORT_O | SHORT_U | SHORT_I | LAST_I, gap::VOWEL) => 45,
        (HIATUS, _) => 30,
        (EARLY_U, gap::INNER) => 35,
        (LATE_U, gap::INNER) => 55,
        (SHORT_A | SHORT_E | SHORT_O | SHORT_U | SHORT_I | LAST_I | EARLY_U | LATE_U, _) => 80,
        (INITIAL, _) => 40,
        (LONG_A | LONG_I | LONG_U, _) => 48,
        (DIPHTHONG, _) => 60,
        (AIN_INNER | AIN_INITIAL, _) => 3,
        (EPS, _) => 12,
        (WRITTEN_A | WRITTEN_W | WRITTEN_Y, _) => 58,
        (HEBREW_VOWEL, _) => 25,
        (HEBREW_Y, _) => 45,
        _ => common(class),
    }
}

const fn abjad_alphabet(class: u8, place: u8) -> u8 {
    match (class, place) {
        // Vowels of the alphabet that fall into the abjad.
        (INITIAL, gap::START) => 90,
        (FINAL, _) => 100,
        (SHORT_A | SHORT_E | SHORT_O | SHORT_U | SHORT_I | LAST_I | HIATUS, gap::START) => 85,
        (SHORT_A | SHORT_E | SHORT_O | SHORT_U | SHORT_I | LAST_I | HIATUS, gap::END) => 100,
        (EARLY_U | LATE_U, gap::START) => 85,
        (EARLY_U | LATE_U, gap::END) => 100,
        (EARLY_U, gap::VOWEL) => 40,
        (EARLY_U, gap::WEAK) => 8,
        (EARLY_U, _) => 18,
        (LATE_U, gap::AFTER_GLIDE | gap::HEBREW | gap::WEAK) => 24,
        (LATE_U, gap::AFTER_LONG_A) => 50,
        (LATE_U, _) => 72,
        (LAST_I, gap::WEAK) => 14,
        (SHORT_A | SHORT_E | SHORT_O | SHORT_U | SHORT_I | HIATUS, gap::WEAK) => 4,
        (SHORT_A | SHORT_E | SHORT_O | SHORT_U | SHORT_I | LAST_I | HIATUS, gap::VOWEL) => 38,
        (SHORT_E, gap::AFTER_LONG_A) => 2,
        (SHORT_A, gap::AFTER_LONG_A) => 34,
        (SHORT_O, gap::AFTER_LONG_A) => 22,
        (SHORT_U, gap::AFTER_LONG_A) => 28,
        (SHORT_I, gap::AFTER_LONG_A) => 12,
        (LAST_I, gap::AFTER_LONG_A) => 26,
        (SHORT_A | SHORT_E, _) => 4,
        (LAST_I, gap::AFTER_GLIDE) => 36,
        (SHORT_O, _) => 5,
        (SHORT_U, _) => 9,
        (SHORT_I, _) => 13,
        (LAST_I, gap::HEBREW) => 24,
        (LAST_I, _) => 58,
        (HIATUS, _) => 28,
        (INITIAL, gap::WEAK) => 10,
        (INITIAL, _) => 40,
        (LONG_A, gap::HEBREW) => 10,
        (LONG_A, gap::WEAK) => 30,
        (LONG_A, _) => 58,
        (LONG_I, gap::HEBREW | gap::WEAK) => 30,
        (LONG_I, _) => 58,
        (LONG_U, gap::HEBREW | gap::WEAK) => 25,
        (LONG_U, _) => 38,
        (DIPHTHONG, gap::WEAK) => 40,
        (DIPHTHONG, _) => 85,
        (AH, gap::END) => 100,
        (AH, _) => 40,
        // Letters of the abjad that the alphabet has nothing for.
        (WRITTEN_A, _) => 60,
        (WRITTEN_W, _) => 80,
        (WRITTEN_Y, _) => 80,
        (HEBREW_VOWEL, _) => 18,
        (HEBREW_Y, _) => 46,
        (AIN_INITIAL, _) => 50,
        (AIN_INNER, _) => 3,
        _ => common(class),
    }
}

const fn abjads(class: u8, place: u8) -> u8 {
    match (class, place) {
        (FINAL | AH, gap::END) => 100,
        (AH, _) => 50,
        (INITIAL, _) => 90,
        (CARRIER, _) => 50,
        (WRITTEN_A, gap::HEBREW) => 14,
        (WRITTEN_W, gap::HEBREW) => 40,
        (WRITTEN_Y, gap::HEBREW) => 62,
        (WRITTEN_A, _) => 62,
        (WRITTEN_W, _) => 80,
        (WRITTEN_Y, _) => 80,
        (HEBREW_VOWEL, _) => 16,
        (HEBREW_Y, _) => 46,
        (AIN_INITIAL, _) => 60,
        (AIN_INNER, _) => 40,
        (MARK, _) => 6,
        (ABJAD_DOUBLED, _) => 40,
        (SHORT_A | SHORT_E | SHORT_O | SHORT_U | SHORT_I | LAST_I | HIATUS, _) => 6,
        (H_FINAL, _) => 50,
        (WEAK_Y, _) => 70,
        _ => common(class),
    }
}
