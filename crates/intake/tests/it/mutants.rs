//! Real files with something wrong: no reader panics over them, takes more than its limits, or turns a name into control characters.

use std::io::{Cursor, Write};

use intake::{limits::Limits, reading::Reading};
use proptest::prelude::*;
use zip::{ZipWriter, write::SimpleFileOptions};

const LIMITS: Limits = Limits {
    bytes: 100_000,
    rows: 50,
    columns: 20,
    cell: 2_000,
    text: 4_000,
    depth: 8,
    pixels: 1 << 14,
    pages: 3,
    drawing: 1 << 20,
    entries: 12,
    unpacked: 60_000,
    ratio: 50,
    nesting: 2,
};

/// A letter with an attachment.
const LETTER: &str = "From: a@example.org
Date: Fri, 30 Aug 2019 14:00:00 +0200
Subject: =?utf-8?B?2LPZhNin2YU=?=
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain; charset=utf-8

Over 30,000 people
--b
Content-Type: text/csv; name*=UTF-8''%D9%86.csv
Content-Transfer-Encoding: base64

bmFtZSxib3JuCkFsaSwxMzQwCg==
--b--
";

/// A ZIP with a picture, words and a ZIP in it.
fn zipped(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .expect("a new file");
        writer.write_all(bytes).expect("memory takes it");
    }
    writer.finish().expect("it ends").into_inner()
}

/// Files of each kind that is read from binary forms.
fn seeds() -> Vec<Vec<u8>> {
    let jpeg = include_bytes!("../data/signed.jpg").to_vec();
    let png = include_bytes!("../data/signed.png").to_vec();
    let inner = zipped(&[("a.txt", b"words"), ("b/c.txt", b"more words")]);
    let outer = zipped(&[("a.jpg", &jpeg), ("b.zip", &inner)]);
    let fixtures: [&[u8]; 15] = [
        include_bytes!("../data/capture.warc.gz"),
        include_bytes!("../data/capture.wacz"),
        include_bytes!("../data/stamp.tsr"),
        include_bytes!("../data/letter.msg"),
        include_bytes!("../data/film.mp4"),
        include_bytes!("../data/film.mov"),
        include_bytes!("../data/film.mkv"),
        include_bytes!("../data/film.webm"),
        include_bytes!("../data/film.avi"),
        include_bytes!("../data/voice.wav"),
        include_bytes!("../data/voice.mp3"),
        include_bytes!("../data/voice.ogg"),
        include_bytes!("../data/voice.opus"),
        include_bytes!("../data/voice.flac"),
        include_bytes!("../data/voice.amr"),
    ];
    let fixtures = fixtures.map(<[u8]>::to_vec);
    [
        vec![jpeg, png, inner, outer, LETTER.as_bytes().to_vec()],
        fixtures.to_vec(),
    ]
    .concat()
}

/// One thing that goes wrong with a file, at a place in thousandths of its length.
#[derive(Clone, Debug)]
enum Harm {
    Set(usize, u8),
    Flip(usize, u8),
    Big(usize),
    Cut(usize),
    Take(usize, usize),
    Again(usize, usize),
    Put(usize, Vec<u8>),
}

fn harm() -> impl Strategy<Value = Harm> {
    let place = 0..1000_usize;
    prop_oneof![
        (place.clone(), any::<u8>()).prop_map(|(at, byte)| Harm::Set(at, byte)),
        (place.clone(), 0..8_u8).prop_map(|(at, bit)| Harm::Flip(at, bit)),
        place.clone().prop_map(Harm::Big),
        place.clone().prop_map(Harm::Cut),
        (place.clone(), 1..64_usize).prop_map(|(at, length)| Harm::Take(at, length)),
        (place.clone(), 1..64_usize).prop_map(|(at, length)| Harm::Again(at, length)),
        (place, prop::collection::vec(any::<u8>(), 1..16)).prop_map(|(at, put)| Harm::Put(at, put)),
    ]
}

fn harmed(mut bytes: Vec<u8>, harms: &[Harm], near_ends: bool) -> Vec<u8> {
    for harm in harms {
        // Heads and directories at the end decide what is read, so they are met more often than chance would.
        let place = |at: usize| {
            let length = bytes.len().max(1);
            match (near_ends, at % 2) {
                (true, 0) => (at / 2).min(length - 1),
                (true, _) => length - 1 - (at / 2).min(length - 1),
                (false, _) => at * length / 1000,
            }
        };
        match harm {
            Harm::Set(at, byte) => {
                let at = place(*at);
                bytes.splice(at..(at + 1).min(bytes.len()), [*byte]);
            }
            Harm::Flip(at, bit) => {
                let at = place(*at);
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << bit;
                }
            }
            Harm::Big(at) => {
                let at = place(*at);
                let end = (at + 4).min(bytes.len());
                bytes[at.min(end)..end].fill(0xff);
            }
            Harm::Cut(at) => bytes.truncate(place(*at)),
            Harm::Take(at, length) => {
                let at = place(*at).min(bytes.len());
                bytes.drain(at..(at + length).min(bytes.len()));
            }
            Harm::Again(at, length) => {
                let at = place(*at).min(bytes.len());
                let again = bytes[at..(at + length).min(bytes.len())].to_vec();
                bytes.splice(at..at, again);
            }
            Harm::Put(at, put) => {
                let at = place(*at).min(bytes.len());
                bytes.splice(at..at, put.iter().copied());
            }
        }
    }
    bytes
}

fn holds(reading: &Reading, size: usize) -> Result<(), TestCaseError> {
    prop_assert!(reading.text.len() <= LIMITS.text);
    // A picture has two parts at most that no directory lists.
    prop_assert!(reading.parts.len() <= LIMITS.entries + 2);
    let taken = reading.parts.iter().filter_map(|part| part.bytes.as_ref());
    let taken: usize = taken.map(Vec::len).sum();
    prop_assert!(taken as u64 <= LIMITS.unpacked + 2 * size as u64);
    for problem in &reading.problems {
        if let intake::problem::Problem::Finding(finding) = problem {
            for (_, value) in &finding.facts {
                prop_assert!(value.chars().count() <= 4_100, "{finding:?}");
                prop_assert!(
                    !value.chars().any(|c| c.is_control() && c != '\n'),
                    "{finding:?}"
                );
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(250))]

    #[test]
    fn harmed_files_are_read_within_limits(
        harms in prop::collection::vec(harm(), 1..6),
        near_ends in any::<bool>(),
    ) {
        for seed in seeds() {
            let bytes = harmed(seed, &harms, near_ends);
            if let Some(reading) = intake::read(&bytes, "file", &LIMITS) {
                holds(&reading, bytes.len())?;
            }
        }
    }
}

#[test]
fn files_cut_at_every_sixty_fourth_are_read() {
    for seed in seeds() {
        for part in 0..64 {
            let cut = &seed[..seed.len() * part / 64];
            if let Some(reading) = intake::read(cut, "file", &LIMITS) {
                holds(&reading, cut.len()).expect("within limits");
            }
        }
    }
}
