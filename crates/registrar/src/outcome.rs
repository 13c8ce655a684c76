//! What came of what a person did, as plain facts for whoever has to say it.

use std::{collections::BTreeMap, path::PathBuf};

use model::id::EvidenceNumber;

use crate::alike::Alike;

/// A new archive.
#[derive(Clone, Debug)]
pub struct Made {
    /// Where it lies.
    pub path: PathBuf,
    /// What it is called.
    pub name: String,
    /// Origin line of its ledger.
    pub origin: String,
    /// The public key that signs it, in the form of C2SP signed notes.
    pub key: String,
    /// The policy file to give to whoever shall check it.
    pub policy: PathBuf,
}

/// What came of adding files.
#[derive(Clone, Debug, Default)]
pub struct Added {
    /// Items, in the order in which they were read.
    pub items: Vec<AddedItem>,
    /// New items that are like items that were there before, or that came with them.
    pub alike: Vec<Alike>,
    /// Files that were not taken, and what is wrong with those that were.
    pub problems: Vec<Problem>,
}

/// One file taken in.
#[derive(Clone, Debug)]
pub struct AddedItem {
    /// Where it was.
    pub path: PathBuf,
    /// Its evidence number.
    pub number: EvidenceNumber,
    /// SHA-256 in hexadecimal.
    pub digest: String,
    /// Bytes.
    pub size: u64,
    /// Media type as found.
    pub media_type: String,
    /// The same bytes were here already, under this number.
    pub known: bool,
}

/// What came of an import.
#[derive(Clone, Debug, Default)]
pub struct Imported {
    /// Rows read, over all tables.
    pub rows: u64,
    /// Items that were new.
    pub items: Vec<AddedItem>,
    /// Sources described, or described anew.
    pub sources: u64,
    /// Records that were new.
    pub records: u64,
    /// Claims that were new.
    pub claims: u64,
    /// Claims that were there already.
    pub known_claims: u64,
    /// Decisions that were new.
    pub judgements: u64,
    /// Proposals that were new.
    pub suggestions: u64,
    /// Entries written.
    pub entries: u64,
    /// What was not taken, or taken with a flag.
    pub problems: Vec<Problem>,
}

/// What came of an export.
#[derive(Clone, Debug, Default)]
pub struct Exported {
    /// Where it lies.
    pub out: PathBuf,
    /// For whom it is.
    pub audience: String,
    /// Files written.
    pub files: u64,
    /// Their bytes.
    pub bytes: u64,
    /// Records in it.
    pub records: u64,
    /// Facts in it.
    pub facts: u64,
    /// What the format could not hold or the audience may not see, by a word for why, counted.
    pub left: BTreeMap<&'static str, u64>,
}

/// Something that was not taken, or taken with a flag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, as the user named it.
    pub file: String,
    /// Row as a spreadsheet shows it, the header being row 1; `None` when it concerns the whole file.
    pub row: Option<u64>,
    /// Column header; `None` when it concerns the whole row.
    pub column: Option<String>,
    /// `true`: it was taken all the same, and flagged.
    pub taken: bool,
    /// What is wrong: `problem-<code>` is its message.
    pub code: &'static str,
    /// What fills the message.
    pub facts: Vec<(&'static str, String)>,
}

/// Whether something holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It was checked and it holds.
    Holds,
    /// It could not be checked.
    NotChecked,
    /// It was checked and it does not hold.
    DoesNotHold,
}

impl Verdict {
    /// The word for it in JSON (DESIGN section 6).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::NotChecked => "not-checked",
            Self::DoesNotHold => "does-not-hold",
        }
    }
}

/// One thing that was checked.
#[derive(Clone, Debug)]
pub struct Check {
    /// What: `check-<what>` is its message.
    pub what: String,
    /// Whether it holds.
    pub verdict: Verdict,
    /// Facts about it; empty when there is nothing to add.
    pub note: String,
}

