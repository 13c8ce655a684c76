//! What it costs to take one sound for another: one table for each pair of kinds of writing, in hundredths of a consonant.
//!
//! Set by hand, from the confusions of romanisation (ALA-LC, BGN/PCGN, DIN 31635, French registers, Turkish and Azeri spelling),
//! and measured on the pairs in `tests/it/word_pairs`. What is not listed costs 100 between consonants or a vowel and a consonant, and 60
//! between vowels.

use crate::sound::code::*;

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

/// Between spellings that write their vowels. Each pair once.
const LATIN: &[Line] = &[
    // Stops.
    (
        T,
        &[(TH, 5), (TA, 0), (D, 45), (DH, 50), (TS, 60), (AH, 38)],
    ),
    (
        TE,
        &[(TH, 5), (TA, 0), (D, 18), (DH, 30), (TS, 60), (AH, 38)],
    ),
    (TH, &[(S, 14), (SV, 14), (SAD, 14), (DH, 40)]),
    (D, &[(DH, 8), (ZAD, 8), (ZA, 20), (Z, 42)]),
    (B, &[(P, 42), (V, 50), (W, 70), (BETH, 0), (PE, 30)]),
    (P, &[(PE, 0), (F, 50)]),
    (F, &[(PE, 5), (V, 45)]),
    (
        K,
        &[
            (Q, 14),
            (G, 45),
            (GH, 30),
            (KH, 38),
            (KHC, 40),
            (GC, 50),
            (KAPH, 0),
            (CH, 60),
        ],
    ),
    (G, &[(Q, 22), (GH, 20), (GC, 0), (SOFTG, 12), (J, 36)]),
    (Q, &[(GH, 4), (GC, 20), (KH, 45), (KHC, 45), (SOFTG, 12)]),
    (
        GH,
        &[(GC, 3), (SOFTG, 3), (K, 30), (KH, 45), (KHC, 45), (R, 70)],
    ),
    (GC, &[(H, 20), (KH, 40), (KHC, 16), (SOFTG, 5)]),
    (SOFTG, &[(Y, 30), (V, 40), (W, 40)]),
    // Fricatives.
    (KH, &[(H, 28), (KHC, 0), (HA, 28), (KAPH, 0)]),
    (KHC, &[(H, 3), (HA, 0), (KAPH, 10)]),
    (H, &[(HA, 0), (AH, 15)]),
    (
        S,
        &[(SV, 0), (SAD, 0), (Z, 66), (SH, 50), (SHIN, 5), (TS, 30)],
    ),
    (
        SV,
        &[(SAD, 0), (Z, 32), (SH, 50), (SHIN, 5), (TS, 30), (DH, 45)],
    ),
    (
        Z,
        &[(DH, 8), (ZAD, 4), (ZA, 2), (ZH, 25), (J, 75), (TS, 40)],
    ),
    (DH, &[(ZAD, 0), (ZA, 0)]),
    (ZAD, &[(ZA, 0)]),
    (SH, &[(SHIN, 0), (CH, 40), (ZH, 50), (TS, 60)]),
    (CH, &[(SHIN, 40), (J, 45), (TS, 35), (KH, 60)]),
    (ZH, &[(J, 10)]),
    (J, &[(Y, 60)]),
    (M, &[(N, 75)]),
    // v, w, y and vowels.
    (V, &[(W, 2), (BETH, 8), (U, 35), (UU, 35), (O, 45)]),
    (
        W,
        &[(U, 8), (UU, 8), (O, 8), (UE, 10), (AU, 12), (BETH, 20)],
    ),
    (Y, &[(I, 3), (IL, 8), (II, 3), (E, 30), (EL, 35), (EI, 15)]),
    (
        A,
        &[
            (AL, 0),
            (AA, 0),
            (E, 8),
            (EL, 10),
            (O, 45),
            (I, 50),
            (IL, 60),
            (U, 50),
            (AH, 3),
            (EH, 10),
            (EI, 52),
            (ALEF, 0),
        ],
    ),
    (
        AL,
        &[
            (AA, 0),
            (E, 10),
            (EL, 30),
            (O, 45),
            (I, 55),
            (IL, 65),
            (U, 55),
            (AH, 3),
            (EH, 10),
            (EI, 55),
        ],
    ),
    (
        AA,
        &[
            (E, 28),
            (EL, 45),
            (O, 24),
            (I, 62),
            (IL, 70),
            (U, 45),
            (UU, 60),
            (AH, 5),
            (EH, 28),
            (EI, 60),
            (ALEF, 0),
        ],
    ),
    (
        E,
        &[
            (EL, 0),
            (I, 8),
            (IL, 12),
            (II, 25),
            (O, 30),
            (U, 26),
            (UE, 22),
            (UU, 30),
            (EI, 22),
            (AH, 4),
            (EH, 0),
            (AU, 45),
            (ALEF, 0),
        ],
    ),
    (
        EL,
        &[
            (I, 12),
            (IL, 24),
            (II, 36),
            (O, 35),
            (U, 28),
            (UE, 26),
            (UU, 32),
            (EI, 25),
            (AH, 4),
            (EH, 0),
        ],
    ),
    (
        I,
        &[
            (IL, 0),
            (II, 2),
            (U, 48),
            (UE, 10),
            (EI, 14),
            (AH, 45),
            (EH, 40),
            (O, 50),
            (ALEF, 5),
        ],
    ),
    (IL, &[(II, 0), (UE, 12), (EI, 22)]),
    (II, &[(EI, 25), (UE, 25)]),
    (O, &[(U, 6), (UE, 12), (UU, 9), (AU, 8), (ALEF, 0)]),
    (U, &[(UE, 4), (UU, 2), (AU, 20), (ALEF, 5)]),
    (UU, &[(UE, 5), (AU, 12), (ALEF, 15)]),
    (EI, &[(AH, 35), (EH, 35), (ALEF, 25)]),
    // Letters of Kurdish in Arabic script.
    (HA, &[(KH, 28), (KHC, 0), (GC, 20), (AH, 15), (EH, 15)]),
    (SAD, &[(Z, 66), (SH, 50), (TS, 30)]),
    (TA, &[(D, 45), (TH, 5)]),
    (
        AIN,
        &[
            (A, 3),
            (AL, 3),
            (E, 3),
            (EL, 3),
            (I, 4),
            (IL, 4),
            (O, 3),
            (U, 4),
            (UE, 4),
        ],
    ),
    (AH, &[(EH, 2), (HA, 15), (KHC, 15)]),
    (EH, &[(H, 15), (HA, 15), (KHC, 15), (T, 42), (TE, 42)]),
];

