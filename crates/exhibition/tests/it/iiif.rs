//! Manifests and tiles: the keys that IIIF requires, absolute addresses, and a file behind each of them.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::{files::Files, painted, pictures};

const BASE: &str = "https://example.org/memorial/";

fn json(files: &Files, path: &str) -> Value {
    serde_json::from_slice(&files[path]).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn manifests(files: &Files) -> Vec<(String, Value)> {
    let paths = files.keys().filter(|path| path.ends_with("/manifest.json"));
    paths
        .map(|path| (path.clone(), json(files, path)))
        .collect()
}

fn has(value: &Value, keys: &[&str]) {
    for key in keys {
        assert!(value.get(key).is_some(), "no {key} in {value}");
    }
}

fn is_language_map(value: &Value) -> bool {
    value.as_object().is_some_and(|map| {
        !map.is_empty()
            && map.values().all(|words| {
                words
                    .as_array()
                    .is_some_and(|words| words.iter().all(Value::is_string))
            })
    })
}

/// Every object of a value, with those inside.
fn objects<'v>(value: &'v Value, found: &mut Vec<&'v Value>) {
    match value {
        Value::Object(map) => {
            found.push(value);
            map.values().for_each(|inner| objects(inner, found));
        }
        Value::Array(all) => all.iter().for_each(|inner| objects(inner, found)),
        _ => {}
    }
}

#[test]
fn manifests_have_what_the_specification_requires() {
    let files = pictures::shown();
    let manifests = manifests(files);
    assert_eq!(
        manifests.len(),
        6,
        "one for each picture that is shown without asking and whole"
    );
    for (path, manifest) in &manifests {
        has(
            manifest,
            &[
                "@context",
                "id",
                "type",
                "label",
                "items",
                "requiredStatement",
                "rights",
                "viewingDirection",
                "thumbnail",
                "homepage",
            ],
        );
        assert_eq!(manifest["id"], format!("{BASE}{path}"));
        assert_eq!(manifest["type"], "Manifest");
        assert_eq!(
            manifest["@context"],
            "http://iiif.io/api/presentation/3/context.json"
        );
        assert!(is_language_map(&manifest["label"]), "{path}");
        assert!(
            is_language_map(&manifest["requiredStatement"]["value"]),
            "{path}"
        );
        assert!(
            is_language_map(&manifest["requiredStatement"]["label"]),
            "{path}"
        );
        let mut ids = BTreeSet::new();
        for canvas in manifest["items"].as_array().expect("canvases") {
            has(canvas, &["id", "type", "label", "width", "height", "items"]);
            assert_eq!(canvas["type"], "Canvas");
            for page in canvas["items"].as_array().expect("pages") {
                assert_eq!(page["type"], "AnnotationPage");
                for note in page["items"].as_array().expect("annotations") {
                    assert_eq!(note["motivation"], "painting");
                    assert_eq!(note["target"], canvas["id"]);
                    has(
                        &note["body"],
                        &["id", "type", "format", "width", "height", "service"],
                    );
                }
            }
        }
        let mut all = Vec::new();
        objects(manifest, &mut all);
        for object in all {
            if let Some(id) = object.get("id").and_then(Value::as_str) {
                assert!(id.starts_with(BASE), "{path}: {id}");
                let has_own = matches!(
                    object["type"].as_str(),
                    Some("Canvas" | "AnnotationPage" | "Annotation" | "Manifest")
                );
                assert!(!has_own || ids.insert(id.to_owned()), "{path}: {id} twice");
                let file = id
                    .strip_prefix(BASE)
                    .and_then(|rest| rest.split('#').next())
                    .expect("a path");
                match object["type"].as_str() {
                    Some("Image" | "Text" | "Manifest") => {
                        assert!(files.contains_key(file), "{id}");
                    }
                    Some("ImageService3") => {
                        assert!(files.contains_key(&format!("{file}/info.json")), "{id}");
                    }
                    _ => {}
                }
            }
        }
    }
    let letter = json(
        files,
        &format!("iiif/ev-{:06}/manifest.json", painted::LETTER),
    );
    assert_eq!(letter["viewingDirection"], "right-to-left");
    assert_eq!(letter["items"].as_array().map(Vec::len), Some(3));
    let notes = &letter["items"][0]["annotations"][0]["items"];
    assert_eq!(notes[0]["motivation"], "supplementing");
    assert_eq!(notes[0]["body"]["type"], "TextualBody");
    // 120, 150, 700, 260 thousandths of 560 × 792 pixels.
    let target = notes[1]["target"].as_str().expect("a target");
    assert!(target.ends_with("/canvas/1#xywh=67,118,325,88"), "{target}");
}

#[test]
fn every_tile_that_is_promised_is_there_and_no_other() {
    let files = pictures::shown();
    let mut checked = 0;
    let infos = files.keys().filter(|path| path.ends_with("/info.json"));
    for path in infos {
        let info = json(files, path);
        has(
            &info,
            &[
                "@context", "id", "type", "protocol", "profile", "width", "height", "tiles",
                "sizes",
            ],
        );
        let folder = path.strip_suffix("/info.json").expect("its name");
        assert_eq!(info["id"], format!("{BASE}{folder}"));
        assert_eq!(info["profile"], "level0");
        let number = |value: &Value| value.as_u64().expect("a number");
        let (width, height) = (number(&info["width"]), number(&info["height"]));
        let mut wanted = BTreeSet::from([format!("{folder}/full/max/0/default.jpg"), path.clone()]);
        for size in info["sizes"].as_array().expect("sizes") {
            wanted.insert(format!(
                "{folder}/full/{},{}/0/default.jpg",
                number(&size["width"]),
                number(&size["height"])
            ));
        }
        let side = number(&info["tiles"][0]["width"]);
        for factor in info["tiles"][0]["scaleFactors"]
            .as_array()
            .expect("factors")
        {
            let factor = number(factor);
            for top in (0..height).step_by((side * factor) as usize) {
                for left in (0..width).step_by((side * factor) as usize) {
                    let (across, down) = (
                        (side * factor).min(width - left),
                        (side * factor).min(height - top),
                    );
                    let region = if (across, down) == (width, height) {
                        "full".to_owned()
                    } else {
                        format!("{left},{top},{across},{down}")
                    };
                    let (wide, high) = (across.div_ceil(factor), down.div_ceil(factor));
                    let tile = format!("{folder}/{region}/{wide},{high}/0/default.jpg");
                    let picture = image::load_from_memory(&files[&tile]).expect("a picture");
                    assert_eq!(
                        (u64::from(picture.width()), u64::from(picture.height())),
                        (wide, high),
                        "{tile}"
                    );
                    wanted.insert(tile);
                }
            }
        }
        let prefix = format!("{folder}/");
        let written: BTreeSet<String> = files
            .keys()
            .filter(|path| path.starts_with(&prefix))
            .cloned()
            .collect();
        assert_eq!(written, wanted, "{folder}");
        checked += wanted.len();
    }
    assert!(checked > 30, "{checked}");
}
