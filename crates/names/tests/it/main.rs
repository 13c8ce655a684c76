//! Names as files of a real case write them.

mod one_word;
mod variants;
