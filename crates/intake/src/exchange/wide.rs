//! Tables with a row for each record and a column for each property, as Uwazi, Omeka S and CollectionBuilder have them.
//!
//! A cell holds several values with a bar between them. What has no column of its own keeps what it is called in its column, so
//! columns of others come back as they went.

use std::collections::{BTreeMap, BTreeSet};

use model::{
    id::RecordKind,
    language::Language,
    position::Precision,
    value::Value,
    vocabulary::{self, ValueType},
};

use super::{Content, Left, Parcel, Record, Said, Written, cell, lines, term};
use crate::{
    limits::Limits,
    mapping::{Loss, RowReason},
    table::Delimiter,
};

/// The columns of a format.
#[derive(Debug)]
pub(super) struct Layout {
    /// Keys of records.
    pub(super) id: &'static str,
    /// What the records are.
    pub(super) kind: &'static str,
    /// Their first name.
    pub(super) title: &'static str,
    /// Latitude and longitude: in two columns, or in one when both are called alike.
    pub(super) position: [&'static str; 2],
    /// How precise a position is.
    pub(super) precision: &'static str,
    /// Columns of properties that are called otherwise than ours. What is written is the first of several.
    pub(super) known: &'static [(&'static str, &'static str)],
    /// What stands before the name of any other property of ours.
    pub(super) prefix: &'static str,
    /// What a hyphen is in names.
    pub(super) hyphen: &'static str,
    /// What stands between a column and its language.
    pub(super) language: &'static str,
    /// Columns that say nothing of a record.
    pub(super) ignored: &'static [&'static str],
}

/// Words for kinds of records in tables of others, folded.
const KINDS: [(RecordKind, &[&str]); 6] = [
    (
        RecordKind::Person,
        &[
            "person",
            "people",
            "persons",
            "victim",
            "victims",
            "agent",
            "foaf:person",
        ],
    ),
    (
        RecordKind::Group,
        &[
            "group",
            "groups",
            "organization",
            "organisation",
            "organizations",
        ],
    ),
    (
        RecordKind::Place,
        &["place", "places", "location", "site", "sites"],
    ),
    (
        RecordKind::Event,
        &["event", "events", "incident", "incidents"],
    ),
    (
        RecordKind::Statement,
        &["statement", "statements", "remark", "quotation"],
    ),
    (
        RecordKind::Proceeding,
        &["proceeding", "proceedings", "case", "court case"],
    ),
];

/// The kind that a word means.
pub(super) fn kind_called(word: &str) -> Option<RecordKind> {
    let word = word.trim().to_lowercase();
    let known = KINDS
        .iter()
        .find(|(_, words)| words.contains(&word.as_str()));
    known.map(|(kind, _)| *kind)
}

/// What a column is.
enum Column {
    Id,
    Kind,
    Title(Option<Language>),
    Latitude,
    Longitude,
    Precision,
    Property(&'static vocabulary::Property, Option<Language>),
    Ignored,
    /// One of theirs.
    Other,
}

impl Layout {
    fn column(&self, header: &str) -> Column {
        let same = |name: &str| header.eq_ignore_ascii_case(name);
        if same(self.id) {
            return Column::Id;
        } else if same(self.kind) {
            return Column::Kind;
        } else if same(self.title) {
            return Column::Title(None);
        } else if same(self.position[0]) {
            return Column::Latitude;
        } else if same(self.position[1]) {
            return Column::Longitude;
        } else if same(self.precision) {
            return Column::Precision;
        } else if self.ignored.iter().any(|name| same(name)) {
            return Column::Ignored;
        }
        if let Some(property) = self.property(header) {
            return Column::Property(property, None);
        }
        let Some((name, tag)) = header.rsplit_once(self.language) else {
            return Column::Other;
        };
        match (Language::new(tag), self.property(name)) {
            (Ok(language), _) if name.eq_ignore_ascii_case(self.title) => {
                Column::Title(Some(language))
            }
            (Ok(language), Some(property)) => Column::Property(property, Some(language)),
            _ => Column::Other,
        }
    }

