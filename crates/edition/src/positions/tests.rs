//! Points on the grid, at its edges and at the ends of the earth.

use super::*;

fn blunted(
    latitude: i32,
    longitude: i32,
    precision: Precision,
    grid: u32,
) -> (i32, i32, Precision) {
    let position = blunt(Position::new(latitude, longitude, precision).unwrap(), grid).unwrap();
    (
        position.latitude_e6(),
        position.longitude_e6(),
        position.precision,
    )
}

#[test]
fn points_move_to_the_grid_and_never_off_the_earth() {
    use Precision::{City, Country, Exact, Region};
    let table = [
        (
            35_571_234,
            51_628_999,
            Exact,
            10_000,
            (35_570_000, 51_630_000, City),
        ),
        (
            35_574_999,
            51_625_000,
            Exact,
            10_000,
            (35_570_000, 51_630_000, City),
        ),
        (
            -35_575_000,
            -51_624_999,
            Region,
            10_000,
            (-35_580_000, -51_620_000, Region),
        ),
        (
            35_571_234,
            51_628_999,
            Country,
            1_000_000,
            (36_000_000, 52_000_000, Country),
        ),
        (
            89_999_999,
            179_999_999,
            Exact,
            10_000,
            (90_000_000, 180_000_000, City),
        ),
        (
            -90_000_000,
            -180_000_000,
            Exact,
            70_000_000,
            (-70_000_000, -140_000_000, City),
        ),
        (35_571_234, 51_628_999, Exact, u32::MAX, (0, 0, City)),
        (
            35_571_234,
            51_628_999,
            Exact,
            0,
            (35_571_234, 51_628_999, Exact),
        ),
    ];
    for (latitude, longitude, precision, grid, expected) in table {
        assert_eq!(blunted(latitude, longitude, precision, grid), expected);
    }
}
