//! Words as they can be printed: what no font shows, or what would steer the words around it, is written out.

use std::{borrow::Cow, fmt::Write};

use serde_json::{Map, Value};

use crate::fonts;

/// `text` with each character written out, such as `[U+4E2D]`, that no font of ours has or that cannot be seen but steers: controls,
/// bidirectional overrides, embeddings and isolates. Line ends, tabs, joiners, direction marks and soft hyphens stay.
#[must_use]
pub fn printable(text: &str) -> Cow<'_, str> {
    if text.chars().all(stays) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if stays(c) {
            out.push(c);
        } else {
            // Writing to a string does not fail.
            let _ = write!(out, "[U+{:04X}]", u32::from(c));
        }
    }
    Cow::Owned(out)
}

/// Every text in `values` as it can be printed; keys stay, because sources name them.
pub(crate) fn values(values: &Value) -> Value {
    match values {
        Value::String(text) => Value::String(printable(text).into_owned()),
        Value::Array(list) => Value::Array(list.iter().map(self::values).collect()),
        Value::Object(map) => {
            let pairs = map
                .iter()
                .map(|(key, value)| (key.clone(), self::values(value)));
            Value::Object(pairs.collect::<Map<String, Value>>())
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => values.clone(),
    }
}

fn stays(c: char) -> bool {
    match c {
        ' '..='~' | '\n' | '\t' => true,
        // Soft hyphen, joiners, direction marks, spaces that Typst sets without a glyph.
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{61c}' | '\u{2060}' => true,
        '\u{a0}' | '\u{2002}'..='\u{200a}' | '\u{202f}' => true,
        // Overrides, embeddings, isolates, line and paragraph separators.
        '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{206f}' | '\u{feff}' => false,
        c => !c.is_control() && fonts::has(c),
    }
}
