//! Names as files of a real case write them.

mod variants;
