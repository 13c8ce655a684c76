//! Proposals read out of an item: people, positions, events, tolls, remarks and demands, each with its span and its reason. None of
//! them is a claim until a reviewer accepts it.

mod drafts;

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use model::{
    access::Access,
    claim::{Certainty, Citation, Claim, Locator, Qualifier, Voice, VoiceRole, Who},
    date::{Calendar, StatedDate},
    entry::EntryKind,
    id::{ClaimId, EvidenceNumber, RecordId, RecordKind},
    item::Item,
    judgement::{Decision, Judgement, Proposal, Subject, Suggestion},
    language::Language,
    number::NumberRange,
    payload::Payload,
    value::Value,
    wire::v1,
};
use names::compare::score;

use crate::{
    error::{Error, Result},
    feed::item_bytes,
    items::term,
    readers::{Job, Wants, readers},
    recording::{Happening, counts},
    registrar::Registrar,
};
use drafts::{Drafts, PersonDraft, SpeechDraft, TollDraft};

/// How alike two names must be for a person who is named to be a person in the archive. Chosen by us, high: a reviewer sees what was
/// matched, but reads it into every claim that follows.
const ALIKE: f32 = 0.92;
/// How much more alike than the next one. Chosen by us.
const AHEAD: f32 = 0.03;
/// People looked at for one name.
const CANDIDATES: usize = 10;

/// What was proposed from one item.
#[derive(Clone, Debug, Default)]
pub struct Suggested {
    /// The item.
    pub item: String,
    /// New proposals, by what they are: `person`, `position`, `event`, `toll`, `remark`, `demand`.
    pub proposed: BTreeMap<&'static str, u64>,
    /// Proposals that were there already, were decided, or say what is recorded.
    pub known: u64,
    /// People in the reading whom the archive knows, with the name found there.
    pub matched: Vec<(String, String)>,
}

/// A proposal that waits for a reviewer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimProposal {
    /// By which it is accepted or rejected.
    pub id: ClaimId,
    /// The record that it is about.
    pub about: RecordId,
    /// The name of that record, if it has one already.
    pub name: Option<String>,
    /// What is said of it.
    pub property: String,
    /// The value in words.
    pub value: String,
    /// Who says it, innermost first.
    pub voices: Vec<String>,
    /// The item.
    pub item: Option<String>,
    /// Characters of its text.
    pub span: Option<(u64, u64)>,
    /// Who or what proposes it.
    pub by: String,
    /// On what grounds.
    pub basis: String,
}

/// A claim that may be proposed.
struct Draft {
    what: &'static str,
    claim: Claim,
    basis: String,
}

/// What all proposals from one item share.
struct Reader<'a> {
    registrar: &'a Registrar,
    key: [u8; 32],
    item: &'a Item,
    language: Option<Language>,
    /// The records that stand for people of the reading, by `PersonDraft::key`.
    people: BTreeMap<String, RecordId>,
    drafts: Vec<Draft>,
}

impl Registrar {
    /// Reads an item and proposes what could be said of it. Doing it twice proposes nothing twice.
    pub fn suggest(&mut self, number: &str) -> Result<Suggested> {
        let number = EvidenceNumber::parse(number).map_err(|cause| Error::BadId {
            cause: Box::new(cause),
        })?;
        let unknown = || Error::Unknown {
            what: "item",
            id: number.to_string(),
        };
        let item = self.catalog.item(number)?.ok_or_else(unknown)?.item;
        let limit = readers().limit();
        let bytes = item_bytes(&self.archive, &item.digest, limit)?.ok_or_else(unknown)?;
        let answer = readers().read(&Job {
            name: item.name.clone(),
            bytes,
            wants: Wants::Words,
        });
        let mut suggested = Suggested {
            item: number.to_string(),
            ..Suggested::default()
        };
        let Some(reading) = answer.reading else {
            return Ok(suggested);
        };
        let drafts = drafts::of(&reading);
        let language = reading
            .language
            .as_deref()
            .and_then(|tag| Language::new(tag).ok());
        let key = self.identifier_key()?;
        let mut reader = Reader {
            registrar: self,
            key,
            item: &item,
            language,
            people: BTreeMap::new(),
            drafts: Vec::new(),
        };
        reader.read(&drafts, &mut suggested)?;
        let proposals = reader.drafts;
        self.propose(proposals, &mut suggested)?;
        Ok(suggested)
    }

