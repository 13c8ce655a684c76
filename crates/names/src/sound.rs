//! The sounds of a word: what is left of it when script and spelling convention are taken away.

/// At most so many sounds of a word count; what is longer is cut, and says so.
pub const SOUNDS: usize = 40;
/// A word keeps at most so many readings.
pub const READINGS: usize = 4;

/// One way of reading a word: its sounds in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Sounds {
    codes: [u8; SOUNDS],
    length: u8,
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
    writing: Writing,
}

impl Sounds {
    /// The sounds as codes of one byte each, in order.
    pub fn codes(&self) -> &[u8] {
        &self.codes[..usize::from(self.length)]
    }
}

impl Readings {
    /// Reads one word in normal form (`part::normal`).
    pub fn of(word: &str) -> Self {
        let key = crate::key::latin_key(word);
        let mut codes = [0; SOUNDS];
        let mut length = 0;
        for (place, byte) in codes.iter_mut().zip(key.bytes()) {
            *place = byte;
            length += 1;
        }
        let writing = match crate::script::of(word) {
            Some(crate::script::Script::Arabic | crate::script::Script::Hebrew) => Writing::Abjad,
            _ => Writing::Alphabet,
        };
        Self {
            ways: vec![Sounds { codes, length }],
            writing,
        }
    }

    /// The readings of two neighbouring words put together. Sounds are joined, not letters, so that no digraph arises at the joint.
    #[must_use]
    pub fn join(&self, next: &Self) -> Self {
        let mut ways = Vec::new();
        for left in &self.ways {
            for right in &next.ways {
                let mut codes = [0; SOUNDS];
                let all = left.codes().iter().chain(right.codes());
                let mut length = 0;
                for (place, code) in codes.iter_mut().zip(all) {
                    *place = *code;
                    length += 1;
                }
                ways.push(Sounds { codes, length });
            }
        }
        ways.truncate(READINGS);
        Self {
            ways,
            writing: self.writing,
        }
    }

    /// The readings, the likeliest first.
    pub fn ways(&self) -> &[Sounds] {
        &self.ways
    }

    /// Whether the script writes its short vowels.
    pub fn writing(&self) -> Writing {
        self.writing
    }

    /// `true` when there is no sound to compare.
    pub fn is_empty(&self) -> bool {
        self.ways.iter().all(|way| way.length == 0)
    }
}
