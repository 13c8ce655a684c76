//! Reading captures of the web: records of WARC (ISO 28500) as parts, their digests held against them, and whether anything was captured.

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use crate::{
    container::{shown, unzipped},
    digest,
    field::{find, stretch},
    html,
    kind::{MediaType, sniff},
    letter::Headers,
    limits::Limits,
    problem::{Finding, Problem},
    reading::{Fact, Part, Reading},
    text::empty,
};

/// What opens each record.
const RECORD: &[u8] = b"WARC/1.";

/// Letters of a page that asks for a password, below which it is taken for nothing else. Chosen by us: reports have more.
const WALL: usize = 2_000;

/// Letters below which a page is taken for empty. Chosen by us.
const EMPTY: usize = 20;

/// Kinds of digests that are named when they cannot be checked.
const KINDS: usize = 20;

/// A record.
struct Record<'b> {
    headers: Headers,
    block: &'b [u8],
    end: usize,
    cut: bool,
}

/// An answer of a web server.
struct Answer<'b> {
    status: u16,
    headers: Headers,
    body: &'b [u8],
}

/// Whether `bytes` begin with a record.
pub(crate) fn is_capture(bytes: &[u8]) -> bool {
    bytes.starts_with(RECORD)
}

/// Reads the capture in `bytes`.
pub fn read(bytes: &[u8], limits: &Limits) -> Reading {
    let mut reading = empty(MediaType::Warc);
    if bytes.len() > limits.bytes {
        reading.problems.push(Problem::FileTooLarge {
            size: bytes.len(),
            limit: limits.bytes,
        });
        return reading;
    }
    tell(bytes, &mut reading, limits);
    reading
}

/// Adds the records in `bytes` to `reading`.
pub(crate) fn tell(bytes: &[u8], reading: &mut Reading, limits: &Limits) {
    reading.media_type = MediaType::Warc;
    let mut told = Told {
        reading,
        left: limits.unpacked,
        main: false,
        failed: 0,
        kinds: BTreeSet::new(),
    };
    let (mut at, mut count) = (0, 0);
    while let Some(found) = record(bytes, at) {
        at = found.end;
        if count == limits.entries {
            told.find(
                Finding::loss("too-many-entries")
                    .with("count", format!("> {count}"))
                    .with("limit", limits.entries),
            );
            break;
        }
        count += 1;
        told.record(&found, limits);
        if found.cut {
            told.find(Finding::loss("warc-cut").with("offset", at));
        }
    }
    if count < limits.entries
        && bytes
            .get(at..)
            .is_some_and(|rest| !rest.trim_ascii().is_empty())
    {
        told.find(Finding::loss("warc-damaged").with("offset", at));
    }
    told.say("records", count.to_string());
    if told.failed > 0 {
        let failed = told.failed;
        told.find(Finding::flag("capture-parts-missing").with("count", failed));
    }
    if count > 0 && !told.main {
        told.find(Finding::flag("capture-without-page"));
    }
}

/// The record at `at`.
fn record(bytes: &[u8], at: usize) -> Option<Record<'_>> {
    let rest = bytes.get(at..)?;
    if !rest.starts_with(RECORD) {
        return None;
    }
    let (headers, start) = Headers::read(rest);
    let length: usize = headers
        .raw("content-length")
        .and_then(|length| length.parse().ok())?;
    let stop = start.saturating_add(length);
    let cut = stop > rest.len();
    let block = &rest[start..stop.min(rest.len())];
    // Two line breaks follow each record (section 4.2).
    let breaks = rest.get(stop..).unwrap_or_default();
    let breaks = breaks
        .iter()
        .take(4)
        .take_while(|byte| matches!(byte, b'\r' | b'\n'));
    let end = at + start + block.len() + breaks.count();
    Some(Record {
        headers,
        block,
        end,
        cut,
    })
}

/// A reading that is being put together.
struct Told<'r> {
    reading: &'r mut Reading,
    /// Bytes that parts may still have.
    left: u64,
    /// A page has been seen that is no redirection.
    main: bool,
    /// Answers beside the page that say that something is missing.
    failed: usize,
    /// Kinds of digests that are not checked.
    kinds: BTreeSet<String>,
}

