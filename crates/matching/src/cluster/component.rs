//! One component: joined, refined, and told how sure each record is where it came to stand.

use super::{
    absent::Absent,
    agglomerate::agglomerate,
    assign::assign,
    cut,
    exact::{self, exact},
    held,
    piece::{NOWHERE, Piece, World},
    refine::{membership, refine},
};

/// Joining whole clusters and moving single units take turns this often at most; the second turn seldom changes anything.
const TURNS: usize = 3;

/// Works through components one by one.
#[derive(Debug)]
pub(super) struct Solver<'a> {
    pub(super) world: &'a World<'a>,
    pub(super) absent: Absent<'a>,
    /// Lent to pieces.
    pub(super) place: Vec<u32>,
}

/// What came of a component.
#[derive(Debug)]
pub(super) struct Solved {
    /// The records of each cluster.
    pub(super) clusters: Vec<Vec<u32>>,
    /// The probability of each unit.
    pub(super) probability: Vec<f32>,
    /// Pairs with a positive weight that a constraint keeps apart.
    pub(super) held_apart: Vec<(u32, u32)>,
}

impl Solver<'_> {
    /// Clusters a component, given as its units.
    pub(super) fn solve(&mut self, units: &[&[u32]]) -> Solved {
        let piece = self.piece(units.iter().copied());
        self.absent.begin(questions(&piece));
        let mut label = if piece.len() > cut::UNITS {
            self.by_regions(&piece, cut::UNITS)
        } else {
            self.label(&piece)
        };
        let clusters = piece.gather(&label);
        let held_apart = if clusters.len() > 1 && piece.is_constrained() {
            let number = numbers(&label);
            let whole = self.piece(clusters.iter().map(Vec::as_slice));
            let mut held = held::apart(self, &piece, &number, &whole);
            let each: Vec<u32> = (0..clusters.len() as u32).collect();
            held.extend(held::apart(self, &whole, &each, &whole));
            held
        } else {
            Vec::new()
        };
        Solved {
            probability: membership(self.world, &piece, &mut self.absent, &mut label),
            clusters,
            held_apart,
        }
    }

    fn piece<'u>(&mut self, units: impl Iterator<Item = &'u [u32]>) -> Piece {
        Piece::new(self.world, &mut self.place, units)
    }

    fn label(&mut self, piece: &Piece) -> Vec<u32> {
        if piece.len() <= exact::UNITS {
            return exact(self.world, piece, &mut self.absent);
        }
        if let Some(label) = assign(self.world, piece, &mut self.absent) {
            return label;
        }
        self.greedy(piece)
    }

    /// Joins, then moves single units and joins whole clusters until nothing changes.
    pub(super) fn greedy(&mut self, piece: &Piece) -> Vec<u32> {
        let mut label = agglomerate(self.world, piece, &mut self.absent, &|_, _| true);
        let mut open = vec![true; piece.len()];
        for _ in 0..TURNS {
            if !refine(self.world, piece, &mut self.absent, &mut label, open) {
                break;
            }
            open = self.join_clusters(piece, &mut label, &|_, _| true);
            if !open.contains(&true) {
                break;
            }
        }
        label
    }

    /// Joins clusters as wholes, begun by the links between them that are `among` those to be looked at. Which units were in a cluster that grew.
    fn join_clusters(
        &mut self,
        piece: &Piece,
        label: &mut [u32],
        among: &dyn Fn(u32, u32) -> bool,
    ) -> Vec<bool> {
        let clusters = piece.gather(label);
        let contracted = self.piece(clusters.iter().map(Vec::as_slice));
        let joined = agglomerate(self.world, &contracted, &mut self.absent, among);
        let mut parts = vec![0_u32; joined.len()];
        for &cluster in &joined {
            parts[cluster as usize] += 1;
        }
        let number = numbers(label);
        for (label, number) in label.iter_mut().zip(number) {
            *label = joined[number as usize];
        }
        label
            .iter()
            .map(|cluster| parts[*cluster as usize] > 1)
            .collect()
    }

    /// By regions of at most `most` units; then clusters are joined over the links that were cut.
    pub(super) fn by_regions(&mut self, piece: &Piece, most: usize) -> Vec<u32> {
        let region = cut::regions(piece, most);
        let mut units: Vec<u32> = (0..piece.len() as u32).collect();
        units.sort_by_key(|unit| region[*unit as usize]);
        let mut label = vec![0; piece.len()];
        for units in units.chunk_by(|a, b| region[*a as usize] == region[*b as usize]) {
            let part = self.piece(units.iter().map(|unit| piece.records(*unit)));
            let rest = self.absent.share(questions(&part));
            for (at, found) in self.label(&part).into_iter().enumerate() {
                label[units[at] as usize] = units[found as usize];
            }
            self.absent.lay_aside(rest);
        }
        self.absent.recall();
        // Clusters are numbered by their first unit.
        let mut seen = vec![false; piece.len()];
        let regions: Vec<u32> = label
            .iter()
            .zip(&region)
            .filter(|(label, _)| !std::mem::replace(&mut seen[**label as usize], true))
            .map(|(_, region)| *region)
            .collect();
        let cut = |left: u32, right: u32| regions[left as usize] != regions[right as usize];
        let open = self.join_clusters(piece, &mut label, &cut);
        refine(self.world, piece, &mut self.absent, &mut label, open);
        label
    }
}

/// As many questions as a piece has records and pairs, so that asking costs at most about what proposing did.
fn questions(piece: &Piece) -> usize {
    piece.size() + piece.each_link().count()
}

/// Labels as numbers of clusters by their first unit.
fn numbers(label: &[u32]) -> Vec<u32> {
    let mut number = vec![NOWHERE; label.len()];
    let mut next = 0;
    label
        .iter()
        .map(|&label| {
            let number = &mut number[label as usize];
            if *number == NOWHERE {
                *number = next;
                next += 1;
            }
            *number
        })
        .collect()
}
