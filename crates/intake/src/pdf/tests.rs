//! Documents made here, byte by byte, with what they hide and how they are broken.

mod hostile;
mod order;

use std::{fmt::Write as _, io::Write as _};

use flate2::{Compression, write::ZlibEncoder};

use super::read;
use crate::{
    limits::Limits,
    problem::Problem,
    reading::{FlagCode, Reading},
};

/// A PDF as a row of objects, numbered from 1. The first is its catalog, the second its page tree.
#[derive(Default)]
pub(super) struct File {
    objects: Vec<Vec<u8>>,
    trailer: String,
}

impl File {
    pub(super) fn new() -> Self {
        let mut file = Self::default();
        file.add("<</Type/Catalog/Pages 2 0 R>>");
        file.add("");
        file
    }

    /// Adds an object and gives its number.
    pub(super) fn add(&mut self, object: impl Into<Vec<u8>>) -> usize {
        self.objects.push(object.into());
        self.objects.len()
    }

    pub(super) fn set(&mut self, number: usize, object: impl Into<Vec<u8>>) {
        self.objects[number - 1] = object.into();
    }

    pub(super) fn stream(&mut self, dict: &str, bytes: &[u8]) -> usize {
        let mut object = format!("<<{dict}/Length {}>>stream\n", bytes.len()).into_bytes();
        object.extend(bytes);
        object.extend(b"\nendstream");
        self.add(object)
    }

    pub(super) fn packed(&mut self, dict: &str, bytes: &[u8]) -> usize {
        self.stream(&format!("{dict}/Filter/FlateDecode"), &packed(bytes))
    }

    /// Adds a page for each of `contents`, 200 points wide and high, with the font `F` for Latin and `A` for all else.
    pub(super) fn pages(&mut self, contents: &[&str]) {
        self.pages_with(contents, "");
    }

    pub(super) fn pages_with(&mut self, contents: &[&str], resources: &str) {
        let latin =
            self.add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
        let mut kids = String::new();
        for content in contents {
            let content = self.packed("", content.as_bytes());
            let page = self.add(format!(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents {content} 0 R/Resources<</Font<</F {latin} 0 R>>{resources}>>>>"
            ));
            write!(kids, "{page} 0 R ").expect("a string");
        }
        self.set(
            2,
            format!("<</Type/Pages/Count {}/Kids[{kids}]>>", contents.len()),
        );
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut bytes = b"%PDF-1.7\n".to_vec();
        let mut places = Vec::new();
        for (number, object) in self.objects.iter().enumerate() {
            places.push(bytes.len());
            bytes.extend(format!("{} 0 obj\n", number + 1).bytes());
            bytes.extend(object);
            bytes.extend(b"\nendobj\n");
        }
        let table = bytes.len();
        bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).bytes());
        for place in &places {
            bytes.extend(format!("{place:010} 00000 n \n").bytes());
        }
        let count = places.len() + 1;
        let trailer = &self.trailer;
        bytes.extend(
            format!("trailer<</Size {count}/Root 1 0 R{trailer}>>\nstartxref\n{table}\n%%EOF\n")
                .bytes(),
        );
        bytes
    }
}

pub(super) fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).expect("memory takes it");
    encoder.finish().expect("memory takes it")
}

fn of(contents: &[&str]) -> Reading {
    let mut file = File::new();
    file.pages(contents);
    read(&file.bytes(), &Limits::default())
}

pub(super) fn codes(reading: &Reading) -> Vec<&'static str> {
    reading.problems.iter().map(Problem::code).collect()
}

/// What is flagged so, as it stands in the text at the place that the flag says.
fn flagged(reading: &Reading, code: FlagCode) -> Vec<String> {
    let characters: Vec<char> = reading.text.chars().collect();
    let flags = reading.flags.iter().filter(|flag| flag.code == code);
    flags
        .map(|flag| {
            let (Some(start), Some(end)) = (flag.start, flag.end) else {
                return flag.note.clone();
            };
            let part: String = characters[start..end].iter().collect();
            assert_eq!(part, flag.note);
            part
        })
        .collect()
}

const WORDS: &str = "BT /F 10 Tf 20 100 Td (The name is Maryam) Tj ET";

