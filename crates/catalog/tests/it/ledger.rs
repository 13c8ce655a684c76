//! An invented ledger in memory, and short words for what stands in it.

use std::collections::BTreeMap;

use catalog::{Catalog, CatalogError, Fed, FedPayload, FedPrint, FedText, Origin, Sink};
use model::{
    access::Access,
    claim::{Certainty, Citation, Claim},
    date::{Calendar, StatedDate},
    entry::{Entry, EntryKind, Timestamp},
    id::{ClaimId, EvidenceNumber, PersonId, RecordId, SourceId},
    item::Item,
    judgement::{Decision, Judgement, Proposal, Subject, Suggestion},
    language::Language,
    number::NumberRange,
    payload::Payload,
    source::Source,
    term::Term,
    value::Value,
    wire::v1,
};
use proof::digest::Digest;

pub(crate) const ORIGIN: Origin = Origin {
    ledger: [1; 32],
    key: [2; 32],
};

/// Entries with their payloads, in order.
#[derive(Clone, Default)]
pub(crate) struct Ledger {
    entries: Vec<Stored>,
}

#[derive(Clone)]
struct Stored {
    entry: Entry,
    bytes: Vec<u8>,
    payloads: Vec<Option<Vec<u8>>>,
    texts: Vec<(EvidenceNumber, String)>,
    prints: Vec<FedPrint>,
}

impl Ledger {
    /// Appends an entry; its index.
    pub(crate) fn add(&mut self, kind: EntryKind, payloads: &[Payload]) -> u64 {
        let payloads: Vec<Vec<u8>> = payloads.iter().map(v1::encode_payload).collect();
        let index = self.entries.len() as u64;
        let commitments = payloads
            .iter()
            .map(|bytes| Digest::of(&[&index.to_be_bytes(), bytes.as_slice()].concat()))
            .collect();
        self.push(kind, commitments, Vec::new(), payloads)
    }

    fn push(
        &mut self,
        kind: EntryKind,
        commitments: Vec<Digest>,
        erases: Vec<Digest>,
        payloads: Vec<Vec<u8>>,
    ) -> u64 {
        let index = self.entries.len() as u64;
        let entry = Entry {
            kind,
            time: Timestamp(1_790_000_000 + index as i64),
            actor: "archivist".to_owned(),
            counts: BTreeMap::from([("payloads".to_owned(), payloads.len() as u64)]),
            commitments,
            reason: (!erases.is_empty()).then(|| term("court-order")),
            erases,
        };
        self.entries.push(Stored {
            bytes: v1::encode_entry(&entry),
            entry,
            payloads: payloads.into_iter().map(Some).collect(),
            texts: Vec::new(),
            prints: Vec::new(),
        });
        index
    }

    pub(crate) fn claims(&mut self, claims: &[Claim]) -> u64 {
        let mut records: Vec<RecordId> = claims.iter().map(|claim| claim.about).collect();
        records.sort_unstable();
        records.dedup();
        let claims = claims.to_vec();
        self.add(
            EntryKind::ClaimsRecorded,
            &[Payload::Claims { records, claims }],
        )
    }

    pub(crate) fn judge(&mut self, decision: Decision, subjects: &[Subject]) -> u64 {
        let judgement = Judgement {
            decision,
            subjects: subjects.to_vec(),
            by: "reviewer".to_owned(),
            reason: "seen in the sources".to_owned(),
        };
        self.add(EntryKind::JudgementMade, &[Payload::Judgement(judgement)])
    }

    pub(crate) fn pair(&mut self, decision: Decision, one: RecordId, other: RecordId) -> u64 {
        self.judge(decision, &[Subject::Record(one), Subject::Record(other)])
    }

    pub(crate) fn suggest(&mut self, proposal: Proposal) -> u64 {
        let suggestion = Suggestion {
            proposal,
            by: "reader 1".to_owned(),
            basis: "names alike".to_owned(),
        };
        self.add(
            EntryKind::SuggestionMade,
            &[Payload::Suggestion(suggestion)],
        )
    }

    pub(crate) fn item(&mut self, item: Item, text: Option<&str>) -> u64 {
        let number = item.number;
        let index = self.add(EntryKind::ItemAdded, &[Payload::Item(item)]);
        if let Some(text) = text {
            self.entries[index as usize]
                .texts
                .push((number, text.to_owned()));
        }
        index
    }

    pub(crate) fn source(&mut self, source: Source) -> u64 {
        self.add(EntryKind::SourceDescribed, &[Payload::Source(source)])
    }

    /// Destroys all payloads of entry `index`, as the archive does, and appends the tombstone.
    pub(crate) fn erase(&mut self, index: u64, note: &str) -> u64 {
        let stored = &mut self.entries[index as usize];
        stored
            .payloads
            .iter_mut()
            .for_each(|payload| *payload = None);
        stored.texts.clear();
        let erases = stored.entry.commitments.clone();
        let note = v1::encode_payload(&Payload::Erasure {
            note: note.to_owned(),
        });
        self.push(
            EntryKind::PayloadsErased,
            vec![Digest::of(&note)],
            erases,
            vec![note],
        )
    }

    pub(crate) fn len(&self) -> u64 {
        self.entries.len() as u64
    }

