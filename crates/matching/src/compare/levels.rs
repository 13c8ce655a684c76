//! The levels of each field, the best agreement first: what each word means, and its number.
//!
//! The order is that of the evidence on made-up lists with known truth (`bench/`), where a later level is no better than an
//! earlier one; learning keeps to it (`em`).

/// The number of a level, from 1. Evaluated by the compiler, which refuses a word that is not there.
pub(super) const fn at(levels: &[&str], word: &str) -> u8 {
    let mut place = 0;
    while place < levels.len() {
        if is_same(levels[place].as_bytes(), word.as_bytes()) {
            return place as u8 + 1;
        }
        place += 1;
    }
    panic!("no level has this word")
}

const fn is_same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let mut place = 0;
    while place < one.len() {
        if one[place] != other[place] {
            return false;
        }
        place += 1;
    }
    true
}

/// Names. Parts count that were set beside each other by `names::compare`.
pub(super) const NAME: [&str; 16] = [
    // A score of .95 and more: three parts and more; two.
    "same-3-parts",
    "same-2-parts",
    // A score of .8 and more.
    "close-3-parts",
    "close-2-parts",
    // A score of .5 and more.
    "likely",
    // A score of .1 and more: all parts of one stand beside parts of the other, which has more.
    "part-of",
    // A score of .25 and more; of .1 and more.
    "doubtful",
    "unlikely",
    // Below: the family name is one, the given name may be another or misspelled; the other way round.
    "near-given",
    "near-family",
    // A score of .1 to .95 although the given names are two: what else there is of the name is one, as among brothers whose
    // names go back to their grandfather, or half of a compound given name is left out.
    "unlike-given",
    // Below .1 again: neither part is sure, and both may be.
    "near-both",
    // A score of .5 and more by one part, the only one of one name at least.
    "one-part",
    // A score below .1: the family name is one, the given name another; the other way round; nothing is the same.
    "other-given",
    "other-family",
    "other",
];

/// Parents.
pub(super) const FATHER: [&str; 10] = [
    // A score of .95 and more: two parts and more; one.
    "same-2-parts",
    "same",
    // .8, .5.
    "close",
    "likely",
    // All parts of one stand beside parts of the other, which has more, and the score is .1 or more.
    "part-of",
    "doubtful",
    // One father and one family, and other given names.
    "siblings",
    "other",
    // Each has as given name that of the other's father.
    "swapped-with-given",
    // The father of one has the given name of the other.
    "father-and-child",
];

/// Dates of birth and ages. Levels of two dates and those with an age stand in one order, but are kept apart.
pub(super) const BIRTH: [&str; 21] = [
    "same-day",
    // The day before or after; two days where a lunar date was converted.
    "day-slip",
    "swapped-day-month",
    // One is a month, the other lies in it.
    "month-agrees",
    "one-digit",
    // One is a year, the other lies in it.
    "year-agrees",
    // One age at least: days that birth may be on overlap.
    "age-agrees",
    // The same month and day, and years 621 or 622 apart.
    "year-slip",
    "same-month-other-day",
    // The same month and day of other years.
    "other-year",
    // One is a span of years, the other lies in it.
    "period-agrees",
    "age-1-year",
    // At most a year apart.
    "1-year",
    "age-2-years",
    "same-year-other-day",
    "age-3-years",
    "3-years",
    "age-10-years",
    "10-years",
    "age-apart",
    "apart",
];

/// Dates of events.
pub(super) const EVENT: [&str; 16] = [
    "same-day",
    "day-slip",
    "swapped-day-month",
    "month-agrees",
    "one-digit",
    "week",
    "year-agrees",
    "period-agrees",
    // Within 35 days: reported or buried later.
    "35-days",
    "year-slip",
    "other-year",
    "same-year",
    "1-year",
    "3-years",
    "10-years",
    "apart",
];

/// Places of events and of birth.
pub(super) const PLACE: [&str; 8] = [
    "same-place",
    // Not both known, and spelled alike.
    "similar-spelling",
    // One is a prison of the other, or both are.
    "same-city",
    "one-within-other",
    "same-province",
    // Not both known, and spelled otherwise: one may lie in the other.
    "unknown-other",
    "neighbouring-province",
    "other",
];

pub(super) const SEX: [&str; 2] = ["same", "other"];
pub(super) const AFFILIATION: [&str; 3] = ["same", "overlap", "other"];
pub(super) const IDENTIFIER: [&str; 3] = ["same", "one-digit", "other"];
