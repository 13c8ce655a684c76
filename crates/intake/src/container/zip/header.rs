//! The headers of a ZIP: one before each file, and its like in the directory (APPNOTE sections 4.3.7 and 4.3.12).

use crate::{
    field::{le16, le32, le64, stretch},
    moment,
};

/// Opens a header before a file.
pub(super) const LOCAL: &[u8] = b"PK\x03\x04";

/// Opens an entry of the directory.
pub(super) const CENTRAL: &[u8] = b"PK\x01\x02";

/// An entry of the directory.
pub(super) struct Central<'b> {
    /// System that it was made on: 3 is Unix.
    pub(super) made_by: u8,
    pub(super) flags: u16,
    pub(super) method: u16,
    pub(super) time: u16,
    pub(super) date: u16,
    pub(super) checksum: u32,
    pub(super) packed: u64,
    pub(super) size: u64,
    pub(super) attributes: u32,
    pub(super) offset: u64,
    pub(super) name: &'b [u8],
    pub(super) extra: &'b [u8],
    /// After it.
    pub(super) end: usize,
}

/// A header before a file.
pub(super) struct Local<'b> {
    pub(super) flags: u16,
    pub(super) method: u16,
    pub(super) time: u16,
    pub(super) date: u16,
    pub(super) checksum: u32,
    pub(super) packed: u64,
    pub(super) size: u64,
    pub(super) name: &'b [u8],
    pub(super) extra: &'b [u8],
    /// Where it begins.
    pub(super) start: usize,
    /// Where the file begins.
    pub(super) data: usize,
}

/// The entry of the directory at `at`; `None` when there is none.
pub(super) fn central(bytes: &[u8], at: usize) -> Option<Central<'_>> {
    if stretch(bytes, at, 4)? != CENTRAL {
        return None;
    }
    let word = |place| le16(bytes, at + place);
    let long = |place| le32(bytes, at + place);
    let (name, extra, comment) = (word(28)?, word(30)?, word(32)?);
    let name_end = at + 46 + usize::from(name);
    let end = name_end + usize::from(extra) + usize::from(comment);
    let extra = stretch(bytes, name_end, extra.into())?;
    let mut found = Central {
        made_by: *bytes.get(at + 5)?,
        flags: word(8)?,
        method: word(10)?,
        time: word(12)?,
        date: word(14)?,
        checksum: long(16)?,
        packed: long(20)?.into(),
        size: long(24)?.into(),
        attributes: long(38)?,
        offset: long(42)?.into(),
        name: bytes.get(at + 46..name_end)?,
        extra,
        end: (end <= bytes.len()).then_some(end)?,
    };
    enlarge(
        extra,
        [&mut found.size, &mut found.packed, &mut found.offset],
    );
    Some(found)
}

/// The header at `at`; `None` when there is none.
pub(super) fn local(bytes: &[u8], at: usize) -> Option<Local<'_>> {
    if stretch(bytes, at, 4)? != LOCAL {
        return None;
    }
    let word = |place| le16(bytes, at + place);
    let long = |place| le32(bytes, at + place);
    let name_end = at + 30 + usize::from(word(26)?);
    let extra = stretch(bytes, name_end, word(28)?.into())?;
    let mut found = Local {
        flags: word(6)?,
        method: word(8)?,
        time: word(10)?,
        date: word(12)?,
        checksum: long(14)?,
        packed: long(18)?.into(),
        size: long(22)?.into(),
        name: bytes.get(at + 30..name_end)?,
        extra,
        start: at,
        data: name_end + extra.len(),
    };
    enlarge(extra, [&mut found.size, &mut found.packed, &mut 0]);
    Some(found)
}

/// Numbers of 32 bits that are full stand in a field of their own (section 4.5.3), in this order.
fn enlarge(extra: &[u8], numbers: [&mut u64; 3]) {
    let Some(wide) = field(extra, 1) else {
        return;
    };
    let mut at = 0;
    for number in numbers {
        if *number != u64::from(u32::MAX) {
            continue;
        }
        let Some(large) = le64(wide, at) else {
            return;
        };
        *number = large;
        at += 8;
    }
}

/// The field `wanted` beside a name (section 4.5).
pub(super) fn field(extra: &[u8], wanted: u16) -> Option<&[u8]> {
    let mut at = 0;
    loop {
        let (number, length) = (le16(extra, at)?, le16(extra, at + 2)?);
        let value = stretch(extra, at + 4, length.into())?;
        if number == wanted {
            return Some(value);
        }
        at += 4 + value.len();
    }
}

/// When a file was changed: in UTC as Info-ZIP adds it (`0x5455`), else as MS-DOS has it.
pub(super) fn modified(extra: &[u8], date: u16, time: u16) -> Option<String> {
    field(extra, 0x5455)
        .filter(|stamp| stamp.first().is_some_and(|flags| flags & 1 != 0))
        .and_then(|stamp| le32(stamp, 1))
        // The field is signed.
        .and_then(|seconds| moment::of_unix(i64::from(seconds as i32)))
        .or_else(|| moment::of_dos(date, time))
}
