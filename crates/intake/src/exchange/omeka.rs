//! Omeka S: the table that its CSV Import takes, with Dublin Core where it has a word for something and a vocabulary of ours for the
//! rest; and items as its API gives them, each value with its language and whether it is public.

use std::fmt::Write as _;

use model::{access::Access, id::RecordKind, language::Language, value::Value, vocabulary};
use serde_json::Value as Json;

use super::{Content, Parcel, Record, Said, Written, cell, term, wide};
use crate::{
    limits::Limits,
    mapping::{Loss, RowReason},
};

/// The columns of Omeka S.
static LAYOUT: wide::Layout = wide::Layout {
    id: "dcterms:identifier",
    kind: "dcterms:type",
    title: "dcterms:title",
    position: ["cenotaph:latitude", "cenotaph:longitude"],
    precision: "cenotaph:precision",
    known: KNOWN,
    prefix: "cenotaph:",
    hyphen: "-",
    language: "@",
    ignored: &[
        "o:id",
        "o:is_public",
        "o:resource_template",
        "o:owner",
        "o:item_set",
        "o:media",
    ],
};

/// Properties of Dublin Core and FOAF, and ours.
const KNOWN: &[(&str, &str)] = &[
    ("dcterms:alternative", "name"),
    ("dcterms:title", "name"),
    ("dcterms:description", "described-as"),
    ("dcterms:date", "date"),
    ("foaf:gender", "sex"),
    ("foaf:name", "name"),
];

/// Reads a table of the CSV Import or Export.
pub(super) fn read(
    file: &str,
    bytes: &[u8],
    kind: RecordKind,
    limits: &Limits,
    parcel: &mut Parcel,
) {
    wide::read(&LAYOUT, file, bytes, kind, limits, parcel);
}

/// Writes the table, and the vocabulary whose properties it names.
pub(super) fn write(parcel: &Parcel, names: &dyn Fn(&str) -> Option<String>) -> Written {
    let mut written = Written::default();
    let records: Vec<&Record> = parcel.records.iter().collect();
    if let Some(table) = wide::write(&LAYOUT, &records, names, &mut written) {
        written.files.push(("items.csv".to_owned(), table));
        written
            .files
            .push(("cenotaph.ttl".to_owned(), vocabulary_file().into_bytes()));
    }
    written
}

/// Our properties as Omeka S imports a vocabulary (Turtle).
fn vocabulary_file() -> String {
    let mut text = String::from(
        "@prefix cenotaph: <urn:cenotaph:property:> .\n@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n\
         @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n\n",
    );
    let mut property = |id: &str, means: &str| {
        let means = means.replace('\\', "\\\\").replace('"', "\\\"");
        let label = id.replace('-', " ");
        // Writing to a String cannot fail.
        let _ = writeln!(
            text,
            "cenotaph:{id} a rdf:Property ; rdfs:label \"{label}\"@en ; rdfs:comment \"{means}\"@en ."
        );
    };
    for known in &vocabulary::standard().properties {
        property(known.id.as_str(), &known.means);
    }
    property("latitude", "Degrees north of the equator.");
    property("longitude", "Degrees east of Greenwich.");
    property("precision", "How precisely the position is known.");
    text
}

/// Whether this is an item as the API gives it.
pub(super) fn is_item(json: &Json) -> bool {
    json.get("o:id").is_some()
}

/// Takes an item of the API, the `row`th of its file.
pub(super) fn item(file: &str, json: &Json, row: u64, kind: RecordKind, parcel: &mut Parcel) {
    let Some(key) = json.get("o:id").and_then(|id| match id {
        Json::Number(number) => Some(number.to_string()),
        Json::String(text) => Some(text.clone()),
        _ => None,
    }) else {
        parcel.note(file, row, Some("o:id"), RowReason::NoKey, Loss::Row);
        return;
    };
    let is_public = |json: &Json, name: &str| json.get(name).and_then(Json::as_bool) != Some(false);
    let closed = !is_public(json, "o:is_public");
    let types = match json.get("@type") {
        Some(Json::Array(types)) => types.iter().filter_map(Json::as_str).collect(),
        Some(Json::String(one)) => vec![one.as_str()],
        _ => Vec::new(),
    };
    let mut record = Record {
        kind: types
            .iter()
            .find_map(|name| wide::kind_called(name.rsplit(':').next()?))
            .unwrap_or(kind),
        key,
        row,
        said: Vec::new(),
    };
    let fields = json.as_object().into_iter().flatten();
    for (name, values) in
        fields.filter(|(name, _)| !name.starts_with(['@', 'o']) && name.contains(':'))
    {
        for value in values.as_array().into_iter().flatten() {
            let text = ["@value", "o:label", "@id"]
                .iter()
                .find_map(|key| value.get(*key)?.as_str());
            let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else {
                continue;
            };
            let language = value.get("@language").and_then(Json::as_str);
            let language = language.and_then(|tag| Language::new(tag).ok());
            let mut said =
                match property(name).map(|property| (property, cell::read(property, text))) {
                    Some((property, Ok((value, flagged)))) => {
                        if let Some(reason) = flagged {
                            parcel.note(file, row, Some(name), reason, Loss::Nothing);
                        }
                        Some(Said::new(property.id.clone(), value, row, name))
                    }
                    Some((_, Err(reason))) => {
                        parcel.note(file, row, Some(name), reason, Loss::Nothing);
                        Said::elsewhere(name, text, row)
                    }
                    None => Said::elsewhere(name, text, row),
                };
            if let Some(said) = &mut said {
                if let Content::Value(Value::Text { language: of, .. }) = &mut said.value {
                    *of = language;
                }
                // What was not public there does not become public here by itself.
                let open = !closed && is_public(value, "is_public");
                said.access = (!open).then_some(Access::Restricted);
            }
            record.said.extend(said);
        }
    }
    parcel.records.push(record);
}

fn property(name: &str) -> Option<&'static vocabulary::Property> {
    let known = KNOWN.iter().find(|(theirs, _)| *theirs == name);
    let ours = match known {
        Some((_, ours)) => ours,
        None => name.strip_prefix("cenotaph:")?,
    };
    vocabulary::standard().property(term(ours)?.as_str())
}
