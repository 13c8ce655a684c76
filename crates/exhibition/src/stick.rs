//! The exhibition on a stick: a text for whoever opens the folder, and the SHA-256 of every file.

use std::fmt::Write;

use ring::digest::{SHA256, digest as hash};

use crate::{
    RenderError,
    plan::{Kind, Output, Sums},
    site,
    site::Site,
    words::Words,
};

/// Path of the list of digests.
const SUMS: &str = "SHA256SUMS";

/// SHA-256 in hexadecimal.
pub(crate) fn digest(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(64);
    for byte in hash(&SHA256, bytes).as_ref() {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// Writes `README.txt`: how to open it, how to check it, whom to write to, in every language. With a byte order mark and the
/// line ends of Windows, so that the simplest editors show it.
pub(crate) fn readme(
    site: &Site<'_>,
    words: &[Words],
    output: &mut Output<'_>,
) -> Result<(), RenderError> {
    let edition = site.edition.whole();
    let mut lines: Vec<String> = Vec::new();
    for words in words {
        let own = |text| site::localized(text, words.lang).map(|(_, text)| plain(text));
        if !lines.is_empty() {
            lines.extend([String::new(), "-".repeat(60), String::new()]);
        }
        lines.push(own(&edition.title).unwrap_or_else(|| plain(&edition.archive_name)));
        if edition.made_up {
            lines.push(words.say("made-up").to_owned());
        }
        for id in ["stick-open", "stick-whole", "stick-check"] {
            lines.extend([String::new(), words.say(id).to_owned()]);
        }
        for text in [&edition.contact, &edition.credits] {
            lines.extend(own(text).into_iter().flat_map(|text| [String::new(), text]));
        }
    }
    let mut text = String::from("\u{feff}");
    for line in lines {
        text.push_str(&line.replace('\n', "\r\n"));
        text.push_str("\r\n");
    }
    output.write("README.txt", text.as_bytes(), Kind::Other)
}

/// Words of the archive as a plain text can have them: nothing in them acts.
fn plain(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' => '\n',
            c if c.is_control()
                || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') =>
            {
                ' '
            }
            c => c,
        })
        .collect()
}

/// Writes `SHA256SUMS` over all other files, as `sha256sum --check` reads it.
pub(crate) fn sums(mut sums: Sums, output: &mut Output<'_>) -> Result<(), RenderError> {
    sums.sort_unstable();
    let mut list = String::new();
    for (path, digest) in sums {
        // Writing to a String cannot fail.
        let _ = writeln!(list, "{digest}  {path}");
    }
    output.write(SUMS, list.as_bytes(), Kind::Other)
}
