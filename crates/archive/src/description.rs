//! `archive.toml`: what an archive says of itself before anything else is opened.

use std::path::Path;

use crate::{Error, Result};

/// The form that this program writes. Older forms are migrated when opened for writing; see `docs/formats/archive-folder.md`.
pub const FORM: u32 = 1;

/// What an archive says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Description {
    /// Name given by its makers.
    pub name: String,
    /// Origin line of its checkpoints (C2SP tlog-checkpoint): one line, not empty, never changed.
    pub origin: String,
    /// When it was made, RFC 3339 as the maker wrote it.
    pub created: String,
}

impl Description {
    pub(crate) fn validate(&self) -> Result<()> {
        if self.origin.is_empty() || self.origin.chars().any(char::is_control) {
            return Err(Error::OriginUnusable {
                origin: self.origin.clone(),
            });
        }
        Ok(())
    }

    /// The bytes of `archive.toml` in form `form`.
    pub(crate) fn to_toml(&self, form: u32) -> String {
        format!(
            "# An archive of Cenotaph. Its form is explained in docs/formats/archive-folder.md.\n\
             form = {form}\n\
             name = {}\n\
             origin = {}\n\
             created = {}\n",
            quote(&self.name),
            quote(&self.origin),
            quote(&self.created)
        )
    }

    /// Reads `archive.toml`; `path` is for the error alone.
    ///
    /// Takes the part of TOML 1.0 that `to_toml` writes and people add by hand: comments, blank lines, and keys with an integer or a
    /// basic string. Unknown keys, and everything from the first table on, are left to later forms.
    pub(crate) fn from_toml(text: &str, path: &Path) -> Result<(u32, Self)> {
        let unreadable = |line| Error::DescriptionUnreadable {
            path: path.to_owned(),
            line,
        };
        let (mut form, mut name, mut origin, mut created) = (None, None, None, None);
        let mut last = 0;
        for (number, line) in text.lines().enumerate() {
            last = number + 1;
            let line = line.trim();
            if line.starts_with('[') {
                break;
            }
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let (key, value) = line.split_once('=').ok_or_else(|| unreadable(last))?;
            let (key, value) = (key.trim(), value.trim());
            if key == "form" {
                form = Some(bare(value).parse().map_err(|_| unreadable(last))?);
                continue;
            }
            let slot = match key {
                "name" => &mut name,
                "origin" => &mut origin,
                "created" => &mut created,
                _ => continue,
            };
            *slot = Some(unquote(value).ok_or_else(|| unreadable(last))?);
        }
        let missing = || unreadable(last + 1);
        Ok((
            form.ok_or_else(missing)?,
            Self {
                name: name.ok_or_else(missing)?,
                origin: origin.ok_or_else(missing)?,
                created: created.ok_or_else(missing)?,
            },
        ))
    }
}

/// A value without the comment behind it.
fn bare(value: &str) -> &str {
    value.split('#').next().unwrap_or_default().trim_end()
}

/// A TOML basic string.
fn quote(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            c if c.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// The text of a TOML basic string, with at most a comment behind it.
fn unquote(value: &str) -> Option<String> {
    let mut rest = value.strip_prefix('"')?.chars();
    let mut text = String::new();
    loop {
        match rest.next()? {
            '"' => break,
            '\\' => text.push(unescape(&mut rest)?),
            c => text.push(c),
        }
    }
    let tail = rest.as_str().trim_start();
    (tail.is_empty() || tail.starts_with('#')).then_some(text)
}

/// The character behind a backslash.
fn unescape(rest: &mut std::str::Chars<'_>) -> Option<char> {
    let digits = match rest.next()? {
        'n' => return Some('\n'),
        't' => return Some('\t'),
        'r' => return Some('\r'),
        'b' => return Some('\u{8}'),
        'f' => return Some('\u{c}'),
        '"' => return Some('"'),
        '\\' => return Some('\\'),
        'u' => 4,
        'U' => 8,
        _ => return None,
    };
    let code: String = rest.by_ref().take(digits).collect();
    if code.len() != digits || !code.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    char::from_u32(u32::from_str_radix(&code, 16).ok()?)
}

#[cfg(test)]
mod tests;
