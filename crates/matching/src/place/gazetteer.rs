//! The places of `data/places.tsv`: countries, their provinces, cities, and prisons and burial grounds within them.

use std::{collections::HashMap, sync::LazyLock};

use names::{cost::similarity, fold::fold, key, normal::normal, sound::Readings};

use super::spelling::readings;

/// A place of the gazetteer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct SiteId(pub(super) u16);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Country,
    Province,
    City,
    Site,
}

#[derive(Debug)]
struct Site {
    word: &'static str,
    kind: Kind,
    parent: Option<SiteId>,
    neighbours: Vec<SiteId>,
}

/// A name of a place, as it sounds.
#[derive(Clone, Debug)]
struct Spelled {
    site: SiteId,
    sounds: Readings,
}

#[derive(Debug)]
pub(super) struct Gazetteer {
    sites: Vec<Site>,
    by_name: HashMap<String, Vec<SiteId>>,
    /// By key of the whole name, in all its readings.
    by_key: HashMap<String, Vec<Spelled>>,
}

const DATA: &str = include_str!("../../data/places.tsv");

/// Words that stand beside the name of a place and say what it is. Own typing.
const PROVINCE: &str =
    "province ostan state governorate region wilayat muhafazat استان محافظه منطقه ولایت";
const OTHER: &str = "city town county district village of the prison jail camp central cemetery hospital square in near area ville prison de la \
                     le du shahr shahrestan zendan sejn شهر شهرستان زندان روستا روستای بخش سجن مدینه قریه گورستان قبرستان میدان بیمارستان مرکزی در و";

/// A spelling is that of a place when it sounds so much like one of its names, and of one with a short key when it sounds more so;
/// and when no other place comes as near. By hand: what parts of one name of a person reach, and more.
const SOUNDS_LIKE: f32 = 0.85;
const SOUNDS_LIKE_SHORT: f32 = 0.92;
const CLEARLY: f32 = 0.03;
const SHORT_KEY: usize = 3;

/// A name has at most so many words (kohgiluyeh and boyer ahmad).
const LONGEST: usize = 5;

pub(super) static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(Gazetteer::shipped);

impl Gazetteer {
    fn shipped() -> Self {
        let rows: Vec<Vec<&'static str>> = DATA
            .lines()
            .filter(|line| !line.starts_with('#'))
            .map(|line| line.split('\t').collect())
            .collect();
        let numbers: HashMap<&str, SiteId> = rows
            .iter()
            .enumerate()
            .map(|(place, row)| (row[0], SiteId(place as u16)))
            .collect();
        let cell = |row: &[&'static str], place: usize| row.get(place).copied().unwrap_or("");
        let sites: Vec<Site> = rows
            .iter()
            .map(|row| Site {
                word: row[0],
                kind: match cell(row, 1) {
                    "country" => Kind::Country,
                    "province" => Kind::Province,
                    "city" => Kind::City,
                    _ => Kind::Site,
                },
                parent: numbers.get(cell(row, 2)).copied(),
                neighbours: cell(row, 4)
                    .split(',')
                    .filter_map(|word| numbers.get(word).copied())
                    .collect(),
            })
            .collect();
        let mut gazetteer = Self {
            sites,
            by_name: HashMap::new(),
            by_key: HashMap::new(),
        };
        for (place, row) in rows.iter().enumerate() {
            let site = SiteId(place as u16);
            for name in cell(row, 3).split('|') {
                let sounds = readings(&normal(name));
                for key in key::keys(&sounds) {
                    gazetteer.by_key.entry(key).or_default().push(Spelled {
                        site,
                        sounds: sounds.clone(),
                    });
                }
                let found = gazetteer.by_name.entry(fold(name)).or_default();
                if found.last() != Some(&site) {
                    found.push(site);
                }
            }
        }
        gazetteer
    }

    pub(super) fn word(&self, site: SiteId) -> &'static str {
        self.site(site).word
    }

    /// The city that a place is or lies in.
    pub(super) fn city(&self, site: SiteId) -> Option<SiteId> {
        self.up(site)
            .find(|site| self.site(*site).kind == Kind::City)
    }

    pub(super) fn province(&self, site: SiteId) -> Option<SiteId> {
        self.up(site)
            .find(|site| self.site(*site).kind == Kind::Province)
    }

    pub(super) fn holds(&self, outer: SiteId, inner: SiteId) -> bool {
        self.up(inner).any(|site| site == outer)
    }

