//! Dates as lists write them: read in whatever form, settled by the habits of their list, and compared as spans of days.
//!
//! A text is read once (`written`), the calendar and the order of day and month are told from the whole list (`habit`), and two
//! dates are then compared with the slips that clerks make (`apart`).

pub(crate) mod almanac;
pub(crate) mod apart;
pub(crate) mod habit;
mod settle;
#[cfg(test)]
mod tests;
mod words;
pub(crate) mod written;

use crate::record::When;

pub(crate) use settle::settle;

/// A date that could be taken, perhaps with something to be said about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Settled {
    pub(crate) when: When,
    pub(crate) problem: Option<crate::record::ProblemKind>,
}
