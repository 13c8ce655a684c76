//! Sizes, crops and names, which must hold for every picture.

use super::{PORTRAIT_WIDTHS, WIDTHS, derive, widths};

#[test]
fn no_size_is_larger_than_the_picture_and_one_is_as_large_as_is_of_use() {
    assert_eq!(widths(&WIDTHS, 3000), [240, 480, 960, 1600]);
    assert_eq!(widths(&WIDTHS, 960), [240, 480, 960]);
    assert_eq!(widths(&WIDTHS, 700), [240, 480, 700]);
    assert_eq!(widths(&WIDTHS, 90), [90]);
    assert_eq!(widths(&PORTRAIT_WIDTHS, 721), [240, 480, 720]);
}

#[test]
fn a_portrait_is_the_largest_three_to_four_around_its_focus() {
    // Too wide: the whole height stays. Too high: the whole width stays.
    assert_eq!(derive::crop(800, 400, None), [250, 0, 300, 400]);
    assert_eq!(derive::crop(300, 1000, None), [0, 300, 300, 400]);
    // Three to four already: nothing is cut, wherever one looks.
    for focus in [None, Some([0, 0]), Some([1000, 1000])] {
        assert_eq!(derive::crop(300, 400, focus), [0, 0, 300, 400]);
    }
    // The focus moves it, and never out of the picture.
    assert_eq!(derive::crop(800, 400, Some([250, 500])), [50, 0, 300, 400]);
    assert_eq!(derive::crop(800, 400, Some([0, 0])), [0, 0, 300, 400]);
    assert_eq!(derive::crop(800, 400, Some([1000, 9])), [500, 0, 300, 400]);
    for (width, height) in [(1, 1), (1, 900), (900, 1), (2, 3), (4_000_000, 7)] {
        let [left, top, cut_width, cut_height] = derive::crop(width, height, Some([700, 300]));
        assert!(cut_width >= 1 && cut_height >= 1, "{width} × {height}");
        assert!(left + cut_width <= width && top + cut_height <= height);
    }
}

#[test]
fn a_scaled_picture_keeps_its_shape() {
    assert_eq!(derive::height((1000, 1500), 240), 360);
    assert_eq!(derive::height((1000, 1), 240), 1);
    assert_eq!(derive::height((3, 4), 3), 4);
}
