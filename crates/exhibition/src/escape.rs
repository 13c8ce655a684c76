//! Text from the archive on its way into a page: escaped, isolated, and with its invisible commands made visible.

use std::fmt::Write;

use edition::{Language, edition::Name};
use maud::{Markup, Render, html};

use crate::{lang::Direction, letters};

/// Text from the archive. It is escaped, and characters that would steer the text around it (bidirectional overrides and
/// isolates, control characters) are written out as `[U+202E]`: nothing is dropped and nothing acts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Data<'a>(pub(crate) &'a str);

impl Render for Data<'_> {
    fn render_to(&self, page: &mut String) {
        let mut rest = self.0;
        while let Some(place) = rest.find(is_special) {
            page.push_str(&rest[..place]);
            let mut after = rest[place..].chars();
            match after.next() {
                Some('&') => page.push_str("&amp;"),
                Some('<') => page.push_str("&lt;"),
                Some('>') => page.push_str("&gt;"),
                Some('"') => page.push_str("&quot;"),
                Some(command) => {
                    // Writing to a String cannot fail.
                    let _ = write!(page, "[U+{:04X}]", command as u32);
                }
                None => {}
            }
            rest = after.as_str();
        }
        page.push_str(rest);
    }
}

fn is_special(c: char) -> bool {
    matches!(c, '&' | '<' | '>' | '"') || is_command(c)
}

/// Characters that act instead of being seen: C0 and C1 controls save tab and line feed, bidirectional embeddings, overrides
/// and isolates (UAX 9 section 2), line and paragraph separators, tags. Joiners and direction marks are part of spelling.
pub(crate) fn is_command(c: char) -> bool {
    matches!(
        c,
        '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
    )
}

/// The direction in which `text` runs: that of its language when known, otherwise of its first strong letter.
pub(crate) fn direction(text: &str, language: Option<&Language>) -> Direction {
    match language {
        // A text in Latin letters under a Persian tag is a transcription.
        Some(language)
            if Direction::of_tag(language.as_str()) == Direction::Rtl
                && letters::is_latin(text) =>
        {
            Direction::Ltr
        }
        Some(language) => Direction::of_tag(language.as_str()),
        None if letters::is_rtl(text) => Direction::Rtl,
        None => Direction::Ltr,
    }
}

/// A value from the archive inside a line, isolated from it, with its language and direction.
pub(crate) fn value(text: &str, language: Option<&Language>) -> Markup {
    let direction = direction(text, language).as_str();
    html! { bdi lang=[language.map(Language::as_str)] dir=(direction) { (Data(text)) } }
}

/// A name inside a line.
pub(crate) fn name(name: &Name) -> Markup {
    value(&name.text, name.language.as_ref())
}

/// An identifier, digest or path: always ASCII digits, always from left to right.
pub(crate) fn code(text: &str) -> Markup {
    html! { code dir="ltr" { (Data(text)) } }
}

/// Paragraphs separated by blank lines, each escaped.
pub(crate) fn paragraphs(text: &str) -> Markup {
    html! {
        @for paragraph in text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
            p { (Data(paragraph)) }
        }
    }
}

/// Text as a string of a script file. Characters that act are written out as in a page; nothing in it ends the string.
pub(crate) fn script(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 2);
    escaped.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                escaped.push('\\');
                escaped.push(c);
            }
            '\t' | '\n' => escaped.push(' '),
            // So that no reader takes it for markup.
            '<' => escaped.push_str("\\u003c"),
            c if is_command(c) => {
                // Writing to a String cannot fail.
                let _ = write!(escaped, "[U+{:04X}]", c as u32);
            }
            c => escaped.push(c),
        }
    }
    escaped.push('"');
    escaped
}

/// Text as it stands in an attribute of code that is shown to be copied.
pub(crate) fn attribute(text: &str) -> String {
    let mut escaped = String::new();
    Data(text).render_to(&mut escaped);
    escaped
}

/// Text for an XML file. What acts is written out, and so are the two characters that XML knows no way to write.
pub(crate) fn xml(text: &str) -> String {
    let escaped = attribute(text);
    if escaped.contains(['\u{fffe}', '\u{ffff}']) {
        escaped
            .replace('\u{fffe}', "[U+FFFE]")
            .replace('\u{ffff}', "[U+FFFF]")
    } else {
        escaped
    }
}

#[cfg(test)]
mod tests;
