//! The exhibition on paper, read again as a reader of PDF and a telephone read it.

use std::{collections::BTreeMap, fs, process::Command, sync::Mutex};

use edition::{Audience, Pictures, Policy, draft::Draft};
use exhibition::{Lang, PanelOptions, PanelReport, People, RenderError, Size, print_panels};
use model::{access::Access, id::RecordKind, value::Value};

use crate::{
    files::{self, Files},
    invented::{self, id, record, say, term, text},
};

const BASE: &str = "https://memorial.example";

fn options() -> PanelOptions {
    PanelOptions {
        pairs: vec![(Lang::En, Lang::Fa)],
        base_address: Some(BASE.to_owned()),
        ..PanelOptions::default()
    }
}

fn printed(draft: Draft, options: &PanelOptions) -> (Files, PanelReport) {
    let edition = edition::compile(draft, &Policy::new(Audience::Public));
    let files = Mutex::new(Files::new());
    let sink = |path: &str, bytes: &[u8]| {
        let before = files
            .lock()
            .expect("not poisoned")
            .insert(path.to_owned(), bytes.to_vec());
        assert!(before.is_none(), "{path} is written twice");
        Ok(())
    };
    let report = print_panels(&edition, &Pictures::none(&edition), options, &sink)
        .expect("they are printed");
    (files.into_inner().expect("not poisoned"), report)
}

/// What a program of poppler-utils makes of a PDF: files it writes, by name, and what it says.
fn poppler(program: &str, arguments: &[&str], pdf: &[u8]) -> (BTreeMap<String, Vec<u8>>, String) {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("in.pdf"), pdf).expect("a file");
    let output = Command::new(program)
        .args(arguments)
        .current_dir(folder.path())
        .output()
        .expect("poppler-utils is installed");
    assert!(output.status.success(), "{program}: {output:?}");
    let files = fs::read_dir(folder.path())
        .expect("a folder")
        .map(|child| child.expect("a child"))
        .map(|child| {
            let bytes = fs::read(child.path()).expect("a file");
            (child.file_name().to_string_lossy().into_owned(), bytes)
        })
        .filter(|(name, _)| name != "in.pdf")
        .collect();
    (files, String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The text of each page.
fn pages(pdf: &[u8]) -> Vec<String> {
    let (_, text) = poppler("pdftotext", &["-enc", "UTF-8", "in.pdf", "-"], pdf);
    let pages = text.split('\u{c}').map(str::to_owned);
    let mut pages: Vec<String> = pages.collect();
    pages.pop();
    pages
}

fn file<'f>(files: &'f Files, name: &str) -> &'f [u8] {
    files
        .get(name)
        .unwrap_or_else(|| panic!("no {name} among {:?}", files.keys()))
}

/// What the codes on page `page` say, as a telephone reads the printed page.
fn codes(pdf: &[u8], page: u32, dots: u32) -> Vec<String> {
    let (page, dots) = (page.to_string(), dots.to_string());
    let arguments = [
        "-r", &dots, "-gray", "-f", &page, "-l", &page, "in.pdf", "page",
    ];
    let (files, _) = poppler("pdftoppm", &arguments, pdf);
    let picture = files.into_values().next().expect("a picture");
    let picture = netpbm(&picture);
    let mut prepared = rqrr::PreparedImage::prepare_from_greyscale(picture.0, picture.1, |x, y| {
        picture.2[y * picture.0 + x]
    });
    let grids = prepared.detect_grids();
    grids
        .iter()
        .map(|grid| grid.decode().expect("a code that can be read").1)
        .collect()
}

/// Width, height and grey values of a binary PGM.
fn netpbm(bytes: &[u8]) -> (usize, usize, &[u8]) {
    let mut parts = bytes.splitn(4, |byte| byte.is_ascii_whitespace());
    let mut number = |skip: bool| -> usize {
        let part = parts.next().expect("a header");
        if skip {
            assert_eq!(part, b"P5");
            return 0;
        }
        std::str::from_utf8(part)
            .expect("ASCII")
            .parse()
            .expect("a number")
    };
    number(true);
    let (width, height) = (number(false), number(false));
    (width, height, &bytes[bytes.len() - width * height..])
}

