//! When and where a picture says it was taken, and whether both can be true.

use super::exif::{Exif, Group};
use crate::{container::shown, moment, problem::Finding, reading::Fact};

/// Hours that the clock of a country may differ from the sun, at most: western China has three.
const FROM_THE_SUN: f64 = 3.5;

/// Seconds that two clocks of one camera may differ: a receiver shows the last position that it has.
const APART: i64 = 15 * 60;

/// A moment as a camera writes it.
struct Taken {
    /// In ISO 8601, with the distance from UTC where it is known.
    words: String,
    /// Seconds of its clock.
    clock: i64,
    /// Seconds that its clock is ahead of UTC.
    offset: Option<i64>,
}

/// Adds when and where the picture was taken.
pub(super) fn tell(exif: &Exif, facts: &mut Vec<Fact>, findings: &mut Vec<Finding>) {
    let taken = moment_of(exif, Group::Photo, 0x9003, 0x9011, findings);
    let changed = moment_of(exif, Group::Main, 0x0132, 0x9010, findings);
    let mut say =
        |name, value: Option<String>| facts.extend(value.map(|value| Fact { name, value }));
    say("made", taken.as_ref().map(|taken| taken.words.clone()));
    say(
        "changed",
        changed.as_ref().map(|changed| changed.words.clone()),
    );
    if let (Some(taken), Some(changed)) = (&taken, &changed)
        && taken.clock > changed.clock + 60
    {
        findings.push(
            Finding::flag("exif-times-reversed")
                .with("made", &taken.words)
                .with("changed", &changed.words),
        );
    }
    let position = position(exif, findings);
    say(
        "position",
        position.map(|(latitude, longitude)| format!("{latitude:.6}, {longitude:.6}")),
    );
    let datum = exif.words(Group::Position, 0x12);
    if let Some(other) = datum.as_ref().filter(|datum| !is_wgs84(datum)) {
        findings.push(Finding::flag("exif-datum").with("datum", shown(other)));
    }
    say("datum", datum);
    say("altitude", altitude(exif));
    say("position-error", metres(exif, 0x1f));
    say("direction", metres(exif, 0x11));
    let satellites = satellite_time(exif);
    say("position-time", satellites.and_then(moment::of_unix));
    if let Some(taken) = &taken {
        compare(
            taken,
            satellites,
            position.map(|(_, longitude)| longitude),
            findings,
        );
    }
}

/// Whether the clocks agree with each other and with the sun.
fn compare(
    taken: &Taken,
    satellites: Option<i64>,
    longitude: Option<f64>,
    findings: &mut Vec<Finding>,
) {
    let said = satellites.and_then(moment::of_unix);
    let ahead = match (taken.offset, satellites) {
        (Some(offset), Some(utc)) => {
            if (taken.clock - offset).abs_diff(utc) > APART.unsigned_abs() {
                let said = said.unwrap_or_default();
                findings.push(
                    Finding::flag("exif-clocks-differ")
                        .with("made", &taken.words)
                        .with("satellites", said),
                );
                return;
            }
            Some(offset)
        }
        (None, Some(utc)) => {
            // What is left is how far the place's clock is ahead, in quarters of an hour; more than UTC-12 to UTC+14 is no place's clock.
            let ahead = taken.clock - utc;
            if !(-12 * 3600 - APART..=14 * 3600 + APART).contains(&ahead) {
                findings.push(
                    Finding::flag("exif-clocks-differ")
                        .with("made", &taken.words)
                        .with("satellites", said.unwrap_or_default()),
                );
                return;
            }
            Some(ahead)
        }
        (offset, None) => offset,
    };
    if let (Some(ahead), Some(longitude)) = (ahead, longitude) {
        // The sun goes round in a day: fifteen degrees an hour.
        let away = (ahead as f64 / 3600.0 - longitude / 15.0).abs();
        let away = away.min((24.0 - away).abs());
        if away > FROM_THE_SUN {
            findings.push(
                Finding::flag("exif-time-place")
                    .with("hours", format!("{:+.1}", ahead as f64 / 3600.0))
                    .with("longitude", format!("{longitude:.2}")),
            );
        }
    }
}

fn moment_of(
    exif: &Exif,
    group: Group,
    tag: u16,
    offset: u16,
    findings: &mut Vec<Finding>,
) -> Option<Taken> {
    let words = exif.words(group, tag)?;
    // An empty one is blanks and colons (CIPA DC-008 section 4.6.5).
    if words.chars().all(|c| matches!(c, ' ' | ':' | '0')) {
        return None;
    }
    let Some(clock) = parsed(&words) else {
        findings.push(Finding::flag("exif-time-none").with("text", shown(&words)));
        return None;
    };
    let zone = exif.words(Group::Photo, offset);
    let offset = zone.as_deref().and_then(ahead);
    let moment = moment::of_unix(clock)?;
    let zone = zone.filter(|_| offset.is_some()).unwrap_or_default();
    Some(Taken {
        words: format!("{}{zone}", moment.trim_end_matches('Z')),
        clock,
        offset,
    })
}

