//! Pictures and pages: sizes by the header, pixels upright, and nothing that strange bytes could do.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use intake::{
    kind::sniff,
    limits::Limits,
    pdf_pages,
    picture::{PictureProblem, Raster, is_picture, pixels, size},
};
use proptest::{prelude::*, sample::Index};

/// Red above green on the left, blue on the right; three wide, two high.
fn drawn() -> RgbImage {
    RgbImage::from_fn(3, 2, |x, y| match (x, y) {
        (0, 0) => Rgb([255, 0, 0]),
        (0, _) => Rgb([0, 255, 0]),
        _ => Rgb([0, 0, 255]),
    })
}

fn encoded(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    (picture.into().write_to(&mut bytes, format)).expect("a picture is written");
    bytes.into_inner()
}

/// A JPEG large enough for its blocks to keep the colours: `drawn`, each pixel 16 times as large.
fn jpeg() -> Vec<u8> {
    let large = RgbImage::from_fn(48, 32, |x, y| *drawn().get_pixel(x / 16, y / 16));
    encoded(large, ImageFormat::Jpeg)
}

/// `jpeg` with an EXIF segment that says how to turn it, and more that must not come out.
fn turned(orientation: u8) -> Vec<u8> {
    let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x02\0".to_vec();
    exif.extend([0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]);
    exif.extend([0x0e, 1, 2, 0, 7, 0, 0, 0, 38, 0, 0, 0]);
    exif.extend(b"\0\0\0\0SECRET\0");
    let mut bytes = jpeg();
    let mut segment = vec![0xff, 0xe1];
    segment.extend((exif.len() as u16 + 2).to_be_bytes());
    segment.extend(exif);
    bytes.splice(2..2, segment);
    bytes
}

fn kind(bytes: &[u8]) -> &'static str {
    sniff(bytes, "picture").as_str()
}

fn read(bytes: &[u8]) -> Result<Raster, PictureProblem> {
    pixels(bytes, kind(bytes), &Limits::default())
}

fn measured(bytes: &[u8]) -> Result<(u32, u32), PictureProblem> {
    size(bytes, kind(bytes), &Limits::default())
}

/// The strongest channel of the pixel in the middle of each of `across` × `down` fields.
fn fields(picture: &Raster, across: u32, down: u32) -> String {
    let mut letters = String::new();
    for y in 0..down {
        for x in 0..across {
            let (x, y) = (
                (2 * x + 1) * picture.width / (2 * across),
                (2 * y + 1) * picture.height / (2 * down),
            );
            let at = 3 * (y * picture.width + x) as usize;
            let pixel = &picture.rgb[at..at + 3];
            let strongest = (0..3).max_by_key(|channel| pixel[*channel]).expect("three");
            letters.push(['r', 'g', 'b'][strongest]);
        }
        letters.push('/');
    }
    letters
}

#[test]
fn each_kind_of_picture_is_read_upright() {
    for (format, media_type) in [
        (ImageFormat::Png, "image/png"),
        (ImageFormat::Gif, "image/gif"),
        (ImageFormat::WebP, "image/webp"),
        (ImageFormat::Tiff, "image/tiff"),
        (ImageFormat::Bmp, "image/bmp"),
    ] {
        let bytes = encoded(drawn(), format);
        assert_eq!(kind(&bytes), media_type);
        assert!(is_picture(media_type));
        assert_eq!(measured(&bytes), Ok((3, 2)), "{media_type}");
        let picture = read(&bytes).expect("a picture");
        assert_eq!(fields(&picture, 3, 2), "rbb/gbb/", "{media_type}");
    }
    assert_eq!(measured(&jpeg()), Ok((48, 32)));
    assert_eq!(fields(&read(&jpeg()).expect("a picture"), 3, 2), "rbb/gbb/");
    assert!(!is_picture("application/pdf"));
    assert_eq!(measured(b"words"), Err(PictureProblem::OtherKind));
}

