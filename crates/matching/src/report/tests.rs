//! What the report counts.

use super::Report;

#[test]
fn reach_is_what_capture_and_recapture_say() {
    let mut report = Report::default();
    // Of 900 by one kind and 800 by the other, 720 by both: some 1,000 in all, 980 of them found.
    report.take_reach(900.0, 800.0, 720.0);
    assert!((report.reach.unwrap() - 0.98).abs() < 0.001, "{report:?}");
}

#[test]
fn reach_is_absent_when_too_few_are_found_twice() {
    let mut report = Report::default();
    report.take_reach(5.0, 4.0, 3.0);
    assert_eq!(report.reach, None);
}
