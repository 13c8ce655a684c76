//! Pictures on pages: what is shown, how large, with which words; what is covered, broken, undescribed, sensitive or withdrawn.

use std::{collections::BTreeSet, sync::OnceLock, sync::atomic::Ordering};

use edition::{Audience, Pictures, Policy, draft::Public};
use exhibition::{Lang, Options, Sink, render};
use image::RgbImage;
use model::id::{EvidenceNumber, RecordKind};
use scraper::{ElementRef, Html, Selector};

use crate::{
    files::{Files, html, options, page, with_blobs},
    invented::{self, id},
    painted::{self, Painter},
};

fn select(selector: &str) -> Selector {
    Selector::parse(selector).expect("a selector")
}

/// With an address, so that manifests and tiles are written too.
fn based() -> Options {
    Options {
        languages: vec![Lang::En, Lang::Fa],
        base_address: Some("https://example.org/memorial".to_owned()),
        ..options()
    }
}

fn draft() -> edition::draft::Draft {
    painted::with_pictures(invented::draft(3))
}

/// The exhibition with its pictures, written once for all tests.
pub(crate) fn shown() -> &'static Files {
    static FILES: OnceLock<Files> = OnceLock::new();
    FILES.get_or_init(|| {
        let painter = Painter {
            beneath: painted::SECRET,
            ..Painter::default()
        };
        with_blobs(draft(), Some(&painter), &based(), 2).0
    })
}

fn victim() -> String {
    let id = id(RecordKind::Person, 1).to_string();
    format!("people/{}/{id}.html", &id[1..3])
}

fn item(number: u32) -> String {
    format!("documents/ev-{number:06}.html")
}

/// Every picture file that the exhibition made.
fn made(files: &Files) -> impl Iterator<Item = (&String, &Vec<u8>)> {
    files
        .iter()
        .filter(|(path, _)| path.starts_with("pictures/") || path.starts_with("iiif/"))
}

fn decoded(bytes: &[u8]) -> RgbImage {
    image::load_from_memory(bytes).expect("a picture").to_rgb8()
}

#[test]
fn what_is_covered_is_black_in_every_picture_and_tile() {
    let files = shown();
    let number = format!("ev-{:06}", painted::COVERED);
    let [left, top, right, bottom] = painted::AREA.map(f64::from);
    let (mut whole, mut tiles) = (0, 0);
    for (path, bytes) in made(files).filter(|(path, _)| path.ends_with(".jpg")) {
        let picture = decoded(bytes);
        // Nothing anywhere looks like what lies beneath.
        for pixel in picture.pixels() {
            let [red, green, blue] = pixel.0;
            assert!(
                !(red > 140 && blue > 140 && green < 90),
                "{path}: {pixel:?}"
            );
        }
        if !path.contains(&number) {
            continue;
        }
        if path.starts_with("pictures/") || path.contains("/full/") {
            let (width, height) = (f64::from(picture.width()), f64::from(picture.height()));
            // Two pixels inside the edge, where the neighbours' light does not reach.
            let columns = (left * width / 1000.0) as u32 + 3..(right * width / 1000.0) as u32 - 3;
            for column in columns {
                for row in (top * height / 1000.0) as u32 + 3..(bottom * height / 1000.0) as u32 - 3
                {
                    let light = picture.get_pixel(column, row).0.into_iter().max();
                    assert!(light < Some(24), "{path}: {column}, {row} is {light:?}");
                }
            }
            whole += 1;
        } else {
            tiles += 1;
        }
    }
    assert!(whole >= 4 && tiles >= 4, "{whole} pictures, {tiles} tiles");
}

#[test]
fn what_is_covered_changes_no_byte_of_anything() {
    let painter = Painter {
        beneath: [9, 200, 30],
        ..Painter::default()
    };
    let mut draft = draft();
    let covered = |number: u32| number == painted::COVERED;
    draft.items.retain(|item| covered(item.item.number.0));
    let other = with_blobs(draft, Some(&painter), &based(), 3).0;
    let mut checked = 0;
    for (path, bytes) in made(&other) {
        assert!(shown()[path] == *bytes, "{path}");
        checked += 1;
    }
    assert!(checked > 10, "{checked}");
}

