//! What goes out to other systems: what an edition shows to its audience, in their forms; and everything, as files that are read
//! without any program.

use std::{collections::BTreeMap, fs, io, path::Path};

use edition::{
    Audience,
    edition::{Edition, Fact, ItemCard, Shown, ShownDate, Subject},
};
use intake::exchange::{
    self, Content, File, Format, Origin, Parcel, Record, Said, Speaker, Written,
};
use model::{claim::VoiceRole, date::StatedDate, id::RecordId, value::Value, vocabulary};
use proof::digest::Digest;

use crate::{
    error::{Error, Result},
    files::write_file,
    outcome::Exported,
    registrar::Registrar,
};

/// The word for all formats that lose nothing, with the files that may be handed out.
const EVERYTHING: &str = "everything";

/// How an export is made.
#[derive(Clone, Debug)]
pub struct ExportOptions {
    /// Word for the format, one of [`export_formats`].
    pub format: String,
    /// For whom: `public`, `readers` or `custodians`.
    pub audience: String,
    /// What `README.txt` says in an export of everything.
    pub readme: String,
}

/// The words for formats that are written.
pub fn export_formats() -> Vec<&'static str> {
    let empty = Parcel::default();
    let written = Format::ALL
        .into_iter()
        .filter(|format| exchange::write(*format, &empty, &|_| None).is_some());
    written.map(Format::as_str).chain([EVERYTHING]).collect()
}

impl Registrar {
    /// Writes what the audience may see into the folder `out`, which must be absent or empty.
    pub fn export(&self, out: &Path, options: &ExportOptions) -> Result<Exported> {
        let unknown = |what, word: &str| Error::Unknown {
            what,
            id: word.to_owned(),
        };
        let audience = match options.audience.as_str() {
            "public" => Audience::Public,
            "readers" => Audience::Readers,
            "custodians" => Audience::Custodians,
            other => return Err(unknown("audience", other)),
        };
        if out.exists() && fs::read_dir(out).is_ok_and(|mut found| found.next().is_some()) {
            let path = out.to_path_buf();
            return Err(Error::Exists { path });
        }
        let vault = self.vault()?;
        let edition = self.edition(audience, &vault)?;
        let mut exported = Exported {
            out: out.to_path_buf(),
            audience: options.audience.clone(),
            ..Exported::default()
        };
        if options.format == EVERYTHING {
            self.write_everything(&edition, audience, options, &mut exported)?;
            return Ok(exported);
        }
        let format = Format::parse(&options.format);
        let written = format.and_then(|format| written(&edition, format, &mut exported));
        let written = written.ok_or_else(|| unknown("format", &options.format))?;
        put(&written.files, &mut exported)?;
        Ok(exported)
    }

    /// Tables, the same as JSON-LD, the files that may be handed out, and the sums of all.
    fn write_everything(
        &self,
        edition: &Edition,
        audience: Audience,
        options: &ExportOptions,
        exported: &mut Exported,
    ) -> Result<()> {
        let mut files = vec![("README.txt".to_owned(), options.readme.clone().into_bytes())];
        let linked = written(edition, Format::JsonLd, &mut Exported::default());
        let tables = written(edition, Format::Csv, exported);
        files.extend(
            linked
                .into_iter()
                .chain(tables)
                .flat_map(|written| written.files),
        );
        let mut sums: Vec<(String, String)> = Vec::new();
        let mut rows = vec![ITEMS.map(str::to_owned).to_vec()];
        for item in &edition.items {
            let handed_out = self.hand_out(item, audience, exported)?;
            rows.push(item_row(item, handed_out.as_deref()));
            if let (Some(path), Some(file)) = (handed_out, &item.file) {
                sums.push((file.digest.clone(), path));
            }
        }
        files.push(("items.csv".to_owned(), exchange::table(&rows)));
        sums.extend(
            files
                .iter()
                .map(|(name, bytes)| (Digest::of(bytes).to_string(), name.clone())),
        );
        sums.sort_by(|one, other| one.1.cmp(&other.1));
        let sums = sums
            .iter()
            .map(|(digest, name)| format!("{digest}  {name}\n"));
        files.push((
            "SHA256SUMS".to_owned(),
            sums.collect::<String>().into_bytes(),
        ));
        put(&files, exported)
    }

    /// Copies the file of an item, if this audience may have it: the public gets what is offered, others what they may see whole.
    fn hand_out(
        &self,
        item: &ItemCard,
        audience: Audience,
        exported: &mut Exported,
    ) -> Result<Option<String>> {
        let Some(file) = item.file.as_ref() else {
            return Ok(None);
        };
        let covered = item.sheets.iter().any(|sheet| !sheet.covered.is_empty());
        if covered || (audience == Audience::Public && !item.presented.offered) {
            return Ok(None);
        }
        let Some(digest) = Digest::from_hex(&file.digest) else {
            return Ok(None);
        };
        let Ok(mut reader) = self.archive.open_item(&digest) else {
            return Ok(None);
        };
        let name = format!("files/{}{}", item.number, ending(&file.name));
        let path = exported.out.join(&name);
        let mut copy = || {
            fs::create_dir_all(path.parent().unwrap_or(&path))?;
            let mut to = fs::File::create(&path)?;
            io::copy(&mut reader, &mut to)
        };
        exported.bytes += copy().map_err(|source| Error::io(&path, source))?;
        exported.files += 1;
        Ok(Some(name))
    }
}

/// The ending of a file's name: letters and digits alone, since a name is a stranger's.
fn ending(name: &str) -> String {
    match name.rsplit_once('.') {
        Some((_, end))
            if end.len() <= 8 && end.bytes().all(|byte| byte.is_ascii_alphanumeric()) =>
        {
            format!(".{}", end.to_ascii_lowercase())
        }
        _ => String::new(),
    }
}

