//! What are all the ways this name is written?
//!
//! One folding for search, matching and the wall of names; the sounds of a word in any script; the parts of a name and what each
//! of them is; how likely two names are one, and why. Names are folded to be found, never to be shown.

pub mod compare;
pub mod cost;
pub mod fold;
pub mod initial;
pub mod key;
pub mod lexicon;
pub mod normal;
pub mod part;
pub mod rarity;
pub mod register;
pub mod script;
pub mod sound;
pub mod transliterate;
