//! Published trees, and every proof of small trees.
