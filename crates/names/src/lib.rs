//! What are all the ways this name is written?
//!
//! One folding for search, matching and the wall of names; the letter under which a name stands; a key in which spellings of
//! one name meet across scripts. Names are folded to be found, never to be shown.

pub mod fold;
pub mod initial;
pub mod key;
pub mod script;