#[test]
fn no_picture_carries_anything_but_pixels() {
    let files = shown();
    let mut checked = 0;
    for (path, bytes) in made(files) {
        let has = |marker: &[u8]| bytes.windows(marker.len()).any(|window| window == marker);
        for marker in [
            "Exif",
            "http://ns.adobe.com",
            "ICC_PROFILE",
            "Photoshop",
            "<x:xmp",
            "acsp",
        ] {
            assert!(!has(marker.as_bytes()), "{path} has {marker}");
        }
        if path.ends_with(".jpg") {
            // JFIF is the only application segment; there is no comment.
            let mut place = 2;
            while bytes[place + 1] != 0xda {
                assert_eq!(bytes[place], 0xff, "{path}");
                let segment = bytes[place + 1];
                let is_application = (0xe0..=0xef).contains(&segment);
                assert!(
                    segment != 0xfe && (!is_application || segment == 0xe0),
                    "{path}: {segment:x}"
                );
                place += 2 + usize::from(u16::from_be_bytes([bytes[place + 2], bytes[place + 3]]));
            }
            checked += 1;
        } else if path.ends_with(".avif") {
            assert_eq!(&bytes[4..12], b"ftypavif", "{path}");
            for banned in [&b"mime"[..], b"uuid", b"prof", b"rICC"] {
                assert!(!has(banned), "{path} has {banned:?}");
            }
            checked += 1;
        }
    }
    assert!(checked > 50, "{checked}");
    // The file that is offered is given as it came in, and only that one.
    let portrait = format!("files/ev-{:06}.jpg", painted::PORTRAIT);
    assert!(files[&portrait].starts_with(b"Exif"));
    let offered: Vec<&String> = files
        .keys()
        .filter(|path| path.starts_with("files/"))
        .collect();
    assert_eq!(offered.len(), 4, "{offered:?}");
}

#[test]
fn pictures_are_never_larger_than_they_came_in_and_names_say_their_size() {
    for (path, bytes) in made(shown()).filter(|(path, _)| path.starts_with("pictures/")) {
        let parts: Vec<&str> = path.split(['-', '.']).collect();
        let width: u32 = parts[parts.len() - 3].parse().expect("a width");
        assert!(width <= 660 && parts[parts.len() - 2].len() == 12, "{path}");
        if path.ends_with(".jpg") {
            let picture = decoded(bytes);
            assert_eq!(picture.width(), width, "{path}");
            if path.contains("-portrait-") {
                let high = width.div_ceil(3) * 4;
                assert!(
                    picture.height().abs_diff(high) <= 4,
                    "{path}: {}",
                    picture.height()
                );
            }
        }
    }
}

#[test]
fn a_portrait_of_480_pixels_keeps_to_40_kilobytes_and_a_page_with_pictures_to_12() {
    let files = shown();
    let mut portraits = 0;
    for (path, bytes) in made(files).filter(|(path, _)| path.contains("-portrait-480-")) {
        assert!(bytes.len() <= 40_000, "{path}: {}", bytes.len());
        portraits += 1;
    }
    assert_eq!(
        portraits, 2,
        "JPEG and AVIF of a victim; the portrait of anybody else is shown smaller"
    );
    for lang in ["en", "fa"] {
        let text = page(files, &format!("{lang}/{}", victim()));
        assert!(text.len() <= 12_000, "{lang}: {}", text.len());
    }
}

fn attribute<'p>(element: &ElementRef<'p>, name: &str) -> &'p str {
    element
        .attr(name)
        .unwrap_or_else(|| panic!("no {name}: {}", element.html()))
}

