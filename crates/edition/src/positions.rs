//! Points rounded to a grid, so that the spot itself cannot be found.

#[cfg(test)]
mod tests;

use model::position::{Position, Precision};

const POLE_E6: i64 = 90_000_000;
const ANTIMERIDIAN_E6: i64 = 180_000_000;

/// `position` moved to the nearest point of a grid of `grid_e6` millionths of a degree; a grid of 0 leaves it as it is.
///
/// Every position is rounded, also one that claims to be rough: its digits may be sharper than its precision says.
/// The grid is the same for every record, so comparing records tells no more. `None` when there is no such point, which
/// would be a mistake here; nothing is then shown.
pub(crate) fn blunt(position: Position, grid_e6: u32) -> Option<Position> {
    if grid_e6 == 0 {
        return Some(position);
    }
    let latitude = nearest(position.latitude_e6(), grid_e6, POLE_E6);
    let longitude = nearest(position.longitude_e6(), grid_e6, ANTIMERIDIAN_E6);
    Position::new(latitude, longitude, position.precision.max(Precision::City)).ok()
}

/// The multiple of `grid` nearest to `degrees_e6` and within `bound`; halves go away from zero.
fn nearest(degrees_e6: i32, grid: u32, bound: i64) -> i32 {
    let (degrees, grid) = (i64::from(degrees_e6), i64::from(grid));
    let steps = (degrees.abs() + grid / 2) / grid;
    let largest = bound / grid;
    let rounded = steps.min(largest) * grid * degrees.signum();
    // At most `bound`, which fits.
    i32::try_from(rounded).unwrap_or(0)
}
