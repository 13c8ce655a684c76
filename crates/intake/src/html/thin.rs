//! Tags with absurdly many attributes, shortened before they are read: their reader compares each attribute with all before it.

use std::borrow::Cow;

/// Attributes of one tag that are kept. Chosen by us: real tags have a few dozen at most.
const MOST: usize = 500;

/// `text` with every tag cut after its five hundredth attribute.
pub(super) fn attributes(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let mut thin = String::new();
    let mut kept = 0;
    let mut place = 0;
    while let Some(offset) = text[place..].find('<') {
        let start = place + offset;
        place = start + 1;
        if !bytes.get(place).is_some_and(u8::is_ascii_alphabetic) {
            continue;
        }
        let (cut, end) = tag(bytes, place);
        if let Some(cut) = cut {
            thin.push_str(&text[kept..cut]);
            kept = end;
        }
        place = end;
    }
    if kept == 0 {
        return Cow::Borrowed(text);
    }
    thin.push_str(&text[kept..]);
    Cow::Owned(thin)
}

/// Where the tag has too many attributes, if it has, and where it ends: at its `>`, at the next `<` outside quotation marks
/// or at the end of the text. Both are places of ASCII characters, or the end.
fn tag(bytes: &[u8], start: usize) -> (Option<usize>, usize) {
    let mut count = 0;
    let mut cut = None;
    let mut place = start;
    let mut last = b' ';
    while let Some(byte) = bytes.get(place).copied() {
        match byte {
            b'>' | b'<' => break,
            b'"' | b'\'' if last == b'=' => {
                let close = bytes[place + 1..].iter().position(|other| *other == byte);
                place = close.map_or(bytes.len(), |offset| place + 1 + offset);
            }
            // Every blank, slash and closing mark may begin an attribute.
            b' ' | b'\t' | b'\n' | b'\r' | b'\x0c' | b'/' => {
                count += usize::from(!last.is_ascii_whitespace() && last != b'/');
                if count > MOST && cut.is_none() {
                    cut = Some(place);
                }
            }
            _ => {}
        }
        if !(byte.is_ascii_whitespace() && last == b'=') {
            last = byte;
        }
        place += 1;
    }
    (cut, place.min(bytes.len()))
}
