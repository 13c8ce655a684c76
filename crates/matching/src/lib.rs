//! Could these records be one person, and why?
//!
//! Rows become records, keys propose pairs, fields speak for or against each pair in bits, and pairs make clusters within what
//! people have decided. No file, no clock, no chance: same input, same answer, in any number of threads.

pub mod age;
pub mod block;
pub mod calibrate;
pub mod cluster;
pub mod compare;
mod date;
pub mod em;
pub mod link;
pub mod place;
pub mod queue;
pub mod record;
pub mod report;
mod share;
pub mod table;
pub mod weights;
