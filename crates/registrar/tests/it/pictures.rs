//! What a picture carries and must not come out: in no byte of the exhibition, and in no pixel of what it publishes.

use std::{
    fs,
    path::{Path, PathBuf},
};

use intake::{kind::sniff, limits::Limits, pdf_pages, picture};
use registrar::{
    ExhibitOptions, Registrar, Surroundings,
    synth::{self, CANARY, COVERED, SynthSettings},
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
        // With an address, tiles are written too.
        base: Some("https://memorial.example".to_owned()),
        ..ExhibitOptions::default()
    };
    let exhibited = registrar.exhibit(&site, &options).expect("written");
    assert_eq!(exhibited.problems, []);

    let mut files = Vec::new();
    below(&site, &mut files);
    let mut looked_at = LookedAt::default();
    for path in &files {
        let name = path.display().to_string();
        let bytes = fs::read(path).expect("bytes");
        assert!(!carries(&bytes) && !name.contains(CANARY), "{name}");
        look(&name, &bytes, &mut looked_at);
    }
    // Three portraits whole and cut, a landscape, a distressing picture and two pages of a letter, in several sizes; and tiles.
    assert!(looked_at.pictures >= 5 * 6, "{looked_at:?}");
    assert!(looked_at.avif >= 5, "{looked_at:?}");
    assert!(looked_at.covered >= 5, "{looked_at:?}");
    // No file that may be a picture was passed over.
    let passed_over = files.iter().filter(|path| {
        let bytes = fs::read(path).expect("bytes");
        let media_type = sniff(&bytes, "").as_str();
        let is_made =
            path.starts_with(site.join("pictures")) || path.starts_with(site.join("iiif"));
        (media_type.starts_with("image/") && media_type != "image/svg+xml")
            || (is_made && path.extension().is_none_or(|end| end != "json"))
    });
    assert_eq!(
        looked_at.pictures + looked_at.avif,
        passed_over.count(),
        "{looked_at:?}"
    );
}

/// How many published files were decoded and looked at, so that nothing passes by not being looked at.
#[derive(Debug, Default)]
struct LookedAt {
    /// Pictures, pixel by pixel.
    pictures: usize,
    /// AVIFs, box by box: they are made from the pixels from which a JPEG of the same picture is made, which is asserted to be there.
    avif: usize,
    /// Pictures and tiles of the landscape whose covered part was found to be black.
    covered: usize,
}

/// Looks at one published file.
fn look(name: &str, bytes: &[u8], looked_at: &mut LookedAt) {
    let media_type = sniff(bytes, "").as_str();
    if picture::is_picture(media_type) {
        let read = picture::pixels(bytes, media_type, &Limits::default());
        let read = read.unwrap_or_else(|problem| panic!("{name}: {problem}"));
        assert_eq!(secret_pixels(&read.rgb), 0, "{name}");
        assert_eq!(metadata(bytes, media_type), Vec::<String>::new(), "{name}");
        if let Some([x, y]) = covered_at(name, &read) {
            if is_black(&read, x, y) {
                looked_at.covered += 1;
            } else {
                // The distressing picture has these proportions as well, and is dark red.
                let pixel = at(&read, x, y);
                assert!(pixel[0] < 130 && pixel[1] < 80, "{name}: {pixel:?}");
            }
        }
        looked_at.pictures += 1;
    } else if name.ends_with(".avif") {
        assert_eq!(&bytes[4..12], b"ftypavif", "{name}");
        for word in [
            &b"Exif"[..],
            b"mime",
            b"xml ",
            b"uuid",
            b"application/rdf+xml",
        ] {
            let carried = bytes.windows(word.len()).any(|part| part == word);
            assert!(!carried, "{name} carries {}", word.escape_ascii());
        }
        let mut beside = Vec::new();
        below(Path::new(name).parent().expect("a folder"), &mut beside);
        let of = |path: &str| path.rsplitn(3, '-').last().map(str::to_owned);
        let is_jpeg_of_it = |path: &PathBuf| {
            path.extension().is_some_and(|end| end == "jpg")
                && of(&path.to_string_lossy()) == of(name)
        };
        assert!(beside.iter().any(is_jpeg_of_it), "{name} stands alone");
        looked_at.avif += 1;
    } else if media_type == "application/pdf" {
        let pages = pdf_pages::sizes(bytes, &Limits::default()).expect("pages");
        for number in 1..=pages.len() as u32 {
            let page = pdf_pages::page(bytes, number, None, &Limits::default());
            let page = page.expect("a page");
            assert_eq!(secret_pixels(&page.rgb), 0, "{name}");
        }
    }
}