    fn propose(&mut self, drafts: Vec<Draft>, suggested: &mut Suggested) -> Result<()> {
        let key = self.identifier_key()?;
        let mut seen: BTreeSet<ClaimId> = self
            .catalog
            .suggestions()?
            .iter()
            .filter_map(|view| view.claim)
            .collect();
        let mut happenings = Vec::new();
        for draft in drafts {
            let id = v1::claim_id(&key, &draft.claim);
            let decided = self.catalog.has_claim(id)?
                || !self.catalog.judgements(Subject::Claim(id))?.is_empty();
            if decided || !seen.insert(id) {
                suggested.known += 1;
                continue;
            }
            *suggested.proposed.entry(draft.what).or_default() += 1;
            happenings.push(Happening::new(
                EntryKind::SuggestionMade,
                Payload::Suggestion(Suggestion {
                    proposal: Proposal::Claim(Box::new(draft.claim)),
                    by: concat!("cenotaph suggest ", env!("CARGO_PKG_VERSION")).to_owned(),
                    basis: draft.basis,
                }),
            ));
        }
        self.record(happenings)?;
        self.publish()
    }

    /// Proposed claims that wait for a reviewer, the earliest first, at most `limit`, and how many there are.
    pub fn claim_proposals(&self, limit: usize) -> Result<(Vec<ClaimProposal>, u64)> {
        let mut waiting = 0;
        let mut shown = Vec::new();
        for view in self.catalog.suggestions()? {
            let (Some(id), Proposal::Claim(claim)) = (view.claim, &view.suggestion.proposal) else {
                continue;
            };
            waiting += 1;
            if shown.len() < limit {
                shown.push(self.proposal(id, claim, &view.suggestion)?);
            }
        }
        Ok((shown, waiting))
    }

    fn proposal(&self, id: ClaimId, claim: &Claim, of: &Suggestion) -> Result<ClaimProposal> {
        let mut voices = Vec::new();
        for voice in &claim.attribution {
            voices.push(match &voice.who {
                Who::Record(record) => self.called(*record)?.unwrap_or_else(|| record.to_string()),
                Who::Source(source) => source.to_string(),
                Who::Named(name) => name.clone(),
            });
        }
        let value = match &claim.value {
            Value::Text { text, .. } => text.clone(),
            Value::Date(date) => date.stated.clone(),
            Value::Number(range) => bounds(*range),
            Value::Record(record) => self.called(*record)?.unwrap_or_else(|| record.to_string()),
            Value::Term(term) => term.as_str().to_owned(),
            Value::Link(link) => link.clone(),
            Value::Position(_) => String::new(),
        };
        Ok(ClaimProposal {
            id,
            about: claim.about,
            name: self.called(claim.about)?,
            property: claim.property.as_str().to_owned(),
            value,
            voices,
            item: claim.citation.item.map(|item| item.to_string()),
            span: match claim.citation.locator {
                Some(Locator::Text { start, end }) => Some((start, end)),
                _ => None,
            },
            by: of.by.clone(),
            basis: of.basis.clone(),
        })
    }

    /// The first name of a record, or the first words of a statement.
    fn called(&self, id: RecordId) -> Result<Option<String>> {
        let Some(view) = self.catalog.record(id)? else {
            return Ok(None);
        };
        let named = view.claims.iter().find_map(|claim| {
            let named = ["name", "words"].contains(&claim.claim.property.as_str());
            match &claim.claim.value {
                Value::Text { text, .. } if named => Some(text.clone()),
                _ => None,
            }
        });
        Ok(named)
    }

    /// Accepts or rejects proposed claims, each by its identifier or all that are about a record; how many there were.
    pub fn decide_claims(&mut self, ids: &[String], accept: bool, reason: &str) -> Result<u64> {
        let waiting = self.waiting_claims()?;
        let mut chosen = Vec::new();
        for id in ids {
            let found: Vec<ClaimId> = waiting
                .iter()
                .filter(|(claim, about, _)| claim.to_string() == *id || about.to_string() == *id)
                .map(|(claim, ..)| *claim)
                .collect();
            if found.is_empty() {
                return Err(Error::Unknown {
                    what: "proposal",
                    id: id.clone(),
                });
            }
            chosen.extend(found);
        }
        let decided = chosen.len() as u64;
        let judgement = self.judgement_on(chosen, accept, reason);
        self.record(vec![judgement])?;
        self.publish()?;
        Ok(decided)
    }

