//! What an archivist does on an ordinary day.

use crate::run::Place;

const LIST: &str = "rec_id,list,name,name_fa,father,sex,birth,death,place\n\
    1,a,Bahram Azad,بهرام آزاد,Reza,M,1340,1988-08,Tehran\n\
    2,a,Bahram Azad,بهرام آزاد,,M,,1988,Karaj\n\
    3,a,Shirin Omid,شیرین امید,,F,1958,1988,Tehran\n";

#[test]
fn a_list_becomes_people_who_can_be_found_in_either_script() {
    let place = Place::with_archive();
    place.write("list.csv", LIST);
    place
        .on_archive(&["import", "list.csv"])
        .ok()
        .says(&["3 rows read", "3 new records"]);
    let hits = place.json(&["search", "آزاد"])["hits"]
        .as_array()
        .expect("hits")
        .len();
    assert_eq!(hits, 2, "two people with one name stay two people");
    assert_eq!(
        place.json(&["search", "azad"])["hits"]
            .as_array()
            .expect("hits")
            .len(),
        2
    );
    place
        .on_archive(&["search", "nobody"])
        .ok()
        .says(&["Nothing found"]);
}

#[test]
fn importing_twice_changes_nothing() {
    let place = Place::with_archive();
    place.write("list.csv", LIST);
    place.on_archive(&["import", "list.csv"]).ok();
    let (entries, root) = (place.entries(), place.json(&["check"])["root"].clone());
    place
        .on_archive(&["import", "list.csv"])
        .ok()
        .says(&["Nothing was new"]);
    assert_eq!(
        (place.entries(), place.json(&["check"])["root"].clone()),
        (entries, root)
    );
}

#[test]
fn files_keep_their_numbers_and_their_bytes() {
    let place = Place::with_archive();
    place.write("in/one.txt", "one");
    place.write("in/two.txt", "two");
    let added = place.json(&["add", "in"]);
    assert_eq!(added["items"][0]["number"], "EV-000001");
    assert_eq!(added["items"][1]["number"], "EV-000002");
    // SHA-256 of "one", from FIPS 180-4 as openssl computes it.
    assert_eq!(
        added["items"][0]["sha256"],
        "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"
    );
    let again = place.json(&["add", "in/one.txt"]);
    assert_eq!(again["items"][0]["known"], true);
    assert_eq!(again["items"][0]["number"], "EV-000001");
    place
        .on_archive(&["check"])
        .ok()
        .says(&["Everything that was checked holds"]);
}

#[test]
fn the_archive_is_found_from_a_folder_below_it() {
    let place = Place::with_archive();
    place.write("a/below/note.txt", "x");
    let ran = std::process::Command::new(env!("CARGO_BIN_EXE_cenotaph"))
        .args(["log"])
        .current_dir(place.path("a/below"))
        .env_clear()
        .output()
        .expect("runs");
    assert!(ran.status.success(), "{ran:?}");
    assert!(String::from_utf8_lossy(&ran.stdout).contains("archive made"));
}

#[test]
fn an_exhibition_written_again_leaves_what_has_not_changed_alone() {
    let place = Place::with_archive();
    place.write("list.csv", LIST);
    place
        .on_archive(&["import", "list.csv", "--access", "public"])
        .ok();
    let first = place.json(&["exhibit", "--out", "site", "--languages", "en"]);
    assert_eq!(
        first["people"], 0,
        "nobody said that these people are listed as victims"
    );
    let second = place.json(&["exhibit", "--out", "site", "--languages", "en"]);
    assert_eq!(second["unchanged"], second["files"]);
    place.write("full/something.txt", "mine");
    place
        .on_archive(&["exhibit", "--out", "full"])
        .fails(&["`full` is not empty"]);
    assert_eq!(
        std::fs::read_to_string(place.path("full/something.txt")).expect("still there"),
        "mine"
    );
}

#[test]
fn a_made_up_case_says_so_and_is_not_mixed_with_a_real_one() {
    let place = Place::with_archive();
    place
        .run(&["synth", "--people", "40", "--out", "invented"])
        .ok()
        .says(&["nothing in it is real"]);
    place.on_archive(&["import", "invented"]).ok();
    place.on_archive(&["exhibit", "--out", "site"]).ok();
    for path in crate::run::files(&place.path("site")) {
        if path.extension().is_some_and(|ending| ending == "html")
            && path.components().any(|part| part.as_os_str() == "en")
        {
            let page = std::fs::read_to_string(&path).expect("a page");
            assert!(
                page.contains("nvented") || page.contains("http-equiv=\"refresh\""),
                "{} does not say so",
                path.display()
            );
        }
    }
    let case = concat!(env!("CARGO_MANIFEST_DIR"), "/../../cases/paris-2019");
    place
        .on_archive(&["import", case])
        .fails(&["must not be mixed"]);
}

#[test]
fn a_receipt_and_its_entry_convince_a_stranger() {
    let place = Place::with_archive();
    place.write("list.csv", LIST);
    place.on_archive(&["import", "list.csv"]).ok();
    place
        .on_archive(&["log", "--receipt", "1", "--out", "r"])
        .ok();
    let policy = place.path("a/policy").display().to_string();
    let verify = [
        "verify",
        "r/1.tlog-proof",
        "--data",
        "r/1.json",
        "--policy",
        policy.as_str(),
    ];
    place
        .run(&verify)
        .ok()
        .says(&["the entry is in the ledger"]);
    place.write("r/1.json", "{}");
    place.run(&verify).ends_with(1).says(&["DOES NOT HOLD"]);
}

