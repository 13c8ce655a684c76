//! A piece of the graph that is clustered by itself: units that are only moved whole, and what speaks between them.

use super::{
    Constraints,
    absent::Sum,
    decisions::Decisions,
    graph::{Graph, fixed_price},
};

/// All that pairs and decisions say.
#[derive(Debug)]
pub(super) struct World<'a> {
    pub(super) graph: Graph,
    pub(super) decisions: Decisions,
    list: &'a [u16],
    price: Vec<Price>,
}

/// What a second record of a list in one cluster costs, in 1/65536 bit; `None`: it may not be.
pub(super) type Price = Option<i64>;

impl<'a> World<'a> {
    pub(super) fn new(graph: Graph, decisions: Decisions, constraints: &'a Constraints) -> Self {
        Self {
            graph,
            decisions,
            list: &constraints.list,
            price: constraints
                .second
                .iter()
                .copied()
                .map(fixed_price)
                .collect(),
        }
    }

    /// The list of a record, when a second record of it has a price.
    pub(super) fn priced(&self, record: u32) -> Option<u16> {
        let list = *self.list.get(record as usize)?;
        (self.price(list) != Some(0)).then_some(list)
    }

    /// The price of a list; nothing when none is told.
    pub(super) fn price(&self, list: u16) -> Price {
        self.price
            .get(usize::from(list))
            .copied()
            .unwrap_or(Some(0))
    }

    /// The price of joining two groups that both have these lists.
    pub(super) fn price_of(&self, shared: impl Iterator<Item = u16>) -> Price {
        shared.map(|list| self.price(list)).sum()
    }

    /// Whether two records can never be in one cluster, whoever else is.
    pub(super) fn never(&self, left: u32, right: u32) -> bool {
        if self.decisions.unit[left as usize] == self.decisions.unit[right as usize] {
            return false;
        }
        let (a, b) = (self.priced(left), self.priced(right));
        (a.is_some() && a == b && self.price_of(a.into_iter()).is_none())
            || self.decisions.are_apart(left, right)
    }
}

/// What speaks between a unit and another.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Link {
    /// The other unit.
    pub(super) other: u32,
    /// Decided to be different.
    pub(super) apart: bool,
    /// The proposed pairs between them.
    pub(super) known: Sum,
}

/// Units and what speaks between them.
#[derive(Debug)]
pub(super) struct Piece {
    record_start: Vec<usize>,
    records: Vec<u32>,
    link_start: Vec<usize>,
    links: Vec<Link>,
    list_start: Vec<usize>,
    lists: Vec<u16>,
}

/// No unit.
pub(super) const NOWHERE: u32 = u32::MAX;

impl Piece {
    /// A piece with these units, in the order given. `place` has room for every record and holds `NOWHERE` throughout, before and
    /// after; it is lent so that a small piece takes little time.
    pub(super) fn new<'u>(
        world: &World<'_>,
        place: &mut [u32],
        units: impl Iterator<Item = &'u [u32]>,
    ) -> Self {
        let (mut record_start, mut records) = (vec![0], Vec::new());
        for (unit, members) in units.enumerate() {
            for &record in members {
                place[record as usize] = unit as u32;
            }
            records.extend_from_slice(members);
            record_start.push(records.len());
        }
        let mut piece = Self {
            record_start,
            records,
            link_start: vec![0],
            links: Vec::new(),
            list_start: vec![0],
            lists: Vec::new(),
        };
        let mut found = Vec::new();
        let mut lists = Vec::new();
        for unit in 0..piece.len() as u32 {
            for &record in piece.records(unit) {
                lists.extend(world.priced(record));
                let paired = world.graph.of(record).iter().map(|&(end, weight)| {
                    (
                        place[end as usize],
                        false,
                        Sum {
                            bits: i64::from(weight),
                            pairs: 1,
                        },
                    )
                });
                found.extend(paired.filter(|link| link.0 != NOWHERE && link.0 != unit));
                if world.decisions.unit[record as usize] == record {
                    let apart = world.decisions.apart_from(record);
                    let apart = apart.map(|other| (place[other as usize], true, Sum::default()));
                    found.extend(apart.filter(|link| link.0 != NOWHERE));
                }
            }
            piece.push_links(&mut found);
            lists.sort_unstable();
            lists.dedup();
            piece.lists.append(&mut lists);
            piece.list_start.push(piece.lists.len());
        }
        for &record in &piece.records {
            place[record as usize] = NOWHERE;
        }
        piece
    }

    fn push_links(&mut self, found: &mut Vec<(u32, bool, Sum)>) {
        let first = self.links.len();
        found.sort_unstable_by_key(|link| link.0);
        for (other, apart, known) in found.drain(..) {
            match self.links[first..].last_mut() {
                Some(last) if last.other == other => {
                    last.apart |= apart;
                    last.known += known;
                }
                Some(_) | None => self.links.push(Link {
                    other,
                    apart,
                    known,
                }),
            }
        }
        self.link_start.push(self.links.len());
    }

    /// How many units there are.
    pub(super) fn len(&self) -> usize {
        self.record_start.len() - 1
    }

    /// How many records there are.
    pub(super) fn size(&self) -> usize {
        self.records.len()
    }

    /// The records of a unit.
    pub(super) fn records(&self, unit: u32) -> &[u32] {
        let unit = unit as usize;
        &self.records[self.record_start[unit]..self.record_start[unit + 1]]
    }

    /// The links of a unit, by the other unit.
    pub(super) fn links(&self, unit: u32) -> &[Link] {
        let unit = unit as usize;
        &self.links[self.link_start[unit]..self.link_start[unit + 1]]
    }

    /// The lists of a unit that have a price, in order.
    pub(super) fn lists(&self, unit: u32) -> &[u16] {
        let unit = unit as usize;
        &self.lists[self.list_start[unit]..self.list_start[unit + 1]]
    }

    /// All links, each once: the unit with the smaller number, and the link to the other.
    pub(super) fn each_link(&self) -> impl Iterator<Item = (u32, Link)> {
        (0..self.len() as u32).flat_map(move |unit| {
            let links = self.links(unit).iter();
            links
                .filter(move |link| link.other > unit)
                .map(move |link| (unit, *link))
        })
    }

    /// Whether anything but weights keeps units apart.
    pub(super) fn is_constrained(&self) -> bool {
        !self.lists.is_empty() || self.links.iter().any(|link| link.apart)
    }

    /// The records of each cluster, clusters by their first unit.
    pub(super) fn gather(&self, label: &[u32]) -> Vec<Vec<u32>> {
        let mut number = vec![NOWHERE; self.len()];
        let mut clusters: Vec<Vec<u32>> = Vec::new();
        for (unit, &label) in label.iter().enumerate() {
            let number = &mut number[label as usize];
            if *number == NOWHERE {
                *number = clusters.len() as u32;
                clusters.push(Vec::new());
            }
            clusters[*number as usize].extend_from_slice(self.records(unit as u32));
        }
        clusters
    }
}
