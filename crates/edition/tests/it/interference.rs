//! Non-interference: what an audience may not see makes no difference to what it sees.
//!
//! Two tests hold it from both sides. *Removing* what is hidden leaves the same edition but for gaps, withheld contents and
//! undecided pairs. *Scrambling* it (other values, other numbers of claims, other hidden records, sources and items, other
//! digits) leaves the same edition to the last byte, gaps included.

use std::collections::{BTreeMap, BTreeSet};

use edition::{
    Audience, Policy, compile,
    draft::{Draft, DraftRecord},
    edition::{Content, Edition, Reason},
};
use model::{
    access::Access,
    claim::{Claim, Who},
    entry::Timestamp,
    id::{EvidenceNumber, RecordId, SourceId},
    position::{Position, Precision},
    value::Value,
};
use proof::digest::Digest;
use proptest::{
    prelude::*,
    strategy::ValueTree,
    test_runner::{RngAlgorithm, TestRng, TestRunner},
};

use crate::{
    drafts::claim_id,
    random::{Dice, a_claim, a_draft, a_value},
};

const AUDIENCES: [Audience; 3] = [Audience::Public, Audience::Readers, Audience::Custodians];

fn audience() -> impl Strategy<Value = Audience> {
    prop::sample::select(AUDIENCES.to_vec())
}

fn reason(access: Access) -> Reason {
    match access {
        Access::Restricted => Reason::Restricted,
        Access::Public | Access::Confidential => Reason::Confidential,
    }
}

/// What is hidden from an audience, told from the draft alone and in another way than the edition does.
struct Hidden {
    sees: Access,
    /// Hidden identifiers of records, with the access that would be needed.
    records: BTreeMap<RecordId, Access>,
    sources: BTreeMap<SourceId, Access>,
    items: BTreeMap<EvidenceNumber, Access>,
    /// Items that hidden claims cite, with the most closed of them.
    cited: BTreeMap<EvidenceNumber, Access>,
    /// Identifiers of records of which any claim is hidden.
    partly: BTreeSet<RecordId>,
}

impl Hidden {
    fn from(draft: &Draft, audience: Audience) -> Self {
        let sees = audience.sees();
        let mut hidden = Self {
            sees,
            records: BTreeMap::new(),
            sources: (draft.sources.iter())
                .map(|draft| (draft.source.id, draft.access))
                .filter(|(_, access)| *access > sees)
                .collect(),
            items: (draft.items.iter())
                .map(|draft| (draft.item.number, draft.access))
                .filter(|(_, access)| *access > sees)
                .collect(),
            cited: BTreeMap::new(),
            partly: BTreeSet::new(),
        };
        for record in &draft.records {
            for id in ids(record) {
                let about = (record.claims.iter())
                    .filter(|(_, claim)| claim.about == id)
                    .map(|(_, claim)| claim.access.max(record.access));
                let needed = about.min().unwrap_or(record.access);
                if needed > sees {
                    hidden.records.insert(id, needed);
                }
            }
            for (_, claim) in &record.claims {
                if hidden.hides(record, claim) {
                    hidden.partly.extend(ids(record));
                    if let Some(item) = claim.citation.item {
                        let access = claim.access.max(record.access);
                        let most = hidden.cited.entry(item).or_insert(access);
                        *most = access.max(*most);
                    }
                }
            }
        }
        hidden
    }

    fn hides(&self, record: &DraftRecord, claim: &Claim) -> bool {
        claim.access.max(record.access) > self.sees
    }
}

fn ids(record: &DraftRecord) -> Vec<RecordId> {
    let mut ids = record.also.clone();
    ids.insert(0, record.id);
    ids
}

