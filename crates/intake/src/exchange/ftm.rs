//! FollowTheMoney: entities, one JSON object a line, each property a list of words; and statements, one a row of a CSV.
//!
//! It knows Gregorian dates alone, and neither sources of single values in entities nor what narrows a value. Statements name the
//! data set of each value, which becomes its source.

use std::collections::{BTreeMap, BTreeSet};

use model::{date::Calendar, id::RecordKind, language::Language, value::Value, vocabulary};
use serde_json::{Map, Value as Json, json};

use super::{Content, Left, Origin, Parcel, Record, Said, Written, cell, term, wide};
use crate::{
    encoding,
    limits::Limits,
    mapping::{Loss, RowReason},
    table::Delimiter,
};

/// Schemata and what they are here; the first of a kind is the one that is written.
const SCHEMATA: [(&str, RecordKind); 13] = [
    ("Person", RecordKind::Person),
    ("Organization", RecordKind::Group),
    ("PublicBody", RecordKind::Group),
    ("Company", RecordKind::Group),
    ("LegalEntity", RecordKind::Group),
    ("Address", RecordKind::Place),
    ("RealEstate", RecordKind::Place),
    ("Event", RecordKind::Event),
    ("Trip", RecordKind::Event),
    ("Call", RecordKind::Event),
    ("CourtCase", RecordKind::Proceeding),
    ("Note", RecordKind::Statement),
    ("Message", RecordKind::Statement),
];

/// Properties and ours, by kind of record; the first of one of ours is the one that is written.
const PROPERTIES: &[(RecordKind, &str, &str)] = &[
    (RecordKind::Person, "alias", "name"),
    (RecordKind::Person, "name", "name"),
    (RecordKind::Person, "weakAlias", "name"),
    (RecordKind::Person, "previousName", "name"),
    (RecordKind::Person, "fatherName", "father-name"),
    (RecordKind::Person, "gender", "sex"),
    (RecordKind::Person, "birthDate", "born"),
    (RecordKind::Person, "birthPlace", "place-of-birth"),
    (RecordKind::Person, "deathDate", "died"),
    (RecordKind::Person, "position", "position"),
    (RecordKind::Person, "political", "affiliation"),
    (RecordKind::Person, "religion", "affiliation"),
    (RecordKind::Person, "notes", "described-as"),
    (RecordKind::Person, "summary", "described-as"),
    (RecordKind::Group, "alias", "name"),
    (RecordKind::Group, "name", "name"),
    (RecordKind::Group, "notes", "described-as"),
    (RecordKind::Group, "summary", "described-as"),
    (RecordKind::Place, "alias", "name"),
    (RecordKind::Place, "name", "name"),
    (RecordKind::Place, "full", "name"),
    (RecordKind::Place, "city", "city"),
    (RecordKind::Place, "region", "province"),
    (RecordKind::Place, "notes", "described-as"),
    (RecordKind::Event, "alias", "name"),
    (RecordKind::Event, "name", "name"),
    (RecordKind::Event, "date", "date"),
    (RecordKind::Event, "location", "held-at"),
    (RecordKind::Event, "notes", "described-as"),
    (RecordKind::Event, "summary", "described-as"),
    (RecordKind::Event, "description", "described-as"),
    (RecordKind::Proceeding, "alias", "name"),
    (RecordKind::Proceeding, "name", "name"),
    (RecordKind::Proceeding, "fileDate", "date"),
    (RecordKind::Proceeding, "status", "state"),
    (RecordKind::Proceeding, "notes", "described-as"),
    (RecordKind::Statement, "description", "words"),
    (RecordKind::Statement, "bodyText", "words"),
    (RecordKind::Statement, "date", "date"),
];

fn kind_of(schema: &str) -> Option<RecordKind> {
    let known = SCHEMATA.iter().find(|(name, _)| *name == schema);
    known.map(|(_, kind)| *kind)
}