#[test]
fn a_report_is_read_into_its_parts_and_its_nested_quotation() {
    let place = Place::new();
    let report = crate::run::shared("paris-2019/seed_press_report.txt");
    let ran = place
        .run(&["--json", "read", report.to_str().expect("UTF-8")])
        .ok();
    let read: serde_json::Value = serde_json::from_str(&ran.out).expect("one JSON document");
    assert_eq!(read["dateline"]["place"], "Paris");
    assert_eq!(read["dateline"]["date"], "2019-08-31");
    assert_eq!(read["byline"], "PMOI/MEK");
    let flags: Vec<_> = read["flags"]
        .as_array()
        .expect("flags")
        .iter()
        .map(|flag| flag["code"].as_str())
        .collect();
    assert!(
        flags.contains(&Some("advertising-slot")) && flags.contains(&Some("repeated-caption")),
        "{flags:?}"
    );
    let text: Vec<char> = read["text"].as_str().expect("text").chars().collect();
    for part in read["entities"]
        .as_array()
        .expect("entities")
        .iter()
        .chain(read["quotes"].as_array().expect("quotes"))
    {
        let span =
            |name: &str| usize::try_from(part[name].as_u64().expect("a place")).expect("fits");
        let words: String = text[span("start")..span("end")].iter().collect();
        assert_eq!(
            part["text"], words,
            "spans are Unicode scalar values of the text"
        );
    }
    let nested = read["quotes"]
        .as_array()
        .expect("quotes")
        .iter()
        .find(|quote| !quote["inside"].is_null());
    assert_eq!(
        nested.expect("a quotation inside another")["speaker"],
        "Mostafa Pour Mohammadi"
    );
    place.write("page.html", "<html lang=fr><title>Un titre</title><nav>menu</nav><p>Le texte de la page, assez long pour compter.</p>");
    let ran = place.run(&["--json", "read", "page.html"]).ok();
    let read: serde_json::Value = serde_json::from_str(&ran.out).expect("one JSON document");
    assert_eq!(
        (&read["media_type"], &read["title"], &read["language"]),
        (&"text/html".into(), &"Un titre".into(), &"fr".into())
    );
    assert!(!read["text"].as_str().expect("text").contains("menu"));
}

#[test]
fn an_index_that_is_behind_says_so_rather_than_look_empty() {
    let place = Place::with_archive();
    place.write("one.csv", "rec_id,name\n1,Azad\n");
    place.on_archive(&["import", "one.csv"]).ok();
    let (catalog, kept) = (place.path("a/catalog/catalog.db"), place.path("kept.db"));
    std::fs::copy(&catalog, &kept).expect("kept");
    place.write("two.csv", "rec_id,name\n2,Omid\n");
    place.on_archive(&["import", "two.csv"]).ok();
    for leftover in ["catalog.db-wal", "catalog.db-shm"] {
        let _ = std::fs::remove_file(place.path("a/catalog").join(leftover));
    }
    std::fs::copy(&kept, &catalog).expect("put back");
    let found = place.json(&["search", "omid"]);
    assert_eq!(found["hits"].as_array().expect("hits").len(), 0);
    assert!(found["behind"].as_u64().expect("a count") >= 2, "{found}");
    place
        .on_archive(&["search", "omid"])
        .ok()
        .says(&["The index is behind by"]);
    // Whoever opens the archive to write brings the index up to date.
    place.write("x.txt", "x");
    place.on_archive(&["add", "x.txt"]).ok();
    let found = place.json(&["search", "omid"]);
    assert_eq!(found["behind"], 0);
    assert_eq!(found["hits"].as_array().expect("hits").len(), 1);
}

#[test]
fn what_was_kept_back_can_be_shown_later_without_being_recorded_twice() {
    let place = Place::with_archive();
    place.write("list.csv", LIST);
    place.on_archive(&["import", "list.csv"]).ok();
    let shown = |out: &str| {
        place
            .on_archive(&["exhibit", "--out", out, "--languages", "en"])
            .ok();
        !crate::run::holding(&place.path(out), "Tehran".as_bytes()).is_empty()
    };
    assert!(
        !shown("before"),
        "a table is restricted unless somebody says otherwise"
    );
    let again = place.json(&["import", "list.csv", "--access", "public"]);
    assert_eq!(
        (&again["claims"], &again["records"]),
        (&0.into(), &0.into()),
        "{again}"
    );
    assert!(shown("public"));
    // Without a word on it, everything stays as it is; with one, it is closed again.
    assert_eq!(place.json(&["import", "list.csv"])["entries"], 0);
    assert_eq!(
        place.json(&["import", "list.csv", "--access", "public"])["entries"],
        0
    );
    place
        .on_archive(&["import", "list.csv", "--access", "confidential"])
        .ok();
    assert!(!shown("closed"));
}

#[test]
fn a_file_added_again_can_be_opened_or_closed() {
    let place = Place::with_archive();
    place.write("x.txt", "shown words");
    place.on_archive(&["add", "x.txt"]).ok();
    let shown = |out: &str| {
        place
            .on_archive(&["exhibit", "--out", out, "--languages", "en"])
            .ok();
        !crate::run::holding(&place.path(out), b"shown words").is_empty()
    };
    assert!(!shown("before"));
    place
        .on_archive(&["add", "x.txt", "--access", "public"])
        .ok();
    assert!(shown("public"));
    let entries = place.entries();
    place
        .on_archive(&["add", "x.txt", "--access", "public"])
        .ok();
    place.on_archive(&["add", "x.txt"]).ok();
    assert_eq!(place.entries(), entries);
    place
        .on_archive(&["add", "x.txt", "--access", "confidential"])
        .ok();
    assert!(!shown("closed"));
}
