//! Pictures with what cameras, agencies and forgers put into their files.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

use super::read;
use crate::{limits::Limits, reading::Reading};

/// A picture with something to see: a slope of grey with a dark square where `place` says.
fn scene(width: u32, height: u32, place: (u32, u32)) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let square = x.abs_diff(place.0 * width / 100) < width / 8
            && y.abs_diff(place.1 * height / 100) < height / 8;
        let grey = if square {
            10
        } else {
            (60 + 150 * x / width + 40 * y / height) as u8
        };
        Rgb([grey, grey / 2 + 60, 255 - grey])
    })
}

fn encoded(picture: &RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::from(picture.clone())
        .write_to(&mut bytes, format)
        .expect("memory takes it");
    bytes.into_inner()
}

fn jpeg() -> Vec<u8> {
    encoded(&scene(320, 240, (30, 40)), ImageFormat::Jpeg)
}

/// `bytes` with a segment behind the first marker.
fn with_segment(bytes: &[u8], marker: u8, data: &[u8]) -> Vec<u8> {
    let length = (data.len() + 2) as u16;
    let head = [&[0xff, marker][..], &length.to_be_bytes()];
    [&bytes[..2], &head.concat(), data, &bytes[2..]].concat()
}

/// A tag of EXIF: number, kind, count and value.
#[derive(Clone)]
struct Tag(u16, u16, u32, Vec<u8>);

fn words(tag: u16, words: &str) -> Tag {
    let value = [words.as_bytes(), b"\0"].concat();
    Tag(tag, 2, value.len() as u32, value)
}

fn ratios(tag: u16, ratios: &[(u32, u32)]) -> Tag {
    let value = ratios
        .iter()
        .flat_map(|(over, under)| [over.to_be_bytes(), under.to_be_bytes()].concat());
    Tag(tag, 5, ratios.len() as u32, value.collect())
}

fn long(tag: u16, number: u32) -> Tag {
    Tag(tag, 4, 1, number.to_be_bytes().to_vec())
}

/// A TIFF with three directories and a small picture.
fn tiff(main: &[Tag], photo: &[Tag], position: &[Tag], small: Option<&[u8]>) -> Vec<u8> {
    let mut bytes = b"MM\0*\0\0\0\x08".to_vec();
    let length = |tags: &[Tag]| -> u32 {
        let values = tags.iter().map(|tag| {
            if tag.3.len() > 4 {
                tag.3.len() as u32
            } else {
                0
            }
        });
        6 + 12 * tags.len() as u32 + values.sum::<u32>()
    };
    let mut main = main.to_vec();
    let (to_photo, to_position) = (main.len(), main.len() + 1);
    main.extend([long(0x8769, 0), long(0x8825, 0)]);
    let photo_at = 8 + length(&main);
    let position_at = photo_at + length(photo);
    let small_at = position_at + length(position);
    main[to_photo] = long(0x8769, photo_at);
    main[to_position] = long(0x8825, position_at);
    directory(&mut bytes, &main, small.map_or(0, |_| small_at));
    directory(&mut bytes, photo, 0);
    directory(&mut bytes, position, 0);
    if let Some(small) = small {
        let tags = [long(0x201, small_at + 30), long(0x202, small.len() as u32)];
        directory(&mut bytes, &tags, 0);
        bytes.extend(small);
    }
    bytes
}

fn directory(bytes: &mut Vec<u8>, tags: &[Tag], next: u32) {
    let mut at = bytes.len() as u32 + 6 + 12 * tags.len() as u32;
    let mut values = Vec::<u8>::new();
    bytes.extend((tags.len() as u16).to_be_bytes());
    for Tag(number, kind, count, value) in tags {
        bytes.extend(number.to_be_bytes());
        bytes.extend(kind.to_be_bytes());
        bytes.extend(count.to_be_bytes());
        if value.len() > 4 {
            bytes.extend(at.to_be_bytes());
            at += value.len() as u32;
            values.extend(value);
        } else {
            let mut value = value.clone();
            value.resize(4, 0);
            bytes.extend(value);
        }
    }
    bytes.extend(next.to_be_bytes());
    bytes.extend(values);
}

fn with_exif(picture: &[u8], tiff: &[u8]) -> Vec<u8> {
    with_segment(picture, 0xe1, &[b"Exif\0\0", tiff].concat())
}

/// Position in degrees and minutes, as telephones write it.
fn place(latitude: &str, degrees: u32, longitude: &str, minutes: u32) -> Vec<Tag> {
    vec![
        words(1, latitude),
        ratios(2, &[(degrees, 1), (51, 1), (2400, 100)]),
        words(3, longitude),
        ratios(4, &[(0, 1), (minutes, 1), (0, 1)]),
    ]
}

