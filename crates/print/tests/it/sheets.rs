//! Sheets: data is never code, Persian is joined, bytes are the same every time, every refusal has its facts.

use print::{Finish, PrintError, Sheet, printable};
use serde_json::json;

use crate::reading::text;

/// One paragraph of what is handed over.
const PARAGRAPH: &str = r#"
#let data = json("data.json")
#set document(title: "A sheet")
#set page(width: 120mm, height: 60mm, margin: 8mm)
#set text(font: ("Source Serif 4", "Vazirmatn"), size: 12pt, lang: data.at("lang", default: "en"), fallback: false)
#data.words
"#;

/// A square of dark red.
const SQUARE: &str = r#"
#set page(width: 40pt, height: 20pt, margin: 0pt)
#rect(width: 20pt, height: 20pt, fill: rgb("7a1f1f"))
"#;

const DAY: (i32, u8, u8) = (2026, 1, 31);

fn paragraph(words: &str, lang: &str) -> Sheet {
    Sheet::new(PARAGRAPH).data("data.json", &json!({ "words": words, "lang": lang }))
}

fn printed(words: &str, lang: &str) -> String {
    let pdf = print::pdf(&paragraph(words, lang), &Finish::new("test", DAY)).expect("a PDF");
    text(&pdf)
}

#[test]
fn text_that_looks_like_code_is_printed_as_text() {
    for hostile in [
        "#read(\"/etc/passwd\")",
        "$x^2$ *bold* _it_ `raw` @ref <label> = Heading",
        "#panic(\"no\") \\ #import \"@preview/a:1.0.0\"",
        "\"); #set page(fill: red)",
    ] {
        let found = printed(hostile, "en")
            .split_whitespace()
            .collect::<String>();
        let words = hostile.split_whitespace().collect::<String>();
        assert!(found.contains(&words), "{hostile} came out as {found}");
    }
}

#[test]
fn what_steers_the_words_around_it_or_has_no_glyph_is_written_out() {
    assert_eq!(printable("Evin\u{202e}x"), "Evin[U+202E]x");
    assert_eq!(printable("\u{1}"), "[U+0001]");
    assert_eq!(printable("中 😀"), "[U+4E2D] [U+1F600]");
    let plain = "می‌خواهم — «نام» Ārāʾ naïve\u{ad}ly № 4";
    assert_eq!(printable(plain), plain);
    let found = printed("name 中", "en");
    assert!(found.contains("name [U+4E2D]"), "{found}");
}

#[test]
fn every_kind_of_pdf_takes_text_that_no_font_has() {
    for (archival, accessible) in [(true, false), (false, true), (true, true)] {
        let finish = Finish {
            archival,
            accessible,
            ..Finish::new("test", DAY)
        };
        let pdf = print::pdf(&paragraph("中 نام\u{202e}", "fa"), &finish).expect("a PDF");
        let says = String::from_utf8_lossy(&pdf);
        assert_eq!(says.contains("pdfaid:part"), archival);
        assert_eq!(says.contains("pdfuaid:part"), accessible);
    }
}

#[test]
fn persian_is_joined_and_reads_from_right_to_left() {
    let found = printed("خاوران، تابستان ۱۳۶۷", "fa");
    for word in ["خاوران", "تابستان", "۱۳۶۷"] {
        assert!(found.contains(word), "{word} not in {found}");
    }
    // Joined letters take less room than the same letters kept apart.
    let width = |words: &str| {
        let source = r#"
#let data = json("data.json")
#set page(width: auto, height: auto, margin: 0pt)
#set text(font: "Vazirmatn", size: 20pt, lang: "fa")
#data.words
"#;
        let sheet = Sheet::new(source).data("data.json", &json!({ "words": words }));
        let pages = print::set(&sheet).expect("pages");
        pages.size(1).expect("a page").0
    };
    let joined = width("سسسس");
    let apart = width("س\u{200c}س\u{200c}س\u{200c}س");
    assert!(joined * 1.2 < apart, "{joined} mm joined, {apart} mm apart");
}

