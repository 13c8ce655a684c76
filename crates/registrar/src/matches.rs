//! Who may be one person in this archive: proposals for reviewers, and the few that a stated rule decides.

use std::collections::{BTreeMap, BTreeSet};

use matching::{
    compare::{Field, RecordComparer},
    link::{self, Linkage, Pair, Settings},
};
use model::{
    entry::EntryKind,
    id::RecordId,
    judgement::{Decision, Judgement, Proposal, Subject, Suggestion},
    payload::Payload,
};
use names::rarity::Rarity;

use crate::{
    error::Result,
    people::People,
    recording::{Happening, counts},
    registrar::Registrar,
};

/// How to match within an archive.
#[derive(Clone, Debug, PartialEq)]
pub struct PeopleOptions {
    /// Pairs at least so probable are proposed to reviewers.
    pub propose_from: f32,
    /// Decide what the rule `RULE` calls certain, and say so in the ledger.
    pub accept_certain: bool,
    /// Threads; changes nothing but the time.
    pub threads: usize,
}

impl Default for PeopleOptions {
    fn default() -> Self {
        Self {
            propose_from: 0.5,
            accept_certain: false,
            threads: 1,
        }
    }
}

/// What came of matching.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PeopleMatched {
    /// Records of people that were compared.
    pub people: u64,
    /// Lists that name them.
    pub lists: u64,
    /// Pairs at least as probable as asked for.
    pub pairs: u64,
    /// Proposals that were new.
    pub proposed: u64,
    /// Pairs that the rule decided now.
    pub accepted: u64,
    /// Pairs that wait for a reviewer.
    pub waiting: u64,
    /// Records about which nothing can be said.
    pub not_linkable: u64,
    /// Whether weights were learned from these records.
    pub learned: bool,
}

/// Name and version of the rule, as the ledger names it.
pub const RULE: &str = "certain/1";

/// The rule in words; it stands as the reason of each judgement made by it.
const RULE_IN_WORDS: &str = "Decided by the rule certain/1: the names are one to at least 0.9; at least two of father, birth or age, \
date and place of death, place of birth and identifiers agree, among them the father, birth or age, or an identifier, and no field \
speaks against; the pair is at least 0.98 probable; it stands in two lists; and neither record has another candidate above 0.1.";

/// See `RULE_IN_WORDS`.
const CERTAIN: f32 = 0.98;
const NAMES: f32 = 0.9;
const FIELDS_AGREE: usize = 2;
/// Fields that seldom agree between strangers, and those that many who died in one place and summer share.
const TELLING: [Field; 3] = [Field::Father, Field::Birth, Field::Identifier];
const COMMON: [Field; 3] = [Field::Event, Field::Place, Field::BirthPlace];
/// Bits from which a field is said to agree: twice as frequent in one person as in two.
const AGREES: f32 = 1.0;
const NO_OTHER: f32 = 0.1;

/// Pairs below this weight, in bits, are not kept: nobody would ask about them.
const FLOOR: f32 = -6.0;

impl Registrar {
    /// Matches the people of the archive: proposes what is probable and not decided, and decides what is certain if asked to.
    /// Doing it twice proposes nothing twice.
    pub fn match_people(&mut self, options: &PeopleOptions) -> Result<PeopleMatched> {
        let people = self.people()?;
        let linkage = self.linkage(&people, options.threads)?;
        let decided = self.decided_pairs()?;
        let mut proposed = self.proposed_pairs()?;
        let mut happenings = Vec::new();
        let mut matched = PeopleMatched {
            people: people.ids.len() as u64,
            lists: people.records.lists.len() as u64,
            not_linkable: linkage.report.not_linkable,
            learned: linkage.report.learned,
            ..PeopleMatched::default()
        };
        let certain = if options.accept_certain {
            certain(&people, &linkage)
        } else {
            BTreeSet::new()
        };
        for pair in linkage
            .pairs
            .iter()
            .filter(|pair| pair.probability >= options.propose_from)
        {
            matched.pairs += 1;
            let ids = ordered(people.id(pair.left), people.id(pair.right));
            if decided.contains_key(&ids) {
                continue;
            }
            let basis = basis(&people, &linkage, pair);
            if certain.contains(&ids) {
                matched.accepted += 1;
                happenings.push(self.by_rule(ids, &basis));
            } else {
                matched.waiting += 1;
                if proposed.insert(ids) {
                    matched.proposed += 1;
                    happenings.push(proposal(ids, basis));
                }
            }
        }
        self.record(happenings)?;
        self.publish()?;
        Ok(matched)
    }

    /// The linkage of the people, with what was decided as it stands.
    pub(crate) fn linkage(&self, people: &People, threads: usize) -> Result<Linkage> {
        let judged = self.judged(people)?;
        let settings = Settings {
            threads,
            floor: FLOOR,
            thorough: true,
        };
        link::link(&people.records, &judged, &settings, &mut |_| {}).map_err(|cause| {
            crate::error::Error::Contradiction {
                chain: cause
                    .chain
                    .iter()
                    .map(|row| people.ids[*row as usize].to_string())
                    .collect(),
            }
        })
    }

