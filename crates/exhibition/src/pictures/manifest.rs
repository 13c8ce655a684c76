//! IIIF Presentation 3: a manifest for each item whose pages may be looked at, when the exhibition has an address of its own.

use edition::{
    EvidenceNumber, Localized,
    edition::{Content, ItemCard, ShownLocator},
};
use serde_json::{Map, Value, json};

use crate::{
    RenderError, letters,
    pictures::{Leaf, Standing, name, tiles},
    plan::{Kind, Output},
    site,
    site::Site,
    words::Words,
};

/// Path of the manifest of an item.
pub(crate) fn path(number: EvidenceNumber) -> String {
    format!("iiif/{}/manifest.json", name(number))
}

/// `true` when `item` has a manifest: the exhibition has an address, and the picture is shown without asking, whole.
pub(crate) fn is_written(site: &Site<'_>, item: &ItemCard) -> bool {
    site.options.base_address.is_some()
        && matches!(site.gallery.standing(item.number), Standing::Open(picture)
            if picture.leaves.iter().all(Leaf::is_readable))
}

/// Writes the manifest of `item` and the descriptions of its tiles; nothing when it has none.
pub(crate) fn write(
    site: &Site<'_>,
    words: &[Words],
    item: &ItemCard,
    output: &mut Output<'_>,
) -> Result<(), RenderError> {
    let (Some(base), Standing::Open(picture)) = (
        &site.options.base_address,
        site.gallery.standing(item.number),
    ) else {
        return Ok(());
    };
    if !is_written(site, item) {
        return Ok(());
    }
    let base = base.trim_end_matches('/');
    for leaf in picture.leaves.iter().filter(|leaf| leaf.tiled) {
        let path = format!("{}/info.json", tiles::service(leaf));
        output.write(&path, &bytes(&tiles::info(leaf, base)), Kind::Other)?;
    }
    let manifest = manifest(site, words, item, &picture.leaves, base);
    output.write(&path(item.number), &bytes(&manifest), Kind::Other)
}

fn bytes(value: &Value) -> Vec<u8> {
    let mut text = value.to_string();
    text.push('\n');
    text.into_bytes()
}

/// Words by language, as IIIF wants them.
fn map(text: &Localized) -> Value {
    let words = text.0.iter().filter(|(_, words)| !words.trim().is_empty());
    let each = words.map(|(language, words)| (language.as_str().to_owned(), json!([words])));
    Value::Object(each.collect::<Map<String, Value>>())
}

/// Words of ours by language.
fn ours(words: &[Words], id: &str) -> Value {
    let each = words
        .iter()
        .map(|words| (words.lang.tag().to_owned(), json!([words.say(id)])));
    Value::Object(each.collect::<Map<String, Value>>())
}

fn manifest(
    site: &Site<'_>,
    words: &[Words],
    item: &ItemCard,
    leaves: &[Leaf],
    base: &str,
) -> Value {
    let id = format!("{base}/iiif/{}", name(item.number));
    let presented = &item.presented;
    let label = if map(&presented.caption) == json!({}) {
        json!({"none": [item.title.clone().unwrap_or_else(|| item.number.to_string())]})
    } else {
        map(&presented.caption)
    };
    let rows = [
        ("item-number", Some(item.number.to_string())),
        ("ledger-entry", Some(item.entry.to_string())),
        (
            "added-on",
            Some(item.added.clone()).filter(|day| !day.is_empty()),
        ),
        (
            "iiif-digest",
            item.file.as_ref().map(|file| file.digest.clone()),
        ),
    ];
    let metadata: Vec<Value> = rows
        .into_iter()
        .filter_map(|(label, value)| {
            Some(json!({"label": ours(words, label), "value": {"none": [value?]}}))
        })
        .collect();
    let homepage: Vec<Value> = words
        .iter()
        .map(|words| {
            let lang = words.lang.tag();
            json!({
                "id": format!("{base}/{lang}/{}", site::item_page(item.number, 1)),
                "type": "Text",
                "label": {lang: [words.say("iiif-page")]},
                "format": "text/html",
                "language": [lang],
            })
        })
        .collect();
    let is_rtl = matches!(&item.content, Content::Text(text) if letters::is_rtl(text));
    let canvases: Vec<Value> = leaves
        .iter()
        .map(|leaf| canvas(site, words, item, leaf, base, &id))
        .collect();
    let mut manifest = json!({
        "@context": "http://iiif.io/api/presentation/3/context.json",
        "id": format!("{base}/{}", path(item.number)),
        "type": "Manifest",
        "label": label,
        "summary": map(&presented.alt),
        "metadata": metadata,
        "homepage": homepage,
        "viewingDirection": if is_rtl { "right-to-left" } else { "left-to-right" },
        "behavior": [if leaves.len() > 1 { "paged" } else { "individuals" }],
        "items": canvases,
    });
    if let Some(manifest) = manifest.as_object_mut() {
        let credit = map(&presented.credit);
        if credit != json!({}) {
            manifest.insert(
                "requiredStatement".to_owned(),
                json!({"label": ours(words, "iiif-credit"), "value": credit}),
            );
        }
        if let Some(rights) = rights(&presented.credit) {
            manifest.insert("rights".to_owned(), json!(rights));
        }
        if let Some(version) = leaves.first().and_then(|leaf| leaf.whole.first()) {
            manifest.insert(
                "thumbnail".to_owned(),
                json!([image(
                    &format!("{base}/{}", version.jpeg()),
                    (version.width, version.height)
                )]),
            );
        }
    }
    manifest
}

