//! OpenEvSys: events with acts, victims and those involved, as XML. Fields are called as its data dictionary calls them.

use std::collections::BTreeMap;

use model::{id::RecordKind, vocabulary};
use roxmltree::{Document, Node, ParsingOptions};

use super::{Content, Parcel, Record, Said, cell, term};
use crate::{
    encoding,
    limits::Limits,
    mapping::{Loss, RowReason},
    problem::Problem,
};

/// Fields and ours; any other is kept under its own name.
const FIELDS: [(RecordKind, &str, &str); 11] = [
    (RecordKind::Event, "event_title", "name"),
    (RecordKind::Event, "initial_date", "date"),
    (RecordKind::Event, "event_description", "described-as"),
    (RecordKind::Event, "local_geographical_area", "held-at"),
    (RecordKind::Person, "person_name", "name"),
    (RecordKind::Person, "other_names", "name"),
    (RecordKind::Person, "date_of_birth", "born"),
    (RecordKind::Person, "locality_of_birth", "place-of-birth"),
    (RecordKind::Person, "sex", "sex"),
    (RecordKind::Person, "date_deceased", "died"),
    (
        RecordKind::Person,
        "general_characteristics",
        "described-as",
    ),
];

/// Fields about the keeping of the record. The one on confidentiality is looked at apart.
const KEPT: [&str; 8] = [
    "date_received",
    "date_of_entry",
    "entered_by",
    "date_updated",
    "updated_by",
    "record_grouping",
    "monitoring_status",
    "deceased",
];

/// Elements, at most: a real export of a large group has some hundreds of thousands.
const NODES: u32 = 4_000_000;

/// Reads an export.
pub(super) fn read(file: &str, bytes: &[u8], limits: &Limits, parcel: &mut Parcel) {
    let decoded = encoding::decode(bytes, None);
    let problems = decoded.problems.into_iter();
    parcel
        .file_problems
        .extend(problems.map(|problem| (file.to_owned(), problem)));
    if depth(&decoded.text) > limits.depth {
        let problem = Problem::TooDeep {
            limit: limits.depth,
        };
        parcel.file_problems.push((file.to_owned(), problem));
        return;
    }
    let options = ParsingOptions {
        allow_dtd: false,
        nodes_limit: NODES,
        ..ParsingOptions::default()
    };
    let document = match Document::parse_with_options(&decoded.text, options) {
        Ok(document) => document,
        Err(error) => {
            let row = u64::from(error.pos().row);
            let text = error.to_string();
            parcel.note(file, row, None, RowReason::NotReadable { text }, Loss::Row);
            return;
        }
    };
    let mut reader = Reader {
        file,
        document: &document,
        parcel,
        records: BTreeMap::new(),
    };
    for event in document
        .root_element()
        .descendants()
        .filter(|node| node.has_tag_name_of("event"))
    {
        reader.event(event);
    }
}

/// How deep elements are nested, as far as tags tell. Each sign is looked at once.
fn depth(text: &str) -> usize {
    let (mut now, mut most) = (0_usize, 0);
    let mut tag: Option<usize> = None;
    let bytes = text.as_bytes();
    for (place, byte) in bytes.iter().enumerate() {
        match (byte, tag) {
            (b'<', _) => tag = Some(place + 1),
            (b'>', Some(start)) => {
                match (bytes.get(start), bytes.get(place - 1)) {
                    (Some(b'/'), _) => now = now.saturating_sub(1),
                    (Some(b'?' | b'!'), _) | (_, Some(b'/')) => {}
                    _ => now += 1,
                }
                most = most.max(now);
                tag = None;
            }
            _ => {}
        }
    }
    most
}

/// Names without their namespace.
trait Named {
    fn has_tag_name_of(&self, name: &str) -> bool;
}

impl Named for Node<'_, '_> {
    fn has_tag_name_of(&self, name: &str) -> bool {
        self.is_element() && self.tag_name().name() == name
    }
}

struct Reader<'a> {
    file: &'a str,
    document: &'a Document<'a>,
    parcel: &'a mut Parcel,
    records: BTreeMap<String, usize>,
}

