//! The style sheet: logical properties only, every class it names is used, every font it names is written.

use crate::{
    files::{page, public},
    invented,
};

#[test]
fn nothing_in_the_style_sheet_knows_left_from_right() {
    let files = public(invented::draft(3));
    let style = page(&files, "assets/style.css");
    let physical = [
        "margin-left",
        "margin-right",
        "padding-left",
        "padding-right",
        "border-left",
        "border-right",
        "float:",
        "text-align: left",
        "text-align: right",
    ];
    for (number, line) in style.lines().enumerate() {
        for word in physical {
            assert!(!line.contains(word), "line {}: {word}", number + 1);
        }
        for word in ["left:", "right:", " left;", " right;", "@import", "!url"] {
            assert!(!line.contains(word), "line {}: {word}", number + 1);
        }
    }
}

#[test]
fn every_font_of_the_style_sheet_is_written_with_its_licence() {
    let files = public(invented::draft(3));
    let style = page(&files, "assets/style.css");
    let mut found = 0;
    for part in style.split("url(").skip(1) {
        let path = part.split(')').next().expect("an end");
        assert!(files.contains_key(&format!("assets/{path}")), "{path}");
        found += 1;
    }
    assert!(found >= 8);
    for licence in [
        "assets/fonts/source-serif-4-OFL.txt",
        "assets/fonts/vazirmatn-OFL.txt",
    ] {
        assert!(
            page(&files, licence).contains("SIL Open Font License"),
            "{licence}"
        );
    }
}

/// Relative luminance of a colour such as `#1a1917` (WCAG 2.2, definition of relative luminance).
fn luminance(colour: &str) -> f64 {
    let part = |place: usize| {
        let value =
            u8::from_str_radix(&colour[place..place + 2], 16).expect("two hexadecimal digits");
        let value = f64::from(value) / 255.0;
        if value <= 0.040_45 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}

/// Contrast of two colours (WCAG 2.2, definition of contrast ratio).
fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn colours_are_told_from_both_grounds_in_light_and_dark() {
    assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 1e-9);
    assert!(contrast("#8a8579", "#fbfaf7") < 4.5, "a rule is no text");
    let files = public(invented::draft(3));
    let style = page(&files, "assets/style.css");
    let mut blocks = 0;
    for block in style.split(":root {").skip(1) {
        let block = block.split('}').next().expect("an end");
        let token = |name: &str| {
            let value = block.split(&format!("--{name}: ")).nth(1)?;
            value.split(';').next().filter(|value| value.len() == 7)
        };
        let (Some(ground), Some(second)) = (token("ground"), token("ground-2")) else {
            continue;
        };
        // Text, at least 4.5 to 1 (1.4.3); what is no text but has to be seen, 3 to 1 (1.4.11).
        for (name, least) in [
            ("ink", 4.5),
            ("ink-2", 4.5),
            ("accent", 4.5),
            ("visited", 4.5),
            ("uncertain", 4.5),
            ("disputed", 4.5),
            ("rule-strong", 3.0),
            ("focus", 3.0),
        ] {
            let colour = token(name).unwrap_or_else(|| panic!("no --{name}"));
            for on in [ground, second] {
                let found = contrast(colour, on);
                assert!(found >= least, "--{name} {colour} on {on}: {found:.2}");
            }
        }
        blocks += 1;
    }
    assert_eq!(blocks, 2, "light and dark");
}