#[test]
fn every_picture_has_words_a_size_and_files_that_exist() {
    let files = shown();
    let picture = select("img");
    let source = select("source[srcset], img[srcset]");
    let mut checked = 0;
    for (path, text) in html(files) {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let leads = |link: &str| {
            let mut parts: Vec<&str> = folder.split('/').collect();
            for part in link.split('/') {
                if part == ".." {
                    parts.pop();
                } else {
                    parts.push(part);
                }
            }
            assert!(files.contains_key(&parts.join("/")), "{path}: {link}");
        };
        let document = Html::parse_document(text);
        for image in document.select(&picture) {
            if attribute(&image, "src").ends_with(".svg")
                || !attribute(&image, "src").contains("pictures/")
            {
                continue;
            }
            leads(attribute(&image, "src"));
            let is_decoration = image.ancestors().any(|node| {
                node.value()
                    .as_element()
                    .is_some_and(|element| element.attr("aria-hidden").is_some())
            });
            assert!(
                is_decoration || !attribute(&image, "alt").is_empty(),
                "{path}"
            );
            for side in ["width", "height"] {
                assert!(attribute(&image, side).parse::<u32>().is_ok(), "{path}");
            }
            checked += 1;
        }
        for set in document.select(&source) {
            for candidate in attribute(&set, "srcset").split(", ") {
                leads(candidate.split(' ').next().expect("an address"));
            }
        }
    }
    assert!(checked > 20, "{checked}");
}

#[test]
fn a_victims_portrait_stands_beside_the_name_and_is_larger_than_an_officials() {
    let files = shown();
    let width = |path: &str| -> u32 {
        let document = Html::parse_document(page(files, path));
        let image = document
            .select(&select("figure.portrait img"))
            .next()
            .expect("a portrait");
        attribute(&image, "width").parse().expect("a width")
    };
    let official = format!("en/officials/{}.html", id(RecordKind::Person, 700_001));
    assert!(width(&format!("en/{}", victim())) >= 2 * width(&official));
    // Someone without a portrait has the tablet alone.
    let other = id(RecordKind::Person, 2).to_string();
    let other = page(files, &format!("en/people/{}/{other}.html", &other[1..3]));
    assert!(other.contains("<header class=\"tablet\">") && !other.contains("class=\"portrait"));
    // No picture on the wall of names or among those who are accused.
    for (path, text) in html(files) {
        let is_list = path.contains("/people/letter/")
            || path.ends_with("people/index.html")
            || path.ends_with("commission/index.html");
        assert!(!is_list || !text.contains("<picture"), "{path}");
    }
}

#[test]
fn words_are_in_the_language_of_the_page_or_say_which_they_are_in() {
    let persian = page(shown(), &format!("fa/{}", victim()));
    assert!(persian.contains("alt=\"طرحی از سر و شانه‌ها"));
    let official = format!("fa/officials/{}.html", id(RecordKind::Person, 700_001));
    assert!(page(shown(), &official).contains("in cold grey.\" lang=\"en\""));
}

#[test]
fn photographs_of_a_place_stand_in_order_of_their_dates() {
    let field = format!("en/graves/{}.html", id(RecordKind::Place, 1));
    let text = page(shown(), &field);
    let [earlier, later] = ["The field before", "The field with a wall"]
        .map(|words| text.find(&format!("{words}</bdi>")).expect("a caption"));
    assert!(earlier < later);
    assert!(text.contains("March 1971") && text.contains("SHA-256"));
}

#[test]
fn a_picture_without_words_or_with_broken_bytes_leaves_a_line_and_a_whole_page() {
    let files = shown();
    for (number, line) in [
        (painted::UNDESCRIBED, "its description is still missing"),
        (painted::BROKEN, "could not be read"),
    ] {
        for path in [format!("en/{}", victim()), format!("en/{}", item(number))] {
            let text = page(files, &path);
            assert!(text.contains(line) && text.ends_with("</html>"), "{path}");
        }
        let name = format!("ev-{number:06}-");
        assert!(
            files.keys().all(|path| !path.contains(&name)),
            "{number} was written"
        );
    }
}