/// What a letter of an abjad (row) is written as in alphabets.
const FROM_ABJAD: &[Line] = &[
    (B, &[(P, 18), (V, 60), (W, 70), (PE, 30)]),
    (BETH, &[(B, 0), (V, 4), (W, 8), (P, 42)]),
    (P, &[(B, 25), (F, 50), (PE, 0)]),
    (PE, &[(P, 0), (F, 0), (B, 42)]),
    (T, &[(TH, 6), (D, 45), (AH, 36)]),
    (TA, &[(T, 0), (TE, 0), (TH, 15), (D, 42)]),
    (TH, &[(S, 0), (SV, 0), (T, 10), (TE, 10), (Z, 50)]),
    (
        J,
        &[(ZH, 10), (G, 30), (GC, 30), (CH, 42), (Y, 60), (Z, 75)],
    ),
    (CH, &[(SH, 38), (J, 42), (TS, 35), (K, 60)]),
    (H, &[(KH, 42), (KHC, 3), (GC, 20), (AH, 6), (EH, 6)]),
    (
        HA,
        &[(H, 0), (KH, 34), (KHC, 2), (GC, 22), (AH, 6), (EH, 6)],
    ),
    (KH, &[(KHC, 0), (H, 26), (K, 36), (GH, 50), (Q, 50)]),
    (
        KHC,
        &[(KH, 0), (H, 0), (K, 40), (GH, 50), (AH, 10), (EH, 10)],
    ),
    (D, &[(TE, 18), (T, 42), (DH, 5)]),
    (
        DH,
        &[(Z, 0), (ZA, 0), (ZAD, 0), (D, 12), (TH, 30), (SV, 30)],
    ),
    (ZAD, &[(Z, 0), (D, 6), (DH, 0), (ZA, 0), (SV, 30)]),
    (ZA, &[(Z, 0), (DH, 0), (ZAD, 0), (D, 20), (SV, 30)]),
    (
        Z,
        &[
            (SV, 30),
            (S, 62),
            (ZH, 30),
            (DH, 12),
            (ZA, 5),
            (ZAD, 5),
            (TS, 40),
            (J, 45),
        ],
    ),
    (ZH, &[(J, 8), (Z, 25), (SH, 45), (G, 40)]),
    (
        S,
        &[(SV, 0), (TH, 35), (Z, 66), (SH, 50), (SHIN, 3), (TS, 30)],
    ),
    (
        SAD,
        &[
            (S, 0),
            (SV, 0),
            (TH, 40),
            (Z, 66),
            (SHIN, 3),
            (TS, 20),
            (SH, 55),
        ],
    ),
    (SH, &[(CH, 35), (S, 48), (SV, 48), (SHIN, 0), (ZH, 50)]),
    (SHIN, &[(SH, 0), (S, 4), (SV, 4)]),
    (TS, &[(S, 0), (SV, 0), (Z, 40), (CH, 40), (ZAD, 30)]),
    (
        GH,
        &[
            (G, 10),
            (GC, 0),
            (Q, 8),
            (SOFTG, 0),
            (K, 40),
            (KH, 40),
            (KHC, 40),
            (R, 60),
        ],
    ),
    (F, &[(PE, 0), (P, 25), (V, 45)]),
    (
        Q,
        &[
            (GH, 0),
            (G, 10),
            (GC, 6),
            (K, 9),
            (KH, 42),
            (KHC, 42),
            (SOFTG, 5),
        ],
    ),
    (
        K,
        &[(Q, 22), (G, 30), (GC, 40), (KH, 42), (KHC, 42), (CH, 60)],
    ),
    (KAPH, &[(K, 0), (KH, 0), (KHC, 0), (Q, 20)]),
    (
        G,
        &[(GC, 0), (K, 38), (GH, 22), (Q, 28), (J, 42), (SOFTG, 10)],
    ),
    (N, &[(M, 75)]),
    (M, &[(N, 75)]),
    (V, &[(W, 0), (B, 55), (BETH, 5), (F, 45), (U, 30)]),
    (
        W,
        &[
            (V, 0),
            (U, 0),
            (O, 0),
            (UU, 0),
            (UE, 0),
            (AU, 0),
            (A, 76),
            (AL, 76),
            (E, 70),
            (EL, 70),
            (I, 72),
            (IL, 66),
            (F, 50),
            (B, 70),
        ],
    ),
    (
        Y,
        &[
            (I, 0),
            (IL, 0),
            (II, 0),
            (EI, 0),
            (E, 45),
            (EL, 54),
            (A, 68),
            (AL, 68),
            (AA, 65),
            (AH, 50),
            (EH, 45),
            (J, 60),
            (UE, 30),
            (U, 72),
            (O, 72),
            (UU, 78),
        ],
    ),
    (
        AA,
        &[
            (A, 0),
            (AL, 0),
            (O, 14),
            (U, 35),
            (UU, 45),
            (E, 48),
            (EL, 55),
            (I, 72),
            (IL, 78),
            (II, 80),
            (EI, 65),
            (AU, 50),
            (AH, 20),
            (EH, 55),
        ],
    ),
    (
        EI,
        &[
            (Y, 4),
            (I, 10),
            (IL, 10),
            (II, 15),
            (E, 30),
            (EL, 35),
            (A, 50),
        ],
    ),
    (
        ALEF,
        &[
            (A, 0),
            (AL, 0),
            (E, 0),
            (EL, 0),
            (O, 0),
            (AA, 0),
            (I, 4),
            (IL, 4),
            (U, 4),
            (UE, 4),
            (II, 10),
            (UU, 14),
            (EI, 25),
            (AU, 25),
            (EPS, 0),
        ],
    ),
    (
        AIN,
        &[
            (A, 3),
            (AL, 3),
            (E, 3),
            (EL, 3),
            (O, 3),
            (I, 4),
            (IL, 4),
            (U, 4),
            (UE, 4),
            (AA, 5),
            (II, 10),
            (UU, 10),
            (EI, 20),
            (AU, 20),
            (GH, 60),
        ],
    ),
    (
        HAMZA,
        &[
            (A, 6),
            (AL, 6),
            (E, 6),
            (EL, 6),
            (O, 6),
            (I, 6),
            (IL, 6),
            (U, 6),
            (Y, 8),
            (AA, 10),
        ],
    ),
    (
        AH,
        &[
            (EH, 0),
            (A, 3),
            (AL, 3),
            (E, 0),
            (EL, 0),
            (AA, 5),
            (EI, 38),
            (I, 45),
            (IL, 45),
            (O, 40),
            (T, 35),
            (TE, 35),
            (H, 8),
            (KHC, 12),
        ],
    ),
    // Short vowels stand in an abjad only where parts were joined.
    (
        E,
        &[
            (EL, 0),
            (A, 4),
            (AL, 4),
            (AA, 10),
            (I, 8),
            (IL, 20),
            (O, 30),
            (U, 35),
            (AH, 0),
            (EH, 0),
        ],
    ),
    (
        A,
        &[
            (AL, 0),
            (AA, 0),
            (AH, 0),
            (EH, 6),
            (E, 10),
            (EL, 20),
            (O, 20),
        ],
    ),
];

