//! What comes together, what is kept apart, and that neither depends on the order in which it was told.

mod decided;
mod lists;
mod objective;
mod rules;
mod shapes;

use super::{Clustering, Constraints, Edge, cluster};

/// Pairs never proposed speak as strangers do.
fn strangers(_: u32, _: u32) -> f32 {
    -8.0
}

fn edges(pairs: &[(u32, u32, f32)]) -> Vec<Edge> {
    let edge = |&(left, right, bits): &(u32, u32, f32)| Edge { left, right, bits };
    pairs.iter().map(edge).collect()
}

/// Clusters without lists or decisions, absent pairs being strangers.
fn plainly(records: u32, pairs: &[(u32, u32, f32)]) -> Clustering {
    cluster(
        records,
        &edges(pairs),
        &Constraints::default(),
        &mut strangers,
    )
    .unwrap()
}

/// SplitMix64: numbers that look drawn and are the same every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut next = self.0;
        next = (next ^ (next >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        next = (next ^ (next >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (next ^ (next >> 31)) % end
    }

    /// From −`reach` to `reach`, in tenths.
    fn bits(&mut self, reach: u64) -> f32 {
        (self.below(20 * reach + 1) as f32) / 10.0 - reach as f32
    }
}

/// Some pairs among some records, about `share` in a hundred of all.
fn some_pairs(chance: &mut Chance, records: u32, share: u64) -> Vec<Edge> {
    let mut pairs = Vec::new();
    for left in 0..records {
        for right in left + 1..records {
            if chance.below(100) < share {
                let bits = chance.bits(10);
                pairs.push(Edge { left, right, bits });
            }
        }
    }
    pairs
}
