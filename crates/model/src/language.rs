//! Language tags as BCP 47 writes them, in the plain form that data needs.

use ecow::EcoString;

/// A BCP 47 tag: a language of two or three letters, then optional subtags, such as `fa` or `az-Arab`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(EcoString);

/// Why a text is not a language tag.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not a language tag such as `fa` or `az-Arab`")]
pub struct LanguageError {
    /// The text as given.
    pub text: String,
}

impl Language {
    /// The tag written as `text`, kept as written.
    pub fn new(text: &str) -> Result<Self, LanguageError> {
        let mut parts = text.split('-');
        let language = parts.next().unwrap_or_default();
        let fits = (2..=3).contains(&language.len())
            && language.bytes().all(|b| b.is_ascii_lowercase())
            && parts.all(|part| {
                (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
            });
        if fits {
            Ok(Self(text.into()))
        } else {
            Err(LanguageError {
                text: text.to_owned(),
            })
        }
    }

    /// The tag as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
