//! Writing canonical JSON field by field.

use super::{must_escape, short_escape};

/// Writes one object; fields must come in order, which debug builds check.
pub(in crate::wire) struct Object<'w> {
    out: &'w mut Vec<u8>,
    last: Option<&'static str>,
}

impl<'w> Object<'w> {
    pub(in crate::wire) fn open(out: &'w mut Vec<u8>) -> Self {
        out.push(b'{');
        Self { out, last: None }
    }

    /// Writes the name of a field and gives the place for its value.
    pub(in crate::wire) fn field(&mut self, name: &'static str) -> &mut Vec<u8> {
        debug_assert!(self.last.is_none_or(|last| last < name), "{name} in order");
        if self.last.replace(name).is_some() {
            self.out.push(b',');
        }
        self.out.push(b'"');
        self.out.extend_from_slice(name.as_bytes());
        self.out.extend_from_slice(b"\":");
        self.out
    }

    pub(in crate::wire) fn text(&mut self, name: &'static str, value: &str) {
        text(self.field(name), value);
    }

    pub(in crate::wire) fn optional_text(&mut self, name: &'static str, value: Option<&str>) {
        if let Some(value) = value {
            self.text(name, value);
        }
    }

    /// Writes what `value` prints, which must need no escape.
    pub(in crate::wire) fn shown(&mut self, name: &'static str, value: &dyn std::fmt::Display) {
        shown(self.field(name), value);
    }

    pub(in crate::wire) fn close(self) {
        self.out.push(b'}');
    }
}

/// Writes a list, one element per item.
pub(in crate::wire) fn list<T>(
    out: &mut Vec<u8>,
    items: impl IntoIterator<Item = T>,
    mut write: impl FnMut(&mut Vec<u8>, T),
) {
    out.push(b'[');
    for (place, item) in items.into_iter().enumerate() {
        if place > 0 {
            out.push(b',');
        }
        write(out, item);
    }
    out.push(b']');
}

/// Writes a string with the escapes of RFC 8785 section 3.2.2.2.
pub(in crate::wire) fn text(out: &mut Vec<u8>, value: &str) {
    out.push(b'"');
    let mut rest = value.as_bytes();
    while let Some(place) = rest.iter().position(|byte| must_escape(*byte)) {
        out.extend_from_slice(&rest[..place]);
        escape(out, rest[place]);
        rest = &rest[place + 1..];
    }
    out.extend_from_slice(rest);
    out.push(b'"');
}

/// Writes what `value` prints as a string; it must need no escape.
pub(in crate::wire) fn shown(out: &mut Vec<u8>, value: &dyn std::fmt::Display) {
    use std::io::Write;
    // Writing to a vector cannot fail.
    let _ = write!(out, "\"{value}\"");
}

/// Writes a whole number.
pub(in crate::wire) fn number(out: &mut Vec<u8>, value: i64) {
    use std::io::Write;
    // Writing to a vector cannot fail.
    let _ = write!(out, "{value}");
}

/// Writes a whole number. Above 2^53 − 1 the result is refused on reading.
pub(in crate::wire) fn unsigned(out: &mut Vec<u8>, value: u64) {
    use std::io::Write;
    // Writing to a vector cannot fail.
    let _ = write!(out, "{value}");
}

pub(in crate::wire) fn boolean(out: &mut Vec<u8>, value: bool) {
    out.extend_from_slice(if value { b"true" } else { b"false" });
}

fn escape(out: &mut Vec<u8>, byte: u8) {
    out.push(b'\\');
    match short_escape(byte) {
        Some(letter) => out.push(letter),
        None => {
            out.extend_from_slice(b"u00");
            out.push(b'0' + (byte >> 4));
            out.push(b"0123456789abcdef"[usize::from(byte & 15)]);
        }
    }
}
