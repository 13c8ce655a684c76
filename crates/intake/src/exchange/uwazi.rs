//! Uwazi: `import.csv` at the root of a ZIP with the files that it names, one ZIP for each template.
//!
//! Exports of Uwazi are read as well: they write ranges with `~` and have columns about the entity that say nothing of the case.
//! Uwazi takes in `from:to`, a bare year is the first of January to it, so dates go out as words.

use std::io::{Cursor, Write as _};

use model::id::RecordKind;

use super::{Parcel, Record, Written, wide};
use crate::{
    container::{Container, EntryKind},
    limits::Limits,
};

/// The table inside the ZIP.
const TABLE: &str = "import.csv";

/// The columns of Uwazi.
static LAYOUT: wide::Layout = wide::Layout {
    id: "id",
    kind: "template",
    title: "title",
    position: ["location", "location"],
    precision: "location_precision",
    known: &[("other_names", "name"), ("geolocation", "location")],
    prefix: "",
    hyphen: "_",
    language: "__",
    ignored: &[
        "date added",
        "documents",
        "attachments",
        "published",
        "file",
    ],
};

/// Reads a ZIP, or the table alone.
pub(super) fn read(
    file: &str,
    bytes: &[u8],
    kind: RecordKind,
    limits: &Limits,
    parcel: &mut Parcel,
) {
    let Some(mut container) = Container::open(bytes, limits) else {
        return wide::read(&LAYOUT, file, bytes, kind, limits, parcel);
    };
    let tables: Vec<(usize, String)> = container
        .entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| entry.kind == EntryKind::File && is_at_root(&entry.name))
        .map(|(place, entry)| (place, entry.name.clone()))
        .collect();
    // Beside the table that Uwazi takes in, another one is a file that somebody attached.
    let has_own = tables.iter().any(|(_, name)| name == TABLE);
    for (place, name) in tables {
        let Some(bytes) = container.bytes(place) else {
            continue;
        };
        let is_table = if has_own {
            name == TABLE
        } else {
            name.to_lowercase().ends_with(".csv")
        };
        if is_table {
            wide::read(&LAYOUT, &name, &bytes, kind, limits, parcel);
        } else {
            parcel.files.push((name, bytes));
        }
    }
    let problems = container.problems.into_iter();
    parcel
        .file_problems
        .extend(problems.map(|problem| (file.to_owned(), problem)));
}

/// Uwazi looks for files beside the table; whatever leads elsewhere is left in the ZIP, which is kept.
fn is_at_root(name: &str) -> bool {
    !name.contains(['/', '\\']) && !name.starts_with('.')
}

/// Writes a ZIP for each kind of record.
pub(super) fn write(parcel: &Parcel, names: &dyn Fn(&str) -> Option<String>) -> Written {
    let mut written = Written::default();
    for kind in RecordKind::ALL {
        let records: Vec<&Record> = parcel
            .records
            .iter()
            .filter(|record| record.kind == kind)
            .collect();
        if let Some(table) = wide::write(&LAYOUT, &records, names, &mut written)
            && let Some(zip) = zipped(&table)
        {
            let name = format!("{}.zip", kind.as_str());
            written.files.push((name, zip));
        }
    }
    written
}

/// A ZIP with the table and nothing else, the same bytes whenever the table is the same.
fn zipped(table: &[u8]) -> Option<Vec<u8>> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default()
        .last_modified_time(zip::DateTime::default())
        .unix_permissions(0o644);
    zip.start_file(TABLE, options).ok()?;
    zip.write_all(table).ok()?;
    Some(zip.finish().ok()?.into_inner())
}