/// The page of the site to which a code leads, as the visitor of `lang` follows it.
fn behind<'s>(site: &'s Files, code: &str, lang: &str) -> &'s str {
    let path = code
        .strip_prefix("HTTPS://MEMORIAL.EXAMPLE/")
        .unwrap_or_else(|| panic!("{code} is another address"));
    let stub = files::page(site, path);
    let link = stub
        .split("href=\"../")
        .filter_map(|rest| rest.split('"').next())
        .find(|link| link.starts_with(&format!("{lang}/")))
        .unwrap_or_else(|| panic!("{path} leads nowhere in {lang}"));
    files::page(site, link)
}

#[test]
fn every_kind_of_sheet_is_printed_and_named_by_size_room_and_languages() {
    let (files, report) = printed(invented::draft(6), &options());
    for name in [
        "a1-00-title-en-fa.pdf",
        "a1-02-graves-en-fa.pdf",
        "a1-12-about-en-fa.pdf",
        "a1-names-en-fa.pdf",
        "a4-book-of-names-en-fa.pdf",
        "a3-people-en-fa.pdf",
        "a2-sites-en-fa.pdf",
        "label-objects-en-fa.pdf",
        "a4-handout-en-fa.pdf",
        "a2-poster-en-fa.pdf",
        "a4-guest-sheet-en-fa.pdf",
        "a3-lectern-en-fa.pdf",
    ] {
        assert!(file(&files, name).starts_with(b"%PDF"), "{name}");
    }
    assert_eq!(report.files, files.len() as u64);
    assert_eq!(report.people, 6);
    assert_eq!(report.pictures_missing, Vec::<String>::new());
    // Rooms with the curator's words in both languages.
    let graves = pages(file(&files, "a1-02-graves-en-fa.pdf")).concat();
    assert!(graves.contains("What an invented curator says"), "{graves}");
    assert!(graves.contains("موزه"), "{graves}");
}

#[test]
fn the_language_from_the_left_stands_at_the_left_whatever_the_order() {
    let swapped = PanelOptions {
        pairs: vec![(Lang::Ar, Lang::Fr)],
        sizes: vec![Size::A2],
        ..options()
    };
    let (files, _) = printed(invented::draft(3), &swapped);
    let (_, boxes) = poppler(
        "pdftotext",
        &["-bbox", "in.pdf", "-"],
        file(&files, "a2-03-documents-fr-ar.pdf"),
    );
    let place = |word: &str| -> f64 {
        let line = boxes
            .lines()
            .find(|line| line.contains(&format!(">{word}<")))
            .unwrap_or_else(|| panic!("{word} is not in {boxes}"));
        let rest = line.split("xMin=\"").nth(1).expect("a place");
        let number = rest.split('"').next().expect("a number");
        number.parse().expect("a number")
    };
    // 420 mm are 1190 points.
    assert!(place("3") < 595.0);
    assert!(place("٣") > 595.0);
}

#[test]
fn every_sheet_of_invented_data_says_so() {
    let (files, _) = printed(invented::draft(3), &options());
    for (name, pdf) in &files {
        for (place, page) in pages(pdf).iter().enumerate() {
            let words = page.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(
                words.contains("Invented data"),
                "page {} of {name}: {words}",
                place + 1
            );
        }
    }
}

