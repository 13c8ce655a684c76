//! `case.toml` and `exhibition.toml`: what a case folder says of itself.

mod arrangement;

use serde::Deserialize;

pub(crate) use arrangement::ArrangementFile;

/// The form of `case.toml` that this version reads.
const FORM: u32 = 1;

/// Why a case file cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub(crate) enum CaseFileError {
    /// Not TOML, or not the fields expected.
    #[error("line {line}: {message}")]
    Form {
        /// Line, from 1.
        line: usize,
        /// What the TOML reader says.
        message: String,
    },
    /// A form that this version does not know.
    #[error("form {found} is not known; this version reads form {FORM}")]
    Version {
        /// The form found.
        found: u32,
    },
    /// A room or language that is no term or tag.
    #[error("`{word}` is not a {what}")]
    Word {
        /// The word.
        word: String,
        /// What it should be.
        what: &'static str,
    },
    /// Two rooms would stand at one address.
    #[error("the room `{room}` stands there twice")]
    RoomTwice {
        /// Its word.
        room: String,
    },
}

/// `case.toml`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct CaseFile {
    /// Form of this file.
    pub(crate) form: u32,
    /// Name of the case, for people.
    #[serde(rename = "name")]
    _name: String,
    /// Where the table of sources lies.
    pub(crate) sources: FileName,
    /// The press report, when the case has one.
    pub(crate) report: Option<ReportPart>,
    /// Where the arrangement lies.
    pub(crate) exhibition: Option<FileName>,
    /// Map layers, in drawing order.
    #[serde(default, rename = "outline")]
    pub(crate) outlines: Vec<TitledFile>,
    /// Pictures, documents and recordings, in order.
    #[serde(default, rename = "item")]
    pub(crate) items: Vec<ItemPart>,
    /// Tables, in order.
    #[serde(default, rename = "table")]
    pub(crate) tables: Vec<TablePart>,
    /// Where decisions and proposals lie.
    pub(crate) judgements: Option<FileName>,
}

/// A path from the case folder.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FileName {
    /// The path.
    pub(crate) file: String,
}

/// A path and what lies there.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TitledFile {
    /// The path.
    pub(crate) file: String,
    /// What it is, in a line.
    pub(crate) title: String,
}

/// A picture, document or recording that the case brings.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ItemPart {
    /// The path.
    pub(crate) file: String,
    /// What tables and the arrangement may call it, instead of its path.
    pub(crate) id: Option<String>,
    /// What it is, in a line that everybody may read.
    pub(crate) title: String,
    /// Key of the source from which it was obtained.
    pub(crate) source: Option<String>,
    /// How far it may be shown; `public` when it is not said.
    pub(crate) access: Option<String>,
    /// Who obtained it, when and how, in words.
    pub(crate) obtained: Option<String>,
}

/// A table and its map.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TablePart {
    /// Path of the table.
    pub(crate) file: String,
    /// What it is, in a line.
    pub(crate) title: String,
    /// Path of its map.
    pub(crate) map: String,
}

/// The press report: our summary, and the original that may take its place.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct ReportPart {
    /// Key of its source.
    pub(crate) source: String,
    /// What the item is, in a line.
    pub(crate) title: String,
    /// Path of the summary.
    pub(crate) summary: String,
    /// SHA-256 of the original, in hexadecimal.
    pub original_sha256: String,
    /// Path of the table that says where in it each row is supported.
    pub(crate) passages: String,
}

impl CaseFile {
    /// Reads `case.toml`.
    pub(crate) fn parse(text: &str) -> Result<Self, CaseFileError> {
        let case: Self = toml::from_str(text).map_err(|error| form_error(text, &error))?;
        if case.form == FORM {
            Ok(case)
        } else {
            Err(CaseFileError::Version { found: case.form })
        }
    }
}

fn form_error(text: &str, error: &toml::de::Error) -> CaseFileError {
    let line = error.span().map_or(1, |span| {
        text[..span.start.min(text.len())].matches('\n').count() + 1
    });
    CaseFileError::Form {
        line,
        message: error.message().to_owned(),
    }
}