const ITEMS: [&str; 8] = [
    "number",
    "title",
    "name",
    "media_type",
    "size",
    "sha256",
    "obtained_how",
    "file",
];

fn item_row(item: &ItemCard, handed_out: Option<&str>) -> Vec<String> {
    let file = item.file.as_ref();
    vec![
        item.number.to_string(),
        item.title.clone().unwrap_or_default(),
        file.map_or(String::new(), |file| file.name.clone()),
        file.map_or(String::new(), |file| file.media_type.clone()),
        file.map_or(String::new(), |file| file.size.to_string()),
        file.map_or(String::new(), |file| file.digest.clone()),
        item.obtained_how.clone(),
        handed_out.unwrap_or_default().to_owned(),
    ]
}

/// Writes the files of an export.
fn put(files: &[File], exported: &mut Exported) -> Result<()> {
    for (name, bytes) in files {
        write_file(&exported.out.join(name), bytes)?;
        exported.files += 1;
        exported.bytes += bytes.len() as u64;
    }
    Ok(())
}

/// The edition in a format, with what it could not hold counted; `None` for a format that is read alone.
fn written(edition: &Edition, format: Format, exported: &mut Exported) -> Option<Written> {
    let parcel = parcel(edition, format, exported);
    let titles: BTreeMap<&str, &str> = parcel
        .records
        .iter()
        .filter_map(|record| Some((record.key.as_str(), exchange::title(record)?)))
        .collect();
    let name = |key: &str| titles.get(key).map(|title| (*title).to_owned());
    let written = exchange::write(format, &parcel, &name)?;
    exported.records = written.records;
    exported.facts = written.facts;
    for (why, count) in &written.left {
        *exported.left.entry(why.code()).or_default() += count;
    }
    Some(written)
}

/// What the edition shows, as it travels. Where a format says who says something, each of them says it; otherwise it is said once.
fn parcel(edition: &Edition, format: Format, exported: &mut Exported) -> Parcel {
    let mut withheld = 0;
    let records = edition.subjects.iter();
    let records: Vec<Record> = records
        .map(|subject| record(subject, format, &mut withheld))
        .collect();
    withheld += edition
        .subjects
        .iter()
        .map(|subject| subject.gaps.len() as u64)
        .sum::<u64>();
    if withheld > 0 {
        exported.left.insert("withheld", withheld);
    }
    let sources = edition.sources.iter().map(|source| Origin {
        key: source.id.to_string(),
        title: source.title.clone(),
        kind: source.kind.clone(),
        producer: source.producer.clone(),
        date: source.date.as_ref().map(stated),
        languages: source.languages.clone(),
        reference: source.reference.clone(),
        reliability: source.reliability.clone(),
        note: source.note.clone(),
    });
    Parcel {
        sources: sources.collect(),
        records,
        ..Parcel::default()
    }
}

fn stated(date: &ShownDate) -> StatedDate {
    StatedDate {
        stated: date.stated.clone(),
        calendar: date.calendar,
    }
}

fn record(subject: &Subject, format: Format, withheld: &mut u64) -> Record {
    let mut said: Vec<Said> = Vec::new();
    for fact in &subject.facts {
        let Some(once) = once(fact) else {
            *withheld += 1;
            continue;
        };
        for cited in &fact.citations {
            let voices = cited.voices.iter().filter_map(|voice| {
                let role = if voice.said {
                    VoiceRole::SaidBy
                } else {
                    VoiceRole::ReportedBy
                };
                let named = voice
                    .name
                    .as_ref()
                    .map(|name| Speaker::Named(name.text.clone()));
                let record = voice.record.map(speaker);
                let source = voice.source.map(|id| Speaker::Source(id.to_string()));
                Some((role, record.or(source).or(named)?))
            });
            said.push(Said {
                source: cited.source.map(|id| id.to_string()),
                place: cited.place_in_source.clone(),
                voices: voices.collect(),
                certainty: Some(cited.certainty.clone()),
                note: cited.certainty_note.clone(),
                ..once.clone()
            });
            if !format.names_sources() {
                break;
            }
        }
    }
    // In an order that does not depend on the archive: by property, then by what is said.
    said.sort_by_cached_key(|said| {
        (
            vocabulary::standard().rank(said.property.as_str()),
            said.clone(),
        )
    });
    said.dedup();
    Record {
        kind: subject.id.kind(),
        key: subject.id.to_string(),
        row: 0,
        said,
    }
}

fn speaker(id: RecordId) -> Speaker {
    Speaker::Record(id.kind(), id.to_string())
}

/// A fact without who says it; `None` when a part of it is withheld.
fn once(fact: &Fact) -> Option<Said> {
    let mut qualifiers = Vec::with_capacity(fact.qualifiers.len());
    for (property, value) in &fact.qualifiers {
        qualifiers.push((property.clone(), content(value)?));
    }
    Some(Said {
        property: fact.property.clone(),
        value: content(&fact.value)?,
        qualifiers,
        source: None,
        place: None,
        voices: Vec::new(),
        certainty: None,
        note: None,
        access: None,
        row: 0,
        column: None,
    })
}

fn content(shown: &Shown) -> Option<Content> {
    Some(Content::Value(match shown {
        Shown::Text { text, language } => Value::Text {
            text: text.clone(),
            language: language.clone(),
        },
        Shown::Date(date) => Value::Date(stated(date)),
        Shown::Number(range) => Value::Number(*range),
        Shown::Record { id, .. } => return Some(Content::Record(id.kind(), id.to_string())),
        Shown::Position(position) => Value::Position(*position),
        Shown::Link(link) => Value::Link(link.clone()),
        Shown::Term(term) => Value::Term(term.clone()),
        _ => return None,
    }))
}
