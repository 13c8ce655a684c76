//! What the shipped tables attest: which spellings are of one name, in any script, and whom the name is given to.
//!
//! Words are looked up folded and without spaces, so that a joined and a split compound are one spelling. A spelling may
//! stand in several lines, and is then attested for each of those names.

mod index;
mod table;
#[cfg(test)]
mod tests;

use crate::{part::Sex, script::Script};

use table::{Found, find, lookup_form, spellings};

/// What the shipped tables know of two words as spellings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attested {
    /// Both are attested as spellings of one name.
    One,
    /// Both are nicknames or short forms of one name, or one of the other; or they are one name in two languages.
    Nickname,
    /// Both are attested, and never of one name.
    Two,
    /// Both are attested, of names that are given to different sexes.
    OtherSex,
    /// One of them at least is not in the tables.
    Nothing,
}

/// What the shipped tables know of `left` and `right`. Two words that fold to the same are one, attested or not.
///
/// A nickname that is no name in its own right says only which names it may stand for: beside any other it is `Nothing`.
pub fn attested(left: &str, right: &str) -> Attested {
    let (left, right) = (lookup_form(left), lookup_form(right));
    if left == right {
        return Attested::One;
    }
    match (find(&left), find(&right)) {
        (Some(left), Some(right)) => attested_of(Known(left), Known(right)),
        _ => Attested::Nothing,
    }
}

/// A word that stands in the tables, looked up once.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known(Found);

impl Known {
    /// A sign of the names that the word stands for: two words whose signs have no bit in common are neither spellings nor
    /// nicknames of one name.
    pub(crate) fn sign(self) -> u64 {
        let Self(found) = self;
        let names = found.names.iter().copied().chain(found.full());
        let short = found.short.iter().map(|line| !line);
        names.chain(short).fold(0, |bits, line| {
            // Multiplicative hashing: the six upper bits choose one of 64.
            bits | 1 << (u64::from(line).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 58)
        })
    }
}

/// Where `word` stands in the tables.
pub(crate) fn known(word: &str) -> Option<Known> {
    find(&lookup_form(word)).map(Known)
}

/// As `attested`, of words that were looked up.
pub(crate) fn attested_of(Known(left): Known, Known(right): Known) -> Attested {
    if meet(left.names, right.names) {
        return Attested::One;
    }
    if is_nickname(left, right) {
        return Attested::Nickname;
    }
    match (left.sex(), right.sex()) {
        (Some(one), Some(other)) if one != other => Attested::OtherSex,
        _ if left.given && right.given || left.family && right.family => Attested::Two,
        _ => Attested::Nothing,
    }
}

/// Whom the given name or nickname `word` is given to; `None` when it is given to both, or is not in the tables.
pub fn sex_of_given(word: &str) -> Option<Sex> {
    known(word)?.0.sex()
}

/// `true` for attested spellings of given names.
pub fn is_given(word: &str) -> bool {
    known(word).is_some_and(|Known(found)| found.given)
}

/// `true` for attested spellings of family names.
pub fn is_family(word: &str) -> bool {
    known(word).is_some_and(|Known(found)| found.family)
}

/// Numbers of the lines that `word` stands in, ascending: equal numbers are one name. Given names come first, family names
/// after them; the numbers hold for this version of the tables only. Empty for a word that is not in them, and for nicknames.
pub fn names_of(word: &str) -> &'static [u32] {
    known(word).map_or(&[], |Known(found)| found.names)
}

/// The spellings in `script`, Latin or Arabic, of the name that `word` most often is, the usual one first; none when the tables
/// have none.
pub fn spellings_in(word: &str, script: Script) -> impl Iterator<Item = &'static str> {
    let column = known(word).and_then(|Known(found)| found.usual(script));
    spellings(column.unwrap_or(""))
}

/// How frequent the most frequent name is that is spelled `word`: from 1, very common where it is at home, to 5, rare. `None`
/// when it is not in the tables.
pub fn frequency(word: &str) -> Option<u8> {
    known(word)?.0.class()
}

/// The share of people who bear one name of this class, in a population where it is at home; between 0 and 1. Estimated by
/// hand, from impressions of name lists, not counted: good for the order of magnitude. Classes above 5 are as 5, 0 as 1.
pub fn share_of_class(class: u8) -> f64 {
    match class {
        0 | 1 => 0.02,
        2 => 0.005,
        3 => 0.001,
        4 => 0.000_2,
        _ => 0.000_04,
    }
}

/// Whether one is a nickname of the other, or both are of one name. Two words that are names in their own right do not meet in
/// a third: Reza and Gholam both stand for Gholamreza, and are two names.
fn is_nickname(left: Found, right: Found) -> bool {
    let of = |short: Found, names: &[u32]| short.full().any(|line| names.contains(&line));
    of(left, right.names)
        || of(right, left.names)
        || meet(left.short, right.short)
        || !left.given
            && !right.given
            && left
                .full()
                .any(|line| right.full().any(|other| other == line))
}

/// Whether two ascending lists, seldom longer than three, have a number in common.
fn meet(left: &[u32], right: &[u32]) -> bool {
    left.iter().any(|line| right.contains(line))
}
