//! The words around the place found.

use names::fold::{fold, words};

/// Letters of a snippet, about two lines.
const SNIPPET: usize = 160;

/// The place in the first text that holds a word of the query; the beginning of the first text when the query is found
/// there only by its sound.
pub(super) fn snippet<'t>(
    wanted: &[String],
    texts: impl Iterator<Item = &'t str> + Clone,
) -> String {
    let place = |text: &str| {
        word_starts(text).position(|(_, word)| {
            words(&fold(word)).any(|word| {
                wanted
                    .iter()
                    .any(|wanted| word.starts_with(wanted.as_str()))
            })
        })
    };
    let found = texts
        .clone()
        .find_map(|text| place(text).map(|place| (text, place)));
    let (text, place) = found
        .or_else(|| texts.clone().next().map(|text| (text, 0)))
        .unwrap_or_default();
    window(text, place)
}

/// The words of `text` as they stand, with the byte at which each begins.
fn word_starts(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_whitespace()
        .map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

/// At most `SNIPPET` letters of `text` around its word number `place`, blanks made single, with signs of what is left out.
fn window(text: &str, place: usize) -> String {
    let before = place.saturating_sub(8);
    let mut out = String::new();
    let mut letters = 0;
    if before > 0 {
        out.push('…');
    }
    for (number, (_, word)) in word_starts(text).enumerate().skip(before) {
        let length = word.chars().count();
        if letters > 0 && letters + length > SNIPPET {
            out.push('…');
            break;
        }
        if number > before {
            out.push(' ');
        }
        out.extend(word.chars().take(SNIPPET));
        letters += length + 1;
    }
    out
}
