//! Tables as they are handed out: CSV by RFC 4180, in UTF-8, each row ended by a line feed.

/// Writes rows of cells, each row ended by a line feed.
pub(super) fn table<'r>(rows: impl IntoIterator<Item = &'r [String]>) -> Vec<u8> {
    let mut text = String::new();
    for row in rows {
        for (place, cell) in row.iter().enumerate() {
            if place > 0 {
                text.push(',');
            }
            // A blank at an end, and a row of one empty cell, would be taken for nothing.
            let bare = !cell.contains([',', '"', '\n', '\r'])
                && cell.trim() == cell
                && !(cell.is_empty() && row.len() == 1);
            if bare {
                text.push_str(cell);
            } else {
                text.push('"');
                text.push_str(&cell.replace('"', "\"\""));
                text.push('"');
            }
        }
        text.push('\n');
    }
    text.into_bytes()
}
