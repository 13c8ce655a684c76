//! The keys of a record, family by family, and the fields that split a block that is too large.

use names::{
    key,
    part::Role,
    register::{NameId, PartId},
};

use crate::record::{Record, RecordIndex, Records, When};

/// A family of keys. Records that share one key of any family are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Family {
    /// One rare part of the name, whatever the rest.
    RarePart,
    /// Two parts of the name in any order, neighbours also put together, one of them with at most one sound left out.
    TwoParts,
    /// A part and the year of birth.
    PartBirth,
    /// A part and the days or the month of the event.
    PartEvent,
    /// A part and the place of the event.
    PartPlace,
    /// A part and a part of the father's name.
    PartFather,
    /// The whole date of birth; its day and month with the first sound of a part.
    BirthDate,
    /// Groups of sounds of the whole name (thorough only).
    Grams,
    /// An identifier.
    Identifier,
}

/// A field that splits a block that is too large.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Split {
    Birth,
    Event,
    Place,
    Father,
    Sex,
    Affiliation,
}

impl Family {
    /// All families, in order.
    pub const ALL: [Self; 9] = [
        Self::RarePart,
        Self::TwoParts,
        Self::PartBirth,
        Self::PartEvent,
        Self::PartPlace,
        Self::PartFather,
        Self::BirthDate,
        Self::Grams,
        Self::Identifier,
    ];

    /// The word for it in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::RarePart => "rare-part",
            Self::TwoParts => "two-parts",
            Self::PartBirth => "part-birth",
            Self::PartEvent => "part-event",
            Self::PartPlace => "part-place",
            Self::PartFather => "part-father",
            Self::BirthDate => "birth-date",
            Self::Grams => "grams",
            Self::Identifier => "identifier",
        }
    }

    /// `true` when its keys are made of the name alone: the other families are the second look for capture and recapture.
    pub fn is_of_name_alone(self) -> bool {
        matches!(self, Self::RarePart | Self::TwoParts | Self::Grams)
    }

    /// Records beyond which a block is split (section 8 of the method notes; set by hand there).
    pub(super) fn cap(self, thorough: bool) -> usize {
        let cap = match self {
            Self::RarePart => 30,
            Self::TwoParts => 200,
            Self::PartBirth
            | Self::PartEvent
            | Self::PartPlace
            | Self::PartFather
            | Self::BirthDate => 300,
            Self::Grams => 100,
            Self::Identifier => 50,
        };
        if thorough { 2 * cap } else { cap }
    }

    /// What splits a block of this family, in order: the field that is already in its key does not.
    pub(super) fn splits(self) -> &'static [Split] {
        use Split::{Affiliation, Birth, Event, Father, Place, Sex};
        match self {
            Self::RarePart | Self::Grams | Self::Identifier => &[],
            Self::TwoParts => &[Birth, Event, Place, Father, Sex, Affiliation],
            Self::PartBirth => &[Event, Place, Father, Sex, Affiliation],
            Self::PartEvent => &[Place, Birth, Father, Sex, Affiliation],
            Self::PartPlace => &[Event, Birth, Father, Sex, Affiliation],
            Self::PartFather => &[Birth, Event, Place, Sex, Affiliation],
            Self::BirthDate => &[Event, Place, Father, Sex, Affiliation],
        }
    }
}

/// Days of a window in which events meet: two of them, half a window apart, bring together all that are `WINDOW / 2` apart.
const WINDOW: i32 = 8;
/// Days of the wider window, about a month.
const MONTH: i32 = 32;
/// Years that one told birth may cover and still make keys; a wider one finds nobody.
const BIRTH_YEARS: i16 = 6;
/// Shorter identifiers are serial numbers, of which one digit less is another one.
const LONG_IDENTIFIER: usize = 6;
/// Longer ones are found whole or not at all.
const LONGEST_IDENTIFIER: usize = 40;
/// Skeletons of one part that make keys of two parts.
const SKELETONS: usize = 3;

/// Keys of a part, made once for each distinct part.
#[derive(Clone, Debug, Default)]
struct PartKeys {
    /// Its skeletons.
    exact: Box<[u64]>,
    /// Its skeletons with one sound left out.
    near: Box<[u64]>,
    /// The first sound of its likeliest skeleton; 0 when it has none.
    first: u8,
    /// The likeliest skeleton has two sounds or more.
    long: bool,
}

/// The keys of records.
#[derive(Debug)]
pub(super) struct Keys<'r> {
    records: &'r Records,
    parts: Vec<PartKeys>,
}

impl<'r> Keys<'r> {
    pub(super) fn new(records: &'r Records) -> Self {
        let names = &records.names;
        let parts = (0..names.part_count() as u32)
            .map(|part| {
                part_keys(
                    names.part_keys(PartId(part)),
                    &names.skeletons(PartId(part)),
                )
            })
            .collect();
        Self { records, parts }
    }

    pub(super) fn records(&self) -> usize {
        self.records.rows.len()
    }

