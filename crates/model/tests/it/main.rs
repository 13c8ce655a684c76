//! The crate from outside: round trips, canonical bytes, fixtures kept for ever.

#![expect(clippy::unwrap_used, reason = "a test stops at what should not be")]

mod any;
mod round_trip;
