//! What it promises, one by one.
