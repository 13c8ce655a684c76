//! From pairs to people: clusters that chain no strangers and keep to what people decided.

mod absent;
mod agglomerate;
mod assign;
pub(crate) mod bridges;
mod component;
mod cut;
mod decisions;
mod exact;
mod graph;
mod held;
mod piece;
mod refine;
#[cfg(test)]
mod tests;

use self::{
    absent::Absent,
    bridges::Edges,
    component::Solver,
    decisions::Decisions,
    graph::{Graph, Union},
    piece::{NOWHERE, World},
};

/// A pair with its weight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Edge {
    /// The smaller index.
    pub left: u32,
    /// The larger index.
    pub right: u32,
    /// Weight in bits, prior included: above 0 speaks for one person.
    pub bits: f32,
}

/// What clusters must keep to.
#[derive(Clone, Debug, Default)]
pub struct Constraints {
    /// Decided to be one person.
    pub same: Vec<(u32, u32)>,
    /// Decided to be two.
    pub different: Vec<(u32, u32)>,
    /// The list of each record.
    pub list: Vec<u16>,
    /// For each list, the price in bits of a second record of it in one cluster: 0 none, infinite when declared clean.
    pub second: Vec<f32>,
}

/// Decisions that cannot all hold: `chain` leads by decisions "same" from one record to another that is decided to be different.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("decisions contradict each other over {} records", chain.len())]
pub struct Contradiction {
    /// Records, each decided to be the same as the next, the first decided to be different from the last.
    pub chain: Vec<u32>,
}

/// The clusters.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Clustering {
    /// For each record the smallest index in its cluster.
    pub cluster: Vec<u32>,
    /// For each record the probability that it belongs with the rest of its cluster; 1 when it stands alone.
    pub probability: Vec<f32>,
    /// Pairs with a positive weight that a constraint keeps apart: decided to be different, of one clean list, or between clusters of
    /// which one, or the record of the pair, would be drawn into the other were it not for a decision or the price of a list. In order.
    pub held_apart: Vec<(u32, u32)>,
    /// Pairs within clusters whose removal would split the cluster, weakest first.
    pub bridges: Vec<Edge>,
}

/// Clusters `records` records: average-link agglomeration of each component, then single moves; all partitions of a small component,
/// the best assignment between two clean lists.
///
/// `absent` gives the weight of a pair that was never proposed, the smaller record first, and must give the same pair the same
/// weight. It is asked for pairs between clusters of few records only, and not more often than there are records and pairs.
///
/// Every weight counts ±12 bits at most, a pair neither proposed nor asked −1 bit. Decisions hold over weights and over lists: two
/// records of a clean list that are decided to be the same are. Time O(E log E), memory linear; the order of edges and of decisions
/// changes nothing. Pairs that name a record that is not there are passed over.
pub fn cluster(
    records: u32,
    edges: &[Edge],
    constraints: &Constraints,
    absent: &mut dyn FnMut(u32, u32) -> f32,
) -> Result<Clustering, Contradiction> {
    let decisions = Decisions::new(records, constraints)?;
    let pairs = graph::normal(records, edges);
    let world = World::new(Graph::new(records, &pairs), decisions, constraints);
    let mut clustering = Clustering {
        cluster: world.decisions.unit.clone(),
        probability: vec![1.0; records as usize],
        held_apart: Vec::new(),
        bridges: Vec::new(),
    };
    let mut components = Union::new(records);
    for (record, &unit) in (0..records).zip(&world.decisions.unit) {
        components.join(record, unit);
    }
    for pair in pairs.iter().filter(|pair| pair.bits > 0.0) {
        if world.never(pair.left, pair.right) {
            clustering.held_apart.push((pair.left, pair.right));
        } else {
            components.join(pair.left, pair.right);
        }
    }
    let mut solver = Solver {
        world: &world,
        absent: Absent::new(absent),
        place: vec![NOWHERE; records as usize],
    };
    // Records by component, within it by unit; both are called by their smallest record, so this is a fixed order.
    let component: Vec<u32> = (0..records).map(|record| components.find(record)).collect();
    let unit = &world.decisions.unit;
    let mut order: Vec<u32> = (0..records).collect();
    order.sort_unstable_by_key(|&record| {
        (component[record as usize], unit[record as usize], record)
    });
    for members in order.chunk_by(|a, b| component[*a as usize] == component[*b as usize]) {
        let units: Vec<&[u32]> = members
            .chunk_by(|a, b| unit[*a as usize] == unit[*b as usize])
            .collect();
        if units.len() > 1 {
            clustering.take(&units, solver.solve(&units));
        }
    }
    clustering.held_apart.sort_unstable();
    clustering.held_apart.dedup();
    clustering.find_bridges(&pairs, &constraints.same);
    Ok(clustering)
}

impl Clustering {
    fn take(&mut self, units: &[&[u32]], solved: component::Solved) {
        for cluster in solved.clusters {
            let name = cluster.iter().copied().min().unwrap_or_default();
            for record in cluster {
                self.cluster[record as usize] = name;
            }
        }
        for (unit, probability) in units.iter().zip(solved.probability) {
            for &record in *unit {
                self.probability[record as usize] = probability;
            }
        }
        self.held_apart.extend(solved.held_apart);
    }

    /// A decision holds as a pair does, so a pair beside it is no bridge.
    fn find_bridges(&mut self, pairs: &[Edge], same: &[(u32, u32)]) {
        let records = self.cluster.len() as u32;
        let within: Vec<&Edge> = pairs
            .iter()
            .filter(|pair| pair.bits > 0.0)
            .filter(|pair| self.cluster[pair.left as usize] == self.cluster[pair.right as usize])
            .collect();
        let decided = same
            .iter()
            .copied()
            .filter(|(left, right)| left.max(right) < &records);
        let ends: Vec<(u32, u32)> = within
            .iter()
            .map(|pair| (pair.left, pair.right))
            .chain(decided)
            .collect();
        self.bridges = Edges::new(records, &ends)
            .bridges()
            .into_iter()
            .filter_map(|bridge| within.get(bridge.edge as usize).copied().copied())
            .collect();
        self.bridges.sort_by(|a, b| {
            a.bits
                .total_cmp(&b.bits)
                .then((a.left, a.right).cmp(&(b.left, b.right)))
        });
    }
}
