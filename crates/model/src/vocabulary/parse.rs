//! Reading a vocabulary file, with the line of whatever is wrong.

use serde::Deserialize;
use toml::Spanned;

use super::{KnownTerm, Property, QualifierKind, TermList, ValueRule, ValueType, Vocabulary};
use crate::{id::RecordKind, term::Term};

/// What is wrong with a vocabulary file, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {problem}")]
pub struct VocabularyError {
    /// Line, from 1.
    pub line: usize,
    /// What is wrong.
    pub problem: VocabularyProblem,
}

/// What is wrong with a vocabulary file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum VocabularyProblem {
    /// Not TOML, or not the fields of a vocabulary.
    #[error("{message}")]
    Form {
        /// What the TOML reader says.
        message: String,
    },
    /// Not a term.
    #[error("`{word}` is not a term: lower-case letters, digits and hyphens")]
    NotATerm {
        /// The word found.
        word: String,
    },
    /// The same name twice in one file.
    #[error("`{id}` stands here twice")]
    Repeated {
        /// The name.
        id: String,
    },
    /// Not a kind of record.
    #[error("`{word}` is not a kind of record")]
    UnknownKind {
        /// The word found.
        word: String,
    },
    /// Not a type of value.
    #[error("`{word}` is not a type of value")]
    UnknownType {
        /// The word found.
        word: String,
    },
    /// A value may be a term, but no list is named; or a list is named, but the value is never a term.
    #[error("`{id}` needs `terms` if and only if its value may be a term")]
    TermsMismatch {
        /// The property or qualifier.
        id: String,
    },
    /// A list of kinds or types that must hold something.
    #[error("`{id}` names no kind of record or no type of value")]
    Nothing {
        /// The property or qualifier.
        id: String,
    },
    /// Terms without the name of their list.
    #[error("terms need `list`, the name of their list")]
    NamelessList,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    list: Option<Spanned<String>>,
    #[serde(default)]
    term: Vec<RawTerm>,
    #[serde(default)]
    property: Vec<RawProperty>,
    #[serde(default)]
    qualifier: Vec<RawQualifier>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTerm {
    id: Spanned<String>,
    means: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawProperty {
    id: Spanned<String>,
    about: Vec<Spanned<String>>,
    value: Vec<Spanned<String>>,
    single: bool,
    terms: Option<Spanned<String>>,
    #[serde(default)]
    qualifiers: Vec<Spanned<String>>,
    means: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawQualifier {
    id: Spanned<String>,
    value: Vec<Spanned<String>>,
    anywhere: bool,
    terms: Option<Spanned<String>>,
    means: String,
}

pub(super) fn parse(text: &str) -> Result<Vocabulary, VocabularyError> {
    let file: RawFile = toml::from_str(text).map_err(|error| VocabularyError {
        line: line_of(text, error.span().map_or(0, |span| span.start)),
        problem: VocabularyProblem::Form {
            message: error.message().to_owned(),
        },
    })?;
    let source = Source { text };
    source.distinct(file.term.iter().map(|term| &term.id))?;
    source.distinct(file.property.iter().map(|property| &property.id))?;
    source.distinct(file.qualifier.iter().map(|qualifier| &qualifier.id))?;
    Ok(Vocabulary {
        lists: source.lists(file.list, file.term)?,
        properties: each(file.property, |raw| source.property(raw))?,
        qualifiers: each(file.qualifier, |raw| source.qualifier(raw))?,
    })
}

/// The file's text, for finding lines.
struct Source<'a> {
    text: &'a str,
}

impl Source<'_> {
    fn wrong<T>(&self, at: &Spanned<T>, problem: VocabularyProblem) -> VocabularyError {
        VocabularyError {
            line: line_of(self.text, at.span().start),
            problem,
        }
    }

    fn distinct<'s>(
        &self,
        ids: impl Iterator<Item = &'s Spanned<String>>,
    ) -> Result<(), VocabularyError> {
        let mut seen: Vec<&str> = Vec::new();
        for id in ids {
            let word = id.get_ref().as_str();
            if seen.contains(&word) {
                let id_ = word.to_owned();
                return Err(self.wrong(id, VocabularyProblem::Repeated { id: id_ }));
            }
            seen.push(word);
        }
        Ok(())
    }

    fn lists(
        &self,
        name: Option<Spanned<String>>,
        terms: Vec<RawTerm>,
    ) -> Result<Vec<TermList>, VocabularyError> {
        match (name, terms.first()) {
            (None, None) => Ok(Vec::new()),
            (None, Some(term)) => Err(self.wrong(&term.id, VocabularyProblem::NamelessList)),
            (Some(name), _) => Ok(vec![TermList {
                id: self.term(&name)?,
                terms: each(terms, |raw| {
                    Ok(KnownTerm {
                        id: self.term(&raw.id)?,
                        means: raw.means,
                    })
                })?,
            }]),
        }
    }

    fn property(&self, raw: RawProperty) -> Result<Property, VocabularyError> {
        let about = each(raw.about, |word| {
            RecordKind::parse(word.get_ref()).ok_or_else(|| {
                let found = word.get_ref().clone();
                self.wrong(&word, VocabularyProblem::UnknownKind { word: found })
            })
        })?;
        if about.is_empty() {
            return Err(self.nothing(&raw.id));
        }
        Ok(Property {
            id: self.term(&raw.id)?,
            about,
            value: self.value(&raw.id, raw.value, raw.terms)?,
            single: raw.single,
            qualifiers: each(raw.qualifiers, |word| self.term(&word))?,
            means: raw.means,
        })
    }

    fn qualifier(&self, raw: RawQualifier) -> Result<QualifierKind, VocabularyError> {
        Ok(QualifierKind {
            id: self.term(&raw.id)?,
            value: self.value(&raw.id, raw.value, raw.terms)?,
            anywhere: raw.anywhere,
            means: raw.means,
        })
    }

    fn value(
        &self,
        id: &Spanned<String>,
        types: Vec<Spanned<String>>,
        terms: Option<Spanned<String>>,
    ) -> Result<ValueRule, VocabularyError> {
        let types = each(types, |word| {
            ValueType::parse(word.get_ref()).ok_or_else(|| {
                let found = word.get_ref().clone();
                self.wrong(&word, VocabularyProblem::UnknownType { word: found })
            })
        })?;
        if types.is_empty() {
            return Err(self.nothing(id));
        }
        if types.contains(&ValueType::Term) != terms.is_some() {
            let name = id.get_ref().clone();
            return Err(self.wrong(id, VocabularyProblem::TermsMismatch { id: name }));
        }
        Ok(ValueRule {
            types,
            terms: terms.map(|word| self.term(&word)).transpose()?,
        })
    }

    fn nothing(&self, id: &Spanned<String>) -> VocabularyError {
        let name = id.get_ref().clone();
        self.wrong(id, VocabularyProblem::Nothing { id: name })
    }

    fn term(&self, word: &Spanned<String>) -> Result<Term, VocabularyError> {
        Term::new(word.get_ref())
            .map_err(|error| self.wrong(word, VocabularyProblem::NotATerm { word: error.text }))
    }
}

fn each<T, U>(
    items: Vec<T>,
    make: impl FnMut(T) -> Result<U, VocabularyError>,
) -> Result<Vec<U>, VocabularyError> {
    items.into_iter().map(make).collect()
}

/// The line, from 1, of the byte at `offset`.
fn line_of(text: &str, offset: usize) -> usize {
    let end = offset.min(text.len());
    1 + text.as_bytes()[..end]
        .iter()
        .filter(|byte| **byte == b'\n')
        .count()
}