    fn property(&self, header: &str) -> Option<&'static vocabulary::Property> {
        let known = self
            .known
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(header));
        let name = match known {
            Some((_, property)) => (*property).to_owned(),
            None => header
                .strip_prefix(self.prefix)?
                .to_lowercase()
                .replace(self.hyphen, "-")
                .replace(' ', "-"),
        };
        vocabulary::standard().property(&name)
    }

    /// What the column of `property` is called.
    fn header(&self, property: &str) -> String {
        let known = self.known.iter().find(|(_, known)| *known == property);
        match known {
            Some((name, _)) => (*name).to_owned(),
            None => format!("{}{}", self.prefix, property.replace('-', self.hyphen)),
        }
    }
}

/// The delimiter of a table whose cells may be full of bars: the most frequent of three in its first line.
fn delimiter(bytes: &[u8]) -> Delimiter {
    let line = bytes
        .split(|byte| *byte == b'\n')
        .next()
        .unwrap_or_default();
    let count = |delimiter: &Delimiter| {
        let sign = delimiter.as_char() as u8;
        line.iter().filter(|byte| **byte == sign).count()
    };
    [Delimiter::Tab, Delimiter::Semicolon, Delimiter::Comma]
        .into_iter()
        .max_by_key(count)
        .unwrap_or(Delimiter::Comma)
}

/// Reads a table.
pub(super) fn read(
    layout: &Layout,
    file: &str,
    bytes: &[u8],
    kind: RecordKind,
    limits: &Limits,
    parcel: &mut Parcel,
) {
    let table = parcel.table(file, bytes, Some(delimiter(bytes)), limits);
    let columns: Vec<Column> = table
        .headers
        .iter()
        .map(|header| layout.column(header))
        .collect();
    for row in &table.rows {
        let filled = || {
            let cells = columns.iter().zip(&table.headers).zip(&row.cells);
            cells
                .map(|((column, header), cell)| (column, header.as_str(), cell.trim()))
                .filter(|(_, _, cell)| !cell.is_empty())
        };
        let cell = |wanted: fn(&Column) -> bool| {
            let mut found = filled().filter(|(column, ..)| wanted(column));
            found.next().map(|(_, _, cell)| cell)
        };
        let id = cell(|column| matches!(column, Column::Id));
        let title = cell(|column| matches!(column, Column::Title(_)));
        let named = cell(|column| matches!(column, Column::Kind)).and_then(kind_called);
        let Some(key) = id.or(title) else {
            parcel.note(
                file,
                row.number,
                Some(layout.id),
                RowReason::NoKey,
                Loss::Row,
            );
            continue;
        };
        let mut record = Record {
            kind: named.unwrap_or(kind),
            key: key.to_owned(),
            row: row.number,
            said: Vec::new(),
        };
        let precision = cell(|column| matches!(column, Column::Precision));
        let longitude = cell(|column| matches!(column, Column::Longitude));
        for (column, header, cell) in filled() {
            let mut reader = Reader {
                file,
                row: row.number,
                header,
                record: &mut record,
                parcel,
            };
            match column {
                Column::Id | Column::Longitude | Column::Precision | Column::Ignored => {}
                Column::Kind => {
                    if kind_called(cell).is_none() {
                        reader.elsewhere(cell);
                    }
                }
                // A record without a name is written with its key for one.
                Column::Title(_) if Some(cell) == id => {}
                Column::Title(language) => reader.name(cell, language.as_ref()),
                Column::Latitude => reader.position(cell, longitude, precision),
                Column::Property(property, language) => {
                    reader.property(property, cell, language.as_ref());
                }
                Column::Other => reader.elsewhere(cell),
            }
        }
        parcel.records.push(record);
    }
}

/// Takes the cells of one row.
struct Reader<'a> {
    file: &'a str,
    row: u64,
    header: &'a str,
    record: &'a mut Record,
    parcel: &'a mut Parcel,
}

