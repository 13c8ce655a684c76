//! The sounds of a word: what is left of it when script and spelling convention are taken away.

mod arabic;
mod armenian;
pub(crate) mod code;
pub(crate) mod context;
mod cyrillic;
mod georgian;
mod greek;
mod hebrew;
mod latin;
mod read;
mod rule;
#[cfg(test)]
mod tests;

use code::{AH, ALEF, E, EH, EI, Y};
use context::{Kind, plain, settle};

/// At most so many sounds of a word count; what is longer is cut, and says so.
pub const SOUNDS: usize = 40;
/// A word keeps at most so many readings.
pub const READINGS: usize = 4;

/// One way of reading a word: its sounds in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Sounds {
    codes: [u8; SOUNDS],
    /// How each behaves when the other word has nothing for it (`context::class`).
    classes: [u8; SOUNDS],
    /// Which pair of sounds that may be one sound each ends, 0 for none (`cost::pair_of`).
    pairs: [u8; SOUNDS],
    /// What may fall before each, and after the last (`context::gap`).
    gaps: [u8; SOUNDS + 1],
    length: u8,
    /// Hundredths of a consonant that the whole counts for.
    weight: u16,
    /// The consonants that say most, a bit each.
    strong: u64,
    /// All sounds of an alphabet and of an abjad that may be near one of its own, a bit each (`cost::reach`).
    reach: [[u64; 2]; 2],
    /// Consonants that only consonants stand for, less those that another spelling may take for one with the sound before.
    hard: u8,
    /// Consonants in all.
    consonants: u8,
    /// Consonants that were written twice and read once, a bit for each place.
    doubled: u64,
}

/// Whether a script writes its short vowels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Writing {
    /// It leaves them out: Arabic script, Hebrew.
    Abjad,
    /// It writes them: Latin, Cyrillic, Greek, Armenian, Georgian, Kurdish in Arabic letters.
    Alphabet,
}

/// The ways of reading one word, 1 to `READINGS`, the likeliest first. No sounds at all when the word has no letter.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Readings {
    ways: Vec<Sounds>,
    kind: Kind,
    cut: bool,
    /// Orders words, so that two are compared the same way whichever comes first: the first sounds as a number.
    order: u64,
}

impl Sounds {
    const NONE: Self = Self {
        codes: [0; SOUNDS],
        classes: [0; SOUNDS],
        pairs: [0; SOUNDS],
        gaps: [0; SOUNDS + 1],
        length: 0,
        weight: 0,
        strong: 0,
        reach: [[0; 2]; 2],
        hard: 0,
        consonants: 0,
        doubled: 0,
    };

    /// The sounds as codes of one byte each, in order.
    pub fn codes(&self) -> &[u8] {
        &self.codes[..usize::from(self.length)]
    }

    /// The sounds as Latin letters for people to read.
    pub fn shown(&self) -> String {
        self.codes().iter().map(|code| code::shown(*code)).collect()
    }

    pub(crate) fn classes(&self) -> &[u8] {
        &self.classes[..usize::from(self.length)]
    }

    pub(crate) fn pairs(&self) -> &[u8] {
        &self.pairs[..usize::from(self.length)]
    }

    pub(crate) fn gaps(&self) -> &[u8] {
        &self.gaps[..=usize::from(self.length)]
    }

    pub(crate) fn weight(&self) -> u16 {
        self.weight
    }

    pub(crate) fn strong(&self) -> u64 {
        self.strong
    }

    pub(crate) fn reach(&self, abjad: bool) -> [u64; 2] {
        self.reach[usize::from(abjad)]
    }

    pub(crate) fn hard(&self) -> u8 {
        self.hard
    }

    pub(crate) fn consonants(&self) -> u8 {
        self.consonants
    }

    /// Adds a sound; `false` when there is no room.
    fn push(&mut self, code: u8) -> bool {
        let Some(place) = self.codes.get_mut(usize::from(self.length)) else {
            return false;
        };
        *place = code;
        self.length += 1;
        true
    }