#[test]
fn codes_are_read_from_the_page_and_lead_to_the_room_or_record() {
    let draft = || invented::draft(4);
    let (files, _) = printed(draft(), &options());
    let site_options = exhibition::Options {
        base_address: Some(BASE.to_owned()),
        ..files::options()
    };
    let (site, _) = files::written(draft(), &site_options, 2);
    let first = |name: &str, page: u32, dots: u32| -> String {
        let found = codes(file(&files, name), page, dots);
        assert_eq!(found.len(), 1, "{name}: {found:?}");
        found[0].clone()
    };
    let room = first("a1-02-graves-en-fa.pdf", 1, 50);
    assert_eq!(room, "HTTPS://MEMORIAL.EXAMPLE/Q/GRAVES.HTML");
    assert!(behind(&site, &room, "fa").contains("<html lang=\"fa\""));
    for (name, dots) in [
        ("a3-people-en-fa.pdf", 75),
        ("a2-sites-en-fa.pdf", 100),
        ("label-objects-en-fa.pdf", 110),
    ] {
        for page in 1..=2 {
            let code = first(name, page, dots);
            let target = behind(&site, &code, "en");
            let key = code
                .rsplit('/')
                .next()
                .expect("a name")
                .to_ascii_lowercase();
            let identifier = key.trim_end_matches(".html");
            assert!(
                target.to_ascii_lowercase().contains(identifier),
                "{name}: {code} leads elsewhere"
            );
        }
    }
    // A code of 25 mm is held in the hand and read from near.
    for (name, dots) in [
        ("a1-00-title-en-fa.pdf", 75),
        ("a2-poster-en-fa.pdf", 75),
        ("a4-guest-sheet-en-fa.pdf", 120),
        ("a1-names-en-fa.pdf", 75),
    ] {
        behind(&site, &first(name, 1, dots), "ar");
    }
}

#[test]
fn without_an_address_there_is_no_code_but_the_place_in_words() {
    let bare = PanelOptions {
        base_address: None,
        ..options()
    };
    let (files, _) = printed(invented::draft(3), &bare);
    let graves = file(&files, "a1-02-graves-en-fa.pdf");
    assert_eq!(codes(graves, 1, 50), Vec::<String>::new());
    let words = pages(graves).concat();
    assert!(words.contains("en/graves/index.html"), "{words}");
    let (site, _) = files::written(invented::draft(3), &files::options(), 2);
    assert!(!site.keys().any(|path| path.starts_with("Q/")));
}

#[test]
fn no_secret_of_a_draft_is_on_paper() {
    const SECRET: &str = "kanaryx";
    let mut draft = invented::draft(5);
    let victim = draft.records[2].id;
    let mut number = 0xabc0;
    for property in ["name", "place-of-death", "described-as", "father-name"] {
        let saying = say(
            victim,
            property,
            text(&format!("{SECRET} {property}"), "en"),
            4,
        )
        .at(SECRET)
        .access(Access::Confidential);
        number += 1;
        let claim = model::id::ClaimId::from_bits(number);
        draft.records[2].claims.push((claim, saying.0));
    }
    let hidden = id(RecordKind::Person, 800_000);
    let mut closed = record(vec![
        say(hidden, "name", text(&format!("{SECRET} person"), "en"), 4),
        say(hidden, "listed-as", Value::Term(term("victim")), 4),
    ]);
    closed.access = Access::Confidential;
    draft.records.push(closed);
    draft.sources[3].access = Access::Confidential;
    draft.sources[3].source.title = format!("{SECRET} source");
    draft.items[0].access = Access::Restricted;
    draft.items[0].item.title = Some(format!("{SECRET} item"));
    let (files, _) = printed(draft, &options());
    for (name, pdf) in &files {
        let text = pages(pdf).concat();
        assert!(!text.contains(SECRET), "{name}: {text}");
        let found = pdf
            .windows(SECRET.len())
            .any(|window| window.eq_ignore_ascii_case(SECRET.as_bytes()));
        assert!(!found, "{name} holds a secret");
    }
    // The check can fail: what is open is there, and what is withheld is a visible gap.
    let people = pages(file(&files, "a3-people-en-fa.pdf")).concat();
    assert!(people.contains("Father"), "{people}");
    assert!(people.contains("Withheld:"), "{people}");
}

