//! Applying a map to a table, row by row.

use std::collections::{BTreeMap, HashMap};

use model::{
    access::Access,
    claim::{Certainty, Citation, Claim, Locator, Qualifier, Voice, Who},
    date::Calendar,
    id::{EvidenceNumber, RecordId, SourceId},
    language::Language,
    position::Precision,
    term::Term,
    value::Value,
};

use super::{
    CalendarForm, CertaintyForm, ClaimForm, Context, LanguageForm, Loss, Map, Mapped, MappedRow,
    RecordForm, RowProblem, RowReason, ValueForm, WhoForm, cell,
    template::{Cells, Template},
};
use crate::table::{Row, Table};

/// What the rows of `table` say.
pub(super) fn apply(map: &Map, table: &Table, context: &Context<'_>) -> Mapped {
    let columns: HashMap<&str, usize> = table
        .headers
        .iter()
        .enumerate()
        .map(|(place, header)| (header.as_str(), place))
        .collect();
    let mut mapped = Mapped::default();
    missing_columns(map, &columns, &mut mapped.problems);
    for row in &table.rows {
        let mut reader = RowReader {
            map,
            context,
            cells: Cells {
                columns: &columns,
                row,
                item: context.item,
            },
            problems: Vec::new(),
        };
        match reader.read(row) {
            Ok(taken) => mapped.rows.push(taken),
            Err(lost) => reader.problems.push(lost),
        }
        mapped.problems.append(&mut reader.problems);
    }
    mapped
}

/// Columns that the map names and the table lacks, each reported once, at the header.
fn missing_columns(map: &Map, columns: &HashMap<&str, usize>, problems: &mut Vec<RowProblem>) {
    let mut named: Vec<&str> = Vec::new();
    for column in map.columns() {
        if !columns.contains_key(column) && !named.contains(&column) {
            named.push(column);
        }
    }
    problems.extend(named.into_iter().map(|column| RowProblem {
        row: 1,
        column: Some(column.to_owned()),
        reason: RowReason::NoSuchColumn,
        loss: Loss::Nothing,
    }));
}

/// What all claims of a row share.
struct Common {
    record: RecordId,
    source: Option<SourceId>,
    place: Option<String>,
    item: Option<EvidenceNumber>,
    passage: Option<(EvidenceNumber, Locator)>,
    certainty: Certainty,
    attribution: Vec<Voice>,
}

struct RowReader<'a> {
    map: &'a Map,
    context: &'a Context<'a>,
    cells: Cells<'a>,
    problems: Vec<RowProblem>,
}

/// A value that could not be taken; the problem has been noted.
struct Dropped;

