//! Headers of a letter, their parameters and dates (RFC 5322 sections 2.2 and 3.3, RFC 2231).

use super::coding;
use crate::{encoding, field::find, moment};

/// Headers that are read.
const HEADERS: usize = 2_000;

/// Bytes of one header that are read, and of all of them together.
const LONGEST: usize = 16 << 10;
const ALL: usize = 1 << 20;

/// The headers of a letter in their order.
#[derive(Debug, Default)]
pub(crate) struct Headers {
    /// Names in lower case, values without line breaks.
    list: Vec<(String, String)>,
}

impl Headers {
    /// Reads the headers that `bytes` begin with; gives where what is behind them begins.
    pub(crate) fn read(bytes: &[u8]) -> (Self, usize) {
        let mut headers = Self::default();
        let mut at = 0;
        while at < bytes.len() {
            let end = find(bytes, b"\n", at).map_or(bytes.len(), |end| end + 1);
            let line = bytes[at..end].trim_ascii_end();
            if line.is_empty() {
                return (headers, end);
            }
            let text = || match str::from_utf8(line) {
                Ok(text) => text.to_owned(),
                Err(_) => encoding::decode(line, None).text,
            };
            let (start, within) = (at, at < ALL);
            let folded = matches!(bytes[start], b' ' | b'\t');
            at = end;
            if folded {
                if within
                    && let Some((_, value)) = headers.list.last_mut()
                    && value.len() + line.len() < LONGEST
                {
                    value.push(' ');
                    value.push_str(text().trim());
                }
            } else if within
                && headers.list.len() < HEADERS
                && line.len() < LONGEST
                && let Some((name, value)) = text().split_once(':')
            {
                let name = name.trim().to_ascii_lowercase();
                headers.list.push((name, value.trim().to_owned()));
            }
        }
        (headers, bytes.len())
    }

    /// The first header of a name, as it stands.
    pub(crate) fn raw(&self, name: &str) -> Option<&str> {
        let header = self.list.iter().find(|(known, _)| known == name);
        header.map(|(_, value)| value.as_str())
    }

    /// The first header of a name, in letters.
    pub(crate) fn words(&self, name: &str) -> Option<String> {
        let words = coding::words(self.raw(name)?);
        (!words.trim().is_empty()).then(|| words.trim().to_owned())
    }

    /// All headers of a name, in letters.
    pub(super) fn all(&self, name: &str) -> Vec<String> {
        let named = self.list.iter().filter(|(known, _)| known == name);
        named.map(|(_, value)| coding::words(value)).collect()
    }
}

/// A value and its parameters: `text/plain; charset="utf-8"`.
#[derive(Debug, Default)]
pub(super) struct Value {
    /// What stands before the first semicolon, in lower case.
    pub(super) kind: String,
    parameters: Vec<(String, String)>,
}

impl Value {
    /// Reads the header `text`.
    pub(super) fn read(text: &str) -> Self {
        let mut parts = split(text).into_iter();
        let kind = parts.next().unwrap_or_default().trim().to_ascii_lowercase();
        let parameters = parts
            .filter_map(|part| {
                let (name, value) = part.split_once('=')?;
                Some((name.trim().to_ascii_lowercase(), unquoted(value.trim())))
            })
            .collect();
        Self { kind, parameters }
    }

    /// A parameter, put together from its pieces and decoded (RFC 2231 sections 3 and 4).
    pub(super) fn parameter(&self, name: &str) -> Option<String> {
        let get = |wanted: &str| {
            let found = self.parameters.iter().find(|(known, _)| known == wanted);
            found.map(|(_, value)| value.as_str())
        };
        if let Some(value) = get(&format!("{name}*")) {
            return Some(extended(value));
        }
        if let Some(value) = get(name) {
            return Some(coding::words(value));
        }
        let mut whole = String::new();
        let mut coded = false;
        for piece in 0..64 {
            if let Some(value) = get(&format!("{name}*{piece}*")) {
                coded = true;
                whole.push_str(value);
            } else if let Some(value) = get(&format!("{name}*{piece}")) {
                whole.push_str(value);
            } else {
                break;
            }
        }
        match (whole.is_empty(), coded) {
            (true, _) => None,
            (false, true) => Some(extended(&whole)),
            (false, false) => Some(whole),
        }
    }
}