impl Reader<'_> {
    fn add(&mut self, property: &str, value: Value) {
        let said = term(property).map(|term| Said::new(term, value, self.row, self.header));
        self.record.said.extend(said);
    }

    fn note(&mut self, reason: RowReason, loss: Loss) {
        let (file, row, header) = (self.file, self.row, self.header);
        self.parcel.note(file, row, Some(header), reason, loss);
    }

    /// A statement has no name: what it is called is said of it as something else.
    fn name(&mut self, cell: &str, language: Option<&Language>) {
        let property = if self.record.kind == RecordKind::Statement {
            "described-as"
        } else {
            "name"
        };
        let text = cell.to_owned();
        let language = language.cloned();
        self.add(property, Value::Text { text, language });
    }

    fn position(&mut self, cell: &str, longitude: Option<&str>, precision: Option<&str>) {
        let text = match longitude {
            Some(longitude) if !cell.contains(cell::BAR) => {
                format!("{cell}{}{longitude}", cell::BAR)
            }
            _ => cell.to_owned(),
        };
        // Uwazi gives several points with a line between them; the pair is taken as it stands.
        match cell::position(&text, precision) {
            Ok(position) => self.add("location", Value::Position(position)),
            Err(reason) => {
                self.note(reason, Loss::Nothing);
                self.elsewhere(cell);
            }
        }
    }

    fn property(
        &mut self,
        property: &vocabulary::Property,
        cell: &str,
        language: Option<&Language>,
    ) {
        if property.value.types.first() == Some(&ValueType::Position) {
            return self.position(cell, None, None);
        }
        for piece in cell
            .split(cell::BAR)
            .map(str::trim)
            .filter(|piece| !piece.is_empty())
        {
            match cell::read(property, piece) {
                Ok((value, flagged)) => {
                    if let Some(reason) = flagged {
                        self.note(reason, Loss::Nothing);
                    }
                    let value = match (value, language) {
                        (Value::Text { text, .. }, Some(language)) => Value::Text {
                            text,
                            language: Some(language.clone()),
                        },
                        (value, _) => value,
                    };
                    self.add(property.id.as_str(), value);
                }
                // What is no value of this property is kept as words.
                Err(reason) => {
                    self.note(reason, Loss::Nothing);
                    self.elsewhere(piece);
                }
            }
        }
    }

    fn elsewhere(&mut self, cell: &str) {
        for piece in cell
            .split(cell::BAR)
            .map(str::trim)
            .filter(|piece| !piece.is_empty())
        {
            let said = Said::elsewhere(self.header, piece, self.row);
            self.record.said.extend(said);
        }
    }
}

/// The rows of `records` as a table of this layout; nothing when there are none.
pub(super) fn write(
    layout: &Layout,
    records: &[&Record],
    names: &dyn Fn(&str) -> Option<String>,
    written: &mut Written,
) -> Option<Vec<u8>> {
    let mut rows: Vec<BTreeMap<Place, BTreeSet<String>>> = Vec::with_capacity(records.len());
    for record in records {
        let before = written.facts;
        let cells = cells(layout, record, names, written);
        // A row with a key and nothing else would come back as nothing.
        if written.facts > before {
            rows.push(cells);
            written.records += 1;
        }
    }
    if rows.is_empty() {
        return None;
    }
    let places: BTreeSet<&Place> = rows.iter().flat_map(BTreeMap::keys).collect();
    let header = places.iter().map(|place| place.header.clone()).collect();
    let mut table: Vec<Vec<String>> = vec![header];
    for row in &rows {
        let cell = |place: &&Place| {
            let values = row.get(*place).into_iter().flatten();
            let values: Vec<&str> = values.map(String::as_str).collect();
            values.join(&cell::BAR.to_string())
        };
        table.push(places.iter().map(cell).collect());
    }
    Some(lines::table(table.iter().map(Vec::as_slice)))
}

/// A column by its place: what every table has first, then properties by their rank, then what others call something.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    rank: usize,
    header: String,
}

