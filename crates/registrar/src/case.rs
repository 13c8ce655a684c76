//! A case folder becomes an archive: sources, report, tables, decisions, arrangement. Doing it twice changes nothing.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use intake::{
    limits::Limits,
    table::{self, Row, Table, TableOptions as ReadOptions},
};
use model::{
    access::Access,
    claim::Locator,
    date::{Calendar, StatedDate},
    entry::EntryKind,
    id::{EvidenceNumber, SourceId},
    language::Language,
    payload::Payload,
    source::Source,
    term::Term,
    wire,
};
use proof::digest::Digest;

use crate::{
    case_file::{ArrangementFile, CaseFile, FileName, ReportPart},
    error::{Error, Result},
    files,
    items::{Intake, access, unreadable},
    outcome::{Imported, Problem},
    problems,
    recording::Happening,
    registrar::Registrar,
    tables::{TableContext, read_map},
};

type Passages = BTreeMap<String, BTreeMap<String, (EvidenceNumber, Locator)>>;

/// `true` for a folder with `case.toml`.
pub fn is_case(path: &Path) -> bool {
    path.join("case.toml").is_file()
}

/// A case folder being imported.
struct CaseFolder<'a> {
    folder: &'a Path,
    file: CaseFile,
    sources: BTreeMap<String, SourceId>,
    /// Items by the path of their file.
    items: BTreeMap<String, EvidenceNumber>,
}

impl Registrar {
    /// Imports a case folder. `report` takes the place of the case's own summary of the press report; it must be the very file that
    /// the case was made from. `progress` is told what is being read.
    pub fn import_case(
        &mut self,
        folder: &Path,
        report: Option<&Path>,
        progress: &mut dyn FnMut(&str),
    ) -> Result<Imported> {
        let path = folder.join("case.toml");
        let file = CaseFile::parse(&files::read_settings(&path)?).map_err(|cause| Error::Case {
            path,
            cause: Box::new(cause),
        })?;
        let mut case = CaseFolder {
            folder,
            file,
            sources: BTreeMap::new(),
            items: BTreeMap::new(),
        };
        let mut imported = Imported::default();
        self.refuse_mixing(&case)?;
        self.case_sources(&mut case, &mut imported)?;
        let passages = self.case_report(&case, report, &mut imported)?;
        self.case_items(&mut case, progress, &mut imported)?;
        let none = BTreeMap::new();
        for part in std::mem::take(&mut case.file.tables) {
            progress(&part.file);
            let item = self.case_item(&case, &part.file, &part.title, &mut imported)?;
            case.items.insert(part.file.clone(), item);
            let again = imported.items.last().is_some_and(|item| item.known);
            let bytes = files::read(&case.path(&part.file), Limits::default().bytes as u64)?;
            let table = table::read(&bytes, &Limits::default(), ReadOptions::default());
            let context = TableContext {
                name: &part.file,
                item,
                sources: &case.sources,
                files: &case.items,
                default_source: None,
                passages: passages.get(&part.file).unwrap_or(&none),
                access: Access::Public,
                asked: None,
                again,
            };
            self.import_rows(
                &table,
                &read_map(&case.path(&part.map))?,
                &context,
                &mut imported,
            )?;
        }
        self.case_judgements(&case, &mut imported)?;
        self.case_arrangement(&case, &mut imported)?;
        self.publish()?;
        Ok(imported)
    }

    /// Made-up and real data are never mixed: an archive with anything in it keeps to what its arrangement says.
    fn refuse_mixing(&self, case: &CaseFolder<'_>) -> Result<()> {
        let Some(exhibition) = &case.file.exhibition else {
            return Ok(());
        };
        let arrangement = case.arrangement(exhibition)?;
        let known = self.catalog.arrangement()?;
        let has_records = !self.catalog.counts()?.records.is_empty();
        let made_up = known.map_or(has_records.then_some(false), |known| Some(known.made_up));
        if made_up.is_some_and(|made_up| made_up != arrangement.made_up) {
            return Err(Error::MadeUp {
                path: case.folder.to_path_buf(),
            });
        }
        Ok(())
    }

    fn case_sources(&mut self, case: &mut CaseFolder<'_>, imported: &mut Imported) -> Result<()> {
        let name = case.file.sources.file.clone();
        self.case_item(case, &name, "The sources of this case", imported)?;
        let table = case.table(&name, imported)?;
        let key = self.identifier_key()?;
        let mut sources = Vec::new();
        for row in &table.rows {
            let cell = |column: &str| cell(&table, row, column);
            let Some(word) = cell("source_id") else {
                continue;
            };
            let id = wire::v1::source_id(&key, "source", &word);
            match source(id, &cell) {
                Ok(source) => {
                    sources.push(source);
                    case.sources.insert(word, id);
                }
                Err((column, text)) => imported.problems.push(Problem {
                    file: name.clone(),
                    row: Some(row.number),
                    column: Some(column.to_owned()),
                    taken: false,
                    code: "not-a-term",
                    facts: vec![("text", text)],
                }),
            }
        }
        self.describe_sources(sources, imported)
    }

