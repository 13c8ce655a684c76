//! What stands in the search index: tokens of one letter for their kind and a folded word or key.
//!
//! The tokens are made here, for the index and for queries alike, so that the tokenizer of the index has nothing to decide.

use names::{
    fold::{fold, words},
    key::search_keys_of_folded,
    normal::{JOINT, normal},
};

/// The whole of a name, its words put together.
pub(crate) const WHOLE: char = 'w';
/// A word of a name.
pub(crate) const NAME: char = 'n';
/// A key of a name (`names::key`).
pub(crate) const KEY: char = 'k';
/// A word of a text.
pub(crate) const TEXT: char = 't';

/// Letters of a word that count. Longer ones are no words but addresses or encoded data.
const LONGEST: usize = 48;

/// Adds the tokens of a name.
pub(crate) fn push_name(out: &mut String, name: &str) {
    let form = normal(name);
    let folded = fold(&form);
    push_whole(out, &folded);
    for word in words(&folded) {
        push(out, NAME, word);
    }
    // Keys are read from the normal form, which keeps the marks that carry sound: š is not s.
    let mut keys = search_keys_of_folded(&form);
    if form.contains(JOINT) {
        // What a joint holds together is found by its parts as well.
        keys.extend(search_keys_of_folded(&form.replace(JOINT, " ")));
        keys.sort_unstable();
        keys.dedup();
    }
    for key in &keys {
        push(out, KEY, key);
    }
}

/// Adds the tokens of a text.
pub(crate) fn push_text(out: &mut String, text: &str) {
    for word in words(&fold(text)) {
        push(out, TEXT, word);
    }
}

/// Adds one token.
pub(crate) fn push(out: &mut String, kind: char, word: &str) {
    separate(out);
    out.push(kind);
    out.push_str(cut(word));
}

/// Adds the token of a whole folded name.
pub(crate) fn push_whole(out: &mut String, folded: &str) {
    separate(out);
    out.push(WHOLE);
    words(cut_to(folded, LONGEST * 4)).for_each(|word| out.push_str(word));
}

fn separate(out: &mut String) {
    if !out.is_empty() {
        out.push(' ');
    }
}

fn cut(word: &str) -> &str {
    cut_to(word, LONGEST)
}

fn cut_to(text: &str, letters: usize) -> &str {
    // A letter has a byte at least.
    if text.len() <= letters {
        return text;
    }
    text.char_indices()
        .nth(letters)
        .map_or(text, |(end, _)| &text[..end])
}
