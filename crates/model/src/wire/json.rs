//! The part of canonical JSON (RFC 8785) that stored forms use: objects with known fields, lists, strings, whole numbers, booleans.
//!
//! The reader accepts exactly what the writer writes, so it needs no tree, no sorting and, save for escaped strings, no copy. `proof::json`,
//! which reads any JSON, is the oracle in tests that what is written here is canonical.

mod reader;
mod writer;

pub(super) use reader::{First, Reader};
pub(super) use writer::{Object, boolean, list, number, shown, text, unsigned};

/// Whether `byte` cannot stand for itself in a string.
fn must_escape(byte: u8) -> bool {
    byte < 0x20 || byte == b'"' || byte == b'\\'
}

/// The letter of the short escape of `byte`.
fn short_escape(byte: u8) -> Option<u8> {
    Some(match byte {
        0x08 => b'b',
        0x09 => b't',
        0x0A => b'n',
        0x0C => b'f',
        0x0D => b'r',
        b'"' => b'"',
        b'\\' => b'\\',
        _ => return None,
    })
}