    /// Takes in the report, and says where in it each row can be read.
    fn case_report(
        &mut self,
        case: &CaseFolder<'_>,
        original: Option<&Path>,
        imported: &mut Imported,
    ) -> Result<Passages> {
        let Some(report) = &case.file.report else {
            return Ok(Passages::new());
        };
        let path = original.map_or_else(|| case.path(&report.summary), Path::to_path_buf);
        let bytes = files::read(&path, Limits::default().text as u64)?;
        if original.is_some() {
            require_digest(&path, &bytes, report)?;
        }
        let name = files::name(&path);
        let title = if original.is_some() {
            report.title.clone()
        } else {
            format!("{} (summary)", report.title)
        };
        let intake = Intake {
            name: &name,
            title: Some(&title),
            how: if original.is_some() {
                "original file, as handed over"
            } else {
                "summary written for this case"
            },
            source: case.sources.get(&report.source).copied(),
            access: Access::Public,
        };
        let item = self.take_bytes(&path, &bytes, &intake)?;
        let number = item.number;
        imported.entries += u64::from(!item.known);
        imported.items.push(item);
        let text = intake::encoding::decode(&bytes, None).text;
        let table = case.table(&report.passages, imported)?;
        let mut passages = Passages::new();
        for row in &table.rows {
            let cell = |column| cell(&table, row, column).unwrap_or_default();
            let span = if original.is_some() {
                cell("start").parse().ok().zip(cell("end").parse().ok())
            } else {
                span_of(&text, &cell("anchor"))
            };
            match span {
                Some((start, end)) => {
                    let passage = (number, Locator::Text { start, end });
                    passages
                        .entry(cell("table"))
                        .or_default()
                        .insert(cell("row_id"), passage);
                }
                None => imported.problems.push(Problem {
                    file: report.passages.clone(),
                    row: Some(row.number),
                    column: None,
                    taken: false,
                    code: "anchor",
                    facts: vec![("row", cell("row_id"))],
                }),
            }
        }
        Ok(passages)
    }

    fn case_arrangement(&mut self, case: &CaseFolder<'_>, imported: &mut Imported) -> Result<()> {
        let Some(exhibition) = &case.file.exhibition else {
            return Ok(());
        };
        let mut outlines = Vec::new();
        for outline in &case.file.outlines {
            outlines.push(self.case_item(case, &outline.file, &outline.title, imported)?);
        }
        let path = case.path(&exhibition.file);
        let arrangement = case.arrangement(exhibition)?;
        let arrangement = arrangement
            .arranged(outlines, &|name| self.case_item_named(case, name))
            .map_err(|cause| Error::Case {
                path,
                cause: Box::new(cause),
            })?;
        if self.catalog.arrangement()?.as_ref() != Some(&arrangement) {
            let payload = Payload::Arrangement(arrangement);
            imported.entries +=
                self.record(vec![Happening::new(EntryKind::ExhibitionArranged, payload)])?;
        }
        Ok(())
    }

    /// Takes in one file that the case is made of, as a public item.
    fn case_item(
        &mut self,
        case: &CaseFolder<'_>,
        file: &str,
        title: &str,
        imported: &mut Imported,
    ) -> Result<EvidenceNumber> {
        let intake = Intake {
            name: &files::name(Path::new(file)),
            title: Some(title),
            how: "part of the case folder",
            source: None,
            access: Access::Public,
        };
        self.case_file(case, file, &intake, imported)
    }

    fn case_file(
        &mut self,
        case: &CaseFolder<'_>,
        file: &str,
        intake: &Intake<'_>,
        imported: &mut Imported,
    ) -> Result<EvidenceNumber> {
        let item = self.take_file(&case.path(file), intake)?;
        let number = item.number;
        imported.entries += u64::from(!item.known);
        imported.items.push(item);
        Ok(number)
    }

    /// Takes in what the case brings beside its tables: pictures, documents, recordings. One that cannot be read is reported.
    fn case_items(
        &mut self,
        case: &mut CaseFolder<'_>,
        progress: &mut dyn FnMut(&str),
        imported: &mut Imported,
    ) -> Result<()> {
        for part in std::mem::take(&mut case.file.items) {
            progress(&part.file);
            let source = part.source.as_ref();
            let known = source.and_then(|key| case.sources.get(key)).copied();
            if let Some(key) = source.filter(|_| known.is_none()) {
                imported.problems.push(Problem {
                    file: part.file.clone(),
                    row: None,
                    column: None,
                    taken: true,
                    code: "unknown-source",
                    facts: vec![("key", key.clone())],
                });
            }
            let access = part.access.as_deref().map(access).transpose()?;
            let intake = Intake {
                name: &files::name(Path::new(&part.file)),
                title: Some(&part.title),
                how: part
                    .obtained
                    .as_deref()
                    .unwrap_or("part of the case folder"),
                source: known,
                access: access.unwrap_or(Access::Public),
            };
            match self.case_file(case, &part.file, &intake, imported) {
                Ok(number) => {
                    let names = part.id.into_iter().chain([part.file]);
                    case.items.extend(names.map(|name| (name, number)));
                }
                Err(Error::Io { path, source }) => {
                    imported.problems.push(unreadable(&path, &source));
                }
                Err(other) => return Err(other),
            }
        }
        Ok(())
    }