#[test]
fn a_picture_that_may_distress_stands_on_its_own_page_alone() {
    let files = shown();
    let number = format!("ev-{:06}", painted::SENSITIVE);
    let file = format!("pictures/{number}-");
    assert!(files.keys().any(|path| path.starts_with(&file)));
    assert!(
        files
            .keys()
            .all(|path| !path.starts_with(&format!("iiif/{number}")))
    );
    let look = format!("documents/{number}-look.html");
    for (path, bytes) in files
        .iter()
        .filter(|(path, _)| !path.starts_with("pictures/"))
    {
        let holds = String::from_utf8_lossy(bytes).contains(&file);
        assert_eq!(holds, path.ends_with(&look), "{path}");
    }
    // What leads there says what it shows.
    for path in [
        format!("en/{}", item(painted::SENSITIVE)),
        format!("en/{}", victim()),
    ] {
        let text = page(files, &path);
        assert!(
            text.contains("A bare field at dusk") && text.contains(&look),
            "{path}"
        );
    }
}

#[test]
fn a_document_opens_at_page_and_passage() {
    let files = shown();
    let text = page(files, &format!("en/{}", item(painted::LETTER)));
    for anchor in ["p-1", "p-2", "p-3", "p-1-120-150-700-260"] {
        assert!(text.contains(&format!("id=\"{anchor}\"")), "{anchor}");
    }
    assert!(text.contains("href=\"#p-2\"") && text.contains("Page 2 of 3"));
    assert!(
        text.contains("dir=\"rtl\"><bdi")
            || text.contains("<div class=\"source-text\" dir=\"rtl\">")
    );
    let person = page(files, &format!("en/{}", victim()));
    assert!(person.contains(&format!("{}#p-1-120-150-700-260", item(painted::LETTER))));
    assert!(person.contains(&format!("{}#p-3", item(painted::LETTER))));
    let covered = page(files, &format!("en/{}", item(painted::COVERED)));
    assert!(
        covered.contains("A part of this page is covered")
            && covered.contains("to protect a person")
    );
}

#[test]
fn a_long_document_goes_on_over_several_pages() {
    let mut draft = draft();
    draft
        .items
        .retain(|item| item.item.number.0 == painted::LETTER);
    draft.items[0].sheets = [&[(560, 792), (280, 396), (280, 396)][..], &[(8, 8); 27]].concat();
    let options = Options {
        languages: vec![Lang::En],
        ..options()
    };
    // The painter has only three such pages: the others stand as lines, each with its anchor and its way on.
    let files = with_blobs(draft, Some(&Painter::default()), &options, 2).0;
    let letter = format!("documents/ev-{:06}", painted::LETTER);
    let first = page(&files, &format!("en/{letter}.html"));
    assert!(first.contains("id=\"p-12\"") && !first.contains("id=\"p-13\""));
    assert!(first.contains(&format!("{letter}-2.html#p-13")));
    let last = page(&files, &format!("en/{letter}-3.html"));
    assert!(last.contains("id=\"p-30\"") && last.contains(&format!("{letter}-2.html#p-24")));
    assert!(last.contains("could not be read"));
}

#[test]
fn a_recording_plays_where_it_stands_with_its_captions() {
    let files = shown();
    let film = page(files, &format!("fa/{}", item(painted::FILM)));
    assert!(film.contains("media-src 'self'"));
    assert!(film.contains("<video controls preload=\"none\""));
    assert!(film.contains("srclang=\"fa\" label=\"فارسی\" default"));
    assert!(film.contains(&format!("files/ev-{:06}.vtt", painted::CAPTIONS[0])));
    assert!(film.contains(&format!(
        "poster=\"../../pictures/ev-{:06}-1-",
        painted::FIELD[1]
    )));
    let playing = html(files).filter(|(_, text)| text.contains("media-src"));
    assert_eq!(playing.count(), 2, "one page in two languages");
}

