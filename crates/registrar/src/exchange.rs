//! What comes from other systems: their exports become items, sources, records and claims, as tables do.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use intake::{
    exchange::{self, Format, Origin, Parcel},
    limits::Limits,
    mapping::{Context, Loss},
    table,
};
use model::{
    access::Access,
    id::{RecordId, RecordKind, SourceId},
    source::{Reliability, Source},
    wire,
};

use crate::{
    error::{Error, Result},
    files,
    items::{Intake, access},
    outcome::Imported,
    problems,
    registrar::Registrar,
    tables::TableContext,
};

/// How an export of another system is imported.
#[derive(Clone, Debug)]
pub struct ExchangeOptions {
    /// Word for the format, one of [`import_formats`].
    pub format: String,
    /// What its records are where it does not say so, such as `person`; `None`: people.
    pub kind: Option<String>,
    /// Title of the source that the export itself is; `None`: its file's name. Exports under one title are one system: what it calls
    /// by the same key is one record.
    pub source: Option<String>,
    /// The most open that files and claims may be; `None`: restricted.
    pub access: Option<String>,
}

/// The words for formats that are read.
pub fn import_formats() -> Vec<&'static str> {
    Format::ALL.into_iter().map(Format::as_str).collect()
}

/// A map for the table at `path`, proposed from its headers, to be edited.
pub fn propose_map(path: &Path) -> Result<String> {
    let limits = Limits::default();
    let bytes = files::read(path, limits.bytes as u64)?;
    let table = table::read(&bytes, &limits, table::TableOptions::default());
    Ok(exchange::propose(&table, &files::name(path)))
}

/// The endings of the files that a format consists of.
fn endings(format: Format) -> &'static [&'static str] {
    match format {
        Format::Csv | Format::Omeka | Format::CollectionBuilder | Format::AutoArchiver => &["csv"],
        Format::JsonLd => &["jsonld", "json"],
        Format::Uwazi => &["zip", "csv"],
        Format::Ftm => &["json", "ftm", "csv"],
        Format::Sfm => &["json"],
        Format::OpenEvSys => &["xml"],
    }
}

/// A file of the export, read.
struct Read {
    path: PathBuf,
    name: String,
    bytes: Vec<u8>,
    parcel: Parcel,
}

impl Registrar {
    /// Imports what another system handed out: a file, or a folder of files. Doing it twice changes nothing the second time.
    pub fn import_exchange(&mut self, path: &Path, options: &ExchangeOptions) -> Result<Imported> {
        let unknown = |what, word: &str| Error::Unknown {
            what,
            id: word.to_owned(),
        };
        let format = Format::parse(&options.format);
        let format = format.ok_or_else(|| unknown("format", &options.format))?;
        let kind = match options.kind.as_deref() {
            None => RecordKind::Person,
            Some(word) => RecordKind::parse(word).ok_or_else(|| unknown("kind", word))?,
        };
        let asked = options.access.as_deref().map(access).transpose()?;
        let read = read_all(path, format, kind)?;
        let mut imported = Imported::default();
        let title = options.source.clone().unwrap_or_else(|| files::name(path));
        let namespace = format!("{}:{title}", format.as_str());
        let default_source = if format.names_sources() {
            None
        } else {
            Some(self.table_source(&title, asked, &mut imported)?)
        };
        let origins = read.iter().flat_map(|read| &read.parcel.sources);
        let origins: Vec<Origin> = origins.cloned().collect();
        let sources = self.origins(&origins, &namespace, asked, &mut imported)?;
        for read in read {
            let access = asked.unwrap_or(Access::Restricted);
            let intake = Intake {
                name: &read.name,
                title: Some(&title),
                how: "imported as an export of another system",
                source: default_source,
                access,
            };
            let item = self.take_bytes(&read.path, &read.bytes, &intake)?;
            for (name, bytes) in &read.parcel.files {
                let along = Intake {
                    name,
                    title: None,
                    ..intake.clone()
                };
                let along = self.take_bytes(&read.path, bytes, &along)?;
                imported.entries += u64::from(!along.known);
                imported.items.push(along);
            }
            let context = TableContext {
                name: &read.name,
                item: item.number,
                sources: &sources,
                files: &BTreeMap::new(),
                default_source,
                passages: &BTreeMap::new(),
                access,
                asked,
                again: item.known,
            };
            imported.entries += u64::from(!item.known);
            imported.items.push(item);
            self.import_parcel(&read.parcel, &namespace, &context, &mut imported)?;
        }
        self.publish()?;
        Ok(imported)
    }

