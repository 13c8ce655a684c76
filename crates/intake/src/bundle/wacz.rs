//! WACZ 1.1: a web capture with its index and a list of what is in it.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Files, Told};
use crate::{
    capture::address_at,
    container::{Container, shown},
    digest,
    kind::MediaType,
    limits::Limits,
    problem::Finding,
};

/// Lines of all indexes that are held against the records.
const LINES: usize = 2_000;

/// Adds what the lists in a WACZ say; nothing when it is none.
pub(super) fn tell(files: &Files<'_>, limits: &Limits, told: &mut Told) {
    let list = files
        .get("datapackage.json")
        .and_then(|part| part.bytes.as_deref());
    let is_capture = files.keys().any(|name| name.starts_with("archive/"));
    let Some(list) = list.filter(|_| is_capture) else {
        return;
    };
    told.media_type = Some(MediaType::Wacz);
    match serde_json::from_slice::<Value>(list) {
        Ok(value) => resources(&value, files, told),
        Err(_) => told.findings.push(Finding::loss("wacz-list-damaged")),
    }
    signed(list, files, told);
    index(files, limits, told);
}

/// The files that the list names, each with its digest.
fn resources(list: &Value, files: &Files<'_>, told: &mut Told) {
    let word = |key: &str| list[key].as_str().unwrap_or_default();
    told.say("title", word("title"));
    told.say("captured", word("created"));
    told.say("software", word("software"));
    told.say("page", word("mainPageUrl"));
    let resources = list["resources"].as_array().map_or(&[][..], Vec::as_slice);
    let mut holds = 0;
    let mut listed = BTreeSet::new();
    for resource in resources {
        let path = resource["path"].as_str().unwrap_or_default();
        if !listed.insert(path) {
            continue;
        }
        let Some(bytes) = files.get(path).and_then(|part| part.bytes.as_deref()) else {
            told.findings
                .push(Finding::flag("bundle-file-missing").with("name", shown(path)));
            continue;
        };
        let said = resource["hash"]
            .as_str()
            .and_then(|hash| hash.split_once(':'));
        let Some((kind, said)) = said else {
            continue;
        };
        match digest::agrees(kind, said, bytes) {
            Some(true) => holds += 1,
            Some(false) => {
                told.findings
                    .push(Finding::flag("bundle-file-differs").with("name", shown(path)));
            }
            None => told
                .findings
                .push(Finding::flag("bundle-digest-not-checked").with("kind", shown(kind))),
        }
    }
    told.say("files-hold", holds.to_string());
    for name in files
        .keys()
        .filter(|name| name.starts_with("archive/") || name.starts_with("indexes/"))
    {
        if !listed.contains(*name) {
            told.findings
                .push(Finding::flag("bundle-file-unlisted").with("name", shown(name)));
        }
    }
}

/// The digest of the list, and who signed it: the signature itself is not checked.
fn signed(list: &[u8], files: &Files<'_>, told: &mut Told) {
    let Some(bytes) = files
        .get("datapackage-digest.json")
        .and_then(|part| part.bytes.as_deref())
    else {
        return;
    };
    let Ok(value) = serde_json::from_slice::<Value>(bytes) else {
        told.findings.push(Finding::loss("wacz-list-damaged"));
        return;
    };
    let stated = value["hash"].as_str().unwrap_or_default();
    let holds = stated
        .split_once(':')
        .and_then(|(kind, said)| digest::agrees(kind, said, list));
    if holds == Some(false) {
        told.findings
            .push(Finding::flag("bundle-file-differs").with("name", "datapackage.json"));
    }
    let data = &value["signedData"];
    if data.is_object() {
        if data["hash"].as_str() != Some(stated) {
            told.findings.push(Finding::flag("wacz-signed-other"));
        }
        let who = data["domain"].as_str().unwrap_or("?");
        told.say("signed-by", shown(who));
        told.findings
            .push(Finding::flag("wacz-signature-not-checked").with("who", shown(who)));
    }
}

/// Whether each line of the index leads to the record that it names.
fn index(files: &Files<'_>, limits: &Limits, told: &mut Told) {
    let (mut wrong, mut seen) = (0, 0);
    let indexes = files
        .iter()
        .filter(|(name, _)| name.starts_with("indexes/") && name.contains(".cdx"));
    for (name, part) in indexes {
        let Some(bytes) = part.bytes.as_deref() else {
            continue;
        };
        let unpacked = name
            .ends_with(".gz")
            .then(|| Container::open(bytes, limits))
            .flatten();
        let unpacked = unpacked.and_then(|mut packed| packed.bytes(0));
        let text = String::from_utf8_lossy(unpacked.as_deref().unwrap_or(bytes));
        for line in text.lines() {
            let Some(value) = line
                .find('{')
                .and_then(|at| serde_json::from_str::<Value>(&line[at..]).ok())
            else {
                continue;
            };
            let (Some(url), Some(file)) = (value["url"].as_str(), value["filename"].as_str())
            else {
                continue;
            };
            if seen == LINES {
                break;
            }
            seen += 1;
            // Numbers stand there as words, in some as numbers.
            let offset = value["offset"]
                .as_u64()
                .or_else(|| value["offset"].as_str()?.parse().ok());
            let warc = files
                .get(format!("archive/{file}").as_str())
                .and_then(|part| part.bytes.as_deref());
            let found = warc
                .zip(offset)
                .and_then(|(bytes, at)| address_at(bytes, usize::try_from(at).ok()?));
            wrong += usize::from(found.as_deref() != Some(url));
        }
    }
    told.say("index-lines", seen.to_string());
    if wrong > 0 {
        told.findings
            .push(Finding::flag("wacz-index-differs").with("count", wrong));
    }
}
