//! Tables become records and claims: one entry a row, what is known already left out.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use intake::{
    limits::Limits,
    mapping::{Context, Map, Mapped, MappedRow},
    table::{self, Table, TableOptions as ReadOptions},
};
use model::{
    access::Access,
    claim::{Claim, Locator},
    entry::EntryKind,
    id::{ClaimId, EvidenceNumber, RecordId, SourceId},
    judgement::Subject,
    payload::Payload,
    source::Source,
    vocabulary::{self, ClaimProblem},
    wire,
};

use crate::{
    error::{Error, Result},
    files,
    items::{Intake, access, term},
    outcome::{Imported, Problem},
    problems,
    recording::{Happening, counts},
    registrar::Registrar,
};

/// Subjects of one decision when many are decided at once; bounds the size of a payload.
const SUBJECTS: usize = 1_000;

/// How a single table is imported.
#[derive(Clone, Debug)]
pub struct TableOptions {
    /// The mapping file; `None`: columns with well-known names are taken.
    pub map: Option<PathBuf>,
    /// Of a workbook the sheet; `None`: the first one that is not hidden and has rows.
    pub sheet: Option<String>,
    /// Title of the source that the table itself is, for rows that name none; `None`: the file's name.
    pub source: Option<String>,
    /// The most open that table and claims may be; `None`: restricted, since nobody said that they may be shown.
    pub access: Option<String>,
}

/// What the importer of a table knows besides its bytes.
pub(crate) struct TableContext<'a> {
    /// The table's name in reports.
    pub(crate) name: &'a str,
    /// The item it is.
    pub(crate) item: EvidenceNumber,
    /// Sources by key.
    pub(crate) sources: &'a BTreeMap<String, SourceId>,
    /// The source of rows that name none.
    pub(crate) default_source: Option<SourceId>,
    /// Items by the path of their file from the case folder.
    pub(crate) files: &'a BTreeMap<String, EvidenceNumber>,
    /// Passages by row key.
    pub(crate) passages: &'a BTreeMap<String, (EvidenceNumber, Locator)>,
    /// The most open that a new claim may be.
    pub(crate) access: Access,
    /// What is known already shall be shown this far, as somebody asked; `None`: it stays as it is.
    pub(crate) asked: Option<Access>,
    /// The table has been imported before.
    pub(crate) again: bool,
}

impl Registrar {
    /// Imports one CSV or TSV file, or one sheet of a workbook (XLSX, ODS). Doing it twice changes nothing the second time.
    pub fn import_table(&mut self, path: &Path, options: &TableOptions) -> Result<Imported> {
        let limits = Limits::default();
        let bytes = files::read(path, limits.bytes as u64)?;
        let read = ReadOptions {
            sheet: options.sheet.as_deref(),
            ..ReadOptions::default()
        };
        let table = table::read(&bytes, &limits, read);
        let name = files::name(path);
        let mut imported = Imported::default();
        let (map, unused) = map_for(options.map.as_deref(), &table)?;
        imported.problems.extend(
            unused
                .into_iter()
                .map(|column| unused_column(&name, column)),
        );
        let asked = options.access.as_deref().map(access).transpose()?;
        let access = asked.unwrap_or(Access::Restricted);
        let title = options.source.as_deref().unwrap_or(&name);
        let source = self.table_source(title, asked, &mut imported)?;
        let intake = Intake {
            name: &name,
            title: Some(title),
            how: "imported as a table",
            source: Some(source),
            access,
        };
        let item = self.take_bytes(path, &bytes, &intake)?;
        let context = TableContext {
            name: &name,
            item: item.number,
            sources: &BTreeMap::new(),
            files: &BTreeMap::new(),
            default_source: Some(source),
            passages: &BTreeMap::new(),
            access,
            asked,
            again: item.known,
        };
        imported.entries += u64::from(!item.known);
        imported.items.push(item);
        self.import_rows(&table, &map, &context, &mut imported)?;
        self.publish()?;
        Ok(imported)
    }

