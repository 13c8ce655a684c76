//! What the shipped tables attest: which spellings are of one name, in any script, and whom the name is given to.
//!
//! Words are looked up folded and without spaces, so that a joined and a split compound are one spelling. A spelling may
//! stand in several lines, and is then attested for each of those names.

mod table;
#[cfg(test)]
mod tests;

use crate::part::Sex;

use table::{Kinds, LEXICON, Lines};

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
    let (one, two) = (table::lookup_form(left), table::lookup_form(right));
    if one == two {
        return Attested::One;
    }
    match (known(left), known(right)) {
        (Some(left), Some(right)) => attested_of(left, right),
        _ => Attested::Nothing,
    }
}

/// A word that stands in the tables, looked up once.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known(&'static Lines);

/// Where `word` stands in the tables.
pub(crate) fn known(word: &str) -> Option<Known> {
    LEXICON.find(&table::lookup_form(word)).map(Known)
}

/// As `attested`, of words that were looked up.
pub(crate) fn attested_of(Known(left): Known, Known(right): Known) -> Attested {
    let lexicon = &*LEXICON;
    if meet(&left.names, &right.names) {
        return Attested::One;
    }
    if meet(&left.stands_for, &right.names)
        || meet(&left.names, &right.stands_for)
        || meet(&left.short, &right.short)
        || lexicon.is_only_short(left)
            && lexicon.is_only_short(right)
            && meet(&left.stands_for, &right.stands_for)
    {
        return Attested::Nickname;
    }
    match (lexicon.sex(left), lexicon.sex(right)) {
        (Some(one), Some(other)) if one != other => return Attested::OtherSex,
        _ => {}
    }
    let both = |kind: fn(Kinds) -> bool| kind(lexicon.kinds(left)) && kind(lexicon.kinds(right));
    if both(|kinds| kinds.given) || both(|kinds| kinds.family) {
        Attested::Two
    } else {
        Attested::Nothing
    }
}

/// Whom the given name or nickname `word` is given to; `None` when it is given to both, or is not in the tables.
pub fn sex_of_given(word: &str) -> Option<Sex> {
    let lexicon = &*LEXICON;
    lexicon.sex(lexicon.find(&table::lookup_form(word))?)
}

/// `true` for attested spellings of given names.
pub fn is_given(word: &str) -> bool {
    kinds(word).given
}

/// `true` for attested spellings of family names.
pub fn is_family(word: &str) -> bool {
    kinds(word).family
}

/// Numbers of the lines that `word` stands in, ascending: equal numbers are one name. Given names come first, family names
/// after them; the numbers hold for this version of the tables only. Empty for a word that is not in them, and for nicknames.
pub fn names_of(word: &str) -> &'static [u32] {
    match LEXICON.find(&table::lookup_form(word)) {
        Some(lines) => &lines.names,
        None => &[],
    }
}

/// How frequent the most frequent name is that is spelled `word`: from 1, very common where it is at home, to 5, rare. `None`
/// when it is not in the tables.
pub fn frequency(word: &str) -> Option<u8> {
    let lexicon = &*LEXICON;
    let lines = lexicon.find(&table::lookup_form(word))?;
    lines
        .names
        .iter()
        .map(|line| lexicon.classes[*line as usize])
        .min()
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

fn kinds(word: &str) -> Kinds {
    let lexicon = &*LEXICON;
    match lexicon.find(&table::lookup_form(word)) {
        Some(lines) => lexicon.kinds(lines),
        None => Kinds::default(),
    }
}

/// Whether two ascending lists, seldom longer than three, have a number in common.
fn meet(left: &[u32], right: &[u32]) -> bool {
    left.iter().any(|line| right.contains(line))
}
