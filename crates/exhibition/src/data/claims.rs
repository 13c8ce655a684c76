//! Claims as rows and as lines: what is said of which record, by whom, where it can be read, and how sure it is.

use std::fmt::Write;

use edition::{
    NumberRange, Position,
    edition::{Cited, Fact, Reason, Shown, ShownLocator, ShownVoice, Subject},
};

use super::tables;
use crate::json::Json;

/// The columns, each with what it holds.
pub(super) const COLUMNS: [(&str, &str); 17] = [
    (
        "claim",
        "Identifier of the claim; where a part of it is withheld, one made from what is shown",
    ),
    (
        "record",
        "What it is said of: identifier of a person, group, place, event, statement or proceeding",
    ),
    ("property", "What is said, a word of the vocabulary"),
    (
        "value",
        "The value exactly as the source has it; a date in EDTF, a number as it is or LOW/HIGH with .. where open, a record by its identifier",
    ),
    (
        "language",
        "Language of the value, where it is text and the language is known",
    ),
    ("calendar", "Calendar of the value, where it is a date"),
    (
        "qualifiers",
        "What narrows it: property=value, separated by semicolons",
    ),
    ("source", "Identifier of the source, see sources.csv"),
    ("place_in_source", "Where in the source, in its own terms"),
    (
        "evidence",
        "Number of the item in which it was read, see items.csv",
    ),
    (
        "locator",
        "Where in the item: page=, char=START,END (Unicode scalar values, end exclusive), row= and column=, t= in seconds",
    ),
    (
        "voices",
        "Who said it and who passed it on, innermost first",
    ),
    ("certainty", "How sure, a word of the vocabulary"),
    ("certainty_note", "What the source says of how sure it is"),
    (
        "disputed",
        "yes where another source says what cannot be true as well",
    ),
    ("withheld", "Why a part of it is withheld"),
    ("same_as", "Other claims that say the same, by identifier"),
];

/// Every claim of these records, one a row, and how many there are. Begins with the mark by which spreadsheets know UTF-8.
pub(super) fn table(subjects: &[Subject]) -> (String, u64) {
    let mut table = String::from("\u{feff}");
    let columns = COLUMNS.map(|(name, _)| name);
    tables::row(&mut table, &columns);
    let mut rows = 0;
    for (subject, fact, place, cited) in claims(subjects) {
        let (value, language, calendar) = value(&fact.value);
        let evidence = cited.item.map(|item| item.to_string()).unwrap_or_default();
        let source = cited
            .source
            .map(|source| source.to_string())
            .unwrap_or_default();
        tables::row(
            &mut table,
            &[
                &id(fact, place),
                &subject.id.to_string(),
                fact.property.as_str(),
                &value,
                language,
                calendar,
                &qualifiers(fact),
                &source,
                cited.place_in_source.as_deref().unwrap_or_default(),
                &evidence,
                &cited.locator.as_ref().map(locator).unwrap_or_default(),
                &voices(&cited.voices),
                cited.certainty.as_str(),
                cited.certainty_note.as_deref().unwrap_or_default(),
                if fact.disputed { "yes" } else { "" },
                withheld(fact, cited).map_or("", reason),
                &others(fact, place),
            ],
        );
        rows += 1;
    }
    (table, rows)
}

/// The same claims, one JSON object a line. Empty values are left out.
pub(super) fn lines(subjects: &[Subject]) -> String {
    let mut lines = String::new();
    for (subject, fact, place, cited) in claims(subjects) {
        lines.push_str(&Json::of(|json| {
            let (value, language, calendar) = value(&fact.value);
            json.text("claim", &id(fact, place));
            json.text("record", &subject.id.to_string());
            json.text("property", fact.property.as_str());
            some(json, "value", &value);
            some(json, "language", language);
            some(json, "calendar", calendar);
            if !fact.qualifiers.is_empty() {
                json.list("qualifiers", |json| {
                    for (property, shown) in &fact.qualifiers {
                        let (value, language, calendar) = self::value(shown);
                        json.object(|json| {
                            json.text("property", property.as_str());
                            some(json, "value", &value);
                            some(json, "language", language);
                            some(json, "calendar", calendar);
                        });
                    }
                });
            }
            if let Some(source) = cited.source {
                json.text("source", &source.to_string());
            }
            some(
                json,
                "place_in_source",
                cited.place_in_source.as_deref().unwrap_or_default(),
            );
            if let Some(item) = cited.item {
                json.text("evidence", &item.to_string());
            }
            some(
                json,
                "locator",
                &cited.locator.as_ref().map(locator).unwrap_or_default(),
            );
            json.some("voices", |json| {
                cited
                    .voices
                    .iter()
                    .for_each(|said| json.string(&voice(said)));
            });
            json.text("certainty", cited.certainty.as_str());
            some(
                json,
                "certainty_note",
                cited.certainty_note.as_deref().unwrap_or_default(),
            );
            if fact.disputed {
                json.bare("disputed", "true");
            }
            if let Some(withheld) = withheld(fact, cited) {
                json.text("withheld", reason(withheld));
            }
        }));
        lines.push('\n');
    }
    lines
}

