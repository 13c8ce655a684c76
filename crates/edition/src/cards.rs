//! Sources and items as shown, with the records that cite them.

use std::collections::{BTreeMap, BTreeSet};

use model::{
    arrangement::Presented,
    id::{EvidenceNumber, RecordId, SourceId},
    item::CustodyEvent,
    source::{Reliability, Source},
};

use crate::{
    dates,
    draft::DraftItem,
    edition::{
        Content, FileFacts, ItemCard, Presentation, Reason, Sheet, ShownLocator, SourceCard,
        Subject,
    },
    policy::Policy,
    presented,
    standing::{Items, SeenItem, Sources},
};

/// A record and the places at which it cites an item, both sorted.
type Places = Vec<(RecordId, Vec<ShownLocator>)>;

/// What the shown facts cite, each thing once.
#[derive(Debug, Default)]
pub(crate) struct Uses {
    /// The records about which a source says something, sorted.
    pub(crate) sources: BTreeMap<SourceId, Vec<RecordId>>,
    /// The records that cite an item, sorted, and where.
    pub(crate) items: BTreeMap<EvidenceNumber, Places>,
}

impl Uses {
    /// What the facts of `subjects` cite; `subjects` are sorted.
    pub(crate) fn of(subjects: &[Subject]) -> Self {
        let mut uses = Self::default();
        for subject in subjects {
            let cited = || subject.facts.iter().flat_map(|fact| &fact.citations);
            let sources: BTreeSet<SourceId> = cited()
                .flat_map(|cited| {
                    let voices = cited.voices.iter().filter_map(|voice| voice.source);
                    voices.chain(cited.source)
                })
                .collect();
            for id in sources {
                uses.sources.entry(id).or_default().push(subject.id);
            }
            let mut places: Vec<(EvidenceNumber, &Option<ShownLocator>)> = cited()
                .filter_map(|cited| Some((cited.item?, &cited.locator)))
                .collect();
            places.sort_unstable();
            places.dedup();
            for of_one in places.chunk_by(|(one, _), (next, _)| one == next) {
                let locators = of_one.iter().filter_map(|(_, place)| (*place).clone());
                if let Some((number, _)) = of_one.first() {
                    let places = uses.items.entry(*number).or_default();
                    places.push((subject.id, locators.collect()));
                }
            }
        }
        uses
    }
}

/// A card for each source that may be named, by identifier.
pub(crate) fn sources(
    sources: Sources,
    mut uses: BTreeMap<SourceId, Vec<RecordId>>,
) -> Vec<SourceCard> {
    sources
        .into_iter()
        .filter_map(|(id, standing)| {
            let cited_by = uses.remove(&id).unwrap_or_default();
            Some(source(standing.ok()?.source, cited_by))
        })
        .collect()
}

fn source(source: Source, cited_by: Vec<RecordId>) -> SourceCard {
    let Source {
        id,
        title,
        kind,
        producer,
        date,
        languages,
        reference,
        reliability,
        note,
        access: _,
    } = source;
    SourceCard {
        id,
        title,
        kind,
        producer,
        date: date.map(dates::shown),
        languages,
        reference,
        reliability: reliability.map(|Reliability { grade, by }| (grade, by)),
        note,
        cited_by,
    }
}

/// A card for each item that may be named, by number.
pub(crate) fn items(
    items: Items,
    presented: Vec<Presented>,
    sources: &Sources,
    policy: &Policy,
    mut uses: BTreeMap<EvidenceNumber, Places>,
) -> Vec<ItemCard> {
    let mut presented = presented::of(presented, &items);
    items
        .into_iter()
        .filter_map(|(number, standing)| {
            let cited_by = uses.remove(&number).unwrap_or_default();
            let presented = presented.remove(&number).unwrap_or_default();
            let seen = standing.ok()?;
            let sheets = presented::sheets(&seen, policy);
            Some(item(seen, sheets, presented, sources, cited_by))
        })
        .collect()
}

fn item(
    seen: SeenItem,
    sheets: Vec<Sheet>,
    presented: Presentation,
    sources: &Sources,
    cited_by: Places,
) -> ItemCard {
    let SeenItem {
        draft,
        withheld,
        unseen: _,
    } = seen;
    let DraftItem {
        item,
        access: _,
        entry,
        text,
        table,
        erased: _,
        sheets: _,
        covered: _,
        added,
    } = draft;
    let file = withheld.is_none().then(|| FileFacts {
        name: item.name,
        media_type: item.media_type,
        size: item.size,
        digest: item.digest.to_string(),
    });
    let (obtained_from, origin_withheld) = match item.obtained_from.map(|id| (id, sources.get(&id)))
    {
        None => (None, None),
        Some((id, Some(Ok(_)))) => (Some(id), None),
        Some((_, Some(Err(reason)))) => (None, Some(*reason)),
        Some((_, None)) => (None, Some(Reason::Missing)),
    };
    let is_open = origin_withheld.is_none_or(|reason| reason == Reason::Missing);
    let custody = item.custody.into_iter().map(|event| {
        let CustodyEvent {
            time,
            action,
            by,
            note,
        } = event;
        (dates::day_of(time), action, by, note.filter(|_| is_open))
    });
    ItemCard {
        number: item.number,
        title: item.title,
        file,
        obtained_how: if is_open {
            item.obtained_how
        } else {
            String::new()
        },
        obtained_from,
        origin_withheld,
        custody: custody.collect(),
        entry,
        content: content(text, table, withheld),
        cited_by,
        sheets,
        presented,
        added: added.map(dates::day_of).unwrap_or_default(),
    }
}

fn content(
    text: Option<String>,
    table: Option<Vec<Vec<String>>>,
    withheld: Option<Reason>,
) -> Content {
    match (withheld, text, table) {
        (Some(reason), _, _) => Content::Withheld(reason),
        (None, Some(text), _) => Content::Text(text),
        (None, None, Some(table)) => Content::Table(table),
        (None, None, None) => Content::None,
    }
}
