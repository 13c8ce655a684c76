//! The made-up case: the same every time, with the truth beside it.

use super::{SynthSettings, make};

/// The text of one file.
fn text(files: &[super::SynthFile], name: &str) -> String {
    let file = files.iter().find(|(path, _)| path == name);
    let (_, bytes) = file.unwrap_or_else(|| panic!("{name} is not there"));
    String::from_utf8(bytes.clone()).expect("text")
}

fn settings(people: u32) -> SynthSettings {
    SynthSettings {
        people,
        lists: 3,
        seed: 1,
        pictures: true,
    }
}

#[test]
fn same_settings_give_the_same_bytes() {
    assert_eq!(make(settings(200)), make(settings(200)));
    assert_ne!(
        make(settings(200)).0,
        make(SynthSettings {
            seed: 2,
            ..settings(200)
        })
        .0
    );
}

#[test]
fn lists_are_incomplete_and_overlap() {
    let (_, report) = make(settings(2_000));
    assert_eq!(report.people, 2_000);
    assert!(report.named < report.people, "{report:?}");
    let rows: u32 = report.rows.iter().sum();
    assert!(
        rows > report.named,
        "nobody stands on two lists: {report:?}"
    );
    for (row, share) in report.rows.iter().zip([0.6, 0.5, 0.4]) {
        assert!(f64::from(*row) > share * 2_000.0, "{report:?}");
    }
}

#[test]
fn truth_names_each_row_once() {
    let (files, report) = make(settings(300));
    let truth = text(&files, "truth.csv");
    let mut rows: Vec<&str> = truth
        .lines()
        .skip(1)
        .filter_map(|line| line.rsplit_once(','))
        .map(|(row, _)| row)
        .collect();
    rows.sort_unstable();
    rows.dedup();
    assert_eq!(rows.len() as u32, report.rows.iter().sum::<u32>());
}

#[test]
fn every_title_says_that_it_is_invented() {
    let (files, _) = make(settings(5));
    let sources = text(&files, "facts/sources.csv");
    assert!(
        sources
            .lines()
            .skip(1)
            .all(|line| line.contains("Invented"))
    );
    let exhibition = text(&files, "exhibition.toml");
    assert!(exhibition.starts_with("made-up = true"));
}

#[test]
fn pictures_are_read_as_what_they_are_and_covered_where_the_case_says() {
    use intake::{kind::sniff, limits::Limits, pdf_pages, picture};

    let (files, _) = make(settings(50));
    let limits = Limits::default();
    let mut sizes = Vec::new();
    let canary = super::CANARY.as_bytes();
    let carries = |bytes: &[u8]| bytes.windows(canary.len()).any(|window| window == canary);
    for (name, bytes) in files
        .iter()
        .filter(|(name, _)| name.starts_with("pictures/"))
    {
        let media_type = sniff(bytes, name).as_str();
        match media_type {
            "image/png" => {
                let picture = picture::pixels(bytes, media_type, &limits).expect("a picture");
                sizes.push((picture.width, picture.height));
                assert!(carries(bytes), "{name} has no secret that could come out");
                let secret = picture
                    .rgb
                    .chunks_exact(3)
                    .filter(|pixel| *pixel == super::COVERED_COLOUR)
                    .count();
                assert_eq!(secret > 0, name.contains("field"), "{name}");
            }
            "application/pdf" => {
                assert_eq!(pdf_pages::sizes(bytes, &limits), Ok(vec![(875, 833); 2]));
                assert!(carries(bytes));
            }
            "audio/wav" | "text/vtt" => assert!(!carries(bytes), "{name} is offered as it is"),
            other => panic!("{name} is {other}"),
        }
    }
    assert_eq!(
        sizes,
        [(480, 600), (480, 600), (480, 600), (900, 600), (600, 400)]
    );
    let without = make(SynthSettings {
        pictures: false,
        ..settings(50)
    });
    assert!(without.0.iter().all(|(name, _)| !name.contains("pictures")));
}