#[test]
fn a_telephone_held_on_its_side_is_turned_back() {
    // EXIF 2.32, tag 274: where the 0th row and column stand.
    for (orientation, size, expected) in [
        (1, (48, 32), "rbb/gbb/"),
        (2, (48, 32), "bbr/bbg/"),
        (3, (48, 32), "bbg/bbr/"),
        (4, (48, 32), "gbb/rbb/"),
        (5, (32, 48), "rg/bb/bb/"),
        (6, (32, 48), "gr/bb/bb/"),
        (7, (32, 48), "bb/bb/gr/"),
        (8, (32, 48), "bb/bb/rg/"),
        // No such orientation.
        (9, (48, 32), "rbb/gbb/"),
    ] {
        let bytes = turned(orientation);
        assert!(bytes.windows(6).any(|window| window == b"SECRET"));
        assert_eq!(measured(&bytes), Ok(size), "{orientation}");
        let picture = read(&bytes).expect("a picture");
        assert_eq!((picture.width, picture.height), size);
        let (across, down) = if size.0 > size.1 { (3, 2) } else { (2, 3) };
        assert_eq!(fields(&picture, across, down), expected, "{orientation}");
        let length = 3 * picture.width * picture.height;
        assert_eq!(picture.rgb.len(), length as usize, "pixels and no more");
    }
}

#[test]
fn what_is_transparent_is_white() {
    let picture = RgbaImage::from_fn(2, 1, |x, _| Rgba([0, 0, 0, if x == 0 { 0 } else { 128 }]));
    let read = read(&encoded(picture, ImageFormat::Png)).expect("a picture");
    assert_eq!(read.rgb, [255, 255, 255, 127, 127, 127]);
}

/// CRC-32 of ISO 3309 as PNG section 5.5 has it.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ if crc & 1 == 1 { 0xedb8_8320 } else { 0 }
        })
    })
}

/// A small PNG whose header says that it is large.
fn png_of(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = encoded(drawn(), ImageFormat::Png);
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    let sum = crc(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&sum.to_be_bytes());
    bytes
}

#[test]
fn a_picture_of_200_megapixels_is_refused_by_its_header() {
    let limit = Limits::default().pixels;
    assert!(read(&png_of(i32::MAX as u32, 2_000)).is_err());
    for (width, height) in [(20_000, 10_000), (65_535, 65_535)] {
        let bytes = png_of(width, height);
        let refused = Err(PictureProblem::TooManyPixels {
            width,
            height,
            limit,
        });
        assert_eq!(measured(&bytes), refused);
        assert_eq!(
            read(&bytes).map(|picture| (picture.width, picture.height)),
            refused
        );
    }
    let says = measured(&png_of(20_000, 10_000))
        .expect_err("too large")
        .to_string();
    assert_eq!(
        says,
        "it is 20000 × 10000 pixels, and at most 67108864 in all are read"
    );
    // A JPEG of 65,535 × 65,535: the height and width of its frame header (ITU T.81 section B.2.2).
    let mut bytes = jpeg();
    let frame = (bytes.windows(2).position(|two| two == [0xff, 0xc0])).expect("a frame");
    bytes[frame + 5..frame + 9].fill(0xff);
    assert!(matches!(
        read(&bytes),
        Err(PictureProblem::TooManyPixels { width: 65_535, .. })
    ));
    let small = Limits {
        bytes: 10,
        ..Limits::default()
    };
    let bytes = jpeg();
    assert!(matches!(
        size(&bytes, "image/jpeg", &small),
        Err(PictureProblem::TooLarge { limit: 10, .. })
    ));
}