/// Parts between semicolons that stand in no quotation marks.
fn split(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut quoted, mut escaped) = (0, false, false);
    for (at, character) in text.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            ';' if !quoted => {
                parts.push(&text[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}

fn unquoted(value: &str) -> String {
    let Some(inner) = value.strip_prefix('"') else {
        return value.to_owned();
    };
    let mut plain = String::new();
    let mut characters = inner.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => break,
            '\\' => plain.extend(characters.next()),
            other => plain.push(other),
        }
    }
    plain
}

/// `UTF-8'fa'%D9%86` in letters.
fn extended(value: &str) -> String {
    let mut parts = value.splitn(3, '\'');
    let (charset, _, packed) = match (parts.next(), parts.next(), parts.next()) {
        (Some(charset), Some(language), Some(packed)) => (charset, language, packed),
        _ => ("utf-8", "", value),
    };
    let bytes = coding::quoted(packed.replace('%', "=").as_bytes()).bytes;
    encoding::decode(&bytes, Some(charset)).text
}

/// A date of RFC 5322 in ISO 8601, and its seconds since 1970 UTC: `Fri, 30 Aug 2019 14:00:00 +0200 (CEST)`.
pub(super) fn moment_of(text: &str) -> Option<(String, i64)> {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let text = text.split_once(',').map_or(text, |(_, date)| date);
    let mut parts = text.split_whitespace();
    let day = parts.next()?.parse().ok()?;
    let month = parts.next()?.to_ascii_lowercase();
    let month = MONTHS.iter().position(|name| month.starts_with(name))? as i64 + 1;
    let year: i64 = parts.next()?.parse().ok()?;
    // Two and three digits (section 4.3).
    let year = match year {
        0..=49 => year + 2000,
        50..=999 => year + 1900,
        _ => year,
    };
    let mut time = parts.next()?.split(':').map(|digits| digits.parse().ok());
    let time = (
        time.next()??,
        time.next()??,
        time.next().unwrap_or(Some(0))?,
    );
    let clock = moment::seconds((year, month, day), time)?;
    let (words, ahead) = zone(parts.next().unwrap_or("-0000"));
    let local = moment::of_unix(clock)?;
    Some((
        format!("{}{words}", local.trim_end_matches('Z')),
        clock - ahead,
    ))
}

/// A zone as ISO 8601 writes it, and the seconds that it is ahead of UTC. `-0000` says that the place's clock is not known (section 3.3).
fn zone(text: &str) -> (String, i64) {
    let digits = text.get(1..5).and_then(|digits| digits.parse::<i64>().ok());
    match (text.as_bytes().first(), digits) {
        (Some(b'-'), Some(0)) => ("Z".to_owned(), 0),
        (Some(sign @ (b'+' | b'-')), Some(digits)) if text.len() == 5 && digits <= 1400 => {
            let seconds = (digits / 100 * 60 + digits % 100) * 60;
            let words = format!(
                "{}{:02}:{:02}",
                char::from(*sign),
                digits / 100,
                digits % 100
            );
            (words, if *sign == b'-' { -seconds } else { seconds })
        }
        // Names of zones: GMT and UTC, and the others as RFC 5322 has them, of no known distance.
        _ => ("Z".to_owned(), 0),
    }
}

/// Whether a header stands in the line after the one at `at`: words may begin with `From ` too.
pub(super) fn begins(bytes: &[u8], at: usize) -> bool {
    let line = find(bytes, b"\n", at).map_or(bytes.len(), |end| end + 1);
    let name = bytes[line..]
        .iter()
        .take(80)
        .take_while(|byte| matches!(byte, b'!'..=b'9' | b';'..=b'~'));
    let length = name.count();
    length > 0 && bytes.get(line + length) == Some(&b':')
}

/// Whether a text begins like a letter: with headers, among them the date, from whom, and one that only programs write.
pub(crate) fn is_letter(text: &str) -> bool {
    let (mut date, mut from, mut program) = (false, false, false);
    let mut whole = false;
    for line in text.lines().take(200) {
        if line.is_empty() {
            whole = true;
            break;
        }
        if line.starts_with([' ', '\t']) {
            continue;
        }
        let Some((name, _)) = line.split_once(':') else {
            return false;
        };
        let is_name = !name.is_empty() && name.bytes().all(|byte| matches!(byte, b'!'..=b'~'));
        if !is_name {
            return false;
        }
        match name.to_ascii_lowercase().as_str() {
            "date" => date = true,
            "from" => from = true,
            "message-id" | "mime-version" | "received" | "return-path" | "delivered-to" => {
                program = true;
            }
            _ => {}
        }
    }
    // Lists of those who carried it can be longer than what is looked at.
    program && (date && from || !whole && text.len() > 4096)
}
