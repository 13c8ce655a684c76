//! From reading to record: what a report says is proposed, shown to nobody, and becomes claims that cite it when a person accepts.

use std::{fs, path::Path};

use serde_json::Value;

use crate::run::Place;

/// An invented report about invented people.
const REPORT: &str = "Survivors of Velmor ask for the registers\n\n\
    GENEVA, September 3, 2021 (Norvik Press) – Former inmates asked for the burial registers of the prison, in which more than \
    1,200 people were executed in 1991.\n\n\
    “We have waited thirty years to read one page,” said Ilse Brandtauer, spokeswoman for the Velmor Families Association. “The \
    registers must be opened.”\n";

fn with_report() -> (Place, String) {
    let place = Place::with_archive();
    place.write("report.txt", REPORT);
    let added = place.json(&["add", "report.txt", "--access", "public"]);
    let number = added["items"][0]["number"].as_str().expect("a number");
    (place, number.to_owned())
}

fn claims(place: &Place) -> Vec<Value> {
    let mut document = place.json(&["review", "--claims"]);
    let claims = document["claims"].take();
    claims.as_array().expect("claims").clone()
}

fn of<'a>(claims: &'a [Value], property: &str, value: &str) -> &'a Value {
    claims
        .iter()
        .find(|claim| {
            claim["property"] == property
                && claim["value"]
                    .as_str()
                    .is_some_and(|text| text.contains(value))
        })
        .unwrap_or_else(|| panic!("no {property} {value} in {claims:#?}"))
}

/// Whether any file of the exhibition has these words, but for the pages of documents: the report itself may be read by everybody.
fn shows(folder: &Path, words: &str) -> bool {
    fs::read_dir(folder).expect("a folder").any(|entry| {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            return !path.ends_with("documents") && shows(&path, words);
        }
        let bytes = fs::read(&path).expect("bytes");
        bytes
            .windows(words.len())
            .any(|part| part == words.as_bytes())
    })
}

#[test]
fn what_a_report_says_is_proposed_once_with_its_place_and_reason() {
    let (place, number) = with_report();
    let suggested = place.json(&["suggest", &number]);
    for kind in ["person", "position", "event", "toll", "remark", "demand"] {
        assert!(
            suggested["proposed"][kind].as_u64() > Some(0),
            "{kind}: {suggested:#}"
        );
    }
    let again = place.json(&["suggest", &number]);
    assert_eq!(again["proposed"], serde_json::json!({}));
    assert_eq!(again["waiting"], suggested["waiting"]);
    let claims = claims(&place);
    let toll = of(&claims, "toll", "1200..");
    let cut = |claim: &Value| -> String {
        let at = |end: &str| usize::try_from(claim[end].as_u64().expect("a place")).expect("small");
        REPORT
            .chars()
            .skip(at("start"))
            .take(at("end") - at("start"))
            .collect()
    };
    assert_eq!(cut(toll), "1,200");
    assert_eq!(cut(of(&claims, "name", "Ilse")), "Ilse Brandtauer");
    let demand = "The registers must be opened.";
    assert!(
        claims
            .iter()
            .any(|claim| claim["value"] == demand && cut(claim) == demand)
    );
    assert!(claims.iter().all(|claim| {
        claim["basis"]
            .as_str()
            .is_some_and(|basis| !basis.is_empty())
    }));
}

#[test]
fn nothing_read_by_a_machine_is_shown_before_a_person_accepts_it() {
    let (place, number) = with_report();
    place.json(&["suggest", &number]);
    let exhibit = |folder: &str| {
        place.on_archive(&["exhibit", "--out", folder]).ok();
        shows(&place.path(folder), "Brandtauer")
    };
    assert!(!exhibit("before"), "nothing of it is shown");
    let found = place.json(&["search", "Brandtauer"]);
    assert!(
        found["hits"]
            .as_array()
            .expect("hits")
            .iter()
            .all(|hit| hit["kind"] != "person")
    );
    let claims = claims(&place);
    let name = of(&claims, "name", "Ilse");
    let id = name["id"].as_str().expect("an identifier");
    let decided = place.json(&["review", "--accept", id, "--reason", "it stands there"]);
    assert_eq!(decided["accepted"], 1);
    let found = place.json(&["search", "Brandtauer"]);
    let hit = &found["hits"][0];
    assert_eq!(
        (&hit["kind"], &hit["id"]),
        (&Value::from("person"), &name["about"])
    );
    assert!(exhibit("after"), "the accepted name is shown");
}

#[test]
fn proposals_are_rejected_and_changed() {
    let (place, number) = with_report();
    let made = place.json(&["suggest", &number])["waiting"]
        .as_u64()
        .expect("a number");
    let before = claims(&place);
    let toll = of(&before, "toll", "1200..")["id"]
        .as_str()
        .expect("an identifier")
        .to_owned();
    let changed = place.json(&["review", "--accept", &toll, "--words", "1200..1300"]);
    assert_ne!(changed["recorded"], Value::from(toll.as_str()));
    let statement = of(&before, "words", "We have waited")["about"]
        .as_str()
        .expect("a record")
        .to_owned();
    let decided = place.json(&["review", "--reject", &statement]);
    assert_eq!(
        decided["rejected"], 3,
        "kind, speaker and words go together"
    );
    let again = place.json(&["suggest", &number]);
    assert_eq!(
        again["proposed"],
        serde_json::json!({}),
        "what was decided is not proposed again"
    );
    assert_eq!(again["waiting"].as_u64(), Some(made - 4));
    let refused = place.on_archive(&["review", "--accept", &toll]);
    assert_ne!(refused.code, 0);
}
