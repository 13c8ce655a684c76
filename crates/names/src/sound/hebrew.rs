//! How Hebrew letters are read. As in Arabic script, short vowels are missing, and ו, י and א stand for vowels and consonants.
//!
//! Arabic and Persian sounds after the rules of the Academy of the Hebrew Language: a geresh makes another letter.

use super::{
    code::*,
    rule::{
        Beside::{Any, Edge, Letter, Two},
        By, Rule, any, when,
    },
};

/// Persian names: צ׳ is ch.
pub(crate) const PERSIAN: By = 1;
/// Arabic names: צ׳ is the letter ض.
pub(crate) const ARABIC: By = 2;

/// The rules.
pub(crate) const RULES: &[Rule] = &[
    any("גʾ", &[J]),
    any("דʾ", &[DH]),
    any("זʾ", &[ZH]),
    any("חʾ", &[KH]),
    any("טʾ", &[ZA]),
    any("עʾ", &[GH]),
    any("צʾ", &[ZAD]).by(ARABIC),
    any("צʾ", &[CH]),
    any("רʾ", &[GH]),
    any("תʾ", &[TH]),
    when("אל", Edge, Edge, &[EPS, LAM]),
    when("עבדאל", Edge, Two, &[AIN, B, D, EPS, LAM]),
    when("עבדול", Edge, Two, &[AIN, B, D, EPS, LAM]),
    when("אללה", Letter, Edge, &[EPS, L, A, H]),
    when("אלדין", Letter, Edge, &[EPS, LAM, D, Y, N]),
    when("א", Edge, Any, &[ALEF]),
    any("א", &[AA]),
    when("ב", Edge, Any, &[B]),
    any("ב", &[BETH]),
    any("ג", &[G]),
    any("ד", &[D]),
    // Either stands for a final a.
    when("ה", Two, Edge, &[A]),
    when("א", Two, Edge, &[A]),
    any("ה", &[H]),
    when("ו", Edge, Any, &[V]),
    any("וו", &[V]),
    any("ו", &[W]),
    any("ז", &[Z]),
    any("ח", &[KHC]),
    any("ט", &[TA]),
    any("יי", &[EI]),
    any("י", &[Y]),
    any("כ", &[KAPH]),
    any("ך", &[KAPH]),
    any("ל", &[L]),
    any("מ", &[M]),
    any("ם", &[M]),
    any("נ", &[N]),
    any("ן", &[N]),
    any("ס", &[S]),
    any("ע", &[AIN]),
    any("פ", &[PE]),
    any("ף", &[F]),
    any("צ", &[TS]),
    any("ץ", &[TS]),
    any("ק", &[Q]),
    any("ר", &[R]),
    any("ש", &[SHIN]),
    any("ת", &[T]),
    any("ʾ", &[HAMZA]),
    any("ʿ", &[HAMZA]),
];