fn cells(
    layout: &Layout,
    record: &Record,
    names: &dyn Fn(&str) -> Option<String>,
    written: &mut Written,
) -> BTreeMap<Place, BTreeSet<String>> {
    let mut cells: BTreeMap<Place, BTreeSet<String>> = BTreeMap::new();
    let mut put = |rank: usize, header: &str, text: String| {
        let header = header.to_owned();
        cells
            .entry(Place { rank, header })
            .or_default()
            .insert(text)
    };
    put(0, layout.id, record.key.clone());
    put(1, layout.kind, record.kind.as_str().to_owned());
    let title = title(record);
    put(2, layout.title, title.unwrap_or(&record.key).to_owned());
    let mut has_position = false;
    for said in &record.said {
        let others = scope(said).filter(|called| is_other(layout, called));
        if let (Some(called), Content::Value(Value::Text { text, .. })) = (others, &said.value)
            && fits(text)
        {
            put(usize::MAX, called, text.clone());
            written.facts += 1;
            count_lost(said, written);
            continue;
        }
        if !said.qualifiers.is_empty() {
            written.leave(Left::Qualifier);
            continue;
        }
        if let Content::Value(Value::Position(position)) = &said.value {
            if has_position {
                written.leave(Left::Value);
                continue;
            }
            has_position = true;
            let [latitude, longitude] = [position.latitude_e6(), position.longitude_e6()];
            if layout.position[0] == layout.position[1] {
                let both = format!(
                    "{}{}{}",
                    cell::degrees(latitude),
                    cell::BAR,
                    cell::degrees(longitude)
                );
                put(3, layout.position[0], both);
            } else {
                put(3, layout.position[0], cell::degrees(latitude));
                put(4, layout.position[1], cell::degrees(longitude));
            }
            if position.precision != Precision::Region {
                put(5, layout.precision, position.precision.as_str().to_owned());
            }
            written.facts += 1;
            count_lost(said, written);
            continue;
        }
        let text = match &said.value {
            Content::Value(value) => cell::written(value),
            Content::Record(_, key) => {
                written.leave(Left::Reference);
                names(key)
            }
        };
        let Some(text) = text.filter(|text| fits(text)) else {
            written.leave(Left::Value);
            continue;
        };
        let name = said.property.as_str();
        if Some(text.as_str()) == title && is_name(record.kind, name) {
            written.facts += 1;
            count_lost(said, written);
            continue;
        }
        let rank = 10 + vocabulary::standard().rank(name);
        put(rank, &layout.header(name), text);
        written.facts += 1;
        count_lost(said, written);
    }
    cells
}

/// Whether words can stand among others in a cell and be told from them again.
fn fits(text: &str) -> bool {
    !text.contains(cell::BAR) && text.trim() == text && !text.is_empty()
}

/// What goes with a fact that is written: its language, and who says it.
pub(super) fn count_lost(said: &Said, written: &mut Written) {
    if matches!(
        &said.value,
        Content::Value(Value::Text {
            language: Some(_),
            ..
        })
    ) {
        written.leave(Left::Language);
    }
    let has_source = said.source.is_some() || said.place.is_some() || !said.voices.is_empty();
    if has_source || said.note.is_some() {
        written.leave(Left::Source);
    }
}

fn is_name(kind: RecordKind, property: &str) -> bool {
    property == "name" || (kind == RecordKind::Statement && property == "described-as")
}

/// What a record is called in a table: Latin letters first, for most of these systems sort by them; then by the letters.
pub(super) fn title(record: &Record) -> Option<&str> {
    let names = record
        .said
        .iter()
        .filter(|said| said.qualifiers.is_empty() && is_name(record.kind, said.property.as_str()));
    let texts = names.filter_map(|said| match &said.value {
        Content::Value(Value::Text { text, .. }) => Some(text.as_str()),
        _ => None,
    });
    texts
        .filter(|text| fits(text))
        .min_by_key(|text| (!text.starts_with(|sign: char| sign.is_ascii()), *text))
}

/// What others call it, when nothing else narrows it.
fn scope(said: &Said) -> Option<&str> {
    if said.property.as_str() != "described-as" {
        return None;
    }
    match said.qualifiers.as_slice() {
        [
            (
                property,
                Content::Value(Value::Text {
                    text,
                    language: None,
                }),
            ),
        ] if property.as_str() == "scope" => Some(text),
        _ => None,
    }
}

/// Whether a column may be called so without being taken for one of ours.
fn is_other(layout: &Layout, called: &str) -> bool {
    called.trim() == called && !called.is_empty() && matches!(layout.column(called), Column::Other)
}