    /// How many keys a family has, counted on a sample of the records: enough to share out memory by.
    pub(super) fn count(&self, family: Family) -> u64 {
        let records = self.records() as u64;
        let step = (records / 1000).max(1);
        let (mut keys, mut looked) = (Vec::new(), 0);
        for record in (0..records).step_by(step as usize) {
            self.of(record as u32, family, &mut keys);
            looked += 1;
        }
        (keys.len() as u64 * records)
            .checked_div(looked)
            .unwrap_or(0)
    }

    /// Adds the keys of a record; some may be there twice.
    pub(super) fn of(&self, record: u32, family: Family, keys: &mut Vec<u64>) {
        let row = &self.records.rows[record as usize];
        match family {
            Family::RarePart => {
                for part in self.parts_of(&row.names).filter(|part| part.long) {
                    keys.extend(part.exact.iter().map(|&code| mix(1, code)));
                }
            }
            Family::TwoParts => {
                for name in row.names.iter().flatten() {
                    self.two_parts(*name, keys);
                }
            }
            Family::PartBirth => self.with_parts(record, Split::Birth, 2, keys),
            Family::PartEvent => {
                self.with_parts(record, Split::Event, 3, keys);
                let mut days = Vec::new();
                if let Some(event) = &row.event {
                    windows(event, WINDOW, &mut days);
                }
                self.with_parts_and(row, &days, 4, keys);
            }
            Family::PartPlace => self.with_parts(record, Split::Place, 5, keys),
            Family::PartFather => self.with_parts(record, Split::Father, 6, keys),
            Family::BirthDate => self.birth_date(row, keys),
            Family::Grams => {
                for name in row.names.iter().flatten() {
                    self.grams(*name, keys);
                }
            }
            Family::Identifier => self.identifiers(row, keys),
        }
    }

    /// Adds what a field says of a record: values of which two records that agree share one.
    pub(super) fn values(&self, record: u32, split: Split, values: &mut Vec<u64>) {
        let row = &self.records.rows[record as usize];
        match split {
            Split::Birth => {
                let years = self.records.birth_years(RecordIndex(record));
                if let Some((first, last)) =
                    years.filter(|(first, last)| last - first <= BIRTH_YEARS)
                {
                    // One year more, so that births a year apart meet.
                    values.extend((first..=last + 1).map(|year| year as u64));
                }
            }
            Split::Event => {
                if let Some(event) = &row.event {
                    windows(event, MONTH, values);
                }
            }
            Split::Place => values.extend(row.place.map(|place| self.records.places.group(place))),
            Split::Father => {
                for part in self.parts_of(&row.father) {
                    values.extend(part.exact.first());
                }
                for part in self.parts_of(&[row.patronymic, None]) {
                    values.extend(part.exact.first());
                }
            }
            Split::Sex => values.extend(row.sex.map(|sex| sex as u64)),
            Split::Affiliation => {
                values.extend((row.affiliation != 0).then_some(row.affiliation));
            }
        }
    }

    fn parts_of(&self, names: &[Option<NameId>; 2]) -> impl Iterator<Item = &PartKeys> {
        names
            .iter()
            .flatten()
            .flat_map(|name| self.records.names.parts(*name))
            .filter(|(_, role)| tells(*role))
            .map(|(part, _)| &self.parts[part.0 as usize])
    }

    fn with_parts(&self, record: u32, split: Split, seed: u64, keys: &mut Vec<u64>) {
        let mut values = Vec::new();
        self.values(record, split, &mut values);
        self.with_parts_and(&self.records.rows[record as usize], &values, seed, keys);
    }

    fn with_parts_and(&self, row: &Record, values: &[u64], seed: u64, keys: &mut Vec<u64>) {
        if values.is_empty() {
            return;
        }
        for part in self.parts_of(&row.names) {
            for &code in part.exact.iter().take(2) {
                keys.extend(values.iter().map(|&value| mix(mix(seed, code), value)));
            }
        }
    }

    fn two_parts(&self, name: NameId, keys: &mut Vec<u64>) {
        let names = &self.records.names;
        let ids: Vec<PartId> = names
            .parts(name)
            .filter(|(_, role)| tells(*role))
            .map(|(part, _)| part)
            .collect();
        let part = |place: usize| &self.parts[ids[place].0 as usize];
        for left in 0..ids.len() {
            for right in left + 1..ids.len() {
                // Brothers and cousins share all of a four-part name but the first: parts after the first need a third.
                if left == 0 || ids.len() < 4 {
                    pair(part(left), part(right), keys);
                    continue;
                }
                for third in right + 1..ids.len() {
                    let all = [left, right, third].map(|place| part(place).exact.first());
                    if let [Some(one), Some(two), Some(three)] = all {
                        let mut all = [*one, *two, *three];
                        all.sort_unstable();
                        keys.push(mix(mix(mix(8, all[0]), all[1]), all[2]));
                    }
                }
            }
        }
        for place in 0..ids.len().saturating_sub(1) {
            let joined = names.joined_keys(ids[place], ids[place + 1]);
            for other in (0..ids.len()).filter(|&other| other != place && other != place + 1) {
                for &code in joined.iter().take(2) {
                    for &with in part(other).exact.iter().take(2) {
                        keys.push(unordered(code, with));
                    }
                }
            }
        }
    }

