//! What does this file say?
//!
//! Pure functions from bytes to a value and its problems. A damaged file is evidence, not an error: every reader returns
//! what it could read, says what it could not, never panics and never exceeds its `Limits`.
//! Nothing here touches a file system, a network or a clock.

mod bmff;
mod bundle;
pub mod capture;
mod cbor;
pub mod container;
mod der;
mod digest;
pub mod encoding;
pub mod exchange;
mod field;
mod front;
pub mod html;
pub mod kind;
pub mod letter;
pub mod likeness;
pub mod limits;
pub mod mapping;
mod moment;
pub mod office;
mod ole;
pub mod pdf;
pub mod pdf_pages;
pub mod photo;
pub mod picture;
pub mod problem;
pub mod reading;
pub mod recording;
mod report;
pub mod rtf;
pub mod sheet;
pub mod stamp;
pub mod table;
pub mod text;
pub mod word;
mod xml;

pub use front::read;
