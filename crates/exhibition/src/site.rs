//! The edition with what every page asks of it: where a record's page is, what it is called, where an item's anchors are.

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    ops::Range,
};

use edition::{
    EvidenceNumber, Language, Localized, RecordId, RecordKind, SourceId,
    edition::{
        Content, Edition, Fact, ItemCard, Name, Room, Shown, ShownLocator, SourceCard, Subject,
    },
};

use crate::{
    Options,
    cards::Cards,
    lang::Lang,
    letters::Script,
    memory::{Part, Watched, seen},
    pictures::{self, Gallery, SHEETS_ON_PAGE},
    wall::Wall,
};

/// Bytes of rows on one page of an item. Chosen by us: what stands around them takes the rest of 120,000.
const ROWS_LIMIT: usize = 84_000;
/// Bytes of markup around a cell and around a row, about.
const AROUND: (usize, usize) = (34, 60);

/// The edition and the indexes over it.
#[derive(Debug)]
pub(crate) struct Site<'a> {
    /// What is shown.
    pub(crate) edition: Watched<'a>,
    /// How it is to be written.
    pub(crate) options: &'a Options,
    /// Its pictures, as they were written.
    pub(crate) gallery: Gallery,
    /// Where the cards of its rooms stand.
    pub(crate) cards: Cards,
    /// Everybody on the wall.
    pub(crate) wall: Wall<'a>,
    victims: HashSet<RecordId>,
    graves: HashSet<RecordId>,
    demands: HashSet<RecordId>,
    items: HashMap<EvidenceNumber, Anchors>,
}

/// The anchors that an item's page has.
#[derive(Debug)]
enum Anchors {
    /// Spans of its text.
    Spans(BTreeSet<(u64, u64)>),
    /// Rows of its table, header included, and the row with which each of its pages begins.
    Rows(u64, Vec<u64>),
    /// None.
    None,
}

/// Properties whose value is a name of the record.
const NAMING: [&str; 2] = ["name", "title"];

/// Kinds of place that stand in the room of graves.
const GRAVES: [&str; 3] = ["mass-grave", "cemetery-section", "suspected-site"];

impl<'a> Site<'a> {
    /// Indexes `edition`.
    pub(crate) fn new(edition: &'a Edition, gallery: Gallery, options: &'a Options) -> Self {
        let having = |is: fn(&Subject) -> bool| -> HashSet<RecordId> {
            let subjects = edition.subjects.iter().filter(|subject| is(subject));
            subjects.map(|subject| subject.id).collect()
        };
        Self {
            edition: Watched::new(edition),
            options,
            gallery,
            cards: Cards::new(),
            wall: Wall::new(edition),
            victims: having(is_victim),
            graves: having(is_grave),
            demands: having(is_demand),
            items: edition
                .items
                .iter()
                .map(|item| (item.number, anchors(item)))
                .collect(),
        }
    }

