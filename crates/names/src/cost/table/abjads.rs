//! Confusions between words that leave their vowels out: one sound in Persian, dots, Hebrew for Arabic.

use super::Line;
use crate::sound::code::*;

/// Between words that leave their vowels out. Each pair once.
pub(super) const SCRIPTS: &[Line] = &[
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