fn reading(bytes: &[u8]) -> Reading {
    read(bytes, &Limits::default())
}

fn fact<'r>(reading: &'r Reading, name: &str) -> Option<&'r str> {
    let fact = reading.facts.iter().find(|fact| fact.name == name);
    fact.map(|fact| fact.value.as_str())
}

fn codes(reading: &Reading) -> Vec<&'static str> {
    reading
        .problems
        .iter()
        .map(|problem| problem.code())
        .collect()
}

#[test]
fn a_telephone_s_picture_is_told_whole() {
    let main = [
        words(0x010f, "Maker"),
        words(0x0110, "Phone 5"),
        long(0x0112, 1),
    ];
    let photo = [
        words(0x9003, "2019:08:30 14:00:00"),
        words(0x9011, "+02:00"),
    ];
    let mut position = place("N", 48, "E", 141);
    position.extend([
        words(0x12, "WGS-84"),
        words(0x1d, "2019:08:30"),
        ratios(7, &[(12, 1), (0, 1), (0, 1)]),
        ratios(6, &[(35, 1)]),
    ]);
    let found = reading(&with_exif(&jpeg(), &tiff(&main, &photo, &position, None)));
    assert_eq!(found.problems, []);
    let known = [
        ("size", "320 × 240"),
        ("camera", "Maker Phone 5"),
        ("made", "2019-08-30T14:00:00+02:00"),
        ("position", "48.856667, 2.350000"),
        ("datum", "WGS-84"),
        ("altitude", "35.0"),
        ("position-time", "2019-08-30T12:00:00Z"),
    ];
    for (name, value) in known {
        assert_eq!(fact(&found, name), Some(value), "{name}");
    }
}

#[test]
fn places_and_times_that_cannot_be_are_told() {
    let day = |words_: &str| vec![words(0x9003, words_)];
    let zone = |offset: &str| vec![words(0x9003, "2019:08:30 14:00:00"), words(0x9011, offset)];
    let noon_utc = [
        words(0x1d, "2019:08:30"),
        ratios(7, &[(12, 1), (0, 1), (0, 1)]),
    ];
    let paris = place("N", 48, "E", 141);
    let with_noon = [paris.clone(), noon_utc.to_vec()].concat();
    let zero = vec![
        ratios(2, &[(0, 1), (0, 1), (0, 1)]),
        ratios(4, &[(0, 1), (0, 1), (0, 1)]),
    ];
    let broken = vec![ratios(2, &[(1, 0)]), ratios(4, &[(1, 1)])];
    let tokyo = [paris.clone(), vec![words(0x12, "TOKYO")]].concat();
    let known: [(&str, Vec<Tag>, Vec<Tag>); 9] = [
        ("position-zero", day("2019:08:30 14:00:00"), zero),
        ("position-range", vec![], place("N", 97, "E", 141)),
        ("position-damaged", vec![], broken),
        ("exif-datum", vec![], tokyo),
        ("exif-time-place", zone("-05:00"), paris),
        ("exif-clocks-differ", zone("+05:00"), with_noon.clone()),
        (
            "exif-clocks-differ",
            day("2019:09:15 14:00:00"),
            with_noon.clone(),
        ),
        ("exif-time-place", day("2019:08:30 20:30:00"), with_noon),
        ("exif-time-none", day("2019:13:30 14:00:00"), vec![]),
    ];
    for (code, photo, position) in known {
        let found = reading(&with_exif(&jpeg(), &tiff(&[], &photo, &position, None)));
        assert_eq!(codes(&found), [code]);
    }
    let main = [words(0x0132, "2018:01:01 00:00:00")];
    let found = reading(&with_exif(
        &jpeg(),
        &tiff(&main, &zone("+02:00"), &[], None),
    ));
    assert_eq!(codes(&found), ["exif-times-reversed"]);
}

#[test]
fn a_directory_that_leads_to_itself_is_read_once() {
    // The second directory is the first, and so is the one after it.
    let mut looped = tiff(&[words(0x0110, "Phone")], &[], &[], None);
    let to_photo = looped
        .windows(2)
        .position(|two| two == [0x87, 0x69])
        .expect("a tag");
    looped[to_photo + 8..to_photo + 12].copy_from_slice(&8_u32.to_be_bytes());
    let found = reading(&with_exif(&jpeg(), &looped));
    assert_eq!(fact(&found, "camera"), Some("Phone"));
    assert!(codes(&found).contains(&"exif-loop"));
    // Values and directories far behind the end.
    let far = tiff(&[Tag(0x0110, 2, u32::MAX, vec![0xff; 8])], &[], &[], None);
    let found = reading(&with_exif(&jpeg(), &far));
    assert!(codes(&found).contains(&"exif-damaged"));
}

