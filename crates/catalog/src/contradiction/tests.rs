//! Which values can both be true.
