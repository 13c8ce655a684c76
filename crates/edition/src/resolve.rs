//! One claim's value and citation, with every name resolved and everything withheld left out.

use std::collections::BTreeMap;

use model::{
    claim::{Certainty, Citation, Locator, Voice, VoiceRole, Who},
    id::{EvidenceNumber, SourceId},
    language::Language,
    value::Value,
};

use crate::{
    dates,
    edition::{Cited, Name, Reason, Shown, ShownLocator, ShownVoice},
    policy::Policy,
    standing::{Items, Records, Sources},
    words::Words,
};

/// Knows what may be seen, and turns claims' parts into what is shown of them.
#[derive(Debug)]
pub(crate) struct Resolver<'a> {
    policy: &'a Policy,
    records: &'a Records,
    sources: &'a Sources,
    items: &'a Items,
    words: BTreeMap<EvidenceNumber, Words<'a>>,
}

/// What is shown of something, and whether that is all there is.
#[derive(Debug)]
pub(crate) struct Partly<T> {
    /// What is shown.
    pub(crate) shown: T,
    /// Nothing was withheld or blunted.
    pub(crate) whole: bool,
}

impl<'a> Resolver<'a> {
    /// Resolves against these standings.
    pub(crate) fn new(
        policy: &'a Policy,
        records: &'a Records,
        sources: &'a Sources,
        items: &'a Items,
    ) -> Self {
        let words = items
            .iter()
            .filter_map(|(number, standing)| match standing {
                Ok(item) if item.withheld.is_none() => {
                    Some((*number, Words::new(item.draft.text.as_deref()?)))
                }
                Ok(_) | Err(_) => None,
            })
            .collect();
        Self {
            policy,
            records,
            sources,
            items,
            words,
        }
    }

    /// A value. Names of records are filled in later, when all are known.
    pub(crate) fn value(&self, value: Value) -> Partly<Shown> {
        let whole = |shown| Partly { shown, whole: true };
        match value {
            Value::Text { text, language } => whole(Shown::Text { text, language }),
            Value::Date(date) => whole(Shown::Date(Box::new(dates::shown(date)))),
            Value::Number(number) => whole(Shown::Number(number)),
            Value::Link(link) => whole(Shown::Link(link)),
            Value::Term(term) => whole(Shown::Term(term)),
            Value::Record(id) => match self.records.standing(id) {
                Ok(shown) => whole(Shown::Record {
                    id: shown,
                    names: Vec::new(),
                }),
                Err(reason) => Partly {
                    shown: Shown::Withheld(reason),
                    whole: false,
                },
            },
            Value::Position(position) => {
                let blunt = self.policy.blunt(position);
                Partly {
                    shown: blunt.map_or(Shown::Withheld(Reason::Confidential), Shown::Position),
                    whole: blunt == Some(position),
                }
            }
        }
    }

    /// Who says it and where.
    ///
    /// When source, item or a voice is withheld, what names it goes too: the place in the source, the locator in the item,
    /// and the source's own words on how sure it is, which often say who it is.
    pub(crate) fn cited(
        &self,
        citation: Citation,
        attribution: Vec<Voice>,
        certainty: Certainty,
    ) -> Partly<Cited> {
        let Citation {
            item,
            locator,
            source,
            place_in_source,
        } = citation;
        let mut withheld = None;
        let source = source.and_then(|id| note(&mut withheld, self.source(id)));
        let source_hidden = withheld.is_some_and(|reason| reason != Reason::Missing);
        let item = item.and_then(|number| note(&mut withheld, self.item(number)));
        let voices = self.voices(attribution, &mut withheld);
        let hidden = withheld.is_some_and(|reason| reason != Reason::Missing);
        Partly {
            shown: Cited {
                source,
                place_in_source: place_in_source.filter(|_| !source_hidden),
                locator: item.and_then(|number| Some(self.locator(number, locator?))),
                item,
                voices,
                certainty: certainty.term,
                certainty_note: certainty.note.filter(|_| !hidden),
                withheld,
            },
            whole: withheld.is_none(),
        }
    }

    fn source(&self, id: SourceId) -> Result<SourceId, Reason> {
        match self.sources.get(&id) {
            Some(Ok(_)) => Ok(id),
            Some(Err(reason)) => Err(*reason),
            None => Err(Reason::Missing),
        }
    }

    fn item(&self, number: EvidenceNumber) -> Result<EvidenceNumber, Reason> {
        match self.items.get(&number) {
            Some(Ok(_)) => Ok(number),
            Some(Err(reason)) => Err(*reason),
            None => Err(Reason::Missing),
        }
    }

    fn locator(&self, item: EvidenceNumber, locator: Locator) -> ShownLocator {
        match locator {
            Locator::Page { page, area } => ShownLocator::Page(page, area),
            Locator::Cell { row, column } => ShownLocator::Cell(row, column),
            Locator::Time { start_ms, end_ms } => ShownLocator::Time(start_ms, end_ms),
            Locator::Text { start, end } => {
                let words = self.words.get(&item).and_then(|text| text.at(start, end));
                ShownLocator::Text(start, end, words.map(str::to_owned))
            }
        }
    }

    /// The chain of voices. Withheld ones that follow each other are one, so that they cannot be counted.
    fn voices(&self, attribution: Vec<Voice>, withheld: &mut Option<Reason>) -> Vec<ShownVoice> {
        let mut voices: Vec<ShownVoice> = attribution
            .into_iter()
            .map(|voice| self.voice(voice, withheld))
            .collect();
        voices.dedup_by(|next, last| last == next && last.is_withheld());
        voices
    }

    fn voice(&self, Voice { role, who }: Voice, withheld: &mut Option<Reason>) -> ShownVoice {
        let mut voice = ShownVoice {
            said: role == VoiceRole::SaidBy,
            record: None,
            source: None,
            name: None,
        };
        match who {
            Who::Record(id) => voice.record = note(withheld, self.records.standing(id)),
            Who::Source(id) => {
                voice.source = note(withheld, self.source(id));
                voice.name = voice.source.and_then(|id| self.title(id));
            }
            Who::Named(text) => {
                voice.name = Some(Name {
                    text,
                    language: None,
                });
            }
        }
        voice
    }

    /// A source's title, with its language when it has one only.
    fn title(&self, id: SourceId) -> Option<Name> {
        let source = &self.sources.get(&id)?.as_ref().ok()?.source;
        let language: Option<Language> = match source.languages.as_slice() {
            [only] => Some(only.clone()),
            _ => None,
        };
        Some(Name {
            text: source.title.clone(),
            language,
        })
    }
}

impl ShownVoice {
    /// Nothing of it is shown but that it is there.
    fn is_withheld(&self) -> bool {
        self.record.is_none() && self.source.is_none() && self.name.is_none()
    }
}

/// What may be shown; otherwise the most closed reason so far is noted in `withheld`.
fn note<T>(withheld: &mut Option<Reason>, standing: Result<T, Reason>) -> Option<T> {
    match standing {
        Ok(shown) => Some(shown),
        Err(reason) => {
            *withheld = (*withheld).max(Some(reason));
            None
        }
    }
}
