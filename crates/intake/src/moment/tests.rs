//! Moments against days that everybody knows.

use super::{of_dos, of_unix, seconds};

#[test]
fn seconds_are_days_of_the_calendar() {
    let known = [
        (0, "1970-01-01T00:00:00Z"),
        (-1, "1969-12-31T23:59:59Z"),
        (951_782_400, "2000-02-29T00:00:00Z"),
        (1_567_166_400, "2019-08-30T12:00:00Z"),
        (4_107_542_400, "2100-03-01T00:00:00Z"),
        (-2_203_891_200, "1900-03-01T00:00:00Z"),
    ];
    for (seconds, moment) in known {
        assert_eq!(of_unix(seconds).as_deref(), Some(moment));
    }
    assert_eq!(of_unix(i64::MAX), None);
    assert_eq!(of_unix(i64::MIN), None);
}

#[test]
fn dates_of_dos_have_no_zone_and_must_exist() {
    let noon = 12 << 11;
    assert_eq!(
        of_dos(39 << 9 | 8 << 5 | 30, noon).as_deref(),
        Some("2019-08-30T12:00:00")
    );
    assert_eq!(of_dos(0, 0), None);
    assert_eq!(of_dos(u16::MAX, u16::MAX), None);
}

#[test]
fn days_go_there_and_back_and_must_exist() {
    for days in -200_000..200_000 {
        let date = super::civil(days);
        assert_eq!(seconds(date, (0, 0, 0)), Some(days * 86_400));
    }
    assert_eq!(seconds((2019, 2, 29), (0, 0, 0)), None);
    assert_eq!(seconds((2019, 13, 1), (0, 0, 0)), None);
    assert_eq!(seconds((2019, 1, 1), (24, 0, 0)), None);
}
