//! How likely a name is the one meant by a query.

use names::{
    compare::Comparer,
    rarity::Rarity,
    register::{NameId, Names},
};

use super::Rank;

/// Names less likely than this are dropped from ranks that guess: one in a hundred. The score is calibrated for pairs that nobody
/// looks at, and counts most slips of a pen as another name: "Mohamned" is "Mohammad" with 0.014, "Farhd Rajimi" is "Farhad Rahimi"
/// with 0.06. Strangers that share a word or a consonant lie below: Kamali and Jamali, Mostafa Kashi and Mostafa Kamali 0.001.
const HOPELESS: f32 = 0.01;

/// A row of a claim that may hold the name meant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Likely {
    pub(super) row: i64,
    /// What the words count for by which it was found.
    pub(super) weight: f32,
    /// What was found says so much that it is kept however it compares.
    pub(super) telling: bool,
}

impl Likely {
    /// A row that has all that is asked for.
    pub(super) fn whole(row: i64) -> Self {
        Self {
            row,
            weight: 1.0,
            telling: true,
        }
    }
}

/// The places of `found` from the likeliest on, those as likely in their order. Hopeless ones are left out of the ranks that guess.
pub(super) fn order<'t>(
    query: &str,
    rank: Rank,
    found: impl Iterator<Item = (Likely, &'t str)>,
) -> Vec<usize> {
    let mut names = Names::new();
    let query = names.add(query);
    let found: Vec<(Likely, NameId)> = found
        .map(|(likely, text)| (likely, names.add(text)))
        .collect();
    let rarity = Rarity::of(&names);
    let mut comparer = Comparer::new(&names, &rarity);
    let mut weighed: Vec<(f32, usize)> = found
        .into_iter()
        .enumerate()
        .filter_map(|(place, (likely, name))| {
            let score = comparer.compare(query, name).score;
            let kept = rank == Rank::Spelling || likely.telling || score >= HOPELESS;
            kept.then_some((score * likely.weight, place))
        })
        .collect();
    weighed.sort_by(|one, other| other.0.total_cmp(&one.0));
    weighed.into_iter().map(|(_, place)| place).collect()
}
