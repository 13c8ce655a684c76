//! ZIP by both of its directories: the one at its end, which counts, and the headers before each file, which must agree with it
//! (PKWARE APPNOTE 6.3.10).

mod header;

use header::{CENTRAL, Central, LOCAL, Local, central, local};

use super::{Container, Entry, EntryKind, Method, Packed, checksum, inflate, shown};
use crate::{
    encoding,
    field::{find, le16, le32, le64, stretch},
    limits::Limits,
    problem::{Finding, Problem},
    reading::Fact,
};

/// Opens the record at the end of the directory (section 4.3.16).
const END: &[u8] = b"PK\x05\x06";

/// Opens its large form and the pointer to it (sections 4.3.14, 4.3.15).
const END64: &[u8] = b"PK\x06\x06";
const POINTER64: &[u8] = b"PK\x06\x07";

/// May open what follows a file whose sizes were not known before (section 4.3.9.3).
const DESCRIPTOR: &[u8] = b"PK\x07\x08";

/// Length of a link's target that is told.
const TARGET: u64 = 4096;

/// Length of a name that is read, in bytes: as long as a path may be on Linux (`PATH_MAX`).
const LONGEST: usize = 4096;

/// The record at the end of a directory.
#[derive(Clone, Copy)]
struct End {
    /// Where it begins.
    at: usize,
    /// After its comment.
    after: usize,
    /// Where the directory begins and ends.
    directory: (usize, usize),
    /// Entries that it says there are.
    count: u64,
    /// Bytes in front of the ZIP, by which all places in it are shifted.
    before: usize,
}

/// Where something of the ZIP lies: what it takes is not to be taken twice.
struct Extent {
    start: usize,
    end: usize,
    entry: usize,
}

/// Whether a directory of a ZIP stands at the end of `bytes`, whatever stands at their beginning.
pub(super) fn has_directory(bytes: &[u8]) -> bool {
    let tail = bytes.len().saturating_sub(22 + usize::from(u16::MAX));
    last_end(bytes, tail).is_some_and(|end| end.count > 0 && end.after == bytes.len())
}

/// Fills in the entries of the ZIP in `container`.
pub(super) fn list(container: &mut Container<'_>, limits: &Limits) {
    let source = std::mem::take(&mut container.source);
    match last_end(&source, 0) {
        Some(end) => by_directory(container, &source, end, limits),
        None => by_headers(container, &source, limits),
    }
    container.source = source;
}

/// The last directory at or after `from` that can be one: nearly all readers look for it from the end.
fn last_end(bytes: &[u8], mut from: usize) -> Option<End> {
    let mut found = None;
    while let Some(at) = find(bytes, END, from) {
        from = at + END.len();
        let end = end_at(bytes, at).filter(|end| {
            // One inside the comment of another is words, unless a directory stands before it.
            found.is_none_or(|last: End| at >= last.after || end.count > 0)
        });
        found = end.or(found);
    }
    found
}

fn end_at(bytes: &[u8], at: usize) -> Option<End> {
    let comment = usize::from(le16(bytes, at + 20)?);
    let mut count = u64::from(le16(bytes, at + 10)?);
    let mut size = u64::from(le32(bytes, at + 12)?);
    let mut offset = u64::from(le32(bytes, at + 16)?);
    let mut stop = at;
    if let Some((start, record)) = end64(bytes, at) {
        count = le64(bytes, record + 32)?;
        size = le64(bytes, record + 40)?;
        offset = le64(bytes, record + 48)?;
        stop = start;
    }
    let (size, offset) = (usize::try_from(size).ok()?, usize::try_from(offset).ok()?);
    let is_directory = |start: usize| {
        (size == 0 && count == 0) || bytes.get(start..).is_some_and(|b| b.starts_with(CENTRAL))
    };
    let real = stop.checked_sub(size)?;
    let directory = if real >= offset && is_directory(real) {
        (real, stop)
    } else {
        // Something stands between the directory and its end.
        let declared = offset.checked_add(size).filter(|end| *end <= stop)?;
        is_directory(offset).then_some((offset, declared))?
    };
    Some(End {
        at,
        after: (at + 22 + comment).min(bytes.len()),
        directory,
        count,
        before: directory.0 - offset,
    })
}

