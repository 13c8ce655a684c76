//! Folders in one file that carry proofs of what is in them: WACZ, BagIt, ProofMode, Tella. What can be checked with nothing but the file is.

mod bag;
mod phone;
#[cfg(test)]
mod tests;
mod wacz;

use std::collections::BTreeMap;

use crate::{
    capture,
    kind::MediaType,
    limits::Limits,
    problem::Finding,
    reading::{Fact, Part, Reading},
};

/// The parts of a packed file by name; the first of each name.
type Files<'p> = BTreeMap<&'p str, &'p Part>;

/// What is found about a folder.
#[derive(Debug, Default)]
struct Told {
    facts: Vec<Fact>,
    findings: Vec<Finding>,
    media_type: Option<MediaType>,
}

impl Told {
    fn say(&mut self, name: &'static str, value: impl Into<String>) {
        let value: String = value.into().trim().chars().take(4_096).collect();
        if !value.is_empty() && self.facts.len() < 1_000 {
            self.facts.push(Fact { name, value });
        }
    }
}

/// Adds to the reading of a packed file what the proofs in it say, and whether they hold.
pub(crate) fn tell(reading: &mut Reading, limits: &Limits) {
    if let [
        Part {
            bytes: Some(bytes), ..
        },
    ] = reading.parts.as_slice()
        && reading.media_type == MediaType::Gzip
        && capture::is_capture(bytes)
    {
        let bytes = bytes.clone();
        reading.parts.clear();
        return capture::tell(&bytes, reading, limits);
    }
    let mut files = Files::new();
    for part in &reading.parts {
        files.entry(&part.name).or_insert(part);
    }
    let mut told = Told::default();
    wacz::tell(&files, limits, &mut told);
    bag::tell(&files, &mut told);
    phone::tell(&files, &mut told);
    signatures(&files, &mut told);
    reading.media_type = told.media_type.unwrap_or(reading.media_type);
    reading.facts.extend(told.facts);
    reading
        .problems
        .extend(told.findings.into_iter().map(Into::into));
}

/// Signatures of OpenPGP: who has the key can check them.
fn signatures(files: &Files<'_>, told: &mut Told) {
    let marks = [&b"-----BEGIN PGP SIGNATURE"[..], b"-----BEGIN PGP SIGNED"];
    let signed = files.values().filter(|part| {
        let bytes = part.bytes.as_deref().unwrap_or_default();
        marks.iter().any(|mark| bytes.starts_with(mark))
    });
    let count = signed.count();
    if count > 0 {
        told.findings
            .push(Finding::flag("bundle-signatures-not-checked").with("count", count));
    }
}
