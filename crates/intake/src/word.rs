//! The words that a reader itself chooses: names of encodings and facts, codes of findings. In a reading they are constants; in a
//! reading that comes from another process they are looked up again, so that what is told there cannot become anything longer.

use std::{
    collections::BTreeSet,
    sync::{Mutex, PoisonError},
};

use serde::{Deserialize, Deserializer, de::Error as _};

/// A word chosen by a reader, of printable ASCII.
pub type Word = &'static str;

/// Longest word, in bytes. The longest that we use has 25.
const LONGEST: usize = 64;

/// Most words that are ever kept: ten times as many as there are.
const MOST: usize = 4096;

/// The words met so far. They are never given back; `MOST` × `LONGEST` bounds what they take.
static MET: Mutex<BTreeSet<Word>> = Mutex::new(BTreeSet::new());

/// `word` as one that lives as long as the process; `None` when it is too long, not printable ASCII, or one too many.
fn keep(word: &str) -> Option<Word> {
    // The set is whole even if a thread died holding the lock: nothing is changed in it but by one insertion.
    let mut met = MET.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = met.get(word) {
        return Some(known);
    }
    let proper = word.len() <= LONGEST && word.bytes().all(|byte| byte.is_ascii_graphic());
    if !proper || met.len() >= MOST {
        return None;
    }
    let kept: Word = Box::leak(word.to_owned().into_boxed_str());
    met.insert(kept);
    Some(kept)
}

/// Reads a word.
pub(crate) fn kept<'de, D: Deserializer<'de>>(from: D) -> Result<Word, D::Error> {
    let word = String::deserialize(from)?;
    keep(&word).ok_or_else(|| D::Error::custom("no word of a reader"))
}

/// Reads pairs of a word and a text.
pub(crate) fn kept_pairs<'de, D: Deserializer<'de>>(
    from: D,
) -> Result<Vec<(Word, String)>, D::Error> {
    Vec::<(String, String)>::deserialize(from)?
        .into_iter()
        .map(|(word, text)| match keep(&word) {
            Some(word) => Ok((word, text)),
            None => Err(D::Error::custom("no word of a reader")),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, keep};

    #[test]
    fn a_word_is_kept_once_and_what_is_no_word_is_refused() {
        let one = keep("windows-1256").expect("a word");
        let two = keep("windows-1256").expect("a word");
        assert!(std::ptr::eq(one, two));
        assert_eq!(keep(&"a".repeat(LONGEST + 1)), None);
        assert_eq!(keep("two words"), None);
        assert_eq!(keep("\u{1b}[2J"), None);
    }
}
