//! Where two words differ: the way back through the cheapest edits, for people to read.

use super::{Costs, Difference, Pair, SWAP, Why, best, ordered, pair, swapped};
use crate::sound::{
    Readings, Sounds,
    code::{self, *},
};

/// The places at which the best readings of two words differ, in order. Empty when they sound the same, or either is empty.
/// The costs are those of the alignment; a less likely reading costs a little beside.
pub fn differences(left: &Readings, right: &Readings) -> Vec<Difference> {
    let Some((_, _, one, other)) = best(left, right, 0.0) else {
        return Vec::new();
    };
    let (_, _, kind, turned) = ordered(left, right);
    let (one, other) = (&left.ways()[one], &right.ways()[other]);
    let (one, other) = if turned { (other, one) } else { (one, other) };
    let mut found: Vec<Difference> = steps(&Costs::of(kind), one, other)
        .into_iter()
        .filter(|step| step.cost > 0)
        .map(|step| step.told(one.codes(), other.codes(), kind))
        .collect();
    if turned {
        for difference in &mut found {
            std::mem::swap(&mut difference.left, &mut difference.right);
        }
    }
    found
}

/// One edit: so many sounds of the left word from `left` on for so many of the right from `right` on.
struct Step {
    left: usize,
    lefts: usize,
    right: usize,
    rights: usize,
    cost: u16,
}

/// The cheapest edits in order.
fn steps(costs: &Costs, left: &Sounds, right: &Sounds) -> Vec<Step> {
    let (lines, columns) = (left.codes().len(), right.codes().len());
    // The least cost up to each place, and the numbers of sounds of the last edit.
    let mut least = vec![vec![(pair::NEVER, 0, 0); columns + 1]; lines + 1];
    least[0][0].0 = 0;
    for line in 0..=lines {
        for column in 0..=columns {
            for (lefts, rights) in [(1, 1), (1, 0), (0, 1), (2, 1), (1, 2), (2, 2)] {
                if lefts > line || rights > column {
                    continue;
                }
                let Some(cost) = edit(costs, left, right, (line, lefts), (column, rights)) else {
                    continue;
                };
                let total = least[line - lefts][column - rights].0.saturating_add(cost);
                if total < least[line][column].0 {
                    least[line][column] = (total, lefts, rights);
                }
            }
        }
    }
    let (mut line, mut column) = (lines, columns);
    let mut back = Vec::new();
    while line + column > 0 {
        let (cost, lefts, rights) = least[line][column];
        if lefts + rights == 0 {
            break;
        }
        line -= lefts;
        column -= rights;
        back.push(Step {
            left: line,
            lefts,
            right: column,
            rights,
            cost: cost - least[line][column].0,
        });
    }
    back.reverse();
    back
}

/// What the edit costs that ends at `line` and `column` and takes so many sounds of either side; `None` when there is none.
fn edit(
    costs: &Costs,
    left: &Sounds,
    right: &Sounds,
    (line, lefts): (usize, usize),
    (column, rights): (usize, usize),
) -> Option<u16> {
    let never = |cost: u16| (cost < pair::NEVER).then_some(cost);
    match (lefts, rights) {
        (1, 1) => Some(costs.instead(left.codes()[line - 1], right.codes()[column - 1])),
        (1, 0) => Some(costs.missing(left.classes()[line - 1], right.gaps()[column])),
        (0, 1) => Some(costs.missing(right.classes()[column - 1], left.gaps()[line])),
        (2, 1) => never(pair::cost(
            left.pairs()[line - 1],
            right.codes()[column - 1],
        )),
        (1, 2) => never(pair::cost(
            right.pairs()[column - 1],
            left.codes()[line - 1],
        )),
        _ => swapped(left.codes(), right.codes(), line, column).then_some(SWAP),
    }
}

impl Step {
    fn told(&self, left: &[u8], right: &[u8], kind: Pair) -> Difference {
        let (lefts, rights) = (
            &left[self.left..self.left + self.lefts],
            &right[self.right..self.right + self.rights],
        );
        let last = self.left + self.lefts == left.len() && self.right + self.rights == right.len();
        Difference {
            left: shown(lefts),
            right: shown(rights),
            why: why(lefts, rights, self.cost, last, kind),
            cost: f32::from(self.cost) / 100.0,
        }
    }
}

fn shown(codes: &[u8]) -> String {
    codes.iter().map(|code| code::shown(*code)).collect()
}

const LONG: u64 = set(&[AA, II, UU, EI, AU, W, Y]);
const ENDINGS: u64 = set(&[AH, EH, H, HA]);

fn why(lefts: &[u8], rights: &[u8], cost: u16, last: bool, kind: Pair) -> Why {
    let all = |set: u64| lefts.iter().chain(rights).all(|code| is(*code, set));
    let some = |set: u64| lefts.iter().chain(rights).any(|code| is(*code, set));
    if lefts.len() == 2 && rights.len() == 2 {
        return Why::Swapped;
    }
    if some(set(&[LAM, EPS])) {
        return Why::Article;
    }
    if last && some(ENDINGS) {
        return Why::Ending;
    }
    if lefts.is_empty() || rights.is_empty() {
        return if all(SHORT) && cost < 40 {
            Why::VowelNotWritten
        } else if all(VOWELS | LONG) {
            Why::LongVowel
        } else if cost < 60 {
            Why::ConsonantConfused
        } else {
            Why::Other
        };
    }
    if all(VOWELS | LONG | WEAK) {
        return if cost >= 40 && kind != Pair::Alphabets {
            Why::LongVowel
        } else {
            Why::VowelConfused
        };
    }
    match kind {
        Pair::Abjads if cost == 60 => Why::Dots,
        _ if cost < 60 => Why::ConsonantConfused,
        _ => Why::Other,
    }
}