fn property(kind: RecordKind, name: &str) -> Option<&'static vocabulary::Property> {
    let known = PROPERTIES
        .iter()
        .find(|(of, theirs, _)| *of == kind && *theirs == name);
    vocabulary::standard().property(known?.2)
}

/// Reads entities, or statements where the first line is that of a table.
pub(super) fn read(file: &str, bytes: &[u8], limits: &Limits, parcel: &mut Parcel) {
    if bytes.trim_ascii_start().starts_with(b"{") {
        entities(file, bytes, limits, parcel);
    } else {
        statements(file, bytes, limits, parcel);
    }
}

fn entities(file: &str, bytes: &[u8], limits: &Limits, parcel: &mut Parcel) {
    let decoded = encoding::decode(bytes, Some("utf-8"));
    let problems = decoded.problems.into_iter();
    parcel
        .file_problems
        .extend(problems.map(|problem| (file.to_owned(), problem)));
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    let mut edges: Vec<(u64, String, Json)> = Vec::new();
    let lines = (1..).zip(decoded.text.lines());
    for (row, line) in lines
        .filter(|(_, line)| !line.trim().is_empty())
        .take(limits.rows)
    {
        let entity: Json = match serde_json::from_str(line) {
            Ok(entity) => entity,
            Err(error) => {
                let text = error.to_string();
                parcel.note(file, row, None, RowReason::NotReadable { text }, Loss::Row);
                continue;
            }
        };
        let text = |name: &str| entity.get(name).and_then(Json::as_str);
        let schema = text("schema").unwrap_or_default().to_owned();
        let Some(key) = text("id").filter(|key| !key.is_empty()).map(str::to_owned) else {
            parcel.note(file, row, Some("id"), RowReason::NoKey, Loss::Row);
            continue;
        };
        if let Some(name) = values(&entity, "name").next() {
            names.insert(key.clone(), name.to_owned());
        }
        let Some(kind) = kind_of(&schema) else {
            edges.push((row, schema, entity));
            continue;
        };
        let mut record = Record {
            kind,
            key,
            row,
            said: Vec::new(),
        };
        let fields = entity.get("properties").and_then(Json::as_object);
        for (name, list) in fields.into_iter().flatten() {
            for text in list
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Json::as_str)
            {
                say(file, &mut record, name, text, row, parcel);
            }
        }
        position(&entity, &mut record, row);
        parcel.records.push(record);
    }
    for (row, schema, entity) in edges {
        edge(file, row, &schema, &entity, &names, parcel);
    }
}

fn values<'e>(entity: &'e Json, name: &str) -> impl Iterator<Item = &'e str> {
    let list = entity.get("properties").and_then(|all| all.get(name));
    let list = list.and_then(Json::as_array).into_iter().flatten();
    list.filter_map(Json::as_str)
}

/// Latitude and longitude stand in properties of their own.
fn position(entity: &Json, record: &mut Record, row: u64) {
    let pair = values(entity, "latitude")
        .next()
        .zip(values(entity, "longitude").next());
    let Some((latitude, longitude)) = pair else {
        return;
    };
    let position = cell::position(&format!("{latitude},{longitude}"), None);
    if let (Ok(position), Some(term)) = (position, term("location")) {
        let is_pair =
            |said: &Said| matches!(said.column.as_deref(), Some("latitude" | "longitude"));
        record.said.retain(|said| !is_pair(said));
        let value = Value::Position(position);
        record.said.push(Said::new(term, value, row, "latitude"));
    }
}

