//! Names that are near a query: one word misspelled, or some of its words only.
//!
//! The slips are made on the side of the query, so that the index holds nothing for them.

#[cfg(test)]
mod tests;

use std::{
    cell::OnceCell,
    collections::{BTreeMap, BTreeSet},
};

use names::{
    fold::words,
    key::{QUERY_WORDS, keys},
    normal::normal,
    sound::Readings,
};

use super::{Search, WEIGHED, ask::any_key, weigh::Likely};
use crate::error::CatalogError;

/// Rows counted to say how frequent a word is; what has as many is frequent.
const COUNTED: usize = 1_000;

/// Misspelled keys looked up for one query. Chosen by us: a look-up takes about ten microseconds. A word of four consonants has
/// 130.
const LOOK_UPS: usize = 300;

/// Rows taken for each misspelled key where the rest of the query is frequent or absent, so that every key has its turn.
const SHARE: usize = 8;

/// What a word counts for that is there with a slip.
const SLIP: f32 = 0.5;

/// From so many consonants on, a word with one slip is kept however little alike it looks: swapped consonants count as two other
/// ones when names are compared.
const TELLING: usize = 4;

/// Letters of keys.
const LETTERS: [char; 15] = [
    'b', 'c', 'd', 'f', 'h', 'j', 'k', 'l', 'm', 'n', 'r', 's', 't', 'v', 'z',
];

/// The words of a query as they are looked for in names.
pub(super) struct Query {
    /// The query in normal form.
    pub(super) form: String,
    /// Each word, and each two neighbours put together.
    single: Vec<Word>,
    pairs: Vec<Word>,
}

/// A word of a query, or two put together.
#[derive(Clone, Debug)]
struct Word {
    /// Its keys, the likeliest first.
    keys: Vec<String>,
    /// How many rows have it, once counted.
    count: OnceCell<usize>,
}

impl Query {
    /// Reads the first `QUERY_WORDS` words of a query.
    pub(super) fn new(text: &str) -> Self {
        let form = normal(text);
        let readings: Vec<Readings> = words(&form)
            .take(QUERY_WORDS)
            .map(Readings::of)
            .filter(|readings| !readings.is_empty())
            .collect();
        let word = |readings: &Readings| Word {
            keys: keys(readings),
            count: OnceCell::new(),
        };
        Self {
            single: readings.iter().map(word).collect(),
            pairs: readings
                .windows(2)
                .map(|pair| word(&pair[0].join(&pair[1])))
                .collect(),
            form: words(&form).take(QUERY_WORDS).collect::<Vec<_>>().join(" "),
        }
    }

    /// The ways of cutting the query into words: as it stands, and with two neighbours put together.
    fn cuts(&self) -> Vec<Vec<&Word>> {
        let mut cuts = vec![self.single.iter().collect::<Vec<_>>()];
        for (place, pair) in self.pairs.iter().enumerate() {
            let mut cut: Vec<&Word> = self.single.iter().collect();
            cut.splice(place..place + 2, [pair]);
            cuts.push(cut);
        }
        cuts
    }

    /// Rows of claims whose name has all words of the query, one of them with a slip. At most `WEIGHED`, in the order of arrival.
    pub(super) fn misspelled(&self, search: &Search<'_>) -> Result<Vec<Likely>, CatalogError> {
        let mut left = LOOK_UPS;
        let mut rows: BTreeMap<i64, Likely> = BTreeMap::new();
        for cut in self.cuts() {
            let mut counted = Vec::with_capacity(cut.len());
            for (place, word) in cut.iter().enumerate() {
                counted.push((word.count(search)?, place));
            }
            counted.sort_unstable();
            // Where two words are unknown, no slip in one of them helps; where one is, the slip is there.
            let unknown = counted.iter().filter(|(count, _)| *count == 0).count();
            let slips = match unknown {
                0 => counted.len(),
                1 => 1,
                _ => 0,
            };
            for (known, place) in &counted[..slips] {
                let others: Vec<&Word> = (cut.iter().enumerate())
                    .filter(|(other, _)| other != place)
                    .map(|(_, word)| *word)
                    .collect();
                let rarest = counted.iter().filter(|(_, other)| other != place).min();
                let rare = rarest.is_some_and(|(count, _)| *count < COUNTED);
                // Beside frequent words, a word that is known is taken to be meant: its neighbours would be too many.
                if *known > 0 && !rare {
                    continue;
                }
                let slips = slips_of(cut[*place]);
                if slips.len() > left {
                    continue;
                }
                left -= slips.len();
                let rest = all_of(&others);
                let weight = counted
                    .iter()
                    .map(|(count, other)| bits(*count) * if other == place { SLIP } else { 1.0 })
                    .sum();
                let telling = cut[*place].is_telling();
                let mut add = |found: Vec<i64>| {
                    for row in found {
                        let likely = rows.entry(row).or_insert(Likely {
                            row,
                            weight,
                            telling,
                        });
                        likely.weight = likely.weight.max(weight);
                        likely.telling |= telling;
                    }
                };
                match rare {
                    true => {
                        let Some(any) = any_key(&slips) else { continue };
                        add(search.claims(&format!("{rest}{any}"), WEIGHED)?);
                    }
                    false => {
                        for slip in &slips {
                            let Some(one) = any_key([slip]) else { continue };
                            add(search.claims(&format!("{rest}{one}"), SHARE)?);
                        }
                    }
                }
            }
        }
        Ok(rows.into_values().take(WEIGHED).collect())
    }

