//! The main job on the real case.

use std::{
    fs,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    process::{Command, Stdio},
};

use serde_json::Value;

use crate::run::{Place, files, shared};

fn demo(place: &Place, arguments: &[&str]) -> Value {
    let ran = place
        .run(&[&["--json", "demo", "--dir", "d", "--no-serve"], arguments].concat())
        .ok();
    serde_json::from_str(&ran.out)
        .unwrap_or_else(|error| panic!("no JSON document: {error}\n{ran:?}"))
}

#[test]
fn from_nothing_to_an_exhibition_that_has_been_checked() {
    let place = Place::new();
    let made = demo(&place, &[]);
    assert_eq!(made["verify"]["verdict"], "holds");
    assert_eq!(
        made["problems"],
        Value::Array(vec![]),
        "every row of the case is taken"
    );
    // 243 rows of two lists, 33 pairs of which Omid states that they are one person; one more the rule decides.
    assert_eq!(made["matched"]["rule"], "certain/1");
    assert_eq!(made["matched"]["accepted"], 1);
    assert_eq!(made["people"], 243 - 34);
    assert_eq!(made["same_pairs"], 34);
    let open = made["open_pairs"].as_u64().expect("a count");
    assert!(open >= made["matched"]["waiting"].as_u64().expect("a count"));
    let again = demo(&place, &[]);
    assert_eq!(
        again["new"]["entries"], 0,
        "a second run continues and adds nothing"
    );
    assert_eq!(again["root"], made["root"]);
    assert_eq!(
        again["exhibition"]["unchanged"],
        again["exhibition"]["files"]
    );
}

#[test]
fn the_original_report_takes_the_place_of_the_summary() {
    let place = Place::new();
    let report = shared("paris-2019/seed_press_report.txt");
    let made = demo(&place, &["--report", report.to_str().expect("UTF-8")]);
    assert_eq!(
        made["report"]["sha256"],
        "7782b7fe72c8933213e4825bfc9fed45d9a622a38669bb7f0f5189a6e5ead9bc"
    );
    assert_eq!(made["problems"], Value::Array(vec![]));
    // What the pages quote from the report are the report's own words, at the place cited.
    let text = fs::read_to_string(&report).expect("the report");
    let page = fs::read_to_string(place.path("d/exhibition/en/documents/ev-000002.html"))
        .expect("the report's page");
    let toll: String = text.chars().skip(604).take(70).collect();
    assert!(
        toll.contains("30,000") && page.contains("30,000 political prisoners"),
        "{toll}"
    );
    place.write("other.txt", text.replace('\n', "\r\n"));
    place
        .run(&["demo", "--dir", "e", "--no-serve", "--report", "other.txt"])
        .fails(&["is not the report", "byte for byte"]);
}

#[test]
fn every_part_of_the_report_has_its_room() {
    let place = Place::new();
    demo(&place, &[]);
    let site = place.path("d/exhibition");
    for language in ["en", "fr", "fa", "ar"] {
        for room in [
            "index.html",
            "people/index.html",
            "graves/index.html",
            "documents/index.html",
            "remarks/index.html",
            "commission/index.html",
            "tolls/index.html",
            "timeline/index.html",
            "book/index.html",
            "programme/index.html",
            "demands/index.html",
            "press/index.html",
            "about/index.html",
        ] {
            let page = fs::read_to_string(site.join(language).join(room))
                .unwrap_or_else(|_| panic!("{language}/{room} is not there"));
            let direction = if ["fa", "ar"].contains(&language) {
                "dir=\"rtl\""
            } else {
                "dir=\"ltr\""
            };
            assert!(
                page.contains(&format!("lang=\"{language}\"")) && page.contains(direction),
                "{language}/{room}"
            );
        }
    }
    // Demands stand in the order in which the report puts them, then those of other sources.
    let demands = fs::read_to_string(site.join("en/demands/index.html")).expect("a page");
    let place = |words: &str| {
        demands
            .find(words)
            .unwrap_or_else(|| panic!("`{words}` is no demand"))
    };
    assert!(place("Refer the file") < place("Send an international mission"));
    assert!(place("Send an international mission") < place("Set up an independent UN inquiry"));
    let english: String = files(&site.join("en"))
        .iter()
        .filter_map(|path| fs::read_to_string(path).ok())
        .collect();
    // Every toll of the facts stands there with who stated it; the four officials whom the report names; the nested remark.
    for words in [
        "30,000",
        "Amnesty International",
        "Radio Zamaneh",
        "Ali Khamenei",
        "Ebrahim Raisi",
        "Mostafa Pourmohammadi",
        "Alireza Avaie",
        "Maryam Rajavi",
        "UN Security Council",
        "Khavaran",
    ] {
        assert!(english.contains(words), "`{words}` is nowhere");
    }
}

#[test]
fn pages_ask_for_nothing_from_elsewhere() {
    let place = Place::new();
    demo(&place, &[]);
    for path in files(&place.path("d/exhibition")) {
        let Ok(text) = fs::read_to_string(&path) else {
            continue;
        };
        let name = path.display();
        if name.to_string().ends_with(".html") {
            assert!(
                !text.contains("<iframe") && !text.contains(" style="),
                "{name}"
            );
            // The one script there is: the search of the wall, which no page needs. What is said to machines does nothing.
            let said = text
                .matches("<script type=\"application/ld+json\">")
                .count();
            let scripts = text.matches("<script").count() - said;
            let search = text.matches("assets/search.js\"></script>").count();
            assert_eq!(scripts, search, "{name}");
            let on_the_wall = path.starts_with(place.path("d/exhibition"))
                && name.to_string().contains("/people/");
            assert!(scripts == 0 || on_the_wall, "{name}");
        }
        for attribute in [
            "src=\"http",
            "srcset=\"http",
            "url(http",
            "@import",
            "<link rel=\"stylesheet\" href=\"http",
        ] {
            assert!(!text.contains(attribute), "{name}: {attribute}");
        }
    }
}

#[test]
fn it_serves_on_loopback_until_interrupted() {
    let place = Place::new();
    let mut child = Command::new(env!("CARGO_BIN_EXE_cenotaph"))
        .args(["demo", "--dir", "d", "--addr", "127.0.0.1:0"])
        .current_dir(place.path("."))
        .env_clear()
        .stdout(Stdio::piped())
        .spawn()
        .expect("starts");
    let lines = BufReader::new(child.stdout.take().expect("output")).lines();
    let address = lines
        .map_while(Result::ok)
        .find_map(|line| {
            line.split_once("http://")
                .map(|(_, rest)| rest.split('/').next().unwrap_or_default().to_owned())
        })
        .expect("an address is printed");
    let mut stream = TcpStream::connect(&address).expect("it listens");
    stream
        .write_all(b"GET /fa/index.html HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        .expect("asked");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("answered");
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(
        answer
            .to_lowercase()
            .contains("content-security-policy: default-src 'none'")
    );
    assert!(
        Command::new("kill")
            .args(["-INT", &child.id().to_string()])
            .status()
            .expect("kill runs")
            .success()
    );
    assert!(
        child.wait().expect("ends").success(),
        "an interrupt is a good end"
    );
    place
        .run(&["demo", "--dir", "d", "--addr", "0.0.0.0:1988"])
        .fails(&["not a loopback address"]);
}
