//! gzip (RFC 1952), and a TAR or another gzip inside.

use std::borrow::Cow;

use flate2::{Decompress, FlushDecompress};

use super::{
    Container, Entry, EntryKind, InflateFault, Method, Packed, SMALL, checksum, inflate, tar,
};
use crate::{
    encoding,
    field::{find, le16, le32},
    kind::{MediaType, sniff},
    limits::Limits,
    moment,
    problem::Finding,
    reading::Fact,
};

/// Length of a name or comment that is read, in bytes.
const LONGEST: usize = 64 << 10;

/// What stands before the packed bytes.
struct Header {
    name: Option<String>,
    modified: Option<String>,
    comment: Option<String>,
    /// Where the packed bytes begin.
    data: usize,
}

/// Unpacks the gzip in `container` and lists what is in it.
pub(super) fn list(container: &mut Container<'_>, limits: &Limits) {
    let mut layer = 1;
    let header = loop {
        let source = std::mem::take(&mut container.source);
        let header = header(&source, 0);
        let bytes = unpack(container, &source, limits);
        container.left -= (bytes.len() as u64).min(container.left);
        let inner = sniff(&bytes, "");
        container.source = Cow::Owned(bytes);
        match inner {
            MediaType::Tar => {
                container.left = container.left.saturating_add(container.source.len() as u64);
                return tar::list(container, limits);
            }
            MediaType::Gzip if layer < limits.nesting => layer += 1,
            MediaType::Gzip => {
                container.problems.push(
                    Finding::flag("nested-too-deep")
                        .with("limit", limits.nesting)
                        .into(),
                );
                break header;
            }
            _ => break header,
        }
    };
    let bytes = &container.source;
    let (size, checksum) = (bytes.len(), checksum(bytes));
    let header = header.unwrap_or(Header {
        name: None,
        modified: None,
        comment: None,
        data: 0,
    });
    container.facts.extend(header.comment.map(|value| Fact {
        name: "comment",
        value,
    }));
    // It has been paid for already.
    container.left = container.left.saturating_add(size as u64);
    if size > 0 {
        container.entries.push(Entry {
            name: header.name.unwrap_or_default(),
            kind: EntryKind::File,
            size: Some(size as u64),
            modified: header.modified,
            listed: true,
            packed: Packed {
                start: 0,
                end: size,
                method: Method::Stored,
                checksum: Some(checksum),
            },
        });
    }
}

/// What the first member of the gzip in `bytes` holds, if that is at most `most` bytes.
pub(crate) fn unzipped(bytes: &[u8], most: u64) -> Option<Vec<u8>> {
    let start = header(bytes, 0)?.data;
    let member = inflate(&bytes[start..], most).ok()?;
    Some(member.bytes)
}

/// The first 16 KiB of what the gzip that `bytes` begin with holds; `None` when they begin with none.
pub(crate) fn beginning(bytes: &[u8]) -> Option<Vec<u8>> {
    let start = header(bytes, 0)?.data;
    let mut begins = Vec::with_capacity(16 << 10);
    let mut inflater = Decompress::new(false);
    // It stops when the room is full; damage before that leaves what came until then.
    let stopped = inflater.decompress_vec(&bytes[start..], &mut begins, FlushDecompress::None);
    (stopped.is_ok() || !begins.is_empty()).then_some(begins)
}

/// All members one after the other (RFC 1952 section 2.2), as far as they can be unpacked.
fn unpack(container: &mut Container<'_>, source: &[u8], limits: &Limits) -> Vec<u8> {
    let mut bytes = Vec::new();
    let (mut at, mut members) = (0, 0);
    let (mut sums, mut sizes) = (0, 0);
    while at < source.len() {
        if members == limits.entries {
            container.problems.push(
                Finding::loss("gzip-members")
                    .with("limit", limits.entries)
                    .into(),
            );
            break;
        }
        members += 1;
        let Some(header) = header(source, at) else {
            // Zeros behind the last member fill a block of a tape.
            if source[at..].iter().any(|byte| *byte != 0) {
                container.problems.push(
                    Finding::flag("container-data-after")
                        .with("size", source.len() - at)
                        .into(),
                );
            }
            break;
        };
        let packed = &source[header.data..];
        let tight = SMALL.max((packed.len() as u64).saturating_mul(container.ratio));
        let most = tight.min(container.left.saturating_sub(bytes.len() as u64));
        let member = match inflate(packed, most) {
            Ok(member) => member,
            Err(fault) => {
                container
                    .problems
                    .push(refused(fault, packed.len(), most).into());
                break;
            }
        };
        let end = header.data + member.used;
        if le32(source, end) != Some(checksum(&member.bytes)) {
            sums += 1;
        }
        if le32(source, end + 4).is_some_and(|said| said != member.bytes.len() as u32) {
            sizes += 1;
        }
        bytes.extend(member.bytes);
        at = end + 8;
    }
    if sums > 0 {
        container
            .problems
            .push(Finding::flag("gzip-checksum").with("count", sums).into());
    }
    if sizes > 0 {
        container.problems.push(
            Finding::flag("gzip-size-differs")
                .with("count", sizes)
                .into(),
        );
    }
    bytes
}

fn refused(fault: InflateFault, packed: usize, most: u64) -> Finding {
    match fault {
        InflateFault::TooLarge => Finding::loss("gzip-bomb")
            .with("packed", packed)
            .with("limit", most),
        InflateFault::Damaged { after } => Finding::loss("gzip-damaged").with("found", after),
    }
}

fn header(bytes: &[u8], at: usize) -> Option<Header> {
    let flags = match bytes.get(at..at + 4)? {
        [0x1f, 0x8b, 8, flags] => *flags,
        _ => return None,
    };
    let seconds = le32(bytes, at + 4)?;
    let mut data = at + 10;
    if flags & 4 != 0 {
        data += 2 + usize::from(le16(bytes, data)?);
    }
    let name = words(bytes, &mut data, flags & 8 != 0)?;
    let comment = words(bytes, &mut data, flags & 16 != 0)?;
    if flags & 2 != 0 {
        data += 2;
    }
    (data <= bytes.len()).then(|| Header {
        name,
        modified: (seconds > 0)
            .then(|| moment::of_unix(seconds.into()))
            .flatten(),
        comment,
        data,
    })
}

/// Words up to the next zero; the outer `None` when nothing ends them.
fn words(bytes: &[u8], at: &mut usize, there: bool) -> Option<Option<String>> {
    if !there {
        return Some(None);
    }
    let end = find(&bytes[..bytes.len().min(*at + LONGEST)], &[0], *at)?;
    let found = encoding::decode(&bytes[*at..end], None).text;
    *at = end + 1;
    Some(Some(found))
}
