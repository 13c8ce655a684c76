//! What other systems hand out and take in: their exports become one form, and that form becomes theirs.
//!
//! Each format is one module that knows its columns or keys in both directions, so that what is written is read again. Both are pure
//! functions. Identifiers, sources and items are looked up by the caller, as for a map of a table. Specified in `docs/exchange.md`.

mod apply;
mod capture;
mod cell;
mod claims;
mod collectionbuilder;
mod ftm;
mod left;
mod lines;
mod omeka;
mod openevsys;
mod propose;
mod sfm;
#[cfg(test)]
mod tests;
mod uwazi;
mod wide;

use std::collections::BTreeMap;

use model::{
    access::Access, claim::VoiceRole, date::StatedDate, id::RecordKind, language::Language,
    term::Term, value::Value,
};

use crate::{
    limits::Limits,
    mapping::{Loss, RowProblem, RowReason},
    problem::Problem,
    table::{self, Delimiter, Table, TableOptions},
};

pub use left::Left;
pub use propose::propose;

/// A system, or a form that several of them share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Claims, one a row, and sources: ours, with everything.
    Csv,
    /// The same as JSON-LD in one file; the JSON-LD of Omeka S is read as well.
    JsonLd,
    /// Uwazi: a ZIP with `import.csv`, one for each kind of record.
    Uwazi,
    /// Omeka S: the table that its CSV Import takes.
    Omeka,
    /// CollectionBuilder, and what comes out of Tropy as CSV.
    CollectionBuilder,
    /// FollowTheMoney (Aleph, OpenAleph, OpenSanctions): entities as JSON lines; statements as CSV are read as well.
    Ftm,
    /// What auto-archiver writes about the pages that it captured. Read alone.
    AutoArchiver,
    /// Claims of the Security Force Monitor, as JSON. Read alone.
    Sfm,
    /// The XML export of OpenEvSys. Read alone.
    OpenEvSys,
}

/// A file of an export: its name, without anything that leads elsewhere, and its bytes.
pub type File = (String, Vec<u8>);

/// What travels between two systems.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parcel {
    /// Who says what is said, each with a key of its own.
    pub sources: Vec<Origin>,
    /// Records with what is said of them.
    pub records: Vec<Record>,
    /// What could not be taken, or looks wrong.
    pub problems: Vec<(String, RowProblem)>,
    /// What was wrong with files as such.
    pub file_problems: Vec<(String, Problem)>,
    /// Files that came along, to be kept as items.
    pub files: Vec<File>,
}

/// A record as one system calls it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// What it is.
    pub kind: RecordKind,
    /// What the system calls it. An identifier of ours stays what it is.
    pub key: String,
    /// Where it stands: row of a table, line of a file, from 1.
    pub row: u64,
    /// What is said of it.
    pub said: Vec<Said>,
}

/// One thing said of a record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Said {
    /// What is said, such as `name`.
    pub property: Term,
    /// What the value is.
    pub value: Content,
    /// What narrows it.
    pub qualifiers: Vec<(Term, Content)>,
    /// Key of the source that says it; `None`: not told.
    pub source: Option<String>,
    /// Where in the source, in its own terms.
    pub place: Option<String>,
    /// Through whom it reached the source, innermost first.
    pub voices: Vec<(VoiceRole, Speaker)>,
    /// How sure; `None`: `stated`.
    pub certainty: Option<Term>,
    /// The source's words on that.
    pub note: Option<String>,
    /// How far the system showed it; `None`: not told.
    pub access: Option<Access>,
    /// Row, from 1.
    pub row: u64,
    /// Column or key in which it stands.
    pub column: Option<String>,
}

/// A value, or another record by its key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Content {
    /// A value; never a record.
    Value(Value),
    /// A record of this kind.
    Record(RecordKind, String),
}

/// A voice.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Speaker {
    /// Named in words.
    Named(String),
    /// A record.
    Record(RecordKind, String),
    /// A source by its key.
    Source(String),
}

/// A source as it travels.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    /// Its key. An identifier of ours stays what it is.
    pub key: String,
    /// Its title.
    pub title: String,
    /// What it is: a term of the vocabulary `source-kind`.
    pub kind: Term,
    /// Author or publisher.
    pub producer: Option<String>,
    /// When it was made.
    pub date: Option<StatedDate>,
    /// Languages.
    pub languages: Vec<Language>,
    /// Where it can be found.
    pub reference: Option<String>,
    /// A grade, and who gave it.
    pub reliability: Option<(Term, String)>,
    /// What else must be known.
    pub note: Option<String>,
}

/// An export as written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Its files.
    pub files: Vec<File>,
    /// Records in it.
    pub records: u64,
    /// Facts in it.
    pub facts: u64,
    /// What it could not hold, counted.
    pub left: BTreeMap<Left, u64>,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Csv,
        Self::JsonLd,
        Self::Uwazi,
        Self::Omeka,
        Self::CollectionBuilder,
        Self::Ftm,
        Self::AutoArchiver,
        Self::Sfm,
        Self::OpenEvSys,
    ];

    /// The word for it on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::JsonLd => "jsonld",
            Self::Uwazi => "uwazi",
            Self::Omeka => "omeka",
            Self::CollectionBuilder => "collectionbuilder",
            Self::Ftm => "ftm",
            Self::AutoArchiver => "auto-archiver",
            Self::Sfm => "sfm",
            Self::OpenEvSys => "openevsys",
        }
    }

    /// The format called `word`.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.as_str() == word)
    }

    /// Whether every claim comes with who says it, so that none is said by the export as such.
    pub fn names_sources(self) -> bool {
        matches!(self, Self::Csv | Self::JsonLd)
    }
}

