//! Pairs in one normal form, whom each record is paired with, and sets that only grow together.

use super::Edge;

/// A pair's weight counts at most this many bits for or against, so that no single pair outvotes a cluster. Set by hand in a
/// prototype (section 11 of the notes on method).
const CLIP: f32 = 12.0;

/// Weights are summed as whole numbers of 1/65536 bit: sums of whole numbers do not depend on the order of adding.
const PARTS: f32 = 65536.0;

/// What a pair counts that was neither proposed nor asked: a little against. At 0 strangers chain, at −8 people with ten records
/// fall apart because keys miss some of their pairs (measured in a prototype, for −1 to −3).
pub(super) const UNASKED: i64 = -65536;

/// The most that a pair counts, as it is summed.
pub(super) const MOST: i64 = 12 * 65536;

/// A weight as it is summed.
pub(super) fn fixed(bits: f32) -> i32 {
    (bits.clamp(-CLIP, CLIP) * PARTS).round() as i32
}

/// A price as it is summed: `None` when it is infinite, nothing when it is negative or none (NaN). A finite price is held below a
/// million bits, far above what any cluster can pay.
pub(super) fn fixed_price(bits: f32) -> Option<i64> {
    (bits != f32::INFINITY).then(|| (bits.clamp(0.0, 1.0e6) * PARTS).round() as i64)
}

/// Back to bits.
pub(super) fn in_bits(sum: i64) -> f64 {
    sum as f64 / f64::from(PARTS)
}

/// Each pair once, left below right, in order. Of a pair told twice the higher weight counts. A pair of a record with itself, of a
/// record that is not there, or without a weight (NaN) is no pair.
pub(super) fn normal(records: u32, edges: &[Edge]) -> Vec<Edge> {
    let mut pairs: Vec<Edge> = edges
        .iter()
        .filter(|edge| {
            edge.left != edge.right && edge.left.max(edge.right) < records && !edge.bits.is_nan()
        })
        .map(|edge| Edge {
            left: edge.left.min(edge.right),
            right: edge.left.max(edge.right),
            bits: edge.bits,
        })
        .collect();
    pairs.sort_unstable_by(|a, b| {
        (a.left, a.right)
            .cmp(&(b.left, b.right))
            .then(b.bits.total_cmp(&a.bits))
    });
    pairs.dedup_by_key(|edge| (edge.left, edge.right));
    pairs
}

/// Whom each record is paired with, and with what weight.
#[derive(Debug)]
pub(super) struct Graph {
    start: Vec<usize>,
    ends: Vec<(u32, i32)>,
}

impl Graph {
    /// From pairs in normal form.
    pub(super) fn new(records: u32, pairs: &[Edge]) -> Self {
        let mut start = vec![0_usize; records as usize + 1];
        for pair in pairs {
            start[pair.left as usize + 1] += 1;
            start[pair.right as usize + 1] += 1;
        }
        for record in 1..start.len() {
            start[record] += start[record - 1];
        }
        let mut next = start.clone();
        let mut ends = vec![(0, 0); pairs.len() * 2];
        let mut put = |from: u32, to: u32, weight: i32| {
            ends[next[from as usize]] = (to, weight);
            next[from as usize] += 1;
        };
        // Two rounds keep each record's ends in order: first all below it, then all above.
        for pair in pairs {
            put(pair.right, pair.left, fixed(pair.bits));
        }
        for pair in pairs {
            put(pair.left, pair.right, fixed(pair.bits));
        }
        Self { start, ends }
    }

    /// Those that a record is paired with, in order.
    pub(super) fn of(&self, record: u32) -> &[(u32, i32)] {
        let record = record as usize;
        &self.ends[self.start[record]..self.start[record + 1]]
    }

    /// The weight of a pair; `None` when it was not proposed.
    pub(super) fn weight(&self, left: u32, right: u32) -> Option<i32> {
        let ends = self.of(left);
        ends.binary_search_by_key(&right, |end| end.0)
            .ok()
            .map(|found| ends[found].1)
    }
}

/// Disjoint sets; each is called by its smallest member.
#[derive(Debug)]
pub(super) struct Union {
    parent: Vec<u32>,
}

impl Union {
    pub(super) fn new(members: u32) -> Self {
        Self {
            parent: (0..members).collect(),
        }
    }

    /// The smallest member of the set that holds this one.
    pub(super) fn find(&mut self, member: u32) -> u32 {
        let mut at = member as usize;
        while self.parent[at] as usize != at {
            let above = self.parent[at] as usize;
            self.parent[at] = self.parent[above];
            at = self.parent[at] as usize;
        }
        at as u32
    }

    /// Makes two sets one.
    pub(super) fn join(&mut self, left: u32, right: u32) {
        let (left, right) = (self.find(left), self.find(right));
        self.parent[left.max(right) as usize] = left.min(right);
    }
}
