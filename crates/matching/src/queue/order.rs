//! Orders of candidates that keep families apart: by what they teach, and by lot for checks.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet, BinaryHeap, VecDeque},
};

use super::Because;

/// A pair that could be asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Candidate {
    pub(super) pair: (u32, u32),
    /// The clusters of its records.
    pub(super) clusters: (u32, u32),
    pub(super) probability: f64,
    /// Expected change: entropy in bits × records × importance.
    pub(super) change: f64,
    pub(super) because: Because,
}

impl Candidate {
    /// How sure it is, either way: 0.5 to 1.
    pub(super) fn sureness(&self) -> f64 {
        self.probability.max(1.0 - self.probability)
    }
}

/// Ten questions in a row name no cluster more than `OFTEN` times.
const ROW: usize = 10;
const OFTEN: usize = 2;

/// The questions chosen so far, the last ones above all.
#[derive(Debug, Default)]
pub(super) struct Window {
    last: VecDeque<(u32, u32)>,
    count: BTreeMap<u32, usize>,
    /// All that were ever chosen.
    chosen: BTreeSet<(u32, u32)>,
}

impl Window {
    /// The first cluster of a pair that was asked about often enough for now.
    fn blocked(&self, clusters: (u32, u32)) -> Option<u32> {
        [clusters.0, clusters.1]
            .into_iter()
            .find(|cluster| self.count.get(cluster).is_some_and(|count| *count >= OFTEN))
    }

    /// Adds a question. Gives the clusters that may be asked about again.
    pub(super) fn push(&mut self, question: &Candidate) -> Vec<u32> {
        let clusters = question.clusters;
        self.chosen.insert(question.pair);
        self.last.push_back(clusters);
        for cluster in distinct(clusters) {
            *self.count.entry(cluster).or_default() += 1;
        }
        if self.last.len() < ROW {
            return Vec::new();
        }
        let mut free = Vec::new();
        for cluster in self.last.pop_front().into_iter().flat_map(distinct) {
            if let Some(count) = self.count.get_mut(&cluster) {
                *count -= 1;
                if *count + 1 == OFTEN {
                    free.push(cluster);
                }
                if *count == 0 {
                    self.count.remove(&cluster);
                }
            }
        }
        free
    }
}

fn distinct((left, right): (u32, u32)) -> impl Iterator<Item = u32> {
    std::iter::once(left).chain((left != right).then_some(right))
}

/// A candidate with its rank: the higher first, of equal ones the smaller records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Ranked {
    rank: (bool, u64),
    pair: Reverse<(u32, u32)>,
    /// Where it stands among all candidates.
    at: u32,
}

/// Candidates by rank. Those whose cluster was asked about often enough wait at that cluster; when it is free again only its best
/// comes back, so that a family with a million pairs does not take a million steps each time.
#[derive(Debug)]
pub(super) struct Order<'c> {
    candidates: &'c [Candidate],
    ready: BinaryHeap<Ranked>,
    waiting: BTreeMap<u32, BinaryHeap<Ranked>>,
}

impl<'c> Order<'c> {
    /// Bridges, then the larger change.
    pub(super) fn by_worth(
        candidates: &'c [Candidate],
        telling: impl Fn(&Candidate) -> bool,
    ) -> Self {
        // The bits of numbers that are not negative stand in the order of the numbers.
        let rank = |it: &Candidate| (it.because == Because::Bridge, it.change.to_bits());
        Self::new(candidates, telling, rank)
    }

    /// By lot.
    pub(super) fn by_lot(candidates: &'c [Candidate], drawn: impl Fn(&Candidate) -> bool) -> Self {
        Self::new(candidates, drawn, |it| (false, lot(it.pair)))
    }

    fn new(
        candidates: &'c [Candidate],
        among: impl Fn(&Candidate) -> bool,
        rank: impl Fn(&Candidate) -> (bool, u64),
    ) -> Self {
        let ready = candidates.iter().enumerate().filter(|(_, it)| among(it));
        let ready = ready.map(|(at, it)| Ranked {
            rank: rank(it),
            pair: Reverse(it.pair),
            at: at as u32,
        });
        Self {
            candidates,
            ready: ready.collect(),
            waiting: BTreeMap::new(),
        }
    }