#[test]
fn a_broken_or_cut_picture_is_a_problem() {
    let noise = RgbImage::from_fn(64, 64, |x, y| {
        let value = (x * 7 + y * 13 + x * y) as u8;
        Rgb([value, value ^ 0x55, value.wrapping_mul(3)])
    });
    for format in [
        ImageFormat::Png,
        ImageFormat::Jpeg,
        ImageFormat::Gif,
        ImageFormat::WebP,
        ImageFormat::Tiff,
        ImageFormat::Bmp,
    ] {
        let bytes = encoded(noise.clone(), format);
        let media_type = kind(&bytes);
        assert!(read(&bytes).is_ok(), "{media_type}");
        for end in [0, 1, 12, 30, bytes.len() / 2, bytes.len() - bytes.len() / 8] {
            let problem = pixels(&bytes[..end], media_type, &Limits::default());
            assert!(problem.is_err(), "{media_type} cut at {end}");
        }
    }
    // The header is whole while the end is missing; that it is cut is said before anybody looks at it.
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let bytes = encoded(noise.clone(), format);
        let cut = &bytes[..bytes.len() - 12];
        assert_eq!(measured(cut), Err(PictureProblem::CutShort), "{format:?}");
    }
}

/// A PDF with these pages: width and height in points, degrees of rotation, and what is drawn.
fn pdf(pages: &[(u32, u32, u32, &str)]) -> Vec<u8> {
    let mut objects = vec!["<< /Type /Catalog /Pages 2 0 R >>".to_owned()];
    let kids: Vec<String> = (0..pages.len())
        .map(|place| format!("{} 0 R", 3 + 2 * place))
        .collect();
    objects.push(format!(
        "<< /Type /Pages /Kids [{}] /Count {} >>",
        kids.join(" "),
        pages.len()
    ));
    for (place, (width, height, rotation, drawing)) in pages.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Rotate {rotation} /Contents {} 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
            4 + 2 * place
        ));
        objects.push(format!(
            "<< /Length {} >>\nstream\n{drawing}\nendstream",
            drawing.len() + 1
        ));
    }
    let mut bytes = b"%PDF-1.4\n".to_vec();
    let mut offsets = Vec::new();
    for (place, object) in objects.iter().enumerate() {
        offsets.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n{object}\nendobj\n", place + 1).bytes());
    }
    let start = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for offset in offsets {
        bytes.extend(format!("{offset:010} 00000 n \n").bytes());
    }
    bytes.extend(
        format!(
            "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n",
            objects.len() + 1
        )
        .bytes(),
    );
    bytes
}

/// Green below on the left, red above it, blue on the right: `drawn` on a page of 72 × 48 points.
const DRAWING: &str = "0 0 1 rg 0 0 72 48 re f 0 1 0 rg 0 0 24 24 re f 1 0 0 rg 0 24 24 24 re f";

#[test]
fn pages_are_drawn_upright_in_the_size_that_was_told() {
    let bytes = pdf(&[
        (72, 48, 0, DRAWING),
        (72, 48, 90, DRAWING),
        (14_400, 7_200, 0, ""),
        (595, 842, 0, "BT /F 40 Tf 100 400 Td (W W W) Tj ET"),
    ]);
    assert_eq!(kind(&bytes), "application/pdf");
    let limits = Limits::default();
    let sizes = pdf_pages::sizes(&bytes, &limits).expect("pages");
    // 150 dots an inch; a page of five metres is made to fit.
    assert_eq!(
        sizes,
        [(150, 100), (100, 150), (4_000, 2_000), (1_240, 1_754)]
    );
    for (number, expected) in [(1, "rbb/gbb/"), (2, "gr/bb/bb/")] {
        let (across, down) = if number == 1 { (3, 2) } else { (2, 3) };
        let page = pdf_pages::page(&bytes, number, None, &limits).expect("a page");
        assert_eq!((page.width, page.height), sizes[number as usize - 1]);
        assert_eq!(fields(&page, across, down), expected);
        let small = pdf_pages::page(&bytes, number, Some(60), &limits).expect("a page");
        assert_eq!(
            (small.width, small.height),
            if number == 1 { (60, 40) } else { (60, 90) }
        );
        assert_eq!(fields(&small, across, down), expected);
        assert_eq!(small.rgb.len(), (3 * small.width * small.height) as usize);
    }
    let words = pdf_pages::page(&bytes, 4, None, &limits).expect("a page");
    let black = words
        .rgb
        .chunks_exact(3)
        .filter(|pixel| pixel[0] < 64)
        .count();
    assert!(
        black > 500,
        "letters of a font that the file does not bring"
    );
    for number in [0, 5, u32::MAX] {
        assert_eq!(
            pdf_pages::page(&bytes, number, None, &limits).map(|page| page.width),
            Err(PictureProblem::NoSuchPage { number })
        );
    }
}

