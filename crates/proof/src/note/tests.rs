//! Spellings of keys.
