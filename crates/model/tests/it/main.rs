//! The crate from outside: round trips, canonical bytes, fixtures kept for ever.

mod any;
mod round_trip;
