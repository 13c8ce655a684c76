//! How Georgian letters are read, after the national system of 2002. Georgian has no f: ფ is p.

use super::{
    code::*,
    rule::{
        Beside::{Consonant, Edge},
        By, Rule, any, when,
    },
};

/// As it stands.
pub(crate) const PLAIN: By = 1;
/// Without the ending of the nominative, which names may take on.
pub(crate) const STEM: By = 2;

/// The rules.
pub(crate) const RULES: &[Rule] = &[
    any("ეი", &[EI]),
    any("აი", &[EI]),
    any("ა", &[A]),
    any("ბ", &[B]),
    any("გ", &[G]),
    any("დ", &[D]),
    any("ე", &[E]),
    any("ვ", &[V]),
    any("ზ", &[Z]),
    any("თ", &[T]),
    when("ი", Consonant, Edge, &[]).by(STEM),
    any("ი", &[I]),
    any("კ", &[K]),
    any("ლ", &[L]),
    any("მ", &[M]),
    any("ნ", &[N]),
    any("ო", &[O]),
    any("პ", &[P]),
    any("ჟ", &[ZH]),
    any("რ", &[R]),
    any("ს", &[S]),
    any("ტ", &[T]),
    any("უ", &[U]),
    any("ფ", &[PE]),
    any("ქ", &[K]),
    any("ღ", &[GH]),
    any("ყ", &[Q]),
    any("შ", &[SH]),
    any("ჩ", &[CH]),
    any("ც", &[TS]),
    any("ძ", &[Z]),
    any("წ", &[TS]),
    any("ჭ", &[CH]),
    any("ხ", &[KHC]),
    any("ჯ", &[J]),
    any("ჰ", &[H]),
];
