//! `case.toml` and `exhibition.toml`: what a case folder says of itself.

use model::{
    arrangement::{Arrangement, Localized, RoomText},
    id::EvidenceNumber,
    language::Language,
    term::Term,
};
use serde::Deserialize;

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

type Words = std::collections::BTreeMap<String, String>;

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct ArrangementFile {
    #[serde(default)]
    made_up: bool,
    #[serde(default)]
    title: Words,
    #[serde(default)]
    claim: Words,
    #[serde(default)]
    introduction: Words,
    #[serde(default)]
    content_note: Words,
    #[serde(default)]
    shown: Words,
    #[serde(default)]
    contact: Words,
    #[serde(default)]
    credits: Words,
    #[serde(default, rename = "room")]
    rooms: Vec<RoomPart>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RoomPart {
    room: String,
    #[serde(default)]
    title: Words,
    #[serde(default)]
    introduction: Words,
}

/// Reads `exhibition.toml`; `outlines` are the evidence numbers of the map layers.
pub(crate) fn arrangement(
    text: &str,
    outlines: Vec<EvidenceNumber>,
) -> Result<Arrangement, CaseFileError> {
    let file: ArrangementFile = toml::from_str(text).map_err(|error| form_error(text, &error))?;
    let rooms = file.rooms.into_iter().map(|part| {
        Ok(RoomText {
            room: Term::new(&part.room).map_err(|_| CaseFileError::Word {
                word: part.room.clone(),
                what: "room",
            })?,
            title: localized(part.title)?,
            introduction: localized(part.introduction)?,
        })
    });
    Ok(Arrangement {
        made_up: file.made_up,
        title: localized(file.title)?,
        claim: localized(file.claim)?,
        introduction: localized(file.introduction)?,
        content_note: localized(file.content_note)?,
        shown: localized(file.shown)?,
        contact: localized(file.contact)?,
        credits: localized(file.credits)?,
        rooms: rooms.collect::<Result<_, CaseFileError>>()?,
        outlines,
        items: Vec::new(),
    })
}

fn localized(words: Words) -> Result<Localized, CaseFileError> {
    words
        .into_iter()
        .map(|(tag, text)| match Language::new(&tag) {
            Ok(language) => Ok((language, text.trim().to_owned())),
            Err(_) => Err(CaseFileError::Word {
                word: tag,
                what: "language",
            }),
        })
        .collect::<Result<_, _>>()
        .map(Localized)
}
