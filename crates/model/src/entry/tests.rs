//! Times as RFC 3339 writes them.

use proptest::prelude::*;

use super::*;

#[test]
fn times_known_in_both_forms_meet() {
    // RFC 3339 section 5.8 has the third, without its fraction and offset; the rest follow from POSIX time.
    for (seconds, text) in [
        (0, "1970-01-01T00:00:00Z"),
        (-1, "1969-12-31T23:59:59Z"),
        (482_196_050, "1985-04-12T23:20:50Z"),
        (951_782_400, "2000-02-29T00:00:00Z"),
        (1_000_000_000, "2001-09-09T01:46:40Z"),
        (-62_167_219_200, "0000-01-01T00:00:00Z"),
        (253_402_300_799, "9999-12-31T23:59:59Z"),
    ] {
        assert_eq!(Timestamp(seconds).to_string(), text);
        assert_eq!(Timestamp::parse(text), Ok(Timestamp(seconds)));
    }
}

#[test]
fn what_is_not_a_whole_utc_second_is_refused() {
    for text in [
        "",
        "2026-11-24",
        "2026-11-24T10:00Z",
        "2026-11-24T10:00:00",
        "2026-11-24t10:00:00z",
        "2026-11-24 10:00:00Z",
        "2026-11-24T10:00:00+00:00",
        "2026-11-24T10:00:00.0Z",
        "2026-11-24T24:00:00Z",
        "2026-11-24T10:60:00Z",
        "2016-12-31T23:59:60Z",
        "2026-02-29T10:00:00Z",
        "2026-13-01T10:00:00Z",
        "2026-00-01T10:00:00Z",
        "+026-11-24T10:00:00Z",
        "2026-11-24T10:00:0\u{661}",
    ] {
        assert!(Timestamp::parse(text).is_err(), "{text}");
    }
}

#[test]
fn a_time_lies_in_its_day() {
    assert_eq!(Timestamp(0).day(), Day(719_163));
    assert_eq!(Timestamp(-1).day(), Day(719_162));
    assert_eq!(Timestamp(86_399).day(), Day(719_163));
    assert_eq!(Timestamp(86_400).day(), Day(719_164));
}

#[test]
fn times_far_off_are_written_without_a_panic_and_not_read() {
    for seconds in [i64::MIN, -62_167_219_201, 253_402_300_800, i64::MAX] {
        let text = Timestamp(seconds).to_string();
        assert!(Timestamp::parse(&text).is_err(), "{text}");
    }
}

proptest! {
    #[test]
    fn a_time_comes_back(seconds in -62_167_219_200..=253_402_300_799i64) {
        let time = Timestamp(seconds);
        prop_assert_eq!(Timestamp::parse(&time.to_string()), Ok(time));
    }
}