/// The draft as somebody would have it who was never told what is hidden: only that it is.
fn without_hidden(mut draft: Draft, hidden: &Hidden) -> Draft {
    let mut husks = Vec::new();
    for record in &mut draft.records {
        let shell = record.clone();
        record
            .claims
            .retain(|(_, claim)| !hidden.hides(&shell, claim));
        let (closed, mut open): (Vec<_>, Vec<_>) = ids(record)
            .into_iter()
            .partition(|id| hidden.records.contains_key(id));
        husks.extend(closed.into_iter().map(|id| husk(id, hidden.records[&id])));
        // The first identifier stays first when it is open; else the smallest of the others takes its place.
        if open.first() != Some(&record.id) {
            open.sort();
        }
        if !open.is_empty() {
            record.id = open.remove(0);
            record.also = open;
        }
    }
    draft.records.retain(|record| !record.claims.is_empty());
    draft.records.extend(husks);
    draft
        .open_pairs
        .retain(|pair| !hidden.partly.contains(&pair.left) && !hidden.partly.contains(&pair.right));
    for item in &mut draft.items {
        if hidden.cited.contains_key(&item.item.number) {
            (item.text, item.table) = (None, None);
            item.sheets.clear();
            item.covered.clear();
            let number = item.item.number;
            (draft.arrangement.items).retain(|presented| presented.item != number);
        }
        // What is covered shows that it is; of the file nothing is left but that.
        if item.covered.iter().any(|part| part.access > hidden.sees) {
            (item.text, item.table) = (None, None);
            item.item.digest = Digest([0; 32]);
            item.item.name.clear();
        }
    }
    // A map drawn from an item that is withheld is hidden as well.
    let numbers = std::mem::take(&mut draft.arrangement.outlines);
    let layers = std::mem::take(&mut draft.outlines);
    for (number, layer) in numbers.into_iter().zip(layers) {
        if !hidden.cited.contains_key(&number) {
            draft.arrangement.outlines.push(number);
            draft.outlines.push(layer);
        }
    }
    draft
}

/// A record of which nothing is known but that it is closed.
fn husk(id: RecordId, access: Access) -> DraftRecord {
    DraftRecord {
        id,
        also: Vec::new(),
        access,
        claims: Vec::new(),
        recorded: Vec::new(),
    }
}

/// Takes away what may differ: the gaps, and the contents of items that hidden claims cite.
fn without_gaps(mut edition: Edition, hidden: &Hidden) -> String {
    for subject in &mut edition.subjects {
        subject.gaps.clear();
    }
    for item in &mut edition.items {
        if hidden.cited.contains_key(&item.number) {
            item.file = None;
            item.content = Content::None;
        }
    }
    // A husk stands for one hidden identifier, also of a record that is seen under another.
    edition.withheld.clear();
    format!("{edition:#?}")
}

fn expected_withheld(draft: &Draft, hidden: &Hidden) -> Vec<Reason> {
    let records = (draft.records.iter())
        .filter(|record| {
            record.access > hidden.sees
                || !record.claims.is_empty()
                    && record
                        .claims
                        .iter()
                        .all(|(_, claim)| hidden.hides(record, claim))
        })
        .map(|record| {
            let least = record.claims.iter().map(|(_, claim)| claim.access).min();
            record.access.max(least.unwrap_or_default())
        });
    records
        .chain(hidden.sources.values().copied())
        .chain(hidden.items.values().copied())
        .map(reason)
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect()
}

/// Replaces all that is hidden by something else of the same shape.
struct Scrambler<'a> {
    hidden: &'a Hidden,
    dice: Dice,
    runner: TestRunner,
    grid: bool,
}