/// Between words that leave their vowels out. Each pair once.
const SCRIPTS: &[Line] = &[
    // One sound in Persian, or one letter in Hebrew and two in Arabic.
    (T, &[(TA, 4), (TH, 45), (AH, 20), (D, 60)]),
    (TA, &[(TE, 4), (ZA, 60), (D, 60)]),
    (S, &[(SAD, 8), (TH, 8), (SHIN, 5), (TS, 30), (SH, 60)]),
    (SAD, &[(TH, 12), (SHIN, 5), (TS, 2), (ZAD, 60)]),
    (SH, &[(SHIN, 0)]),
    (
        Z,
        &[(DH, 8), (ZAD, 8), (ZA, 8), (ZH, 35), (R, 60), (TS, 50)],
    ),
    (DH, &[(ZAD, 10), (ZA, 10), (D, 45)]),
    (ZAD, &[(ZA, 6), (D, 45), (TS, 20)]),
    (H, &[(HA, 12), (KHC, 12), (KH, 60)]),
    (HA, &[(KHC, 0), (KH, 60), (J, 60), (CH, 60)]),
    (KH, &[(KHC, 0), (KAPH, 5), (J, 60), (CH, 60)]),
    (KHC, &[(KAPH, 20)]),
    (Q, &[(GH, 14), (K, 30), (KAPH, 10), (G, 45), (F, 60)]),
    (K, &[(G, 20), (KAPH, 0), (GH, 50)]),
    (GH, &[(G, 25), (AIN, 60)]),
    (
        B,
        &[
            (P, 16),
            (BETH, 0),
            (PE, 25),
            (T, 60),
            (TH, 60),
            (N, 60),
            (Y, 80),
        ],
    ),
    (BETH, &[(V, 0), (W, 5), (P, 30)]),
    (P, &[(PE, 0), (T, 60), (TH, 60), (N, 60)]),
    (F, &[(PE, 0)]),
    (N, &[(T, 60), (TH, 60), (M, 80)]),
    (J, &[(CH, 25), (ZH, 25), (G, 30)]),
    (CH, &[(TS, 40)]),
    (R, &[(ZH, 60)]),
    (V, &[(W, 2)]),
    (W, &[(Y, 78), (AA, 72)]),
    (Y, &[(AA, 72), (AH, 60), (HAMZA, 6), (EI, 0)]),
    (AA, &[(ALEF, 4), (AIN, 45), (AH, 45), (HAMZA, 30)]),
    (ALEF, &[(AIN, 40), (HAMZA, 20)]),
    (E, &[(AH, 5), (A, 8)]),
    (A, &[(AA, 5), (AH, 5)]),
];
