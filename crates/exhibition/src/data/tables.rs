//! Tables as CSV (RFC 4180) that a spreadsheet opens as they are: UTF-8 with its mark, and no cell that would be taken for a formula.

use edition::edition::{Content, Edition};

use super::{File, claims};
use crate::escape;

/// Adds a row. A cell that a spreadsheet would run (`=`, `@`, a sign before no number) is given an apostrophe before it, as
/// spreadsheets write text; characters that act are written out as on the pages.
pub(super) fn row(table: &mut String, cells: &[&str]) {
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            table.push(',');
        }
        self::cell(table, cell);
    }
    table.push_str("\r\n");
}

fn cell(table: &mut String, text: &str) {
    let mut signs = text.chars();
    let runs = match signs.next() {
        Some('=' | '@' | '\t' | '\r') => true,
        Some('+' | '-') => signs.next().is_none_or(|next| !next.is_ascii_digit()) && text.len() > 1,
        _ => false,
    };
    let is_plain = !runs
        && !text.contains(|c: char| matches!(c, '"' | ',' | '\n') || escape::is_command(c))
        && text.trim() == text;
    if is_plain {
        table.push_str(text);
        return;
    }
    table.push('"');
    if runs {
        table.push('\'');
    }
    for c in text.chars() {
        match c {
            '"' => table.push_str("\"\""),
            c if escape::is_command(c) => table.push_str(&format!("[U+{:04X}]", c as u32)),
            c => table.push(c),
        }
    }
    table.push('"');
}

/// Sources that may be named.
pub(super) fn sources(edition: &Edition) -> String {
    let mut table = String::from("\u{feff}");
    row(
        &mut table,
        &[
            "source",
            "title",
            "kind",
            "producer",
            "date",
            "calendar",
            "languages",
            "reference",
            "reliability",
            "judged_by",
            "note",
        ],
    );
    for source in &edition.sources {
        let languages: Vec<&str> = source
            .languages
            .iter()
            .map(|language| language.as_str())
            .collect();
        let reliability = source.reliability.as_ref();
        row(
            &mut table,
            &[
                &source.id.to_string(),
                &source.title,
                source.kind.as_str(),
                source.producer.as_deref().unwrap_or_default(),
                source.date.as_ref().map_or("", |date| &date.stated),
                source
                    .date
                    .as_ref()
                    .map_or("", |date| date.calendar.as_str()),
                &languages.join(";"),
                source.reference.as_deref().unwrap_or_default(),
                reliability.map_or("", |(grade, _)| grade.as_str()),
                reliability.map_or("", |(_, by)| by),
                source.note.as_deref().unwrap_or_default(),
            ],
        );
    }
    table
}

/// Items that may be named, with the digest of each file that may be shown.
pub(super) fn items(edition: &Edition) -> String {
    let mut table = String::from("\u{feff}");
    row(
        &mut table,
        &[
            "item",
            "title",
            "file",
            "media_type",
            "bytes",
            "sha256",
            "obtained_from",
            "obtained_how",
            "added",
            "ledger_entry",
            "withheld",
        ],
    );
    for item in &edition.items {
        let file = item.file.as_ref();
        let withheld = match (&item.content, item.origin_withheld) {
            (Content::Withheld(content), Some(origin)) => Some((*content).max(origin)),
            (Content::Withheld(content), None) => Some(*content),
            (_, origin) => origin,
        };
        row(
            &mut table,
            &[
                &item.number.to_string(),
                item.title.as_deref().unwrap_or_default(),
                file.map_or("", |file| &file.name),
                file.map_or("", |file| &file.media_type),
                &file.map(|file| file.size.to_string()).unwrap_or_default(),
                file.map_or("", |file| &file.digest),
                &item
                    .obtained_from
                    .map(|source| source.to_string())
                    .unwrap_or_default(),
                &item.obtained_how,
                &item.added,
                &item.entry.to_string(),
                withheld.map_or("", claims::reason),
            ],
        );
    }
    table
}

/// The files themselves.
pub(super) fn files(files: &[File]) -> String {
    let mut table = String::from("\u{feff}");
    row(&mut table, &["path", "rows", "bytes", "sha256"]);
    for file in files {
        row(
            &mut table,
            &[
                &file.path,
                &file.rows.to_string(),
                &file.bytes.to_string(),
                &file.digest,
            ],
        );
    }
    table
}

#[cfg(test)]
mod tests {
    use super::row;

    #[test]
    fn no_cell_is_run_and_none_breaks_out_of_its_place() {
        let mut table = String::new();
        row(
            &mut table,
            &[
                "=HYPERLINK(1)",
                "-1.5",
                "+x",
                "a,b",
                "say \"no\"",
                "@a",
                "-",
                "",
                "plain",
                "\u{202e}x",
            ],
        );
        assert_eq!(
            table,
            "\"'=HYPERLINK(1)\",-1.5,\"'+x\",\"a,b\",\"say \"\"no\"\"\",\"'@a\",-,,plain,\"[U+202E]x\"\r\n"
        );
    }
}