/// Takes one value of an entity.
fn say(file: &str, record: &mut Record, name: &str, text: &str, row: u64, parcel: &mut Parcel) {
    let text = text.trim();
    if text.is_empty() {
        return;
    }
    let Some(property) = property(record.kind, name) else {
        record.said.extend(Said::elsewhere(name, text, row));
        return;
    };
    match cell::read(property, text) {
        Ok((value, flagged)) => {
            if let Some(reason) = flagged {
                parcel.note(file, row, Some(name), reason, Loss::Nothing);
            }
            let value = match value {
                Value::Date(mut date) => {
                    date.calendar = Calendar::Gregorian;
                    Value::Date(date)
                }
                other => other,
            };
            record
                .said
                .push(Said::new(property.id.clone(), value, row, name));
        }
        Err(reason) => {
            parcel.note(file, row, Some(name), reason, Loss::Nothing);
            record.said.extend(Said::elsewhere(name, text, row));
        }
    }
}

/// What one entity says of two others, as far as it is said of a person here: an office, a membership.
fn edge(
    file: &str,
    row: u64,
    schema: &str,
    entity: &Json,
    names: &BTreeMap<String, String>,
    parcel: &mut Parcel,
) {
    let known = match schema {
        "Occupancy" => Some(("holder", "post", "position")),
        "Membership" => Some(("member", "organization", "affiliation")),
        "Employment" => Some(("employee", "employer", "affiliation")),
        // An office is told by who held it.
        "Position" => return,
        _ => None,
    };
    let found = known.and_then(|(who, what, property)| {
        let (who, what) = (values(entity, who).next()?, values(entity, what).next()?);
        let role = values(entity, "role").next();
        let what = names.get(what).map_or(what, String::as_str);
        let text = match (property, role) {
            ("position", Some(role)) => role,
            _ => what,
        };
        let mut said = Said::new(term(property)?, super::words(text), row, schema);
        for (name, theirs) in [("from", "startDate"), ("to", "endDate")] {
            if let (Some(date), Some(name)) = (values(entity, theirs).next(), term(name)) {
                let (mut date, _) = cell::date(date);
                date.calendar = Calendar::Gregorian;
                said.qualifiers
                    .push((name, Content::Value(Value::Date(date))));
            }
        }
        let record = parcel.records.iter_mut().find(|record| record.key == who)?;
        record.said.push(said);
        Some(())
    });
    if found.is_none() {
        let reason = RowReason::UnknownKind {
            text: schema.to_owned(),
        };
        parcel.note(file, row, Some("schema"), reason, Loss::Row);
    }
}

fn statements(file: &str, bytes: &[u8], limits: &Limits, parcel: &mut Parcel) {
    let table = parcel.table(file, bytes, Some(Delimiter::Comma), limits);
    let place = |name: &str| table.headers.iter().position(|header| header == name);
    let mut records: BTreeMap<String, usize> = BTreeMap::new();
    let mut datasets: BTreeSet<String> = BTreeSet::new();
    for row in &table.rows {
        let cell = |name: &str| {
            let text = row.cells.get(place(name)?)?.trim();
            (!text.is_empty()).then_some(text)
        };
        // Matching rewrites the canonical identifier alone; that is somebody's decision there, not what the data set says.
        let (Some(key), Some(name), Some(text)) = (cell("entity_id"), cell("prop"), cell("value"))
        else {
            parcel.note(file, row.number, None, RowReason::NoKey, Loss::Row);
            continue;
        };
        let schema = cell("schema").unwrap_or_default();
        let Some(kind) = kind_of(schema) else {
            let text = schema.to_owned();
            let reason = RowReason::UnknownKind { text };
            parcel.note(file, row.number, Some("schema"), reason, Loss::Row);
            continue;
        };
        if name == "id" {
            continue;
        }
        let place = *records.entry(key.to_owned()).or_insert_with(|| {
            parcel.records.push(Record {
                kind,
                key: key.to_owned(),
                row: row.number,
                said: Vec::new(),
            });
            parcel.records.len() - 1
        });
        let Some(mut record) = parcel.records.get(place).cloned() else {
            continue;
        };
        let before = record.said.len();
        say(file, &mut record, name, text, row.number, parcel);
        for said in &mut record.said[before..] {
            said.source = cell("dataset").map(str::to_owned);
            let language = cell("lang").and_then(|tag| Language::new(tag).ok());
            if let Content::Value(Value::Text { language: of, .. }) = &mut said.value {
                *of = language;
            }
        }
        datasets.extend(cell("dataset").map(str::to_owned));
        if let Some(known) = parcel.records.get_mut(place) {
            *known = record;
        }
    }
    let Some(kind) = term("dataset") else { return };
    parcel
        .sources
        .extend(datasets.into_iter().map(|dataset| Origin {
            title: dataset.clone(),
            key: dataset,
            kind: kind.clone(),
            producer: None,
            date: None,
            languages: Vec::new(),
            reference: None,
            reliability: None,
            note: None,
        }));
}