    pub(super) fn are_neighbours(&self, one: SiteId, two: SiteId) -> bool {
        self.site(one).neighbours.contains(&two) || self.site(two).neighbours.contains(&one)
    }

    /// The place that a folded text names, and whether it is that or lies within it. All words must be known for the first; a
    /// place that is known only in part lies in what is known.
    pub(super) fn find(&self, folded: &str) -> Option<(SiteId, bool)> {
        if let Some(sites) = self.by_name.get(folded) {
            return Some((self.best(sites, false)?, true));
        }
        let words: Vec<&str> = folded.split(' ').collect();
        let province = words.iter().any(|word| is_among(PROVINCE, word));
        let mut found = Vec::new();
        let mut all = true;
        let mut place = 0;
        while place < words.len() {
            let longest = LONGEST.min(words.len() - place);
            let name = (1..=longest).rev().find_map(|count| {
                let sites = self.by_name.get(&words[place..place + count].join(" "))?;
                Some((count, sites))
            });
            if let Some((count, sites)) = name {
                found.push(sites);
                place += count;
            } else {
                all &= is_among(PROVINCE, words[place]) || is_among(OTHER, words[place]);
                place += 1;
            }
        }
        // With words that are not known the name of a place may be part of another's ("Tehran Street", "New Paris").
        if !all && (found.len() > 1 || words.len() < 3) {
            return None;
        }
        self.innermost(&found, province).map(|site| (site, all))
    }

    /// The place that a text in normal form is a spelling of, if there is only one.
    pub(super) fn find_spelling(&self, normal: &str) -> Option<SiteId> {
        let sounds = readings(normal);
        let mut best: Vec<(SiteId, f32)> = Vec::new();
        for key in key::keys(&sounds) {
            let enough = if key.chars().count() < SHORT_KEY {
                SOUNDS_LIKE_SHORT
            } else {
                SOUNDS_LIKE
            };
            for spelled in self.by_key.get(&key).into_iter().flatten() {
                let found = similarity(&sounds, &spelled.sounds);
                if found >= enough {
                    best.push((spelled.site, found));
                }
            }
        }
        let most = best.iter().map(|(_, found)| *found).fold(0.0, f32::max);
        let near: Vec<SiteId> = best
            .into_iter()
            .filter(|(_, found)| *found >= most - CLEARLY)
            .map(|(site, _)| site)
            .collect();
        self.only(&near)
    }

    /// Of the places that a text names, the one that lies in the others; else the first whose name is no province's too.
    fn innermost(&self, found: &[&Vec<SiteId>], province: bool) -> Option<SiteId> {
        let only = found.len() == 1;
        let best: Vec<SiteId> = found
            .iter()
            .filter_map(|sites| self.best(sites, province && only))
            .collect();
        let depth = |site: SiteId| self.up(site).count();
        best.iter()
            .copied()
            .enumerate()
            .max_by_key(|(place, site)| {
                (
                    depth(*site),
                    !self.names_its_province(*site),
                    std::cmp::Reverse(*place),
                )
            })
            .map(|(_, site)| site)
    }

    /// Whether a city's province is called after it: then its name beside another city's means the province.
    fn names_its_province(&self, site: SiteId) -> bool {
        self.province(site).is_some_and(|province| {
            self.word(province).strip_suffix("-province") == Some(self.word(site))
        })
    }

    /// Which of the places of one name is meant when nothing else is said: the city, or the province when the word stands there.
    fn best(&self, sites: &[SiteId], province: bool) -> Option<SiteId> {
        let order = |kind: Kind| match kind {
            Kind::Province if province => 0,
            Kind::City => 1,
            Kind::Site => 2,
            Kind::Province => 3,
            Kind::Country => 4,
        };
        sites
            .iter()
            .copied()
            .min_by_key(|site| (order(self.site(*site).kind), *site))
    }

    /// The place meant by a name of several, if one of them lies in all others.
    fn only(&self, sites: &[SiteId]) -> Option<SiteId> {
        let best = self.best(sites, false)?;
        sites
            .iter()
            .all(|site| *site == best || self.holds(*site, best) || self.holds(best, *site))
            .then_some(best)
    }

    fn site(&self, site: SiteId) -> &Site {
        &self.sites[usize::from(site.0)]
    }

    /// The place, and what holds it, outward.
    fn up(&self, site: SiteId) -> impl Iterator<Item = SiteId> {
        std::iter::successors(Some(site), |site| self.site(*site).parent)
    }
}

fn is_among(words: &str, word: &str) -> bool {
    words.split(' ').any(|one| one == word)
}
