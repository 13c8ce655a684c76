//! The encoding that a page declares of itself.

/// Bytes looked at (HTML Standard, "prescan a byte stream to determine its encoding").
const PRESCAN: usize = 1024;

/// The label in `<meta charset=…>` or `<meta http-equiv=… content="…; charset=…">`; `None` when there is none.
pub(super) fn declared(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(PRESCAN)]).to_ascii_lowercase();
    head.split("<meta").skip(1).find_map(|rest| {
        let tag = rest.split('>').next()?;
        let value = tag
            .split("charset")
            .nth(1)?
            .trim_start()
            .strip_prefix('=')?;
        let label: String = value
            .trim_start_matches(|c: char| c.is_whitespace() || c == '"' || c == '\'')
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '.'))
            .collect();
        (!label.is_empty()).then_some(label)
    })
}
