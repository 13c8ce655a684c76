//! How does a page come out of the printer?
//!
//! Typst as a library, in a world of its own: sources and files that are handed over, the fonts in `fonts/`, and nothing else. No
//! package, no file, no network, no clock. The same [`Sheet`] and [`Finish`] give the same bytes, in any number of threads.
//!
//! A source is `&'static str`: it is written by us and never put together. What comes from an archive goes in as data
//! ([`Sheet::data`]), which a source reads with `json("data.json")`. So no text can become code. Words that the fonts cannot show,
//! or that would steer the words around them, are written out on the way in ([`printable`]).
//!
//! ```ignore
//! let sheet = Sheet::new(include_str!("card.typ")).data("data.json", &serde_json::json!({ "title": "…" }));
//! let pages = print::set(&sheet)?;
//! let picture = pages.png(1, 1.0)?;
//! let document = pages.pdf(&Finish::new("card", (2026, 1, 31)))?;
//! ```

mod fonts;
mod printable;
mod set;
mod world;

use std::collections::BTreeMap;

use serde_json::Value;

pub use fonts::{ARABIC, LATIN};
pub use printable::printable;
pub use set::{Finish, Pages, set};

/// What is to be set: a source and the files that it reads.
#[derive(Clone, Debug)]
pub struct Sheet {
    source: &'static str,
    modules: BTreeMap<&'static str, &'static str>,
    files: BTreeMap<String, Vec<u8>>,
}

impl Sheet {
    /// A sheet with the Typst source `source`. For text in the house's fonts it begins with `#set text(font: (…))` that names
    /// [`LATIN`] and [`ARABIC`].
    #[must_use]
    pub const fn new(source: &'static str) -> Self {
        Self {
            source,
            modules: BTreeMap::new(),
            files: BTreeMap::new(),
        }
    }

    /// Adds a source that the sheet imports with `#import "NAME"`.
    #[must_use]
    pub fn module(mut self, name: &'static str, source: &'static str) -> Self {
        self.modules.insert(name, source);
        self
    }

    /// Adds values that the source reads with `json("NAME")`. Every text in them goes through [`printable`].
    #[must_use]
    pub fn data(mut self, name: &str, values: &Value) -> Self {
        let values = printable::values(values);
        self.files
            .insert(name.to_owned(), values.to_string().into_bytes());
        self
    }

    /// Adds a file that the source reads with `image("NAME")` or `read("NAME")`, as it is.
    ///
    /// Names are remembered for as long as the program runs: give pictures the same few names on every sheet (`1.jpg`, `2.jpg`),
    /// not names of their content.
    #[must_use]
    pub fn file(mut self, name: &str, bytes: Vec<u8>) -> Self {
        self.files.insert(name.to_owned(), bytes);
        self
    }
}

/// Sets a sheet and writes it as PDF.
///
/// # Errors
///
/// As [`set()`] and [`Pages::pdf`].
pub fn pdf(sheet: &Sheet, finish: &Finish) -> Result<Vec<u8>, PrintError> {
    set(sheet)?.pdf(finish)
}

/// Sets a sheet and draws page `page` (from 1) with `scale` pixels a point (1/72 inch), as PNG.
///
/// # Errors
///
/// As [`set()`] and [`Pages::png`].
pub fn png(sheet: &Sheet, page: usize, scale: f64) -> Result<Vec<u8>, PrintError> {
    set(sheet)?.png(page, scale)
}

/// Why a sheet was not printed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PrintError {
    /// The source cannot be set with these values.
    #[error("{place}: {message}{}", in_brackets(.hints))]
    Source {
        /// File, line and column, from 1, such as `main.typ:3:7`; the file alone when more is not known.
        place: String,
        /// What is wrong.
        message: String,
        /// What may help.
        hints: Vec<String>,
    },
    /// The document cannot be written as the kind of PDF that was asked for.
    #[error("not a PDF of the kind asked for: {message}{}", in_brackets(.hints))]
    Finish {
        /// What is wrong.
        message: String,
        /// What may help.
        hints: Vec<String>,
    },
    /// The date is no day of the calendar.
    #[error("{0}-{1:02}-{2:02} is not a day")]
    Date(i32, u8, u8),
    /// There is no such page.
    #[error("page {page} of a document of {pages} pages")]
    Page {
        /// The page asked for, from 1.
        page: usize,
        /// How many there are.
        pages: usize,
    },
    /// The picture would be too large or have no size.
    #[error(
        "a picture of {width:.0} × {height:.0} pixels; at most {most} on a side, and more than none"
    )]
    Scale {
        /// Pixels from left to right.
        width: f64,
        /// Pixels from top to bottom.
        height: f64,
        /// Pixels allowed on a side.
        most: f64,
    },
    /// The picture could not be written as PNG.
    #[error("the picture could not be written as PNG: {0}")]
    Png(String),
}

fn in_brackets(hints: &[String]) -> String {
    hints.iter().map(|hint| format!(" ({hint})")).collect()
}
