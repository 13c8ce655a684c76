//! What the cells of one row say. Cells repeat, so each distinct text is read once.

use std::collections::HashMap;

use model::date::Calendar;
use names::{
    fold::fold,
    key,
    part::{Sex, is_placeholder},
    register::NameId,
};

use super::{Columns, header::Target};
use crate::{
    age,
    date::written::{self, Written},
    record::{Age, PlaceId, ProblemKind, Records},
};

/// A text that stands for a date, with the calendar that its row names. Many rows have the same.
#[derive(Clone, Debug)]
pub(super) struct DateText {
    pub(super) text: Box<str>,
    pub(super) told: Option<Calendar>,
    /// `None` for what is no date.
    pub(super) written: Option<Written>,
}

/// The dates of a row before they are settled, by number.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Pending {
    pub(super) birth: Option<DateId>,
    pub(super) event: Option<DateId>,
}

/// A distinct text of a date, counted from 1 so that absence takes no room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct DateId(std::num::NonZeroU32);

/// Texts that were read before.
#[derive(Debug, Default)]
pub(super) struct Cells {
    dates: Vec<DateText>,
    /// By the calendar that the row names: none, then `Calendar::ALL`.
    date_ids: [HashMap<Box<str>, DateId>; 4],
    nulls: HashMap<Box<str>, bool>,
    ages: HashMap<Box<str>, Option<Age>>,
    sexes: HashMap<Box<str>, Option<Sex>>,
    calendars: HashMap<Box<str>, Option<Calendar>>,
    places: HashMap<Box<str>, Option<PlaceId>>,
    affiliations: HashMap<Box<str>, u64>,
    affiliation_sets: HashMap<Vec<String>, u64>,
    identifiers: HashMap<Box<str>, u64>,
}

/// One row, being read.
#[derive(Debug)]
pub(super) struct Row<'r> {
    pub(super) number: u64,
    pub(super) columns: &'r Columns,
    pub(super) cells: &'r [&'r str],
    pub(super) memory: &'r mut Cells,
    pub(super) records: &'r mut Records,
}

const AFFILIATIONS: &str = include_str!("../../data/affiliations.tsv");

/// Words for sex, folded. Own typing: English, French, German, Persian, Arabic, Turkish, Russian; 1 and 2 are ISO 5218.
const MEN: &str = "m male man men boy h homme masculin garcon mann mannlich junge erkek bay 1 مرد پسر مذکر ذکر رجل ولد آقا اقا м муж мужской";
const WOMEN: &str = "f female woman women girl w femme feminin fille frau weiblich madchen kadin bayan 2 زن دختر مونث موءنث انثی انثا امراه بنت خانم ж жен женский";
const UNSTATED: &str = "0 9 u x unk nk other";

impl Cells {
    /// The texts of dates, in the order in which they were first met; what else was remembered is dropped.
    pub(super) fn into_dates(self, records: &mut Records) -> Vec<DateText> {
        let mut sets: Vec<(Vec<String>, u64)> = self.affiliation_sets.into_iter().collect();
        sets.sort_by_key(|(_, number)| *number);
        records.affiliations = sets.into_iter().map(|(values, _)| values).collect();
        let mut texts: Vec<(Box<str>, u64)> = self.identifiers.into_iter().collect();
        texts.sort_by_key(|(_, number)| *number);
        records.identifiers = texts.into_iter().map(|(text, _)| text).collect();
        self.dates
    }

    /// Whether a text says that nothing is known.
    fn is_null(&mut self, text: &str) -> bool {
        // A number is always something, though no name.
        if text.chars().any(char::is_numeric) {
            return false;
        }
        remembered(&mut self.nulls, text, is_placeholder)
    }
}

impl DateId {
    pub(super) fn place(self) -> usize {
        self.0.get() as usize - 1
    }
}

impl<'r> Row<'r> {
    /// The name from its parts when both are there, else the whole name, else what part there is; and its twin. The first is
    /// there when either is.
    pub(super) fn names(&mut self) -> [Option<NameId>; 2] {
        let given = self.columns.both(self.cells, Target::Given);
        let family = self.columns.both(self.cells, Target::Surname);
        let whole = self.columns.both(self.cells, Target::Name);
        let names = [0, 1].map(|twin| match (given[twin], family[twin], whole[twin]) {
            (Some(given), Some(family), whole) => {
                if let Some(whole) = whole {
                    self.check_parts(given, family, whole);
                }
                let name = self.records.names.add_fields(given, family);
                self.taken(name, Target::Surname, family)
            }
            (_, _, Some(whole)) => self.name(whole, Target::Name),
            (None, None, None) => None,
            (given, family, None) => {
                let (given, family) = (given.unwrap_or(""), family.unwrap_or(""));
                let name = self.records.names.add_fields(given, family);
                self.taken(name, Target::Given, given)
            }
        });
        first_filled(names)
    }