    /// The source that a table without a source column is; described once, and anew when somebody asks for another access.
    pub(crate) fn table_source(
        &mut self,
        title: &str,
        asked: Option<Access>,
        imported: &mut Imported,
    ) -> Result<SourceId> {
        let id = wire::v1::source_id(&self.identifier_key()?, "table", title);
        let known = self.catalog.source(id)?.map(|known| known.source.access);
        let source = Source {
            id,
            title: title.to_owned(),
            kind: term("dataset")?,
            producer: None,
            date: None,
            languages: Vec::new(),
            reference: None,
            reliability: None,
            note: None,
            access: asked.or(known).unwrap_or(Access::Restricted),
        };
        self.describe_sources(vec![source], imported)?;
        Ok(id)
    }

    /// Describes sources that are new, or differ from what is known of them.
    pub(crate) fn describe_sources(
        &mut self,
        sources: Vec<Source>,
        imported: &mut Imported,
    ) -> Result<()> {
        let mut happenings = Vec::new();
        for source in sources {
            let known = self.catalog.source(source.id)?;
            if known.is_none_or(|known| known.source != source) {
                happenings.push(Happening::new(
                    EntryKind::SourceDescribed,
                    Payload::Source(source),
                ));
            }
        }
        imported.sources += happenings.len() as u64;
        imported.entries += self.record(happenings)?;
        Ok(())
    }

    /// Records what the rows of a table say, as far as it is new.
    pub(crate) fn import_rows(
        &mut self,
        table: &Table,
        map: &Map,
        context: &TableContext<'_>,
        imported: &mut Imported,
    ) -> Result<()> {
        let key = self.identifier_key()?;
        let mapped = map.apply(
            table,
            &Context {
                item: context.item,
                record: &|kind, namespace, row| wire::v1::record_bits(&key, kind, namespace, row),
                source: &|source| context.sources.get(source).copied(),
                passage: &|row| context.passages.get(row).cloned(),
                named: &|file| context.files.get(file).copied(),
                held: &|number| self.catalog.item(number).is_ok_and(|item| item.is_some()),
                language: None,
            },
        );
        let file = |problem| problems::of_file(context.name, &table.headers, problem);
        imported.problems.extend(table.problems.iter().map(file));
        imported.rows += (table.rows.len()
            + table
                .problems
                .iter()
                .filter(|problem| problem.loses_row())
                .count()) as u64;
        self.import_mapped(mapped, context, &key, imported)
    }

    /// Records what was read of rows, as far as it is new.
    pub(crate) fn import_mapped(
        &mut self,
        mapped: Mapped,
        context: &TableContext<'_>,
        key: &[u8; 32],
        imported: &mut Imported,
    ) -> Result<()> {
        let problems = mapped.problems.iter();
        imported
            .problems
            .extend(problems.map(|problem| problems::of_row(context.name, problem)));
        let mut fresh = Fresh::default();
        let mut happenings = Vec::new();
        for row in mapped.rows {
            happenings.extend(self.row(row, context, key, &mut fresh, imported)?);
        }
        happenings.extend(self.opened_or_closed(context, fresh.changed)?);
        imported.judgements += happenings
            .iter()
            .filter(|happening| happening.kind == EntryKind::JudgementMade)
            .count() as u64;
        imported.entries += self.record(happenings)?;
        Ok(())
    }

    /// The claim under which this one is known, and how far that may be shown now. How far it may be shown is part of a claim, so
    /// when a table comes again the other ways of showing it are looked for too: the same words are not recorded twice.
    fn known_as(
        &self,
        claim: &Claim,
        id: ClaimId,
        context: &TableContext<'_>,
        key: &[u8; 32],
    ) -> Result<Option<(ClaimId, Access)>> {
        let others = Access::ALL
            .into_iter()
            .filter(|access| *access != claim.access);
        let others = others.filter(|_| context.again).map(|access| {
            let other = Claim {
                access,
                ..claim.clone()
            };
            wire::v1::claim_id(key, &other)
        });
        for id in std::iter::once(id).chain(others) {
            if let Some(view) = self.catalog.claim(id)? {
                return Ok(Some((id, view.access)));
            }
        }
        Ok(None)
    }

