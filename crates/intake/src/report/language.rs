//! Which language a text is in: as declared, else by its most frequent words.

use super::{
    lexicon::{LANGUAGES, Lexicon},
    words::Token,
};

/// Words looked at. Chosen by us: a page of text.
const LOOK: usize = 1000;

/// The declared tag, else the language whose frequent words are most frequent here; `None` when none of them occurs.
pub(super) fn of(tokens: &[Token], declared: Option<&str>) -> Option<String> {
    let declared = declared.map(str::trim).filter(|tag| !tag.is_empty());
    if let Some(tag) = declared {
        return Some(normal(tag));
    }
    let score = |language: &str| {
        Lexicon::of(language).map_or(0, |lexicon| {
            tokens
                .iter()
                .filter(|token| token.is_word())
                .take(LOOK)
                .filter(|token| lexicon.stop.has(token))
                .count()
        })
    };
    LANGUAGES
        .iter()
        .rev()
        .map(|language| (score(language), *language))
        .max_by_key(|(score, _)| *score)
        .filter(|(score, _)| *score > 0)
        .map(|(_, language)| language.to_owned())
}

/// `EN_us` as `en-us`: case and underscores as browsers forgive them.
fn normal(tag: &str) -> String {
    tag.replace('_', "-").to_ascii_lowercase()
}