    /// Entries from index `from` on, ready to be fed.
    pub(crate) fn fed(&self, from: u64) -> Vec<Fed<'_>> {
        self.entries
            .iter()
            .enumerate()
            .skip(from as usize)
            .map(|(index, stored)| Fed {
                index: index as u64,
                entry: &stored.bytes,
                payloads: stored
                    .payloads
                    .iter()
                    .map(|payload| match payload {
                        Some(bytes) => FedPayload::Present(bytes),
                        None => FedPayload::Erased,
                    })
                    .collect(),
                texts: stored
                    .texts
                    .iter()
                    .map(|(item, text)| FedText { item: *item, text })
                    .collect(),
                prints: stored.prints.clone(),
            })
            .collect()
    }

    /// A catalog in memory that knows all of it.
    pub(crate) fn catalog(&self) -> Catalog {
        let mut catalog = Catalog::in_memory(ORIGIN).expect("a catalog in memory");
        catalog.apply(&self.fed(0)).expect("the ledger is taken");
        catalog
    }

    /// A catalog built in the file `path`.
    pub(crate) fn rebuild(&self, path: &std::path::Path) -> Catalog {
        let feed = |sink: &mut Sink| -> Result<(), CatalogError> { sink.take(&self.fed(0)) };
        let (catalog, _) = Catalog::rebuild(path, ORIGIN, feed).expect("the ledger is taken");
        catalog
    }
}

/// Everything that `catalog` answers.
pub(crate) fn dump(catalog: &Catalog) -> String {
    let mut out = String::new();
    catalog.dump(&mut out).expect("every answer is given");
    out
}

pub(crate) fn person(number: u64) -> RecordId {
    RecordId::Person(PersonId::from_bits(number))
}

pub(crate) fn term(word: &str) -> Term {
    Term::new(word).expect("a term")
}

pub(crate) fn text(words: &str, language: &str) -> Value {
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

pub(crate) fn number(low: u64, high: u64) -> Value {
    Value::Number(NumberRange::new(Some(low), Some(high)).expect("a range"))
}

/// A public claim of source number `source`.
pub(crate) fn claim(about: RecordId, property: &str, value: Value, source: u64) -> Claim {
    Claim {
        about,
        property: term(property),
        value,
        qualifiers: Vec::new(),
        citation: Citation {
            source: Some(SourceId::from_bits(source)),
            ..Citation::default()
        },
        attribution: Vec::new(),
        certainty: Certainty {
            term: term("stated"),
            note: None,
        },
        access: Access::Public,
    }
}

pub(crate) fn name(about: RecordId, words: &str) -> Claim {
    claim(about, "name", text(words, "en"), 1)
}

pub(crate) fn id_of(claim: &Claim) -> ClaimId {
    v1::claim_id(&ORIGIN.key, claim)
}

pub(crate) fn item(number: u32, name: &str) -> Item {
    Item {
        number: EvidenceNumber(number),
        digest: Digest::of(name.as_bytes()),
        size: 12,
        media_type: "text/plain".to_owned(),
        name: name.to_owned(),
        title: None,
        obtained_how: "downloaded".to_owned(),
        obtained_from: None,
        custody: Vec::new(),
        access: Access::Public,
    }
}

pub(crate) fn source(number: u64, title: &str) -> Source {
    Source {
        id: SourceId::from_bits(number),
        title: title.to_owned(),
        kind: term("press"),
        producer: Some("Producer".to_owned()),
        date: None,
        languages: Vec::new(),
        reference: None,
        reliability: None,
        note: None,
        access: Access::Public,
    }
}

/// A ledger in which something of every kind happens.
pub(crate) fn everything() -> Ledger {
    let mut ledger = Ledger::default();
    ledger.add(
        EntryKind::ArchiveCreated,
        &[Payload::Archive {
            name: "A case".to_owned(),
        }],
    );
    ledger.source(source(1, "First list"));
    ledger.source(source(2, "Second list"));
    ledger.item(
        item(1, "report.txt"),
        Some("In Karaj, Hamed Kalantari was killed."),
    );
    for row in 0..40u64 {
        let about = person(row * 17 + 3);
        ledger.claims(&[
            name(about, &format!("Hamed Kalantari {row}")),
            claim(about, "name", text("حامد کلانتری", "fa"), 1),
            claim(
                about,
                "died",
                date(&format!("1988-0{}", 7 + row % 2)),
                1 + row % 2,
            ),
            claim(about, "age", number(20 + row, 21 + row), 1),
        ]);
    }
    let known = |row: u64| person(row * 17 + 3);
    ledger.pair(Decision::Same, known(1), known(2));
    ledger.pair(Decision::Same, known(2), known(5));
    ledger.pair(Decision::Same, known(7), known(8));
    ledger.pair(Decision::Different, known(8), known(9));
    ledger.pair(Decision::Same, known(9), known(7));
    ledger.suggest(Proposal::Same(known(10), known(11)));
    ledger.suggest(Proposal::Different(known(12), known(13)));
    let proposed = claim(known(3), "prison", text("Evin", "en"), 2);
    ledger.suggest(Proposal::Claim(Box::new(proposed.clone())));
    ledger.judge(Decision::Accept, &[Subject::Claim(id_of(&proposed))]);
    ledger.judge(Decision::Hide, &[Subject::Record(known(4))]);
    ledger.judge(Decision::Restrict, &[Subject::Item(EvidenceNumber(1))]);
    ledger.judge(
        Decision::Reject,
        &[Subject::Claim(id_of(&name(known(6), "Hamed Kalantari 6")))],
    );
    ledger.source(source(1, "First list, second edition"));
    // The same row read again, and something new about somebody known.
    ledger.claims(&[name(known(0), "Hamed Kalantari 0")]);
    ledger.claims(&[claim(known(0), "died", date("1989"), 2)]);
    let gone = ledger.claims(&[name(person(9_999), "Nobody Knows")]);
    ledger.erase(gone, "asked for by the family");
    ledger
}