#[test]
fn hostile_and_endless_names_are_printed_as_text() {
    let mut draft = invented::draft(3);
    let victim = id(RecordKind::Person, 700_900);
    let endless = id(RecordKind::Person, 700_901);
    let nameless = id(RecordKind::Person, 700_902);
    let listed = |about| say(about, "listed-as", Value::Term(term("victim")), 4);
    draft.records.push(record(vec![
        listed(victim),
        say(
            victim,
            "name",
            text("#panic(\"x\") $ *Zadix* \u{202e}desrever 中", "en"),
            4,
        ),
    ]));
    let long = "Zqx".repeat(1334);
    draft.records.push(record(vec![
        listed(endless),
        say(endless, "name", text(&long, "en"), 4),
    ]));
    draft.records.push(record(vec![listed(nameless)]));
    let (files, _) = printed(draft, &options());
    let whole = |name: &str| -> String {
        let text = pages(file(&files, name)).concat();
        text.split_whitespace().collect()
    };
    for name in [
        "a1-names-en-fa.pdf",
        "a4-book-of-names-en-fa.pdf",
        "a3-people-en-fa.pdf",
    ] {
        let text = whole(name);
        assert!(
            text.contains("#panic(\"x\")$*Zadix*[U+202E]desrever[U+4E2D]"),
            "{name}: {text}"
        );
        assert!(text.contains("ZqxZqxZqx"), "{name}");
    }
    assert!(whole("a3-people-en-fa.pdf").contains("Apersonwithoutaknownname"));
    assert!(whole("a1-names-en-fa.pdf").contains("Onepersonstandsonthiswallwithoutaname"));
}

#[test]
fn sizes_are_those_asked_for_and_marks_only_when_asked_for() {
    let size = |pdf: &[u8], which: &str| -> String {
        let (_, says) = poppler("pdfinfo", &["-box", "in.pdf"], pdf);
        let line = says.lines().find(|line| line.starts_with(which));
        line.map(|line| line.split_once(':').expect("a value").1.trim().to_owned())
            .unwrap_or_default()
    };
    let wide = |value: &str| -> f64 {
        let numbers: Vec<f64> = value
            .split_whitespace()
            .map(|number| number.parse().expect("a number"))
            .collect();
        ((numbers[2] - numbers[0]) / 72.0 * 25.4).round()
    };
    for (sizes, name, width) in [
        (Size::A0, "a0-00-title-en-fa.pdf", 841.0),
        (Size::A2, "a2-00-title-en-fa.pdf", 420.0),
        (Size::A3, "a3-poster-en-fa.pdf", 297.0),
        (Size::RollUp, "rollup-01-people-en-fa.pdf", 850.0),
        (Size::A5, "a5-handout-en-fa.pdf", 148.0),
    ] {
        for marks in [false, true] {
            let asked = PanelOptions {
                sizes: vec![sizes],
                marks,
                ..options()
            };
            let (files, _) = printed(invented::draft(3), &asked);
            assert!(files.keys().all(|name| name.starts_with(sizes.slug())));
            let pdf = file(&files, name);
            assert_eq!(wide(&size(pdf, "TrimBox")), width, "{name}");
            let media = wide(&size(pdf, "MediaBox"));
            assert_eq!(media > width, marks, "{name}: {media} mm");
        }
    }
}

#[test]
fn the_same_edition_gives_the_same_sheets() {
    let small = PanelOptions {
        sizes: vec![Size::A3, Size::A4],
        ..options()
    };
    let (first, _) = printed(invented::draft(5), &small);
    let (second, _) = printed(invented::draft(5), &small);
    assert_eq!(first, second);
}

#[test]
fn panels_of_people_are_of_those_chosen_and_nobody_else() {
    let edition = edition::compile(invented::draft(60), &Policy::new(Audience::Public));
    let none = Pictures::none(&edition);
    let run = |people: People| {
        let asked = PanelOptions {
            people,
            sizes: vec![Size::A3],
            ..options()
        };
        print_panels(&edition, &none, &asked, &|_: &str, _: &[u8]| Ok(()))
    };
    // More than a room holds, so nobody unasked.
    assert_eq!(run(People::Few).expect("printed").people, 0);
    assert_eq!(run(People::All).expect("printed").people, 60);
    let one = id(RecordKind::Person, 7);
    assert_eq!(run(People::Chosen(vec![one])).expect("printed").people, 1);
    let official = id(RecordKind::Person, 700_001);
    let error = run(People::Chosen(vec![one, official])).expect_err("a refusal");
    assert!(matches!(error, RenderError::NotOnTheWall(id) if id == official));
    let nobody = PanelOptions {
        pairs: Vec::new(),
        ..options()
    };
    let error = print_panels(&edition, &none, &nobody, &|_: &str, _: &[u8]| Ok(()));
    assert!(matches!(error, Err(RenderError::NoLanguage)));
}
