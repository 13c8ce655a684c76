//! Random drafts over a small world, so that things meet: few records, sources and items, few values, all accesses.

use edition::draft::{Covered, Draft, DraftItem, DraftRecord, DraftSource, OpenPair, Public};
use model::{
    access::Access,
    arrangement::{Localized, Presented},
    claim::{Certainty, Citation, Claim, Locator, Qualifier, Voice, VoiceRole, Who},
    entry::Timestamp,
    id::{EvidenceNumber, RecordId, RecordKind, SourceId},
    position::Precision,
    term::Term,
    value::Value,
};
use proptest::{collection::vec, option, prelude::*, sample::select};

use crate::drafts::{
    a_term, claim_id, covered, date, item, language, number, position, presented, source, term,
    text, text_in,
};

/// Records of the small world; the last two are never described.
pub(crate) fn world() -> Vec<RecordId> {
    (1..=2)
        .flat_map(|number| {
            RecordKind::ALL
                .into_iter()
                .take(5)
                .map(move |kind| RecordId::from_bits(kind, number))
        })
        .collect()
}

fn a_record() -> impl Strategy<Value = RecordId> {
    select(world())
}

/// Sources 1 to 3 may be described, 4 never is; items alike.
fn a_source() -> impl Strategy<Value = SourceId> {
    (1..=4_u64).prop_map(SourceId::from_bits)
}

pub(crate) fn an_access() -> impl Strategy<Value = Access> {
    prop_oneof![
        4 => Just(Access::Public),
        1 => Just(Access::Restricted),
        1 => Just(Access::Confidential),
    ]
}

pub(crate) fn a_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        select(vec!["a", "b", "longer"]).prop_map(text),
        select(vec!["en", "fa"]).prop_map(|language| text_in(language, "a")),
        select(vec![
            "1988",
            "1988-07",
            "1988-07-27",
            "1989",
            "198X",
            "no date",
            "1988/.."
        ])
        .prop_map(date),
        (0..3_u64, option::of(3..5_u64)).prop_map(|(low, high)| number(Some(low), high)),
        a_record().prop_map(Value::Record),
        a_record().prop_map(Value::Record),
        (35_570_000..35_590_000, 51_620_000..51_640_000)
            .prop_map(|(latitude, longitude)| { position(latitude, longitude, Precision::Exact) }),
        Just(Value::Link("https://example.org/".to_owned())),
        select(vec![
            "victim",
            "mass-grave",
            "remark",
            "demand",
            "programme-item",
            "other"
        ])
        .prop_map(a_term),
    ]
}

fn a_property() -> impl Strategy<Value = Term> {
    select(vec![
        "name",
        "died",
        "listed-as",
        "place-kind",
        "statement-kind",
        "event-kind",
        "date",
        "toll",
        "order",
        "commission-role",
        "sex",
        "unheard-of",
    ])
    .prop_map(term)
}

pub(crate) fn a_locator() -> impl Strategy<Value = Locator> {
    prop_oneof![
        (1..4_u32).prop_map(|page| Locator::Page { page, area: None }),
        (0..9_u64, 0..14_u64).prop_map(|(start, end)| Locator::Text { start, end }),
        (1..4_u64, option::of(Just("column".to_owned())))
            .prop_map(|(row, column)| Locator::Cell { row, column }),
        (0..9_u64).prop_map(|start| Locator::Time {
            start_ms: start,
            end_ms: start + 5
        }),
    ]
}

fn a_voice() -> impl Strategy<Value = Voice> {
    let who = prop_oneof![
        a_record().prop_map(Who::Record),
        a_source().prop_map(Who::Source),
        Just(Who::Named("somebody".to_owned())),
    ];
    (select(vec![VoiceRole::SaidBy, VoiceRole::ReportedBy]), who)
        .prop_map(|(role, who)| Voice { role, who })
}

fn a_citation() -> impl Strategy<Value = Citation> {
    (
        option::of(1..=4_u32),
        option::of(a_locator()),
        option::of(a_source()),
        option::of(select(vec!["p. 1", "p. 2"])),
    )
        .prop_map(|(item, locator, source, place)| Citation {
            item: item.map(EvidenceNumber),
            locator,
            source,
            place_in_source: place.map(str::to_owned),
        })
}

/// A claim about `about`.
pub(crate) fn a_claim(about: RecordId) -> impl Strategy<Value = Claim> {
    (
        a_property(),
        a_value(),
        vec((select(vec!["place", "scope"]), a_value()), 0..4),
        a_citation(),
        vec(a_voice(), 0..4),
        option::of(Just("they say so".to_owned())),
        an_access(),
    )
        .prop_map(
            move |(property, value, qualifiers, citation, attribution, note, access)| Claim {
                about,
                property,
                value,
                qualifiers: qualifiers
                    .into_iter()
                    .map(|(property, value)| Qualifier {
                        property: term(property),
                        value,
                    })
                    .collect(),
                citation,
                attribution,
                certainty: Certainty {
                    term: term("stated"),
                    note,
                },
                access,
            },
        )
}

