//! Stored forms: canonical bytes written and read by hand, one module per version.

mod error;
mod json;
pub mod v1;

pub use error::{Expected, Rule, WireError};