impl Scrambler<'_> {
    fn draw<S: Strategy>(&mut self, strategy: S) -> S::Value {
        strategy
            .new_tree(&mut self.runner)
            .expect("a tree")
            .current()
    }

    fn words(&mut self) -> String {
        format!("scrambled {}", self.dice.roll(1_000))
    }

    /// Another key of `hidden` that needs the same access as `key`; `key` itself when it is open.
    fn other<K: Ord + Copy>(&mut self, hidden: &BTreeMap<K, Access>, key: K) -> K {
        let Some(access) = hidden.get(&key) else {
            return key;
        };
        let same: Vec<K> = (hidden.iter())
            .filter(|(_, other)| *other == access)
            .map(|(key, _)| *key)
            .collect();
        same[self.dice.roll(same.len())]
    }

    fn value(&mut self, value: &mut Value) {
        match value {
            Value::Record(id) => *id = self.other(&self.hidden.records, *id),
            Value::Position(position) if self.grid => *position = self.near(*position),
            _ => {}
        }
    }

    /// Another point that rounds to the same one of the public's grid.
    fn near(&mut self, position: Position) -> Position {
        let grid = Policy::PUBLIC_BLUR_E6 as i32;
        let mut move_it = |degrees_e6: i32| {
            let middle = (degrees_e6 + grid / 2) / grid * grid;
            middle - grid / 2 + self.dice.roll(grid as usize) as i32
        };
        let (latitude, longitude) = (
            move_it(position.latitude_e6()),
            move_it(position.longitude_e6()),
        );
        let precision = [Precision::Exact, Precision::City][self.dice.roll(2)];
        Position::new(latitude, longitude, precision).expect("a point")
    }

    /// A claim that is seen: what it says of hidden things changes, the rest stays.
    fn seen(&mut self, claim: &mut Claim) {
        self.value(&mut claim.value);
        for qualifier in &mut claim.qualifiers {
            self.value(&mut qualifier.value);
        }
        let mut hides = false;
        if let Some(source) = claim.citation.source
            && self.hidden.sources.contains_key(&source)
        {
            hides = true;
            claim.citation.source = Some(self.other(&self.hidden.sources, source));
            claim.citation.place_in_source = Some(self.words());
        }
        if let Some(item) = claim.citation.item
            && self.hidden.items.contains_key(&item)
        {
            hides = true;
            claim.citation.item = Some(self.other(&self.hidden.items, item));
            claim.citation.locator = Some(self.draw(crate::random::a_locator()));
        }
        let mut voices = Vec::new();
        for mut voice in claim.attribution.drain(..) {
            let hidden = match &mut voice.who {
                Who::Record(id) => {
                    let hidden = self.hidden.records.contains_key(id);
                    *id = self.other(&self.hidden.records, *id);
                    hidden
                }
                Who::Source(id) => {
                    let hidden = self.hidden.sources.contains_key(id);
                    *id = self.other(&self.hidden.sources, *id);
                    hidden
                }
                Who::Named(_) => false,
            };
            hides |= hidden;
            if hidden && self.dice.roll(2) == 0 {
                voices.push(voice.clone());
            }
            voices.push(voice);
        }
        claim.attribution = voices;
        if hides {
            claim.certainty.note = Some(self.words());
        }
    }

    /// One to three hidden claims in the place of one. Property, access and item are told by the gap, so they stay.
    fn unseen(&mut self, record: Access, claim: &Claim) -> Vec<Claim> {
        let count = 1 + self.dice.roll(3);
        (0..count)
            .map(|_| {
                let mut other = self.draw(a_claim(claim.about));
                other.access = claim.access;
                other.citation.item = claim.citation.item;
                other.value = self.draw(a_value());
                if reason(record.max(claim.access)) == Reason::Restricted {
                    other.property = claim.property.clone();
                }
                other
            })
            .collect()
    }

    fn draft(&mut self, mut draft: Draft) -> Draft {
        for record in &mut draft.records {
            let shell = husk(record.id, record.access);
            let claims = std::mem::take(&mut record.claims);
            let recorded = std::mem::take(&mut record.recorded);
            for (id, mut claim) in claims {
                let hidden = self.hidden.hides(&shell, &claim);
                let claims = if hidden {
                    self.unseen(record.access, &claim)
                } else {
                    self.seen(&mut claim);
                    vec![claim]
                };
                for claim in claims {
                    let other = claim_id(&claim);
                    if hidden {
                        let time = Timestamp(self.dice.roll(1_000_000) as i64);
                        record.recorded.push((other, time));
                    } else {
                        let times = recorded.iter().filter(|(known, _)| *known == id);
                        record
                            .recorded
                            .extend(times.map(|(_, time)| (other, *time)));
                    }
                    record.claims.push((other, claim));
                }
            }
        }
        for source in &mut draft.sources {
            if self.hidden.sources.contains_key(&source.source.id) {
                source.source.title = self.words();
                source.source.note = Some(self.words());
            }
        }
        for item in &mut draft.items {
            let number = item.item.number;
            let hidden = self.hidden.items.contains_key(&number);
            let closed = hidden || item.erased || self.hidden.cited.contains_key(&number);
            let covered = item.covered.iter();
            let covered = covered
                .filter(|part| part.access > self.hidden.sees)
                .count();
            if closed {
                item.sheets = vec![(7, 7); self.dice.roll(3)];
            }
            if closed || covered > 0 {
                item.item.digest = Digest([self.dice.roll(256) as u8; 32]);
                item.item.size = self.dice.roll(1_000) as u64;
                item.item.name = self.words();
                item.text = Some(self.words());
            }
            if closed {
                let presented = draft.arrangement.items.iter_mut();
                for said in presented.filter(|said| said.item == number) {
                    said.alt = crate::drafts::presented(number.0, &self.words()).alt;
                    said.poster = None;
                    said.captions.clear();
                    said.focus = None;
                }
            }
            if hidden {
                item.item.title = Some(self.words());
                item.item.obtained_how = self.words();
            }
            if let Some(source) = item.item.obtained_from
                && self.hidden.sources.contains_key(&source)
            {
                item.item.obtained_from = Some(self.other(&self.hidden.sources, source));
                item.item.obtained_how = self.words();
            }
        }
        for pair in &mut draft.open_pairs {
            if self.hidden.partly.contains(&pair.left) || self.hidden.partly.contains(&pair.right) {
                pair.basis = self.words();
                pair.same = self.dice.roll(2) == 0;
            }
        }
        draft
    }
}