/// Reads an export. `kind` is what its records are where the export does not say so.
pub fn read(format: Format, files: Vec<File>, kind: RecordKind, limits: &Limits) -> Parcel {
    let mut parcel = Parcel::default();
    for (name, bytes) in files {
        if bytes.len() > limits.bytes {
            let (size, limit) = (bytes.len(), limits.bytes);
            let problem = Problem::FileTooLarge { size, limit };
            parcel.file_problems.push((name, problem));
            continue;
        }
        let before = parcel.size();
        match format {
            Format::Csv => claims::read_csv(&name, &bytes, limits, &mut parcel),
            Format::JsonLd => claims::read_json(&name, &bytes, kind, &mut parcel),
            Format::Uwazi => uwazi::read(&name, &bytes, kind, limits, &mut parcel),
            Format::Omeka => omeka::read(&name, &bytes, kind, limits, &mut parcel),
            Format::CollectionBuilder => {
                wide::read(
                    &collectionbuilder::LAYOUT,
                    &name,
                    &bytes,
                    kind,
                    limits,
                    &mut parcel,
                );
            }
            Format::Ftm => ftm::read(&name, &bytes, limits, &mut parcel),
            Format::AutoArchiver => capture::read(&name, &bytes, limits, &mut parcel),
            Format::Sfm => sfm::read(&name, &bytes, &mut parcel),
            Format::OpenEvSys => openevsys::read(&name, &bytes, limits, &mut parcel),
        }
        if parcel.size() == before {
            parcel.note(&name, 1, None, RowReason::NothingHere, Loss::Row);
        }
    }
    parcel
}

/// Writes an export; `None` for a format that is read alone. `names` gives the name of a record to which another refers.
pub fn write(
    format: Format,
    parcel: &Parcel,
    names: &dyn Fn(&str) -> Option<String>,
) -> Option<Written> {
    Some(match format {
        Format::Csv => claims::write_csv(parcel),
        Format::JsonLd => claims::write_json(parcel),
        Format::Uwazi => uwazi::write(parcel, names),
        Format::Omeka => omeka::write(parcel, names),
        Format::CollectionBuilder => collectionbuilder::write(parcel, names),
        Format::Ftm => ftm::write(parcel, names),
        Format::AutoArchiver | Format::Sfm | Format::OpenEvSys => return None,
    })
}

/// A table of rows of cells as CSV.
pub fn table(rows: &[Vec<String>]) -> Vec<u8> {
    lines::table(rows.iter().map(Vec::as_slice))
}

/// What a record is called where only one name can stand; `None` for one without.
pub fn title(record: &Record) -> Option<&str> {
    wide::title(record)
}

impl Parcel {
    /// Reads a table of the export; what is wrong with it is noted as of `file`. Without a delimiter it is told from the rows.
    fn table(
        &mut self,
        file: &str,
        bytes: &[u8],
        delimiter: Option<Delimiter>,
        limits: &Limits,
    ) -> Table {
        let options = TableOptions {
            delimiter,
            ..TableOptions::default()
        };
        let mut table = table::read(bytes, limits, options);
        let problems = std::mem::take(&mut table.problems).into_iter();
        self.file_problems
            .extend(problems.map(|problem| (file.to_owned(), problem)));
        table
    }

    /// How much was read or said so far.
    fn size(&self) -> usize {
        let problems = self.problems.len() + self.file_problems.len();
        self.records.len() + self.sources.len() + self.files.len() + problems
    }

    /// Notes something that could not be taken.
    fn note(&mut self, file: &str, row: u64, column: Option<&str>, reason: RowReason, loss: Loss) {
        let problem = RowProblem {
            row,
            column: column.map(str::to_owned),
            reason,
            loss,
        };
        self.problems.push((file.to_owned(), problem));
    }
}

impl Written {
    fn leave(&mut self, why: Left) {
        *self.left.entry(why).or_default() += 1;
    }
}

impl Said {
    /// Said in a cell, by nobody in particular.
    fn new(property: Term, value: Value, row: u64, column: &str) -> Self {
        Self {
            property,
            value: Content::Value(value),
            qualifiers: Vec::new(),
            source: None,
            place: None,
            voices: Vec::new(),
            certainty: None,
            note: None,
            access: None,
            row,
            column: Some(column.to_owned()),
        }
    }

    /// Words that have no property of ours: kept under what they are called there.
    fn elsewhere(called: &str, text: &str, row: u64) -> Option<Self> {
        let words = |text: &str| Value::Text {
            text: text.to_owned(),
            language: None,
        };
        let mut said = Self::new(term("described-as")?, words(text), row, called);
        said.qualifiers
            .push((term("scope")?, Content::Value(words(called))));
        Some(said)
    }
}

/// A term; `None` when `word` is none.
fn term(word: &str) -> Option<Term> {
    Term::new(word).ok()
}

/// Words without a language.
fn words(text: &str) -> Value {
    Value::Text {
        text: text.to_owned(),
        language: None,
    }
}