#[test]
fn a_small_picture_of_something_else_is_told() {
    let small = |place| encoded(&scene(160, 120, place), ImageFormat::Jpeg);
    let with_small = |small: &[u8], orientation| {
        let main = [Tag(0x0112, 3, 1, vec![0, orientation, 0, 0])];
        with_exif(&jpeg(), &tiff(&main, &[], &[], Some(small)))
    };
    for orientation in 1..=8 {
        let same = reading(&with_small(&small((30, 40)), orientation));
        assert_eq!(same.problems, [], "{orientation}");
        assert_eq!(same.parts[0].name, "thumbnail");
    }
    let moved = reading(&with_small(&small((70, 60)), 1));
    assert_eq!(codes(&moved), ["thumbnail-differs"]);
    // Bars above and below, as cameras make them to fit.
    let mut barred = RgbImage::new(160, 160);
    image::imageops::replace(&mut barred, &scene(160, 120, (30, 40)), 0, 20);
    let barred = reading(&with_small(&encoded(&barred, ImageFormat::Jpeg), 1));
    assert_eq!(barred.problems, []);
    let broken = reading(&with_small(b"\xff\xd8\xff\xe0", 1));
    assert_eq!(codes(&broken), ["thumbnail-damaged"]);
}

#[test]
fn the_same_picture_made_small_stays_below_the_bounds() {
    let large = scene(1600, 1200, (30, 40));
    let small = image::imageops::thumbnail(&large, 96, 72);
    let limits = Limits::default();
    let raster = |picture: &RgbImage| {
        let bytes = encoded(picture, ImageFormat::Jpeg);
        crate::picture::pixels(&bytes, "image/jpeg", &limits).expect("a picture")
    };
    let squares = |picture| super::likeness::squares(&raster(picture), 4.0 / 3.0);
    let distance = squares(&large).distance(&squares(&small));
    assert!(
        distance.mean < 8.0 && distance.worst < 25.0,
        "{} {}",
        distance.mean,
        distance.worst
    );
    // A sixteenth of it covered.
    let mut covered = large.clone();
    image::imageops::replace(
        &mut covered,
        &RgbImage::from_pixel(400, 300, Rgb([250; 3])),
        300,
        300,
    );
    assert!(squares(&large).distance(&squares(&covered)).is_another());
}

#[test]
fn what_stands_behind_a_picture_is_told_and_given() {
    let picture = scene(64, 48, (30, 40));
    for format in [
        ImageFormat::Jpeg,
        ImageFormat::Png,
        ImageFormat::Gif,
        ImageFormat::WebP,
        ImageFormat::Bmp,
    ] {
        let whole = encoded(&picture, format);
        assert_eq!(reading(&whole).problems, [], "{format:?}");
        let mut more = whole.clone();
        more.extend(b"PK\x03\x04 and something");
        let found = reading(&more);
        assert_eq!(codes(&found), ["data-after-picture"], "{format:?}");
        assert_eq!(found.parts[0].media_type, "application/zip");
        assert_eq!(
            found.parts[0].bytes.as_deref(),
            Some(&b"PK\x03\x04 and something"[..])
        );
        // Zeros to the end of a block are nothing.
        more.truncate(whole.len());
        more.extend([0; 100]);
        assert_eq!(reading(&more).problems, [], "{format:?}");
    }
}

#[test]
fn words_of_agencies_and_programs_are_told() {
    let xmp = r#"<?xpacket begin="" id="x"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description
        xmp:CreatorTool="Darkroom 3 &amp; more" xmp:CreateDate="2019-08-31T09:00:00"><dc:creator><rdf:Seq><rdf:li>Zahra</rdf:li>
        <rdf:li>Ali</rdf:li></rdf:Seq></dc:creator><dc:title><rdf:Alt><rdf:li xml:lang="fa">خاوران</rdf:li></rdf:Alt></dc:title>
        <Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia</Iptc4xmpExt:DigitalSourceType>
        </rdf:Description></rdf:RDF></x:xmpmeta>"#;
    let packet = [b"http://ns.adobe.com/xap/1.0/\0", xmp.as_bytes()].concat();
    let exif = tiff(&[], &[words(0x9003, "2019:08:30 14:00:00")], &[], None);
    let mut iptc = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x14\x1c\x02\x5a\0\x05Paris\x1c\x02\x73\0\x05CSDHI".to_vec();
    iptc.push(0);
    let bytes = with_segment(&with_segment(&jpeg(), 0xed, &iptc), 0xe1, &packet);
    let found = reading(&with_exif(&bytes, &exif));
    assert_eq!(
        codes(&found),
        ["made-by-algorithm", "dates-differ"]
            .map(|code| code)
            .into_iter()
            .rev()
            .collect::<Vec<_>>()
    );
    let authors: Vec<&str> = found
        .facts
        .iter()
        .filter(|fact| fact.name == "author")
        .map(|fact| fact.value.as_str())
        .collect();
    assert_eq!(authors, ["Zahra", "Ali"]);
    assert_eq!(fact(&found, "title"), Some("خاوران"));
    assert_eq!(fact(&found, "software"), Some("Darkroom 3 & more"));
    assert_eq!(fact(&found, "city"), Some("Paris"));
    assert_eq!(fact(&found, "source"), Some("CSDHI"));
}

