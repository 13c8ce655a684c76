//! IPTC-IIM 4.2: what agencies write about a picture.

use crate::{
    encoding,
    field::{be16, stretch},
    reading::Fact,
};

/// Records read of one picture.
const RECORDS: usize = 1_000;

/// Data sets of the second record that are told, with the words for them (IIM 4.2 chapter 6).
const KNOWN: &[(u8, &str)] = &[
    (5, "title"),
    (40, "instructions"),
    (55, "day"),
    (80, "author"),
    (90, "city"),
    (92, "place"),
    (95, "region"),
    (101, "country"),
    (105, "headline"),
    (110, "credit"),
    (115, "source"),
    (116, "copyright"),
    (120, "description"),
];

/// What the records say.
pub(super) fn facts(records: &[u8]) -> Vec<Fact> {
    let mut facts = Vec::new();
    let mut at = 0;
    let mut declared = None;
    while let Some([0x1c, record, set]) = records.get(at..at + 3) {
        // A length with its first bit set is the length of a length (section 1.6); such values are no words.
        let Some(length) = be16(records, at + 3).filter(|length| length & 0x8000 == 0) else {
            break;
        };
        let Some(value) = stretch(records, at + 5, length.into()) else {
            break;
        };
        at += 5 + value.len();
        if (*record, *set) == (1, 90) && value == b"\x1b%G" {
            declared = Some("utf-8");
        }
        let name = KNOWN.iter().find(|(number, _)| number == set);
        if let (2, Some((_, name))) = (*record, name)
            && facts.len() < RECORDS
        {
            facts.push(Fact {
                name,
                value: encoding::decode(value, declared).text,
            });
        }
    }
    facts
}