/// A record with identifiers `id` and `also`, and claims about either.
fn a_draft_record(ids: Vec<RecordId>) -> impl Strategy<Value = DraftRecord> {
    let claims = vec(select(ids.clone()).prop_flat_map(a_claim), 0..7);
    (an_access(), claims)
        .prop_map(move |(access, claims)| DraftRecord {
            id: ids[0],
            also: ids[1..].to_vec(),
            access,
            claims: claims
                .into_iter()
                .map(|claim| (claim_id(&claim), claim))
                .collect(),
            recorded: Vec::new(),
        })
        .prop_flat_map(|record| {
            let times = vec(option::of(1..9_i64), record.claims.len());
            times.prop_map(move |times| {
                let mut record = record.clone();
                record.recorded = (record.claims.iter().zip(times))
                    .filter_map(|((id, _), day)| Some((*id, Timestamp(day? * 100_000))))
                    .collect();
                record
            })
        })
}

fn a_draft_source(number: u64) -> impl Strategy<Value = DraftSource> {
    an_access().prop_map(move |access| source(number, access))
}

fn a_draft_item(number: u32) -> impl Strategy<Value = DraftItem> {
    (
        an_access(),
        option::of(Just("ten words")),
        option::of(a_source()),
        prop::bool::weighted(0.1),
        vec(select(vec![(3, 4), (5, 6)]), 0..3),
        vec(a_cover(), 0..3),
    )
        .prop_map(
            move |(access, text, obtained_from, erased, sheets, covered)| {
                let mut draft = item(number, access, text);
                draft.item.obtained_from = obtained_from;
                draft.erased = erased;
                draft.sheets = sheets;
                draft.covered = covered;
                draft.added = Some(Timestamp(i64::from(number) * 100_000));
                draft
            },
        )
}

fn a_cover() -> impl Strategy<Value = Covered> {
    let area = select(vec![
        [0, 0, 500, 500],
        [900, 100, 200, 200],
        [0, 0, 1000, 1000],
    ]);
    (1..4_u32, area, an_access()).prop_map(|(sheet, area, access)| covered(sheet, area, access))
}

/// How an item is shown; it may refer to any other.
fn a_presented(number: u32) -> impl Strategy<Value = Presented> {
    (
        any::<[bool; 3]>(),
        option::of(1..=4_u32),
        vec(1..=4_u32, 0..2),
    )
        .prop_map(move |([sensitive, offered, alt], poster, captions)| {
            let mut said = presented(number, "something can be seen");
            if !alt {
                said.alt = Localized::default();
            }
            said.sensitive = sensitive;
            said.offered = offered;
            said.poster = poster.map(EvidenceNumber);
            said.captions = captions
                .into_iter()
                .map(|number| (language("fa"), EvidenceNumber(number)))
                .collect();
            said
        })
}

/// Everything of the small world that an earlier release may have shown.
fn published() -> impl Strategy<Value = Vec<Public>> {
    let all: Vec<Public> = world()
        .into_iter()
        .map(Public::Record)
        .chain((1..=4).map(|number| Public::Source(SourceId::from_bits(number))))
        .chain((1..=4).map(|number| Public::Item(EvidenceNumber(number))))
        .collect();
    vec(select(all), 0..9)
}

fn a_pair() -> impl Strategy<Value = OpenPair> {
    (
        a_record(),
        a_record(),
        any::<bool>(),
        select(vec!["x", "y"]),
    )
        .prop_map(|(left, right, same, basis)| OpenPair {
            left,
            right,
            same,
            basis: basis.to_owned(),
        })
}

/// A draft in which each identifier belongs to one record at most.
pub(crate) fn a_draft() -> impl Strategy<Value = Draft> {
    // World without the last two, cut into records: ids of one kind may be one record.
    let ids = world();
    let [p1, g1, x1, e1, s1, p2, g2, x2, ..] = ids[..] else {
        unreachable!("the world has ten records")
    };
    let people = prop_oneof![
        Just(vec![vec![p1, p2]]),
        Just(vec![vec![p2, p1]]),
        Just(vec![vec![p1], vec![p2]])
    ];
    let places = prop_oneof![
        Just(vec![vec![x1, g2, x2]]),
        Just(vec![vec![x1], vec![x2], vec![g2]])
    ];
    let records = (people, places).prop_flat_map(move |(people, places)| {
        people
            .into_iter()
            .chain(places)
            .chain([vec![g1], vec![e1], vec![s1]])
            .map(a_draft_record)
            .collect::<Vec<_>>()
    });
    (
        records,
        vec(any::<bool>(), 6),
        (a_draft_source(1), a_draft_source(2), a_draft_source(3)),
        (a_draft_item(1), a_draft_item(2), a_draft_item(3)),
        vec(a_pair(), 0..5),
        vec(1..=4_u32, 0..3),
        published(),
        (a_presented(1), a_presented(2), a_presented(3)),
    )
        .prop_map(
            |(records, kept, sources, items, open_pairs, outlines, published, presented)| {
                let mut draft = Draft {
                    records,
                    sources: vec![sources.0, sources.1, sources.2],
                    items: vec![items.0, items.1, items.2],
                    open_pairs,
                    published,
                    ..Draft::default()
                };
                if !kept[0] {
                    draft.sources.pop();
                }
                if !kept[1] {
                    draft.items.pop();
                }
                draft.arrangement.items = vec![presented.0, presented.1, presented.2];
                draft.outlines = outlines.iter().map(|_| vec![vec![(1.5, 2.5)]]).collect();
                draft.arrangement.outlines = outlines.into_iter().map(EvidenceNumber).collect();
                draft
            },
        )
}

/// Small numbers that look random; enough to shuffle and to scramble.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    /// A number below `sides` (Knuth's MMIX generator, high bits).
    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    pub(crate) fn shuffle<T>(&mut self, things: &mut [T]) {
        for place in (1..things.len()).rev() {
            things.swap(place, self.roll(place + 1));
        }
    }
}