/// Each citation of each fact is a claim.
fn claims(subjects: &[Subject]) -> impl Iterator<Item = (&Subject, &Fact, usize, &Cited)> {
    subjects.iter().flat_map(|subject| {
        subject.facts.iter().flat_map(move |fact| {
            let cited = fact.citations.iter().enumerate();
            cited.map(move |(place, cited)| (subject, fact, place, cited))
        })
    })
}

fn some(json: &mut Json, key: &str, value: &str) {
    if !value.is_empty() {
        json.text(key, value);
    }
}

fn id(fact: &Fact, place: usize) -> String {
    fact.claims
        .get(place)
        .map(ToString::to_string)
        .unwrap_or_default()
}

fn others(fact: &Fact, place: usize) -> String {
    let others = fact
        .claims
        .iter()
        .enumerate()
        .filter(|(other, _)| *other != place);
    let others: Vec<String> = others.map(|(_, claim)| claim.to_string()).collect();
    others.join(";")
}

/// The value as text, its language, its calendar.
fn value(shown: &Shown) -> (String, &str, &str) {
    match shown {
        Shown::Text { text, language } => (
            text.clone(),
            language.as_ref().map_or("", |language| language.as_str()),
            "",
        ),
        Shown::Date(date) => (date.stated.clone(), "", date.calendar.as_str()),
        Shown::Number(range) => (number(range), "", ""),
        Shown::Record { id, .. } => (id.to_string(), "", ""),
        Shown::Position(position) => (point(position), "", ""),
        Shown::Link(link) => (link.clone(), "", ""),
        Shown::Term(term) => (term.as_str().to_owned(), "", ""),
        _ => (String::new(), "", ""),
    }
}

fn number(range: &NumberRange) -> String {
    let end = |end: Option<u64>| end.map_or_else(|| "..".to_owned(), |number| number.to_string());
    if range.low() == range.high() {
        end(range.low())
    } else {
        format!("{}/{}", end(range.low()), end(range.high()))
    }
}

/// Latitude and longitude in degrees, and how precisely the point is known.
fn point(position: &Position) -> String {
    let degrees = |e6: i32| f64::from(e6) / 1e6;
    format!(
        "{:.6},{:.6},{}",
        degrees(position.latitude_e6()),
        degrees(position.longitude_e6()),
        position.precision.as_str()
    )
}

fn qualifiers(fact: &Fact) -> String {
    let mut text = String::new();
    for (property, shown) in &fact.qualifiers {
        if !text.is_empty() {
            text.push(';');
        }
        let value = value(shown).0;
        // Writing to a String cannot fail.
        let _ = write!(text, "{}={}", property.as_str(), value.replace(';', ","));
    }
    text
}

pub(super) fn locator(locator: &ShownLocator) -> String {
    let seconds = |milliseconds: u64| format!("{}.{:03}", milliseconds / 1000, milliseconds % 1000);
    match locator {
        ShownLocator::Page(page, None) => format!("page={page}"),
        ShownLocator::Page(page, Some([left, top, right, bottom])) => {
            format!("page={page}&box={left},{top},{right},{bottom}")
        }
        ShownLocator::Text(start, end, _) => format!("char={start},{end}"),
        ShownLocator::Cell(row, None) => format!("row={row}"),
        ShownLocator::Cell(row, Some(column)) => format!("row={row}&column={column}"),
        ShownLocator::Time(start, end) => format!("t={},{}", seconds(*start), seconds(*end)),
        _ => String::new(),
    }
}

fn voices(voices: &[ShownVoice]) -> String {
    voices.iter().map(voice).collect::<Vec<_>>().join(";")
}

fn voice(voice: &ShownVoice) -> String {
    let role = if voice.said { "said-by" } else { "reported-by" };
    let who = match (voice.record, voice.source, &voice.name) {
        (Some(record), _, _) => record.to_string(),
        (None, Some(source), _) => source.to_string(),
        (None, None, Some(name)) => name.text.clone(),
        (None, None, None) => "withheld".to_owned(),
    };
    format!("{role} {who}")
}

/// Of what is withheld of a claim, the most closed.
fn withheld(fact: &Fact, cited: &Cited) -> Option<Reason> {
    let values = std::iter::once(&fact.value).chain(fact.qualifiers.iter().map(|(_, value)| value));
    let gaps = values.filter_map(|value| match value {
        Shown::Withheld(reason) => Some(*reason),
        _ => None,
    });
    gaps.chain(cited.withheld).max()
}

/// A reason as a word.
pub(super) fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Missing => "missing",
        Reason::Restricted => "restricted",
        Reason::Erased => "erased",
        _ => "confidential",
    }
}