/// Seconds of the clock that shows `2019:08:30 12:00:00`.
fn parsed(words: &str) -> Option<i64> {
    let mut numbers = words
        .split([':', ' ', '-', 'T'])
        .map(|digits| digits.parse::<i64>().ok());
    let mut next = || numbers.next()?;
    let date = (next()?, next()?, next()?);
    moment::seconds(date, (next()?, next()?, next()?))
}

/// Seconds that a clock is ahead which is marked `+02:00`.
fn ahead(zone: &str) -> Option<i64> {
    if zone == "Z" {
        return Some(0);
    }
    let (hours, minutes) = zone.get(1..)?.split_once(':')?;
    let seconds = hours.parse::<i64>().ok()? * 3600 + minutes.parse::<i64>().ok()? * 60;
    let seconds = match zone.as_bytes()[0] {
        b'+' => seconds,
        b'-' => -seconds,
        _ => return None,
    };
    (-12 * 3600..=14 * 3600)
        .contains(&seconds)
        .then_some(seconds)
}

/// Latitude and longitude in degrees, north and east above nought.
fn position(exif: &Exif, findings: &mut Vec<Finding>) -> Option<(f64, f64)> {
    let parts = exif
        .ratios(Group::Position, 2)
        .zip(exif.ratios(Group::Position, 4))?;
    let side = |tag, below: char| {
        exif.words(Group::Position, tag)
            .is_some_and(|side| side.starts_with([below, below.to_ascii_lowercase()]))
    };
    let Some((latitude, longitude)) = degrees(&parts.0).zip(degrees(&parts.1)) else {
        findings.push(Finding::loss("position-damaged"));
        return None;
    };
    let latitude = if side(1, 'S') { -latitude } else { latitude };
    let longitude = if side(3, 'W') { -longitude } else { longitude };
    plausible(latitude, longitude, findings)
}

/// The position, in degrees, if it can be one.
pub(crate) fn plausible(
    latitude: f64,
    longitude: f64,
    findings: &mut Vec<Finding>,
) -> Option<(f64, f64)> {
    if latitude.abs() > 90.0 || longitude.abs() > 180.0 {
        findings.push(
            Finding::flag("position-range")
                .with("latitude", latitude)
                .with("longitude", longitude),
        );
        return None;
    }
    if latitude == 0.0 && longitude == 0.0 {
        findings.push(Finding::flag("position-zero"));
        return None;
    }
    Some((latitude, longitude))
}

/// Seconds of the day that `2019-08-30…` begins with; `None` when it is no whole day.
pub(crate) fn day(moment: &str) -> Option<i64> {
    let mut numbers = moment
        .get(..10)?
        .split(['-', ':'])
        .map(|digits| digits.parse().ok());
    let mut next = || numbers.next()?;
    moment::seconds((next()?, next()?, next()?), (0, 0, 0))
}

/// Degrees, minutes and seconds in one.
fn degrees(parts: &[Option<f64>]) -> Option<f64> {
    let at = |place: usize| parts.get(place).copied().unwrap_or(Some(0.0));
    // Some leave out the seconds as nought over nought.
    Some(at(0)? + at(1)? / 60.0 + at(2).unwrap_or(0.0) / 3600.0)
}

fn is_wgs84(datum: &str) -> bool {
    let plain: String = datum.chars().filter(char::is_ascii_alphanumeric).collect();
    plain.to_ascii_uppercase().starts_with("WGS84")
        || plain.eq_ignore_ascii_case("WorldGeodeticSystem1984")
}

fn altitude(exif: &Exif) -> Option<String> {
    let metres = exif.ratios(Group::Position, 6)?.first().copied()??;
    let below = exif.number(Group::Position, 5) == Some(1);
    Some(format!("{:.1}", if below { -metres } else { metres }))
}

/// A single fraction of the position's tags, as it is.
fn metres(exif: &Exif, tag: u16) -> Option<String> {
    let value = exif.ratios(Group::Position, tag)?.first().copied()??;
    Some(format!("{value:.1}"))
}

/// Seconds of UTC that the satellites say.
fn satellite_time(exif: &Exif) -> Option<i64> {
    let date = exif.words(Group::Position, 0x1d)?;
    let mut numbers = date
        .split([':', '-'])
        .map(|digits| digits.parse::<i64>().ok());
    let mut next = || numbers.next()?;
    let date = (next()?, next()?, next()?);
    let time = exif.ratios(Group::Position, 7)?;
    let part = |place: usize| {
        time.get(place)
            .copied()
            .flatten()
            .map(|number| number as i64)
    };
    moment::seconds(date, (part(0)?, part(1)?, part(2)?))
}
