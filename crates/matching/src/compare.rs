//! Two records side by side: a level for each field, the same level wherever the same thing is seen.

mod dates;
mod explain;
mod memory;
mod parents;
#[cfg(test)]
mod tests;

use names::{
    compare::{Comparer, Comparison},
    part::Role,
    rarity::Rarity,
    register::{NameId, PartId},
};

use crate::{
    place::{Nearness, is_one_edit},
    record::{PlaceId, Record, RecordIndex, Records},
};

pub use explain::FieldReason;

use memory::Memory;

/// A comparison of one kind of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Field {
    /// The names.
    Name,
    /// The fathers' names; the mothers' where not both rows name the father.
    Father,
    /// Birth and age together: they are one piece of evidence.
    Birth,
    /// Date of the event.
    Event,
    /// Place of the event.
    Place,
    /// Place of birth.
    BirthPlace,
    /// Sex.
    Sex,
    /// Affiliation.
    Affiliation,
    /// Identifiers.
    Identifier,
}

/// How many fields there are.
pub const FIELDS: usize = 9;

/// The level of each field, in the order of `Field`: 0 is no evidence (absent on either side), then 1 the best agreement, growing
/// to the plainest disagreement.
pub type Levels = [u8; FIELDS];

/// What came of comparing two records.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Compared {
    /// A level for each field.
    pub levels: Levels,
    /// Bits for the rarity of what agrees (name parts, place), within ±12.
    pub rarity: f32,
    /// The score of the names, 0 to 1; 0 when either is absent.
    pub name: f32,
}

/// From this score on names are the same but for spelling.
const SAME: f32 = 0.95;
/// From this score on they are close.
const CLOSE: f32 = 0.8;
/// From this score on they are likelier one name than not.
const LIKELY: f32 = 0.5;
const DOUBTFUL: f32 = 0.25;
const UNLIKELY: f32 = 0.1;

/// Parts so alike are one part (what spellings of one name reach, `names::compare`).
const ONE_PART: f32 = 0.85;

/// All rarity together stays within so many bits (method notes, section 11: pairs are clipped there too).
const RARITY_CAP: f32 = 12.0;

/// How much of the rarity of a father's name counts beside that of the name: families choose names from few. By hand.
const FATHERS_RARITY: f32 = 0.5;

/// Levels of names. `matched` parts are those that were set beside each other by `names::compare`.
const NAME: [&str; 12] = [
    // A score of .95 and more: three parts and more; two.
    "same-3-parts",
    "same-2-parts",
    // A score of .8 and more.
    "close-3-parts",
    "close-2-parts",
    // A score of .5 and more.
    "likely",
    // A score of .5 and more by one part, the only one of one name at least.
    "one-part",
    // A score of .1 and more: all parts of one stand beside parts of the other, which has more.
    "part-of",
    // A score of .25 and more; of .1 and more.
    "doubtful",
    "unlikely",
    // Below: the given names are alike, or the families, or neither.
    "other-family",
    "other-given",
    "other",
];

const FATHER: [&str; 10] = [
    // A score of .95 and more: two parts and more; one.
    "same-2-parts",
    "same",
    // .8, .5.
    "close",
    "likely",
    // All parts of one stand beside parts of the other, which has more, and the score is .1 or more.
    "part-of",
    "doubtful",
    // Each has as given name that of the other's father.
    "swapped-with-given",
    "other",
    // The father of one has the given name of the other.
    "father-and-child",
    // One father and one family, and other given names.
    "siblings",
];

/// Levels of dates of birth and ages. Levels of two dates and those with an age stand in one order, but are kept apart.
const BIRTH: [&str; 21] = [
    "same-day",
    // The day before or after; two days where a lunar date was converted.
    "day-slip",
    "swapped-day-month",
    "one-digit",
    // One is a month, the other lies in it.
    "month-agrees",
    // The same month and day, and years 621 or 622 apart.
    "year-slip",
    // The same month and day of other years.
    "other-year",
    "same-month-other-day",
    // One is a year, the other lies in it.
    "year-agrees",
    "same-year-other-day",
    // One age at least: days that birth may be on overlap.
    "age-agrees",
    // One is a span of years, the other lies in it.
    "period-agrees",
    // At most a year apart.
    "1-year",
    "age-1-year",
    "age-2-years",
    "3-years",
    "age-3-years",
    "10-years",
    "age-10-years",
    "age-apart",
    "apart",
];

const EVENT: [&str; 16] = [
    "same-day",
    "day-slip",
    "swapped-day-month",
    "one-digit",
    "week",
    "month-agrees",
    // Within 35 days: reported or buried later.
    "35-days",
    "year-slip",
    "other-year",
    "year-agrees",
    "same-year",
    "period-agrees",
    "1-year",
    "3-years",
    "10-years",
    "apart",
];

const PLACE: [&str; 8] = [
    "same-place",
    "same-city",
    "similar-spelling",
    "one-within-other",
    "same-province",
    "neighbouring-province",
    "unknown-other",
    "other",
];

const SEX: [&str; 2] = ["same", "other"];
const AFFILIATION: [&str; 3] = ["same", "overlap", "other"];
const IDENTIFIER: [&str; 3] = ["same", "one-digit", "other"];