    /// Records a proposed claim with other words, as the reviewer's own, citing the same place; the proposal is set aside.
    pub fn edit_claim(&mut self, id: &str, words: &str, reason: &str) -> Result<ClaimId> {
        let waiting = self.waiting_claims()?;
        let found = waiting
            .into_iter()
            .find(|(claim, ..)| claim.to_string() == id);
        let (proposed, _, mut claim) = found.ok_or_else(|| Error::Unknown {
            what: "proposal",
            id: id.to_owned(),
        })?;
        claim.value = match claim.value {
            Value::Text { language, .. } => Value::Text {
                text: words.to_owned(),
                language,
            },
            Value::Date(date) => Value::Date(StatedDate {
                stated: words.to_owned(),
                ..date
            }),
            Value::Number(_) => Value::Number(range(words)?),
            _ => {
                return Err(Error::BadId {
                    cause: format!("`{id}` has no words to change").into(),
                });
            }
        };
        let changed = v1::claim_id(&self.identifier_key()?, &claim);
        let records = vec![claim.about];
        let recorded = Happening {
            counts: counts(&[("claims", 1)]),
            ..Happening::new(
                EntryKind::ClaimsRecorded,
                Payload::Claims {
                    records,
                    claims: vec![claim],
                },
            )
        };
        let aside = self.judgement_on(vec![proposed], false, reason);
        self.record(vec![aside, recorded])?;
        self.publish()?;
        Ok(changed)
    }

    fn waiting_claims(&self) -> Result<Vec<(ClaimId, RecordId, Claim)>> {
        let suggestions = self.catalog.suggestions()?;
        Ok(suggestions
            .into_iter()
            .filter_map(|view| match (view.claim, view.suggestion.proposal) {
                (Some(id), Proposal::Claim(claim)) => Some((id, claim.about, *claim)),
                _ => None,
            })
            .collect())
    }

    fn judgement_on(&self, claims: Vec<ClaimId>, accept: bool, reason: &str) -> Happening {
        let decision = if accept {
            Decision::Accept
        } else {
            Decision::Reject
        };
        let judgement = Judgement {
            decision,
            subjects: claims.into_iter().map(Subject::Claim).collect(),
            by: self.actor.clone(),
            reason: reason.to_owned(),
        };
        Happening::new(EntryKind::JudgementMade, Payload::Judgement(judgement))
    }
}