/// Start of the large form of the end, and the same again for its fields.
fn end64(bytes: &[u8], at: usize) -> Option<(usize, usize)> {
    let pointer = at.checked_sub(20)?;
    if stretch(bytes, pointer, 4)? != POINTER64 {
        return None;
    }
    let said = usize::try_from(le64(bytes, pointer + 8)?).ok()?;
    let near = pointer.checked_sub(56)?;
    let is_one = |start: &usize| stretch(bytes, *start, 4) == Some(END64) && *start <= near;
    let start = [said, near].into_iter().find(is_one)?;
    Some((start, start))
}

fn by_directory(container: &mut Container<'_>, bytes: &[u8], end: End, limits: &Limits) {
    let mut extents = Vec::new();
    let mut at = end.directory.0;
    let mut seen: u64 = 0;
    while let Some(listed) = central(bytes, at).filter(|listed| listed.end <= end.directory.1) {
        at = listed.end;
        seen += 1;
        if container.entries.len() == limits.entries {
            continue;
        }
        take(container, bytes, &listed, &end, &mut extents);
    }
    container.problems.extend(too_many(seen, limits));
    if at != end.directory.1 {
        container.problems.push(
            Finding::loss("zip-directory-damaged")
                .with("offset", at)
                .into(),
        );
    } else if seen != end.count && seen % 65_536 != end.count {
        container.problems.push(
            Finding::flag("zip-count-differs")
                .with("said", end.count)
                .with("found", seen)
                .into(),
        );
    }
    extents.sort_by_key(|extent| (extent.start, extent.end));
    close_overlapping(container, &extents);
    if seen <= limits.entries as u64 {
        between(container, bytes, &extents, &end, limits);
    }
    around(container, bytes, &extents, &end);
}

/// The finding that not all entries are listed.
fn too_many(count: u64, limits: &Limits) -> Option<Problem> {
    (count > limits.entries as u64).then(|| {
        Finding::loss("too-many-entries")
            .with("count", count)
            .with("limit", limits.entries)
            .into()
    })
}

/// Takes one entry of the directory, with what its own header says.
fn take(
    container: &mut Container<'_>,
    bytes: &[u8],
    listed: &Central<'_>,
    end: &End,
    extents: &mut Vec<Extent>,
) {
    let (name, guessed) = name_of(listed.name, listed.flags, listed.extra);
    let start = usize::try_from(listed.offset)
        .ok()
        .and_then(|offset| offset.checked_add(end.before));
    let own = start.and_then(|start| local(bytes, start));
    let mut packed = Packed {
        start: 0,
        end: 0,
        method: Method::Closed,
        checksum: Some(listed.checksum),
    };
    match &own {
        None => container.problems.push(
            Finding::loss("zip-entry-missing")
                .with("name", shown(&name))
                .into(),
        ),
        Some(own) => {
            container.problems.extend(
                disagreement(listed, own).map(|finding| finding.with("name", shown(&name)).into()),
            );
            let size = usize::try_from(listed.packed).unwrap_or(usize::MAX);
            packed.start = own.data;
            packed.end = own.data.saturating_add(size).min(bytes.len());
            packed.method = method(listed.flags, listed.method, &name, &mut container.problems);
            extents.push(Extent {
                start: own.start,
                end: descriptor_end(bytes, packed.end, listed),
                entry: container.entries.len(),
            });
            if own.data.saturating_add(size) > bytes.len() {
                container
                    .problems
                    .push(Finding::loss("entry-cut").with("name", shown(&name)).into());
                packed.method = Method::Closed;
            }
        }
    }
    if guessed {
        container.problems.push(
            Finding::flag("entry-name-guessed")
                .with("name", shown(&name))
                .into(),
        );
    }
    container.entries.push(Entry {
        kind: kind(bytes, listed, &name, packed),
        size: Some(listed.size),
        modified: header::modified(listed.extra, listed.date, listed.time),
        listed: true,
        name,
        packed,
    });
}

