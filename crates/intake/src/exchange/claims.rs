//! Claims with everything that belongs to them: who says it, where, through whom, how sure. As a table with a row for each, and as
//! JSON-LD. What was read in which file of the archive stays behind, for the file does.

use std::collections::BTreeMap;

use model::{
    claim::VoiceRole,
    date::{Calendar, StatedDate},
    id::RecordKind,
    language::Language,
    number::NumberRange,
    term::Term,
    value::Value,
};
use serde_json::{Map, Value as Json, json};

use super::{Content, Origin, Parcel, Record, Said, Speaker, Written, cell, lines, omeka, term};
use crate::{
    limits::Limits,
    mapping::{Loss, RowReason},
    problem::Problem,
    table::Delimiter,
};

const CLAIMS: [&str; 13] = [
    "record",
    "kind",
    "property",
    "type",
    "value",
    "language",
    "calendar",
    "qualifiers",
    "source",
    "place_in_source",
    "voices",
    "certainty",
    "note",
];

const SOURCES: [&str; 11] = [
    "source",
    "title",
    "kind",
    "producer",
    "date",
    "calendar",
    "languages",
    "reference",
    "reliability",
    "reliability_by",
    "note",
];

/// What identifiers begin with in JSON-LD.
const URN: &str = "urn:cenotaph:";

/// Writes `claims.csv` and `sources.csv`.
pub(super) fn write_csv(parcel: &Parcel) -> Written {
    let mut written = Written::default();
    let mut rows = vec![CLAIMS.map(str::to_owned).to_vec()];
    for record in parcel
        .records
        .iter()
        .filter(|record| !record.said.is_empty())
    {
        written.records += 1;
        for said in &record.said {
            written.facts += 1;
            rows.push(row(record, said));
        }
    }
    let claims = lines::table(rows.iter().map(Vec::as_slice));
    let mut rows = vec![SOURCES.map(str::to_owned).to_vec()];
    rows.extend(parcel.sources.iter().map(source_row));
    let sources = lines::table(rows.iter().map(Vec::as_slice));
    written.files = vec![("claims.csv".to_owned(), claims)];
    if !parcel.sources.is_empty() {
        written.files.push(("sources.csv".to_owned(), sources));
    }
    written
}

fn row(record: &Record, said: &Said) -> Vec<String> {
    let content = content_json(&said.value);
    let text = |name: &str| content.get(name).map_or(String::new(), bare);
    let option = |value: &Option<String>| value.clone().unwrap_or_default();
    vec![
        record.key.clone(),
        record.kind.as_str().to_owned(),
        said.property.as_str().to_owned(),
        text("type"),
        text("value"),
        text("language"),
        text("calendar"),
        list(qualifiers_json(said)),
        option(&said.source),
        option(&said.place),
        list(voices_json(said)),
        said.certainty
            .as_ref()
            .map_or("stated", Term::as_str)
            .to_owned(),
        option(&said.note),
    ]
}

/// A list as JSON; nothing for an empty one.
fn list(list: Vec<Json>) -> String {
    if list.is_empty() {
        String::new()
    } else {
        Json::Array(list).to_string()
    }
}