impl Told<'_> {
    fn find(&mut self, finding: Finding) {
        self.reading.problems.push(finding.into());
    }

    fn say(&mut self, name: &'static str, value: String) {
        if !value.trim().is_empty() {
            self.reading.facts.push(Fact { name, value });
        }
    }

    fn record(&mut self, record: &Record<'_>, limits: &Limits) {
        let headers = &record.headers;
        let name = headers.raw("warc-target-uri").unwrap_or_default();
        // Some write it between angle brackets, as the first edition had it.
        let name = name.trim_matches(['<', '>']).to_owned();
        if !record.cut {
            self.digest(headers.raw("warc-block-digest"), &name, &[record.block]);
        }
        match headers.raw("warc-type").unwrap_or_default() {
            "warcinfo" => {
                let (fields, _) = Headers::read(record.block);
                self.say("software", fields.words("software").unwrap_or_default());
            }
            "response" => self.response(record, name, limits),
            "resource" | "conversion" => {
                self.digest(headers.raw("warc-payload-digest"), &name, &[record.block]);
                self.part(name, record.block.to_vec());
            }
            _ => {}
        }
    }

    fn response(&mut self, record: &Record<'_>, name: String, limits: &Limits) {
        let Some(answer) = answer(record.block) else {
            return self.part(name, record.block.to_vec());
        };
        let whole = dechunked(&answer);
        if !record.cut {
            let either = [answer.body, whole.as_deref().unwrap_or(answer.body)];
            self.digest(record.headers.raw("warc-payload-digest"), &name, &either);
        }
        let body = whole.unwrap_or_else(|| answer.body.to_vec());
        let coding = answer.headers.raw("content-encoding").unwrap_or("identity");
        let body = match coding.trim() {
            "gzip" | "x-gzip" => unzipped(&body, self.left).unwrap_or(body),
            _ => body,
        };
        if !(300..400).contains(&answer.status) {
            if self.main {
                self.failed += usize::from(answer.status >= 400);
            } else {
                self.main = true;
                let captured = record.headers.raw("warc-date").unwrap_or_default();
                self.say("captured", captured.to_owned());
                self.say("page", name.clone());
                self.page(&answer, &name, &body, limits);
            }
        }
        self.part(name, body);
    }

    /// Whether the page that was wanted is there.
    fn page(&mut self, answer: &Answer<'_>, name: &str, body: &[u8], limits: &Limits) {
        if answer.status >= 400 {
            self.find(
                Finding::flag("capture-error")
                    .with("address", shown(name))
                    .with("status", answer.status),
            );
        }
        let kind = answer.headers.raw("content-type").unwrap_or_default();
        if sniff(body, "") != MediaType::Html && !kind.starts_with("text/html") {
            if body.is_empty() {
                self.find(Finding::flag("capture-empty").with("address", shown(name)));
            }
            return;
        }
        let page = html::read(body, limits, None);
        let letters = page.text.chars().count();
        let source = body.to_ascii_lowercase();
        let asks = [
            &b"type=\"password\""[..],
            b"type='password'",
            b"type=password",
        ]
        .iter()
        .any(|field| find(&source, field, 0).is_some());
        if asks && letters < WALL {
            self.find(Finding::flag("capture-login-wall").with("address", shown(name)));
        } else if letters < EMPTY {
            self.find(Finding::flag("capture-empty").with("address", shown(name)));
        }
        self.reading.title = page.title;
    }

    /// Holds a stated digest, `sha1:…` or `sha256:…`, against the bytes that it may be of.
    fn digest(&mut self, said: Option<&str>, name: &str, of: &[&[u8]]) {
        let Some((kind, said)) = said.and_then(|said| said.split_once(':')) else {
            return;
        };
        let found: Vec<Option<bool>> = of
            .iter()
            .map(|bytes| digest::agrees(kind, said, bytes))
            .collect();
        if found.contains(&Some(true)) {
            return;
        }
        if found.first() != Some(&None) {
            return self.find(Finding::flag("warc-digest-differs").with("name", shown(name)));
        }
        let finding = Finding::flag("warc-digest-not-checked").with("kind", shown(kind));
        if self.kinds.insert(kind.to_owned()) && self.kinds.len() <= KINDS {
            self.find(finding);
        }
    }

    fn part(&mut self, name: String, bytes: Vec<u8>) {
        let size = bytes.len() as u64;
        let last = name.rsplit('/').next().unwrap_or_default();
        let media_type = sniff(&bytes, last).as_str().to_owned();
        let fits = size <= self.left;
        if fits {
            self.left -= size;
        } else {
            let left = self.left;
            self.find(
                Finding::loss("unpacked-too-large")
                    .with("name", shown(&name))
                    .with("left", left),
            );
        }
        self.reading.parts.push(Part {
            name,
            media_type,
            size: Some(size),
            bytes: fits.then_some(bytes),
        });
    }
}

/// The answer of a server in `block`; `None` when it is none.
fn answer(block: &[u8]) -> Option<Answer<'_>> {
    if !block.starts_with(b"HTTP/") {
        return None;
    }
    let line = find(block, b"\n", 0)?;
    let mut words = str::from_utf8(&block[..line]).ok()?.split_whitespace();
    let status = words.nth(1)?.parse().ok()?;
    let (headers, start) = Headers::read(block);
    Some(Answer {
        status,
        headers,
        body: &block[start..],
    })
}

/// The body without the lengths between its pieces (RFC 9112 section 7.1); `None` when it has none.
fn dechunked(answer: &Answer<'_>) -> Option<Vec<u8>> {
    let coding = answer.headers.raw("transfer-encoding")?;
    if !coding.to_ascii_lowercase().contains("chunked") {
        return None;
    }
    let mut whole = Vec::new();
    let mut at = 0;
    loop {
        let line = find(answer.body, b"\n", at)?;
        let digits = str::from_utf8(&answer.body[at..line]).ok()?;
        let digits = digits.split(';').next().unwrap_or_default().trim();
        let length = usize::from_str_radix(digits, 16).ok()?;
        if length == 0 {
            return Some(whole);
        }
        whole.extend(stretch(answer.body, line + 1, length)?);
        at = line + 1 + length + 2;
    }
}

/// The address of the record that begins at `at` in `bytes`, packed or not; `None` when none does.
pub(crate) fn address_at(bytes: &[u8], at: usize) -> Option<String> {
    let rest = bytes.get(at..)?;
    let begins = crate::container::beginning(rest);
    let head = begins
        .as_deref()
        .unwrap_or(&rest[..rest.len().min(16 << 10)]);
    if !is_capture(head) {
        return None;
    }
    let (headers, _) = Headers::read(head);
    let address = headers.raw("warc-target-uri").unwrap_or_default();
    Some(address.trim_matches(['<', '>']).to_owned())
}
