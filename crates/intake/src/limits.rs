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
    /// Files inside a file: entries of a ZIP, attachments of a letter, records of a web capture. Default 100,000: more than a case of
    /// 30,000 people with three pictures each. Those beyond are not listed.
    pub entries: usize,
    /// Bytes unpacked from one file, of all that is in it together. Default 512 MiB: twice what a file may have itself. What would go
    /// beyond is listed and not unpacked.
    pub unpacked: u64,
    /// How many times its packed size something packed may have, once it has more than 8 MiB. Default 200: the emptiest tables and
    /// scans that people send stay below, and deflate reaches 1,032 with nothing but zeros.
    pub ratio: u64,
    /// Packings around one another that are opened at once, as the two of a `.tar.gz`. Default 3. What lies deeper is given packed.
    pub nesting: usize,
    /// Bytes of drawing instructions of a PDF that are carried out, those of what is drawn again each time. Default 512 MiB: a page of
    /// prose has some 20,000.
    pub drawing: u64,
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
            entries: 100_000,
            unpacked: 512 << 20,
            ratio: 200,
            nesting: 3,
            drawing: 512 << 20,
        }
    }
}
