//! How likely a name is the one meant by a query.

use std::{collections::BTreeMap, ops::Range};

use names::{
    compare::Comparer,
    fold::words,
    key::{keys, keys_joined},
    normal::normal,
    rarity::Rarity,
    register::{NameId, Names},
    sound::Readings,
};

use super::{
    Rank, Search,
    near::{COUNTED, Query, slips_of},
};
use crate::error::CatalogError;

/// Names less likely than this are dropped from ranks that guess: one in a hundred. The score is calibrated for pairs that nobody
/// looks at, and counts most slips of a pen as another name: "Mohamned" is "Mohammad" with 0.014, "Farhd Rajimi" is "Farhad Rahimi"
/// with 0.06. Strangers that share a word or a consonant lie below: Kamali and Jamali, Mostafa Kashi and Mostafa Kamali 0.001.
const HOPELESS: f32 = 0.01;

/// From so many consonants on, a word with one slip is kept however little alike it looks: swapped consonants count as two other
/// ones when names are compared.
const TELLING: usize = 4;

/// Words of a name that are looked at.
const NAME_WORDS: usize = 16;

/// What a word counts for that is there with a slip.
const SLIP: f32 = 0.5;

/// Weighs names against one query.
pub(super) struct Weigher<'q> {
    query: &'q Query,
    rank: Rank,
    /// What keys are looked for.
    wanted: BTreeMap<String, Wanted>,
    /// What each word counts for by its rarity.
    bits: Vec<f32>,
}

/// What a key says that is looked for.
struct Wanted {
    /// The words of the query that it stands for.
    words: Range<usize>,
    /// What it counts for.
    share: f32,
    /// It is one slip away from so many consonants that few strangers are.
    telling: bool,
}

/// What of a name met the query.
struct Met {
    /// The parts that are compared.
    form: String,
    /// What they count for.
    weight: f32,
    /// Something telling met, and the name is kept however it is compared.
    telling: bool,
}

impl<'q> Weigher<'q> {
    pub(super) fn new(
        query: &'q Query,
        search: &Search<'_>,
        rank: Rank,
    ) -> Result<Self, CatalogError> {
        let mut wanted = BTreeMap::new();
        let mut bits = Vec::new();
        for word in query.words() {
            // Bits by which a word is rarer than one that is frequent, and one for being there.
            let count = word.count(search)? as f32;
            bits.push(1.0 + (COUNTED as f32 / (count + 1.0)).log2().max(0.0));
        }
        for (places, word) in query.parts() {
            for key in &word.keys {
                wanted.entry(key.clone()).or_insert_with(|| Wanted {
                    words: places.clone(),
                    share: 1.0,
                    telling: false,
                });
            }
        }
        if rank == Rank::Misspelled {
            for (places, word) in query.parts() {
                let telling = word.keys.first().is_some_and(|key| key.len() >= TELLING);
                for slip in slips_of(word) {
                    wanted.entry(slip).or_insert_with(|| Wanted {
                        words: places.clone(),
                        share: SLIP,
                        telling,
                    });
                }
            }
        }
        Ok(Self {
            query,
            rank,
            wanted,
            bits,
        })
    }

    /// The places of `texts` from the likeliest on, those as likely in their order. Hopeless ones are left out of the ranks that
    /// guess.
    pub(super) fn order<'t>(&mut self, texts: impl Iterator<Item = &'t str>) -> Vec<usize> {
        let mut names = Names::new();
        let query = names.add(&self.query.form);
        let met: Vec<(NameId, Met)> = texts
            .map(|text| {
                let met = self.met(text);
                (names.add(&met.form), met)
            })
            .collect();
        let rarity = Rarity::of(&names);
        let mut comparer = Comparer::new(&names, &rarity);
        let mut weighed: Vec<(f32, usize)> = met
            .into_iter()
            .enumerate()
            .filter_map(|(place, (name, met))| {
                let score = comparer.compare(query, name).score;
                let kept = self.rank == Rank::Spelling || met.telling || score >= HOPELESS;
                kept.then_some((score * met.weight, place))
            })
            .collect();
        weighed.sort_by(|one, other| other.0.total_cmp(&one.0));
        weighed.into_iter().map(|(_, place)| place).collect()
    }

    /// What of a name meets the query, and how much that counts for. Where all words of the query are asked for, what else a
    /// name has says nothing against it, so only what met is compared; where some are enough, the whole name is.
    fn met(&self, text: &str) -> Met {
        let form = normal(text);
        let words: Vec<&str> = words(&form).take(NAME_WORDS).collect();
        let readings: Vec<Readings> = words.iter().map(|word| Readings::of(word)).collect();
        let mut kept = vec![false; words.len()];
        let mut found = vec![0.0f32; self.bits.len()];
        let mut telling = false;
        let mut take = |keys: Vec<String>, places: &[usize]| {
            for key in keys {
                if let Some(wanted) = self.wanted.get(&key) {
                    for found in &mut found[wanted.words.clone()] {
                        *found = found.max(wanted.share);
                    }
                    telling |= wanted.telling;
                    places.iter().for_each(|place| kept[*place] = true);
                }
            }
        };
        for (place, word) in readings.iter().enumerate() {
            take(keys(word), &[place]);
            if let Some(next) = readings.get(place + 1) {
                take(keys_joined(word, next), &[place, place + 1]);
            }
        }
        let weight: f32 = found
            .iter()
            .zip(&self.bits)
            .map(|(found, bits)| found * bits)
            .sum();
        let whole = self.rank == Rank::SomeWords || !kept.contains(&true);
        let form = words
            .iter()
            .zip(&kept)
            .filter(|(_, kept)| whole || **kept)
            .map(|(word, _)| *word)
            .collect::<Vec<_>>()
            .join(" ");
        Met {
            form,
            // Nothing where the name was found by the key of all its words together.
            weight: if weight > 0.0 { weight } else { 1.0 },
            telling,
        }
    }
}