impl Field {
    /// All fields, in order.
    pub const ALL: [Self; FIELDS] = [
        Self::Name,
        Self::Father,
        Self::Birth,
        Self::Event,
        Self::Place,
        Self::BirthPlace,
        Self::Sex,
        Self::Affiliation,
        Self::Identifier,
    ];

    /// The word for it in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Father => "father",
            Self::Birth => "birth",
            Self::Event => "event",
            Self::Place => "place",
            Self::BirthPlace => "birth-place",
            Self::Sex => "sex",
            Self::Affiliation => "affiliation",
            Self::Identifier => "identifier",
        }
    }

    /// The words for its levels from 1 on, best agreement first.
    pub fn levels(self) -> &'static [&'static str] {
        match self {
            Self::Name => &NAME,
            Self::Father => &FATHER,
            Self::Birth => &BIRTH,
            Self::Event => &EVENT,
            Self::Place | Self::BirthPlace => &PLACE,
            Self::Sex => &SEX,
            Self::Affiliation => &AFFILIATION,
            Self::Identifier => &IDENTIFIER,
        }
    }

    /// The level called `word`, from 1 on.
    pub fn level(self, word: &str) -> Option<u8> {
        let place = self.levels().iter().position(|level| *level == word)?;
        u8::try_from(place + 1).ok()
    }
}

/// Compares records. Each thread has its own; what it remembers changes nothing but the time.
#[derive(Debug)]
pub struct RecordComparer<'r> {
    records: &'r Records,
    names: Comparer<'r>,
    known_names: Memory<Comparison>,
    known_places: Memory<Nearness>,
}

/// The best comparison of two names and their twins, and of which ones it is.
#[derive(Clone, Copy, Debug)]
struct Best {
    left: NameId,
    right: NameId,
    found: Comparison,
}

/// Names as given and family name.
#[derive(Clone, Copy, Debug)]
struct Ends {
    given: Option<PartId>,
    family: Option<PartId>,
}

impl<'r> RecordComparer<'r> {
    /// A comparer that remembers nothing yet.
    pub fn new(records: &'r Records, rarity: &'r Rarity) -> Self {
        Self {
            records,
            names: Comparer::new(&records.names, rarity),
            known_names: Memory::default(),
            known_places: Memory::default(),
        }
    }

    /// `false` when the two cannot be one person by any sensible reading, told without comparing the names: too few sounds in
    /// common, or other sex and births more than three years apart. Symmetric.
    pub fn could_be(&self, left: RecordIndex, right: RecordIndex) -> bool {
        self.sounds_meet(left, right) && !self.clash(left, right)
    }

    /// Compares two records. Symmetric.
    pub fn compare(&mut self, left: RecordIndex, right: RecordIndex) -> Compared {
        // In one order whoever asks, so that ties fall the same way.
        let (left, right) = (left.min(right), left.max(right));
        let records = self.records;
        let (one, two) = (
            &records.rows[left.0 as usize],
            &records.rows[right.0 as usize],
        );
        let name = self.best(one.names, two.names);
        let (father, fathers) = self.parents(one, two, name.as_ref());
        let place = self.place(one.place, two.place);
        let birth_place = self.place(one.birth_place, two.birth_place);
        let levels = [
            name.map_or(0, |name| self.name_level(&name)),
            father,
            dates::birth(records, left, right),
            dates::event(one, two),
            place.map_or(0, place_level),
            birth_place.map_or(0, place_level),
            sex(one, two),
            self.affiliation(one, two),
            self.identifier(one, two),
        ];
        let mut rarity = name.map_or(0.0, |name| name.found.rarity);
        if let Some(fathers) = fathers.filter(|fathers| fathers.score >= CLOSE) {
            rarity += FATHERS_RARITY * fathers.rarity;
        }
        rarity += self.place_rarity(place, one.place, two.place, false);
        rarity += self.place_rarity(birth_place, one.birth_place, two.birth_place, true);
        Compared {
            levels,
            rarity: rarity.clamp(-RARITY_CAP, RARITY_CAP),
            name: name.map_or(0.0, |name| name.found.score),
        }
    }

    /// The better of names and their twins.
    fn best(&mut self, left: [Option<NameId>; 2], right: [Option<NameId>; 2]) -> Option<Best> {
        let mut best: Option<Best> = None;
        for left in left.into_iter().flatten() {
            for right in right.into_iter().flatten() {
                let found = self.compare_names(left, right);
                let better = best.is_none_or(|best| {
                    (found.score, found.matched, found.rarity)
                        > (best.found.score, best.found.matched, best.found.rarity)
                });
                if better {
                    best = Some(Best { left, right, found });
                }
            }
        }
        best
    }

    fn compare_names(&mut self, left: NameId, right: NameId) -> Comparison {
        let turned = left > right;
        let (left, right) = (left.min(right), left.max(right));
        let names = &mut self.names;
        let found = self
            .known_names
            .get(left.0, right.0, || names.compare(left, right));
        if turned {
            Comparison {
                spare_left: found.spare_right,
                spare_right: found.spare_left,
                ..found
            }
        } else {
            found
        }
    }

