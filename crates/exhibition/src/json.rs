//! JSON written straight to text, without a tree in between, and escaped so that it can stand inside a page.

use std::fmt::Write;

use crate::escape;

/// JSON in the making. What is written inside a closure belongs to the object or list that was opened for it.
#[derive(Debug, Default)]
pub(crate) struct Json {
    text: String,
}

impl Json {
    /// The text of one object.
    pub(crate) fn of(write: impl FnOnce(&mut Self)) -> String {
        let mut json = Self::default();
        json.object(write);
        json.text
    }

    /// An object.
    pub(crate) fn object(&mut self, write: impl FnOnce(&mut Self)) {
        self.between('{', '}', write);
    }

    /// A list under `key`.
    pub(crate) fn list(&mut self, key: &str, write: impl FnOnce(&mut Self)) {
        self.key(key);
        self.between('[', ']', write);
    }

    /// A list under `key`, or nothing where it would be empty.
    pub(crate) fn some(&mut self, key: &str, write: impl FnOnce(&mut Self)) {
        let before = self.text.len();
        self.list(key, write);
        if self.text.ends_with("[]") {
            self.text.truncate(before);
        }
    }

    /// An object under `key`.
    pub(crate) fn node(&mut self, key: &str, write: impl FnOnce(&mut Self)) {
        self.key(key);
        self.object(write);
    }

    /// A string under `key`.
    pub(crate) fn text(&mut self, key: &str, value: &str) {
        self.key(key);
        self.string(value);
    }

    /// A number under `key`.
    pub(crate) fn number(&mut self, key: &str, value: u64) {
        self.bare(key, &value.to_string());
    }

    /// A number or truth value under `key`, as it is written.
    pub(crate) fn bare(&mut self, key: &str, value: &str) {
        self.key(key);
        self.text.push_str(value);
    }

    /// A string in a list, or after a key.
    pub(crate) fn string(&mut self, value: &str) {
        self.separate();
        self.text.push('"');
        let mut rest = value;
        while let Some(place) = rest.find(is_special) {
            self.text.push_str(&rest[..place]);
            let mut after = rest[place..].chars();
            match after.next() {
                Some('"') => self.text.push_str("\\\""),
                Some('\\') => self.text.push_str("\\\\"),
                Some('\n') => self.text.push_str("\\n"),
                Some(c) => {
                    for unit in c.encode_utf16(&mut [0; 2]) {
                        // Writing to a String cannot fail.
                        let _ = write!(self.text, "\\u{unit:04x}");
                    }
                }
                None => {}
            }
            rest = after.as_str();
        }
        self.text.push_str(rest);
        self.text.push('"');
    }

    fn key(&mut self, key: &str) {
        self.separate();
        self.text.push('"');
        self.text.push_str(key);
        self.text.push_str("\":");
    }

    fn between(&mut self, open: char, close: char, write: impl FnOnce(&mut Self)) {
        self.separate();
        self.text.push(open);
        write(self);
        self.text.push(close);
    }

    /// A comma, where something stands before. Text cannot end in one of these signs: a quotation mark closes it.
    fn separate(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(['{', '[', ':']) {
            self.text.push(',');
        }
    }
}

/// What cannot stand in a string as it is: signs of JSON and of HTML, and characters that act instead of being seen. Escaped,
/// they are the same text to a program and inert to everyone else.
fn is_special(c: char) -> bool {
    matches!(c, '"' | '\\' | '<' | '>' | '&') || c < ' ' || escape::is_command(c)
}

#[cfg(test)]
mod tests {
    use super::Json;

    #[test]
    fn what_is_written_is_read_back_and_holds_no_markup() {
        let hostile = "</script> & \"x\" \\ \n\t\u{0} \u{2028}\u{202e} \u{e0041} \u{feff} ابریکس 🕯";
        let text = Json::of(|json| {
            json.text("one", hostile);
            json.some("none", |_| {});
            json.some("list", |json| {
                json.object(|json| json.number("n", 7));
                json.string("b");
            });
            json.bare("yes", "true");
        });
        for banned in ['<', '>', '&', '\u{2028}', '\u{202e}', '\u{0}', '\n'] {
            assert!(!text.contains(banned), "{text}");
        }
        let read: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(
            read,
            serde_json::json!({"one": hostile, "list": [{"n": 7}, "b"], "yes": true})
        );
    }
}