    fn import_parcel(
        &mut self,
        parcel: &Parcel,
        namespace: &str,
        context: &TableContext<'_>,
        imported: &mut Imported,
    ) -> Result<()> {
        let key = self.identifier_key()?;
        let mapped = parcel.claims(
            namespace,
            &Context {
                item: context.item,
                // What left this archive, or one like it, comes back as what it was.
                record: &|kind, namespace, text| match RecordId::parse(text) {
                    Ok(id) if id.kind() == kind => id,
                    _ => wire::v1::record_bits(&key, kind, namespace, text),
                },
                source: &|source| context.sources.get(source).copied(),
                passage: &|_| None,
                named: &|_| None,
                held: &|_| true,
                language: None,
            },
        );
        let lost = |loss: Loss| u64::from(loss == Loss::Row);
        let not_taken = parcel
            .problems
            .iter()
            .map(|(_, problem)| lost(problem.loss));
        imported.rows += parcel.records.len() as u64 + not_taken.sum::<u64>();
        let of_file = |(file, problem): &(String, _)| problems::of_file(file, &[], problem);
        imported
            .problems
            .extend(parcel.file_problems.iter().map(of_file));
        let of_row = |(file, problem): &(String, _)| problems::of_row(file, problem);
        imported.problems.extend(parcel.problems.iter().map(of_row));
        self.import_mapped(mapped, context, &key, imported)
    }

    /// Sources by the keys that the export has for them. One of ours that is known stays as it is known.
    fn origins(
        &mut self,
        origins: &[Origin],
        namespace: &str,
        asked: Option<Access>,
        imported: &mut Imported,
    ) -> Result<BTreeMap<String, SourceId>> {
        let key = self.identifier_key()?;
        let mut ids = BTreeMap::new();
        let mut described = Vec::new();
        for origin in origins {
            let ours = SourceId::parse(&origin.key).ok();
            let id = ours.unwrap_or_else(|| wire::v1::source_id(&key, namespace, &origin.key));
            let known = self.catalog.source(id)?.map(|known| known.source.access);
            if ids.insert(origin.key.clone(), id).is_some() || (ours.is_some() && known.is_some()) {
                continue;
            }
            let origin = origin.clone();
            described.push(Source {
                id,
                title: origin.title,
                kind: origin.kind,
                producer: origin.producer,
                date: origin.date,
                languages: origin.languages,
                reference: origin.reference,
                reliability: origin
                    .reliability
                    .map(|(grade, by)| Reliability { grade, by }),
                note: origin.note,
                access: asked.or(known).unwrap_or(Access::Restricted),
            });
        }
        self.describe_sources(described, imported)?;
        Ok(ids)
    }
}

/// The files of an export. Of a folder, those at its top that the format consists of.
fn read_all(path: &Path, format: Format, kind: RecordKind) -> Result<Vec<Read>> {
    let limits = Limits::default();
    let mut paths = Vec::new();
    files::walk(path, &mut paths)?;
    if path.is_dir() {
        paths.retain(|file| {
            let ending = file
                .extension()
                .map(|end| end.to_string_lossy().to_lowercase());
            file.parent() == Some(path)
                && ending.is_some_and(|end| endings(format).contains(&end.as_str()))
                && (format != Format::Csv
                    || ["claims.csv", "sources.csv"].contains(&files::name(file).as_str()))
        });
    }
    let mut all = Vec::with_capacity(paths.len());
    for path in paths {
        let bytes = files::read(&path, limits.bytes as u64)?;
        let name = files::name(&path);
        let file = (name.clone(), bytes);
        let parcel = exchange::read(format, vec![file.clone()], kind, &limits);
        all.push(Read {
            path,
            name,
            bytes: file.1,
            parcel,
        });
    }
    Ok(all)
}