/// The licence, when the credit names one by an address of Creative Commons or RightsStatements, the only ones that IIIF allows.
fn rights(credit: &Localized) -> Option<&str> {
    let words = credit
        .0
        .iter()
        .flat_map(|(_, words)| words.split_whitespace());
    words
        .map(|word| word.trim_end_matches(['.', ',', ';', ')', '،', '؛']))
        .find(|word| {
            let rest = word
                .strip_prefix("http://")
                .or_else(|| word.strip_prefix("https://"));
            rest.is_some_and(|rest| {
                ["creativecommons.org/", "rightsstatements.org/"]
                    .iter()
                    .any(|host| rest.starts_with(host))
            })
        })
}

fn image(id: &str, (width, height): (u32, u32)) -> Value {
    json!({"id": id, "type": "Image", "format": "image/jpeg", "width": width, "height": height})
}

fn canvas(
    site: &Site<'_>,
    words: &[Words],
    item: &ItemCard,
    leaf: &Leaf,
    base: &str,
    id: &str,
) -> Value {
    let canvas = format!("{id}/canvas/{}", leaf.sheet);
    let mut body = match leaf.whole.last() {
        Some(version) => {
            let path = if leaf.tiled {
                tiles::whole(leaf)
            } else {
                version.jpeg()
            };
            image(&format!("{base}/{path}"), (version.width, version.height))
        }
        None => json!({}),
    };
    if let (true, Some(body)) = (leaf.tiled, body.as_object_mut()) {
        let service = format!("{base}/{}", tiles::service(leaf));
        body.insert(
            "service".to_owned(),
            json!([{"id": service, "type": "ImageService3", "profile": "level0"}]),
        );
    }
    let page = format!("{id}/page/{}", leaf.sheet);
    let notes = notes(site, words, item, leaf, base, &canvas, &page);
    let mut shown = json!({
        "id": canvas,
        "type": "Canvas",
        "label": {"none": [leaf.sheet.to_string()]},
        "width": leaf.width,
        "height": leaf.height,
        "items": [{
            "id": page,
            "type": "AnnotationPage",
            "items": [{
                "id": format!("{page}/picture"),
                "type": "Annotation",
                "motivation": "painting",
                "body": body,
                "target": canvas,
            }],
        }],
    });
    if let (false, Some(shown)) = (notes.is_empty(), shown.as_object_mut()) {
        shown.insert(
            "annotations".to_owned(),
            json!([{"id": format!("{page}/notes"), "type": "AnnotationPage", "items": notes}]),
        );
    }
    shown
}

/// What was read in the item, on its first page, and who cites which place of this one.
fn notes(
    site: &Site<'_>,
    words: &[Words],
    item: &ItemCard,
    leaf: &Leaf,
    base: &str,
    canvas: &str,
    page: &str,
) -> Vec<Value> {
    let mut notes = Vec::new();
    if let (1, Content::Text(text)) = (leaf.sheet, &item.content) {
        notes.push(json!({
            "id": format!("{page}/text"),
            "type": "Annotation",
            "motivation": "supplementing",
            "body": {"type": "TextualBody", "value": text, "format": "text/plain"},
            "target": canvas,
        }));
    }
    for (record, locators) in &item.cited_by {
        for locator in locators {
            let ShownLocator::Page(sheet, area) = locator else {
                continue;
            };
            if *sheet != leaf.sheet {
                continue;
            }
            let target = area.map_or_else(
                || canvas.to_owned(),
                |area| format!("{canvas}#xywh={}", region(leaf, area)),
            );
            let lang = words.first().map_or("en", |words| words.lang.tag());
            notes.push(json!({
                "id": format!("{page}/cited/{}", notes.len() + 1),
                "type": "Annotation",
                "motivation": "linking",
                "body": {
                    "id": format!("{base}/{lang}/{}", site.address(*record)),
                    "type": "Text",
                    "format": "text/html",
                },
                "target": target,
            }));
        }
    }
    notes
}

/// An area in thousandths as pixels of the page.
fn region(leaf: &Leaf, [left, top, right, bottom]: [u16; 4]) -> String {
    let from = |edge: u16, side: u32| u64::from(edge) * u64::from(side) / 1000;
    let (x, y) = (from(left, leaf.width), from(top, leaf.height));
    let to = |edge: u16, side: u32| (u64::from(edge) * u64::from(side)).div_ceil(1000);
    let (width, height) = (
        to(right, leaf.width).saturating_sub(x),
        to(bottom, leaf.height).saturating_sub(y),
    );
    format!("{x},{y},{width},{height}")
}
