//! Recordings that `ffmpeg` 9 made, and what is wrong with others.

use super::{iso6709, read};
use crate::{kind::MediaType, limits::Limits, reading::Reading};

/// A recording in the folder of fixtures.
macro_rules! fixture {
    ($name:literal) => {
        include_bytes!(concat!("../../tests/data/", $name)).as_slice()
    };
}

fn reading(bytes: &[u8]) -> Reading {
    read(bytes, &Limits::default())
}

fn facts<'r>(reading: &'r Reading, name: &str) -> Vec<&'r str> {
    let facts = reading.facts.iter().filter(|fact| fact.name == name);
    facts.map(|fact| fact.value.as_str()).collect()
}

fn codes(reading: &Reading) -> Vec<&'static str> {
    reading
        .problems
        .iter()
        .map(|problem| problem.code())
        .collect()
}

/// That a recording of `media_type` has exactly these facts, and no problems.
fn check(bytes: &[u8], media_type: MediaType, known: &[(&str, &[&str])]) {
    let found = reading(bytes);
    assert_eq!(found.media_type, media_type);
    assert_eq!(found.problems, [], "{:?}", found.facts);
    for (name, values) in known {
        assert_eq!(
            facts(&found, name),
            *values,
            "{name} of {media_type:?}: {:?}",
            found.facts
        );
    }
}

#[test]
fn films_are_told_by_their_boxes_and_elements() {
    check(
        fixture!("film.mp4"),
        MediaType::Mp4,
        &[
            ("brand", &["isom"]),
            ("duration", &["2.000"]),
            ("made", &["2019-08-30T12:00:00Z"]),
            ("stream", &["picture avc1 64 × 48", "sound mp4a 44100 Hz 1"]),
            ("title", &["Khavaran"]),
            ("author", &["Zahra"]),
        ],
    );
    check(
        fixture!("film.mov"),
        MediaType::Mp4,
        &[
            ("brand", &["qt"]),
            ("duration", &["2.000"]),
            ("stream", &["picture avc1 64 × 48", "sound mp4a 44100 Hz 1"]),
        ],
    );
    check(
        fixture!("frag.mp4"),
        MediaType::Mp4,
        &[("form", &["fragments"])],
    );
    check(
        fixture!("film.webm"),
        MediaType::Matroska,
        &[
            ("brand", &["webm"]),
            (
                "stream",
                &["picture V_VP8 64 × 48", "sound A_OPUS 48000 Hz 1"],
            ),
            ("title", &["Khavaran"]),
            ("position", &["48.856600, 2.352200"]),
        ],
    );
    check(
        fixture!("film.mkv"),
        MediaType::Matroska,
        &[
            ("brand", &["matroska"]),
            ("made", &["2019-08-30T12:00:00Z"]),
            (
                "stream",
                &["picture V_MPEG4/ISO/AVC 64 × 48", "sound A_AAC 44100 Hz 1"],
            ),
            ("author", &["Zahra"]),
        ],
    );
    check(
        fixture!("film.avi"),
        MediaType::Avi,
        &[
            ("duration", &["1.000"]),
            ("size", &["64 × 48"]),
            ("stream", &["picture FMP4"]),
            ("title", &["Khavaran"]),
        ],
    );
}

