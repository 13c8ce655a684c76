//! A key in which the spellings of one name meet across scripts: its consonants, in classes, without the weak ones.
//!
//! It finds candidates and decides nothing. Vowels, v, w, y, hamza and ain are left out because scripts write them or not;
//! k, g, gh, q are one class, as are kh and h, p and b, ch and sh, j and zh, because romanisations and Arabic
//! spellings of Persian names confuse them.

mod table;
#[cfg(test)]
mod tests;

use crate::fold::{fold, words};

use table::{Sound, arabic, latin};

/// The key of all of `text`, its words put together, so that joined and split spellings meet. Empty only when `text` has
/// neither letter nor digit. ASCII for Latin and Arabic script; letters of other scripts stand for themselves, folded.
pub fn latin_key(text: &str) -> String {
    key_of_folded(&fold(text))
}

/// The key of a text that is already folded.
pub fn key_of_folded(folded: &str) -> String {
    let key = read(folded, false);
    // A name with fewer than two strong consonants, such as Evin or Avaie, keeps v as well.
    if key.chars().count() >= 2 {
        return key;
    }
    let key = read(folded, true);
    match folded.chars().find(|letter| *letter != ' ') {
        // Vowels only, as in Aya.
        Some(_) if key.is_empty() => "a".to_owned(),
        _ => key,
    }
}

/// The keys under which a name is found: of each word, of each two neighbours put together, and of the whole. Sorted, each once.
pub fn search_keys(text: &str) -> Vec<String> {
    search_keys_of_folded(&fold(text))
}

/// The keys under which a name is found that is already folded.
pub fn search_keys_of_folded(folded: &str) -> Vec<String> {
    let words: Vec<&str> = words(folded).collect();
    let mut keys: Vec<String> = words.iter().map(|word| key_of_folded(word)).collect();
    keys.extend(words.windows(2).map(|pair| key_of_folded(&pair.join(" "))));
    keys.push(key_of_folded(folded));
    keys.retain(|key| !key.is_empty());
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// The ways of reading a query, each a list of keys that must all be among the `search_keys` of a name: with its words as they
/// stand, and with any neighbours put together. Of a query of more than `QUERY_WORDS` words only the first ones are read.
pub fn query_keys(text: &str) -> Vec<Vec<String>> {
    let folded = fold(text);
    let words: Vec<&str> = words(&folded).take(QUERY_WORDS).collect();
    let mut ways = Vec::new();
    join_ways(&words, &mut Vec::new(), &mut ways);
    ways.retain(|way| !way.is_empty());
    ways.sort();
    ways.dedup();
    ways
}

/// Words of a query that are read: names in use have fewer, and the ways of joining them grow as Fibonacci's numbers.
pub const QUERY_WORDS: usize = 6;

fn join_ways(words: &[&str], before: &mut Vec<String>, ways: &mut Vec<Vec<String>>) {
    if words.is_empty() {
        ways.push(before.clone());
    }
    for count in 1..=words.len().min(2) {
        before.push(key_of_folded(&words[..count].join(" ")));
        join_ways(&words[count..], before, ways);
        before.pop();
    }
}

fn read(folded: &str, weak: bool) -> String {
    let mut key = String::with_capacity(folded.len());
    for word in words(folded) {
        let mut rest = word;
        while let Some(first) = rest.chars().next() {
            let (sound, length) = latin(rest, word).unwrap_or_else(|| {
                let last = rest.len() == first.len_utf8();
                (arabic(first, last, word), first.len_utf8())
            });
            rest = &rest[length..];
            let letter = match sound {
                Sound::Strong(class) => class,
                Sound::Weak if weak => 'v',
                Sound::Weak | Sound::None => continue,
            };
            // Doubled consonants are written once, twice or as a sign.
            if !key.ends_with(letter) {
                key.push(letter);
            }
        }
    }
    key
}

/// The keys of a word in its readings, the likeliest first, each once.
pub fn keys(readings: &crate::sound::Readings) -> Vec<String> {
    let mut keys: Vec<String> = Vec::new();
    for way in readings.ways() {
        let key = String::from_utf8_lossy(way.codes()).into_owned();
        if !key.is_empty() && !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys
}

/// A key as a number, for tables of many: equal keys have equal numbers. `None` for the empty key, which is no evidence.
pub fn code(key: &str) -> Option<u64> {
    if key.is_empty() {
        return None;
    }
    // FNV-1a, 64 bits (draft-eastlake-fnv): short keys, no adversary who gains by a collision of candidates.
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in key.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    Some(hash)
}