    fn birth_date(&self, row: &Record, keys: &mut Vec<u64>) {
        let Some(birth) = &row.birth else { return };
        if birth.earliest == birth.latest {
            keys.push(mix(9, birth.earliest as u64));
        }
        let (_, month, day) = birth.told;
        if month > 0 && day > 0 {
            let date = mix(
                u64::from(month) << 8 | u64::from(day),
                birth.calendar as u64,
            );
            for part in self.parts_of(&row.names).filter(|part| part.first != 0) {
                keys.push(mix(mix(10, date), u64::from(part.first)));
            }
        }
    }

    /// Each identifier, and each with one letter left out, so that those with one wrong or lost letter meet.
    fn identifiers(&self, row: &Record, keys: &mut Vec<u64>) {
        for &(column, value) in &row.identifiers {
            let seed = mix(7, u64::from(column));
            let Some(text) = self.records.identifiers.get(value as usize) else {
                continue;
            };
            keys.extend(key::code(text).map(|code| mix(seed, code)));
            let letters: Vec<char> = text.chars().collect();
            if (LONG_IDENTIFIER..=LONGEST_IDENTIFIER).contains(&letters.len()) {
                keys.extend(without_one(&letters).map(|code| mix(seed, code)));
            }
        }
    }

    /// MinHash of the pairs of neighbouring sounds of the whole name: 8 bands of 2 (Broder 1997).
    fn grams(&self, name: NameId, keys: &mut Vec<u64>) {
        let names = &self.records.names;
        let mut sounds = String::new();
        for (part, _) in names.parts(name).filter(|(_, role)| tells(*role)) {
            sounds.push_str(names.skeletons(part).first().map_or("", String::as_str));
        }
        let letters: Vec<char> = sounds.chars().collect();
        if letters.len() < 4 {
            return;
        }
        let least = |seed: u64| {
            letters
                .windows(2)
                .map(|two| mix(seed, u64::from(two[0]) << 32 | u64::from(two[1])))
                .min()
                .unwrap_or(0)
        };
        for band in 0..8 {
            let two = mix(least(100 + 2 * band), least(101 + 2 * band));
            keys.push(mix(11 + band, two));
        }
    }
}

/// `true` for parts that a name is found by: titles and particles are left out by clerks, initials stand for too many.
fn tells(role: Role) -> bool {
    !matches!(role, Role::Title | Role::Particle | Role::Initial)
}

fn part_keys(exact: impl Iterator<Item = u64>, skeletons: &[String]) -> PartKeys {
    let mut near = Vec::new();
    for skeleton in skeletons.iter().take(2) {
        let letters: Vec<char> = skeleton.chars().collect();
        // Two sounds less one is one sound, which too many share.
        if letters.len() < 3 {
            continue;
        }
        near.extend(without_one(&letters));
    }
    near.sort_unstable();
    near.dedup();
    let likeliest = skeletons.first().map_or("", String::as_str);
    PartKeys {
        exact: exact.take(SKELETONS).collect(),
        near: near.into(),
        first: likeliest.bytes().next().unwrap_or(0),
        long: likeliest.chars().count() >= 2,
    }
}

/// Codes of a word with each of its letters left out.
fn without_one(letters: &[char]) -> impl Iterator<Item = u64> {
    (0..letters.len()).filter_map(|left_out| {
        let rest: String = letters
            .iter()
            .enumerate()
            .filter(|(place, _)| *place != left_out)
            .map(|(_, letter)| *letter)
            .collect();
        key::code(&rest)
    })
}

fn pair(left: &PartKeys, right: &PartKeys, keys: &mut Vec<u64>) {
    for &one in &left.exact {
        keys.extend(right.exact.iter().map(|&other| unordered(one, other)));
    }
    for (near, whole) in [(left, right), (right, left)] {
        for &one in &near.near {
            keys.extend(
                whole
                    .exact
                    .iter()
                    .take(2)
                    .map(|&other| unordered(one, other)),
            );
        }
    }
}

fn unordered(one: u64, other: u64) -> u64 {
    mix(mix(12, one.min(other)), one.max(other))
}

/// Mixes a value into a key: the finaliser of SplitMix64 (Steele, Lea & Flood 2014), which spreads all bits.
pub(super) fn mix(seed: u64, value: u64) -> u64 {
    let mut mixed = (seed ^ value.rotate_left(32)).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ value;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

/// Windows of `length` days that a date falls into, two rows of them half a length apart. None when the date covers more than
/// two windows.
fn windows(when: &When, length: i32, values: &mut Vec<u64>) {
    if when.latest - when.earliest >= 2 * length {
        return;
    }
    for (row, shift) in [0, length / 2].into_iter().enumerate() {
        let first = (when.earliest + shift).div_euclid(length);
        let last = (when.latest + shift).div_euclid(length);
        values.extend((first..=last).map(|window| (window as u32 as u64) << 1 | row as u64));
    }
}
