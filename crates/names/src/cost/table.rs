//! What it costs to take one sound for another: one table for each pair of kinds of writing, in hundredths of a consonant.
//!
//! Set by hand, from the confusions of romanisation (ALA-LC, BGN/PCGN, DIN 31635, French registers, Turkish and Azeri spelling),
//! and measured on the pairs in `tests/data`. What is not listed costs 100 between consonants or a vowel and a consonant, and 60
//! between vowels.

mod abjads;
mod alphabets;
mod from_abjad;

use crate::sound::code::*;

use self::{abjads::SCRIPTS, alphabets::LATIN, from_abjad::FROM_ABJAD};

/// Costs from the sounds of one side (rows) to those of the other.
pub(super) type Table = [[u8; CODES]; CODES];

/// A sound, and what others cost for it.
type Line = (u8, &'static [(u8, u8)]);

/// Alphabet and alphabet.
pub(super) static ALPHABETS: Table = both_ways(&[LIKE, LATIN]);
/// Abjad (rows) and alphabet (columns).
pub(super) static ABJAD_ALPHABET: Table = filled(&[LIKE, FROM_ABJAD], false);
/// Abjad and abjad.
pub(super) static ABJADS: Table = both_ways(&[LIKE, SCRIPTS]);

const fn filled(parts: &[&[Line]], both: bool) -> Table {
    let mut table = [[100; CODES]; CODES];
    let mut row = 0;
    while row < CODES {
        let mut column = 0;
        while column < CODES {
            let vowels = is(row as u8, VOWELS) && is(column as u8, VOWELS);
            if row == column {
                table[row][column] = 0;
            } else if vowels {
                table[row][column] = 60;
            }
            column += 1;
        }
        row += 1;
    }
    table[FOREIGN as usize][FOREIGN as usize] = 100;
    let mut part = 0;
    while part < parts.len() {
        let mut line = 0;
        while line < parts[part].len() {
            let (from, costs) = parts[part][line];
            let mut place = 0;
            while place < costs.len() {
                table[from as usize][costs[place].0 as usize] = costs[place].1;
                if both {
                    table[costs[place].0 as usize][from as usize] = costs[place].1;
                }
                place += 1;
            }
            line += 1;
        }
        part += 1;
    }
    table
}

/// The same from either side.
const fn both_ways(parts: &[&[Line]]) -> Table {
    filled(parts, true)
}

/// Sounds that are the same in every table but for their place.
const LIKE: &[Line] = &[
    (T, &[(TE, 0)]),
    (TE, &[(T, 0)]),
    (L, &[(LAM, 0)]),
    (LAM, &[(L, 0)]),
    (AIN, &[(HAMZA, 0)]),
    (HAMZA, &[(AIN, 0)]),
    (
        EPS,
        &[
            (A, 0),
            (AL, 0),
            (E, 0),
            (EL, 0),
            (I, 0),
            (IL, 0),
            (O, 0),
            (U, 0),
            (UE, 0),
            (UU, 8),
            (AA, 5),
            (II, 20),
            (EI, 30),
            (AU, 30),
        ],
    ),
];