    /// `self` and then `next`, in their new context.
    fn then(&self, next: &Self, kind: Kind) -> (Self, bool) {
        let mut joined = Self::NONE;
        let mut whole = true;
        let last = self.codes().len().saturating_sub(1);
        let ending = self.codes().last() == Some(&AH) && next.codes() == [ALEF, Y];
        for (place, code) in self.codes().iter().enumerate() {
            let code = match plain(*code) {
                // ه‌ای written as two words: Khamene-i.
                AH if ending => continue,
                // No longer at the end, it is only the vowel before it.
                AH | EH if place == last && next.length > 0 => E,
                code => code,
            };
            whole &= joined.push(code);
        }
        joined.doubled = self.doubled
            | next
                .doubled
                .checked_shl(u32::from(joined.length))
                .unwrap_or(0);
        // Written twice because two words met there.
        if let (Some(last), Some(first)) = (joined.codes().last(), next.codes().first())
            && last == first
        {
            joined.doubled |= 1 << joined.length;
        }
        if ending {
            whole &= joined.push(EI);
        } else {
            for code in next.codes() {
                whole &= joined.push(plain(*code));
            }
        }
        settle(&mut joined, kind);
        (joined, whole)
    }
}

impl Readings {
    /// Reads one word in normal form (`normal::normal`). Letters of scripts that have no table stand for themselves. What is in
    /// another form is read as far as its letters are known.
    pub fn of(word: &str) -> Self {
        read::read(word)
    }

    /// The readings of two neighbouring words put together. Sounds are joined, not letters, so that no digraph arises at the joint.
    #[must_use]
    pub fn join(&self, next: &Self) -> Self {
        let kind = if next.is_empty() || self.kind == next.kind {
            self.kind
        } else if self.is_empty() {
            next.kind
        } else {
            Kind::Alphabet
        };
        let mut joined = Self {
            ways: Vec::new(),
            kind,
            cut: self.cut || next.cut,
            order: 0,
        };
        // Likeliest first: by the sum of the ranks of both.
        for rank in 0..self.ways.len() + next.ways.len() {
            for (place, left) in self.ways.iter().enumerate().take(rank + 1) {
                let Some(right) = next.ways.get(rank - place) else {
                    continue;
                };
                if joined.ways.len() == READINGS {
                    return joined.ordered();
                }
                let (way, whole) = left.then(right, kind);
                joined.cut |= !whole;
                if !joined.ways.contains(&way) {
                    joined.ways.push(way);
                }
            }
        }
        joined.ordered()
    }

    fn ordered(mut self) -> Self {
        let first = self.ways.first().map_or(&[][..], Sounds::codes);
        self.order = first
            .iter()
            .take(8)
            .fold(0, |order, code| order << 8 | u64::from(*code));
        self
    }

    /// Whether `self` is compared as the second of the two.
    pub(crate) fn comes_after(&self, other: &Self) -> bool {
        if self.order != other.order {
            return self.order > other.order;
        }
        let codes = self.ways.iter().map(Sounds::codes);
        codes.gt(other.ways.iter().map(Sounds::codes))
    }

    /// The readings, the likeliest first.
    pub fn ways(&self) -> &[Sounds] {
        &self.ways
    }

    /// Whether the script writes its short vowels.
    pub fn writing(&self) -> Writing {
        match self.kind {
            Kind::Alphabet | Kind::Kurdish => Writing::Alphabet,
            Kind::Arabic | Kind::Hebrew => Writing::Abjad,
        }
    }

    /// `true` when there is no sound to compare.
    pub fn is_empty(&self) -> bool {
        self.ways.iter().all(|way| way.length == 0)
    }

    /// `true` when the word has more than `SOUNDS` sounds, and the rest was left out.
    pub fn is_cut(&self) -> bool {
        self.cut
    }
}