    /// The best that was not chosen and may be asked now.
    pub(super) fn next(&mut self, window: &Window) -> Option<Candidate> {
        while let Some(best) = self.ready.pop() {
            let candidate = self.candidates[best.at as usize];
            let chosen = window.chosen.contains(&candidate.pair);
            let blocked = window.blocked(candidate.clusters);
            if let (Some(cluster), false) = (blocked, chosen) {
                self.waiting.entry(cluster).or_default().push(best);
            }
            // Whoever leaves lets the next of its clusters in, unless that has to wait itself.
            for cluster in distinct(candidate.clusters) {
                if window.blocked((cluster, cluster)).is_none() {
                    self.release(cluster);
                }
            }
            if blocked.is_none() && !chosen {
                return Some(candidate);
            }
        }
        None
    }

    /// The best that was not chosen, when all have to wait. Few clusters are waited for at a time.
    pub(super) fn next_anyhow(&mut self, window: &Window) -> Option<Candidate> {
        loop {
            let waiting = self.waiting.iter_mut();
            let best = waiting.max_by_key(|(_, waiting)| waiting.peek().copied())?;
            let best = best.1.pop()?;
            let candidate = self.candidates[best.at as usize];
            if !window.chosen.contains(&candidate.pair) {
                return Some(candidate);
            }
        }
    }

    /// Lets the best of a cluster come back.
    pub(super) fn release(&mut self, cluster: u32) {
        if let Some(waiting) = self.waiting.get_mut(&cluster) {
            self.ready.extend(waiting.pop());
            if waiting.is_empty() {
                self.waiting.remove(&cluster);
            }
        }
    }
}

/// How sure a pair is from each stratum on: three of high weight and, as sure the other way, three of low weight.
const STRATA: [f64; 3] = [super::SURE, 0.99, 0.999];

/// Seemingly sure pairs by lot, strata in turn.
#[derive(Debug)]
pub(super) struct Checks<'c> {
    strata: Vec<Order<'c>>,
    turn: usize,
}

impl<'c> Checks<'c> {
    pub(super) fn new(candidates: &'c [Candidate]) -> Self {
        let strata = (0..STRATA.len()).flat_map(|stratum| {
            let range = STRATA[stratum]..STRATA.get(stratum + 1).copied().unwrap_or(f64::INFINITY);
            [true, false].map(|high| {
                Order::by_lot(candidates, |it| {
                    (it.probability > 0.5) == high && range.contains(&it.sureness())
                })
            })
        });
        Self {
            strata: strata.collect(),
            turn: 0,
        }
    }

    /// The next that may be asked now.
    pub(super) fn next(&mut self, window: &Window) -> Option<Candidate> {
        self.in_turn(|stratum| stratum.next(window))
    }

    /// The next, when all have to wait.
    pub(super) fn next_anyhow(&mut self, window: &Window) -> Option<Candidate> {
        self.in_turn(|stratum| stratum.next_anyhow(window))
    }

    /// Lets the best of a cluster come back, in each stratum.
    pub(super) fn release(&mut self, cluster: u32) {
        for stratum in &mut self.strata {
            stratum.release(cluster);
        }
    }

    fn in_turn(
        &mut self,
        mut draw: impl FnMut(&mut Order<'c>) -> Option<Candidate>,
    ) -> Option<Candidate> {
        for step in 0..self.strata.len() {
            let turn = (self.turn + step) % self.strata.len();
            if let Some(drawn) = draw(&mut self.strata[turn]) {
                self.turn = turn + 1;
                return Some(Candidate {
                    because: Because::Check,
                    ..drawn
                });
            }
        }
        None
    }
}

/// A pair's lot: the finaliser of SplitMix64 (Steele, Lea & Flood 2014, Fast Splittable Pseudorandom Number Generators), which
/// spreads neighbouring pairs over all numbers.
fn lot((left, right): (u32, u32)) -> u64 {
    let mut lot = (u64::from(left) << 32 | u64::from(right)).wrapping_add(0x9e37_79b9_7f4a_7c15);
    lot = (lot ^ (lot >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    lot = (lot ^ (lot >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    lot ^ (lot >> 31)
}