fn bare(json: &Json) -> String {
    match json {
        Json::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn source_row(origin: &Origin) -> Vec<String> {
    let option = |value: &Option<String>| value.clone().unwrap_or_default();
    let languages: Vec<&str> = origin.languages.iter().map(Language::as_str).collect();
    let date = origin.date.as_ref();
    let reliability = origin.reliability.as_ref();
    vec![
        origin.key.clone(),
        origin.title.clone(),
        origin.kind.as_str().to_owned(),
        option(&origin.producer),
        date.map_or(String::new(), |date| date.stated.clone()),
        date.map_or(String::new(), |date| date.calendar.as_str().to_owned()),
        languages.join(" "),
        option(&origin.reference),
        reliability.map_or(String::new(), |(grade, _)| grade.as_str().to_owned()),
        reliability.map_or(String::new(), |(_, by)| by.clone()),
        option(&origin.note),
    ]
}

/// Reads either table, told by its header.
pub(super) fn read_csv(file: &str, bytes: &[u8], limits: &Limits, parcel: &mut Parcel) {
    let table = parcel.table(file, bytes, Some(Delimiter::Comma), limits);
    let place = |name: &str| table.headers.iter().position(|header| header == name);
    let is_claims = place("record").is_some() && place("property").is_some();
    let mut records: BTreeMap<(RecordKind, String), usize> = BTreeMap::new();
    for row in &table.rows {
        let cell = |name: &str| {
            let text = row.cells.get(place(name)?)?;
            (!text.is_empty()).then(|| text.clone())
        };
        let taken = if is_claims {
            claim_of_row(&cell, row.number).map(|(kind, key, said)| {
                let place = *records.entry((kind, key.clone())).or_insert_with(|| {
                    parcel.records.push(Record {
                        kind,
                        key,
                        row: row.number,
                        said: Vec::new(),
                    });
                    parcel.records.len() - 1
                });
                if let Some(record) = parcel.records.get_mut(place) {
                    record.said.push(said);
                }
            })
        } else {
            source_of_row(&cell).map(|origin| parcel.sources.push(origin))
        };
        if let Err((column, reason)) = taken {
            parcel.note(file, row.number, Some(column), reason, Loss::Row);
        }
    }
}

/// The column that is wrong, and how.
type Wrong = (&'static str, RowReason);

fn not_a_term(column: &'static str, text: String) -> Wrong {
    (column, RowReason::NotATerm { text })
}

fn claim_of_row(
    cell: &dyn Fn(&str) -> Option<String>,
    row: u64,
) -> Result<(RecordKind, String, Said), Wrong> {
    let need = |column: &'static str| cell(column).ok_or((column, RowReason::Empty));
    let kind = need("kind")?;
    let kind = RecordKind::parse(&kind).ok_or_else(|| not_a_term("kind", kind))?;
    let mut fields = Map::new();
    for name in [
        "property",
        "type",
        "value",
        "language",
        "calendar",
        "source",
        "place_in_source",
        "certainty",
        "note",
    ] {
        fields.extend(cell(name).map(|text| (name.to_owned(), Json::String(text))));
    }
    for name in ["qualifiers", "voices"] {
        if let Some(text) = cell(name) {
            let list = serde_json::from_str(&text);
            let list = list.map_err(|_| (name, RowReason::NotATerm { text }))?;
            fields.insert(name.to_owned(), list);
        }
    }
    let said = said(&Json::Object(fields), row)?;
    Ok((kind, need("record")?, said))
}

fn source_of_row(cell: &dyn Fn(&str) -> Option<String>) -> Result<Origin, Wrong> {
    let need = |column: &'static str| cell(column).ok_or((column, RowReason::Empty));
    let mut fields = Map::new();
    for name in SOURCES {
        fields.extend(cell(name).map(|text| (name.to_owned(), Json::String(text))));
    }
    origin(&Json::Object(fields), need("source")?)
}

fn content_json(content: &Content) -> Json {
    match content {
        Content::Record(_, key) => json!({"type": "record", "value": key}),
        Content::Value(value) => match value {
            Value::Text { text, language } => {
                let mut json = json!({"type": "text", "value": text});
                if let (Some(language), Some(fields)) = (language, json.as_object_mut()) {
                    fields.insert("language".to_owned(), json!(language.as_str()));
                }
                json
            }
            Value::Date(date) => {
                json!({"type": "date", "value": date.stated, "calendar": date.calendar.as_str()})
            }
            Value::Number(range) => json!({"type": "number", "value": cell::bounds(range)}),
            Value::Position(position) => json!({"type": "position", "value": format!(
                "{},{},{}",
                cell::degrees(position.latitude_e6()),
                cell::degrees(position.longitude_e6()),
                position.precision.as_str()
            )}),
            Value::Link(link) => json!({"type": "link", "value": link}),
            Value::Term(word) => json!({"type": "term", "value": word.as_str()}),
            // Records are `Content::Record`.
            Value::Record(id) => json!({"type": "record", "value": id.to_string()}),
        },
    }
}

fn content(json: &Json) -> Result<Content, Wrong> {
    let text = |name: &str| json.get(name).and_then(Json::as_str);
    let value = text("value").ok_or(("value", RowReason::Empty))?;
    let wrong = || RowReason::NotANumber {
        text: value.to_owned(),
    };
    Ok(Content::Value(match text("type").unwrap_or("text") {
        "text" => {
            Value::Text {
                text: value.to_owned(),
                language: match text("language") {
                    None => None,
                    Some(tag) => Some(Language::new(tag).map_err(|error| {
                        ("language", RowReason::NotALanguage { text: error.text })
                    })?),
                },
            }
        }
        "date" => Value::Date(date(value, text("calendar"))?),
        "number" => Value::Number(number(value).ok_or(("value", wrong()))?),
        "position" => {
            let (point, precision) = value.rsplit_once(',').unwrap_or((value, ""));
            let position = cell::position(point, Some(precision));
            Value::Position(position.map_err(|reason| ("value", reason))?)
        }
        "link" => Value::Link(value.to_owned()),
        "term" => {
            let word = term(value).ok_or_else(|| not_a_term("value", value.to_owned()))?;
            Value::Term(word)
        }
        "record" => {
            let kind = kind_of(value).ok_or_else(|| not_a_term("value", value.to_owned()))?;
            return Ok(Content::Record(kind, value.to_owned()));
        }
        other => return Err(not_a_term("type", other.to_owned())),
    }))
}

/// What an identifier of ours is of, by its first letter.
fn kind_of(key: &str) -> Option<RecordKind> {
    let first = key.chars().next()?;
    RecordKind::ALL
        .into_iter()
        .find(|kind| kind.prefix() == first)
}

fn date(stated: &str, calendar: Option<&str>) -> Result<StatedDate, Wrong> {
    let word = calendar.unwrap_or("gregorian");
    let calendar = Calendar::parse(word).ok_or_else(|| {
        let text = word.to_owned();
        ("calendar", RowReason::NotACalendar { text })
    })?;
    Ok(StatedDate {
        stated: stated.to_owned(),
        calendar,
    })
}

fn number(text: &str) -> Option<NumberRange> {
    let bound = |text: &str| match text {
        "" => Some(None),
        text => text.parse::<u64>().ok().map(Some),
    };
    let (low, high) = text.split_once("..").unwrap_or((text, text));
    NumberRange::new(bound(low)?, bound(high)?).ok()
}

fn qualifiers_json(said: &Said) -> Vec<Json> {
    let one = |(property, value): &(Term, Content)| {
        let mut json = content_json(value);
        if let Some(fields) = json.as_object_mut() {
            fields.insert("property".to_owned(), json!(property.as_str()));
        }
        json
    };
    said.qualifiers.iter().map(one).collect()
}

fn voices_json(said: &Said) -> Vec<Json> {
    let one = |(role, who): &(VoiceRole, Speaker)| match who {
        Speaker::Named(name) => json!({"role": role.as_str(), "name": name}),
        Speaker::Record(_, key) => json!({"role": role.as_str(), "record": key}),
        Speaker::Source(key) => json!({"role": role.as_str(), "source": key}),
    };
    said.voices.iter().map(one).collect()
}

fn said(json: &Json, row: u64) -> Result<Said, Wrong> {
    let text = |name: &str| json.get(name).and_then(Json::as_str).map(str::to_owned);
    let word = |name: &'static str| match text(name) {
        None => Ok(None),
        Some(word) => term(&word).map(Some).ok_or_else(|| not_a_term(name, word)),
    };
    let property = word("property")?.ok_or(("property", RowReason::Empty))?;
    let list = |name: &str| {
        json.get(name)
            .and_then(Json::as_array)
            .into_iter()
            .flatten()
    };
    let mut said = Said {
        column: Some(property.as_str().to_owned()),
        property,
        value: content(json)?,
        qualifiers: Vec::new(),
        source: text("source"),
        place: text("place_in_source"),
        voices: Vec::new(),
        certainty: word("certainty")?,
        note: text("note"),
        access: None,
        row,
    };
    for qualifier in list("qualifiers") {
        let property = qualifier
            .get("property")
            .and_then(Json::as_str)
            .unwrap_or_default();
        let property =
            term(property).ok_or_else(|| not_a_term("qualifiers", property.to_owned()))?;
        said.qualifiers.push((property, content(qualifier)?));
    }
    for voice in list("voices") {
        let text = |name: &str| voice.get(name).and_then(Json::as_str);
        let role = text("role").unwrap_or_default();
        let role = VoiceRole::parse(role).ok_or_else(|| not_a_term("voices", role.to_owned()))?;
        let who = match (text("name"), text("record"), text("source")) {
            (Some(name), ..) => Speaker::Named(name.to_owned()),
            (_, Some(key), _) => {
                let kind = kind_of(key).ok_or_else(|| not_a_term("voices", key.to_owned()))?;
                Speaker::Record(kind, key.to_owned())
            }
            (_, _, Some(key)) => Speaker::Source(key.to_owned()),
            _ => return Err(("voices", RowReason::Empty)),
        };
        said.voices.push((role, who));
    }
    Ok(said)
}

fn origin(json: &Json, key: String) -> Result<Origin, Wrong> {
    let text = |name: &str| json.get(name).and_then(Json::as_str).map(str::to_owned);
    let kind = text("kind").unwrap_or_else(|| "dataset".to_owned());
    let reliability = match text("reliability") {
        None => None,
        Some(word) => {
            let grade = term(&word).ok_or_else(|| not_a_term("reliability", word))?;
            Some((grade, text("reliability_by").unwrap_or_default()))
        }
    };
    let date = match text("date") {
        None => None,
        Some(stated) => Some(date(&stated, text("calendar").as_deref())?),
    };
    let languages = text("languages").unwrap_or_default();
    let languages = languages.split_whitespace().map(Language::new);
    Ok(Origin {
        title: text("title").unwrap_or_else(|| key.clone()),
        key,
        kind: term(&kind).ok_or_else(|| not_a_term("kind", kind))?,
        producer: text("producer"),
        date,
        languages: languages
            .collect::<Result<_, _>>()
            .map_err(|error| ("languages", RowReason::NotALanguage { text: error.text }))?,
        reference: text("reference"),
        reliability,
        note: text("note"),
    })
}

/// What a kind of record is called in schema.org.
fn schema(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Person => "Person",
        RecordKind::Group => "Organization",
        RecordKind::Place => "Place",
        RecordKind::Event => "Event",
        RecordKind::Statement => "Quotation",
        RecordKind::Proceeding => "Thing",
    }
}

/// Writes one document: names for every reader of schema.org, and claims in full for readers of ours.
pub(super) fn write_json(parcel: &Parcel) -> Written {
    let mut written = Written::default();
    let mut graph: Vec<Json> = Vec::new();
    for record in parcel
        .records
        .iter()
        .filter(|record| !record.said.is_empty())
    {
        written.records += 1;
        written.facts += record.said.len() as u64;
        let claims = record.said.iter().map(|said| claim_json(record, said));
        let names = record
            .said
            .iter()
            .filter(|said| said.property.as_str() == "name");
        let names = names.map(|said| match &said.value {
            Content::Value(Value::Text {
                text,
                language: Some(language),
            }) => {
                json!({"@value": text, "@language": language.as_str()})
            }
            other => content_json(other)["value"].clone(),
        });
        let mut names: Vec<Json> = names.collect();
        names.dedup();
        graph.push(json!({
            "@id": format!("{URN}{}", record.key),
            "@type": schema(record.kind),
            "kind": record.kind.as_str(),
            "name": names,
            "claim": claims.collect::<Vec<Json>>(),
        }));
    }
    for origin in &parcel.sources {
        let mut fields = Map::new();
        fields.insert("@id".to_owned(), json!(format!("{URN}{}", origin.key)));
        fields.insert("@type".to_owned(), json!("CreativeWork"));
        for (name, text) in SOURCES
            .iter()
            .skip(1)
            .zip(source_row(origin).into_iter().skip(1))
        {
            if !text.is_empty() {
                fields.insert((*name).to_owned(), json!(text));
            }
        }
        graph.push(Json::Object(fields));
    }
    // What is ours is in a vocabulary of ours; it is an address of nothing.
    let ours = [
        "kind",
        "claim",
        "property",
        "type",
        "value",
        "calendar",
        "qualifiers",
        "place_in_source",
        "voices",
        "certainty",
        "note",
    ];
    let mut context = Map::new();
    context.insert("@vocab".to_owned(), json!("https://schema.org/"));
    for name in ours {
        context.insert(
            name.to_owned(),
            json!(format!("urn:cenotaph:property:{name}")),
        );
    }
    let document = json!({"@context": context, "@graph": graph});
    let mut bytes = serde_json::to_vec_pretty(&document).unwrap_or_default();
    bytes.push(b'\n');
    written.files = vec![("archive.jsonld".to_owned(), bytes)];
    written
}

fn claim_json(record: &Record, said: &Said) -> Json {
    let mut fields = Map::new();
    let names = CLAIMS.iter().zip(row(record, said));
    for (name, text) in
        names.filter(|(name, text)| !text.is_empty() && !["record", "kind"].contains(name))
    {
        fields.insert((*name).to_owned(), json!(text));
    }
    for (name, list) in [
        ("qualifiers", qualifiers_json(said)),
        ("voices", voices_json(said)),
    ] {
        if !list.is_empty() {
            fields.insert(name.to_owned(), Json::Array(list));
        }
    }
    Json::Object(fields)
}

/// Reads such a document, or items as the API of Omeka S gives them. `row` in problems counts what stands in it, from 1.
pub(super) fn read_json(file: &str, bytes: &[u8], kind: RecordKind, parcel: &mut Parcel) {
    let Some(document) = document(file, bytes, parcel) else {
        return;
    };
    let members = match &document {
        Json::Array(list) => list.as_slice(),
        Json::Object(fields) => match fields.get("@graph") {
            Some(Json::Array(list)) => list.as_slice(),
            _ => std::slice::from_ref(&document),
        },
        _ => &[],
    };
    for (row, member) in (1..).zip(members) {
        if omeka::is_item(member) {
            omeka::item(file, member, row, kind, parcel);
            continue;
        }
        let text = |name: &str| member.get(name).and_then(Json::as_str);
        let Some(key) = text("@id").map(|id| id.strip_prefix(URN).unwrap_or(id).to_owned()) else {
            parcel.note(file, row, Some("@id"), RowReason::NoKey, Loss::Row);
            continue;
        };
        if text("@type") == Some("CreativeWork") {
            match origin(member, key) {
                Ok(origin) => parcel.sources.push(origin),
                Err((column, reason)) => parcel.note(file, row, Some(column), reason, Loss::Row),
            }
            continue;
        }
        let mut record = Record {
            kind: text("kind").and_then(RecordKind::parse).unwrap_or(kind),
            key,
            row,
            said: Vec::new(),
        };
        for claim in member
            .get("claim")
            .and_then(Json::as_array)
            .into_iter()
            .flatten()
        {
            match said(claim, row) {
                Ok(said) => record.said.push(said),
                Err((column, reason)) => parcel.note(file, row, Some(column), reason, Loss::Claim),
            }
        }
        parcel.records.push(record);
    }
}

/// How deep JSON may be nested: the bound of its reader.
const DEPTH: usize = 128;

/// A JSON document; what is none is said.
pub(super) fn document(file: &str, bytes: &[u8], parcel: &mut Parcel) -> Option<Json> {
    let decoded = crate::encoding::decode(bytes, Some("utf-8"));
    let problems = decoded.problems.into_iter();
    parcel
        .file_problems
        .extend(problems.map(|problem| (file.to_owned(), problem)));
    match serde_json::from_str(&decoded.text) {
        Ok(document) => Some(document),
        Err(error) if error.to_string().contains("recursion limit") => {
            let problem = Problem::TooDeep { limit: DEPTH };
            parcel.file_problems.push((file.to_owned(), problem));
            None
        }
        Err(error) => {
            let text = error.to_string();
            parcel.note(
                file,
                error.line() as u64,
                None,
                RowReason::NotReadable { text },
                Loss::Row,
            );
            None
        }
    }
}
