//! Security Force Monitor: claims of several types, each with citations, as JSON. Ranges are kept as they are meant: a precise one is
//! true on every day of it, an imprecise one on at least one.

use std::collections::BTreeMap;

use model::{
    date::{Calendar, StatedDate},
    id::RecordKind,
    value::Value,
};
use serde_json::Value as Json;

use super::{Content, Origin, Parcel, Record, Said, claims, term, words};
use crate::mapping::{Loss, RowReason};

/// What is said of whom: the key with the words, the property, and the kind of what it is about.
const NAMES: [(&str, &str, RecordKind); 4] = [
    ("person", "person:names", RecordKind::Person),
    ("unit", "unit:names", RecordKind::Group),
    ("positioning", "positioning:base-names", RecordKind::Place),
    (
        "incident",
        "incident:location:descriptions",
        RecordKind::Event,
    ),
];

/// Reads an array of claims, sources and citations, or an object that holds such arrays.
pub(super) fn read(file: &str, bytes: &[u8], parcel: &mut Parcel) {
    let Some(document) = claims::document(file, bytes, parcel) else {
        return;
    };
    let mut entries: Vec<&Json> = Vec::new();
    match &document {
        Json::Array(list) => entries.extend(list),
        Json::Object(fields) => {
            entries.extend(fields.values().filter_map(Json::as_array).flatten());
        }
        _ => {}
    }
    // A citation leads to a source; both come anywhere in the file.
    let mut cited: BTreeMap<String, String> = BTreeMap::new();
    for entry in &entries {
        if let (Some(id), Some(source)) = (id(entry), text(entry, "citation/source:ref")) {
            cited.insert(id, source);
        }
        if field(entry, "source/type").is_some() || field(entry, "source/title").is_some() {
            parcel.sources.extend(origin(entry));
        }
    }
    let mut records: BTreeMap<String, usize> = BTreeMap::new();
    for (row, entry) in (1..).zip(&entries) {
        let Some(kind) = text(entry, "claim/type") else {
            continue;
        };
        let Some(said) = claim(entry, &kind, row, &cited) else {
            let reason = RowReason::UnknownKind { text: kind };
            parcel.note(file, row, Some("claim/type"), reason, Loss::Row);
            continue;
        };
        for (of, key, said) in said {
            let place = *records.entry(key.clone()).or_insert_with(|| {
                parcel.records.push(Record {
                    kind: of,
                    key,
                    row,
                    said: Vec::new(),
                });
                parcel.records.len() - 1
            });
            if let Some(record) = parcel.records.get_mut(place) {
                record.said.push(said);
            }
        }
    }
    // A source that nobody describes is still one, by its key.
    let known: Vec<String> = parcel
        .sources
        .iter()
        .map(|origin| origin.key.clone())
        .collect();
    let named = parcel.records.iter().flat_map(|record| &record.said);
    let mut missing: Vec<String> = named.filter_map(|said| said.source.clone()).collect();
    missing.sort();
    missing.dedup();
    missing.retain(|key| !known.contains(key));
    parcel.sources.extend(missing.into_iter().filter_map(|key| {
        Some(Origin {
            title: key.clone(),
            key,
            kind: term("dataset")?,
            producer: None,
            date: None,
            languages: Vec::new(),
            reference: None,
            reliability: None,
            note: None,
        })
    }));
}

/// A field, with the colon of its keyword before it or without.
fn field<'j>(entry: &'j Json, name: &str) -> Option<&'j Json> {
    entry.get(format!(":{name}")).or_else(|| entry.get(name))
}

fn text(entry: &Json, name: &str) -> Option<String> {
    texts(entry, name).into_iter().next()
}

/// The words of a field: one, or a list.
fn texts(entry: &Json, name: &str) -> Vec<String> {
    let one = |json: &Json| match json {
        Json::String(text) => Some(text.trim_start_matches(':').to_owned()),
        Json::Number(number) => Some(number.to_string()),
        _ => None,
    };
    match field(entry, name) {
        Some(Json::Array(list)) => list.iter().filter_map(one).collect(),
        Some(other) => one(other).into_iter().collect(),
        None => Vec::new(),
    }
}

fn id(entry: &Json) -> Option<String> {
    ["db/id", "id", "meta/id", "uuid"]
        .into_iter()
        .find_map(|name| text(entry, name))
}

