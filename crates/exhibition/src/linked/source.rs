//! Sources, as what they are.

use edition::edition::SourceCard;

use super::{head, made_up, sound, source_id};
use crate::{here::Here, json::Json};

/// What a source is, in a word of schema.org.
pub(super) fn kind(source: &SourceCard) -> &'static str {
    match source.kind.as_str() {
        "press" => "NewsArticle",
        "report" | "un-document" => "Report",
        "book" => "Book",
        "website" => "WebSite",
        "dataset" => "Dataset",
        _ => "CreativeWork",
    }
}

/// A source.
pub(super) fn source(here: &Here<'_>, json: &mut Json, source: &SourceCard) {
    json.object(|json| {
        let kind = kind(source);
        head(json, kind, &source_id(here, source.id));
        json.text("identifier", &source.id.to_string());
        json.text("name", &source.title);
        if kind == "NewsArticle" {
            json.text("headline", &source.title);
        }
        made_up(here, json);
        if let Some(producer) = &source.producer {
            json.node("author", |json| json.text("name", producer));
        }
        if let Some(date) = source.date.as_ref().and_then(sound) {
            json.text("datePublished", &date);
        }
        json.some("inLanguage", |json| {
            for language in &source.languages {
                json.string(language.as_str());
            }
        });
        // Where a testimony can be found may be somebody's own account.
        if let Some(reference) = &source.reference
            && source.kind.as_str() != "testimony"
            && reference.starts_with("https://")
            && !reference.contains(char::is_whitespace)
        {
            json.text("url", reference);
        }
    });
}