impl Reader<'_> {
    fn read(&mut self, drafts: &Drafts, suggested: &mut Suggested) -> Result<()> {
        for person in &drafts.people {
            self.person(person, suggested)?;
        }
        let report = self.event(drafts)?;
        for toll in &drafts.tolls {
            self.toll(toll, drafts, report)?;
        }
        for speech in &drafts.speeches {
            self.speech(speech, drafts)?;
        }
        Ok(())
    }

    fn new_record(&self, kind: RecordKind, key: &str) -> RecordId {
        let namespace = format!("read from {}", self.item.digest);
        v1::record_bits(&self.key, kind, &namespace, key)
    }

    fn text(&self, text: &str) -> Value {
        Value::Text {
            text: text.to_owned(),
            language: self.language.clone(),
        }
    }

    fn claim(
        &self,
        about: RecordId,
        property: &str,
        value: Value,
        span: &Range<usize>,
    ) -> Result<Claim> {
        Ok(Claim {
            about,
            property: term(property)?,
            value,
            qualifiers: Vec::new(),
            citation: Citation {
                item: Some(self.item.number),
                locator: Some(Locator::Text {
                    start: span.start as u64,
                    end: span.end as u64,
                }),
                source: self.item.obtained_from,
                place_in_source: None,
            },
            attribution: Vec::new(),
            certainty: Certainty {
                term: term("stated")?,
                note: None,
            },
            access: self.item.access,
        })
    }

    fn push(&mut self, what: &'static str, claim: Claim, basis: String) {
        self.drafts.push(Draft { what, claim, basis });
    }

    fn person(&mut self, person: &PersonDraft, suggested: &mut Suggested) -> Result<()> {
        let (known, note) = self.known_person(&person.name)?;
        let record = known.as_ref().map_or_else(
            || self.new_record(RecordKind::Person, &person.key),
            |(id, _)| *id,
        );
        self.people.insert(person.key.clone(), record);
        let mut spelled = false;
        if let Some((id, name)) = &known {
            suggested.matched.push((person.name.clone(), name.clone()));
            let view = self.registrar.catalog.record(*id)?;
            spelled = view.is_some_and(|view| {
                view.claims.iter().any(|claim| {
                    matches!(&claim.claim.value, Value::Text { text, .. }
                        if claim.claim.property.as_str() == "name" && *text == person.name)
                })
            });
        }
        // One word of a name is no new spelling of a known name.
        let part = known.is_some() && !person.name.contains(' ');
        if !spelled && !part {
            let claim = self.claim(record, "name", self.text(&person.name), &person.span)?;
            let times = person.mentions;
            self.push(
                "person",
                claim,
                format!("Named {times} times in the text; {note}."),
            );
        }
        for (role, span) in &person.roles {
            let claim = self.claim(record, "position", self.text(role), span)?;
            let basis = format!("Told beside the name of {}; {note}.", person.name);
            self.push("position", claim, basis);
        }
        Ok(())
    }

    /// The one person in the archive whose name is like `name`, and the grounds in words.
    fn known_person(&self, name: &str) -> Result<(Option<(RecordId, String)>, String)> {
        let hits = self
            .registrar
            .catalog
            .search(name, CANDIDATES, Access::Confidential)?;
        let mut people: Vec<(f32, RecordId, String)> = Vec::new();
        for hit in hits {
            let Subject::Record(id) = hit.subject else {
                continue;
            };
            if id.kind() != RecordKind::Person {
                continue;
            }
            let whole = score(name, &hit.name);
            // "Khamenei" alone: a part of one name only.
            let alone = !name.contains(' ')
                && hit
                    .name
                    .split_whitespace()
                    .any(|part| score(name, part) >= ALIKE);
            let alike = if alone { whole.max(ALIKE) } else { whole };
            if alike >= ALIKE {
                people.push((alike, id, hit.name));
            }
        }
        people.sort_by(|one, two| two.0.total_cmp(&one.0));
        match people.as_slice() {
            [] => Ok((None, "nobody in the archive has a name like it".to_owned())),
            [(alike, id, name), rest @ ..]
                if rest.first().is_none_or(|(next, ..)| alike - next >= AHEAD) =>
            {
                let note = format!("the name is that of {name} ({id}), {alike:.2} alike");
                Ok((Some((*id, name.clone())), note))
            }
            several => {
                let names: Vec<String> = several
                    .iter()
                    .take(3)
                    .map(|(_, id, name)| format!("{name} ({id})"))
                    .collect();
                Ok((
                    None,
                    format!("it may be one of several: {}", names.join(", ")),
                ))
            }
        }
    }

    fn event(&mut self, drafts: &Drafts) -> Result<Option<RecordId>> {
        let Some(event) = &drafts.event else {
            return Ok(None);
        };
        let record = self.new_record(RecordKind::Event, "report");
        let basis = || "Told by the headline and the dateline.".to_owned();
        let name = self.claim(record, "name", self.text(&event.name), &event.span)?;
        self.push("event", name, basis());
        if let Some(date) = &event.date {
            let date = gregorian(date);
            let claim = self.claim(record, "date", date, &event.span)?;
            self.push("event", claim, basis());
        }
        if let Some(place) = &event.place {
            let claim = self.claim(record, "held-at", self.text(place), &event.span)?;
            self.push("event", claim, basis());
        }
        Ok(Some(record))
    }

    fn toll(&mut self, toll: &TollDraft, drafts: &Drafts, report: Option<RecordId>) -> Result<()> {
        let known = self.known_event(&toll.years)?;
        let Some(event) = known.as_ref().map(|(id, _)| *id).or(report) else {
            return Ok(());
        };
        let Ok(range) = NumberRange::new(toll.low, toll.high) else {
            return Ok(());
        };
        let mut claim = self.claim(event, "toll", Value::Number(range), &toll.span)?;
        let qualifier = |property: &str, value: Value| -> Result<Qualifier> {
            Ok(Qualifier {
                property: term(property)?,
                value,
            })
        };
        claim
            .qualifiers
            .push(qualifier("scope", self.text(&toll.sentence))?);
        claim
            .qualifiers
            .push(qualifier("unit", Value::Term(term("people")?))?);
        if let Some(date) = drafts.event.as_ref().and_then(|event| event.date.as_ref()) {
            claim.qualifiers.push(qualifier("date", gregorian(date))?);
        }
        claim.attribution = self.voices(toll.said_by.as_ref(), None);
        let basis = match known {
            Some((id, name)) => format!("A number in a sentence about killing that names a year of {name} ({id})."),
            None => "A number in a sentence about killing; no event of the archive lies in a year that it names.".to_owned(),
        };
        self.push("toll", claim, basis);
        Ok(())
    }

    /// The first event in the archive with a toll that lies in one of `years`.
    fn known_event(&self, years: &[String]) -> Result<Option<(RecordId, String)>> {
        if years.is_empty() {
            return Ok(None);
        }
        for view in self.registrar.catalog.records(RecordKind::Event)? {
            let view = view?;
            let has = |property: &str| {
                view.claims
                    .iter()
                    .any(|claim| claim.claim.property.as_str() == property)
            };
            let then = view.claims.iter().any(|claim| match &claim.claim.value {
                Value::Date(date) if claim.claim.property.as_str() == "date" => years
                    .iter()
                    .any(|year| date.stated.starts_with(year.as_str())),
                _ => false,
            });
            if then && has("toll") {
                let name = self.registrar.called(view.id)?.unwrap_or_default();
                return Ok(Some((view.id, name)));
            }
        }
        Ok(None)
    }

    /// Who says it, then who passes it on.
    fn voices(&self, said_by: Option<&String>, quoted_by: Option<&String>) -> Vec<Voice> {
        let voice = |role, key: &String| {
            self.people.get(key).map(|record| Voice {
                role,
                who: Who::Record(*record),
            })
        };
        let said = said_by.and_then(|key| voice(VoiceRole::SaidBy, key));
        let passed = quoted_by.and_then(|key| voice(VoiceRole::ReportedBy, key));
        said.into_iter().chain(passed).collect()
    }

    fn speech(&mut self, speech: &SpeechDraft, drafts: &Drafts) -> Result<()> {
        let Some(speaker) = self.people.get(&speech.speaker).copied() else {
            return Ok(());
        };
        let (what, kind, by) = if speech.demand {
            ("demand", "demand", "demanded-by")
        } else {
            ("remark", "remark", "speaker")
        };
        let key = format!("{what} {}-{}", speech.span.start, speech.span.end);
        let record = self.new_record(RecordKind::Statement, &key);
        let name = drafts
            .people
            .iter()
            .find(|person| person.key == speech.speaker)
            .map_or("", |person| person.name.as_str());
        let basis = if speech.demand {
            format!("A sentence of {name} that says what must be done.")
        } else {
            format!("Between quotation marks; the sentence says that {name} speaks.")
        };
        let voices = self.voices(Some(&speech.speaker), speech.quoted_by.as_ref());
        let mut words = self.claim(record, "words", self.text(&speech.words), &speech.span)?;
        words.qualifiers.push(Qualifier {
            property: term("form")?,
            value: Value::Term(term("quote")?),
        });
        let claims = [
            self.claim(
                record,
                "statement-kind",
                Value::Term(term(kind)?),
                &speech.span,
            )?,
            self.claim(record, by, Value::Record(speaker), &speech.span)?,
            words,
        ];
        for mut claim in claims {
            claim.attribution.clone_from(&voices);
            self.push(what, claim, basis.clone());
        }
        Ok(())
    }
}

fn gregorian(date: &str) -> Value {
    Value::Date(StatedDate {
        stated: date.to_owned(),
        calendar: Calendar::Gregorian,
    })
}

/// `30000..`, `..500`, `12..12` is `12`.
fn bounds(range: NumberRange) -> String {
    let bound = |bound: Option<u64>| bound.map(|bound| bound.to_string()).unwrap_or_default();
    match (range.low(), range.high()) {
        (Some(low), Some(high)) if low == high => low.to_string(),
        (low, high) => format!("{}..{}", bound(low), bound(high)),
    }
}

/// The other way: a number, or two bounds of which one may be open.
fn range(words: &str) -> Result<NumberRange> {
    let bad = || Error::BadId {
        cause: format!("`{words}` is not a number such as `30000` or bounds such as `30000..`")
            .into(),
    };
    let bound = |text: &str| -> Result<Option<u64>> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(None);
        }
        text.parse().map(Some).map_err(|_| bad())
    };
    let (low, high) = match words.split_once("..") {
        Some((low, high)) => (bound(low)?, bound(high)?),
        None => (bound(words)?, bound(words)?),
    };
    NumberRange::new(low, high).map_err(|_| bad())
}
