//! The reviewer's work: a queue of pairs, both records side by side, a decision, and a way back.

use std::collections::{BTreeMap, BTreeSet};

use matching::{
    cluster::Edge,
    link,
    queue::{self, Because},
};
use model::{
    claim::Claim,
    entry::EntryKind,
    id::{RecordId, RecordKind},
    judgement::{Decision, Judgement, Proposal, Subject},
    payload::Payload,
    value::Value,
};

use names::{
    compare::{Comparer, score},
    fold,
    rarity::Rarity,
    register::{NameId, Names},
};

use crate::{
    error::{Error, Result},
    matches::ordered,
    recording::Happening,
    registrar::Registrar,
};

/// A pair to be looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct ReviewPair {
    /// Both records.
    pub records: [ReviewRecord; 2],
    /// What each says, property by property, in the same order.
    pub rows: Vec<ReviewRow>,
    /// How the names meet part by part, those of the two names that are most alike.
    pub names: Vec<ReviewPart>,
    /// Why it is asked: `unsure`, `bridge`, `check`, or `proposed` by somebody else.
    pub because: &'static str,
    /// Who proposed it and on what grounds, for each proposal.
    pub proposals: Vec<ReviewProposal>,
    /// How probable it is that they are one; to be shown after the reviewer has looked. Absent when they were not compared.
    pub probability: Option<f32>,
    /// Reasons with their bits.
    pub reasons: Vec<(String, f32)>,
}

/// One of the two records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewRecord {
    /// Its identifier.
    pub id: RecordId,
    /// Its first name.
    pub name: String,
    /// Records already judged to be the same person, with their names.
    pub also: Vec<(RecordId, String)>,
}

/// A part of a name that met one of the other, or none.
#[derive(Clone, Debug, PartialEq)]
pub struct ReviewPart {
    /// As the left name has it; empty when it lacks it.
    pub left: String,
    /// As the right name has it.
    pub right: String,
    /// How alike they are, 0 to 1.
    pub similarity: f32,
}

/// What both records say of one property.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewRow {
    /// The property.
    pub property: String,
    /// What each says, with its source; empty when it says nothing.
    pub sides: [Vec<ReviewValue>; 2],
    /// Both say something, and no value stands on both sides.
    pub differs: bool,
}

/// A value and who says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewValue {
    /// The value, as stated.
    pub text: String,
    /// Title of the source, and the place in it.
    pub source: String,
}

/// A proposal that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewProposal {
    /// `true`: proposed as one; `false`: as two that look alike.
    pub same: bool,
    /// Who or what proposes.
    pub by: String,
    /// On what grounds.
    pub basis: String,
}

/// A reviewer's answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// One person.
    Same,
    /// Two people.
    Different,
    /// It cannot be told from what is here; the pair leaves the queue.
    CannotTell,
}

/// A decision that was taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenBack {
    /// The pair.
    pub pair: [RecordId; 2],
    /// What had been decided: `same`, `different` or `cannot-tell`.
    pub decision: &'static str,
    /// The entry that had recorded it.
    pub entry: u64,
}

/// The person that `text` names by identifier.
pub fn person(text: &str) -> Result<RecordId> {
    RecordId::parse(text).map_err(|cause| Error::BadId {
        cause: Box::new(cause),
    })
}

impl Answer {
    /// The decision that the ledger records. "Cannot tell" sets the proposal aside: the pair leaves the queue and decides nothing.
    fn decision(self) -> Decision {
        match self {
            Self::Same => Decision::Same,
            Self::Different => Decision::Different,
            Self::CannotTell => Decision::Reject,
        }
    }
}

/// The answer that a decision on a pair stands for.
fn word(decision: Decision) -> Option<&'static str> {
    match decision {
        Decision::Same => Some("same"),
        Decision::Different => Some("different"),
        Decision::Reject => Some("cannot-tell"),
        _ => None,
    }
}