    /// Rows of claims whose name has some words of the query: two of them first, then one, from the rarest on. Words that are
    /// frequent are not looked for alone. At most `WEIGHED`.
    pub(super) fn some_words(&self, search: &Search<'_>) -> Result<Vec<Likely>, CatalogError> {
        if self.single.len() < 2 {
            return Ok(Vec::new());
        }
        let mut counted = Vec::new();
        for word in self.single.iter().chain(&self.pairs) {
            let count = word.count(search)?;
            if count > 0 {
                counted.push((count, word));
            }
        }
        // Stable, so that words as frequent stand in the order of the query.
        counted.sort_by_key(|(count, _)| *count);
        let mut asked = Vec::new();
        if let Some(((count, rarest), rest)) = counted.split_first()
            && let (Some(rarest), Some(other)) = (
                any_key(&rarest.keys),
                any_key(rest.iter().flat_map(|(_, word)| &word.keys)),
            )
        {
            let weight = bits(*count) + rest.first().map_or(0.0, |(count, _)| bits(*count));
            asked.push((weight, format!("{rarest} AND {other}")));
        }
        for (count, word) in counted.iter().filter(|(count, _)| *count < COUNTED) {
            asked.extend(any_key(&word.keys).map(|any| (bits(*count), any)));
        }
        let mut rows: Vec<Likely> = Vec::new();
        let mut known = BTreeSet::new();
        for (weight, expression) in asked {
            if rows.len() == WEIGHED {
                break;
            }
            for row in search.claims(&expression, WEIGHED)? {
                if rows.len() < WEIGHED && known.insert(row) {
                    rows.push(Likely {
                        row,
                        weight,
                        telling: false,
                    });
                }
            }
        }
        Ok(rows)
    }
}

impl Word {
    /// It has so many consonants that few strangers are one slip away.
    fn is_telling(&self) -> bool {
        self.keys.first().is_some_and(|key| key.len() >= TELLING)
    }

    /// Rows that have the word, counted to `COUNTED`.
    fn count(&self, search: &Search<'_>) -> Result<usize, CatalogError> {
        if let Some(count) = self.count.get() {
            return Ok(*count);
        }
        let count = match any_key(&self.keys) {
            Some(any) => search.claims(&any, COUNTED)?.len(),
            None => 0,
        };
        Ok(*self.count.get_or_init(|| count))
    }
}

/// Bits by which a word is rarer than a frequent one, and one for being there.
fn bits(count: usize) -> f32 {
    1.0 + (COUNTED as f32 / (count as f32 + 1.0)).log2().max(0.0)
}

/// All of `words`, and what follows.
fn all_of(words: &[&Word]) -> String {
    let mut asked = String::new();
    for any in words.iter().filter_map(|word| any_key(&word.keys)) {
        asked.push_str(&any);
        asked.push_str(" AND ");
    }
    asked
}

/// The keys that the word has with a slip in its likeliest reading, and which it does not have without.
fn slips_of(word: &Word) -> BTreeSet<String> {
    let mut slips = word.keys.first().map(|key| slips(key)).unwrap_or_default();
    for key in &word.keys {
        slips.remove(key);
    }
    slips
}

/// All keys that `key` becomes when one of its letters is left out, replaced or swapped with the next, or one is put in. None has
/// less than two letters, which would fit too much, nor twice the same letter in a row, which no key has.
fn slips(key: &str) -> BTreeSet<String> {
    let letters: Vec<char> = key.chars().collect();
    let mut slips = BTreeSet::new();
    let mut add = |slip: Vec<char>| {
        if slip.len() >= 2 && slip.windows(2).all(|pair| pair[0] != pair[1]) {
            slips.insert(slip.into_iter().collect());
        }
    };
    // A key of one letter is near every other.
    if letters.len() < 2 {
        return BTreeSet::new();
    }
    for place in 0..=letters.len() {
        let (before, after) = letters.split_at(place);
        for letter in LETTERS {
            add([before, &[letter], after].concat());
            if let [_, after @ ..] = after {
                add([before, &[letter], after].concat());
            }
        }
        match after {
            [one, two, after @ ..] => {
                add([before, &[*two, *one], after].concat());
                add([before, &[*two], after].concat());
            }
            [_] => add(before.to_vec()),
            [] => {}
        }
    }
    slips.remove(key);
    slips
}