    /// The record, if it may be shown.
    pub(crate) fn subject(&self, id: RecordId) -> Option<&'a Subject> {
        seen(Part::Subject(id));
        find(self.edition.face(), id)
    }

    /// The source, if it may be named.
    pub(crate) fn source(&self, id: SourceId) -> Option<&'a SourceCard> {
        seen(Part::Source(id));
        let sources = &self.edition.face().sources;
        let place = sources.binary_search_by_key(&id, |source| source.id).ok()?;
        sources.get(place)
    }

    /// The item, if it may be named.
    pub(crate) fn item(&self, number: EvidenceNumber) -> Option<&'a ItemCard> {
        seen(Part::Item(number));
        let items = &self.edition.face().items;
        let place = items
            .binary_search_by_key(&number, |item| item.number)
            .ok()?;
        items.get(place)
    }

    /// The room called `word`, if the curator has it in the tour.
    pub(crate) fn room(&self, word: &str) -> Option<&'a Room> {
        seen(Part::Room(word));
        let rooms = &self.edition.face().rooms;
        rooms.iter().find(|room| room.room.as_str() == word)
    }

    /// The day of the newest entry, Gregorian `YYYY-MM-DD`; empty for an empty archive.
    pub(crate) fn as_of(&self) -> &'a str {
        seen(Part::AsOf);
        &self.edition.face().as_of
    }

    /// Everybody on the wall with their names.
    pub(crate) fn wall_names(&self) -> impl Iterator<Item = &'a Subject> + use<'a> {
        seen(Part::WallNames);
        let edition = self.edition.face();
        let people = edition
            .rooms
            .iter()
            .filter(|room| room.room.as_str() == "people");
        people
            .flat_map(|room| &room.members)
            .filter_map(|id| find(edition, *id))
    }

    /// The subjects of a room, in its order.
    pub(crate) fn members(&self, word: &str) -> impl Iterator<Item = &'a Subject> + use<'a, '_> {
        let members = self
            .room(word)
            .map(|room| room.members.as_slice())
            .unwrap_or_default();
        members.iter().filter_map(|id| self.subject(*id))
    }

    /// `true` for people whom a list names as victims.
    pub(crate) fn is_victim(&self, id: RecordId) -> bool {
        seen(Part::Kind(id));
        self.victims.contains(&id)
    }

    /// `true` for places that stand in the room of graves.
    pub(crate) fn is_grave(&self, id: RecordId) -> bool {
        seen(Part::Kind(id));
        self.graves.contains(&id)
    }

    /// `true` for statements that demand something.
    pub(crate) fn is_demand(&self, id: RecordId) -> bool {
        seen(Part::Kind(id));
        self.demands.contains(&id)
    }

    /// The room to which a record belongs, for the way back.
    pub(crate) fn room_of(&self, id: RecordId) -> &'static str {
        match id.kind() {
            RecordKind::Person if self.is_victim(id) => "people",
            RecordKind::Person => "commission",
            RecordKind::Place => "graves",
            RecordKind::Statement if self.is_demand(id) => "demands",
            RecordKind::Statement => "remarks",
            RecordKind::Event => "timeline",
            RecordKind::Group | RecordKind::Proceeding => "documents",
        }
    }

    /// Address of a record's page, from the folder of the language.
    pub(crate) fn address(&self, id: RecordId) -> String {
        let name = id.to_string();
        let folder = match id.kind() {
            RecordKind::Person if self.is_victim(id) => {
                return format!("people/{}/{name}.html", name.get(1..3).unwrap_or("00"));
            }
            RecordKind::Person => "officials",
            RecordKind::Place if self.is_grave(id) => "graves",
            RecordKind::Place => "places",
            RecordKind::Statement if self.is_demand(id) => "demands",
            RecordKind::Statement => "remarks",
            RecordKind::Event => "events",
            RecordKind::Group => "groups",
            RecordKind::Proceeding => "proceedings",
        };
        format!("{folder}/{name}.html")
    }

    /// Address of an item's page, at the place that `locator` names if the page has an anchor there.
    pub(crate) fn item_address(
        &self,
        number: EvidenceNumber,
        locator: Option<&ShownLocator>,
    ) -> String {
        seen(Part::Item(number));
        let page = item_page(number, 1);
        match (self.items.get(&number), locator) {
            (Some(Anchors::Spans(spans)), Some(ShownLocator::Text(start, end, _)))
                if spans.contains(&(*start, *end)) =>
            {
                format!("{page}#t-{start}-{end}")
            }
            (_, Some(ShownLocator::Page(sheet, area)))
                if self.gallery.is_open(number) && self.gallery.has_sheet(number, *sheet) =>
            {
                let page = (*sheet as usize).div_ceil(SHEETS_ON_PAGE);
                let place = match area {
                    Some([left, top, right, bottom]) => {
                        format!("p-{sheet}-{left}-{top}-{right}-{bottom}")
                    }
                    None => format!("p-{sheet}"),
                };
                format!("{}#{place}", item_page(number, page))
            }
            (Some(Anchors::Rows(rows, begins)), Some(ShownLocator::Cell(row, _)))
                if (1..=*rows).contains(row) =>
            {
                let page = begins.partition_point(|begin| begin <= row).max(1);
                format!("{}#r-{row}", item_page(number, page))
            }
            _ => page,
        }
    }

    /// The rows of an item's table that stand on each of its pages, numbered from 1; the header, row 1, is not among them.
    /// One page without rows for an item that is no table.
    pub(crate) fn row_pages(&self, number: EvidenceNumber) -> Vec<Range<u64>> {
        seen(Part::Item(number));
        match self.items.get(&number) {
            Some(Anchors::Rows(rows, begins)) => {
                let ends = begins.iter().skip(1).copied().chain([*rows + 1]);
                begins
                    .iter()
                    .zip(ends)
                    .map(|(begin, end)| *begin..end)
                    .collect()
            }
            _ => std::iter::once(0..0).collect(),
        }
    }

    /// The spans of an item's text that are cited, in order.
    pub(crate) fn spans(&self, number: EvidenceNumber) -> impl Iterator<Item = (u64, u64)> + '_ {
        seen(Part::Item(number));
        let spans = match self.items.get(&number) {
            Some(Anchors::Spans(spans)) => Some(spans),
            _ => None,
        };
        spans.into_iter().flatten().copied()
    }
}

