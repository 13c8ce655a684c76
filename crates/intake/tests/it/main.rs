//! The readers on real files: the case of Paris 2019.

mod case;
