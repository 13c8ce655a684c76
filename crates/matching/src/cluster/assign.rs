//! Two lists that name nobody twice: the best assignment of one to the other, where twins and namesakes compete.

use super::{
    absent::Absent,
    piece::{Piece, World},
};

/// Components of up to this many records are assigned; the method takes time with the cube.
const RECORDS: usize = 64;

/// The best pairing, if the piece is small enough and holds records of two clean lists and nothing else. Gives a label to each unit.
///
/// Kuhn 1955 by shortest augmenting paths, as Jonker & Volgenant 1987; a unit whose best partner is worth nothing stays alone.
pub(super) fn assign(
    world: &World<'_>,
    piece: &Piece,
    absent: &mut Absent<'_>,
) -> Option<Vec<u32>> {
    if piece.size() > RECORDS {
        return None;
    }
    let (left, right) = sides(world, piece)?;
    let size = left.len().max(right.len());
    let mut worth = vec![vec![0_i64; size]; size];
    for (row, &unit) in left.iter().enumerate() {
        for (column, &other) in right.iter().enumerate() {
            let links = piece.links(unit);
            let found = links.binary_search_by_key(&other, |link| link.other).ok();
            let link = found.map(|found| links[found]).unwrap_or_default();
            if !link.apart {
                let (left, right) = (piece.records(unit), piece.records(other));
                let total = absent.total(&world.graph, link.known, left, right);
                worth[row][column] = total.bits.max(0);
            }
        }
    }
    let mut label: Vec<u32> = (0..piece.len() as u32).collect();
    for (row, column) in best(&worth).into_iter().enumerate() {
        if worth[row][column] > 0 {
            label[right[column] as usize] = left[row];
        }
    }
    Some(label)
}

/// The units of one list and of the other; those that already hold both can be joined with nobody. `None` when there is anything
/// else.
fn sides(world: &World<'_>, piece: &Piece) -> Option<(Vec<u32>, Vec<u32>)> {
    let units = 0..piece.len() as u32;
    let mut lists: Vec<u16> = units
        .clone()
        .flat_map(|unit| piece.lists(unit))
        .copied()
        .collect();
    lists.sort_unstable();
    lists.dedup();
    let &[first, second] = lists.as_slice() else {
        return None;
    };
    if world.price(first).is_some() || world.price(second).is_some() {
        return None;
    }
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for unit in units {
        match piece.lists(unit) {
            [] => return None,
            [list] if *list == first => left.push(unit),
            [_] => right.push(unit),
            [_, ..] => {}
        }
    }
    Some((left, right))
}

/// The column for each row with the highest total worth. `worth` is square.
fn best(worth: &[Vec<i64>]) -> Vec<usize> {
    let size = worth.len();
    // Rows and columns are counted from 1; column 0 holds the row that is being placed.
    let (mut row_price, mut column_price) = (vec![0_i64; size + 1], vec![0_i64; size + 1]);
    let mut row_of = vec![0_usize; size + 1];
    let mut from = vec![0_usize; size + 1];
    for row in 1..=size {
        row_of[0] = row;
        let mut at = 0;
        let mut distance = vec![i64::MAX; size + 1];
        let mut done = vec![false; size + 1];
        while row_of[at] != 0 {
            done[at] = true;
            let (mut next, mut least) = (0, i64::MAX);
            for column in 1..=size {
                if done[column] {
                    continue;
                }
                let cost = -worth[row_of[at] - 1][column - 1];
                let reduced = cost - row_price[row_of[at]] - column_price[column];
                if reduced < distance[column] {
                    distance[column] = reduced;
                    from[column] = at;
                }
                if distance[column] < least {
                    least = distance[column];
                    next = column;
                }
            }
            for column in 0..=size {
                if done[column] {
                    row_price[row_of[column]] += least;
                    column_price[column] -= least;
                } else if column > 0 {
                    distance[column] -= least;
                }
            }
            at = next;
        }
        while at != 0 {
            row_of[at] = row_of[from[at]];
            at = from[at];
        }
    }
    let mut column_of = vec![0; size];
    for column in 1..=size {
        column_of[row_of[column] - 1] = column - 1;
    }
    column_of
}
