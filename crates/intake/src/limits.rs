//! How much of a file is read before a reader stops and says so.

use serde::{Deserialize, Serialize};

/// Upper bounds of every reader. What lies beyond a bound is reported as a problem and not read; the item itself is kept.
///
/// The defaults are chosen by us: above the largest memorial lists and reports we know, below what a small laptop cannot hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Size of a file in bytes. Default 256 MiB. A larger file is not read at all.
    pub bytes: usize,
    /// Rows of a table, without its header. Default 2,000,000.
    pub rows: usize,
    /// Columns of a table. Default 1,024.
    pub columns: usize,
    /// Length of one cell, in bytes of UTF-8. Default 65,536.
    pub cell: usize,
    /// Length of the text of a document, in bytes of UTF-8. Default 16 MiB.
    pub text: usize,
    /// Nesting depth of a document's elements, and of quotations inside quotations. Default 256.
    pub depth: usize,
    /// Pixels of a picture, width × height. Default 64 Mi: more than A3 at 500 dots an inch, and 192 MiB when read. A larger picture
    /// is not read, and nothing is set aside for it.
    pub pixels: u64,
    /// Pages of a document that can be looked at. Default 2,000. The pages beyond are not shown.
    pub pages: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 256 << 20,
            rows: 2_000_000,
            columns: 1024,
            cell: 64 << 10,
            text: 16 << 20,
            depth: 256,
            pixels: 64 << 20,
            pages: 2_000,
        }
    }
}