/// The first thing that the directory and the header before the file do not agree on.
fn disagreement(listed: &Central<'_>, own: &Local<'_>) -> Option<Finding> {
    let differ = |what: &str, said: String, found: String| {
        (said != found).then(|| {
            Finding::flag("zip-headers-differ")
                .with("what", what)
                .with("said", said)
                .with("found", found)
        })
    };
    // What is written behind the file is nought in front of it (section 4.4.4, bit 3).
    let later = own.flags & 8 != 0;
    let number = |what, said: u64, found: u64| {
        if later && found == 0 {
            None
        } else {
            differ(what, said.to_string(), found.to_string())
        }
    };
    let words = |name: &[u8], flags, extra| name_of(name, flags, extra).0;
    let name = if listed.name == own.name {
        None
    } else {
        differ(
            "name",
            shown(&words(listed.name, listed.flags, listed.extra)),
            shown(&words(own.name, own.flags, own.extra)),
        )
    };
    name.or_else(|| {
        let encrypted = |flags: u16| u64::from(flags & 1);
        number("encryption", encrypted(listed.flags), encrypted(own.flags))
    })
    .or_else(|| differ("method", listed.method.to_string(), own.method.to_string()))
    .or_else(|| number("size", listed.size, own.size))
    .or_else(|| number("packed", listed.packed, own.packed))
    .or_else(|| number("crc", listed.checksum.into(), own.checksum.into()))
}

/// How an entry was packed; what cannot be undone here is reported.
fn method(flags: u16, number: u16, name: &str, problems: &mut Vec<Problem>) -> Method {
    if flags & 1 != 0 {
        problems.push(
            Finding::loss("entry-encrypted")
                .with("name", shown(name))
                .into(),
        );
        return Method::Closed;
    }
    match number {
        0 => Method::Stored,
        8 => Method::Deflate,
        other => {
            problems.push(
                Finding::loss("entry-method")
                    .with("name", shown(name))
                    .with("method", other)
                    .into(),
            );
            Method::Closed
        }
    }
}

/// Where the sizes and the checksum behind a file end; `end` when there are none.
fn descriptor_end(bytes: &[u8], end: usize, listed: &Central<'_>) -> usize {
    if listed.flags & 8 == 0 {
        return end;
    }
    let marked = if stretch(bytes, end, 4) == Some(DESCRIPTOR) {
        4
    } else {
        0
    };
    if le32(bytes, end + marked) != Some(listed.checksum) {
        return end;
    }
    let long = le64(bytes, end + marked + 4) == Some(listed.packed)
        && le64(bytes, end + marked + 12) == Some(listed.size);
    (end + marked + if long { 20 } else { 12 }).min(bytes.len())
}

/// What an entry is: Unix puts the kind of a file into the directory (section 4.4.15), others only a slash behind folders.
fn kind(bytes: &[u8], listed: &Central<'_>, name: &str, packed: Packed) -> EntryKind {
    let unix = matches!(listed.made_by, 3 | 19);
    match listed.attributes >> 28 {
        0xa if unix => {
            let data = bytes.get(packed.start..packed.end).unwrap_or_default();
            let to = match packed.method {
                Method::Stored => data
                    .get(..data.len().min(TARGET as usize))
                    .map(<[u8]>::to_vec),
                Method::Deflate => inflate(data, TARGET).ok().map(|target| target.bytes),
                Method::Closed => None,
            };
            EntryKind::Link {
                to: String::from_utf8_lossy(&to.unwrap_or_default()).into_owned(),
            }
        }
        1 | 2 | 6 | 0xc if unix => EntryKind::Device,
        4 if unix => EntryKind::Folder,
        _ if name.ends_with('/') => EntryKind::Folder,
        _ => EntryKind::File,
    }
}

