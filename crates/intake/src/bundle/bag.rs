//! BagIt bags (RFC 8493) that lie in a packed file.

use std::collections::BTreeSet;

use super::{Files, Told};
use crate::{container::shown, digest, letter::Headers, problem::Finding};

/// Fields about a bag that are told, with the words for them (RFC 8493 section 2.2.2).
const FIELDS: &[(&str, &str)] = &[
    ("source-organization", "source"),
    ("contact-name", "author"),
    ("external-description", "description"),
    ("external-identifier", "document"),
    ("internal-sender-identifier", "document"),
    ("bagging-date", "made"),
    ("bag-software-agent", "software"),
];

/// Checks the bag in `files`; nothing when there is none.
pub(super) fn tell(files: &Files<'_>, told: &mut Told) {
    // It may lie in a folder of its own.
    let root = files.keys().find_map(|name| {
        let root = name.strip_suffix("bagit.txt")?;
        (root.is_empty() || root.ends_with('/') && root.matches('/').count() == 1)
            .then(|| root.to_owned())
    });
    let Some(root) = root else {
        return;
    };
    told.say("form", "bagit");
    about(files, &root, told);
    let mut listed = BTreeSet::new();
    let mut checked = BTreeSet::new();
    let mut holds = 0;
    for (name, part) in files {
        let Some(own) = name
            .strip_prefix(root.as_str())
            .filter(|own| !own.contains('/'))
        else {
            continue;
        };
        let of_payload = own.strip_prefix("manifest-");
        let Some(kind) = of_payload
            .or_else(|| own.strip_prefix("tagmanifest-"))
            .and_then(|rest| rest.strip_suffix(".txt"))
        else {
            continue;
        };
        let text = String::from_utf8_lossy(part.bytes.as_deref().unwrap_or_default());
        for line in text.lines() {
            let Some((said, path)) = line.split_once(char::is_whitespace) else {
                continue;
            };
            let path = path.trim_start().trim_start_matches('*');
            let path = unescaped(path);
            listed.insert(path.clone());
            // What is named again costs nothing again.
            if !checked.insert((kind.to_ascii_lowercase().replace('-', ""), path.clone())) {
                continue;
            }
            let found = files.get(format!("{root}{path}").as_str());
            let Some(bytes) = found.and_then(|part| part.bytes.as_deref()) else {
                told.findings
                    .push(Finding::flag("bundle-file-missing").with("name", shown(&path)));
                continue;
            };
            match digest::agrees(kind, said, bytes) {
                Some(true) => holds += 1,
                Some(false) => {
                    told.findings
                        .push(Finding::flag("bundle-file-differs").with("name", shown(&path)));
                }
                None => {
                    told.findings
                        .push(Finding::flag("bundle-digest-not-checked").with("kind", shown(kind)));
                    break;
                }
            }
        }
    }
    told.say("files-hold", holds.to_string());
    for name in files
        .keys()
        .filter_map(|name| name.strip_prefix(root.as_str()))
    {
        if name.starts_with("data/") && !name.ends_with('/') && !listed.contains(name) {
            told.findings
                .push(Finding::flag("bundle-file-unlisted").with("name", shown(name)));
        }
    }
}

/// What the bag says of itself, and whether its size is what it says.
fn about(files: &Files<'_>, root: &str, told: &mut Told) {
    let info = files.get(format!("{root}bag-info.txt").as_str());
    let Some(bytes) = info.and_then(|part| part.bytes.as_deref()) else {
        return;
    };
    let (fields, _) = Headers::read(bytes);
    for (field, name) in FIELDS {
        told.say(name, fields.raw(field).unwrap_or_default());
    }
    let Some(said) = fields.raw("payload-oxum") else {
        return;
    };
    let payload = files.iter().filter(|(name, _)| {
        name.strip_prefix(root)
            .is_some_and(|name| name.starts_with("data/") && !name.ends_with('/'))
    });
    let sizes: Vec<u64> = payload.filter_map(|(_, part)| part.size).collect();
    let found = format!("{}.{}", sizes.iter().sum::<u64>(), sizes.len());
    if said.trim() != found {
        told.findings.push(
            Finding::flag("bag-size-differs")
                .with("said", shown(said))
                .with("found", found),
        );
    }
}

/// Line breaks in names are written as `%0A` and `%0D` (RFC 8493 section 2.1.3).
fn unescaped(path: &str) -> String {
    path.replace("%0A", "\n")
        .replace("%0D", "\r")
        .replace("%25", "%")
}
