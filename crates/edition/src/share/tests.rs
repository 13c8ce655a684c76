//! The same outcome in any number of threads, and the first failure.

use std::num::NonZero;

use super::in_order;

fn threads(count: usize) -> NonZero<usize> {
    NonZero::new(count).expect("not nought")
}

#[test]
fn what_is_made_keeps_its_order_in_any_number_of_threads() {
    let expected: Vec<u32> = (0..10_000).filter(|n| n % 3 != 0).map(|n| n * 2).collect();
    for count in [1, 2, 7] {
        let given = (0..10_000u32).map(Ok::<u32, String>);
        let made = in_order(given, |n| Ok((n % 3 != 0).then_some(n * 2)), threads(count));
        assert_eq!(made, Ok(expected.clone()), "{count} threads");
    }
}

#[test]
fn of_several_failures_the_first_is_told() {
    for count in [1, 2, 7] {
        let given = (0..10_000u32).map(Ok::<u32, u32>);
        let fails = |n: u32| if n >= 700 { Err(n) } else { Ok(Some(n)) };
        assert_eq!(
            in_order(given, fails, threads(count)),
            Err(700),
            "{count} threads"
        );
    }
}

#[test]
fn a_failure_of_what_is_given_is_told_after_all_before_it_was_taken() {
    for length in [0, 1, 63, 64, 65, 500] {
        let given = (0..length)
            .map(Ok)
            .chain([Err("torn")])
            .chain((0..9).map(Ok));
        let made = in_order(given, |n: u32| Ok(Some(n)), threads(3));
        assert_eq!(made, Err("torn"), "after {length}");
        let given = (0..length).map(Ok::<u32, &str>);
        let made = in_order(given, |n: u32| Ok(Some(n)), threads(3));
        assert_eq!(made, Ok((0..length).collect()), "{length} things");
    }
}
