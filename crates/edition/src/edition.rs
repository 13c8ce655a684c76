//! The edition: plain data that renderers read. Every struct is `#[non_exhaustive]`, so only this crate makes one.

use model::{
    arrangement::Localized,
    date::{Calendar, CivilDay, Day},
    id::{ClaimId, EvidenceNumber, RecordId, SourceId},
    language::Language,
    number::NumberRange,
    position::Position,
    term::Term,
};

pub use crate::draft::Public;

/// What one audience may see, in order.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Edition {
    /// Name of the archive.
    pub archive_name: String,
    /// Invented data: every page must say so.
    pub made_up: bool,
    /// Title of the exhibition.
    pub title: Localized,
    /// One sentence under the title.
    pub claim: Localized,
    /// Introduction; paragraphs separated by a blank line.
    pub introduction: Localized,
    /// Note shown before anything that may distress.
    pub content_note: Localized,
    /// When and where it was or is shown.
    pub shown: Localized,
    /// Who is responsible and how to reach them.
    pub contact: Localized,
    /// Credits and licence.
    pub credits: Localized,
    /// Day of the newest entry, Gregorian `YYYY-MM-DD`; empty for an empty archive.
    pub as_of: String,
    /// Ledger facts to print.
    pub ledger: Ledger,
    /// Rooms in the order of the tour.
    pub rooms: Vec<Room>,
    /// Every record that may be shown, sorted by identifier.
    pub subjects: Vec<Subject>,
    /// Every source that may be named, sorted by identifier.
    pub sources: Vec<SourceCard>,
    /// Every item that may be named, sorted by number.
    pub items: Vec<ItemCard>,
    /// Reasons for which whole records, sources or items are withheld from this audience; empty when none is.
    pub withheld: Vec<Reason>,
    /// Map outlines: rings of (longitude, latitude) in degrees, by layer in drawing order.
    pub outlines: Vec<Vec<Vec<(f32, f32)>>>,
    /// What an earlier release showed and this one does not, sorted: its addresses say so.
    pub withdrawn: Vec<(Public, Reason)>,
    /// Earlier releases, oldest first.
    pub releases: Vec<Release>,
}

/// An exhibition that was entered in the ledger.
#[derive(Clone, Debug, Hash)]
#[non_exhaustive]
pub struct Release {
    /// Its number, from 1.
    pub number: u64,
    /// Day, Gregorian `YYYY-MM-DD`.
    pub day: String,
    /// What the curator says of it; may be empty.
    pub note: String,
    /// SHA-256 of its manifest, in hexadecimal.
    pub manifest: String,
    /// Pages added, changed and removed since the one before.
    pub changes: [u64; 3],
}

/// The state of the ledger that this edition was computed from.
#[derive(Clone, Debug, Hash)]
#[non_exhaustive]
pub struct Ledger {
    /// Origin line.
    pub origin: String,
    /// Number of entries.
    pub size: u64,
    /// Root, 64 hexadecimal digits.
    pub root: String,
    /// Signed checkpoint as text; may be empty.
    pub checkpoint: String,
}

/// A room of the exhibition.
#[derive(Clone, Debug, Hash)]
#[non_exhaustive]
pub struct Room {
    /// Which room.
    pub room: Term,
    /// Its number in the tour, from 1.
    pub number: u32,
    /// Title in the exhibitor's words; may be empty.
    pub title: Localized,
    /// Introduction in the exhibitor's words; may be empty.
    pub introduction: Localized,
    /// The records shown in it, in order.
    pub members: Vec<RecordId>,
}

/// A record as this audience may see it.
#[derive(Clone, Debug, Hash)]
#[non_exhaustive]
pub struct Subject {
    /// Its identifier.
    pub id: RecordId,
    /// Identifiers judged to be the same; their addresses lead here.
    pub also: Vec<RecordId>,
    /// Names or titles in order of preference; empty when withheld or unknown.
    pub names: Vec<Name>,
    /// Everything said about it, by property in the order of the vocabulary, then by value. Names included.
    pub facts: Vec<Fact>,
    /// What is withheld.
    pub gaps: Vec<Gap>,
    /// Records that refer to this one: which property of which record ("speaker" of a statement). Sorted.
    pub referred_by: Vec<(Term, RecordId)>,
    /// Pairs proposed but not decided.
    pub open_pairs: Vec<PairNote>,
    /// Day of the newest entry behind what is shown; `None` when not known.
    pub updated: Option<Day>,
}

