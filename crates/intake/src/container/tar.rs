//! TAR in its forms: the old one, POSIX ustar and pax (IEEE 1003.1 `pax`), and GNU's long names.

use std::collections::BTreeMap;

use super::{Container, Entry, EntryKind, Method, Packed, shown};
use crate::{
    field::{stretch, words},
    limits::Limits,
    moment,
    problem::Finding,
};

/// Everything stands in blocks of this size.
const BLOCK: usize = 512;

/// Longest record of names and sizes that is read, in bytes. A name longer than this is no name.
const LONG: usize = 1 << 20;

/// What records before a header say about it.
#[derive(Default)]
struct Ahead {
    /// By the keys of pax.
    said: BTreeMap<String, String>,
}

/// Whether `bytes` begin with a header, by its checksum: the older form has no mark.
pub(crate) fn is_header(bytes: &[u8]) -> bool {
    let Some(block) = stretch(bytes, 0, BLOCK) else {
        return false;
    };
    block[0] != 0 && number(&block[148..156]) == Some(sum(block))
}

/// Lists the TAR in `container`.
pub(super) fn list(container: &mut Container<'_>, limits: &Limits) {
    let source = std::mem::take(&mut container.source);
    let mut at = 0;
    let mut ahead = Ahead::default();
    let mut count: u64 = 0;
    let mut ended = false;
    while let Some(block) = stretch(&source, at, BLOCK) {
        if block.iter().all(|byte| *byte == 0) {
            ended = true;
            break;
        }
        if number(&block[148..156]) != Some(sum(block)) {
            container.problems.push(
                Finding::loss("tar-header-damaged")
                    .with("offset", at)
                    .into(),
            );
            ended = true;
            break;
        }
        let data = at + BLOCK;
        let said = ahead.said.get("size").and_then(|size| size.parse().ok());
        let size = said.or_else(|| number(&block[124..136])).unwrap_or(0);
        let length = usize::try_from(size).unwrap_or(usize::MAX);
        let end = data.saturating_add(length);
        at = end.div_ceil(BLOCK).saturating_mul(BLOCK);
        let body = source.get(data..end.min(source.len())).unwrap_or_default();
        if read_ahead(&mut ahead, block[156], body) {
            continue;
        }
        count += 1;
        if container.entries.len() == limits.entries {
            ahead = Ahead::default();
            continue;
        }
        let mut entry = entry(
            block,
            &std::mem::take(&mut ahead),
            (data, end.min(source.len())),
        );
        entry.size = Some(size);
        if entry.packed.method == Method::Closed {
            container.problems.push(
                Finding::loss("entry-method")
                    .with("name", shown(&entry.name))
                    .with("method", "sparse")
                    .into(),
            );
        }
        if end > source.len() {
            entry.packed.method = Method::Closed;
            container.problems.push(
                Finding::loss("entry-cut")
                    .with("name", shown(&entry.name))
                    .into(),
            );
        }
        container.entries.push(entry);
    }
    if count > limits.entries as u64 {
        container.problems.push(
            Finding::loss("too-many-entries")
                .with("count", count)
                .with("limit", limits.entries)
                .into(),
        );
    }
    let rest = source.get(at..).unwrap_or_default();
    if !ended {
        container.problems.push(Finding::flag("tar-no-end").into());
    } else if let Some(place) = rest.iter().position(|byte| *byte != 0)
        && rest.starts_with(&[0; BLOCK])
    {
        container.problems.push(
            Finding::flag("container-data-after")
                .with("size", rest.len() - place)
                .into(),
        );
    }
    container.source = source;
}

/// Takes a record that speaks about the next entry; `false` when it is an entry itself.
fn read_ahead(ahead: &mut Ahead, kind: u8, body: &[u8]) -> bool {
    let body = &body[..body.len().min(LONG)];
    match kind {
        b'L' | b'K' => {
            let key = if kind == b'L' { "path" } else { "linkpath" };
            ahead.said.insert(key.to_owned(), words(body));
            true
        }
        b'x' => {
            pax(ahead, body);
            true
        }
        // About all entries: none of what is read here is said there.
        b'g' | b'V' => true,
        _ => false,
    }
}

/// Records of the form `length key=value`, a line each; the length counts all of it.
fn pax(ahead: &mut Ahead, mut body: &[u8]) {
    while let Some(blank) = body.iter().take(20).position(|byte| *byte == b' ') {
        let length = str::from_utf8(&body[..blank]).ok();
        let length: Option<usize> = length.and_then(|digits| digits.parse().ok());
        let Some(line) = length.and_then(|length| body.get(blank + 1..length)) else {
            return;
        };
        body = &body[blank + 1 + line.len()..];
        let line = words(line.strip_suffix(b"\n").unwrap_or(line));
        if let Some((key, value)) = line.split_once('=') {
            ahead.said.insert(key.to_owned(), value.to_owned());
        }
    }
}

fn entry(block: &[u8], ahead: &Ahead, (start, end): (usize, usize)) -> Entry {
    let said = |key: &str| ahead.said.get(key).cloned();
    let name = said("GNU.sparse.name")
        .or_else(|| said("path"))
        .unwrap_or_else(|| own_name(block));
    let modified = match said("mtime") {
        Some(seconds) => seconds.split('.').next().and_then(|s| s.parse().ok()),
        None => number(&block[136..148]).and_then(|seconds| i64::try_from(seconds).ok()),
    };
    let sparse = block[156] == b'S' || ahead.said.keys().any(|key| key.starts_with("GNU.sparse"));
    let kind = match block[156] {
        b'1' | b'2' => EntryKind::Link {
            to: said("linkpath").unwrap_or_else(|| words(&block[157..257])),
        },
        b'3' | b'4' | b'6' => EntryKind::Device,
        b'5' => EntryKind::Folder,
        _ if name.ends_with('/') => EntryKind::Folder,
        _ => EntryKind::File,
    };
    Entry {
        name,
        kind,
        size: None,
        modified: modified.and_then(moment::of_unix),
        listed: true,
        packed: Packed {
            start,
            end,
            method: if sparse {
                Method::Closed
            } else {
                Method::Stored
            },
            checksum: None,
        },
    }
}

/// The name in a header, with the folder that ustar keeps apart from it.
fn own_name(block: &[u8]) -> String {
    let name = words(&block[..100]);
    let folder = words(&block[345..500]);
    // GNU keeps other things there, and says so in its mark.
    if &block[257..263] == b"ustar\0" && !folder.is_empty() {
        format!("{folder}/{name}")
    } else {
        name
    }
}

/// A number in octal digits, or in base 256 when its first bit is set; `None` when it is neither, or below nought.
fn number(field: &[u8]) -> Option<u64> {
    if field.first()? & 0x80 != 0 {
        let (first, rest) = field.split_first()?;
        return rest.iter().try_fold(u64::from(first & 0x7f), |sum, byte| {
            sum.checked_mul(256)?.checked_add(u64::from(*byte))
        });
    }
    let digits = str::from_utf8(field).ok()?;
    let digits = digits.trim_matches(|c: char| c == ' ' || c == '\0');
    if digits.is_empty() {
        return Some(0);
    }
    u64::from_str_radix(digits, 8).ok()
}

/// The sum of all bytes, those of the checksum taken as blanks.
fn sum(block: &[u8]) -> u64 {
    let all: u64 = block.iter().map(|byte| u64::from(*byte)).sum();
    let own: u64 = block[148..156].iter().map(|byte| u64::from(*byte)).sum();
    all - own + 8 * u64::from(b' ')
}