/// Address of the pages where a sensitive picture can be looked at.
pub(crate) fn look_page(number: EvidenceNumber) -> String {
    format!("documents/{}-look.html", pictures::name(number))
}

/// Address of page `page` of an item, from 1.
pub(crate) fn item_page(number: EvidenceNumber, page: usize) -> String {
    let name = number.to_string().to_ascii_lowercase();
    match page {
        0 | 1 => format!("documents/{name}.html"),
        page => format!("documents/{name}-{page}.html"),
    }
}

/// Address of a source's page.
pub(crate) fn source_address(id: SourceId) -> String {
    format!("sources/{id}.html")
}

/// `true` for a person whom a list names as a victim.
pub(crate) fn is_victim(subject: &Subject) -> bool {
    has(subject, "listed-as", &["victim"])
}

/// `true` for a place that stands in the room of graves.
pub(crate) fn is_grave(subject: &Subject) -> bool {
    has(subject, "place-kind", &GRAVES)
}

/// `true` for a statement that demands something.
pub(crate) fn is_demand(subject: &Subject) -> bool {
    has(subject, "statement-kind", &["demand"])
}

/// The record called `id`.
pub(crate) fn find(edition: &Edition, id: RecordId) -> Option<&Subject> {
    let subjects = &edition.subjects;
    let place = subjects
        .binary_search_by_key(&id, |subject| subject.id)
        .ok()?;
    subjects.get(place)
}

fn anchors(item: &ItemCard) -> Anchors {
    match &item.content {
        Content::Text(text) => {
            let length = text.chars().count() as u64;
            let locators = item.cited_by.iter().flat_map(|(_, locators)| locators);
            let spans = locators.filter_map(|locator| match locator {
                ShownLocator::Text(start, end, _) if start <= end && *end <= length => {
                    Some((*start, *end))
                }
                _ => None,
            });
            Anchors::Spans(spans.collect())
        }
        Content::Table(rows) => Anchors::Rows(rows.len() as u64, begins(rows)),
        Content::None | Content::Withheld(_) => Anchors::None,
        _ => Anchors::None,
    }
}

/// The row, numbered from 1 with the header, with which each page of a table begins.
fn begins(rows: &[Vec<String>]) -> Vec<u64> {
    let mut begins = vec![2];
    let mut size = 0;
    for (number, row) in (1u64..).zip(rows).skip(1) {
        let bytes = row.iter().map(|cell| cell.len() + AROUND.0).sum::<usize>() + AROUND.1;
        if size + bytes > ROWS_LIMIT && size > 0 {
            begins.push(number);
            size = 0;
        }
        size += bytes;
    }
    begins
}