/// A name in one spelling.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Name {
    /// The spelling, exactly as a source has it.
    pub text: String,
    /// Language it is written in; `None` when not known.
    pub language: Option<Language>,
}

/// One thing said, with everyone who says it.
#[derive(Clone, Debug, Hash)]
#[non_exhaustive]
pub struct Fact {
    /// Claim identifiers behind it, one per citation, in the same order.
    ///
    /// An identifier is computed from the whole claim, so whoever has the archive's key could confirm a guess at a withheld
    /// part. A claim of which anything is withheld or blunted is therefore given an identifier made from what is shown of it.
    pub claims: Vec<ClaimId>,
    /// What is said.
    pub property: Term,
    /// The value.
    pub value: Shown,
    /// What narrows it, in order of property.
    pub qualifiers: Vec<(Term, Shown)>,
    /// Who says it and where; never empty.
    pub citations: Vec<Cited>,
    /// Another source gives this property a value that cannot be reconciled with this one.
    pub disputed: bool,
}

/// A value that may be shown.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Shown {
    /// Words.
    Text {
        /// The words.
        text: String,
        /// Their language.
        language: Option<Language>,
    },
    /// A date as stated, with what follows from it.
    /// Set aside, for it is large and few values are dates.
    Date(Box<ShownDate>),
    /// A count.
    Number(NumberRange),
    /// Another record that may be shown.
    Record {
        /// Its identifier.
        id: RecordId,
        /// Its preferred names.
        names: Vec<Name>,
    },
    /// A point, already blunted to what may be shown.
    Position(Position),
    /// A web address.
    Link(String),
    /// A vocabulary term.
    Term(Term),
    /// A visible gap.
    Withheld(Reason),
}

/// A date in words and days.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct ShownDate {
    /// As stated.
    pub stated: String,
    /// Calendar in which it was stated.
    pub calendar: Calendar,
    /// It does not exist or cannot be read; it is shown as stated and flagged.
    pub problem: bool,
    /// First day it may mean; `None` when open or not known.
    pub earliest: Option<Day>,
    /// Last day it may mean.
    pub latest: Option<Day>,
    /// The source itself is not certain of it (`?` or `%` in EDTF).
    pub uncertain: bool,
    /// The source calls it approximate (`~` or `%` in EDTF).
    pub approximate: bool,
    /// `earliest` and `latest` in the Gregorian calendar.
    pub gregorian: (Option<CivilDay>, Option<CivilDay>),
    /// The same in the Solar Hijri calendar.
    pub solar_hijri: (Option<CivilDay>, Option<CivilDay>),
    /// What EDTF said of it.
    pub shape: DateShape,
}

/// How sharp a stated date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum DateShape {
    /// A single day.
    Day,
    /// A month.
    Month,
    /// A season of a year.
    Season,
    /// A year.
    Year,
    /// A decade or century, by unspecified digits, or any other blunt form.
    Blunt,
    /// From one date to another.
    Interval,
    /// Not readable as EDTF.
    Words,
}

/// Where a fact can be read and through whom it came.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Cited {
    /// The source; `None` when there is none or it is withheld.
    pub source: Option<SourceId>,
    /// Where in the source, in its own terms.
    pub place_in_source: Option<String>,
    /// The item in which it was read; `None` when none is held or it is withheld.
    pub item: Option<EvidenceNumber>,
    /// Where in the item.
    pub locator: Option<ShownLocator>,
    /// Said by …, reported by …: innermost first.
    pub voices: Vec<ShownVoice>,
    /// How sure: a term of the vocabulary `certainty`.
    pub certainty: Term,
    /// The source's own words on it.
    pub certainty_note: Option<String>,
    /// Source, item or voice is withheld, for this reason; of several, the most closed.
    pub withheld: Option<Reason>,
}

/// A place inside an item; see `model::claim::Locator`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ShownLocator {
    /// Page from 1, and box in thousandths.
    Page(u32, Option<[u16; 4]>),
    /// Unicode scalar values, end exclusive, and the words there when the item's text is shown.
    Text(u64, u64, Option<String>),
    /// Row from 1 and column header.
    Cell(u64, Option<String>),
    /// Milliseconds, end exclusive.
    Time(u64, u64),
}

/// One voice in the chain.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct ShownVoice {
    /// `true`: said it; `false`: passed it on.
    pub said: bool,
    /// The record, if the voice is one and may be shown.
    pub record: Option<RecordId>,
    /// The source, if the voice is one and may be shown.
    pub source: Option<SourceId>,
    /// The name to print; `None` when withheld.
    pub name: Option<Name>,
}

