//! What people decided: who is one, who is two, and whether that can all hold.

use std::collections::VecDeque;

use super::{Constraints, Contradiction, graph::Union};

/// Decisions that can all hold.
#[derive(Debug)]
pub(super) struct Decisions {
    /// For each record the smallest of those decided to be the same.
    pub(super) unit: Vec<u32>,
    /// Units decided to be different, both ways round, in order.
    apart: Vec<(u32, u32)>,
}

impl Decisions {
    /// Takes the decisions, or finds the first pair, by its records, that cannot be both the same and different. Decisions about
    /// records that are not there are none.
    pub(super) fn new(records: u32, constraints: &Constraints) -> Result<Self, Contradiction> {
        let known = |&&(left, right): &&(u32, u32)| left.max(right) < records;
        let mut sets = Union::new(records);
        for &(left, right) in constraints.same.iter().filter(known) {
            sets.join(left, right);
        }
        let contradicted = constraints
            .different
            .iter()
            .filter(known)
            .filter(|(left, right)| sets.find(*left) == sets.find(*right))
            .map(|&(left, right)| (left.min(right), left.max(right)))
            .min();
        if let Some((from, to)) = contradicted {
            return Err(Contradiction {
                chain: chain(from, to, &constraints.same),
            });
        }
        let mut apart: Vec<(u32, u32)> = constraints
            .different
            .iter()
            .filter(known)
            .map(|&(left, right)| (sets.find(left), sets.find(right)))
            .flat_map(|(left, right)| [(left, right), (right, left)])
            .collect();
        apart.sort_unstable();
        apart.dedup();
        Ok(Self {
            unit: (0..records).map(|record| sets.find(record)).collect(),
            apart,
        })
    }

    /// The units decided to be different from a unit.
    pub(super) fn apart_from(&self, unit: u32) -> impl Iterator<Item = u32> {
        let first = self.apart.partition_point(|pair| pair.0 < unit);
        self.apart[first..]
            .iter()
            .take_while(move |pair| pair.0 == unit)
            .map(|pair| pair.1)
    }

    /// Whether two records are decided to be different, directly or through those they are the same as.
    pub(super) fn are_apart(&self, left: u32, right: u32) -> bool {
        let pair = (self.unit[left as usize], self.unit[right as usize]);
        self.apart.binary_search(&pair).is_ok()
    }
}

/// The shortest way from one record to another by decisions "same"; of equally short ones the one over the smaller records.
fn chain(from: u32, to: u32, same: &[(u32, u32)]) -> Vec<u32> {
    let mut steps: Vec<(u32, u32)> = same
        .iter()
        .flat_map(|&(left, right)| [(left, right), (right, left)])
        .collect();
    steps.sort_unstable();
    // Searched from the end, so that each record knows the next one on its way there.
    let mut next = std::collections::BTreeMap::from([(to, to)]);
    let mut waiting = VecDeque::from([to]);
    while let Some(at) = waiting.pop_front() {
        let first = steps.partition_point(|step| step.0 < at);
        for &(_, found) in steps[first..].iter().take_while(|step| step.0 == at) {
            next.entry(found).or_insert_with(|| {
                waiting.push_back(found);
                at
            });
        }
    }
    let mut chain = vec![from];
    let mut at = from;
    while at != to {
        let Some(&further) = next.get(&at) else { break };
        chain.push(further);
        at = further;
    }
    chain
}
