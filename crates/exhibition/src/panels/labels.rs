//! Labels beside objects: what, date, source, number, code.

use edition::edition::ItemCard;
use serde_json::{Value, json};

use super::{
    Size, plain,
    press::{self, Press},
    records::code_of,
    rooms::{entrance, pictures},
    size::steps,
};
use crate::{RenderError, dates, here::Here, page, site};

const LABELS: &str = include_str!("../../assets/panels/labels.typ");

/// A label for each item that may be named.
pub(super) fn labels(press: &mut Press<'_, '_>) -> Result<(), RenderError> {
    if press.site.edition.whole().items.is_empty() {
        return Ok(());
    }
    for size in press.sizes(&[Size::Label]) {
        let measures = size.measures();
        let name = press.name(size, "objects");
        let (mut values, _) = press.values(
            measures,
            &page::room_title(&press.here(0), "documents"),
            &entrance(),
        );
        let mut files = pictures(None);
        let mut cards = Vec::new();
        for (place, item) in press.site.edition.whole().items.iter().enumerate() {
            let number = item.number.to_string();
            let (code, address) = code_of(
                press,
                &number,
                &site::item_page(item.number, 1),
                place,
                &mut files,
            );
            let titles = press.both(|here| title(here, item));
            cards.push(json!({
                "title": one_title(press, &titles, item), "titles": titles, "rows": press.both(|here| rows(here, item)), "code": code,
                "address": address,
            }));
        }
        values.insert("cards".to_owned(), json!(cards));
        values.insert("steps".to_owned(), json!(steps(measures.body, 9.0)));
        press.print(&name, LABELS, values, files, false)?;
    }
    Ok(())
}

/// What it is: the curator's caption, or the title it was entered with, or its number.
fn title(here: &Here<'_>, item: &ItemCard) -> Vec<Value> {
    let caption = site::localized(&item.presented.caption, here.lang()).map(|(_, words)| words);
    let title = caption.or(item.title.as_deref());
    vec![plain::part(title.unwrap_or(&item.number.to_string()))]
}

/// The title that stands for both languages, and the language of the pair that is written as it is; `null` where each has its own.
fn one_title(press: &Press<'_, '_>, titles: &[Vec<Value>; 2], item: &ItemCard) -> Value {
    let [left, right] = press.langs();
    if titles[0] != titles[1] {
        return Value::Null;
    }
    let number = item.number.to_string();
    let rtl = crate::letters::is_rtl(item.title.as_deref().unwrap_or(&number));
    let lang = if left.is_rtl() == rtl { left } else { right };
    json!({ "lang": lang.tag(), "words": titles[0] })
}

fn rows(here: &Here<'_>, item: &ItemCard) -> Vec<Value> {
    let source = item.obtained_from.and_then(|id| here.site.source(id));
    let mut rows = Vec::new();
    let mut add = |id: &'static str, words: Vec<Value>| {
        rows.push(json!({ "label": here.say(id), "words": words }));
    };
    if let Some(date) = source.and_then(|source| source.date.as_ref()) {
        add("panels-date", vec![json!(dates::plain(here.words, date))]);
    }
    if let Some(source) = source {
        add("panels-source", vec![plain::part(&source.title)]);
    }
    if let Some(reason) = item.origin_withheld {
        add(
            "panels-source",
            vec![json!(
                here.words
                    .fill("withheld", &[("reason", here.reason(reason))])
            )],
        );
    }
    if let Some((_, credit)) = site::localized(&item.presented.credit, here.lang()) {
        add("panels-credit", vec![json!(credit)]);
    }
    if !item.added.is_empty() {
        add(
            "panels-added",
            vec![json!(press::day_in_words(here, &item.added))],
        );
    }
    add("panels-number", vec![plain::part(&item.number.to_string())]);
    rows
}
