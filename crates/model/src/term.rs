//! Words from a controlled vocabulary, such as `died` or `mass-grave`.

use ecow::EcoString;

/// A vocabulary term: lower-case ASCII letters, digits and hyphens, 1 to 64 characters, starting with a letter.
///
/// Which terms exist, and for what, is data (`vocabularies/*.toml`), not code.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Term(EcoString);

/// Why a text is not a term.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{text}` is not a term: lower-case letters, digits and hyphens, starting with a letter, at most 64"
)]
pub struct TermError {
    /// The text as given.
    pub text: String,
}

impl Term {
    /// The term written as `text`.
    pub fn new(text: &str) -> Result<Self, TermError> {
        let fits = text.len() <= 64
            && text.starts_with(|c: char| c.is_ascii_lowercase())
            && text
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if fits {
            Ok(Self(text.into()))
        } else {
            Err(TermError {
                text: text.to_owned(),
            })
        }
    }

    /// The term as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