    /// The last decision on each pair of records.
    pub(crate) fn decided_pairs(&self) -> Result<BTreeMap<(RecordId, RecordId), Decision>> {
        let mut decided = BTreeMap::new();
        for view in self.catalog.all_judgements()? {
            if let [Subject::Record(one), Subject::Record(two)] = view.judgement.subjects[..] {
                decided.insert(ordered(one, two), view.judgement.decision);
            }
        }
        decided.retain(|_, decision| *decision != Decision::Undecided);
        Ok(decided)
    }

    fn proposed_pairs(&self) -> Result<BTreeSet<(RecordId, RecordId)>> {
        let suggestions = self.catalog.suggestions()?;
        Ok(suggestions
            .iter()
            .filter_map(|view| match view.suggestion.proposal {
                Proposal::Same(one, two) | Proposal::Different(one, two) => Some(ordered(one, two)),
                Proposal::Claim(_) => None,
            })
            .collect())
    }

    fn by_rule(&self, (one, two): (RecordId, RecordId), basis: &str) -> Happening {
        let judgement = Judgement {
            decision: Decision::Same,
            subjects: vec![Subject::Record(one), Subject::Record(two)],
            by: format!("{}, by the rule {RULE}", self.actor),
            reason: format!("{RULE_IN_WORDS} {basis}"),
        };
        Happening {
            counts: counts(&[("by-rule", 1)]),
            ..Happening::new(EntryKind::JudgementMade, Payload::Judgement(judgement))
        }
    }
}

fn proposal((one, two): (RecordId, RecordId), basis: String) -> Happening {
    let suggestion = Suggestion {
        proposal: Proposal::Same(one, two),
        by: concat!("cenotaph match ", env!("CARGO_PKG_VERSION")).to_owned(),
        basis,
    };
    Happening::new(EntryKind::SuggestionMade, Payload::Suggestion(suggestion))
}

/// The grounds of a pair in words and bits.
fn basis(people: &People, linkage: &Linkage, pair: &Pair) -> String {
    let reasons: Vec<String> = link::reasons(&people.records, linkage, pair)
        .into_iter()
        .map(|(reason, bits)| format!("{reason} {bits:+.1}"))
        .collect();
    format!(
        "Probability {:.3}, {:+.1} bits: {}.",
        pair.probability,
        pair.bits,
        reasons.join("; ")
    )
}

/// The pairs that the rule decides.
fn certain(people: &People, linkage: &Linkage) -> BTreeSet<(RecordId, RecordId)> {
    let mut candidates = vec![0u32; people.ids.len()];
    for pair in linkage
        .pairs
        .iter()
        .filter(|pair| pair.probability > NO_OTHER)
    {
        candidates[pair.left.0 as usize] += 1;
        candidates[pair.right.0 as usize] += 1;
    }
    let alone = |pair: &Pair| {
        [pair.left, pair.right]
            .iter()
            .all(|row| candidates[row.0 as usize] == 1)
    };
    let lists = |pair: &Pair| {
        let rows = &people.records.rows;
        rows[pair.left.0 as usize].list != rows[pair.right.0 as usize].list
    };
    let rarity = Rarity::of(&people.records.names);
    let mut comparer = RecordComparer::new(&people.records, &rarity);
    linkage
        .pairs
        .iter()
        .filter(|pair| pair.probability >= CERTAIN && alone(pair) && lists(pair))
        .filter(|pair| comparer.compare(pair.left, pair.right).name >= NAMES)
        .filter(|pair| fields_agree(linkage, pair))
        .map(|pair| ordered(people.id(pair.left), people.id(pair.right)))
        .collect()
}

/// Whether enough fields beside the names agree, and none speaks against.
fn fields_agree(linkage: &Linkage, pair: &Pair) -> bool {
    let bits: Vec<(Field, f32)> = linkage
        .report
        .weights
        .iter()
        .filter_map(|(field, levels)| {
            let level = pair.levels[*field as usize];
            Some((*field, *levels.get(usize::from(level.checked_sub(1)?))?))
        })
        .collect();
    let agree = |fields: &[Field]| {
        let agreeing = bits
            .iter()
            .filter(|(field, bits)| fields.contains(field) && *bits >= AGREES);
        agreeing.count()
    };
    let against = bits.iter().any(|(_, bits)| *bits < -0.5);
    agree(&TELLING) >= 1 && agree(&TELLING) + agree(&COMMON) >= FIELDS_AGREE && !against
}

pub(crate) fn ordered(one: RecordId, two: RecordId) -> (RecordId, RecordId) {
    (one.min(two), one.max(two))
}
