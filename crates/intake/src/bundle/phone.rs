//! Proofs that telephones make beside a picture: ProofMode's, by the digest of the file, and Tella's, in a table of two lines.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Files, Told};
use crate::{container::shown, digest, photo, problem::Finding};

/// Words for what both write, by their names for it. What names the device or the network is left in the file: it can name a person.
const KNOWN: &[(&str, &str)] = &[
    ("File Created", "made"),
    ("File Modified", "changed"),
    ("Proof Generated", "proof-made"),
    ("Timestamp", "proof-made"),
    ("Location.Accuracy", "position-error"),
    ("Location accuracy", "position-error"),
    ("Location.Altitude", "altitude"),
    ("Location altitude", "altitude"),
    ("Location.Time", "position-time"),
    ("Location timestamp", "position-time"),
    ("Notes", "comment"),
];

/// Checks the proofs in `files`.
pub(super) fn tell(files: &Files<'_>, told: &mut Told) {
    let mut proofs = Vec::new();
    for (name, part) in files {
        let bytes = part.bytes.as_deref().unwrap_or_default();
        if name.ends_with(".proof.json") {
            match serde_json::from_slice::<Value>(bytes) {
                Ok(Value::Object(fields)) => {
                    let fields = fields.into_iter();
                    let text = |value: Value| {
                        value
                            .as_str()
                            .map_or_else(|| value.to_string(), str::to_owned)
                    };
                    proofs.push((
                        "proofmode",
                        *name,
                        fields.map(|(key, value)| (key, text(value))).collect(),
                    ));
                }
                _ => told
                    .findings
                    .push(Finding::loss("proof-damaged").with("name", shown(name))),
            }
        } else if bytes.starts_with(b"File hash,")
            || bytes.starts_with("\u{feff}File hash,".as_bytes())
        {
            proofs.push(("tella", *name, two_lines(&String::from_utf8_lossy(bytes))));
        }
    }
    if proofs.is_empty() {
        return;
    }
    let files = files.values().filter_map(|part| part.bytes.as_deref());
    let digests: BTreeSet<String> = files.map(digest::sha256).collect();
    for (form, name, fields) in proofs {
        told.say("form", form);
        proof(name, &fields, &digests, told);
    }
}

/// One proof: whether the file that it is about is there, and what it says.
fn proof(name: &str, fields: &[(String, String)], digests: &BTreeSet<String>, told: &mut Told) {
    let get = |wanted: &[&str]| {
        let found = fields
            .iter()
            .find(|(key, _)| wanted.iter().any(|name| key.eq_ignore_ascii_case(name)));
        found.map(|(_, value)| value.trim().to_owned())
    };
    let said = get(&["File Hash SHA256", "File hash"])
        .unwrap_or_default()
        .to_ascii_lowercase();
    if digests.contains(&said) {
        told.say("file-holds", said);
    } else {
        told.findings.push(
            Finding::flag("proof-file-missing")
                .with("name", shown(name))
                .with("digest", shown(&said)),
        );
    }
    for (key, value) in fields {
        if let Some((_, word)) = KNOWN
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(key))
        {
            told.say(word, value.as_str());
        }
    }
    let latitude =
        get(&["Location.Latitude", "Location latitude"]).and_then(|text| text.parse().ok());
    let longitude =
        get(&["Location.Longitude", "Location longitude"]).and_then(|text| text.parse().ok());
    if let (Some(latitude), Some(longitude)) = (latitude, longitude)
        && let Some((latitude, longitude)) =
            photo::plausible(latitude, longitude, &mut told.findings)
    {
        told.say("position", format!("{latitude:.6}, {longitude:.6}"));
    }
}

/// Names and values of a table of two lines. Tella writes blanks for commas, so nothing is quoted.
fn two_lines(text: &str) -> Vec<(String, String)> {
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    let (names, values) = (
        lines.next().unwrap_or_default(),
        lines.next().unwrap_or_default(),
    );
    let pairs = names.split(',').zip(values.split(','));
    pairs
        .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
        .collect()
}
