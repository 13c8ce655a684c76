//! What people on the wall have in common: one table of values, and of pairs of values, for all languages.
//!
//! Only what is shown counts. A person of whom sources say two things stands under both; whose value is withheld under none, for
//! "not stated" would be untrue and "withheld" a list of people with a secret.

mod gather;
#[cfg(test)]
mod tests;

use std::{
    collections::{BTreeMap, HashSet},
    hash::{Hash, Hasher},
};

use edition::{
    Language, RecordId, SourceId,
    edition::{Name, Subject},
};
use names::fold::{fold, words};

use gather::Said;

/// People on one page of a facet. Chosen by us: 600 short rows are about 75 kB, 18 kB compressed.
pub(crate) const PEOPLE: usize = 600;
/// A pair of values has a page from so many people on.
const TOGETHER: usize = 20;
/// At most so many pages of facets in a language.
const PAGES: usize = 20_000;
/// Bytes of a word in an address; a longer one becomes a digest.
const SLUG: usize = 24;

/// What is asked of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Kind {
    City,
    Prison,
    Year,
    Month,
    SolarYear,
    SolarMonth,
    Age,
    Sex,
    Affiliation,
    Birthplace,
    ArrestPlace,
    Burial,
    SourceCount,
    List,
}

impl Kind {
    /// All, in the order of the index.
    pub(crate) const ALL: [Self; 14] = [
        Self::City,
        Self::Prison,
        Self::Year,
        Self::Month,
        Self::SolarYear,
        Self::SolarMonth,
        Self::Age,
        Self::Sex,
        Self::Affiliation,
        Self::Birthplace,
        Self::ArrestPlace,
        Self::Burial,
        Self::SourceCount,
        Self::List,
    ];

    /// Its folder.
    pub(crate) fn slug(self) -> &'static str {
        match self {
            Self::City => "city",
            Self::Prison => "prison",
            Self::Year => "year",
            Self::Month => "month",
            Self::SolarYear => "solar-year",
            Self::SolarMonth => "solar-month",
            Self::Age => "age",
            Self::Sex => "sex",
            Self::Affiliation => "affiliation",
            Self::Birthplace => "birthplace",
            Self::ArrestPlace => "arrest-place",
            Self::Burial => "burial",
            Self::SourceCount => "source-count",
            Self::List => "list",
        }
    }

    /// The message that names it.
    pub(crate) fn message(self) -> &'static str {
        match self {
            Self::City => "facet-city",
            Self::Prison => "facet-prison",
            Self::Year => "facet-year",
            Self::Month => "facet-month",
            Self::SolarYear => "facet-solar-year",
            Self::SolarMonth => "facet-solar-month",
            Self::Age => "facet-age",
            Self::Sex => "facet-sex",
            Self::Affiliation => "facet-affiliation",
            Self::Birthplace => "facet-birthplace",
            Self::ArrestPlace => "facet-arrest-place",
            Self::Burial => "facet-burial",
            Self::SourceCount => "facet-source-count",
            Self::List => "facet-list",
        }
    }
}

/// Which are asked together.
const PAIRS: [(Kind, Kind); 8] = [
    (Kind::City, Kind::Month),
    (Kind::City, Kind::Age),
    (Kind::City, Kind::Sex),
    (Kind::City, Kind::Affiliation),
    (Kind::Prison, Kind::Month),
    (Kind::Prison, Kind::Sex),
    (Kind::Prison, Kind::Affiliation),
    (Kind::Age, Kind::Sex),
];

/// Groups of age: first and last year of life; the last is open.
pub(crate) const AGES: [(u64, u64); 6] = [
    (0, 17),
    (18, 24),
    (25, 34),
    (35, 44),
    (45, 59),
    (60, u64::MAX),
];

