//! Reading e-mail: a letter (RFC 5322, MIME), a box of letters (MBOX), and what Outlook saves (MSG).

mod coding;
mod header;
mod mime;
mod msg;
#[cfg(test)]
mod tests;

use header::moment_of;

use crate::{
    container::{name_finding, shown},
    field::find,
    html,
    kind::{MediaType, sniff},
    limits::Limits,
    photo,
    problem::{Finding, Problem},
    reading::{Fact, Part, Reading},
    report::{self, Known},
    text::{cut, empty, fill},
};

pub(crate) use header::{Headers, is_letter};
pub(crate) use msg::is_msg;

/// Length of a fact's words, in characters.
const WORDS: usize = 4_096;

/// Headers that are told, with the words for them, in the order in which they are told.
const HEADERS: &[(&str, &str)] = &[
    ("from", "from"),
    ("sender", "sender"),
    ("reply-to", "reply-to"),
    ("return-path", "return-path"),
    ("to", "to"),
    ("cc", "cc"),
    ("bcc", "bcc"),
    ("message-id", "message"),
    ("in-reply-to", "in-reply-to"),
    ("list-id", "list"),
    ("x-mailer", "software"),
    ("user-agent", "software"),
    ("x-originating-ip", "sent-from"),
    ("authentication-results", "authentication"),
    ("received", "received"),
];

/// `true` for the kinds that are read here.
pub fn is_mail(media_type: MediaType) -> bool {
    matches!(
        media_type,
        MediaType::Eml | MediaType::Mbox | MediaType::Msg
    )
}

/// Reads the letter, box of letters or message of Outlook in `bytes`.
pub fn read(bytes: &[u8], limits: &Limits) -> Reading {
    let mut reading = empty(sniff(bytes, ""));
    if bytes.len() > limits.bytes {
        reading.problems.push(Problem::FileTooLarge {
            size: bytes.len(),
            limit: limits.bytes,
        });
        return reading;
    }
    match reading.media_type {
        MediaType::Mbox => many(bytes, &mut reading, limits),
        MediaType::Msg => msg::read(bytes, &mut reading, limits),
        _ => one(bytes, &mut reading, limits),
    }
    let names = reading.parts.iter().map(|part| part.name.as_str());
    let named: Vec<Problem> = names
        .filter(|name| !name.is_empty())
        .filter_map(|name| name_finding(name).map(Problem::from))
        .collect();
    reading.problems.extend(named);
    reading
}

/// A letter: its headers are facts, its words the text, everything else parts.
fn one(bytes: &[u8], reading: &mut Reading, limits: &Limits) {
    let (headers, start) = Headers::read(bytes);
    let made = of_headers(&headers, reading);
    let body = mime::read(&headers, &bytes[start..], limits);
    finish(body, made.as_deref(), reading, limits);
}

/// Adds what the headers say; gives when the letter was written.
fn of_headers(headers: &Headers, reading: &mut Reading) -> Option<String> {
    reading.title = headers.words("subject");
    for (header, name) in HEADERS {
        for value in headers.all(header) {
            say(&mut reading.facts, name, value);
        }
    }
    let made = written(headers, &mut reading.problems);
    say(&mut reading.facts, "made", made.clone().unwrap_or_default());
    for signature in headers.all("dkim-signature") {
        let domain = signature
            .split(';')
            .find_map(|part| part.trim().strip_prefix("d="));
        let domain = shown(domain.unwrap_or_default().trim());
        say(&mut reading.facts, "signed-by", domain.clone());
        reading.problems.push(
            Finding::flag("letter-signature-not-checked")
                .with("kind", format!("DKIM {domain}"))
                .into(),
        );
    }
    made
}

fn say(facts: &mut Vec<Fact>, name: &'static str, value: impl AsRef<str>) {
    let value: String = value.as_ref().trim().chars().take(WORDS).collect();
    if !value.is_empty() {
        facts.push(Fact { name, value });
    }
}