#[test]
fn words_and_where_they_stand_are_read_page_by_page() {
    let second = "BT /F 20 Tf 20 150 Td (Second) Tj 0 -100 Td (far below) Tj ET";
    let reading = of(&[WORDS, "", second]);
    assert_eq!(reading.text, "The name is Maryam\n\nSecond\n\nfar below");
    assert_eq!(codes(&reading), [""; 0]);
    let pages: Vec<_> = reading
        .pages
        .iter()
        .map(|page| (page.number, page.start, page.end))
        .collect();
    assert_eq!(pages, [(1, 0, 18), (2, 18, 18), (3, 20, 37)]);
    assert_eq!(reading.pages[0].size, (200.0, 200.0));
    let [left, top, right, bottom] = reading.pages[0].boxes[0].at;
    // From the upper left corner: the line stands at a height of 100, its letters 8 above it and 2 below.
    assert!(
        (left - 20.0).abs() < 0.1 && (100.0..120.0).contains(&right),
        "{left} {right}"
    );
    assert!(
        (top - 92.0).abs() < 0.1 && (bottom - 102.0).abs() < 0.1,
        "{top} {bottom}"
    );
    let boxes: Vec<_> = reading.pages[2]
        .boxes
        .iter()
        .map(|one| (one.start, one.end))
        .collect();
    assert_eq!(boxes, [(20, 26), (28, 37)]);
}

#[test]
fn a_name_under_a_black_bar_is_read_and_said_to_be_there() {
    let bar = format!("{WORDS} 0 g 76 95 45 14 re f");
    let reading = of(&[&bar]);
    assert_eq!(reading.text, "The name is Maryam");
    assert_eq!(flagged(&reading, FlagCode::CoveredText), ["Maryam"]);
    assert_eq!(codes(&reading), ["covered-text"]);
    // A thick line does it too; one drawn before the words, one of which they can be seen through, and a thin one do not.
    let line = format!("{WORDS} 14 w 76 102 m 115 102 l S");
    assert_eq!(codes(&of(&[&line])), ["covered-text"]);
    let below = format!("1 1 0 rg 70 95 45 14 re f 0 g {WORDS}");
    assert_eq!(codes(&of(&[&below])), [""; 0]);
    let thin = format!("{WORDS} 1 w 70 102 m 115 102 l S");
    assert_eq!(codes(&of(&[&thin])), [""; 0]);
}

#[test]
fn a_marker_that_is_seen_through_covers_nothing() {
    let mut file = File::new();
    let content = format!("{WORDS} /G gs 1 1 0 rg 70 95 45 14 re f");
    file.pages_with(&[&content], "/ExtGState<</G<</ca 0.4>>>>");
    let reading = read(&file.bytes(), &Limits::default());
    assert_eq!(codes(&reading), [""; 0]);
}

#[test]
fn text_that_no_eye_sees_is_read_and_said_to_be_hidden() {
    for (what, content) in [
        ("no colour", "BT /F 10 Tf 3 Tr 20 100 Td (secret) Tj ET"),
        ("white on white", "1 g BT /F 10 Tf 20 100 Td (secret) Tj ET"),
        (
            "black on black",
            "0 g 0 90 200 40 re f BT /F 10 Tf 20 100 Td (secret) Tj ET",
        ),
        ("too small", "BT /F 0.5 Tf 20 100 Td (secret) Tj ET"),
        ("off the page", "BT /F 10 Tf 20 400 Td (secret) Tj ET"),
        (
            "outside of its window",
            "0 0 10 10 re W n BT /F 10 Tf 20 100 Td (secret) Tj ET",
        ),
    ] {
        let reading = of(&[content]);
        assert_eq!(reading.text, "secret", "{what}");
        assert_eq!(
            flagged(&reading, FlagCode::HiddenText),
            ["secret"],
            "{what}"
        );
        assert_eq!(codes(&reading), ["hidden-text"], "{what}");
    }
    let light = "0 g 0 90 200 40 re f 1 g BT /F 10 Tf 20 100 Td (white on black) Tj ET";
    assert_eq!(codes(&of(&[light])), [""; 0]);
}

const DOT: &str =
    "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray";

#[test]
fn a_scan_without_text_is_lost_and_one_with_recognised_text_is_read() {
    let with_picture = |words: &str| {
        let mut file = File::new();
        let picture = file.stream(DOT, b"\x80");
        let content = format!("{words} q 200 0 0 200 0 0 cm /P Do Q");
        file.pages_with(&[&content], &format!("/XObject<</P {picture} 0 R>>"));
        read(&file.bytes(), &Limits::default())
    };
    let bare = with_picture("");
    assert_eq!(
        (bare.text.as_str(), codes(&bare)),
        ("", vec!["no-text-layer"])
    );
    for words in [
        WORDS,
        "BT 3 Tr /F 10 Tf 20 100 Td (The name is Maryam) Tj ET",
    ] {
        let reading = with_picture(words);
        assert_eq!(reading.text, "The name is Maryam");
        assert_eq!(codes(&reading), ["recognised-text"]);
        assert_eq!(flagged(&reading, FlagCode::CoveredText), [""; 0]);
    }
}

