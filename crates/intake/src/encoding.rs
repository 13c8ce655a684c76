//! From bytes to text: byte order marks, UTF-8 where it holds, the declared encoding where it holds, else a guess that says so.

#[cfg(test)]
mod tests;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::problem::Problem;

/// A text and how it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without byte order mark; NUL and other control characters are kept.
    pub text: String,
    /// Name of the encoding in the WHATWG Encoding Standard.
    pub encoding: &'static str,
    /// `true` when the file begins with a byte order mark.
    pub marked: bool,
    /// What was not as it should be.
    pub problems: Vec<Problem>,
}

/// Reads `bytes` as text. `declared` is a label such as `windows-1256`, from the file itself or from whoever handed it over.
///
/// In this order: a byte order mark; UTF-16 without one, told by where the zero bytes lie; ISO-2022-JP, told by its escapes;
/// UTF-8 if all of it is valid; the declared encoding if nothing in it is malformed, and it is not Western letters of which
/// no word can be read; UTF-8 with damage; a guess from the letters.
pub fn decode(bytes: &[u8], declared: Option<&str>) -> Decoded {
    let mut problems = Vec::new();
    let label = declared.map(str::trim).filter(|label| !label.is_empty());
    let wanted = label.and_then(|label| Encoding::for_label(label.as_bytes()));
    if let (Some(label), None) = (label, wanted) {
        problems.push(Problem::DeclaredEncodingUnknown {
            declared: label.to_owned(),
        });
    }
    let (encoding, mark) = choose(bytes, wanted, &mut problems);
    if let (Some(label), Some(wanted)) = (label, wanted)
        && wanted.output_encoding() != encoding.output_encoding()
        && !(encoding == UTF_8 && bytes.is_ascii())
    {
        problems.push(Problem::DeclaredEncodingWrong {
            declared: label.to_owned(),
            found: encoding.name(),
        });
    }
    let body = &bytes[mark..];
    let (text, damaged) = encoding.decode_without_bom_handling(body);
    if damaged {
        let before = body.len() - undecoded(encoding, body).len();
        problems.push(Problem::ReplacedBytes {
            count: text.matches('\u{fffd}').count(),
            first_byte: mark + before,
        });
    }
    if let Some(first_byte) = text.find('\0') {
        problems.push(Problem::NulCharacters {
            count: text.matches('\0').count(),
            first_byte,
        });
    }
    Decoded {
        text: text.into_owned(),
        encoding: encoding.name(),
        marked: mark > 0,
        problems,
    }
}

/// The encoding, and the length of the byte order mark.
fn choose(
    bytes: &[u8],
    wanted: Option<&'static Encoding>,
    problems: &mut Vec<Problem>,
) -> (&'static Encoding, usize) {
    if let Some(marked) = Encoding::for_bom(bytes) {
        return marked;
    }
    if let Some(wide) = unmarked_utf_16(bytes) {
        return (wide, 0);
    }
    if switches_to_kanji(bytes) && holds(ISO_2022_JP, bytes) {
        return (ISO_2022_JP, 0);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return (UTF_8, 0);
    }
    if let Some(wanted) = wanted
        && holds(wanted, bytes)
        && !(wanted == WINDOWS_1252 && is_another_script(bytes))
    {
        return (wanted, 0);
    }
    if mostly_utf_8(bytes) {
        return (UTF_8, 0);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    problems.push(Problem::EncodingGuessed {
        found: guess.name(),
    });
    (guess, 0)
}

/// Nothing malformed, and no C1 control characters, which single-byte encodings give for bytes that they do not define.
fn holds(encoding: &'static Encoding, bytes: &[u8]) -> bool {
    encoding
        .decode_without_bom_handling_and_without_replacement(bytes)
        .is_some_and(|text| !text.contains(|c| ('\u{80}'..='\u{9f}').contains(&c)))
}

/// The escape by which ISO-2022-JP goes over to JIS X 0208, of either edition (RFC 1468). All its bytes are ASCII, so that it is
/// valid UTF-8 too.
fn switches_to_kanji(bytes: &[u8]) -> bool {
    bytes
        .windows(3)
        .any(|window| matches!(window, b"\x1b$B" | b"\x1b$@"))
}

/// Whether bytes that are declared Western, as servers and editors do unasked, are the letters of another script: in the languages
/// written with windows-1252 even a word with marks has plain letters; Arabic, Russian or Chinese taken for it hardly has any.
/// Two to one is chosen by us and tested on two dozen encodings.
fn is_another_script(bytes: &[u8]) -> bool {
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    let (mut plain, mut marked) = (0usize, 0usize);
    for word in text.split(|c: char| c.is_ascii() && !c.is_ascii_alphabetic()) {
        if word.chars().nth(2).is_some() && !word.is_ascii() {
            let letters = word.chars().filter(char::is_ascii).count();
            plain += letters;
            marked += word.chars().count() - letters;
        }
    }
    marked > 2 * plain
}

/// UTF-16 without a mark: in text with blanks, digits or Latin letters, zero bytes stand at one parity alone.
fn unmarked_utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    if bytes.len() < 4 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let mut zeros = [0usize; 2];
    for (place, _) in bytes.iter().enumerate().filter(|(_, byte)| **byte == 0) {
        zeros[place % 2] += 1;
    }
    let units = bytes.len() / 2;
    let (encoding, many, few) = if zeros[0] > zeros[1] {
        (UTF_16BE, zeros[0], zeros[1])
    } else {
        (UTF_16LE, zeros[1], zeros[0])
    };
    // Every twentieth character a blank is rarer than in any prose; one Korean syllable in a hundred has a zero byte of its own. Both
    // bounds are chosen by us and tested on a dozen scripts.
    let fits = many * 20 >= units && few * 8 <= many;
    (fits && holds(encoding, bytes)).then_some(encoding)
}

/// Valid sequences of several bytes outnumber the malformed places four to one: UTF-8 with damage, not another encoding.
fn mostly_utf_8(bytes: &[u8]) -> bool {
    let (mut valid, mut malformed) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        malformed += usize::from(!chunk.invalid().is_empty());
    }
    valid > 0 && valid >= 4 * malformed
}

/// What is left of `bytes` from the first malformed sequence on.
fn undecoded<'a>(encoding: &'static Encoding, bytes: &'a [u8]) -> &'a [u8] {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut buffer = [0u8; 4096];
    let mut rest = bytes;
    loop {
        let (result, read, _) = decoder.decode_to_utf8_without_replacement(rest, &mut buffer, true);
        match result {
            encoding_rs::DecoderResult::InputEmpty => return &[],
            encoding_rs::DecoderResult::OutputFull => rest = &rest[read..],
            encoding_rs::DecoderResult::Malformed(bad, after) => {
                let consumed = bytes.len() - rest.len() + read;
                let start = consumed.saturating_sub(usize::from(bad) + usize::from(after));
                return &bytes[start..];
            }
        }
    }
}
