//! Any value of each type, for property tests.

use std::collections::BTreeMap;

use model::{
    access::Access,
    arrangement::{Arrangement, Localized, Presented, RoomText},
    claim::{Certainty, Citation, Claim, Locator, Qualifier, Voice, VoiceRole, Who},
    date::{Calendar, StatedDate},
    entry::{Entry, EntryKind, Timestamp},
    id::{ClaimId, EvidenceNumber, RecordId, RecordKind, SourceId},
    item::{CustodyEvent, Item},
    judgement::{Decision, Judgement, Proposal, Subject, Suggestion},
    language::Language,
    number::NumberRange,
    payload::Payload,
    position::{Position, Precision},
    region::Region,
    release::Release,
    source::{Reliability, Source},
    term::Term,
    value::Value,
};
use proof::digest::Digest;
use proptest::{collection::vec, option, prelude::*, sample::select};

/// Words with what is hard to write: quotes, backslashes, controls, right-to-left marks, characters outside the first plane.
pub(crate) fn words() -> BoxedStrategy<String> {
    prop_oneof![
        4 => "[a-z ]{0,12}",
        2 => "\\PC{0,8}",
        1 => "[\u{0}-\u{1f}\"\\\\/\u{7f}ا-ی\u{200c}\u{200f}\u{e000}\u{ffff}\u{10000}🕯]{0,8}",
    ]
    .boxed()
}

pub(crate) fn term() -> BoxedStrategy<Term> {
    "[a-z][a-z0-9-]{0,20}"
        .prop_map(|text| Term::new(&text).unwrap())
        .boxed()
}

fn language() -> BoxedStrategy<Language> {
    select(vec!["en", "fa", "fr", "ar", "az-Arab", "ckb", "zh-Hant-TW"])
        .prop_map(|tag| Language::new(tag).unwrap())
        .boxed()
}

pub(crate) fn record() -> BoxedStrategy<RecordId> {
    (select(RecordKind::ALL.to_vec()), any::<u64>())
        .prop_map(|(kind, bits)| RecordId::from_bits(kind, bits))
        .boxed()
}

fn source_id() -> BoxedStrategy<SourceId> {
    any::<u64>().prop_map(SourceId::from_bits).boxed()
}

fn evidence_number() -> BoxedStrategy<EvidenceNumber> {
    prop_oneof![1..2_000_000u32, any::<u32>().prop_map(|n| n.max(1))]
        .prop_map(EvidenceNumber)
        .boxed()
}

fn digest() -> BoxedStrategy<Digest> {
    any::<[u8; 32]>().prop_map(Digest).boxed()
}

fn access() -> BoxedStrategy<Access> {
    select(Access::ALL.to_vec()).boxed()
}

/// Any second of the years 0 to 9999.
fn time() -> BoxedStrategy<Timestamp> {
    (-62_167_219_200..=253_402_300_799i64)
        .prop_map(Timestamp)
        .boxed()
}

fn date() -> BoxedStrategy<StatedDate> {
    (words(), select(Calendar::ALL.to_vec()))
        .prop_map(|(stated, calendar)| StatedDate { stated, calendar })
        .boxed()
}

fn count() -> BoxedStrategy<u64> {
    prop_oneof![0..100_000u64, 0..=NumberRange::MAX].boxed()
}

fn range() -> BoxedStrategy<NumberRange> {
    (count(), count(), 0..3u8)
        .prop_map(|(one, two, open)| {
            let (low, high) = (one.min(two), one.max(two));
            match open {
                0 => NumberRange::new(Some(low), None),
                1 => NumberRange::new(None, Some(high)),
                _ => NumberRange::new(Some(low), Some(high)),
            }
            .unwrap()
        })
        .boxed()
}

fn position() -> BoxedStrategy<Position> {
    (
        -90_000_000..=90_000_000i32,
        -180_000_000..=180_000_000i32,
        select(Precision::ALL.to_vec()),
    )
        .prop_map(|(latitude, longitude, precision)| {
            Position::new(latitude, longitude, precision).unwrap()
        })
        .boxed()
}

pub(crate) fn value() -> BoxedStrategy<Value> {
    prop_oneof![
        (words(), option::of(language()))
            .prop_map(|(text, language)| Value::Text { text, language }),
        date().prop_map(Value::Date),
        range().prop_map(Value::Number),
        record().prop_map(Value::Record),
        position().prop_map(Value::Position),
        words().prop_map(Value::Link),
        term().prop_map(Value::Term),
    ]
    .boxed()
}