/// A name as people read it, and whether its encoding had to be guessed.
fn name_of(raw: &[u8], flags: u16, extra: &[u8]) -> (String, bool) {
    // Info-ZIP's name in Unicode counts as long as it belongs to this name (section 4.6.9).
    let unicode = header::field(extra, 0x7075)
        .filter(|field| field.first() == Some(&1) && le32(field, 1) == Some(checksum(raw)));
    let raw = unicode.and_then(|field| field.get(5..)).unwrap_or(raw);
    let raw = &raw[..raw.len().min(LONGEST)];
    match str::from_utf8(raw) {
        Ok(name) => (name.to_owned(), false),
        Err(_) if flags & 0x800 != 0 => (String::from_utf8_lossy(raw).into_owned(), true),
        Err(_) => (encoding::decode(raw, None).text, true),
    }
}

/// Entries that take the same bytes are taken out no more: so much the same data is unpacked again and again in a bomb, and another file is
/// read than the one that is shown.
fn close_overlapping(container: &mut Container<'_>, extents: &[Extent]) {
    let mut furthest: Option<&Extent> = None;
    let mut overlapping = Vec::new();
    for extent in extents {
        if let Some(before) = furthest.filter(|before| extent.start < before.end) {
            overlapping.push(before.entry);
            overlapping.push(extent.entry);
        }
        if furthest.is_none_or(|before| extent.end > before.end) {
            furthest = Some(extent);
        }
    }
    overlapping.sort_unstable();
    overlapping.dedup();
    if let Some(first) = overlapping.first() {
        container.problems.push(
            Finding::loss("zip-entries-overlap")
                .with("count", overlapping.len())
                .with("name", shown(&container.entries[*first].name))
                .into(),
        );
    }
    for place in overlapping {
        container.entries[place].packed.method = Method::Closed;
    }
}

/// Looks at what lies before, between and behind the entries: files that the directory does not list, and other bytes.
fn between(
    container: &mut Container<'_>,
    bytes: &[u8],
    extents: &[Extent],
    end: &End,
    limits: &Limits,
) {
    let mut reached = 0;
    let known = extents.iter().map(|extent| (extent.start, extent.end));
    let last = [(end.directory.0, end.after), (bytes.len(), bytes.len())];
    let (mut before, mut between, mut after) = (0, 0, 0);
    for (start, stop) in known.chain(last) {
        if start > reached {
            let strange = start - reached - unlisted(container, bytes, (reached, start), limits);
            if reached == 0 {
                before += strange;
            } else if start == bytes.len() {
                after += strange;
            } else {
                between += strange;
            }
        }
        reached = reached.max(stop);
    }
    let found = [
        (before, Finding::flag("container-data-before")),
        (between, Finding::flag("container-data-between")),
        (after, Finding::flag("container-data-after")),
    ];
    let found = found.into_iter().filter(|(size, _)| *size > 0);
    container
        .problems
        .extend(found.map(|(size, finding)| Problem::from(finding.with("size", size))));
}

/// Adds the entries that stand in a gap, and gives how many bytes they take.
fn unlisted(
    container: &mut Container<'_>,
    bytes: &[u8],
    (start, stop): (usize, usize),
    limits: &Limits,
) -> usize {
    let mut taken = 0;
    let mut from = start;
    while let Some(at) = find(&bytes[..stop], LOCAL, from) {
        let Some(own) = local(bytes, at).filter(|own| own.data <= stop) else {
            from = at + LOCAL.len();
            continue;
        };
        if container.entries.len() >= limits.entries {
            break;
        }
        let entry = from_header(bytes, &own, stop, &mut container.problems);
        container.problems.push(
            Finding::flag("zip-entry-unlisted")
                .with("name", shown(&entry.name))
                .into(),
        );
        taken += entry.packed.end - at;
        from = entry.packed.end.max(own.data);
        container.entries.push(entry);
    }
    taken
}

