//! The edition's tests: rules as tables, secrets that must not come through, and properties of random drafts.

mod canary;
mod drafts;
mod interference;
mod pictures;
mod random;
mod rules;
