//! The public edition as data to take away: claims one a row (CSV) and one a line (JSON Lines), sources, items, and a
//! `datapackage.json` that names every file with its digest.
//!
//! Claims are cut into files by the kind of record and the first characters of its identifier, so that one changed claim
//! rewrites one small file of each form. Nothing is held but the file being written.

mod claims;
mod index;
mod package;
mod tables;

use std::ops::Range;

use edition::{
    RecordKind,
    edition::{Edition, Subject},
};

use crate::{
    RenderError,
    plan::{Kind, Output},
    site::Site,
    stick,
    words::Words,
};

/// Records of a kind up to which its claims stay in one file, and up to which one character of the identifier parts them; beyond,
/// two do. Chosen by us: a file then has some 30 to 500 records.
const WHOLE: usize = 500;
const BY_ONE: usize = 15_000;

/// Records whose claims stand in one pair of files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    /// What the files are called, without folder and ending.
    name: String,
    /// Places in the edition's list of records.
    records: Range<usize>,
}

impl Part {
    /// What its files are called, without folder and ending.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// The records in it.
    pub(crate) fn records<'e>(&self, edition: &'e Edition) -> &'e [Subject] {
        edition
            .subjects
            .get(self.records.clone())
            .unwrap_or_default()
    }
}

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct File {
    /// Path from `data/`.
    pub(crate) path: String,
    /// Claims, sources or items in it.
    pub(crate) rows: u64,
    /// Its size.
    pub(crate) bytes: u64,
    /// SHA-256, 64 hexadecimal digits.
    pub(crate) digest: String,
}

/// The parts of an edition, in the order of records.
pub(crate) fn parts(edition: &Edition) -> Vec<Part> {
    let subjects = &edition.subjects;
    let mut parts: Vec<Part> = Vec::new();
    let mut start = 0;
    for same in subjects.chunk_by(|one, two| one.id.kind() == two.id.kind()) {
        let letters = match same.len() {
            count if count <= WHOLE => 0,
            count if count <= BY_ONE => 1,
            _ => 2,
        };
        for subject in same {
            let id = subject.id.to_string();
            let name = match id.get(1..1 + letters) {
                Some(prefix) if letters > 0 => format!("{}-{prefix}", slug(subject.id.kind())),
                _ => slug(subject.id.kind()).to_owned(),
            };
            match parts.last_mut() {
                Some(part) if part.name == name => part.records.end += 1,
                _ => parts.push(Part {
                    name,
                    records: start..start + 1,
                }),
            }
            start += 1;
        }
    }
    parts
}

/// A kind of record in the names of files.
fn slug(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Person => "people",
        RecordKind::Group => "groups",
        RecordKind::Place => "places",
        RecordKind::Event => "events",
        RecordKind::Statement => "statements",
        RecordKind::Proceeding => "proceedings",
    }
}

/// Writes the two files of a part.
pub(crate) fn write(
    edition: &Edition,
    part: &Part,
    output: &mut Output<'_>,
) -> Result<(), RenderError> {
    let subjects = part.records(edition);
    let (table, rows) = claims::table(subjects);
    put(
        output,
        format!("claims/{}.csv", part.name),
        rows,
        table.as_bytes(),
    )?;
    drop(table);
    let lines = claims::lines(subjects);
    put(
        output,
        format!("claims/{}.jsonl", part.name),
        rows,
        lines.as_bytes(),
    )
}

/// Writes the tables of sources and items.
pub(crate) fn write_tables(site: &Site<'_>, output: &mut Output<'_>) -> Result<(), RenderError> {
    let edition = site.edition.whole();
    put(
        output,
        "sources.csv".to_owned(),
        edition.sources.len() as u64,
        tables::sources(edition).as_bytes(),
    )?;
    put(
        output,
        "items.csv".to_owned(),
        edition.items.len() as u64,
        tables::items(edition).as_bytes(),
    )
}

/// Writes what names all the others, once they are there: the package, and a page in each language.
pub(crate) fn finish(
    site: &Site<'_>,
    words: &[Words],
    mut files: Vec<File>,
    output: &mut Output<'_>,
) -> Result<(), RenderError> {
    files.sort();
    output.write(
        "data/claims.schema.json",
        package::schema().as_bytes(),
        Kind::Other,
    )?;
    output.write(
        "data/datapackage.json",
        package::package(site, words, &files).as_bytes(),
        Kind::Other,
    )?;
    output.write(
        "data/files.csv",
        tables::files(&files).as_bytes(),
        Kind::Other,
    )?;
    words
        .iter()
        .try_for_each(|words| index::write(site, words, &files, output))
}

fn put(output: &mut Output<'_>, path: String, rows: u64, bytes: &[u8]) -> Result<(), RenderError> {
    output.write(&format!("data/{path}"), bytes, Kind::Other)?;
    output.data.push(File {
        path,
        rows,
        bytes: bytes.len() as u64,
        digest: stick::digest(bytes),
    });
    Ok(())
}

/// Files as lines, to be remembered from one exhibition to the next.
pub(crate) fn notes(files: &[File]) -> String {
    files
        .iter()
        .map(|file| {
            format!(
                "{} {} {} {}\n",
                file.rows, file.bytes, file.digest, file.path
            )
        })
        .collect()
}

/// The files that `notes` wrote down.
pub(crate) fn listed(notes: &str) -> impl Iterator<Item = File> + '_ {
    notes.lines().filter_map(|line| {
        let mut parts = line.splitn(4, ' ');
        Some(File {
            rows: parts.next()?.parse().ok()?,
            bytes: parts.next()?.parse().ok()?,
            digest: parts.next()?.to_owned(),
            path: parts.next()?.to_owned(),
        })
    })
}
