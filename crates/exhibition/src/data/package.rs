//! `datapackage.json` (Frictionless Data Package): every file with its size, digest and rows, and what the data are of.

use super::{File, claims};
use crate::{json::Json, site, site::Site, words::Words};

/// The columns of a file of claims (Table Schema).
pub(super) fn schema() -> String {
    Json::of(|json| {
        json.list("fields", |json| {
            for (name, means) in claims::COLUMNS {
                json.object(|json| {
                    json.text("name", name);
                    json.text("type", "string");
                    json.text("description", means);
                });
            }
        });
        json.text("primaryKey", "claim");
    })
}

/// The package. The licence stands in the curator's words, which are all that is known of it.
pub(super) fn package(site: &Site<'_>, words: &[Words], files: &[File]) -> String {
    let edition = site.edition.whole();
    let first = words.first();
    let said = |text| {
        first
            .and_then(|words| site::localized(text, words.lang))
            .map(|(_, words)| words)
    };
    let mut package = Json::of(|json| {
        json.text("profile", "data-package");
        json.text("name", "public-edition");
        json.text(
            "title",
            said(&edition.title).unwrap_or(&edition.archive_name),
        );
        if edition.made_up
            && let Some(words) = first
        {
            json.text("description", words.say("made-up"));
        }
        if !edition.as_of.is_empty() {
            json.text("created", &format!("{}T00:00:00Z", edition.as_of));
        }
        if let Some(credits) = said(&edition.credits) {
            json.text("credits", credits);
        }
        json.node("ledger", |json| {
            json.text("origin", &edition.ledger.origin);
            json.number("size", edition.ledger.size);
            json.text("root", &edition.ledger.root);
            if !edition.ledger.checkpoint.is_empty() {
                json.text("checkpoint", &edition.ledger.checkpoint);
            }
        });
        json.list("resources", |json| {
            for file in files {
                json.object(|json| resource(json, file));
            }
        });
    });
    package.push('\n');
    package
}

fn resource(json: &mut Json, file: &File) {
    let (stem, format) = file.path.rsplit_once('.').unwrap_or((&file.path, ""));
    let is_table = format == "csv";
    json.text("name", &format!("{}-{format}", stem.replace('/', "-")));
    json.text("path", &file.path);
    json.text("format", format);
    json.text(
        "mediatype",
        if is_table {
            "text/csv"
        } else {
            "application/jsonl"
        },
    );
    json.text("encoding", "utf-8");
    json.number("bytes", file.bytes);
    json.text("hash", &format!("sha256:{}", file.digest));
    json.number("rows", file.rows);
    if is_table && file.path.starts_with("claims/") {
        json.text("profile", "tabular-data-resource");
        json.text("schema", "claims.schema.json");
    }
}
