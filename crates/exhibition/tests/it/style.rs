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
