//! Ways to visit: on a stick, on a screen in the room; and bad arrangements.

use std::collections::BTreeSet;

use edition::{Audience, Pictures, Policy};
use exhibition::{Options, RenderError, Way, render};
use model::arrangement::RoomText;

use crate::{
    files::{Files, html, options, page, public, written},
    invented,
};

fn going(way: Way, threads: usize) -> Files {
    let options = Options {
        way,
        base_address: Some("https://example.org".to_owned()),
        ..options()
    };
    written(invented::draft(30), &options, threads).0
}

#[test]
fn the_sums_of_a_stick_are_those_of_all_its_files_in_any_number_of_threads() {
    let files = going(Way::Stick, 3);
    assert!(files == going(Way::Stick, 1));
    let sums = page(&files, "SHA256SUMS");
    let mut listed = BTreeSet::new();
    for line in sums.lines() {
        let (sum, path) = line.split_once("  ").expect("two columns");
        let bytes = files.get(path).unwrap_or_else(|| panic!("no {path}"));
        assert_eq!(sum, proof::digest::Digest::of(bytes).to_string(), "{path}");
        assert!(listed.insert(path), "{path} twice");
    }
    assert_eq!(listed.len() + 1, files.len());
    assert!(listed.contains("START.html") && !listed.contains("SHA256SUMS"));
}

#[test]
fn a_stick_explains_itself_in_every_language_to_the_simplest_editor() {
    let files = going(Way::Stick, 2);
    let readme = page(&files, "README.txt");
    let text = readme.strip_prefix('\u{feff}').expect("a byte order mark");
    assert!(text.ends_with("\r\n") && text.matches('\n').count() == text.matches("\r\n").count());
    for words in [
        "open START.html",
        "ouvrez START.html",
        "START.html را",
        "افتح START.html",
        "Invented data for tests",
        "corrections@invented.example",
    ] {
        assert!(text.contains(words), "{words}");
    }
    assert_eq!(files["START.html"], files["index.html"]);
    assert!(page(&files, "en/about/check.html").contains("sha256sum --check SHA256SUMS"));
    let web = public(invented::draft(3));
    for only in ["START.html", "README.txt", "SHA256SUMS", "assets/kiosk.css"] {
        assert!(!web.contains_key(only), "{only}");
    }
}

#[test]
fn every_name_on_a_stick_can_stand_on_its_file_system() {
    let files = going(Way::Stick, 2);
    let mut folded = BTreeSet::new();
    for path in files.keys() {
        assert!(path.len() < 120, "{path}");
        assert!(
            folded.insert(path.to_lowercase()),
            "{path} differs in case only"
        );
        for name in path.split('/') {
            let stem = name.split('.').next().unwrap_or_default().to_lowercase();
            let reserved = ["con", "prn", "aux", "nul"].contains(&stem.as_str())
                || (stem.len() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")));
            let plain = name
                .bytes()
                .all(|byte| byte.is_ascii_graphic() && !br#":*?"<>|\"#.contains(&byte));
            assert!(plain && !reserved && !name.ends_with('.'), "{path}");
        }
    }
}

#[test]
fn a_kiosk_leads_back_and_never_out() {
    let files = going(Way::Kiosk, 2);
    let mut sources = 0;
    for (path, text) in html(&files) {
        assert!(!text.contains("href=\"http"), "{path} leads out");
        sources += usize::from(text.contains("https://example.org/invented"));
        if path == "index.html" || text.contains("class=\"stub\"") {
            continue;
        }
        assert!(text.contains("assets/kiosk.css\">"), "{path}");
        let up = "../".repeat(path.matches('/').count());
        let refresh = format!(
            "<noscript><meta http-equiv=\"refresh\" content=\"90;url={up}index.html\"></noscript>"
        );
        assert!(text.contains(&refresh), "{path}");
        let bar = text.split("<nav class=\"foot\"").nth(1).expect("a bar");
        assert!(bar.matches("<a href=").count() == 5, "{path}: {bar}");
        assert!(
            text.contains("<p id=\"idle\" role=\"status\" hidden"),
            "{path}"
        );
    }
    assert!(sources > 0, "addresses still stand as text");
    let style = page(&files, "assets/kiosk.css");
    assert!(style.contains("font-size: 28px") && style.contains("min-block-size: 64px"));
    for (path, text) in html(&public(invented::draft(3))) {
        assert!(
            !text.contains("kiosk")
                && (!text.contains("http-equiv=\"refresh\"") || text.contains("class=\"stub\"")),
            "{path}"
        );
    }
}

#[test]
fn words_without_a_translation_stand_in_their_own_language_and_say_so() {
    let files = public(invented::draft(3));
    let french = page(&files, "fr/index.html");
    assert!(
        french.contains("<p class=\"untranslated\">Non traduit. Ces mots sont en anglais.</p><div class=\"intro\" lang=\"en\" dir=\"ltr\">"),
        "{french}"
    );
    let arabic = page(&files, "ar/graves/index.html");
    assert!(
        arabic.contains("class=\"untranslated\"") && arabic.contains("lang=\"en\" dir=\"ltr\"")
    );
    for whole in [
        "en/index.html",
        "en/graves/index.html",
        "fa/graves/index.html",
    ] {
        assert!(
            !page(&files, whole).contains("class=\"intro\" lang=\"en\"")
                || whole.starts_with("en/")
        );
        let main = page(&files, whole)
            .split("<main")
            .nth(1)
            .expect("a main part");
        let before_rooms = main.split("class=\"contact\"").next().expect("a part");
        assert!(
            whole == "fa/index.html" || !before_rooms.contains("class=\"untranslated\""),
            "{whole}"
        );
    }
}

#[test]
fn two_rooms_of_one_address_are_refused_by_name() {
    for (room, again) in [("graves", "graves"), ("people", "sources")] {
        let mut draft = invented::draft(1);
        draft
            .arrangement
            .rooms
            .retain(|known| known.room.as_str() == room);
        draft.arrangement.rooms.push(RoomText {
            room: invented::term(again),
            title: Default::default(),
            introduction: Default::default(),
        });
        let edition = edition::compile(draft, &Policy::new(Audience::Public));
        let ignore = |_: &str, _: &[u8]| Ok(());
        let refused = render(&edition, &Pictures::none(&edition), &options(), 1, &ignore);
        let Err(RenderError::TwoRooms { room }) = refused else {
            panic!("{again} stands twice")
        };
        assert_eq!(room, again);
    }
}
