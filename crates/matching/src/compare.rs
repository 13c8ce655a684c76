//! Two records side by side: a level for each field, the same level wherever the same thing is seen.

mod dates;
mod explain;
mod levels;
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

use levels::{AFFILIATION, BIRTH, EVENT, FATHER, IDENTIFIER, NAME, PLACE, SEX, at};
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

/// Parts so alike are one part misspelled or another one, and then the rest of the record tells. Measured on made-up lists with
/// known truth (`bench/`, four shapes, noise middle): where the family name is the same, given names of .4 to .85 stand in 1,460
/// pairs of one person and 129 of others, below .4 in 550 and 29,100.
const NEAR_PART: f32 = 0.4;

/// The same where neither part is surely one.
const NEAR_BOTH: f32 = 0.5;

/// All rarity together stays within so many bits (method notes, section 11: pairs are clipped there too).
const RARITY_CAP: f32 = 12.0;

/// How much of the rarity of a father's name counts beside that of the name: families choose names from few. By hand.
const FATHERS_RARITY: f32 = 0.5;

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
            (SAME.., 3..) => const { at(&NAME, "same-3-parts") },
            (SAME.., 2) => const { at(&NAME, "same-2-parts") },
            (UNLIKELY.., 2..) if self.have_other_given(name) => const { at(&NAME, "unlike-given") },
            (CLOSE.., 3..) => const { at(&NAME, "close-3-parts") },
            (CLOSE.., 2) => const { at(&NAME, "close-2-parts") },
            (LIKELY.., 2..) => const { at(&NAME, "likely") },
            (LIKELY.., _) => const { at(&NAME, "one-part") },
            (UNLIKELY.., _) if is_part => const { at(&NAME, "part-of") },
            (DOUBTFUL.., _) => const { at(&NAME, "doubtful") },
            (UNLIKELY.., _) => const { at(&NAME, "unlikely") },
            _ => self.unlike(name),
        }
    }

    /// Whether both have a given name, and these are surely two.
    fn have_other_given(&mut self, name: &Best) -> bool {
        let (left, right) = (self.ends(name.left).given, self.ends(name.right).given);
        left.is_some() && right.is_some() && self.alike(left, right) < NEAR_PART
    }

    /// The level of names that are hardly one: what became of the given and of the family name.
    fn unlike(&mut self, name: &Best) -> u8 {
        let (left, right) = (self.ends(name.left), self.ends(name.right));
        let given = self.alike(left.given, right.given);
        let family = self.alike(left.family, right.family);
        match (given, family) {
            (NEAR_PART..ONE_PART, ONE_PART..) => const { at(&NAME, "near-given") },
            (ONE_PART.., NEAR_PART..ONE_PART) => const { at(&NAME, "near-family") },
            (NEAR_BOTH.., NEAR_BOTH..) => const { at(&NAME, "near-both") },
            (ONE_PART.., _) => const { at(&NAME, "other-family") },
            (_, ONE_PART..) => const { at(&NAME, "other-given") },
            _ => const { at(&NAME, "other") },
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

    /// How alike two parts are; 0 when either is absent.
    fn alike(&mut self, left: Option<PartId>, right: Option<PartId>) -> f32 {
        match (left, right) {
            (Some(left), Some(right)) => self.names.alike(left, right),
            _ => 0.0,
        }
    }

    fn is_one(&mut self, left: Option<PartId>, right: Option<PartId>) -> bool {
        self.alike(left, right) >= ONE_PART
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
            return const { at(&AFFILIATION, "same") };
        }
        let values = |record: &Record| &self.records.affiliations[record.affiliation as usize - 1];
        let (left, right) = (values(left), values(right));
        if left.iter().any(|value| right.contains(value)) {
            const { at(&AFFILIATION, "overlap") }
        } else {
            const { at(&AFFILIATION, "other") }
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
                    const { at(&IDENTIFIER, "same") }
                } else if is_one_edit(text(*one), text(*other)) {
                    const { at(&IDENTIFIER, "one-digit") }
                } else {
                    const { at(&IDENTIFIER, "other") }
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
        (Some(one), Some(other)) if one == other => const { at(&SEX, "same") },
        (Some(_), Some(_)) => const { at(&SEX, "other") },
        _ => 0,
    }
}

fn place_level(nearness: Nearness) -> u8 {
    match nearness {
        Nearness::Same => const { at(&PLACE, "same-place") },
        Nearness::Similar => const { at(&PLACE, "similar-spelling") },
        Nearness::SameCity => const { at(&PLACE, "same-city") },
        Nearness::Within => const { at(&PLACE, "one-within-other") },
        Nearness::SameProvince => const { at(&PLACE, "same-province") },
        Nearness::UnknownApart => const { at(&PLACE, "unknown-other") },
        Nearness::Neighbouring => const { at(&PLACE, "neighbouring-province") },
        Nearness::Other => const { at(&PLACE, "other") },
    }
}