#[test]
fn sound_is_told_by_its_heads() {
    check(
        fixture!("voice.wav"),
        MediaType::Wav,
        &[
            ("duration", &["0.250"]),
            ("stream", &["sound pcm 16 bit 8000 Hz 1"]),
            ("title", &["Khavaran"]),
            ("author", &["Zahra"]),
        ],
    );
    check(
        fixture!("voice.flac"),
        MediaType::Flac,
        &[
            ("duration", &["0.250"]),
            ("stream", &["sound flac 8000 Hz 1"]),
            ("author", &["Zahra"]),
        ],
    );
    check(
        fixture!("voice.opus"),
        MediaType::Ogg,
        &[
            ("duration", &["1.000"]),
            ("stream", &["sound opus 8000 Hz 1"]),
            ("title", &["Khavaran"]),
        ],
    );
    check(
        fixture!("voice.ogg"),
        MediaType::Ogg,
        &[
            ("duration", &["1.000"]),
            ("stream", &["sound vorbis 8000 Hz 1"]),
            ("author", &["Zahra"]),
        ],
    );
    check(
        fixture!("voice.mp3"),
        MediaType::Mp3,
        &[
            ("duration", &["1.152"]),
            ("stream", &["sound mp3 8000 Hz 1"]),
            ("title", &["Khavaran"]),
            ("author", &["Zahra"]),
        ],
    );
    check(
        fixture!("voice.amr"),
        MediaType::Amr,
        &[
            ("duration", &["1.020"]),
            ("stream", &["sound amr-nb 8000 Hz"]),
        ],
    );
}

#[test]
fn boxes_of_no_size_of_their_own_or_of_too_much_are_told() {
    let film = fixture!("film.mp4");
    let place = |kind: &[u8]| crate::field::find(film, kind, 0).expect("a box") - 4;
    let with = |at: usize, size: u32| {
        let mut bytes = film.to_vec();
        bytes[at..at + 4].copy_from_slice(&size.to_be_bytes());
        codes(&reading(&bytes))
    };
    // Nought goes on to the end, so no head comes after it; one says that the size comes later; two is too short.
    assert_eq!(with(place(b"ftyp"), 0), ["recording-without-head"]);
    assert!(with(place(b"ftyp"), 1).contains(&"recording-without-head"));
    assert!(with(place(b"ftyp"), 2).contains(&"recording-without-head"));
    assert!(with(place(b"moov"), u32::MAX).contains(&"recording-cut"));
    assert!(with(place(b"mvhd"), u32::MAX).is_empty());
    let mut more = film.to_vec();
    more.extend(b"\xff\xd8\xff");
    assert_eq!(codes(&reading(&more)), ["data-after-recording"]);
}

#[test]
fn what_stands_behind_a_wave_is_told_and_given() {
    let mut bytes = fixture!("voice.wav").to_vec();
    bytes.extend(b"PK\x03\x04 more");
    let found = reading(&bytes);
    assert_eq!(codes(&found), ["data-after-recording"]);
    assert_eq!(found.parts[0].media_type, "application/zip");
}

#[test]
fn a_recording_cut_anywhere_is_read_as_far_as_it_goes_and_told() {
    for (whole, first) in [
        (fixture!("film.mp4"), 1),
        (fixture!("film.mov"), 1),
        (fixture!("film.mkv"), 1),
        (fixture!("film.webm"), 1),
        (fixture!("film.avi"), 1),
        (fixture!("voice.wav"), 1),
        (fixture!("voice.ogg"), 1),
        (fixture!("voice.opus"), 1),
        (fixture!("voice.amr"), 60),
        (fixture!("voice.mp3"), 60),
        (fixture!("voice.flac"), 60),
    ] {
        for part in 1..64 {
            let found = reading(&whole[..whole.len() * part / 64]);
            let told = codes(&found)
                .iter()
                .any(|code| code.starts_with("recording-"));
            // The last three say nowhere how long they are.
            assert!(told || first == 60, "{part} of {:?}", found.media_type);
        }
    }
}

#[test]
fn positions_are_read_in_the_form_of_iso_6709() {
    assert_eq!(iso6709("+48.8566+002.3522/"), Some((48.8566, 2.3522, None)));
    assert_eq!(
        iso6709("-33.5-070.6+520.5/"),
        Some((-33.5, -70.6, Some(520.5)))
    );
    for text in ["", "48.8,2.3", "+48.8566", "+a+b/", "++", "+1+"] {
        assert_eq!(iso6709(text), None, "{text}");
    }
}
