//! auto-archiver: a row for each address that it was to keep, with what became of it. Each becomes a source; a capture that failed is
//! said to have failed.
//!
//! Its own tables come from a Google Sheet; the CSV of its database has `status`, `metadata` and `media` as literals of Python.

use model::{
    date::{Calendar, Edtf, StatedDate},
    term::Term,
};

use super::{Origin, Parcel, term};
use crate::{
    limits::Limits,
    mapping::{Loss, RowReason},
};

/// Columns of the sheet that say what was captured.
const SAID: [&str; 9] = [
    "archive date",
    "archive location",
    "archive status",
    "hash",
    "perceptual hashes",
    "screenshot",
    "wacz",
    "replaywebpage",
    "text content",
];

/// Reads either table.
pub(super) fn read(file: &str, bytes: &[u8], limits: &Limits, parcel: &mut Parcel) {
    let table = parcel.table(file, bytes, None, limits);
    let headers: Vec<String> = table
        .headers
        .iter()
        .map(|header| header.to_lowercase())
        .collect();
    let Some(website) = term("website") else {
        return;
    };
    for row in &table.rows {
        let cell = |name: &str| {
            let place = headers.iter().position(|header| header == name)?;
            let text = row.cells.get(place)?.trim();
            (!text.is_empty()).then_some(text)
        };
        match source(&cell, &website) {
            Some(origin) => {
                let status = ["archive status", "status"].into_iter().find_map(cell);
                if !status.is_some_and(is_success) {
                    let text = status.unwrap_or("?").to_owned();
                    let reason = RowReason::CaptureFailed { text };
                    parcel.note(file, row.number, Some("status"), reason, Loss::Nothing);
                }
                parcel.sources.push(origin);
            }
            None => parcel.note(file, row.number, Some("link"), RowReason::NoKey, Loss::Row),
        }
    }
}

/// The source that a row describes; `None` without an address.
fn source<'c>(cell: &dyn Fn(&str) -> Option<&'c str>, website: &Term) -> Option<Origin> {
    let metadata = cell("metadata").unwrap_or_default();
    let either = |column: &str, key: &str| {
        let own = cell(column).map(str::to_owned);
        own.or_else(|| literals(metadata, key).into_iter().next())
    };
    let address = cell("link").map(str::to_owned);
    let address = address.or_else(|| either("url", "url"))?;
    let mut notes: Vec<String> = SAID
        .iter()
        .filter_map(|name| Some(format!("{name}: {}", cell(name)?)))
        .collect();
    let hashes = literals(cell("media").unwrap_or_default(), "hash");
    notes.extend(hashes.into_iter().map(|hash| format!("hash: {hash}")));
    let day = either("upload timestamp", "timestamp").and_then(|time| day(&time));
    Some(Origin {
        title: either("upload title", "title").unwrap_or_else(|| address.clone()),
        key: address.clone(),
        kind: website.clone(),
        producer: None,
        date: day,
        languages: Vec::new(),
        reference: Some(address),
        reliability: None,
        note: (!notes.is_empty()).then(|| notes.join("\n")),
    })
}

/// The day of a time such as `2024-05-06T10:00:00+00:00`; `None` for anything else.
fn day(time: &str) -> Option<StatedDate> {
    let day = time.get(..10)?;
    Edtf::parse(day).ok()?;
    Some(StatedDate {
        stated: day.to_owned(),
        calendar: Calendar::Gregorian,
    })
}

/// A status that means that something was kept. What is not known is not called a success.
fn is_success(status: &str) -> bool {
    let status = status.to_lowercase();
    let failed = [
        "nothing archived",
        "not found",
        "no media",
        "error",
        "fail",
        "in progress",
    ];
    status.contains("success") && !failed.iter().any(|word| status.contains(word))
}

/// All words that a literal of Python gives for `key`, in either quotation marks.
fn literals(text: &str, key: &str) -> Vec<String> {
    let mut found = Vec::new();
    for mark in ['\'', '"'] {
        let start = format!("{mark}{key}{mark}:");
        for (place, _) in text.match_indices(&start) {
            found.extend(quoted(text[place + start.len()..].trim_start()));
        }
    }
    found
}

/// The words between quotation marks at the start of `text`, escapes undone.
fn quoted(text: &str) -> Option<String> {
    let mark = text
        .chars()
        .next()
        .filter(|mark| ['\'', '"'].contains(mark))?;
    let mut words = String::new();
    let mut signs = text.chars().skip(1);
    while let Some(sign) = signs.next() {
        match sign {
            '\\' => match signs.next()? {
                'n' => words.push('\n'),
                't' => words.push('\t'),
                other => words.push(other),
            },
            sign if sign == mark => return Some(words).filter(|words| !words.is_empty()),
            sign => words.push(sign),
        }
    }
    None
}