impl Reader<'_> {
    fn row(&self, node: Node<'_, '_>) -> u64 {
        u64::from(self.document.text_pos_at(node.range().start).row)
    }

    /// The place of the record called `key`, which is made when it comes for the first time.
    fn record(&mut self, kind: RecordKind, key: &str, row: u64) -> usize {
        let parcel = &mut *self.parcel;
        *self.records.entry(key.to_owned()).or_insert_with(|| {
            parcel.records.push(Record {
                kind,
                key: key.to_owned(),
                row,
                said: Vec::new(),
            });
            parcel.records.len() - 1
        })
    }

    fn event(&mut self, node: Node<'_, '_>) {
        let row = self.row(node);
        let Some(key) = leaf(node, &["event_record_number", "record_number", "id"]) else {
            let file = self.file;
            self.parcel.note(
                file,
                row,
                Some("event_record_number"),
                RowReason::NoKey,
                Loss::Row,
            );
            return;
        };
        let place = self.record(RecordKind::Event, &key, row);
        self.fields(node, place);
        for (role, person) in node
            .descendants()
            .filter_map(|node| Some((role(node)?, node)))
        {
            self.person(role, person, &key);
        }
    }

    /// A person in an act, with what they are in it said of them.
    fn person(&mut self, role: &'static str, node: Node<'_, '_>, event: &str) {
        let row = self.row(node);
        let name = leaf(node, &["person_name"]).or_else(|| words_of(node));
        let key =
            leaf(node, &["person_record_number", "record_number", "id"]).or_else(|| name.clone());
        let Some(key) = key else {
            let file = self.file;
            self.parcel
                .note(file, row, Some(role), RowReason::NoKey, Loss::Row);
            return;
        };
        let place = self.record(RecordKind::Person, &key, row);
        self.fields(node, place);
        let Some(record) = self.parcel.records.get_mut(place) else {
            return;
        };
        let is_named = record
            .said
            .iter()
            .any(|said| said.property.as_str() == "name");
        if let (false, Some(name), Some(property)) = (is_named, name, term("name")) {
            record
                .said
                .push(Said::new(property, super::words(&name), row, role));
        }
        if let Some(mut said) = Said::elsewhere(role, event, row) {
            said.column = Some(role.to_owned());
            record.said.push(said);
        }
    }

    /// The fields of an element: those of its children that have words and no elements.
    fn fields(&mut self, node: Node<'_, '_>, place: usize) {
        let Some(kind) = self.parcel.records.get(place).map(|record| record.kind) else {
            return;
        };
        let mut found: Vec<Said> = Vec::new();
        let mut closed = false;
        for child in node.children().filter(Node::is_element) {
            let name = child.tag_name().name();
            let Some(text) = words_of(child) else {
                continue;
            };
            if name.ends_with("confidentiality") {
                closed |= !["n", "no", "0", "false"].contains(&text.to_lowercase().as_str());
            }
            if name.ends_with("record_number")
                || role(child).is_some()
                || KEPT.contains(&name)
                || name.ends_with("confidentiality")
            {
                continue;
            }
            let row = self.row(child);
            let known = FIELDS
                .iter()
                .find(|(of, theirs, _)| *of == kind && *theirs == name);
            let property = known.and_then(|(_, _, ours)| vocabulary::standard().property(ours));
            let value = property.map(|property| (property, cell::read(property, &text)));
            match value {
                Some((property, Ok((value, flagged)))) => {
                    if let Some(reason) = flagged {
                        let file = self.file;
                        self.parcel
                            .note(file, row, Some(name), reason, Loss::Nothing);
                    }
                    found.push(Said::new(property.id.clone(), value, row, name));
                }
                _ => found.extend(Said::elsewhere(name, &text, row)),
            }
        }
        if closed {
            // What was marked there is not opened here.
            for said in &mut found {
                said.access = Some(model::access::Access::Confidential);
            }
        }
        if let Some(record) = self.parcel.records.get_mut(place) {
            record.said.extend(
                found
                    .into_iter()
                    .filter(|said| !matches!(&said.value, Content::Record(..))),
            );
        }
    }
}

/// What somebody is in an event.
fn role(node: Node<'_, '_>) -> Option<&'static str> {
    ["victim", "perpetrator", "source", "intervening_party"]
        .into_iter()
        .find(|role| node.has_tag_name_of(role))
}

/// The words of the first child element called by one of `names`.
fn leaf(node: Node<'_, '_>, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| {
        let mut children = node.children().filter(|child| child.has_tag_name_of(name));
        words_of(children.next()?)
    })
}

/// The words of an element without elements; `None` for an empty one and for one with some.
fn words_of(node: Node<'_, '_>) -> Option<String> {
    if node.children().any(|child| child.is_element()) {
        return None;
    }
    let text = node.text()?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
