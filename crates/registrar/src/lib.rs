//! What can a person do here?
//!
//! One method for each thing a person can do with an archive; both the terminal and the browser call these. The only writer,
//! and the only place with a clock and with chance.

mod alike;
mod case;
mod case_file;
mod erase;
mod error;
mod exchange;
mod exhibit;
mod exporting;
mod feed;
mod files;
mod folder;
mod items;
mod judging;
mod keys;
pub mod linking;
mod log;
mod manifest;
mod matches;
pub mod naming;
pub mod outcome;
mod outlines;
mod pack;
mod panels;
mod people;
mod pictures;
mod problems;
mod query;
mod reader;
mod readers;
mod receipt;
mod recording;
mod registrar;
mod release;
mod remembering;
pub mod review;
mod rows;
mod stream;
mod suggesting;
mod surroundings;
pub mod synth;
mod tables;
mod verifying;

pub use alike::{Alike, Likeness};
pub use case::is_case;
pub use erase::EraseOptions;
pub use error::{Error, Result};
pub use exchange::{ExchangeOptions, import_formats, propose_map};
pub use exhibit::ExhibitOptions;
pub use exhibition::Way;
pub use exporting::{ExportOptions, export_formats};
pub use files::write_file;
// The form of `read --json` is written by the terminal, from the reader's own words.
pub use intake::reading;
pub use items::AddOptions;
pub use matches::{PeopleMatched, PeopleOptions, RULE};
pub use pack::pack;
pub use panels::PrintOptions;
pub use query::Summary;
pub use reader::read_file;
pub use readers::{
    Answer, Bounds, Confined, Job, Readers, Wants, read_apart, readers, serve as serve_as_reader,
};
pub use registrar::{Mended, Registrar, find_archive};
pub use release::{Compare, pictures_without_alt};
pub use suggesting::{ClaimProposal, Suggested};
pub use surroundings::{Stopwatch, Surroundings};
pub use synth::write as write_synth;
pub use tables::TableOptions;
pub use verifying::{check, verify};