/// A value in whatever form it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Label<'a> {
    /// A record with its preferred names.
    Record(RecordId, &'a [Name]),
    /// Words.
    Text(&'a str, Option<&'a Language>),
    /// A word of the vocabulary.
    Term(&'a str),
    /// A year, and a month of it; of the Solar Hijri calendar or the Gregorian.
    Period {
        solar: bool,
        year: i32,
        month: Option<u8>,
    },
    /// Place in [`AGES`].
    Age(usize),
    /// So many sources.
    Sources(usize),
    /// A source that lists the person.
    List(SourceId),
    /// Nothing is stated, or not sharply enough.
    Unstated,
}

impl Hash for Label<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match self {
            Self::Record(id, _) => id.hash(state),
            Self::Text(text, _) => text.hash(state),
            Self::Term(term) => term.hash(state),
            Self::Period { solar, year, month } => (solar, year, month).hash(state),
            Self::Age(number) | Self::Sources(number) => number.hash(state),
            Self::List(id) => id.hash(state),
            Self::Unstated => {}
        }
    }
}

/// A value and who has it.
#[derive(Debug)]
pub(crate) struct Value<'a> {
    /// Its word in addresses.
    pub(crate) slug: String,
    /// How it is shown.
    pub(crate) label: Label<'a>,
    /// Places on the wall (`Wall::people`), ascending.
    pub(crate) people: Vec<u32>,
    /// It has a page. A value of one person has none: it leads to the person.
    pub(crate) page: bool,
}

/// All values of a kind.
#[derive(Debug)]
pub(crate) struct Facet<'a> {
    pub(crate) kind: Kind,
    /// By [`Label`]; those of whom nothing is stated last.
    pub(crate) values: Vec<Value<'a>>,
}

/// Two values and who has both.
#[derive(Debug)]
pub(crate) struct Pair {
    /// Place of the kind in [`Facets::kinds`] and of the value in it, of either.
    pub(crate) of: [(usize, usize); 2],
    /// Places on the wall, ascending.
    pub(crate) people: Vec<u32>,
}

/// The table.
#[derive(Debug)]
pub(crate) struct Facets<'a> {
    /// Kinds of which anything is stated.
    pub(crate) kinds: Vec<Facet<'a>>,
    /// Pairs that have a page, in order.
    pub(crate) pairs: Vec<Pair>,
    /// Values or pairs were left without a page because there would be too many.
    pub(crate) capped: bool,
}

