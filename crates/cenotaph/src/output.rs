//! The only place that prints: words on standard output, or one JSON document and words on standard error.

#![expect(clippy::print_stderr, reason = "this is the terminal's own module")]

use std::{
    borrow::Cow,
    io::{IsTerminal as _, Write as _},
};

use serde_json::Value;

use crate::words::{Fact, Words};

/// Where what is said goes.
#[derive(Debug)]
pub(crate) struct Output {
    /// The words.
    pub(crate) words: Words,
    /// Standard output is one JSON document.
    pub(crate) json: bool,
}

impl Output {
    /// Says one message on a line of its own.
    pub(crate) fn say(&self, id: &str, facts: &[(&'static str, Fact)]) {
        self.line(&self.words.say(id, facts));
    }

    /// Says one message beside standard output, which holds something else.
    pub(crate) fn say_beside(&self, id: &str, facts: &[(&'static str, Fact)]) {
        self.line_beside(&self.words.say(id, facts));
    }

    /// Writes a line beside standard output.
    pub(crate) fn line_beside(&self, text: &str) {
        eprintln!("{}", harmless(text));
    }

    /// Writes a line: to standard output, or beside it when that is JSON.
    pub(crate) fn line(&self, text: &str) {
        if self.json {
            self.line_beside(text);
        } else {
            // A reader that went away (`| head`) is no error.
            let _ = writeln!(std::io::stdout(), "{}", harmless(text));
        }
    }

    /// Writes the JSON document, if that is what was asked for.
    pub(crate) fn document(&self, document: &Value) {
        if self.json {
            let _ = writeln!(std::io::stdout(), "{document:#}");
        }
    }

    /// Says what went wrong and what to do: `error: …`, a blank line, `hint: …`.
    pub(crate) fn failure(&self, failure: &crate::failure::Failure) {
        let text = self
            .words
            .say(&format!("err-{}", failure.code), &failure.facts);
        self.line_beside(&self.words.say("error", &[("text", text.into())]));
        let hint = self
            .words
            .say(&format!("rec-{}", failure.code), &failure.facts);
        self.line_beside(&format!(
            "\n{}",
            self.words.say("hint", &[("text", hint.into())])
        ));
    }

    /// Shows how far long work has come, on a terminal only; overwritten by the next call.
    pub(crate) fn progress(&self, text: &str) {
        if std::io::stderr().is_terminal() {
            eprint!("\r\u{1b}[K{text}");
            let _ = std::io::stderr().flush();
        }
    }
}

/// `text` with what would command a terminal, or turn the order of letters round, spelled out: names and words of a stranger's
/// file are printed. Lines and tabs stay.
fn harmless(text: &str) -> Cow<'_, str> {
    let commands = |c: char| {
        (c.is_control() && c != '\n' && c != '\t')
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if !text.contains(commands) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        if commands(letter) {
            shown.extend(letter.escape_unicode());
        } else {
            shown.push(letter);
        }
    }
    Cow::Owned(shown)
}

/// A number of bytes as people read it: `12.3 MB`, in powers of 1000.
pub(crate) fn size(bytes: u64) -> String {
    let mut value = bytes as f64;
    for unit in ["B", "kB", "MB", "GB"] {
        if value < 1000.0 {
            return if unit == "B" {
                format!("{bytes} B")
            } else {
                format!("{value:.1} {unit}")
            };
        }
        value /= 1000.0;
    }
    format!("{value:.1} TB")
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn what_would_command_a_terminal_is_spelled_out() {
        for (given, shown) in [
            ("\u{1b}[31mred\u{7}", "\\u{1b}[31mred\\u{7}"),
            ("x\u{202e}gpj.txt\u{2069}", "x\\u{202e}gpj.txt\\u{2069}"),
            ("\u{9b}2J\r\u{0}", "\\u{9b}2J\\u{d}\\u{0}"),
            (
                "two\nlines\tand می\u{200c}شود",
                "two\nlines\tand می\u{200c}شود",
            ),
        ] {
            assert_eq!(harmless(given), shown);
        }
    }
}
