//! Moments as files store them, in the words of ISO 8601 and EDTF.

#[cfg(test)]
mod tests;

/// Seconds of a day.
const DAY: i64 = 86_400;

/// `seconds` after the start of 1970 UTC: `2019-08-30T12:00:00Z`. `None` beyond the years 0 to 9999.
pub(crate) fn of_unix(seconds: i64) -> Option<String> {
    let (year, month, day) = civil(seconds.div_euclid(DAY));
    if !(0..=9999).contains(&year) {
        return None;
    }
    let second = seconds.rem_euclid(DAY);
    Some(format!(
        "{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z",
        second / 3600,
        second / 60 % 60,
        second % 60
    ))
}

/// A date and time of MS-DOS, which is local time of an unknown place: `2019-08-30T12:00:00`. `None` when it is none (the form of the
/// fields: [MS-DOS date and time], APPNOTE 6.3.10 section 4.4.6).
pub(crate) fn of_dos(date: u16, time: u16) -> Option<String> {
    let (year, month, day) = (1980 + (date >> 9), date >> 5 & 15, date & 31);
    let (hour, minute, second) = (time >> 11, time >> 5 & 63, (time & 31) * 2);
    let real = (1..=12).contains(&month)
        && (1..=31).contains(&day)
        && hour < 24
        && minute < 60
        && second < 60;
    real.then(|| format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"))
}

/// Seconds from the start of 1970 to the given day and time, both UTC or both of one clock; `None` when there is no such day or time.
pub(crate) fn seconds(date: (i64, i64, i64), time: (i64, i64, i64)) -> Option<i64> {
    let (year, month, day) = date;
    let (hour, minute, second) = time;
    let real = (1..=9999).contains(&year)
        && (1..=12).contains(&month)
        && (0..24).contains(&hour)
        && (0..60).contains(&minute)
        && (0..=60).contains(&second);
    if !real {
        return None;
    }
    let (shifted, of_march) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    let of_year = (153 * of_march + 2) / 5 + day - 1;
    let days = 365 * shifted + shifted.div_euclid(4) - shifted.div_euclid(100)
        + shifted.div_euclid(400)
        + of_year
        - 719_468;
    (civil(days) == date).then_some(days * DAY + hour * 3600 + minute * 60 + second)
}

/// Year, month and day of the Gregorian calendar, `days` after 1 January 1970.
///
/// The calendar repeats every 146,097 days; within them the year is taken to begin in March, so that the leap day is its last.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 {
        shifted + 3
    } else {
        shifted - 9
    };
    (era * 400 + year + i64::from(month <= 2), month, day)
}
