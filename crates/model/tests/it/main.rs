//! The crate from outside: round trips, canonical bytes, fixtures kept for ever, pages that show them.

#![expect(clippy::unwrap_used, reason = "a test stops at what should not be")]

mod any;
mod fixtures;
mod pages;
mod round_trip;
mod samples;