#[test]
fn a_picture_of_sixty_thousand_by_sixty_thousand_is_not_decoded() {
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    png.extend(60_000_u32.to_be_bytes().repeat(2));
    png.extend(b"\x08\x02\0\0\0");
    png.extend(crate::container::checksum(&png[12..]).to_be_bytes());
    png.extend(b"\0\0\0\0IEND\xaeB`\x82");
    let found = reading(&png);
    assert_eq!(fact(&found, "size"), Some("60000 × 60000"));
    assert_eq!(codes(&found), ["picture-pixels"]);
}

#[test]
fn chunks_whose_checksum_is_wrong_are_told() {
    let mut png = encoded(&scene(64, 48, (30, 40)), ImageFormat::Png);
    let end = png.len() - 5;
    png[end] ^= 1;
    assert!(codes(&reading(&png)).contains(&"png-checksum"));
}

#[test]
fn a_picture_cut_anywhere_is_read_as_far_as_it_goes() {
    let main = [words(0x0110, "Phone")];
    let small = encoded(&scene(160, 120, (30, 40)), ImageFormat::Jpeg);
    let photo = [words(0x9003, "2019:08:30 14:00:00")];
    let whole = with_exif(
        &jpeg(),
        &tiff(&main, &photo, &place("N", 48, "E", 141), Some(&small)),
    );
    for part in 1..64 {
        let cut = reading(&whole[..whole.len() * part / 64]);
        let said = codes(&cut);
        let told = ["picture-cut", "picture-damaged"]
            .iter()
            .any(|code| said.contains(code));
        assert!(told, "{part}: {said:?}");
    }
}

/// Pictures of ours with credentials that the reference implementation of C2PA (`c2pa-rs`, through its Python package 0.38) signed with a
/// certificate made for it. What is expected of them is what that program says of them.
const SIGNED: [&[u8]; 2] = [
    include_bytes!("../../tests/data/signed.jpg"),
    include_bytes!("../../tests/data/signed.png"),
];

#[test]
fn credentials_that_hold_are_told_with_what_was_not_checked() {
    for signed in SIGNED {
        let found = reading(signed);
        assert_eq!(codes(&found), ["c2pa-signer-not-looked-up"]);
        let known = [
            ("credentials", "cenotaph-tests"),
            ("credentials-hold", "assertions, content, signature"),
            ("credentials-signer", "Camera 7"),
            ("credentials-issuer", "Test CA"),
            ("credentials-actions", "c2pa.created"),
        ];
        for (name, value) in known {
            assert_eq!(fact(&found, name), Some(value), "{name}");
        }
    }
}

#[test]
fn credentials_of_a_changed_picture_do_not_hold() {
    let last = |bytes: &[u8]| bytes.len() - 20;
    let changed = |at: &dyn Fn(&[u8]) -> usize| {
        let mut bytes = SIGNED[0].to_vec();
        let at = at(&bytes);
        bytes[at] ^= 1;
        codes(&reading(&bytes))
    };
    assert!(changed(&last).contains(&"c2pa-content-differs"));
    let place = |wanted: &'static [u8]| {
        move |bytes: &[u8]| {
            let found = bytes
                .windows(wanted.len())
                .position(|window| window == wanted);
            found.expect("it stands there") + wanted.len() - 1
        }
    };
    // The word of an assertion; the claim; the signature.
    assert!(changed(&place(b"c2pa.created")).contains(&"c2pa-assertion-differs"));
    assert!(changed(&place(b"cenotaph-tests")).contains(&"c2pa-signature-wrong"));
    let taken_out = crate::field::find(SIGNED[0], b"jumb", 0).expect("boxes");
    let mut damaged = SIGNED[0].to_vec();
    damaged[taken_out + 20..taken_out + 200].fill(0);
    assert!(codes(&reading(&damaged)).contains(&"c2pa-damaged"));
}