#[test]
fn columns_of_prose_are_read_one_after_the_other_and_rows_of_tables_across() {
    let columns = "BT /F 6 Tf 10 180 Td (The gates were closed in summer,) Tj 0 -9 Td (and nobody at all was told then) Tj 0 -9 Td (or ever afterwards for how long.) Tj ET \
        BT /F 6 Tf 110 180 Td (In autumn they opened them, and) Tj 0 -9 Td (bags with clothes were given to) Tj 0 -9 Td (mothers who had come that day.) Tj ET";
    let text = of(&[columns]).text;
    let first = text.find("how long").expect("the first column");
    assert!(
        first < text.find("In autumn").expect("the second column"),
        "{text}"
    );
    let table = "BT /F 8 Tf 10 180 Td (Name) Tj 60 0 Td (Born) Tj 50 0 Td (Prison) Tj ET \
        BT /F 8 Tf 10 164 Td (Maryam) Tj 110 0 Td (Evin) Tj ET BT /F 8 Tf 10 148 Td (Reza) Tj 60 0 Td (1962) Tj 50 0 Td (Evin) Tj ET";
    assert_eq!(
        of(&[table]).text,
        "Name\tBorn\tPrison\nMaryam\t\tEvin\nReza\t1962\tEvin"
    );
}

#[test]
fn text_written_up_the_page_is_read() {
    let reading = of(&["BT /F 10 Tf 0 1 -1 0 50 20 Tm (upwards we go) Tj ET"]);
    assert_eq!(reading.text, "upwards we go");
    let [left, top, right, bottom] = reading.pages[0].boxes[0].at;
    assert!(
        right - left < 12.0 && bottom - top > 50.0,
        "{:?}",
        reading.pages[0].boxes
    );
}

#[test]
fn what_is_beside_the_pages_is_told() {
    let mut file = File::new();
    file.pages(&[WORDS]);
    let list = file.packed("/Type/EmbeddedFile", b"name,born\nMaryam,1960\nReza,1962\n");
    file.add(format!(
        "<</Type/Filespec/F(list.csv)/UF(list.csv)/EF<</F {list} 0 R>>>>"
    ));
    file.add("<</Type/Action/S/JavaScript/JS(app.alert\\(1\\))>>");
    file.add("<</Type/Action/S/Launch/F(run.exe)>>");
    file.add("<</Type/Annot/Subtype/Text/T(Clerk)/Contents(not her real name)>>");
    let layer = file.add("<</Type/OCG/Name(old)>>");
    file.set(1, format!("<</Type/Catalog/Pages 2 0 R/Lang(en)/OCProperties<</OCGs[{layer} 0 R]/D<</OFF[{layer} 0 R]>>>>/OpenAction<</S/JavaScript/JS(1)>>>>"));
    let info = file.add(
        "<</Title<FEFF0646062706450647>/Author(Ren\\351e)/CreationDate(D:20190831120000+02'00')>>",
    );
    file.trailer = format!("/Info {info} 0 R");
    let mut bytes = file.bytes();
    let whole = bytes.len();
    bytes.extend(b"startxref\n0\n%%EOF\n");
    let bytes = [&bytes[..whole], b"%%EOF\n"].concat();
    let reading = read(&bytes, &Limits::default());
    assert_eq!(
        codes(&reading),
        [
            "hidden-layers",
            "former-states",
            "scripts",
            "starts-programs",
            "comments",
            "files-inside"
        ]
    );
    let part = &reading.parts[0];
    assert_eq!(
        (part.name.as_str(), part.media_type.as_str(), part.size),
        ("list.csv", "text/csv", Some(32))
    );
    assert_eq!(
        part.bytes.as_deref(),
        Some(b"name,born\nMaryam,1960\nReza,1962\n".as_slice())
    );
    assert_eq!(
        flagged(&reading, FlagCode::Comment),
        ["Clerk: not her real name"]
    );
    let facts: Vec<_> = reading
        .facts
        .iter()
        .map(|fact| (fact.name, fact.value.as_str()))
        .collect();
    assert_eq!(
        facts,
        [
            ("title", "نامه"),
            ("author", "Renée"),
            ("made", "2019-08-31T12:00:00+02:00")
        ]
    );
    assert_eq!(reading.language.as_deref(), Some("en"));
}

#[test]
fn text_of_a_layer_that_is_off_is_not_read_as_if_it_were_on_the_page() {
    let mut file = File::new();
    let layer = file.add("<</Type/OCG/Name(old)>>");
    let content = format!("/OC /L BDC {WORDS} EMC");
    file.pages_with(&[&content], &format!("/Properties<</L {layer} 0 R>>"));
    file.set(1, format!("<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[{layer} 0 R]/D<</OFF[{layer} 0 R]>>>>>>"));
    let reading = read(&file.bytes(), &Limits::default());
    assert_eq!(
        (reading.text.as_str(), codes(&reading)),
        ("", vec!["hidden-layers"])
    );
}
