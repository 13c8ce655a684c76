//! What a picture carries and must not come out: in no byte of the exhibition, and in no pixel of what it publishes.

use std::{
    fs,
    path::{Path, PathBuf},
};

use intake::{kind::sniff, limits::Limits, pdf_pages, picture};
use registrar::{
    ExhibitOptions, Registrar, Surroundings,
    synth::{self, CANARY, SynthSettings},
};

fn below(folder: &Path, found: &mut Vec<PathBuf>) {
    for child in fs::read_dir(folder).expect("a folder") {
        let path = child.expect("a file").path();
        if path.is_dir() {
            below(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// Pixels of the colour that stands beneath the covered part, or near enough to have come from it by making it smaller.
fn secret_pixels(rgb: &[u8]) -> usize {
    let near = |pixel: &&[u8]| pixel[0] > 160 && pixel[1] < 110 && pixel[2] > 160;
    rgb.chunks_exact(3).filter(near).count()
}

#[test]
fn neither_metadata_nor_what_is_covered_nor_a_telling_file_name_is_in_the_exhibition() {
    let place = tempfile::tempdir().expect("a folder");
    let case = place.path().join("case");
    let settings = SynthSettings {
        people: 30,
        lists: 2,
        seed: 4,
        pictures: true,
    };
    synth::write(settings, &case).expect("written");
    let canary = CANARY.as_bytes();
    let carries = |bytes: &[u8]| bytes.windows(canary.len()).any(|window| window == canary);
    // The secrets are there to be found.
    let mut given = Vec::new();
    below(&case, &mut given);
    let secret = |path: &Path| {
        let bytes = fs::read(path).expect("bytes");
        let read = picture::pixels(&bytes, sniff(&bytes, "").as_str(), &Limits::default());
        (
            carries(&bytes),
            read.map_or(0, |picture| secret_pixels(&picture.rgb)),
        )
    };
    assert!(given.iter().filter(|path| secret(path).0).count() >= 5);
    assert!(given.iter().any(|path| secret(path).1 > 10_000));

    let surroundings = Surroundings::fixed(model::entry::Timestamp(0), 1);
    let archive = place.path().join("a");
    let made = Registrar::create(&archive, "Test", surroundings, "tester");
    let (mut registrar, _) = made.expect("made");
    registrar
        .import_case(&case, None, &mut |_| {})
        .expect("imported");
    let site = place.path().join("site");
    let options = ExhibitOptions {
        languages: vec!["en", "fa"],
        ..ExhibitOptions::default()
    };
    let exhibited = registrar.exhibit(&site, &options).expect("written");
    assert_eq!(exhibited.problems, []);

    let mut files = Vec::new();
    below(&site, &mut files);
    for path in files {
        let name = path.display().to_string();
        let bytes = fs::read(&path).expect("bytes");
        assert!(!carries(&bytes) && !name.contains(CANARY), "{name}");
        let media_type = sniff(&bytes, &name).as_str();
        if picture::is_picture(media_type) {
            let read = picture::pixels(&bytes, media_type, &Limits::default());
            let read = read.unwrap_or_else(|problem| panic!("{name}: {problem}"));
            assert_eq!(secret_pixels(&read.rgb), 0, "{name}");
        } else if media_type == "application/pdf" {
            let pages = pdf_pages::sizes(&bytes, &Limits::default()).expect("pages");
            for number in 1..=pages.len() as u32 {
                let page = pdf_pages::page(&bytes, number, None, &Limits::default());
                let page = page.expect("a page");
                assert_eq!(secret_pixels(&page.rgb), 0, "{name}");
            }
        }
    }
}
