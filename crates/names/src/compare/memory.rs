//! Similarities of parts that were computed before, in a table of fixed size: newer ones take the place of older ones.

use super::weigh::{LIKELY_JOINT, STRANGERS};
use crate::{
    cost::similarity_from,
    lexicon::{self, Attested, Known, attested_of},
    register::{Names, PartId, Word},
    sound::Readings,
};

/// Log2 of the entries of the table for many names: 16 bytes each, 2 MiB in all, which is what a core has near it.
pub(super) const MANY: u32 = 17;
/// The same for two names.
pub(super) const FEW: u32 = 5;

/// No second part.
const NONE: u32 = u32::MAX;

/// The table. What it holds changes nothing but the time.
#[derive(Debug)]
pub(super) struct Memory {
    entries: Vec<Entry>,
    /// Log2 of their number.
    size: u32,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    /// Part, or the first of two joined ones.
    first: u32,
    /// The second of two joined ones.
    second: u32,
    other: u32,
    similarity: f32,
}

impl Memory {
    /// An empty table of 2 to the power of `size` entries; at least 2.
    pub(super) fn new(size: u32) -> Self {
        let empty = Entry {
            first: NONE,
            second: NONE,
            other: NONE,
            similarity: 0.0,
        };
        Self {
            entries: vec![empty; 1 << size],
            size,
        }
    }

    /// How alike two parts are.
    pub(super) fn single(&mut self, names: &Names, left: PartId, right: PartId) -> f32 {
        if left == right {
            return 1.0;
        }
        let (left, right) = (left.min(right), left.max(right));
        let (one, two) = (names.glance(left), names.glance(right));
        // The tables may know better than the sounds.
        let sounds = one.sieve.passes(&two.sieve, STRANGERS);
        if !sounds && one.sign & two.sign == 0 {
            return 0.0;
        }
        let entry = self.entry(left.0, NONE, right.0);
        if entry.first == left.0 && entry.second == NONE && entry.other == right.0 {
            return entry.similarity;
        }
        let found = alike(names.word(left), names.word(right), sounds);
        *entry = Entry {
            first: left.0,
            second: NONE,
            other: right.0,
            similarity: found,
        };
        found
    }

    /// How alike two joined parts are to one.
    pub(super) fn joined(
        &mut self,
        names: &Names,
        (one, two): (PartId, PartId),
        other: PartId,
    ) -> f32 {
        let joined = names.glance(one).sieve.and(names.glance(two).sieve);
        if !joined.passes(&names.glance(other).sieve, LIKELY_JOINT) {
            return 0.0;
        }
        let entry = self.entry(one.0, two.0, other.0);
        if entry.first == one.0 && entry.second == two.0 && entry.other == other.0 {
            return entry.similarity;
        }
        let found = alike_joined(names, (one, two), other);
        *entry = Entry {
            first: one.0,
            second: two.0,
            other: other.0,
            similarity: found,
        };
        found
    }

    fn entry(&mut self, first: u32, second: u32, other: u32) -> &mut Entry {
        // Multiplicative hashing (Knuth, The Art of Computer Programming 6.4) with odd constants of good spread.
        let mixed = u64::from(first)
            .wrapping_mul(0x9e37_79b9_7f4a_7c15)
            .wrapping_add(u64::from(other).wrapping_mul(0xc2b2_ae3d_27d4_eb4f))
            .wrapping_add(u64::from(second).wrapping_mul(0x1656_67b1_9e37_79f9));
        let place = (mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> (64 - self.size);
        &mut self.entries[place as usize]
    }
}

/// `sounds`: the consonants leave something to be compared; else only the tables can tell.
fn alike(left: &Word, right: &Word, sounds: bool) -> f32 {
    if !sounds {
        let known = [left.known.zip(right.known), bare(left).1.zip(bare(right).1)];
        let told = known.into_iter().flatten();
        return told
            .map(|(left, right)| with_tables(0.0, attested_of(left, right)))
            .fold(0.0, f32::max);
    }
    let whole = alike_words((&left.readings, left.known), (&right.readings, right.known));
    if left.bare.is_none() && right.bare.is_none() {
        return whole;
    }
    // The article is left out, or takes on the sound of the letter that follows.
    let bare = alike_words(bare(left), bare(right));
    whole.max(ARTICLE * bare)
}

/// What is left of a similarity where an article was set aside: a little doubt.
const ARTICLE: f32 = 0.97;

fn bare(word: &Word) -> (&Readings, Option<Known>) {
    match &word.bare {
        Some(bare) => (&bare.readings, bare.known),
        None => (&word.readings, word.known),
    }
}

fn alike_words(left: (&Readings, Option<Known>), right: (&Readings, Option<Known>)) -> f32 {
    let sounds = similarity_from(STRANGERS, left.0, right.0);
    match (left.1, right.1) {
        (Some(left), Some(right)) => with_tables(sounds, attested_of(left, right)),
        _ => sounds,
    }
}

fn alike_joined(names: &Names, (one, two): (PartId, PartId), other: PartId) -> f32 {
    let (one, two, other) = (names.word(one), names.word(two), names.word(other));
    let joined = one.readings.join(&two.readings);
    let sounds = similarity_from(LIKELY_JOINT, &joined, &other.readings);
    match other.known {
        Some(known) if sounds > 0.0 => match lexicon::known(&format!("{}{}", one.text, two.text)) {
            Some(joined) => with_tables(sounds, attested_of(joined, known)),
            None => sounds,
        },
        _ => sounds,
    }
}

/// What the shipped tables make of a similarity. The numbers are those of the method notes (section 6), looked over on the
/// development half of `bench/names`.
fn with_tables(sounds: f32, attested: Attested) -> f32 {
    match attested {
        Attested::One => sounds.max(0.97),
        Attested::Nickname => sounds.max(0.84),
        // Two names that sound alike in some script may have been written for each other.
        Attested::Two | Attested::OtherSex => 0.6 * sounds,
        Attested::Nothing => sounds,
    }
}
