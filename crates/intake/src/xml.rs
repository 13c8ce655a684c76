//! XML as office files have it, token by token: time in proportion to the length, no entity but the five of XML and numbers, and damage
//! passed over, since a letter with a broken tag is still a letter.

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use crate::encoding::decode;

/// A piece of XML. Names are without their prefix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Token<'a> {
    /// A start tag; of an element without content an [`Token::End`] follows.
    Start { name: &'a str, inside: &'a str },
    /// An end tag.
    End { name: &'a str },
    /// Text, entities resolved.
    Text(Cow<'a, str>),
}

/// `bytes` as text, by what its declaration says if that holds.
pub(crate) fn text(bytes: &[u8]) -> String {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]).into_owned();
    let declared = head
        .split_once("encoding=")
        .and_then(|(_, rest)| rest.get(1..)?.split(['"', '\'']).next());
    decode(bytes, declared).text
}

/// The tokens of `text`.
pub(crate) fn tokens(text: &str) -> Tokens<'_> {
    Tokens {
        rest: text,
        closing: None,
    }
}

/// Goes through XML; comments, instructions and the document type are passed over.
#[derive(Clone, Debug)]
pub(crate) struct Tokens<'a> {
    rest: &'a str,
    /// The element without content that was given last.
    closing: Option<&'a str>,
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        if let Some(name) = self.closing.take() {
            return Some(Token::End { name });
        }
        loop {
            let Some(markup) = self.rest.strip_prefix('<') else {
                if self.rest.is_empty() {
                    return None;
                }
                let end = self.rest.find('<').unwrap_or(self.rest.len());
                let (text, rest) = self.rest.split_at(end);
                self.rest = rest;
                return Some(Token::Text(resolved(text)));
            };
            if let Some(rest) = markup.strip_prefix("![CDATA[") {
                let (text, rest) = rest.split_once("]]>").unwrap_or((rest, ""));
                self.rest = rest;
                return Some(Token::Text(Cow::Borrowed(text)));
            }
            if let Some(rest) = markup.strip_prefix("!--") {
                self.rest = rest.split_once("-->").map_or("", |(_, rest)| rest);
                continue;
            }
            if markup.starts_with("!DOCTYPE") {
                self.rest = behind_doctype(markup);
                continue;
            }
            let (tag, rest) = split_tag(markup);
            self.rest = rest;
            if tag.starts_with(['?', '!']) {
                continue;
            }
            if let Some(name) = tag.strip_prefix('/') {
                return Some(Token::End {
                    name: local(name.trim()),
                });
            }
            let (tag, empty) = tag
                .strip_suffix('/')
                .map_or((tag, false), |tag| (tag, true));
            let (name, inside) = tag.split_at(tag.find(char::is_whitespace).unwrap_or(tag.len()));
            let name = local(name);
            self.closing = empty.then_some(name);
            return Some(Token::Start { name, inside });
        }
    }
}

/// A tag and what follows it: it ends at the first `>` that is in no quotation marks.
fn split_tag(markup: &str) -> (&str, &str) {
    let mut quoted = None;
    for (place, byte) in markup.bytes().enumerate() {
        match (quoted, byte) {
            (None, b'>') => return (&markup[..place], &markup[place + 1..]),
            (None, b'"' | b'\'') => quoted = Some(byte),
            (Some(mark), _) if mark == byte => quoted = None,
            // An unclosed mark does not swallow the rest of the file.
            (Some(_), b'<') => return markup.split_at(place),
            _ => {}
        }
    }
    (markup, "")
}

/// What follows a document type; what it declares is not looked at.
fn behind_doctype(markup: &str) -> &str {
    let (head, inner) = (markup.find('>'), markup.find('['));
    let end = match (head, inner) {
        (Some(head), Some(inner)) if inner < head => markup[inner..].find("]").and_then(|close| {
            markup[inner + close..]
                .find('>')
                .map(|end| inner + close + end)
        }),
        (head, _) => head,
    };
    end.map_or("", |end| &markup[end + 1..])
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, name)| name)
}

/// The attribute `name`, whatever its prefix, of a start tag.
pub(crate) fn attribute(inside: &str, name: &str) -> Option<String> {
    let mut rest = inside;
    while let Some((key, after)) = rest.split_once('=') {
        let after = after.trim_start();
        let mark = after
            .chars()
            .next()
            .filter(|mark| matches!(mark, '"' | '\''))?;
        let (value, next) = after[1..].split_once(mark)?;
        if local(key.trim()) == name {
            return Some(resolved(value).into_owned());
        }
        rest = next;
    }
    None
}

/// `text` with its entities as what they stand for; others stay as they are written.
fn resolved(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut written = String::with_capacity(text.len());
    let mut parts = text.split('&');
    written.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let entity = part.split_once(';').filter(|(name, _)| name.len() <= 10);
        match entity.and_then(|(name, rest)| Some((character(name)?, rest))) {
            Some((c, rest)) => {
                written.push(c);
                written.push_str(rest);
            }
            None => {
                written.push('&');
                written.push_str(part);
            }
        }
    }
    Cow::Owned(written)
}

fn character(name: &str) -> Option<char> {
    match name {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)
        }
    }
}
