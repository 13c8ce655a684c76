//! Codings that carry any bytes through mail: base64 and quoted-printable (RFC 2045 section 6), and encoded words (RFC 2047).

use crate::encoding;

/// Length of an encoded word that is read, in bytes. Seventy-five are allowed; some programs write long ones.
const WORD: usize = 1024;

/// What was packed, and how many characters were none of the coding.
pub(super) struct Decoded {
    pub(super) bytes: Vec<u8>,
    pub(super) strange: usize,
}

/// Unpacks base64. Ends of lines and blanks are passed over; after the padding nothing counts.
pub(super) fn base64(packed: &[u8]) -> Decoded {
    let mut bytes = Vec::with_capacity(packed.len() / 4 * 3);
    let (mut bits, mut count, mut strange) = (0_u32, 0, 0);
    for byte in packed {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'=' | b'\r' | b'\n' | b' ' | b'\t' => continue,
            _ => {
                strange += 1;
                continue;
            }
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    // A letter alone at the end is half of something.
    strange += usize::from(count == 6);
    Decoded { bytes, strange }
}

/// Unpacks quoted-printable.
pub(super) fn quoted(packed: &[u8]) -> Decoded {
    let mut bytes = Vec::with_capacity(packed.len());
    let (mut at, mut strange) = (0, 0);
    while let Some(byte) = packed.get(at) {
        at += 1;
        if *byte != b'=' {
            bytes.push(*byte);
            continue;
        }
        match packed.get(at..) {
            Some([b'\r', b'\n', ..]) => at += 2,
            Some([b'\n', ..]) => at += 1,
            Some([high, low, ..]) if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                bytes.push(digit(*high) << 4 | digit(*low));
                at += 2;
            }
            _ => {
                bytes.push(b'=');
                strange += 1;
            }
        }
    }
    Decoded { bytes, strange }
}

fn digit(letter: u8) -> u8 {
    match letter {
        b'0'..=b'9' => letter - b'0',
        b'a'..=b'f' => letter - b'a' + 10,
        _ => letter.wrapping_sub(b'A').wrapping_add(10),
    }
}

/// Puts encoded words of a header into letters: `=?UTF-8?B?2YXYsduM2YU=?=`. Blanks between two of them are nothing.
pub(super) fn words(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    let mut after_word = false;
    while let Some(start) = rest.find("=?") {
        let (before, word) = rest.split_at(start);
        let Some((found, length)) = word_at(word) else {
            plain.push_str(before);
            plain.push_str("=?");
            rest = &word[2..];
            after_word = false;
            continue;
        };
        if !(after_word && before.trim().is_empty()) {
            plain.push_str(before);
        }
        plain.push_str(&found);
        rest = &word[length..];
        after_word = true;
    }
    plain.push_str(rest);
    plain
}

/// The encoded word that `text` begins with, and how many bytes of it that takes.
fn word_at(text: &str) -> Option<(String, usize)> {
    let text = &text[..text.floor_char_boundary(WORD)];
    let mut parts = text.get(2..)?.splitn(3, '?');
    let (charset, kind, rest) = (parts.next()?, parts.next()?, parts.next()?);
    let (packed, _) = rest.split_once("?=")?;
    let decoded = match kind {
        "B" | "b" => base64(packed.as_bytes()),
        "Q" | "q" => quoted(packed.replace('_', " ").as_bytes()),
        _ => return None,
    };
    // A language may stand behind the charset (RFC 2231 section 5).
    let charset = charset.split('*').next().unwrap_or_default();
    if decoded.strange > 0 || charset.is_empty() || charset.contains(char::is_whitespace) {
        return None;
    }
    let length = 2 + charset_length(text)? + kind.len() + 1 + packed.len() + 2;
    Some((encoding::decode(&decoded.bytes, Some(charset)).text, length))
}

/// Bytes up to and with the mark behind the charset.
fn charset_length(text: &str) -> Option<usize> {
    Some(text.get(2..)?.find('?')? + 1)
}