    /// The decisions by which what was known is shown as far as somebody asked for.
    fn opened_or_closed(
        &self,
        context: &TableContext<'_>,
        mut changed: BTreeMap<Access, Vec<Subject>>,
    ) -> Result<Vec<Happening>> {
        if let Some(asked) = context.asked
            && self.item_access(context.item)? != Some(asked)
        {
            let subjects = changed.entry(asked).or_default();
            subjects.push(Subject::Item(context.item));
        }
        let mut happenings = Vec::new();
        for (access, subjects) in changed {
            let parts = subjects.chunks(SUBJECTS);
            happenings
                .extend(parts.map(|part| self.access_decision(access, part, "imported again")));
        }
        Ok(happenings)
    }

    /// The entry for one row; `None` when nothing in it is new.
    fn row(
        &self,
        row: MappedRow,
        context: &TableContext<'_>,
        key: &[u8; 32],
        fresh: &mut Fresh,
        imported: &mut Imported,
    ) -> Result<Option<Happening>> {
        let mut claims = Vec::with_capacity(row.claims.len());
        for mut claim in row.claims {
            claim.citation.source = claim.citation.source.or(context.default_source);
            claim.access = claim.access.max(context.access);
            for problem in vocabulary::check_claim(&claim) {
                imported
                    .problems
                    .push(unfit(context.name, row.row_number, &problem));
            }
            let id = wire::v1::claim_id(key, &claim);
            let known = self.known_as(&claim, id, context, key)?;
            if let Some((known, access)) = known
                && context.asked.is_some_and(|_| access != claim.access)
            {
                let subjects = fresh.changed.entry(claim.access).or_default();
                subjects.push(Subject::Claim(known));
            }
            if !fresh.claims.insert(id) || known.is_some() {
                imported.known_claims += 1;
            } else {
                claims.push(claim);
            }
        }
        if claims.is_empty() {
            return Ok(None);
        }
        let new_record =
            fresh.records.insert(row.record) && self.catalog.record(row.record)?.is_none();
        imported.records += u64::from(new_record);
        imported.claims += claims.len() as u64;
        let counts = counts(&[("claims", claims.len() as u64)]);
        let payload = Payload::Claims {
            records: vec![row.record],
            claims,
        };
        Ok(Some(Happening {
            counts,
            ..Happening::new(EntryKind::ClaimsRecorded, payload)
        }))
    }
}

/// What this import has met already, though the catalog does not know it yet.
#[derive(Default)]
struct Fresh {
    claims: BTreeSet<ClaimId>,
    records: BTreeSet<RecordId>,
    /// What is to be shown further or less far than it is.
    changed: BTreeMap<Access, Vec<Subject>>,
}

fn map_for(path: Option<&Path>, table: &Table) -> Result<(Map, Vec<String>)> {
    let Some(path) = path else {
        let standard = Map::standard(&table.headers);
        return Ok((standard.map, standard.unused));
    };
    Ok((read_map(path)?, Vec::new()))
}

/// Reads a mapping file.
pub(crate) fn read_map(path: &Path) -> Result<Map> {
    Map::parse(&files::read_settings(path)?).map_err(|cause| Error::Map {
        path: path.to_path_buf(),
        cause: Box::new(cause),
    })
}

/// A claim that does not fit the vocabulary: it is kept, for a vocabulary can grow, and flagged.
fn unfit(file: &str, row: u64, problem: &ClaimProblem) -> Problem {
    Problem {
        file: file.to_owned(),
        row: Some(row),
        column: None,
        taken: true,
        code: "bad-claim",
        facts: vec![("detail", problem.to_string())],
    }
}

fn unused_column(file: &str, column: String) -> Problem {
    Problem {
        file: file.to_owned(),
        row: None,
        column: Some(column),
        taken: true,
        code: "unused-column",
        facts: vec![],
    }
}
