//! A key in which the spellings of one name meet across scripts: its consonants, in classes, without the weak ones.
//!
//! It finds candidates and decides nothing. Made of the sounds of a word (`sound`), in whatever script. Vowels, v, w, y, hamza,
//! ain and a final h are left out because scripts write them or not; k, g, gh, q are one class, as are kh and h, p and b, ch and
//! sh, j and zh, because romanisations and Arabic spellings of Persian names confuse them.

mod table;
#[cfg(test)]
mod tests;

use crate::{
    fold::words,
    normal::normal,
    sound::{
        Readings, Sounds,
        code::{FIRST_FOREIGN, H, HA, KHC, LAM, V, VOWELS, is, is_consonant},
        context::class,
    },
};

use table::{NOTHING, Part, WEAK, part};

/// The likeliest key of all of `text`, its words put together, so that joined and split spellings meet. Empty only when `text` has
/// neither letter nor digit.
pub fn latin_key(text: &str) -> String {
    key_of_folded(&normal(text))
}

/// The likeliest key of a text that is already folded, or in normal form.
pub fn key_of_folded(folded: &str) -> String {
    keys(&together(folded))
        .into_iter()
        .next()
        .unwrap_or_default()
}

/// The keys under which a name is found: of each word, of each two neighbours put together, and of the whole, in all their readings.
/// Sorted, each once.
pub fn search_keys(text: &str) -> Vec<String> {
    search_keys_of_folded(&normal(text))
}

