//! CollectionBuilder: one table of metadata with a row for each object; and the columns of Tropy, which archives keep beside it.

use super::{Parcel, Record, Written, wide};

/// The columns of CollectionBuilder.
pub(super) static LAYOUT: wide::Layout = wide::Layout {
    id: "objectid",
    kind: "record_kind",
    title: "title",
    position: ["latitude", "longitude"],
    precision: "location_precision",
    known: &[
        ("description", "described-as"),
        ("notes", "described-as"),
        ("other_names", "name"),
        // Tropy writes its properties as labels or as addresses.
        ("http://purl.org/dc/elements/1.1/title", "name"),
        ("http://purl.org/dc/terms/title", "name"),
        ("http://purl.org/dc/elements/1.1/date", "date"),
        ("http://purl.org/dc/terms/date", "date"),
        (
            "http://purl.org/dc/elements/1.1/description",
            "described-as",
        ),
        ("http://purl.org/dc/terms/description", "described-as"),
    ],
    prefix: "",
    hyphen: "_",
    language: "__",
    ignored: &[],
};

/// Writes the table.
pub(super) fn write(parcel: &Parcel, names: &dyn Fn(&str) -> Option<String>) -> Written {
    let mut written = Written::default();
    let records: Vec<&Record> = parcel.records.iter().collect();
    let table = wide::write(&LAYOUT, &records, names, &mut written);
    written
        .files
        .extend(table.map(|table| ("metadata.csv".to_owned(), table)));
    written
}