    /// The name of a parent, and its twin.
    pub(super) fn parent(&mut self, target: Target) -> [Option<NameId>; 2] {
        let names = self.columns.both(self.cells, target);
        first_filled(names.map(|name| self.name(name?, target)))
    }

    pub(super) fn sex(&mut self) -> Option<Sex> {
        // A letter says it, which would be no name: hence not `told`.
        let text = self.columns.cell(self.cells, Target::Sex)?;
        let found = remembered(&mut self.memory.sexes, text, sex);
        if found.is_none() && !is_among(UNSTATED, &fold(text)) && !self.memory.is_null(text) {
            self.note(Target::Sex, text, ProblemKind::NotASex);
        }
        found
    }

    pub(super) fn age(&mut self) -> Option<Age> {
        let text = self.told(Target::Age)?;
        let found = remembered(&mut self.memory.ages, text, age::read);
        if found.is_none() {
            self.note(Target::Age, text, ProblemKind::NotAnAge);
        }
        found
    }

    /// The dates of birth and event, by number.
    pub(super) fn dates(&mut self) -> (Option<DateId>, Option<DateId>) {
        if self.told(Target::Birth).is_none() && self.told(Target::Event).is_none() {
            return (None, None);
        }
        let calendar = self.calendar();
        (
            self.date(Target::Birth, calendar),
            self.date(Target::Event, calendar),
        )
    }

    pub(super) fn place(&mut self, target: Target) -> Option<PlaceId> {
        let text = self.told(target)?;
        if let Some(known) = self.memory.places.get(text) {
            return *known;
        }
        let place = self.records.places.add(text);
        self.memory.places.insert(text.into(), place);
        place
    }

    /// The number of the affiliation in `Records::affiliations` and 1 more; 0 when there is none.
    pub(super) fn affiliation(&mut self) -> u64 {
        let Some(text) = self.told(Target::Affiliation) else {
            return 0;
        };
        if let Some(number) = self.memory.affiliations.get(text) {
            return *number;
        }
        let values = affiliations(text);
        let number = if values.is_empty() {
            0
        } else {
            let sets = &mut self.memory.affiliation_sets;
            let next = sets.len() as u64 + 1;
            *sets.entry(values).or_insert(next)
        };
        self.memory.affiliations.insert(text.into(), number);
        number
    }

    pub(super) fn identifiers(&mut self) -> Box<[(u16, u64)]> {
        let mut found = Vec::new();
        for (number, &place) in self.columns.identifiers.iter().enumerate() {
            let Some(text) = self.cells.get(place).map(|cell| cell.trim()) else {
                continue;
            };
            if text.is_empty() || self.memory.is_null(text) {
                continue;
            }
            let mut folded = fold(text);
            folded.retain(|letter| letter != ' ');
            // Nothing but zeros is how a form is left empty.
            if folded.is_empty() || folded.bytes().all(|byte| byte == b'0') {
                continue;
            }
            let known = &mut self.memory.identifiers;
            let next = known.len() as u64;
            let value = match known.get(folded.as_str()) {
                Some(value) => *value,
                None => {
                    known.insert(folded.into(), next);
                    next
                }
            };
            found.push((number as u16, value));
        }
        found.into()
    }

    fn name(&mut self, text: &str, target: Target) -> Option<NameId> {
        let name = self.records.names.add(text);
        self.taken(name, target, text)
    }

    /// A name that was entered: `None` when it says nothing, with what is to be said about it otherwise.
    fn taken(&mut self, name: NameId, target: Target, text: &str) -> Option<NameId> {
        if self.records.names.says_nothing(name) {
            return None;
        }
        if self.records.names.was_cut(name) {
            self.note(target, text, ProblemKind::NameTooLong);
        }
        if self.records.names.is_mixed(name) {
            self.note(target, text, ProblemKind::MixedScripts);
        }
        Some(name)
    }

    /// A whole name should have in it what stands in the fields for its parts.
    fn check_parts(&mut self, given: &str, family: &str, whole: &str) {
        let words = |text: &str| {
            let mut letters = fold(text);
            letters.retain(|letter| letter != ' ');
            letters
        };
        let plain = words(whole);
        if plain.contains(&words(given)) && plain.contains(&words(family)) {
            return;
        }
        let key = key::latin_key(whole);
        if !key.contains(&key::latin_key(given)) || !key.contains(&key::latin_key(family)) {
            self.note(Target::Name, whole, ProblemKind::NameDiffers);
        }
    }