fn locator() -> BoxedStrategy<Locator> {
    prop_oneof![
        (any::<u32>(), option::of(any::<[u16; 4]>()))
            .prop_map(|(page, area)| Locator::Page { page, area }),
        (count(), count()).prop_map(|(start, end)| Locator::Text { start, end }),
        (count(), option::of(words())).prop_map(|(row, column)| Locator::Cell { row, column }),
        (count(), count()).prop_map(|(start_ms, end_ms)| Locator::Time { start_ms, end_ms }),
    ]
    .boxed()
}

fn citation() -> BoxedStrategy<Citation> {
    (
        option::of(evidence_number()),
        option::of(locator()),
        option::of(source_id()),
        option::of(words()),
    )
        .prop_map(|(item, locator, source, place_in_source)| Citation {
            item,
            locator,
            source,
            place_in_source,
        })
        .boxed()
}

fn voice() -> BoxedStrategy<Voice> {
    (
        select(VoiceRole::ALL.to_vec()),
        prop_oneof![
            record().prop_map(Who::Record),
            source_id().prop_map(Who::Source),
            words().prop_map(Who::Named),
        ],
    )
        .prop_map(|(role, who)| Voice { role, who })
        .boxed()
}

pub(crate) fn qualifier() -> BoxedStrategy<Qualifier> {
    (term(), value())
        .prop_map(|(property, value)| Qualifier { property, value })
        .boxed()
}

/// Any claim; its qualifiers in any order and perhaps repeated.
pub(crate) fn claim() -> BoxedStrategy<Claim> {
    (
        (record(), term(), value(), access()),
        vec(qualifier(), 0..4),
        citation(),
        vec(voice(), 0..3),
        (term(), option::of(words())),
    )
        .prop_map(
            |((about, property, value, access), qualifiers, citation, attribution, certainty)| {
                Claim {
                    about,
                    property,
                    value,
                    qualifiers,
                    citation,
                    attribution,
                    certainty: Certainty {
                        term: certainty.0,
                        note: certainty.1,
                    },
                    access,
                }
            },
        )
        .boxed()
}

fn localized() -> BoxedStrategy<Localized> {
    vec((language(), words()), 0..4).prop_map(Localized).boxed()
}

fn arrangement() -> BoxedStrategy<Arrangement> {
    let room =
        (term(), localized(), localized()).prop_map(|(room, title, introduction)| RoomText {
            room,
            title,
            introduction,
        });
    (
        any::<bool>(),
        [localized(), localized(), localized()],
        [localized(), localized(), localized(), localized()],
        vec(room, 0..3),
        vec(evidence_number(), 0..3),
        vec(presented(), 0..3),
    )
        .prop_map(
            |(
                made_up,
                [title, claim, introduction],
                [content_note, shown, contact, credits],
                rooms,
                outlines,
                items,
            )| Arrangement {
                made_up,
                title,
                claim,
                introduction,
                content_note,
                shown,
                contact,
                credits,
                rooms,
                outlines,
                items,
            },
        )
        .boxed()
}

fn source() -> BoxedStrategy<Source> {
    let reliability = (term(), words()).prop_map(|(grade, by)| Reliability { grade, by });
    (
        (source_id(), words(), term(), access()),
        option::of(date()),
        vec(language(), 0..3),
        (
            option::of(words()),
            option::of(words()),
            option::of(words()),
        ),
        option::of(reliability),
    )
        .prop_map(
            |(
                (id, title, kind, access),
                date,
                languages,
                (producer, reference, note),
                reliability,
            )| {
                Source {
                    id,
                    title,
                    kind,
                    producer,
                    date,
                    languages,
                    reference,
                    reliability,
                    note,
                    access,
                }
            },
        )
        .boxed()
}

fn item() -> BoxedStrategy<Item> {
    let custody =
        (time(), term(), words(), option::of(words())).prop_map(|(time, action, by, note)| {
            CustodyEvent {
                time,
                action,
                by,
                note,
            }
        });
    (
        (evidence_number(), digest(), count(), access()),
        [words(), words(), words()],
        option::of(words()),
        option::of(source_id()),
        vec(custody, 0..3),
    )
        .prop_map(
            |(
                (number, digest, size, access),
                [media_type, name, obtained_how],
                title,
                obtained_from,
                custody,
            )| Item {
                number,
                digest,
                size,
                media_type,
                name,
                title,
                obtained_how,
                obtained_from,
                custody,
                access,
            },
        )
        .boxed()
}

