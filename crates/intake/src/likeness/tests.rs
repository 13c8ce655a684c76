//! Drawn pictures saved in other ways, and texts written again.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, RgbImage, imageops::FilterType};

use super::{distance, of, of_picture, of_shingles, of_words, words};
use crate::{limits::Limits, picture, picture::Raster};

/// A picture of hills under a sky with a light, drawn by numbers.
fn drawn(seed: u32) -> RgbImage {
    let at = |n: u64| {
        // SplitMix64 (Steele, Lea and Flood, 2014), so that neighbouring seeds draw different hills.
        let mut mixed = (u64::from(seed) * 8 + n).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed >> 40) as f32 / (1_u32 << 24) as f32
    };
    RgbImage::from_fn(400, 300, |x, y| {
        let (x, y) = (x as f32 / 400.0, y as f32 / 300.0);
        let hill = 0.35 + 0.5 * at(1) + 0.2 * (x * (3.0 + 9.0 * at(2)) + 6.0 * at(3)).sin();
        let light = (-40.0 * ((x - at(4)).powi(2) + (y - at(5)).powi(2))).exp();
        let value = if y > hill {
            40.0 + 60.0 * x
        } else {
            150.0 + 100.0 * light - 60.0 * y
        };
        image::Rgb([value as u8, (value * 0.9) as u8, (value * 0.8) as u8])
    })
}

fn raster(picture: &RgbImage) -> Raster {
    Raster {
        width: picture.width(),
        height: picture.height(),
        rgb: picture.as_raw().clone(),
    }
}

fn print(picture: &RgbImage) -> u64 {
    of_picture(&raster(picture)).expect("not plain")
}

fn saved(picture: &RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::from(picture.clone())
        .write_to(&mut bytes, format)
        .expect("written");
    bytes.into_inner()
}

#[test]
fn a_picture_saved_again_smaller_or_paler_keeps_its_print() {
    for seed in 1..20 {
        let picture = drawn(seed);
        let jpeg = saved(&picture, ImageFormat::Jpeg);
        let again = picture::pixels(&jpeg, "image/jpeg", &Limits::default()).expect("pixels");
        let small = image::imageops::resize(&picture, 160, 120, FilterType::Triangle);
        let pale = image::imageops::colorops::brighten(&picture, 20);
        for (what, other) in [
            ("saved again", of_picture(&again).expect("not plain")),
            ("smaller", print(&small)),
            ("paler", print(&pale)),
        ] {
            let far = distance(print(&picture), other);
            assert!(far <= 8, "{seed}, {what}: {far}");
        }
    }
}

#[test]
fn different_pictures_have_prints_far_apart() {
    let prints: Vec<u64> = (1..40).map(|seed| print(&drawn(seed))).collect();
    let mut near = 0;
    for (index, one) in prints.iter().enumerate() {
        near += prints[..index]
            .iter()
            .filter(|other| distance(*one, **other) <= 8)
            .count();
    }
    assert_eq!(near, 0);
}

#[test]
fn a_plain_picture_has_no_print_and_a_damaged_one_none_either() {
    let white = RgbImage::from_pixel(300, 200, image::Rgb([250, 250, 250]));
    assert_eq!(of_picture(&raster(&white)), None);
    let limits = Limits::default();
    let mut png = saved(&drawn(1), ImageFormat::Png);
    let reading = crate::read(&png, "a.png", &limits);
    assert!(of(&png, reading.as_ref(), &limits).picture.is_some());
    png.truncate(png.len() / 2);
    let reading = crate::read(&png, "a.png", &limits);
    assert_eq!(of(&png, reading.as_ref(), &limits).picture, None);
}

#[test]
fn texts_that_differ_in_marks_only_are_the_same() {
    for (one, other) in [
        (
            "In the summer of 1988, thousands were killed.",
            "IN THE SUMMER of 1988 -- thousands were\n\nkilled",
        ),
        ("كتاب علي ٣ سنة", "کتاب علی 3 سنه"),
        ("مُحَمَّد می‌رود", "محمد میرود"),
    ] {
        assert_eq!(of_words(&words(one)), of_words(&words(other)), "{one}");
    }
    assert_ne!(of_words(&words("ab c")), of_words(&words("a bc")));
}

#[test]
fn a_text_with_a_correction_is_near_and_another_is_far() {
    let text: String = (0..200)
        .map(|n| format!("word{} ", n * 7919 % 1009))
        .collect();
    let corrected = text.replacen("word0 ", "name ", 1) + "and one more line";
    let other: String = (0..200)
        .map(|n| format!("other{} ", n * 31 % 997))
        .collect();
    let print = |text: &str| of_shingles(&words(text));
    assert!(distance(print(&text), print(&corrected)) <= 6);
    assert!(distance(print(&text), print(&other)) > 16);
}
