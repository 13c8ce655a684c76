//! Two sounds that another spelling has as one: digraphs that are two letters after all (Ad-ham), diphthongs, long vowels.

use crate::sound::code::*;

/// One sound, the two that may stand for it, and what that costs in hundredths of a consonant.
const PAIRS: &[(u8, u8, u8, u8)] = &[
    // Digraphs, read as one or two.
    (SH, S, H, 8),
    (SH, S, HA, 8),
    (SH, SAD, HA, 8),
    (SH, S, KHC, 8),
    (KH, K, H, 8),
    (KH, K, HA, 8),
    (GH, G, H, 8),
    (TH, T, H, 6),
    (TH, T, HA, 6),
    (TH, TA, H, 6),
    (TH, T, KHC, 8),
    (ZH, Z, H, 8),
    (ZH, Z, HA, 8),
    (DH, D, H, 6),
    (DH, D, HA, 6),
    (DH, D, KHC, 8),
    (J, D, ZH, 3),
    (J, D, J, 3),
    (CH, T, SH, 3),
    (CH, T, CH, 3),
    (TS, T, S, 0),
    (TS, T, SAD, 0),
    (KH, KH, W, 6),
    // Diphthongs.
    (EI, E, I, 0),
    (EI, A, I, 2),
    (EI, AA, I, 4),
    (EI, E, II, 0),
    (EI, A, II, 3),
    (EI, E, IL, 0),
    (EI, A, IL, 4),
    (EI, E, Y, 0),
    (EI, A, Y, 2),
    (EI, AA, Y, 4),
    (EI, Y, I, 3),
    (EI, Y, E, 10),
    (EI, Y, EL, 10),
    (EI, E, E, 8),
    (EI, AIN, Y, 4),
    (EI, HAMZA, Y, 4),
    (EI, AA, HAMZA, 8),
    (EI, ALEF, Y, 0),
    (AU, A, U, 0),
    (AU, O, U, 2),
    (AU, A, W, 0),
    (AU, O, W, 0),
    (UU, O, V, 6),
    (AU, E, V, 2),
    (AU, A, V, 2),
    (AU, O, V, 2),
    (AU, E, W, 2),
    (AU, AA, W, 8),
    (AU, A, UU, 2),
    (AU, ALEF, W, 0),
    // Long vowels.
    (I, I, Y, 2),
    (I, Y, I, 4),
    (I, Y, Y, 3),
    (I, E, Y, 10),
    (I, HAMZA, Y, 6),
    (I, HAMZA, I, 6),
    (I, ALEF, Y, 0),
    (I, AIN, Y, 0),
    (II, I, Y, 2),
    (II, HAMZA, Y, 5),
    (II, ALEF, Y, 0),
    (II, AIN, Y, 0),
    (II, E, Y, 12),
    (IL, I, Y, 4),
    (IL, HAMZA, Y, 5),
    (E, ALEF, Y, 14),
    (E, AIN, Y, 12),
    (EI, A, E, 6),
    (EI, A, EL, 6),
    (UU, O, U, 0),
    (UU, U, U, 0),
    (UU, U, W, 2),
    (UU, O, W, 2),
    (UU, W, W, 2),
    (UU, W, UU, 2),
    (UU, ALEF, W, 0),
    (UU, AIN, W, 2),
    (U, W, W, 4),
    (U, ALEF, W, 0),
    (O, ALEF, W, 0),
    (O, W, W, 6),
    (O, AIN, W, 4),
    (AA, A, A, 2),
    (AA, HAMZA, AA, 4),
    (A, HAMZA, AA, 4),
    (A, AIN, AA, 2),
    (Y, I, Y, 2),
    (Y, II, Y, 3),
    (W, U, W, 4),
    (W, UU, W, 4),
    (V, U, V, 4),
    (W, V, UU, 6),
    (W, W, UU, 6),
    (W, V, U, 6),
    (W, W, U, 6),
    (UU, V, UU, 12),
    (UU, V, U, 12),
    (UU, W, U, 10),
    (U, V, U, 12),
    (U, W, U, 10),
    // Endings.
    (AH, A, H, 0),
    (AH, E, H, 0),
    (AH, AA, H, 2),
    (AH, AA, HA, 2),
    (AH, A, HA, 0),
    (AH, E, HA, 0),
    (AH, A, KHC, 4),
    (AH, E, KHC, 4),
    (AH, AA, KHC, 4),
    (AH, E, E, 8),
    (EH, A, H, 2),
    (EH, E, H, 0),
    (EH, E, HA, 0),
    (EH, A, HA, 2),
    (EH, E, KHC, 4),
    (EH, E, E, 8),
];

/// The number of a pair of sounds that may be one, 1 and up; 0 for any other.
pub(crate) fn pair_of(first: u8, second: u8) -> u8 {
    NUMBERS[row(first)][row(second)]
}

/// What the one sound costs for the pair of this number; `NEVER` when it does not stand for it.
pub(super) fn cost(number: u8, one: u8) -> u16 {
    COSTS[usize::from(number)][row(one)]
}

/// More than any word costs.
pub(super) const NEVER: u16 = 20_000;

const NUMBERS: [[u8; CODES]; CODES] = numbered().0;
const KINDS: usize = numbered().1 as usize + 1;
static COSTS: [[u16; CODES]; KINDS] = costs();

/// The sounds that a pair takes `code` for, or that a pair with `code` in it is taken for, a bit each.
pub(super) const fn near(code: u8) -> u64 {
    let mut bits = 0;
    let mut place = 0;
    while place < PAIRS.len() {
        let (one, first, second, _) = PAIRS[place];
        if one == code {
            bits |= 1 << first | 1 << second;
        }
        if first == code || second == code {
            bits |= 1 << one;
        }
        place += 1;
    }
    bits
}

const fn numbered() -> ([[u8; CODES]; CODES], u8) {
    let mut numbers = [[0; CODES]; CODES];
    let mut last = 0;
    let mut place = 0;
    while place < PAIRS.len() {
        let (_, first, second, _) = PAIRS[place];
        if numbers[first as usize][second as usize] == 0 {
            last += 1;
            numbers[first as usize][second as usize] = last;
        }
        place += 1;
    }
    (numbers, last)
}

const fn costs() -> [[u16; CODES]; KINDS] {
    let mut costs = [[NEVER; CODES]; KINDS];
    let mut place = 0;
    while place < PAIRS.len() {
        let (one, first, second, cost) = PAIRS[place];
        let number = NUMBERS[first as usize][second as usize];
        costs[number as usize][one as usize] = cost as u16;
        place += 1;
    }
    costs
}
