//! Very large components are cut before they are clustered: at bridges between large parts, then at the weakest links.

use super::{absent::ASKED, bridges::Edges, graph::Union, piece::Piece};

/// Components above this many units are cut into regions of at most so many. No person has as many records; what holds such a
/// component together is mostly chance.
pub(super) const UNITS: usize = 20_000;

/// A label for each unit; units of one region have the same, and a region has at most `most`. Links that were cut are looked at again between the clusters that the
/// regions give, so a cut loses nothing that the mean weight would join.
pub(super) fn regions(piece: &Piece, most: usize) -> Vec<u32> {
    let mut links: Vec<(i64, u32, u32)> = piece
        .each_link()
        .filter(|(_, link)| link.known.bits > 0 && !link.apart)
        .map(|(unit, link)| (link.known.bits / link.known.pairs as i64, unit, link.other))
        .collect();
    let ends: Vec<(u32, u32)> = links.iter().map(|link| (link.1, link.2)).collect();
    let units = piece.len() as u32;
    let bridges = Edges::new(units, &ends).bridges();
    // In descending order of index, so that what is swapped in was looked at already. A bridge to a few units may be right.
    for bridge in bridges
        .iter()
        .rev()
        .filter(|bridge| u64::from(bridge.smaller) > ASKED)
    {
        links.swap_remove(bridge.edge as usize);
    }
    links.sort_unstable_by(|a, b| b.0.cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut regions = Union::new(units);
    let mut size = vec![1_usize; units as usize];
    for (_, left, right) in links {
        let (left, right) = (regions.find(left), regions.find(right));
        let together = size[left as usize] + size[right as usize];
        if left != right && together <= most {
            regions.join(left, right);
            size[left.min(right) as usize] = together;
        }
    }
    (0..units).map(|unit| regions.find(unit)).collect()
}
