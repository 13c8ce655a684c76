//! Items of evidence.

use edition::edition::{Content, ItemCard};

use super::{head, item_id, made_up, source_id};
use crate::{here::Here, json::Json, site};

/// An item: what it is, its digest where that may be shown, and the source it came from.
pub(super) fn item(here: &Here<'_>, json: &mut Json, item: &ItemCard) {
    json.object(|json| {
        let kind = match (&item.content, item.sheets.is_empty()) {
            (Content::Table(_), _) => "Dataset",
            (_, false) => "ImageObject",
            (_, true) => "DigitalDocument",
        };
        head(json, kind, &item_id(here, item.number));
        json.text("identifier", &item.number.to_string());
        if let Some(title) = &item.title {
            json.text("name", title);
        }
        made_up(here, json);
        if let Some(file) = &item.file {
            json.text("encodingFormat", &file.media_type);
            json.text("sha256", &file.digest);
        }
        if let Some((_, credit)) = site::localized(&item.presented.credit, here.lang()) {
            json.text("creditText", credit);
        }
        if let Some(source) = item.obtained_from {
            json.node("isBasedOn", |json| {
                json.text("@id", &source_id(here, source));
            });
        }
    });
}
