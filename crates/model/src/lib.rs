//! What is a claim, about whom, when, how sure, by whom?
//!
//! Plain values and their canonical bytes. Nothing here reads a file, a clock or a database.

pub mod access;
pub mod arrangement;
pub mod claim;
pub mod date;
pub mod entry;
pub mod id;
pub mod item;
pub mod judgement;
pub mod language;
pub mod number;
pub mod payload;
pub mod position;
pub mod region;
pub mod release;
pub mod source;
pub mod term;
pub mod value;
pub mod vocabulary;
pub mod wire;