/// What a claim says of which records; `None` for a type that is not known.
fn claim(
    entry: &Json,
    kind: &str,
    row: u64,
    cited: &BTreeMap<String, String>,
) -> Option<Vec<(RecordKind, String, Said)>> {
    let about = texts(entry, "claim/about-entity:ref");
    let assertion = |name: &str| texts(entry, &format!("assertion/{name}"));
    let citations = texts(entry, "claim/citation:refs");
    let sources: Vec<Option<String>> = match citations.as_slice() {
        [] => vec![None],
        all => all
            .iter()
            .map(|one| Some(cited.get(one).unwrap_or(one).clone()))
            .collect(),
    };
    let status = text(entry, "claim/statuses").filter(|status| status != "accepted");
    let mut said: Vec<(RecordKind, String, Said)> = Vec::new();
    let mut add = |of: RecordKind, key: &str, property: &str, value: Content, column: &str| {
        let Some(property) = term(property) else {
            return;
        };
        for source in &sources {
            let mut one = Said::new(property.clone(), words(""), row, column);
            one.value = value.clone();
            one.qualifiers = qualifiers(entry);
            one.source.clone_from(source);
            one.note.clone_from(&status);
            if status.is_some() {
                one.certainty = term("unchecked");
            }
            said.push((of, key.to_owned(), one));
        }
    };
    if let Some((_, column, of)) = NAMES.iter().find(|(name, ..)| *name == kind) {
        for key in &about {
            for name in assertion(column) {
                add(*of, key, "name", Content::Value(words(&name)), column);
            }
        }
        return Some(said);
    }
    match kind {
        "posting" => {
            let people = assertion("posting:person:refs");
            let units = assertion("posting:unit:refs");
            let roles = ["posting:roles", "posting:titles", "posting:ranks"];
            let roles: Vec<String> = roles.into_iter().flat_map(assertion).collect();
            for person in if people.is_empty() { &about } else { &people } {
                for role in &roles {
                    add(
                        RecordKind::Person,
                        person,
                        "position",
                        Content::Value(words(role)),
                        "posting",
                    );
                }
                for unit in &units {
                    let unit = Content::Record(RecordKind::Group, unit.clone());
                    add(RecordKind::Person, person, "affiliation", unit, "posting");
                }
            }
        }
        "relation" => {
            for unit in assertion("relation:unit:refs") {
                for other in assertion("relation:related-unit:refs") {
                    let type_ = assertion("relation:types").join(", ");
                    let value =
                        Content::Value(words(format!("{type_}: {other}").trim_start_matches(": ")));
                    add(RecordKind::Group, &unit, "described-as", value, "relation");
                }
            }
        }
        _ => return None,
    }
    Some(said)
}

/// When it held. An imprecise range is an unknown day in it, and says so in its words.
fn qualifiers(entry: &Json) -> Vec<(model::term::Term, Content)> {
    let end = |kind: &str, end: &str| text(entry, &format!("range-{kind}/{end}"));
    let date = |stated: String| {
        Content::Value(Value::Date(StatedDate {
            stated,
            calendar: Calendar::Gregorian,
        }))
    };
    let mut found = Vec::new();
    for (name, which) in [("from", "first"), ("to", "last")] {
        let precise = end("precise", which);
        let imprecise = end("imprecise", which).map(|day| match day.as_str() {
            "since_beginning_of_time" => "..".to_owned(),
            _ => format!("{day}~"),
        });
        if let (Some(day), Some(property)) = (precise.or(imprecise), term(name))
            && day != ".."
        {
            found.push((property, date(day)));
        }
    }
    found
}

fn origin(entry: &Json) -> Option<Origin> {
    let key = id(entry)?;
    let named = |name: &str| text(entry, &format!("source/{name}"));
    let kind = match named("type").as_deref() {
        Some("dataset") => "dataset",
        Some("post" | "video" | "audio" | "image") => "website",
        _ => "report",
    };
    let day = named("published-at").or_else(|| named("created-at"));
    let day = day.and_then(|time| time.get(..10).map(str::to_owned));
    Some(Origin {
        title: named("title").unwrap_or_else(|| key.clone()),
        key,
        kind: term(kind)?,
        producer: named("author"),
        date: day.map(|stated| StatedDate {
            stated,
            calendar: Calendar::Gregorian,
        }),
        languages: Vec::new(),
        reference: named("url"),
        reliability: None,
        note: None,
    })
}