/// The keys under which a name is found that is already folded, or in normal form.
pub fn search_keys_of_folded(folded: &str) -> Vec<String> {
    let words: Vec<Readings> = words(folded).map(Readings::of).collect();
    let mut found: Vec<String> = words.iter().flat_map(keys).collect();
    found.extend(
        words
            .windows(2)
            .flat_map(|pair| keys_joined(&pair[0], &pair[1])),
    );
    // Of one word or two the whole stands there already.
    if words.len() > 2 {
        found.extend(keys(&joined(&words)));
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// The ways of reading a query, each a list of keys that must all be among the `search_keys` of a name: with its words as they
/// stand, and with any neighbours put together, in their likeliest readings and, one word at a time, in the others. Of a query of
/// more than `QUERY_WORDS` words only the first ones are read. Sorted, each once.
pub fn query_keys(text: &str) -> Vec<Vec<String>> {
    let form = normal(text);
    let words: Vec<Readings> = words(&form).take(QUERY_WORDS).map(Readings::of).collect();
    let mut ways = Vec::new();
    join_ways(&words, &mut Vec::new(), &mut ways);
    ways.retain(|way| !way.is_empty());
    ways.sort();
    ways.dedup();
    ways
}

/// Words of a query that are read: names in use have fewer, and the ways of joining them grow as Fibonacci's numbers.
pub const QUERY_WORDS: usize = 6;

fn join_ways(words: &[Readings], before: &mut Vec<Vec<String>>, ways: &mut Vec<Vec<String>>) {
    if words.is_empty() {
        let first: Vec<String> = before
            .iter()
            .filter_map(|keys| keys.first().cloned())
            .collect();
        for (place, keys) in before.iter().filter(|keys| !keys.is_empty()).enumerate() {
            for other in &keys[1..] {
                let mut way = first.clone();
                other.clone_into(&mut way[place]);
                ways.push(way);
            }
        }
        ways.push(first);
        return;
    }
    for count in 1..=words.len().min(2) {
        before.push(keys(&joined(&words[..count])));
        join_ways(&words[count..], before, ways);
        before.pop();
    }
}

/// The readings of all the words of a text together.
fn together(form: &str) -> Readings {
    joined(&words(form).map(Readings::of).collect::<Vec<_>>())
}

fn joined(words: &[Readings]) -> Readings {
    match words {
        [] => Readings::of(""),
        [first, rest @ ..] => rest.iter().fold(first.clone(), |all, next| all.join(next)),
    }
}

/// At most so many keys of a word.
pub const KEYS: usize = 4;

/// The keys of a word in its readings, the likeliest first, each once, at most `KEYS`. None is empty; there is none when the
/// word has no letter.
///
/// A consonant that is read in two ways (th, dh, a t at the end, the letters ث ذ ض ظ, ב כ פ ש, г) gives a key for either.
pub fn keys(readings: &Readings) -> Vec<String> {
    let mut keys: Vec<String> = Vec::with_capacity(1);
    let mut add = |key: String| {
        if !key.is_empty() && keys.len() < KEYS && !keys.contains(&key) {
            keys.push(key);
        }
    };
    for way in readings.ways() {
        add(key_of(way, 0));
    }
    for way in readings.ways() {
        let count = (0..way.codes().len())
            .filter(|place| matches!(letter(way, *place), Part::Strong(_, Some(_))))
            .count();
        // One letter in its second reading, then all.
        for letter in 0..count.min(KEYS) {
            add(key_of(way, 1 << letter));
        }
        if count > 1 {
            add(key_of(way, u64::MAX));
        }
    }
    keys
}

/// The keys of two neighbouring words put together.
pub fn keys_joined(first: &Readings, second: &Readings) -> Vec<String> {
    keys(&first.join(second))
}

/// The key of one reading. `second` has a bit for each letter that has a second reading, in order: set, it is taken.
fn key_of(way: &Sounds, second: u64) -> String {
    let key = read(way, second, false);
    // A name with fewer than two strong consonants, such as Evin, Ali or Avaie, keeps v and a last vowel as well.
    if key.chars().count() >= 2 {
        return key;
    }
    let key = read(way, second, true);
    if key.is_empty() && !way.codes().is_empty() {
        // Vowels only, as in Aya.
        return "a".to_owned();
    }
    key
}

fn read(way: &Sounds, mut second: u64, weak: bool) -> String {
    let codes = way.codes();
    let mut key = String::with_capacity(codes.len());
    let mut before = None;
    for (place, &code) in codes.iter().enumerate() {
        let last = place + 1 == codes.len();
        let this = match letter(way, place) {
            Part::Strong(one, None) => Some(one),
            Part::Strong(one, Some(other)) => {
                let taken = second & 1 == 1;
                second >>= 1;
                match other {
                    _ if !taken => (one != NOTHING).then_some(one),
                    NOTHING => None,
                    WEAK => weak.then_some(WEAK),
                    other => Some(other),
                }
            }
            Part::Weak if weak && stands_as_consonant(codes, place) => Some(WEAK),
            Part::Vowel(vowel) if weak && last && place > 0 => Some(vowel),
            Part::Weak | Part::Vowel(_) | Part::Nothing => None,
        };
        if code >= FIRST_FOREIGN {
            // A letter beyond ASCII for each half of a letter that is not read.
            key.extend(char::from_u32(HALVES + u32::from(code)));
        } else if let Some(this) = this
            // Two of a class are one: doubled consonants are written once, twice or as a sign. In an abjad two letters are two.
            && (before != Some(this) || way.classes()[place] == class::ABJAD_DOUBLED)
        {
            key.push(char::from(this));
        }
        before = this;
    }
    key
}

/// Whether v or w is a consonant there: و between consonants is a vowel.
fn stands_as_consonant(codes: &[u8], place: usize) -> bool {
    let open = place == 0 || !is_consonant(codes[place - 1]);
    open || codes[place] == V || codes.get(place + 1).is_some_and(|next| is(*next, VOWELS))
}

/// What a sound contributes in its place. An h at the end is dropped by romanisations, as in Saleh, Falah.
fn letter(way: &Sounds, place: usize) -> Part {
    let code = way.codes()[place];
    match way.classes()[place] {
        class::H_FINAL => Part::Nothing,
        class::LAM_MOON if code == LAM => Part::Strong(b'l', None),
        // الأهواز is Ahvaz, but المیرا is Elmira.
        class::LAM_FIRST if code == LAM => Part::Strong(NOTHING, Some(b'l')),
        class::ABJAD_DOUBLED => match part(code) {
            Part::Strong(one, _) => Part::Strong(one, Some(NOTHING)),
            other => other,
        },
        _ if place + 1 == way.codes().len() && place > 0 => match code {
            HA | H => Part::Nothing,
            // Шейх, but סאלח.
            KHC => Part::Strong(b'h', Some(NOTHING)),
            _ => part(code),
        },
        _ => part(code),
    }
}

/// Where the letters begin that stand for codes of letters that are not read: ideographs, which are letters to any tokenizer.
const HALVES: u32 = 0x4E00;

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
