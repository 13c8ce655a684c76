//! The body of a letter: its words, and everything else as parts (RFC 2045, RFC 2046).

use super::{
    Body,
    coding::{base64, quoted},
    header::{Headers, Value},
};
use crate::{
    container::shown,
    encoding,
    field::find,
    kind::{MediaType, sniff},
    limits::Limits,
    problem::{Finding, Problem},
    reading::Part,
};

/// How deep parts may lie in one another. Programs reach four.
const DEPTH: usize = 16;

/// Length of a boundary that is looked for: seventy are allowed (RFC 2046 section 5.1.1).
const BOUNDARY: usize = 200;

/// Reads the body that stands behind `headers`.
pub(super) fn read(headers: &Headers, bytes: &[u8], limits: &Limits) -> Body {
    let mut body = Body::default();
    part(headers, bytes, DEPTH, limits, &mut body);
    body
}

fn part(headers: &Headers, bytes: &[u8], depth: usize, limits: &Limits, body: &mut Body) {
    let kind = Value::read(headers.raw("content-type").unwrap_or("text/plain"));
    let boundary = kind
        .parameter("boundary")
        .filter(|boundary| (1..=BOUNDARY).contains(&boundary.len()));
    if let (true, Some(boundary)) = (kind.kind.starts_with("multipart/"), boundary) {
        if matches!(kind.kind.as_str(), "multipart/encrypted") {
            body.problems.push(Finding::flag("letter-encrypted").into());
        }
        if depth == 0 {
            body.problems.push(Problem::TooDeep { limit: DEPTH });
            return;
        }
        for piece in pieces(bytes, &boundary, body) {
            let (headers, start) = Headers::read(piece);
            part(&headers, &piece[start..], depth - 1, limits, body);
        }
        return;
    }
    if body.parts.len() + body.plain.len() + body.pages.len() >= limits.entries {
        let told = body
            .problems
            .iter()
            .any(|problem| problem.code() == "too-many-entries");
        if !told {
            body.problems.push(
                Finding::loss("too-many-entries")
                    .with("count", format!("> {}", limits.entries))
                    .with("limit", limits.entries)
                    .into(),
            );
        }
        return;
    }
    leaf(headers, &kind, bytes, body);
}

/// What stands between lines of the boundary, without what is before the first and behind the last.
fn pieces<'b>(bytes: &'b [u8], boundary: &str, body: &mut Body) -> Vec<&'b [u8]> {
    let mark = format!("--{boundary}");
    let mark = mark.as_bytes();
    let mut found = Vec::new();
    let (mut start, mut closed, mut at) = (None, false, 0);
    while let Some(place) = find(bytes, mark, at) {
        at = place + mark.len();
        if place > 0 && bytes[place - 1] != b'\n' {
            continue;
        }
        let end = find(bytes, b"\n", at).map_or(bytes.len(), |end| end + 1);
        let rest = bytes[at..end].trim_ascii();
        // Another boundary may begin with this one.
        if !rest.is_empty() && rest != b"--" {
            continue;
        }
        if let Some(start) = start {
            found.push(without_break(&bytes[start..place]));
        }
        closed = rest == b"--";
        start = Some(end);
        at = end;
        if closed {
            break;
        }
    }
    if !closed {
        body.problems.push(Finding::loss("letter-cut").into());
        found.extend(start.map(|start| &bytes[start..]));
    }
    found
}

/// The line break before a boundary belongs to it.
fn without_break(bytes: &[u8]) -> &[u8] {
    let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    bytes.strip_suffix(b"\r").unwrap_or(bytes)
}

fn leaf(headers: &Headers, kind: &Value, bytes: &[u8], body: &mut Body) {
    let disposition = Value::read(headers.raw("content-disposition").unwrap_or_default());
    let name = disposition
        .parameter("filename")
        .or_else(|| kind.parameter("name"));
    let coding = headers.raw("content-transfer-encoding").unwrap_or_default();
    let (decoded, strange) = match coding.trim().to_ascii_lowercase().as_str() {
        "base64" => {
            let decoded = base64(bytes);
            (decoded.bytes, decoded.strange)
        }
        "quoted-printable" => {
            let decoded = quoted(bytes);
            (decoded.bytes, decoded.strange)
        }
        _ => (bytes.to_vec(), 0),
    };
    if strange > 0 {
        body.problems.push(
            Finding::flag("letter-coding-damaged")
                .with("name", shown(name.as_deref().unwrap_or(&kind.kind)))
                .with("count", strange)
                .into(),
        );
    }
    let is_words = name.is_none() && disposition.kind != "attachment";
    match kind.kind.as_str() {
        "text/plain" | "" if is_words => {
            let text = encoding::decode(&decoded, kind.parameter("charset").as_deref());
            body.problems.extend(text.problems);
            body.plain.push(text.text.replace("\r\n", "\n"));
        }
        "text/html" if is_words => body.pages.push((decoded, kind.parameter("charset"))),
        other => {
            signed(other, body);
            let media_type = match other {
                "message/rfc822" => MediaType::Eml.as_str(),
                _ => sniff(&decoded, name.as_deref().unwrap_or_default()).as_str(),
            };
            body.parts.push(Part {
                name: name.unwrap_or_default(),
                media_type: media_type.to_owned(),
                size: Some(decoded.len() as u64),
                bytes: Some(decoded),
            });
        }
    }
}

/// Signatures and secrets that are only told.
fn signed(kind: &str, body: &mut Body) {
    let finding = match kind {
        "application/pgp-signature" => {
            Finding::flag("letter-signature-not-checked").with("kind", "OpenPGP")
        }
        "application/pkcs7-signature" | "application/x-pkcs7-signature" => {
            Finding::flag("letter-signature-not-checked").with("kind", "S/MIME")
        }
        "application/pkcs7-mime" | "application/x-pkcs7-mime" => Finding::flag("letter-encrypted"),
        _ => return,
    };
    body.problems.push(finding.into());
}
