//! What the tests share: descriptions, entries and payloads told from a number.

use std::path::Path;

use archive::{Archive, Description, NewEntry, Opening, SaltedPayload};
use proof::note::{Ed25519Signer, Ed25519Verifier};

pub(crate) fn description() -> Description {
    Description {
        name: "Test \"archive\"".to_owned(),
        origin: "test.example/archive".to_owned(),
        created: "2026-01-02T03:04:05Z".to_owned(),
    }
}

pub(crate) fn writing() -> Opening {
    Opening::Write {
        holder: "a test".to_owned(),
    }
}

/// The key of the test log.
pub(crate) struct Log {
    pub(crate) signer: Ed25519Signer,
    pub(crate) verifier: Ed25519Verifier,
}

impl Log {
    pub(crate) fn new() -> Self {
        Self::of(1)
    }

    /// Keys of different numbers bear the same name.
    pub(crate) fn of(number: u8) -> Self {
        let signer = Ed25519Signer::from_seed("test.example/archive", &[number; 32]).unwrap();
        let verifier = signer.verifier();
        Self { signer, verifier }
    }
}

pub(crate) fn create(dir: &Path) -> Archive {
    Archive::create(dir, &description(), "a test").unwrap()
}

pub(crate) fn open(dir: &Path) -> Archive {
    Archive::open(dir, &writing()).unwrap()
}

pub(crate) fn read(dir: &Path) -> Archive {
    Archive::open(dir, &Opening::Read).unwrap()
}

/// A sequence of bytes that only `seed` determines (SplitMix64, Steele, Lea and Flood 2014).
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    pub(crate) fn bytes(&mut self, length: usize) -> Vec<u8> {
        (0..length).map(|_| self.next() as u8).collect()
    }
}

/// A payload with marks in it that can be searched for.
pub(crate) fn payload(number: u64, length: usize) -> SaltedPayload {
    let mut random = Random(number);
    let mut salt = [0; 32];
    salt.copy_from_slice(&random.bytes(32));
    let mut bytes = format!("<secret {number:08}>")
        .into_bytes()
        .repeat(length.div_ceil(17));
    bytes.truncate(length);
    SaltedPayload { salt, bytes }
}

/// An entry with `payloads` payloads.
pub(crate) fn entry(number: u64, payloads: u64) -> NewEntry {
    NewEntry {
        payloads: (0..payloads)
            .map(|place| payload(number * 1_000 + place, 120))
            .collect(),
        ..NewEntry::new(format!("entry {number}").into_bytes())
    }
}

/// Entries `from..to` with a payload each.
pub(crate) fn entries(from: u64, to: u64) -> Vec<NewEntry> {
    (from..to).map(|number| entry(number, 1)).collect()
}

/// Every file below a folder, as path and bytes.
pub(crate) fn files(dir: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    let mut folders = vec![dir.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(dir).unwrap().display().to_string();
                found.push((name, std::fs::read(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

/// The files that hold `needle` anywhere.
pub(crate) fn grep(dir: &Path, needle: &[u8]) -> Vec<String> {
    let holds = |bytes: &[u8]| bytes.windows(needle.len()).any(|window| window == needle);
    files(dir)
        .into_iter()
        .filter(|(_, bytes)| holds(bytes))
        .map(|(name, _)| name)
        .collect()
}