#[test]
fn the_same_sheet_gives_the_same_bytes_in_any_thread() {
    let sheet = paragraph("Names نام‌ها", "en");
    let finish = Finish {
        archival: true,
        ..Finish::new("names", DAY)
    };
    let make = || {
        let pages = print::set(&sheet).expect("pages");
        (
            pages.pdf(&finish).expect("a PDF"),
            pages.png(1, 2.0).expect("a PNG"),
        )
    };
    let first = make();
    let others: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(make)).collect();
        threads
            .into_iter()
            .map(|thread| thread.join().expect("a thread"))
            .collect()
    });
    assert!(others.iter().all(|other| *other == first));
    let other_day = print::pdf(&sheet, &Finish::new("names", (2026, 2, 1))).expect("a PDF");
    let day = print::pdf(&sheet, &Finish::new("names", DAY)).expect("a PDF");
    assert_ne!(day, other_day);
}

#[test]
fn our_fonts_are_all_there_and_no_other_is_used() {
    let source = r#"
#set text(font: ("Source Serif 4", "Vazirmatn"), fallback: false)
plain #text(weight: 600)[strong] #text(style: "italic")[slanted] #text(font: "Vazirmatn", weight: 600)[نام]
"#;
    let pages = print::set(&Sheet::new(source)).expect("pages");
    assert_eq!(pages.warnings(), &[] as &[String]);
    let pdf = pages.pdf(&Finish::new("fonts", DAY)).expect("a PDF");
    let says = String::from_utf8_lossy(&pdf);
    for font in [
        "SourceSerif4-Regular",
        "SourceSerif4-Semibold",
        "SourceSerif4-It",
        "Vazirmatn-SemiBold",
    ] {
        assert!(says.contains(font), "{font} is not embedded");
    }
    let other = Sheet::new("#set text(font: \"Arial\")\nx");
    let warned = print::set(&other).expect("pages").warnings().concat();
    assert!(warned.contains("arial"), "{warned}");
}

#[test]
fn a_page_is_drawn_at_the_scale_asked_for() {
    let png = print::png(&Sheet::new(SQUARE), 1, 3.0).expect("a PNG");
    let picture = image::load_from_memory(&png).expect("a picture").to_rgb8();
    assert_eq!(picture.dimensions(), (120, 60));
    assert_eq!(picture.get_pixel(30, 30).0, [0x7a, 0x1f, 0x1f]);
    assert_eq!(picture.get_pixel(90, 30).0, [255, 255, 255]);
}

#[test]
fn nothing_is_read_from_the_disk_and_no_package_is_fetched() {
    for source in [
        "#read(\"/etc/hostname\")",
        "#import \"@preview/cetz:0.3.0\"",
        "#datetime.today()",
    ] {
        let error = print::set(&Sheet::new(source)).expect_err("a refusal");
        assert!(matches!(error, PrintError::Source { .. }), "{error}");
    }
}

#[test]
fn refusals_say_where_and_what() {
    let error = print::set(&Sheet::new("fine\n#nothing")).expect_err("a refusal");
    assert_eq!(error.to_string(), "main.typ:2:2: unknown variable: nothing");
    let pages = print::set(&Sheet::new("x")).expect("pages");
    let error = pages.png(2, 1.0).expect_err("a refusal");
    assert_eq!(error.to_string(), "page 2 of a document of 1 pages");
    assert!(matches!(pages.png(1, 1e6), Err(PrintError::Scale { .. })));
    assert!(matches!(pages.png(1, 0.0), Err(PrintError::Scale { .. })));
    assert!(matches!(
        pages.png(1, f64::NAN),
        Err(PrintError::Scale { .. })
    ));
    let error = pages
        .pdf(&Finish::new("x", (2026, 2, 30)))
        .expect_err("a refusal");
    assert_eq!(error.to_string(), "2026-02-30 is not a day");
    let accessible = Finish {
        accessible: true,
        ..Finish::new("x", DAY)
    };
    let picture = Sheet::new("#set document(title: \"x\")\n#image(\"x.svg\")").file(
        "x.svg",
        b"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect width=\"9\" height=\"9\"/></svg>".to_vec(),
    );
    let error = print::pdf(&picture, &accessible).expect_err("a refusal");
    assert!(matches!(error, PrintError::Finish { .. }), "{error}");
    assert!(error.to_string().contains("alt"), "{error}");
}