/// What came of a check.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// Each thing checked.
    pub checks: Vec<Check>,
    /// Entries in the ledger.
    pub entries: u64,
    /// Items whose bytes were read.
    pub items: u64,
    /// Bytes read.
    pub bytes: u64,
    /// Root of the ledger in hexadecimal; empty when none could be computed.
    pub root: String,
}

impl Checked {
    /// The whole: it holds if everything holds, and does not if anything does not.
    pub fn verdict(&self) -> Verdict {
        self.checks
            .iter()
            .map(|check| check.verdict)
            .max()
            .unwrap_or(Verdict::NotChecked)
    }
}

/// What came of a search.
#[derive(Clone, Debug)]
pub struct Found {
    /// Entries that the index has not read yet.
    pub behind: u64,
    /// Best first.
    pub hits: Vec<FoundHit>,
}

/// One thing found.
#[derive(Clone, Debug)]
pub struct FoundHit {
    /// `person`, `place`, …, `item` or `source`.
    pub kind: &'static str,
    /// Its identifier or evidence number.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The words found, with some around them.
    pub snippet: String,
}

/// One line of the log.
#[derive(Clone, Debug)]
pub struct LogLine {
    /// Index of the entry.
    pub index: u64,
    /// Time, RFC 3339.
    pub time: String,
    /// Type of the entry: `entry-<type>` is its message.
    pub kind: &'static str,
    /// Who.
    pub actor: String,
    /// How many of what.
    pub counts: Vec<(String, u64)>,
    /// Its payloads are gone.
    pub erased: bool,
    /// For an erasure: why.
    pub reason: Option<String>,
}

/// What came of writing an exhibition.
#[derive(Clone, Debug)]
pub struct Exhibited {
    /// Where it lies.
    pub out: PathBuf,
    /// Languages, as tags.
    pub languages: Vec<&'static str>,
    /// Files written.
    pub files: u64,
    /// Bytes written.
    pub bytes: u64,
    /// Files that were there with the same bytes already and were left alone.
    pub unchanged: u64,
    /// Files of an earlier exhibition that this one no longer has, removed.
    pub removed: u64,
    /// People on the wall.
    pub people: u64,
    /// Entries that the exhibition was computed from.
    pub ledger_size: u64,
    /// Pictures that are not shown, and why.
    pub problems: Vec<Problem>,
    /// Number of the release as which it was entered, now or before.
    pub release: Option<u64>,
    /// It was entered now.
    pub entered: bool,
    /// SHA-256 of its manifest, in hexadecimal.
    pub manifest: String,
}

/// What differs between two exhibitions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compared {
    /// Files that are the same in both.
    pub same: u64,
    /// Rooms with pages that are not, by name.
    pub rooms: Vec<RoomCompared>,
    /// Files that are no pages: added, changed, removed.
    pub files: [u64; 3],
}

/// Pages of one room that differ.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoomCompared {
    /// The folder below that of the language; `entrance` and `door` for first pages.
    pub room: String,
    /// Paths of pages added, changed, removed.
    pub pages: [Vec<String>; 3],
}

/// What came of printing panels.
#[derive(Clone, Debug)]
pub struct Printed {
    /// Where they lie.
    pub out: PathBuf,
    /// Files (PDF).
    pub files: u64,
    /// Pages in them.
    pub pages: u64,
    /// Bytes of all files.
    pub bytes: u64,
    /// People with a panel of their own.
    pub people: u64,
    /// Pictures that are not on their panel, and why.
    pub pictures_missing: Vec<String>,
}

/// What came of an erasure.
#[derive(Clone, Debug)]
pub struct Erased {
    /// Index of the entry that is the tombstone.
    pub entry: u64,
    /// Payloads destroyed.
    pub payloads: u64,
    /// Claims that were in them.
    pub claims: u64,
    /// Items destroyed.
    pub items: Vec<EvidenceNumber>,
    /// Items still held in which the erased claims were read.
    pub still_in: Vec<EvidenceNumber>,
}
