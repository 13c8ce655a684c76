//! Places as lists write them, and what is known of them: which city, which province, which is the neighbour of which.

mod gazetteer;
mod spelling;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap};

use names::{fold::fold, key, normal::normal};

use crate::record::PlaceId;

use gazetteer::{GAZETTEER, SiteId};
use spelling::Spelling;

pub(crate) use spelling::is_one_edit;

/// Places that rows name, each distinct one once.
#[derive(Clone, Debug, Default)]
pub struct Places {
    /// Texts by number, folded.
    pub texts: Vec<String>,
    known: Vec<Known>,
    /// Texts in normal form, which keeps what carries sound; until they are settled.
    normal: Vec<String>,
    numbers: HashMap<Box<str>, PlaceId>,
    /// Bits by which a place is rarer than places are on average: as place of an event, as place of birth.
    bits: [Vec<f32>; 2],
}

/// What is known of one place.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Known {
    /// The place of the gazetteer that it is, or that holds it.
    site: Option<SiteId>,
    /// It is that place, not something within it.
    exact: bool,
    spelling: Spelling,
}

/// How two places stand to each other, the closest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Nearness {
    Same,
    /// Not both known, and spelled alike.
    Similar,
    /// In one city, or one is a prison of the other.
    SameCity,
    /// One is the province or country of the other.
    Within,
    SameProvince,
    /// Not both known, and spelled otherwise: one may lie in the other.
    UnknownApart,
    Neighbouring,
    Other,
}

/// How much of a place's rarity counts, and at most so many bits either way: places are correlated with names and dates. By hand,
/// like the share for name parts (method notes, section 7).
const RARITY_COUNTS: f32 = 0.6;
const RARITY_CAP: f32 = 4.0;

/// Spellings are looked for among the known places only if so large a share of the places are there as written: suburbs of
/// Australia are no cities of Iran that somebody misspelled.
const AT_HOME: f64 = 0.2;

impl Places {
    /// The number of a place; `None` for a text without a letter or digit.
    pub(crate) fn add(&mut self, text: &str) -> Option<PlaceId> {
        let folded = fold(text);
        if folded.is_empty() {
            return None;
        }
        if let Some(&id) = self.numbers.get(folded.as_str()) {
            return Some(id);
        }
        let id = PlaceId(self.texts.len() as u32);
        self.numbers.insert(folded.as_str().into(), id);
        self.texts.push(folded);
        self.normal.push(normal(text));
        Some(id)
    }

    /// All places are there: what is known of them, and how often each is the place of an event and of a birth.
    pub(crate) fn settle(&mut self, counts: &[BTreeMap<PlaceId, u32>; 2]) {
        self.numbers = HashMap::new();
        let gazetteer = &*GAZETTEER;
        let found: Vec<_> = self.texts.iter().map(|text| gazetteer.find(text)).collect();
        let at_home = found.iter().filter(|found| found.is_some()).count() as f64
            >= AT_HOME * self.texts.len() as f64;
        self.known = self
            .normal
            .iter()
            .zip(found)
            .map(|(text, found)| {
                let spelling = Spelling::of(text);
                let found = found.or_else(|| {
                    let site = gazetteer.find_spelling(text).filter(|_| at_home)?;
                    Some((site, true))
                });
                Known {
                    site: found.map(|(site, _)| site),
                    exact: found.is_some_and(|(_, exact)| exact),
                    spelling,
                }
            })
            .collect();
        self.normal = Vec::new();
        self.bits = [self.rarity(&counts[0]), self.rarity(&counts[1])];
    }

    /// A number that is the same for places of one city, and for spellings of a place that is not known. Never 0.
    pub fn group(&self, place: PlaceId) -> u64 {
        let known = &self.known[place.0 as usize];
        match known.site {
            Some(site) => 1 + u64::from(GAZETTEER.city(site).unwrap_or(site).0),
            // Above all numbers of sites.
            None => key::code(known.spelling.likeliest()).unwrap_or(0) | 1 << 63,
        }
    }

    /// The word of the gazetteer for the place (`data/places.tsv`), or for the place that holds it.
    pub fn word(&self, place: PlaceId) -> Option<&'static str> {
        let site = self.known[place.0 as usize].site?;
        Some(GAZETTEER.word(site))
    }

    /// How two places stand to each other. Symmetric.
    pub(crate) fn nearness(&self, left: PlaceId, right: PlaceId) -> Nearness {
        if left == right {
            return Nearness::Same;
        }
        let (one, two) = (&self.known[left.0 as usize], &self.known[right.0 as usize]);
        let (Some(left), Some(right)) = (one.site, two.site) else {
            return if one.spelling.is_like(&two.spelling) {
                Nearness::Similar
            } else {
                Nearness::UnknownApart
            };
        };
        let exact = one.exact && two.exact;
        if left == right && exact {
            return Nearness::Same;
        }
        if !one.exact && !two.exact && one.spelling.is_like(&two.spelling) {
            return Nearness::Similar;
        }
        let gazetteer = &*GAZETTEER;
        let city = gazetteer.city(left);
        if city.is_some() && city == gazetteer.city(right) {
            return Nearness::SameCity;
        }
        if left != right && (gazetteer.holds(left, right) || gazetteer.holds(right, left)) {
            return Nearness::Within;
        }
        match (gazetteer.province(left), gazetteer.province(right)) {
            (Some(left), Some(right)) if left == right => Nearness::SameProvince,
            (Some(left), Some(right)) if gazetteer.are_neighbours(left, right) => {
                Nearness::Neighbouring
            }
            _ => Nearness::Other,
        }
    }

    /// Bits by which agreement in the place of an event (`birth`: of birth) is worth more or less than average: that of the more
    /// frequent of the two.
    pub(crate) fn beyond_average(&self, left: PlaceId, right: PlaceId, birth: bool) -> f32 {
        let bits = &self.bits[usize::from(birth)];
        let of = |place: PlaceId| bits.get(place.0 as usize).copied().unwrap_or(0.0);
        of(left).min(of(right))
    }

    /// −log2 of each place's share less what an average match is worth, −log2 Σ f²; a city's prisons share its frequency.
    fn rarity(&self, counts: &BTreeMap<PlaceId, u32>) -> Vec<f32> {
        let mut groups: BTreeMap<u64, u64> = BTreeMap::new();
        for (place, count) in counts {
            *groups.entry(self.group(*place)).or_default() += u64::from(*count);
        }
        let all = (groups.values().sum::<u64>() + groups.len() as u64) as f64;
        if groups.is_empty() {
            return Vec::new();
        }
        // Laplace's rule, as for names.
        let share = |count: u64| (count as f64 + 1.0) / all;
        let average = -groups
            .values()
            .map(|count| share(*count).powi(2))
            .sum::<f64>()
            .log2();
        (0..self.texts.len() as u32)
            .map(|place| {
                let count = groups
                    .get(&self.group(PlaceId(place)))
                    .copied()
                    .unwrap_or(0);
                let bits = (-share(count).log2() - average) as f32;
                (RARITY_COUNTS * bits).clamp(-RARITY_CAP, RARITY_CAP)
            })
            .collect()
    }
}