impl Registrar {
    /// The pairs of people that wait for a reviewer, first those whose answer teaches most, at most `limit`.
    pub fn review_queue(&self, limit: usize) -> Result<Vec<ReviewPair>> {
        let people = self.people()?;
        let linkage = self.linkage(&people, 1)?;
        let decided = self.decided_pairs()?;
        let proposals = self.proposals()?;
        let asked: Vec<(u32, u32)> = decided
            .keys()
            .filter_map(|(one, two)| Some((people.index(*one)?.0, people.index(*two)?.0)))
            .map(|(one, two)| (one.min(two), one.max(two)))
            .collect();
        let edges: Vec<Edge> = linkage
            .pairs
            .iter()
            .map(|pair| Edge {
                left: pair.left.0,
                right: pair.right.0,
                bits: pair.bits,
            })
            .collect();
        let mut questions = queue::questions(&edges, &linkage.clustering, &asked, limit);
        // Behind the last telling question only checks are left; a tenth of the queue is enough of them.
        let telling = questions
            .iter()
            .rposition(|question| question.because != Because::Check);
        questions.truncate(telling.map_or(0, |last| last + 1));
        let mut seen = BTreeSet::new();
        let mut found = Vec::new();
        for question in questions {
            let pair = ordered(people.id(question.pair.0), people.id(question.pair.1));
            if seen.insert(pair) && !decided.contains_key(&pair) && !self.are_one(pair)? {
                found.push((pair, because(question.because)));
            }
        }
        for pair in proposals.keys() {
            if seen.insert(*pair) && !decided.contains_key(pair) && !self.are_one(*pair)? {
                found.push((*pair, "proposed"));
            }
        }
        let weighed: BTreeMap<(RecordId, RecordId), &link::Pair> = linkage
            .pairs
            .iter()
            .map(|pair| (ordered(people.id(pair.left), people.id(pair.right)), pair))
            .collect();
        found
            .into_iter()
            .take(limit)
            .map(|(pair, because)| {
                let mut shown = self.review_pair(pair, because)?;
                shown.proposals = proposals.get(&pair).cloned().unwrap_or_default();
                if let Some(weighed) = weighed.get(&pair) {
                    shown.probability = Some(weighed.probability);
                    shown.reasons = link::reasons(&people.records, &linkage, weighed);
                }
                Ok(shown)
            })
            .collect()
    }

    /// Records what a reviewer decided; the number of its entry.
    pub fn decide_pair(
        &mut self,
        pair: [RecordId; 2],
        answer: Answer,
        reason: &str,
    ) -> Result<u64> {
        for id in pair {
            if id.kind() != RecordKind::Person || self.catalog.record(id)?.is_none() {
                return Err(Error::Unknown {
                    what: "record",
                    id: id.to_string(),
                });
            }
        }
        if pair[0] == pair[1] {
            return Err(Error::OneRecord {
                id: pair[0].to_string(),
            });
        }
        self.judge_pair(ordered(pair[0], pair[1]), answer.decision(), reason)
    }

    /// Takes back the last decision on a pair of people that still stands and that this actor made; `None` when there is none.
    /// The ledger keeps both.
    pub fn undo_decision(&mut self, reason: &str) -> Result<Option<TakenBack>> {
        let decided = self.decided_pairs()?;
        let judgements = self.catalog.all_judgements()?;
        let last = judgements.iter().rev().find_map(|view| {
            let [Subject::Record(one), Subject::Record(two)] = view.judgement.subjects[..] else {
                return None;
            };
            let stands = decided.get(&ordered(one, two)) == Some(&view.judgement.decision);
            let own = view.judgement.by == self.actor && one.kind() == RecordKind::Person;
            (own && stands)
                .then(|| Some(((one, two), word(view.judgement.decision)?, view.entry)))
                .flatten()
        });
        let Some(((one, two), decision, entry)) = last else {
            return Ok(None);
        };
        self.judge_pair(ordered(one, two), Decision::Undecided, reason)?;
        Ok(Some(TakenBack {
            pair: [one, two],
            decision,
            entry,
        }))
    }

    /// Whether nobody has decided on a pair, and no other decisions make it one person.
    pub fn is_open(&self, [one, two]: [RecordId; 2]) -> Result<bool> {
        let pair = ordered(one, two);
        Ok(!self.decided_pairs()?.contains_key(&pair) && !self.are_one(pair)?)
    }