impl RowReader<'_> {
    fn read(&mut self, row: &Row) -> Result<MappedRow, RowProblem> {
        for column in &self.map.required {
            if self.cells.get(column).is_none() {
                return Err(self.lost(Some(column.clone()), RowReason::Empty));
            }
        }
        let key = &self.map.record.key;
        let record = self
            .record(&self.map.record)
            .ok_or_else(|| self.lost(key.column(), RowReason::NoKey))?;
        let common = Common {
            record,
            source: self.source(self.map.source.as_ref())?,
            place: self.fill(self.map.place.as_ref()),
            item: self.item(),
            passage: self
                .fill(self.map.row.as_ref())
                .and_then(|key| (self.context.passage)(&key)),
            certainty: self.certainty(&self.map.certainty),
            attribution: self.attribution()?,
        };
        let map = self.map;
        let mut claims = Vec::new();
        for form in &map.claims {
            self.claims(form, &common, &mut claims);
        }
        Ok(MappedRow {
            row_number: row.number,
            record,
            claims,
        })
    }

    /// The item that the row itself cites. One that is not held is kept as a citation and flagged; what is no number is flagged.
    fn item(&mut self) -> Option<EvidenceNumber> {
        let template = self.map.item.as_ref()?;
        let text = self.fill(Some(template))?;
        let number = EvidenceNumber::parse(&text).ok();
        let number = number.or_else(|| (self.context.named)(&text));
        if !number.is_some_and(self.context.held) {
            self.note(
                template.column(),
                RowReason::UnknownItem { text },
                Loss::Nothing,
            );
        }
        number
    }

    fn fill(&self, template: Option<&Template>) -> Option<String> {
        template?.fill(self.cells)
    }

    fn lost(&self, column: Option<String>, reason: RowReason) -> RowProblem {
        RowProblem {
            row: self.cells.row.number,
            column,
            reason,
            loss: Loss::Row,
        }
    }

    fn note(&mut self, column: Option<String>, reason: RowReason, loss: Loss) {
        self.problems.push(RowProblem {
            row: self.cells.row.number,
            column,
            reason,
            loss,
        });
    }

    fn drop(&mut self, column: Option<String>, reason: RowReason) -> Dropped {
        self.note(column, reason, Loss::Claim);
        Dropped
    }

    fn record(&self, form: &RecordForm) -> Option<RecordId> {
        let namespace = form.namespace.fill(self.cells)?;
        let key = form.key.fill(self.cells)?;
        Some((self.context.record)(form.kind, &namespace, &key))
    }

    fn source(&self, template: Option<&Template>) -> Result<Option<SourceId>, RowProblem> {
        let Some((template, key)) = template.and_then(|t| Some((t, t.fill(self.cells)?))) else {
            return Ok(None);
        };
        match (self.context.source)(&key) {
            Some(source) => Ok(Some(source)),
            None => Err(self.lost(template.column(), RowReason::UnknownSource { key })),
        }
    }

    fn attribution(&self) -> Result<Vec<Voice>, RowProblem> {
        let mut voices = Vec::new();
        for voice in &self.map.attribution {
            let who = match &voice.who {
                WhoForm::Named(words) => words.fill(self.cells).map(Who::Named),
                WhoForm::Record(form) => self.record(form).map(Who::Record),
                WhoForm::Source(key) => self.source(Some(key))?.map(Who::Source),
            };
            voices.extend(who.map(|who| Voice {
                role: voice.role,
                who,
            }));
        }
        Ok(voices)
    }

    /// `stated` where nothing is said. A word that is not in the vocabulary makes the row `unchecked`, never surer than it is.
    fn certainty(&mut self, form: &CertaintyForm) -> Certainty {
        let note = self.fill(form.note.as_ref());
        let term = match (&form.term, self.fill(form.term.as_ref())) {
            (Some(template), Some(word)) => match certainty_term(form, &word) {
                Some(term) => Some(term),
                None => {
                    let reason = RowReason::NotATerm { text: word };
                    self.note(template.column(), reason, Loss::Nothing);
                    Term::new("unchecked").ok()
                }
            },
            _ => None,
        };
        Certainty {
            term: term.unwrap_or_else(stated),
            note,
        }
    }

    fn claims(&mut self, form: &ClaimForm, common: &Common, claims: &mut Vec<Claim>) {
        let Ok(values) = self.values(&form.value, form.split.as_deref()) else {
            return;
        };
        if values.is_empty() {
            return;
        }
        let mut qualifiers = Vec::new();
        for qualifier in &form.qualifiers {
            // A claim without what narrows it would say more than its source: it is dropped with its qualifier.
            let Ok(found) = self.values(&qualifier.value, None) else {
                return;
            };
            qualifiers.extend(found.into_iter().map(|value| Qualifier {
                property: qualifier.property.clone(),
                value,
            }));
        }
        let access = self.access(form.access.as_ref());
        let certainty = match &form.certainty {
            Some(own) => self.certainty(own),
            None => common.certainty.clone(),
        };
        let citation = self.citation(&form.value, common);
        claims.extend(values.into_iter().map(|value| Claim {
            about: common.record,
            property: form.property.clone(),
            value,
            qualifiers: qualifiers.clone(),
            citation: citation.clone(),
            attribution: common.attribution.clone(),
            certainty: certainty.clone(),
            access,
        }));
    }

    /// The item that the row cites, else the passage in the source where it is held, else the cell of the table.
    fn citation(&self, value: &ValueForm, common: &Common) -> Citation {
        if let Some(item) = common.item {
            return Citation {
                item: Some(item),
                locator: None,
                source: common.source,
                place_in_source: common.place.clone(),
            };
        }
        let (item, locator) = common.passage.clone().unwrap_or_else(|| {
            let locator = Locator::Cell {
                row: self.cells.row.number,
                column: value.column(),
            };
            (self.context.item, locator)
        });
        Citation {
            item: Some(item),
            locator: Some(locator),
            source: common.source,
            place_in_source: common.place.clone(),
        }
    }

    /// Public where nothing is said; an unknown word closes the claim rather than opening it.
    fn access(&mut self, template: Option<&Template>) -> Access {
        match (template, self.fill(template)) {
            (Some(template), Some(word)) => match word.as_str() {
                "public" => Access::Public,
                "restricted" => Access::Restricted,
                "confidential" => Access::Confidential,
                _ => {
                    let reason = RowReason::NotAnAccess { text: word };
                    self.note(template.column(), reason, Loss::Nothing);
                    Access::Confidential
                }
            },
            _ => Access::Public,
        }
    }

    /// The values of a form; none when a hole is empty.
    fn values(&mut self, form: &ValueForm, split: Option<&str>) -> Result<Vec<Value>, Dropped> {
        match form {
            ValueForm::Text { value, language } => {
                let texts = self.pieces(value, split);
                if texts.is_empty() {
                    return Ok(Vec::new());
                }
                let language = self.language(language);
                Ok(texts
                    .into_iter()
                    .map(|text| Value::Text {
                        text,
                        language: language.clone(),
                    })
                    .collect())
            }
            ValueForm::Date { value, calendar } => self.each(value, split, |reader, text| {
                reader.date(text, value, calendar)
            }),
            ValueForm::Number { value } => self.each(value, split, |reader, text| {
                cell::number(text)
                    .map(Value::Number)
                    .map_err(|reason| reader.drop(value.column(), reason))
            }),
            ValueForm::Range { low, high } => self.range(low.as_ref(), high.as_ref()),
            ValueForm::Record(record) => Ok(self.records(record, split)),
            ValueForm::Position {
                latitude,
                longitude,
                precision,
            } => self.position(latitude, longitude, precision.as_ref()),
            ValueForm::Link { value } => self.each(value, split, |reader, text| {
                if text.starts_with("https://") || text.starts_with("http://") {
                    return Ok(Value::Link(text.to_owned()));
                }
                let text = text.to_owned();
                Err(reader.drop(value.column(), RowReason::NotALink { text }))
            }),
            ValueForm::Term { value, terms } => self.each(value, split, |reader, text| {
                if let Some(term) = term(text, terms.as_ref()) {
                    return Ok(Value::Term(term));
                }
                let text = text.to_owned();
                Err(reader.drop(value.column(), RowReason::NotATerm { text }))
            }),
        }
    }

    /// The filled template, cut at `split`, without blanks and empty pieces.
    fn pieces(&self, template: &Template, split: Option<&str>) -> Vec<String> {
        let Some(text) = template.fill(self.cells) else {
            return Vec::new();
        };
        match split {
            None => vec![text],
            Some(mark) => text
                .split(mark)
                .map(str::trim)
                .filter(|piece| !piece.is_empty())
                .map(str::to_owned)
                .collect(),
        }
    }

    /// Reads each piece. One bad piece among good ones loses itself alone; a bad one alone loses the claim.
    fn each(
        &mut self,
        template: &Template,
        split: Option<&str>,
        mut read: impl FnMut(&mut Self, &str) -> Result<Value, Dropped>,
    ) -> Result<Vec<Value>, Dropped> {
        let pieces = self.pieces(template, split);
        let wanted = pieces.len();
        let values: Vec<Value> = pieces
            .iter()
            .filter_map(|piece| read(self, piece).ok())
            .collect();
        if values.is_empty() && wanted > 0 {
            Err(Dropped)
        } else {
            Ok(values)
        }
    }

    fn date(
        &mut self,
        text: &str,
        value: &Template,
        calendar: &CalendarForm,
    ) -> Result<Value, Dropped> {
        let calendar = match calendar {
            CalendarForm::Fixed(calendar) => *calendar,
            CalendarForm::FromYear => cell::calendar_from_year(text),
            CalendarForm::Given(template) => match template.fill(self.cells) {
                None => cell::calendar_from_year(text),
                Some(word) => match Calendar::parse(&word) {
                    Some(calendar) => calendar,
                    None => {
                        let reason = RowReason::NotACalendar { text: word };
                        return Err(self.drop(template.column(), reason));
                    }
                },
            },
        };
        let (date, problem) = cell::date(text, calendar);
        if let Some(reason) = problem {
            self.note(value.column(), reason, Loss::Nothing);
        }
        Ok(Value::Date(date))
    }

    fn range(
        &mut self,
        low: Option<&Template>,
        high: Option<&Template>,
    ) -> Result<Vec<Value>, Dropped> {
        let low_bound = self.bound(low)?;
        let high_bound = self.bound(high)?;
        if low_bound.is_none() && high_bound.is_none() {
            return Ok(Vec::new());
        }
        let column = low.or(high).and_then(Template::column);
        let stated = self
            .fill(low)
            .or_else(|| self.fill(high))
            .unwrap_or_default();
        cell::range(low_bound, high_bound, &stated)
            .map(|range| vec![Value::Number(range)])
            .map_err(|reason| self.drop(column, reason))
    }

    fn bound(&mut self, template: Option<&Template>) -> Result<Option<u64>, Dropped> {
        let Some((template, text)) = template.and_then(|t| Some((t, t.fill(self.cells)?))) else {
            return Ok(None);
        };
        match cell::count(&text) {
            Some(count) => Ok(Some(count)),
            None => Err(self.drop(template.column(), RowReason::NotANumber { text })),
        }
    }

    fn records(&self, form: &RecordForm, split: Option<&str>) -> Vec<Value> {
        let Some(namespace) = form.namespace.fill(self.cells) else {
            return Vec::new();
        };
        self.pieces(&form.key, split)
            .iter()
            .map(|key| Value::Record((self.context.record)(form.kind, &namespace, key)))
            .collect()
    }

    /// A point whose precision is not stated is taken as a rough area: nothing is surer than its source.
    fn position(
        &mut self,
        latitude: &Template,
        longitude: &Template,
        precision: Option<&Template>,
    ) -> Result<Vec<Value>, Dropped> {
        let filled = latitude.fill(self.cells).zip(longitude.fill(self.cells));
        let Some((north, east)) = filled else {
            return Ok(Vec::new());
        };
        let precision = match (precision, self.fill(precision)) {
            (Some(template), Some(word)) => cell::precision(&word).unwrap_or_else(|| {
                let reason = RowReason::NotAPrecision { text: word };
                self.note(template.column(), reason, Loss::Nothing);
                Precision::Region
            }),
            _ => Precision::Region,
        };
        match cell::position(&north, &east, precision) {
            Some(position) => Ok(vec![Value::Position(position)]),
            None => {
                let reason = RowReason::NotAPosition {
                    latitude: north,
                    longitude: east,
                };
                Err(self.drop(latitude.column(), reason))
            }
        }
    }

    fn language(&mut self, form: &LanguageForm) -> Option<Language> {
        let template = match form {
            LanguageForm::Default => return self.context.language.clone(),
            LanguageForm::None => return None,
            LanguageForm::Given(template) => template,
        };
        let Some(tag) = template.fill(self.cells) else {
            return self.context.language.clone();
        };
        match Language::new(&tag) {
            Ok(language) => Some(language),
            Err(error) => {
                let reason = RowReason::NotALanguage { text: error.text };
                self.note(template.column(), reason, Loss::Nothing);
                None
            }
        }
    }
}

#[expect(
    clippy::expect_used,
    reason = "a literal that is a term, held by a test"
)]
fn stated() -> Term {
    Term::new("stated").expect("`stated` is a term")
}

/// The term for a cell. With a vocabulary: the word's translation, or the cell itself where it is a term as it stands.
/// Without one: the cell in the form of a term, "mass grave" as `mass-grave`.
fn term(text: &str, terms: Option<&BTreeMap<String, Term>>) -> Option<Term> {
    match terms {
        Some(terms) => terms.get(text).cloned().or_else(|| Term::new(text).ok()),
        None => Term::new(&text.to_ascii_lowercase().replace([' ', '_'], "-")).ok(),
    }
}

/// Unlike a claim's vocabulary, that of certainty is closed: a word that it lacks never becomes a degree of certainty.
fn certainty_term(form: &CertaintyForm, word: &str) -> Option<Term> {
    match &form.terms {
        Some(terms) => terms.get(word).cloned(),
        None => term(word, None),
    }
}