    fn name_level(&mut self, name: &Best) -> u8 {
        let Comparison {
            score,
            matched,
            spare_left,
            spare_right,
            ..
        } = name.found;
        // One side has all its parts beside parts of the other, which has more.
        let is_part = (spare_left == 0) != (spare_right == 0);
        match (score, matched) {
            (SAME.., 3..) => 1,
            (SAME.., 2) => 2,
            (CLOSE.., 3..) => 3,
            (CLOSE.., 2) => 4,
            (LIKELY.., 2..) => 5,
            (LIKELY.., _) => 6,
            (UNLIKELY.., _) if is_part => 7,
            (DOUBTFUL.., _) => 8,
            (UNLIKELY.., _) => 9,
            _ => {
                let (left, right) = (self.ends(name.left), self.ends(name.right));
                if self.is_one(left.given, right.given) {
                    10
                } else if self.is_one(left.family, right.family) {
                    11
                } else {
                    12
                }
            }
        }
    }

    /// The first part that is a given name, or may be, and the last that is a family name, or may be; the only part is a given
    /// name.
    fn ends(&self, name: NameId) -> Ends {
        let may_be = |role: Role, wanted: Role| role == wanted || role == Role::Unknown;
        let mut given = None;
        let mut family = None;
        for (part, role) in self.records.names.parts(name) {
            if given.is_none() && may_be(role, Role::Given) {
                given = Some(part);
            } else if may_be(role, Role::Family) {
                family = Some(part);
            }
        }
        Ends { given, family }
    }

    fn is_one(&mut self, left: Option<PartId>, right: Option<PartId>) -> bool {
        match (left, right) {
            (Some(left), Some(right)) => self.names.alike(left, right) >= ONE_PART,
            _ => false,
        }
    }

    fn place(&mut self, left: Option<PlaceId>, right: Option<PlaceId>) -> Option<Nearness> {
        let (left, right) = left.zip(right)?;
        let places = &self.records.places;
        let (low, high) = (left.min(right), left.max(right));
        Some(
            self.known_places
                .get(low.0, high.0, || places.nearness(low, high)),
        )
    }

    fn place_rarity(
        &self,
        nearness: Option<Nearness>,
        left: Option<PlaceId>,
        right: Option<PlaceId>,
        birth: bool,
    ) -> f32 {
        match (nearness, left.zip(right)) {
            (
                Some(Nearness::Same | Nearness::SameCity | Nearness::Similar),
                Some((left, right)),
            ) => self.records.places.beyond_average(left, right, birth),
            _ => 0.0,
        }
    }

    fn affiliation(&self, left: &Record, right: &Record) -> u8 {
        if left.affiliation == 0 || right.affiliation == 0 {
            return 0;
        }
        if left.affiliation == right.affiliation {
            return 1;
        }
        let values = |record: &Record| &self.records.affiliations[record.affiliation as usize - 1];
        let (left, right) = (values(left), values(right));
        if left.iter().any(|value| right.contains(value)) {
            2
        } else {
            3
        }
    }

    /// The best agreement in any column that both have.
    fn identifier(&self, left: &Record, right: &Record) -> u8 {
        let mut level = 0;
        let better = |level: u8, found: u8| if level == 0 { found } else { level.min(found) };
        for (column, one) in &left.identifiers {
            for (_, other) in right
                .identifiers
                .iter()
                .filter(|(other, _)| other == column)
            {
                let text = |value: u64| self.records.identifiers[value as usize].as_bytes();
                let found = if one == other {
                    1
                } else if is_one_edit(text(*one), text(*other)) {
                    2
                } else {
                    3
                };
                level = better(level, found);
            }
        }
        level
    }

    /// Whether half of the sounds of one name at least are in the other. A name without sounds, and one that is absent, tells
    /// nothing against it.
    fn sounds_meet(&self, left: RecordIndex, right: RecordIndex) -> bool {
        let none = [0; 2];
        let sounds = |row: RecordIndex| self.records.sounds.get(row.0 as usize).unwrap_or(&none);
        let (left, right) = (sounds(left), sounds(right));
        let mut compared = false;
        for one in left.iter().filter(|sounds| **sounds != 0) {
            for other in right.iter().filter(|sounds| **sounds != 0) {
                let least = one.count_ones().min(other.count_ones());
                if 2 * (one & other).count_ones() >= least {
                    return true;
                }
                compared = true;
            }
        }
        !compared
    }

    fn clash(&self, left: RecordIndex, right: RecordIndex) -> bool {
        let sex_of = |row: RecordIndex| self.records.rows[row.0 as usize].sex;
        match (sex_of(left), sex_of(right)) {
            (Some(one), Some(other)) if one != other => {
                dates::are_years_apart(self.records, left, right)
            }
            _ => false,
        }
    }
}

fn sex(left: &Record, right: &Record) -> u8 {
    match (left.sex, right.sex) {
        (Some(one), Some(other)) => 1 + u8::from(one != other),
        _ => 0,
    }
}

fn place_level(nearness: Nearness) -> u8 {
    nearness as u8 + 1
}