    fn judge_pair(
        &mut self,
        (one, two): (RecordId, RecordId),
        decision: Decision,
        reason: &str,
    ) -> Result<u64> {
        let judgement = Judgement {
            decision,
            subjects: vec![Subject::Record(one), Subject::Record(two)],
            by: self.actor.clone(),
            reason: reason.to_owned(),
        };
        self.record(vec![Happening::new(
            EntryKind::JudgementMade,
            Payload::Judgement(judgement),
        )])?;
        self.publish()?;
        Ok(self.archive.len()?.saturating_sub(1))
    }

    /// One pair, side by side, whether it waits or not.
    pub fn review_pair(
        &self,
        (one, two): (RecordId, RecordId),
        because: &'static str,
    ) -> Result<ReviewPair> {
        let (left, right) = (self.said_of(one)?, self.said_of(two)?);
        let mut properties: Vec<&String> = Vec::new();
        for said in left.iter().chain(&right) {
            if !properties.contains(&&said.property) {
                properties.push(&said.property);
            }
        }
        let rows = properties
            .into_iter()
            .map(|property| {
                let of = |said: &[Said]| -> Vec<Said> {
                    let own = said.iter().filter(|said| said.property == *property);
                    own.cloned().collect()
                };
                let sides = [of(&left), of(&right)];
                let agree = sides[0]
                    .iter()
                    .any(|one| sides[1].iter().any(|two| agree(property, one, two)));
                ReviewRow {
                    property: property.clone(),
                    differs: !agree && sides.iter().all(|side| !side.is_empty()),
                    sides: sides.map(|side| side.into_iter().map(|said| said.shown).collect()),
                }
            })
            .collect();
        Ok(ReviewPair {
            names: parts(&left, &right),
            records: [self.review_record(one)?, self.review_record(two)?],
            rows,
            because,
            proposals: Vec::new(),
            probability: None,
            reasons: Vec::new(),
        })
    }

    /// What is said of one record, in the order in which it was recorded.
    fn said_of(&self, id: RecordId) -> Result<Vec<Said>> {
        let Some(view) = self.catalog.record(id)? else {
            return Err(Error::Unknown {
                what: "record",
                id: id.to_string(),
            });
        };
        let mut said: Vec<Said> = Vec::new();
        for claim in view.claims.iter().map(|claim| &claim.claim) {
            if claim.about != id {
                continue;
            }
            let row = Said {
                property: claim.property.as_str().to_owned(),
                shown: ReviewValue {
                    text: self.text_of(&claim.value)?,
                    source: self.source_of(claim)?,
                },
                value: claim.value.clone(),
            };
            if !said.contains(&row) {
                said.push(row);
            }
        }
        Ok(said)
    }

    fn review_record(&self, id: RecordId) -> Result<ReviewRecord> {
        let name =
            |id: RecordId| Ok::<_, Error>(self.name_of(id)?.unwrap_or_else(|| id.to_string()));
        let view = self.catalog.record(id)?;
        let also = view
            .iter()
            .flat_map(|view| std::iter::once(view.id).chain(view.also.iter().copied()))
            .filter(|other| *other != id)
            .map(|other| Ok((other, name(other)?)))
            .collect::<Result<_>>()?;
        Ok(ReviewRecord {
            id,
            name: name(id)?,
            also,
        })
    }

    fn text_of(&self, value: &Value) -> Result<String> {
        Ok(match value {
            Value::Text { text, .. } | Value::Link(text) => text.clone(),
            Value::Term(term) => term.as_str().to_owned(),
            Value::Date(date) => match date.calendar {
                model::date::Calendar::Gregorian => date.stated.clone(),
                calendar => format!("{} ({})", date.stated, calendar.as_str()),
            },
            Value::Number(range) => match (range.low(), range.high()) {
                (Some(low), Some(high)) if low == high => low.to_string(),
                (low, high) => format!(
                    "{}–{}",
                    low.map(|low| low.to_string()).unwrap_or_default(),
                    high.map(|high| high.to_string()).unwrap_or_default()
                ),
            },
            Value::Record(id) => self.name_of(*id)?.unwrap_or_else(|| id.to_string()),
            Value::Position(_) => String::new(),
        })
    }

    fn source_of(&self, claim: &Claim) -> Result<String> {
        let title = match claim.citation.source {
            Some(source) => self.catalog.source(source)?.map(|view| view.source.title),
            None => None,
        };
        let place = claim.citation.place_in_source.clone();
        Ok(title
            .into_iter()
            .chain(place)
            .collect::<Vec<_>>()
            .join(", "))
    }