fn region() -> BoxedStrategy<Region> {
    let edges = || (0..1000_u16).prop_flat_map(|low| (Just(low), low + 1..=1000));
    (evidence_number(), 1..=u32::MAX, edges(), edges())
        .prop_map(|(item, page, (left, right), (top, bottom))| {
            Region::new(item, page, [left, top, right, bottom]).expect("a region")
        })
        .boxed()
}

fn presented() -> BoxedStrategy<Presented> {
    (
        evidence_number(),
        [localized(), localized(), localized()],
        option::of(any::<[u16; 2]>()),
        any::<[bool; 2]>(),
        vec((language(), evidence_number()), 0..3),
        option::of(evidence_number()),
    )
        .prop_map(
            |(item, [alt, caption, credit], focus, [sensitive, offered], captions, poster)| {
                Presented {
                    item,
                    alt,
                    caption,
                    credit,
                    focus,
                    sensitive,
                    offered,
                    captions,
                    poster,
                }
            },
        )
        .boxed()
}

fn judgement() -> BoxedStrategy<Judgement> {
    let subject = prop_oneof![
        record().prop_map(Subject::Record),
        any::<u64>().prop_map(|bits| Subject::Claim(ClaimId::from_bits(bits))),
        evidence_number().prop_map(Subject::Item),
        source_id().prop_map(Subject::Source),
        region().prop_map(Subject::Region),
    ];
    (
        select(Decision::ALL.to_vec()),
        vec(subject, 0..3),
        words(),
        words(),
    )
        .prop_map(|(decision, subjects, by, reason)| Judgement {
            decision,
            subjects,
            by,
            reason,
        })
        .boxed()
}

fn suggestion() -> BoxedStrategy<Suggestion> {
    let proposal = prop_oneof![
        (record(), record()).prop_map(|(left, right)| Proposal::Same(left, right)),
        (record(), record()).prop_map(|(left, right)| Proposal::Different(left, right)),
        claim().prop_map(|claim| Proposal::Claim(Box::new(claim))),
    ];
    (proposal, words(), words())
        .prop_map(|(proposal, by, basis)| Suggestion {
            proposal,
            by,
            basis,
        })
        .boxed()
}

fn release() -> BoxedStrategy<Release> {
    (
        (count(), words(), vec(language(), 0..4), option::of(words())),
        digest(),
        (count(), count(), count(), count()),
        (count(), count(), count()),
    )
        .prop_map(
            |(
                (number, note, languages, base),
                manifest,
                (ledger_size, files, pages, bytes),
                (added, changed, removed),
            )| Release {
                number,
                note,
                languages,
                base,
                manifest,
                ledger_size,
                files,
                pages,
                bytes,
                added,
                changed,
                removed,
            },
        )
        .boxed()
}

pub(crate) fn payload() -> BoxedStrategy<Payload> {
    prop_oneof![
        words().prop_map(|name| Payload::Archive { name }),
        source().prop_map(Payload::Source),
        item().prop_map(Payload::Item),
        (vec(record(), 0..4), vec(claim(), 0..4))
            .prop_map(|(records, claims)| Payload::Claims { records, claims }),
        suggestion().prop_map(Payload::Suggestion),
        judgement().prop_map(Payload::Judgement),
        arrangement().prop_map(Payload::Arrangement),
        release().prop_map(Payload::Release),
        words().prop_map(|note| Payload::Erasure { note }),
    ]
    .boxed()
}

pub(crate) fn entry() -> BoxedStrategy<Entry> {
    let counts = vec((words(), count()), 0..4).prop_map(BTreeMap::from_iter);
    (
        select(EntryKind::ALL.to_vec()),
        time(),
        words(),
        counts,
        (vec(digest(), 0..3), vec(digest(), 0..3)),
        option::of(term()),
    )
        .prop_map(
            |(kind, time, actor, counts, (commitments, erases), reason)| Entry {
                kind,
                time,
                actor,
                counts,
                commitments,
                erases,
                reason,
            },
        )
        .boxed()
}
