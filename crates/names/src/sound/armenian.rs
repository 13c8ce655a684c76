//! How Armenian letters are read: the eastern sounds first, which Iran and Armenia use, then the western ones of Lebanon and France.
//!
//! After ISO 9985 and BGN/PCGN; western values after ALA-LC, note 1.

use super::{
    code::*,
    rule::{
        Beside::{Any, Edge},
        By, Rule, any, when,
    },
};

/// Eastern Armenian.
pub(crate) const EASTERN: By = 1;
/// Western Armenian.
pub(crate) const WESTERN: By = 2;

/// The rules.
pub(crate) const RULES: &[Rule] = &[
    any("ու", &[UU]),
    any("եւ", &[E, V]),
    any("և", &[E, V]),
    any("այ", &[EI]),
    any("եյ", &[EI]),
    any("դժ", &[J]),
    any("յա", &[Y, A]),
    any("յու", &[Y, UU]),
    when("ե", Edge, Any, &[E]),
    when("ո", Edge, Any, &[V, O]),
    any("բ", &[P]).by(WESTERN),
    any("գ", &[K]).by(WESTERN),
    any("դ", &[T]).by(WESTERN),
    any("պ", &[B]).by(WESTERN),
    any("կ", &[G]).by(WESTERN),
    any("տ", &[D]).by(WESTERN),
    any("ճ", &[J]).by(WESTERN),
    any("ջ", &[CH]).by(WESTERN),
    any("ա", &[A]),
    any("բ", &[B]),
    any("գ", &[G]),
    any("դ", &[D]),
    any("ե", &[E]),
    any("զ", &[Z]),
    any("է", &[E]),
    any("ը", &[E]),
    any("թ", &[T]),
    any("ժ", &[ZH]),
    any("ի", &[I]),
    any("լ", &[L]),
    any("խ", &[KH]),
    any("ծ", &[TS]),
    any("կ", &[K]),
    any("հ", &[H]),
    any("ձ", &[Z]),
    any("ղ", &[GH]),
    any("ճ", &[CH]),
    any("մ", &[M]),
    when("յ", Edge, Any, &[H]),
    any("յ", &[Y]),
    any("ն", &[N]),
    any("շ", &[SH]),
    any("ո", &[O]),
    any("չ", &[CH]),
    any("պ", &[P]),
    any("ջ", &[J]),
    any("ռ", &[R]),
    any("ս", &[S]),
    any("վ", &[V]),
    any("տ", &[T]),
    any("ր", &[R]),
    any("ց", &[TS]),
    any("ւ", &[V]),
    any("փ", &[P]),
    any("ք", &[K]),
    any("օ", &[O]),
    any("ֆ", &[F]),
];