    fn calendar(&mut self) -> Option<Calendar> {
        let text = self.told(Target::Calendar)?;
        let found = remembered(&mut self.memory.calendars, text, calendar);
        if found.is_none() {
            self.note(Target::Calendar, text, ProblemKind::NotACalendar);
        }
        found
    }

    fn date(&mut self, target: Target, calendar: Option<Calendar>) -> Option<DateId> {
        let text = self.told(target)?;
        // A database writes its empty dates so: 0000-00-00.
        if text
            .chars()
            .all(|letter| letter == '0' || !letter.is_alphanumeric())
        {
            return None;
        }
        let id = self.memory.date(text, calendar)?;
        if self.memory.dates[id.place()].written.is_none() {
            self.note(target, text, ProblemKind::NotADate);
            return None;
        }
        Some(id)
    }

    /// What a column tells, or its twin; `None` when neither tells anything.
    fn told(&mut self, target: Target) -> Option<&'r str> {
        let cells: &'r [&'r str] = self.cells;
        self.columns
            .both(cells, target)
            .into_iter()
            .flatten()
            .find(|text| !self.memory.is_null(text))
    }

    fn note(&mut self, target: Target, value: &str, what: ProblemKind) {
        let column = self.columns.name(target);
        self.records.note(self.number, column, value, what);
    }
}

impl Cells {
    fn date(&mut self, text: &str, told: Option<Calendar>) -> Option<DateId> {
        let ids = &mut self.date_ids[told.map_or(0, |calendar| 1 + calendar as usize)];
        if let Some(id) = ids.get(text) {
            return Some(*id);
        }
        let id = DateId(std::num::NonZeroU32::new(self.dates.len() as u32 + 1)?);
        self.dates.push(DateText {
            text: text.into(),
            told,
            written: written::read(text),
        });
        ids.insert(text.into(), id);
        Some(id)
    }
}

fn remembered<T: Copy>(
    known: &mut HashMap<Box<str>, T>,
    text: &str,
    read: impl FnOnce(&str) -> T,
) -> T {
    match known.get(text) {
        Some(found) => *found,
        None => {
            let found = read(text);
            known.insert(text.into(), found);
            found
        }
    }
}

fn first_filled([own, twin]: [Option<NameId>; 2]) -> [Option<NameId>; 2] {
    match own {
        Some(_) => [own, twin],
        None => [twin, None],
    }
}

fn sex(text: &str) -> Option<Sex> {
    let folded = fold(text);
    if is_among(MEN, &folded) {
        Some(Sex::Man)
    } else if is_among(WOMEN, &folded) {
        Some(Sex::Woman)
    } else {
        None
    }
}

/// Calendars by their word in files, and as people call them.
fn calendar(text: &str) -> Option<Calendar> {
    Calendar::parse(text).or_else(|| {
        Some(match fold(text).as_str() {
            "gregorian" | "greg" | "g" | "ad" | "ce" | "western" | "miladi" | "gregorien"
            | "میلادی" => Calendar::Gregorian,
            "solar hijri" | "solar" | "shamsi" | "jalali" | "persian" | "iranian" | "sh"
            | "solarhijri" | "khorshidi" | "hejri shamsi" | "هجری شمسی" | "شمسی" | "خورشیدی"
            | "imperial" | "shahanshahi" | "شاهنشاهی" => Calendar::SolarHijri,
            "lunar hijri" | "lunar" | "hijri" | "islamic" | "ghamari" | "qamari" | "ah"
            | "lunarhijri" | "hijri qamari" | "هجری قمری" | "قمری" | "هجری" => {
                Calendar::LunarHijri
            }
            _ => return None,
        })
    })
}

/// The values of an affiliation, known ones by their own word, others by their key: sorted, each once.
fn affiliations(text: &str) -> Vec<String> {
    let mut values: Vec<String> = text
        .split([';', ',', '|', '/', '،', '؛', '\n'])
        .map(fold)
        .filter(|value| !value.is_empty() && !is_placeholder(value))
        .map(|value| known_affiliation(&value).unwrap_or(value))
        .collect();
    values.sort();
    values.dedup();
    values
}

fn known_affiliation(folded: &str) -> Option<String> {
    AFFILIATIONS
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .find(|(_, names)| names.split('|').any(|name| fold(name) == folded))
        .map(|(word, _)| word.to_owned())
}

fn is_among(words: &str, word: &str) -> bool {
    words.split(' ').any(|one| fold(one) == word)
}