    /// Whether two records are judged to be one, perhaps by way of others.
    fn are_one(&self, (one, two): (RecordId, RecordId)) -> Result<bool> {
        let view = self.catalog.record(one)?;
        Ok(view.is_some_and(|view| view.id == two || view.also.contains(&two)))
    }

    fn proposals(&self) -> Result<BTreeMap<(RecordId, RecordId), Vec<ReviewProposal>>> {
        let mut proposals: BTreeMap<_, Vec<ReviewProposal>> = BTreeMap::new();
        for view in self.catalog.suggestions()? {
            let (same, one, two) = match view.suggestion.proposal {
                Proposal::Same(one, two) => (true, one, two),
                Proposal::Different(one, two) => (false, one, two),
                Proposal::Claim(_) => continue,
            };
            if one.kind() == RecordKind::Person {
                proposals
                    .entry(ordered(one, two))
                    .or_default()
                    .push(ReviewProposal {
                        same,
                        by: view.suggestion.by,
                        basis: view.suggestion.basis,
                    });
            }
        }
        Ok(proposals)
    }
}

/// How the two names meet that are most alike, of all that are said of either side.
fn parts(left: &[Said], right: &[Said]) -> Vec<ReviewPart> {
    let mut register = Names::new();
    let mut add = |said: &[Said]| -> Vec<NameId> {
        said.iter()
            .filter(|said| said.property == "name")
            .map(|said| register.add(&said.shown.text))
            .collect()
    };
    let (left, right) = (add(left), add(right));
    let rarity = Rarity::of(&register);
    let mut comparer = Comparer::new(&register, &rarity);
    let mut best: Option<(f32, NameId, NameId)> = None;
    for one in &left {
        for two in &right {
            let score = comparer.compare(*one, *two).score;
            if best.is_none_or(|(most, _, _)| score > most) {
                best = Some((score, *one, *two));
            }
        }
    }
    let Some((_, one, two)) = best else {
        return Vec::new();
    };
    comparer
        .explain(one, two)
        .into_iter()
        .filter(|reason| !(reason.left.is_empty() && reason.right.is_empty()))
        .map(|reason| ReviewPart {
            left: reason.left,
            right: reason.right,
            similarity: reason.similarity,
        })
        .collect()
}

fn because(because: Because) -> &'static str {
    match because {
        Because::Unsure => "unsure",
        Because::Bridge => "bridge",
        Because::Check => "check",
    }
}

/// Something said of a record.
#[derive(Clone, Debug, PartialEq)]
struct Said {
    property: String,
    value: Value,
    shown: ReviewValue,
}

/// From this score on, two spellings are taken for one name: more likely one than not.
const SPELLING: f32 = 0.5;

/// Properties whose words are names of people or places.
const NAMES: [&str; 6] = [
    "name",
    "father-name",
    "place-of-birth",
    "place-of-death",
    "prison",
    "buried-at",
];

/// Whether two values of one property may well be one: dates that have a day in common, ranges that meet, names that may be
/// spellings of one, words of which one says no more than the other.
fn agree(property: &str, one: &Said, two: &Said) -> bool {
    match (&one.value, &two.value) {
        (Value::Date(one), Value::Date(two)) => match (one.span(), two.span()) {
            (Ok(one), Ok(two)) => {
                reaches(one.earliest, two.latest) && reaches(two.earliest, one.latest)
            }
            _ => one == two,
        },
        (Value::Number(one), Value::Number(two)) => {
            reaches(one.low(), two.high()) && reaches(two.low(), one.high())
        }
        (Value::Text { text, .. }, Value::Text { text: other, .. }) => {
            let (left, right) = (fold::tokens(text), fold::tokens(other));
            let within =
                |few: &[String], many: &[String]| few.iter().all(|word| many.contains(word));
            within(&left, &right)
                || within(&right, &left)
                || NAMES.contains(&property) && score(text, other) >= SPELLING
        }
        _ => one.shown.text == two.shown.text,
    }
}

/// Whether a beginning does not lie behind an end; open ones reach everything.
fn reaches<T: PartialOrd>(beginning: Option<T>, end: Option<T>) -> bool {
    beginning
        .zip(end)
        .is_none_or(|(beginning, end)| beginning <= end)
}