/// The facts of `subject` that say `property`.
pub(crate) fn facts<'a>(
    subject: &'a Subject,
    property: &'a str,
) -> impl Iterator<Item = &'a Fact> + Clone {
    subject
        .facts
        .iter()
        .filter(move |fact| fact.property.as_str() == property)
}

/// Whether `property` is shown to be any of `terms`.
pub(crate) fn has(subject: &Subject, property: &str, terms: &[&str]) -> bool {
    facts(subject, property)
        .any(|fact| matches!(&fact.value, Shown::Term(term) if terms.contains(&term.as_str())))
}

/// The qualifier `property` of a fact.
pub(crate) fn qualifier<'a>(fact: &'a Fact, property: &str) -> Option<&'a Shown> {
    fact.qualifiers
        .iter()
        .find(|(term, _)| term.as_str() == property)
        .map(|(_, value)| value)
}

/// The facts without those that are only a translation of another: where one place of one source gives a text in several
/// languages, the one in the language of the page stands for all.
pub(crate) fn readable<'a>(lang: Lang, facts: impl Iterator<Item = &'a Fact>) -> Vec<&'a Fact> {
    let facts: Vec<&Fact> = facts.collect();
    let is_own = |fact: &Fact| matches!(&fact.value, Shown::Text { language: Some(language), .. } if language.as_str() == lang.tag());
    let own: Vec<&Fact> = facts.iter().copied().filter(|fact| is_own(fact)).collect();
    let is_stood_for = |fact: &Fact| {
        matches!(
            &fact.value,
            Shown::Text {
                language: Some(_),
                ..
            }
        ) && !is_own(fact)
            && own
                .iter()
                .any(|own| own.property == fact.property && is_from_one_place(own, fact))
    };
    facts
        .into_iter()
        .filter(|fact| !is_stood_for(fact))
        .collect()
}

/// Whether all that says `two` stands in a row or named place that says `one`. Of a whole source it cannot be told.
fn is_from_one_place(one: &Fact, two: &Fact) -> bool {
    two.citations.iter().all(|cited| {
        one.citations.iter().any(|other| {
            let row = |locator: &Option<ShownLocator>| match locator {
                Some(ShownLocator::Cell(row, _)) => Some(*row),
                _ => None,
            };
            (cited.place_in_source.is_some() || row(&cited.locator).is_some())
                && other.source == cited.source
                && other.item == cited.item
                && other.place_in_source == cited.place_in_source
                && row(&other.locator) == row(&cited.locator)
        })
    })
}

/// `true` for facts that only name the record.
pub(crate) fn is_naming(fact: &Fact) -> bool {
    NAMING.contains(&fact.property.as_str())
}

/// The name that comes first on a page of `lang`, and the first one in another script.
pub(crate) fn names(lang: Lang, names: &[Name]) -> (Option<&Name>, Option<&Name>) {
    let script = Script::of_lang(lang);
    let mut own = names.iter().filter(|name| Script::of(&name.text) == script);
    let in_language = |name: &&Name| {
        name.language
            .as_ref()
            .is_some_and(|language| language.as_str() == lang.tag())
    };
    let first = own
        .clone()
        .find(in_language)
        .or_else(|| own.next())
        .or_else(|| names.first());
    let second = first.and_then(|first| {
        let script = Script::of(&first.text);
        names.iter().find(|name| Script::of(&name.text) != script)
    });
    (first, second)
}

/// The words for `lang`: in it, else in English, else in whatever there is, with their language.
pub(crate) fn localized(text: &Localized, lang: Lang) -> Option<(&Language, &str)> {
    let of = |tag: &str| {
        text.0
            .iter()
            .find(|(language, words)| language.as_str() == tag && !words.trim().is_empty())
    };
    of(lang.tag())
        .or_else(|| of("en"))
        .or_else(|| text.0.iter().find(|(_, words)| !words.trim().is_empty()))
        .map(|(language, words)| (language, words.as_str()))
}