    /// The item that a case file names by its path or by its evidence number; `None` when there is none.
    fn case_item_named(&self, case: &CaseFolder<'_>, name: &str) -> Option<EvidenceNumber> {
        let given = EvidenceNumber::parse(name).ok();
        let held =
            given.filter(|number| self.catalog.item(*number).is_ok_and(|item| item.is_some()));
        case.items.get(name).copied().or(held)
    }

    fn case_judgements(&mut self, case: &CaseFolder<'_>, imported: &mut Imported) -> Result<()> {
        let Some(judgements) = &case.file.judgements else {
            return Ok(());
        };
        let table = case.table(&judgements.file, imported)?;
        let mut happenings = Vec::new();
        let mut pairs = self.pairs()?;
        for row in &table.rows {
            match self.case_judgement(&table, row, &mut pairs, &|name| {
                self.case_item_named(case, name)
            }) {
                Ok(Some(happening)) => happenings.push(happening),
                Ok(None) => {}
                Err(text) => imported.problems.push(Problem {
                    file: judgements.file.clone(),
                    row: Some(row.number),
                    column: None,
                    taken: false,
                    code: "bad-judgement",
                    facts: vec![("text", text)],
                }),
            }
        }
        imported.judgements += happenings
            .iter()
            .filter(|happening| happening.kind == EntryKind::JudgementMade)
            .count() as u64;
        imported.suggestions += happenings
            .iter()
            .filter(|happening| happening.kind == EntryKind::SuggestionMade)
            .count() as u64;
        imported.entries += self.record(happenings)?;
        Ok(())
    }
}

impl CaseFolder<'_> {
    fn path(&self, file: &str) -> PathBuf {
        self.folder.join(file)
    }

    /// Reads the case's arrangement.
    fn arrangement(&self, exhibition: &FileName) -> Result<ArrangementFile> {
        let path = self.path(&exhibition.file);
        ArrangementFile::parse(&files::read_settings(&path)?).map_err(|cause| Error::Case {
            path,
            cause: Box::new(cause),
        })
    }

    /// Reads a table of the case's own form; its problems are reported.
    fn table(&self, file: &str, imported: &mut Imported) -> Result<Table> {
        let bytes = files::read(&self.path(file), Limits::default().bytes as u64)?;
        let table = table::read(&bytes, &Limits::default(), ReadOptions::default());
        imported.problems.extend(
            table
                .problems
                .iter()
                .map(|problem| problems::of_file(file, &table.headers, problem)),
        );
        Ok(table)
    }
}

/// A cell by its header; `None` when it is empty or there is no such column.
pub(crate) fn cell(table: &Table, row: &Row, column: &str) -> Option<String> {
    let place = table.headers.iter().position(|header| header == column)?;
    let text = row.cells.get(place)?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// A source from a row; the column and text that cannot be used otherwise.
fn source(
    id: SourceId,
    cell: &dyn Fn(&str) -> Option<String>,
) -> std::result::Result<Source, (&'static str, String)> {
    let kind = cell("kind").unwrap_or_default();
    let mut languages = Vec::new();
    for tag in cell("language")
        .unwrap_or_default()
        .split('|')
        .filter(|tag| !tag.is_empty())
    {
        languages.push(Language::new(tag.trim()).map_err(|error| ("language", error.text))?);
    }
    Ok(Source {
        id,
        title: cell("title").unwrap_or_default(),
        kind: Term::new(&kind).map_err(|error| ("kind", error.text))?,
        producer: cell("author_or_publisher"),
        date: cell("date").map(|stated| StatedDate {
            stated,
            calendar: Calendar::Gregorian,
        }),
        languages,
        reference: cell("url_or_reference"),
        reliability: None,
        note: cell("note"),
        access: Access::Public,
    })
}

fn require_digest(path: &Path, bytes: &[u8], report: &ReportPart) -> Result<()> {
    let found = Digest::of(bytes).to_string();
    if found == report.original_sha256 {
        return Ok(());
    }
    Err(Error::NotTheReport {
        path: path.to_path_buf(),
        expected: report.original_sha256.clone(),
        found,
    })
}

/// Where `anchor` stands in `text`, in Unicode scalar values; `None` unless it stands there exactly once.
fn span_of(text: &str, anchor: &str) -> Option<(u64, u64)> {
    let mut places = text.match_indices(anchor).filter(|_| !anchor.is_empty());
    let (byte, _) = places.next()?;
    if places.next().is_some() {
        return None;
    }
    let start = text[..byte].chars().count() as u64;
    Some((start, start + anchor.chars().count() as u64))
}