fn at(picture: &picture::Raster, x: u32, y: u32) -> [u8; 3] {
    let place = 3 * (y * picture.width + x) as usize;
    [0, 1, 2].map(|colour| picture.rgb[place + colour])
}

/// The middle of what is covered, if this is the landscape: whole, three wide and two high, or the one tile in which the middle lies.
fn covered_at(name: &str, picture: &picture::Raster) -> Option<[u32; 2]> {
    const TILE: [u32; 4] = [512, 0, 388, 512];
    let [left, top, right, bottom] = COVERED.map(u32::from);
    let middle = [(left + right) * 900 / 2000, (top + bottom) * 600 / 2000];
    let [left, top, width, height] = TILE;
    let is_tile = name.contains(&TILE.map(|edge| edge.to_string()).join(","));
    let is_whole = (name.contains("/pictures/") || name.contains("/full/"))
        && (2 * picture.width).abs_diff(3 * picture.height) <= 3;
    let ([left, top], [width, height]) = match (is_tile, is_whole) {
        (true, _) => ([left, top], [width, height]),
        (_, true) => ([0, 0], [900, 600]),
        _ => return None,
    };
    Some([
        (middle[0] - left) * picture.width / width,
        (middle[1] - top) * picture.height / height,
    ])
}

/// `true` when the pixel and its neighbours are black, as far as a JPEG has black.
fn is_black(picture: &picture::Raster, x: u32, y: u32) -> bool {
    let near = [(0, 0), (1, 0), (0, 1), (1, 1)];
    near.iter().all(|(right, down)| {
        let pixel = at(picture, x + right, y + down);
        pixel.iter().all(|colour| *colour < 24)
    })
}

/// The parts of a picture file that carry something else than pixels: segments of a JPEG, chunks of a PNG.
fn metadata(bytes: &[u8], media_type: &str) -> Vec<String> {
    let mut found = Vec::new();
    match media_type {
        "image/jpeg" => {
            let mut place = 2;
            // Up to the start of the scan, each segment says how long it is (ITU-T T.81, annex B).
            while let [0xff, marker, high, low, ..] = bytes[place..] {
                // APP1 to APP15 and comments; APP0 is JFIF's own header.
                if (0xe1..=0xef).contains(&marker) || marker == 0xfe {
                    found.push(format!("segment {marker:02x}"));
                }
                if marker == 0xda {
                    break;
                }
                place += 2 + usize::from(u16::from_be_bytes([high, low]));
            }
            assert!(bytes.ends_with(&[0xff, 0xd9]), "nothing after the end");
        }
        "image/png" => {
            let mut place = 8;
            while let Some(head) = bytes.get(place..place + 8) {
                let length = u32::from_be_bytes([head[0], head[1], head[2], head[3]]) as usize;
                let kind = String::from_utf8_lossy(&head[4..]).into_owned();
                if ["tEXt", "zTXt", "iTXt", "eXIf", "tIME", "iCCP"].contains(&kind.as_str()) {
                    found.push(kind);
                }
                place += 12 + length;
            }
        }
        other => panic!("pictures go out as JPEG, PNG and AVIF, not as {other}"),
    }
    found
}
