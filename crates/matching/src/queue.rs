//! In which order a reviewer is asked: first where an answer teaches most.

mod agreement;
mod order;
#[cfg(test)]
mod tests;

pub use self::agreement::{kappa, wilson};

use self::order::{Candidate, Checks, Order, Window};
use crate::{
    cluster::{Clustering, Edge, bridges::Edges},
    record::RecordIndex,
};

/// A pair to be looked at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Question {
    /// The pair.
    pub pair: (RecordIndex, RecordIndex),
    /// Probability that it is one person, as far as is known.
    pub probability: f32,
    /// Why it is asked.
    pub because: Because,
}

/// Why a pair is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Because {
    /// It is unsure, and records hang on it.
    Unsure,
    /// It alone holds a cluster together.
    Bridge,
    /// Drawn among the seemingly sure ones, to know how often they are wrong.
    Check,
}

/// Every tenth question is a check: the only way to know the error rate that one reports.
const CHECK_EVERY: usize = 10;

/// A bridge goes before everything else when at least this many records hang on its weaker side: two records and two.
const BRIDGED: u32 = 2;

/// A pair is asked for what it teaches while its answer is expected to change at least this much, in bits times records; below, by lot
/// only. A pair on which one record hangs is that sure at a probability of 0.987. Set by hand.
const TELLING: f64 = 0.1;

/// Pairs at least as sure as this, either way, are checked by lot, however much hangs on them.
const SURE: f64 = 0.95;

/// The questions, the most telling first. `asked` are pairs already answered, "cannot tell" included.
pub fn questions(
    edges: &[Edge],
    clustering: &Clustering,
    asked: &[(u32, u32)],
    limit: usize,
) -> Vec<Question> {
    questions_by(edges, clustering, asked, &[], limit)
}

/// The questions where records are not equally important: `importance` has a factor for each record, 1 for one that has none. A pair
/// counts as its more important record.
///
/// The expected change of a pair is its entropy × the records whose cluster would change × importance (after Settles 2009, section 3).
/// Bridges between groups come first, then the rest by expected change. Every tenth is a check, drawn in turn from strata of high and
/// low weight by a hash of the pair, so that the draw does not depend on what hangs on it: the error rate of a stratum is that of its
/// checks. When nothing telling is left the rest are checks. No cluster is asked about more than twice among ten questions in a row
/// while there are others.
pub fn questions_by(
    edges: &[Edge],
    clustering: &Clustering,
    asked: &[(u32, u32)],
    importance: &[f32],
    limit: usize,
) -> Vec<Question> {
    let candidates = candidates(edges, clustering, asked, importance);
    let telling = |pair: &Candidate| pair.change >= TELLING || pair.sureness() < SURE;
    let mut worth = Order::by_worth(&candidates, telling);
    let mut checks = Checks::new(&candidates);
    let mut window = Window::default();
    let mut chosen = Vec::new();
    let mut owed = 0;
    while chosen.len() < limit {
        if (chosen.len() + 1).is_multiple_of(CHECK_EVERY) {
            owed += 1;
        }
        // Checks make up for a turn they had to let pass; they never take more than their share while there are others.
        let check = if owed > 0 { checks.next(&window) } else { None };
        let next = if let Some(check) = check {
            owed -= 1;
            Some(check)
        } else {
            worth
                .next(&window)
                .or_else(|| checks.next(&window))
                .or_else(|| worth.next_anyhow(&window))
                .or_else(|| checks.next_anyhow(&window))
        };
        let Some(pair) = next else { break };
        for free in window.push(&pair) {
            worth.release(free);
            checks.release(free);
        }
        chosen.push(Question {
            pair: (RecordIndex(pair.pair.0), RecordIndex(pair.pair.1)),
            probability: pair.probability as f32,
            because: pair.because,
        });
    }
    chosen
}