/// Writes `entities.ftm.json`.
pub(super) fn write(parcel: &Parcel, names: &dyn Fn(&str) -> Option<String>) -> Written {
    let mut written = Written::default();
    let mut lines = String::new();
    for record in &parcel.records {
        let known = SCHEMATA.iter().find(|(_, kind)| *kind == record.kind);
        let Some((schema, kind)) = known else {
            written.leave(Left::Kind);
            continue;
        };
        let mut properties: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        let title = wide::title(record);
        for said in &record.said {
            let ours = said.property.as_str();
            let theirs = PROPERTIES
                .iter()
                .find(|(of, _, known)| of == kind && *known == ours);
            if !said.qualifiers.is_empty() {
                written.leave(Left::Qualifier);
                continue;
            }
            if let Content::Value(Value::Position(position)) = &said.value {
                // One point: a second one would cross with the first.
                if *kind != RecordKind::Place || properties.contains_key("latitude") {
                    written.leave(Left::Property);
                    continue;
                }
                let point = [
                    ("latitude", position.latitude_e6()),
                    ("longitude", position.longitude_e6()),
                ];
                for (name, degrees) in point {
                    properties
                        .entry(name)
                        .or_default()
                        .insert(cell::degrees(degrees));
                }
                written.facts += 1;
                continue;
            }
            let Some((_, theirs, _)) = theirs else {
                written.leave(Left::Property);
                continue;
            };
            let text = match &said.value {
                Content::Value(Value::Date(date)) => {
                    let prefix = date.calendar == Calendar::Gregorian && is_prefix(&date.stated);
                    prefix.then(|| date.stated.clone())
                }
                Content::Value(value) => cell::written(value),
                Content::Record(_, key) => {
                    written.leave(Left::Reference);
                    names(key)
                }
            };
            let Some(text) = text.filter(|text| !text.trim().is_empty() && text.trim() == text)
            else {
                written.leave(Left::Value);
                continue;
            };
            let theirs = if ours == "name" && Some(text.as_str()) == title {
                "name"
            } else {
                theirs
            };
            properties.entry(theirs).or_default().insert(text);
            written.facts += 1;
            wide::count_lost(said, &mut written);
        }
        if properties.is_empty() {
            continue;
        }
        let fields: Map<String, Json> = properties
            .into_iter()
            .map(|(name, values)| (name.to_owned(), json!(values)))
            .collect();
        let entity = json!({"id": record.key, "schema": schema, "properties": fields});
        lines.push_str(&entity.to_string());
        lines.push('\n');
        written.records += 1;
    }
    written.files = vec![("entities.ftm.json".to_owned(), lines.into_bytes())];
    written
}

/// Year, month or day, as FollowTheMoney holds dates (ISO 8601, cut short).
fn is_prefix(text: &str) -> bool {
    let form = "dddd-dd-dd";
    [4, 7, 10].contains(&text.len())
        && text
            .bytes()
            .zip(form.bytes())
            .all(|(byte, form)| match form {
                b'd' => byte.is_ascii_digit(),
                sign => byte == sign,
            })
        && cell::date(text).1.is_none()
}
