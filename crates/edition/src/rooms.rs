//! The rooms of the tour, and which records stand in each.

use std::cmp::Reverse;

use model::{
    arrangement::{Localized, RoomText},
    date::Day,
    id::{EvidenceNumber, RecordId, RecordKind},
    vocabulary,
};

use crate::edition::{Room, Shown, ShownLocator, Subject};

/// Kinds of place that stand in the room of graves.
const GRAVES: [&str; 3] = ["mass-grave", "cemetery-section", "suspected-site"];

/// The rooms in the order of the tour. Only what is shown of a record decides where it stands.
pub(crate) fn arranged(rooms: Vec<RoomText>, subjects: &[Subject]) -> Vec<Room> {
    let rooms = if rooms.is_empty() { default() } else { rooms };
    (1..)
        .zip(rooms)
        .map(|(number, text)| {
            let RoomText {
                room,
                title,
                introduction,
            } = text;
            let members = members(room.as_str(), subjects);
            Room {
                room,
                number,
                title,
                introduction,
                members,
            }
        })
        .collect()
}

/// The tour when nobody arranged one: the rooms in the order of the vocabulary.
fn default() -> Vec<RoomText> {
    vocabulary::standard()
        .terms("room")
        .iter()
        .map(|known| RoomText {
            room: known.id.clone(),
            title: Localized::default(),
            introduction: Localized::default(),
        })
        .collect()
}

fn members(room: &str, subjects: &[Subject]) -> Vec<RecordId> {
    let of = |kind: RecordKind| {
        subjects
            .iter()
            .filter(move |subject| subject.id.kind() == kind)
    };
    match room {
        "people" => {
            ids(of(RecordKind::Person).filter(|person| person.has("listed-as", &["victim"])))
        }
        "graves" => {
            by_place(of(RecordKind::Place).filter(|place| place.has("place-kind", &GRAVES)))
        }
        "commission" => ids(of(RecordKind::Person).filter(|person| person.says("commission-role"))),
        "tolls" => ids(subjects.iter().filter(|subject| subject.says("toll"))),
        "remarks" => by_day(
            of(RecordKind::Statement)
                .filter(|statement| statement.has("statement-kind", &["remark", "decree"])),
        ),
        "demands" => by_place(
            of(RecordKind::Statement)
                .filter(|statement| statement.has("statement-kind", &["demand"])),
        ),
        "programme" => by_order(of(RecordKind::Event).filter(|event| event.is_programme_item())),
        "timeline" => by_day(
            of(RecordKind::Event)
                .filter(|event| !event.is_programme_item() && event.first_day().is_some()),
        ),
        // Documents are the edition's items; the others are filled by the renderer or by visitors.
        _ => Vec::new(),
    }
}

fn ids<'a>(subjects: impl Iterator<Item = &'a Subject>) -> Vec<RecordId> {
    subjects.map(|subject| subject.id).collect()
}

/// Where something can be read first: item and place in it, what is in no item last. Records of one report or table so keep the
/// order in which it names them.
type Place = (bool, Option<EvidenceNumber>, u64);

/// By the place where each can be read first; then by identifier.
fn by_place<'a>(subjects: impl Iterator<Item = &'a Subject>) -> Vec<RecordId> {
    let mut placed: Vec<_> = subjects
        .map(|subject| (subject.first_place(), subject.id))
        .collect();
    placed.sort_unstable();
    placed.into_iter().map(|(_, id)| id).collect()
}

/// By earliest day, what has none last; then by the place where each can be read first, and by identifier.
fn by_day<'a>(subjects: impl Iterator<Item = &'a Subject>) -> Vec<RecordId> {
    let mut dated: Vec<_> = subjects
        .map(|subject| {
            let day = subject.first_day();
            (day.is_none(), day, subject.first_place(), subject.id)
        })
        .collect();
    dated.sort_unstable();
    dated.into_iter().map(|(.., id)| id).collect()
}

/// By the number called `order`, what has none last; then by day and identifier.
fn by_order<'a>(subjects: impl Iterator<Item = &'a Subject>) -> Vec<RecordId> {
    let mut numbered: Vec<_> = subjects
        .map(|subject| {
            let order = subject.values("order").find_map(|value| match value {
                Shown::Number(number) => number.low().or(number.high()),
                _ => None,
            });
            let day = subject.first_day();
            // `Reverse` of an option: those that have a number or day come first, so compare what is missing before it.
            (
                Reverse(order.is_some()),
                order,
                Reverse(day.is_some()),
                day,
                subject.id,
            )
        })
        .collect();
    numbered.sort_unstable();
    numbered.into_iter().map(|(.., id)| id).collect()
}

impl Subject {
    /// Everything shown as a value of `property`.
    fn values<'a>(&'a self, property: &'a str) -> impl Iterator<Item = &'a Shown> {
        self.facts
            .iter()
            .filter(move |fact| fact.property.as_str() == property)
            .map(|fact| &fact.value)
    }

    /// Whether `property` is shown to be any of `terms`.
    fn has(&self, property: &str, terms: &[&str]) -> bool {
        self.values(property)
            .any(|value| matches!(value, Shown::Term(term) if terms.contains(&term.as_str())))
    }

    /// Whether anything is shown as a value of `property`.
    fn says(&self, property: &str) -> bool {
        self.values(property)
            .any(|value| !matches!(value, Shown::Withheld(_)))
    }

    fn is_programme_item(&self) -> bool {
        self.has("event-kind", &["programme-item"])
    }

    /// Where something about it can be read first.
    fn first_place(&self) -> Place {
        self.facts
            .iter()
            .flat_map(|fact| &fact.citations)
            .map(|cited| {
                let place = match &cited.locator {
                    Some(ShownLocator::Page(page, _)) => u64::from(*page),
                    Some(
                        ShownLocator::Text(place, ..)
                        | ShownLocator::Cell(place, _)
                        | ShownLocator::Time(place, _),
                    ) => *place,
                    None => 0,
                };
                (cited.item.is_none(), cited.item, place)
            })
            .min()
            .unwrap_or((true, None, 0))
    }

    /// The earliest day among the dates shown; `None` when there is none, or when all are open to the past.
    fn first_day(&self) -> Option<Day> {
        self.facts
            .iter()
            .filter_map(|fact| match &fact.value {
                Shown::Date(date) => date.earliest,
                _ => None,
            })
            .min()
    }
}