/// When the letter says that it was written, and whether those who carried it agree.
fn written(headers: &Headers, problems: &mut Vec<Problem>) -> Option<String> {
    let stated = headers.words("date")?;
    let Some((made, clock)) = moment_of(&stated) else {
        problems.push(
            Finding::flag("letter-date-none")
                .with("text", shown(&stated))
                .into(),
        );
        return None;
    };
    // The last line is the first who took it.
    let first = headers.all("received").pop();
    let taken = first.as_deref().and_then(|line| line.rsplit_once(';'));
    let taken = taken.and_then(|(_, date)| moment_of(date));
    if let Some((taken, at)) = taken
        && at.abs_diff(clock) > 86_400
    {
        problems.push(
            Finding::flag("dates-differ")
                .with("one", &made)
                .with("other", taken)
                .into(),
        );
    }
    Some(made)
}

/// Text, attachments and what was wrong with them, of whatever form.
#[derive(Debug, Default)]
struct Body {
    /// Plain words, one text for each part that has some.
    plain: Vec<String>,
    /// Web pages, which count when there are no plain words.
    pages: Vec<(Vec<u8>, Option<String>)>,
    parts: Vec<Part>,
    problems: Vec<Problem>,
}

/// Puts a body into the reading, and reads its text.
fn finish(body: Body, made: Option<&str>, reading: &mut Reading, limits: &Limits) {
    reading.parts = body.parts;
    reading.problems.extend(body.problems);
    let mut texts = body.plain;
    let pages = body.pages.iter();
    if texts.iter().all(|text| text.trim().is_empty()) {
        texts = pages
            .map(|(page, charset)| {
                let read = html::read(page, limits, charset.as_deref());
                reading.problems.extend(read.problems);
                read.text
            })
            .collect();
    }
    reading.text = texts.join("\n\n");
    cut(reading, limits);
    let known = Known {
        language: None,
        published: made.and_then(|made| report::day(made.get(..10)?)),
        titled: true,
    };
    fill(reading, &known, limits);
}

/// A box of letters: each is a part, as it stands there.
fn many(bytes: &[u8], reading: &mut Reading, limits: &Limits) {
    let mut starts = vec![0];
    let mut at = 0;
    while let Some(found) = find(bytes, b"\nFrom ", at) {
        at = found + 1;
        // A line `From ` behind an empty one and before a header begins the next (RFC 4155 appendix A).
        let apart = bytes[..found].ends_with(b"\n") || bytes[..found].ends_with(b"\n\r");
        if apart && header::begins(bytes, at) {
            starts.push(at);
        }
        if starts.len() > limits.entries {
            break;
        }
    }
    if starts.len() > limits.entries {
        starts.pop();
        reading.problems.push(
            Finding::loss("too-many-entries")
                .with("count", format!("> {}", limits.entries))
                .with("limit", limits.entries)
                .into(),
        );
    }
    let ends = starts.iter().skip(1).copied().chain([bytes.len()]);
    for (place, (start, end)) in starts.iter().zip(ends).enumerate() {
        let letter = &bytes[*start..end];
        let line = find(letter, b"\n", 0).map_or(letter.len(), |end| end + 1);
        let letter = &letter[line..];
        reading.parts.push(Part {
            name: format!("{}.eml", place + 1),
            media_type: MediaType::Eml.as_str().to_owned(),
            size: Some(letter.len() as u64),
            bytes: Some(letter.to_vec()),
        });
    }
    say(
        &mut reading.facts,
        "letters",
        reading.parts.len().to_string(),
    );
}

/// Whether two moments in ISO 8601 are on days that zones of time cannot explain.
fn apart(one: &str, other: &str) -> bool {
    let apart = photo::day(one)
        .zip(photo::day(other))
        .map(|(one, other)| one.abs_diff(other));
    apart.is_some_and(|apart| apart > 86_400)
}
