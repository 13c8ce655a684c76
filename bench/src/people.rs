//! Made-up victims on made-up lists, with the truth: who is whom.
//!
//! Families with brothers, twins, fathers and sons; lists that each have a script, a way of spelling, a calendar, fields and habits
//! of their own; three levels of noise. No person is real: names are drawn and put together by chance. Seeds below 1000 are for
//! development, 1000 and above are held back: nothing may be tuned on them (`bench/RESULTS.md` reports both).

pub mod calendar;
pub mod chance;
pub mod clerk;
pub mod lists;
pub mod spelling;
pub mod world;