/// An entry by its own header alone, which ends before `stop`.
fn from_header(bytes: &[u8], own: &Local<'_>, stop: usize, problems: &mut Vec<Problem>) -> Entry {
    let (name, _) = name_of(own.name, own.flags, own.extra);
    let later = own.flags & 8 != 0 && own.packed == 0;
    let said = usize::try_from(own.packed).unwrap_or(usize::MAX);
    let end = if later {
        // The next thing that bears a mark: deflate ends by itself before it.
        next_mark(&bytes[..stop], own.data).unwrap_or(stop)
    } else {
        own.data.saturating_add(said).min(stop)
    };
    let mut method = method(own.flags, own.method, &name, problems);
    if !later && own.data.saturating_add(said) > stop {
        problems.push(Finding::loss("entry-cut").with("name", shown(&name)).into());
        method = Method::Closed;
    }
    Entry {
        kind: if name.ends_with('/') {
            EntryKind::Folder
        } else {
            EntryKind::File
        },
        size: (!later).then_some(own.size),
        modified: header::modified(own.extra, own.date, own.time),
        listed: false,
        name,
        packed: Packed {
            start: own.data,
            end,
            method,
            checksum: (!later).then_some(own.checksum),
        },
    }
}

/// Where the next header begins, in one pass whatever the bytes are.
fn next_mark(bytes: &[u8], mut from: usize) -> Option<usize> {
    while let Some(at) = find(bytes, b"PK", from) {
        if bytes[at..].starts_with(LOCAL) || bytes[at..].starts_with(CENTRAL) {
            return Some(at);
        }
        from = at + 1;
    }
    None
}

/// Another directory is another ZIP to whoever reads it; and the comment behind the directory.
fn around(container: &mut Container<'_>, bytes: &[u8], extents: &[Extent], end: &End) {
    if other_directory(bytes, extents, end) {
        container
            .problems
            .push(Finding::flag("zip-two-directories").into());
    }
    let comment = bytes.get(end.at + 22..end.after).unwrap_or_default();
    if !comment.is_empty() {
        container.facts.push(Fact {
            name: "comment",
            value: encoding::decode(comment, None).text,
        });
    }
}

/// Whether another end of a directory stands outside of all entries: it would be taken by a reader that looks from elsewhere.
fn other_directory(bytes: &[u8], extents: &[Extent], end: &End) -> bool {
    let mut from = 0;
    let mut next = extents.iter().peekable();
    while let Some(at) = find(bytes, END, from) {
        from = at + END.len();
        while next.next_if(|extent| extent.end <= at).is_some() {}
        let inside = next.peek().is_some_and(|extent| extent.start <= at);
        if !inside && at != end.at && end_at(bytes, at).is_some() {
            return true;
        }
    }
    false
}

/// Entries by the headers before them, of a ZIP whose directory is missing.
fn by_headers(container: &mut Container<'_>, bytes: &[u8], limits: &Limits) {
    container
        .problems
        .push(Finding::loss("zip-no-directory").into());
    let mut from = 0;
    let mut count: u64 = 0;
    while let Some(at) = find(bytes, LOCAL, from) {
        let Some(own) = local(bytes, at) else {
            from = at + LOCAL.len();
            continue;
        };
        count += 1;
        if container.entries.len() == limits.entries {
            from = own.data;
            continue;
        }
        let entry = from_header(bytes, &own, bytes.len(), &mut container.problems);
        from = entry.packed.end.max(own.data);
        container.entries.push(entry);
    }
    container.problems.extend(too_many(count, limits));
}