#[test]
fn pictures_that_stand_there_are_not_made_again() {
    struct Kept;
    impl Sink for Kept {
        fn put(&self, path: &str, _: &[u8]) -> std::io::Result<()> {
            assert!(
                !path.ends_with(".avif") && !path.ends_with("default.jpg"),
                "{path}"
            );
            Ok(())
        }
        fn keep(&self, path: &str) -> bool {
            assert!(
                ["pictures/", "iiif/", "cards/"]
                    .iter()
                    .any(|folder| path.starts_with(folder)),
                "{path}"
            );
            true
        }
    }
    let edition = edition::compile(draft(), &Policy::new(Audience::Public));
    let painter = Painter::default();
    let pictures = Pictures::new(&edition, &painter);
    render(&edition, &pictures, &based(), 2, &Kept).expect("it is written");
    assert_eq!(painter.opened.load(Ordering::Relaxed), 0);
}

#[test]
fn a_covering_gives_a_picture_another_name() {
    let mut bare = draft();
    bare.items
        .retain(|item| item.item.number.0 == painted::COVERED);
    for item in &mut bare.items {
        item.covered.clear();
    }
    let options = Options {
        languages: vec![Lang::En],
        ..options()
    };
    let names = |files: &Files| -> BTreeSet<String> {
        let name = format!("pictures/ev-{:06}-", painted::COVERED);
        files
            .keys()
            .filter(|path| path.starts_with(&name))
            .cloned()
            .collect()
    };
    let bare = names(&with_blobs(bare, Some(&Painter::default()), &options, 2).0);
    let covered = names(shown());
    assert_eq!(bare.len(), covered.len());
    assert!(bare.is_disjoint(&covered));
}

#[test]
fn what_was_shown_before_and_is_not_now_leaves_a_gap_at_its_address() {
    let mut draft = draft();
    let person = id(RecordKind::Person, 2);
    let source = invented::source_id(3);
    draft.published = vec![
        Public::Record(person),
        Public::Item(EvidenceNumber(painted::COVERED)),
        Public::Item(EvidenceNumber(77)),
        Public::Source(source),
        // Still there.
        Public::Record(id(RecordKind::Person, 1)),
    ];
    for record in &mut draft.records {
        if record.id == person {
            record.access = model::access::Access::Confidential;
        }
    }
    for item in &mut draft.items {
        if item.item.number.0 == painted::COVERED {
            item.access = model::access::Access::Restricted;
        }
    }
    for each in &mut draft.sources {
        if each.source.id == source {
            each.access = model::access::Access::Restricted;
        }
    }
    let files = with_blobs(draft, None, &based(), 2).0;
    let person = person.to_string();
    let person = format!("people/{}/{person}.html", &person[1..3]);
    let gone = item(painted::COVERED);
    for (path, english, persian) in [
        (person.as_str(), "to protect a person", "برای"),
        (&gone, "for readers with rights", "برای"),
        (&item(77), "not in the archive", "بایگانی"),
        (
            &format!("sources/{source}.html"),
            "for readers with rights",
            "برای",
        ),
    ] {
        let text = page(&files, &format!("en/{path}"));
        assert!(
            text.contains("<h1>Withdrawn</h1>") && text.contains(english),
            "{path}"
        );
        let text = page(&files, &format!("fa/{path}"));
        assert!(
            text.contains("پس‌گرفته‌شده") && text.contains(persian),
            "{path}"
        );
    }
    let name = format!("ev-{:06}-", painted::COVERED);
    assert!(files.keys().all(|path| !path.contains(&name)));
    assert!(!page(&files, &format!("en/{}", victim())).contains("Withdrawn"));
}

#[test]
fn items_are_found_by_kind_and_by_year() {
    let files = shown();
    let list = page(files, "en/documents/index.html");
    for (path, holds, not) in [
        ("documents/kind/pictures.html", "EV-000020", "EV-000024"),
        ("documents/kind/papers.html", "EV-000024", "EV-000020"),
        ("documents/kind/recordings.html", "EV-000028", "EV-000020"),
        ("documents/added/2025.html", "EV-000022", "EV-000020"),
    ] {
        assert!(
            list.contains(path.trim_start_matches("documents/")),
            "{path}"
        );
        let text = page(files, &format!("en/{path}"));
        assert!(text.contains(holds) && !text.contains(not), "{path}");
    }
    assert!(list.contains("class=\"thumb\""));
}
