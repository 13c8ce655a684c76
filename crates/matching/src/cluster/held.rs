//! What a decision or a list keeps apart that would be together without it.

use super::{
    absent::Sum,
    component::Solver,
    piece::{NOWHERE, Piece},
};

/// Pairs with a positive weight between a unit of `piece` and another cluster, where the unit would be drawn into that cluster were it
/// not for a decision or a list. `number` has the cluster of each unit, `clusters` the clusters.
pub(super) fn apart(
    solver: &mut Solver<'_>,
    piece: &Piece,
    number: &[u32],
    clusters: &Piece,
) -> Vec<(u32, u32)> {
    for cluster in 0..clusters.len() as u32 {
        for &record in clusters.records(cluster) {
            solver.place[record as usize] = cluster;
        }
    }
    let mut held = Vec::new();
    for unit in 0..piece.len() as u32 {
        let out = kept_out(solver, piece, unit, number, clusters);
        if out.is_empty() {
            continue;
        }
        for &record in piece.records(unit) {
            for &(end, weight) in solver.world.graph.of(record) {
                let cluster = solver.place[end as usize];
                if weight > 0 && out.binary_search(&cluster).is_ok() {
                    held.push((record.min(end), record.max(end)));
                }
            }
        }
    }
    for cluster in 0..clusters.len() as u32 {
        for &record in clusters.records(cluster) {
            solver.place[record as usize] = NOWHERE;
        }
    }
    held
}

/// The clusters that a unit is drawn into and kept out of, in order.
fn kept_out(
    solver: &mut Solver<'_>,
    piece: &Piece,
    unit: u32,
    number: &[u32],
    clusters: &Piece,
) -> Vec<u32> {
    let world = solver.world;
    let mut near: Vec<(u32, bool, Sum)> = piece
        .links(unit)
        .iter()
        .map(|link| (number[link.other as usize], link.apart, link.known))
        .filter(|near| near.0 != number[unit as usize])
        .collect();
    near.sort_unstable_by_key(|near| near.0);
    near.chunk_by(|a, b| a.0 == b.0)
        .filter_map(|links| {
            let cluster = links[0].0;
            let apart = links.iter().any(|link| link.1);
            let mut known = Sum::default();
            for link in links {
                known += link.2;
            }
            let there = clusters.lists(cluster);
            let shared = piece.lists(unit).iter().copied();
            let price = world.price_of(shared.filter(|list| there.binary_search(list).is_ok()));
            if known.bits <= 0 || (!apart && price == Some(0)) {
                return None;
            }
            let (left, right) = (piece.records(unit), clusters.records(cluster));
            let total = solver.absent.total(&world.graph, known, left, right);
            let free = !apart && price.is_some_and(|price| total.bits > price);
            (total.bits > 0 && !free).then_some(cluster)
        })
        .collect()
}