/// Each pair that was not asked, once, with what its answer is expected to change.
fn candidates(
    edges: &[Edge],
    clustering: &Clustering,
    asked: &[(u32, u32)],
    importance: &[f32],
) -> Vec<Candidate> {
    let records = clustering.cluster.len() as u32;
    let mut answered: Vec<(u32, u32)> = asked.iter().copied().map(ordered).collect();
    answered.sort_unstable();
    let mut pairs: Vec<(u32, u32, f32)> = edges
        .iter()
        .map(|edge| (ordered((edge.left, edge.right)), edge.bits))
        .filter(|((left, right), bits)| left != right && *right < records && !bits.is_nan())
        .map(|((left, right), bits)| (left, right, bits))
        .collect();
    pairs.sort_unstable_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then(b.2.total_cmp(&a.2)));
    pairs.dedup_by_key(|pair| (pair.0, pair.1));
    let mut size = vec![0_u32; records as usize];
    for cluster in &clustering.cluster {
        size[*cluster as usize] += 1;
    }
    let bridged = bridged(&pairs, clustering, &answered);
    pairs
        .into_iter()
        .filter(|&(left, right, _)| answered.binary_search(&(left, right)).is_err())
        .map(|(left, right, bits)| {
            let clusters = (
                clustering.cluster[left as usize],
                clustering.cluster[right as usize],
            );
            let bridge = bridged
                .binary_search_by_key(&(left, right), |bridge| bridge.0)
                .ok()
                .map(|found| bridged[found].1);
            // Told to be different, a bridge sets its weaker side free, another pair within a cluster at least one of its two
            // records; told to be the same, the smaller of two clusters takes the name of the other.
            let moved = if clusters.0 == clusters.1 {
                bridge.unwrap_or(1)
            } else {
                size[clusters.0 as usize].min(size[clusters.1 as usize])
            };
            let factor = |record: u32| importance.get(record as usize).copied().unwrap_or(1.0);
            let factor = f64::from(factor(left).max(factor(right)).max(0.0));
            let probability = 1.0 / (1.0 + (-f64::from(bits)).exp2());
            let change = entropy(probability) * f64::from(moved) * factor;
            let bridge = bridge.is_some_and(|smaller| smaller >= BRIDGED) && change >= TELLING;
            Candidate {
                pair: (left, right),
                clusters,
                probability,
                change,
                because: if bridge {
                    Because::Bridge
                } else {
                    Because::Unsure
                },
            }
        })
        .collect()
}

/// The pairs that hold a cluster together alone, in order, each with the records on its weaker side.
fn bridged(
    pairs: &[(u32, u32, f32)],
    clustering: &Clustering,
    answered: &[(u32, u32)],
) -> Vec<((u32, u32), u32)> {
    let records = clustering.cluster.len() as u32;
    let within = |&(left, right): &(u32, u32)| {
        right < records && clustering.cluster[left as usize] == clustering.cluster[right as usize]
    };
    // A pair that was answered and lies within a cluster holds it together, whatever its weight.
    let ends: Vec<(u32, u32)> = pairs
        .iter()
        .filter(|pair| pair.2 > 0.0)
        .map(|pair| (pair.0, pair.1))
        .filter(within)
        .chain(answered.iter().copied().filter(within))
        .collect();
    let mut stated: Vec<(u32, u32)> = clustering
        .bridges
        .iter()
        .map(|edge| ordered((edge.left, edge.right)))
        .collect();
    stated.sort_unstable();
    let mut bridged: Vec<((u32, u32), u32)> = Edges::new(records, &ends)
        .bridges()
        .into_iter()
        .map(|bridge| (ends[bridge.edge as usize], bridge.smaller))
        .filter(|(pair, _)| stated.binary_search(pair).is_ok())
        .collect();
    bridged.sort_unstable();
    bridged
}

fn ordered((left, right): (u32, u32)) -> (u32, u32) {
    (left.min(right), left.max(right))
}

/// In bits; 0 where nothing is open.
fn entropy(probability: f64) -> f64 {
    [probability, 1.0 - probability]
        .into_iter()
        .filter(|share| *share > 0.0)
        .map(|share| -share * share.log2())
        .sum()
}
