//! The best clusters of a few units, found among all there are.

use std::collections::BTreeMap;

use super::{
    absent::Absent,
    piece::{Piece, World},
};

/// Up to this many units all partitions are weighed (4,140 of them for eight, by 6,561 steps).
pub(super) const UNITS: usize = 8;

/// The value of what may not be. Far below any sum, and far from the end of the numbers.
const NEVER: i64 = i64::MIN / 4;

/// The partition with the highest sum of weights within clusters, less the price of second records of a list. Of equally good ones
/// the one with the smaller first cluster. Gives a label to each unit. At most `UNITS` units.
pub(super) fn exact(world: &World<'_>, piece: &Piece, absent: &mut Absent<'_>) -> Vec<u32> {
    let units = piece.len();
    let value = values(world, piece, absent);
    let all = (1_usize << units) - 1;
    let mut best = vec![0_i64; all + 1];
    let mut first = vec![0_usize; all + 1];
    for set in 1..=all {
        let lowest = set & set.wrapping_neg();
        let rest = set ^ lowest;
        let mut part = 0;
        best[set] = i64::MIN;
        // All subsets of the rest, in ascending order; with the lowest unit each is a first cluster.
        loop {
            let cluster = part | lowest;
            let sum = value[cluster] + best[set ^ cluster];
            if sum > best[set] {
                best[set] = sum;
                first[set] = cluster;
            }
            if part == rest {
                break;
            }
            part = part.wrapping_sub(rest) & rest;
        }
    }
    let mut label = vec![0; units];
    let mut left = all;
    while left != 0 {
        let cluster = first[left];
        for (unit, label) in label.iter_mut().enumerate() {
            if cluster >> unit & 1 == 1 {
                *label = cluster.trailing_zeros();
            }
        }
        left ^= cluster;
    }
    label
}

/// What each set of units is worth as one cluster.
fn values(world: &World<'_>, piece: &Piece, absent: &mut Absent<'_>) -> Vec<i64> {
    let units = piece.len();
    let mut between = vec![[0_i64; UNITS]; units];
    let mut holders: BTreeMap<u16, usize> = BTreeMap::new();
    for unit in 0..units as u32 {
        let mut links = piece.links(unit).iter().peekable();
        for other in 0..units as u32 {
            let link = links.next_if(|link| link.other == other);
            if other <= unit {
                continue;
            }
            let weight = if link.is_some_and(|link| link.apart) {
                NEVER
            } else {
                let known = link.map_or_else(Default::default, |link| link.known);
                let (left, right) = (piece.records(unit), piece.records(other));
                absent.total(&world.graph, known, left, right).bits
            };
            between[unit as usize][other as usize] = weight;
        }
        for &list in piece.lists(unit) {
            *holders.entry(list).or_default() |= 1 << unit;
        }
    }
    let mut value = vec![0_i64; 1 << units];
    for set in 1..value.len() {
        let lowest = set.trailing_zeros() as usize;
        let rest = set & (set - 1);
        let mut sum = value[rest];
        for (other, weight) in between[lowest].iter().enumerate() {
            if rest >> other & 1 == 1 {
                sum = sum.saturating_add(*weight).max(NEVER);
            }
        }
        let lists = piece.lists(lowest as u32).iter().copied();
        let shared = lists.filter(|list| holders.get(list).is_some_and(|units| units & rest != 0));
        value[set] = match world.price_of(shared) {
            Some(price) if sum > NEVER / 2 => sum - price,
            Some(_) | None => NEVER,
        };
    }
    value
}
