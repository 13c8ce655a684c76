//! Small drafts, built in few words.

use edition::draft::{Covered, Draft, DraftItem, DraftRecord, DraftSource, OpenPair};
use model::{
    access::Access,
    arrangement::{Localized, Presented},
    claim::{Certainty, Citation, Claim, Locator, Qualifier, Voice},
    date::{Calendar, StatedDate},
    id::{ClaimId, EvidenceNumber, RecordId, RecordKind, SourceId},
    item::Item,
    language::Language,
    number::NumberRange,
    position::{Position, Precision},
    source::Source,
    term::Term,
    value::Value,
};
use proof::digest::Digest;

pub(crate) fn person(number: u64) -> RecordId {
    RecordId::from_bits(RecordKind::Person, number)
}

pub(crate) fn place(number: u64) -> RecordId {
    RecordId::from_bits(RecordKind::Place, number)
}

pub(crate) fn event(number: u64) -> RecordId {
    RecordId::from_bits(RecordKind::Event, number)
}

pub(crate) fn statement(number: u64) -> RecordId {
    RecordId::from_bits(RecordKind::Statement, number)
}

pub(crate) fn term(word: &str) -> Term {
    Term::new(word).expect("a term")
}

pub(crate) fn a_term(word: &str) -> Value {
    Value::Term(term(word))
}

pub(crate) fn text(words: &str) -> Value {
    Value::Text {
        text: words.to_owned(),
        language: None,
    }
}

pub(crate) fn text_in(language: &str, words: &str) -> Value {
    Value::Text {
        text: words.to_owned(),
        language: Some(Language::new(language).expect("a language")),
    }
}

pub(crate) fn date(stated: &str) -> Value {
    Value::Date(StatedDate {
        stated: stated.to_owned(),
        calendar: Calendar::Gregorian,
    })
}

pub(crate) fn number(low: Option<u64>, high: Option<u64>) -> Value {
    Value::Number(NumberRange::new(low, high).expect("a range"))
}

pub(crate) fn position(latitude_e6: i32, longitude_e6: i32, precision: Precision) -> Value {
    Value::Position(Position::new(latitude_e6, longitude_e6, precision).expect("a point"))
}

/// A public claim without a citation.
pub(crate) fn claim(about: RecordId, property: &str, value: Value) -> Claim {
    Claim {
        about,
        property: term(property),
        value,
        qualifiers: Vec::new(),
        citation: Citation::default(),
        attribution: Vec::new(),
        certainty: Certainty {
            term: term("stated"),
            note: None,
        },
        access: Access::Public,
    }
}

/// `claim`, changed.
pub(crate) fn with(mut claim: Claim, change: impl FnOnce(&mut Claim)) -> Claim {
    change(&mut claim);
    claim
}

pub(crate) fn closed(claim: Claim, access: Access) -> Claim {
    with(claim, |claim| claim.access = access)
}

pub(crate) fn by_source(claim: Claim, number: u64) -> Claim {
    with(claim, |claim| {
        claim.citation.source = Some(SourceId::from_bits(number));
    })
}

pub(crate) fn in_item(claim: Claim, number: u32, locator: Option<Locator>) -> Claim {
    with(claim, |claim| {
        claim.citation.item = Some(EvidenceNumber(number));
        claim.citation.locator = locator;
    })
}

pub(crate) fn narrowed(claim: Claim, property: &str, value: Value) -> Claim {
    with(claim, |claim| {
        claim.qualifiers.push(Qualifier {
            property: term(property),
            value,
        });
    })
}

pub(crate) fn voiced(claim: Claim, voice: Voice) -> Claim {
    with(claim, |claim| claim.attribution.push(voice))
}

/// An identifier that depends on all of the claim, as the real one does.
pub(crate) fn claim_id(claim: &Claim) -> ClaimId {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in format!("{claim:?}").bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    ClaimId::from_bits(hash)
}

pub(crate) fn record(id: RecordId, claims: Vec<Claim>) -> DraftRecord {
    DraftRecord {
        id,
        also: Vec::new(),
        access: Access::Public,
        claims: claims
            .into_iter()
            .map(|claim| (claim_id(&claim), claim))
            .collect(),
        recorded: Vec::new(),
    }
}

/// How the curator shows an item: with words, and nothing else said.
pub(crate) fn presented(number: u32, alt: &str) -> Presented {
    let words = |words: &str| Localized(vec![(language("en"), words.to_owned())]);
    Presented {
        item: EvidenceNumber(number),
        alt: words(alt),
        caption: words("caption"),
        credit: words("credit"),
        focus: Some([400, 300]),
        sensitive: false,
        offered: false,
        captions: Vec::new(),
        poster: None,
    }
}

/// A picture of two pages.
pub(crate) fn picture(number: u32, access: Access) -> DraftItem {
    let mut draft = item(number, access, Some("words in the picture"));
    draft.sheets = vec![(40, 20), (20, 40)];
    draft
}

/// `area` of page `sheet`, seen from `access` on.
pub(crate) fn covered(sheet: u32, area: [u16; 4], access: Access) -> Covered {
    Covered {
        sheet,
        area,
        access,
    }
}

pub(crate) fn language(tag: &str) -> Language {
    Language::new(tag).expect("a language")
}

pub(crate) fn source(number: u64, access: Access) -> DraftSource {
    DraftSource {
        source: Source {
            id: SourceId::from_bits(number),
            title: format!("Source {number}"),
            kind: term("dataset"),
            producer: None,
            date: None,
            languages: Vec::new(),
            reference: None,
            reliability: None,
            note: None,
            access,
        },
        access,
    }
}

pub(crate) fn item(number: u32, access: Access, text: Option<&str>) -> DraftItem {
    DraftItem {
        item: Item {
            number: EvidenceNumber(number),
            digest: Digest([number as u8; 32]),
            size: 1_000 + u64::from(number),
            media_type: "text/plain".to_owned(),
            name: format!("file-{number}.txt"),
            title: Some(format!("Item {number}")),
            obtained_how: "downloaded".to_owned(),
            obtained_from: None,
            custody: Vec::new(),
            access,
        },
        access,
        entry: u64::from(number),
        text: text.map(str::to_owned),
        table: None,
        erased: false,
        sheets: Vec::new(),
        covered: Vec::new(),
        added: None,
    }
}

pub(crate) fn pair(left: RecordId, right: RecordId) -> OpenPair {
    OpenPair {
        left,
        right,
        same: true,
        basis: "one name".to_owned(),
    }
}

pub(crate) fn draft(
    records: Vec<DraftRecord>,
    sources: Vec<DraftSource>,
    items: Vec<DraftItem>,
) -> Draft {
    Draft {
        records,
        sources,
        items,
        ..Draft::default()
    }
}
