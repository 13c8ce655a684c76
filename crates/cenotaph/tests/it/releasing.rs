//! Releases at the command line: what may not go out, and what the page of corrections says afterwards.

use std::fs;

use crate::run::{Place, files};

/// The languages of an exhibition.
const LANGUAGES: [&str; 4] = ["en", "fr", "fa", "ar"];

/// A place with an archive of the invented case and its pictures, after `change` of what is said of them.
fn invented(change: impl Fn(String) -> String) -> Place {
    let place = Place::with_archive();
    let out = ["synth", "--people", "12", "--pictures", "--out", "case"];
    place.run(&out).ok();
    let said = fs::read_to_string(place.path("case/exhibition.toml")).expect("an arrangement");
    place.write("case/exhibition.toml", change(said));
    place.on_archive(&["import", "case"]).ok();
    place
}

/// The arrangement without the words for those who do not see the picture `file`.
fn without_alt(said: &str, file: &str) -> String {
    let start = said
        .find(&format!("file = \"{file}\""))
        .expect("the picture");
    let (before, item) = said.split_at(start);
    let (head, rest) = item.split_once("[item.alt]").expect("its words");
    let (_, after) = rest.split_once("[item.caption]").expect("its caption");
    format!("{before}{head}[item.caption]{after}")
}

#[test]
fn a_picture_without_words_is_not_released_and_nothing_is_recorded() {
    let place = invented(|said| without_alt(&said, "pictures/distressing.png"));
    let items = place.json(&["exhibit", "--out", "shown"])["problems"].clone();
    assert_eq!(items.as_array().map(Vec::len), Some(1), "{items}");
    assert_eq!(items[0]["code"], "picture-no-alt");
    let number = items[0]["file"].as_str().expect("a file");
    let number = number.split(' ').next().expect("a number").to_owned();
    let (entries, archive) = (place.entries(), files(&place.path("a")));

    let refused = place
        .on_archive(&["exhibit", "--out", "site", "--release", "For the opening."])
        .ends_with(2);
    assert_eq!(refused.out, "");
    assert_eq!(
        refused.err,
        format!(
            "error: pictures are shown that nobody has put into words: {number}\n\n\
             hint: say what can be seen on each of them (`alt` in the arrangement of the case), or do not show them\n"
        )
    );
    let refused = place.run(&[
        "--archive",
        "a",
        "--json",
        "exhibit",
        "--out",
        "site",
        "--release",
        "",
    ]);
    assert_eq!((refused.code, refused.out.as_str()), (2, ""));

    assert_eq!(place.entries(), entries);
    assert_eq!(files(&place.path("a")), archive, "no manifest is kept");
    assert!(!place.path("site").exists(), "nothing is written");
    // What an earlier run wrote stays as it is.
    let before = files(&place.path("shown"));
    let again = ["exhibit", "--out", "shown", "--release", "Once more."];
    place.on_archive(&again).ends_with(2);
    assert_eq!(files(&place.path("shown")), before);
}

#[test]
fn with_words_for_every_picture_it_is_released() {
    let place = invented(|said| said);
    let entries = place.entries();
    let released = place.json(&["exhibit", "--out", "site", "--release", "For the opening."]);
    assert_eq!(released["release"], 1, "{released}");
    assert_eq!(place.entries(), entries + 1);
    assert!(place.path("a/releases/0001.manifest").exists());
}

#[test]
fn the_page_of_corrections_shows_what_was_released_and_what_was_withdrawn() {
    let place = Place::with_archive();
    place.write(
        "list.csv",
        "rec_id,name,place\n1,Withdrawn Person,Tehran\n2,Shirin Omid,Karaj\n",
    );
    let import = ["import", "list.csv", "--access", "public"];
    place.on_archive(&import).ok();
    let id = place.json(&["search", "Withdrawn"])["hits"][0]["id"].clone();
    let id = id.as_str().expect("found").to_owned();
    let release = |note: &str| place.json(&["exhibit", "--out", "site", "--release", note]);
    let page = |lang: &str| {
        let path = place.path(&format!("site/{lang}/about/corrections.html"));
        fs::read_to_string(path).expect("a page")
    };
    let first = release("The first of them.");
    for lang in LANGUAGES {
        let page = page(lang);
        assert!(!page.contains("The first of them."), "{lang}: none before");
        assert!(!page.contains(&id), "{lang}: nothing is withdrawn");
    }
    let address = files(&place.path("site"))
        .into_iter()
        .find(|path| path.ends_with(format!("{id}.html")))
        .expect("her page");
    place
        .on_archive(&["erase", &id, "--reason", "request-of-family"])
        .ok();
    let second = release("The second of them.");
    assert_eq!(second["release"], 2);
    place.write("more.csv", "rec_id,name\n3,Golnar Azadi\n");
    place
        .on_archive(&["import", "more.csv", "--access", "public"])
        .ok();
    place.on_archive(&["exhibit", "--out", "site"]).ok();
    for lang in LANGUAGES {
        let page = page(lang);
        let (newer, older) = (
            page.find("The second of them.").expect("the second"),
            page.find("The first of them.").expect("the first"),
        );
        assert!(newer < older, "{lang}: the newest comes first");
        for manifest in [&first["manifest"], &second["manifest"]] {
            let digest = manifest.as_str().expect("a digest");
            assert!(page.contains(digest), "{lang}: {digest}");
        }
        assert!(page.contains(&id), "{lang}: her identifier");
        assert!(page.contains("class=\"gap"), "{lang}: and the reason");
        assert!(!page.contains("Withdrawn Person"), "{lang}");
    }
    let old = fs::read_to_string(&address).expect("her old address stands");
    assert!(old.contains("class=\"gap"), "{old}");
    assert!(!old.contains("Withdrawn Person"));
}