#[test]
fn bounds_of_pages_are_kept() {
    let bytes = pdf(&[(72, 48, 0, DRAWING), (72, 48, 0, DRAWING)]);
    let one = Limits {
        pages: 1,
        pixels: 10_000,
        ..Limits::default()
    };
    assert_eq!(
        pdf_pages::sizes(&bytes, &one).map(|sizes| sizes.len()),
        Ok(1)
    );
    let of = |number, width| pdf_pages::page(&bytes, number, width, &one).map(|page| page.width);
    assert_eq!(of(1, Some(120)), Ok(120));
    assert_eq!(
        of(1, Some(300)),
        Err(PictureProblem::TooManyPixels {
            width: 300,
            height: 200,
            limit: 10_000
        })
    );
    assert!(of(1, Some(0)).is_err());
    assert!(of(1, Some(u32::MAX)).is_err());
    assert_eq!(of(2, None), Err(PictureProblem::NoSuchPage { number: 2 }));
}

#[test]
fn what_is_no_pdf_is_a_problem() {
    let bytes = pdf(&[(72, 48, 0, DRAWING)]);
    for cut in [0, 5, 9, 60] {
        assert!(
            pdf_pages::sizes(&bytes[..cut], &Limits::default()).is_err(),
            "{cut}"
        );
    }
}

fn samples() -> Vec<Vec<u8>> {
    let mut samples: Vec<Vec<u8>> = [
        ImageFormat::Png,
        ImageFormat::Gif,
        ImageFormat::WebP,
        ImageFormat::Tiff,
        ImageFormat::Bmp,
    ]
    .into_iter()
    .map(|format| encoded(drawn(), format))
    .collect();
    samples.push(turned(6));
    samples.push(pdf(&[
        (72, 48, 0, DRAWING),
        (72, 48, 90, "BT /F 9 Tf 9 9 Td (words) Tj ET"),
    ]));
    samples
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn changed_bytes_give_a_picture_or_a_problem(
        sample in any::<Index>(),
        changes in prop::collection::vec((any::<Index>(), any::<u8>()), 0..6),
        end in prop::option::of(any::<Index>()),
    ) {
        let samples = samples();
        let mut bytes = sample.get(&samples).clone();
        let media_type = kind(&bytes);
        for (place, byte) in changes {
            *place.get_mut(&mut bytes) = byte;
        }
        if let Some(end) = end {
            bytes.truncate(end.index(bytes.len()));
        }
        let limits = Limits { pixels: 1 << 20, pages: 3, ..Limits::default() };
        if media_type == "application/pdf" {
            if let Ok(sizes) = pdf_pages::sizes(&bytes, &limits) {
                for (number, size) in (1..).zip(sizes) {
                    if let Ok(page) = pdf_pages::page(&bytes, number, None, &limits) {
                        prop_assert_eq!((page.width, page.height), size);
                        prop_assert_eq!(page.rgb.len() as u64, 3 * u64::from(size.0) * u64::from(size.1));
                    }
                }
            }
        } else if let Ok(picture) = pixels(&bytes, media_type, &limits) {
            prop_assert_eq!(size(&bytes, media_type, &limits), Ok((picture.width, picture.height)));
            prop_assert_eq!(picture.rgb.len() as u64, 3 * u64::from(picture.width) * u64::from(picture.height));
        }
    }
}
