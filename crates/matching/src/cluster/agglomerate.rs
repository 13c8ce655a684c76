//! Joining, best first: two clusters become one while the mean weight over all pairs between them is positive.

use std::{
    cmp::Reverse,
    collections::{BTreeSet, BinaryHeap, HashMap},
    mem::{swap, take},
};

use super::{
    absent::{Absent, Sum},
    piece::{Piece, Price, World},
};

/// What a link waits with in the queue: its mean weight, then its units, smaller numbers first.
type Waiting = (i64, Reverse<u32>, Reverse<u32>);

/// What speaks between two clusters.
#[derive(Clone, Copy, Debug)]
struct Cross {
    known: Sum,
    apart: bool,
    /// The mean with which it was last put back into the queue; entries above it are out of date.
    put_back: i64,
}

/// The clusters as they grow.
struct Growing<'a> {
    world: &'a World<'a>,
    parent: Vec<u32>,
    records: Vec<Vec<u32>>,
    /// Clusters that a cluster has something to do with, under names that may be out of date.
    near: Vec<Vec<u32>>,
    lists: Vec<BTreeSet<u16>>,
    cross: HashMap<(u32, u32), Cross>,
}

/// Average-link agglomeration, begun by the links `among` which it is told to. Gives a label to each unit; units of one cluster have
/// the same.
///
/// The mean weight falls as clusters grow, so a link is looked at again when its turn comes and put back if it fell. A link put
/// back too often joins or falls out at once, which keeps the time within O(E log E).
pub(super) fn agglomerate(
    world: &World<'_>,
    piece: &Piece,
    absent: &mut Absent<'_>,
    among: &dyn Fn(u32, u32) -> bool,
) -> Vec<u32> {
    let mut growing = Growing::new(world, piece);
    let mut queue: BinaryHeap<Waiting> = piece
        .each_link()
        .filter(|(unit, link)| link.known.bits > 0 && !link.apart && among(*unit, link.other))
        .map(|(unit, link)| {
            let pairs = piece.records(unit).len() as u64 * piece.records(link.other).len() as u64;
            let mean = mean(link.known.filled(pairs).bits, pairs);
            (mean, Reverse(unit), Reverse(link.other))
        })
        .collect();
    let mut again = 4 * queue.len() + 1024;
    while let Some((waited, left, right)) = queue.pop() {
        let (a, b) = (growing.find(left.0), growing.find(right.0));
        if a == b {
            continue;
        }
        let Some(price) = growing.price(a, b) else {
            continue;
        };
        let Some(cross) = growing.cross.get_mut(&pair(a, b)) else {
            continue;
        };
        if cross.apart || waited > cross.put_back {
            continue;
        }
        let (left_records, right_records) =
            (&growing.records[a as usize], &growing.records[b as usize]);
        let pairs = left_records.len() as u64 * right_records.len() as u64;
        let total = absent.total_above(
            price,
            &world.graph,
            cross.known,
            left_records,
            right_records,
        );
        let Some(total) = total else { continue };
        if pairs <= super::absent::ASKED {
            cross.known = total;
        }
        let gain = total.bits - price;
        let now = mean(gain, pairs);
        if now < waited && again > 0 {
            again -= 1;
            cross.put_back = now;
            queue.push((now, left, right));
        } else {
            growing.join(a, b);
        }
    }
    (0..piece.len() as u32)
        .map(|unit| growing.find(unit))
        .collect()
}

/// The mean, fine enough that a small sum over many pairs keeps its place in the order.
fn mean(bits: i64, pairs: u64) -> i64 {
    ((i128::from(bits) << 20) / i128::from(pairs)) as i64
}

fn pair(left: u32, right: u32) -> (u32, u32) {
    (left.min(right), left.max(right))
}

impl<'a> Growing<'a> {
    fn new(world: &'a World<'a>, piece: &Piece) -> Self {
        let units = 0..piece.len() as u32;
        let cross = piece.each_link().map(|(unit, link)| {
            let cross = Cross {
                known: link.known,
                apart: link.apart,
                put_back: i64::MAX,
            };
            ((unit, link.other), cross)
        });
        Self {
            world,
            parent: units.clone().collect(),
            records: units
                .clone()
                .map(|unit| piece.records(unit).to_vec())
                .collect(),
            near: units
                .clone()
                .map(|unit| piece.links(unit).iter().map(|link| link.other).collect())
                .collect(),
            lists: units
                .map(|unit| piece.lists(unit).iter().copied().collect())
                .collect(),
            cross: cross.collect(),
        }
    }

    fn find(&mut self, unit: u32) -> u32 {
        let mut at = unit as usize;
        while self.parent[at] as usize != at {
            let above = self.parent[at] as usize;
            self.parent[at] = self.parent[above];
            at = self.parent[at] as usize;
        }
        at as u32
    }

    /// The price of joining two clusters; `None`: they may not be joined.
    fn price(&self, a: u32, b: u32) -> Price {
        let (mut few, mut many) = (&self.lists[a as usize], &self.lists[b as usize]);
        if few.len() > many.len() {
            swap(&mut few, &mut many);
        }
        self.world
            .price_of(few.iter().copied().filter(|list| many.contains(list)))
    }

    /// The smaller cluster goes into the larger, so that nothing moves more than log2 n times.
    fn join(&mut self, a: u32, b: u32) {
        let weight = |it: u32| self.near[it as usize].len() + self.records[it as usize].len();
        let (into, from) = if weight(a) >= weight(b) {
            (a, b)
        } else {
            (b, a)
        };
        self.parent[from as usize] = into;
        let records = take(&mut self.records[from as usize]);
        self.records[into as usize].extend(records);
        for other in take(&mut self.near[from as usize]) {
            let other = self.find(other);
            // Gone already when the list names a cluster under two names, or is the pair that was joined.
            let Some(cross) = self.cross.remove(&pair(from, other)) else {
                continue;
            };
            if other == into {
                continue;
            }
            self.near[into as usize].push(other);
            self.cross
                .entry(pair(into, other))
                .and_modify(|there| {
                    there.known += cross.known;
                    there.apart |= cross.apart;
                    there.put_back = i64::MAX;
                })
                .or_insert(Cross {
                    put_back: i64::MAX,
                    ..cross
                });
        }
        let mut lists = take(&mut self.lists[from as usize]);
        if lists.len() > self.lists[into as usize].len() {
            swap(&mut lists, &mut self.lists[into as usize]);
        }
        self.lists[into as usize].append(&mut lists);
    }
}