/// A gap that the audience sees.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Gap {
    /// The property withheld; `None` when even that is not told.
    pub property: Option<Term>,
    /// Why.
    pub reason: Reason,
}

/// Why something is withheld.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Reason {
    /// Referred to, but nothing about it is in the archive.
    Missing,
    /// For readers with rights.
    Restricted,
    /// To protect a person.
    Confidential,
    /// Removed for good at somebody's request or by order; a tombstone stands in the ledger.
    Erased,
}

/// Two records proposed to be one, or told apart, not decided.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct PairNote {
    /// The other record.
    pub other: RecordId,
    /// `true`: proposed as one.
    pub same: bool,
    /// By whom and on what grounds.
    pub basis: String,
}

/// A source as shown.
#[derive(Clone, Debug, Hash)]
#[non_exhaustive]
pub struct SourceCard {
    /// Its identifier.
    pub id: SourceId,
    /// Title.
    pub title: String,
    /// What it is.
    pub kind: Term,
    /// Author or publisher.
    pub producer: Option<String>,
    /// Date.
    pub date: Option<ShownDate>,
    /// Languages.
    pub languages: Vec<Language>,
    /// Address or reference.
    pub reference: Option<String>,
    /// Grade of reliability and who gave it.
    pub reliability: Option<(Term, String)>,
    /// Note.
    pub note: Option<String>,
    /// Records about which it says something that is shown, sorted.
    pub cited_by: Vec<RecordId>,
}

/// An item as shown.
#[derive(Clone, Debug, Hash)]
#[non_exhaustive]
pub struct ItemCard {
    /// Its number.
    pub number: EvidenceNumber,
    /// What it is, in a line.
    pub title: Option<String>,
    /// Facts about the bytes; `None` when withheld or erased.
    pub file: Option<FileFacts>,
    /// How it was obtained; empty when its origin is withheld.
    pub obtained_how: String,
    /// From whom; `None` when withheld or not known.
    pub obtained_from: Option<SourceId>,
    /// Its origin is withheld, for this reason.
    pub origin_withheld: Option<Reason>,
    /// Custody: day (`YYYY-MM-DD`), action, by whom, note. Notes are gone when the origin is withheld.
    pub custody: Vec<(String, Term, String, Option<String>)>,
    /// Index of the ledger entry that added it.
    pub entry: u64,
    /// What may be read of it.
    pub content: Content,
    /// Records that cite it, sorted, each with the places cited.
    pub cited_by: Vec<(RecordId, Vec<ShownLocator>)>,
    /// Its pages that may be looked at, in order; empty when it is not pictorial or nothing of it may be seen.
    pub sheets: Vec<Sheet>,
    /// What the curator says of it as a picture or recording.
    pub presented: Presentation,
    /// Day on which it was added, Gregorian `YYYY-MM-DD`; empty when not known.
    pub added: String,
}

/// A page of an item that may be looked at. Its pixels are had from [`crate::Pictures`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Sheet {
    /// Pixels from left to right, upright.
    pub width: u32,
    /// Pixels from top to bottom.
    pub height: u32,
    /// Covered parts: left, top, right, bottom in thousandths of width and height, and why; sorted.
    pub covered: Vec<([u16; 4], Reason)>,
}

/// What the curator says of an item as a picture or recording.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Presentation {
    /// What can be seen, for those who do not see it; empty: it is not shown.
    pub alt: Localized,
    /// What it is.
    pub caption: Localized,
    /// Who made it and under which licence it is shown.
    pub credit: Localized,
    /// Where to look, in thousandths of width and height.
    pub focus: Option<[u16; 2]>,
    /// Shown only to those who choose to see it.
    pub sensitive: bool,
    /// The file may be taken away as it came in; only where `file` is shown and nothing is covered.
    pub offered: bool,
    /// Captions as WebVTT, by language; only items that are offered.
    pub captions: Vec<(Language, EvidenceNumber)>,
    /// The picture that stands for a recording.
    pub poster: Option<EvidenceNumber>,
}

/// Facts about an item's bytes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct FileFacts {
    /// Name as received.
    pub name: String,
    /// Media type as found.
    pub media_type: String,
    /// Bytes.
    pub size: u64,
    /// SHA-256, 64 hexadecimal digits.
    pub digest: String,
}

/// What may be read of an item.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Content {
    /// Its text.
    Text(String),
    /// Its rows, header first.
    Table(Vec<Vec<String>>),
    /// Nothing of it can be shown as text.
    None,
    /// Its content is withheld.
    Withheld(Reason),
}
