//! Numbers and stretches at a place in the bytes of a binary form; `None` where the bytes end before.

/// The `N` bytes from `at`.
pub(crate) fn take<const N: usize>(bytes: &[u8], at: usize) -> Option<[u8; N]> {
    bytes.get(at..at.checked_add(N)?)?.try_into().ok()
}

/// The `length` bytes from `at`.
pub(crate) fn stretch(bytes: &[u8], at: usize, length: usize) -> Option<&[u8]> {
    bytes.get(at..at.checked_add(length)?)
}

/// Two bytes, the lower one first.
pub(crate) fn le16(bytes: &[u8], at: usize) -> Option<u16> {
    take(bytes, at).map(u16::from_le_bytes)
}

/// Four bytes, the lowest one first.
pub(crate) fn le32(bytes: &[u8], at: usize) -> Option<u32> {
    take(bytes, at).map(u32::from_le_bytes)
}

/// Eight bytes, the lowest one first.
pub(crate) fn le64(bytes: &[u8], at: usize) -> Option<u64> {
    take(bytes, at).map(u64::from_le_bytes)
}

/// Words up to the first zero: UTF-8 if they can be, else in the encoding that they look like.
pub(crate) fn words(bytes: &[u8]) -> String {
    let end = bytes.iter().position(|byte| *byte == 0);
    let bytes = &bytes[..end.unwrap_or(bytes.len())];
    match str::from_utf8(bytes) {
        Ok(words) => words.to_owned(),
        Err(_) => crate::encoding::decode(bytes, None).text,
    }
}

/// Where `needle` first stands in `bytes` at or after `from`.
pub(crate) fn find(bytes: &[u8], needle: &[u8], from: usize) -> Option<usize> {
    let rest = bytes.get(from..)?;
    let first = *needle.first()?;
    let mut at = 0;
    while let Some(step) = rest[at..].iter().position(|byte| *byte == first) {
        at += step;
        if rest[at..].starts_with(needle) {
            return Some(from + at);
        }
        at += 1;
    }
    None
}

/// Two bytes, the upper one first.
pub(crate) fn be16(bytes: &[u8], at: usize) -> Option<u16> {
    take(bytes, at).map(u16::from_be_bytes)
}

/// Four bytes, the highest one first.
pub(crate) fn be32(bytes: &[u8], at: usize) -> Option<u32> {
    take(bytes, at).map(u32::from_be_bytes)
}

/// Eight bytes, the highest one first.
pub(crate) fn be64(bytes: &[u8], at: usize) -> Option<u64> {
    take(bytes, at).map(u64::from_be_bytes)
}