impl<'a> Facets<'a> {
    /// The table of `people`.
    pub(crate) fn new(people: &[&'a Subject]) -> Self {
        Self::within(people, PAGES)
    }

    /// The table with at most `pages` pages.
    fn within(people: &[&'a Subject], pages: usize) -> Self {
        let said = gather::said(people);
        let mut kinds: Vec<Facet<'a>> = Kind::ALL
            .into_iter()
            .zip(said)
            .filter_map(|(kind, said)| facet(kind, said))
            .collect();
        let mut left = pages;
        let mut capped = false;
        let mut take = |people: usize| {
            let needs = people.div_ceil(PEOPLE);
            let has = needs <= left;
            left -= if has { needs } else { 0 };
            capped |= !has;
            has
        };
        // The index of each kind.
        for facet in &kinds {
            take(facet.values.len());
        }
        // Kind after kind, the largest values first.
        for facet in &mut kinds {
            let mut order: Vec<usize> = (0..facet.values.len()).collect();
            order.sort_by_key(|place| std::cmp::Reverse(facet.values[*place].people.len()));
            for place in order {
                let value = &mut facet.values[place];
                value.page = value.people.len() > 1 && take(value.people.len());
            }
        }
        let mut pairs = pairs(&kinds, people.len());
        pairs.sort_by_key(|pair| std::cmp::Reverse(pair.people.len()));
        pairs.retain(|pair| take(pair.people.len()));
        pairs.sort_by_key(|pair| pair.of);
        Self {
            kinds,
            pairs,
            capped,
        }
    }

    /// The pairs of which a value is one.
    pub(crate) fn pairs_of(&self, place: (usize, usize)) -> impl Iterator<Item = &Pair> {
        self.pairs
            .iter()
            .filter(move |pair| pair.of.contains(&place))
    }

    /// A value by its place.
    pub(crate) fn value(&self, (kind, value): (usize, usize)) -> (Kind, &Value<'a>) {
        let facet = &self.kinds[kind];
        (facet.kind, &facet.values[value])
    }
}

fn facet<'a>(kind: Kind, said: Said<'a>) -> Option<Facet<'a>> {
    if said.values.is_empty() {
        return None;
    }
    let mut values: Vec<(Label<'a>, Vec<u32>)> = said.values;
    values.sort_unstable_by(|one, two| one.0.cmp(&two.0));
    if !said.unstated.is_empty() {
        values.push((Label::Unstated, said.unstated));
    }
    let mut taken: HashSet<String> = HashSet::new();
    let values = values.into_iter().map(|(label, people)| {
        let word = slug(&label);
        let mut slug = word.clone();
        // Two values of one word: equal digests, or a vocabulary with our own words in it.
        for number in 2.. {
            if taken.insert(slug.clone()) {
                break;
            }
            slug = format!("{word}.{number}");
        }
        Value {
            slug,
            label,
            people,
            page: true,
        }
    });
    let values = values.collect();
    Some(Facet { kind, values })
}

/// The word of a value in addresses: lower-case ASCII, the same as long as the value is.
fn slug(label: &Label<'_>) -> String {
    match label {
        Label::Record(id, _) => id.to_string(),
        Label::List(id) => id.to_string(),
        Label::Text(text, _) => {
            let folded = fold(text);
            let word = words(&folded).collect::<Vec<_>>().join("-");
            if word.is_ascii() && (1..=SLUG).contains(&word.len()) {
                format!("t-{word}")
            } else {
                format!("t-{:016x}", digest(&folded))
            }
        }
        Label::Term(term) if term.len() <= SLUG => (*term).to_owned(),
        Label::Term(term) => format!("{:016x}", digest(term)),
        Label::Period { year, month, .. } => match month {
            Some(month) => format!("{year:04}-{month:02}"),
            None => format!("{year:04}"),
        },
        Label::Age(group) => match AGES[*group] {
            (from, u64::MAX) => format!("{from}-up"),
            (from, to) => format!("{from}-{to}"),
        },
        Label::Sources(count) => count.to_string(),
        Label::Unstated => "not-stated".to_owned(),
    }
}

/// FNV-1a of 64 bits (Fowler, Noll, Vo): short, the same everywhere, and guards no secret.
fn digest(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |digest, byte| {
        (digest ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// Pairs of values that enough people share, and fewer than have either.
fn pairs(kinds: &[Facet<'_>], people: usize) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let place = |kind: Kind| kinds.iter().position(|facet| facet.kind == kind);
    for (one, two) in PAIRS {
        let (Some(one), Some(two)) = (place(one), place(two)) else {
            continue;
        };
        let stated =
            |value: &Value<'_>| value.people.len() >= TOGETHER && value.label != Label::Unstated;
        // For each person, the values of the second kind.
        let mut having: Vec<Vec<u32>> = vec![Vec::new(); people];
        for (place, value) in kinds[two].values.iter().enumerate() {
            if stated(value) {
                for person in &value.people {
                    having[*person as usize].push(place as u32);
                }
            }
        }
        for (first, value) in kinds[one].values.iter().enumerate() {
            if !stated(value) {
                continue;
            }
            let mut both: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
            for person in &value.people {
                for second in &having[*person as usize] {
                    both.entry(*second).or_default().push(*person);
                }
            }
            for (second, shared) in both {
                let second = second as usize;
                let other = kinds[two].values[second].people.len();
                if shared.len() >= TOGETHER && shared.len() < value.people.len().min(other) {
                    pairs.push(Pair {
                        of: [(one, first), (two, second)],
                        people: shared,
                    });
                }
            }
        }
    }
    pairs
}
