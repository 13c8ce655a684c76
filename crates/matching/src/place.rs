//! Places as lists write them, and what is known of them: which city, which province, which is the neighbour of which.

mod gazetteer;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap};

use names::{fold::fold, key};

use crate::record::PlaceId;

use gazetteer::{GAZETTEER, SiteId};

/// Places that rows name, each distinct one once.
#[derive(Clone, Debug, Default)]
pub struct Places {
    /// Texts by number, folded.
    pub texts: Vec<String>,
    known: Vec<Known>,
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
    /// Key of the whole text, then those of its words.
    keys: Box<[Box<str>]>,
}

/// How two places stand to each other, the closest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Nearness {
    Same,
    /// In one city, or one is a prison of the other.
    SameCity,
    /// Not both known, and spelled alike.
    Similar,
    /// One is the province or country of the other.
    Within,
    SameProvince,
    Neighbouring,
    /// Not both known, and spelled otherwise: one may lie in the other.
    UnknownApart,
    Other,
}

/// How much of a place's rarity counts, and at most so many bits either way: places are correlated with names and dates. By hand,
/// like the share for name parts (method notes, section 7).
const RARITY_COUNTS: f32 = 0.6;
const RARITY_CAP: f32 = 4.0;

/// Spellings are looked for among the known places only if so large a share of the places are there as written: suburbs of
/// Australia are no cities of Iran that somebody misspelled.
const AT_HOME: f64 = 0.2;

/// Keys of fewer letters are too common to tell a place by, and for one letter to be wrong in.
const LONG_KEY: usize = 4;

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
            .texts
            .iter()
            .zip(found)
            .map(|(text, found)| {
                let found = found.or_else(|| gazetteer.find_spelling(text).filter(|_| at_home));
                Known {
                    site: found.map(|(site, _)| site),
                    exact: found.is_some_and(|(_, exact)| exact),
                    keys: keys(text),
                }
            })
            .collect();
        self.bits = [self.rarity(&counts[0]), self.rarity(&counts[1])];
    }

    /// A number that is the same for places of one city, and for spellings of a place that is not known. Never 0.
    pub fn group(&self, place: PlaceId) -> u64 {
        let known = &self.known[place.0 as usize];
        match known.site {
            Some(site) => 1 + u64::from(GAZETTEER.city(site).unwrap_or(site).0),
            // Above all numbers of sites.
            None => key::code(&known.keys[0]).unwrap_or(0) | 1 << 63,
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
            return if alike(&one.keys, &two.keys) {
                Nearness::Similar
            } else {
                Nearness::UnknownApart
            };
        };
        let exact = one.exact && two.exact;
        if left == right && exact {
            return Nearness::Same;
        }
        if !one.exact && !two.exact && alike(&one.keys, &two.keys) {
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

fn keys(folded: &str) -> Box<[Box<str>]> {
    let whole = key::key_of_folded(folded);
    let words = folded.split(' ').map(key::key_of_folded);
    std::iter::once(whole)
        .chain(words)
        .map(String::into_boxed_str)
        .collect()
}

/// Whether two places are spelled alike: one key, a letter of a long key apart, or all words of one are in the other.
fn alike(left: &[Box<str>], right: &[Box<str>]) -> bool {
    let (Some((one, one_words)), Some((two, two_words))) =
        (left.split_first(), right.split_first())
    else {
        return false;
    };
    if one == two {
        return true;
    }
    let (short, long) = if one_words.len() <= two_words.len() {
        (one_words, two_words)
    } else {
        (two_words, one_words)
    };
    let told = short.iter().any(|word| word.len() >= LONG_KEY - 1);
    told && short.len() < long.len() && short.iter().all(|word| long.contains(word))
        || one.len().min(two.len()) > LONG_KEY && is_one_edit(one.as_bytes(), two.as_bytes())
}

/// Whether one letter put in, left out or replaced, or two neighbours exchanged, make one of the other.
pub(crate) fn is_one_edit(one: &[u8], two: &[u8]) -> bool {
    let (short, long) = if one.len() <= two.len() {
        (one, two)
    } else {
        (two, one)
    };
    let start = short
        .iter()
        .zip(long)
        .take_while(|(one, two)| one == two)
        .count();
    let (short, long) = (&short[start..], &long[start..]);
    match long.len() - short.len() {
        0 => match (short, long) {
            ([], []) => false,
            ([_, rest @ ..], [_, other @ ..]) if rest == other => true,
            ([a, b, rest @ ..], [c, d, other @ ..]) => a == d && b == c && rest == other,
            _ => false,
        },
        1 => short == &long[1..],
        _ => false,
    }
}
