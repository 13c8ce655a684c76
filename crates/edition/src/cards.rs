//! Sources and items as shown, with the records that cite them.

use model::{
    id::{EvidenceNumber, RecordId, SourceId},
    item::CustodyEvent,
    source::{Reliability, Source},
};

use crate::{
    dates,
    draft::DraftItem,
    edition::{Content, FileFacts, ItemCard, Reason, ShownLocator, SourceCard, Subject},
    standing::{Items, Sources},
};

/// What the shown facts cite, sorted, each once.
#[derive(Debug)]
pub(crate) struct Uses {
    /// Which source says something about which record.
    pub(crate) sources: Vec<(SourceId, RecordId)>,
    /// Which item is cited about which record, and where.
    pub(crate) items: Vec<(EvidenceNumber, RecordId, Option<ShownLocator>)>,
}

impl Uses {
    /// What the facts of `subjects` cite.
    pub(crate) fn of(subjects: &[Subject]) -> Self {
        let (mut sources, mut items) = (Vec::new(), Vec::new());
        for subject in subjects {
            for cited in subject.facts.iter().flat_map(|fact| &fact.citations) {
                let voices = cited.voices.iter().filter_map(|voice| voice.source);
                sources.extend(voices.chain(cited.source).map(|id| (id, subject.id)));
                items.extend(
                    cited
                        .item
                        .map(|number| (number, subject.id, cited.locator.clone())),
                );
            }
        }
        sources.sort_unstable();
        sources.dedup();
        items.sort_unstable();
        items.dedup();
        Self { sources, items }
    }
}

/// A card for each source that may be named, by identifier.
pub(crate) fn sources(sources: Sources, uses: Vec<(SourceId, RecordId)>) -> Vec<SourceCard> {
    let mut uses = uses.into_iter().peekable();
    let mut cards = Vec::new();
    for (id, standing) in sources {
        while uses.next_if(|(used, _)| *used < id).is_some() {}
        let mut cited_by = Vec::new();
        while let Some((_, record)) = uses.next_if(|(used, _)| *used == id) {
            cited_by.push(record);
        }
        if let Ok(draft) = standing {
            cards.push(source(draft.source, cited_by));
        }
    }
    cards
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
    sources: &Sources,
    uses: Vec<(EvidenceNumber, RecordId, Option<ShownLocator>)>,
) -> Vec<ItemCard> {
    let mut uses = uses.into_iter().peekable();
    let mut cards = Vec::new();
    for (number, standing) in items {
        while uses.next_if(|(used, ..)| *used < number).is_some() {}
        let mut cited_by: Vec<(RecordId, Vec<ShownLocator>)> = Vec::new();
        while let Some((_, record, locator)) = uses.next_if(|(used, ..)| *used == number) {
            match cited_by.last_mut().filter(|(last, _)| *last == record) {
                Some((_, locators)) => locators.extend(locator),
                None => cited_by.push((record, locator.into_iter().collect())),
            }
        }
        if let Ok((draft, withheld)) = standing {
            cards.push(item(draft, withheld, sources, cited_by));
        }
    }
    cards
}

fn item(
    draft: DraftItem,
    withheld: Option<Reason>,
    sources: &Sources,
    cited_by: Vec<(RecordId, Vec<ShownLocator>)>,
) -> ItemCard {
    let DraftItem {
        item,
        access: _,
        entry,
        text,
        table,
        erased: _,
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