fn runner(seed: u64) -> TestRunner {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    TestRunner::new_with_rng(ProptestConfig::default(), rng)
}

/// The same draft with everything whose order means nothing in another order.
fn shuffled(mut draft: Draft, dice: &mut Dice) -> Draft {
    dice.shuffle(&mut draft.records);
    dice.shuffle(&mut draft.sources);
    dice.shuffle(&mut draft.items);
    dice.shuffle(&mut draft.open_pairs);
    dice.shuffle(&mut draft.published);
    dice.shuffle(&mut draft.arrangement.items);
    for item in &mut draft.items {
        dice.shuffle(&mut item.covered);
    }
    for record in &mut draft.records {
        dice.shuffle(&mut record.also);
        dice.shuffle(&mut record.claims);
        dice.shuffle(&mut record.recorded);
        for (_, claim) in &mut record.claims {
            dice.shuffle(&mut claim.qualifiers);
        }
    }
    for pair in &mut draft.open_pairs {
        if dice.roll(2) == 0 {
            std::mem::swap(&mut pair.left, &mut pair.right);
        }
    }
    draft
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn order_in_the_draft_makes_no_difference(draft in a_draft(), audience in audience(), seed: u64) {
        let policy = Policy::new(audience);
        let other = shuffled(draft.clone(), &mut Dice(seed));
        prop_assert_eq!(
            format!("{:#?}", compile(draft, &policy)),
            format!("{:#?}", compile(other, &policy))
        );
    }

    #[test]
    fn things_given_twice_make_no_panic_and_no_order(draft in a_draft(), again in a_draft(), audience in audience(), seed: u64) {
        let policy = Policy::new(audience);
        let mut both = draft;
        both.records.extend(again.records);
        both.sources.extend(again.sources);
        both.items.extend(again.items);
        both.outlines.clear();
        let other = shuffled(both.clone(), &mut Dice(seed));
        prop_assert_eq!(
            format!("{:#?}", compile(both, &policy)),
            format!("{:#?}", compile(other, &policy))
        );
    }

    #[test]
    fn removing_what_is_hidden_changes_gaps_and_nothing_else(draft in a_draft(), audience in audience()) {
        let policy = Policy::new(audience);
        let hidden = Hidden::from(&draft, audience);
        let less = compile(without_hidden(draft.clone(), &hidden), &policy);
        let withheld = expected_withheld(&draft, &hidden);
        let all = compile(draft, &policy);
        prop_assert_eq!(&all.withheld, &withheld);
        prop_assert_eq!(without_gaps(all, &hidden), without_gaps(less, &hidden));
    }

    #[test]
    fn scrambling_what_is_hidden_changes_nothing(draft in a_draft(), audience in audience(), seed: u64) {
        let policy = Policy::new(audience);
        let hidden = Hidden::from(&draft, audience);
        let mut scrambler = Scrambler {
            hidden: &hidden,
            dice: Dice(seed),
            runner: runner(seed),
            grid: policy.blur_e6 > 0,
        };
        let other = scrambler.draft(draft.clone());
        prop_assert_eq!(
            format!("{:#?}", compile(draft, &policy)),
            format!("{:#?}", compile(other, &policy))
        );
    }

    #[test]
    fn gaps_say_what_is_hidden_and_no_more(draft in a_draft(), audience in audience()) {
        let hidden = Hidden::from(&draft, audience);
        let mut expected: BTreeMap<RecordId, BTreeSet<(Option<String>, Reason)>> = BTreeMap::new();
        for record in &draft.records {
            let Some(shown) = without_hidden(Draft { records: vec![record.clone()], ..Draft::default() }, &hidden)
                .records
                .into_iter()
                .find(|record| !record.claims.is_empty())
            else {
                continue;
            };
            let gaps = expected.entry(shown.id).or_default();
            for (_, claim) in record.claims.iter().filter(|(_, claim)| hidden.hides(record, claim)) {
                let reason = reason(claim.access.max(record.access));
                let told = reason == Reason::Restricted;
                gaps.insert((told.then(|| claim.property.as_str().to_owned()), reason));
            }
        }
        let edition = compile(draft, &Policy::new(audience));
        let found: BTreeMap<_, BTreeSet<_>> = edition
            .subjects
            .iter()
            .map(|subject| {
                let gaps = subject.gaps.iter().map(|gap| (gap.property.as_ref().map(|term| term.as_str().to_owned()), gap.reason));
                (subject.id, gaps.collect())
            })
            .collect();
        prop_assert_eq!(found, expected);
        for subject in &edition.subjects {
            prop_assert!(subject.gaps.is_sorted_by(|one, two| one < two));
        }
    }
}
